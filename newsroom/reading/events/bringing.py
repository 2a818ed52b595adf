"""Tell which verbs say that what an infinitive names came about: "prompted X to recall", "managed to free"."""

from __future__ import annotations

from itertools import takewhile

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import PREPOSITIONS, Verb

RESULTING = frozenset("prompt lead force cause compel oblige drive push provoke spur".split())
BRINGING = RESULTING | frozenset(
    "manage dare move act succeed proceed rush choose opt continue begin start sit".split()
)
AGAIN = frozenset(("return", "arrive"))  # "volver a", "llegar a"
CHOICES = frozenset("choice option alternative recourse".split())
BROUGHT = 2  # how many words may stand between such a verb and its infinitive
# Verbs that an infinitive follows which came about, where they have one of these as their object.
DOING_SO = {
    "take": frozenset("advantage occasion opportunity step steps action decision".split()),
    "use": frozenset(
        "speech address visit summit meeting margins sidelines forum gathering conference stopover occasion platform"
        " interview pause lull truce"
        " withdrawal absence chance opportunity"
        " force violence power powers veto cannon cannons gas drone drones missile missiles rockets artillery weapons"
        " mortar mortars tank tanks howitzers grenades"
        " planes jets warplanes aircraft helicopters boats ships vessels troops tactics manoeuvres maneuvers"
        " moves".split()
    ),
}
# What is done step by step; the other acts are not done yet when steps are taken to do them.
STEPS, STEPWISE = (
    frozenset(("step", "steps")),
    frozenset("restore improve normalise normalize mend repair strengthen deepen ease limit reduce curb".split()),
)
FIRSTS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only".split())

# Who may be the first to do something; "the first step to restore ties" did not restore them.
DOERS = frozenset(
    "country countries state states nation nations power government member neighbour neighbor president leader leaders"
    " minister premier chancellor king queen monarch pope pontiff emperor head official officials envoy ambassador"
    " diplomat delegation one person woman man pais gobierno presidente presidenta mandatario mandataria canciller"
    " ministro ministra lider jefe papa".split()
)
FIRSTS_IN_SPANISH = frozenset("primer primera primero segundo segunda ultimo ultima unico unica".split())
DEFINITE = frozenset("the its their el la su".split())
REACH = 8  # how far before its infinitive "the first" stands


def is_of_first(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive says what somebody was the first or last to do: "the only state to recognise it".

    What stands behind "be" or "become" is as real as these (`is_brought_about`).
    """
    verb, ranks = clause.verbs[number], FIRSTS_IN_SPANISH if clause.is_spanish else FIRSTS
    if not verb.is_infinitive or clause.lows.isdisjoint(ranks):
        return False
    start = max(0, verb.first - REACH)
    ranked = next((place for place in range(start, verb.first) if clause.words[place] in ranks), 0)
    named = takewhile(lambda word: word not in PREPOSITIONS, clause.words[ranked : verb.first])
    if not ranked or clause.words[ranked - 1] not in DEFINITE or DOERS.isdisjoint(named):
        return False
    if any(
        other.lemma in ("be", "become") and other.head in (ranked - 2, ranked - 3) for other in clause.verbs[:number]
    ):
        return False
    main = next((other for other in clause.verbs[number + 1 :] if other.is_finite and not other.is_infinitive), None)
    return ranked > 1 or (main is not None and not main.modal)


def is_brought_about(clause: Clause, head: Verb, verb: Verb) -> bool:
    """Tell whether an infinitive says what came about: "prompting X to recall", "became the first state to open"."""
    if not verb.is_infinitive:
        return False
    between = clause.words[head.head + 1 : verb.first]
    if is_done_again(clause, head) or is_outcome(clause, head):
        return True
    if head.lemma in ("become", "be"):
        return bool(FIRSTS & set(between))
    if head.lemma == "go":
        return between[:1] == ["on"]
    if head.lemma == "have":
        return _had_to(clause, head, verb)
    if head.lemma in DOING_SO:
        is_stepwise = verb.lemma in STEPWISE or STEPS.isdisjoint(between)
        return is_stepwise and bool(DOING_SO[head.lemma] & set(between))
    if head.is_passive and head.lemma == "oblige" and head.tense == "present" and not head.is_perfect:
        return False  # "is obliged to extradite": a duty
    return head.lemma in BRINGING and (head.lemma in RESULTING or not between or len(between) <= BROUGHT)


def is_outcome(clause: Clause, head: Verb) -> bool:
    """Tell whether a verb says what came of it in the end: "ended up leaving", "resorted to closing the port"."""
    behind = clause.words[head.head + 1 : head.head + 2]
    is_end = head.lemma in ("end", "wind") and behind in (["up"], ["por"])  # "terminó por cerrar"
    return is_end or (head.lemma == "resort" and behind == ["to"])


def is_done_again(clause: Clause, head: Verb) -> bool:
    """Tell whether a Spanish verb only says that another is done again, or in the end: "volvió a citar"."""
    if not clause.is_spanish or head.lemma not in AGAIN or clause.words[head.head + 1 : head.head + 2] != ["a"]:
        return False
    return any(verb.is_infinitive and head.head < verb.head <= head.head + 2 for verb in clause.verbs)


def _had_to(clause: Clause, head: Verb, verb: Verb) -> bool:
    """Tell whether a story tells that somebody had to do what he did; what others say that he had to do is a demand."""
    is_told = head.tense == "past" and head.head + 1 == verb.first and SAYING.isdisjoint(clause.lemmas)
    return is_told and not any(clause.quoted[head.first : head.head + 1])


def is_done_all_the_same(clause: Clause, head: Verb, verb: Verb) -> bool:
    """Tell whether a negation says that an act was done: "did not hesitate to", "no choice but to", "no time in"."""
    if head.modal or not (head.tense == "past" or head.is_perfect):
        return False
    between = clause.words[head.head : verb.first]
    if head.lemma == "hesitate":
        return head.is_negated
    if between[-1] == "but":
        return not CHOICES.isdisjoint(between)
    return between[-3:] == ["no", "time", "in"]
