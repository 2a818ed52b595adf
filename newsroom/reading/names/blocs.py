"""Know the small groups of states by the name under which they act, with their members on a day.

A bloc of more than eight states is an organisation and no list of parties: its members are not said to have acted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsroom.reading.sentences import Token

# Name, members, first day, first day on which it no longer was so; empty: not limited here.
_ROWS = """
e3|FR DE GB||
e3 + 3|CN FR DE RU GB US|2006-06-06|2018-05-08
p5 + 1|CN FR DE RU GB US|2006-06-06|2018-05-08
5 + 1|CN FR DE RU GB US|2006-06-06|2018-05-08
group 5 + 1|CN FR DE RU GB US|2006-06-06|2018-05-08
six powers|CN FR DE RU GB US|2006-06-06|2018-05-08
six world powers|CN FR DE RU GB US|2006-06-06|2018-05-08
six major powers|CN FR DE RU GB US|2006-06-06|2018-05-08
six major world powers|CN FR DE RU GB US|2006-06-06|2018-05-08
six gulf|BH KW OM QA SA AE|1981-05-25|
six big powers|CN FR DE RU GB US|2006-06-06|2018-05-08
p4 + 1|CN FR DE RU GB|2018-05-08|
p5|CN FR RU GB US|1971-10-25|
five permanent members of the security council|CN FR RU GB US|1971-10-25|
five permanent members of the un security council|CN FR RU GB US|1971-10-25|
baltic|EE LV LT|1991-09-06|
benelux|BE NL LU||
nordic|DK FI IS NO SE||
visegrad|CZ HU PL SK|1993-01-01|
visegrad four|CZ HU PL SK|1993-01-01|
visegrad group|CZ HU PL SK|1993-01-01|
v4|CZ HU PL SK|1993-01-01|
weimar triangle|FR DE PL|1991-08-28|
lublin triangle|LT PL UA|2020-07-28|
quad|AU IN JP US|2017-11-12|
aukus|AU GB US|2021-09-15|
anzus|AU NZ US|1951-09-01|1986-08-11
five eyes|AU CA GB NZ US||
g7|CA FR DE IT JP GB US|1976-06-27|1997-06-20
g7|CA FR DE IT JP GB US|2014-03-24|
g8|CA FR DE IT JP RU GB US|1997-06-20|2014-03-24
brics|BR CN IN RU|2009-06-16|2010-12-24
brics|BR CN IN RU ZA|2010-12-24|2024-01-01
gcc|BH KW OM QA SA AE|1981-05-25|
gulf cooperation council|BH KW OM QA SA AE|1981-05-25|
mercosur|AR BR PY UY|1991-03-26|2012-07-31
mercosur|AR BR PY UY VE|2012-07-31|2017-08-05
mercosur|AR BR PY UY|2017-08-05|2024-07-08
mercosur|AR BO BR PY UY|2024-07-08|
pacific alliance|CL CO MX PE|2011-04-28|
andean community|BO CO EC PE|2006-04-22|
csto|AM BY KZ KG RU TJ|2012-12-19|
eurasian economic union|AM BY KZ KG RU|2015-08-12|
eaeu|AM BY KZ KG RU|2015-08-12|
sahel alliance|BF ML NE|2023-09-16|
alliance of sahel states|BF ML NE|2023-09-16|
g5 sahel|BF ML MR NE TD|2014-02-16|2022-05-15
northern triangle|GT HN SV||
east african community|KE TZ UG|2000-07-07|2007-07-01
east african community|BI KE RW TZ UG|2007-07-01|2016-04-15
south caucasus|AM AZ GE|1991-12-26|
central asian|KZ KG TJ TM UZ|1991-12-26|
maghreb|DZ LY MA MR TN||
"""
COUNTED = frozenset(("five", "six", "5", "group"))  # how many they are: these are not written with a capital
_Members = tuple[tuple[str, ...], date, date]


def _table() -> dict[str, list[tuple[tuple[str, ...], _Members]]]:
    """Return the blocs by the first word of their names, the longest name first."""
    table: dict[str, list[tuple[tuple[str, ...], _Members]]] = {}
    for row in _ROWS.strip().splitlines():
        name, codes, first, until = row.split("|")
        words = tuple(name.split())
        span = date.fromisoformat(first or "1900-01-01"), date.fromisoformat(until or "9999-12-31")
        table.setdefault(words[0], []).append((words, (tuple(codes.split()), *span)))
    for names in table.values():
        names.sort(key=lambda one: -len(one[0]))
    return table


_BLOCS = _table()
FIRST_WORDS = frozenset(_BLOCS)


def bloc_at(tokens: Sequence[Token], start: int, on: date | None) -> tuple[int, tuple[str, ...]] | None:
    """Return the last token of a bloc's name at ``start`` and its members on the day (without one: its latest)."""
    if tokens[start].low not in _BLOCS or not (tokens[start].is_capital or tokens[start].low in COUNTED):
        return None
    found = None
    for words, (codes, first, until) in _BLOCS[tokens[start].low]:
        if found is not None and len(words) < found[0] - start + 1:
            break
        is_then = on is None or first <= on < until
        if is_then and tuple(token.low for token in tokens[start : start + len(words)]) == words:
            found = start + len(words) - 1, codes
    return found
