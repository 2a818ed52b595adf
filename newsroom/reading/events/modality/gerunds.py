"""Tell which "-ing" names what nobody says to have been done: what is pondered or put off, or judged beforehand."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.verbs import Verb


def _forms(lemmas: str) -> frozenset[str]:
    """Return the regular forms of verbs."""
    found: set[str] = set()
    for lemma in lemmas.split():
        stem = lemma.removesuffix("e")
        bare = stem if stem != lemma else lemma
        found |= {lemma, lemma + "s", bare + "ed", bare + "ing", lemma[:-1] + "ied"}
    return frozenset(found)


# Verbs whose "-ing" they only weigh, put off, or speak for or against.
PONDERING = _forms(
    "discuss debate fear dread postpone delay defer moot weigh ponder explore envisage contemplate advocate recommend"
    " favour favor oppose support back resist suspend pause envision anticipate risk imagine mean involve entail"
    " require warrant forbid prohibit ban outlaw permit authorise authorize examine study mull consider propose suggest"
    " dodge escape dangle"
)
# Verbs and the small word with which they do so.
PONDERING_WITH = {
    "at": _forms("hint balk baulk aim look"),
    "in": frozenset(("interest", "interested")),
    "off": _forms("stave fend") | {"put", "puts", "putting", "hold", "holds", "held", "holding"},
    "with": _forms("toy flirt"),
    "over": _forms("hesitate agonise agonize waver"),
    "about": _forms("think talk speak hesitate muse") | {"thought", "spoke", "thinking", "serious", "talks"},
    "of": _forms("dream think talk speak") | {"thought", "dreamt", "spoke", "capable", "incapable", "wary", "afraid"}
    | {"favour", "favor", "danger", "cost", "costs", "consequences", "dangers", "merits", "benefits", "means"},
    "to": _forms("object") | {"opposed", "averse", "open", "opposition", "objections", "alternative", "alternatives"},
    "on": _forms("insist plan vote") | {"intent", "bent", "vote", "referendum"},
    "for": _forms("press push argue lobby campaign call") | {"plan", "plans", "preparations", "case", "calls"}
    | {"need", "needs", "necessity", "deadline", "timetable", "roadmap", "conditions", "proposal"}
    | {"proposals", "date", "dates", "schedule"},
    "against": _forms("vote argue warn advise lobby campaign press"),
}  # fmt: skip
# Verbs that with a small word say on what something hangs, and those that only foresee what another does.
HANGING = {
    "on": _forms("depend hinge rest bank count bet") | {"dependent", "contingent", "conditional"},
    "for": _forms("provide call wait"),
    "upon": _forms("depend hinge rest"),
}
FORESEEING = _forms(
    "envisage envision entail involve require imagine contemplate anticipate foresee propose"
) | frozenset(("foresaw", "foreseen"))
BEFOREHAND = "before"
BROKEN_OFF = frozenset("intercept stop die sink crash collapse retreat catch abort flee".split())
TURNED_BACK = (["turned", "back"], ["turned", "away"], ["turned", "around"], ["broke", "off"])
# Nouns behind which a clause in "-ing" may have a subject: "the importance of all states holding X to account".
OPEN_NOUNS = frozenset(
    "importance need needs necessity urgency possibility prospect prospects risk risks danger likelihood chance chances"
    " idea"
    " nightmare spectre specter scenario dream fear fears fantasy event eventuality notion option hope hopes talk"
    " rumours rumors speculation"
    " advantages benefits".split()
)
OPTIONS = frozenset("options option choices choice plan plans proposal proposals list ideas scenarios demands".split())
SUBJECT = 7  # how many words that subject may have


def unfulfilled(clause: Clause, number: int) -> str:
    """Return the modality of an "-ing" that a verb or noun before it, or the verb behind it, leaves open."""
    verb = clause.verbs[number]
    before = clause.words[max(0, verb.first - 2) : verb.first]
    if before and (before[-1] in PONDERING or _is_of_options(clause, number)):
        return "hypothetical"
    if len(before) > 1 and before[0] in PONDERING_WITH.get(before[1], ()):
        return "hypothetical"
    if _is_only_possible(clause, number):
        return "hypothetical"
    if before[-1:] == [BEFOREHAND] and number:
        main = clause.verbs[number - 1]
        if not main.is_finite:
            return ""
        if main.lemma in BROKEN_OFF or clause.words[main.head : main.head + 2] in TURNED_BACK:
            return "negated"  # "turned back before reaching the port"
        return "planned" if main.modal or (main.tense == "present" and not main.is_perfect) else ""
    return "hypothetical" if _is_judged(clause, number, verb) else ""


def _is_only_possible(clause: Clause, number: int) -> bool:
    """Tell whether an "-ing" with its subject hangs on a noun of what may or ought to be."""
    verb, floor = clause.verbs[number], clause.verbs[number - 1].head if number else 0
    for place in range(verb.first - 1, max(floor - 1, verb.first - SUBJECT - 1), -1):
        if clause.words[place] in (",", ";"):
            return False
        low, before = clause.words[place], clause.words[place - 1]
        if low in ("of", "for") and before in OPEN_NOUNS:
            return True
        if low in FORESEEING or before in HANGING.get(low, ()):
            return True  # "the roadmap foresees Chile pulling back", "depends on Chile lifting"
    return False


def _is_of_options(clause: Clause, number: int) -> bool:
    """Tell whether an "-ing" is one of the things that may be done: "its options include expelling the envoy"."""
    main = clause.verbs[number - 1] if number else None
    if main is None or main.lemma != "include" or main.head != clause.verbs[number].first - 1:
        return False
    return not OPTIONS.isdisjoint(clause.words[: main.first])


def _is_judged(clause: Clause, number: int, verb: Verb) -> bool:
    """Tell whether an "-ing" is the subject of what would be or is not so: "Closing the port would hurt"."""
    opens = verb.first == 0 or clause.words[verb.first - 1] == "that" or clause.tokens[verb.first - 1].text in '“"‘«'
    main = next((v for v in clause.verbs[number + 1 :] if v.is_finite and not v.is_infinitive), None)
    if not opens or main is None or "," in clause.words[verb.head : main.first]:
        return False
    return bool(main.modal) or main.is_negated or (main.tense == "present" and not main.is_perfect)
