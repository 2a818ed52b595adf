"""Find events: what states and their leaders did, will do, refused to do, or are said to have done."""

from newsroom.reading.events.proposing import find_events

__all__ = ["find_events"]
