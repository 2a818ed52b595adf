"""Reading the files of timeline/data, and the checks that hold over them."""

import csv
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from timeline.gazetteer.entries import (
    ALIAS_KINDS,
    COUNTRY_KINDS,
    LEVELS,
    NAME_KINDS,
    NAME_ORDERS,
    OFFICE_KINDS,
    PRONOUNS,
    SINGLE_KINDS,
    SUCCESSION_KINDS,
    AliasEntry,
    CountryEntry,
    LeaderEntry,
    NameEntry,
    OfficeEntry,
    SuccessionEntry,
    TenureEntry,
    search_key,
    when_of,
)
from timeline.gazetteer.lookup import Gazetteer

COLUMNS = {
    "countries.csv": "slug,kind,iso2,iso3,iso_numeric,iso3166_3,cow,wikidata,existed_from,existed_until,"
    "definite_article,source",
    "names.csv": "country,language,kind,text,valid_from,valid_until,ambiguous,source",
    "cities.csv": "country,language,text,valid_from,valid_until,ambiguous,source",
    "successions.csv": "predecessor,successor,kind,date,source",
    "offices.csv": "slug,country,title_en,title_es,kind,level,other_titles,source",
    "leaders.csv": "slug,name,family_name,name_order,pronoun,wikidata,source",
    "leader_names.csv": "leader,text,kind,source",
    "tenures.csv": "leader,office,started,ended,acting,source",
}

Entry = TypeVar("Entry")


class _Row:
    """A line of a file, read column by column; every complaint names the file and the line."""

    def __init__(self, file_name: str, line: int, values: Mapping[str, str]) -> None:
        self.file_name, self.line, self.values = file_name, line, values

    def wrong(self, complaint: str) -> ValueError:
        return ValueError(f"{self.file_name}, line {self.line}: {complaint}")

    def text(self, column: str, *, required: bool = False) -> str:
        value = self.values[column].strip()
        if required and not value:
            raise self.wrong(f"{column} is empty")
        return value

    def choice(self, column: str, choices: Iterable[str]) -> str:
        value = self.text(column, required=True)
        if value not in choices:
            raise self.wrong(f"{column} “{value}” is unknown")
        return value

    def flag(self, column: str) -> bool:
        value = self.text(column)
        if value not in ("", "yes"):
            raise self.wrong(f"{column} is “yes” or empty, not “{value}”")
        return value == "yes"

    def day(self, column: str) -> date | None:
        value = self.text(column)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.wrong(f"{column} “{value}” is not a day") from None

    def edtf(self, column: str, *, required: bool = False) -> str:
        value = self.text(column, required=required)
        try:
            return value if not value else when_of(value).edtf
        except ValueError as error:
            raise self.wrong(f"{column} “{value}”: {error}") from None

    def source(self) -> str:
        return self.text("source", required=True)

    def check_order(self, first: str, second: str) -> None:
        """Refuse two dates (EDTF) of which the second surely lies before the first."""
        start, end = (when_of(first).earliest if first else None), (when_of(second).latest if second else None)
        if start and end and end < start:
            raise self.wrong(f"“{second}” lies before “{first}”")


def _rows(folder: Path, file_name: str) -> Iterator[_Row]:
    return rows_of(folder / file_name, COLUMNS[file_name])


def rows_of(path: Path, header: str) -> Iterator[_Row]:
    """Read a file; raise ValueError where its columns or a line's number of values are not as described."""
    file_name, columns = path.name, header.split(",")
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        if next(reader, []) != columns:
            raise ValueError(f"{file_name}, line 1: the columns must be {header}")
        for values in reader:
            if len(values) != len(columns):
                raise ValueError(
                    f"{file_name}, line {reader.line_num}: {len(values)} values for {len(columns)} columns"
                )
            yield _Row(file_name, reader.line_num, dict(zip(columns, values, strict=True)))


def _once(
    rows: Iterable[_Row], read: Callable[[_Row], Entry], key: Callable[[Entry], object]
) -> list[tuple[_Row, Entry]]:
    """Read each row, and refuse the second of two with the same key."""
    found: dict[object, tuple[_Row, Entry]] = {}
    for row in rows:
        entry = read(row)
        if key(entry) in found:
            raise row.wrong(f"the same as line {found[key(entry)][0].line}")
        found[key(entry)] = row, entry
    return list(found.values())


def _country(row: _Row, short_names: Mapping[str, str]) -> CountryEntry:
    slug, cow = row.text("slug", required=True), row.text("cow")
    if slug not in short_names:
        raise row.wrong(f"{slug} has no short English name in names.csv")
    if cow and not cow.isdecimal():
        raise row.wrong(f"cow “{cow}” is not a number")
    entry = CountryEntry(
        slug=slug,
        name=short_names[slug],
        kind=row.choice("kind", COUNTRY_KINDS),
        iso2=row.text("iso2"),
        iso3=row.text("iso3"),
        iso_numeric=row.text("iso_numeric"),
        iso3166_3=row.text("iso3166_3"),
        cow=int(cow) if cow else None,
        wikidata=row.text("wikidata"),
        existed_from=row.edtf("existed_from"),
        existed_until=row.edtf("existed_until"),
        definite_article=row.flag("definite_article"),
        source=row.source(),
    )
    row.check_order(entry.existed_from, entry.existed_until)
    return entry


def _name(row: _Row, kind: str = "") -> NameEntry:
    entry = NameEntry(
        country=row.text("country", required=True),
        text=row.text("text", required=True),
        language=row.choice("language", ("en", "es")),
        kind=kind or row.choice("kind", NAME_KINDS),
        valid_from=row.day("valid_from"),
        valid_until=row.day("valid_until"),
        is_ambiguous=row.flag("ambiguous"),
        source=row.source(),
    )
    if entry.valid_from and entry.valid_until and entry.valid_from >= entry.valid_until:
        raise row.wrong("valid_from is not before valid_until")
    return entry


def _city(row: _Row, countries: Mapping[str, CountryEntry]) -> NameEntry:
    row.choice("country", countries)
    return _name(row, "city")


def _succession(row: _Row, countries: Mapping[str, CountryEntry]) -> SuccessionEntry:
    return SuccessionEntry(
        predecessor=row.choice("predecessor", countries),
        successor=row.choice("successor", countries),
        kind=row.choice("kind", SUCCESSION_KINDS),
        edtf=row.edtf("date", required=True),
        source=row.source(),
    )


def _office(row: _Row, countries: Mapping[str, CountryEntry]) -> OfficeEntry:
    return OfficeEntry(
        slug=row.text("slug", required=True),
        country=row.choice("country", countries),
        title=row.text("title_en", required=True),
        title_es=row.text("title_es"),
        kind=row.choice("kind", OFFICE_KINDS),
        level=row.choice("level", LEVELS),
        other_titles=tuple(title.strip() for title in row.text("other_titles").split("|") if title.strip()),
        source=row.source(),
    )


def _leader(row: _Row) -> LeaderEntry:
    entry = LeaderEntry(
        slug=row.text("slug", required=True),
        name=row.text("name", required=True),
        family_name=row.text("family_name"),
        name_order=row.choice("name_order", NAME_ORDERS),
        pronoun=row.text("pronoun") and row.choice("pronoun", PRONOUNS),
        wikidata=row.text("wikidata"),
        source=row.source(),
    )
    if entry.family_name not in entry.name:
        raise row.wrong(f"the family name “{entry.family_name}” is no part of “{entry.name}”")
    return entry


def _alias(row: _Row, leaders: Mapping[str, LeaderEntry]) -> AliasEntry:
    return AliasEntry(
        leader=row.choice("leader", leaders),
        text=row.text("text", required=True),
        kind=row.choice("kind", ALIAS_KINDS),
        source=row.source(),
    )


def _tenure(row: _Row, leaders: Mapping[str, LeaderEntry], offices: Mapping[str, OfficeEntry]) -> TenureEntry:
    entry = TenureEntry(
        leader=row.choice("leader", leaders),
        office=row.choice("office", offices),
        started=row.edtf("started", required=True),
        ended=row.edtf("ended"),
        is_acting=row.flag("acting"),
        source=row.source(),
    )
    if entry.start[1] is None:
        raise row.wrong(f"started “{entry.started}” has no last day")
    row.check_order(entry.started, entry.ended)
    return entry


def _check_tenures(tenures: list[tuple[_Row, TenureEntry]], offices: Mapping[str, OfficeEntry]) -> None:
    """Refuse tenures that surely overlap by more than a day of hand-over.

    They may not be of one office by one person, nor, acting ones apart, of one office that only one person can hold.
    """
    single = [item for item in tenures if offices[item[1].office].kind in SINGLE_KINDS and not item[1].is_acting]
    for spells, key in ((tenures, attrgetter("office", "leader")), (single, attrgetter("office"))):
        ordered = sorted(spells, key=lambda item: (key(item[1]), item[1].start[1] or date.min))
        for (first_row, first), (second_row, second) in itertools.pairwise(ordered):
            if key(first) == key(second) and _surely_overlap(first, second):
                raise second_row.wrong(f"overlaps the tenure of {first.leader} in line {first_row.line}")


def _surely_overlap(first: TenureEntry, second: TenureEntry) -> bool:
    """Say whether the first of two tenures in order of their start still lasts after the second has begun."""
    if not first.ended:
        return True
    return bool(first.end[0] and second.start[1] and first.end[0] > second.start[1])


def _check_short_names(names: list[tuple[_Row, NameEntry]], countries: Mapping[str, CountryEntry]) -> None:
    """Refuse a name of an unknown country, and two short names that overlap: of one country, or alike of two."""
    for row, entry in names:
        if entry.country not in countries:
            raise row.wrong(f"country “{entry.country}” is unknown")
    short = [(row, entry) for row, entry in names if entry.kind == "short"]
    for key in (
        lambda entry: (entry.country, entry.language),
        lambda entry: (search_key(entry.text), entry.language),
    ):
        ordered = sorted(short, key=lambda item: (key(item[1]), item[1].valid_from or date.min))
        for (first_row, first), (second_row, second) in itertools.pairwise(ordered):
            if key(first) == key(second) and (first.valid_until or date.max) > (second.valid_from or date.min):
                raise second_row.wrong(f"short name overlaps that of line {first_row.line}")


def _latest_short_names(names: Iterable[NameEntry]) -> dict[str, str]:
    """Return the latest short English name of each country."""
    short = [entry for entry in names if entry.kind == "short" and entry.language == "en"]
    return {entry.country: entry.text for entry in sorted(short, key=lambda entry: entry.valid_from or date.min)}


def _by_slug(rows: Iterable[_Row], read: Callable[[_Row], Entry]) -> dict[str, Entry]:
    """Read each row into a dictionary under its slug, and refuse a slug used twice."""
    return {row.text("slug"): entry for row, entry in _once(rows, read, attrgetter("slug"))}


def read(folder: Path) -> Gazetteer:
    """Read and check the files of a folder; raise ValueError, naming file and line, at the first fault."""
    name_key = attrgetter("country", "text", "language", "kind", "valid_from")
    names = _once(_rows(folder, "names.csv"), _name, name_key)
    short_names = _latest_short_names(entry for _, entry in names)
    countries = _by_slug(_rows(folder, "countries.csv"), lambda row: _country(row, short_names))
    _check_short_names(names, countries)
    cities = _once(_rows(folder, "cities.csv"), lambda row: _city(row, countries), name_key)
    successions = _once(
        _rows(folder, "successions.csv"),
        lambda row: _succession(row, countries),
        attrgetter("predecessor", "successor"),
    )
    offices = _by_slug(_rows(folder, "offices.csv"), lambda row: _office(row, countries))
    leaders = _by_slug(_rows(folder, "leaders.csv"), _leader)
    aliases = _once(_rows(folder, "leader_names.csv"), lambda row: _alias(row, leaders), attrgetter("leader", "text"))
    tenures = _once(
        _rows(folder, "tenures.csv"),
        lambda row: _tenure(row, leaders, offices),
        attrgetter("leader", "office", "started"),
    )
    _check_tenures(tenures, offices)
    return Gazetteer(
        countries=countries,
        names=tuple(entry for _, entry in names),
        cities=tuple(entry for _, entry in cities),
        successions=tuple(entry for _, entry in successions),
        offices=offices,
        leaders=leaders,
        aliases=tuple(entry for _, entry in aliases),
        tenures=tuple(entry for _, entry in tenures),
    )
