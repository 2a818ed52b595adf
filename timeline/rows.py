"""An event's row in a list: what it shows, and its HTML, rendered once for each version and language.

With it are kept its sources as entries of a list, for the pages that name all sources of their events.
The row does not know on which page it stands: side and order belong to its wrapper. A change of a name that it shows
renders it anew (``timeline.readmodels.refresh_rows``). What drew it is kept with it: a row that an older release drew
is drawn anew when it is shown, until a job has kept it anew (``timeline.readmodels.redraw_rows``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language

from timeline.kinds import GROUPS, KINDS, Group, Kind
from timeline.models import Citation, Event, EventRow, Modality, Source, Statement
from timeline.queries.lists import ListedEvent
from timeline.values import When, language_of_words

# The statements of each event by its id; one that has none is not there.
Said = dict[int, list[Statement]]
ROW_LANGUAGES = ("en", "es")
ROW_TEMPLATE = "timeline/_kept_row.html"
SOURCE_TEMPLATE = "timeline/_kept_source.html"
ORIGINS_NAMED = 5
# What a row is drawn by, beside the event itself.
DRAWN_BY = (
    f"templates/{ROW_TEMPLATE}",
    f"templates/{SOURCE_TEMPLATE}",
    "templates/timeline/_event_row.html",
    "templates/components/_sign.html",
    "templates/components/_when.html",
    "templates/components/_words.html",
    "templates/components/event-quote.html",
    "templates/components/page-source.html",
    "timeline/kinds.py",
    "timeline/models/event.py",
    "timeline/pages/dates.py",
    "timeline/pages/event_rows.py",
    "timeline/pages/passages.py",
    "timeline/rows.py",
    "timeline/templatetags/record.py",
    "timeline/templatetags/repeated.py",
    "timeline/values/dates.py",
    "timeline/values/quotations.py",
    "locale/**/*.mo",
)


class CitedSource(NamedTuple):
    """What a list of events shows of a source, and the passages of it from which the event has its date."""

    id: int
    title: str
    language: str
    outlet: str
    origin: str
    published: str
    address: str
    dating: tuple[str, ...] = ()

    @classmethod
    def of(cls, source: Source) -> "CitedSource":
        """Return what is shown of a source."""
        return cls(*(getattr(source, name) for name in SHOWN))


SHOWN = CitedSource._fields[:-1]


# The sources of each event, by its id and theirs.
Sources = dict[int, dict[int, CitedSource]]


@dataclass(frozen=True, slots=True)
class RowStatement:
    """Show what somebody said in the event."""

    id: int
    speaker: str
    speech: str
    words: str
    language: str
    is_translation: bool = False


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
    source_language: str
    resolved_from: str
    place: str
    statements: tuple[RowStatement, ...]
    origins: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    published_at: datetime
    corrected_at: datetime | None

    @property
    def is_corrected(self) -> bool:
        """Return whether a correction was published."""
        return self.corrected_at is not None

    @property
    def named_origins(self) -> tuple[str, ...]:
        """Return the origins that the row names; the event's page names all."""
        return self.origins[:ORIGINS_NAMED]

    @property
    def more_origins(self) -> int:
        """Return how many origins the row does not name."""
        return len(self.origins) - len(self.named_origins)


def row_contents(event_ids: Iterable[int]) -> list[EventRowContent]:
    """Return what the rows of these events show, by id, without withdrawn ones. Three queries, none for no event."""
    ids = sorted(set(event_ids))
    events = list(Event.objects.filter(pk__in=ids, withdrawn_at__isnull=True).order_by("pk")) if ids else []
    return contents_of(events, statements_of(events), sources_of([event.pk for event in events]))


def statements_of(events: Sequence[Event]) -> Said:
    """Return the statements of each event in their order, without withdrawn ones. One query, none for no event."""
    said: Said = {}
    if events:
        statements = Statement.objects.filter(event__in=[event.pk for event in events], withdrawn_at__isnull=True)
        for statement in statements.select_related("leader").order_by("event_id", "position", "pk"):
            said.setdefault(statement.event_id or 0, []).append(statement)
    return said


def contents_of(events: Sequence[Event], said: Said, sources: Sources) -> list[EventRowContent]:
    """Return what the rows of events show that are read already with their statements and sources."""
    return [
        _content(event, [_row_statement(one) for one in said.get(event.pk, [])], sources.get(event.pk, {}))
        for event in events
    ]


def _row_statement(statement: Statement) -> RowStatement:
    said = (statement.speech, statement.words, statement.language, statement.is_translation)
    return RowStatement(statement.pk, statement.speaker, *said)


def kept_row(content: EventRowContent, language: str) -> EventRow:
    """Return the row as it is kept in one language, drawn with its sources; it is not stored yet."""
    with translation.override(language):
        html = render_to_string(ROW_TEMPLATE, {"row": content}).strip()
        cited = [render_to_string(SOURCE_TEMPLATE, {"source": source}).strip() for source in content.sources]
    return EventRow(
        event_id=content.id,
        language=language,
        version=content.version,
        html=html,
        sources=[source.id for source in content.sources],
        outlets=[source.outlet for source in content.sources],
        cited=cited,
        drawing=row_drawing(),
    )


def row_drawing() -> str:
    """Return the version of what draws rows now."""
    return version_of_files(DRAWN_BY)


def version_of_files(patterns: tuple[str, ...]) -> str:
    """Return a short hash of files of the project; with DEBUG they are read anew each time."""
    return _hash_of_files(patterns) if settings.DEBUG else _known_hash_of_files(patterns)


def _hash_of_files(patterns: tuple[str, ...]) -> str:
    found = sha256()
    for pattern in patterns:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            found.update(path.read_bytes())
    return found.hexdigest()[:12]


_known_hash_of_files = lru_cache(maxsize=4)(_hash_of_files)


def as_drawn_now(events: Iterable[ListedEvent]) -> list[ListedEvent]:
    """Return the events of a list, rows that an older release drew drawn anew (3 queries where there are any)."""
    events, now = list(events), row_drawing()
    contents = row_contents(event.event_id for event in events if event.drawing != now)
    anew = {content.id: kept_row(content, get_language() or "en") for content in contents}
    return [event.with_row(anew[event.event_id]) if event.event_id in anew else event for event in events]


def sources_of(event_ids: list[int]) -> Sources:
    """Return the sources of events, and of those who took part in them. One query, none for no event."""
    found: Sources = {}
    if not event_ids:
        return found
    is_dating = models.When(field=Citation.Field.WHEN, then="exact")
    words_of_date = models.Case(is_dating, default=models.Value(""), output_field=models.TextField())
    shown: list[str | models.Case] = [*(f"source__{name}" for name in SHOWN), words_of_date]
    own = Citation.objects.filter(event__in=event_ids).values_list("event_id", *shown)
    theirs = Citation.objects.filter(participation__event__in=event_ids).values_list("participation__event_id", *shown)
    for event_id, *source, dating in own.order_by().union(theirs.order_by(), all=True):
        note_source(found.setdefault(event_id or 0, {}), CitedSource(*source), dating)
    return found


def note_source(sources: dict[int, CitedSource], source: CitedSource, dating: str) -> None:
    """Add a source to those of an event, with the passage that dates it; empty for one that supports something else."""
    known = sources[source.id].dating if source.id in sources else ()
    sources[source.id] = source._replace(dating=(*known, dating) if dating else known)


def _content(event: Event, statements: list[RowStatement], sources: dict[int, CitedSource]) -> EventRowContent:
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
        source_language=language_of_words(
            event.source_words, ((words, source.language) for source in sources.values() for words in source.dating)
        ),
        resolved_from=event.resolved_from,
        place=event.place,
        statements=tuple(statements),
        origins=tuple(sorted({source.origin for source in sources.values()})),
        sources=tuple(source for _, source in sorted(sources.items())),
        published_at=event.published_at,
        corrected_at=event.corrected_at,
    )
