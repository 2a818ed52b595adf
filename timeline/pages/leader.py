"""What a leader's pages show: offices, whom they met, what they said."""

from dataclasses import dataclass
from datetime import date

from timeline.filters import PlaceInList
from timeline.filters.leaders import Acts, LeaderEventsForm, StatementsForm
from timeline.filters.sets import Order
from timeline.kinds import CONTACTS
from timeline.models import Country, Leader, Statement, Tenure
from timeline.pages.bands import Band, life_in_offices
from timeline.pages.event import SaidLine, said_line
from timeline.pages.lines import EventLine, MonthOfLines, event_line, lines_by_month
from timeline.pages.passages import Notes, told
from timeline.queries.contacts import PersonMet, countries_met, leader_events
from timeline.queries.events import page_of_events, within
from timeline.queries.leaders import (
    LeaderRecord,
    SpokenOf,
    page_of_statements,
    speech_counts,
    statements_of,
)


@dataclass(frozen=True)
class LeaderPage:
    """All of a leader's page."""

    leader: Leader = told("The leader.")
    tenures: list[Tenure] = told("Offices, the latest first.")
    band: Band | None = told("The offices over time; nothing where none is recorded.")
    met: list[PersonMet] = told("With whom there were calls, visits and meetings, most often first.")
    spoken_of: list[SpokenOf] = told("The countries spoken about, most often first.")
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
        met=record.met,
        spoken_of=record.spoken_of,
        events=[event_line(event) for event in record.events],
        event_count=record.event_count,
        statements=[said_line(statement, Notes()) for statement in record.statements],
        statement_count=record.statement_count,
    )


@dataclass(frozen=True)
class LeaderEventsPage:
    """A leader's events, all or with one country, at one level, at one time."""

    leader: Leader = told("The leader.")
    form: LeaderEventsForm = told("The filters as the address says them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is shown.")
    country: Country | None = told("The country with which, where one is named.")
    is_contacts: bool = told("Whether only calls, visits and meetings are shown.")
    countries: list[Country] = told("The countries with which there are events, for the filter.")
    months: list[MonthOfLines] = told("The events of this page of the list.")
    count: int = told("How many events the filtered list has.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")


def leader_events_page(leader: Leader, form: LeaderEventsForm, where: PlaceInList) -> LeaderEventsPage:
    """Read a page of a leader's events (at most 8 queries)."""
    asked = form.cleaned_data if form.is_valid() else None
    months: list[MonthOfLines] = []
    count, following, preceding = 0, "", ""
    if asked is not None:
        rows = leader_events(leader, asked["country"])
        rows = rows.filter(kind__in=CONTACTS) if asked["show"] else rows
        rows = rows.filter(level=asked["level"]) if asked["level"] else rows
        rows = rows.filter(within(*asked["when"])) if asked["when"] else rows
        page = page_of_events(rows, where.after, where.before, is_oldest_first=bool(asked["order"]))
        months, count = lines_by_month(page.events), rows.count()
        following, preceding = form.query_to("following", page.after), form.query_to("preceding", page.before)
    return LeaderEventsPage(
        leader=leader,
        form=form,
        is_valid=asked is not None,
        country=asked["country"] if asked else None,
        is_contacts=bool(asked and asked["show"] == Acts.CONTACTS),
        countries=countries_met(leader),
        months=months,
        count=count,
        following=following,
        preceding=preceding,
    )


@dataclass(frozen=True)
class StatementsPage:
    """What a leader said, all or about one country, over time."""

    leader: Leader = told("The leader.")
    country: Country | None = told("The country spoken about; nothing: all that was said.")
    form: StatementsForm = told("The filters as the address says them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no statement is shown.")
    said: list[SaidLine] = told("The statements of this page of the list.")
    count: int = told("How many statements the filtered list has.")
    forms: list[tuple[str, str, int, str]] = told("Key, word, number and query of each form of speech that occurs.")
    total: int = told("How many statements there are in all forms.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")

    @property
    def all_query(self) -> str:
        """Return the query of the list with every form of speech."""
        return self.form.query_with(speech="")

    @property
    def turned_query(self) -> str:
        """Return the query of the list in the other order."""
        return self.form.query_with(order="" if self.form.said.get("order") else Order.NEWEST.value)


def statements_page(
    leader: Leader, country: Country | None, form: StatementsForm, where: PlaceInList
) -> StatementsPage:
    """Read a page of what a leader said (at most 8 queries)."""
    rows = statements_of(leader)
    rows = rows.filter(about=country) if country else rows
    counts = speech_counts(rows)
    asked = form.cleaned_data if form.is_valid() else None
    said: list[SaidLine] = []
    following = preceding = ""
    if asked is not None:
        rows = rows.filter(speech=asked["speech"]) if asked["speech"] else rows
        page = page_of_statements(rows, where.after, where.before, is_newest_first=bool(asked["order"]))
        said = [said_line(statement, Notes()) for statement in page.statements]
        following, preceding = form.query_to("following", page.after), form.query_to("preceding", page.before)
    speech = asked["speech"] if asked else ""
    return StatementsPage(
        leader=leader,
        country=country,
        form=form,
        is_valid=asked is not None,
        said=said,
        count=(counts.get(speech, 0) if speech else sum(counts.values())) if asked is not None else 0,
        forms=[
            (key, str(label), counts.get(key, 0), form.query_with(speech=key))
            for key, label in Statement.Speech.choices
            if key in counts or key == speech
        ],
        total=sum(counts.values()),
        following=following,
        preceding=preceding,
    )
