"""Events on one line each, and lists of them by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from timeline.kinds import KINDS, Kind
from timeline.models import Country, Event, Participation
from timeline.pages.dates import month_text
from timeline.pages.passages import told


@dataclass(frozen=True)
class EventLine:
    """An event on one line."""

    event: Event = told("The event.")
    kind: Kind = told("What kind of act it was.")
    parties: list[Country] = told("The countries that were parties, each once.")


def event_line(event: Event) -> EventLine:
    """Show an event whose participations and countries are read already."""
    parties = {
        part.country.slug: part.country for part in event.participations.all() if part.role == Participation.Role.PARTY
    }
    return EventLine(event, KINDS[event.kind], list(parties.values()))


@dataclass(frozen=True)
class MonthOfLines:
    """The events of one month in a list."""

    anchor: str = told("The month as an address's fragment: 2026-01.")
    name: str = told("The month with its year.")
    lines: list[EventLine] = told("Its events, in the order of the list.")


def lines_by_month(events: Iterable[Event]) -> list[MonthOfLines]:
    """Group events that are in order by the month of their first day."""
    months = []
    for first, of_month in groupby(events, lambda event: event.when.sort_date.replace(day=1)):
        lines = [event_line(event) for event in of_month]
        months.append(MonthOfLines(first.isoformat()[:7], month_text(first), lines))
    return months
