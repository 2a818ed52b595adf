"""What the pages and mails of following show: a list in words, how much of it there is, what is new in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.models import Citation, Coverage, Delivery, Follow, Follower, FollowRequest, Frequency
from timeline.outputs.entry import Entry, entry_of, plain
from timeline.outputs.lists import Asked, GivenList, list_at
from timeline.pages.dates import day_text
from timeline.queries.contents import coverage_of_list
from timeline.queries.exports import Exported
from timeline.queries.published import MOST_ENTRIES, Moments


@dataclass(frozen=True)
class FollowedList:
    """A list that is followed: what it is called, where it is (empty where it is gone), why, how often."""

    number: int
    title: str
    address: str
    note: str
    frequency: str
    is_cut: bool = False


@dataclass(frozen=True)
class Line:
    """An event or a statement in a mail, with its sources and the lists for whose sake it is told."""

    entry: Entry
    sources: Sequence[tuple[str, str]]
    reasons: Sequence[str]
    is_corrected: bool
    was_told: bool


@dataclass(frozen=True)
class CoveredLists:
    """What is covered of some lists: their titles (none for the record as a whole), a sentence, gaps in English."""

    titles: Sequence[str]
    sentence: str
    gaps: str


@dataclass(frozen=True)
class Digest:
    """What one mail tells: what is new, the latest first, what was withdrawn and why, of which lists.

    ``quiet`` are the lists of a week in which nothing is new: of these that is said. ``covered`` is what is covered of
    all that is told of.
    """

    follows: Sequence[FollowedList]
    lines: Sequence[Line]
    gone: Sequence[str]
    quiet: Sequence[str] = ()
    covered: Sequence[CoveredLists] = ()

    @property
    def has_news(self) -> bool:
        """Return whether anything is new."""
        return bool(self.lines or self.gone)

    @property
    def fresh(self) -> list[Line]:
        """Return what an earlier mail has not told."""
        return [line for line in self.lines if not line.was_told]

    @property
    def corrected(self) -> list[Line]:
        """Return what an earlier mail has told and was corrected since."""
        return [line for line in self.lines if line.was_told]

    @property
    def with_notes(self) -> list[FollowedList]:
        """Return the lists of which the reader noted why, or that had more than is told."""
        return [follow for follow in self.follows if follow.note or follow.is_cut]


def asked_of(what: Follow | FollowRequest, at: datetime, site: str) -> Asked:
    """Return what a follow asks of its list."""
    return Asked(QueryDict(what.query), site, at.astimezone(settings.MAIL_ZONE).date())


def followed_list(what: Follow | FollowRequest, at: datetime, site: str) -> FollowedList:
    """Return a follow in words."""
    return _named(what, list_at(what.path, asked_of(what, at, site)))


def _named(what: Follow | FollowRequest, listed: GivenList | None, *, is_cut: bool = False) -> FollowedList:
    is_there = listed is not None and listed.contents is not None
    title, address = (listed.offered.full_title, listed.offered.address) if listed and is_there else (what.path, "")
    return FollowedList(what.pk, plain(title), address, what.note, what.frequency, is_cut)


def follows_of(follower: Follower, at: datetime) -> list[FollowedList]:
    """Return all that somebody follows, in words (1 query, and those that find each list)."""
    return [followed_list(follow, at, "") for follow in follower.follows.order_by("pk")]


def digest_of(delivery: Delivery, site: str) -> Digest:
    """Return what a mail tells, in the language that is on: of each follow what the feed of its list tells of the time.

    What several follows tell stands once, with each of them as a reason. The mail of a week tells also of what is
    followed daily: one mail goes to an address on Monday.
    """
    follows: list[FollowedList] = []
    found: dict[str, _Told] = {}
    gone: dict[str, str] = {}
    quiet: list[str] = []
    covered: dict[int, tuple[Coverage, list[str]]] = {}
    frequencies = {delivery.frequency, Frequency.DAILY if delivery.frequency == Frequency.WEEKLY else ""}
    waiting = delivery.follower.follows.filter(frequency__in=frequencies, told_until__lt=delivery.until)
    for follow in waiting.order_by("pk"):
        listed = list_at(follow.path, asked_of(follow, delivery.until, site))
        if listed is None or listed.contents is None:
            follows.append(_named(follow, None))
            continue
        last = listed.contents.published_last(Moments(follow.told_until, delivery.until))
        named = _named(follow, listed, is_cut=len(last.rows) >= MOST_ENTRIES)
        follows.append(named)
        if coverage := coverage_of_list(listed.contents):
            covered.setdefault(coverage.pk, (coverage, []))[1].append(named.title)
        for row in last.rows:
            told = found.setdefault(f"{type(row).__name__} {row.pk}", _Told(row, last.corrections.get(row.pk)))
            told.reasons.append(named.title)
            told.was_told |= follow.created_at <= row.published_at < follow.told_until
        for one in reversed(last.withdrawals):
            gone[f"{one.event_id} {one.statement_id}"] = _withdrawn(one.event_id, one.statement_id, one.reason)
        if follow.frequency == Frequency.WEEKLY and not last.rows and not last.withdrawals:
            quiet.append(named.title)
    lines = [_line(told, site) for told in found.values()]
    lines.sort(key=lambda line: (line.entry.updated, line.entry.name), reverse=True)
    return Digest(follows, lines, list(gone.values()), quiet, [_covered(*one) for one in covered.values()])


def _covered(coverage: Coverage, titles: Sequence[str]) -> CoveredLists:
    """Return in words what is covered, with the titles of the lists where it is said of a pair."""
    until = day_text(coverage.covers_until) if coverage.covers_until else ""
    if not coverage.covers_from:
        sentence = ""
    elif until:
        sentence = _("Covered: %(first)s to %(last)s.") % {"first": day_text(coverage.covers_from), "last": until}
    else:
        sentence = _("Covered: %(first)s to today.") % {"first": day_text(coverage.covers_from)}
    checked = _("Sources were last looked through on %(day)s.")
    checked %= {"day": day_text(coverage.checked_at.astimezone(settings.MAIL_ZONE).date())}
    sentence = f"{sentence} {checked}".strip()
    return CoveredLists(titles if coverage.first_id else (), sentence, plain(coverage.known_gaps))


@dataclass
class _Told:
    """What is told of, why it was corrected, for the sake of which lists, and whether a mail has told of it before."""

    row: Exported
    correction: str | None
    reasons: list[str] = field(default_factory=list)
    was_told: bool = False


def _line(told: _Told, site: str) -> Line:
    entry, is_corrected = entry_of(told.row, site, told.correction), told.correction is not None
    return Line(entry, _sources(told.row.citations), told.reasons, is_corrected, told.was_told)


def _sources(citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """Return the outlet and the address of each source, each once."""
    return list(dict.fromkeys((plain(citation.source.outlet), citation.source.address) for citation in citations))


def _withdrawn(event_id: int | None, statement_id: int | None, reason: str) -> str:
    what = _("Event %(n)s") % {"n": event_id} if event_id else _("Statement %(n)s") % {"n": statement_id}
    return plain(capfirst(f"{what}: {reason}"))
