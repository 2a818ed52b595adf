"""Where a relationship stands: each line is one published event, and nothing is guessed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from timeline.kinds import CONTACTS, KINDS
from timeline.models import Modality, Pair
from timeline.models.leader import Office
from timeline.queries.facets import PairCounts
from timeline.sql.state import Wanted, ask_state_events
from timeline.values import When

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

WANTED = tuple(
    Wanted(kinds, level, modality, is_ahead=key == PLANNED, most=MOST_PLANNED if key == PLANNED else 1)
    for key, kinds, level, modality in LINES
)


@dataclass(frozen=True)
class StateLine:
    """One line: what it is about, and the event that says so."""

    key: str
    event_id: int
    slug: str
    title: str
    kind: str
    when: When

    @property
    def is_contact(self) -> bool:
        """Return whether the line says when both were last in contact."""
        return self.key.endswith("_last_spoke")


def state_of_relationship(pair: Pair, counts: PairCounts, on: date) -> list[StateLine]:
    """Return the lines that an event fills, in their fixed order; of what is planned up to three (1 query).

    A plan whose last known day is before ``on`` fills none: whether it came to pass, another event must say. ``counts``
    are those of the pair's default list: what it has none of is not looked for.
    """
    return ask_state_of_relationship(pair, counts, on)()


def ask_state_of_relationship(pair: Pair, counts: PairCounts, on: date) -> Callable[[], list[StateLine]]:
    """Ask for what ``state_of_relationship`` returns, and return what reads it (1 query)."""
    read = ask_state_events(pair.pk, _wanted(counts), on)
    return lambda: [
        StateLine(LINES[event.line][0], event.event_id, event.slug, event.title, event.kind, When.parse(event.edtf))
        for event in read()
    ]


def _wanted(counts: PairCounts) -> list[Wanted | None]:
    """Return the lines that an event may fill; None in place of one for which there is none."""
    kinds, levels, modalities = counts.of("kind").keys(), counts.of("level"), counts.of("modality")

    def occurs(line: Wanted) -> bool:
        if line.is_ahead:
            return modalities.get(line.modality, 0) > 0
        # That there are contacts, and events of the level, but none of it among them, is seldom: it may be looked for.
        return (not line.level or line.level in levels) and not kinds.isdisjoint(line.kinds)

    return [line if occurs(line) else None for line in WANTED]
