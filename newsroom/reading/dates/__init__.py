"""Find expressions of time and resolve them."""

from newsroom.reading.dates.expressions import find_times
from newsroom.reading.dates.relations import TimeExpression
from newsroom.reading.dates.resolver import Resolved, resolve

__all__ = ["Resolved", "TimeExpression", "find_times", "resolve"]
