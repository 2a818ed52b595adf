"""What a search shows of an event, a statement and a source that it found: values that templates only print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.kinds import KINDS
from timeline.models import Country, Modality, Source, Statement
from timeline.pages.addresses import address_of
from timeline.pages.dates import ShownDate, edtf_text, shown_date
from timeline.pages.passages import told
from timeline.queries.found import FoundEvent, FoundRow, FoundSource, FoundStatement
from timeline.sql.hits import CLOSE, OPEN

EXCERPT, BEFORE_MARK = 260, 90
MARK = re.compile(f"[{OPEN}{CLOSE}]")


@lru_cache(maxsize=256)
def _words_in(language: str, choices: type[TextChoices], value: str) -> str:
    return _(str(choices(value).label))


def _words_of(choices: type[TextChoices], value: str) -> str:
    """Return what a value is called in the language of the page; Django would look it up for each hit."""
    return _words_in(get_language() or "", choices, value)


@lru_cache(maxsize=256)
def _kind_in(language: str, kind: str) -> str:
    return _(KINDS[kind].label)


@dataclass(frozen=True)
class Run:
    """A run of text, marked where it is what was looked for. The template escapes it as it escapes all."""

    text: str = told("The text.")
    is_marked: bool = told("Whether it was looked for.")


def runs(marked: str, most: int = 0) -> list[Run]:
    """Split a text at the private marks of the database; with `most`, cut it to about so much round the first mark."""
    pieces = MARK.split(marked)
    text, places = "".join(pieces), list(accumulate(map(len, pieces[:-1])))
    spans = list(zip(places[::2], places[1::2], strict=False))
    start, end = _cut(text, spans[0][0] if spans else 0, most)
    found, at = [Run("… ", is_marked=False)] if start else [], start
    for first, last in spans:
        if at <= first and last <= end:
            found += [Run(text[at:first], is_marked=False), Run(text[first:last], is_marked=True)]
            at = last
    found.append(Run(text[at:end], is_marked=False))
    found += [Run(" …", is_marked=False)] if end < len(text) else []
    return [run for run in found if run.text]


def _cut(text: str, first: int, most: int) -> tuple[int, int]:
    """Return where an excerpt begins and ends, at spaces, so that the first mark lies in it."""
    if not most or len(text) <= most:
        return 0, len(text)
    start = max(0, first - BEFORE_MARK)
    start = text.find(" ", start) + 1 if start and 0 <= text.find(" ", start) < first else start
    end = min(len(text), start + most)
    space = text.rfind(" ", start, end)
    return start, space if end < len(text) and space > first else end


@dataclass(frozen=True)
class EventHit:
    """An event that was found."""

    address: str = told("Its page.")
    when: ShownDate = told("Its date.")
    group: str = told("The key of the group of its kind, which has a sign.")
    kind: str = told("Its kind in words.")
    modality: str = told("The key of what became of it; empty for what happened.")
    modality_words: str = told("The same in words.")
    parties: str = told("The countries that were parties.")
    title: list[Run] = told("The title with what was looked for marked.")
    summary: list[Run] = told("What of the summary stands round the words; empty where they are not in it.")
    is_possible: bool = told("Whether it only may lie within the dates that were asked for.")


@dataclass(frozen=True)
class StatementHit:
    """A statement that was found."""

    address: str = told("Its page.")
    when: ShownDate = told("Its date.")
    speech: str = told("How it is given, in words.")
    is_direct: bool = told("Whether its words are the speaker's own.")
    language: str = told("The language of its words.")
    words: list[Run] = told("Its words with what was looked for marked.")
    speaker: str = told("Who spoke: a person, an office or an institution.")
    speaker_address: str = told("The page of the person; empty where it was none.")
    office: str = told("In which office; empty where not known.")
    country: str = told("For which country; empty where not known.")
    is_possible: bool = told("Whether it only may lie within the dates that were asked for.")
    is_translation: bool = told("Whether the source gives the words in translation.", default=False)


@dataclass(frozen=True)
class SourceHit:
    """A source that was found."""

    address: str = told("Its page.")
    language: str = told("The language of its headline.")
    title: list[Run] = told("The headline with what was looked for marked.")
    outlet: str = told("Who published it.")
    origin: str = told("Whose report it is, in words; empty where it is the outlet's own.")
    kind: str = told("What sort of text it is, in words.")
    published: str = told("When it was published, in words.")


Hit: TypeAlias = EventHit | StatementHit | SourceHit


def hit_of(found: FoundRow, is_possible: bool) -> Hit:
    """Return what is shown of a row that was found."""
    if isinstance(found, FoundEvent):
        return event_hit(found, is_possible)
    return _statement_hit(found, is_possible) if isinstance(found, FoundStatement) else source_hit(found)


def event_hit(found: FoundEvent, is_possible: bool) -> EventHit:
    """Return what is shown of an event."""
    event, kind, summary = found.event, KINDS[found.event.kind], runs(found.summary, EXCERPT)
    has_happened = event.modality == Modality.HAPPENED
    return EventHit(
        address=address_of("timeline:event", event.pk, event.slug),
        when=shown_date(event.when),
        group=kind.group,
        kind=_kind_in(get_language() or "", event.kind),
        modality="" if has_happened else event.modality,
        modality_words="" if has_happened else _words_of(Modality, event.modality),
        parties="\u00a0· ".join(_labels(found.parties)),
        title=runs(found.title),
        summary=summary if any(run.is_marked for run in summary) else [],
        is_possible=is_possible,
    )


def _labels(countries: Iterable[Country]) -> Iterable[str]:
    return (country.label for country in countries)


def _statement_hit(found: FoundStatement, is_possible: bool) -> StatementHit:
    statement, leader = found.statement, found.leader
    return StatementHit(
        address=address_of("timeline:statement", statement.pk),
        when=shown_date(statement.when),
        speech=_words_of(Statement.Speech, statement.speech),
        is_translation=statement.is_translation,
        is_direct=statement.speech == Statement.Speech.DIRECT,
        language=statement.language,
        words=runs(found.words, EXCERPT),
        speaker=leader.name if leader else statement.speaker_name,
        speaker_address=address_of("timeline:leader", leader.slug) if leader else "",
        office=found.office.held_by(leader) if found.office else "",
        country=found.country.label if found.country else "",
        is_possible=is_possible,
    )


def source_hit(found: FoundSource) -> SourceHit:
    """Return what is shown of a source."""
    source = found.source
    is_own = source.origin == source.outlet
    return SourceHit(
        address=address_of("timeline:source", source.pk),
        language=source.language,
        title=runs(found.title),
        outlet=source.outlet,
        origin="" if is_own else _("report by %(origin)s") % {"origin": source.origin},
        kind=_words_of(Source.Kind, source.kind),
        published=edtf_text(source.published) if source.published else _("date not stated"),
    )
