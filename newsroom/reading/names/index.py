"""Look names of countries and leaders up in a run of tokens, by the gazetteer and by the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsroom.reading.names.codes import code_of
from newsroom.reading.names.namesakes import is_namesake, is_of_accord
from newsroom.reading.names.titles import BODIES, BODY_NOUNS
from newsroom.reading.sentences import Token, tokenize
from timeline.gazetteer import CountryEntry, Gazetteer, NameEntry
from timeline.gazetteer.entries import OFFICE_KINDS, SINGLE_KINDS

# Names of people that are written in several ways in Latin letters.
SPELLINGS = tuple(
    frozenset(ways.split())
    for ways in (
        "mohammed mohammad muhammad mohamed mohamad muhammed",
        "hussein hossein husain hussain",
        "ahmed ahmad",
        "javad jawad",
        "sergei sergey serguei",
        "dmitry dmitri dmitriy",
        "andrei andrey",
        "alexei alexey aleksei aleksey",
        "yuri yury yuriy",
        "abdel abdul",
        "abdallah abdullah",
        "faisal faysal",
        "khaled khalid",
        "yousef yusuf youssef yousuf",
        "ebrahim ibrahim",
        "volodymyr volodimir",
    )
)
REGIONS = frozenset("central latin south north southern northern eastern western".split())
PLACE_WORDS = frozenset("in at near outside en around".split())


ASIDE = frozenset(("city", "backer"))  # how a state is named that is only a place, or whose somebody is


@dataclass(slots=True)
class CountryHit:
    """Hold a place where a country is named: token range, code, and how.

    That is name, demonym, capital, organisation; city where a capital is a mere place, town where a name is never more,
    backer where it only says whose somebody is.
    """

    first: int
    last: int
    code: str
    form: str


@dataclass(slots=True)
class LeaderHit:
    """Hold a place where a leader of the gazetteer may be named."""

    first: int
    last: int
    slug: str
    is_full: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Hold one phrase of the index: its tokens, and what it names."""

    words: tuple[str, ...]
    text: str
    names: tuple[NameEntry, ...] = ()
    leaders: tuple[str, ...] = ()
    is_full: bool = False


Table = dict[str, dict[str, list[_Phrase]]]  # by the first word, then by the second one
FORMS = {
    "demonym": "demonym",
    "capital_as_government": "capital",
    "city": "town",
}  # by the kind of a name; others are names
MOST_MEANINGS = 20_000
# How long before and after an office its holder is still meant by the family name alone.
DAYS_AHEAD, DAYS_BEHIND = 5 * 365, 10 * 365


class NameIndex:
    """Look up countries, bodies and leaders; one is built for each gazetteer and kept."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index every name by its first token."""
        self.gazetteer = gazetteer
        # By the names of a phrase of this index, which live as long as it does.
        self._meanings: dict[tuple[int, date | None, frozenset[str], str], tuple[str, str]] = {}
        self._bearers: dict[tuple[int, date | None, frozenset[str]], str] = {}
        self.countries = _phrases((entry.text, entry) for entry in (*gazetteer.names, *gazetteer.cities))
        self.leaders = self._leader_phrases()
        self._first_names: dict[str, list[str]] = {}
        for slug, leader in gazetteer.leaders.items():
            self._first_names.setdefault(_words(leader.name)[0], []).append(slug)
        self.bodies: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, code in sorted(BODIES.items(), key=lambda item: -len(item[0])):
            words = tuple(_words(phrase))
            self.bodies.setdefault(words[0], []).append((words, code))
        self.first_words = frozenset(self.countries) | frozenset(self.bodies)

    def _leader_phrases(self) -> Table:
        """Index the full names and the family names of leaders."""
        found: dict[tuple[str, ...], tuple[str, list[str], bool]] = {}
        for slug, leader in self.gazetteer.leaders.items():
            for text in self.gazetteer.names_of_leader(slug):
                full = len(_words(text)) > 1 and text != leader.family_name
                for words in _spellings(_words(text)):
                    known = found.setdefault(words, (text, [], full))
                    if slug not in known[1]:
                        known[1].append(slug)
        index: dict[str, list[_Phrase]] = {}
        for words, (text, slugs, full) in found.items():
            if words:
                index.setdefault(words[0], []).append(_Phrase(words, text, (), tuple(slugs), full))
        return _by_second_word(index)

    def country_at(
        self, tokens: Sequence[Token], index: int, on: date | None, certain: frozenset[str], language: str = "en"
    ) -> CountryHit | None:
        """Return the country named at ``index`` on a day; an ambiguous name counts where it is ``certain``."""
        for phrase in _phrases_at(self.countries, tokens, index):
            last = index + len(phrase.words) - 1
            if not _matches(tokens, index, phrase.words) or not _is_written(tokens, index, last, phrase):
                continue
            hit = self._choose(tokens, index, last, phrase.names, on, certain, language)
            if hit is not None:
                return hit
        return None

    def _choose(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        names: Iterable[NameEntry],
        on: date | None,
        certain: frozenset[str],
        language: str,
    ) -> CountryHit | None:
        """Choose the country that a name means on the day."""
        key = (id(names), on, certain, language)
        meant = self._meanings.get(key)
        if meant is None:
            meant = self._meaning(names, on, certain, language)
            if len(self._meanings) < MOST_MEANINGS:
                self._meanings[key] = meant
        code, form = meant
        if not code:
            return None
        if form == "capital" and tokens[last].low in BODY_NOUNS and tokens[last].low != "house":
            return None  # "US State Department": the body is more than its country
        is_part = form == "demonym" or tokens[first].low == "america"  # "Latin America"
        if is_part and first and tokens[first - 1].low in REGIONS and tokens[first - 1].is_capital:
            return None
        if is_namesake(tokens, first, last, form):
            return None
        if form == "capital" and is_of_accord(tokens, first, last):
            return None  # "the Vienna Convention": no party, and no place
        if form == "capital" and _is_place(tokens, first, last):
            form = "city"
        return CountryHit(first, last, code, form)

    def _meaning(
        self, names: Iterable[NameEntry], on: date | None, certain: frozenset[str], language: str
    ) -> tuple[str, str]:
        """Return for which code a name stands on the day, and how; empty where none held or it is open."""
        options: list[tuple[bool, bool, str, NameEntry]] = []
        for entry in names:
            country = self.gazetteer.countries[entry.country]
            if on is not None and not (entry.held_on(on) and country.existed_on(on)):
                continue
            code = code_of(country)
            if not entry.is_ambiguous or code in certain:
                options.append((language != "en" and entry.language != language, entry.is_ambiguous, code, entry))
        if not options:
            return "", ""
        _, _, code, entry = min(
            options, key=lambda one: (one[0], one[1], one[3].kind == "former", one[2] == "KP", one[2])
        )
        if self.gazetteer.countries[entry.country].kind == "organisation":
            return code, "organisation"
        return code, FORMS.get(entry.kind, "name")

    def body_at(self, tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
        """Return the last token and the country (or an empty string) of a government body named at ``index``."""
        for words, code in self.bodies.get(tokens[index].low, ()):
            last = index + len(words) - 1
            if _matches(tokens, index, words) and any(token.is_capital for token in tokens[index : last + 1]):
                return last, code
        return None

    def leader_at(
        self, tokens: Sequence[Token], index: int, on: date | None, certain: frozenset[str] = frozenset()
    ) -> LeaderHit | None:
        """Return the leader named at ``index``; a name that several bear means the one in office on the day."""
        for phrase in _phrases_at(self.leaders, tokens, index):
            if not _matches(tokens, index, phrase.words) or not tokens[index].is_capital:
                continue
            slug = self._bearer(phrase, on, certain)
            if slug:
                return LeaderHit(index, index + len(phrase.words) - 1, slug, phrase.is_full)
        return None

    def leader_within(
        self, tokens: Sequence[Token], first: int, end: int, on: date | None, certain: frozenset[str]
    ) -> str | None:
        """Return the leader whose full name ends a run of capitalised words: "CS Raychelle Omamo"."""
        for place in range(first, end):
            leader = self.leader_at(tokens, place, on, certain)
            if leader is not None and leader.is_full and leader.last == end:
                return leader.slug
        return None

    def by_first_name(self, low: str, on: date | None, certain: frozenset[str]) -> str:
        """Return the only leader of a first name who is in office on a day in a country that the text names."""
        if on is None:
            return ""
        known = self.gazetteer
        found = [
            slug
            for slug in self._first_names.get(low, ())
            if (offices := known.offices_of(slug, on)) and code_of(known.countries[offices[0].country]) in certain
        ]
        return found[0] if len(found) == 1 else ""

    def _bearer(self, phrase: _Phrase, on: date | None, certain: frozenset[str]) -> str:
        """Return whom a name means on a day: a bare family name means who is in office, or was or will be soon.

        Of several in office it means the one whose country the text names, then the one with the highest office.
        """
        key = (id(phrase), on, certain if len(phrase.leaders) > 1 else frozenset())
        if key in self._bearers:
            return self._bearers[key]
        slugs = phrase.leaders
        if not phrase.is_full and on is not None:
            slugs = tuple(slug for slug in slugs if self._is_current(slug, on))
        if len(slugs) > 1 and on is not None:
            slugs = tuple(slug for slug in slugs if self.gazetteer.tenures_of(slug, on)) or slugs
        if len(slugs) > 1 and on is not None:
            slugs = self._of_countries(slugs, on, certain)
        slug = slugs[0] if len(slugs) == 1 or (slugs and phrase.is_full) else ""
        if len(self._bearers) < MOST_MEANINGS:
            self._bearers[key] = slug
        return slug

    def _is_current(self, slug: str, on: date) -> bool:
        """Tell whether the family name alone means a person then: in office, or a leader some years before or after."""
        day = on.toordinal()
        for tenure in self.gazetteer.tenures_of(slug):
            is_leading = self.gazetteer.offices[tenure.office].kind in SINGLE_KINDS
            ahead, behind = (DAYS_AHEAD, DAYS_BEHIND) if is_leading else (0, 0)
            first, last = tenure.start[0] or date.min, tenure.end[1] or date.max
            if first.toordinal() - ahead <= day <= last.toordinal() + behind:
                return True
        return False

    def _of_countries(self, slugs: tuple[str, ...], on: date, certain: frozenset[str]) -> tuple[str, ...]:
        """Choose among persons of one name in office: by the countries that the text names, then by the office."""
        ranks: dict[str, int] = {}
        named: list[str] = []
        for slug in slugs:
            offices = self.gazetteer.offices_of(slug, on)
            if not offices:
                return slugs
            ranks[slug] = OFFICE_KINDS.index(offices[0].kind)
            if code_of(self.gazetteer.countries[offices[0].country]) in certain:
                named.append(slug)
        left = named or list(slugs)
        countries = {self.gazetteer.offices_of(slug, on)[0].country for slug in left}
        if len(left) > 1 and len(countries) == 1:
            highest = min(ranks[slug] for slug in left)
            left = [slug for slug in left if ranks[slug] == highest]
        return tuple(left)


@lru_cache(maxsize=4)
def _cached(identity: int, holder: _Holder) -> NameIndex:
    """Build the index of a gazetteer once."""
    return NameIndex(holder.gazetteer)


class _Holder:
    """Carry a gazetteer through the cache, compared by identity."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder) and other.gazetteer is self.gazetteer

    def __hash__(self) -> int:
        return id(self.gazetteer)


def index_of(gazetteer: Gazetteer) -> NameIndex:
    """Return the index of a gazetteer."""
    return _cached(id(gazetteer), _Holder(gazetteer))


def is_territory(country: CountryEntry) -> bool:
    """Tell whether a land is ruled by a state, or claimed by one without a government that others deal with."""
    return country.kind == "territory" or country.iso2 == "EH"


def _words(text: str) -> list[str]:
    """Return the folded tokens of a name."""
    return [token.low for token in tokenize(text)]


def _spellings(words: list[str]) -> list[tuple[str, ...]]:
    """Return a full name in every spelling of those of its words that are written in several ways."""
    found: list[tuple[str, ...]] = [()]
    for word in words:
        ways = next((ways for ways in SPELLINGS if word in ways), (word,)) if len(words) > 1 else (word,)
        found = [(*name, way) for name in found for way in sorted(ways)]
    return found


def _phrases(pairs: Iterable[tuple[str, NameEntry]]) -> Table:
    """Index name entries by their first two tokens, longest first."""
    grouped: dict[tuple[tuple[str, ...], str], list[NameEntry]] = {}
    for text, entry in pairs:
        words = tuple(_words(text))
        if words:
            grouped.setdefault((words, text), []).append(entry)
    index: dict[str, list[_Phrase]] = {}
    for (words, text), names in grouped.items():
        index.setdefault(words[0], []).append(_Phrase(words, text, tuple(names)))
    return _by_second_word(index)


def _by_second_word(index: dict[str, list[_Phrase]]) -> Table:
    """Part the phrases of each first token by the second one, the longest first; "" stands for any other word."""
    table: Table = {}
    for first, phrases in index.items():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.text))
        seconds = {phrase.words[1] for phrase in phrases if len(phrase.words) > 1} | {""}
        table[first] = {
            second: [one for one in phrases if len(one.words) == 1 or one.words[1] == second] for second in seconds
        }
    return table


def _phrases_at(table: Table, tokens: Sequence[Token], index: int) -> Sequence[_Phrase]:
    """Return the phrases of which the first two words, or the only one, stand at ``index``, the longest first."""
    phrases = table.get(tokens[index].low)
    if phrases is None:
        return ()
    return phrases.get(tokens[index + 1].low if index + 1 < len(tokens) else "") or phrases[""]


def _matches(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    """Tell whether the tokens from ``index`` on are these words."""
    count = len(words)
    if count == 1:
        return True
    if len(tokens) - index < count or tokens[index + 1].low != words[1]:
        return False
    return count == 2 or [token.low for token in tokens[index + 2 : index + count]] == list(words[2:])


def _is_written(tokens: Sequence[Token], first: int, last: int, phrase: _Phrase) -> bool:
    """Tell whether the case of the tokens allows the name: short abbreviations need capitals ("US", never "us")."""
    token = tokens[first]
    if phrase.text.isupper() and phrase.text.isalpha() and len(phrase.text) <= 5:
        return token.text.isupper()
    if phrase.text[:1].islower():
        return True
    return token.is_capital


def _is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a capital stands as a city: after "in", before "DC" or a second part of an address."""
    before = tokens[first - 1].low if first else ""
    follower = tokens[last + 1].low if last + 1 < len(tokens) else ""
    after = tokens[last + 2].low if last + 2 < len(tokens) else ""
    return before in PLACE_WORDS or (follower == "," and after in ("dc", "d.c.", "d.c"))
