"""What must be true of an input before anything is written. No database."""

import re
import zoneinfo
from collections.abc import Iterable

from timeline.actions.errors import (
    InvalidField,
    MissingCitation,
    MissingParty,
    PassageNotSound,
    QuotationNotVerbatim,
)
from timeline.inputs import CitationInput, EventInput, SourceInput, StatementInput, canonical_address
from timeline.kinds import KINDS
from timeline.models import Citation, Modality, Office, Participation, Source, Statement
from timeline.topics import TOPICS
from timeline.values import quoted_runs

ELISION = re.compile(r"\s*\[…\]\s*")
EVENT_FACTS = ("when", "kind", "modality")
STATEMENT_FACTS = ("words", "speaker")
EVENT_FIELDS = frozenset({"when", "kind", "modality", "summary", "place"})
STATEMENT_FIELDS = frozenset({"words", "speaker", "when"})
TEXT_LIMITS = {"title": 160, "summary": 1200, "place": 120, "source_words": 160, "resolved_from": 200}
STATEMENT_LIMITS = {"words": 2000, "speaker_name": 160, "cue": 80, "channel": 120, "source_words": 160, "language": 8}
SOURCE_LIMITS = {"title": 300, "outlet": 120, "origin": 120, "byline": 300, "editors": 300, "dateline_place": 120}
SOURCE_LIMITS |= {"language": 8}
SHA256 = re.compile(r"[0-9a-f]{64}")


def check_event(event: EventInput, standing: Iterable[str] = ()) -> None:
    """Refuse an event that cannot stand: raise the ``RecordError`` that says why.

    ``standing`` are the passages of statements that the event already has: its title may quote them too.
    """
    _check_choice("kind", event.kind, KINDS)
    _check_choice("modality", event.modality, Modality.values)
    _check_choice("level", event.level, ("", *Office.Level.values))
    for topic in event.topics:
        _check_choice("topic", topic, TOPICS)
    _check_texts(event, TEXT_LIMITS)
    if not event.title.strip():
        raise InvalidField("An event needs a title.")
    if event.time_zone and event.time_zone not in zoneinfo.available_timezones():
        raise InvalidField(f"“{event.time_zone}” is no time zone; write it like America/Mexico_City.")
    _check_participations(event)
    check_citations(event.citations, EVENT_FIELDS)
    _check_facts_cited(event.citations, EVENT_FACTS, "the event")
    for statement in event.statements:
        check_statement(statement)
    passages = [*standing, *(citation.exact for citation in citations_of(event))]
    for name, text in (("title", event.title), ("summary", event.summary)):
        check_quotations(name, text, passages)


def _check_participations(event: EventInput) -> None:
    seen = set()
    for part in event.participations:
        _check_choice("role", part.role, Participation.Role.values)
        _check_choice("side", part.side, Participation.Side.values)
        key = (part.country, part.leader, part.role)
        if key in seen:
            raise InvalidField(f"{part.leader or part.country} is named twice as {part.role}; leave one out.")
        seen.add(key)
        if part.leader is None and part.office:
            raise InvalidField(f"Name the person who held {part.office}, or leave the office out.")
        check_citations(part.citations, {"participation"})
        who = f"the part of {part.leader or part.country}"
        _check_facts_cited(part.citations, ("participation",), who)
    if not any(part.role == "party" for part in event.participations):
        raise MissingParty("Name at least one country that took part as a party.")


def check_statement(statement: StatementInput) -> None:
    """Refuse a statement that cannot stand: raise the ``RecordError`` that says why."""
    _check_choice("speech", statement.speech, Statement.Speech.values)
    _check_texts(statement, STATEMENT_LIMITS)
    if not statement.words.strip():
        raise InvalidField("A statement needs words.")
    if not statement.leader and not statement.speaker_name.strip():
        raise InvalidField("Name who spoke: a person, or the office or institution where no person is named.")
    check_citations(statement.citations, STATEMENT_FIELDS)
    _check_facts_cited(statement.citations, STATEMENT_FACTS, "the statement")
    _check_words(statement)
    for claim in statement.claims:
        if not claim.subject.strip() or len(claim.subject) > 200:
            raise InvalidField("A figure needs what it counts, in at most 200 characters.")
        _check_address(claim.fact_check)
        check_citations(claim.citations, {"claim"})
        _check_facts_cited(claim.citations, ("claim",), "the figure")


def _check_words(statement: StatementInput) -> None:
    """Hold the words of a direct statement or an official text, and quoted words elsewhere, against the passages."""
    passages = [citation.exact for citation in statement.citations]
    if statement.speech in ("direct", "official_text"):
        _check_verbatim("words", statement.words, passages)
        return
    check_quotations("words", statement.words, passages)
    if statement.speech == "mixed" and not quoted_runs(statement.words):
        raise InvalidField("A statement with quoted words has them in quotation marks; else call it reported.")
    if statement.speech == "indirect" and quoted_runs(statement.words):
        raise InvalidField("A reported statement has no quotation marks; else call it reported with quoted words.")


def check_quotations(name: str, text: str, passages: Iterable[str]) -> None:
    """Raise ``QuotationNotVerbatim`` if a run in quotation marks is not verbatim in one passage."""
    passages = list(passages)
    for run in quoted_runs(text):
        _check_verbatim(name, run, passages)


def unsupported_words(text: str, passages: Iterable[str]) -> str:
    """Return the first words in quotation marks that are verbatim in no passage; empty where all are."""
    passages = list(passages)
    return next((lost for run in quoted_runs(text) if (lost := _lost(run, passages))), "")


def _check_verbatim(name: str, words: str, passages: list[str]) -> None:
    if lost := _lost(words, passages):
        raise QuotationNotVerbatim(
            f"In the {name}, “{lost}” is in no passage word for word. "
            "Quote the words exactly, add the passage that has them, or leave the quotation marks out."
        )


def _lost(words: str, passages: list[str]) -> str:
    pieces = ELISION.split(words.strip())
    return next((piece for piece in pieces if piece and not any(piece in passage for passage in passages)), "")


def citations_of(event: EventInput) -> list[CitationInput]:
    """Return all passages of an event: its own, those of its participations and of its statements."""
    found = list(event.citations)
    for part in event.participations:
        found += part.citations
    for statement in event.statements:
        found += citations_of_statement(statement)
    return found


def citations_of_statement(statement: StatementInput) -> list[CitationInput]:
    """Return all passages of a statement: its own and those of its figures."""
    return [*statement.citations, *(citation for claim in statement.claims for citation in claim.citations)]


def check_citations(citations: Iterable[CitationInput], fields: Iterable[str]) -> None:
    """Raise ``PassageNotSound`` or ``InvalidField`` for a passage that contradicts itself, its source or its place."""
    allowed = set(fields)
    for citation in citations:
        _check_choice("field of the passage", citation.field, Citation.Field.values)
        if citation.field not in allowed:
            raise InvalidField(f"A passage for “{citation.field}” stands where one for {sorted(allowed)} belongs.")
        if not citation.exact.strip() or len(citation.exact) > 1000:
            raise PassageNotSound("A passage has between one and 1000 characters.")
        if citation.start < 0 or citation.end - citation.start != len(citation.exact):
            raise PassageNotSound(f"The offsets of “{citation.exact[:60]}” do not fit its length.")
        if citation.version_hash != citation.source.text_hash:
            raise PassageNotSound(f"“{citation.exact[:60]}” is from another version of the text than its source.")
        if max(len(citation.prefix), len(citation.suffix)) > 120:
            raise PassageNotSound("The words before and after a passage have at most 120 characters each.")


def check_source(source: SourceInput) -> None:
    """Refuse a source that is not named, or has no sound hash or address."""
    _check_choice("kind of source", source.kind, Source.Kind.values)
    _check_choice("access to a source", source.access, ["", *Source.Access.values])
    _check_texts(source, SOURCE_LIMITS)
    if not (source.title.strip() and source.outlet.strip() and source.origin.strip()):
        raise InvalidField("A source needs a title, an outlet and an origin: whose report it is.")
    if not SHA256.fullmatch(source.text_hash):
        raise InvalidField("A source needs the SHA-256 hash of the text that was read.")
    for address in (source.address, source.archive_address):
        _check_address(address)


def _check_address(address: str) -> None:
    try:
        canonical_address(address)
    except ValueError as error:
        raise InvalidField(str(error)) from error


def _check_facts_cited(citations: Iterable[CitationInput], facts: Iterable[str], what: str) -> None:
    cited = {citation.field for citation in citations}
    missing = [str(Citation.Field(fact).label) for fact in facts if fact not in cited]
    if missing:
        raise MissingCitation(f"Select the words that support {', '.join(missing)} of {what}.")


def _check_choice(name: str, value: str, known: Iterable[str]) -> None:
    if value not in known:
        raise InvalidField(f"“{value}” is no {name} that is known here.")


def _check_texts(given: object, limits: dict[str, int]) -> None:
    for name, limit in limits.items():
        text = getattr(given, name)
        if len(text) > limit:
            raise InvalidField(f"The {name.replace('_', ' ')} has {len(text)} characters; shorten it to {limit}.")
        if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise InvalidField(f"The {name.replace('_', ' ')} holds a character that no text has; type it again.")
