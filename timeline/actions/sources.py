"""Record sources, and write the passages taken from them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from timeline.actions.checks import check_source
from timeline.inputs import CitationInput, SourceInput, canonical_address
from timeline.models import Citation, Source
from timeline.models.vectors import search_keys
from timeline.readmodels import refresh_rows


@transaction.atomic
def record_source(*, source: SourceInput, by: str, at: datetime) -> Source:
    """Return the source with this canonical address and text hash; write it first where it is new."""
    check_source(source)
    found, _ = Source.objects.get_or_create(
        address=canonical_address(source.address),
        text_hash=source.text_hash,
        defaults={**_described(source), "recorded_at": at},
    )
    return found


@transaction.atomic
def correct_source(*, source_id: int, source: SourceInput, by: str, at: datetime) -> Source:
    """Change what is said of a source but its address and text; the events that show it are filed anew.

    Raise ``InvalidField``.
    """
    check_source(source)
    # Not as for a key: whoever changes an event and cites this source meanwhile must not wait here for our events.
    found = Source.objects.select_for_update(no_key=True).get(pk=source_id)
    described = _described(source)
    if any(getattr(found, name) != value for name, value in described.items()):
        for name, value in described.items():
            setattr(found, name, value)
        found.save()
        refresh_rows(at=at, source_ids=[source_id])
    return found


def _described(source: SourceInput) -> dict[str, Any]:
    """Return what a row holds of a source but its identity and when it was recorded."""
    published_on = source.published.earliest if source.published else None
    return {
        "title": source.title.strip(),
        "outlet": source.outlet.strip(),
        "origin": source.origin.strip(),
        "kind": source.kind,
        "access": source.access,
        "byline": source.byline,
        "editors": source.editors,
        "dateline_place": source.dateline_place,
        "dateline_on": source.dateline_on,
        "archive_address": canonical_address(source.archive_address),
        "published": source.published.edtf if source.published else "",
        "published_on": published_on,
        "search_keys": search_keys(on=published_on),
        "updated": source.updated.edtf if source.updated else "",
        "retrieved_at": source.retrieved_at,
        "language": source.language,
    }


def record_sources(citations: Iterable[CitationInput], *, by: str, at: datetime) -> dict[SourceInput, Source]:
    """Record each source that the passages name, once, in the order of addresses so that two writers never cross."""
    named = {citation.source for citation in citations}
    ordered = sorted(named, key=lambda source: (canonical_or_raw(source.address), source.text_hash))
    return {source: record_source(source=source, by=by, at=at) for source in ordered}


def canonical_or_raw(address: str) -> str:
    """Return the canonical address, or the text itself where it is none and is about to be refused."""
    try:
        return canonical_address(address)
    except ValueError:
        return address


def citation_rows(
    citations: Iterable[CitationInput], sources: dict[SourceInput, Source], **owner: Any
) -> list[Citation]:
    """Return the rows of passages for one owner: ``event=``, ``participation=``, ``statement=`` or ``claim=``."""
    return [
        Citation(
            source=sources[citation.source],
            field=citation.field,
            exact=citation.exact,
            prefix=citation.prefix,
            suffix=citation.suffix,
            start=citation.start,
            end=citation.end,
            version_hash=citation.version_hash,
            **owner,
        )
        for citation in citations
    ]
