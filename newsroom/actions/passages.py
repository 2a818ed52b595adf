"""Change which words of a stored text support what is public: a version of its own, which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from newsroom.actions.public_events import log_correction, refusals
from newsroom.actions.publishing import CONTEXT_LENGTH
from newsroom.actions.refusals import NotVerbatim, Refused
from newsroom.actions.review import find_words
from newsroom.actions.standing import citations_of, input_of, source_input_of, statement_input_of
from newsroom.models import LogEntry, TextVersion, User
from newsroom.models.content import NewPassage
from newsroom.queries import is_sound
from timeline import actions as record
from timeline.inputs import CitationInput, EventInput, StatementInput
from timeline.models import Citation, Event, Revision, Source, Statement

Public = Event | Statement
Given = EventInput | StatementInput
Citations = tuple[CitationInput, ...]
VERB = "change_passages"


@transaction.atomic
def change_passages(
    *,
    public: Public,
    new: NewPassage | None,
    gone: Collection[int],
    expected_version: int,
    kind: str,
    reason: str,
    by: User,
    at: datetime,
) -> Public:
    """Publish a version that rests on other words: a passage more, some (by id) less; what it says stays as it is.

    Raise ``Conflict`` where another version was published, ``NotVerbatim`` where the stored text has not these words
    once, ``Refused`` where a fact would be left without words, or a quotation without the passage that has it.
    """
    with refusals(public):
        if expected_version != public.version:
            raise record.StaleVersion(public.version, expected_version)
        added = _new_citation(new) if new else None

        def changed(place: int | None, rows: QuerySet[Citation]) -> Citations:
            more = (added,) if new and added and new.place == place else ()
            return (*citations_of(rows.exclude(pk__in=gone)), *more)

        given = _with_citations(public, changed)
        if given == _standing(public):
            raise Refused("nothing_changed", "Nothing was changed.")
        corrected = _publish(public, given, kind=kind, reason=reason, by=by, at=at)
    log_correction(VERB, corrected, after=expected_version, kind=kind, reason=reason, by=by, at=at)
    return corrected


def can_take_passages_back(public: Public) -> bool:
    """Say whether the version that stands changed nothing but the passages of the one before. One query."""
    logged = LogEntry.objects.filter(verb=VERB, object_kind=public._meta.model_name, object_id=public.pk)
    return logged.filter(after__version=public.version).exists()


@transaction.atomic
def take_passages_back(*, public: Public, expected_version: int, by: User, at: datetime) -> Public:
    """Let what is public rest on the words again on which it rested before they were changed last.

    Raise ``Conflict`` where another version was published, ``Refused`` where that changed something else, or where
    the words of before are no longer those of the text that is known.
    """
    with refusals(public):
        if expected_version != public.version:
            raise record.StaleVersion(public.version, expected_version)
        if not can_take_passages_back(public):
            raise Refused("nothing_to_undo", "The version that stands changed something else than passages.")
        versions = Revision.objects.filter(**{_name_of(public): public.pk})
        content = versions.get(version=public.version - 1).content
        kind = versions.get(version=public.version).kind
        parts = content.get("participations", ())
        given = _with_citations(
            public, lambda place, rows: _kept((content if place is None else parts[place])["citations"])
        )
        reason = f"The passages are again those of version {public.version - 1}."
        corrected = _publish(public, given, kind=kind, reason=reason, by=by, at=at)
    log_correction(VERB, corrected, after=expected_version, kind=kind, reason=reason, by=by, at=at)
    return corrected


def _name_of(public: Public) -> str:
    return "event" if isinstance(public, Event) else "statement"


def _standing(public: Public) -> Given:
    return input_of(public) if isinstance(public, Event) else statement_input_of(public)


def _with_citations(public: Public, citations: Callable[[int | None, QuerySet[Citation]], Citations]) -> Given:
    """Return what is public with other passages, asked for its own (None) and for each part by its place."""
    own = citations(None, Citation.objects.filter(**{_name_of(public): public}))
    if isinstance(public, Statement):
        return replace(statement_input_of(public), citations=own)
    standing, rows = input_of(public), public.participations.order_by("position", "pk")
    parts = [
        replace(part, citations=citations(place, Citation.objects.filter(participation=row)))
        for place, (row, part) in enumerate(zip(rows, standing.participations, strict=True))
    ]
    return replace(standing, citations=own, participations=tuple(parts))


def _publish(public: Public, given: Given, *, kind: str, reason: str, by: User, at: datetime) -> Public:
    told: Any = {"expected_version": public.version, "kind": kind, "reason": reason, "by": str(by), "at": at}
    if isinstance(given, EventInput):
        return record.correct_event(event_id=public.pk, event=given, **told)
    return record.correct_statement(statement_id=public.pk, statement=given, **told)


def _kept(citations: Iterable[Mapping[str, Any]]) -> Citations:
    """Return passages of a version that was published; the record refuses those of another text than it has now."""
    names = ("field", "exact", "start", "end", "version_hash", "prefix", "suffix")
    sources = Source.objects.in_bulk([one["source"] for one in citations])
    return tuple(
        CitationInput(source=source_input_of(sources[one["source"]]), **{name: one[name] for name in names})
        for one in citations
    )


def _new_citation(new: NewPassage) -> CitationInput:
    """Return a passage of a stored text; raise ``NotVerbatim`` where the text has not its words, once, at its hash."""
    source = Source.objects.filter(pk=new.source).first()
    text = TextVersion.objects.filter(sha256=source.text_hash).order_by("pk").first() if source else None
    if source is None or text is None:
        raise NotVerbatim("The text of this source is not stored here.", "source")
    start, end = find_words(text, new.words, 0, len(text.text))
    exact = text.text[start:end]
    if not is_sound(text, start, end, exact):
        raise NotVerbatim("The stored text is not the one that was read.", "source")
    return CitationInput(
        source=source_input_of(source),
        field=new.field,
        exact=exact,
        start=start,
        end=end,
        version_hash=text.sha256,
        prefix=text.text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text.text[end : end + CONTEXT_LENGTH],
    )
