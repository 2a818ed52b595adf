"""Check what a row asks of a verb beyond its words: by its way of parties, its family, its verb."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from newsroom.reading.acts import PARTICLES
from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.words import AIDING, BUILDING, CARGO, DIPLOMATS, MEETINGS, PEOPLE, SANCTIONS, TROOPS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.agreeing import (
    FIGURES,
    is_agreed,
    is_between,
    is_convened,
    is_mutual,
    is_no_purpose,
    is_truce,
)
from newsroom.reading.events.contacting import (
    are_several,
    is_called,
    is_contact,
    is_in,
    is_journey,
    is_of_guests,
    is_reached,
    is_received,
    is_written,
)
from newsroom.reading.events.forcing import (
    BLOW,
    LISTED,
    are_fighters,
    are_troops,
    is_done_by_harm,
    is_forced,
    is_fought,
    is_intrusion,
    is_posture,
    is_struck,
)
from newsroom.reading.events.giving import are_forces, is_built_for, is_given, is_sent, is_shared, is_to_help
from newsroom.reading.events.parties import NEAR, are_a_people
from newsroom.reading.events.relenting import (
    ENDED_SANCTIONS,
    are_let_go,
    is_called_in,
    is_ended,
    is_freed,
    is_laid_on,
    is_near_object,
    is_no_leave,
    is_no_plan,
    is_of_goods,
    is_own,
    is_recalled,
    is_time_limit,
    is_told_to_leave,
    is_undertaken,
)
from newsroom.reading.events.strangers import ALONE, PRIVATE, WRITTEN
from newsroom.reading.events.threats import is_threatened_by
from newsroom.reading.events.trials import CAPTIVES, Trial
from newsroom.reading.events.uttering import (
    are_citizens,
    insists,
    is_asked,
    is_by_somebody,
    is_claim_denounced,
    is_hostile,
    is_no_blow,
    is_offered,
    is_own_fault,
    is_own_staff,
    is_pledged,
    is_refused,
    is_ruled_out,
    is_sought,
    is_state_blamed,
    is_sued,
    is_unconditional,
    is_wanted,
    is_warned,
)

SHUT_NEAR = 6  # how far behind "slammed" a door or "shut" stands
PRESS = frozenset("newspapers media press opposition lawmakers critics rivals".split())
SHARED_WITH = frozenset("with by between".split())  # behind "was discussed"
HELD_TALKS = MEETINGS | frozenset("conversations discussions consultations".split())
CAPTURED = frozenset("prisoner prisoners captive captives hostages bodies remains pows".split())
JOINT_EXERCISE = frozenset("joint conjunto conjuntos conjuntas bilateral trilateral together".split())
ALONGSIDE = frozenset("near off around along opposite".split())
SCORNING = "condemn denounce decry slam blast deplore lambast lament deride ridicule mock scorn assail".split()
LIMITING = ("give", "set", "issue", "hand", "deliver", "present", "serve", "launch")
INTENDED = frozenset("planned proposed draft possible potential prospective emerging looming".split())
NEEDED = frozenset("need importance value difficulty that".split())
PURPOSES, SUMS = frozenset("to so because".split()), frozenset("thousand million billion trillion m bn".split())
AFTERWARDS = frozenset("after following before during tras".split())
PLANNED, RELATIVES = frozenset("plan plans trip decision".split()), frozenset("who which that whose , where".split())
AIMED_ACTS = [
    *((verb, "concession") for verb in "bow yield submit bend pay make commute overturn quash".split()),
    *((verb, "criticism") for verb in ("react", "respond", "question", "compare", "liken")),
    *((verb, "aid") for verb in AIDING),
]
AT_OTHER = 9  # how far behind its verb the state stands at which a row aims
ROUTES = frozenset("route routes road roads way path entry entrance".split())
INTRUDING = ("enter", "intrude", "stray", "fly", "sail", "cross", "penetrate")
SHUT, SHUTTING = frozenset("closed shut sealed".split()), frozenset("close shut seal".split())
DOINGS = frozenset("termination expulsion expulsions deportation deportations annexation withdrawal expiry".split())
HELD = frozenset("crew crewmen hostages hostage captives prisoners detainees sailors airmen".split())


def fits(clause: Clause, number: int, row: Act, words: list[str], end: int) -> bool:
    """Tell whether a verb fits a row: a person behind "called", a leader captured, a refusal of something."""
    verb = clause.verbs[number]
    check = (
        BY_VERB.get((verb.lemma, row.family))
        or BY_PARTIES.get(row.parties)
        or BY_VERB.get((verb.lemma, ""))
        or BY_FAMILY.get(row.family)
    )
    if check is None:
        return True
    if words and verb.lemma in PARTICLES and f"{verb.lemma}+{words[0]}" in row.verbs:
        words = words[1:]  # the particle is the verb's
    return check(Trial(clause, number, row, words, end))


def _is_leader(trial: Trial) -> bool:
    """Tell whether a leader is captured."""
    named = [*trial.behind, *(trial.subjects if trial.verb.is_passive else [])]
    return any(m.actor.title_kind in ("head", "foreign_minister") or m.actor.level == "leader" for m in named)


def _is_captive(trial: Trial) -> bool:
    """Tell whether a state not the subject's is named right at the verb: the object, or the subject of a passive."""
    if trial.verb.is_passive:
        if trial.row.family == "force" or trial.verb.lemma in ("abduct", "kidnap"):
            return "by" in trial.words[: BLOW + 1]
        is_people = any(m.form == "name" and are_a_people(trial.clause, m) for m in trial.subjects)
        return trial.row.family != "arrest" or is_people or bool((PEOPLE | DIPLOMATS) & set(trial.before[-CAPTIVES:]))
    own = {code for m in trial.subjects for code in m.actor.countries}
    if not trial.near and own and trial.row.family == "arrest":
        return bool(HELD & set(trial.words[:CAPTIVES]))  # "still holds the 24 crew members"
    if not trial.near and own and trial.row.family == "seizure":
        return bool(CARGO & set(trial.words[:CAPTIVES]))  # "impounded a barge"
    return not is_done_by_harm(trial) and any(set(m.actor.countries) - own for m in trial.near[:1])


def _is_inside(trial: Trial) -> bool:
    """Tell whether it is done in another state than the subject's: "killed a commander inside Chile"."""
    own = {code for m in trial.subjects for code in m.actor.countries}
    behind = [m for m in trial.behind if m.actor.kind == "country" and set(m.actor.countries) - own]
    return bool(own) and any(trial.clause.words[m.first - 1] in ("inside", "in", "within") for m in behind)


def _is_invited(trial: Trial) -> bool:
    """Tell whether a state invites: not "invited by the mothers of the square"."""
    if not trial.verb.is_passive and are_citizens(trial):
        return False
    if not trial.verb.is_passive or not {"by", "por"} & set(trial.words[:2]):
        return True
    return any(m.actor.countries and m.first - trial.verb.head <= NEAR for m in trial.behind)


def _is_active(trial: Trial) -> bool:
    """Tell whether a verb is no passive: "goods suspected of" accuses nobody."""
    return not trial.verb.is_passive


def _is_recognised(trial: Trial) -> bool:
    """Tell whether a state or its government is recognised, not "the country's plan"."""
    if trial.row.words:
        return NEEDED.isdisjoint(trial.words[:NEAR])  # no "recognised the need for control"
    if trial.verb.is_passive:
        return "by" in trial.words[:LISTED] or "por" in trial.words[:LISTED]
    return bool(trial.near) and not trial.near[0].is_possessive and _is_captive(trial)


def _is_exercise(trial: Trial) -> bool:
    """Tell whether they exercise together: not "held drills near the border with Chile"."""
    words = trial.words
    if are_several(trial):
        return True
    place = next((n for n, word in enumerate(words) if word in ("with", "con")), len(words))
    if place == len(words) and trial.verb.lemma in ("launch", "start", "begin") and not JOINT_EXERCISE & set(words):
        own = {code for m in trial.subjects for code in m.actor.countries}
        return len(own) > 1 or not own  # "answered the visit by launching exercises": it exercises alone
    if any(pair[0] == "patrol" and pair[1] in CARGO for pair in pairwise(words)):
        return False  # "joins two patrol boats"
    return "joint" in words or not ALONGSIDE & set(words[:place])


def _is_at_other(trial: Trial) -> bool:
    """Tell whether another state stands so near that it is meant: no "paid compensation to its villagers"."""
    own = {code for m in trial.subjects for code in m.actor.countries}
    edge = next((n for n, word in enumerate(trial.words) if word in RELATIVES), len(trial.words))
    reach = trial.verb.head + 1 + min(edge, AT_OTHER)
    return any(m.first < reach and set(m.actor.countries) - own for m in trial.behind)


def _is_no_count(trial: Trial) -> bool:
    """Tell whether no count of states is the subject: "the number of countries with ties to X was reduced to 14"."""
    return not (trial.verb.is_passive and ("number", "of") in pairwise(trial.clause.words[: trial.verb.first]))


def _is_envoy_sent(trial: Trial) -> bool:
    """Tell whether somebody is sent: "sent a team to Chile", no "sent its wishes to Chile's team"."""
    is_passive = trial.verb.is_passive or "by" in trial.words[:2]
    words = trial.before if is_passive else trial.words
    edge = words.index("to") if "to" in words and not is_passive else len(words)
    return not trial.row.words or bool(trial.row.words & set(words[:edge]))


def _is_met_for(trial: Trial) -> bool:
    """Tell whether a meeting itself is called off, no speech or flight for its sake: "cancelled a speech so that"."""
    words = trial.words
    if trial.verb.lemma == "withdraw" and not AFTERWARDS.isdisjoint(words[:LISTED]):
        edge = next(n for n, word in enumerate(words) if word in AFTERWARDS)
        return not trial.row.words.isdisjoint(words[:edge])  # "withdrew on Sunday after a meeting"
    if trial.verb.is_passive or not PURPOSES & set(words) or not PLANNED.isdisjoint(words):
        return True
    edge = next(n for n, word in enumerate(words) if word in PURPOSES)
    return not trial.row.words.isdisjoint(words[:edge]) or not trial.row.words & set(words)


def _is_apology(trial: Trial) -> bool:
    """Tell who says sorry ("pidió disculpas a Perú") from who wants to hear it: "pidió al Perú disculpas"."""
    place = next((n for n, word in enumerate(trial.words) if word in trial.row.words), 0)
    return {"a", "al"}.isdisjoint(trial.words[:place])


def _is_no_figure(trial: Trial) -> bool:
    """Tell a war from one of words or of trade."""
    return ("war", "of") not in pairwise(trial.words) and FIGURES.isdisjoint(trial.words)


def _is_of_accord(trial: Trial) -> bool:
    """Tell whether an accord itself came to nothing: no bridge that collapsed after one, and none only planned."""
    return not trial.row.words.isdisjoint(trial.clause_before) and INTENDED.isdisjoint(trial.clause.words)


Check = Callable[[Trial], bool]
BY_PARTIES: dict[str, Check] = {
    "between": is_between,
    "called": is_called,
    "leader": _is_leader,
    "person": is_received,
    "near": _is_captive,
    "troops": are_troops,
    "place": is_journey,
    "mutual": is_mutual,
    "inside": _is_inside,
    "pledge": is_pledged,
    "asked": is_asked,
}
BY_FAMILY: dict[str, Check] = {
    "refusal": is_refused,
    "contact": is_contact,
    "force": is_forced,
    "border": is_forced,
    "accord": is_agreed,
    "invitation": _is_invited,
    "aid-offer": is_unconditional,
    "offer": is_offered,
    "summons": is_called_in,
    "ceasefire": is_truce,
    "clash": is_no_purpose,
    "economic": is_no_purpose,
    "posture": is_posture,
    "sanctions": is_laid_on,
    "tariffs": is_laid_on,
    "exercise": _is_exercise,
    "deportation": lambda trial: not CAPTURED & set(trial.words[:LISTED]) and not is_freed(trial),
    "withdrawal": lambda trial: not is_freed(trial),
    "cancelled": _is_met_for,
    "investigation": lambda trial: bool(trial.row.prepositions & set(trial.words)),
}
ARMED = frozenset("armada armadas armado armados".split())  # "sus fuerzas armadas": whose they are, not who is helped
# By verb and family of the row; "": of any family.
BY_VERB: dict[tuple[str, str], Check] = {
    ("strike", "force"): is_struck,
    ("pound", "force"): lambda trial: trial.clause.words[trial.verb.first - 1] not in SUMS and is_forced(trial),
    ("block", "sanctions"): lambda trial: (ROUTES | SANCTIONS).isdisjoint(trial.words[:LISTED]) and is_laid_on(trial),
    ("arm", "aid"): lambda trial: trial.verb.has_auxiliary or trial.clause.words[trial.verb.head] not in ARMED,
    ("end", "ties"): is_ended,
    ("suspend", "ties"): lambda trial: DOINGS.isdisjoint(trial.words[:LISTED]),  # "suspended the end of the pact"
    ("retaliate", "force"): lambda trial: bool(trial.row.words) or not TROOPS.isdisjoint(trial.clause_before),
    ("open", "force"): lambda trial: (
        is_forced(trial) and (bool(trial.row.prepositions) or not TROOPS.isdisjoint(trial.clause_before))
    ),
    **dict.fromkeys([(verb, "contact") for verb in ("give", "extend", "accord")], is_of_guests),
    ("slam", "criticism"): lambda trial: not {"shut", "door"} & set(trial.words[:SHUT_NEAR]),
    ("come", "criticism"): lambda trial: (ALONE | PRIVATE | WRITTEN | PRESS).isdisjoint(trial.words),
    ("threaten", "threat"): is_threatened_by,
    ("be", "contact"): is_in,
    ("sue", "court"): is_sued,
    ("join", "sanctions"): lambda trial: "in" not in trial.words,  # "joined Peru in imposing sanctions"
    ("gather", "contact"): are_several,
    ("reach", "contact"): is_reached,
    **dict.fromkeys([(verb, "posture") for verb in INTRUDING], is_intrusion),
    ("write", "contact"): is_written,
    ("discuss", "contact"): lambda trial: (
        not trial.verb.is_passive
        or not (trial.clause.is_spanish or MEETINGS & set(trial.words) or SHARED_WITH.isdisjoint(trial.words))
    ),
    ("encourage", "request"): lambda trial: is_asked(trial) and not are_citizens(trial),
    ("insist", "request"): insists,
    ("suspect", "accusation"): _is_active,
    ("accept", "accord"): _is_active,
    ("respond", "tariffs"): lambda trial: trial.opener not in ("that", "que", ":"),
    ("warn", "threat"): is_warned,
    **dict.fromkeys([(verb, "accusation") for verb in ("accuse", "suspect")], is_by_somebody),
    ("attack", "criticism"): is_no_blow,
    ("blame", "accusation"): is_state_blamed,
    ("want", "request"): is_wanted,
    ("object", "refusal"): lambda trial: trial.opener == "to" and not trial.verb.is_passive,
    ("rule", "refusal"): is_ruled_out,
    **dict.fromkeys([(verb, "refusal") for verb in SCORNING], is_claim_denounced),
    **dict.fromkeys([(verb, "refusal") for verb in ("exclude", "discount")], lambda trial: trial.verb.is_negated),
    **dict.fromkeys([(verb, "recall") for verb in ("order", "tell", "ask", "instruct", "direct")], is_own_staff),
    **dict.fromkeys([(verb, "apology") for verb in ("express", "voice", "convey")], is_own_fault),
    **dict.fromkeys(
        [(verb, "criticism") for verb in ("express", "voice", "convey")],
        lambda trial: bool(trial.row.also) or not is_own_fault(trial),
    ),
    **dict.fromkeys([(verb, "recall") for verb in ("summon", "evacuate", "airlift")], is_recalled),
    ("withdraw", "recall"): is_no_leave,
    **dict.fromkeys([(verb, "accord") for verb in ("instruct", "direct", "task", "mandate", "order")], are_several),
    ("stop", "seizure"): lambda trial: "from" not in trial.words[:CAPTIVES],  # "stopped trucks from entering"
    ("enter", "accord"): lambda trial: trial.clause.words[trial.verb.first - 1] != "after" and is_agreed(trial),
    ("collapse", "ties"): _is_of_accord,
    ("break", "ties"): lambda trial: (
        _is_of_accord(trial)
        if "break+down" in trial.row.verbs
        else len(trial.row.words) > 1 or trial.opener in ("with", "con")  # "broke with Chile"
    ),
    ("keep", "border"): lambda trial: (
        not SHUT.isdisjoint(trial.words) or any(v.lemma in SHUTTING for v in trial.clause.verbs[trial.number + 1 :][:1])
    ),
    ("withdraw", "ties"): is_near_object,
    ("open", "sanctions-eased"): is_near_object,
    ("reopen", "sanctions-eased"): is_near_object,
    ("hold", "seizure"): lambda trial: HELD_TALKS.isdisjoint(trial.before) and _is_captive(trial),
    ("take", "seizure"): lambda trial: trial.clause.words[trial.verb.head + 1] == "over",
    **dict.fromkeys([(verb, "threat") for verb in LIMITING], is_time_limit),
    ("defend", "support"): lambda trial: trial.opener not in ("its", "their", "his", "her", "su", "sus"),
    ("request", "apology"): _is_apology,
    ("return", "deportation"): lambda trial: not CAPTURED & set(trial.words[:LISTED]) and _is_captive(trial),
    **dict.fromkeys([(verb, family) for verb, family in AIMED_ACTS], _is_at_other),
    ("send", "contact"): _is_envoy_sent,
    **dict.fromkeys([(verb, "aid") for verb in ("arrive", "land", "reach")], lambda trial: True),
    ("claim", "threat"): lambda trial: trial.verb.tense == "past" or trial.verb.is_perfect,  # "claims": of old
    ("prepare", "threat"): lambda trial: trial.opener != "to",
    **dict.fromkeys(
        (("regret", "criticism"), ("retort", "refusal"), ("name", "envoys"), ("appoint", "envoys")), _is_active
    ),
    **dict.fromkeys([(verb, "expulsion") for verb in ("give", "order")], is_told_to_leave),
    ("send", "expulsion"): lambda trial: not is_own(trial) and _is_captive(trial),
    ("have", "expulsion"): lambda trial: not DIPLOMATS.isdisjoint(trial.clause.words[: trial.verb.first]),
    ("say", "expulsion"): lambda trial: not {"non", "no"}.isdisjoint(trial.words[:LISTED]),  # "persona non grata"
    **dict.fromkeys([(verb, "clash") for verb in ("erupt", "escalate", "descend", "slide")], _is_no_figure),
    ("allege", "accusation"): _is_active,
    ("call", "request"): lambda trial: not is_convened(trial) and (trial.row.parties != "asked" or is_asked(trial)),
    ("call", "ceasefire"): lambda trial: trial.opener not in ("for", "on", "upon") and is_truce(trial),  # these ask
    ("be", "clash"): lambda trial: not {("at", "war"), ("in", "conflict")}.isdisjoint(pairwise(trial.words[:4])),
    ("charge", "accusation"): lambda trial: (
        trial.opener == "that" or (bool(trial.row.words & {"with"}) and _is_captive(trial))
    ),
    ("hang", "arrest"): lambda trial: trial.opener != "over" and _is_captive(trial),
    ("hold", "arrest"): lambda trial: not HELD_TALKS & set(trial.words[:CAPTIVES]) and _is_captive(trial),
    **dict.fromkeys([("recognize", "ties"), ("recognise", "ties")], _is_recognised),
    ("come", "accord"): lambda trial: trial.opener in ("to", "into"),  # no "came close to"
    **dict.fromkeys([(verb, "sanctions-eased") for verb in ("resume", "restart", "restore")], is_of_goods),
    ("improve", "ties"): is_undertaken,
    **dict.fromkeys([(verb, "ties") for verb in ("reduce", "cut", "lower")], _is_no_count),
    **dict.fromkeys([(verb, "aid") for verb in ("provide", "give", "grant", "donate")], is_given),
    **dict.fromkeys([(verb, "aid") for verb in BUILDING], is_built_for),
    **dict.fromkeys([(verb, "aid") for verb in ("deploy", "fly", "ferry", "channel", "funnel", "truck")], is_sent),
    **dict.fromkeys([(verb, "aid") for verb in ("send", "dispatch", "rush", "transfer")], is_to_help),
    **dict.fromkeys([(verb, "economic") for verb in "build launch commission complete begin start".split()], is_shared),
    **dict.fromkeys(ENDED_SANCTIONS, is_no_plan),
    ("fight", "clash"): is_fought,
    ("clash", "clash"): are_fighters,
    ("extend", "aid"): lambda trial: SANCTIONS.isdisjoint(trial.words[:CAPTIVES]),  # "extended an arms embargo"
    **dict.fromkeys([(verb, "exercise") for verb in ("exercise", "train", "drill", "patrol")], are_forces),
    ("take", "aid"): lambda trial: trial.opener not in ("refuge", "shelter", "sanctuary", "part"),
    ("fly", "deportation"): lambda trial: (
        trial.verb.is_passive
        or bool(PEOPLE & set(trial.words[:CAPTIVES]))
        or any(are_a_people(trial.clause, m) for m in trial.near)
    ),
    **dict.fromkeys([(verb, "threat") for verb in ("pledge", "promise", "vow")], is_hostile),
    **dict.fromkeys([(verb, "release") for verb in ("release", "free", "liberate", "hand", "deliver")], are_let_go),
    ("seek", ""): is_sought,
    ("stand", "support"): lambda trial: trial.opener != "ready",  # "stands ready to work with": an offer
}
