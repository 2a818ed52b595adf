"""Turn what the engine proposes into the contents and passages of drafts. Writes nothing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsroom.actions.names import Names
from newsroom.models.content import Content, EventContent, Figured, Participant, StatementContent
from newsroom.values import ClaimProposal, EventProposal, Evidence, Reading, Span, StatementProposal
from timeline.kinds import KINDS
from timeline.pages.dates import day_text
from timeline.values import quoted_runs

EVENT_FIELDS = ("summary", "kind", "modality", "when", "place")
STATEMENT_FIELDS = ("words", "speaker", "when", "claim")
DATELINE = re.compile(r"[^\n]{3,80}?(?=\s*(?:\([A-Z][A-Za-z ]{1,30}\)\s*)?[-–—])")
LONGEST_PASSAGE = 1000
# What readers are told of a date by the rule that read it; the others count from the day of the report.
COUNTED = "counted from {day}, the day of the report"
HOW_DATED = {
    "story-day": "the report of {day} names no other day",
    "before-story-day": "the report of {day} tells it as past and names no day",
    "until-story-day": "the report of {day} tells of the time until then",
    "series": "the report of {day} tells of a series until then",
    "after-story-day": "the report of {day} tells it as still to come",
    "after-base": "the report of {day} tells it as still to come",
    "nearest-year": "the year is the one nearest to {day}, the day of the report",
    "same-day": "counted from the day that the report names before",
    "later": "counted from the day that the report names before",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """Hold a passage to be: which field it supports, whose, and its offsets into the stored text."""

    field: str
    start: int
    end: int
    subject: str = ""


@dataclass(slots=True)
class Proposed:
    """Hold a draft to be."""

    kind: str
    content: Content
    passages: list[Cited]
    rule: str
    confidence: float
    fingerprint: str = ""
    event: Proposed | None = None


@dataclass(slots=True)
class Placed:
    """Map offsets of a reading's kept text to offsets into the stored text, and find words in it."""

    reading: Reading
    names: Names
    dateline: Cited | None = field(default=None)

    def __post_init__(self) -> None:
        """Find the words of the dateline, or of the date of the page, which date what has no date of its own."""
        self.dateline = self._find_dateline()

    def _find_dateline(self) -> Cited | None:
        meta, text = self.reading.article, self.reading.source_text
        if meta.dateline_date and self.reading.paragraphs:
            first = self.reading.paragraphs[0]
            match = DATELINE.match(text, first.source_start, first.source_end)
            if match and any(character.isdigit() for character in match[0]):
                return Cited("when", match.start(), match.end())
        for candidate in meta.candidates:
            at = text.find(candidate.words) if candidate.day == meta.published and candidate.words else -1
            if at >= 0:
                return Cited("when", at, at + len(candidate.words))
        return None

    def cite(self, evidence: Evidence, name: str = "", subject: str = "") -> Cited | None:
        """Return the passage in the stored text; nothing where the words do not stand there verbatim."""
        for part in self.reading.paragraphs:
            if part.start <= evidence.start < part.end:
                start = part.source_start + evidence.start - part.start
                end = start + len(evidence.exact)
                fits = self.reading.source_text[start:end] == evidence.exact and 0 < end - start <= LONGEST_PASSAGE
                return Cited(name or evidence.field, start, end, subject) if fits else None
        return None

    def paragraph_span(self, cited: Cited) -> Span:
        """Return the offsets of the paragraph that a passage stands in."""
        for part in self.reading.paragraphs:
            if part.source_start <= cited.start < part.source_end:
                return Span(part.source_start, part.source_end)
        return Span(cited.start, cited.end)

    def find_word(self, word: str, span: Span) -> tuple[int, int] | None:
        """Return where a word stands in a stretch of the stored text, whole and in its own case."""
        match = (
            re.compile(rf"\b{re.escape(word)}\b").search(self.reading.source_text, span.start, span.end)
            if word
            else None
        )
        return (match.start(), match.end()) if match else None

    def find_participant(self, part: Participant, main: Cited) -> Cited | None:
        """Return words that name a participant: in the passage, in its paragraph, else where it is first named."""
        person = self.names.family_name(part.leader) or part.person.split(" ")[-1]
        spans = (Span(main.start, main.end), self.paragraph_span(main))
        for span in spans:
            found = self.find_word(person, span)
            if found:
                return Cited("participation", *found, part.subject)
        mentions: list[Evidence] = [
            Evidence("participation", one.start, one.end, one.exact)
            for one in self.reading.leaders
            if person and person in one.exact
        ]
        mentions += [
            Evidence("participation", one.start, one.end, one.exact)
            for one in self.reading.countries
            if self.names.country_slug(one.code) == part.country
        ]
        cited = [one for one in (self.cite(each, subject=part.subject) for each in mentions) if one]
        inside = [one for one in cited for span in spans if span.start <= one.start < span.end]
        return next(iter(inside or cited), None) or self._find_country(part, spans)

    def _find_country(self, part: Participant, spans: tuple[Span, Span]) -> Cited | None:
        """Return a name of a participant's country, near the passage or where the story first has one."""
        kept = (Span(one.source_start, one.source_end) for one in self.reading.paragraphs)
        for span in (*spans, *kept):
            for name in self.names.names_of_country(part.country):
                if found := self.find_word(name, span):
                    return Cited("participation", *found, part.subject)
        return None


def propose_drafts(reading: Reading, names: Names) -> list[Proposed]:
    """Return the drafts that a reading proposes, in the order of the text."""
    placed = Placed(reading, names)
    drafts = [_event(one, placed) for one in reading.events]
    claims = list(reading.claims)
    drafts += [_statement(one, placed, _take_claims(claims, one)) for one in reading.statements]
    drafts += [_statement_of_claim(one, placed) for one in claims]
    found = [one for one in drafts if one is not None]
    for one in found:
        one.fingerprint = _fingerprint(one, reading)
        one.event = _event_of(one, found)
    return sorted(found, key=lambda one: (one.passages[0].start, one.kind != "event", one.passages[0].end))


def _event_of(one: Proposed, found: list[Proposed]) -> Proposed | None:
    """Return the event that a statement is told with: the one whose words share most with its own."""
    first = one.passages[0]
    if one.kind != "statement":
        return None
    shared = [
        (min(first.end, other.passages[0].end) - max(first.start, other.passages[0].start), other)
        for other in found
        if other.kind == "event"
    ]
    most = max(shared, key=lambda pair: pair[0], default=(0, None))
    return most[1] if most[0] > 0 else None


def _fingerprint(one: Proposed, reading: Reading) -> str:
    """Return what is the same for the same proposal when the engine reads again: kind and principal words."""
    first = one.passages[0]
    what = one.content.kind if isinstance(one.content, EventContent) else one.content.speech
    words = " ".join(reading.source_text[first.start : first.end].split())
    return hashlib.sha256(f"{one.kind}\n{what}\n{words}".encode()).hexdigest()


def _participants(one: EventProposal, placed: Placed) -> tuple[Participant, ...]:
    """Return a participation for each country, and one for each of its people who acted."""
    names, roles = placed.names, dict(one.roles)
    is_joint = one.kind in KINDS and KINDS[one.kind].is_joint
    countries = {mention.name: mention.country for mention in placed.reading.leaders}
    found: list[Participant] = []
    for index, code in enumerate(one.countries):
        slug = names.country_slug(code)
        if not slug:
            continue
        role = roles.get(code, "party")
        side = role if role in ("actor", "recipient") else "actor" if is_joint or index == 0 else "recipient"
        role = role if role in ("mediator", "host", "topic", "mentioned") else "party"
        people = [name for name in one.leaders if countries.get(name) == code]
        for name in people or [""]:
            leader = names.leader_slug(name)
            found.append(Participant(slug, leader, "" if leader else name, role, side))
    return tuple(dict.fromkeys(found))


def _event(one: EventProposal, placed: Placed) -> Proposed | None:
    """Return the draft of an event; nothing where its principal words are not in the stored text."""
    main = placed.cite(one.passage, "summary")
    if main is None:
        return None
    participants = _participants(one, placed)
    content = EventContent(
        title=placed.names.event_title(one.kind, one.modality, participants),
        kind=one.kind if one.kind in KINDS else "",
        modality=one.modality,
        level=one.level or "official",
        edtf=one.when.edtf if one.when else "",
        source_words=one.source_words,
        resolved_from=_resolved(one.resolved_by, placed),
        participants=participants,
    )
    passages = [main, *_cited(one.evidence[1:], placed, EVENT_FIELDS)]
    passages += [Cited(name, main.start, main.end) for name in ("kind", "modality") if not _has(passages, name)]
    passages += _when(content.edtf, one.source_words, passages, main, placed)
    passages += [cited for part in participants if (cited := placed.find_participant(part, main))]
    return Proposed("event", content, list(dict.fromkeys(passages)), one.rule, one.confidence)


def _statement(one: StatementProposal, placed: Placed, claims: list[ClaimProposal]) -> Proposed | None:
    """Return the draft of a statement; nothing where its words are not in the stored text."""
    main = placed.cite(one.passage, "words")
    if main is None:
        return None
    names, leader = placed.names, placed.names.leader_slug(one.speaker)
    office = f" ({one.speaker_office})" if one.speaker_office and one.speaker_office not in one.speaker else ""
    content = StatementContent(
        speaker=leader,
        speaker_name="" if leader else f"{one.speaker}{office}",
        country=names.country_slug(one.speaker_country),
        speech=_speech(one),
        words=one.words.strip().rstrip(","),
        cue=one.cue,
        channel=one.channel,
        language=one.language or placed.reading.article.language,
        is_translation=one.is_translated,
        edtf=one.when.edtf if one.when else "",
        source_words=one.source_words,
        resolved_from=_resolved(one.resolved_by, placed),
        about=tuple(slug for code in one.countries if (slug := names.country_slug(code))),
        reported_by=one.reported_by,
        claims=tuple(_figured(claim) for claim in claims),
    )
    passages = [main, *_cited(one.evidence[1:], placed, STATEMENT_FIELDS)]
    if not _has(passages, "speaker"):
        passages += _speaker(content, placed, main)
    passages += _when(content.edtf, one.source_words, passages, main, placed)
    passages += [cited for claim in claims if (cited := placed.cite(claim.evidence[0], "claim"))]
    return Proposed("statement", content, list(dict.fromkeys(passages)), one.rule, one.confidence)


def _speech(one: StatementProposal) -> str:
    """Return how words are given; what is reported has quoted words only where marks stand in them."""
    if one.speech not in ("mixed", "indirect"):
        return one.speech
    return "mixed" if quoted_runs(one.words) else "indirect"


def _resolved(rule: str, placed: Placed) -> str:
    """Return how a date was read, in words for readers; nothing where the source has all of it."""
    base, name = placed.reading.article.base, rule.partition(".")[0]
    if not rule or name == "calendar" or base is None:
        return ""
    return HOW_DATED.get(name, COUNTED).format(day=day_text(base))


def _speaker(content: StatementContent, placed: Placed, main: Cited) -> list[Cited]:
    """Return words that name the speaker."""
    who = Participant(content.country, content.speaker, content.speaker_name.split(" (", maxsplit=1)[0])
    found = placed.find_participant(who, main)
    return [Cited("speaker", found.start, found.end)] if found else []


def _statement_of_claim(one: ClaimProposal, placed: Placed) -> Proposed | None:
    """Return the draft of a statement that the engine proposed only as a figure."""
    leader = next((mention for mention in placed.reading.leaders if mention.name == one.speaker), None)
    said = StatementProposal(
        speaker=one.speaker, speaker_country=leader.country if leader else "", speaker_office="", speech="indirect",
        words=one.evidence[0].exact, cue="", channel="", when=None, source_words="", resolved_by="", language="",
        is_translated=False, reported_by=(), countries=(), evidence=one.evidence, rule=one.rule,
        confidence=one.confidence,
    )  # fmt: skip
    return _statement(said, placed, [one])


def _take_claims(claims: list[ClaimProposal], one: StatementProposal) -> list[ClaimProposal]:
    """Take the figures out of the list that stand within the words of a statement."""
    taken = [claim for claim in claims if claim.evidence[0].span.overlaps(one.passage.span)]
    for claim in taken:
        claims.remove(claim)
    return taken


def _figured(one: ClaimProposal) -> Figured:
    """Return a claim's figure as a draft keeps it."""
    period = one.period.edtf if one.period else ""
    return Figured(
        one.subject, f"{one.value:g}", one.unit, one.direction or "level", one.is_approximate, period, one.source_words
    )


def _cited(evidence: Iterable[Evidence], placed: Placed, known: tuple[str, ...]) -> list[Cited]:
    """Return the passages of the fields that are kept."""
    return [cited for one in evidence if one.field in known and (cited := placed.cite(one))]


def _has(passages: list[Cited], name: str) -> bool:
    """Tell whether a field has a passage."""
    return any(one.field == name for one in passages)


def _when(edtf: str, words: str, passages: list[Cited], main: Cited, placed: Placed) -> list[Cited]:
    """Return words for the date: the source's own near the passage, else those of the dateline or of the page."""
    if not edtf or _has(passages, "when"):
        return []
    found = placed.find_word(words, placed.paragraph_span(main)) if words else None
    if found:
        return [Cited("when", *found)]
    return [placed.dateline] if placed.dateline and not words else []
