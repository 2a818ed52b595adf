"""Find the parties of an event: by preposition, possessor, joint subject, or the story's main pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsroom.reading.analysis import PLACE_WORDS, Article, Clause
from newsroom.reading.asides import behind_aside
from newsroom.reading.events.antecedents import antecedent, host_of
from newsroom.reading.events.strangers import has_stranger_behind, is_leant_on
from newsroom.reading.grammar import objects, parallel_verb, subjects, window_start
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.series import chain, end_of_shared, joined_behind
from newsroom.reading.standing import DECISIONS, person_of

WITH, JOINING = frozenset("with con between among".split()), frozenset("with mediated between joint".split())
PERSONAL = frozenset(("person", "office", "group", "country", "body"))
HOSTS, BY = frozenset(("by", "to")), frozenset(("by", "por"))
DESCRIBED = frozenset(("near", "object"))
FREEING = frozenset("release free hand deliver repatriate liberate pardon amnesty swap let".split())
HANDING, TO = frozenset(("extradite",)), frozenset(("to", "a"))
NEAR, PAIR = 4, 2  # how far behind its verb the state stands that is acted upon
ARTICLES = frozenset(("el", "este"))  # before a Spanish day
AGENTS = frozenset(
    "negotiators envoys representatives delegates spokesmen mediators diplomats ministers ambassadors counterparts"
    " officials leaders presidents lawmakers delegations".split()
)
ENVOYS = frozenset("ambassador ambassadors envoy envoys embajador embajadora embajadores embajadoras consules".split())
AFFECTED = frozenset(
    "officials individuals entities companies firms banks politicians lawmakers figures judges generals commanders"
    " authorities people persons institutes institutions organisations organizations academics scholars"
    " funcionarios empresas entidades".split()
)  # whom a state's measure hits in another state
LEAVING, COMING = frozenset(("leave", "depart")), frozenset("arrive travel fly head go land".split())
TEAMS = frozenset("delegation team mission envoy representative official diplomat group".split())
MOST, JOINED = 3, 2  # how many may be acted upon outside a list; how near an infinitive shares its subject
# What stands before the reason, the occasion or the place of an act: who is named behind it is not acted upon.
REASONS = frozenset(
    "over with on about for after amid because during regarding concerning following since despite before until"
    " under through via when while por sobre tras durante segun mientras cuando debido luego despues antes porque"
    " desde hasta".split()
)
PEOPLES = frozenset(
    "britons danes finns swedes poles spaniards turks arabs koreans irishmen englishmen frenchmen thais greeks serbs"
    " croats czechs slovaks filipinos uzbeks kazakhs tajiks uighurs".split()
)
TAKING_PART = frozenset("attend join chair co-chair host moderate mediate facilitate".split())
TOWARDS = frozenset("to on of against around in into with over from between at towards toward for".split())
BETWEEN = frozenset(("between", "among", "entre"))
TELLING = frozenset("announce declare proclaim confirm report hail".split())  # who does so may be no side of an accord
WAY_FROM, WAY_TO = frozenset(("desde", "from")), frozenset(("a", "to", "hasta"))
TURNED = frozenset("recognition allegiance ties relations".split())


@dataclass(slots=True)
class Parties:
    """Hold the countries and people of an event, and the mentions that support them."""

    countries: list[str] = field(default_factory=list)
    people: list[Actor] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_inferred: bool = False

    def add(self, clause: Clause, mentions: Iterable[Mention]) -> Parties:
        """Add the countries and people of mentions."""
        for mention in mentions:
            if mention.form == "place" or _is_sided(clause, mention) or _is_mere_place(clause, mention):
                continue
            self.add_actor(mention.actor)
            if mention.actor.countries:
                self.spans.append(clause.span(mention.first, mention.last))
        return self

    def add_actor(self, actor: Actor) -> None:
        """Add the countries and people of one actor."""
        for code in actor.countries:
            if code not in self.countries and is_state(code):
                self.countries.append(code)
        self.people += [person for person in actor.people if person not in self.people]

    def add_code(self, code: str) -> None:
        """Add a country that was inferred."""
        if code and code not in self.countries and is_state(code):
            self.countries.append(code)
            self.is_inferred = True

    def add_posts(self, mentions: Iterable[Mention]) -> None:
        """Add the states to which envoys are posted: "an envoy to Kampala", "the Brazilian ambassador in Managua"."""
        for mention in mentions:
            for code in sorted(mention.actor.others):
                self.add_code(code)


def _is_mere_place(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state is only where something is: "in Peru"; not whose officials: "embajadores en X"."""
    if clause.words[max(0, mention.first - 2) : mention.first] == ["way", "of"]:
        return True
    if mention.actor.kind == "country" and _is_end_of_way(clause, mention):
        return True
    if mention.actor.kind != "country" or not mention.first or clause.words[mention.first - 1] not in PLACE_WORDS:
        return False
    return mention.first < PAIR or clause.words[mention.first - PAIR] not in ENVOYS | AFFECTED


def _is_end_of_way(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state is only whence or whither a way leads between two: "desde Lima a Quito", "from X to Y"."""
    words, before, behind = clause.words, mention.first - 1, mention.last + 1
    if before >= 0 and words[before] in WAY_FROM and words[behind : behind + 1] and words[behind] in WAY_TO:
        return clause.named.at(behind + 1) is not None and clause.tokens[behind + 1].is_capital
    start = clause.named.at(before - 1) if before > 0 and words[before] in WAY_TO else None
    if start is None or words[max(0, start.first - 1)] not in WAY_FROM:
        return False
    return words[max(0, start.first - 2)] not in TURNED  # "shifted its recognition from X to Y"


def _is_sided(clause: Clause, mention: Mention) -> bool:
    """Tell whether a name only says whose side somebody takes: "pro-Peruvian"."""
    before = clause.words[mention.first - 1] if mention.first else ""
    is_hyphen = before == "-" and mention.first > 1
    return before in ("pro-", "anti-") or (is_hyphen and clause.words[mention.first - 2] in ("pro", "anti", "non"))


def after_word(clause: Clause, start: int, end: int, words: frozenset[str]) -> list[Mention]:
    """Return the mentions behind the first of the words between two tokens."""
    for place in range(start, min(end, len(clause.tokens) - 1)):
        if clause.words[place] in words and clause.named.covered[place] < 0:
            found = chain(clause, place + 1)
            if found:
                return found
    return []


def of_verb(
    article: Article, clause: Clause, number: int, mode: str, prepositions: frozenset[str], end: int
) -> Parties:
    """Return the parties of a verb after its frame's way of finding them."""
    verb = clause.verbs[number]
    if clause.is_spanish and "to" in prepositions:
        prepositions = prepositions | {"a", "ante"}  # "a" is an article in English
    parties = Parties()
    subject = subjects(clause, number)
    if verb.is_passive:
        return _of_passive(clause, number, subject, mode, prepositions, end)
    parties.add(clause, subject)
    if not parties.countries:
        parties.add(clause, hanging(clause, number) or (_owners(clause, number) if mode == "place" else []))
    if mode not in JOINING:
        end = _end_of_object(clause, number, parties, mode, end)
    behind = [m for m in objects(clause, number) if m.first < end and not is_leant_on(clause, m)]
    if mode in DESCRIBED and not any(gap(clause, verb.head, m) <= NEAR for m in behind):
        behind = [*antecedent(clause, number), *behind]  # "the Ugandan pilot whom it had arrested"
    if mode in JOINING:
        _add_partners(article, clause, number, parties, behind, mode, prepositions, end)
        for code in host_of(clause, number, subject) if len(parties.countries) == 1 else ():
            parties.add_code(code)
    elif mode in ("place", "troops"):
        _add_places(clause, number, parties, behind, prepositions)
    else:
        affected = _affected(clause, number, parties, behind, mode)
        if verb.lemma in HANDING and (to := after_word(clause, verb.head + 1, end, TO)):
            affected = [m for m in to if m.first < end]  # "extradited a Salvadoran to X": he is no side
        parties.add(clause, affected)
    if mode == "object":
        hung = after_word(clause, verb.head + 1, end, prepositions | {"against", "on", "from", "with"})
        parties.add(clause, [m for m in hung if m.first < end and not is_leant_on(clause, m)])
    is_known = len(parties.countries) > 1
    parties.add_posts([m for m in behind[:2] if not is_known or m.actor.title_kind == "ambassador"])
    return parties


def _owners(clause: Clause, number: int) -> list[Mention]:
    """Return whose the bare subject of a verb is: "a Chilean consulate opened", "vaccines from Peru arrived"."""
    first, start = clause.verbs[number].first, window_start(clause, number)
    before = [m for m in clause.mentions if start <= m.first and m.last < first]
    return [m for m in before if m.is_possessive or m.form == "adjective" or clause.words[m.first - 1] == "from"][:1]


def _end_of_object(clause: Clause, number: int, parties: Parties, mode: str, end: int) -> int:
    """Return where, behind the state acted upon, it is told why or what for: "recalled its envoy to X to protest"."""
    verb, own = clause.verbs[number], set(parties.countries)
    others = [m for m in clause.mentions if verb.head < m.first < end and {*m.actor.countries, *m.actor.others} - own]
    others = [m for m in others if m.form != "place"]
    if not own or not others:
        return end
    is_between = mode == "object" and clause.words[others[0].first - 1] in BETWEEN
    if is_between and len(chain(clause, others[0].first)) == PAIR:
        return others[0].first  # "recalled its envoy amid a row between X and Y": others' affair
    purposes = {
        v.first for v in clause.verbs[number + 1 :] if v.is_infinitive or (v.form == "ing" and not v.has_auxiliary)
    }
    for place in range(others[0].last + 1, end):
        if place in purposes or (clause.words[place] in REASONS and clause.named.covered[place] < 0):
            return place
    return end


def _affected(clause: Clause, number: int, parties: Parties, behind: Sequence[Mention], mode: str) -> Sequence[Mention]:
    """Return who is acted upon or spoken to."""
    if mode == "whom":
        return chain(clause, behind[0].first)[:4] if behind else []
    if mode == "object":
        listed = chain(clause, behind[0].first) if len(behind) > MOST else []
        return listed if len(listed) > MOST else behind[:MOST]  # "recalled its ambassadors from X, Y, Z and W"
    if mode == "near":
        near = [m for m in behind if gap(clause, clause.verbs[number].head, m) <= NEAR][:1]
        return [m for m in chain(clause, near[0].first) if m.form == near[0].form] or near if near else []
    if mode in ("leader", "person", "called"):
        kinds = ("person", "group", "people", "body") if mode == "person" else ("person", "group")
        met = [m for m in behind if m.actor.kind in kinds or m.form == "office"][:1]
        if mode == "person" and (sent := people_of(clause, clause.verbs[number].head + 1)):
            return sent  # "received a delegation from X"
        return joined_behind(clause, met[0].first - 1) if met else []
    return [m for m in behind if m.form != "adjective" or len(parties.countries) < 2]


def gap(clause: Clause, head: int, mention: Mention) -> int:
    """Return how far behind a verb a mention begins, words of time and manner left out: "llamó el lunes a X"."""
    place, passed = head + 1, 0
    while place < mention.first:
        behind = behind_aside(clause, place)
        passed += behind - place
        place = behind + 1
    return mention.first - head - passed


def _of_passive(
    clause: Clause, number: int, subject: Sequence[Mention], mode: str, prepositions: frozenset[str], end: int
) -> Parties:
    """Return the parties of a passive verb: who stands behind "by", the subject, what hangs on it, else the place."""
    verb = clause.verbs[number]
    is_expected = verb.is_infinitive and number > 0 and verb.first - clause.verbs[number - 1].head <= JOINED
    is_expected = is_expected or _is_of_plan(clause, number)
    start = window_start(clause, number - 1 if is_expected else number)  # "is expected to be signed"
    before = [m for m in clause.mentions if start <= m.first and m.last < verb.first and m.form != "place"]
    found = Parties().add(clause, after_word(clause, verb.head + 1, end, BY))
    owner = _owner_of_decision(clause, start, verb.first)
    if not owner and verb.has_auxiliary:  # no "Ghana's role in the talks proposed by Kenya"
        owner = _owner_of_deed(clause, before, found)
    found.add(clause, owner or [m for m in subject if m.first >= start or not before])
    found.add(clause, [m for m in before if m.first and clause.words[m.first - 1] in ("on", "against") and not owner])
    found.add(clause, after_word(clause, verb.head + 1, end, prepositions | (WITH if mode == "joint" else frozenset())))
    for other in clause.verbs[number + 1 : number + 2]:  # "was chaired by X and attended by Y"
        if other.lemma in TAKING_PART and clause.words[other.first - 1] == "and":
            found.add(clause, after_word(clause, other.head + 1, other.head + 2, BY))
    if len(found.countries) < 2:
        found.add(clause, chain(clause, before[0].first) if before else [])
        found.add(clause, after_word(clause, start, verb.first, WITH))
    joined = parallel_verb(clause, number) if len(found.countries) < 2 else None
    if joined is not None and clause.verbs[joined].is_passive:  # "was called to the ministry and declared …"
        found.add(clause, after_word(clause, clause.verbs[joined].head + 1, verb.first, HOSTS)[:1])
    endured = {code for m in subject for code in m.actor.countries}
    is_open = len(found.countries) < 2 or (len(endured) > 1 and set(found.countries) <= endured)
    if is_open and mode in ("object", "near"):
        for mention in clause.mentions:  # "was expelled from X", "were freed in X": the place acts
            word = clause.words[mention.first - 1] if mention.first else ""
            if verb.head < mention.first < end and word in ("from", "in") and mention.actor.kind == "country":
                found.add_actor(mention.actor)
                break
    if len(found.countries) == 1:
        found.add_posts(subject)
    return found


def _is_of_plan(clause: Clause, number: int) -> bool:
    """Tell whether the subject of a verb is a plan that the verb before it tells: "Ghana's plan to leave X was"."""
    before = clause.verbs[number - 1] if number else None
    return before is not None and before.is_infinitive and clause.words[before.first - 1] in DECISIONS


def _owner_of_decision(clause: Clause, start: int, end: int) -> list[Mention]:
    """Return whose decision is the subject: "Mali's decision to expel the envoy was condemned"."""
    for place in range(max(1, start), end):
        owner = clause.named.at(place - 1) if clause.words[place] in DECISIONS else None
        if owner is not None and owner.is_possessive:
            return [owner]
    return []


def _owner_of_deed(clause: Clause, before: Sequence[Mention], doer: Parties) -> list[Mention]:
    """Return whose deed the subject of a passive is: "Iran's attack on X was condemned by Y", "Dutch aid to X"."""
    owner = before[0] if len(before) > 1 and doer.countries else None
    if owner is None or not (owner.is_possessive or owner.form == "adjective" or owner.actor.kind == "people"):
        return []
    place, other = owner.last + 1, before[1]
    while place < other.first and clause.words[place] not in TOWARDS and clause.tokens[place].is_word:
        place += 1
    behind = owner.last + (owner.actor.kind != "people")  # "Dutch submarines" holds its noun
    is_of_noun = behind < place < other.first and clause.words[place] in TOWARDS
    is_own = set(owner.actor.countries) <= set(doer.countries)  # "China's sanctions on X were lifted by Beijing"
    return [owner] if is_of_noun and not is_own and not other.is_possessive else []


def hanging(clause: Clause, number: int) -> list[Mention]:
    """Return the list of states that hangs on a verb's bare subject: "warships from Norway and Finland took part"."""
    behind = _behind_of(clause, number)
    if behind:
        return [m for m in chain(clause, behind[0].first) if m.last < clause.verbs[number].first]
    joined = parallel_verb(clause, number)  # "ministers from X and Y met and called on Z"
    return hanging(clause, joined) if joined is not None and joined < number else []


def _behind_of(clause: Clause, number: int) -> list[Mention]:
    """Return the mentions before a verb that hang on its subject by "of", "from", "between"."""
    verb = clause.verbs[number]
    start = window_start(clause, number)
    window = [m for m in clause.mentions if start <= m.first and m.last < verb.first and m.form != "place"]
    return [m for m in window if m.first and _hangs(clause, m.first - 1)]


def _hangs(clause: Clause, place: int) -> bool:
    """Tell whether a preposition ties a state to those who act for it: "officials from X", "negotiators for X"."""
    low = clause.words[place]
    return low in ("of", "from", "between") or (low == "for" and place > 0 and clause.words[place - 1] in AGENTS)


def _add_partners(
    article: Article,
    clause: Clause,
    number: int,
    parties: Parties,
    behind: Sequence[Mention],
    mode: str,
    prepositions: frozenset[str],
    end: int,
) -> None:
    """Add who takes part: behind "with", "between"; of "meet" also the direct object."""
    verb, words = clause.verbs[number], clause.words
    if len(parties.countries) > 1:  # "both agreed on it, building on talks with Z"
        aside = (n for n in range(verb.head + 2, end) if words[n - 1] == "," and words[n].endswith("ing"))
        end = next((n for n in aside if words[n] != "including"), end)
    if mode == "joint":
        parties.add(clause, after_word(clause, verb.head + 1, end, WITH))
        if verb.lemma in TELLING and (others := after_word(clause, verb.head + 1, end, BETWEEN)):
            found = Parties().add(clause, others)
            if len(found.countries) >= PAIR or has_stranger_behind(clause, verb.head + 1, end, BETWEEN):
                parties.countries[:] = found.countries  # "Egypt announced a truce between": who says so is no side
        if len(parties.countries) == 1 and (parallel := parallel_verb(clause, number)) is not None:
            parties.add(clause, [m for m in objects(clause, parallel) if m.actor.kind in PERSONAL][:1])
        return
    if mode == "between":
        parties.add(clause, after_word(clause, verb.head + 1, end, frozenset(("between", "among"))))
        return
    joiners = prepositions | {"con"} if prepositions else frozenset(("with", "between", "among", "con"))
    parties.add(clause, after_word(clause, verb.head + 1, end_of_shared(clause, number, end), joiners))
    if mode == "mediated":
        parties.add(clause, after_word(clause, verb.head + 1, end, frozenset(("between", "among", "with"))))
    if len(parties.countries) == 1 and verb.lemma in FREEING:  # "freed six Ugandan sailors under an accord with Z"
        parties.add(clause, [m for m in behind if gap(clause, verb.head, m) <= NEAR][:1])
    direct = [
        m
        for m in behind
        if m.first - verb.head <= 2 and not (is_in_phrase(clause, m) or m.form == "adjective" or m.is_possessive)
    ]
    if verb.lemma == "meet":
        owned = [] if direct else person_of(clause, behind, verb.head)
        parties.add(clause, chain(clause, direct[0].first) if direct else owned or people_of(clause, verb.head + 1))


def are_a_people(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state's name is written as that of its people: "two Ugandans", "12 Bangladeshis"."""
    low = clause.words[mention.last]
    return low in PEOPLES or (low.endswith(("ns", "is")) and mention.first == mention.last)


def people_of(clause: Clause, place: int) -> list[Mention]:
    """Return whom a noun for a state's people means: "met envoys of X, Y and Z", "a visiting Chilean naval team"."""
    owners: list[Mention] = []
    for index in range(place, min(len(clause.tokens) - 1, place + 2 * NEAR)):
        mention, word = clause.named.at(index), clause.words[index]
        if mention is not None and mention.form == "name" and clause.words[mention.last] in TEAMS:
            return [mention]
        if mention is None and word in AGENTS | TEAMS and (owners or clause.words[index + 1] in ("of", "from")):
            return owners or chain(clause, index + 2)
        if mention is not None and mention.form == "adjective":
            owners += [mention] if mention not in owners else []
        elif mention is not None or word in REASONS or not (clause.tokens[index].is_word or word == "-"):
            break
    return []


def _add_places(
    clause: Clause, number: int, parties: Parties, behind: Sequence[Mention], prepositions: frozenset[str]
) -> None:
    """Add the states that are visited."""
    reach = NEAR if prepositions and clause.verbs[number].lemma not in LEAVING else 2 * NEAR
    left = ("from", "desde") if clause.verbs[number].lemma in COMING else ()  # "arrived in Lima from Quito"
    for mention in behind[:2]:
        if mention.first - clause.verbs[number].head <= reach and mention.actor.kind in ("country", "people", "body"):
            for goal in chain(clause, mention.first) or [mention]:
                codes = () if clause.words[goal.first - 1] in left else goal.actor.countries
                parties.countries += [c for c in codes if is_state(c) and c not in parties.countries]


def has_joint_window(clause: Clause, number: int) -> bool:
    """Tell whether two countries stand before a verb behind "of", "from": "officials from both countries"."""
    return len({code for m in _behind_of(clause, number) for code in m.actor.countries}) > 1
