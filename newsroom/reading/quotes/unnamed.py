"""Find people without a name before a cue: "experts said", "two people familiar with it said"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import window_start
from newsroom.reading.names.mentions import Mention
from newsroom.reading.quotes.described import CONNECTIVES, OWNERS
from newsroom.reading.quotes.people import CUTTING, HUMAN
from newsroom.reading.verbs import PREPOSITIONS, Verb

LONGEST_PHRASE, MOST_WORDS = 8, 3
SPEAKING = frozenset("say tell insist argue complain believe fear hope think joke add reply answer".split())
STATES = frozenset("nations countries governments states".split())
SOME = frozenset(("one", "some", "several", "both", "two", "three", "many", "most"))
OWN_WORDS = frozenset("it its they their".split())
NO_NAMES = frozenset(
    "this these those some many most others several both all none nobody everyone few which what who".split()
)
OPENERS = PREPOSITIONS | frozenset(
    "en durante tras segun desde ante por con sobre mediante".split()
)  # no subject begins so
TIMING = frozenset("after before since until when because".split())  # "came after a Chilean station claimed"
CAME_OUT = frozenset(
    "issued released published received carried posted circulated obtained seen distributed sent".split()
)
TEXTS = frozenset("statement release communique note letter readout report post message document".split())
INSERTING = frozenset(
    "however meanwhile too though instead obtained seen published issued citing quoting including referring known"
    " speaking quoted led based backed called dubbed which who in for on from".split()
)
LONGEST_INSERTION = 16  # tokens
NEAR = frozenset("close familiar briefed aide aides adviser advisers advisor advisors".split())
QUESTIONED = frozenset("asked interviewed questioned contacted reached approached".split())  # "…, asked by Y, said"
SOME_PEOPLE = frozenset("some another others many most several few both".split())
TRAILING_ADVERBS = frozenset("also later earlier meanwhile then today yesterday again too however further now".split())


def bare_phrase(clause: Clause, number: int) -> list[int]:
    """Return the tokens of the noun phrase right before a verb, words of time behind it left out; empty if none."""
    verb = clause.verbs[number]
    end = _before_coming_out(clause, _before_letters(clause, verb.first))
    starts = {time.last: time.first for time in clause.times}
    while end > 1:
        low = clause.words[end - 1]
        if end - 1 in starts and starts[end - 1] > 0:
            end = starts[end - 1]
        elif low in TRAILING_ADVERBS or low in ("on", "in") or (low.endswith("ly") and low not in ("family", "ally")):
            end -= 1
        else:
            break
    start = max(window_start(clause, number) if end > window_start(clause, number) else 0, end - 7)
    words = [place for place in range(start, end) if not clause.quoted[place]]
    commas = [place for place in words if clause.tokens[place].text == ","]
    commas += [place for place in words if clause.words[place] in CUTTING]
    commas += [place for place in words if place > start and clause.words[place] in TIMING]
    words = [place for place in words if not commas or place > max(commas)]
    timed = next((time.last for time in clause.times if words and time.first - words[0] in (0, 1)), -1)
    words = [place for place in words if place > timed]  # "On Sunday Hizbollah said"
    while words and (
        clause.words[words[0]] in ("and", "but", ",", "that", "as", "-", "–", "some", "the", "a", "an")
        or clause.words[words[0]] in TRAILING_ADVERBS
        or not clause.tokens[words[0]].is_word
    ):
        words.pop(0)
    is_near = any(clause.words[place] in NEAR for place in words)
    if (len(words) > 6 and not is_near) or any(
        clause.tokens[place].text in ",();"
        or clause.words[place] in ("it", "which", "that", "who", "if", "as", "when", "while", "though")
        or clause.words[place] in QUESTIONED
        or (clause.words[place] == "to" and not is_near)
        for place in words
    ):
        return []
    return words


def _before_letters(clause: Clause, end: int) -> int:
    """Return where a phrase ends whose short name follows it in brackets: "the Public Relations Office (PRO) said"."""
    if end < 4 or clause.tokens[end - 1].text != ")" or clause.tokens[end - 3].text != "(":
        return end
    return end - 3 if clause.tokens[end - 2].text.isupper() else end


def _before_coming_out(clause: Clause, end: int) -> int:
    """Return where a text's name ends before how it came out: "a press release received on Friday said"."""
    for place in range(end - 1, max(0, end - LONGEST_PHRASE), -1):
        if clause.quoted[place] or clause.tokens[place].text in ",;:":
            return end
        if clause.words[place] in CAME_OUT and clause.words[place - 1] in TEXTS:
            return place
    return end


def before_inserted(clause: Clause, verb: Verb) -> tuple[int, int] | None:
    """Return the people without a name before what commas insert: "Media outlets, including Le Monde, reported"."""
    close = verb.first - 1
    if close < 3 or clause.tokens[close].text != ",":
        return None
    openings = range(close - 2, max(0, close - LONGEST_INSERTION), -1)
    opening = next((n for n in openings if clause.tokens[n].text == ","), -1)
    if opening < 1 or clause.words[opening + 1] not in INSERTING or any(clause.quoted[opening:close]):
        return None
    first = opening
    while first and opening - first < LONGEST_PHRASE and clause.tokens[first - 1].is_word:
        first -= 1
    is_open = first == 0 or clause.tokens[first - 1].text in ",:–—-" or clause.quoted[first - 1]
    if not is_open or any(first <= v.head < opening and v.is_finite for v in clause.verbs):
        return None
    opener = first + (clause.words[first] in OWNERS or clause.words[first] in CONNECTIVES)
    words = clause.words[opener:opening]
    is_name = words != [] and all(clause.tokens[n].is_capital for n in range(opener, opening))
    is_named = is_name and (opener > first or len(words) > 1)
    is_saying = verb.lemma == "say" and opener == 1 and clause.words[0] == "the"  # "The garrison, led by X, said"
    is_speaking = not (HUMAN | STATES).isdisjoint(words) or is_named or is_saying
    return (opener, opening - 1) if is_speaking and words[0] not in OPENERS else None


def of_examples(clause: Clause, mention: Mention) -> tuple[int, int] | None:
    """Return the people or states of whom one is only named for an example: "Other states, including Peru, say"."""
    place = mention.first - 1
    opener = place if clause.words[place] == "including" else place - 1
    if opener < 1 or (opener < place and clause.words[opener : place + 1] != ["such", "as"]):
        return None
    noun = first = opener - 1 - (clause.tokens[opener - 1].text == ",")
    if noun < 0 or clause.words[noun] not in HUMAN | STATES:
        return None
    while first and noun - first < LONGEST_PHRASE and clause.tokens[first - 1].is_word:
        if clause.words[first - 1] in OPENERS | CUTTING or first - 1 in clause.heads:
            break
        first -= 1
    return first + (clause.words[first] in OWNERS), noun


def is_human(clause: Clause, number: int, words: list[int]) -> bool:
    """Tell whether a noun phrase before a cue can name people or what speaks for them."""
    opener = clause.tokens[words[-1]]
    if len(words) == 1 and opener.low in SOME_PEOPLE:
        return True
    return (
        any(clause.words[place] in HUMAN for place in (*words[:3], words[-1]))
        or (clause.verbs[number].lemma in SPEAKING and is_plural_noun(clause, words))
        or any(clause.words[place] in STATES for place in words[:MOST_WORDS])
        or any(clause.quoted)
        or _is_said_it(clause, number, words)
        or (opener.is_capital and (words[-1] > 0 or _is_name(clause, number)))
    )


def is_plural_noun(clause: Clause, words: list[int]) -> bool:
    """Tell whether one or two words before "say" can only be people: "Traders say", "the two chiefs told"."""
    low = clause.words[words[-1]]
    return len(words) <= MOST_WORDS and low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 4


def _is_name(clause: Clause, number: int) -> bool:
    """Tell whether the one word that opens a sentence is a name: an unknown one before "said that", "noted that".

    Written in capitals it is an agency's or a body's, also where no "that" follows: "IRNA said X was due".
    """
    verb, opener = clause.verbs[number], clause.words[0]
    behind = clause.words[verb.head + 1 : verb.head + 5]
    is_known = "that" in behind or (clause.tokens[0].text.isupper() and len(opener) > 1)
    is_known = is_known or (behind[:1] != [] and behind[0] in OWN_WORDS)  # "Hizbollah said it had"
    return is_known and opener not in NO_NAMES and not opener.endswith("ly")


def _is_said_it(clause: Clause, number: int, words: list[int]) -> bool:
    """Tell whether a noun with its article or owner is said to say of itself: "Peru's upstarts said they would"."""
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 : verb.head + 2]
    before = clause.words[max(0, words[0] - 1) : words[0] + 2]
    is_owned = not OWNERS.isdisjoint(before) or any(word in ("'s", "’s") for word in before)
    return verb.lemma == "say" and is_owned and behind != [] and behind[0] in OWN_WORDS


def phrase_behind_comma(clause: Clause, place: int) -> tuple[int, int] | None:
    """Return the words between a comma and a cue that name people without a name: "two people familiar with it"."""
    first = place
    while (
        first
        and place - first < LONGEST_PHRASE
        and (clause.tokens[first - 1].is_word or clause.words[first - 1] in ("'s", "’s"))
    ):
        first -= 1
    if not first or clause.tokens[first - 1].text != "," or first == place or clause.quoted[first]:
        return None
    first += clause.words[first] in CUTTING or clause.words[first] == "and"
    words = clause.words[first:place]
    if (
        not words
        or words[0] in OPENERS
        or words[0] in CONNECTIVES
        or any(first <= verb.head < place for verb in clause.verbs)
    ):
        return None
    first += words[0] == "the"
    is_some = words[0] in SOME and words[1:2] == ["of"]
    return (first, place - 1) if is_some or any(word in HUMAN for word in words[:4]) else None
