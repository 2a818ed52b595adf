"""What the pictures say, taken from what the pages say."""

from django.utils.translation import gettext, ngettext

from timeline.kinds import KINDS
from timeline.models import Participation
from timeline.outputs.card.drawing import CardBar, EventCard, PairCard
from timeline.pages.dates import month_text, when_text
from timeline.pages.lists import span_of
from timeline.pages.strip import height_of_act, strip_bars
from timeline.queries import EventRecord, PairCounts, PairPlace


def card_of_pair(place: PairPlace, counts: PairCounts) -> PairCard:
    """Return a pair's names, its number of events with their span, and its density strip."""
    about = ngettext("%(n)s event", "%(n)s events", counts.total) % {"n": counts.total}
    span = span_of(counts)
    if span:
        first, last = (month_text(month) for month in span)
        dates = first if first == last else gettext("%(first)s to %(last)s") % {"first": first, "last": last}
        about = f"{about}, {dates}"
    return PairCard(place.first.label, place.second.label, about, _bars(counts))


def _bars(counts: PairCounts) -> tuple[CardBar, ...]:
    bars = strip_bars(counts)
    unit = height_of_act(bars) if bars else 0
    return tuple(CardBar(bar.first * unit, bar.joint * unit, bar.second * unit) for bar in bars)


def card_of_event(record: EventRecord) -> EventCard:
    """Return an event's date and kind, its title, and the parties."""
    event = record.event
    above = f"{when_text(event.when)} · {gettext(KINDS[event.kind].label)}"
    if event.modality != "happened":
        above += f" · {gettext(event.get_modality_display())}"
    parties = [part.country.label for part in record.participations if part.role == Participation.Role.PARTY]
    return EventCard(above, event.title, tuple(dict.fromkeys(parties)))
