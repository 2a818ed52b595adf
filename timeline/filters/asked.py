"""What else an address asks of a list: the date to go to, and the day since which changes are marked."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from timeline.filters.words import span_from_words


@dataclass(frozen=True)
class DateAsked:
    """A date that the address names, as typed and as it was read; without a first day none is asked for."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    error: str = ""

    @property
    def errors(self) -> list[str]:
        """Return what is wrong, as the fields of filters have it."""
        return [self.error] if self.error else []


def date_asked(data: QueryDict, name: str = "date") -> DateAsked:
    """Read a date; one that cannot be read has its error in a sentence. An open span is its known end.

    ``date`` is where to go to; from the first day of ``since`` on changes are marked.
    """
    text = data.get(name, "").strip()
    if not text:
        return DateAsked()
    try:
        first, last = span_from_words(text)
    except ValueError as error:
        return DateAsked(text, error=str(error))
    return DateAsked(text, first or last, last or first)
