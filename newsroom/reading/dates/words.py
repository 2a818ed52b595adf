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
SPANISH_WEEKDAYS = frozenset("lunes martes miercoles jueves viernes sabado domingo".split())
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
NUMBERS |= {
    word: number
    for number, words in (
        (13, "thirteen trece"),
        (14, "fourteen catorce"),
        (15, "fifteen quince"),
        (16, "sixteen dieciseis"),
        (17, "seventeen diecisiete"),
        (18, "eighteen dieciocho"),
        (19, "nineteen diecinueve"),
        (20, "twenty veinte"),
        (30, "thirty treinta"),
        (40, "forty cuarenta"),
        (50, "fifty cincuenta"),
        (60, "sixty sesenta"),
        (70, "seventy setenta"),
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
    "weekends": "weekend",
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
    "anteayer": -2,
    "antier": -2,
    "anteanoche": -2,
    "antenoche": -2,
    "tomorrow": 1,
    "overnight": 0,
    "anoche": -1,
    "manana": 1,
}
EARLY = frozenset("early principios inicios comienzos".split())
LATE = frozenset("late finales fines".split())
MID = frozenset("mid middle mediados".split())
PAST_WORDS = frozenset("last past previous pasado pasada pasados pasadas ultimo ultima ultimos ultimas".split())
NEXT_WORDS = frozenset("next coming following proximo proxima proximos proximas upcoming".split())
LATELY, LONG = "lately", "long"  # the relations of "in the past few days", of "for years"
ADVERBIAL = frozenset(("ago", LATELY, LONG))  # of a recent time that describes no noun
LAST_BUT_ONE, NEXT_BUT_ONE = "past-but-one", "next-but-one"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SEASONS = {  # northern, as EDTF numbers them
    "spring": 21,
    "primavera": 21,
    "summer": 22,
    "verano": 22,
    "fall": 23,
    "autumn": 23,
    "otono": 23,
    "winter": 24,
    "invierno": 24,
}
VAGUE = frozenset("several few some many recent various varios varias pocos pocas unos unas".split())
DIRECTED = PAST_WORDS | NEXT_WORDS
DIRECTED_OR_THIS = DIRECTED | {"this", "este", "esta"}
BEHIND_UNIT = PAST_WORDS | frozenset("proximo proxima entrante venidero venidera".split())
