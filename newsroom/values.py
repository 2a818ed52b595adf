"""The values that the newsroom passes about: passages, and what a reading of an article proposes.

Pure Python. Offsets count Unicode code points; ``start`` is inclusive, ``end`` exclusive. Unless a docstring says
otherwise they point into ``Reading.text``, so that ``exact == reading.text[start:end]`` always holds.
What a reading makes by the thousand is a named tuple, which is made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from timeline.values import When

CONTEXT_LENGTH = 32


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Name a stretch of a text by its two offsets."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse offsets that are negative or reversed; raise ``ValueError``."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the words of the span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end


class Evidence(NamedTuple):
    """Say which words of the text support which field of a proposal (W3C text quote and position selectors)."""

    field: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, text: str, field: str, start: int, end: int) -> Evidence:
        """Cut a passage with its context out of ``text``."""
        first = start - CONTEXT_LENGTH if start > CONTEXT_LENGTH else 0
        return cls(field, start, end, text[start:end], text[first:start], text[end : end + CONTEXT_LENGTH])

    @property
    def span(self) -> Span:
        """Return the offsets as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a kept paragraph: its place in the kept text and its place in the text as pasted."""

    text: str
    start: int
    end: int
    source_start: int
    source_end: int
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Hold words that were left out and why; ``start`` and ``end`` point into ``Reading.source_text``."""

    text: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Name something that an editor must know or decide: ``code`` is a fixed word, ``message`` a sentence."""

    code: str
    message: str
    is_fatal: bool = False


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """Hold one date of publication that was found: its day, the words, and where they stood."""

    day: date
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what is known of an article beside its words; every field may be empty."""

    title: str = ""
    outlet: str = ""
    address: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class ArticleMeta:
    """Describe the article: title, dates with their origins, dateline, agency, republisher, people who made it."""

    title: str = ""
    published: date | None = None
    published_month: str = ""
    published_origin: str = ""
    published_reason: str = ""
    candidates: tuple[DateCandidate, ...] = ()
    dateline_place: str = ""
    dateline_date: date | None = None
    origin: str = ""
    republisher: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credit_line: str = ""
    language: str = "en"
    address: str = ""
    encoding: str = ""
    document: str = "story"
    access: str = ""

    @property
    def updated(self) -> date | None:
        """Return the last day on which the page says that it was changed, where that is after its publication."""
        changed = [one.day for one in self.candidates if one.origin.startswith("modified ")]
        return max((day for day in changed if self.published and day > self.published), default=None)

    @property
    def base(self) -> date | None:
        """Return the day that relative dates count from: the dateline's, else the day of publication."""
        return self.dateline_date or self.published


class CountryMention(NamedTuple):
    """Hold one place where the text names a country, by name, adjective, or capital used for the government."""

    code: str
    start: int
    end: int
    exact: str
    form: str


@dataclass(frozen=True, slots=True)
class LeaderMention:
    """Hold one person of the text: the fullest name, country and office that it gives, and where it stands first."""

    name: str
    country: str
    office: str
    start: int
    end: int
    exact: str
    is_known: bool = False


class EventProposal(NamedTuple):
    """Propose one event; ``countries`` are its parties, mediators and hosts only, never topics or mere places."""

    kind: str
    plover: str
    cameo: str
    modality: str
    level: str
    when: When | None
    source_words: str
    resolved_by: str
    countries: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    leaders: tuple[str, ...]
    is_background: bool
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float

    @property
    def passage(self) -> Evidence:
        """Return the best passage: the first for the summary."""
        return self.evidence[0]


class StatementProposal(NamedTuple):
    """Propose one statement; ``reported_by`` is the chain of those who passed it on, nearest to the reader first."""

    speaker: str
    speaker_country: str
    speaker_office: str
    speech: str
    words: str
    cue: str
    channel: str
    when: When | None
    source_words: str
    resolved_by: str
    language: str
    is_translated: bool
    reported_by: tuple[str, ...]
    countries: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float

    @property
    def passage(self) -> Evidence:
        """Return the words of the statement."""
        return self.evidence[0]


@dataclass(frozen=True, slots=True)
class ClaimProposal:
    """Propose a figure that somebody gave: value, unit, direction, period; never checked by us."""

    speaker: str
    value: float
    unit: str
    direction: str
    is_approximate: bool
    subject: str
    period: When | None
    source_words: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold all that was read: the kept text, what was left out, and the proposals."""

    text: str
    source_text: str
    article: ArticleMeta
    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    countries: tuple[CountryMention, ...] = ()
    leaders: tuple[LeaderMention, ...] = ()
    events: tuple[EventProposal, ...] = ()
    statements: tuple[StatementProposal, ...] = ()
    claims: tuple[ClaimProposal, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def country_codes(self) -> tuple[str, ...]:
        """Return the code of each country named, in order of first mention."""
        return tuple(dict.fromkeys(mention.code for mention in self.countries))
