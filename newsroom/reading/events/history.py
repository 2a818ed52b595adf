"""Find the sentences that go on with old history: which time they are of, and what ties them to what came before."""

from __future__ import annotations

from datetime import timedelta

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved

OLD = 31  # days
FIRST = 2  # the token before which a word opens a sentence
# What ties a sentence to the one before it, over the end of a paragraph too.
LINKED = frozenset((("in", "turn"), ("in", "response"), ("in", "return"), ("in", "retaliation"), ("en", "respuesta")))
AT_ONCE = frozenset("immediately subsequently afterwards thereafter".split())


def history(article: Article, times: dict[tuple[int, int], Resolved]) -> dict[int, str]:
    """Return the sentences that go on with old history: no time of their own, behind one with none but old times.

    Each has the time of that one, where it tells no more than one thing of one time.
    """
    found: dict[int, str] = {}
    is_old_before, paragraph, told = False, -1, ""
    for clause in article.clauses:
        is_next = is_old_before and not clause.times
        is_old_before = True
        if is_next and (clause.sentence.paragraph == paragraph or is_linked(clause)):
            found[clause.number] = told
        elif is_gone(article, times, clause):
            told = _only_time(times, clause)
        elif turned := _turn(article, times, clause):
            told = turned
        else:
            is_old_before = False
        paragraph = clause.sentence.paragraph
    return found


def is_linked(clause: Clause) -> bool:
    """Tell whether a sentence goes on at once with the one before it: "cut ties immediately", "Chile, in turn, …"."""
    words = clause.words
    if any((words[n], words[n + 1]) in LINKED for n in range(len(words) - 1)):
        return True
    ending = [token.low for token in clause.tokens[-2:] if token.is_word]
    return "immediately" in ending or not AT_ONCE.isdisjoint(words[:FIRST])


def _turn(article: Article, times: dict[tuple[int, int], Resolved], clause: Clause) -> str:
    """Return the old time since which something is so, where a sentence says what came then: "since May, when X …"."""
    if len(clause.times) != 1 or article.base is None:
        return ""
    time = clause.times[0]
    resolved = times.get((clause.number, time.first))
    behind = clause.words[time.last + 1 : time.last + 3]
    if time.relation != "since" or resolved is None or resolved.earliest is None or "when" not in behind:
        return ""
    is_old = resolved.earliest < article.base - timedelta(days=OLD)
    return resolved.edtf.removesuffix("/..") if is_old else ""


def _only_time(times: dict[tuple[int, int], Resolved], clause: Clause) -> str:
    """Return when the one thing took place that a sentence tells: its most exact time, within all others."""
    if sum(verb.is_finite and not verb.is_infinitive for verb in clause.verbs) != 1:
        return ""
    found = [times[clause.number, time.first] for time in clause.times if (clause.number, time.first) in times]
    spans = [(one.earliest, one.latest, one.edtf) for one in found if one.earliest and one.latest]
    if len(spans) != len(clause.times):
        return ""
    first, last, edtf = min(spans, key=lambda span: span[1] - span[0])
    return edtf if all(span[0] <= first and last <= span[1] for span in spans) else ""


def is_gone(article: Article, times: dict[tuple[int, int], Resolved], clause: Clause) -> bool:
    """Tell whether a sentence in the past has times, and all of them lie more than a month before the story."""
    verb = next((v for v in clause.verbs if v.is_finite), None)
    if article.base is None or not clause.times or verb is None or verb.tense != "past":
        return False
    limit = article.base - timedelta(days=OLD)
    for time in clause.times:
        resolved = times.get((clause.number, time.first))
        edge = None if resolved is None else resolved.earliest if time.relation == "began" else resolved.latest
        if edge is None or edge >= limit:
            return False
    return True
