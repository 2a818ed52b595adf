"""What a leader said, as a filter asks for it, with the numbers of its options."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce

from timeline.models import Country, Leader, Statement
from timeline.models.vectors import words_asked
from timeline.queries.facets import MOST_COUNTED
from timeline.queries.keyset import Cursor, from_place, page_of
from timeline.queries.leaders import kept_said, statements_of, with_all, with_speakers
from timeline.sql.facets import live_counts

STATEMENTS_ON_PAGE = 30


@dataclass(frozen=True)
class StatementFilter:
    """What a list of statements shows: empty tuples, texts and None mean no limit; ``countries`` are ids."""

    speech: tuple[str, ...] = ()
    countries: tuple[int, ...] = ()
    text: str = ""
    earliest: date | None = None
    latest: date | None = None
    is_newest_first: bool = False

    def is_definite(self, statement: Statement) -> bool:
        """Return whether the whole span in which it was said lies within the dates; else it is only possible."""
        when = statement.when
        begins = self.earliest is None or self.earliest <= when.sort_date
        return begins and (self.latest is None or when.last_date <= self.latest)


def statements_on(leader: Leader, about: Country | None, chosen: StatementFilter) -> QuerySet[Statement]:
    """Return what a leader said, about a country where one is named, as a filter shows it, without an order."""
    return narrowed(statements_of(leader), about, chosen)


def narrowed(rows: QuerySet[Statement], about: Country | None, chosen: StatementFilter) -> QuerySet[Statement]:
    """Return those of some statements that are about a country, where one is named, and that a filter shows."""
    spoken_of = Statement.about.through.objects
    if about is not None:
        rows = rows.filter(pk__in=spoken_of.filter(country=about).values("statement"))
    if chosen.speech:
        rows = rows.filter(speech__in=chosen.speech)
    if chosen.countries:
        rows = rows.filter(pk__in=spoken_of.filter(country__in=chosen.countries).values("statement"))
    if chosen.text:
        rows = rows.filter(search=words_asked(chosen.text))
    if chosen.earliest:
        rows = rows.annotate(until=Coalesce("latest", "earliest")).filter(until__gte=chosen.earliest)
    return rows.filter(sort_date__lte=chosen.latest) if chosen.latest else rows


@dataclass(frozen=True)
class StatementCounts:
    """How many statements a list has, and how many each value of each filter would show beside the others."""

    total: int
    by: dict[str, dict[str, int]]
    is_complete: bool

    @property
    def is_counted(self) -> bool:
        """Return whether the list itself was counted whole, though its filters may leave too many elsewhere."""
        return self.is_complete or self.total <= MOST_COUNTED


def statement_counts(leader: Leader, about: Country | None, chosen: StatementFilter) -> StatementCounts:
    """Count a list by form of speech and by country, each beside the other filters (1 query).

    The whole list is counted already.
    """
    if chosen == StatementFilter():
        return _kept_counts(leader, about)
    without = {"form": replace(chosen, speech=()), "about": replace(chosen, countries=())}
    active = [dimension for dimension, less in without.items() if less != chosen]
    parts = [
        (chosen, [dimension for dimension in without if dimension not in active]),
        *((without[dimension], [dimension]) for dimension in active),
    ]
    found = _counted(leader, about, parts)
    by = {
        dimension: {value: count for (name, value), count in counted.items() if name == dimension}
        for (_, dimensions), counted in zip(parts, found, strict=True)
        for dimension in dimensions
    }
    totals = [counted.get(("total", ""), 0) for counted in found]
    return StatementCounts(totals[0], by, max(totals) <= MOST_COUNTED)


def _kept_counts(leader: Leader, about: Country | None) -> StatementCounts:
    kept, by_country = kept_said(leader), Counter[str]()
    for row in kept:
        if about is None and row.country_id is not None:
            by_country[str(row.country_id)] += row.statements
    forms = {row.speech: row.statements for row in kept if row.country_id == (about.pk if about else None)}
    return StatementCounts(sum(forms.values()), {"form": forms, "about": dict(by_country)}, is_complete=True)


def statement_numbers(leader: Leader, about: Country | None, choices: Sequence[StatementFilter]) -> list[int]:
    """Return how many statements each of several filters leaves (1 query)."""
    found = _counted(leader, about, [(chosen, []) for chosen in choices])
    return [counted.get(("total", ""), 0) for counted in found]


def _counted(
    leader: Leader, about: Country | None, parts: Sequence[tuple[StatementFilter, list[str]]]
) -> list[dict[tuple[str, str], int]]:
    countries = Statement.about.through.objects.filter(statement=OuterRef("pk")).values("country")
    return live_counts(
        [
            (_limited(statements_on(leader, about, part).annotate(abouts=ArraySubquery(countries))), ["total", *names])
            for part, names in parts
        ]
    )


def _limited(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by()[: MOST_COUNTED + 1]


@dataclass(frozen=True)
class StatementList:
    """A page of statements, and the places of the pages after and before it."""

    statements: list[Statement]
    after: Cursor | None
    before: Cursor | None


def page_of_statements(
    rows: QuerySet[Statement], after: Cursor | None, before: Cursor | None, *, is_newest_first: bool
) -> StatementList:
    """Cut one page of statements by first day and id (4 queries; 1 where nothing is found)."""
    place, ascending = before or after, is_newest_first == (before is not None)
    here = (place.sort_date, place.event_id) if place else None
    found = from_place(with_speakers(rows), ("sort_date", "id"), here, ascending=ascending)[: STATEMENTS_ON_PAGE + 1]
    return StatementList(*page_of(with_all(list(found)), STATEMENTS_ON_PAGE, _place, after, before))


def _place(statement: Statement) -> Cursor:
    """Return the place of a statement; a statement has no span and no order within a day here."""
    return Cursor(statement.when.sort_date, 0, 0, statement.pk)
