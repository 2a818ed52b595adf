"""Dates in words, as their sources give them: never a day that nobody stated."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from timeline.pages.passages import told
from timeline.values import CalendarDate, When

DAY, DAY_MONTH, MONTH = "j F Y", "j F", "F Y"
SPANISH_DAY, SPANISH_DAY_MONTH, SPANISH_MONTH = r"j \d\e F \d\e Y", r"j \d\e F", r"F \d\e Y"
FORMATS = {"en": (DAY, DAY_MONTH, MONTH), "es": (SPANISH_DAY, SPANISH_DAY_MONTH, SPANISH_MONTH)}


def _written(day: date, which: int) -> str:
    return _written_in(get_language() or "en", day, which)


@lru_cache(maxsize=4096)
def _written_in(language: str, day: date, which: int) -> str:
    """Return a day in the language that is on: most were written for a page before."""
    return date_format(day, FORMATS.get(language, FORMATS["en"])[which])


def day_text(day: date) -> str:
    """Return a day in full: 12 January 2026."""
    return _written(day, 0)


def day_month_text(day: date) -> str:
    """Return a day without its year: 12 January."""
    return _written(day, 1)


def month_text(day: date) -> str:
    """Return the month of a day with its year: January 2026."""
    return _written(day, 2)


def span_text(first: date, last: date) -> str:
    """Return two days and all between them, naming month and year once where they are the same."""
    if first == last:
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    if first.year == last.year:
        return f"{_written(first, 1)} – {day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"


def days_text(first: date, last: date) -> str:
    """Return days as people ask for them: a day, a month, a part of a month, a year, or from one to another."""
    next_day = last + timedelta(days=1) if last < date.max else None
    if next_day and first.day == next_day.day == 1:
        if (first.month, next_day.month) == (1, 1) and next_day.year == first.year + 1:
            return str(first.year)
        if next_day == (first + timedelta(days=31)).replace(day=1):
            return month_text(first)
    return when_text(When.within(first, last))


def taken_for(first: date | None, last: date | None) -> str:
    """Return the days of what was typed as “winter 2026” or “early 2026”, which does not say them; else nothing.

    A day, a month and a year say them themselves, and what is open at one end has no last day.
    """
    if first is None or last is None or first == last:
        return ""
    # The words for a part of a month would say it again: its days are meant.
    is_said = days_text(first, last) in {str(first.year), month_text(first)}
    return "" if is_said else span_text(first, last)


def _season(number: int) -> str:
    return {21: _("spring"), 22: _("summer"), 23: _("autumn"), 24: _("winter")}[number]


def _date_text(day: CalendarDate) -> str:
    """Return one date of a calendar in words, with “about” and “uncertain”."""
    if day.unit == "day":
        text = day_text(day.earliest)
    elif day.unit == "month":
        text = month_text(day.earliest)
        text = _("a day in %(month)s") % {"month": text} if day.is_unspecified else text
    elif day.unit == "season":
        text = f"{_season(int(day.edtf[5:7]))} {day.earliest.year}"
    elif day.unit == "year":
        text = _("a day in %(month)s") % {"month": day.earliest.year} if day.is_unspecified else f"{day.earliest.year}"
    else:
        text = _("the %(decade)ss") % {"decade": day.earliest.year}
    if day.qualifier in {"~", "%"}:
        # Other languages put an article before a day and none before a month or a year.
        about = pgettext("a day", "about %(date)s") if day.unit == "day" else _("about %(date)s")
        text = about % {"date": text}
    if day.qualifier in {"?", "%"}:
        text = _("%(date)s (date uncertain)") % {"date": text}
    return text


def edtf_text(edtf: str) -> str:
    """Return an EDTF text in words."""
    return when_text(When.parse(edtf))


def since_text(edtf: str) -> str:
    """Return since when, in words, of an EDTF text."""
    return _since_text(edtf, get_language() or "en")


@lru_cache(maxsize=4096)
def _since_text(edtf: str, language: str) -> str:
    """Return the same in the language that is on."""
    when = When.parse(edtf)
    if when.form == "date" and when.dates[0]:
        return _since(when.dates[0])
    return _("since %(date)s") % {"date": when_text(when)}


def spell_text(started: str, ended: str) -> str:
    """Return from when until when, in words, of two EDTF texts; without an end since when."""
    return f"{edtf_text(started) if started else ''} – {edtf_text(ended)}" if ended else since_text(started)


def _since(start: CalendarDate) -> str:
    words = pgettext("a day", "since %(date)s") if _is_bare_day(start) else _("since %(date)s")
    return words % {"date": _date_text(start)}


def _until(end: CalendarDate) -> str:
    words = pgettext("a day", "until %(date)s") if _is_bare_day(end) else _("until %(date)s")
    return words % {"date": _date_text(end)}


def _is_bare_day(day: CalendarDate) -> bool:
    """Return whether its words begin with the day: where “about” comes first, the article follows that."""
    return day.unit == "day" and day.qualifier not in {"~", "%"}


def when_text(when: When) -> str:
    """Return a date in words that say no more than is known."""
    return _when_text(when, get_language() or "en")


@lru_cache(maxsize=4096)
def _when_text(when: When, language: str) -> str:
    """Return the words of a date in the language that is on: most of a page's dates were said by a page before."""
    if when.form == "date" and when.dates[0]:
        return _date_text(when.dates[0])
    if when.form == "within":
        return _within_text(when)
    if when.form == "interval":
        return _interval_text(when)
    return _listed_text(when)


def _within_text(when: When) -> str:
    if when.earliest is None or when.latest is None:
        if when.earliest is None:
            return _("by %(date)s") % {"date": day_text(when.last_date)}
        return _("on or after %(date)s") % {"date": day_text(when.sort_date)}
    if when.third:
        third = {"early": _("early %(month)s"), "mid": _("mid-%(month)s"), "late": _("late %(month)s")}[when.third]
        return third % {"month": month_text(when.earliest)}
    return span_text(when.earliest, when.latest)


def _interval_text(when: When) -> str:
    start, end = when.dates
    if start is None and end is not None:
        return _until(end)
    if start is None or end is None:
        return _since(start) if start else ""
    if start.unit == end.unit == "day" and not when.qualifier:
        return span_text(start.earliest, end.latest)
    return f"{_date_text(start)} – {_date_text(end)}"


def _listed_text(when: When) -> str:
    days = [part for part in when.dates if part]
    joining = _("or") if when.form == "one_of" else _("and")
    one_month = {(part.earliest.year, part.earliest.month, part.unit) for part in days}
    if len(one_month) == 1 and days[0].unit == "day" and not any(part.qualifier for part in days):
        words = [*(str(part.earliest.day) for part in days[:-1]), _date_text(days[-1])]
    else:
        words = [_date_text(part) for part in days]
    return f"{', '.join(words[:-1])} {joining} {words[-1]}"


def is_vague(when: When) -> bool:
    """Return whether the day is not known: it must look so."""
    if when.qualifier or when.form in {"within", "one_of"}:
        return True
    if when.form in {"interval", "all_of"}:
        return any(part is None or part.unit != "day" for part in when.dates)
    return when.precision != "day"


def machine_date(when: When) -> str:
    """Return the date for a time element, where HTML has a form for it: a day, a month, a year; else nothing."""
    single = when.dates[0] if when.form == "date" else None
    if single is None or not single.is_plain:
        return ""
    return single.edtf[:10]


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as pages write it."""

    text: str = told("The date in words.")
    machine: str = told("The date for a time element; empty where HTML has no form for it.")
    is_vague: bool = told("Whether the day is not known.", default=False)


def shown_date(when: When) -> ShownDate:
    """Return a date as its source gives it."""
    return ShownDate(when_text(when), machine_date(when), is_vague(when))


def shown_day(day: date) -> ShownDate:
    """Return a day in full."""
    return ShownDate(day_text(day), day.isoformat()[:10])
