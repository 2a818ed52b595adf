"""Read Spanish cues that have no person of their own: "acusándolos de", "afirmando que", "al considerar que".

A gerund, with or without a pronoun at its end, and an infinitive behind "al", "tras" or "por" are said by the subject
of the verb before them.
"""

from __future__ import annotations

from functools import cache

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import trim
from newsroom.reading.quotes.spanish_speakers import DETERMINERS, is_free, subject_before

SAYING = """
decir afirmar asegurar señalar destacar informar anunciar declarar indicar explicar advertir agregar añadir sostener
subrayar expresar precisar manifestar reiterar confirmar recordar responder negar denunciar apuntar considerar criticar
lamentar enfatizar recalcar remarcar resaltar reconocer admitir prometer alertar argumentar alegar celebrar rechazar
entender estimar aducir aclarar insistir invocar citar
"""
JUDGING = "calificar tachar tildar describir definir catalogar llamar considerar denominar"
CHARGING = "acusar culpar responsabilizar"
ASKING = "pedir exigir instar solicitar reclamar urgir exhortar demandar conminar invitar"
GERUNDS = {"decir": "diciendo", "pedir": "pidiendo", "advertir": "advirtiendo", "sugerir": "sugiriendo"}
PRONOUNS = ("los", "las", "les", "lo", "la", "le")
OPENING = frozenset(("al", "tras", "por"))
SPEAKERS = frozenset(("person", "body", "country", "office"))
NEAR = 8  # words between a cue and what it opens


def find_gerunds(clause: Clause, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions of cues without a person, and end what stands before a gerund in front of it."""
    more: list[Attribution] = []
    for place, word in enumerate(clause.words):
        cue = _cue(clause, place, word)
        if cue is None:
            continue
        kind, has_pronoun = cue
        first = _content(clause, place, kind, has_pronoun=has_pronoun)
        if first < 0:
            continue
        speaker, words = _speaker(clause, place, [*found, *more])
        for one in (*found, *more):
            if one.cue_last < place <= one.last and one.first < place and clause.tokens[place - 1].text == ",":
                one.last = trim(clause, one.first, place - 2)
        last = _end(clause, first)
        more.append(Attribution(first, last, place, place, speaker, words, "spanish.before", (place, first)))
    return more


def _gerund(infinitive: str) -> str:
    """Return the folded gerund of an infinitive: "pidiendo" of "pedir"."""
    if infinitive in GERUNDS:
        return GERUNDS[infinitive]
    return infinitive[:-2] + ("ando" if infinitive.endswith("ar") else "iendo")


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of cue by its folded gerund or infinitive."""
    known: dict[str, str] = {}
    for kind, entries in (("asking", ASKING), ("charging", CHARGING), ("judging", JUDGING), ("saying", SAYING)):
        for entry in entries.replace("ñ", "n").split():
            known.setdefault(_gerund(entry), kind)
            known.setdefault(entry, kind)
    return known


def _cue(clause: Clause, place: int, word: str) -> tuple[str, bool] | None:
    """Return the kind of a cue without a person, and whether a pronoun ends it."""
    if "nd" not in word and not (place and clause.words[place - 1] in OPENING):
        return None
    if clause.quoted[place]:
        return None
    ending = next((one for one in PRONOUNS if word.endswith(f"ndo{one}")), "")
    bare = word[: len(word) - len(ending)] if ending else word
    kind = _kinds().get(bare)
    is_gerund = bare.endswith("ndo")
    if kind is None or (not is_gerund and clause.words[place - 1] not in OPENING):
        return None
    is_going_on = is_gerund and place > 0 and clause.words[place - 1] in ("esta", "estan", "sigue", "siguen", "estaba")
    return None if is_going_on else (kind, bool(ending))


def _content(clause: Clause, place: int, kind: str, *, has_pronoun: bool) -> int:
    """Return where what a cue opens starts, or -1: behind "que", "de", "a", a colon, at quoted words."""
    words, end = clause.words, min(place + NEAR, len(clause.words) - 1)
    if place + 1 >= end:
        return -1
    if clause.quoted[place + 1] or words[place + 1] in ("que", ":"):
        return place + 1 + (words[place + 1] in ("que", ":"))
    quote = next((n for n in range(place + 1, end) if clause.quoted[n]), -1)
    stop = next((n for n in range(place + 1, end) if clause.tokens[n].text in ",;"), end)
    if kind in ("charging", "asking"):
        links = ("de", "por") if kind == "charging" else ("a", "que")
        start = place + 1 if has_pronoun else place + 2
        for link in range(start, stop):
            after = words[link + 1 : link + 2]
            is_deed = clause.quoted[link + 1] or words[link] == "que" or after[0].endswith(("ar", "er", "ir", "se"))
            if words[link] in links and is_deed:
                return link + 1
        return -1
    if not 0 < quote < stop:
        return -1
    if kind == "judging":
        return place + 1 + (has_pronoun and words[place + 1] in ("de", "como"))
    return place + 1 if words[place + 1] in DETERMINERS and quote <= place + 3 else -1


def _blamed(clause: Clause, place: int) -> Mention | None:
    """Return who is blamed for what he said: "atacó al ministro del Interior, X, por decir que"."""
    if clause.words[place - 1] != "por" or clause.quoted[place]:
        return None
    edge = place - 2 - (clause.tokens[place - 2].text == ",")
    mention = clause.named.at(edge)
    verb = next((v for v in reversed(clause.verbs) if v.head < edge and v.is_finite), None)
    if mention is None or mention.actor.kind != "person" or verb is None:
        return None
    return mention if not {"a", "al"}.isdisjoint(clause.words[verb.head + 1 : mention.first + 1]) else None


def _speaker(clause: Clause, place: int, found: list[Attribution]) -> tuple[Actor | None, tuple[int, int]]:
    """Return who speaks: who does in the cue before, else the subject of the verb before."""
    cited = clause.named.at(place - 1) if place else None
    opening = clause.words[max(0, cited.first - 2) : cited.first] if cited is not None else []
    if cited is not None and opening[-1:] in (["a"], ["al"]) and opening[0].startswith("cit"):
        return cited.actor, (cited.first, cited.last)  # "citó a X diciendo que"
    if (blamed := _blamed(clause, place)) is not None:
        return blamed.actor, (blamed.first, blamed.last)
    before = [one for one in found if one.cue_last < place]
    if before and before[-1].speaker is not None:
        return before[-1].speaker, before[-1].speaker_words
    heads = [
        n for n, v in enumerate(clause.verbs) if v.head < place and v.is_finite and not v.is_infinitive
        and not clause.quoted[v.head]
    ]  # fmt: skip
    for number in reversed(heads):
        own = [m for m in subjects(clause, number) if not clause.quoted[m.first]]
        if own:
            return own[0].actor, (own[0].first, own[0].last)
        if (plain := subject_before(clause, clause.verbs[number].head)) is not None:
            return plain
    free = [m for m in clause.mentions if m.last < place and m.actor.kind in SPEAKERS and is_free(clause, m)]
    return (free[0].actor, (free[0].first, free[0].last)) if free else (None, (place, place))


def _end(clause: Clause, first: int) -> int:
    """Return the last token of a content: with quoted words in it, before the comma behind them."""
    quoted = False
    for place in range(first, len(clause.tokens)):
        quoted = quoted or clause.quoted[place]
        if quoted and not clause.quoted[place] and clause.tokens[place].text in ",;":
            return trim(clause, first, place - 1)
    return trim(clause, first, len(clause.tokens) - 1)
