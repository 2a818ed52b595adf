"""Style sheets as one file: what @import names is written in its place, so that a page asks for one file and not 25.

Comments and the spaces that only people need are left out of what is sent.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;')
# In their order: a text in quotation marks stays as it is, a comment goes, spaces beside a mark go, others become one.
SPACE = re.compile(
    r'(?P<kept>"[^"]*"|\'[^\']*\')|/\*.*?\*/|\s*(?P<mark>[{};,])\s*|(?P<colon>:)\s+|(?P<space>\s+)', re.DOTALL
)
ADDRESS = re.compile(r'url\("(?!data:|/|https?:)(?P<name>[^"]+)"\)')


def with_imports(name: str, read: Callable[[str], str]) -> str:
    """Return a style sheet with its imports written out, each in its layer, addresses seen from the sheet's folder.

    ``name`` is the sheet's path and ``read`` gives the text of a path. A sheet that is imported may not import others:
    ``ValueError``.
    """
    folder = PurePosixPath(name).parent

    def written_out(match: re.Match[str]) -> str:
        path = folder / match["name"]
        text = read(str(path))
        if IMPORT.search(text):
            raise ValueError(f"{path} is imported and imports another style sheet.")
        below = PurePosixPath(match["name"]).parent
        text = ADDRESS.sub(lambda found: f'url("{_joined(below, found["name"])}")', text).strip()
        return f"@layer {match['layer']} {{\n{text}\n}}" if match["layer"] else text

    return IMPORT.sub(written_out, read(name))


def without_spaces(text: str) -> str:
    """Return a style sheet without comments and without the spaces that say nothing."""
    bare = SPACE.sub(
        lambda found: found["kept"] or found["mark"] or found["colon"] or (found["space"] and " ") or "", text
    )
    return bare.replace(";}", "}").strip()


def _joined(folder: PurePosixPath, name: str) -> str:
    """Return the path from the sheet's folder, with “..” taken together."""
    parts: list[str] = []
    for part in (folder / name).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
