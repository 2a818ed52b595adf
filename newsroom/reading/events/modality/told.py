"""Tell what a clause behind "that" is worth: feared or hoped, only told, called false, or wished for."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.events.bringing import is_outcome
from newsroom.reading.events.modality.clauses import has_neither
from newsroom.reading.events.modality.words import NEAR_INTENT, REACH, REACH_OF_NOUN, WISHING
from newsroom.reading.grammar import window_start
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

ABOUT = frozenset("to about toward towards".split())
AIMED = (["aimed", "at"], ["aiming", "at"], ["need", "of"], ["need", "for"], ["importance", "of"], ["necessity", "of"])
PERHAPS = frozenset("perhaps maybe possibly quiza quizas".split())
# What opens a "that" whose clause nobody says to be so.
DOUBTING = frozenset(
    "fear fears feared hope hopes hoped hoping doubt doubts doubted doubtful worry worries worried concern concerns"
    " speculation speculate speculated rumour rumours rumor rumors risk danger chance chances possibility prospect"
    " likelihood possible conceivable unlikely likely improbable unthinkable impossible wish wished hopeful optimistic"
    " confident afraid wondered belief expectation expectations posible probable improbable temor temores rumor"
    " rumores riesgo miedo ojala quiera duda dudas".split()
)
# What is told, and what would vouch for it.
REPORTED = frozenset(
    "report reports claim claims allegation allegations accusation accusations suggestion suggestions assertion"
    " assertions notion story stories tale tales rumour rumours rumor rumors rumores".split()
)
PROOFS = frozenset("evidence proof truth confirmation indication indications sign signs word guarantee".split())
GOING_ROUND = frozenset(
    "spread circulated rumoured rumored rumorea rumoreaba especula".split()
)  # "word spread that", "it was rumoured that"
GOSSIPS = frozenset(
    "posts websites blogs blog users rumours rumors rumour rumor gossip tabloid tabloids whispers stories".split()
)
NOW = frozenset("is was 's high about past".split())  # before "time", where it is time for something
NEAR_CUE = 3  # tokens from a cue to "that"
FALSE = frozenset("false baseless untrue unfounded groundless fabricated incorrect nonsense lies fake wrong".split())
THAT = frozenset(("that", "que"))
VOUCHING = frozenset("confirm acknowledge admit verify corroborate concede".split())
TELLING = SAYING | VOUCHING | {"accept"}
DISOWNING = frozenset(
    "comment deny dismiss reject discuss address react respond distance distanc rebuff rebut brush scoff laugh scotch"
    " quash ridicule mock downplay deride".split()
)
BELIEVING = frozenset("believe think suspect assume imagine presume".split())
OWN_WORD = frozenset("it he she they we".split())
FALSELY = frozenset("falsely wrongly mistakenly erroneously incorrectly".split())
# What something does not do that is no sign of an act; "this is not to say that".
MEANING = frozenset("imply mean signify entail presuppose amount constitute say".split())
NEGATIONS = frozenset(("not", "n't", "never"))
PARTED = frozenset((",", ";", "but", "because"))
# What takes back what was told, right before it: "retracted a report that".
RETRACTING = frozenset("retract withdraw refute debunk disprove dispute".split())


def worth_of_told(clause: Clause, number: int) -> str:
    """Return what the words before "that" make of a verb's clause: nobody vouches for it, or it is called false."""
    verb = clause.verbs[number]
    if not FALSELY.isdisjoint(clause.words[: verb.first]) and _is_told_falsely(clause, number):
        return "negated"
    that = _opener(clause, number)
    if that < 1:
        return ""
    low, before = clause.words[_noun_before(clause, that)], clause.words[max(0, that - REACH_OF_NOUN) : that]
    cue = next((v for v in reversed(clause.verbs[:number]) if v.head < that), None)
    is_denied = "no" in before or (cue is not None and cue.is_negated)
    if low in ("false", "untrue", "incorrect", "wrong", "falso") or (low in ("true", "cierto") and is_denied):
        return "negated"
    if low in REPORTED:
        is_false = ("no", "truth") in pairwise(clause_lows := clause.words[:that])
        is_false = is_false or (cue is not None and cue.lemma in RETRACTING and not cue.is_negated)
        is_false = is_false or "false" in clause_lows[-REACH_OF_NOUN:] or _is_called_false(clause, verb)
        is_vouched = cue is not None and cue.lemma in VOUCHING and not (cue.is_negated or cue.modal)
        is_own = cue is None or cue.lemma not in DISOWNING  # but "declined to comment on a report that it had struck"
        is_vouched = is_vouched or (
            is_own and clause.words[that + 1] in OWN_WORD and not verb.is_passive
        )  # "the claim that it struck"
        is_medium = clause.words[max(0, that - 3)] == "in"  # "said in a report that"
        return "negated" if is_false else "" if is_vouched or is_medium else "alleged"
    if low in PROOFS and "no" in before:
        return "negated" if low in ("evidence", "proof", "truth") else "hypothetical"
    is_believed = cue is not None and cue.lemma in BELIEVING and cue.is_finite and that == cue.head + 1
    if is_believed and cue is not None and (not cue.is_passive or clause.words[cue.first - 1] == "it"):
        return "alleged"  # "believed that he had been rung up", "it is widely assumed that"
    is_had = low == "it" and clause.words[that - 2] in ("has", "had", "have")  # "rumour has it that"
    if is_had or low in GOING_ROUND or (cue is not None and that - cue.head <= NEAR_CUE and _is_gossip(clause, cue)):
        return "alleged"
    if cue is None or that - cue.head > NEAR_CUE or cue.lemma not in TELLING:
        return ""
    number_of_cue = clause.verbs.index(cue)
    is_open = cue.is_negated and clause.words[cue.head + 1] != "only"
    is_open = is_open or {"neither", "nor"} & set(clause.words[cue.first - 1 : cue.head]) != set()
    is_nobody = has_neither(clause, number_of_cue) and cue.lemma != "deny"
    return "hypothetical" if is_open or is_nobody else ""


def _is_gossip(clause: Clause, cue: Verb) -> bool:
    """Tell whether nobody who answers for it says or carries something: "social media posts said", "a blog wrote"."""
    if clause.lows.isdisjoint(GOSSIPS) or cue.is_negated or cue.is_infinitive:
        return False
    return not GOSSIPS.isdisjoint(clause.words[max(0, cue.first - 2) : cue.first])


def _noun_before(clause: Clause, that: int) -> int:
    """Return the token of the noun before "that", whose it is left out: "accusations by Chile that"."""
    owner = clause.named.at(that - 1)
    if owner is None and clause.is_spanish and clause.words[that - 1] == "de":
        return that - 2  # "el rumor de que"
    is_owned = owner is not None and owner.first > 1 and clause.words[owner.first - 1] in ("by", "from")
    return owner.first - 2 if owner is not None and is_owned else that - 1


def _is_not_meant(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in what something else is said not to mean: "does not mean that X breaks off ties"."""
    if clause.lows.isdisjoint(MEANING) or clause.lows.isdisjoint(NEGATIONS):
        return False
    words = clause.words[: clause.verbs[number].first]
    for place in range(len(words) - 1, 0, -1):
        if words[place] in PARTED:
            return False
        if words[place] in MEANING:
            is_said = words[place] == "say"
            return words[place - 2 : place] == ["not", "to"] if is_said else words[place - 1] in NEGATIONS
    return False


def _is_told_falsely(clause: Clause, number: int) -> bool:
    """Tell whether the verb before one of an act says it falsely: "wrongly said it had expelled"."""
    cue = clause.verbs[number - 1] if number else None
    return cue is not None and cue.lemma in SAYING and not FALSELY.isdisjoint(clause.words[cue.first - 1 : cue.head])


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
        if clause.tokens[place].text in ",;" or place in clause.heads:
            break
    return -1


def is_doubted(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in what is only feared, hoped or thought possible: "fears that X will attack"."""
    verb = clause.verbs[number]
    if _is_not_meant(clause, number):
        return True
    if not clause.lows.isdisjoint(PERHAPS):
        first = window_start(clause, number)
        if not PERHAPS.isdisjoint(clause.words[max(0, first - 2) : verb.first][1:]):
            return True
    if clause.lows.isdisjoint(DOUBTING):
        return False
    if (that := _opener(clause, number)) > 0:
        cue = next((v for v in reversed(clause.verbs[:number]) if v.head < that), None)
        is_vouched = cue is not None and cue.lemma in VOUCHING and that - cue.head <= NEAR_CUE
        return clause.words[that - 1] in DOUBTING and not (is_vouched and cue is not None and not cue.is_negated)
    return verb.is_infinitive and clause.words[verb.first - 1] in ("unlikely", "impossible", "likely")


def is_wished(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in what somebody asks or wishes for: "demanded that X release", "pidió que X vaya"."""
    verb = clause.verbs[number]
    if verb.form == "ing" and not verb.has_auxiliary and verb.first:
        before = clause.words[max(0, verb.first - 2) : verb.first]
        if (before[-1] in ABOUT and not _is_resorted_to(clause, number)) or before in AIMED:
            return True  # "issues related to normalizing ties", "talks aimed at normalizing ties"
    if verb.is_passive and not verb.is_infinitive and clause.words[verb.first] == "be":
        return True  # "insisted that they be freed"
    if _is_subjunctive(clause, verb) and _opener(clause, number) > 0:
        return True  # "the resolution demands that Uganda withdraw"
    if _is_overdue(clause, number):
        return True
    while number and clause.verbs[number].is_sharing:
        number -= 1  # "hopes that both will build trust and resolve the row"
    opening = clause.verbs[number]
    for other in reversed(clause.verbs[:number]):
        if other.lemma in WISHING and not other.is_negated and other.is_finite:
            if opening.is_negated and opening.modal in ("can", "could"):
                return False  # "called the minister but could not reach him"
            between = clause.words[other.head + 1 : opening.first]
            is_clause = not THAT.isdisjoint(between) or (bool(opening.modal) and "," not in between)
            return is_clause and opening.first - other.head <= REACH
        if other.is_finite and not other.is_infinitive:
            return False
    return False


def _is_resorted_to(clause: Clause, number: int) -> bool:
    """Tell whether an "-ing" names that to which somebody came in the end: "resorted to closing the border"."""
    return number > 0 and is_outcome(clause, clause.verbs[number - 1])


def _is_overdue(clause: Clause, number: int) -> bool:
    """Tell whether the time is said to have come for an act: "It is high time that Chile signed the treaty"."""
    verb = clause.verbs[number]
    if clause.lows.isdisjoint(("time",)) or verb.tense != "past" or verb.has_auxiliary:
        return False
    lead = clause.words[max(0, verb.first - REACH) : verb.first]
    place = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] == "time"), 0)
    return place > 1 and lead[place - 1] in NOW and "it" in lead[max(0, place - NEAR_CUE) : place]


def _is_subjunctive(clause: Clause, verb: Verb) -> bool:
    """Tell whether a bare verb follows one state or person at once, which then only is to do it."""
    if verb.form != "base" or verb.has_auxiliary or verb.is_infinitive or verb.modal or clause.is_spanish:
        return False
    mention = clause.named.at(verb.first - 1)
    return mention is not None and len(mention.actor.countries) == 1 and not mention.is_plural


def is_wanted(clause: Clause, number: int) -> bool:
    """Tell whether a participle says what somebody wants done: "wants sanctions imposed on"."""
    verb = clause.verbs[number]
    before = clause.verbs[number - 1] if number else None
    is_bare = verb.form in ("past_or_part", "part") and not verb.has_auxiliary
    if before is None or not is_bare or before.lemma not in ("want", "need") or before.is_passive:
        return False
    return 1 < verb.first - before.head <= NEAR_INTENT and clause.words[verb.first - 1] not in ("and", "that")
