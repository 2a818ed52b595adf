"""Name the ways in which an action refuses."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.models import Article, Draft
from timeline.models import Event, Statement


class Refused(ValueError):
    """Say that an action cannot be done: a fixed word as ``code``, a sentence, and the ``field`` that it belongs to."""

    def __init__(self, code: str, message: str, field: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.field = code, message, field


class Conflict(Exception):
    """Say that somebody changed the thing since it was shown; ``current`` is how it stands now."""

    def __init__(self, current: Draft | Article | Event | Statement) -> None:
        super().__init__("This was changed since you opened it.")
        self.current = current


class NotVerbatim(Refused):
    """Say that words do not stand in the stored text where they should."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__("not_verbatim", message, field)


@dataclass(frozen=True, slots=True)
class Missing:
    """Name what a draft lacks before it can be published: the draft, the field, why."""

    draft: int
    field: str
    code: str
