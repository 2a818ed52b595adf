"""Hold a statement on its way from the text to a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.clean.furniture import AGENCIES
from newsroom.reading.names.outlets import KIND
from newsroom.reading.names.people import Actor
from newsroom.reading.sentences import fold
from newsroom.reading.timing import Dated

LONGEST_LIST = 60
LONGEST_KIND = 3  # words that say what an outlet is before its name: "news website Andes Now"
LONGEST_OPENING = 40  # characters before who is told to have said all that an outlet reports
SUBORDINATING = frozenset("after before since because when while until as though although which who".split())
MEDIA = frozenset(
    "newspaper daily weekly magazine television tv radio channel broadcaster outlet media website portal site".split()
)


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


def passed_on(text: str, said: list[Said]) -> list[Said]:
    """Return the statements without what an agency or a paper reports that somebody said; it becomes his reporter.

    What is only told beside its own news ("the move came after X said") is no such report.
    """
    dropped: set[int] = set()
    for outer in said:
        if outer.speech not in ("indirect", "mixed") or outer.speaker is None or not _is_medium(outer.speaker):
            continue
        for one in said:
            is_inside = one is not outer and one.clause == outer.clause and one.speaker is not outer.speaker
            is_told = outer.start <= one.cue[0] < one.cue[1] <= outer.end  # "X said, according to TASS, that"
            is_behind = outer.speech == "indirect" or outer.cue[0] >= one.end  # "“…,” X said, TASS reported"
            opening = text[outer.start : min(one.start, one.cue[0], one.speaker_span[0] or one.start)]
            is_first = len(opening) <= LONGEST_OPENING and SUBORDINATING.isdisjoint(fold(opening).split())
            if is_inside and is_told and is_behind and one.rule != "noun" and is_first:
                one.reporter = one.reporter or outer.speaker
                dropped.add(id(outer))
    return [one for one in said if id(one) not in dropped]


def _is_medium(actor: Actor) -> bool:
    """Tell whether an actor is an agency, a paper or a station."""
    words = fold(actor.name).split()
    return (
        fold(actor.name) in AGENCIES
        or actor.office == KIND
        or words[-2:] == ["news", "agency"]
        or (actor.kind != "person" and not MEDIA.isdisjoint((*words[-1:], *words[1:LONGEST_KIND])))
    )


def without_nested(said: list[Said]) -> list[Said]:
    """Drop repeats, and indirect statements that lie wholly inside another's content in the same sentence."""
    by_clause: dict[int, list[Said]] = {}
    for one in said:
        by_clause.setdefault(one.clause, []).append(one)
    kept = [one for one in said if not _is_nested(one, by_clause[one.clause][-LONGEST_LIST:])]
    return [one for one in kept if not _repeats_cue(one, by_clause[one.clause][-LONGEST_LIST:])]


def _repeats_cue(one: Said, others: list[Said]) -> bool:
    """Tell whether a statement only adds a cue to another of the same speaker: "X stressed that …, X's note said"."""
    return one.rule == "cue.after" and any(
        other is not one
        and other.speaker is one.speaker
        and one.start <= other.cue[0] < one.end
        and other.end <= one.end
        for other in others
    )


def _is_nested(one: Said, others: list[Said]) -> bool:
    """Tell whether another statement of the sentence holds this one, or repeats it."""
    for other in others:
        if other is one or other.speech == "official_text":
            continue
        is_own = other.start <= one.start and one.end <= other.end and other.speaker is one.speaker
        if is_own and other.rule == "cue.after" and other.start <= one.cue[0] < other.end:
            continue  # "X stressed that …, the statement said": the words are X's, see below
        is_same = (other.start, other.end) == (one.start, one.end)
        if is_same and others.index(other) > others.index(one):
            return True
        holds = not is_same and one.speech == "indirect" and other.start <= one.start and one.end <= other.end
        is_news = other.speaker is not None and _is_medium(other.speaker)  # "TASS says X left after Y told Z that"
        is_news = is_news and one.speaker is not None and one.speaker.kind == "person"
        if holds and not is_news and (other.speaker is one.speaker or one.rule in ("cue.before", "participle")):
            return True
    return False
