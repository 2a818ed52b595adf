"""An event's row in a list: what it shows, and its HTML, rendered once for each version and language.

The row does not know on which page it stands: side and order belong to its wrapper. A change of a name that it shows
renders it anew (``timeline.readmodels.refresh_rows``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from timeline.kinds import GROUPS, KINDS, Group, Kind
from timeline.models import Citation, Event, EventRow, Modality, Statement
from timeline.values import When

ROW_LANGUAGES = ("en", "es")
ROW_TEMPLATE = "timeline/_event_row.html"


@dataclass(frozen=True, slots=True)
class RowStatement:
    """Show what somebody said in the event."""

    id: int
    speaker: str
    speech: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class EventRowContent:
    """Show an event in a list. ``origins`` counts independent reports, ``sources`` are all texts that it rests on."""

    id: int
    slug: str
    version: int
    title: str
    summary: str
    kind: Kind
    group: Group
    modality: str
    modality_label: str
    level: str
    when: When
    source_words: str
    resolved_from: str
    place: str
    statements: tuple[RowStatement, ...]
    origins: tuple[str, ...]
    sources: tuple[int, ...]
    published_at: datetime
    corrected_at: datetime | None

    @property
    def is_corrected(self) -> bool:
        """Return whether a correction was published."""
        return self.corrected_at is not None


def row_contents(event_ids: Iterable[int]) -> list[EventRowContent]:
    """Return what the rows of these events show, by id, without withdrawn ones. Three queries."""
    ids = sorted(set(event_ids))
    said: dict[int, list[RowStatement]] = {}
    statements = Statement.objects.filter(event__in=ids, withdrawn_at__isnull=True).select_related("leader")
    for statement in statements.order_by("event_id", "position", "pk"):
        speaker = statement.leader.name if statement.leader else statement.speaker_name
        row = RowStatement(statement.pk, speaker, statement.speech, statement.words, statement.language)
        said.setdefault(statement.event_id or 0, []).append(row)
    sources = _sources(ids)
    events = Event.objects.filter(pk__in=ids, withdrawn_at__isnull=True).order_by("pk")
    return [_content(event, said.get(event.pk, []), sources.get(event.pk, {})) for event in events]


def render_row(content: EventRowContent, language: str) -> str:
    """Return the row's HTML in one language."""
    with translation.override(language):
        return render_to_string(ROW_TEMPLATE, {"row": content}).strip()


def kept_row(content: EventRowContent, language: str) -> EventRow:
    """Return the row as it is kept in one language; it is not stored yet."""
    html, sources = render_row(content, language), list(content.sources)
    return EventRow(event_id=content.id, language=language, version=content.version, html=html, sources=sources)


def _sources(event_ids: list[int]) -> dict[int, dict[int, str]]:
    """Return for each event its sources, by id, with their origins: of the event itself and of its participations."""
    found: dict[int, dict[int, str]] = {}
    own = Citation.objects.filter(event__in=event_ids).values_list("event_id", "source_id", "source__origin")
    theirs = Citation.objects.filter(participation__event__in=event_ids).values_list(
        "participation__event_id", "source_id", "source__origin"
    )
    for event_id, source_id, origin in own.order_by().union(theirs.order_by()):
        found.setdefault(event_id or 0, {})[source_id] = origin
    return found


def _content(event: Event, statements: list[RowStatement], sources: dict[int, str]) -> EventRowContent:
    kind = KINDS[event.kind]
    return EventRowContent(
        id=event.pk,
        slug=event.slug,
        version=event.version,
        title=event.title,
        summary=event.summary,
        kind=kind,
        group=GROUPS[kind.group],
        modality=event.modality,
        modality_label=str(Modality(event.modality).label),
        level=event.level,
        when=event.when,
        source_words=event.source_words,
        resolved_from=event.resolved_from,
        place=event.place,
        statements=tuple(statements),
        origins=tuple(sorted(set(sources.values()))),
        sources=tuple(sorted(sources)),
        published_at=event.published_at,
        corrected_at=event.corrected_at,
    )
