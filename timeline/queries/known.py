"""What is said of countries, leaders and coverage, kept in this process under its version: a page's state names that.

Any write to their tables raises the version (``DirectoryVersion``), so nothing is ever told to forget: what belongs to
an older one is not asked for again.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

# Those of the pages asked for most; each takes some hundred bytes, a country two thousand.
MOST_KNOWN = 8192
_known: dict[tuple[str, Hashable, int], Any] = {}


def known(version: str, kind: Hashable, ids: Sequence[int]) -> dict[int, Any]:
    """Return what this process knows of these ids in a version, by id; what it does not know is not there."""
    found = ((one, _known.get((version, kind, one))) for one in ids) if version else ()
    return {one: said for one, said in found if said is not None}


def note(version: str, kind: Hashable, said: Mapping[int, Any]) -> None:
    """Keep what is said of some ids in a version; nobody changes it. Without a version nothing is kept."""
    if not version:
        return
    if len(_known) + len(said) > MOST_KNOWN:
        forget()
    for one, words in said.items():
        _known[version, kind, one] = words


def forget() -> None:
    """Forget everything."""
    _known.clear()


def ask_unknown(
    version: str, kind: Hashable, ids: Sequence[int], ask: Callable[[list[int]], Callable[[], Mapping[int, Any]]]
) -> Callable[[], dict[int, Any]]:
    """Ask for what is said of these ids, but for what is known in a version, and return what reads it all, by id."""
    have = known(version, kind, ids)
    if not (missing := [one for one in ids if one not in have]):
        return lambda: have
    read = ask(missing)

    def said() -> dict[int, Any]:
        note(version, kind, found := read())
        return {**have, **found}

    return said
