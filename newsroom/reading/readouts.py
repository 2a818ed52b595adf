"""Find by whom a readout is put out that opens with a line of its own: "A Downing Street spokesperson said:"."""

from __future__ import annotations

import re

from newsroom.reading.clean import Cleaned

OPENING = re.compile(
    r"(?:An? |The )?(?P<who>[A-Z][^\n:,.“\"]{3,80}? (?:[Ss]pokes(?:person|man|woman)|[Oo]ffice|[Mm]inistry)) "
    r"(?:said|stated)(?: (?:today|on [A-Z][a-z]+day|in a statement)){0,2}:"
)
ABOVE = ("headline", "headline or caption")  # what a text is left without at its head
MOST_ABOVE = 2  # paragraphs up to that line: the first may sum up what follows
MARKS = ("“", '"', "«", "‘", "'")


def opening_voice(cleaned: Cleaned) -> str:
    """Return who is said to say all that follows without marks, by the line with which a text opens; else nothing."""
    kept = cleaned.paragraphs[: MOST_ABOVE + 1]
    opening = [part.text for part in cleaned.dropped if part.reason in ABOVE]
    opening += [part.text for part in kept[:MOST_ABOVE]]
    match = next((found for text in opening if (found := OPENING.fullmatch(text.strip()))), None)
    is_marked = any(part.text.startswith(MARKS) for part in kept)
    return match["who"] if match is not None and not is_marked else ""
