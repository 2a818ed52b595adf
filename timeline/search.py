"""The grammar of the search box: words, phrases in quotation marks, OR, minus, dates and known names.

Pure: what names are known is asked of the caller, so that nothing here reads the database. Every text either means
something or is refused with a sentence; none is handed on as it was typed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timeline.gazetteer import search_key

LONGEST_SEARCH = 256
MOST_WORDS = 32
LONGEST_NAME = 6  # words: "Juan Ramón de la Fuente Ramírez"
LONGEST_DATE = 7  # words: "from 12 January 2026 to 3 February 2026" without its first
LONGEST_CODE = 4
MOST_CODES = 3  # words in a text in which "mx" means a country without capitals
# Words of English and Spanish that are codes of countries too: "in" is rarely India.
COMMON_WORDS = frozenset(
    "ad al am an ar are as at be by can de do es in is it la ma me my no pa per se si so to tv un".split()
)
MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # controls, turns of direction, lone surrogates, no characters
DAY = re.compile(r"\d{1,2}")
OPEN_SPAN = re.compile(r"[\d-]*\.\.[\d-]*")
PART = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)(?:"|$)|(?P<plain>[^\s"]+)')
# What two names are joined by: "US–China", "us/china".
JOINT = re.compile(r"(?<=\w)[-‐‑‒–—/](?=\w)")
MOST_JOINED = 3  # names
MOST_PLAIN_WORDS = 3

Span = tuple[date | None, date | None]
ReadSpan = Callable[[str], Span]


class NotSearchable(ValueError):
    """The text cannot be looked for; the sentence is for people."""


class SearchTooLong(NotSearchable):
    """The text is longer than what is looked for."""


class OnlyExcluded(NotSearchable):
    """The text says only what shall not be there."""


@dataclass(frozen=True)
class Term:
    """One word, phrase or known name; `keys` are those of the countries and leaders that it names."""

    text: str
    is_phrase: bool = False
    keys: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words without accents and case."""
        return tuple(search_key(self.text).split())

    def __str__(self) -> str:
        return f'"{self.text}"' if self.is_phrase and not self.keys else self.text


@dataclass(frozen=True)
class Clause:
    """Terms of which one must be there."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return " OR ".join(str(term) for term in self.terms)


@dataclass(frozen=True)
class Query:
    """What a text asks for: all clauses, nothing of what is excluded, within the span where there is one."""

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Term, ...] = ()
    span: Span | None = None
    span_words: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is asked for."""
        return not self.clauses and self.span is None

    @property
    def is_more_than_names(self) -> bool:
        """Return whether a known name stands beside something else."""
        return bool(self.keys) and (self.span is not None or not all(term.keys for term in self.terms))

    @property
    def pair(self) -> tuple[str, str] | None:
        """Return the keys of two countries that are asked for together, None for fewer and for more."""
        alone = [clause.terms[0].keys for clause in self.clauses if len(clause.terms) == 1]
        keys = sorted({key for key, *others in filter(None, alone) if not others and key.startswith("/countries/")})
        return (keys[0], keys[1]) if len(keys) == 2 else None

    def __str__(self) -> str:
        """Return the query as it may be typed."""
        dates = [self.span_words] if self.span_words else []
        return " ".join([*dates, *map(str, self.clauses), *(f"-{term}" for term in self.excluded)])

    def without(self, clause: Clause) -> "Query":
        """Return the query without one of its clauses."""
        return replace(self, clauses=tuple(other for other in self.clauses if other is not clause))

    def without_span(self) -> "Query":
        """Return the query at any time."""
        return replace(self, span=None, span_words="")

    def with_term(self, old: Term, new: Term) -> "Query":
        """Return the query with another term in place of one."""
        swapped = tuple(Clause(tuple(new if term is old else term for term in clause.terms)) for clause in self.clauses)
        return replace(self, clauses=swapped)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return all terms that may be there."""
        return tuple(term for clause in self.clauses for term in clause.terms)

    @property
    def has_phrase(self) -> bool:
        """Return whether words must follow each other that are no known name."""
        return any(term.is_phrase and not term.keys for term in self.terms)

    @property
    def is_plain(self) -> bool:
        """Return whether no more than a few words are asked for, side by side: most queries are of that form."""
        are_words = all(
            len(one.terms) == 1 and not one.terms[0].is_phrase and not one.terms[0].keys for one in self.clauses
        )
        return are_words and 0 < len(self.clauses) <= MOST_PLAIN_WORDS and not (self.excluded or self.span)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of all names that are asked for, each once."""
        return tuple(dict.fromkeys(key for term in self.terms for key in term.keys))


@dataclass(frozen=True)
class Text:
    """A text that was read but for its names: terms in order, None for OR."""

    parts: tuple[Term | None, ...] = ()
    excluded: tuple[Term, ...] = ()
    span: Span | None = None
    span_words: str = ""

    @property
    def candidates(self) -> frozenset[str]:
        """Return every run of words that can be a name, without accents and case; at most 6 for each word."""
        read = (self.parts, tuple(part for term in self.parts for part in _pieces(term)))
        runs = {" ".join(words) for parts in read for words, _ in _runs(parts)}
        return frozenset(runs | {" ".join(term.words) for term in self._phrases})

    @property
    def codes(self) -> frozenset[str]:
        """Return the words that may be a country's code: in capitals, or in a text of a few words."""
        terms = [term for term in (*self.parts, *self.excluded) if term is not None]
        is_short = len(terms) <= MOST_CODES
        return frozenset(
            term.words[0]
            for term in {*terms, *(piece for term in terms for piece in _pieces(term) if piece)}
            if len(term.words) == 1 and 1 < len(term.words[0]) <= LONGEST_CODE
            if term.text.isupper() or (is_short and term.words[0] not in COMMON_WORDS)
        )

    @property
    def _phrases(self) -> list[Term]:
        return [term for term in (*self.parts, *self.excluded) if term is not None and _is_name_like(term)]

    def query(self, names: Mapping[str, tuple[str, ...]]) -> Query:
        """Return what is asked for, with the longest known names taken as one term each."""
        parts = _with_names(_parted(self.parts, names), names)
        excluded = tuple(replace(term, keys=names.get(" ".join(term.words), ())) for term in self.excluded)
        return Query(_clauses(parts), excluded, self.span, self.span_words)


def read(text: str, read_span: ReadSpan) -> Text:
    """Read a text as typed; raise ``NotSearchable`` with a sentence for one that is too long or only excludes.

    ``read_span`` gives the first and last day of a date in words and raises ``ValueError`` for what is none.
    """
    text = unicodedata.normalize("NFC", text).translate(MARKS)
    text = " ".join("".join(" " if unicodedata.category(mark) in UNSEEN else mark for mark in text).split())
    if len(text) > LONGEST_SEARCH or len(text.split()) > MOST_WORDS:
        raise SearchTooLong(f"Use at most {MOST_WORDS} words and {LONGEST_SEARCH} characters.")
    parts, excluded = _parts(text)
    parts, span, span_words = _without_date(parts, read_span)
    found = Text(tuple(_tidied(parts)), tuple(excluded), span, span_words)
    if excluded and not found.parts and span is None:
        raise OnlyExcluded("Say also what to look for: minus only takes away.")
    return found


def _parts(text: str) -> tuple[list[Term | None], list[Term]]:
    parts: list[Term | None] = []
    excluded: list[Term] = []
    for match in PART.finditer(text):
        plain = match["plain"]
        if plain in {"OR", "|"}:
            parts.append(None)
            continue
        is_minus = plain.startswith("-") if plain else bool(match["minus"])
        words = plain.lstrip("-") if plain else match["phrase"].strip()
        if not any(mark.isalnum() for mark in words):
            continue
        term = Term(_bare(words) if plain else words, is_phrase=not plain)
        (excluded if is_minus and (match.start() == 0 or text[match.start() - 1] == " ") else parts).append(term)
    return parts, excluded


def _bare(word: str) -> str:
    """Return a word without the punctuation round it; a full stop after a single letter is part of it (U.S.)."""
    if OPEN_SPAN.fullmatch(word):
        return word
    first = next(place for place, mark in enumerate(word) if mark.isalnum())
    last = next(place for place in range(len(word), 0, -1) if _stays(word[place - 1]))
    bare = word[first:last]
    return bare + "." if re.fullmatch(r"(?:\w\.)+\w", bare) and word[last : last + 1] == "." else bare


def _stays(mark: str) -> bool:
    return mark.isalnum() or unicodedata.category(mark).startswith("M")


def _without_date(parts: list[Term | None], read_span: ReadSpan) -> tuple[list[Term | None], Span | None, str]:
    """Take the longest run of words that is a date out of the terms; only the first date counts as one."""
    for length in range(min(LONGEST_DATE, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            run = parts[start : start + length]
            if any(term is None or term.is_phrase for term in run):
                continue
            words = " ".join(term.text for term in run if term)
            before = parts[start - 1] if start else None
            if re.search(r"\d", words) and (span := _span(words, read_span)):
                if before and DAY.fullmatch(before.text) and words[0].isalpha():
                    return parts, None, ""  # "30 February 2026" is no date, and not to be taken for its month
                return parts[:start] + parts[start + length :], span, words
    return parts, None, ""


def _span(words: str, read_span: ReadSpan) -> Span | None:
    """Return the days of a date, of two with ".." between them, or None. Numbers that are no likely year are words."""
    if re.fullmatch(r"\d+", words) and not re.fullmatch(r"1[89]\d\d|20\d\d", words):
        return None
    try:
        if ".." in words:
            first, last = (read_span(part) if part else (None, None) for part in words.split("..", 1))
            span = first[0], last[1]
            return span if any(span) and not (all(span) and span[0] > span[1]) else None  # type: ignore[operator]
        return read_span(words)
    except (ValueError, OverflowError):
        return None


def _tidied(parts: Iterable[Term | None]) -> list[Term | None]:
    """Drop each OR that has no term on both sides."""
    kept: list[Term | None] = []
    for part in parts:
        if part is not None or (kept and kept[-1] is not None):
            kept.append(part)
    return kept[:-1] if kept and kept[-1] is None else kept


def _is_name_like(term: Term) -> bool:
    return 0 < len(term.words) <= LONGEST_NAME


def _runs(parts: tuple[Term | None, ...]) -> Iterable[tuple[tuple[str, ...], tuple[int, int]]]:
    """Yield each run of plain words that can be one name, the longest first, with its place."""
    for length in range(min(LONGEST_NAME, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            run = parts[start : start + length]
            if all(term is not None and not term.is_phrase for term in run):
                yield tuple(word for term in run if term for word in term.words), (start, start + length)


def _pieces(term: Term | None) -> tuple[Term | None, ...]:
    """Return the words that are joined in one, or that one where it is none or too many."""
    texts = JOINT.split(term.text) if term and not term.is_phrase else []
    return tuple(Term(text) for text in texts) if 1 < len(texts) <= MOST_JOINED else (term,)


def _parted(parts: tuple[Term | None, ...], names: Mapping[str, tuple[str, ...]]) -> tuple[Term | None, ...]:
    """Return the terms with joined ones parted where each piece belongs to a known name, and the whole to none."""
    for place in range(len(parts) - 1, -1, -1):
        pieces = _pieces(parts[place])
        if len(pieces) == 1 or place in _names_in(parts, names)[1]:
            continue
        parted = (*parts[:place], *pieces, *parts[place + 1 :])
        if _names_in(parted, names)[1].issuperset(range(place, place + len(pieces))):
            parts = parted
    return parts


def _names_in(
    parts: tuple[Term | None, ...], names: Mapping[str, tuple[str, ...]]
) -> tuple[dict[int, tuple[int, tuple[str, ...]]], set[int]]:
    """Return the known names with their first and last places, the longest first, and all places that they take."""
    taken: dict[int, tuple[int, tuple[str, ...]]] = {}
    used: set[int] = set()
    for words, (start, end) in _runs(parts):
        keys = names.get(" ".join(words), ())
        if keys and not used & set(range(start, end)):
            taken[start] = (end, keys)
            used |= set(range(start, end))
    return taken, used


def _with_names(parts: tuple[Term | None, ...], names: Mapping[str, tuple[str, ...]]) -> list[Term | None]:
    taken, used = _names_in(parts, names)
    found: list[Term | None] = []
    for place, part in enumerate(parts):
        if place in taken:
            end, keys = taken[place]
            text = " ".join(term.text for term in parts[place:end] if term)
            found.append(Term(text, is_phrase=end - place > 1, keys=keys))
        elif place not in used:
            found.append(part)
    return found


def _clauses(parts: list[Term | None]) -> tuple[Clause, ...]:
    clauses: list[list[Term]] = []
    is_or = False
    for part in parts:
        if part is None:
            is_or = True
        elif is_or and clauses:
            clauses[-1].append(part)
            is_or = False
        else:
            clauses.append([part])
            is_or = False
    return tuple(Clause(tuple(terms)) for terms in clauses)


def distance(one: str, other: str, most: int = LONGEST_SEARCH) -> int:
    """Return how many letters must be added, dropped, changed or swapped with the next to make one word the other.

    Words that are farther away than ``most`` are not compared to their end: of them one more than that is said.
    """
    rows = [list(range(len(other) + 1))]
    for place, letter in enumerate(one, 1):
        row = [place]
        for at, wanted in enumerate(other, 1):
            best = min(row[-1] + 1, rows[-1][at] + 1, rows[-1][at - 1] + (letter != wanted))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == wanted:
                best = min(best, rows[-2][at - 2] + 1)
            row.append(best)
        # Whatever follows comes from one of two rows: the last and, by a swap, the one before.
        if min(row) > most < min(rows[-1]):
            return most + 1
        rows.append(row)
    return min(rows[-1][-1], most + 1)


def month_slices(
    newest: date, oldest: date | None = None, most: int = 255, length: int = 1
) -> list[tuple[tuple[int, int], ...]]:
    """Return the months from the newest back to the oldest in slices that double: 1, 2, 4 ... at most `most` months.

    The first slice has as many as `length` says. A month is its year and number. A search that reads the slices in
    turn stops where it has enough, and reads at most about twice as much as it needs.
    """
    month = newest.year * 12 + newest.month - 1
    last = max(month - most + 1, oldest.year * 12 + oldest.month - 1 if oldest else 12)
    slices = []
    while month >= last:
        some = range(month, max(last, month - length + 1) - 1, -1)
        slices.append(tuple((number // 12, number % 12 + 1) for number in some))
        month, length = month - length, length * 2
    return slices
