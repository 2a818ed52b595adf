"""Which addresses show something else than they did: the purge list of a cache in front of the site."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from timeline.models import DirectoryVersion, Event, Leader, Pair, Source, Statement


def changed_routes(since: datetime) -> list[tuple[str, tuple[object, ...]]]:
    """Return name and arguments of every page that a change at or after a moment has touched (9 queries).

    A page whose lists depend on a pair's version is named by that pair, with all forms that its query can give it.
    """
    events = Event.objects.filter(Q(updated_at__gte=since) | Q(withdrawn_at__gte=since))
    # A name or a tenure may stand on any of these pages.
    is_directory = DirectoryVersion.objects.filter(changed_at__gte=since).exists()
    pairs = Pair.objects.all() if is_directory else Pair.objects.filter(changed_at__gte=since)
    slugs = list(pairs.order_by("pk").values_list("first__slug", "second__slug"))
    statements = Statement.objects.filter(event__in=events)
    sources = Source.objects.filter(Q(citations__event__in=events) | Q(citations__participation__event__in=events))
    leaders = events.filter(participations__leader__isnull=False)
    found: list[tuple[str, tuple[object, ...]]] = [
        (name, ()) for name in ("home", "countries", "leaders", "sources", "about")
    ]
    found += [("pair", pair) for pair in slugs]
    found += [("country", (slug,)) for slug in sorted({slug for pair in slugs for slug in pair})]
    found += [("event", row) for row in events.order_by("pk").values_list("pk", "slug")]
    found += _each("statement", statements.order_by("pk").values_list("pk", flat=True))
    found += _each("source", sources.order_by("pk").values_list("pk", flat=True).distinct())
    some = (
        Leader.objects.all() if is_directory else Leader.objects.filter(pk__in=leaders.values("participations__leader"))
    )
    return found + _each("leader", some.order_by("slug").values_list("slug", flat=True))


def _each(name: str, keys: Iterable[object]) -> list[tuple[str, tuple[object, ...]]]:
    return [(name, (key,)) for key in keys]
