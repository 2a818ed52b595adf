"""Build .venv from requirements.lock where the packages are missing, and go on inside it.

Standard library only, and readable by every Python 3: an old one must get as far as the sentence that says so.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST_PYTHON = (3, 11)
STAMP = "requirements.sha256"
GUARD = "BILATERAL_BOOTSTRAPPED"


def ensure(root: Path) -> None:
    """Return where this process can import the locked packages; otherwise build .venv and start again inside it.

    An environment that somebody else made and that has Django is used as it is. Ends the process with one sentence
    where no environment can be built; an environment that was there is then still there.
    """
    if sys.version_info < OLDEST_PYTHON:
        needed, found = (".".join(map(str, version)) for version in (OLDEST_PYTHON, sys.version_info[:3]))
        sys.exit(f"Bilateral needs Python {needed} or newer; this is Python {found}.")
    folder = root / ".venv"
    is_inside = Path(sys.prefix) == folder
    wanted = hashlib.sha256((root / "requirements.lock").read_bytes()).hexdigest()
    if is_inside and _stamp(folder) == wanted:
        return
    if not is_inside and sys.prefix != sys.base_prefix and importlib.util.find_spec("django"):
        return
    if os.environ.get(GUARD) == wanted:
        sys.exit(f"The packages were installed into {folder}, but Python does not use that folder.")
    _build_once(root, folder, wanted)
    program = str(folder / "bin" / "python")
    os.environ[GUARD] = wanted
    sys.stdout.flush()
    os.execv(program, [program, *sys.argv])  # noqa: S606 - the same command line, in the environment


def _stamp(folder: Path) -> str:
    """Return the hash of the lock that an environment was built from, empty where it is not known or does not run.

    Its Python is a link to the system's, which an upgrade of the system may have taken away.
    """
    if not (folder / "bin" / "python").exists():
        return ""
    try:
        return (folder / STAMP).read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _build_once(root: Path, folder: Path, wanted: str) -> None:
    """Build the environment unless another process does or did so meanwhile."""
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if _stamp(folder) != wanted:
            _build(root, folder, wanted)
    finally:
        os.close(descriptor)


def _build(root: Path, folder: Path, wanted: str) -> None:
    """Install into .venv.new, whose name becomes .venv only when all is in it."""
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot make virtual environments because its module ensurepip is missing: "
            "install it first (on Debian and Ubuntu: apt install python3-venv)."
        )
    print("Installing the packages of requirements.lock into .venv; this happens once.", file=sys.stderr, flush=True)
    draft = root / ".venv.new"
    try:
        shutil.rmtree(draft, ignore_errors=True)
        venv.EnvBuilder(with_pip=True, symlinks=True).create(draft)
        _install(draft, root / "requirements.lock")
        (draft / STAMP).write_text(wanted + "\n", encoding="ascii")
        _rename_in_scripts(draft, folder)
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    except OSError as error:
        sys.exit(f"The folder {root} cannot be written: {(error.strerror or str(error)).lower()}.")
    except subprocess.CalledProcessError as error:
        sys.exit(f"The virtual environment could not be made: {error.cmd[0]} ended with code {error.returncode}.")


def _install(draft: Path, lock: Path) -> None:
    """Install the locked packages, each checked against its hash; end with one sentence where that fails."""
    command = [str(draft / "bin" / "python"), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    command += ["--disable-pip-version-check", "--no-input", "--quiet", "--retries", "2", "-r", str(lock)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode == 0:
        return
    lines = done.stdout.decode(errors="replace").strip().splitlines()
    text = "\n".join(lines)
    if "HASHES DO NOT MATCH" in text.upper() or "DO NOT MATCH THE HASHES" in text.upper():
        reason = "a package is not the one that the lock names"
    elif "Could not find a version" in text or "No matching distribution" in text or "Connection" in text:
        reason = "a package could not be fetched; is this machine connected to the network?"
    else:
        reason = lines[-1] if lines else f"pip ended with code {done.returncode}"
    sys.exit(f"The packages of requirements.lock could not be installed: {reason}")


def _rename_in_scripts(draft: Path, folder: Path) -> None:
    """Let the scripts in bin name the folder that the environment is about to get."""
    old, new = os.fsencode(draft), os.fsencode(folder)
    for path in (draft / "bin").iterdir():
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        if old in content:
            path.write_bytes(content.replace(old, new))
