"""Lists of events as pages show them: grouped by year and month, dense months folded, with the way to other years."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.utils.dates import MONTHS
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from timeline.models import Country
from timeline.pages.passages import told
from timeline.queries import EventFilter, ListedEvent, PairCounts

# A month with more events than these shows the first few, and a link that shows the others.
MOST_IN_MONTH = 6
SHOWN_OF_DENSE_MONTH = 3


@dataclass(frozen=True)
class RowMarks:
    """What only the page on which they stand knows of events."""

    first: Country | None = told("The country on the left; without it rows have no sides.", default=None)
    second: Country | None = told("The country on the right.", default=None)
    new: frozenset[int] = told("Events that are new since the reader's last visit.", default=frozenset())
    corrected: frozenset[int] = told("Events that were corrected since then.", default=frozenset())
    sources: Mapping[int, list[int]] = told("Numbers of each event's sources on this page.", default_factory=dict)
    answers: int = told("The event that answers to the date asked for; 0 for none.", default=0)

    @property
    def names(self) -> dict[str, str]:
        """Return by side who acts, as a word; none without sides."""
        if self.first is None or self.second is None:
            return {}
        return {"first": self.first.label, "joint": _("Both"), "second": self.second.label}


# Not frozen: a page has many, and each would take twice as long to make.
@dataclass(slots=True)
class TimelineRow:
    """One event on a page: its kept row, and what only this page knows of it."""

    event_id: int = told("The event.")
    sort_date: date = told("The day under which it stands.")
    html: SafeString = told("Its kept row: drawn and escaped by a template of ours (timeline.rows).")
    side: str = told("Where it stands, of first, joint and second.")
    side_name: str = told("Who acts, as a word beside the row; empty on lists without sides.")
    level: str = told("The highest level of those who took part.")
    is_only_mentioned: bool = told("Whether the countries of the list are no parties of it.")
    is_possible: bool = told("Whether it only may lie within the dates that were asked for.")
    day: str = told("The day as an address's fragment, on the first event of a day that is known; else empty.")
    sources: str = told("Numbers of its sources in the list at the foot of the page, in brackets.")
    is_new: bool = told("Whether it is new since the reader's last visit.")
    is_corrected: bool = told("Whether it was corrected since then.")
    is_answer: bool = told("Whether it is the event that answers to the date asked for.")

    @property
    def more_variants(self) -> str:
        """Return what tells it from other events of its side and level, as variants of its class; mostly nothing."""
        if not (self.is_possible or self.is_only_mentioned or self.is_answer):
            return ""
        told_apart = {"possible": self.is_possible, "mentioned": self.is_only_mentioned, "answer": self.is_answer}
        return "".join(f" event--{name}" for name, is_so in told_apart.items() if is_so)


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """The events of one month."""

    anchor: str = told("The month as an address's fragment: 2026-01.")
    address: str = told("Where the month has a page of its own; else its place on this page.")
    name: str = told("The month's name.")
    year: int = told("Its year.")
    rows: list[TimelineRow] = told("The events that are shown at once, in the order of the list.")
    folded: list[TimelineRow] = told("The events that a link shows, after those; empty in a month that is not dense.")

    @property
    def folded_from(self) -> int:
        """Return the number within the month of the first event that is folded."""
        return len(self.rows) + 1

    @property
    def unfold(self) -> str:
        """Return the words of the link that shows what is folded; empty where nothing is."""
        if not self.folded:
            return ""
        said = {"n": len(self.folded), "month": self.name, "year": self.year}
        return (
            ngettext(
                "Show %(n)s more event of %(month)s %(year)s",
                "Show %(n)s more events of %(month)s %(year)s",
                len(self.folded),
            )
            % said
        )


class _WordsOfNumber(NamedTuple):
    """A number of events in words, and the word after the number alone."""

    whole: str
    noun: str


@lru_cache(maxsize=4096)
def _words_of_number(language: str, count: int) -> _WordsOfNumber:
    """Return them in the language that is on: which plural a number has is worked out anew each time."""
    whole = ngettext("%(n)s event", "%(n)s events", count) % {"n": count}
    return _WordsOfNumber(whole, ngettext("event", "events", count))


# Told apart by what it is, as a column of the strip: known as drawn where the same step was made before.
@dataclass(frozen=True, slots=True, eq=False)
class YearStep:
    """The way from one year to another."""

    year: int = told("The year.")
    count: int = told("How many events of the list begin in it.")
    address: str = told("Where it is: on this page, or on the page of the list that begins with it.")

    @property
    def noun(self) -> str:
        """Return the word after the number."""
        return _words_of_number(get_language() or "", self.count).noun


@dataclass(frozen=True)
class TimelineYear:
    """The months of one year."""

    year: int = told("The year.")
    months: list[TimelineMonth] = told("Its months that have events, in the order of the list.")
    count: int = told("How many events of the list begin in it; 0 where that was not counted.", default=0)
    before: YearStep | None = told("The year before it in the order of the list.", default=None)
    after: YearStep | None = told("The year after it in the order of the list.", default=None)

    @property
    def size(self) -> str:
        """Return how many events begin in it, in words; empty where that was not counted."""
        return _words_of_number(get_language() or "", self.count).whole if self.count else ""


@dataclass
class _Days:
    """Give each day's fragment to its first event on the page."""

    seen: set[date] = field(default_factory=set)

    def fragment(self, event: ListedEvent) -> str:
        if event.span_days or event.sort_date in self.seen:
            return ""
        self.seen.add(event.sort_date)
        return event.sort_date.isoformat()


def grouped(
    events: Iterable[ListedEvent],
    chosen: EventFilter | None = None,
    marks: RowMarks | None = None,
    months_at: str = "",
) -> list[TimelineYear]:
    """Group events that are in order by year and month of their first day, and fold what is dense.

    Where the reader asked for a month or less, nothing is folded: there it is what was asked for. ``months_at`` is the
    address below which months have pages of their own.
    """
    marks, days = marks or RowMarks(), _Days()
    names, dated = marks.names, chosen if chosen and (chosen.earliest or chosen.latest) else None
    rows = [
        TimelineRow(
            event_id=event.event_id,
            sort_date=event.sort_date,
            html=SafeString(event.html),
            side=event.side,
            side_name=names.get(event.side, ""),
            level=event.level,
            is_only_mentioned=not event.is_party,
            is_possible=dated is not None and not event.is_definite(dated),
            day=days.fragment(event),
            sources=" ".join([f"[{number}]" for number in marks.sources.get(event.event_id, ())]),
            is_new=event.event_id in marks.new,
            is_corrected=event.event_id in marks.corrected,
            is_answer=event.event_id == marks.answers,
        )
        for event in events
    ]
    may_fold, language = chosen is None or not _is_within_month(chosen), get_language() or ""
    return [
        TimelineYear(
            year,
            [
                _month(_texts_of_month(language, year, month), list(of_month), months_at, may_fold=may_fold)
                for month, of_month in groupby(of_year, key=lambda row: row.sort_date.month)
            ],
        )
        for year, of_year in groupby(rows, key=lambda row: row.sort_date.year)
    ]


def _is_within_month(chosen: EventFilter) -> bool:
    first, last = chosen.earliest, chosen.latest
    return bool(first and last and (first.year, first.month) == (last.year, last.month))


class _TextsOfMonth(NamedTuple):
    """A month as an address's fragment, as the end of its page's address, and in words."""

    anchor: str
    page: str
    name: str
    year: int


@lru_cache(maxsize=4096)
def _texts_of_month(language: str, year: int, month: int) -> _TextsOfMonth:
    """Return what is said of a month in the language that is on; every list has the same."""
    return _TextsOfMonth(f"{year:04d}-{month:02d}", f"{year:04d}/{month:02d}/", str(MONTHS[month]), year)


def _month(month: _TextsOfMonth, rows: list[TimelineRow], months_at: str, *, may_fold: bool) -> TimelineMonth:
    shown = SHOWN_OF_DENSE_MONTH if may_fold and len(rows) > MOST_IN_MONTH else len(rows)
    address = f"{months_at}{month.page}" if months_at else f"#{month.anchor}"
    return TimelineMonth(month.anchor, address, month.name, month.year, rows[:shown], rows[shown:])


@dataclass(frozen=True)
class YearsOfList:
    """The years of a list, and the way to each."""

    counts: Mapping[int, int] = told("How many events begin in each year, in the order of the list.")
    here: tuple[int, ...] = told("The years of which this page shows events.")
    elsewhere: Callable[[int], str] = told("Gives the address of the page of the list that begins with a year.")

    @property
    def steps(self) -> list[YearStep]:
        """Return the way to each year."""
        return [self._step_to(year) for year in self.counts]

    def with_steps(self, years: Sequence[TimelineYear]) -> list[TimelineYear]:
        """Return the years of a page with their counts and the ways to the years beside them in the list."""
        in_order = list(self.counts)
        place = {year: number for number, year in enumerate(in_order)}
        return [
            TimelineYear(
                year.year,
                year.months,
                self.counts[year.year],
                self._step_to(in_order[place[year.year] - 1]) if place[year.year] else None,
                self._step_to(in_order[place[year.year] + 1]) if place[year.year] + 1 < len(in_order) else None,
            )
            for year in years
        ]

    def _step_to(self, year: int) -> YearStep:
        return _year_step(year, self.counts[year], f"#y{year}" if year in self.here else self.elsewhere(year))


@lru_cache(maxsize=4096)
def _year_step(year: int, count: int, address: str) -> YearStep:
    """Return a step; in most years of a list an event more changes nothing, so they are the same ones."""
    return YearStep(year, count, address)


def span_of(counts: PairCounts) -> tuple[date, date] | None:
    """Return the first day of the first month and of the last month that have events."""
    months = counts.of("month")
    if not months:
        return None
    return date.fromisoformat(f"{min(months)[:7]}-01"), date.fromisoformat(f"{max(months)[:7]}-01")
