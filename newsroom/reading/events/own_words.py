"""Read what somebody says in his own words, which no row of the lexicon tells: each reader only at its verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.acts.judgements import NAMING, PROVING, WRONG_WITH
from newsroom.reading.acts.words import WRONGS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.backed import BACKING, backed, linked
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimants import CLAIMING
from newsroom.reading.events.claimed import (
    RESTING,
    SUFFERING,
    alleged_wrong,
    blamed,
    called_untrue,
    denied,
    duty,
    is_lawless,
    menaced,
    needed,
    no_part,
    none_of_it,
    will_not,
)
from newsroom.reading.events.naming import FAULTING, badly_spoken_of, faulted, named_badly
from newsroom.reading.events.professed import PROFESSING, professed
from newsroom.reading.events.reach import is_first_person
from newsroom.reading.events.speech_acts import voice_of
from newsroom.reading.events.spoken import (
    BEING,
    DISPLEASING,
    HELPING,
    JUDGED_BY,
    WORKING,
    displeased,
    joint_work,
    judged,
    readiness,
)
from newsroom.reading.events.staying import stay
from newsroom.reading.timing import Dated

Reader = Callable[[Article, Clause, int], Candidate | None]
SAYABLE = frozenset("be accept recognize recognise".split())  # and these verbs without a modal
BE = frozenset(("be",))
Table = tuple[tuple[Reader, frozenset[str]], ...]
# What a modal verb or an infinitive says beside what must or will not be done, with the verbs that can say it.
SAID: Table = (
    (needed, BE),
    (none_of_it, BE | {"will", "can"}),
    (menaced, SUFFERING | {"meet", "answer"}),
    (joint_work, WORKING | HELPING),
)
# What somebody says of another in his own words, with the verbs that can tell it.
JUDGING: Table = (
    (alleged_wrong, WRONGS | frozenset(WRONG_WITH)),
    (blamed, RESTING),
    (called_untrue, BE),
    (judged, BE | JUDGED_BY),
    (faulted, BE | FAULTING),
    (badly_spoken_of, BE),
)
# What no row tells.
SPECIAL: Table = (
    (readiness, BEING | {"will", "prepare"}),
    (professed, PROFESSING),
    (named_badly, NAMING),
    *JUDGING,
    (displeased, DISPLEASING),
    (denied, frozenset(("deny",))),
    (backed, BACKING),
    (linked, PROVING),
    (no_part, BE | {"have"}),
    (stay, BE | {"expect", "sleep"}),
)


def _by_verb(table: Table) -> dict[str, tuple[Reader, ...]]:
    """Return the readers by the verbs that they can read, in their order."""
    lemmas = frozenset().union(*(lemmas for _, lemmas in table))
    return {lemma: tuple(find for find, own in table if lemma in own) for lemma in lemmas}


SAID_BY_VERB, JUDGING_BY_VERB, SPECIAL_BY_VERB = _by_verb(SAID), _by_verb(JUDGING), _by_verb(SPECIAL)


def said_by(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return what a modal verb or an infinitive says, whatever its row."""
    verb = clause.verbs[number]
    if not (verb.modal or verb.is_infinitive or verb.lemma in SAYABLE):
        return None
    return _first((duty, will_not, *SAID_BY_VERB.get(verb.lemma, ())), article, clause, number)


def judgement_in(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return what a verb, quoted or not, says of another."""
    lemma = clause.verbs[number].lemma
    found = _first(JUDGING_BY_VERB.get(lemma, ()), article, clause, number)
    if found is None and lemma in DISPLEASING and is_first_person(clause, number):
        return displeased(article, clause, number)  # "We are outraged by Chile's policies", she said
    return found


def told_without_row(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return what a verb tells of which no row does, a lawless deed among it."""
    lemma = clause.verbs[number].lemma
    found = _first(SPECIAL_BY_VERB.get(lemma, ()), article, clause, number)
    if found is None and lemma not in CLAIMING and is_lawless(clause, number):
        found = alleged_wrong(article, clause, number)
    return found


def _first(readers: Iterable[Reader], article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return what the first of several readers makes of a verb."""
    for read in readers:
        found = read(article, clause, number)
        if found is not None:
            return _as_of_today(article, clause, number, found)
    return None


def _as_of_today(article: Article, clause: Clause, number: int, found: Candidate) -> Candidate:
    """Give what a document itself says in the present tense the day of the document."""
    is_now = clause.verbs[number].tense == "present" and article.story_day is not None
    if is_now and found.kind in SPEECH_KINDS and voice_of(article, clause, number) and found.date is None:
        found.date = Dated(f"{article.story_day}", "", 0, 0, "story-day")
    return found
