"""Tell what gives a thing a name without quotation marks: "called Peru a pirate state", "called the tolls illegal"."""

from __future__ import annotations

from newsroom.reading.acts.judgements import BAD
from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, Verb

CALLING = frozenset("call brand label dub term deem".split())
NAMES, OBJECTS = frozenset(("a", "an")), frozenset(("him", "her", "them", "it", "us", "this", "that"))
# What "a" before no name is: "called Lee an hour later", "called Lee a second time".
OCCASIONS = frozenset(
    "second minute hour day week fortnight month year decade few couple third fourth time moment while little lot"
    " halt truce ceasefire meeting".split()
)
NO_OBJECTS = (PREPOSITIONS | SUBJECT_PRONOUNS | frozenset("and or to back up off out".split())) - OBJECTS
ENDING = PREPOSITIONS | frozenset(("and", "but", "as", "because"))
REACH = 14  # tokens behind the verb among which its name for a thing stands


def gives_name(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb gives a thing a name, or a bad word, and does not only ring or summon somebody."""
    first = verb.head + 1
    is_told = not (verb.is_negated or verb.modal or verb.is_infinitive or verb.is_passive)
    if verb.lemma not in CALLING or not is_told or first >= len(clause.tokens) or clause.quoted[first]:
        return False
    word = clause.words[first]
    is_thing = word in DETERMINERS | OBJECTS or clause.tokens[first].is_capital or clause.named.at(first) is not None
    if not is_thing or word in NO_OBJECTS:
        return False
    for place in range(first + 1, min(first + REACH, len(clause.tokens) - 1)):
        word, before = clause.words[place], clause.words[place - 1]
        if clause.tokens[place].text in ",;:" or place in clause.heads:
            return False
        if before in DETERMINERS or before in NO_OBJECTS:
            continue
        if word in NAMES:
            return OCCASIONS.isdisjoint(clause.words[place + 1 : place + 3])
        if word in BAD and (not clause.words[place + 1].isalpha() or clause.words[place + 1] in ENDING):
            return True
    return False
