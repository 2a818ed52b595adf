"""What else an address asks of a list: the date to go to, and the day since which changes are marked."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from timeline.filters.words import span_from_words


@dataclass(frozen=True)
class DateAsked:
    """The date that somebody wants to go to, as typed and as it was read; without a first day none is asked for."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    error: str = ""

    @property
    def errors(self) -> list[str]:
        """Return what is wrong, as the fields of filters have it."""
        return [self.error] if self.error else []


def date_asked(data: QueryDict) -> DateAsked:
    """Read the date to go to; one that cannot be read has its error in a sentence. An open span is its known end."""
    text = data.get("date", "").strip()
    if not text:
        return DateAsked()
    try:
        first, last = span_from_words(text)
    except ValueError as error:
        return DateAsked(text, error=str(error))
    return DateAsked(text, first or last, last or first)


def since_asked(data: QueryDict) -> date | None:
    """Read the day since which changes are marked; raise ``ValueError`` for what is no day like 2026-01-09."""
    text = data.get("since", "").strip()
    if text and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("a day is written like 2026-01-09")
    return date.fromisoformat(text) if text else None
