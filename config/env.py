"""Typed readers of environment variables; a bad value stops the start with one sentence."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class BadSetting(SystemExit):
    """Stop the program with one sentence that names the variable, its value and what is allowed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def text(name: str, default: str = "") -> str:
    """Return the variable without the spaces round it, or the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, default: bool = False) -> bool:
    """Return true for 1, true, yes, on and false for 0, false, no, off; raise BadSetting for anything else."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} is {value!r}, but must be 1 or 0 (also true, false, yes, no, on, off).")


def whole_number(name: str, default: int, *, lowest: int = 0, highest: int = 2**31 - 1) -> int:
    """Return the variable as a whole number within the bounds, both included; raise BadSetting otherwise."""
    value = text(name)
    if not value:
        return default
    is_number = value.isascii() and value.isdigit() and len(value) <= 10
    if not is_number or not lowest <= int(value) <= highest:
        raise BadSetting(f"{name} is {value[:40]!r}, but must be a whole number from {lowest} to {highest}.")
    return int(value)


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """Return the variable where it is one of the allowed words; raise BadSetting otherwise."""
    value = text(name, default)
    if value not in allowed:
        raise BadSetting(f"{name} is {value[:40]!r}, but must be one of: {', '.join(allowed)}.")
    return value


def names(name: str, default: list[str]) -> list[str]:
    """Return the parts of a comma-separated list; raise BadSetting for an empty part or a star."""
    value = text(name)
    if not value:
        return default
    parts = [part.strip() for part in value.split(",")]
    if not all(parts) or "*" in parts:
        raise BadSetting(f"{name} is {value[:80]!r}, but must be names separated by commas, none empty and no '*'.")
    return parts


def contact(name: str) -> str:
    """Return an address of mail or of a page as a link, empty where it is unset; raise BadSetting for anything else."""
    value = text(name)
    parts = urlsplit(value) if value.isprintable() and not set(value) & set(' <>"') else None
    if parts is not None and parts.scheme in ("http", "https") and parts.hostname:
        return value
    name_of_box, _, host = value.rpartition("@")
    if parts is not None and not parts.scheme and name_of_box and "." in host.strip("."):
        return f"mailto:{value}"
    if value:
        raise BadSetting(f"{name} is {value[:80]!r}, but must be an address of mail or one that begins with https://.")
    return ""


def site(name: str, default: str) -> str:
    """Return the address of a site without a path, as https://example.org; raise BadSetting for anything else."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value) if value.isprintable() and not set(value) & set(' <>"') else None
    if parts is None or parts.scheme not in ("http", "https") or value != f"{parts.scheme}://{parts.netloc}":
        raise BadSetting(f"{name} is {value[:80]!r}, but must be an address such as https://example.org.")
    return value


def time_zone(name: str, default: str) -> ZoneInfo:
    """Return a time zone by its name, as Europe/Madrid; raise BadSetting where there is none."""
    value = text(name, default)
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(f"{name} is {value[:40]!r}, but must name a time zone, as Europe/Madrid.") from None


def folder(name: str, default: Path) -> Path:
    """Return the variable as an absolute path; raise BadSetting where something that is no folder stands there."""
    value = text(name)
    path = Path(value).expanduser().absolute() if value else default
    if path.exists() and not path.is_dir():
        raise BadSetting(f"{name} is {str(path)!r}, but that is not a folder.")
    return path


def database(name: str) -> dict[str, str] | None:
    """Return NAME, USER, PASSWORD, HOST, PORT of a postgresql:// address, None where it is unset; raise BadSetting."""
    value = text(name)
    return _database(name, value) if value else None


def databases(name: str) -> list[dict[str, str]]:
    """Return the same of each of several addresses, separated by spaces; raise BadSetting."""
    return [_database(name, value) for value in text(name).split()]


def _database(name: str, value: str) -> dict[str, str]:
    try:
        parts = urlsplit(value)
        port = str(parts.port or "")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        options = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
    except ValueError:
        raise BadSetting(f"{name} is not an address that can be read.") from None
    database_name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not database_name:
        raise BadSetting(f"{name} must look like postgresql://user:password@host:port/database.")
    host = unquote(options.pop("host", "") or parts.hostname or "")
    known = {"sslmode", "sslrootcert", "sslcert", "sslkey"}
    if unknown := sorted(set(options) - known):
        raise BadSetting(f"{name} has the parameter {unknown[0]!r}; only host, {', '.join(sorted(known))} are read.")
    return {
        "NAME": database_name,
        "USER": user,
        "PASSWORD": password,
        "HOST": host,
        "PORT": port,
        **{key: unquote(value) for key, value in options.items()},
    }
