"""Tell whether an act happened, is planned, called off, denied, alleged, or merely possible."""

from __future__ import annotations

from newsroom.reading.events.modality.denied import DENIALS, denial_of, is_asked_after, is_disowned
from newsroom.reading.events.modality.governors import governing
from newsroom.reading.events.modality.nouns import of_noun
from newsroom.reading.events.modality.undone import is_off_the_plan
from newsroom.reading.events.modality.verbs import is_barred, is_open, of_verb
from newsroom.reading.events.modality.weighed import is_weighed
from newsroom.reading.events.modality.words import (
    ADVISING,
    AHEAD,
    CONDITIONS,
    DECISIONS,
    FAVOURING,
    GIVING_UP,
    INTENTS,
    OCCURRING,
    PLANNING,
    REFUSING,
    SETTING,
    WISHING,
)

__all__ = [
    "ADVISING",
    "AHEAD",
    "CONDITIONS",
    "DECISIONS",
    "DENIALS",
    "FAVOURING",
    "GIVING_UP",
    "INTENTS",
    "OCCURRING",
    "PLANNING",
    "REFUSING",
    "SETTING",
    "WISHING",
    "denial_of",
    "governing",
    "is_asked_after",
    "is_barred",
    "is_disowned",
    "is_off_the_plan",
    "is_open",
    "is_weighed",
    "of_noun",
    "of_verb",
]
