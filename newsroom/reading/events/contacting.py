"""Check what a row of contact asks of a verb: somebody is rung up or received, goes to a state, two sides meet."""

from __future__ import annotations

from newsroom.reading.acts import VERB_INDEX
from newsroom.reading.acts.judgements import BAD_NAMES
from newsroom.reading.acts.words import CRAFT, MEETINGS, MISSIONS, PLANS, TROOPS, WEAPONS
from newsroom.reading.analysis import PLACE_WORDS, Clause
from newsroom.reading.events import parties
from newsroom.reading.events.sport import is_of_fixture
from newsroom.reading.events.strangers import is_stranger_at
from newsroom.reading.events.trials import Trial
from newsroom.reading.events.uttering import ADVISED, ADVISING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.standing import person_of
from newsroom.reading.verbs import Verb

ACTING = frozenset("person office group body people country".split())
OWN_BODIES = frozenset(
    "cabinet security crisis committee board party staff government parliament parliamentary commission council"
    " accession membership".split()  # talks with a bloc, too
)
WITH_NEAR = 8  # how near behind "met" its "with" stands, words of time aside
REACH_OF_HOST, REACH_OF_PLACE = 8, 7
ENVOYS = frozenset("delegation delegations envoys officials diplomats negotiators team mission experts".split())
LEADERS = frozenset("leaders presidents ministers premiers representatives mediators lawmakers commanders".split())
CHIEFS = frozenset("chief head boss director".split())  # "the army chief travelled to", no army
POLICE = frozenset("police policemen peacekeepers officers".split())
ENVOY = frozenset("ambassador ambassadors embajador embajadora".split())
CALLING = frozenset("and but or then also later who which that he she they it we i".split())
UTTERING = frozenset(("speak", "talk"))
SENT = ENVOYS | LEADERS | parties.AGENTS
FROM_REACH = 8  # tokens before a verb within which those stand who act for states
NAMED = 8  # how near behind who is called a bad name that name stands
CALLER_NEAR = 3  # how near before "called" its subject ends
EXILE = frozenset("exile asylum captivity prison jail hospital treatment duty exilio".split())
BASED = frozenset("navy army fleet forces troops soldiers base bases military garrison airmen marines".split())
HOSTED = 3  # words behind "host" among which those stand who are hosted
CHAIRING, CHAIRED = frozenset(("chair", "co-chair", "head")), 6  # how far before "chaired by" a meeting stands
ASKING = frozenset("ask urge demand request invite protest threaten warn propose offer call".split())
HELPERS, LADEN = (
    frozenset("rescuers firefighters medics paramedics relief supplies aid tents blankets hospital medicines".split()),
    5,
)
DAYTIMES = frozenset("in on at the early late morning afternoon evening night hours of".split())
CALLED_WHEN = frozenset("on after late last yesterday today".split())
CALLED_ON = 10  # how far behind "called on" that stands for which somebody is called on
FULFILLED = frozenset(
    "expectations needs requirements demands demand obligations conditions criteria target targets deadline deadlines"
    " challenge challenges standards commitments goals".split()
)
FULFILLING = 5  # how near behind "meet" what is fulfilled stands
ON_PHONE = 7  # how far behind "be" it stands with whom somebody is on the phone
AWAITED = frozenset("due expected scheduled set awaited slated".split())


def is_called(trial: Trial) -> bool:
    """Tell whether a person is rung up, or called on and not asked for anything."""
    head = trial.verb.head
    if trial.verb.lemma == "call" and (trial.row.words or trial.opener in ("on", "upon")):
        met = [m for m in trial.near if m.actor.kind in ("person", "office")]
        is_asked = bool({"to", "for", "that"} & set(trial.words[:CALLED_ON]))
        return trial.opener in trial.row.words and bool(met) and not is_asked
    if _is_only_named(trial):
        return False
    is_quoted = any(trial.clause.quoted[head + 1 : head + 8])
    met = person_of(trial.clause, trial.behind, head) or trial.near[:1]
    return bool(met) and not is_quoted and _is_reached(trial.clause, met[0], trial.verb.lemma)


def _is_only_named(trial: Trial) -> bool:
    """Tell whether a bare "called" only gives a thing its name: "an ailment in humans called X disease"."""
    verb, clause = trial.verb, trial.clause
    if verb.lemma != "call" or verb.has_auxiliary or verb.form not in ("past_or_part", "part") or not verb.first:
        return False
    before = clause.tokens[verb.first - 1]
    own = trial.subjects
    is_near = bool(own) and own[-1].last >= verb.first - CALLER_NEAR
    is_caller = is_near or before.low in CALLING or before.low.endswith("ly") or before.is_capital
    return before.low.isalpha() and not is_caller


def _is_reached(clause: Clause, mention: Mention, lemma: str) -> bool:
    """Tell whether a mention behind "called" is who was rung up, not what somebody is called."""
    if lemma == "call" and mention.is_possessive:
        return False  # "called X's words absurd"
    if lemma == "call" and {"a", "an"} & set(clause.words[mention.last + 1 : mention.last + 2]):
        return False  # "called X a friend"
    if lemma == "call" and not BAD_NAMES.isdisjoint(clause.words[mention.first : mention.last + 1 + NAMED]):
        return False  # "called X's president, Y, a liar"
    if lemma != "call" or mention.actor.kind == "person":
        return mention.actor.kind in ("person", "office", "group")
    after = clause.tokens[mention.last + 1] if mention.last + 1 < len(clause.tokens) else None
    if mention.actor.kind == "office" and "counterpart" not in mention.actor.name:  # no "called X's premier, Y, a liar"
        return after is None or after.text == "." or after.low in CALLED_WHEN
    ends = after is None or not after.is_word or after.low in ("on", "to", "in", "after", "for", "from", "last", "late")
    return mention.actor.kind == "office" and "counterpart" in mention.actor.name and ends


def is_received(trial: Trial) -> bool:
    """Tell whether a person or a delegation of a state is received."""
    if trial.verb.is_passive and ENVOYS & set(trial.before):
        return True
    head, near = trial.verb.head, trial.words[:HOSTED]
    are_strangers = any(is_stranger_at(trial.clause, head + 1 + n) for n in range(len(near)))
    are_strangers = are_strangers or any(is_stranger_at(trial.clause, m.first) for m in trial.behind[:1])
    if are_strangers and not trial.verb.is_passive:
        return False  # "welcomed Chilean investors", "is hosting and arming dissidents"
    met = [m for m in trial.subjects if not _is_met(trial, m)] if trial.verb.is_passive else _met(trial)
    if not trial.verb.is_passive and parties.people_of(trial.clause, trial.verb.head + 1):
        return True
    met = [m for m in met if trial.clause.words[m.last] not in BASED or m.actor.kind == "person"]  # "hosts a US base"
    return any(m.actor.kind in ("person", "office", "group", "people", "body") and m.actor.countries for m in met)


def _is_met(trial: Trial, mention: Mention) -> bool:
    """Tell whether a mention is the object of an infinitive before a verb: "the pledge to meet X was welcomed"."""
    before = trial.clause.verbs[trial.number - 1] if trial.number else None
    return before is not None and before.is_infinitive and before.head + 1 == mention.first


def _met(trial: Trial) -> list[Mention]:
    """Return who is received: the object at the verb, a place or a time between them aside."""
    for mention in [m for m in trial.behind if not m.is_possessive][:2]:
        between = set(trial.clause.words[trial.verb.head + 1 : mention.first])
        nouns = between & (MEETINGS | {"letter", "message", "report", "dinner", "lunch"})
        if "from" in between:
            break  # "received strong support from"
        if mention.form != "place" and not (nouns and "for" not in between):
            return [mention] if mention.first - trial.verb.head <= REACH_OF_HOST else []
    return []


FIRED = WEAPONS | frozenset("shell shells rocket mortar rounds bullets projectile projectiles debris".split())


def is_journey(trial: Trial) -> bool:
    """Tell whether somebody goes to a state."""
    if (
        trial.row.family == "contact"
        and trial.verb.lemma == "land"
        and not FIRED.isdisjoint(trial.clause.words[: trial.verb.first])
    ):
        return False  # "shells that landed in"
    is_of_forces = bool((TROOPS | CRAFT | POLICE) & set(trial.before[-2:])) and CHIEFS.isdisjoint(trial.before[-1:])
    if trial.row.family == "contact" and is_of_forces:
        return False  # "the first paratroopers landed in"
    if is_of_fixture(trial.clause) and not any(m.actor.kind in ("person", "office") for m in trial.subjects):
        return False  # "the Chilean side arrived in Lima for a match"
    if trial.row.family == "contact" and not HELPERS.isdisjoint(trial.before[-LADEN:]):
        return False  # "a plane with relief supplies landed in": help
    if trial.row.family == "contact" and trial.verb.lemma == "return" and trial.opener in ("a", "an", "the", "its"):
        return False  # "has yet to return an envoy to"
    is_advice = trial.verb.is_infinitive and trial.number and trial.clause.verbs[trial.number - 1].lemma in ADVISING
    if is_advice and not ADVISED.isdisjoint(trial.clause_before):
        return False  # "told its citizens not to travel to"
    if trial.row.family == "ties":
        is_named = bool(trial.subjects) or not MISSIONS.isdisjoint(trial.before[-8:])
        return is_named or trial.verb.is_passive  # "is to open an embassy in the city"
    if trial.row.family == "contact" and trial.verb.lemma == "return" and _is_envoy(trial):
        return False  # "its ambassador returned to Chile": a tie restored
    is_of_exile = trial.verb.lemma == "return" and not EXILE.isdisjoint(trial.words)
    is_guest = trial.verb.lemma != "come" or any(m.actor.level in ("leader", "minister") for m in trial.subjects)
    if is_of_noun(trial) or _is_of_people(trial) or is_of_exile or not is_guest:
        return False  # "citizens heading to Chile", "came to Chile as refugees"
    if "here" in trial.words[:2]:
        return _acts(trial)  # at the dateline's place
    if trial.opener == "to" and any(v.is_infinitive and v.first == trial.verb.head + 1 for v in trial.clause.verbs):
        return False  # "continues to work with the Peruvian side"
    opener = trial.words[1] if trial.words[:2] == ["on", "to"] else trial.opener
    head = _behind_daytime(trial)
    is_joined = not trial.row.prepositions or opener in trial.row.prepositions
    is_joined = is_joined or bool(trial.row.words and trial.row.prepositions & set(trial.words[:6]))
    is_joined = is_joined or (
        trial.verb.lemma in parties.LEAVING and any(_is_bound_for(trial, m) for m in trial.behind)
    )
    reach = REACH_OF_PLACE if trial.row.prepositions else REACH_OF_HOST
    goals = [m for m in trial.behind[:2] if m.first - head <= reach]
    is_named = bool(trial.behind) and any(token.is_capital for token in trial.clause.tokens[head + 1 : head + 4])
    return (bool(goals) or is_named) and is_joined and _acts(trial)


def _is_envoy(trial: Trial) -> bool:
    """Tell whether an ambassador is the subject, named as one here or before."""
    is_called = not ENVOY.isdisjoint(trial.before[-3:])
    return is_called or any(m.actor.title_kind == "ambassador" for m in trial.subjects[:1])


def _behind_daytime(trial: Trial) -> int:
    """Return the token behind which it is said whither: "arrived in the early afternoon of Tuesday | in Lima"."""
    head = trial.verb.head
    time = next((each for each in trial.clause.times if each.first > head), None)
    is_part = time is not None and DAYTIMES.issuperset(trial.clause.words[head + 1 : time.first])
    return time.last if time is not None and is_part else head


def _is_bound_for(trial: Trial, mention: Mention) -> bool:
    """Tell whether somebody leaves one place for another: "left Lima on Monday for Oslo"."""
    return mention.actor.kind == "country" and trial.clause.words[mention.first - 1] == "for"


def is_of_noun(trial: Trial) -> bool:
    """Tell whether an "-ing" says what a noun without a name right before it does."""
    verb, before = trial.verb, trial.clause.words[trial.verb.first - 1]
    is_bare = verb.form == "ing" and not verb.has_auxiliary and verb.first > 0
    return is_bare and before.endswith("s") and before.isalpha() and trial.clause.named.covered[verb.first - 1] < 0


def _is_of_people(trial: Trial) -> bool:
    """Tell whether only people of a state do something, or may do it (an infinitive, an "-ing")."""
    is_open = trial.verb.is_infinitive or (trial.verb.form == "ing" and not trial.verb.has_auxiliary)
    are = _is_people if is_open else _are_citizens
    return bool(trial.subjects) and all(are(trial, m) for m in trial.subjects)


def _are_citizens(trial: Trial, mention: Mention) -> bool:
    """Tell whether a people is named, who act for no state: "Some Nigerians travelled to Peru"."""
    return (
        mention.actor.kind == "country" and mention.form == "name" and trial.clause.words[mention.last].endswith("ns")
    )


def _is_people(trial: Trial, mention: Mention) -> bool:
    """Tell whether people are named by their state: "Peruvians"."""
    return mention.actor.kind == "people" or trial.clause.words[mention.last].endswith("ns")


def is_reached(trial: Trial) -> bool:
    """Tell who reaches a state from what does: not "reached an agreement with Peru", "the fire reached Peru"."""
    goals = [m for m in trial.behind[:1] if m.first - trial.verb.head <= 2]
    is_traveller = any(m.actor.kind in ("person", "office", "people") for m in trial.subjects)
    return bool(goals) and is_traveller and not trial.verb.is_passive and trial.opener not in PLACE_WORDS


def _acts(trial: Trial) -> bool:
    """Tell whether somebody is the subject, or a delegation that is named by its state."""
    before = trial.before[-8:]
    is_led = "from" in before and not LEADERS.isdisjoint(before)  # "leaders from X, Y and Z"
    return any(m.actor.kind in ACTING for m in trial.subjects) or not ENVOYS.isdisjoint(before) or is_led


def is_contact(trial: Trial) -> bool:
    """Tell whether a contact has a second side: behind its preposition, or in a joint subject."""
    verb, row = trial.verb, trial.row
    if verb.lemma == "meet" and verb.is_passive and trial.opener == "with":
        return False  # "will be met with force"
    if verb.lemma == "meet" and not FULFILLED.isdisjoint(trial.words[:FULFILLING]) and "with" not in trial.words[:1]:
        return False  # "meet the expectations of"
    if verb.lemma in CHAIRING and trial.opener == "by" and not verb.has_auxiliary:
        return not MEETINGS.isdisjoint(trial.before[-CHAIRED:])  # no "commission chaired by X"
    if verb.form == "ing" and not verb.has_auxiliary and trial.clause.words[verb.first - 1] in OWN_BODIES:
        return False  # "following a cabinet meeting in the capital"
    if trial.words[:1] == ["of"] and verb.lemma in ("speak", "talk"):
        return False  # "has spoken of Chile with warmth"
    if trial.words[:1] == ["to"] and is_stranger_at(trial.clause, verb.head + 2):
        return False  # "speaking to reporters"
    if not row.prepositions:
        return True
    timed = sum(t.last - t.first + 1 for t in trial.clause.times if 0 < t.first - verb.head <= WITH_NEAR)
    if row.prepositions & set(trial.words[: len(trial.words) if verb.is_passive else WITH_NEAR + timed]):
        return True
    if (verb.is_passive and trial.opener == "by") or parties.has_joint_window(trial.clause, trial.number):
        return True
    if verb.lemma == "meet" and not verb.is_passive and _is_at_home(trial):
        return False  # "Peru's governor met Lima's mayor"
    if verb.lemma == "meet" and any(m.actor.countries for m in trial.near):
        return True
    if verb.lemma == "meet" and any(m.actor.others for m in trial.subjects[:1]):
        return any(m.actor.kind == "office" for m in trial.near[:1])  # "the ambassador to Chile met the minister"
    if verb.lemma == "meet" and not verb.is_passive and parties.people_of(trial.clause, verb.head + 1):
        return True
    if len({c for m in trial.subjects for c in m.actor.countries}) > 1:
        return True
    is_sent = not SENT.isdisjoint(trial.before[-FROM_REACH:]) and verb.lemma not in UTTERING
    return is_sent and are_several(trial)  # "officials from Peru and Chile met", not "spoke", not "teams from"


def _is_at_home(trial: Trial) -> bool:
    """Tell whether somebody meets one of his own state alone."""
    own = {code for m in trial.subjects for code in m.actor.countries}
    met = next((m for m in trial.near if m.first == trial.verb.head + 1 and m.form not in ("place", "pronoun")), None)
    return len(own) == 1 and met is not None and set(met.actor.countries) == own and not met.is_plural


def are_several(trial: Trial) -> bool:
    """Tell whether people of several states gather."""
    hanging = parties.hanging(trial.clause, trial.number)
    return any(len({code for m in some for code in m.actor.countries}) > 1 for some in (trial.subjects, hanging))


def is_written(trial: Trial) -> bool:
    """Tell whether somebody writes to somebody, and no more: "wrote to X asking it to" asks."""
    later = next((v for v in trial.clause.verbs[trial.number + 1 :]), None)
    is_act = later is not None and later.form == "ing" and not later.has_auxiliary and later.lemma in ASKING
    return "to" in trial.words[:2] and not is_act


def is_in(trial: Trial) -> bool:
    """Tell whether "in" stands right behind "be": "is in talks", "on the phone", not "is due in Lima for talks"."""
    if "be+phone" in trial.row.verbs:
        return "on" in trial.words[:1] and not {"with", "to"}.isdisjoint(trial.words[:ON_PHONE])
    return bool({"in", "en"} & set(trial.words[:2])) and trial.opener not in AWAITED


def is_of_contact(verb: Verb) -> bool:
    """Tell whether a verb is one of those by which two sides meet: "visit", "hold talks"."""
    return any(row.family == "contact" for row in VERB_INDEX.get(verb.lemma, ())[:1])


def is_of_guests(trial: Trial) -> bool:
    """Tell a welcome of people from one of what they propose: "extended a warm welcome to the plan"."""
    return is_contact(trial) and (PLANS | {"idea"}).isdisjoint(trial.words)
