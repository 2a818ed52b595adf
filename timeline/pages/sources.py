"""The sources of the events on a page, by the numbers that the events give them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from timeline.pages.passages import told
from timeline.queries import ListedEvent


@dataclass(frozen=True, slots=True)
class PageSources:
    """The numbered list of sources at the foot of a page."""

    html: SafeString = told("The sources in the order of their numbers, drawn with the rows (timeline.rows).")
    count: int = told("How many they are.")
    outlets: int = told("How many outlets published them.")

    @property
    def size(self) -> str:
        """Return how many they are, in words."""
        said = ngettext("The source of the events above", "The %(n)s sources of the events above", self.count)
        return said % {"n": self.count}


def numbered_sources(events: Sequence[ListedEvent]) -> tuple[PageSources | None, dict[int, list[int]]]:
    """Return the sources of events in the order in which they need them, and the numbers of each event's, from 1."""
    entries: dict[int, str] = {}
    outlets: set[str] = set()
    for event in events:
        outlets.update(event.outlets)
        for source, html in zip(event.sources, event.cited, strict=True):
            entries.setdefault(source, html)
    numbers = {source: number for number, source in enumerate(entries, start=1)}
    of_events = {event.event_id: sorted(map(numbers.__getitem__, event.sources)) for event in events}
    html = SafeString("".join(entries.values()))
    return PageSources(html, len(entries), len(outlets)) if entries else None, of_events
