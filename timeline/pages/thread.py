"""What the pages of threads show."""

from dataclasses import dataclass

from timeline.models import Event, Thread
from timeline.pages.lines import EventLine, event_line
from timeline.pages.passages import told


@dataclass(frozen=True)
class ThreadPage:
    """A story of several events in an editor's order."""

    thread: Thread = told("The thread.")
    lines: list[EventLine] = told("Its events in order; withdrawn ones are left out.")


def thread_page(thread: Thread, events: list[Event]) -> ThreadPage:
    """Show a thread (no query beside those of its events)."""
    return ThreadPage(thread, [event_line(event) for event in events])
