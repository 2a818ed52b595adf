"""The embedded PostgreSQL: find its programs, make a cluster, start it, join it, stop it."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

DATABASE_NAME = "bilateral"
DATABASE_ROLE = "bilateral"
SOCKET_NAME = ".s.PGSQL.5432"
# A socket's path may have 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET_PATH = 100


class CannotStart(Exception):
    """Say in one sentence why there is no database."""


@dataclass(frozen=True)
class Cluster:
    """A data folder and how it is run; is_throwaway gives up safety for speed, for tests."""

    data: Path
    is_throwaway: bool = False

    @property
    def socket_folder(self) -> Path:
        """Return the folder of the socket: the data folder, or a short one of its own where that path is too long."""
        if len(bytes(self.data / SOCKET_NAME)) < LONGEST_SOCKET_PATH:
            return self.data
        digest = hashlib.sha256(bytes(self.data)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"bilateral-{digest}"
