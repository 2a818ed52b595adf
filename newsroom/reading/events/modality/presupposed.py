"""Tell which nouns a denied verb takes for a fact: "was not hurt in the raid", "the talks did not touch on trade"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.verbs import Verb

# Verbs that are denied of what was, whatever stands behind them.
GRANTING = frozenset(
    "cause spur prompt trigger provoke motivate surprise anger alarm deter dissuade affect influence link relate"
    " connect"
    " regret forget forgive comment mention condone justify excuse explain hurt kill wound injure die damage harm"
    " destroy inform notify consult blame punish respond react answer reply criticize criticise condemn denounce"
    " understand foresee".split()
)
# Verbs that, denied, say that what they name was not: no owner of it makes it a fact.
DOING = frozenset(
    "hold make carry conduct launch stage mount attend order authorize authorise approve agree sign announce plan"
    " expect"
    " confirm have take receive get obtain win secure seek demand want need await fear allow permit enable lead result"
    " mean offer give undertake execute begin start complete join see visit meet host pay plan do go come be rule"
    " recommend propose suggest request consider contemplate know exclude deny include recognize recognise issue"
    " send deliver".split()
)
# Verbs of which what has not come about is the subject, and what makes them say something else.
COMING_ABOUT = frozenset(
    "take happen occur go proceed materialise materialize hold begin start open be have get need require follow succeed"
    " exist".split()
)
CAUSES = frozenset("due because by owing".split())
COME_AS = frozenset("as after amid without at before".split())
JUDGED = frozenset("a an the over about directed aimed meant intended linked related connected".split())
DEFINITE = frozenset("the its their his her this that these those".split())
REACH = 5  # how far before a noun its article or owner stands


def is_presupposed(clause: Clause, first: int, last: int, verb: Verb) -> bool:
    """Tell whether a noun names what was, though its verb is denied."""
    if clause.is_spanish or verb.modal not in ("", "can", "could"):
        return False
    return _as_subject(clause, last, verb) if verb.first > last else _as_object(clause, first, verb)


def _as_subject(clause: Clause, last: int, verb: Verb) -> bool:
    """Tell whether more is said of what a noun names than that it did not come about: "the raid left no one dead"."""
    place = verb.head + 1 + (clause.words[verb.head + 1 : verb.head + 2] == ["not"])
    behind = clause.words[place : place + 1]
    if verb.modal or "," in clause.words[last : verb.first]:
        return False
    if verb.lemma == "be" and verb.tense == "past":
        return not JUDGED.isdisjoint(behind)
    if verb.lemma == "come":
        return not COME_AS.isdisjoint(behind)
    return not verb.is_passive and verb.lemma not in COMING_ABOUT


def _as_object(clause: Clause, first: int, verb: Verb) -> bool:
    """Tell whether a denied verb speaks of what another had done: "was not surprised by Chile's raid"."""
    start = max(verb.head + 1, first - REACH)
    if {"any", "further", "such"} & set(clause.words[start:first]):
        return False
    owner = next((m for m in clause.mentions if m.last == first - 1 or start <= m.first <= m.last < first), None)
    is_owned = owner is not None and (owner.is_possessive or owner.form == "adjective")
    is_definite = is_owned or not DEFINITE.isdisjoint(clause.words[start:first])
    is_cause = verb.lemma == "be" and not CAUSES.isdisjoint(clause.words[verb.head : first])
    if verb.lemma in GRANTING or is_cause:
        return is_definite
    number = clause.verbs.index(verb)
    own = {code for m in subjects(clause, number) for code in m.actor.countries}
    is_of_other = is_owned and owner is not None and not own & set(owner.actor.countries)
    return bool(own) and is_of_other and verb.lemma not in DOING
