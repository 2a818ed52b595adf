"""Date what is denied without words of time: by the talk itself, by who tells of it, by the denial before it."""

from __future__ import annotations

from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.carrying import VISITS
from newsroom.reading.events.modality import denial_of
from newsroom.reading.timing import Dated

ASIDE = frozenset(("sidelines", "margins", "fringes", "margen"))  # where two meet who came for something else
BACK = 3  # how many sentences back a denial may stand with which another goes on
UP_TO, CARRIED = "before-story-day", "day-of-denied"


def date_negations(merged: list[Candidate]) -> None:
    """Give what is denied the day of the talk that it names, or the day that the article has for it elsewhere."""
    talks: dict[frozenset[str], list[Candidate]] = {}
    for one in merged:
        is_talk = one.family == "contact" and one.modality == "happened" and one.kind not in VISITS
        if is_talk and one.date and one.date.words:
            talks.setdefault(frozenset(one.parties.countries), []).append(one)
    before: dict[frozenset[str], tuple[int, Dated]] = {}  # the last denial that has a day, by states
    for one in merged:
        if one.modality != "negated" or one.family != "contact":
            continue
        states = frozenset(one.parties.countries)
        if one.date is None or not one.date.words:
            number, known = before.get(states, (-BACK - 1, None))
            if (talk := _of_talk(one, talks.get(states, []))) is not None:
                one.date = talk.date
            elif known is not None and 0 < one.clause.number - number <= BACK and _is_denied_story(one):
                one.date = Dated(known.edtf, "", 0, 0, CARRIED)
        if one.date is not None and (one.date.words or one.date.rule == CARRIED):
            before[states] = (one.clause.number, one.date)


def _of_talk(one: Candidate, talks: list[Candidate]) -> Candidate | None:
    """Return the dated talk that a denial is about: of the same people, or at the same place as another tells it."""
    people = set(one.parties.people)
    if _is_topic(one):
        return next((talk for talk in talks if not people.isdisjoint(talk.parties.people)), None)
    if ASIDE.isdisjoint(one.clause.words) or not _is_denied_story(one):
        return None
    told = [talk for talk in talks if not ASIDE.isdisjoint(talk.clause.words)]
    return told[0] if len(told) == 1 else None


def _is_denied_story(one: Candidate) -> bool:
    """Tell whether somebody denies that a contact took place, of which others tell: "denied reports that they met"."""
    return one.date is not None and one.date.rule == UP_TO and denial_of(one.clause, one.trigger[0]) >= 0


def _is_topic(one: Candidate) -> bool:
    """Tell whether what is denied is a topic of a talk, not the talk."""
    return one.rule.endswith(("discuss", "address", "mention"))
