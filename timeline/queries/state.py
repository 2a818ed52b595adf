"""Where a relationship stands: each line is one published event, and nothing is guessed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import IntegerField, QuerySet, Value

from timeline.kinds import CONTACTS, KINDS
from timeline.models import Event, EventPair, Modality, Pair
from timeline.models.leader import Office

# Of that group, what is not yet or not between both: a date to meet, an offer, words of support.
NO_AGREEMENT = {"announced_meeting", "offer", "praise_support"}
AGREEMENTS = tuple(key for key, kind in KINDS.items() if kind.group == "agreement" and key not in NO_AGREEMENT)
THREATS = tuple(key for key, kind in KINDS.items() if kind.group == "threat")
REFUSALS = tuple(key for key, kind in KINDS.items() if kind.group == "refusal")
MEASURES = tuple(key for key, kind in KINDS.items() if kind.group in {"measure", "force"})

PLANNED = "planned"
# What a line is called, and which events can fill it: kinds, level, modality.
LINES: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("leaders_last_spoke", CONTACTS, Office.Level.LEADER, Modality.HAPPENED),
    ("ministers_last_spoke", CONTACTS, Office.Level.MINISTER, Modality.HAPPENED),
    ("officials_last_spoke", CONTACTS, Office.Level.OFFICIAL, Modality.HAPPENED),
    ("last_agreement", AGREEMENTS, "", Modality.HAPPENED),
    ("last_threat", THREATS, "", Modality.HAPPENED),
    ("last_refusal", REFUSALS, "", Modality.HAPPENED),
    ("last_measure", MEASURES, "", Modality.HAPPENED),
    (PLANNED, (), "", Modality.PLANNED),
)
# How many of what is planned are returned, what comes next first; the line itself is the first of them.
MOST_PLANNED = 3

# The latest first; of what is planned, what comes next.
LATEST_FIRST = ("-sort_date", "-span_days", "-day_order", "-event_id")
NEXT_FIRST = ("sort_date", "span_days", "day_order", "event_id")


@dataclass(frozen=True)
class StateLine:
    """One line: what it is about, and the event that says so."""

    key: str
    event: Event

    @property
    def is_contact(self) -> bool:
        """Return whether the line says when both were last in contact."""
        return self.key.endswith("_last_spoke")


def _candidates(pair: Pair, line: int, on: date) -> QuerySet[EventPair, tuple[int, int]]:
    _, kinds, level, modality = LINES[line]
    rows = EventPair.objects.filter(pair=pair, is_party=True, modality=modality)
    rows = rows.filter(kind__in=kinds) if kinds else rows
    rows = rows.filter(level=level) if level else rows
    order, most = LATEST_FIRST, 1
    if modality == Modality.PLANNED:
        rows, order, most = rows.filter(last_date__gte=on), NEXT_FIRST, MOST_PLANNED
    numbered = rows.order_by(*order).annotate(line=Value(line, output_field=IntegerField()))
    return numbered.values_list("line", "event_id")[:most]


def state_of_relationship(pair: Pair, on: date) -> list[StateLine]:
    """Return the lines that an event fills, in their fixed order; of what is planned up to three (2 queries).

    A plan whose last known day is before ``on`` fills none: whether it came to pass, another event must say.
    """
    first, *others = (_candidates(pair, line, on) for line in range(len(LINES)))
    found = list(first.union(*others, all=True))
    events = Event.objects.in_bulk([event_id for _, event_id in found])
    lines = [(line, events[event_id]) for line, event_id in found]
    lines.sort(key=lambda said: (said[0], said[1].when.sort_key, said[1].day_order, said[1].pk))
    return [StateLine(LINES[line][0], event) for line, event in lines]
