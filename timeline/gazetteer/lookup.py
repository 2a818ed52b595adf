"""The gazetteer: every entry, and the look-ups by name, code, country and day."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from timeline.gazetteer.entries import (
    OFFICE_KINDS,
    AliasEntry,
    CountryEntry,
    LeaderEntry,
    NameEntry,
    OfficeEntry,
    SuccessionEntry,
    TenureEntry,
    search_key,
    unaccented,
)

Entry = TypeVar("Entry")


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> Mapping[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return {name: tuple(group) for name, group in groups.items()}


def _is_written_like(name: str, text: str) -> bool:
    """Say whether a text may be the name: same capitals, all capitals ("MEXICO CITY"), or a capital first letter."""
    plain_name, plain_text = unaccented(name), unaccented(text)
    if plain_text == plain_name or plain_text == plain_name[:1].upper() + plain_name[1:]:
        return True
    return plain_text == plain_name.upper() and not name.isupper()


@dataclass(frozen=True)
class Gazetteer:
    """All entries, with the look-ups that the reading engine and the loader need."""

    countries: Mapping[str, CountryEntry]
    names: tuple[NameEntry, ...]
    cities: tuple[NameEntry, ...]
    successions: tuple[SuccessionEntry, ...]
    offices: Mapping[str, OfficeEntry]
    leaders: Mapping[str, LeaderEntry]
    aliases: tuple[AliasEntry, ...]
    tenures: tuple[TenureEntry, ...]

    @functools.cached_property
    def _names_by_key(self) -> Mapping[str, tuple[NameEntry, ...]]:
        return _grouped(self.names, lambda entry: search_key(entry.text))

    @functools.cached_property
    def _names_by_country(self) -> Mapping[str, tuple[NameEntry, ...]]:
        return _grouped(self.names, lambda entry: entry.country)

    @functools.cached_property
    def _tenures_by_leader(self) -> Mapping[str, tuple[TenureEntry, ...]]:
        return _grouped(self.tenures, lambda entry: entry.leader)

    @functools.cached_property
    def _tenures_by_country(self) -> Mapping[str, tuple[TenureEntry, ...]]:
        return _grouped(self.tenures, lambda entry: self.offices[entry.office].country)

    @functools.cached_property
    def _aliases_by_leader(self) -> Mapping[str, tuple[AliasEntry, ...]]:
        return _grouped(self.aliases, lambda entry: entry.leader)

    @functools.cached_property
    def _leaders_by_key(self) -> Mapping[str, tuple[LeaderEntry, ...]]:
        keys: dict[str, dict[str, LeaderEntry]] = defaultdict(dict)
        for leader in self.leaders.values():
            for text in self.names_of_leader(leader.slug):
                keys[search_key(text)][leader.slug] = leader
        return {key: tuple(found.values()) for key, found in keys.items()}

    @functools.cached_property
    def _country_by_code(self) -> Mapping[str, CountryEntry]:
        codes = {}
        for country in self.countries.values():
            for code in (country.iso2, country.iso3, country.iso3166_3):
                if code:
                    codes[code] = country
        return codes

    def country_by_code(self, code: str) -> CountryEntry | None:
        """Return the country of an ISO 3166-1 alpha-2 or alpha-3 or ISO 3166-3 four-letter code, or None."""
        return self._country_by_code.get(code.upper())

    def names_of(self, slug: str, on: date | None = None, language: str = "", kind: str = "") -> tuple[NameEntry, ...]:
        """Return the names of a country, all or those of a day, a language, a kind."""
        return tuple(
            entry
            for entry in self._names_by_country.get(slug, ())
            if (on is None or entry.held_on(on))
            and (not language or entry.language == language)
            and (not kind or entry.kind == kind)
        )

    def short_name(self, slug: str, on: date | None = None, language: str = "en") -> str:
        """Return the short name of a country on a day, else its latest one."""
        names = self.names_of(slug, on, language, "short") or self.names_of(slug, None, language, "short")
        return max(names, key=lambda entry: entry.valid_from or date.min).text if names else self.countries[slug].name

    def find_names(self, text: str, on: date | None = None, language: str = "") -> tuple[NameEntry, ...]:
        """Return the names that a text can be then: accents may be missing, capitals may not ("us" is no country)."""
        return tuple(
            entry
            for entry in self._names_by_key.get(search_key(text), ())
            if (on is None or (entry.held_on(on) and self.countries[entry.country].existed_on(on)))
            and (not language or entry.language == language)
            and _is_written_like(entry.text, text)
        )

    def find_countries(self, text: str, on: date | None = None, language: str = "") -> tuple[CountryEntry, ...]:
        """Return the countries that a name can mean on a day, those whose name it is without doubt first."""
        found = sorted(self.find_names(text, on, language), key=lambda entry: (entry.is_ambiguous, entry.country))
        return tuple(self.countries[slug] for slug in dict.fromkeys(entry.country for entry in found))

    def successions_of(self, slug: str) -> tuple[SuccessionEntry, ...]:
        """Return the successions in which a country is predecessor or successor."""
        return tuple(entry for entry in self.successions if slug in (entry.predecessor, entry.successor))

    def names_of_leader(self, slug: str) -> tuple[str, ...]:
        """Return every form of a leader's name: the full one, the family name, the aliases."""
        leader = self.leaders[slug]
        forms = [leader.name, leader.family_name, *(entry.text for entry in self._aliases_by_leader.get(slug, ()))]
        return tuple(dict.fromkeys(form for form in forms if form))

    def find_leaders(self, text: str, on: date | None = None) -> tuple[LeaderEntry, ...]:
        """Return the leaders whom a name can mean; given a day, those in office on it come first."""
        found = self._leaders_by_key.get(search_key(text), ())
        return tuple(sorted(found, key=lambda leader: (not (on and self.tenures_of(leader.slug, on)), leader.slug)))

    def tenures_of(self, slug: str, on: date | None = None) -> tuple[TenureEntry, ...]:
        """Return the tenures of a leader, all or those of a day: the highest office first, then the latest."""
        tenures = [entry for entry in self._tenures_by_leader.get(slug, ()) if on is None or entry.covers(on)]
        tenures.sort(key=lambda entry: entry.start[1] or date.min, reverse=True)
        return tuple(sorted(tenures, key=lambda entry: OFFICE_KINDS.index(self.offices[entry.office].kind)))

    def offices_of(self, slug: str, on: date) -> tuple[OfficeEntry, ...]:
        """Return the offices that a leader held on a day, the highest first, then the latest."""
        return tuple(dict.fromkeys(self.offices[entry.office] for entry in self.tenures_of(slug, on)))

    def title_of(self, tenure: TenureEntry, language: str = "en") -> str:
        """Return the title that goes with a tenure, saying where it was held for another."""
        office = self.offices[tenure.office]
        if language == "es":
            return f"{office.title_es} en funciones" if tenure.is_acting else office.title_es
        return f"Acting {office.title}" if tenure.is_acting else office.title

    def holders(self, country: str, on: date, kind: str = "") -> tuple[TenureEntry, ...]:
        """Return who held the offices of a country on a day, all or those of one kind of office."""
        return tuple(
            entry
            for entry in self._tenures_by_country.get(country, ())
            if entry.covers(on) and (not kind or self.offices[entry.office].kind == kind)
        )
