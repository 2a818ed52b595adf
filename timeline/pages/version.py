"""The version of what draws the pages: part of every ETag that is not made from a page's own text."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings


def drawing_version() -> str:
    """Return a short hash of templates, style and code; with DEBUG it is read anew each time."""
    return _read() if settings.DEBUG else _kept()


@lru_cache(maxsize=1)
def _kept() -> str:
    return _read()


def _read() -> str:
    found = sha256()
    for folder, pattern in (
        # A new gazetteer has other names.
        ("timeline/data", "*.csv"),
        ("templates", "*.html"),
        ("static/css", "*.css"),
        ("static/js", "*.js"),
        ("timeline", "*.py"),
        ("locale", "*.mo"),
    ):
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob(pattern)):
            found.update(path.read_bytes())
    return found.hexdigest()[:12]
