"""Which program a process id belongs to, and how root starts a program that refuses root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

NOBODY = 65534
PROC = Path("/proc")


class Owner(Enum):
    """Whose a process id is."""

    OURS = "a server of this data folder"
    NOT_OURS = "ended, a zombie, or another program"
    UNKNOWN = "running, but what it is may not be read"


def owner_of(pid: int, data: Path) -> Owner:
    """Say whether the process is the PostgreSQL of this data folder, without signalling it."""
    if pid <= 0:
        return Owner.NOT_OURS
    state, arguments = _read_proc(pid) if (PROC / "self").exists() else _read_ps(pid)
    if state == "" or state.startswith("Z"):
        return Owner.NOT_OURS
    if not arguments:
        return Owner.UNKNOWN
    is_server = Path(arguments[0]).name == "postgres"
    return Owner.OURS if is_server and str(data) in arguments[1:] else Owner.NOT_OURS


def _read_proc(pid: int) -> tuple[str, list[str]]:
    """Return state and arguments of a process on Linux; no arguments where reading is refused, no state without it."""
    try:
        state = (PROC / str(pid) / "stat").read_text(errors="replace").rsplit(")", 1)[1].split()[0]
        raw = (PROC / str(pid) / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return _exists(pid), []
    except OSError:
        return "?", []
    arguments = [part.decode(errors="surrogateescape") for part in raw.rstrip(b"\0").split(b"\0")]
    # A thread of the kernel has no arguments at all; that is known to be no server.
    return state, arguments if raw else ["kernel"]


def _exists(pid: int) -> str:
    """Return a state where the process lives although /proc hides it (hidepid)."""
    try:
        os.kill(pid, 0)  # Signal 0 asks only.
    except ProcessLookupError:
        return ""
    except PermissionError:
        return "?"
    return "?"


def _read_ps(pid: int) -> tuple[str, list[str]]:
    """Return state and arguments of a process where there is no /proc (macOS)."""
    answer = subprocess.run(["ps", "-p", str(pid), "-o", "stat=,command="], capture_output=True, text=True, check=False)
    state, _, command = answer.stdout.strip().partition(" ")
    return state, command.split()


def has_process_in(folder: Path) -> bool:
    """Return whether a process that may be looked at has the folder as its working directory."""
    for entry in PROC.glob("[0-9]*"):
        try:
            if os.readlink(entry / "cwd") == str(folder):
                return True
        except OSError:
            continue  # It has ended, or looking at it is refused.
    return False


@dataclass(frozen=True)
class Identity:
    """What stands before a command so that it does not run as root, and who then owns its files (None: we do)."""

    prefix: tuple[str, ...] = ()
    user: int | None = None


def identities(owner: int | None) -> list[Identity]:
    """Return the ways to leave root that fit a folder's owner (None: a new folder), best first.

    A cluster keeps the way that it was made: files of another user are served as that user, files of root through a
    user namespace, in which root's files belong to somebody who is not root.
    """
    # Inside, our own files belong to nobody, whom every system's list of users has; initdb looks its user up there.
    namespace = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
    if os.geteuid() != 0:
        return [Identity()] if _is_listed(os.geteuid()) else [Identity(namespace), Identity()]
    found = []
    user = NOBODY if owner is None else owner
    plain = ("setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups")
    # Where the folders are closed to that user, it keeps one power of root: to pass them.
    passing = (
        *plain,
        "--inh-caps=+dac_override",
        "--ambient-caps=+dac_override",
        "--securebits=+no_setuid_fixup",
    )
    if owner != 0 and shutil.which("setpriv"):
        found.append(Identity(plain, user))
    if not owner and shutil.which("unshare"):
        found.append(Identity(namespace))
    if owner != 0 and shutil.which("setpriv"):
        found.append(Identity(passing, user))
    return found


def _is_listed(user: int) -> bool:
    """Return whether the system's list of users has the id; in containers it may not."""
    try:
        pwd.getpwuid(user)
    except KeyError:
        return False
    return True


def can_reach(identity: Identity, program: Path, folder: Path) -> bool:
    """Return whether the identity may run the program and pass through the folder."""
    if not identity.prefix:
        return True
    script = 'test -x "$1" && cd "$2"'
    command = [*identity.prefix, "sh", "-c", script, "sh", str(program), str(folder)]
    return subprocess.run(command, capture_output=True, check=False, cwd="/").returncode == 0
