"""Read who is, will be or is due in another state, where that tells a visit: "is in Rome for talks"."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.parties import Parties, hanging
from newsroom.reading.events.reach import bounds
from newsroom.reading.grammar import subjects
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.mentions import Mention

REACH = 5  # how far behind "is" the place stands
PURPOSES = frozenset(
    "talks visit trip tour summit meeting meetings negotiations ceremony consultations conference forum signing funeral"
    " inauguration visita reunion cumbre conversaciones guest".split()
)
AHEAD = frozenset(("due", "expected", "scheduled"))
IN = frozenset(("in", "at", "on", "en"))
UNDER_WAY = frozenset(("way", "route"))  # "is on his way to", "en route to"
NOWADAYS = frozenset("week today currently presently days yesterday tomorrow".split())
TEAMS, TEAM_NEAR = frozenset("delegation delegations team mission".split()), 12
SENDERS = frozenset(("from", "of", "by"))
HOSTING = frozenset(("guest", "guests"))


def stay(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Return the visit that a form of "be" or "is expected" and a place tell, ahead or now."""
    verb = clause.verbs[number]
    is_waited = verb.lemma == "expect" and verb.is_passive
    is_overnight = verb.lemma == "sleep" and not verb.modal
    if not (verb.lemma == "be" or is_waited or is_overnight) or verb.is_negated:
        return None
    behind = clause.words[verb.head + 1 : verb.head + 1 + REACH]
    is_ahead = is_waited or bool(AHEAD & set(behind[:2])) or verb.modal in ("will", "would")
    goals = [m for m in clause.mentions if 0 < m.first - verb.head <= REACH + (REACH if HOSTING & set(behind) else 0)]
    goal = next((m for m in goals if _is_place(clause, m) or (HOSTING & set(behind) and m.actor.countries)), None)
    if goal is None and article.here and "here" in behind[:2]:
        return _made(clause, number, [article.here], is_ahead=is_ahead)
    if goal is None or any(other.first > verb.head and other.first < goal.first for other in clause.verbs):
        return None
    is_meant = bool(PURPOSES & set(clause.words[verb.head + 1 : goal.last + 1 + REACH]))
    is_dated = verb.modal in ("will", "would") and any(goal.last < time.first for time in clause.times)
    is_meant = is_meant or is_overnight or (verb.lemma == "be" and not UNDER_WAY.isdisjoint(behind))
    is_ahead = is_ahead or (verb.lemma == "be" and not UNDER_WAY.isdisjoint(behind))
    is_sent = any(_leads(m) for m in subjects(clause, number)) or _is_team(clause, number)
    was_there = verb.tense == "past" and goal.first - verb.head <= 2 and is_sent
    is_there = not verb.modal and verb.tense == "present" and _is_here_now(clause, number, goal)
    if not (is_meant or AHEAD & set(behind[:2]) or is_waited or is_dated or was_there or is_there):
        return None
    return _made(clause, number, goal.actor.countries, is_ahead=is_ahead)


def _is_here_now(clause: Clause, number: int, goal: Mention) -> bool:
    """Tell whether a delegation or a leader is in a state these days: "a delegation from X is in Y this week"."""
    head = clause.verbs[number].head
    near = set(clause.words[head + 1 : goal.first]) | set(clause.words[goal.last + 1 : goal.last + REACH])
    is_now = not NOWADAYS.isdisjoint(near)
    return is_now and (any(_leads(m) for m in subjects(clause, number)) or _is_team(clause, number))


def _is_team(clause: Clause, number: int) -> bool:
    """Tell whether a delegation stands before a verb."""
    first = clause.verbs[number].first
    return not TEAMS.isdisjoint(clause.words[max(0, first - TEAM_NEAR) : first])


def _made(clause: Clause, number: int, goals: Iterable[str], *, is_ahead: bool) -> Candidate | None:
    """Return the visit of a verb's subject to states, or ``None`` where nobody of another state travels."""
    verb = clause.verbs[number]
    travellers = [m for m in subjects(clause, number) if _travels(clause, m)] or hanging(clause, number)
    if not travellers and _is_team(clause, number):  # "a delegation headed by X's minister"
        before = [m for m in clause.mentions if m.last < verb.first and verb.first - m.last <= TEAM_NEAR]
        travellers = [m for m in before if clause.words[m.first - 1] in SENDERS][:1]
    found = Parties().add(clause, travellers)
    own = set(found.countries)
    for code in goals:
        if is_state(code) and code not in found.countries:
            found.countries.append(code)
    if not own or len(found.countries) < 2:
        return None
    status = modality.of_verb(clause, number)
    if is_ahead and status == "happened":
        status = "planned"
    first, last = bounds(clause, number, len(clause.tokens))
    trigger = (verb.first, verb.head)
    return Candidate("visit", "contact", status, clause, trigger, first, last, found, "contact.stay", 0.6)


def _is_place(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention is the state somebody is in."""
    before = clause.words[mention.first - 1] if mention.first else ""
    is_goal = before == "to" and not UNDER_WAY.isdisjoint(clause.words[max(0, mention.first - 3) : mention.first])
    is_of_state = mention.actor.kind in ("country", "people", "body", "place") and bool(mention.actor.countries)
    return (before in IN or is_goal) and is_of_state


def _leads(mention: Mention) -> bool:
    """Tell whether a mention is a head or a minister: where they are, they are on a visit."""
    return mention.actor.level in ("leader", "minister")


def _travels(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention is somebody who travels, not a state: a delegation, too."""
    is_team = mention.actor.kind == "body" and not TEAMS.isdisjoint(clause.words[mention.first : mention.last + 1])
    return is_team or mention.actor.kind in ("person", "office", "group")
