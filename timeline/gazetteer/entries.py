"""What one line of each file of timeline/data says, as a typed value."""

import functools
import unicodedata
from dataclasses import dataclass
from datetime import date

from timeline.values import When

COUNTRY_KINDS = frozenset({"state", "former_state", "partly_recognised", "territory", "organisation"})
NAME_KINDS = frozenset({"short", "official", "demonym", "capital_as_government", "former", "abbreviation"})
SUCCESSION_KINDS = frozenset({"continuation", "dissolution", "secession", "merger", "rename"})
# In the order in which one person's offices are shown.
OFFICE_KINDS = (
    "head_of_state_and_government",
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "other_minister",
    "ambassador",
    "spokesperson",
    "other",
)
# Offices that only one person holds at a time.
SINGLE_KINDS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government", "foreign_minister"})
NAME_ORDERS = frozenset({"family_first", "family_last"})
PRONOUNS = frozenset({"she", "he"})
LEVELS = frozenset({"leader", "minister", "official"})
ALIAS_KINDS = frozenset({"alias", "transliteration", "abbreviation", "misspelling"})

# Letters that Unicode does not decompose into a plain letter and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "ə": "a", "Ə": "A"}
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "œ": "oe", "Œ": "OE", "ħ": "h", "Ħ": "H", "ß": "ss"}
    | {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "\u00a0": " "}
)


def unaccented(text: str) -> str:
    """Return the text without accents, with plain apostrophes and single spaces; its case is kept."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


def search_key(text: str) -> str:
    """Return the text without accents and case: the key by which names are compared and sorted."""
    return unaccented(text).casefold()


@functools.cache
def when_of(edtf: str) -> When:
    """Return the date that an EDTF text means; raise ValueError where it means none."""
    return When.parse(edtf)


def _earliest(edtf: str) -> date | None:
    return when_of(edtf).earliest if edtf else None


def _latest(edtf: str) -> date | None:
    return when_of(edtf).latest if edtf else None


@dataclass(frozen=True)
class CountryEntry:
    """A state, former state, territory or organisation; empty strings where a code does not exist."""

    slug: str
    name: str
    kind: str
    iso2: str
    iso3: str
    iso_numeric: str
    iso3166_3: str
    cow: int | None
    wikidata: str
    existed_from: str
    existed_until: str
    definite_article: bool
    source: str

    @functools.cached_property
    def span(self) -> tuple[date | None, date | None]:
        """Return the first day on which it can have been there, and the first on which it surely no longer was."""
        return _earliest(self.existed_from), _latest(self.existed_until)

    def existed_on(self, day: date) -> bool:
        """Say whether it can have existed on the day; an end that is not recorded is open."""
        first, end = self.span
        return (first is None or first <= day) and (end is None or day < end)


@dataclass(frozen=True)
class NameEntry:
    """A name of a country; `valid_until` is the first day on which it no longer held."""

    country: str
    text: str
    language: str
    kind: str
    valid_from: date | None
    valid_until: date | None
    is_ambiguous: bool
    source: str

    def held_on(self, day: date) -> bool:
        """Say whether the name was in use on the day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True)
class SuccessionEntry:
    """One country following another on a date (EDTF)."""

    predecessor: str
    successor: str
    kind: str
    edtf: str
    source: str


@dataclass(frozen=True)
class OfficeEntry:
    """An office of a country, with its titles; `other_titles` are further forms met in texts, in any language."""

    slug: str
    country: str
    title: str
    title_es: str
    kind: str
    level: str
    other_titles: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class LeaderEntry:
    """A person who acts or speaks for a country; `name_order` says whether the family name comes first or last."""

    slug: str
    name: str
    family_name: str
    name_order: str
    pronoun: str
    wikidata: str
    source: str

    @property
    def sort_key(self) -> str:
        """Return the family name and the rest, without accents and case."""
        rest = " ".join(self.name.replace(self.family_name, " ", 1).split()) if self.family_name else self.name
        return search_key(f"{self.family_name} {rest}")


@dataclass(frozen=True)
class AliasEntry:
    """Another form of a leader's name."""

    leader: str
    text: str
    kind: str
    source: str


@dataclass(frozen=True)
class TenureEntry:
    """A spell in an office; dates as EDTF, both days counted in; `ended` is empty while it lasts."""

    leader: str
    office: str
    started: str
    ended: str
    is_acting: bool
    source: str

    @functools.cached_property
    def start(self) -> tuple[date | None, date | None]:
        """Return the first and the last day on which it can have begun."""
        return _earliest(self.started), _latest(self.started)

    @functools.cached_property
    def end(self) -> tuple[date | None, date | None]:
        """Return the first and the last day on which it can have ended; both open while it lasts."""
        return _earliest(self.ended), _latest(self.ended)

    def covers(self, day: date) -> bool:
        """Say whether the office can have been held on the day."""
        started, ended = self.start[0], self.end[1]
        return (started is None or started <= day) and (ended is None or day <= ended)

    def covers_surely(self, day: date) -> bool:
        """Say whether the office was held on the day whatever the unknown parts of the dates are."""
        started, ended = self.start[1], self.end[0]
        return started is not None and started <= day and (not self.ended or (ended is not None and day <= ended))
