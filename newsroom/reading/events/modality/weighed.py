"""Tell what a state only weighs doing itself: "is considering expelling the envoy", "mulls whether to send troops"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import Verb

WEIGHING = frozenset("consider contemplate mull ponder weigh debate discuss".split())
SHARED = frozenset(("discuss", "debate"))  # what two do with each other
# Verbs that weigh an act with a word of their own.
WITH = {"think": ("of", "about"), "talk": ("of", "about"), "look": ("at",), "toy": ("with",)}
WHETHER = ["whether", "to"]
# What nobody does who weighs it: another's words, or how things stand.
TAKEN_UP = frozenset(
    "proposal proposals offer offers request requests invitation demand demands plan plans appeal call calls accusation"
    " accusations allegation allegations letter deal threat threats conflict war crisis situation dispute row"
    " propuesta oferta solicitud pedido invitacion plan carta amenaza conflicto guerra crisis situacion".split()
)
NEAR = 3  # tokens from the verb to its noun, with article and one word that describes it


def is_weighed(clause: Clause, number: int) -> bool:
    """Tell whether an "-ing" or infinitive is what the verb right before it weighs."""
    if not number:
        return False
    verb, head = clause.verbs[number], clause.verbs[number - 1]
    between = clause.words[head.head + 1 : verb.head]
    if clause.is_spanish:
        return verb.is_infinitive and head.lemma in WEIGHING and not between and head.is_finite
    if verb.is_infinitive:
        return head.lemma in WEIGHING and between == WHETHER and _is_open(head)
    if verb.form != "ing" or verb.has_auxiliary or not _is_open(head):
        return False
    if head.lemma in WEIGHING - SHARED:
        return not between
    return len(between) == 1 and between[0] in WITH.get(head.lemma, ())


def is_weighed_noun(clause: Clause, first: int, last: int, governor: Verb) -> bool:
    """Tell whether a noun names what its governing verb weighs just now: "is considering the expulsion of"."""
    if not 0 < first - governor.head <= NEAR or clause.words[last] in TAKEN_UP or governor.is_passive:
        return False
    if clause.is_spanish:  # but "considera la expulsión una ofensa"
        is_deemed = clause.words[governor.head].startswith("consider")
        is_analysed = clause.words[governor.head].startswith("analiz")
        return (is_analysed or governor.lemma in WEIGHING - SHARED) and not is_deemed and _is_open(governor)
    is_now = governor.is_progressive or bool(governor.modal)
    return governor.lemma in WEIGHING - SHARED and is_now and _is_open(governor)


def _is_open(head: Verb) -> bool:
    """Tell whether a verb of weighing says that something is weighed, by a subject of its own."""
    is_held = head.lemma == "consider" and head.tense == "present" and not (head.has_auxiliary or head.modal)
    if head.is_infinitive and head.is_progressive:
        return not head.is_negated  # "is said to be weighing"
    return head.is_finite and not (head.is_negated or head.is_infinitive or is_held)  # "considers closing it a mistake"
