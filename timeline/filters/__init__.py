"""The filters of lists: one FilterSet serves every form of a list."""

from timeline.filters.asked import DateAsked, date_asked
from timeline.filters.record import DatesFilterSet, DayOfYearFilterSet, RecordFilterSet, StoryFilterSet
from timeline.filters.search import SearchFilterSet, page_number
from timeline.filters.sets import (
    LEVELS,
    MODALITIES,
    SPEECH,
    Chip,
    EventFilterSet,
    ListFilterSet,
    PlaceInList,
    Shown,
    place_in_list,
)
from timeline.filters.words import span_from_words, when_from_words

__all__ = [
    "LEVELS",
    "MODALITIES",
    "SPEECH",
    "Chip",
    "DateAsked",
    "DatesFilterSet",
    "DayOfYearFilterSet",
    "EventFilterSet",
    "ListFilterSet",
    "PlaceInList",
    "RecordFilterSet",
    "SearchFilterSet",
    "Shown",
    "StoryFilterSet",
    "date_asked",
    "page_number",
    "place_in_list",
    "span_from_words",
    "when_from_words",
]
