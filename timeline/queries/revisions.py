"""What was published when, and the corrections of the whole record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from timeline.models import Country, Event, Leader, Office, Revision, Source, Statement

# What the log of corrections tells of: a typing error and an addition are in the history of their event only.
LOGGED = (Revision.Kind.CORRECTION, Revision.Kind.RETRACTION, Revision.Kind.MERGE, Revision.Kind.UNMERGE)
CORRECTIONS_ON_PAGE = 30


@dataclass(frozen=True)
class Logged:
    """A correction, and what stood before it; nothing where that is not to be shown."""

    revision: Revision
    before: Revision | None


def corrections(before_id: int | None) -> tuple[list[Logged], bool]:
    """Return a page of the log, the latest first, and whether there is more (2 queries)."""
    rows = Revision.objects.filter(kind__in=LOGGED).select_related("event", "statement__leader")
    rows = rows.filter(pk__lt=before_id) if before_id else rows
    found = list(rows.order_by("-id")[: CORRECTIONS_ON_PAGE + 1])
    shown = found[:CORRECTIONS_ON_PAGE]
    wanted = Q(pk__in=[])
    for revision in shown:
        mine = Q(event=revision.event_id) if revision.event_id else Q(statement=revision.statement_id)
        wanted |= mine & Q(version=revision.version - 1)
    earlier = {_key(revision): revision for revision in Revision.objects.filter(wanted)}
    return [Logged(revision, _shown_before(revision, earlier)) for revision in shown], len(found) > len(shown)


def _key(revision: Revision) -> tuple[int | None, int | None, int]:
    return revision.event_id, revision.statement_id, revision.version


def _shown_before(revision: Revision, earlier: dict[tuple[int | None, int | None, int], Revision]) -> Revision | None:
    """Return the version before; of what was withdrawn, since or by this, nothing that it said is shown."""
    thing = revision.event or revision.statement
    if thing is None or thing.withdrawn_at:
        return None
    return earlier.get((revision.event_id, revision.statement_id, revision.version - 1))


def correction_count() -> int:
    """Return how many corrections and retractions there were (1 query)."""
    return Revision.objects.filter(kind__in=(Revision.Kind.CORRECTION, Revision.Kind.RETRACTION)).count()


def citations_in(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return all passages of a revision: its own, and those of who took part or of its figures."""
    parts = [*content.get("participations", ()), *content.get("claims", ())]
    return [*content["citations"], *(citation for part in parts for citation in part["citations"])]


def labels_of(
    contents: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[int, str]]:
    """Return the present names of the countries, leaders and offices that revisions name by slug (4 queries).

    Last come the languages of their sources, by id.
    """
    sources: set[int] = set()
    countries: set[str] = set()
    leaders: set[str] = set()
    offices: set[str] = set()
    for content in contents:
        sources.update(citation["source"] for citation in citations_in(content))
        for part in [content, *content.get("participations", ()), *content.get("statements", ())]:
            countries.update([part.get("country") or "", *part.get("about", ())])
            leaders.add(part.get("leader") or "")
            offices.add(part.get("office") or "")
    return (
        {country.slug: country.label for country in Country.objects.filter(slug__in=countries)},
        {leader.slug: leader.name for leader in Leader.objects.filter(slug__in=leaders)},
        {office.slug: office.label for office in Office.objects.filter(slug__in=offices)},
        dict(Source.objects.filter(pk__in=sources).values_list("pk", "language")),
    )


def event_with_versions(event_id: int) -> tuple[Event, list[Revision]] | None:
    """Return an event, withdrawn or not, with its versions, the latest first, or None (2 queries)."""
    event = Event.objects.select_related("merged_into").filter(pk=event_id).first()
    return (event, list(event.revisions.order_by("-version", "-id"))) if event else None


def statement_with_versions(statement_id: int) -> tuple[Statement, list[Revision]] | None:
    """Return a statement, withdrawn or not, with its versions, the latest first, or None (2 queries)."""
    statement = Statement.objects.filter(pk=statement_id).first()
    return (statement, list(statement.revisions.order_by("-version", "-id"))) if statement else None
