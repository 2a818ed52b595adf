"""The filters of lists: one FilterSet serves every form of a list."""

from timeline.filters.search import SearchFilterSet, page_number
from timeline.filters.sets import (
    LEVELS,
    MODALITIES,
    SPEECH,
    Chip,
    EventFilterSet,
    PlaceInList,
    Shown,
    place_in_list,
)
from timeline.filters.words import span_from_words

__all__ = [
    "LEVELS",
    "MODALITIES",
    "SPEECH",
    "Chip",
    "EventFilterSet",
    "PlaceInList",
    "SearchFilterSet",
    "Shown",
    "page_number",
    "place_in_list",
    "span_from_words",
]
