"""Load the sample record of timeline/data/sample through the same actions as the desk uses."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from timeline.actions import RecordError, link_events, record_coverage, record_event, record_thread
from timeline.inputs import (
    AttributionInput,
    CitationInput,
    ClaimInput,
    EventInput,
    ParticipationInput,
    SourceInput,
    StatementInput,
)
from timeline.models import Coverage, Event, Revision, Thread
from timeline.sql.statistics import count_anew
from timeline.values import Figure, When

FOLDER = Path(__file__).resolve().parents[2] / "data" / "sample"
# Who published: by it a second run knows what the first one wrote, whatever an editor corrected since.
BY = "Sample record"

Table = dict[str, Any]
Passages = dict[str, tuple[SourceInput, Table]]


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """Hold an event of the files, its name there, and its links to others: (kind of link, name)."""

    key: str
    event: EventInput
    links: tuple[tuple[str, str], ...]

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what tells the event from others in its first revision: title, date and kind."""
        return self.event.title, self.event.when.edtf, self.event.kind


def read_table(path: Path) -> Table:
    """Return a TOML file as a table; raise ``ValueError`` that names the file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault


def read_sample(folder: Path = FOLDER) -> list[SampleEvent]:
    """Return the events of all stories, in the order of files; raise ``ValueError`` with file and event."""
    passages = {path.stem: _passages(path) for path in sorted((folder / "sources").glob("*.toml"))}
    events = []
    for path in sorted((folder / "stories").glob("*.toml")):
        story = read_table(path)
        known: Passages = {}
        for name, stem in story["sources"].items():
            if stem not in passages:
                raise ValueError(f"{path.name}: there is no source {stem}.")
            known |= {f"{name}.{key}": passage for key, passage in passages[stem].items()}
        for table in story["events"]:
            key = table.pop("key")
            try:
                events.append(_event(key, table, known))
            except (KeyError, TypeError, ValueError) as fault:
                raise ValueError(f"{path.name}, {key}: {fault}") from fault
    _check_keys(events)
    return events


def read_threads(keys: set[str], folder: Path = FOLDER) -> list[Table]:
    """Return the threads of the file; raise ``ValueError`` where one names an event that is not among the keys."""
    threads: list[Table] = read_table(folder / "threads.toml")["threads"]
    lost = {key for thread in threads for key in thread["events"]} - keys
    if lost:
        raise ValueError(f"Threads name events that are not there: {', '.join(sorted(lost))}.")
    return threads


def _check_keys(events: list[SampleEvent]) -> None:
    keys = {sample.key for sample in events}
    if len(keys) != len(events) or len({sample.identity for sample in events}) != len(events):
        raise ValueError("Two events of the sample have one key, or one title, date and kind.")
    lost = {key for sample in events for _, key in sample.links} - keys
    if lost:
        raise ValueError(f"Links lead to events that are not there: {', '.join(sorted(lost))}.")


def _passages(path: Path) -> dict[str, tuple[SourceInput, Table]]:
    table = read_table(path)
    passages = table.pop("passages")
    dateline_on = table.pop("dateline_on")
    published = table.pop("published")
    source = SourceInput(
        dateline_on=date.fromisoformat(dateline_on) if dateline_on else None,
        published=When.parse(published) if published else None,
        **table,
    )
    return {name: (source, passage) for name, passage in passages.items()}


def _citations(cited: dict[str, list[str]], known: Passages) -> tuple[CitationInput, ...]:
    citations = []
    for field, names in cited.items():
        for name in names:
            source, passage = known[name]
            citations.append(CitationInput(source=source, field=field, version_hash=source.text_hash, **passage))
    return tuple(citations)


def _dated(table: Table) -> Table:
    """Take the date out of a table and return it as the inputs name it."""
    return {
        "when": When.parse(table.pop("when")),
        "source_words": table.pop("when_words", ""),
        "resolved_from": table.pop("when_basis", ""),
    }


def _event(key: str, table: Table, known: Passages) -> SampleEvent:
    links = tuple((link["kind"], link["to"]) for link in table.pop("links", ()))
    participations = tuple(_participation(part, known) for part in table.pop("participants"))
    statements = tuple(_statement(statement, known) for statement in table.pop("statements", ()))
    citations = _citations(table.pop("cited"), known)
    dated = _dated(table)
    table["topics"] = tuple(table.get("topics", ()))
    event = EventInput(participations=participations, statements=statements, citations=citations, **dated, **table)
    return SampleEvent(key, event, links)


def _participation(table: Table, known: Passages) -> ParticipationInput:
    return ParticipationInput(citations=_citations({"participation": table.pop("cited")}, known), **table)


def _statement(table: Table, known: Passages) -> StatementInput:
    table.pop("key")
    reporters = table.pop("reported_by", ())
    chain = [{"name": link} if isinstance(link, str) else link for link in reporters]
    about, claims = tuple(table.pop("about")), table.pop("claims", ())
    return StatementInput(
        leader=table.pop("speaker", None),
        is_translation=table.pop("translated", False),
        attributions=tuple(AttributionInput(**link) for link in chain),
        about=about,
        claims=tuple(_claim(claim, known) for claim in claims),
        citations=_citations(table.pop("cited"), known),
        **_dated(table),
        **table,
    )


def _claim(table: Table, known: Passages) -> ClaimInput:
    figure = Figure(Decimal(table.pop("value")), table.pop("unit"), table.pop("direction"), table.pop("approximate"))
    citations = _citations({"claim": table.pop("cited")}, known)
    return ClaimInput(figure=figure, citations=citations, **_dated(table), **table)


class Command(BaseCommand):
    """Write the events of the sample that are not yet in the record, and say what the sample covers."""

    help = "Load the sample record from timeline/data/sample. A second run changes nothing."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        """Load all or nothing; a fault in a file stops the command and names file and event."""
        try:
            events = read_sample()
            coverage = read_table(FOLDER / "coverage.toml")
        except (KeyError, TypeError, ValueError) as fault:
            raise CommandError(f"The sample cannot be read: {fault}") from fault
        at = timezone.now()
        with transaction.atomic():
            added = self._write_events(events, at)
            self._write_coverage(coverage, at)
            if added:
                count_anew()
        if verbosity:
            statements = sum(len(sample.event.statements) for sample in added)
            told = f"{len(added)} events and {statements} statements added." if added else "Nothing changed."
            self.stdout.write(told)

    def _write_events(self, events: list[SampleEvent], at: datetime) -> list[SampleEvent]:
        """Write what is missing and return it; raise ``CommandError`` that names the event refused."""
        first = Revision.objects.filter(kind=Revision.Kind.FIRST, editor_name=BY, event__isnull=False)
        columns = first.values_list("content__title", "content__edtf", "content__kind", "event_id")
        written = {(title, edtf, kind): event_id for title, edtf, kind, event_id in columns}
        missing = [sample for sample in events if sample.identity not in written]
        for sample in missing:
            try:
                written[sample.identity] = record_event(event=sample.event, by=BY, at=at).pk
            except RecordError as refusal:
                raise CommandError(f"{sample.key}: {refusal}") from refusal
        ids = {sample.key: written[sample.identity] for sample in events}
        for sample in missing:
            for kind, key in sample.links:
                link_events(event_id=ids[sample.key], to_event_id=ids[key], kind=kind, by=BY, at=at)
        self._write_threads(ids, at)
        return missing

    def _write_threads(self, ids: dict[str, int], at: datetime) -> None:
        """Write the threads that are not there yet; one whose events were withdrawn since is left out."""
        try:
            threads = read_threads(set(ids))
        except (KeyError, TypeError, ValueError) as fault:
            raise CommandError(f"The threads of the sample cannot be read: {fault}") from fault
        there = set(Thread.objects.values_list("slug", flat=True))
        standing = set(Event.objects.filter(withdrawn_at__isnull=True).values_list("pk", flat=True))
        for thread in threads:
            events = [ids[key] for key in thread["events"] if ids[key] in standing]
            if thread["slug"] not in there and events:
                record_thread(
                    title=thread["title"],
                    summary=thread["summary"],
                    slug=thread["slug"],
                    event_ids=events,
                    by=BY,
                    at=at,
                )

    def _write_coverage(self, table: Table, at: datetime) -> None:
        """Say what the sample covers, where nobody has yet said what the record covers."""
        if Coverage.objects.filter(first__isnull=True).exists():
            return
        checked_at = datetime.combine(table.pop("checked_on"), time(), tzinfo=UTC)
        record_coverage(checked_at=checked_at, is_sample=True, by=BY, at=at, **table)
