"""Tell what keeps an act from having come about: it was shunned, missed, averted, all but done, or is only feared.

These are words round the act, in English and Spanish: before its verb ("without signing", "nearly signed", "fears that
X will sign"), before its noun ("skipped a meeting", "rumours of a visit"), or behind it ("a clash was averted").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import window_start
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import PREPOSITIONS, Verb

# Verbs whose "-ing" behind "from" or "off" was not done; verbs whose object did not come about.
KEEPING = frozenset("hold keep bar block stop prevent deter discourage dissuade restrain back shy".split())
SHUNNING = frozenset(
    "avoid skip boycott shun evade dodge forgo sidestep eschew avert forestall foil thwart prevent preclude"
    " miss veto".split()
)
SPARING = frozenset(("spare", "escape"))  # in either voice: "was spared an attack"
# Words right before an "-ing" or a bare verb that say that it was not done.
FORGONE = frozenset(
    (
        ("without",),
        ("sin",),
        ("instead", "of"),
        ("rather", "than"),
        ("far", "from"),
        ("short", "of"),
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
# Words right before it that say how little was wanting.
ALL_BUT = frozenset(
    (
        ("verge", "of"),
        ("brink", "of"),
        ("edge", "of"),
        ("cusp", "of"),
        ("threshold", "of"),
        ("close", "to"),
        ("closer", "to"),
        ("near", "to"),
    )
)
NEARLY_DOING = ALL_BUT | frozenset(
    (
        ("point", "of"),
        ("a", "punto", "de"),
        ("al", "borde", "de"),
        ("prospect", "of"),
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
LONGEST = 3
# Verbs that give up what was planned or decided, and what it is called before "to".
DROPPING = frozenset("withdraw revoke rescind shelve abandon delay adjourn defer axe".split())
HALTING = DROPPING | {"suspend"}  # in Spanish a visit that is not to be "fue suspendida"
REVOKING = frozenset("revoke rescind reverse overturn".split())
GIVING_UP = DROPPING | REVOKING | frozenset("cancel scrap drop postpone suspend freeze ditch nix".split())
INTENTS = frozenset("plan plans decision idea proposal proposals threat threats bid intention move order offer".split())
# What says that it had been planned otherwise.
ONCE = frozenset(("originally", "initially"))
AS_PLANNED = frozenset(
    ("as", word) for word in ("planned", "scheduled", "expected", "intended", "announced", "originally", "previously")
) | frozenset(("como", word) for word in ("estaba", "previsto", "planeado", "programado"))
AWAITING = frozenset("once until till before when after".split())
NEARLY = frozenset("almost nearly casi".split())
PERHAPS = frozenset("perhaps maybe possibly quiza quizas".split())
# What opens a "that" whose clause nobody says to be so.
DOUBTING = frozenset(
    "fear fears feared hope hopes hoped hoping doubt doubts doubted doubtful worry worries worried concern concerns"
    " speculation speculate speculated rumour rumours rumor rumors risk danger chance chances possibility prospect"
    " likelihood possible conceivable unlikely likely improbable unthinkable impossible wish wished hopeful optimistic"
    " confident afraid wondered belief expectation expectations posible probable improbable temor temores rumor"
    " rumores riesgo miedo ojala quiera duda dudas".split()
)
RUMOURED = frozenset("rumours rumour rumors rumor speculation unconfirmed rumores".split())
# What is said to be "for" something to come.
PLANNED_FOR = frozenset("plan plans preparations arrangements".split())
WANTED_FOR = frozenset("bid hopes push pressure conditions prospects".split())
# What is told, and what would vouch for it.
REPORTED = frozenset(
    "report reports claim claims allegation allegations accusation accusations suggestion suggestions assertion"
    " assertions notion".split()
)
PROOFS = frozenset("evidence proof truth confirmation indication indications sign signs word guarantee".split())
FALSE = frozenset("false baseless untrue unfounded groundless fabricated incorrect nonsense lies fake wrong".split())
NEITHER = frozenset("neither none nobody ni nadie ninguno".split())
THAT = frozenset(("that", "que"))
FEARED = frozenset("fear fears feared fearing dread dreaded".split())
SPOKEN_OF = frozenset((word, "of") for word in "warn warns warned warning warnings talk".split()) | frozenset(
    (("away", "from"), ("back", "from"), ("warnings", "about"))
)
CAME_TO_NOTHING = frozenset(("came", "to", word) for word in ("nothing", "naught", "nought"))
BACKING_OUT = frozenset("away off out".split())
UNREAL = frozenset("would could might may can".split())
# What takes back what was told, right before it: "retracted a report that".
RETRACTING = frozenset("retract withdraw refute debunk disprove dispute".split())
AHEAD_OF = frozenset((("ahead", "of"), ("eve", "of"), ("run-up", "to"), ("runup", "to"), ("visperas", "de")))
REACH, REACH_OF_NOUN, NEAR_INTENT = 12, 4, 6
# What ends the phrase that "no" opens, or makes it no denial: "no doubt the talks", "no longer".
NOT_DESCRIBING = PREPOSITIONS | frozenset(", doubt longer less and but or the a that who which".split())


def undone(clause: Clause, number: int) -> str:
    """Return the modality of a verb where the words round it say that its act did not come about, else nothing."""
    verb, tokens = clause.verbs[number], clause.tokens
    start = verb.first
    while start and (tokens[start - 1].low in ("ever", "even", "formally") or tokens[start - 1].low.endswith("ly")):
        if tokens[start - 1].low in NEARLY:
            return "negated"
        start -= 1
    if start and tokens[start - 1].low in NEARLY:
        return "negated"
    is_bare = not verb.is_finite or verb.form == "base"
    if is_bare and not verb.has_auxiliary:
        before = tuple(token.low for token in tokens[max(0, start - LONGEST) : start])
        ends = {before[n:] for n in range(len(before))}
        if ends & FORGONE or _is_kept_from(clause, number, start):
            return "negated"
        if ends & NEARLY_DOING:
            return "hypothetical"
    if verb.is_infinitive and "yet" in (tokens[start - 1].low, tokens[start].low):
        return "negated"  # "has yet to apologise"
    if (verb.is_infinitive and _is_dropped(clause, number)) or is_off_the_plan(clause, number):
        return "cancelled"
    if _has_neither(clause, number) or _is_inverted(clause, number):
        return "negated"
    if _is_cleft(clause, number) or _is_before_any(clause, number) or _has_no_object(clause, verb):
        return "negated"
    if told := _told(clause, number):
        return told
    if _is_doubted(clause, number) or _is_unreal(clause, number) or _is_wanted(clause, number):
        return "hypothetical"
    return "planned" if _awaits(clause, number) else ""


def _is_kept_from(clause: Clause, number: int, start: int) -> bool:
    """Tell whether a verb keeps somebody from an "-ing": "was barred from entering", "held off from naming"."""
    governor = clause.verbs[number - 1] if number else None
    if governor is None or clause.words[start - 1] not in ("from", "off"):
        return False
    return governor.lemma in KEEPING and not governor.is_negated and start - governor.head <= REACH


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
        is_near = 0 < verb.first - governor.head <= NEAR_INTENT
        return is_near and not ONCE.isdisjoint(clause.words[governor.first : verb.first])
    last = clause.verbs[number + 1].first if number + 1 < len(clause.verbs) else len(clause.tokens)
    return verb.is_negated and not AS_PLANNED.isdisjoint(pairwise(clause.words[verb.head + 1 : last + 1]))


def _has_neither(clause: Clause, number: int) -> bool:
    """Tell whether "neither", "none of" or "nobody" is the subject or object: "Neither Peru nor Chile signed"."""
    if clause.lows.isdisjoint(NEITHER):
        return False
    verb, first = clause.verbs[number], window_start(clause, number)
    if clause.words[verb.head + 1 : verb.head + 2] in (["neither"], ["none"]):
        return True
    return not verb.is_infinitive and not NEITHER.isdisjoint(clause.words[max(0, first - 1) : verb.first])


def _has_no_object(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb has none of its object, or goes back on it: "signed no treaty", "backed away from a deal"."""
    behind = clause.words[verb.head + 1 : verb.head + LONGEST]
    if verb.lemma == "back" and not BACKING_OUT.isdisjoint(behind[:1]):
        return True
    is_none = behind[:1] == ["no"] and (NOT_DESCRIBING | {"fewer", "other"}).isdisjoint(behind[1:])
    return not clause.is_spanish and (is_none or behind in (["not", "a"], ["not", "one"]))


def _is_before_any(clause: Clause, number: int) -> bool:
    """Tell whether "before any" opens the clause of a verb: "left before any deal was signed"."""
    if clause.lows.isdisjoint(("before",)):
        return False
    lead = clause.words[max(0, window_start(clause, number) - 1) : clause.verbs[number].first]
    return ("before", "any") in pairwise(lead)


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


def _is_wanted(clause: Clause, number: int) -> bool:
    """Tell whether a participle says what somebody wants done: "wants sanctions imposed on"."""
    verb = clause.verbs[number]
    before = clause.verbs[number - 1] if number else None
    is_bare = verb.form in ("past_or_part", "part") and not verb.has_auxiliary
    if before is None or not is_bare or before.lemma not in ("want", "need") or before.is_passive:
        return False
    return 1 < verb.first - before.head <= NEAR_INTENT and clause.words[verb.first - 1] not in ("and", "that")


def _awaits(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in a clause of time before what will be: "once X apologises, Y will return"."""
    if clause.lows.isdisjoint(AWAITING):
        return False
    verb, first = clause.verbs[number], window_start(clause, number)
    is_now = verb.tense == "present" and not verb.modal and not verb.is_infinitive and not verb.is_perfect
    if not is_now or verb.form == "aux" or (verb.form == "ing" and verb.has_auxiliary):
        return False
    lead = set(clause.words[max(0, first - 1) : verb.first])
    return bool(AWAITING & lead) and any(v.modal in ("will", "would", "wo", "shall") for v in clause.verbs)


def _told(clause: Clause, number: int) -> str:
    """Return what the words before "that" make of a verb's clause: nobody vouches for it, or it is called false."""
    verb = clause.verbs[number]
    that = _opener(clause, number)
    if that < 1:
        return ""
    low, before = (
        clause.words[that - 1],
        clause.words[max(0, that - REACH_OF_NOUN) : that],
    )
    cue = next((v for v in reversed(clause.verbs[:number]) if v.head < that), None)
    is_denied = "no" in before or (cue is not None and cue.is_negated)
    if low in ("false", "untrue", "incorrect", "wrong", "falso") or (low in ("true", "cierto") and is_denied):
        return "negated"
    if low in REPORTED:
        is_false = ("no", "truth") in pairwise(clause_lows := clause.words[:that])
        is_false = is_false or (cue is not None and cue.lemma in RETRACTING and not cue.is_negated)
        is_false = is_false or "false" in clause_lows[-REACH_OF_NOUN:] or _is_called_false(clause, verb)
        return "negated" if is_false else ""
    if low in PROOFS and "no" in before:
        return "negated" if low in ("evidence", "proof", "truth") else "hypothetical"
    if cue is None or that - cue.head > 3 or cue.lemma not in SAYING:
        return ""
    number_of_cue = clause.verbs.index(cue)
    is_open = cue.is_negated and clause.words[cue.head + 1] != "only"
    is_open = is_open or {"neither", "nor"} & set(clause.words[cue.first - 1 : cue.head]) != set()
    return "hypothetical" if is_open or _has_neither(clause, number_of_cue) else ""


def _is_called_false(clause: Clause, verb: Verb) -> bool:
    """Tell whether what is behind a verb calls all before it false: "Claims that X attacked are baseless"."""
    later = next((v for v in clause.verbs if v.head > verb.head and v.lemma == "be" and not v.is_negated), None)
    return later is not None and bool(FALSE & set(clause.words[later.head + 1 : later.head + REACH_OF_NOUN]))


def _opener(clause: Clause, number: int) -> int:
    """Return the "that" that opens the clause of a verb, else -1."""
    if clause.lows.isdisjoint(THAT):
        return -1
    verb = clause.verbs[number]
    for place in range(verb.first - 1, max(0, verb.first - REACH), -1):
        if clause.words[place] in THAT:
            return place
        if clause.tokens[place].text in ",;" or any(other.head == place for other in clause.verbs):
            break
    return -1


def _is_doubted(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in what is only feared, hoped or thought possible: "fears that X will attack"."""
    verb = clause.verbs[number]
    if not clause.lows.isdisjoint(PERHAPS):
        first = window_start(clause, number)
        if not PERHAPS.isdisjoint(clause.words[max(0, first - 2) : verb.first][1:]):
            return True
    if clause.lows.isdisjoint(DOUBTING):
        return False
    if (that := _opener(clause, number)) > 0:
        return clause.words[that - 1] in DOUBTING
    return verb.is_infinitive and clause.words[verb.first - 1] in ("unlikely", "impossible")


def _is_unreal(clause: Clause, number: int) -> bool:
    """Tell whether "had" before its subject makes a condition: "Had Chile attacked, Peru would have", "should X"."""
    verb = clause.verbs[number]
    if verb.form not in ("past", "past_or_part", "part") or verb.has_auxiliary or not number:
        return False
    opener = clause.verbs[number - 1]
    is_had = opener.head == opener.first and clause.words[opener.head] == "had" and opener.lemma == "have"
    unreal = any(v.modal in ("would", "could", "might") and v.is_perfect for v in clause.verbs)
    return is_had and unreal and opener.head < verb.first - 1


def _is_none(before: Sequence[str]) -> bool:
    """Tell whether "no" opens the phrase that a noun ends: "no talks", "no high-level bilateral contacts"."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n] == "no"), len(before))
    return place < len(before) and NOT_DESCRIBING.isdisjoint(before[place + 1 :])


def _is_feared(before: Sequence[str]) -> bool:
    """Tell whether a word of fear or hope stands before a noun, and none that says it was of what came about."""
    place = next((n for n in range(len(before) - 1, -1, -1) if before[n] in FEARED), len(before))
    return place < len(before) and {"after", "over", "about", "since", "that", "the", ","}.isdisjoint(before[place:])


def _is_indefinite(clause: Clause, first: int) -> bool:
    """Tell whether "a" opens the phrase that a noun ends, as far as a preposition before it."""
    for place in range(first - 1, max(-1, first - REACH_OF_NOUN - 1), -1):
        if clause.words[place] in ("a", "an"):
            return True
        if clause.words[place] in NOT_DESCRIBING:
            break
    return False


def undone_noun(clause: Clause, first: int, last: int, governor: Verb | None) -> str:
    """Return the modality that the words round a noun give it, where they say that it did not or may not come about."""
    before = clause.words[max(0, first - 6) : first]
    pairs = set(pairwise(before))
    if RUMOURED & set(before):
        return "alleged"
    if pairs & SPOKEN_OF or _is_feared(before):
        return "hypothetical"
    if ("no", "truth") in pairs or _is_none(before):
        return "negated"
    if "for" in before[-REACH_OF_NOUN:]:
        owner = before[before.index("for") - 1] if before.index("for") else ""
        if owner in PLANNED_FOR or owner in WANTED_FOR:
            return "planned" if owner in PLANNED_FOR else "hypothetical"
    if pairs & AHEAD_OF:
        return "planned"
    if ("sin", "efecto") in pairs:
        return "cancelled"  # "dejó sin efecto la expulsión"
    if ALL_BUT & set(pairwise(before[-REACH_OF_NOUN:])):
        return "hypothetical"  # "on the brink of war"
    if governor is None or governor.is_negated:
        return ""
    if governor.lemma in SPARING and governor.head < first:
        return "negated"
    if governor.first > last and tuple(clause.words[governor.head : governor.head + LONGEST]) in CAME_TO_NOTHING:
        return "negated"
    if governor.first > last and governor.modal in UNREAL and _is_indefinite(clause, first):
        return "hypothetical"  # "an apology would help"
    if governor.lemma not in SHUNNING or governor.is_passive is not (governor.head > last):
        return ""
    is_met = governor.head < first and bool({"after", "during", "at", "in"} & set(before))
    return "" if is_met else "negated"  # "skipped a meeting", "a clash was averted"
