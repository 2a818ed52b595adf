"""What a leader's pages show: offices, whom they met, what they said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.filters import PlaceInList, RecordFilterSet
from timeline.models import Leader, Tenure
from timeline.models.country import label_of
from timeline.pages.addresses import addresses_of
from timeline.pages.bands import Band, life_in_offices
from timeline.pages.dates import ShownDate, shown_date
from timeline.pages.event import SaidLine, said_line
from timeline.pages.lines import EventLine, ListedLines, by_month, event_line, listed_lines
from timeline.pages.passages import Notes, told
from timeline.queries.contacts import PersonMet
from timeline.queries.leaders import LeaderRecord, SpokenOf
from timeline.values import When


@dataclass(frozen=True, slots=True)
class SpokenOfLink:
    """A country that a leader spoke about."""

    label: str = told("Its name.")
    address: str = told("The address of what was said about it.")
    size: str = told("How many statements that are, in words.")


@dataclass(frozen=True, slots=True)
class MetLine:
    """Somebody with whom a leader was in contact."""

    name: str = told("The person's name.")
    address: str = told("The address of the person's page.")
    country: str = told("The country for which the person acted.")
    calls: int = told("How often they spoke.")
    meetings: int = told("How often they met.")
    last: ShownDate = told("When they were last in contact.")
    last_title: str = told("What that was.")
    last_address: str = told("The address of its page.")


@dataclass(frozen=True)
class LeaderPage:
    """All of a leader's page."""

    leader: Leader = told("The leader.")
    tenures: list[Tenure] = told("Offices, the latest first.")
    band: Band | None = told("The offices over time; nothing where none is recorded.")
    met: list[MetLine] = told("With whom there were calls, visits and meetings, most often first.")
    spoken_of: list[SpokenOfLink] = told("The countries spoken about, most often first.")
    events: list[EventLine] = told("The latest events with this leader.")
    event_count: int = told("How many events there are in all.")
    statements: list[SaidLine] = told("The latest statements.")
    statement_count: int = told("How many statements there are in all.")

    @property
    def names(self) -> list[str]:
        """Return the other forms of the name by which the person is found."""
        return [name.text for name in self.leader.names.all() if name.kind != "misspelling"]


def leader_page(record: LeaderRecord, today: date) -> LeaderPage:
    """Show a leader (no query beside those of the record)."""
    return LeaderPage(
        leader=record.leader,
        tenures=record.tenures,
        band=life_in_offices(record.tenures, today),
        met=_met(record.met),
        spoken_of=_spoken_of(record.leader, record.spoken_of),
        events=[event_line(event) for event in record.events],
        event_count=record.event_count,
        statements=[said_line(statement, Notes()) for statement in record.statements],
        statement_count=record.statement_count,
    )


def _met(people: Iterable[PersonMet]) -> list[MetLine]:
    to_leader, to_event = addresses_of("timeline:leader"), addresses_of("timeline:event")
    return [
        MetLine(
            met.name,
            to_leader(met.slug),
            label_of(met.country, met.country_es),
            met.calls,
            met.meetings,
            shown_date(When.parse(met.last_edtf)),
            met.last_title,
            to_event(met.last_id, met.last_slug),
        )
        for met in people
    ]


def _spoken_of(leader: Leader, countries: Sequence[SpokenOf]) -> list[SpokenOfLink]:
    # Of nearly two hundred countries many have the same number.
    sizes = {
        count: ngettext("%(n)s statement", "%(n)s statements", count) % {"n": count}
        for count in {spoken.statements for spoken in countries}
    }
    to_country = addresses_of("timeline:leader_on_country")
    return [
        SpokenOfLink(
            label_of(spoken.name, spoken.name_es),
            to_country(leader.slug, spoken.slug),
            sizes[spoken.statements],
        )
        for spoken in countries
    ]


@dataclass(frozen=True)
class LeaderEventsPage:
    """A leader's events, as the filters say."""

    leader: Leader = told("The leader.")
    listed: ListedLines = told("The list with its filters.")

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it."""
        return _("%(name)s: events") % {"name": self.leader.name}

    @property
    def has_files(self) -> bool:
        """Return whether the list can be had in other forms, at addresses beside the page's."""
        return True


def leader_events_page(leader: Leader, filters: RecordFilterSet, where: PlaceInList) -> LeaderEventsPage:
    """Read a page of a leader's events (at most 16 queries)."""
    return LeaderEventsPage(leader, listed_lines(leader, filters, where, by_month))
