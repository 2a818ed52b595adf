"""Find expressions of time and resolve them."""

from newsroom.reading.dates.answers import Resolved
from newsroom.reading.dates.expressions import find_times
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.relative_words import year_at_end
from newsroom.reading.dates.resolver import resolve, resolve_ends

__all__ = ["Resolved", "TimeExpression", "find_times", "resolve", "resolve_ends", "year_at_end"]
