"""The values of the record: dates as their sources give them, pairs of countries, figures, quoted words."""

from timeline.values.dates import (
    OPEN_SPAN_DAYS,
    SEASON_MONTHS,
    THIRDS_OF_DECADE,
    THIRDS_OF_YEAR,
    CalendarDate,
    NoSuchDate,
    When,
)
from timeline.values.figures import Figure
from timeline.values.pairs import CountryPair
from timeline.values.quotations import language_of_words, quoted_runs

__all__ = [
    "OPEN_SPAN_DAYS",
    "SEASON_MONTHS",
    "THIRDS_OF_DECADE",
    "THIRDS_OF_YEAR",
    "CalendarDate",
    "CountryPair",
    "Figure",
    "NoSuchDate",
    "When",
    "language_of_words",
    "quoted_runs",
]
