"""Bringing the tables of countries, offices and leaders into line with the files of timeline/data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Model

from timeline.actions.links import refresh_names
from timeline.gazetteer import CountryEntry, Gazetteer, LeaderEntry, OfficeEntry, TenureEntry, search_key
from timeline.models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    Office,
    Participation,
    Statement,
    Succession,
    Tenure,
)
from timeline.values import When

log = structlog.get_logger(__name__)

Fields = dict[str, Any]


@dataclass(frozen=True)
class Loaded:
    """How many rows of one table were added, changed, removed, and found as they should be."""

    table: str
    added: int
    changed: int
    removed: int
    unchanged: int

    @property
    def has_changed(self) -> bool:
        """Say whether the table was not yet as the files have it."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class _Synced:
    """What became of a table: the counts, and every row added, changed or removed."""

    counts: Loaded
    rows: list[Any]


@transaction.atomic
def load_gazetteer(gazetteer: Gazetteer, *, by: str, at: datetime) -> tuple[Loaded, ...]:
    """Make the tables say what the gazetteer says, in order of dependence; a second run changes nothing.

    Countries, offices and leaders that the files do not know are kept. Names, successions and tenures that they no
    longer know go, but a tenure that the record uses stays. About 25 SQL queries, whatever the number of rows.
    What the record shows of changed countries and leaders is rendered anew.
    """
    none: frozenset[int] = frozenset()
    country = _sync(Country, ("slug",), _country_rows(gazetteer))
    countries = _ids(Country)
    names = _sync(CountryName, _NAME_KEY, _name_rows(gazetteer, countries), kept=none)
    succession_rows = _successions(gazetteer, countries)
    successions = _sync(Succession, ("predecessor_id", "successor_id"), succession_rows, kept=none)
    office = _sync(Office, ("slug",), (_office_fields(entry, countries) for entry in gazetteer.offices.values()))
    leader = _sync(Leader, ("slug",), map(_leader_fields, gazetteer.leaders.values()))
    leaders, offices = _ids(Leader), _ids(Office)
    aliases = _sync(LeaderName, ("leader_id", "text"), _aliases(gazetteer, leaders), kept=none)
    tenure_rows = (_tenure_fields(entry, leaders, offices) for entry in gazetteer.tenures)
    tenures = _sync(Tenure, ("leader_id", "office_id", "started"), tenure_rows, kept=_used_tenures(), alike=2)
    refresh_names(
        at=at,
        country_ids=sorted(
            {row.pk for row in country.rows}
            | {row.country_id for row in names.rows}
            | {row.country_id for row in office.rows}
        ),
        leader_ids=sorted({row.pk for row in leader.rows} | {row.leader_id for row in tenures.rows}),
    )
    loaded = tuple(synced.counts for synced in (country, names, successions, office, leader, aliases, tenures))
    log.info(
        "gazetteer_loaded", by=by, at=at.isoformat(), tables=[table.table for table in loaded if table.has_changed]
    )
    return loaded


_NAME_KEY = ("country_id", "text", "language", "kind", "valid_from")


def _ids(model: type[Model]) -> Mapping[str, int]:
    """Return the primary key of each slug. One query."""
    return dict(model._default_manager.values_list("slug", "pk"))


def _country_rows(gazetteer: Gazetteer) -> Iterable[Fields]:
    spanish = {
        name.country: name.text
        for name in gazetteer.names
        if name.language == "es" and name.kind == CountryName.Kind.SHORT and name.valid_until is None
    }
    return (_country_fields(entry, spanish.get(slug, "")) for slug, entry in gazetteer.countries.items())


def _country_fields(entry: CountryEntry, spanish_name: str) -> Fields:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "name_es": spanish_name,
        "sort_key": search_key(entry.name),
        "kind": entry.kind,
        "iso2": entry.iso2,
        "iso3": entry.iso3,
        "iso_numeric": entry.iso_numeric,
        "iso3166_3": entry.iso3166_3,
        "cow": entry.cow,
        "wikidata": entry.wikidata,
        "existed_from": entry.existed_from,
        "existed_until": entry.existed_until,
        "definite_article": entry.definite_article,
        "source": entry.source,
    }


def _name_rows(gazetteer: Gazetteer, countries: Mapping[str, int]) -> Iterable[Fields]:
    for entry in gazetteer.names:
        yield {
            "country_id": countries[entry.country],
            "text": entry.text,
            "search_key": search_key(entry.text),
            "language": entry.language,
            "kind": entry.kind,
            "valid_from": entry.valid_from,
            "valid_until": entry.valid_until,
            "is_ambiguous": entry.is_ambiguous,
            "source": entry.source,
        }


def _successions(gazetteer: Gazetteer, countries: Mapping[str, int]) -> Iterable[Fields]:
    for entry in gazetteer.successions:
        when = When.parse(entry.edtf)
        yield {
            "predecessor_id": countries[entry.predecessor],
            "successor_id": countries[entry.successor],
            "kind": entry.kind,
            "edtf": entry.edtf,
            "earliest": when.earliest,
            "latest": when.latest,
            "source": entry.source,
        }


def _office_fields(entry: OfficeEntry, countries: Mapping[str, int]) -> Fields:
    return {
        "slug": entry.slug,
        "country_id": countries[entry.country],
        "title": entry.title,
        "title_es": entry.title_es,
        "kind": entry.kind,
        "level": entry.level,
        "source": entry.source,
    }


def _leader_fields(entry: LeaderEntry) -> Fields:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "family_name": entry.family_name,
        "sort_key": entry.sort_key,
        "pronoun": entry.pronoun,
        "wikidata": entry.wikidata,
        "source": entry.source,
    }


def _aliases(gazetteer: Gazetteer, leaders: Mapping[str, int]) -> Iterable[Fields]:
    for entry in gazetteer.aliases:
        yield {
            "leader_id": leaders[entry.leader],
            "text": entry.text,
            "search_key": search_key(entry.text),
            "kind": entry.kind,
        }


def _tenure_fields(entry: TenureEntry, leaders: Mapping[str, int], offices: Mapping[str, int]) -> Fields:
    return {
        "leader_id": leaders[entry.leader],
        "office_id": offices[entry.office],
        "started": entry.started,
        "started_earliest": entry.start[0],
        "started_latest": entry.start[1],
        "ended": entry.ended,
        "ended_earliest": entry.end[0],
        "ended_latest": entry.end[1],
        "is_acting": entry.is_acting,
        "source": entry.source,
    }


def _sync(
    model: type[Model],
    key: tuple[str, ...],
    rows: Iterable[Fields],
    *,
    kept: frozenset[int] | None = None,
    alike: int | None = None,
) -> _Synced:
    """Make a table say what the rows say, a row being known by its key fields. At most four queries.

    Rows of the table that `rows` does not have are removed, except those whose primary key is in `kept`; None keeps
    them all. First, though, a row of which only the fields after the first `alike` of the key differ is changed
    instead, so that what points to it still does.
    """
    manager = model._default_manager
    existing = {_values(row, key): row for row in manager.order_by("pk")}
    wanted = {tuple(fields[name] for name in key): fields for fields in rows}
    matched = [(existing.pop(values), wanted.pop(values)) for values in list(wanted) if values in existing]
    unchanged = [row for row, fields in matched if not _differs(row, fields)]
    changed = [(row, fields) for row, fields in matched if _differs(row, fields)]
    for values in list(wanted) if alike else []:
        near = next((other for other in existing if other[:alike] == values[:alike]), None)
        if near:
            changed.append((existing.pop(near), wanted.pop(values)))
    for row, fields in changed:
        for name, value in fields.items():
            setattr(row, name, value)
    removed = [row for row in existing.values() if kept is not None and row.pk not in kept]
    manager.filter(pk__in=[row.pk for row in removed]).delete()
    if changed:
        manager.bulk_update([row for row, _ in changed], list(changed[0][1]))
    added = manager.bulk_create([model(**fields) for fields in wanted.values()])
    counts = Loaded(model._meta.db_table, len(added), len(changed), len(removed), len(unchanged))
    return _Synced(counts, [*added, *removed, *(row for row, _ in changed)])


def _values(row: Model, key: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in key)


def _differs(row: Model, fields: Fields) -> bool:
    return any(getattr(row, name) != value for name, value in fields.items())


def _used_tenures() -> frozenset[int]:
    """Return the tenures to which the record points. Two queries."""
    return frozenset(
        tenure
        for model in (Participation, Statement)
        for tenure in model._default_manager.exclude(tenure=None).values_list("tenure", flat=True).distinct()
    )
