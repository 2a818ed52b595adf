"""Find who speaks and who answers where a noun tells what was said: "ignored Y's request", "X's refusal to meet Y"."""

from __future__ import annotations

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.events.parties import after_word
from newsroom.reading.events.trials import Trial
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention

# What is done with another's demand or charge.
ANSWERED = frozenset(
    "ignore reject dismiss deny refuse decline accept heed grant answer rebuff spurn refute dispute contest approve"
    " disregard receive honour honor repudiate rebut disavow shrug brush turn study weigh resist oppose snub".split()
)
ASKED = frozenset("request requests urging insistence behest petition plea demand".split())
# What is told that a relative clause goes on to deny.
TOLD = frozenset(
    "accuse say claim allege blame charge denounce report assert demand want ask urge call propose offer insist suggest"
    " seek request".split()
)
DENYING = frozenset("deny reject dismiss refute rebut dispute contest".split())
BY, BY_NEAR = frozenset(("by", "por")), 4  # how near behind "denied" who does so stands
OF = frozenset(("of",))
PROTESTING = frozenset("summon protest lodge complain hand deliver convey file".split())
COMPLAINING = frozenset(
    "protest condemn denounce criticise criticize complain slam deplore decry protestar condenar denunciar".split()
)
HELD = frozenset("arrest seizure deportation expulsion force".split())  # what befalls another state's people and ships
# Of what a state is reminded by another, and who is asked for it.
DUTIES = frozenset(
    "obligation obligations duty duties commitment commitments responsibility responsibilities undertakings".split()
)
STATES = frozenset(("country", "body"))
AT_NEAR, NEAR = 4, 8  # how far before "request" stands "at"; how far behind "refusal to" whom it concerns


def who_asked(clause: Clause, first: int, last: int) -> Mention | None:
    """Return who asked "at the request of X"."""
    if clause.words[first] not in ASKED or "at" not in clause.words[max(0, first - 2) : first]:
        return None
    return next(iter(after_word(clause, last + 1, last + 2, OF)), None)


def speakers(
    clause: Clause, first: int, governor: int | None, row: Act, actors: list[Mention], targets: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Return who says what a noun names, and to whom: the one who answers it where its own words name nobody."""
    if row.family == "refusal" and not actors and targets:
        actors, targets = _refusing(clause, first, targets)
    if actors and not any(m.actor.countries for m in targets):
        targets = _answering(clause, first, governor) or targets
    return actors, targets


def _refusing(clause: Clause, first: int, targets: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Return who refuses and whom: "the refusal of X to meet Y" is that of X."""
    infinitive = next((v for v in clause.verbs if v.is_infinitive and v.first > first), None)
    if infinitive is None or clause.words[first + 1] not in OF or targets[0].last != infinitive.first - 1:
        return [], targets
    own = set(targets[0].actor.countries)
    behind = [m for m in clause.mentions if infinitive.head < m.first <= infinitive.head + NEAR and m.form != "place"]
    return targets[:1], [m for m in behind if set(m.actor.countries) - own][:1]


def _answering(clause: Clause, first: int, governor: int | None) -> list[Mention]:
    """Return who answers what another asked or charged: "X ignored Y's request", "at the request of Y, X will"."""
    is_at = clause.words[first] in ASKED and "at" in clause.words[max(0, first - AT_NEAR) : first]
    number = next((n for n, verb in enumerate(clause.verbs) if verb.is_finite), None) if is_at else governor
    if number is None:
        return []
    verb = clause.verbs[number]
    is_answer = is_at or (verb.lemma in ANSWERED and verb.head < first)
    return subjects(clause, number)[:1] if is_answer and not verb.is_passive else []


def is_denied_by(trial: Trial) -> bool:
    """Tell whether a relative clause says who denies what its sentence tells: "…, which was denied by Peru"."""
    clause, verb = trial.clause, trial.verb
    if verb.lemma not in DENYING or verb.is_negated or verb.modal or BY.isdisjoint(trial.words[:BY_NEAR]):
        return False
    relative = clause.words[verb.first - 1]
    opener = clause.words[max(0, verb.first - 4) : verb.first - 1]
    is_all = "," in opener if relative in ("that", "que") else relative == "which" and opener[-1:] == [","]
    return is_all and not TOLD.isdisjoint(v.lemma for v in clause.verbs[: trial.number])


def protested_to(clause: Clause, noun: int, row: Act, targets: list[Mention]) -> list[Mention]:
    """Return to whom a state protests at what befell its own: "summoned Chile's envoy over the arrest of Peruvians"."""
    if row.family not in HELD or not targets:
        return []
    for number, verb in enumerate(clause.verbs):
        if verb.lemma not in PROTESTING or verb.head > noun or verb.is_passive:
            continue
        own = {code for m in subjects(clause, number) for code in m.actor.countries}
        others = (m for m in clause.mentions if verb.head < m.first < noun and m.form != "place" and m.actor.countries)
        told = [m for m in others if not own & set(m.actor.countries)][:1]
        if len(own) == 1 and told and all(set(m.actor.countries) <= own for m in targets):
            return told
    return []


def complained(clause: Clause, noun: int, row: Act) -> list[Mention]:
    """Return who complains of what befell people of no named state: "protested over Peru's arrest of three men"."""
    verbs = [n for n, verb in enumerate(clause.verbs) if verb.is_finite and verb.head < noun]
    is_of = row.family in HELD - {"force"} and bool(verbs) and clause.verbs[verbs[-1]].lemma in COMPLAINING
    return subjects(clause, verbs[-1])[:1] if is_of else []


def is_asked_of_state(trial: Trial) -> bool:
    """Tell whether a state or its envoy is asked in the passive: "Peru was urged to act", "reminded of its duty"."""
    verb = trial.verb
    is_to = verb.lemma in ("ask", "urge") and trial.opener == "to"
    is_reminded = verb.lemma == "remind" and not DUTIES.isdisjoint(trial.words[:NEAR])
    asked = [m.actor for m in trial.subjects if m.actor.countries]
    return (is_to or is_reminded) and any(a.kind in STATES or a.title_kind == "ambassador" for a in asked)
