"""What a pair's page says at its foot of what is covered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Coverage
from timeline.pages.dates import ShownDate, shown_day
from timeline.pages.passages import told
from timeline.pages.sources import PageSources

# When nobody has looked through the sources for longer than this, readers are told so.
COVERAGE_HOLDS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CoverageNote:
    """What is covered, and on how much the page rests."""

    is_of_pair: bool = told("Whether it is said of this pair; else it is said of the record as a whole.")
    is_bare_sample: bool = told("Whether it is a sample record of which nothing more is said.")
    since: ShownDate | None = told("The first day that is covered.")
    until: ShownDate | None = told("The last day; None for today.")
    rests_on: str = told("On how many sources of how many outlets the page rests, in a sentence; may be empty.")
    gaps: str = told("What is known to be missing, in English.")
    checked: ShownDate = told("When the sources were last looked through.")


def coverage_note(coverage: Coverage | None, rests_on: str = "") -> CoverageNote | None:
    """Return what is said of coverage; None where nothing is."""
    if coverage is None:
        return None
    return CoverageNote(
        is_of_pair=coverage.first_id is not None,
        is_bare_sample=coverage.is_sample and not coverage.known_gaps,
        since=shown_day(coverage.covers_from) if coverage.covers_from else None,
        until=shown_day(coverage.covers_until) if coverage.covers_until else None,
        rests_on=rests_on,
        gaps=coverage.known_gaps,
        checked=shown_day(coverage.checked_at.date()),
    )


def is_old(coverage: Coverage, today: date) -> bool:
    """Return whether the sources were looked through so long ago that something may be missing."""
    return today - coverage.checked_at.date() > COVERAGE_HOLDS


def rests_on(sources: PageSources | None) -> str:
    """Return in a sentence on how many sources the events of a page rest."""
    if sources is None:
        return ""
    return _("The events on this page rest on %(sources)s of %(outlets)s.") % {
        "sources": ngettext("%(n)s source", "%(n)s sources", sources.count) % {"n": sources.count},
        "outlets": ngettext("%(n)s outlet", "%(n)s outlets", sources.outlets) % {"n": sources.outlets},
    }
