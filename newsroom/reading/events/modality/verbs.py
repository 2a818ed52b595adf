"""Tell whether what a verb names happened, is planned, called off, denied, or merely possible."""

from __future__ import annotations

from newsroom.reading.acts.words import TRUCES
from newsroom.reading.analysis import Clause
from newsroom.reading.events.bringing import is_brought_about, is_done_all_the_same, is_of_first, is_outcome
from newsroom.reading.events.modality.clauses import has_condition, has_neither, in_decision, in_terms, is_provided
from newsroom.reading.events.modality.decided import is_decided
from newsroom.reading.events.modality.denied import is_alleged, is_denied
from newsroom.reading.events.modality.governors import governing
from newsroom.reading.events.modality.told import is_wished
from newsroom.reading.events.modality.undone import has_no_subject, undone
from newsroom.reading.events.modality.weighed import is_weighed
from newsroom.reading.events.modality.words import CONDITIONS, PARTING, PLANNING, REFUSING, WISHING
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

BARRING = frozenset(
    "ban bar prevent stop prohibit block keep deter dissuade exclude discourage restrain forbid refrain desist".split()
)
MANAGED = frozenset("logro lograron logrado consiguio consiguieron conseguido".split())
NEVER = frozenset("no nunca jamas tampoco".split())
OCCASIONS = frozenset("where when during after and".split())
PURPORTING = frozenset("appear seem claim purport profess".split())
PACTS = frozenset(
    "accord accords agreement agreements deal deals pact pacts treaty treaties memorandum protocol understanding"
    " commitment commitments acuerdo acuerdos pacto tratado convenio".split()
)
THAT, PACT_NEAR = frozenset(("that", "which")), 6  # tokens from "that" to the verb of its clause
COMPELLING = frozenset("oblige compel force require bind commit".split())
BELIEVING = frozenset("believe think suspect report say allege understand rumour rumor assume presume".split())


def of_verb(clause: Clause, number: int) -> str:
    """Return the modality of a verb by its auxiliaries, its governor, an accusation or denial around it, and "if"."""
    verb = clause.verbs[number]
    if is_alleged(clause, verb.head) and not _is_of_pact(clause, number):
        return "alleged"
    if is_denied(clause, verb.head):
        return "negated"
    if kept := undone(clause, number):
        return "hypothetical" if kept == "cancelled" and _is_conditional(clause, number) else kept
    if (
        is_decided(clause, number)
        or is_of_first(clause, number)
        or (verb.is_infinitive and _is_behind(clause, verb.head))
    ):
        return "happened"
    if is_wished(clause, number) or is_weighed(clause, number):
        return "hypothetical"
    condition = has_condition(clause, number) or is_provided(clause, number)
    if verb.is_infinitive or (verb.form == "ing" and not verb.has_auxiliary):
        governor = governing(clause, number)
        if governor is not None:
            return _governed(clause, governor, verb, condition)
        if verb.is_infinitive:
            return "hypothetical" if condition else "planned"  # "X and Y to sign", "plans to sign"
    if condition:
        return "hypothetical"
    if verb.is_negated or has_no_subject(clause, number):
        return "hypothetical" if verb.modal in ("may", "might") and not verb.is_perfect else "negated"
    if verb.modal in ("will", "shall", "wo"):
        return "planned"
    if verb.modal in ("would", "could", "might", "should") and verb.is_perfect:
        is_hearsay = clause.is_spanish and verb.modal == "would" and clause.lows.isdisjoint(CONDITIONS)
        return "alleged" if is_hearsay else "hypothetical"  # "would have expelled them, had it found any"
    if verb.modal == "would":
        reported = any(v.tense == "past" and v.head < verb.first and not v.modal for v in clause.verbs[:number])
        reported = reported or any(v.lemma in SAYING and v.tense == "past" for v in clause.verbs[number + 1 :])
        reported = reported or _goes_on(clause, number)
        return "planned" if reported and not any(t.low in CONDITIONS for t in clause.tokens) else "hypothetical"
    if verb.modal:
        return "hypothetical"
    return in_terms(clause, number) or in_decision(clause, number) or "happened"


def _is_of_pact(clause: Clause, number: int) -> bool:
    """Tell whether a participle describes a pact that there is: "accused Chile of breaking the truce signed in May"."""
    verb = clause.verbs[number]
    if verb.form == "part" and not verb.has_auxiliary and verb.first > 0:
        return clause.words[verb.first - 1] in PACTS | TRUCES
    if not verb.is_finite or verb.tense != "past" or verb.is_negated:
        return False
    opener = next((n for n in range(verb.first - 1, max(0, verb.first - PACT_NEAR), -1) if clause.words[n] in THAT), 0)
    return opener > 0 and clause.words[opener - 1] in PACTS | TRUCES  # "a truce that Brazil brokered"


def _goes_on(clause: Clause, number: int) -> bool:
    """Tell whether "would" only goes on with a plan: "will visit Chile, where both leaders would hold talks"."""
    for place in range(number - 1, -1, -1):
        before = clause.verbs[place]
        if before.modal in ("will", "shall") and not before.is_negated:
            return not OCCASIONS.isdisjoint(clause.words[before.head : clause.verbs[number].first])
    return False


def is_open(clause: Clause, number: int) -> bool:
    """Tell whether it is open if what a verb names came about: "the need of resolving the row", "nobody was at"."""
    verb = clause.verbs[number]
    is_bare = verb.form == "ing" and not verb.has_auxiliary
    is_undone = is_bare and of_verb(clause, number) in ("hypothetical", "negated")
    is_of_nobody = has_no_subject(clause, number) or has_neither(clause, number)
    return bool(verb.modal) or verb.is_infinitive or verb.is_negated or is_undone or is_of_nobody


def is_barred(clause: Clause, number: int) -> bool:
    """Tell whether somebody is kept from what an "-ing" names: "banned X from entering"."""
    verb = clause.verbs[number]
    if verb.form != "ing" or not verb.first or clause.words[verb.first - 1] != "from":
        return False
    governor = governing(clause, number)
    return governor is not None and clause.verbs[governor].lemma in BARRING


def _is_conditional(clause: Clause, number: int) -> bool:
    """Tell whether "if" opens the clause of what governs a verb: "if Peru drops its plan to tax wine"."""
    governor = governing(clause, number)
    return has_condition(clause, number if governor is None else governor)


def _is_behind(clause: Clause, head: int) -> bool:
    """Tell whether a Spanish infinitive came about: "tras reunirse", "luego de sostener una reunión", "logró ir"."""
    before = clause.words[max(0, head - 2) : head]
    if clause.is_spanish and not MANAGED.isdisjoint(before[-1:]):
        return NEVER.isdisjoint(clause.words[max(0, head - 4) : head])  # "logró reunirse con"
    return before[-1:] == ["tras"] or before in (["luego", "de"], ["despues", "de"])


def _is_bound_to(head: Verb) -> bool:
    """Tell whether a verb says only what somebody has to do: "obliges Chile to"; in the past it was mostly done."""
    return head.lemma in COMPELLING and head.tense == "present" and not (head.is_perfect or head.is_passive)


def _governed(clause: Clause, governor: int, verb: Verb, condition: bool) -> str:
    """Return the modality of an infinitive or participle by what governs it."""
    head = clause.verbs[governor]
    is_warned_of = verb.form == "ing" and clause.words[verb.first - 1] == "against"
    if is_warned_of or _is_bound_to(head):
        return "hypothetical"  # "warned X against leaving", "the accord obliges Chile to pull back"
    if is_done_all_the_same(clause, head, verb):
        return "happened"
    outer = of_verb(clause, governor)
    is_parted = verb.form == "ing" and not verb.is_infinitive and clause.words[verb.first - 1] in PARTING
    if head.lemma in ("rule", "hesitate") and outer == "negated":
        return "hypothetical"  # "has not ruled out expelling", "would not hesitate to strike"
    # but "ended their war, signing an accord", "ended up signing an accord"
    if head.lemma in REFUSING and not (is_parted or is_outcome(clause, head)):
        return "negated"
    if outer == "happened" and not condition and not verb.is_negated and is_brought_about(clause, head, verb):
        return "happened"
    if outer in ("negated", "hypothetical") or clause.words[verb.head - 2 : verb.head] == ["antes", "de"]:
        return outer  # "recibió a X antes de sostener una reunión"
    if condition:
        return "hypothetical"
    if verb.is_negated:
        return "negated"
    if verb.is_infinitive and verb.is_perfect and head.is_passive:
        # "is believed to have seized", "is expected to have left by May", "was found to have"
        return "alleged" if head.lemma in BELIEVING else "planned" if head.lemma == "expect" else outer
    if verb.is_infinitive and verb.is_perfect and head.lemma in PURPORTING and outer == "happened":
        return "alleged"  # "claims to have shot down", "appears to have left"
    if verb.is_infinitive and verb.is_perfect and head.lemma in SAYING:
        return outer  # "admitted to have struck"
    if head.lemma in WISHING and not is_parted:
        return "hypothetical"
    if verb.form == "ing" and not verb.is_infinitive:
        return outer
    words = set(clause.words[head.head : verb.first])
    if (
        head.lemma in PLANNING
        or words & {"scheduled", "ready", "due", "set", "willing", "prepared", "expected", "readiness", "intention"}
        or outer == "planned"
    ):
        return "planned"
    return "planned" if verb.is_infinitive else outer
