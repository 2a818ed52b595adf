"""Where a relationship stands: each line is one published event, and nothing is guessed."""

from dataclasses import dataclass
from datetime import date

from timeline.kinds import KINDS
from timeline.models import Event, EventPair, Modality, Pair
from timeline.models.leader import Office

CONTACTS = tuple(key for key, kind in KINDS.items() if kind.group == "contact")
# Of that group, what is not yet or not between both: a date to meet, an offer, words of support.
NO_AGREEMENT = {"announced_meeting", "offer", "praise_support"}
AGREEMENTS = tuple(key for key, kind in KINDS.items() if kind.group == "agreement" and key not in NO_AGREEMENT)
THREATS = tuple(key for key, kind in KINDS.items() if kind.group == "threat")
REFUSALS = tuple(key for key, kind in KINDS.items() if kind.group == "refusal")
MEASURES = tuple(key for key, kind in KINDS.items() if kind.group in {"measure", "force"})
ANNOUNCED = ("announced_meeting",)

# What a line is called, and which events can fill it: kinds, level, modality.
LINES: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("leaders_last_spoke", CONTACTS, Office.Level.LEADER, Modality.HAPPENED),
    ("ministers_last_spoke", CONTACTS, Office.Level.MINISTER, Modality.HAPPENED),
    ("last_agreement", AGREEMENTS, "", Modality.HAPPENED),
    ("last_threat", THREATS, "", Modality.HAPPENED),
    ("last_refusal", REFUSALS, "", Modality.HAPPENED),
    ("last_measure", MEASURES, "", Modality.HAPPENED),
    ("planned", (), "", Modality.PLANNED),
)


@dataclass(frozen=True)
class StateLine:
    """One line: what it is about, and the event that says so."""

    key: str
    event: Event


# The latest first; of what is planned, what comes next.
LATEST_FIRST = ("-sort_date", "-span_days", "-day_order", "-event_id")
NEXT_FIRST = ("sort_date", "span_days", "day_order", "event_id")


def state_of_relationship(pair: Pair, on: date) -> list[StateLine]:
    """Return the lines that an event fills, in their fixed order (1 query a line, 1 for the events).

    A plan whose last known day is before ``on`` fills none: whether it came to pass, another event must say.
    """
    found: list[tuple[str, int]] = []
    for key, kinds, level, modality in LINES:
        rows = EventPair.objects.filter(pair=pair, is_party=True, modality=modality)
        rows = rows.filter(kind__in=kinds) if kinds else rows
        rows = rows.filter(level=level) if level else rows
        order = LATEST_FIRST
        if modality == Modality.PLANNED:
            rows, order = rows.filter(last_date__gte=on), NEXT_FIRST
        found += [(key, number) for number in rows.order_by(*order).values_list("event_id", flat=True)[:1]]
    events = Event.objects.in_bulk([number for _, number in found])
    return [StateLine(key, events[number]) for key, number in found]
