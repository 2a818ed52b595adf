"""Hold the words of time in English and Spanish."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lunes",
            "tuesday tue tues martes",
            "wednesday wed miercoles",
            "thursday thu thur thurs jueves",
            "friday fri viernes",
            "saturday sat sabado",
            "sunday sun domingo",
        )
    )
    for name in names.split()
}
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
SHORT_MONTHS = frozenset("mar may sep dec ene abr ago dic jan feb apr jun jul aug sept oct nov".split())
NUMBERS = {
    word: number
    for number, words in enumerate(
        "zero cero|a an one un una uno|two dos couple|three tres|four cuatro|five cinco|six seis|seven siete"
        "|eight ocho|nine nueve|ten diez|eleven once|twelve doce".split("|")
    )
    for word in words.split()
}
UNITS = {
    "day": "day",
    "days": "day",
    "dia": "day",
    "dias": "day",
    "week": "week",
    "weeks": "week",
    "semana": "week",
    "semanas": "week",
    "month": "month",
    "months": "month",
    "mes": "month",
    "meses": "month",
    "year": "year",
    "years": "year",
    "ano": "year",
    "anos": "year",
    "hour": "hour",
    "hours": "hour",
    "hora": "hour",
    "horas": "hour",
    "weekend": "weekend",
    "fortnight": "fortnight",
    "decade": "decade",
    "decades": "decade",
}
PARTS_OF_DAY = frozenset("morning afternoon evening night midnight noon midday dawn manana tarde noche".split())
DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "hoy": 0,
    "yesterday": -1,
    "ayer": -1,
    "tomorrow": 1,
    "overnight": 0,
    "anoche": -1,
}
EARLY = frozenset("early principios".split())
LATE = frozenset("late finales".split())
MID = frozenset("mid middle mediados".split())
PAST_WORDS = frozenset("last past previous pasado pasada ultimo ultima ultimos ultimas".split())
NEXT_WORDS = frozenset("next coming following proximo proxima upcoming".split())
