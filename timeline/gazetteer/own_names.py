"""What an instance calls countries itself, read from a file of its own and laid over the names of timeline/data."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from timeline.gazetteer.entries import CountryEntry, NameEntry, search_key
from timeline.gazetteer.files import rows_of
from timeline.gazetteer.lookup import Gazetteer

FILE = "countries.csv"
COLUMNS = "country,language,name,definite_article"
# As long as a country's name may be in the database.
LONGEST = 120
SOURCE = "set by this instance"


@dataclass(frozen=True)
class OwnName:
    """The short name that a country has here in a language; `definite_article`: English puts “the” before it."""

    country: str
    language: str
    name: str
    definite_article: bool
    line: int

    def wrong(self, complaint: str) -> ValueError:
        """Return the complaint with the place that it is about."""
        return ValueError(f"{FILE}, line {self.line}: {complaint}")


def read_own_names(folder: Path) -> tuple[OwnName, ...]:
    """Return the names in the file of a folder, none where there is none; raise ValueError, naming the line."""
    path = folder / FILE
    if not path.exists():
        return ()
    try:
        rows = list(rows_of(path, COLUMNS))
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"{FILE} is no CSV in UTF-8") from error
    found: dict[tuple[str, str], OwnName] = {}
    for row in rows:
        own = OwnName(
            row.text("country", required=True), row.choice("language", ("en", "es")), row.text("name", required=True),
            row.flag("definite_article"), row.line,
        )  # fmt: skip
        if len(own.name) > LONGEST or not own.name.isprintable():
            raise own.wrong(f"name is text on one line, of at most {LONGEST} characters")
        if own.definite_article and own.language != "en":
            raise own.wrong("definite_article is for names in English")
        if first := found.get((own.country, own.language)):
            raise own.wrong(f"{own.country} has a name in {own.language} in line {first.line}")
        found[own.country, own.language] = own
    return tuple(found.values())


def with_own_names(gazetteer: Gazetteer, own_names: Iterable[OwnName]) -> Gazetteer:
    """Return the gazetteer with the names of an instance; those that they replace stay names by which one is found.

    Raise ValueError, naming the line, for a country that is unknown and for the name of another.
    """
    names, countries = list(gazetteer.names), dict(gazetteer.countries)
    for own in own_names:
        if own.country not in countries:
            raise own.wrong(f"country “{own.country}” is unknown; see slug in timeline/data/{FILE}")
        shown = _shown(names, own)
        if shown is None or shown.text != own.name:
            names = _renamed(names, shown, own)
        if own.language == "en":
            changed = replace(countries[own.country], name=own.name, definite_article=own.definite_article)
            countries[own.country] = changed
    _check_alone(names, own_names, countries)
    return replace(gazetteer, names=tuple(names), countries=countries)


def _shown(names: Iterable[NameEntry], own: OwnName) -> NameEntry | None:
    """Return the short name that is shown without the instance's: the latest of the language."""
    short = (name for name in names if (name.country, name.language, name.kind) == (own.country, own.language, "short"))
    return max(short, key=lambda name: name.valid_from or date.min, default=None)


def _renamed(names: Iterable[NameEntry], shown: NameEntry | None, own: OwnName) -> list[NameEntry]:
    """Return the names with the instance's in the place of the one shown, which becomes another usual form."""
    start, end = (shown.valid_from, shown.valid_until) if shown else (None, None)
    new = NameEntry(own.country, own.name, own.language, "short", start, end, is_ambiguous=False, source=SOURCE)
    kept = [name for name in names if name is not shown]
    if shown:
        usual = replace(shown, kind="abbreviation")
        known = {(name.country, name.text, name.language, name.kind, name.valid_from) for name in kept}
        if (usual.country, usual.text, usual.language, usual.kind, usual.valid_from) not in known:
            kept.append(usual)
    return [*kept, new]


def _check_alone(
    names: Iterable[NameEntry], own_names: Iterable[OwnName], countries: Mapping[str, CountryEntry]
) -> None:
    """Refuse a name that is another country's short name at a time when both are there."""
    own_by_key = {(search_key(own.name), own.language): own for own in own_names}
    for name in names:
        own = own_by_key.get((search_key(name.text), name.language))
        if own is None or name.kind != "short" or name.country == own.country:
            continue
        mine = _shown(names, own)
        if mine and _overlap(_held(mine, countries[own.country]), _held(name, countries[name.country])):
            raise own.wrong(f"“{own.name}” is the name of {name.country}")


def _held(name: NameEntry, country: CountryEntry) -> tuple[date, date]:
    """Return the days between which a country was there and had the name."""
    first, end = country.span
    return max(name.valid_from or date.min, first or date.min), min(name.valid_until or date.max, end or date.max)


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])
