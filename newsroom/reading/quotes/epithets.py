"""Decide whom a description means that is no office of anybody named: "the Briton", "the diplomat", "la funcionaria".

English and Spanish stories name a speaker once and then vary the words for him. Such words mean a person whom the story
has described by the same noun, else the one who spoke last, or of whom the sentence before tells, where nothing in them
speaks against him: another state, the other gender, a body that is not his, or somebody without a name whom the same
noun called before ("an analyst said … the analyst said").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.names.index import index_of
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.people import HUMAN
from newsroom.reading.quotes.said import Said
from newsroom.reading.sentences import fold

DEFINITE = frozenset(("the", "el", "la"))
KINDS = frozenset(("plain", "office", "country", "person"))
NEAR, RECENT = 3, 8  # sentences
LONGEST, LONGEST_SHORT = 5, 4  # words; letters
APART = re.compile(r"[.,;:!?]\s|\n| (?:and|with|y|con) (?:the|a|his|her|its|el|la|su|sus)\b")
BEFORE, BEHIND = 80, 60  # letters round a name in which it is described
# Nouns for whatever person a story is about.
ANYBODY = frozenset(
    "diplomat politician statesman stateswoman lawmaker legislator congressman congresswoman mp mep parliamentarian"
    " republican democrat conservative labour tory socialist liberal veteran strongman billionaire man woman"
    " funcionario funcionaria diplomatico diplomatica politico politica dirigente jerarca estadista legislador"
    " legisladora parlamentario parlamentaria republicano republicana democrata izquierdista derechista socialista"
    " conservador conservadora".split()
)
# Nouns that say too much of a person for one whom the story has not called so.
OFFICES = frozenset(
    "official leader envoy senator deputy general admiral commander ruler monarch cleric businessman lawyer"
    " economist academic scholar expert analyst activist author professor spokesman spokeswoman spokesperson"
    " representative negotiator mediator chief candidate secretary commissioner governor mayor chairman chairwoman"
    " lider jefe jefa titular representante vocero vocera portavoz senador senadora diputado diputada gobernante"
    " secretario secretaria ministro ministra vicepresidente vicepresidenta viceministro viceministra subsecretario"
    " subsecretaria magistrado magistrada economista abogado abogada experto experta militar general empresario"
    " empresaria gobernador gobernadora alcalde alcaldesa comisario comisaria director directora".split()
)
SERVANTS = frozenset(("funcionario", "funcionaria"))  # of a state, and not its head
EQUALS = frozenset("counterpart homologo homologa".split())
PEOPLES = ("ese", "ish", "ch", "s", "ss")  # "the French said" is said of France


def called(article: Article, said: Sequence[Said], clause: Clause, one: Attribution) -> Actor | None:
    """Return the person whom the speaker of an attribution is only another word for; ``None`` for anybody else."""
    speaker = one.speaker
    if speaker is None or speaker.kind not in KINDS or speaker.slug:
        return None
    if (initialled := _initialled(article, speaker)) is not None:
        return initialled
    if not EQUALS.isdisjoint(fold(speaker.name).split()):
        return _equal(article, said, clause, speaker)
    first, last = one.speaker_words
    opener = clause.words[first] if clause.words[first] in DEFINITE else clause.words[first - 1] if first else ""
    places = [place for place in range(first, last + 1) if clause.words[place] not in DEFINITE]
    if opener not in DEFINITE or not 0 < len(places) <= LONGEST:
        return None
    words = [fold(clause.words[place]) for place in places]
    people = [person for person in _spoke(article, said, clause) if person is not speaker]
    head = next((word for word in reversed(words) if word in ANYBODY or word in OFFICES), "")
    if head and (nobody := _nobody(said, clause, head)) is not None:
        return nobody
    if not head and len(words) == 1:
        letters = clause.tokens[last].text
        if len(letters) <= LONGEST_SHORT and letters.isupper():
            return next((person for person in people if _abbreviates(article, letters, person)), None)
    states = _states(article, clause, places)
    is_people = len(words) == len(states) == 1 and not (opener == "the" and words[0].endswith(PEOPLES))
    if not head and not is_people:
        return None
    fitting = [person for person in people if _fits(person, set(states.values()), opener)]
    if head in SERVANTS:
        fitting = [person for person in fitting if person.title_kind != "head"]
    own = [clause.words[n] for n in places if clause.tokens[n].is_capital and n not in states]
    asked = {fold(word) for word in (*own, head) if word} - ANYBODY
    return next((person for person in fitting if asked - _general(head, person) <= _told_of(article, person)), None)


def _general(head: str, person: Actor) -> set[str]:
    """Return a noun that says no more than that somebody has an office: "the official" of a deputy minister."""
    is_holder = person.title_kind not in ("", "head") or person.office.lower().startswith("deputy")
    return {head} if head == "official" and is_holder else set()


def _equal(article: Article, said: Sequence[Said], clause: Clause, speaker: Actor) -> Actor | None:
    """Return whom "his counterpart", "su homóloga" mean: who holds the same office in another state of the story."""
    word = next(word for word in fold(speaker.name).split() if word in EQUALS)
    gender = {"homologo": "he", "homologa": "she"}.get(word, "")
    own = next((one for one in _spoke(article, said, clause) if one.country), None)
    if own is None:
        return None
    start = clause.span(0, 0)[0]
    fitting = [
        person
        for person in article.registry.people
        if 0 <= person.start < start
        and person.country not in ("", own.country)
        and person.country in (speaker.country or person.country)
        and person.gender in ("", gender or person.gender)
        and (person.title_kind == own.title_kind or not own.title_kind)
    ]
    near = next((person for person in _spoke(article, said, clause) if person in fitting), None)
    return near or (fitting[-1] if len({person.country for person in fitting}) == 1 else None)


def _states(article: Article, clause: Clause, places: Sequence[int]) -> dict[int, str]:
    """Return the states whose people or adjectives stand in a description, by their place."""
    index, found = index_of(article.gazetteer), {}
    for place in places:
        hit = index.country_at(clause.tokens, place, article.base, frozenset(), "es" if clause.is_spanish else "en")
        if hit is not None and hit.form == "demonym":
            found[place] = hit.code
    return found


def _fits(person: Actor, states: set[str], opener: str) -> bool:
    """Tell whether state and gender of a description are not against a person."""
    if states and person.country and person.country not in states:
        return False
    return not ((opener == "la" and person.gender == "he") or (opener == "el" and person.gender == "she"))


def _told_of(article: Article, person: Actor) -> set[str]:
    """Return the words by which the story describes a person: his office, and what stands round his name at first."""
    before = article.text[max(0, person.start - BEFORE) : max(0, person.start)]
    behind = article.text[person.end : person.end + BEHIND] if person.start >= 0 else ""
    apposition = APART.split(behind[2:])[0] if behind.startswith(", ") else ""
    own = f"{APART.split(before.rstrip(', '))[-1]} {apposition} {person.office}"
    return {fold(word.strip(".,;:()“”\"'’")) for word in own.split()}


def _nobody(said: Sequence[Said], clause: Clause, head: str) -> Actor | None:
    """Return the speaker without a name whom the same noun called not long before."""
    near = [each.speaker for each in said if clause.number - each.clause <= RECENT and each.speaker is not None]
    return next((who for who in reversed(near) if who.kind != "person" and head in fold(who.name).split()), None)


def _spoke(article: Article, said: Sequence[Said], clause: Clause) -> Iterator[Actor]:
    """Yield the persons whom a description may mean: who spoke last, then those of the last sentences, in order."""
    for each in reversed(said):
        if clause.number - each.clause > NEAR:
            break
        if each.speaker is not None and each.speaker.kind == "person":
            yield each.speaker
    for earlier in reversed(article.clauses[max(0, clause.number - NEAR) : clause.number]):
        for mention in earlier.mentions:
            if mention.actor.kind == "person" and not earlier.quoted[mention.first] and not mention.is_possessive:
                yield mention.actor


def _abbreviates(article: Article, letters: str, person: Actor) -> bool:
    """Tell whether letters are the initials of the office before a person's name: PS, "Principal Secretary"."""
    before = article.text[max(0, person.start - BEFORE) : person.end].replace(person.name, " ").split()
    words = [word for word in before if word[0].isupper()]
    is_office = words != [] and fold(words[-1]) in OFFICES | HUMAN
    return is_office and "".join(word[0] for word in words).endswith(letters)


def _initialled(article: Article, speaker: Actor) -> Actor | None:
    """Return the person of whose first name only the initial stands: "S. Ryabkov"."""
    words = speaker.name.split()
    if len(words) != 2 or len(words[0].rstrip(".")) != 1 or not words[0][0].isupper():
        return None
    namesakes = [one for one in article.registry.people if one is not speaker and one.is_called(fold(words[1]))]
    return next((one for one in namesakes if one.name[:1] == words[0][0]), None)
