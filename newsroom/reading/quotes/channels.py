"""Name the channel of a statement: press conference, post on X, interview, written statement, an outlet."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.quotes.chains import Attribution

PLATFORMS = {
    "x": "X",
    "twitter": "Twitter",
    "facebook": "Facebook",
    "telegram": "Telegram",
    "instagram": "Instagram",
    "weibo": "Weibo",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
}
OCCASIONS = frozenset(
    "conference interview statement speech letter briefing address communique readout remarks post tweet".split()
)
BEFORE = frozenset(
    "press news joint daily morning weekly televised written radio tv television exclusive a his her the its in".split()
)
NAMED = OCCASIONS | frozenset(PLATFORMS)


def find_channel(text: str, clause: Clause, one: Attribution) -> tuple[str, tuple[int, int]]:
    """Return the channel named near a cue and its offsets; empty where the sentence names none."""
    if clause.words[one.cue_last] in ("tweeted", "tweets"):
        return "Twitter", clause.span(one.cue_last, one.cue_last)
    if clause.lows.isdisjoint(NAMED):
        return _addressed(text, clause, one)
    places = [
        place for place in range(len(clause.tokens)) if not one.first <= place <= one.last and not clause.quoted[place]
    ]
    for place in places:
        low = clause.words[place]
        before = clause.words[place - 1] if place else ""
        if low in PLATFORMS and clause.tokens[place].is_capital and before == "on":
            post = any(token.low in ("post", "posted", "message") for token in clause.tokens[max(0, place - 3) : place])
            return ("post on " if post else "") + PLATFORMS[low], clause.span(place, place)
    for place in places:
        if clause.words[place] in OCCASIONS and place and clause.words[place - 1] in BEFORE:
            first = place
            while first and clause.words[first - 1] in BEFORE - {"a", "his", "her", "the", "its", "in"}:
                first -= 1
            start, end = clause.span(first, place)
            return text[start:end], (start, end)
    return _addressed(text, clause, one)


def _addressed(text: str, clause: Clause, one: Attribution) -> tuple[str, tuple[int, int]]:
    """Return whom a speaker told it, with the offsets; empty where the cue is another one."""
    if clause.words[one.cue_last] in ("told", "tells"):
        place = one.cue_last + 1
        end = place
        while (
            end < min(place + 4, len(clause.tokens))
            and clause.tokens[end].is_word
            and clause.words[end] not in ("that", "on", "in", "the")
        ):
            end += 1
        if end > place:
            start, stop = clause.span(place, end - 1)
            return text[start:stop], (start, stop)
    return "", (0, 0)
