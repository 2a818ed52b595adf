"""Flags, drawn in the page itself: no request, and no words, for the name stands beside each."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from timeline.pages.passages import told

FLAGS = Path("static") / "vendor" / "country-flag-icons@1.6.20"


@dataclass(frozen=True, slots=True)
class Flag:
    """A country's flag."""

    picture: SafeString = told("The picture as an address that holds it.")


def flag_of(iso2: str) -> Flag | None:
    """Return the flag of a two-letter code; None where there is none."""
    return _flag(iso2.upper()) if iso2.isalpha() and len(iso2) == 2 else None


@lru_cache(maxsize=300)
def _flag(iso2: str) -> Flag | None:
    path = settings.BASE_DIR / FLAGS / f"{iso2}.svg"
    if not path.exists():
        return None
    drawn = path.read_text(encoding="utf-8").replace('"', "'")
    # As little is encoded as an address in quotation marks needs, but a space is never part of one.
    address = "data:image/svg+xml," + quote(drawn, safe="'/:=,;()")
    return Flag(mark_safe(address))  # noqa: S308 - nothing is left to escape
