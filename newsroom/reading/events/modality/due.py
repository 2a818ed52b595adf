"""Tell whether the words round a noun have what it names still to come: "the talks due in May", "preparations for"."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS, TRUCES
from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.governors import governing
from newsroom.reading.events.modality.verbs import of_verb
from newsroom.reading.events.modality.words import LONGEST, REACH
from newsroom.reading.tense import APPOINTING

DUE = frozenset("due set scheduled planned slated billed booked previsto prevista programado programada iba".split())
WERE = frozenset("is are was were been".split())
SET_TO = frozenset("due supposed meant slated".split())
ABOUT_BEFORE = tuple([word] for word in ("is", "are", "was", "were"))
SET_APART = frozenset(((",", "due"), (",", "set")))
RELATIVE = frozenset("that which que".split())
PRONOUNS_BEFORE = (["he"], ["she"], ["they"], ["it"], ["we"])
# What one does with a visit, a meeting or an accord.
DOING = frozenset(
    "make pay hold have conduct undertake carry attend host lead embark sign start begin realizar hacer efectuar llevar"
    " celebrar sostener emprender mantener iniciar suscribir firmar encabezar".split()
)
BEGINNING = frozenset(("begin", "start"))
# What is made ready before a meeting, and what of it is still worked out.
PREPARING = frozenset("preparation preparations arrangements groundwork ready readying preparativos".split())
ROUNDS = frozenset("round rounds session series".split())
TIMES = frozenset("date dates schedule timing venue logistics modalities fecha fechas".split())
DETAILS = TIMES | frozenset("details agenda programme program detalles".split())
SETTLING = frozenset("finalise finalize work negotiate settle iron seek discuss ultimar".split())
ARRANGING = frozenset("arrange organise organize schedule reschedule finalise finalize rearrange".split())
FIXING, WORK_OUT = frozenset(("finalise", "finalize")), ["work", "out"]
BIDDING = frozenset("instruct direct task mandate tell order instruir encargar ordenar".split())
GOING_ON = frozenset("keep continue maintain pursue resume restart proseguir continuar mantener reanudar".split())
EXPECTED, EXPECTED_NEAR = frozenset("espera preve previsto prevista".split()), 5
FALLEN = 16  # how far behind its noun the verb stands that says that a plan came to nothing
DURING, OCCASION = frozenset(("during", "durante")), 7  # tokens before a noun within which it stands
# Of what is said to be done at talks, what can be done nowhere else: "will raise the issue in a meeting with".
AIRING = frozenset("raise discuss address broach take bring present table tackle review explore pursue mention".split())
AT, AT_REACH = frozenset(("in", "at")), 4
IS_TO = DUE | {"expected", "is", "are", "was", "were"}  # "is to sign two accords during his visit"
PAIR, TRUCE_REACH = 2, 14
OWNER_REACH, LINK_REACH, LINKS = 7, 6, frozenset(("for", "of", "para", "de"))


def is_still_to_come(clause: Clause, last: int) -> bool:
    """Tell whether a noun's own words, or a relative clause behind it, have what it names still to come."""
    return _is_due(clause.words[last + 1 : last + 1 + REACH]) or _is_to_be_done(clause, last)


def is_being_prepared(clause: Clause, first: int, governor: int | None) -> bool:
    """Tell whether what a noun names is made ready, its day sought, or somebody told to go on with it."""
    words, verb = clause.words, clause.verbs[governor] if governor is not None else None
    if clause.is_spanish and _is_expected(words[max(0, first - EXPECTED_NEAR) : first]):
        return True  # "se espera que en la reunión firmen un acuerdo"
    start = first - 1 - (words[first - 1] == "of" and words[first - 2] in ROUNDS)  # "for a round of talks"
    link = next((n for n in range(start, max(0, first - LINK_REACH), -1) if words[n] in LINKS), -1)
    owner = words[max(0, link - OWNER_REACH) : link] if link > 0 else []
    if owner and words[link] in ("for", "para") and not (PREPARING | APPOINTING - TIMES).isdisjoint(owner):
        return True  # "preparations are under way for a meeting", "the designation of Thursday for the talks"
    if owner and words[link] in ("for", "para") and _is_aim_of_truce(clause, first, link):
        return True
    if verb is None or governor is None:
        return False
    is_fixed = verb.lemma in FIXING or [verb.lemma, *words[verb.head + 1 : verb.head + 2]] == WORK_OUT
    is_fixed = is_fixed and {"at", "in", "during", "after"}.isdisjoint(words[verb.head : first])
    if is_fixed and verb.head < first and words[first] in MEETINGS and not (verb.is_negated or verb.modal):
        return True  # "worked out a visit to Chile", "finalised a meeting"
    if not (verb.is_progressive or verb.is_infinitive or "being" in words[verb.first : verb.head]):
        return False
    if owner[-1:] and owner[-1] in DETAILS and (verb.lemma in SETTLING):
        return True  # "are finalising the details of", "a date for the talks is being worked out"
    if verb.head > first:
        return False
    outer = governing(clause, governor) if verb.is_infinitive else None
    is_bidden = outer is not None and clause.verbs[outer].lemma in BIDDING and verb.lemma in GOING_ON
    return is_bidden or (verb.lemma in ARRANGING and of_verb(clause, governor) == "happened")


def _is_aim_of_truce(clause: Clause, first: int, link: int) -> bool:
    """Tell whether a noun only says what a truce is for: "a truce from Monday for the exchange of prisoners"."""
    begin = max([0, link - TRUCE_REACH, *(verb.head for verb in clause.verbs if verb.is_finite and verb.head < link)])
    return first - link <= PAIR and not TRUCES.isdisjoint(clause.words[begin:link])


def _is_expected(before: list[str]) -> bool:
    """Tell whether Spanish words before a noun expect what is done at it: "se prevé que en el encuentro"."""
    return any(word in EXPECTED and link == "que" for word, link in pairwise(before))


def _is_due(behind: list[str]) -> bool:
    """Tell whether words say that it is to come: "a visit to X by Y, scheduled to start", "…, set to"."""
    if any(low in WERE and after in SET_TO for low, after in pairwise(behind)):
        return True  # "the talks were due to take place on Sunday"
    if any(pair == ("about", "to") and behind[n - 1 : n] in ABOUT_BEFORE for n, pair in enumerate(pairwise(behind))):
        return True  # "the talks were about to begin"
    if any(behind[n] in WERE and behind[n + 1 : n + 3] == ["set", "for"] for n in range(len(behind))):
        return True  # "the meeting that is set for March"
    return bool(DUE & set(behind) - {"due", "set"}) or not SET_APART.isdisjoint(pairwise(behind))


def _is_to_be_done(clause: Clause, last: int) -> bool:
    """Tell whether a relative clause says so: "a tour that will take her to Peru", "the visit that he will make"."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first > last), None)
    if number is None:
        return False
    verb = clause.verbs[number]
    between = clause.words[last + 1 : verb.first]
    if verb.lemma == "take" and between[-1:] in (["that"], ["which"]):
        return len(between) < LONGEST and verb.modal in ("will", "would")
    if "," in between or len(between) > REACH or of_verb(clause, number) != "planned":
        return False
    place = next((n for n, word in enumerate(between) if word in RELATIVE), -1)
    if place == len(between) - 1 and place >= 0:
        # What it is itself to do says little: "a visit that would have effects".
        return verb.lemma in BEGINNING or (clause.is_spanish and verb.lemma in DOING) or verb.is_passive
    return verb.lemma in DOING and (place >= 0 or between[:1] in PRONOUNS_BEFORE)


def of_occasion(clause: Clause, first: int) -> str:
    """Return the modality of what is still to be done "during" what a noun names: "will raise it in a meeting"."""
    place = next((n for n in range(first - 1, max(-1, first - OCCASION), -1) if clause.words[n] in DURING), -1)
    opening = next((n for n in range(first - 1, max(-1, first - AT_REACH), -1) if clause.words[n] in AT), -1)
    number = next((n for n in range(len(clause.verbs) - 1, -1, -1) if clause.verbs[n].head < max(place, opening)), None)
    if number is None:
        return ""
    verb = clause.verbs[number]
    if place < 0 and not (opening >= 0 and verb.lemma in AIRING):
        return ""
    place = max(place, opening)
    is_due = verb.is_infinitive and not IS_TO.isdisjoint(clause.words[max(0, verb.first - 1) : verb.first])
    if verb.modal not in ("will", "shall", "would") and not is_due:
        return ""
    if "," in clause.words[clause.verbs[number].head : place]:
        return ""
    outer = of_verb(clause, number)
    return outer if outer in ("planned", "hypothetical") else ""


def has_collapsed(clause: Clause, last: int) -> bool:
    """Tell whether what a noun names had been planned, as the words behind it say, and did not come about."""
    verb = next((v for v in clause.verbs if v.lemma == "collapse" and 0 < v.first - last <= FALLEN), None)
    if verb is None or verb.tense != "past" or verb.modal or verb.is_negated:
        return False
    if clause.words[verb.head + 1 : verb.head + 2] == ["before"] and verb.head + 3 in clause.heads:
        return True  # "collapsed before it began"
    return not DUE.isdisjoint(clause.words[last + 1 : verb.first])
