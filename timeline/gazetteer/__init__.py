"""The countries, names, offices and leaders that the project knows, read from the files of timeline/data.

Pure Python: no Django, no database, no clock. The files are described in timeline/data/README.md.
"""

import functools
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

__all__ = [
    "FOLDER",
    "AliasEntry",
    "CountryEntry",
    "Gazetteer",
    "LeaderEntry",
    "NameEntry",
    "OfficeEntry",
    "SuccessionEntry",
    "TenureEntry",
    "load",
    "search_key",
    "unaccented",
]

FOLDER = Path(__file__).parents[1] / "data"


@functools.cache
def load(folder: Path | None = None) -> Gazetteer:
    """Return the gazetteer of a folder, by default the project's; read once. Raise ValueError at the first fault."""
    return read(folder or FOLDER)
