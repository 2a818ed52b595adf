"""A list as a calendar (RFC 5545, RFC 7986): what has a day, or lasted some days, stands on it; nothing else does.

What may have been on one of several days is left out, or, where that is asked for, spans them all and says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.kinds import KINDS
from timeline.models import Modality
from timeline.outputs.entry import entry_of
from timeline.outputs.offered import OfferedList
from timeline.queries.exports import Exported, ExportedEvent
from timeline.values import When

LONGEST_LINE = 75
CALENDAR, CONTENT_TYPE = "calendar.ics", "text/calendar; charset=utf-8"
# What `dates` says in an address that asks for what has no known day, too.
SPANS = "spans"
STATUS: dict[str, str] = {
    Modality.HAPPENED: "CONFIRMED",
    Modality.PLANNED: "TENTATIVE",
    Modality.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True)
class Days:
    """The days of an event in a calendar: from the first to the last, or only both and those between that are named."""

    first: date
    last: date
    others: tuple[date, ...] = ()
    is_certain: bool = True


def days_of(when: When, *, spans: bool) -> Days | None:
    """Return the days of a date; None for one without a day, which spans all on which it can be where that is asked.

    What is open at one end has no days.
    """
    known = [part.earliest for part in when.dates if part and part.unit == "day" and not part.qualifier]
    if len(known) == len(when.dates):
        if when.form in {"date", "interval"}:
            return Days(known[0], known[-1])
        if when.form == "all_of":
            return Days(known[0], known[0], tuple(known[1:]))
    if spans and when.earliest and when.latest:
        return Days(when.earliest, when.latest, is_certain=False)
    return None


def left_out(dates: Mapping[str, int], *, spans: bool) -> str:
    """Return how many events a calendar does not show, in words, of how many have each date."""
    number = sum(count for edtf, count in dates.items() if days_of(When.parse(edtf), spans=spans) is None)
    if not number:
        return _("Nothing of the list is left out.")
    if spans:
        said = ngettext(
            "%(number)s event of the list is left out: it is open at one end.",
            "%(number)s events of the list are left out: they are open at one end.",
            number,
        )
    else:
        said = ngettext(
            "%(number)s event of the list is left out: its day is not known.",
            "%(number)s events of the list are left out: their days are not known.",
            number,
        )
    return said % {"number": number}


def calendar_parts(
    parts: Iterable[Iterable[Exported]], offered: OfferedList, dates: Mapping[str, int], *, spans: bool
) -> Iterator[str]:
    """Yield a list as a calendar, which says what of it is not there."""
    address = offered.file_address(CALENDAR, dates=SPANS if spans else "")
    spanned = [_("What has no known day spans all on which it can be.")] if spans else []
    about = " ".join([*spanned, left_out(dates, spans=spans)])
    yield _lines([
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Bilateral//Timeline//{offered.language.upper()}",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        *(f"{name}:{_text(offered.full_title)}" for name in ("NAME", "X-WR-CALNAME")),
        *(f"{name}:{_text(about)}" for name in ("DESCRIPTION", "X-WR-CALDESC")),
        f"URL:{offered.address}", f"SOURCE;VALUE=URI:{address}", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ])  # fmt: skip
    for part in parts:
        events = [exported for exported in part if isinstance(exported, ExportedEvent)]
        days = ((exported, days_of(exported.event.when, spans=spans)) for exported in events)
        yield "".join(_event(exported, offered, found) for exported, found in days if found)
    yield _lines(["END:VCALENDAR"])


def _event(exported: ExportedEvent, offered: OfferedList, days: Days) -> str:
    entry, event = entry_of(exported, offered.site), exported.event
    title = entry.title
    if not days.is_certain:
        note = _("day not known: %(date)s") % {"date": entry.date}
        title = f"{title} ({note})"
    told = [f"{entry.date}. {entry.summary}", *entry.sources, entry.address]
    language = f";LANGUAGE={entry.language}" if entry.language != offered.language else ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:event-{event.pk}@{settings.TAG_AUTHORITY}",
        f"DTSTAMP:{_moment(entry.updated)}",
        f"CREATED:{_moment(entry.published)}",
        f"LAST-MODIFIED:{_moment(entry.updated)}",
        f"SEQUENCE:{entry.version - 1}",
        f"DTSTART;VALUE=DATE:{_day(days.first)}",
        # The end is the day after; the last of all days has none, and a day without an end is one day.
        *([f"DTEND;VALUE=DATE:{_day_after(days.last)}"] if days.last < date.max else []),
        *(f"RDATE;VALUE=DATE:{_day(other)}" for other in days.others),
        f"SUMMARY{language}:{_text(title)}",
        f"DESCRIPTION{language}:{_text(chr(10).join(told))}",
        *([f"LOCATION{language}:{_text(event.place)}"] if event.place else []),
        f"CATEGORIES:{_text(_(KINDS[event.kind].label))}",
        *([f"STATUS:{STATUS[event.modality]}"] if event.modality in STATUS else []),
        "TRANSP:TRANSPARENT",
        f"URL:{entry.address}",
        "END:VEVENT",
    ]
    return _lines(lines)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _day_after(day: date) -> str:
    return _day(day + timedelta(days=1))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return a text as a value: what would end it or part it is marked."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _lines(lines: Iterable[str]) -> str:
    """Return lines with their ends, each folded so that none is longer than 75 bytes."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    rows, size = [""], 0
    for mark in line:
        length = len(mark.encode())
        if size + length > LONGEST_LINE:
            # The space that begins a further row counts.
            rows.append(" ")
            size = 1
        rows[-1] += mark
        size += length
    return "\r\n".join(rows)
