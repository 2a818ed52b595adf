"""Make one proposal of what the text mentions several times, with all its passages."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.frames import CONTACT_KINDS, SPECIFIC

ONE_SIDED = frozenset("expulsion accusation threat refusal offer sanctions tariffs support invitation request criticism recall summons proposal".split())
APART = (frozenset(("phone_call", "video_call")), frozenset(("visit", "state_visit")))


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without repeats; the first mention keeps its passage, the most exact date wins."""
    kept: list[Candidate] = []
    for one in candidates:
        same = next((other for other in kept if _is_same(other, one)), None)
        if same is None:
            kept.append(one)
        else:
            _absorb(same, one)
    return kept


def _is_same(first: Candidate, second: Candidate) -> bool:
    """Tell whether two candidates are one event: family, modality, parties, people and dates agree."""
    if first.family != second.family or _status(first) != _status(second):
        return False
    if first.clause is second.clause and first.trigger == second.trigger:
        return True
    mine, yours = set(first.parties.countries), set(second.parties.countries)
    if not (mine <= yours or yours <= mine):
        return False
    if not _people_agree(first, second) or not _dates_agree(first, second):
        return False
    if first.family in ONE_SIDED and first.parties.countries[0] != second.parties.countries[0] or first.is_other != second.is_other:
        return False
    if first.family == "contact":
        return not _kinds_apart(first.kind, second.kind)
    if first.family in ("accusation", "refusal") and set(map(id, first.parties.people)) & set(map(id, second.parties.people)):
        return True
    if first.family in ("accusation", "threat", "refusal", "force", "criticism", "accord"):
        return first.clause is second.clause and abs(first.trigger[0] - second.trigger[0]) < 8 or first.kind == second.kind and second.is_definite
    return first.kind == second.kind


def _status(one: Candidate) -> str:
    """Return the modality as far as it keeps events apart."""
    return one.modality


def _kinds_apart(first: str, second: str) -> bool:
    """Tell whether two kinds of contact cannot be one: a call is no visit."""
    calls, visits = APART
    if first in calls and second in visits or first in visits and second in calls:
        return True
    if "announced_meeting" in (first, second) and first != second:
        return False
    return first in calls and second == "meeting" or second in calls and first == "meeting"


def _people_agree(first: Candidate, second: Candidate) -> bool:
    """Tell whether the people named do not exclude each other."""
    mine, yours = set(map(id, first.parties.people)), set(map(id, second.parties.people))
    if not mine or not yours:
        return True
    if len(mine) > 1 and len(yours) > 1 and first.family == "contact":
        return len(mine & yours) > 1
    return bool(mine & yours)


def _dates_agree(first: Candidate, second: Candidate) -> bool:
    """Tell whether the dates given in words overlap; a default date excludes nothing."""
    if first.date is None or second.date is None or not first.date.words or not second.date.words:
        return True
    mine, yours = first.date.when, second.date.when
    if mine is None or yours is None:
        return True
    return mine.overlaps(yours.earliest, yours.latest)


def _absorb(kept: Candidate, other: Candidate) -> None:
    """Take from a repeated mention what the first one lacks."""
    kept.more.append((other.clause, other.first, other.last))
    if other.date is not None and other.date.words and (kept.date is None or not kept.date.words):
        kept.date = other.date
    if kept.kind in CONTACT_KINDS and other.kind in SPECIFIC and kept.kind in SPECIFIC and SPECIFIC.index(other.kind) < SPECIFIC.index(kept.kind):
        kept.kind = other.kind
    if not set(other.parties.countries) >= set(kept.parties.countries) or kept.parties.is_inferred and not other.parties.is_inferred:
        kept.parties.is_inferred = kept.parties.is_inferred and other.parties.is_inferred
    for person in other.parties.people:
        if person not in kept.parties.people:
            kept.parties.people.append(person)
    kept.confidence = min(0.95, max(kept.confidence, other.confidence) + 0.05)
    kept.is_background = kept.is_background and other.is_background
