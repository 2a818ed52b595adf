"""Date an act that was done hours after what is told shortly before it: "Hours later, Peru recalled its envoy"."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.analysis import Article
from newsroom.reading.dates import Resolved
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.newness import goes_back, is_earlier, telling
from newsroom.reading.timing import Dated

SPANS = frozenset("hours minutes moments horas minutos".split())
NEARLY = frozenset("soon shortly immediately poco".split())
LATER = frozenset("later afterwards afterward thereafter despues".split())
NOT_FREE = frozenset(("de", "del", "que"))  # "horas después de que" counts from what follows it
BACK = 3  # how many sentences back the day may stand
BOUNDS = frozenset(("since", "until", "before", "by", "of"))


def soon_after(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the day, told shortly before an act, hours after which it was done."""
    verb = telling(one)
    if verb is None or verb.tense != "past" or verb.is_perfect or is_earlier(one) or goes_back(one.clause):
        return None
    if not _is_soon(one.clause.words) or article.base is None:
        return None
    for number in range(one.clause.number - 1, max(-1, one.clause.number - 1 - BACK), -1):
        clause = article.clauses[number]
        days = [time for time in clause.times if time.relation not in BOUNDS and time.kind != "shift"]
        if days:
            found = times.get((number, days[0].first))
            if found is None or not found.is_day or found.latest is None or found.latest > article.base:
                return None
            return Dated(found.edtf, "", 0, 0, "hours-after")
    return None


def _is_soon(words: list[str]) -> bool:
    """Tell whether a sentence says that it was hours later: "hours later", "shortly afterwards", "horas después"."""
    for place, (word, behind) in enumerate(pairwise(words)):
        is_more = behind == "mas" and words[place + 2 : place + 3] == ["tarde"]  # "horas más tarde"
        is_free = behind in LATER and NOT_FREE.isdisjoint(words[place + 2 : place + 3])
        if (word in SPANS and (is_free or is_more)) or (word in NEARLY and is_free and behind != "later"):
            return True
    return False
