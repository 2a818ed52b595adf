"""Tell whether what a verb or noun names happened, is planned, called off, denied, or merely possible."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import PLANS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.bringing import is_brought_about, is_done_all_the_same
from newsroom.reading.events.undone import DROPPING, GIVING_UP, HALTING, ONCE, REVOKING, undone, undone_noun
from newsroom.reading.grammar import window_start
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

PLANNING = frozenset(
    "plan intend schedule agree decide set expect prepare arrange promise vow pledge announce due aim order"
    " invite commit expect".split()
)
OPEN_PLANS = frozenset("plan plans proposal roadmap".split())
WISHING = frozenset(
    "hope want seek wish try offer consider propose ask urge call fear demand mull weigh suggest threaten request"
    " encourage press".split()
)
REFUSING = frozenset(
    "refuse decline fail reject avoid rule stop halt end deny refrain abstain desist resist forgo eschew shun".split()
)
DENIALS = frozenset("deny refute dismiss reject dispute rebut".split())
CHARGING = frozenset(("accuse", "blame", "suspect", "allege"))
DECIDED = frozenset(
    "expel recall withdraw sever break cut impose suspend close ban bar sanction recognize recognise oust lift ease"
    " free reopen intensify extend expand tighten terminate annul scrap abrogate downgrade freeze halt quit"
    " exit restrict summon deport telephone remove eject oust blacklist revoke boycott".split()
)
RELENTING = frozenset("lift ease free reopen recognize recognise".split())  # what is decided lies ahead
FACTIVE = frozenset("protest condemn criticize criticise denounce mark celebrate commemorate praise".split())
DECISIONS = frozenset("decision move order ruling orden medida".split())
BEFORE_TO = frozenset("in on last this by of the from earlier de del por la el".split())
DESIRING = frozenset("seek want hope propose demand urge pave fear offer suggest request invite".split())
FAVOURING = frozenset("support encourage back favour favor".split())
PLEDGING = frozenset("promise pledge vow".split())
PONDERING = frozenset("consider contemplate mull propose envisage suggest request demand seek explore".split())
SEEKING = frozenset("seek demand request want".split())
SETTING = frozenset("plan schedule slate expect prepare announce arrange set envisage".split())
TOLD = frozenset("announce disclose confirm reveal set fix decide specify finalise finalize publish".split())
DETAILS = frozenset("date dates day details venue place agenda time schedule programme program".split())
PROGRAMMES = frozenset("agenda schedule programme itinerary cards".split())
OCCURRING = frozenset("take hold happen occur go proceed materialise materialize come".split())
DOINGS = frozenset("delivery return withdrawal release exchange swap transfer deployment repatriation".split())
HANGING = frozenset("hang be remain stay look seem appear".split())
DOUBTS = frozenset("balance doubt jeopardy uncertain".split())
DUE = frozenset("due set scheduled planned slated".split())
ALLEGED = frozenset("alleged purported supposed supuesto supuesta presunto presunta".split())
NOBODY = frozenset("no not ningun ninguna".split())
TERMS_OPENERS = frozenset(("which", "whereby"))
PARTING = frozenset(", before after since while when".split())  # behind them an "-ing" has a clause of its own
BELIEVING = frozenset("believe think suspect report say allege understand rumour rumor assume presume".split())
CONDITIONS = frozenset("if unless whether should si".split())
POSSIBLE = frozenset(
    "possible potential likely hypothetical would-be eventual proposed possibility prospect fears hopes chance"
    " chances risk hope threat desire wish posible posibles posibilidad temor temores riesgo eventual unlikely"
    " improbable impossible unthinkable remote".split()
)
ABOUT, AIMED = frozenset("to about toward towards".split()), (["aimed", "at"], ["aiming", "at"])
SINCE = frozenset(("following", "after", "tras"))
PAST = frozenset(("recent", "previous", "past"))
AHEAD = frozenset("upcoming planned scheduled forthcoming next future expected coming proposed proxima proximo".split())
# Behind "no", what opens another clause, or makes it no denial: "no envoy since X left", "no longer".
NO_MORE = frozenset(", said longer doubt only solo solamente since after when because until desde cuando".split())
ADVISING = frozenset("should must ought shall".split())


def is_denied(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what somebody denies: "denied reports that they had met"."""
    return not clause.lemmas.isdisjoint(DENIALS) and any(
        verb.lemma in DENIALS
        and not verb.is_negated
        and verb.head < place
        and place - verb.head < 30
        and clause.quoted[verb.head] == clause.quoted[place]
        and not any(token.text == ";" for token in clause.tokens[verb.head : place])
        and {"that", "que", "haber", "having", "reports", "report", "claims", "allegations", "rumours", "rumors", "any"}
        & set(clause.words[verb.head + 1 : verb.head + 6])
        for verb in clause.verbs
    )


def is_alleged(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in what one accuses another of, or behind "alleged"."""
    if not ALLEGED.isdisjoint(clause.words[max(0, place - 3) : place]):
        return True
    return not clause.lemmas.isdisjoint(CHARGING) and any(
        verb.lemma in CHARGING
        and verb.head < place <= verb.head + 30
        and clause.quoted[verb.head] == clause.quoted[place]
        and {"of", "for", "that"} & set(clause.words[verb.head + 1 : place])
        and not _goes_on(clause, verb, place)
        and not {";", "while", "after", "which", "when", "but", "before", "prompting", ";" if verb.is_finite else ","}
        & set(clause.words[verb.head + 1 : place])
        for verb in clause.verbs
    )


def _goes_on(clause: Clause, charging: Verb, place: int) -> bool:
    """Tell whether a token is a verb that goes on with who accuses: "accused X of spying and recalled its envoy"."""
    verb = next((v for v in clause.verbs if v.head == place), None)
    if verb is None or not verb.is_finite or verb.is_infinitive or charging.is_infinitive:
        return False
    is_joined = clause.words[verb.first - 1] in ("and", "but", "y")
    return (
        is_joined and verb.tense == charging.tense and charging.form.startswith("past") is verb.form.startswith("past")
    )


def of_verb(clause: Clause, number: int) -> str:
    """Return the modality of a verb by its auxiliaries, its governor, an accusation or denial around it, and "if"."""
    verb = clause.verbs[number]
    if is_alleged(clause, verb.head):
        return "alleged"
    if is_denied(clause, verb.head):
        return "negated"
    if kept := undone(clause, number):
        return kept
    if _is_decided(clause, number) or (verb.is_infinitive and _is_behind(clause, verb.head)):
        return "happened"
    if _is_wished(clause, number):
        return "hypothetical"
    condition = _has_condition(clause, number)
    if verb.is_infinitive or (verb.form == "ing" and not verb.has_auxiliary):
        governor = governing(clause, number)
        if governor is not None:
            return _governed(clause, governor, verb, condition)
        if verb.is_infinitive:
            return "hypothetical" if condition else "planned"  # "X and Y to sign", "plans to sign"
    if condition:
        return "hypothetical"
    if verb.is_negated or _has_no_subject(clause, verb.first):
        return "negated"
    if verb.modal in ("will", "shall", "wo"):
        return "planned"
    if verb.modal in ("would", "could", "might", "should") and verb.is_perfect:
        return "hypothetical"  # "would have expelled them, had it found any"
    if verb.modal == "would":
        reported = any(v.tense == "past" and v.head < verb.first and not v.modal for v in clause.verbs[:number])
        reported = reported or any(v.lemma in SAYING and v.tense == "past" for v in clause.verbs[number + 1 :])
        return "planned" if reported and not any(t.low in CONDITIONS for t in clause.tokens) else "hypothetical"
    if verb.modal:
        return "hypothetical"
    return _in_terms(clause, number) or "happened"


def _is_behind(clause: Clause, head: int) -> bool:
    """Tell whether a Spanish infinitive is what came before: "tras reunirse", "luego de sostener una reunión"."""
    before = clause.words[max(0, head - 2) : head]
    return before[-1:] == ["tras"] or before in (["luego", "de"], ["despues", "de"])


def _in_terms(clause: Clause, number: int) -> str:
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


def _is_wished(clause: Clause, number: int) -> bool:
    """Tell whether a verb stands in what somebody asks or wishes for: "demanded that X release", "pidió que X vaya"."""
    verb = clause.verbs[number]
    if verb.form == "ing" and not verb.has_auxiliary and verb.first:
        before = clause.words[max(0, verb.first - 2) : verb.first]
        if before[-1] in ABOUT or before in AIMED:
            return True  # "issues related to normalizing ties", "talks aimed at normalizing ties"
    for other in reversed(clause.verbs[:number]):
        if other.lemma in WISHING and not other.is_negated and other.is_finite:
            between = clause.words[other.head + 1 : verb.first]
            return ("that" in between or "que" in between) and verb.first - other.head <= 12
        if other.is_finite and not other.is_infinitive:
            return False
    return False


def _has_no_subject(clause: Clause, place: int) -> bool:
    """Tell whether "no" opens the subject of a verb: "no letter was handed", "not one minister came"."""
    if clause.lows.isdisjoint(NOBODY):
        return False
    before = clause.words[max(0, place - 4) : place]
    if {"ningun", "ninguna"} & set(before) or ("not", "one") in pairwise(before) or ("not", "a") in pairwise(before):
        return "," not in before
    return "no" in before and not NO_MORE & set(before[before.index("no") :])


def _is_decided(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive names a measure that a government has taken by deciding on it."""
    verb = clause.verbs[number]
    is_measure = verb.is_infinitive and not verb.is_negated and verb.lemma in DECIDED
    return is_measure and (_has_decision(clause, verb.first) or _has_decided(clause, number))


def _has_decision(clause: Clause, place: int) -> bool:
    """Tell whether an infinitive says what was decided: "a decision by Chile to expel", "Chile's move to close"."""
    for step in range(place - 1, max(-1, place - 7), -1):
        token = clause.tokens[step]
        if token.low in DECISIONS:
            return True
        if clause.named.covered[step] < 0 and token.low not in BEFORE_TO and not _is_timed(clause, step):
            return False
    return False


def _is_timed(clause: Clause, place: int) -> bool:
    """Tell whether a token is part of words of time: "Peru's move earlier this month to expel"."""
    return any(time.first <= place <= time.last for time in clause.times)


def _has_decided(clause: Clause, number: int) -> bool:
    """Tell whether a government is told to have decided on a measure: "decided on Sunday to expel the envoy"."""
    governor = governing(clause, number)
    if governor is None or clause.verbs[number].lemma in RELENTING:
        return False
    verb = clause.verbs[governor]
    is_told = verb.lemma == "decide" and (verb.tense == "past" or verb.is_perfect) and not verb.is_infinitive
    return is_told and not (verb.is_negated or verb.modal or verb.is_passive)


def denial_of(clause: Clause, place: int) -> int:
    """Return the token of the verb that denies what stands at ``place``, or -1."""
    heads = [verb.head for verb in clause.verbs if verb.lemma in DENIALS and verb.head < place]
    return heads[-1] if heads and is_denied(clause, place) else -1


def _governed(clause: Clause, governor: int, verb: Verb, condition: bool) -> str:
    """Return the modality of an infinitive or participle by what governs it."""
    head = clause.verbs[governor]
    if verb.form == "ing" and clause.words[verb.first - 1] == "against":
        return "hypothetical"  # "warned X against leaving", "voted against joining"
    if is_done_all_the_same(clause, head, verb):
        return "happened"
    outer = of_verb(clause, governor)
    is_parted = verb.form == "ing" and not verb.is_infinitive and clause.words[verb.first - 1] in PARTING
    if head.lemma in REFUSING and not is_parted:  # but "ended their war, signing an accord"
        return "negated"
    if outer == "happened" and not condition and not verb.is_negated and is_brought_about(clause, head, verb):
        return "happened"
    if outer in ("negated", "hypothetical"):
        return outer
    if condition:
        return "hypothetical"
    if verb.is_negated:
        return "negated"
    if verb.is_infinitive and verb.is_perfect and head.is_passive:
        # "is believed to have seized", "is expected to have left by May", "was found to have"
        return "alleged" if head.lemma in BELIEVING else "planned" if head.lemma == "expect" else outer
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


def governing(clause: Clause, number: int) -> int | None:
    """Return the verb that governs an infinitive or participle: the nearest one before it within reach."""
    verb = clause.verbs[number]
    is_apart = verb.form == "ing" and clause.words[verb.first - 1] in PARTING - {","}
    for before in range(number - 1, -1, -1):
        other = clause.verbs[before]
        if is_apart and other.is_infinitive and clause.verbs[before - 1].lemma in REFUSING | WISHING:
            continue  # "refused to join the talks after expelling the envoy"
        if clause.quoted[other.head] == clause.quoted[verb.head] and verb.first - other.head <= 14:
            if other.is_infinitive and verb.is_infinitive and (verb.first - other.head > 3 or verb.is_sharing):
                continue
            return before
    return None


def _has_condition(clause: Clause, number: int) -> bool:
    """Tell whether "if" opens the clause of a verb."""
    if clause.lows.isdisjoint(CONDITIONS):
        return False
    start = window_start(clause, number)
    return not CONDITIONS.isdisjoint(clause.words[max(0, start - 1) : clause.verbs[number].first])


def _is_given(verb: Verb, before: list[str]) -> bool:
    """Tell whether an infinitive takes what its noun names for a fact: "to end the war", "to protest a visit"."""
    return verb.is_infinitive and not set(before) & AHEAD and (before[-1:] == ["the"] or verb.lemma in FACTIVE)


def of_noun(clause: Clause, first: int, last: int, governor: int | None) -> str:
    """Return the modality of a noun by the verb that governs it and the words before it."""
    if is_alleged(clause, first):
        return "alleged"
    if is_denied(clause, first):
        return "negated"
    if {"buscar", "buscara", "pedir", "proponer"} & set(clause.words[max(0, first - 4) : first]):
        return "hypothetical"
    if kept := undone_noun(clause, first, last, clause.verbs[governor] if governor is not None else None):
        return kept
    before = clause.words[max(0, first - 5) : first]
    near = set(before)
    is_before = governor is not None and clause.verbs[governor].first > last
    if (
        near & SINCE
        and is_before
        and any(t.text == "," for t in clause.tokens[last + 1 : clause.verbs[governor or 0].first])
    ):
        return "happened"  # "Following the meeting, it was announced that"
    if near & PAST:
        return "happened"  # "to follow up on the recent talks"
    if governor is not None and _is_given(clause.verbs[governor], before):
        return "happened"
    governed = _noun_governed(clause, first, last, governor, near) if governor is not None else ""
    if governed:
        return governed
    if near & AHEAD or {"preparation", "preparations"} & near:
        return "planned"
    behind = clause.words[last + 1 : last + 9]
    after = set(behind)
    if {("later", "this"), ("this", "coming")} & set(pairwise(behind[:5])) or DUE & after - {"due", "set"}:
        return "planned"  # "a visit to Chile later this year", "the talks scheduled for May"
    if near & POSSIBLE or ("possible" in after and governor is not None):
        return "hypothetical"
    if before[-1:] in (["without"], ["any"]):
        return "negated"
    return "happened"


def _is_given_up(clause: Clause, last: int, verb: Verb) -> bool:
    """Tell whether what had been due will not be: "a third round, due on Monday, will not be held"."""
    if verb.first <= last or verb.modal not in ("will", "would") or verb.lemma not in OCCURRING:
        return False
    between = clause.words[last + 1 : verb.head]
    return bool(DUE & set(between)) or "longer" in between or ("was", "to") in pairwise(between)


def _noun_governed(clause: Clause, first: int, last: int, governor: int, near: set[str]) -> str:
    """Return the modality that the governing verb gives a noun, or an empty text where it leaves that open."""
    verb = clause.verbs[governor]
    behind = clause.words[verb.head + 1 : verb.head + 3]
    following = clause.verbs[governor + 1 : governor + 2]
    is_now = verb.first > last and verb.lemma == "be" and not (verb.is_negated or verb.is_perfect)
    if is_now and following and following[0].is_infinitive and following[0].first == verb.head + 1:
        return "planned"  # "talks are to go on in May"
    is_dropped = verb.lemma in (HALTING if clause.is_spanish else DROPPING) and verb.is_passive and verb.first > last
    is_off = verb.lemma == "be" and verb.first > last and (behind[:1] == ["off"] or behind == ["on", "hold"])
    is_off = is_off or (verb.lemma == "put" and verb.is_passive and verb.first > last and behind == ["on", "hold"])
    is_off = is_off or (verb.lemma == "fall" and verb.first > last and behind[:1] in (["through"], ["apart"]))
    is_off = is_off or (verb.lemma in REVOKING and verb.head < first)  # "revoked the expulsion of"
    is_halted = verb.lemma in GIVING_UP and verb.head < first and not verb.is_passive
    is_off = is_off or (is_halted and (clause.words[last] in DOINGS or clause.words[last].endswith("ing")))
    if (verb.lemma in ("cancel", "scrap", "postpone") or is_dropped or is_off) and not (verb.is_negated or verb.modal):
        return "cancelled"
    outer = of_verb(clause, governor)
    if verb.lemma == "fail" and verb.first > last and following and following[0].lemma in OCCURRING:
        return "negated"  # "the visit failed to materialise"
    if outer == "negated" and _is_given_up(clause, last, verb):
        return "cancelled"
    if outer == "negated" and verb.lemma in TOLD and verb.is_passive and DETAILS & near:
        return "planned"  # "the date of the meeting has not been announced"
    if outer != "happened":
        return outer
    if verb.lemma in SETTING and ONCE & set(clause.words[verb.first : verb.head]):
        return "cancelled"  # "was originally planned for July"
    is_for = verb.lemma in SEEKING and "for" in clause.words[verb.head + 2 : first]
    if is_for and verb.head < first:
        return "happened"  # "sought an apology for the raid"
    if verb.lemma == "be" and verb.head < first and behind == ["open", "to"]:
        return "hypothetical"
    if verb.lemma in PLEDGING and verb.head < first and not verb.is_passive:
        return "planned"
    if verb.first > last and verb.is_passive and verb.lemma in PONDERING:
        return "hypothetical"  # "a meeting is being considered"
    is_wished = verb.lemma in DESIRING or (verb.lemma == "look" and behind[:1] == ["forward"])
    is_general = verb.lemma in FAVOURING and not {"the", "this", "these"} & near and verb.tense == "present"
    if verb.head < first and (is_wished or is_general):
        return "hypothetical"
    if verb.lemma in SETTING and (
        (verb.head < first and near & (AHEAD | {"for", "a"})) or (verb.first > last and verb.is_passive)
    ):
        return "planned"  # "plans a summit", "a summit is scheduled for May"
    is_said_of = verb.first > last and verb.lemma in HANGING
    if is_said_of and not PROGRAMMES.isdisjoint(clause.words[verb.head + 1 : verb.head + 6]):
        return "planned"  # "the signing of accords is on his agenda"
    after = set(clause.words[verb.head + 1 : verb.head + 4])
    is_open = verb.first > last and verb.lemma in HANGING and verb.tense == "present" and bool(after & DOUBTS)
    return "hypothetical" if (is_said_of and after & POSSIBLE) or is_open else ""
