"""Date what came right after a harm that the story tells before: "shortly after the attack", "in its aftermath"."""

from __future__ import annotations

from newsroom.reading.analysis import Article
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.carrying import DEFAULTS, ISO_DAY
from newsroom.reading.events.left_open import HARMS
from newsroom.reading.events.noun_phrases import is_known
from newsroom.reading.events.reasons import SOON
from newsroom.reading.timing import Dated

STRUCK = frozenset(("force", "clash"))
AFTER, ADJACENT, NEAR = frozenset(("after", "following")), 2, 5  # tokens round "shortly after the attack"


def date_responses(article: Article, merged: list[Candidate]) -> None:
    """Give what came "in the aftermath of the raid", undated itself, a day from that of the raid told before it on."""
    struck: list[Candidate] = []
    for one in merged:
        if one.modality != "happened" or one.date is None:
            continue
        if one.family in STRUCK and one.date.words:
            struck.append(one)
        if one.date.rule not in DEFAULTS | {"after-older"} or not _is_right_after_harm(one):
            continue
        mine = set(one.parties.countries)
        told = (other.date for other in reversed(struck) if mine <= set(other.parties.countries))
        day = next((date for date in told if date is not None), None)
        if day is not None:
            is_day = len(day.edtf) == ISO_DAY
            edtf = f"[{day.edtf}..{article.base}]" if is_day and article.base else day.edtf
            one.date = Dated(edtf, "", 0, 0, "day-of-harm")


def _is_right_after_harm(one: Candidate) -> bool:
    """Tell whether an act came right after a harm told before: "shortly after the attack", "in its aftermath"."""
    words = one.clause.words
    for place in range(one.trigger[1] + 1, len(words) - 1):
        is_close = words[place] in AFTER and not SOON.isdisjoint(words[max(0, place - ADJACENT) : place])
        if is_close or words[place - 1 : place + 1] == ["aftermath", "of"]:
            near = range(place + 1, min(place + NEAR, len(words)))
            return any(words[n] in HARMS and is_known(one.clause, n) for n in near)
    return False
