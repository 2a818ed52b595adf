"""Tell whether what a noun names happened, is planned, called off, denied, or merely possible."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.events.modality.decided import is_agreed_on, is_set_anew, is_told_ahead
from newsroom.reading.events.modality.denied import claimed, is_only_untold, rules_out
from newsroom.reading.events.modality.due import (
    BEGINNING,
    DUE,
    DURING,
    OCCASION,
    has_collapsed,
    is_being_prepared,
    is_still_to_come,
    of_occasion,
)
from newsroom.reading.events.modality.governors import governing
from newsroom.reading.events.modality.leading import worth_before
from newsroom.reading.events.modality.predicates import HANGING, POSSIBLE, fell_short, said_of
from newsroom.reading.events.modality.presupposed import is_presupposed
from newsroom.reading.events.modality.verbs import of_verb
from newsroom.reading.events.modality.weighed import is_weighed_noun
from newsroom.reading.events.modality.words import (
    AHEAD,
    DROPPING,
    FAVOURING,
    GIVING_UP,
    LONGEST,
    NOT_DESCRIBING,
    OCCURRING,
    ONCE,
    PLANNING,
    REACH_OF_NOUN,
    REVOKING,
    SETTING,
)
from newsroom.reading.spanish_tense import is_to_come
from newsroom.reading.verbs import Verb

ENDED = frozenset("break collapse stall end fail falter conclude begin start open founder".split())
HELD = frozenset("celebrad realizad sostenid mantenid efectuad".split())
FACTIVE = frozenset("protest condemn criticize criticise denounce mark celebrate commemorate praise".split())
COMPLAINING = FACTIVE | frozenset("file lodge complain sue apologise apologize compensate pay summon punish".split())
HOSTING = frozenset("host hold organise organize convene chair".split())  # "agree to host the talks"
# What brings an act about, of which "the" does not say that there was one: "is to carry out the expulsion of".
ACHIEVING = frozenset(
    "carry conduct undertake execute launch begin complete secure obtain achieve win order agree".split()
)
DESIRING = frozenset("seek want hope propose demand urge pave fear offer suggest request invite recommend".split())
PLEDGING = frozenset("promise pledge vow choose opt prefer".split())
PONDERING = frozenset(
    "fear consider contemplate mull debate propose oppose envisage suggest request demand seek explore weigh threaten"
    " urge".split()
)
SEEKING = frozenset("seek demand request want".split())
TOLD = frozenset("announce disclose confirm reveal set fix decide specify finalise finalize publish".split())
DETAILS = frozenset("date dates day details venue place agenda time schedule programme program".split())
AIMS = frozenset("aim aims purpose goal goals object objective objectives point task".split())  # "of the talks is to"
UNTOLD_NEAR = 4  # tokens before a verb among which "no date" stands
DOINGS = frozenset(
    "expulsion deportation extradition handover delivery return withdrawal release exchange swap transfer deployment"
    " repatriation attack attacks invasion offensive strike strikes raid raids recall closure opening reopening"
    " recognition ratification break restoration resumption severance"
    " ruptura envio expulsion retirada reconocimiento cierre extradicion convocatoria ataque restablecimiento firma"
    " reapertura".split()
)
EXPELLING = frozenset("expulsion expulsions recall severance rupture ruptura expulsiones".split())
ENDANGERING = frozenset("jeopardize jeopardise derail overshadow endanger cloud imperil undermine".split())
BOUNDING = frozenset("limit confine restrict".split())
# "espera que haya un encuentro"
SOUGHT_IN_SPANISH = frozenset("buscar buscara pedir proponer haya hubiera hubiese".split())
ARTICLES = frozenset("a an the any their its of on about un una el la".split())
MERELY = (["possible"], ["potential"], ["hypothetical"], ["eventual"])
WAYS = frozenset("way ways how means".split())
SINCE = frozenset(("following", "after", "tras"))
PAST = frozenset(("recent", "previous", "past"))
RESULTS = frozenset("results outcomes conclusions decisions resultados conclusiones".split())
SHUNNING = frozenset(
    "avoid skip boycott shun evade dodge forgo sidestep eschew avert forestall foil thwart prevent preclude"
    " miss veto prohibit forbid ban outlaw disallow exclude block".split()
)
SPARING = frozenset(("spare", "escape"))  # in either voice: "was spared an attack"
HALTING = DROPPING | {"suspend"}  # in Spanish a visit that is not to be "fue suspendida"
WARLIKE = frozenset("war invasion attack aggression assault strike strikes".split())
CAME_TO_NOTHING = frozenset(("came", "to", word) for word in ("nothing", "naught", "nought"))
COMING = frozenset(("arrive", "land", "come", "fly"))
UNREAL = frozenset("would could might may can".split())

EXCLUDING, INDEFINITE = frozenset(("exclude", "rule")), (["a"], ["an"], ["any"])
PUT_OFF, FALLING = frozenset((("on", "hold"), ("on", "ice"))), 12  # how far behind its noun that stands
CONDITIONAL = frozenset("conditional dependent contingent impossible unlikely".split())
# Adjectives of what did not come about; a call that failed was none, where talks that failed were held.
UNDONE = frozenset(
    "cancelled canceled aborted scrapped thwarted foiled averted scuttled abandoned frustrada frustrado frustradas"
    " frustrados cancelada cancelado canceladas cancelados abortada abortado abortadas abortados"
    " suspendida suspendido".split()
)
UNREACHED = frozenset("failed missed unanswered fallida fallido fallidas fallidos perdida".split())
REACHING_OUT = frozenset("call calls llamada llamadas llamado visit visits visita visitas".split())
ADJECTIVES, BEFORE_ADJECTIVES = 3, frozenset("a an the of to for and or by on in with el la los las de a y".split())


def _is_given(clause: Clause, number: int, before: list[str]) -> bool:
    """Tell whether an infinitive takes what its noun names for a fact: "to end the war", "to protest a visit"."""
    verb = clause.verbs[number]
    if not verb.is_infinitive or set(before) & AHEAD:
        return False
    if verb.lemma in TOLD and number and clause.verbs[number - 1].lemma in PLANNING:
        return False  # "plans to announce the visit"
    is_named = before[-1:] == ["the"] and "including" not in before
    return (is_named and verb.lemma not in HOSTING | ACHIEVING) or verb.lemma in FACTIVE


def _is_cause(clause: Clause, number: int, before: list[str]) -> bool:
    """Tell whether a noun names what somebody will complain of or pay for: "would file a complaint over the raid"."""
    is_named = before[-1:] in (["the"], ["this"]) and before[-2:-1] in (["over"], ["for"], ["about"])
    return is_named and clause.verbs[number].lemma in COMPLAINING


def of_noun(clause: Clause, first: int, last: int, governor: int | None) -> str:
    """Return the modality of a noun by the verb that governs it and the words before it."""
    if worth := "cancelled" if _is_called_undone(clause, first, last) else claimed(clause, first):
        return worth
    if clause.words[max(0, first - 1) : first] in MERELY:
        return "hypothetical"  # "the talks on a possible truce began"
    if not SOUGHT_IN_SPANISH.isdisjoint(clause.words[max(0, first - 4) : first]):
        return "hypothetical"
    is_near = clause.is_spanish and is_to_come(clause.tokens[max(0, first - 4) : first])
    is_ahead = is_near or is_being_prepared(clause, first, governor)
    if is_ahead or (clause.is_spanish and governor is None and is_told_ahead(clause, last)):
        return "planned"  # "hará una visita a", "la visita a Chile servirá para"
    if kept := _fate(clause, last) or undone_noun(
        clause, first, last, clause.verbs[governor] if governor is not None else None
    ):
        return kept
    before = clause.words[max(0, first - 5) : first]
    near = set(before)
    is_before = governor is not None and clause.verbs[governor].first > last
    if near & SINCE and is_before and "," in clause.words[last + 1 : clause.verbs[governor or 0].first]:
        return "happened"  # "Following the meeting, it was announced that"
    if near & PAST or _has_results(before) or (governor is not None and _is_cause(clause, governor, before)):
        return "happened"  # "to follow up on the recent talks"
    if governor is not None and _is_given(clause, governor, before):
        return "happened"
    governed = _noun_governed(clause, first, last, governor, near) if governor is not None else ""
    governed = _as_agreed_or_begun(clause, first, governor, governed)
    if governed == "hypothetical" and not is_before and clause.verbs[governor or 0].lemma in ENDANGERING:
        return "planned"  # "could jeopardise the meeting set for May"
    if governed:
        return governed
    if near & AHEAD or {"preparation", "preparations"} & near:
        # "called the drill a preparation for war"
        return "planned" if clause.words[last] not in WARLIKE else "hypothetical"
    behind = clause.words[last + 1 : last + 9]
    after = set(behind)
    if {("later", "this"), ("this", "coming")} & set(pairwise(behind[:5])) or is_still_to_come(clause, last):
        return "planned"  # "a visit to Chile later this year", "the talks scheduled for May"
    if near & POSSIBLE or (governor is not None and "possible" in after and _is_called_possible(clause, last)):
        return "hypothetical"
    if before[-1:] in (["without"], ["any"]):
        return "negated"
    return of_occasion(clause, first) or "happened"


def _has_results(before: list[str]) -> bool:
    """Tell whether what came of a noun is spoken of: "undermine the results of the Oslo talks"."""
    place = next((n for n, word in enumerate(before) if word in RESULTS), -1)
    return place >= 0 and before[place + 1 : place + 3] in (["of", "the"], ["of", "their"], ["de", "la"], ["de", "las"])


def _is_called_possible(clause: Clause, last: int) -> bool:
    """Tell whether words behind a noun call it possible: no "talks on a possible truce"."""
    words = clause.words
    place = words.index("possible", last + 1)
    return words[place - 1] not in ARTICLES or not words[place + 1 : place + 2] or not words[place + 1].isalpha()


def _of_governor(clause: Clause, governor: int) -> str:
    """Return the modality of a verb that governs a noun; hypothetical behind "ways to (end the row and)"."""
    first = governor
    while first and clause.verbs[first].is_sharing:
        first -= 1
    verb = clause.verbs[first]
    is_way = verb.is_infinitive and verb.first > 0 and clause.words[verb.first - 1] in WAYS
    return "hypothetical" if is_way else of_verb(clause, governor)


def _is_called_undone(clause: Clause, first: int, last: int) -> bool:
    """Tell whether an adjective says that it did not come about: "an aborted Kenyan raid", "la visita frustrada"."""
    words = clause.words
    undone = UNDONE if REACHING_OUT.isdisjoint(words[first : last + 1]) else UNDONE | UNREACHED
    for place in range(first - 1, max(-1, first - 1 - ADJECTIVES), -1):
        if words[place] in undone and place not in clause.heads:
            return True
        if words[place] in BEFORE_ADJECTIVES or not clause.tokens[place].is_word:
            return False
    return clause.is_spanish and not undone.isdisjoint(words[last + 1 : last + 2])


def _fate(clause: Clause, last: int) -> str:
    """Return what the words behind a noun say became of it: "a summit planned for May collapsed"."""
    if has_collapsed(clause, last):
        return "cancelled"
    return "happened" if _is_ended(clause, last) else ""


def _is_ended(clause: Clause, last: int) -> bool:
    """Tell whether words behind a noun say that what it names has been: "which ended", "conversaciones sostenidas"."""
    if clause.is_spanish:
        behind = [word for word in clause.words[last + 1 : last + 3] if not word.endswith(("al", "ales"))]
        return bool(behind) and behind[0].rstrip("s")[:-1] in HELD
    if clause.words[last + 1 : last + 2] not in (["which"], ["that"]):
        return False
    verb = next((v for v in clause.verbs if last + 2 <= v.first <= last + 3), None)
    return verb is not None and verb.lemma in ENDED and verb.tense == "past" and not (verb.modal or verb.is_negated)


def _is_given_up(clause: Clause, last: int, verb: Verb) -> bool:
    """Tell whether what had been due will not be: "a third round, due on Monday, will not be held"."""
    is_to_be = verb.lemma in OCCURRING or (verb.lemma == "hold" and _is_by_nobody(clause, verb))
    if verb.first <= last or verb.modal not in ("will", "would") or not is_to_be:
        return False
    between = clause.words[last + 1 : verb.head]
    return bool(DUE & set(between)) or "longer" in between or ("was", "to") in pairwise(between)


def _is_off(clause: Clause, first: int, last: int, verb: Verb) -> bool:
    """Tell whether a verb gives up what a noun names: "was called off", "fell through", "revoked the expulsion"."""
    behind = clause.words[verb.head + 1 : verb.head + 3]
    if verb.lemma in ("cancel", "scrap", "postpone", "abort", "scrubb", "scrub"):
        return True
    if verb.lemma == "call" and behind[:1] == ["off"]:
        return verb.is_passive is (verb.first > last)
    if verb.head < first:
        if verb.lemma == "put" and not PUT_OFF.isdisjoint(pairwise(clause.words[last + 1 : last + 1 + FALLING])):
            return True  # "put a visit to Chile on hold"
        is_halted = verb.lemma in GIVING_UP and not verb.is_passive
        is_doing = clause.words[last] in DOINGS or clause.words[last].endswith("ing")
        return verb.lemma in REVOKING or (is_halted and is_doing)
    if verb.lemma in (HALTING if clause.is_spanish else DROPPING):
        return verb.is_passive or _is_by_nobody(clause, verb)
    is_on_hold = behind == ["on", "hold"] and (verb.lemma == "be" or (verb.lemma == "put" and verb.is_passive))
    is_fallen = verb.lemma == "fall" and behind[:1] in (["through"], ["apart"], ["at"], ["flat"])
    return is_on_hold or is_fallen or (verb.lemma == "be" and behind[:1] == ["off"])


def _is_by_nobody(clause: Clause, verb: Verb) -> bool:
    """Tell whether "se" leaves out who does what a Spanish verb tells: "la visita se suspendió", "no se realizará"."""
    return clause.is_spanish and verb.first > 0 and clause.words[verb.first - 1] == "se"


def _noun_governed(clause: Clause, first: int, last: int, governor: int, near: set[str]) -> str:
    """Return the modality that the governing verb gives a noun, or an empty text where it leaves that open."""
    verb = clause.verbs[governor]
    behind = clause.words[verb.head + 1 : verb.head + 3]
    following = clause.verbs[governor + 1 : governor + 2]
    is_now = verb.first > last and verb.lemma == "be" and not (verb.is_negated or verb.is_perfect)
    is_to_be = is_now and following and following[0].is_infinitive and following[0].first == verb.head + 1
    is_to_be = is_to_be and AIMS.isdisjoint(clause.words[max(0, first - UNTOLD_NEAR) : first])
    if is_to_be or (verb.first > last and is_set_anew(clause, verb)):
        return "planned"  # "talks are to go on in May"
    if not (verb.is_negated or verb.modal) and _is_off(clause, first, last, verb):
        return "cancelled"
    outer = "hypothetical" if is_weighed_noun(clause, first, last, verb) else _of_governor(clause, governor)
    if verb.lemma == "fail" and verb.first > last and following and following[0].lemma in OCCURRING:
        return "negated"  # "the visit failed to materialise"
    if outer == "negated" and _is_given_up(clause, last, verb):
        return "cancelled"
    is_told = verb.lemma in TOLD or behind[:1] == ["public"]
    told = near | set(clause.words[max(0, verb.first - UNTOLD_NEAR) : verb.first])  # "no date was set for the visit"
    if outer == "negated" and is_told and verb.is_passive and DETAILS & told:
        return "happened" if "details" in told else "planned"  # "the date of the meeting has not been announced"
    is_more = verb.lemma in BOUNDING and verb.is_passive and verb.is_negated  # "was not limited to a swap"
    if is_more or (outer == "negated" and verb.first > last and fell_short(verb, behind)):
        return "happened"
    if outer != "happened":
        is_known = is_only_untold(clause, verb, first) or is_presupposed(clause, first, last, verb)
        return "" if outer == "negated" and is_known else outer
    if verb.lemma in SETTING and ONCE & set(clause.words[verb.first : verb.head]):
        return "cancelled"  # "was originally planned for July"
    is_for = verb.lemma in SEEKING and "for" in clause.words[verb.head + 2 : first]
    if is_for and verb.head < first:
        return "happened"  # "sought an apology for the raid"
    if verb.head < first and (made := _made_of(clause, first, last, verb)):
        return made
    is_new = verb.head < first and not {"the", "this", "these"} & near
    is_debated = verb.lemma == "debate" and clause.words[last] in DOINGS
    is_weighed = verb.is_passive if verb.first > last else is_new or is_debated
    if verb.lemma in PONDERING and is_weighed:
        return "hypothetical"  # "a meeting is being considered"
    if rules_out(clause, verb) and verb.is_passive is (verb.first > last):
        return "negated"
    is_wished = verb.lemma in DESIRING or (verb.lemma == "look" and behind[:1] == ["forward"])
    is_wished = is_wished or _is_expected_to(verb, following)
    is_one = verb.tense == "present" and not clause.words[last].endswith("s")  # "supports the meeting", "the talks"
    is_general = verb.lemma in FAVOURING and (is_new or is_one) and not verb.is_passive
    if (verb.head < first and is_wished) or is_general:
        return "hypothetical"
    if verb.lemma in SETTING and (
        (verb.head < first and near & (AHEAD | {"for", "a", "an"}))
        or (verb.first > last and verb.is_passive and not _is_past_by_then(clause, first, last, verb))
    ):
        return "planned"  # "plans a summit", "a summit is scheduled for May"
    return said_of(clause, verb) if verb.first > last and verb.lemma in HANGING else ""


def _made_of(clause: Clause, first: int, last: int, verb: Verb) -> str:
    """Return what a verb before a noun makes of it: "made a visit conditional on", "is planning a visit"."""
    is_conditional = verb.lemma == "make" and not CONDITIONAL.isdisjoint(clause.words[last : last + FALLING])
    is_threat = verb.lemma == "threaten" and "with" in clause.words[verb.head + 1 : first]
    is_tied = verb.lemma in ("link", "tie") and clause.words[first - 1] in ("a", "an") and not verb.is_passive
    if is_conditional or is_threat or is_tied:
        return "hypothetical"
    is_pledged = verb.lemma in PLEDGING and not verb.is_passive
    return "planned" if is_pledged or (verb.lemma in ("prepare", "plan") and verb.is_progressive) else ""


def _is_expected_to(verb: Verb, following: Sequence[Verb]) -> bool:
    """Tell whether somebody says what a noun is to bring about: "expects the visit to bring both closer"."""
    return verb.lemma == "expect" and bool(following) and following[0].is_infinitive


def _is_past_by_then(clause: Clause, first: int, last: int, verb: Verb) -> bool:
    """Tell whether what a noun names was, when something was set, or was done by saying so: "the expulsion was"."""
    is_done_by_it = verb.lemma == "announce" and not verb.modal and clause.words[last] in EXPELLING
    return is_done_by_it or _is_occasion(clause, first, verb.first)


def _is_occasion(clause: Clause, first: int, end: int) -> bool:
    """Tell whether a noun is only when something was set: "During the visit of X to Y, it was announced that"."""
    return clause.words[0] in DURING | {"at", "in"} and first <= OCCASION and "," in clause.words[first:end]


def _as_agreed_or_begun(clause: Clause, first: int, governor: int | None, governed: str) -> str:
    """Return the modality of a noun, where it is agreed on or begun by who has come for it; else that given."""
    if is_agreed_on(clause, first, governor):
        return "planned"
    is_begun = governed == "planned" and governor is not None and _is_begun_there(clause, governor)
    return "happened" if is_begun else governed


def _is_begun_there(clause: Clause, governor: int) -> bool:
    """Tell whether somebody has come to begin what a noun names: "arrived in Oslo to start a state visit"."""
    verb, outer = clause.verbs[governor], governing(clause, governor)
    has_come = outer is not None and clause.verbs[outer].lemma in COMING and of_verb(clause, outer) == "happened"
    return has_come and verb.is_infinitive and verb.lemma in BEGINNING


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
    if led := worth_before(clause, first, before):
        return led
    if governor is not None and governor.is_negated and governor.lemma in EXCLUDING:
        return "hypothetical"  # "cannot be ruled out"
    if governor is None or governor.is_negated:
        return ""
    if governor.lemma == "deny" and not governor.is_passive and clause.words[governor.head + 1 : first] in INDEFINITE:
        return "negated"  # "denied a meeting with X"
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
