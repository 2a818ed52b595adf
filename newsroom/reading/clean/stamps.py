"""Read the day of a page's stamp in the languages of the press: "14. Januar 2026", "2026年1月14日", "14/01/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from newsroom.reading.sentences import fold

# January to December, each with the forms in which stamps write it; two languages may share one.
MONTHS = (
    "january jan januar janvier janv enero ene gennaio gen janeiro januari stycznia styczen tammikuuta ledna leden"
    " ianuarie ocak января январь янв січня ιανουαριου ιανουαριος ιαν يناير ינואר בינואר januara siječnja siječanj"
    " gener januára sausio janvaris جانفي",
    "february feb februar fevrier fevr febrero febbraio febb fevereiro fev februari lutego luty helmikuuta února únor"
    " februarie subat февраля февраль фев лютого φεβρουαριου φεβρουαριος φεβ فبراير פברואר בפברואר veljače februára"
    " vasario februaris február febrer شباط",
    "march mar marz maerz mars marzo março marco maart marca marzec maaliskuuta března březen martie mart марта март"
    " мар березня μαρτιου μαρτιος مارس מרץ במרץ ožujka kovo marts március març آذار",
    "april apr avril avr abril abr aprile aprilie kwietnia kwiecien huhtikuuta dubna duben nisan апреля апрель апр"
    " квітня απριλιου απριλιος απρ أبريل ابريل אפריל באפריל travnja aprila balandžio aprīlis április نيسان",
    "may mai mayo maggio mag maio mei maja maj toukokuuta května květen mayis мая май травня μαιου μαιος مايو מאי במאי"
    " svibnja mája gegužės maijs május maig أيار",
    "june jun juni juin junio giugno giu junho czerwca czerwiec kesäkuuta června červen iunie haziran июня июнь июн"
    " червня ιουνιου ιουνιος يونيو יוני ביוני lipnja júna birželio jūnijs június juny حزيران",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec heinäkuuta července červenec iulie temmuz июля июль"
    " июл липня ιουλιου ιουλιος يوليو יולי ביולי srpnja júla liepos jūlijs július juliol تموز",
    "august aug août aout agosto ago augustus sierpnia sierpien elokuuta srpna srpen agustos августа август авг серпня"
    " αυγουστου αυγουστος أغسطس اغسطس אוגוסט באוגוסט kolovoza augusta rugpjūčio augusts augusztus agost agustus آب",
    "september sept sep septembre septiembre setiembre settembre sett set setembro września wrzesien syyskuuta září"
    " septembrie eylul сентября сентябрь сен вересня σεπτεμβριου σεπτεμβριος سبتمبر ספטמבר בספטמבר rujna septembra"
    " rugsėjo szeptember setembre أيلول",
    "october oct oktober okt octobre octubre ottobre ott outubro out października pazdziernik lokakuuta října říjen"
    " octombrie ekim октября октябрь окт жовтня οκτωβριου οκτωβριος أكتوبر اكتوبر אוקטובר באוקטובר október"
    " októbra spalio oktobris",
    "november nov novembre noviembre novembro listopada marraskuuta listopadu noiembrie kasim ноября ноябрь ноя"
    " листопада νοεμβριου νοεμβριος نوفمبر נובמבר בנובמבר studenog studenoga novembra lapkričio novembris nopember",
    "december dec dez dezember décembre diciembre dic dicembre dezembro desember grudnia grudzien joulukuuta prosince"
    " prosinec decembrie aralik декабря декабрь дек грудня δεκεμβριου δεκεμβριος ديسمبر דצמבר בדצמבר prosinca decembra"
    " gruodžio decembris desembre des",
)
EASTERN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
PACKED = re.compile(r"(?<![\w.,])(19\d\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w.,])")
SMALL_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
NAMED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:de |of |di |d['’])?(?P<month>[^\W\d_]{2,14})[.,]?[\s-]*"
    r"(?:de |del |of )?(?P<year>\d{4})(?!\d)"
    r"|(?P<month2>[^\W\d_]{2,14})\.?\s(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year2>\d{4})(?!\d)"
    r"|(?<!\d)(?P<year3>\d{4})\.?\s(?P<month3>[^\W\d_]{2,14})\s(?P<day3>\d{1,2})(?!\d)"
)
MONTH_FIRST_REGIONS = frozenset(("us", "ph", "pr", "gu"))
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_STAMP = 200


@cache
def month_numbers() -> dict[str, int]:
    """Return the month of each folded name; forms in which two months collide stand for neither."""
    table: dict[str, int] = {}
    clashing: set[str] = set()
    for number, names in enumerate(MONTHS, 1):
        for name in names.split():
            key = fold(name)
            if table.get(key, number) != number:
                clashing.add(key)
            table[key] = number
    return {name: number for name, number in table.items() if name not in clashing}


def is_month_first(locale: str, text: str = "") -> bool:
    """Tell whether a page of this locale ("en-US", "en_GB", "fr") writes the month before the day.

    English without a region is taken for American, as time stamps of readouts have it.
    """
    language, _, region = locale.lower().replace("_", "-").partition("-")
    return region in MONTH_FIRST_REGIONS or (language in ("", "en") and not region)


def stamp_days(words: str, *, month_first: bool = False) -> list[date]:
    """Return the different days that a stamp names, in the order of the words; impossible ones are passed over."""
    found = [day for day in _days(words[:LONGEST_STAMP], month_first) if day is not None]
    return list(dict.fromkeys(found))


def _days(words: str, month_first: bool) -> Iterator[date | None]:
    """Yield the days that the forms find, the surest form first."""
    for pattern in (EASTERN, YEAR_FIRST, PACKED):
        for match in pattern.finditer(words):
            yield _day(int(match[1]), int(match[2]), int(match[3]))
    for match in NAMED.finditer(words):
        parts = next((key for key in ("", "2", "3") if match[f"day{key}"]), "")
        month = month_numbers().get(fold(match[f"month{parts}"]), 0)
        yield _day(int(match[f"year{parts}"]), month, int(match[f"day{parts}"]))
    for match in SMALL_FIRST.finditer(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        is_american = second > 12 or (month_first and match[2] == "/" and first <= 12)
        yield _day(year, first, second) if is_american else _day(year, second, first)


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` for an impossible one and for years that no page is of."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
