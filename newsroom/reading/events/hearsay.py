"""Tell what a text gives only as a rumour: "reportedly", "a paper said citing anonymous sources"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause

HEARSAY = frozenset("reportedly allegedly purportedly supposedly supuestamente presuntamente".split())
CITING = frozenset(("citing", "quoting"))
CUES = HEARSAY | CITING | {"unconfirmed"}
UNNAMED = frozenset("anonymous unidentified unnamed undisclosed".split())
NEAR = 3  # how near to the act a word of hearsay stands, or "anonymous" to "citing"


def is_hearsay(clause: Clause, first: int, last: int, *, is_said: bool = False) -> bool:
    """Tell whether a text gives the act between two tokens only as a rumour; of what ``is_said``, at the verb alone."""
    if clause.lows.isdisjoint(CUES):
        return False
    lows = clause.words
    if is_said:
        return not HEARSAY.isdisjoint(lows[max(0, first - 1) : first])
    if not HEARSAY.isdisjoint(lows[max(0, first - NEAR) : last + NEAR]) or "unconfirmed" in lows[:first]:
        return True
    cited = next((place for place, low in enumerate(lows) if low in CITING and place > last), -1)
    is_unnamed = cited >= 0 and not UNNAMED.isdisjoint(lows[cited : cited + NEAR + 1])
    return is_unnamed and not any(clause.quoted[first:cited])
