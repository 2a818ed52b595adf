"""Tell which words beside a verb say that its act did not come about: forgone, all but done, dropped."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.clauses import awaits, has_neither, is_before_any, is_of_anybody, is_unreal
from newsroom.reading.events.modality.gerunds import unfulfilled
from newsroom.reading.events.modality.told import is_doubted, is_wanted, worth_of_told
from newsroom.reading.events.modality.words import (
    ALL_BUT,
    GIVING_UP,
    INTENTS,
    LONGEST,
    NEAR_INTENT,
    NOT_DESCRIBING,
    ONCE,
    REACH,
    REACH_OF_NOUN,
)
from newsroom.reading.grammar import window_start
from newsroom.reading.tense import otherwise
from newsroom.reading.verbs import Verb

NOBODY = frozenset("no not ningun ninguna".split())
# Behind "no", what opens another clause, or makes it no denial: "no envoy since X left", "no longer".
NO_MORE = frozenset(", said longer doubt only solo solamente since after when because until desde cuando".split())
# Verbs whose "-ing" behind "from" or "off" was not done; verbs whose object did not come about.
SCARCELY = frozenset("hardly scarcely barely rarely seldom".split())
KEEPING = frozenset("hold keep bar block stop prevent deter discourage dissuade restrain back shy".split())
TALKING = frozenset("talk argue scare frighten".split())
# Words right before an "-ing" or a bare verb that say that it was not done.
FORGONE = frozenset(
    (
        ("without",),
        ("sin",),
        ("instead", "of"),
        ("refusal",),
        ("rather", "than"),
        ("far", "from"),
        ("way", "from"),
        ("no", "closer", "to"),
        ("no", "nearer", "to"),
        ("short", "of"),
        ("anything", "but"),
        ("nowhere", "near"),
        ("anywhere", "near"),
        ("talked", "out", "of"),
        ("opted", "out", "of"),
        ("gave", "up", "on"),
        ("given", "up", "on"),
        ("en", "vez", "de"),
        ("en", "lugar", "de"),
        ("off", "on"),
        ("off", "from"),
        ("back", "from"),
        ("away", "from"),
        ("decided", "against"),
        ("decision", "against"),
        ("opted", "against"),
        ("argued", "against"),
        ("warned", "against"),
        ("advised", "against"),
        ("warning", "against"),
    )
)
NEARLY_DOING = ALL_BUT | frozenset(
    (
        ("point", "of"),
        ("a", "punto", "de"),
        ("al", "borde", "de"),
        ("prospect", "of"),
        ("danger", "of"),
        ("nightmare", "of"),
        ("spectre", "of"),
        ("specter", "of"),
        ("likelihood", "of"),
        ("dream", "of"),
        ("fear", "of"),
        ("fears", "of"),
        ("possibility", "of"),
        ("idea", "of"),
        ("option", "of"),
        ("risk", "of"),
        ("talk", "of"),
        ("chance", "of"),
        ("hope", "of"),
        ("hopes", "of"),
        ("threat", "of"),
        ("threats", "of"),
        ("intention", "of"),
        ("intent", "of"),
        ("aim", "of"),
        ("goal", "of"),
        ("purpose", "of"),
        ("sights", "on"),
        ("view", "to"),
        ("way", "of"),
        ("ways", "of"),
        ("posibilidad", "de"),
    )
)
THWARTING = frozenset(
    "block thwart foil frustrate veto oppose reject decline refuse spurn snub rebuff dismiss scuttle torpedo prevent"
    " obstruct stymie".split()
)
TRIED = INTENTS | frozenset(
    "attempt attempts effort efforts invitation invitations offers moves bids motion resolution push request"
    " requests".split()
)
AS_PLANNED = frozenset(
    ("as", word) for word in ("planned", "scheduled", "expected", "intended", "announced", "originally", "previously")
) | frozenset(("como", word) for word in ("estaba", "tenia", "tenian", "previsto", "planeado", "programado"))
NO_INTENTIONS = frozenset((noun, "of") for noun in ("intention", "intent", "idea", "thought"))
EACH = frozenset(("each", "every"))
NEARLY = frozenset("almost nearly casi".split())
WITHIN = frozenset(("where", "during", "when"))
LACKING, REACH_OF_LACK = frozenset(("without", "with", "sin")), 8
PAST_LACK = frozenset((",", "tras", "luego", "despues", "after", "before", "antes"))  # "left without a word after"
STAYING_AWAY = frozenset("stay remain skip miss call pull fall decide send refuse decline fail".split())
BACKING_OUT = frozenset("away off out".split())


def undone(clause: Clause, number: int) -> str:
    """Return the modality of a verb where the words round it say that its act did not come about, else nothing."""
    verb, tokens = clause.verbs[number], clause.tokens
    start = verb.first
    while start and (
        tokens[start - 1].low in ("ever", "even", "casi") or tokens[start - 1].low.endswith(("ly", "most"))
    ):
        if tokens[start - 1].low in NEARLY:
            return "negated"
        start -= 1
    if ("all", "but") in pairwise(clause.words[max(0, start - LONGEST) : verb.head]):
        return "hypothetical"  # "all but agreed"
    if not SCARCELY.isdisjoint(clause.lows) and _is_scarce(clause, verb, start):
        return "negated"
    if verb.form == "ing" and not verb.has_auxiliary and (left_open := _of_gerund(clause, number, start)):
        return left_open
    is_bare = not verb.is_finite or verb.form == "base"
    if is_bare and not verb.has_auxiliary:
        behind = start + (tokens[start].low == "de" and start < verb.head)  # Spanish: "a punto de romper"
        before = tuple(token.low for token in tokens[max(0, behind - LONGEST) : behind])
        ends = {before[n:] for n in range(len(before))}
        if ends & FORGONE or _is_kept_from(clause, number, start):
            return "negated"
        if ends & NEARLY_DOING:
            return "hypothetical"
    is_yet = "yet" in (tokens[start - 1].low, tokens[start].low)
    if verb.is_infinitive and (is_yet or _is_thwarted(clause, number)):
        return "negated"  # "has yet to apologise"
    if (verb.is_infinitive and _is_dropped(clause, number)) or is_off_the_plan(clause, number):
        return "cancelled"
    if has_neither(clause, number) or _is_inverted(clause, number):
        return "negated"
    if _is_cleft(clause, number) or is_before_any(clause, number) or _has_no_object(clause, verb):
        return "negated"
    if told := worth_of_told(clause, number):
        return told
    is_open = is_unreal(clause, number) or is_of_anybody(clause, number) or _is_for_each(clause, verb)
    if is_open or is_doubted(clause, number) or is_wanted(clause, number):
        return "hypothetical"
    return "planned" if awaits(clause, number) else ""


def _is_for_each(clause: Clause, verb: Verb) -> bool:
    """Tell whether a participle says what each time must be done first: "a day for every ten prisoners released"."""
    is_bare = verb.form in ("part", "past_or_part") and not verb.has_auxiliary
    if not is_bare or clause.lows.isdisjoint(EACH) or "for" not in clause.lows:
        return False
    before = clause.words[max(0, verb.first - REACH) : verb.first]
    place = next((n for n in range(len(before) - 1, 0, -1) if before[n] in EACH), 0)
    return place > 0 and before[place - 1] == "for" and "," not in before[place:]


def _is_scarce(clause: Clause, verb: Verb, start: int) -> bool:
    """Tell whether an act hardly came about: "have barely spoken"; but "had hardly signed when" tells that it did."""
    is_just_then = verb.is_perfect and verb.tense == "past"
    return not is_just_then and not SCARCELY.isdisjoint(clause.words[max(0, start - 1) : verb.head])


def _of_gerund(clause: Clause, number: int, start: int) -> str:
    """Return the modality of an "-ing" by the words before it: "by not attending", "without a deal being signed"."""
    if clause.words[start - 1 : start] == ["not"] or _is_lacking(clause, number):
        return "negated"
    if (
        tuple(clause.words[max(0, start - 2) : start]) in NO_INTENTIONS
        and "no" in clause.words[max(0, start - 4) : start]
    ):
        return "negated"  # "has no intention of reopening"
    return unfulfilled(clause, number)


def _is_lacking(clause: Clause, number: int) -> bool:
    """Tell whether a clause without a finite verb says what there was not: "without any deal being signed"."""
    if clause.lows.isdisjoint(LACKING):
        return False
    start = clause.verbs[number - 1].head + 1 if number else 0
    lead = clause.words[max(start, clause.verbs[number].first - REACH_OF_LACK) : clause.verbs[number].first]
    opener = next((n for n, word in enumerate(lead) if word in LACKING), -1)
    is_none = opener >= 0 and (lead[opener] != "with" or lead[opener + 1 : opener + 2] == ["no"])
    return is_none and PAST_LACK.isdisjoint(lead[opener:])


def _is_kept_from(clause: Clause, number: int, start: int) -> bool:
    """Tell whether a verb keeps somebody from an "-ing": "was barred from entering", "held off from naming"."""
    governor = clause.verbs[number - 1] if number else None
    if governor is not None and governor.lemma in TALKING and clause.words[start - 2 : start] == ["out", "of"]:
        return start - governor.head <= REACH  # "talked Peru out of attacking"
    if governor is None or clause.words[start - 1] not in ("from", "off"):
        return False
    return governor.lemma in KEEPING and not governor.is_negated and start - governor.head <= REACH


def _is_thwarted(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive says what was tried and kept from coming about: "blocked attempts to lift"."""
    governor = clause.verbs[number - 1] if number else None
    is_down = governor is not None and governor.lemma == "turn" and clause.words[governor.head + 1] == "down"
    if governor is None or not (is_down or governor.lemma in THWARTING) or governor.is_negated or governor.modal:
        return False
    return not TRIED.isdisjoint(clause.words[governor.head + 1 : clause.verbs[number].first])


def _is_dropped(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive says what was planned and given up: "reversed its decision to expel"."""
    verb = clause.verbs[number]
    governor = clause.verbs[number - 1] if number else None
    if clause.words[verb.first - 1] not in INTENTS:
        return False
    if governor is not None and governor.lemma in GIVING_UP and verb.first - governor.head <= NEAR_INTENT:
        return not (governor.is_negated or governor.modal or governor.is_passive)
    after = next((v for v in clause.verbs[number + 1 :] if v.is_finite), None)
    return after is not None and after.is_passive and after.lemma in GIVING_UP and not (after.is_negated or after.modal)


def is_off_the_plan(clause: Clause, number: int) -> bool:
    """Tell whether what was planned will not be: "will not meet as planned", "were originally slated to meet"."""
    verb = clause.verbs[number]
    if verb.is_infinitive:
        governor = clause.verbs[number - 1] if number else verb
        if _is_within_dropped(clause, number) or _did_otherwise(clause, number):
            return True
        if verb.is_perfect and governor.lemma == "be" and governor.tense == "past" and verb.first - governor.head == 1:
            return not governor.modal  # "was to have met her"
        is_near = 0 < verb.first - governor.head <= NEAR_INTENT
        return is_near and not ONCE.isdisjoint(clause.words[governor.first : verb.first])
    last = clause.verbs[number + 1].first if number + 1 < len(clause.verbs) else len(clause.tokens)
    return verb.is_negated and not AS_PLANNED.isdisjoint(pairwise(clause.words[verb.head + 1 : last + 1]))


def _did_otherwise(clause: Clause, number: int) -> bool:
    """Tell whether who was to do it did not: "had been scheduled to visit Peru in April, but stayed at home"."""
    but = otherwise(clause, number)
    return but is not None and (but.is_negated or (but.lemma in GIVING_UP | STAYING_AWAY and not but.modal))


def _is_within_dropped(clause: Clause, number: int) -> bool:
    """Tell whether something was planned for what is given up: "cancelled a visit, where he planned to have talks"."""
    place = clause.verbs[number].first
    relative = next((n for n in range(place - 1, max(0, place - REACH), -1) if clause.words[n] in WITHIN), 0)
    main = next((v for v in reversed(clause.verbs) if v.head < relative), None)
    return main is not None and main.lemma in GIVING_UP and not (main.is_negated or main.modal)


def _has_no_object(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb has none of its object, or goes back on it: "signed no treaty", "backed away from a deal"."""
    behind = clause.words[verb.head + 1 : verb.head + LONGEST]
    if verb.lemma == "back" and not BACKING_OUT.isdisjoint(behind[:1]):
        return MEETINGS.isdisjoint(clause.words[verb.head : verb.head + REACH])  # "backed out of talks": called off
    far = clause.words[verb.head + 1 : verb.head + 1 + LONGEST + REACH_OF_NOUN]
    if verb.lemma == "keep" and not {("out", "of"), ("away", "from")}.isdisjoint(pairwise(far)):
        return True  # "kept its troops out of the war"
    is_no = behind[:1] == ["no"] and (NOT_DESCRIBING | {"fewer", "other"}).isdisjoint(behind[1:])
    is_none = is_no or behind[:1] == ["nothing"]
    return not clause.is_spanish and (is_none or behind in (["not", "a"], ["not", "one"]))


def _is_cleft(clause: Clause, number: int) -> bool:
    """Tell whether who did it is denied: "it was not Peru that attacked", "was not among those who signed"."""
    verb = clause.verbs[number]
    main = clause.verbs[number - 1] if number else None
    if main is None or main.lemma != "be" or not main.is_negated or clause.words[verb.first - 1] not in ("that", "who"):
        return False
    between = set(clause.words[main.head + 1 : verb.first - 1])
    is_first = bool({"first", "last", "time"} & between)
    return "among" in between or (main.first > 0 and clause.words[main.first - 1] == "it" and not is_first)


def _is_inverted(clause: Clause, number: int) -> bool:
    """Tell whether a negation in front turns subject and auxiliary: "Nor did Peru expel", "At no time did X enter"."""
    verb = clause.verbs[number]
    opener = clause.verbs[number - 1] if number else None
    if opener is None or verb.form not in ("base", "past_or_part") or verb.has_auxiliary or opener.form != "aux":
        return False
    lead = set(clause.words[max(0, opener.first - REACH_OF_NOUN) : opener.first])
    return opener.head < verb.first - 1 and "only" not in lead and bool({"nor", "not", "never", "no", "neither"} & lead)


def has_no_subject(clause: Clause, number: int) -> bool:
    """Tell whether "no" opens the subject of a verb: "no letter was handed", "not one minister came"."""
    if clause.lows.isdisjoint(NOBODY):
        return False
    place = clause.verbs[number].first
    phrase = clause.words[window_start(clause, number) : place]
    if phrase[:1] == ["no"] and NO_MORE.isdisjoint(phrase):
        return True  # "no ceasefire between the two armies was signed"
    before = clause.words[max(0, place - 4) : place]
    if {"ningun", "ninguna"} & set(before) or ("not", "one") in pairwise(before) or ("not", "a") in pairwise(before):
        return "," not in before
    return "no" in before and not NO_MORE & set(before[before.index("no") :])
