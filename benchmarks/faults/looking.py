"""What a killed process may have left half-done: in the chain, in versions, citations and read models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db import connection

from tests.factories import AT
from tests.timeline.test_readmodels import snapshot
from timeline.models import Event
from timeline.queries.chain import verify_chain
from timeline.readmodels import rebuild
from timeline.rows import ROW_LANGUAGES

# Each gives the number of what is not whole.
QUESTIONS = {
    "events whose versions have a gap": """
        SELECT event_id FROM timeline_revision WHERE event_id IS NOT NULL GROUP BY event_id
        HAVING count(*) <> max(version) OR max(version) <>
          (SELECT version FROM timeline_event event WHERE event.id = event_id)""",
    "statements whose versions have a gap": """
        SELECT statement_id FROM timeline_revision WHERE statement_id IS NOT NULL GROUP BY statement_id
        HAVING count(*) <> max(version) - min(version) + 1""",
    "events without a passage for when, kind or modality": """
        SELECT id FROM timeline_event event WHERE withdrawn_at IS NULL AND 3 >
          (SELECT count(DISTINCT field) FROM timeline_citation citation
           WHERE citation.event_id = event.id AND field IN ('when', 'kind', 'modality'))""",
    "people and countries without a passage": """
        SELECT part.id FROM timeline_participation part JOIN timeline_event event ON event.id = part.event_id
        WHERE withdrawn_at IS NULL
          AND NOT EXISTS (SELECT FROM timeline_citation citation WHERE citation.participation_id = part.id)""",
    "statements without words of a source": """
        SELECT id FROM timeline_statement statement WHERE withdrawn_at IS NULL
          AND NOT EXISTS (SELECT FROM timeline_citation citation WHERE citation.statement_id = statement.id)""",
    "events without their kept rows": """
        SELECT id FROM timeline_event event WHERE withdrawn_at IS NULL AND %(languages)s <>
          (SELECT count(*) FROM timeline_eventrow kept WHERE kept.event_id = event.id
           AND kept.version = event.version)""",
    "public events that no list of all events has": """
        SELECT id FROM timeline_event event WHERE withdrawn_at IS NULL
          AND NOT EXISTS (SELECT FROM timeline_evententry entry WHERE entry.event_id = event.id)""",
    "withdrawn events in lists": """
        SELECT id FROM timeline_event event WHERE withdrawn_at IS NOT NULL AND (
          EXISTS (SELECT FROM timeline_evententry entry WHERE entry.event_id = event.id)
          OR EXISTS (SELECT FROM timeline_eventpair filed WHERE filed.event_id = event.id)
          OR EXISTS (SELECT FROM timeline_eventrow kept WHERE kept.event_id = event.id))""",
}


def half_done(known: Mapping[int, int]) -> Iterator[str]:
    """Yield what is not whole; ``known`` are the versions of events that were told to be committed."""
    # Triggers that are turned off are none of a killed process's doing.
    yield from (fault for fault in verify_chain().faults if not fault.startswith("the trigger"))
    with connection.cursor() as cursor:
        for name, question in QUESTIONS.items():
            cursor.execute(question, {"languages": len(ROW_LANGUAGES)})
            if found := cursor.fetchall():
                yield f"{name}: {', '.join(str(number) for (number,) in found[:10])}"
    versions = dict(Event.objects.filter(pk__in=list(known)).values_list("pk", "version"))
    for event, version in known.items():
        if versions.get(event, 0) < version:
            yield f"version {version} of event {event} was told to be committed and is not there"


def read_models_differ() -> Iterator[str]:
    """Yield the read models that are not what they are when they are made anew."""
    before = snapshot()
    rebuild(at=AT)
    after = snapshot()
    yield from (f"{name} differ from what they are when made anew" for name in before if before[name] != after[name])
