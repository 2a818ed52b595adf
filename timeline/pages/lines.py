"""Events on one line each, and filtered lists of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from timeline.filters import EventFilterSet, PlaceInList
from timeline.kinds import KINDS
from timeline.models import Country, Event, Modality, Participation, Thread
from timeline.pages.addresses import address_of
from timeline.pages.dates import ShownDate, month_text, shown_date
from timeline.pages.filters import FilteredList, default_counts, filter_panel
from timeline.pages.passages import told
from timeline.queries import Days, ListOwner, event_list
from timeline.queries.events import LINES_ON_PAGE, event_places, events_with_parts


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event on one line."""

    day: date = told("The first day that it can have.")
    when: ShownDate = told("When it was.")
    group: str = told("The key of the group of its kind, which has a sign.")
    kind: str = told("What kind of act it was, in words.")
    modality: str = told("The key of what became of it; empty for what happened.")
    modality_words: str = told("The same in words.")
    title: str = told("Its title.")
    address: str = told("The address of its page.")
    parties: str = told("The countries that were parties, each once.")
    is_possible: bool = told("Whether it only may lie within the dates that were asked for.", default=False)
    number: int = told("Its place in an editor's order; 0 without one.", default=0)


def event_line(event: Event, *, is_possible: bool = False, number: int = 0) -> EventLine:
    """Show an event whose participations and countries are read already."""
    parties = {
        part.country.slug: part.country for part in event.participations.all() if part.role == Participation.Role.PARTY
    }
    return line_of(event, parties.values(), is_possible=is_possible, number=number)


def line_of(event: Event, parties: Iterable[Country], *, is_possible: bool = False, number: int = 0) -> EventLine:
    """Show an event of which the parties are given."""
    when, kind = event.when, KINDS[event.kind]
    has_happened = event.modality == Modality.HAPPENED
    return EventLine(
        day=when.sort_date,
        when=shown_date(when),
        group=kind.group,
        kind=_(kind.label),
        modality="" if has_happened else event.modality,
        modality_words="" if has_happened else _(event.get_modality_display()),
        title=event.title,
        address=address_of("timeline:event", event.pk, event.slug),
        parties="\u00a0· ".join(country.label for country in parties),
        is_possible=is_possible,
        number=number,
    )


@dataclass(frozen=True)
class GroupOfLines:
    """Events of a list that belong together: those of a month, or of a year."""

    anchor: str = told("The group as an address's fragment: 2026-01.")
    name: str = told("The group in words; empty where the list has but one.")
    lines: list[EventLine] = told("Its events, in the order of the list.")


@dataclass(frozen=True, kw_only=True)
class ListedLines(FilteredList):
    """A filtered list of events, a line each."""

    groups: list[GroupOfLines] = told("The events of this page of the list.")
    is_numbered: bool = told("Whether the events have numbers: the list is in an editor's order.", default=False)


Grouping = Callable[[date], tuple[str, str]]


def by_month(day: date) -> tuple[str, str]:
    """Group by the month of the first day."""
    return day.isoformat()[:7], month_text(day)


def by_year(day: date) -> tuple[str, str]:
    """Group by the year."""
    return f"y{day.year}", str(day.year)


def all_in_one(day: date) -> tuple[str, str]:
    """Leave the list whole."""
    return "", ""


def listed_lines(owner: ListOwner, filters: EventFilterSet, where: PlaceInList, grouping: Grouping) -> ListedLines:
    """Read one page of a list as the address says, and the numbers of its filters (at most 16 queries)."""
    panel = filter_panel(owner, filters, default_counts(owner, filters))
    if filters.chosen is None:
        return ListedLines(filters=filters, panel=panel, groups=[])
    asked = filters.chosen
    page = event_list(owner, asked, after=where.after, before=where.before, limit=LINES_ON_PAGE)
    if isinstance(owner, Days):
        asked = replace(asked, earliest=owner.first, latest=owner.last)
    events = events_with_parts([row.event_id for row in page.events])
    lines = [
        event_line(events[row.event_id], is_possible=not row.is_definite(asked))
        for row in page.events
        if row.event_id in events
    ]
    groups = groupby(lines, lambda line: grouping(line.day))
    return ListedLines(
        filters=filters,
        panel=panel,
        groups=[GroupOfLines(anchor, name, list(of_group)) for (anchor, name), of_group in groups],
        following=filters.query_to("following", page.after),
        preceding=filters.query_to("preceding", page.before),
    )


def numbered_lines(owner: Thread, events: Sequence[Event], filters: EventFilterSet) -> ListedLines:
    """Show those of a thread's events, in their order, that its filters leave (at most 7 queries)."""
    panel = filter_panel(owner, filters, default_counts(owner, filters))
    rows = event_places(owner, filters.chosen) if filters.chosen else {}
    lines = [
        event_line(event, is_possible=not rows[event.pk].is_definite(filters.chosen), number=number)
        for number, event in enumerate(events, start=1)
        if filters.chosen and event.pk in rows
    ]
    groups = [GroupOfLines("", "", lines)] if lines else []
    return ListedLines(filters=filters, panel=panel, groups=groups, is_numbered=True)
