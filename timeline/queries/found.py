"""What a search shows of the rows that it found: no more is read of them than stands on the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.base import ModelState

from timeline.models import Country, Event, Leader, Office, Source, Statement
from timeline.search import Query
from timeline.sql.hits import ask_shown
from timeline.sql.search import Hits


@dataclass(frozen=True)
class FoundEvent:
    """An event with its parties, each once; what was looked for stands between marks in its texts."""

    event: Event
    parties: list[Country]
    title: str
    summary: str


@dataclass(frozen=True)
class FoundStatement:
    """A statement with its speaker, the office then and the country."""

    statement: Statement
    words: str
    leader: Leader | None
    office: Office | None
    country: Country | None


@dataclass(frozen=True)
class FoundSource:
    """A source."""

    source: Source
    title: str


Row = TypeVar("Row", bound=Model)
FoundRow = FoundEvent | FoundStatement | FoundSource


def rows_of(name: str, query: Query, hits: Hits) -> list[tuple[FoundRow, bool]]:
    """Return what is shown of hits that were read without it, in their order (1 query); as ``found_rows``."""
    rows = {row[0]: ROWS[name](row) for row in ask_shown(name, query, [hit.id for hit in hits.hits])()}
    return [(rows[hit.id], hit.is_definite) for hit in hits.hits if hit.id in rows]


def found_rows(name: str, hits: Hits) -> list[tuple[FoundRow, bool]]:
    """Return what hits show that were read with it, and whether they surely lie within the dates asked for."""
    return [(ROWS[name](hit.shown), hit.is_definite) for hit in hits.hits]


def _event(row: Sequence[Any]) -> FoundEvent:
    names = ("id", "slug", "kind", "modality", "edtf")
    parties = {slug: _country(slug, *called) for slug, *called in row[7]}
    return FoundEvent(_read_in_part(Event, names, row), list(parties.values()), row[5], row[6])


OF_STATEMENT = ("id", "speech", "language", "edtf", "speaker_name")


def _statement(row: Sequence[Any]) -> FoundStatement:
    return FoundStatement(
        _read_in_part(Statement, (*OF_STATEMENT, "is_translation"), [*row[: len(OF_STATEMENT)], row[14]]),
        row[5],
        _read_in_part(Leader, ("slug", "name", "pronoun"), row[6:]) if row[6] else None,
        _read_in_part(Office, ("title", "title_es"), row[9:]) if row[9] else None,
        _country(*row[11:14]) if row[11] else None,
    )


def _source(row: Sequence[Any]) -> FoundSource:
    names = ("id", "outlet", "origin", "kind", "published", "language")
    return FoundSource(_read_in_part(Source, names, row), row[6])


def _country(slug: str, name: str, name_es: str) -> Country:
    return _read_in_part(Country, ("slug", "name", "name_es"), (slug, name, name_es))


def _read_in_part(model: type[Row], names: Sequence[str], values: Sequence[Any]) -> Row:
    """Return a row of which only some columns were read, as a query's ``only`` gives it.

    Django's own way goes through all columns of the model and tells everybody who listens; nobody does.
    """
    row = model.__new__(model)
    row.__dict__.update(zip(names, values, strict=False), _state=ModelState())
    row._state.adding = False
    return row


ROWS: dict[str, Callable[[Sequence[Any]], FoundRow]] = {
    "events": _event,
    "statements": _statement,
    "sources": _source,
}
