"""What the pages of threads show."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.filters import StoryFilterSet
from timeline.models import Event, Thread
from timeline.pages.lines import ListedLines, numbered_lines
from timeline.pages.passages import told


@dataclass(frozen=True)
class ThreadPage:
    """A story of several events in an editor's order."""

    thread: Thread = told("The thread.")
    count: int = told("How many events it has; withdrawn ones are left out.")
    listed: ListedLines = told("Its events in order, as the filters say.")

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it."""
        return self.thread.title

    @property
    def has_files(self) -> bool:
        """Return whether the list can be had in other forms, at addresses beside the page's."""
        return True


def thread_page(thread: Thread, events: Sequence[Event], filters: StoryFilterSet) -> ThreadPage:
    """Show a thread (at most 7 queries beside those of its events)."""
    return ThreadPage(thread, len(events), numbered_lines(thread, events, filters))
