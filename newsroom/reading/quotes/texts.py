"""Find who speaks through a text: who put it out, whatever came out, and which text of several it is."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SPEECH_MEDIA
from newsroom.reading.quotes.unnamed import TEXTS
from newsroom.reading.verbs import Verb

SENDING = frozenset("issue release publish circulate send post write deliver address dispatch share distribute".split())
ARTICLES = frozenset(("a", "an", "the", "its", "their"))
RELATIVE = frozenset(("that", "which"))
# Words before a text that only tell it from another: "the new statement", "an earlier note".
ORDERING = frozenset(
    "new newer second third first earlier later separate same latest final revised updated amended corrected initial"
    " previous original subsequent follow-up further brief short written official formal public lengthy detailed"
    " one-page two-page strongly-worded".split()
)
CONDITIONAL = frozenset("after before as when while although though since once because".split())


def puts_out(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb tells that a text is put out: "released a statement", "put out a note"."""
    is_out = verb.lemma in ("put", "send", "give") and clause.words[verb.head + 1 : verb.head + 2] == ["out"]
    return verb.lemma in SENDING or is_out


def sending(clause: Clause, number: int) -> int:
    """Return the verb that puts out the text which speaks in its relative clause, "released a note that said"; or -1.

    The text must stand right before its "that", and nothing but its own words between it and the verb.
    """
    verb = clause.verbs[number]
    link = verb.first - 1
    if link < 2 or clause.words[link] not in RELATIVE or clause.words[link - 1] not in TEXTS | SPEECH_MEDIA:
        return -1
    earlier = next((n for n in range(number - 1, -1, -1) if clause.verbs[n].head < link), -1)
    if earlier < 0 or not clause.verbs[earlier].is_finite or clause.verbs[earlier].is_passive:
        return -1
    between = clause.words[clause.verbs[earlier].head + 1 : link]
    return earlier if puts_out(clause, clause.verbs[earlier]) and "," not in between else -1


def governing(clause: Clause, before: list[int]) -> int | None:
    """Return the first of some verbs that carries the main clause: behind "After they met," that of what follows."""
    finite = [n for n in before if clause.verbs[n].is_finite and not clause.verbs[n].is_infinitive]
    if finite and clause.words[0] in CONDITIONAL:
        comma = next((n for n in range(clause.verbs[finite[0]].head, len(clause.words)) if clause.words[n] == ","), -1)
        later = [n for n in finite if clause.verbs[n].head > comma > 0]
        finite = later or finite
    return finite[0] if finite else None


def is_deed_of_noun(clause: Clause, verb: Verb, first: int) -> bool:
    """Tell whether "that" before a token opens what a noun does, and no content: "posted a note that warned".

    A noun phrase with its article must stand between the cue and "that", and nothing else.
    """
    link = first - 1
    opens = link > verb.head + 2 and clause.words[verb.head + 1] in ARTICLES and clause.words[link] == "that"
    is_relative = opens and not any(clause.tokens[n].text in ",:;" for n in range(verb.head, link))
    return is_relative and any(
        verb.first == first and verb.is_finite and (verb.has_auxiliary or "past" in verb.form) for verb in clause.verbs
    )
