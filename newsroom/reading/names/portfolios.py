"""Find what an office or a ministry is for, behind its noun: "for Trade and Industry"."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.names.phrases import title_at
from newsroom.reading.names.titles import PORTFOLIO_ENDS
from newsroom.reading.sentences import Token

OF_PORTFOLIOS = frozenset("ministry department secretariat office".split())


def portfolio_behind(tokens: Sequence[Token], index: int) -> int:
    """Return the place behind what an office is for ("for Political Affairs"), else ``index``."""
    if index + 1 >= len(tokens) or tokens[index].low not in ("for", "of", "and"):
        return index
    end = _portfolio_end(tokens, index)
    is_name_next = end + 1 < len(tokens) and tokens[end + 1].is_capital and title_at(tokens, end + 1) is None
    return end + 1 if end > index and is_name_next else index


def _portfolio_end(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of the portfolio behind a preposition, else ``index``, where that stands."""
    end = index
    for place in range(index + 1, min(len(tokens), index + 9)):
        token = tokens[place]
        if not (token.is_capital and token.is_word) and token.low not in ("the", "and", "of", "&", ","):
            break
        if token.is_capital and token.low in PORTFOLIO_ENDS:
            end = place
    return end


def portfolio_of_body(tokens: Sequence[Token], noun: int) -> int:
    """Return the last token of what a body is for ("Ministry of Trade and Industry"), else its own noun."""
    after = tokens[noun + 1].low if noun + 1 < len(tokens) else ""
    end = _portfolio_end(tokens, noun + 1) if tokens[noun].low in OF_PORTFOLIOS and after in ("of", "for") else 0
    return end if end > noun + 1 else noun
