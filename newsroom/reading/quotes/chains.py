"""Read attributions that pass words on, and those in the passive: "X quoted Y as saying", "was called … by Y"."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import REPORTING_ING, SAYING
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.content import only_adjuncts, skip_to_content, trim
from newsroom.reading.quotes.described import named_behind
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.verbs import Verb

TELLING = frozenset("saying telling stating".split())
MAKER_ENDS = frozenset("that as como in on at who which and after during while when despite en durante".split())
REACH, LONGEST_MAKER = 16, 6


@dataclass(slots=True)
class Attribution:
    """Hold an attribution: tokens of the content (last included), cue, speaker, and the rule that found it."""

    first: int
    last: int
    cue_first: int
    cue_last: int
    speaker: Actor | None
    speaker_words: tuple[int, int]
    rule: str
    zone: tuple[int, int]
    reporter: Actor | None = None


def quoting(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "Bernama quoted Ibrahim as saying that CONTENT", "cited a source saying CONTENT": the chain is kept."""
    tokens = clause.tokens
    place = next(
        (
            n
            for n in range(verb.head + 2, min(verb.head + REACH, len(tokens) - 1))
            if tokens[n].low in TELLING or (tokens[n - 1].low == "as" and tokens[n].low in REPORTING_ING)
        ),
        -1,
    )
    if place < 0:
        return None
    cue = place - (tokens[place - 1].low == "as")
    found = _quoted_one(clause, verb.head + 1, cue - 1)
    if found is None:
        return None
    first = place + 1 + (tokens[place + 1].low in ("that", ":"))
    reporter = subjects(clause, number)
    comma = next((n for n in range(verb.first - 1, 0, -1) if tokens[n].text == ","), 0)
    if comma and only_adjuncts(clause, place + 1):  # "CONTENT, X quoted Y as saying on Monday"
        return Attribution(
            0, comma - 1, cue, place, *found, "quoted-as-saying", (comma, len(tokens)),
            reporter[0].actor if reporter else None,
        )  # fmt: skip
    return Attribution(
        first, trim(clause, first, len(tokens) - 1), cue, place, *found, "quoted-as-saying", (verb.first, first),
        reporter[0].actor if reporter else None,
    )  # fmt: skip


def _quoted_one(clause: Clause, first: int, last: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return who is quoted: a name, else people without one ("another intelligence source")."""
    named = [m for m in clause.mentions if first <= m.first and m.last <= last and m.form != "adjective"]
    is_people = clause.words[last] in HUMAN and bool(named) and named[0].actor.kind in ("country", "body")
    if named and not is_people:
        one = named_behind(clause, named[0])
        return one.actor, (named[0].first, one.last)
    words = set(clause.words[first : last + 1])
    if not HUMAN & words:
        return None
    first += clause.words[first] in ("a", "an", "the", "another", "one")
    return Actor("plain", clause_words(clause, first, last)), (first, last)


def judged_by(clause: Clause, verb: Verb) -> Attribution | None:
    """Read "was described by X as “CONTENT”", "was called “CONTENT” by X": only with quoted words."""
    tokens = clause.tokens
    for place in range(verb.head + 1, min(verb.head + REACH, len(tokens) - 1)):
        if tokens[place].low not in ("by", "por") or clause.quoted[place]:
            continue
        found = _maker_behind(clause, place + 1)
        if found is None:
            return None
        actor, words = found
        first, last = words[1] + 1, trim(clause, words[1] + 1, len(tokens) - 1)
        first += first <= last and tokens[first].low in ("as", "como")
        if any(clause.quoted[verb.head + 1 : place]):
            first, last = verb.head + 1 + (tokens[verb.head + 1].low in ("as", "como")), place - 1
        if first <= last and clause.quoted[first] and not clause.quoted[verb.head]:
            return Attribution(first, last, verb.first, verb.head, actor, words, "judging", (verb.first, first))
        return None
    return None


def _maker_behind(clause: Clause, first: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return whom "by" names: a mention and the noun behind it that it describes, else people without a name."""
    if first >= len(clause.words):
        return None
    mention = clause.named.at(first) or clause.named.at(first + (clause.words[first] in ("a", "an", "the")))
    last = mention.last if mention is not None else first
    while last + 1 < len(clause.tokens) and last - first < LONGEST_MAKER and clause.words[last + 1] not in MAKER_ENDS:
        if not clause.tokens[last + 1].is_word or clause.quoted[last + 1]:
            break
        last += 1
    start = first + (clause.words[first] in ("a", "an", "the"))
    is_people = clause.words[last] in HUMAN and (mention is None or last > mention.last)
    if mention is not None and not is_people:
        return mention.actor, (mention.first, mention.last)
    return (Actor("plain", clause_words(clause, start, last)), (start, last)) if is_people else None


def impersonal(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "It was noted that CONTENT": whoever spoke in the sentence before goes on."""
    if (told := _told_by(clause, verb)) is not None:
        return told
    opener = clause.named.at(verb.first - 1) if verb.first else None
    if verb.lemma not in SAYING or opener is None or clause.words[opener.first] != "it":
        return None
    first, has_that = skip_to_content(clause, number)
    last = trim(clause, first, len(clause.tokens) - 1)
    if not has_that or last < first or clause.words[verb.head + 1] != "that":
        return None
    speaker = Actor("pronoun", "it") if opener.actor.kind == "country" else opener.actor
    words = (opener.first, opener.last)
    return Attribution(first, last, verb.first, verb.head, speaker, words, "cue.before", (opener.first, first))


def _told_by(clause: Clause, verb: Verb) -> Attribution | None:
    """Read "X was told by Y that CONTENT", "it was announced by Y (on Monday) that CONTENT"."""
    by = verb.head + 1
    found = _maker_behind(clause, by + 1) if clause.words[by : by + 1] == ["by"] and verb.lemma in SAYING else None
    if found is None:
        return None
    opening = found[1][1] + 1
    timed = next((time.last + 1 for time in clause.times if 0 <= time.first - opening <= 1), opening)
    first = timed + 1
    if clause.words[timed : timed + 1] != ["that"] or first >= len(clause.tokens):
        return None
    last = trim(clause, first, len(clause.tokens) - 1)
    return Attribution(first, last, verb.first, verb.head, *found, "cue.before", (verb.first, first))


def settle(clause: Clause, found: list[Attribution]) -> list[Attribution]:
    """Drop attributions that repeat another; content-first ones swallow nothing that a later cue owns."""
    kept: list[Attribution] = []
    if not found:
        return kept
    trailing = [one for one in found if one.rule == "cue.after"]
    starts = [one.speaker_words[0] for one in found if one.rule in ("participle", "accusing")]
    apart = [n for n in starts if n > 1 and clause.words[n - 1] == "with"]  # ", with X vowing “…”"
    for one in found:
        one.last = next((trim(clause, one.first, n - 2) for n in apart if one.first < n <= one.last), one.last)
        one.last = next((trim(clause, one.first, n - 2) for n in _joined(clause, one, found)), one.last)
        one.last = next((trim(clause, one.first, n - 3) for n in _other(clause, one, found)), one.last)
        for outer in trailing:  # what an outer cue behind it closes, an inner content does not pass
            if outer is not one and outer.first <= one.cue_first < outer.last < one.last:
                one.last = outer.last
    for one in sorted(found, key=lambda a: (a.cue_first, a.first)):
        one.last = trim(clause, one.first, one.last) if not clause.quoted[one.last] else one.last
        if one.last < one.first or any(one.cue_first == other.cue_first for other in kept):
            continue
        kept.append(one)
    return kept


def _other(clause: Clause, one: Attribution, found: list[Attribution]) -> list[int]:
    """Return where another without a name is said to say something else: "X said A, but a source said B"."""
    starts = []
    for other in found:
        start = other.speaker_words[0] - (clause.words[other.speaker_words[0] - 1] in ("a", "an", "the", "one"))
        is_other = other.rule == "cue.before" and one.rule in ("cue.before", "according-to")
        is_other = is_other and other.speaker is not one.speaker
        is_apart = clause.words[start - 2 : start] in ([",", "but"], [",", "while"])
        if is_other and is_apart and one.first < start - 2 and other.cue_first <= one.last:
            starts.append(start)
    return starts


def _joined(clause: Clause, one: Attribution, found: list[Attribution]) -> list[int]:
    """Return the cues of the same speaker that "and" joins within a content and behind which quoted words stand."""
    return [
        other.cue_first
        for other in found
        if one.first < other.cue_first <= one.last
        and other.speaker is one.speaker
        and clause.words[other.cue_first - 1] in ("and", "but", "y", "e")
        and (any(clause.quoted[other.first : other.first + 3]) or clause.words[other.first - 1] == "que")
        and any(clause.quoted[one.first : other.cue_first])
    ]
