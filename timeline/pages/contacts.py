"""What the pages of contacts show: who met and spoke with whom, by level and year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from django.urls import reverse

from timeline.filters import PlaceInList
from timeline.filters.leaders import ContactsForm, query_of
from timeline.filters.sets import LEVELS
from timeline.kinds import CONTACTS, GROUPS
from timeline.models import Country, Leader, Pair
from timeline.pages.dates import month_text
from timeline.pages.facts import pair_name
from timeline.pages.matrix import Cell, Column, Matrix, MatrixRow, columns_of, row_of
from timeline.pages.passages import told
from timeline.queries import EventFilter, ListedEvent, PairPlace, event_list
from timeline.queries.contacts import (
    ContactCount,
    contacts_of_pairs,
    leader_contacts,
    leader_contacts_by_country,
    pair_contacts,
)
from timeline.rows import as_drawn_now


@dataclass(frozen=True)
class PairContacts:
    """A pair in the list of those with most events: its contacts by level."""

    first: Country = told("The first country by slug.")
    second: Country = told("The second country.")
    cells: list[Cell] = told("A number for each level.")
    total: Cell = told("The number of all levels together.")

    @property
    def label(self) -> str:
        """Return what is counted in the row."""
        return pair_name(self.first, self.second)


@dataclass(frozen=True)
class ContactsPage:
    """Contacts of the pairs with most events, without those that have none."""

    levels: list[str] = told("The levels in words, as the columns have them.")
    pairs: list[PairContacts] = told("The pairs, most contacts first.")


@dataclass(frozen=True)
class ContactsOfMonth:
    """The contacts of one month."""

    name: str = told("The month with its year.")
    rows: list[tuple[ListedEvent, bool]] = told("Each contact, and whether it only may lie within the dates asked for.")


@dataclass(frozen=True)
class PairContactsPage:
    """Two countries' contacts by level and year."""

    first: Country = told("The first country.")
    second: Country = told("The second country.")
    matrix: Matrix = told("Level by year.")
    total: int = told("How many contacts there were.")
    form: ContactsForm = told("The filters of the list as the address says them.")
    is_valid: bool = told("Whether the filters can be meant; if not, no event is listed.")
    months: list[ContactsOfMonth] = told("The contacts of this page of the list.")
    following: str = told("The query of the next page of the list; empty on the last.")
    preceding: str = told("The query of the page before; empty on the first.")

    @property
    def words(self) -> str:
        """Return what is listed, in words: level and time as they were asked for."""
        said = self.form.said
        level = next((str(label) for level, label in LEVELS if level == said.get("level")), "")
        return ", ".join(word for word in (level, said.get("when", "")[:60]) if word)


@dataclass(frozen=True)
class LeaderContactsPage:
    """A leader's contacts: by country and year, by level and year."""

    leader: Leader = told("The leader.")
    by_country: Matrix = told("Country by year, most contacts first.")
    by_level: Matrix = told("Level by year.")
    total: int = told("How many contacts there were.")


def _pair_list(first: Country, second: Country, level: str, when: str) -> str:
    """Return the address of a pair's list of contacts."""
    address, query = (
        reverse("timeline:pair_contacts", args=[first.slug, second.slug]),
        query_of({"level": level, "when": when}),
    )
    return f"{address}?{query}#list" if query else f"{address}#list"


def _leader_list(leader: Leader, country: str, level: str, when: str) -> str:
    """Return the address of a leader's list of contacts."""
    query = query_of({"kind": GROUPS["contact"].key, "country": country, "level": level, "when": when})
    return f"{reverse('timeline:leader_events', args=[leader.slug])}?{query}"


def _by_level(counts: Sequence[ContactCount], columns: Sequence[Column], list_of: partial[str]) -> list[MatrixRow]:
    """Return a row for each level that occurs."""
    return [
        row_of(str(label), mine, columns, partial(list_of, str(level)))
        for level, label in LEVELS
        if (mine := [count for count in counts if count.level == level])
    ]


def pair_matrix(place: PairPlace, pair: Pair | None) -> Matrix:
    """Read a pair's contacts by level and year (1 query)."""
    return _pair_matrix(place, pair_contacts(pair) if pair else [])


def _pair_matrix(place: PairPlace, counts: Sequence[ContactCount]) -> Matrix:
    columns = columns_of(counts)
    return Matrix(columns, _by_level(counts, columns, partial(_pair_list, place.first, place.second)))


def pair_contacts_page(place: PairPlace, pair: Pair | None, form: ContactsForm, where: PlaceInList) -> PairContactsPage:
    """Read a pair's contacts and a page of their list (at most 3 queries)."""
    counts = pair_contacts(pair) if pair else []
    chosen = _chosen(form)
    page = event_list(pair, chosen, after=where.after, before=where.before) if pair and chosen else None
    return PairContactsPage(
        first=place.first,
        second=place.second,
        matrix=_pair_matrix(place, counts),
        total=sum(count.count for count in counts),
        form=form,
        is_valid=chosen is not None,
        months=_months(page.events, chosen) if page and chosen else [],
        following=form.query_to("following", page.after) if page else "",
        preceding=form.query_to("preceding", page.before) if page else "",
    )


def _months(events: Iterable[ListedEvent], chosen: EventFilter) -> list[ContactsOfMonth]:
    return [
        ContactsOfMonth(month_text(first), [(event, not event.is_definite(chosen)) for event in group])
        for first, group in groupby(as_drawn_now(events), lambda event: event.sort_date.replace(day=1))
    ]


def _chosen(form: ContactsForm) -> EventFilter | None:
    """Return what the list shall show, or None where something in the address cannot be meant."""
    if not form.is_valid():
        return None
    level, (first, last) = form.cleaned_data["level"], form.cleaned_data["when"] or (None, None)
    return EventFilter(kinds=CONTACTS, levels=(level,) if level else (), earliest=first, latest=last)


def leader_contacts_page(leader: Leader) -> LeaderContactsPage:
    """Read a leader's contacts (3 queries)."""
    counts, theirs = leader_contacts(leader), leader_contacts_by_country(leader)
    columns = columns_of([*counts, *theirs])
    countries = Country.objects.in_bulk({count.country_id for count in theirs})
    by_country: dict[int, list[ContactCount]] = {}
    for count in theirs:
        by_country.setdefault(count.country_id, []).append(count)
    rows = [
        row_of(
            countries[country_id].label,
            mine,
            columns,
            partial(_leader_list, leader, countries[country_id].slug, ""),
            reverse("timeline:country", args=[countries[country_id].slug]),
        )
        for country_id, mine in by_country.items()
    ]
    rows.sort(key=lambda row: (-row.total.count, row.label))
    levels = _by_level(counts, columns, partial(_leader_list, leader, ""))
    total = sum(count.count for count in counts)
    return LeaderContactsPage(leader, Matrix(columns, rows), Matrix(columns, levels), total)


def contacts_page(pairs: Sequence[tuple[Country, Country]]) -> ContactsPage:
    """Read the contacts of some pairs (1 query)."""
    found = contacts_of_pairs([(first.pk, second.pk) for first, second in pairs])
    rows = []
    for first, second in pairs:
        mine = found.get((first.pk, second.pk), {})
        if not any(mine.values()):
            continue
        cells = [
            Cell(mine.get(str(level), 0), _pair_list(first, second, str(level), ""), str(label))
            for level, label in LEVELS
        ]
        total = Cell(sum(mine.values()), _pair_list(first, second, "", ""), "")
        rows.append(PairContacts(first, second, cells, total))
    rows.sort(key=lambda row: (-row.total.count, row.first.slug, row.second.slug))
    return ContactsPage([str(label) for _, label in LEVELS], rows)
