"""Run the reading engine from compiled modules where they were made from just these sources, else as it is written."""

import hashlib
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

PACKAGE = "newsroom.reading"
LIBRARY = "__mypyc"  # how the name of the library ends that holds the code of all modules
# What the compiled code was made from, and what it was made to work with.
SOURCES = ("newsroom/reading", "newsroom/values.py", "timeline/values", "timeline/gazetteer", "timeline/kinds.py")


class CompiledFinder:
    """Find the modules of the reading engine in a folder of compiled ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a compiled module is, or nothing where another finder is meant."""
        if name.endswith(LIBRARY):
            return PathFinder.find_spec(name, [str(self.folder)])
        if not name.startswith(f"{PACKAGE}."):
            return None
        return PathFinder.find_spec(name, [str(self.folder.joinpath(*name.split(".")[:-1]))])


def modules(base: Path) -> list[str]:
    """Return the files to compile, relative to the folder of the program; the package's own file finds the others."""
    root = base.joinpath(*PACKAGE.split("."))
    return sorted(str(file.relative_to(base)) for file in root.rglob("*.py") if file != root / "__init__.py")


def folder_for(base: Path, home: Path) -> Path:
    """Return where the compiled form of these sources is kept for this Python: by a hash of every word in them."""
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.platform} {sys.version}".encode())
    for name in SOURCES:
        place = base / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            content = file.read_bytes()
            digest.update(f"{file.relative_to(base)} {len(content)}\n".encode() + content)
    return home / "compiled" / digest.hexdigest()[:24]


def use(base: Path, home: Path) -> bool:
    """Have the compiled modules imported where there are any for these sources; return whether there are."""
    if not (home / "compiled").is_dir() or not (folder := folder_for(base, home)).is_dir():
        return False
    sys.meta_path.insert(0, CompiledFinder(folder))
    return True
