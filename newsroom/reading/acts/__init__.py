"""Hold the lexicon of acts: which verbs and nouns, with which words, tell which kind of event.

To add a verb or a noun, add it to the row of its kind; ``docs/reading.md`` shows how. The order of the rows counts
where one verb has several: the first that fits is taken.
"""

from __future__ import annotations

from newsroom.reading.acts.accords import AGREED, CONCEDED, MUTUAL
from newsroom.reading.acts.contact import CALLED_OFF, CONTACTS
from newsroom.reading.acts.cooperation import COOPERATED, RELIEF
from newsroom.reading.acts.force import FORCES
from newsroom.reading.acts.judgements import NAMING, PROVING, WRONG_WITH
from newsroom.reading.acts.measures import MEASURES
from newsroom.reading.acts.nominal_forms import nouns_of
from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.speech import ASKED, PROTESTED, REFUSED_ACTS, SCOLDED, THREATENED
from newsroom.reading.acts.words import WRONGS, YIELDING

ROWS: tuple[Act, ...] = (
    *RELIEF,
    *SCOLDED,
    *FORCES,
    *PROTESTED,
    *CONTACTS,
    *MEASURES,
    *CONCEDED,
    *AGREED,
    *THREATENED,
    *REFUSED_ACTS,
    *ASKED,
    *CALLED_OFF,
    *COOPERATED,
    *MUTUAL,
)
VERB_INDEX: dict[str, tuple[Act, ...]] = {}
for _row in ROWS:
    for _verb in sorted(_row.verbs):
        VERB_INDEX[_verb] = (*VERB_INDEX.get(_verb, ()), _row)
# The words with which a verb has rows of their own: "call": "off".
PARTICLES: dict[str, frozenset[str]] = {}
for _entry in VERB_INDEX:
    _lemma, _, _particle = _entry.partition("+")
    if _particle:
        PARTICLES[_lemma] = PARTICLES.get(_lemma, frozenset()) | {_particle}
ACT_VERBS = tuple(
    sorted({entry.partition("+")[0] for entry in VERB_INDEX} | WRONGS | set(WRONG_WITH) | YIELDING | NAMING | PROVING)
)
# The rows of nouns, by the noun's words; several where what stands near the noun decides.
NOUN_INDEX: dict[tuple[str, ...], tuple[Act, ...]] = {}
for _row in ROWS:
    for _noun in _row.nouns:
        NOUN_INDEX[_noun] = (*NOUN_INDEX.get(_noun, ()), _row)
for _row in ROWS:
    for _noun, _act in nouns_of(_row):
        NOUN_INDEX[_noun] = (*NOUN_INDEX.get(_noun, ()), _act)

SPEECH_KINDS = frozenset(
    "threat offer refusal accusation request demand criticism praise_support warning denial ultimatum apology"
    " protest_note".split()
)
CONTACT_KINDS = frozenset(
    "phone_call video_call conversation meeting meeting_third_place visit state_visit summit_multilateral"
    " negotiation mediation announced_meeting".split()
)
SPECIFIC = (
    "phone_call",
    "video_call",
    "state_visit",
    "visit",
    "meeting",
    "mediation",
    "negotiation",
    "conversation",
    "summit_multilateral",
)
