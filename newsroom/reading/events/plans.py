"""Date plans, and what did not come about, by the plan that the story has told with its day."""

from __future__ import annotations

from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.carrying import ADJACENT, ISO_DAY, THEN, agree, is_the_meeting
from newsroom.reading.timing import Dated

OUTCOMES = frozenset(("accord",))
BACK = 2  # how many sentences before what is to be signed the visit stands at which that is to be done
ANOTHER = frozenset("after later before until once following".split())  # then it is to be done at another time


def carry_plans(merged: list[Candidate]) -> None:
    """Give a meeting that is planned without words of time the only day planned before it for the same states."""
    told: dict[str, list[tuple[Candidate, str]]] = {}  # what was planned for a day, by state
    off: dict[frozenset[str], Candidate] = {}  # what was called off, with its day, by states
    last: Candidate | None = None
    for one in merged:
        if one.modality == "cancelled" and one.date is not None:
            known = off.get(frozenset(one.parties.countries))
            if one.date.words:
                off.setdefault(frozenset(one.parties.countries), one)
            elif known is not None and known.date is not None and one.rule == "contact.noun":
                one.date = Dated(known.date.edtf, "", 0, 0, "day-of-plan")
        if one.family != "contact" or one.modality != "planned" or one.date is None or not one.parties.countries:
            continue
        if one.date.words:
            for code in one.parties.countries:
                told.setdefault(code, []).append((one, one.date.edtf))
            last = one
            continue
        if last is not None and (then := _on_from_plan(last, one)) is not None:
            one.date = then
            continue
        mine, days = set(one.parties.countries), set()
        for other, edtf in told.get(one.parties.countries[0], ()):
            states = set(other.parties.countries)
            if other.start >= one.start or not agree(one, other):
                continue
            if mine == states or (mine < states and len(edtf) == ISO_DAY):
                days.add(edtf)
        if len(days) == 1:
            one.date = Dated(days.pop(), "", 0, 0, "day-of-plan")


def _on_from_plan(before: Candidate, one: Candidate) -> Dated | None:
    """Return the time of a plan with which "then" goes on from the one told right before it: from that one's on."""
    is_next = before.start < one.start and one.clause.number - before.clause.number <= 1
    if not is_next or THEN.isdisjoint(one.clause.words[max(0, one.trigger[0] - ADJACENT) : one.trigger[1] + 1]):
        return None
    when = before.date.when if before.date is not None else None
    if when is None or when.earliest is None or set(before.parties.countries).isdisjoint(one.parties.countries):
        return None
    return Dated(f"[{when.earliest}..]", "", 0, 0, "then")


def plan_outcomes(merged: list[Candidate]) -> None:
    """Give what is to be signed, undated itself, the time of the visit or talk planned right before it."""
    plans: list[Candidate] = []
    for one in merged:
        if one.date is None or not one.parties.countries:
            continue
        if one.family == "contact" and one.modality == "planned" and one.date.words:
            plans.append(one)
        if one.date.words or not (_is_to_come_of_it(one) or _has_failed(one)):
            continue
        mine = set(one.parties.countries)
        near = (other for other in reversed(plans) if 0 <= one.clause.number - other.clause.number <= BACK)
        plan = next((other for other in near if mine == set(other.parties.countries)), None)
        if plan is None or plan.date is None or (_has_failed(one) and len(plan.date.edtf) != ISO_DAY):
            continue
        when, edtf = plan.date.when, plan.date.edtf
        if "/" in edtf and when is not None and when.earliest is not None and when.latest is not None:
            edtf = f"[{when.earliest}..{when.latest}]"  # on one of its days
        one.date = Dated(edtf, "", 0, 0, "day-of-plan")


def _is_to_come_of_it(one: Candidate) -> bool:
    """Tell whether something is to be signed or agreed, with no time of its own."""
    words = one.clause.words[max(0, one.trigger[0] - 2 * BACK) : one.trigger[1] + 1]
    return one.family in OUTCOMES and one.modality == "planned" and ANOTHER.isdisjoint(words)


def _has_failed(one: Candidate) -> bool:
    """Tell whether the planned meeting is said not to have come about: "The meeting did not take place"."""
    return one.family == "contact" and one.modality == "negated" and is_the_meeting(one)
