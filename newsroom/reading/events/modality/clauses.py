"""Tell which clauses name what has not come about: conditions, what is awaited, what a plan provides for."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import PLANS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.words import CONDITIONS
from newsroom.reading.grammar import window_start

OPEN_PLANS = frozenset("plan plans proposal roadmap".split())
RESOLVING = frozenset("agreed decided resolved determined".split())
TERMS_OPENERS = frozenset(("which", "whereby"))
PROVIDED = (
    "the event that", "long as", "provided that", "condition that", "in case", "assuming that", "lest ", "as though ",
    "sin que ",
)  # fmt: skip
PROVIDED_WORDS, LONGEST_PROVIDED = frozenset("event long provided condition case assuming lest though sin".split()), 4
NEEDED = frozenset("necessary needed required need necesario preciso necesaria".split())
NEED_OPENERS = frozenset("if when should si de caso".split())
NEED_LINKS = frozenset("it the arises arise be is deemed fuera fuese es ser resulta".split())
AWAITED = frozenset("until till before unless once".split())  # with these also what is told in the past
AWAITING = frozenset("once until till before when after soon".split())
UNTIL = frozenset(("until", "till", "unless"))
EXPECTING = frozenset("expect schedule slate plan".split())  # "is expected to raise it when he meets"
ANYBODY = frozenset("any anyone anybody whoever whichever cualquier cualquiera quienquiera".split())
WHOEVER = frozenset(("whoever", "quienquiera"))
RELATIVES, RELATIVE_NEAR, ANY_NEAR = frozenset(("who", "that", "which", "que")), 3, 4  # tokens
NEITHER = frozenset("neither none nobody ni nadie ninguno".split())


def has_neither(clause: Clause, number: int) -> bool:
    """Tell whether "neither", "none of" or "nobody" is the subject or object: "Neither Peru nor Chile signed"."""
    if clause.lows.isdisjoint(NEITHER):
        return False
    verb, first = clause.verbs[number], window_start(clause, number)
    if clause.words[verb.head + 1 : verb.head + 2] in (["neither"], ["none"]):
        return True
    return not verb.is_infinitive and not NEITHER.isdisjoint(clause.words[max(0, first - 1) : verb.first])


def has_condition(clause: Clause, number: int) -> bool:
    """Tell whether "if" opens the clause of a verb."""
    if clause.lows.isdisjoint(CONDITIONS):
        return False
    if number and _is_joined(clause, number) and has_condition(clause, number - 1):
        return True  # "if Chile took him in and offered him asylum"
    start = window_start(clause, number)
    first = start - 2 if start > 1 and clause.words[start - 1] == "that" else start - 1  # "imagine that"
    lead = clause.words[max(0, first - 1) : clause.verbs[number].first]
    if "whether" in lead and ("or", "not") in pairwise(lead):
        return False  # "Whether it likes it or not, Peru signed"
    return not CONDITIONS.isdisjoint(clause.words[max(0, first) : clause.verbs[number].first])


def _is_joined(clause: Clause, number: int) -> bool:
    """Tell whether "and" alone parts a verb from the one before, of the same tense: they share their subject."""
    verb, before = clause.verbs[number], clause.verbs[number - 1]
    is_alike = verb.tense == before.tense and verb.modal == before.modal and before.is_finite
    return is_alike and clause.words[verb.first - 1] == "and"


def is_provided(clause: Clause, number: int) -> bool:
    """Tell whether a condition of several words opens the clause of a verb: "in the event that", "as long as"."""
    if _is_as_needed(clause, number):
        return True
    if clause.lows.isdisjoint(PROVIDED_WORDS):
        return False
    start = window_start(clause, number)
    lead = " ".join(clause.words[max(0, start - LONGEST_PROVIDED) : clause.verbs[number].first])
    return any(phrase in lead for phrase in PROVIDED)


def _is_as_needed(clause: Clause, number: int) -> bool:
    """Tell whether what is still to be done is done only "if necessary", with no verb between."""
    if clause.lows.isdisjoint(NEEDED):
        return False
    verb = clause.verbs[number]
    if not (verb.is_infinitive or verb.modal):
        return False
    places = (n for n, word in enumerate(clause.words) if n > verb.head and word in NEEDED)
    place = next(places, len(clause.words))
    lead = clause.words[max(verb.head, place - LONGEST_PROVIDED) : place]
    opened = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in NEED_OPENERS), -1)
    is_next = not any(verb.head < v.head < place - len(lead) + opened for v in clause.verbs)
    return opened >= 0 and is_next and all(word in NEED_LINKS for word in lead[opened + 1 :])


def awaits(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in a clause of time before what will be: "once X apologises, Y will return"."""
    if clause.lows.isdisjoint(AWAITING):
        return False
    verb, first = clause.verbs[number], window_start(clause, number)
    if verb.modal or verb.is_infinitive or (verb.is_perfect and verb.tense != "present") or verb.form == "aux":
        return False
    if verb.form == "ing" and verb.has_auxiliary:
        return False
    openers = AWAITING if verb.tense == "present" else AWAITED if verb.tense == "past" else frozenset[str]()
    is_soon = clause.words[max(0, first - 2) : first] == ["soon", "as"]
    lead = set(clause.words[max(0, first - 1 - is_soon) : verb.first])
    if verb.tense == "present" and not UNTIL.isdisjoint(lead):
        return True  # "ruled out talks until X hands them over"
    is_ahead = any(v.modal and not v.is_perfect for v in clause.verbs)
    is_ahead = is_ahead or any(v.lemma in EXPECTING and v.is_passive and v.tense == "present" for v in clause.verbs)
    return bool(openers & lead) and is_ahead


def is_before_any(clause: Clause, number: int) -> bool:
    """Tell whether "before any" opens the clause of a verb: "left before any deal was signed"."""
    if clause.lows.isdisjoint(("before",)):
        return False
    lead = clause.words[max(0, window_start(clause, number) - 1) : clause.verbs[number].first]
    return ("before", "any") in pairwise(lead)


def is_of_anybody(clause: Clause, number: int) -> bool:
    """Tell whether a verb says what anybody may do, of whom nobody is said to: "any state that recognises Chile"."""
    if clause.lows.isdisjoint(ANYBODY):
        return False
    first = clause.verbs[number].first
    relative = next((n for n in range(first - 1, max(0, first - RELATIVE_NEAR), -1) if clause.words[n] in RELATIVES), 0)
    if relative and clause.tokens[relative - 1].text == ",":
        return False
    before = clause.words[max(0, relative - ANY_NEAR) : relative] if relative else []
    return not ANYBODY.isdisjoint(before) or not WHOEVER.isdisjoint(clause.words[max(0, first - 2) : first])


def is_unreal(clause: Clause, number: int) -> bool:
    """Tell whether "had" before its subject makes a condition: "Had Chile attacked, Peru would have", "should X"."""
    verb = clause.verbs[number]
    if _is_joined_unreal(clause, number):
        return True
    if clause.is_spanish and clause.words[max(0, verb.first - 1) : verb.first + 1] == ["de", "haber"]:
        return any(v.modal == "would" for v in clause.verbs)  # "De haber firmado, habrían evitado el pleito"
    if verb.form not in ("past", "past_or_part", "part") or verb.has_auxiliary or not number:
        return False
    opener = clause.verbs[number - 1]
    is_had = opener.head == opener.first and clause.words[opener.head] == "had" and opener.lemma == "have"
    opens = is_had and (opener.head == 0 or clause.words[opener.head - 1] in ('"', "“", "‘"))
    unreal = any(v.modal in ("would", "could", "might") and (v.is_perfect or opens) for v in clause.verbs)
    return is_had and unreal and opener.head < verb.first - 1


def _is_joined_unreal(clause: Clause, number: int) -> bool:
    """Tell whether a bare participle shares what might have been: "could have closed the port and recalled X"."""
    verb, before = clause.verbs[number], clause.verbs[number - 1] if number else None
    if before is None or verb.has_auxiliary or clause.words[verb.first - 1] != "and" or not before.is_perfect:
        return False
    is_unreal = before.modal in ("would", "could", "might", "should") and verb.form in ("part", "past_or_part")
    return is_unreal and "," not in clause.words[before.head : verb.first]


def in_decision(clause: Clause, number: int) -> str:
    """Return the modality of what is bidden behind "that": "agreed that both countries release their prisoners"."""
    verb = clause.verbs[number]
    if verb.form != "base" or verb.has_auxiliary or clause.lows.isdisjoint(RESOLVING):
        return ""
    lows = clause.words[: verb.first]
    opened = next((n for n in range(len(lows) - 1, 0, -1) if lows[n] == "that"), 0)
    if not opened or lows[opened - 1] not in RESOLVING:
        return ""
    return "" if any(opened < other.first < verb.first for other in clause.verbs) else "planned"


def in_terms(clause: Clause, number: int) -> str:
    """Return the modality of what a deal or plan provides for: "a proposed deal under which Chile secures the port"."""
    if clause.lows.isdisjoint(TERMS_OPENERS):
        return ""
    verb = clause.verbs[number]
    lows = clause.words[: verb.first]
    opened = next((n for n in range(len(lows) - 1, 1, -1) if lows[n] in TERMS_OPENERS), None)
    if opened is None or verb.tense != "present" or any(opened < other.first < verb.first for other in clause.verbs):
        return ""
    last = opened - 2 if lows[opened] == "which" and lows[opened - 1] in ("under", "by", "in") else opened - 1
    noun = next((n for n in range(last, max(-1, last - 4), -1) if lows[n] in PLANS), None)  # "a deal on Monday under"
    if noun is None:
        return ""
    is_open = lows[noun] in OPEN_PLANS or lows[noun - 1] in ("proposed", "possible", "potential", "draft")
    return "hypothetical" if is_open else "planned"
