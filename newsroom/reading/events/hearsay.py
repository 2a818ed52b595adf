"""Tell what a text gives only as a rumour, or as a tale: "reportedly", "citing anonymous sources", "in the film"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause

HEARSAY = frozenset("reportedly allegedly purportedly supposedly supuestamente presuntamente".split())
CITING = frozenset(("citing", "quoting"))
CUES = HEARSAY | CITING | {"unconfirmed"}
UNNAMED = frozenset("anonymous unidentified unnamed undisclosed".split())
TALES = frozenset(
    "film movie novel play series drama documentary book game simulation simulations scenario scenarios exercise drill"
    " wargame wargames thriller comedy opera pelicula novela".split()
)
SHOWING = frozenset(
    "show shows showed depict depicts portray portrays imagine imagines envisage feature features simulate".split()
)
SHOWN = 12  # words of a sentence among which a tale is said to show something
OPENING = 5  # words that open a sentence
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


def is_fiction(clause: Clause) -> bool:
    """Tell whether a sentence tells what a film or a drill plays: "In the novel, Peru invades", "simulations show"."""
    if clause.lows.isdisjoint(TALES):
        return False
    lead = clause.words[:OPENING]
    if lead[0] in ("in", "en") and "," in lead:
        return not TALES.isdisjoint(lead)
    return not TALES.isdisjoint(lead) and not SHOWING.isdisjoint(clause.words[:SHOWN])
