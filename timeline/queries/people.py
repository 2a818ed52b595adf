"""Which leaders a word means."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.db.models import Q

from timeline.gazetteer import search_key
from timeline.models import Country, Facet, Leader, LeaderName, Pair
from timeline.queries.known import ask_unknown
from timeline.queries.owners import ListOwner
from timeline.queries.spelling import MOST_READ, nearest
from timeline.sql.lists import ask_rows_by_id

# A shorter word of a name ("of", "de") tells nothing of whose it is; of one, no more who are called so are read.
SHORTEST_WORD, MOST_BEGUN = 3, 50


class NamedLeader(NamedTuple):
    """What a filter says of a leader."""

    pk: int
    slug: str
    name: str


def leaders_like(text: str, limit: int = 5) -> list[Leader]:
    """Return leaders one of whose names has a word that begins with a text, by name (1 query)."""
    key = search_key(text)[:80]
    if len(key) < 2:
        return []
    by_name = Leader.objects.filter(Q(sort_key__startswith=key) | Q(sort_key__contains=f" {key}")).values("id")
    others = LeaderName.objects.filter(Q(search_key__startswith=key) | Q(search_key__contains=f" {key}"))
    # Each table by its own index, which one condition on both would not use.
    found = by_name.union(others.values("leader_id"))
    return list(Leader.objects.filter(id__in=found).order_by("sort_key", "id")[:limit])


def leaders_near(text: str, limit: int = 5) -> list[Leader]:
    """Return leaders with a name that begins with a text, else with most of its words, else spelled nearly as these.

    At most 21 queries.
    """
    words = [word for word in search_key(text)[:80].split() if len(word) >= SHORTEST_WORD][:MOST_READ]
    return (
        leaders_like(text, limit)
        or _named_by_most(words, limit)
        or _named_by_most([spelling for word in words for spelling in nearest(word, names_only=True)], limit)
    )


def _named_by_most(words: Sequence[str], limit: int) -> list[Leader]:
    """Return the leaders in whose names most of the words begin, by name (1 query a word)."""
    found = Counter(leader for word in words for leader in leaders_like(word, MOST_BEGUN))
    most = max(found.values(), default=0)
    best = [leader for leader, words_begun in found.items() if words_begun == most]
    return sorted(best, key=lambda leader: (leader.sort_key, leader.pk))[:limit]


def leaders_called(names: Iterable[str], owner: ListOwner | None, limit: int = 5) -> dict[str, list[Leader]]:
    """Return for each slug or name the leaders that it may mean, of a list's own if any (1 query, 2 more a name)."""
    names = list(names)
    by_slug = {leader.slug: leader for leader in Leader.objects.filter(slug__in=names)} if names else {}
    return {name: [by_slug[name]] if name in by_slug else _by_name(name, owner, limit) for name in names}


def _by_name(name: str, owner: ListOwner | None, limit: int) -> list[Leader]:
    found = leaders_like(name, limit=50)
    key = search_key(name)
    exact = [leader for leader in found if search_key(leader.name) == key]
    if isinstance(owner, Pair | Country) and len(found) > 1:
        ids = [str(leader.pk) for leader in found]
        listed = set(owner.facets.filter(dimension=Facet.Dimension.LEADER, key__in=ids).values_list("key", flat=True))
        found = [leader for leader in found if str(leader.pk) in listed] or found
    return exact if len(exact) == 1 else found[:limit]


def ask_leaders_by_id(ids: Sequence[int], names: str = "") -> Callable[[], dict[int, NamedLeader]]:
    """Ask for leaders by id, and return what reads them (at most 1 query).

    Whom the process knows in a version of names is not asked for again.
    """
    return ask_unknown(names, "leader", ids, _ask_leaders)


def _ask_leaders(ids: Sequence[int]) -> Callable[[], dict[int, NamedLeader]]:
    read = ask_rows_by_id(Leader, ids, ("id", "slug", "name"))
    return lambda: {row[0]: NamedLeader(*row) for row in read()}
