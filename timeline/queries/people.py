"""Which leaders a word means."""

from django.db.models import Q

from timeline.gazetteer import search_key
from timeline.models import Leader


def leaders_like(text: str, limit: int = 5) -> list[Leader]:
    """Return leaders one of whose names has a word that begins with a text, by name (1 query)."""
    key = search_key(text)[:80]
    if len(key) < 2:
        return []
    begins = Q(sort_key__startswith=key) | Q(sort_key__contains=f" {key}")
    begins |= Q(names__search_key__startswith=key) | Q(names__search_key__contains=f" {key}")
    return list(Leader.objects.filter(begins).distinct().order_by("sort_key", "id")[:limit])
