"""Dates as people type them: EDTF, plain words, and spans of both, in English and Spanish."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.dateformat import format as in_words
from django.utils.translation import gettext, gettext_noop

from timeline.values import THIRDS_OF_DECADE, THIRDS_OF_YEAR, NoSuchDate, When

Span = tuple[date | None, date | None]

LONGEST_TEXT = 60
MONTH_NAMES = (
    ("january", "enero"), ("february", "febrero"), ("march", "marzo"), ("april", "abril"), ("may", "mayo"),
    ("june", "junio"), ("july", "julio"), ("august", "agosto"), ("september", "septiembre"), ("october", "octubre"),
    ("november", "noviembre"), ("december", "diciembre"),
)  # fmt: skip
MONTHS = {name[:3]: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names} | {"sept": 9}
FULL_NAMES = {name for names in MONTH_NAMES for name in names} | set(MONTHS)
THIRDS = {"early": "early", "mid": "mid", "late": "late", "principios": "early", "mediados": "mid", "fines": "late"}
THIRDS |= {"comienzos": "early", "finales": "late"}
# As EDTF numbers them.
SEASONS = {
    **dict.fromkeys(("spring", "primavera"), 21), **dict.fromkeys(("summer", "verano"), 22),
    **dict.fromkeys(("autumn", "fall", "otono"), 23), **dict.fromkeys(("winter", "invierno"), 24),
}  # fmt: skip
ORDINALS = {
    "1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
}  # fmt: skip
MONTHS_OF_PART = {"quarter": 3, "trimestre": 3, "half": 6, "semestre": 6}
CENTURIES = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()

DAY_FIRST = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2}) (\d{4})")
DAYS = re.compile(r"(\d{1,2}) ?(?:to|and|al?|y|[–—-]) ?(\d{1,2}) ([a-z]+) (\d{4})")
DAYS_AFTER = re.compile(r"([a-z]+) (\d{1,2}) ?(?:to|and|[–—-]) ?(\d{1,2}) (\d{4})")
MONTH_ONLY = re.compile(r"(?:([a-z]+) )?([a-z]+) (\d{4})")
PART_OF_YEAR = re.compile(r"([a-z]+) (\d{4})")
QUARTER = re.compile(r"q(\d) (\d{4})")
COUNTED_PART = re.compile(r"([a-z]+|\d) (quarter|trimestre|half|semestre) (\d{4})")
DECADE = re.compile(r"(?:([a-z]+) )?(?:(\d{3}0)['’]?s|(?:decada|anos) (\d{3}0))")
CENTURY = re.compile(r"(\d{1,2}) century|siglo (\d{1,2}|[ivx]+)")
IN_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
BETWEEN = re.compile(r" (?:to|until|a|al|–|—|-) | ?[–—] ?")
OPEN = re.compile(r"(since|from|desde|until|by|before|hasta) (.+)")
# As pages show a date of which one end is known.
HALF_KNOWN = re.compile(r"(by|on or after) (.+)", re.IGNORECASE)
YEARS = re.compile(r"(\d{4}) ?[-–—] ?(\d{4})")
# What begins like EDTF and is not: words, two years, three numbers, a decade.
NOT_EDTF = re.compile(rf"[ –—]|\d{{4}}-\d{{4}}$|^{IN_NUMBERS.pattern}$|^\d{{3}}0['’]?s$", re.IGNORECASE)
NOT_UNDERSTOOD = gettext_noop(
    "“%(text)s” is not a date that is understood here. Write it like 12 January 2026, January 2026, 2026 or 2026-01-12."
)


def span_from_words(text: str) -> Span:
    """Return the first and last day of a date or a span as typed; raise ``ValueError`` with a sentence for people."""
    with _said_plainly():
        return _span(_tidied(text))


def when_from_words(text: str) -> When:
    """Return a date as typed; of "5 to 11 January 2026" one day within, of "by 12 January 2026" one day until then.

    Raise ``ValueError`` with a sentence.
    """
    with _said_plainly():
        text = _tidied(text)
        half = HALF_KNOWN.fullmatch(text)
        if half is None:
            return _when(text)
        known = _when(half[2])
        first, last = (None, known.latest) if half[1].lower() == "by" else (known.earliest, None)
        return When.parse(f"[{first or ''}..{last or ''}]") if first or last else _when(text)


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Say in the language that is on why a text is no date."""
    try:
        yield
    except NoSuchDate as error:
        raise ValueError(gettext(error.words) % error.parts) from error


def _tidied(text: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_TEXT:
        raise NoSuchDate(gettext_noop("A date has at most %(number)s characters."), number=LONGEST_TEXT)
    return text


def _span(text: str) -> Span:
    if ".." in text and not re.match(r"[\[{]", text):
        return _dotted(text)
    folded = _folded(text)
    if opened := OPEN.fullmatch(folded):
        when = _one(text, opened[2])
        return (when.earliest, None) if opened[1] in {"since", "from", "desde"} else (None, when.latest)
    years = YEARS.fullmatch(folded)
    parts = list(years.groups()) if years else [part for part in BETWEEN.split(folded, maxsplit=1) if part]
    if len(parts) != 2 or DAYS.fullmatch(folded) or DAYS_AFTER.fullmatch(folded):
        when = _when(text)
        return when.earliest, when.latest
    return _in_order(_one(text, parts[0]).earliest, _one(text, parts[1]).latest)


def _dotted(text: str) -> Span:
    """Read a span as a search has it: 2026-01-05..2026-01-11, or open at one end."""
    first, last = (part.strip() for part in text.split("..", 1))
    if not first and not last:
        raise NoSuchDate(NOT_UNDERSTOOD, text)
    return _in_order(_when(first).earliest if first else None, _when(last).latest if last else None)


def _in_order(first: date | None, last: date | None) -> Span:
    if first and last and first > last:
        raise NoSuchDate(gettext_noop("The end of that span lies before its start."))
    return first, last


def _when(text: str) -> When:
    is_edtf = re.match(r"[\d\[{.]", text) and not NOT_EDTF.search(text)
    return When.parse(text) if is_edtf else _one(text, _folded(text))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = re.sub(r"\b(?:de|del|of|the|in|en|la|los)\b|(?<=\d)(?:st|nd|rd|th)\b|[,.](?!\d)", " ", plain)
    return " ".join(plain.replace("mid-", "mid ").split())


def _one(text: str, folded: str) -> When:
    """Read one date that is already folded; ``text`` is what the person typed, for the message."""
    if match := IN_NUMBERS.fullmatch(folded):
        return _in_numbers(text, *match.groups())
    if (period := _period(folded)) is not None:
        return period
    if match := DAY_FIRST.fullmatch(folded):
        return _parsed(text, match[3], match[2], match[1])
    if match := MONTH_FIRST.fullmatch(folded):
        return _parsed(text, match[3], match[1], match[2])
    if match := DAYS.fullmatch(folded):
        return _days(text, match[4], match[3], match[1], match[2])
    if match := DAYS_AFTER.fullmatch(folded):
        return _days(text, match[4], match[1], match[2], match[3])
    if (match := MONTH_ONLY.fullmatch(folded)) and (not match[1] or match[1] in THIRDS):
        return _parsed(text, match[3], match[2], third=match[1] or "")
    if re.fullmatch(r"[\d-]+", folded):
        return When.parse(folded)
    raise NoSuchDate(NOT_UNDERSTOOD, text)


def _days(text: str, year: str, month: str, first: str, last: str) -> When:
    """Return one day within some of a month."""
    ends = [_parsed(text, year, month, day).edtf for day in (first, last)]
    return When.parse(f"[{ends[0]}..{ends[1]}]")


def _in_numbers(text: str, first: str, second: str, year: str) -> When:
    """Read a date in three numbers, where only one of the first two can be the month, or both are the same."""
    readings = {(int(month), int(day)) for month, day in ((second, first), (first, second)) if 1 <= int(month) <= 12}
    if not readings:
        raise NoSuchDate(NOT_UNDERSTOOD, text)
    if len(readings) == 2:
        words = gettext_noop("“%(text)s” can be read in two ways. Write the month as a word: %(hint)s.")
        raise NoSuchDate(words, text, hint=in_words(date(2000, int(second), int(first)), f"j F {year}"))
    [(month, day)] = readings
    return _parsed(text, year, MONTH_NAMES[month - 1][0], str(day))


def _period(folded: str) -> When | None:
    """Return a season, a part of a year or decade, a decade or a century; ``None`` for what is none of them."""
    if match := DECADE.fullmatch(folded):
        return _decade(match[1] or "", int(match[2] or match[3]))
    if match := PART_OF_YEAR.fullmatch(folded):
        if match[1] in SEASONS:
            return When.parse(f"{match[2]}-{SEASONS[match[1]]}")
        return _months(match[2], *THIRDS_OF_YEAR[THIRDS[match[1]]]) if match[1] in THIRDS else None
    if match := QUARTER.fullmatch(folded):
        return _counted(match[1], 3, match[2])
    if match := COUNTED_PART.fullmatch(folded):
        return _counted(match[1], MONTHS_OF_PART[match[2]], match[3])
    if match := CENTURY.fullmatch(folded):
        named = match[1] or match[2]
        number = CENTURIES.index(named) + 1 if named in CENTURIES else int(named) if named.isdecimal() else 0
        return When.parse(f"{number - 1:02d}XX") if number else None
    return None


def _counted(which: str, length: int, year: str) -> When | None:
    """Return one of the quarters or halves of a year, by its number; ``length`` is in months."""
    last = ORDINALS.get(which, 0) * length
    return _months(year, last - length + 1, last) if 0 < last <= 12 else None


def _decade(part: str, first: int) -> When | None:
    """Return a decade, or its early, middle or late years."""
    if not part:
        return When.parse(f"{first // 10:03d}X")
    if part not in THIRDS:
        return None
    years = THIRDS_OF_DECADE[THIRDS[part]]
    return When.parse(f"[{first + years[0]:04d}..{first + years[1]:04d}]")


def _months(year: str, first: int, last: int) -> When:
    """Return a span of months of one year."""
    return When.parse(f"[{year}-{first:02d}..{year}-{last:02d}]")


def _parsed(text: str, year: str, month: str, day: str = "", third: str = "") -> When:
    number = MONTHS.get(month if month == "sept" else month[:3]) if month in FULL_NAMES else None
    if number is None:
        raise NoSuchDate(NOT_UNDERSTOOD, text)
    try:
        if third:
            return When.part_of_month(int(year), number, THIRDS[third])  # type: ignore[arg-type]
        return When.parse(f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else ""))
    except NoSuchDate as error:
        raise error.about(text) from error
