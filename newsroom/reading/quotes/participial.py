"""Find attributions of participles: ", adding that CONTENT", "opened by saying CONTENT", ", with X insisting that"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import ACCUSING, JUDGING, SAYING, SPEECH_MEDIA
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.calling import gives_name
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import CLOSERS, STRESSING, TELLING, content_end, skip_to_content, trim
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.quotes.relatives import is_of_reaction, is_of_text, speaker_within
from newsroom.reading.quotes.speakers import speaker_of
from newsroom.reading.quotes.texts import governing
from newsroom.reading.quotes.unnamed import SOME_PEOPLE
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, Verb

REPORTING = SAYING | JUDGING | ACCUSING
STATING = STRESSING | frozenset(("describe", "accuse", "affirm", "voice", "call", "urge", "convey", "advise"))
# Participles that cue with the words behind them, and "that": ", pointing to the fact that CONTENT".
FIXED: dict[str, tuple[tuple[str, ...], ...]] = {
    "pointing": (("out",), ("to", "the", "fact")),
    "drawing": (("attention", "to", "the", "fact"),),
    "citing": (("the", "fact"),),
    "making": (("clear",), ("it", "clear"), ("plain",)),
    "leaving": (("no", "doubt"),),
    "reporting": ((), ("later",), ("earlier",), ("also",)),
}
JOINING = frozenset(("before", "by"))
LONGEST_COMPANY = 7  # tokens of who speaks behind "with"


def behind_fixed(clause: Clause, verb: Verb) -> int:
    """Return the "that" behind a participle and its fixed words, or -1."""
    for words in FIXED.get(clause.words[verb.head], ()):
        place = verb.head + 1 + len(words)
        if tuple(clause.words[verb.head + 1 : place]) == words and clause.words[place : place + 1] == ["that"]:
            return place
    return -1


def participle(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read ", adding that CONTENT", ", expressing his gratitude": the speaker is the sentence's."""
    before = clause.tokens[verb.first - 1].text if verb.first else ","
    if before.lower() in SPEECH_MEDIA and any(v.is_finite for v in clause.verbs[:number]):
        before = ","  # "issued a statement saying that"
    if clause.named.covered[verb.first - 1] >= 0 and any(clause.quoted[verb.head + 1 : verb.head + 4]):
        before = ","  # "footage of X asking, …": who stands right before it speaks
    if (before in JOINING and verb.first > 1) or with_speaker(clause, verb) is not None:
        before = ","  # "thanked X before adding that", "opened the talks by saying that"
    if any(v.head == verb.first - 1 and v.lemma in SAYING for v in clause.verbs):
        before = ","  # "CONTENT, X said adding that"
    blamed = _blamed(clause, verb)
    is_apart = blamed is not None or before in (",", "and", "while") or before in CLOSERS or not verb.first
    if not (is_apart or is_of_text(clause, number, verb) or is_of_reaction(clause, number, verb)):
        return None
    found = (blamed.actor, (blamed.first, blamed.last)) if blamed is not None else _governing(clause, number, verb)
    if found is None:
        return None
    speaker, words = found
    start = max(verb.head + 1, behind_fixed(clause, verb))
    start += clause.words[start : start + 2] == ["only", "that"]
    has_that = start < len(clause.tokens) and clause.words[start] == "that"
    first = start + (has_that or clause.words[start : start + 1] == [","])
    if verb.lemma in TELLING:
        first, has_that = skip_to_content(clause, number)
    last = content_end(clause, number, first) if first < len(clause.tokens) else -1
    if verb.first <= 1 and words[0] > verb.head:  # "Calling the talks “frank”, X said": to the comma before X
        last = trim(clause, first, max(n for n in range(words[0]) if n <= first or clause.tokens[n].text == ",") - 1)
    finite = any(v.is_finite for v in clause.verbs if first <= v.head <= last)
    quoted = any(clause.quoted[first : last + 1])
    is_rung = clause.words[first : first + 1] not in (["on"], ["upon"], ["for"]) and not gives_name(clause, verb)
    if verb.lemma == "call" and not quoted and is_rung:
        return None  # "calling the envoy to brief him"
    if not (has_that or finite or quoted or (verb.lemma in STATING and last - first >= 2)):
        return None
    return Attribution(first, last, verb.first, verb.head, speaker, words, "participle", (verb.first, first))


def _before_times(clause: Clause, last: int) -> int:
    """Return the token before words of time that end at one: "with Peru on Monday confirming"."""
    time = next((time for time in clause.times if time.last == last), None)
    return last if time is None else time.first - 1 - (clause.words[time.first - 1] in ("on", "late", "early"))


def _blamed(clause: Clause, verb: Verb) -> Mention | None:
    """Return who is blamed for what he said: "summoned the Chilean consul for saying that"."""
    if verb.first < 2 or clause.words[verb.first - 1] != "for":
        return None
    mention = clause.named.at(verb.first - 2 - (clause.tokens[verb.first - 2].text == ","))
    if mention is None or mention.is_possessive or mention.actor.kind not in ("person", "country", "office", "body"):
        return None
    is_object = any(v.is_finite and v.head < mention.first and not v.is_passive for v in clause.verbs)
    return mention if is_object else None


def _governing(clause: Clause, number: int, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return who speaks in a participle: the speaker of the cue before it, else the subject of the main verb."""
    if (beside := with_speaker(clause, verb)) is not None:
        return beside
    if (within := speaker_within(clause, number)) is not None:
        return within.actor, (within.first, within.last)  # "a plan for which X showed no love, commenting that"
    before = [n for n in range(number) if not clause.quoted[clause.verbs[n].head]]
    finite = [n for n in before if not clause.verbs[n].is_infinitive]
    cue = next((n for n in reversed(finite) if clause.verbs[n].lemma in REPORTING), None)
    main = governing(clause, before)
    for place in (cue, main):
        if place is not None:
            speaker, words = speaker_of(clause, place)
            if speaker is not None:
                return speaker, words
    found = subjects(clause, number)
    mention = found[0] if found else clause.named.at(verb.first - 1) if verb.first else None
    return (mention.actor, (mention.first, mention.last)) if mention is not None else None


def with_speaker(clause: Clause, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return who stands between "with" and a participle: ", with its minister vowing “…”", ", with aides saying"."""
    last = _before_times(clause, verb.first - 1)
    own = clause.named.at(last)
    first = own.first if own is not None else last
    while first > 1 and last - first < LONGEST_COMPANY and clause.words[first - 1] != "with":
        if not clause.tokens[first - 1].is_word or clause.words[first - 1] in PREPOSITIONS or clause.quoted[first - 1]:
            return None
        first -= 1
    if first < 1 or clause.words[first - 1] != "with" or (first > 1 and clause.words[first - 2] != ","):
        return None
    opener = first + (first < last and clause.words[first] in DETERMINERS)
    if own is not None and opener >= own.first:
        return own.actor, (first, own.last)
    is_people = not {clause.words[last]}.isdisjoint(HUMAN | SOME_PEOPLE)
    is_people = is_people and not any(first <= v.head <= last for v in clause.verbs)
    return (Actor("plain", clause_words(clause, opener, last)), (first, last)) if is_people else None
