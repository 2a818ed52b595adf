"""Which addresses show something else than they did: the purge list of a cache in front of the site."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from timeline.models import Event, Pair, Source, Statement


def changed_routes(since: datetime) -> list[tuple[str, tuple[object, ...]]]:
    """Return name and arguments of every page that a change at or after a moment has touched (8 queries).

    A page whose lists depend on a pair's version is named by that pair, with all forms that its query can give it.
    """
    events = Event.objects.filter(Q(updated_at__gte=since) | Q(withdrawn_at__gte=since))
    pairs = Pair.objects.filter(changed_at__gte=since)
    slugs = list(pairs.order_by("pk").values_list("first__slug", "second__slug"))
    statements = Statement.objects.filter(event__in=events)
    sources = Source.objects.filter(Q(citations__event__in=events) | Q(citations__participation__event__in=events))
    leaders = events.filter(participations__leader__isnull=False)
    found: list[tuple[str, tuple[object, ...]]] = [("home", ()), ("countries", ()), ("leaders", ()), ("about", ())]
    found += [("pair", pair) for pair in slugs]
    found += [("country", (slug,)) for slug in sorted({slug for pair in slugs for slug in pair})]
    found += [("event", row) for row in events.order_by("pk").values_list("pk", "slug")]
    found += _each("statement", statements.order_by("pk").values_list("pk", flat=True))
    found += _each("source", sources.order_by("pk").values_list("pk", flat=True).distinct())
    slugs_of_leaders = leaders.order_by().values_list("participations__leader__slug", flat=True).distinct()
    return found + _each("leader", sorted(slug for slug in slugs_of_leaders if slug))


def _each(name: str, keys: Iterable[object]) -> list[tuple[str, tuple[object, ...]]]:
    return [(name, (key,)) for key in keys]
