"""The countries, names, offices and leaders that the project knows, read from the files of timeline/data.

Pure Python: no Django, no database, no clock. The files are described in timeline/data/README.md.
"""

import functools
from collections.abc import Iterable
from pathlib import Path

from timeline.gazetteer.entries import (
    AliasEntry,
    CountryEntry,
    LeaderEntry,
    NameEntry,
    OfficeEntry,
    SuccessionEntry,
    TenureEntry,
    search_key,
    unaccented,
)
from timeline.gazetteer.files import read
from timeline.gazetteer.lookup import Gazetteer
from timeline.gazetteer.own_names import OwnName, read_own_names, with_own_names

__all__ = [
    "FOLDER",
    "AliasEntry",
    "CountryEntry",
    "Gazetteer",
    "LeaderEntry",
    "NameEntry",
    "OfficeEntry",
    "OwnName",
    "SuccessionEntry",
    "TenureEntry",
    "load",
    "read_own_names",
    "search_key",
    "unaccented",
    "use_own_names",
    "with_own_names",
]

FOLDER = Path(__file__).parents[1] / "data"
_own_names: list[OwnName] = []


@functools.cache
def load(folder: Path | None = None) -> Gazetteer:
    """Return the gazetteer of a folder, by default the project's; read once. Raise ValueError at the first fault."""
    return with_own_names(read(FOLDER), _own_names) if folder is None else read(folder)


def use_own_names(own_names: Iterable[OwnName]) -> None:
    """Let the project's gazetteer call countries so from now on; ``load`` refuses what cannot be."""
    _own_names[:] = own_names
    load.cache_clear()
