"""Find Spanish cues of several words, and those whose content is an infinitive.

SPEAKER dejó claro que CONTENT        SPEAKER se mostró convencido de que CONTENT
SPEAKER dijo desconocer CONTENT        SPEAKER descartó cerrar CONTENT        SPEAKER abogó por reabrir CONTENT
"""

from __future__ import annotations

from functools import cache

from newsroom.reading.analysis import Clause
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import trim
from newsroom.reading.quotes.spanish_speakers import HAVING, subject_before
from newsroom.reading.spanish_forms import participles, third_persons

# Verbs, and the words behind them that make a cue of both before "que".
PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "dejar": (("claro",), ("en", "claro"), ("saber",), ("entrever",)),
    "hacer:hic": (("hincapie", "en"), ("enfasis", "en"), ("notar",), ("ver",), ("saber",)),
    "poner:pus": (("de", "relieve"), ("de", "manifiesto"), ("enfasis", "en")),
    "dar:di": (("a", "conocer"), ("a", "entender"), ("por", "hecho")),
    "mostrar": tuple(
        (word + end, link)
        for word in ("convencid", "confiad", "segur", "partidari", "preocupad")
        for end in ("o", "a", "os", "as")
        for link in ("de", "en")
    ),
    "salir": (("al", "paso", "de"),),
}
MADE = {"hacer:hic": ("hizo", "hace"), "dar:di": ("dio", "dieron"), "poner:pus": ("puso",)}
# Verbs that tell in an infinitive what somebody says, or what he will or will not do; the preposition before it.
TOLD = "decir:dij afirmar asegurar declarar manifestar sostener:sostuv negar prometer descartar jurar admitir reconocer"
LINKED = {"con": "amenazar", "por": "abogar", "a": "comprometer", "de": "advertir:advirt"}
NO_INFINITIVES = frozenset(
    "ayer lugar mar mujer poder militar popular anterior exterior mejor par bienestar familiar nuclear similar".split()
)
SHORTEST, FEWEST = 4, 2  # letters of an infinitive; words behind it


@cache
def _forms(entry: str) -> frozenset[str]:
    """Return the folded third persons of a verb and the participles that follow "ha"."""
    return frozenset((*third_persons(entry), *participles(entry), *MADE.get(entry, ())))


def find_idioms(clause: Clause) -> list[Attribution]:
    """Return the attributions of cues of several words and of infinitives, left to right."""
    found = []
    for place, word in enumerate(clause.words[:-FEWEST]):
        if clause.quoted[place] or not clause.tokens[place].text.islower():
            continue
        first = _behind_phrase(clause, place, word)
        first = first if first > 0 else _infinitive(clause, place, word)
        if first <= 0 or first + FEWEST > len(clause.tokens):
            continue
        start = place - (clause.words[place - 1] in HAVING) if place else place
        start -= start > 0 and clause.words[start - 1] == "se"
        speaker, words = subject_before(clause, start) or (None, (place, place))
        last = trim(clause, first, len(clause.tokens) - 1)
        found.append(Attribution(first, last, place, place, speaker, words, "spanish.before", (0, first)))
    return found


def _behind_phrase(clause: Clause, place: int, word: str) -> int:
    """Return where the content behind a verb, its fixed words and "que" starts, or 0."""
    for entry, endings in PHRASES.items():
        if word not in _forms(entry):
            continue
        for words in endings:
            end = place + 1 + len(words)
            if tuple(clause.words[place + 1 : end]) == words and clause.words[end : end + 1] == ["que"]:
                return end + 1
    return 0


def _infinitive(clause: Clause, place: int, word: str) -> int:
    """Return where an infinitive starts that tells what is said: "dijo no saber", "amenazó con cerrar"; or 0."""
    following = place + 1
    link = next((link for link, entry in LINKED.items() if word in _forms(entry)), "")
    if link and clause.words[following] == link:
        following += 1
    elif link or not any(word in _forms(entry) for entry in TOLD.split()):
        return 0
    verb = following + (clause.words[following] == "no")
    low = clause.words[verb] if verb < len(clause.words) else ""
    is_infinitive = low.endswith(("ar", "er", "ir", "arse", "erse", "irse")) and len(low) >= SHORTEST
    is_bare = is_infinitive and low not in NO_INFINITIVES and clause.tokens[verb].text.islower()
    return following if is_bare and not clause.quoted[verb] else 0
