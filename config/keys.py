"""Secrets that are made once, kept in files that only their owner can read."""

import contextlib
import os
import secrets
from pathlib import Path

from config.env import BadSetting


def read_or_make(path: Path, length: int = 64) -> str:
    """Return the secret in the file, first made where it is missing; raise BadSetting where the folder refuses.

    Several processes may start at once: each writes a file of its own and only the first link to the name succeeds.
    """
    try:
        with contextlib.suppress(FileNotFoundError):
            if kept := path.read_text(encoding="ascii").strip():
                return kept
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(length) + "\n")
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"The secret {str(path)!r} can be neither read nor made: {_reason(error)}.") from None


def _reason(error: Exception) -> str:
    """Return the words of an operating system's error without its number."""
    return (getattr(error, "strerror", None) or str(error)).lower()
