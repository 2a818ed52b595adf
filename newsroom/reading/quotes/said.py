"""Hold a statement on its way from the text to a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.names.people import Actor
from newsroom.reading.timing import Dated


@dataclass(slots=True)
class Said:
    """Hold a statement on its way: offsets of its words, its speaker, cue and date."""

    start: int
    end: int
    speech: str
    speaker: Actor | None
    rule: str
    cue: tuple[int, int] = (0, 0)
    speaker_span: tuple[int, int] = (0, 0)
    date: Dated | None = None
    channel: str = ""
    channel_span: tuple[int, int] = (0, 0)
    reporter: Actor | None = None
    clause: int = 0


def replace(base: Said, start: int, end: int, speech: str) -> Said:
    """Return a copy with its stretch and kind of speech."""
    return Said(
        start,
        end,
        speech,
        base.speaker,
        base.rule,
        base.cue,
        base.speaker_span,
        base.date,
        base.channel,
        base.channel_span,
        base.reporter,
        base.clause,
    )


def without_nested(said: list[Said]) -> list[Said]:
    """Drop indirect statements that lie wholly inside another's content with the same speaker."""
    kept: list[Said] = []
    last_at = {(one.start, one.end): one for one in said}
    for one in said:
        if last_at[one.start, one.end] is not one:
            continue
        if one.speech == "indirect" and any(
            other is not one
            and other.clause == one.clause
            and other.start <= one.start
            and one.end <= other.end
            and (other.start, other.end) != (one.start, one.end)
            and other.speech != "official_text"
            and (other.speaker is one.speaker or one.rule in ("cue.before", "participle"))
            for other in said
        ):
            continue
        kept.append(one)
    return kept
