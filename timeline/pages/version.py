"""The version of what draws the pages: part of every ETag that is not made from a page's own text."""

from timeline.rows import version_of_files

# A new gazetteer has other names.
DRAWN_BY = (
    "timeline/data/**/*.csv",
    "templates/**/*.html",
    "static/css/**/*.css",
    "static/js/**/*.js",
    "timeline/**/*.py",
    "locale/**/*.mo",
)


def drawing_version() -> str:
    """Return a short hash of templates, style and code; with DEBUG it is read anew each time."""
    return version_of_files(DRAWN_BY)
