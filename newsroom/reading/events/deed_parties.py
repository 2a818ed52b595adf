"""Find both sides of an act that a noun tells: by who owns it, does it, or hangs on it; last of all by the story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.answering import complained, protested_to, speakers, who_asked
from newsroom.reading.events.completing import by_story
from newsroom.reading.events.fighting import fighters, of_fighting, own_side
from newsroom.reading.events.left_open import doers, is_left_open, is_of_unknown
from newsroom.reading.events.old_accords import has_year, is_dated_row, is_of_peace
from newsroom.reading.events.parties import Parties, after_word, are_a_people, hanging
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.strangers import ARMED, is_done_by_stranger, is_leant_on
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.names.mentions import Mention
from newsroom.reading.references.groups import listed
from newsroom.reading.series import chain

OWNING = frozenset(("its", "their", "his", "her", "su", "sus"))
THEIRS, TOGETHER = frozenset(("their", "su", "sus")), (["and"], ["y"], ["e"])
OWNED, BEHIND, HEADS, FAR, PAIR = 5, 14, 8, 4, 2
BY = frozenset(("by", "por"))
BETWEEN = frozenset(("between", "among", "entre"))
WITH = BY | BETWEEN | {"with", "con"}
OF = frozenset(("of", "de", "del"))
AMONG = frozenset(("among", "entre"))
INSIDE, FROM = ("in", "en"), ("from", "desde")
# What stands before the reason, the occasion or the time of an act: nobody behind it takes part.
CIRCUMSTANCES = frozenset(
    "over about after following amid during because regarding concerning despite before until since under through via"
    " when while that which who whose as but tras durante ante segun que cuando mientras".split()
)
# Verbs that wish for, discuss or undo what the noun names.
TOPICS = frozenset(
    "discuss negotiate consider propose seek demand urge request want plan oppose fear prevent avoid weigh address"
    " raise lift ease remove waive scrap end drop contemplate mull ponder explore examine study rule".split()
)
DOING = frozenset("complete begin start finish make launch order announce carry conduct continue".split())
# Verbs that only say that somebody did what the noun names, and those whose subject it befell.
ANSWERING, AGENT_WITH = frozenset("respond answer retaliate react reply counter".split()), frozenset(("with", "con"))
LIGHT = frozenset(
    "make issue give lodge file deliver hand send submit place impose put launch carry conduct stage mount order"
    " announce unveil declare express voice convey extend grant slap introduce tighten present offer level fire direct"
    " repeat renew reiterate intensify keep maintain start begin complete finish continue resume hold have wage step"
    " raise register enact set apply provide commit execute perform pursue do widen toughen reimpose adopt mark inform"
    " sound notify welcome celebrate confirm approve authorise authorize".split()
)
BEFALLING = frozenset(
    "draw face prompt spark trigger provoke elicit attract earn suffer incur encounter invite bring".split()
)
PRAISING = frozenset(("welcome", "celebrate"))  # of what both did
STRIKING = frozenset("hit strike kill target wound injure damage destroy cripple devastate disable".split())
SENT_AWAY = frozenset(("expulsion", "deportation"))
ERUPTING = frozenset(("break", "erupt", "flare", "rage"))  # "war broke out between"
MOVED = frozenset(("withdrawal", "posture"))
HELD = frozenset(("arrest", "deportation"))
DANGERS = frozenset(("threat", "threats"))  # "a threat to peace" is no act
LED = frozenset("led brokered sponsored mediated hosted facilitated backed".split())
DEFIED, TO_WHOM = (["despite"], ["amid"]), (["to"], ["into"])
ONE_OF = frozenset(("a", "an", "its", "their"))
HOSTILE = frozenset(("force", "clash", "attack", "cyber"))  # who did it must be said: another may have
# What is done to another state alone: of these the story may say the other side.
EXCHANGED = frozenset(("release",))
PLAIN = frozenset("force border cyber release withdrawal expulsion recall posture".split())


class Noun(NamedTuple):
    """Hold the noun of an act: its first and last token, its row, the verb that governs it, the sides of its list."""

    first: int
    last: int
    row: Act
    governor: int | None
    sides: Parties | None = None  # those of the act before it in a list


def sides_of(article: Article, clause: Clause, noun: Noun) -> Parties | None:
    """Return the two sides of an act that a noun tells; ``None`` where the words do not name them."""
    row, end = noun.row, _end(clause, noun.last, may_go_on=noun.row.family == "refusal")
    near = set(clause.words[max(0, noun.first - FAR) : end])
    if row.of and not row.of & near and not ("citizens" in row.of and _are_people(clause, noun.last, end)):
        return None
    find = _joint_sides if row.is_joint else _both_sides
    found = find(article, clause, noun, end)
    if (found is None or len(found.countries) < 2) and noun.sides is not None and row.of:
        return Parties(list(noun.sides.countries), list(noun.sides.people), is_inferred=True)
    return found


def _are_people(clause: Clause, last: int, end: int) -> bool:
    """Tell whether the people of a state are named behind a noun: "the killing of six Kenyans"."""
    named = (m for m in clause.mentions if last < m.first < end and m.form == "name" and m.first == m.last)
    return any(are_a_people(clause, m) for m in named)


def _end(clause: Clause, last: int, *, may_go_on: bool = False) -> int:
    """Return where the phrase of a noun ends: at a mark, at the next verb that is none of its participles."""
    end = min(len(clause.tokens), last + 1 + BEHIND)
    end = next((n for n in range(last + 1, end) if clause.tokens[n].text in ",;:"), end)
    told = (v for v in clause.verbs if v.first > last and (v.is_finite or v.has_auxiliary) and v.form != "part")
    told = (v for v in told if not (may_go_on and v.is_infinitive))  # "its refusal to meet X"
    verb = next((v for v in told if not (v.first == last + 1 and v.lemma in ERUPTING)), None)
    return end if verb is None else min(end, verb.first)


def _in_phrase(clause: Clause, last: int, end: int) -> Iterator[Mention]:
    """Yield who is named in the phrase of a noun: "of Peru's embassy in Lima", "of rice to Chile"."""
    edge = next((n for n in range(last + 1, end) if clause.words[n] in CIRCUMSTANCES), end)
    for mention in clause.mentions:
        if last < mention.first < edge and not is_leant_on(clause, mention):
            yield mention


def _codes(mentions: list[Mention]) -> set[str]:
    """Return the states of mentions."""
    return {code for mention in mentions for code in mention.actor.countries}


def _owner(clause: Clause, place: int) -> Mention | None:
    """Return who owns a noun or stands before it as an adjective: "Peru's recent arrest", "Peruvian air strikes"."""
    for step in range(place - 1, max(-1, place - 1 - OWNED), -1):
        if clause.words[step] in OWNING:  # "Peru was praised for its mediation"
            return next((m for m in reversed(clause.mentions) if m.last < step and step - m.last <= BEHIND), None)
        mention = clause.named.at(step)
        if mention is not None and clause.tokens[step + 1].text == "-" and clause.words[step + 2] in LED:
            return mention  # "Ghana-led mediation"
        if mention is not None:
            is_army = mention.actor.kind == "body" and step == place - 1
            return mention if mention.is_possessive or mention.form == "adjective" or is_army else None
        low = clause.words[step]
        is_joined = low in ("of", "by", "with", "to", "and", "the", "on", "in", "at")
        if is_joined or not (low.isalnum() or clause.tokens[step].text == "-"):
            return None
    return None


def _with_other(clause: Clause, owner: Mention) -> list[Mention]:
    """Return who owns a noun, with those whom "and" joins to it: "Peru and Chile ended their clash"."""
    number = clause.mentions.index(owner)
    is_joined = number > 0 and clause.words[clause.mentions[number - 1].last + 1 : owner.first] in TOGETHER
    return (is_joined and listed(clause, number)) or [owner]


def _doer(clause: Clause, noun: Noun) -> list[Mention]:
    """Return who is said to have done it: the subject of a light verb before it, the agent of one behind it."""
    if noun.governor is None:
        return []
    verb = clause.verbs[noun.governor]
    is_answer = verb.lemma in ANSWERING and not AGENT_WITH.isdisjoint(clause.words[verb.head + 1 : noun.first])
    if verb.lemma in PRAISING and not noun.row.is_joint:
        return []  # "welcomed the delivery of aid by"
    if verb.lemma not in LIGHT | DOING | {"be"} and not is_answer:  # "answered with the expulsion of"
        return []
    if verb.lemma == "be" and verb.head < noun.first and clause.words[0] in AMONG:
        return after_word(clause, 1, verb.head, BY)[:1]  # "Among the steps taken by X were the closure of"
    if verb.head > noun.first:  # "the severing of ties was ordered by Peru"
        return after_word(clause, verb.head + 1, verb.head + HEADS, BY)[:1] if verb.is_passive else []
    return [] if verb.is_passive or verb.lemma == "be" else subjects(clause, noun.governor)


def _told(clause: Clause, noun: Noun) -> list[Mention]:
    """Return who stands between a light verb and the noun: "handed Peru's envoy a note", "informed Chile of the"."""
    head = clause.verbs[noun.governor].head if noun.governor is not None else noun.first
    return [m for m in clause.mentions if head < m.first < noun.first][:1]


def _befallen(clause: Clause, noun: Noun) -> list[Mention]:
    """Return whom it befell: "the Chilean raid drew criticism from Peru"."""
    if noun.governor is None:
        return []
    verb = clause.verbs[noun.governor]
    behind = clause.words[verb.head + 1 : verb.head + 3]
    is_come = (verb.lemma, *behind[:2]) == ("come", "in", "for") or (verb.lemma, *behind[:1]) == ("meet", "with")
    if verb.lemma not in BEFALLING and not is_come:
        return []
    if verb.head > noun.first or verb.is_passive:
        return []
    start = window_start(clause, noun.governor)
    before = [m for m in clause.mentions if start <= m.first and m.last < verb.first and m.form != "place"]
    if verb.form == "ing" and (not before or clause.words[verb.first - 1] == ","):
        return subjects(clause, noun.governor) or before[:1]  # "jailed a Kenyan, drawing a rebuke from"
    return before[:1]


def _own(clause: Clause, noun: Noun) -> list[Mention]:
    """Return whose own people or things it befell: "Chile protested against the expulsion of its envoys by Peru".

    Also who did what was done "despite protests from" another.
    """
    earlier = [n for n, verb in enumerate(clause.verbs) if verb.head < noun.first]
    if clause.words[noun.first - 1 : noun.first] in DEFIED:
        return subjects(clause, earlier[-1])[:1] if earlier else []
    if clause.words[noun.last + 1 : noun.last + 2] != ["of"] or clause.words[noun.last + 2] not in OWNING:
        return []
    return next((subjects(clause, n)[:1] for n in earlier if clause.verbs[n].is_finite), [])


def _both_sides(article: Article, clause: Clause, noun: Noun, end: int) -> Parties | None:
    """Return who acts and who is acted upon; ``None`` where one of them is not named."""
    row, last = noun.row, noun.last
    by = _agents(clause, last, end, BY if "from" in row.to and not row.is_derived else BY | {"from"})
    actors = [m for m in by if m.form != "place"]
    if not actors and row.family == "force" and clause.words[noun.first - 1] in ARMED:
        return None  # "rebel attacks on his country"
    if not actors and row.family == "force" and not clause.is_spanish and is_of_unknown(clause, noun.first):
        return None  # "a wave of Houthi drone attacks"
    befallen = _befallen(clause, noun)
    owner = _owner(clause, noun.first) or who_asked(clause, noun.first, last)
    if by and owner is not None and owner.is_possessive and clause.words[by[0].first - 1] == "from":
        by, actors = [], []  # "Peru's ban on wine from Chile"
    if not actors and owner is not None:
        is_theirs = not THEIRS.isdisjoint(clause.words[owner.last + 1 : noun.first])  # "X, Y, for their raid on"
        actors = _with_other(clause, owner) if is_theirs else [owner]
    if not actors and row.family in HOSTILE and noun.governor is not None:
        verb = clause.verbs[noun.governor]
        if verb.head < noun.first and is_done_by_stranger(clause, verb.first, []):
            return None  # "rebels waging an offensive"
    light = _doer(clause, noun) if not actors else []
    actors = actors or light
    first_by = min((m.first for m in by), default=end)
    targets = befallen or _targets(clause, noun, min(end, first_by), row.to)
    if not actors and (row.family in MOVED or clause.is_spanish):
        moved = after_word(clause, last + 1, min(end, last + 3), OF)[:1]
        others = _targets(clause, noun, min(end, first_by), row.to - OF) if moved else []
        if others and others[0] is not moved[0]:
            actors, targets = moved, others  # "the pullout of Russian troops from Armenia"
    if not targets:
        targets = _struck(clause, noun)
    if not targets and by:  # "the release by Peru of three Chileans"
        targets = [m for m in clause.mentions if by[-1].last < m.first < end][:1] or _own(clause, noun)
    if not actors:
        actors = _in_whose_course(clause, noun) or _on_whose_soil(clause, noun, end, targets)
        actors = actors or protested_to(clause, noun.first, row, targets)
    targets = targets or (_told(clause, noun) if light else complained(clause, noun.first, row))
    if row.is_speech or row.family == "accusation":
        actors, targets = speakers(clause, noun.first, noun.governor, row, actors, targets)
    if row.of and row.family not in HOSTILE | {"arrest"} and not (actors and len(_codes([*actors, *targets])) > 1):
        named = list(_in_phrase(clause, last, end))  # whose is "the closure of Peru's embassy in Chile"
        actors, targets = actors or named[:1], [*targets, *named]
    return _settled(article, clause, noun, actors, targets, is_done=bool(light))


def _settled(
    article: Article, clause: Clause, noun: Noun, actors: list[Mention], targets: list[Mention], *, is_done: bool
) -> Parties | None:
    """Return the parties of an act, those who act first; ``None`` where they are not two."""
    found = Parties()
    for mention in actors:
        found.add_actor(mention.actor)
    own = set(found.countries)
    pressed = _pressed(clause, noun) if len(own) > 1 and not targets else []
    for mention in (*targets, *pressed):
        found.add_actor(mention.actor)
    if len(found.countries) == 1:
        found.add_posts([*actors, *targets])  # "the recall of Peru's envoy to Chile"
    if len(found.countries) == 1:
        return _by_story(article, clause, noun, found, is_done=is_done and bool(own), is_own=bool(own))
    return found if own and len(found.countries) > 1 else None


def _pressed(clause: Clause, noun: Noun) -> list[Mention]:
    """Return who acts under what several do to him: "Peru lifted the duty following pressure from Chile and Cuba"."""
    before = [n for n, verb in enumerate(clause.verbs) if verb.is_finite and verb.head < noun.first]
    return [m for n in before[-1:] for m in subjects(clause, n)]


def _by_story(
    article: Article, clause: Clause, noun: Noun, found: Parties, *, is_done: bool, is_own: bool
) -> Parties | None:
    """Return both sides where the words name one, and the noun is one of which the story may say the other."""
    row = noun.row
    if row.kind == "mediation" and is_own and found.countries[0] not in article.pair:
        for code in article.pair:
            found.add_code(code)
    if row.is_speech and is_done:
        found = with_partner(article, clause, found)
    if row.family == "force" and not is_own and is_left_open(clause, noun.last):
        found = doers(article, found)
    elif (
        (row.family in PLAIN or (is_done and (row.is_derived or row.family == "ties")))
        and len(found.countries) == 1
        and not _is_only_thought_of(clause, noun)
    ):
        found = by_story(article, clause, found, at=noun.first)
    return found if len(found.countries) > 1 else None


def _is_only_thought_of(clause: Clause, noun: Noun) -> bool:
    """Tell whether a verb before the noun wishes for, fears, weighs or excludes something: "ruled out an attack"."""
    if clause.words[noun.first] == "war":
        return True  # "concern over the war in Sudan"
    unreal = modality.REFUSING | modality.WISHING | TOPICS
    return any(verb.head < noun.first and verb.lemma in unreal for verb in clause.verbs)


def _agents(clause: Clause, last: int, end: int, words: frozenset[str]) -> list[Mention]:
    """Return who stands behind "by" or, near the noun, behind "from"."""
    by = after_word(clause, last + 1, end, words)
    if not by or by[0].first <= last + FAR or clause.words[by[0].first - 1] != "from":
        return by
    is_sent = clause.words[by[-1].last + 1 : by[-1].last + 2] in TO_WHOM  # "of food from X to Y"
    return by if is_sent else []  # no "support for the departure of civilians from Sudan"


def _on_whose_soil(clause: Clause, noun: Noun, end: int, targets: list[Mention]) -> list[Mention]:
    """Return the state whose soil says who did it: "the arrest of a pilot in X", "the expulsion of Chileans from X"."""
    words = (INSIDE if noun.row.family in HELD else ()) + (FROM if noun.row.family in SENT_AWAY else ())
    behind = [m for m in clause.mentions if noun.last < m.first < end and clause.words[m.first - 1] in words]
    return [m for m in behind if m.actor.kind == "country" and (m not in targets or noun.row.family in HELD)][:1]


def _in_whose_course(clause: Clause, noun: Noun) -> list[Mention]:
    """Return who did something in the course of an attack: "Colombian troops killed him during a raid into Ecuador"."""
    lead, behind = clause.words[max(0, noun.first - OWNED) : noun.first], clause.words[noun.last + 1 : noun.last + 2]
    opened = "during" in lead or any(pair[0] == "in" and pair[1] in ONE_OF for pair in pairwise(lead))
    if noun.row.family not in HOSTILE or not opened or "," in lead:
        return []
    if behind and behind[0] in noun.row.to and not _targets(clause, noun, len(clause.tokens), noun.row.to):
        return []  # "in a raid on a factory"
    before = [n for n, verb in enumerate(clause.verbs) if verb.head < noun.first and verb.is_finite]
    is_done = bool(before) and not (clause.verbs[before[-1]].is_passive or clause.verbs[before[-1]].is_infinitive)
    return subjects(clause, before[-1])[:1] if is_done else []


def _is_to_do(clause: Clause, place: int) -> bool:
    """Tell whether an infinitive stands at a place."""
    return any(verb.is_infinitive and verb.first == place for verb in clause.verbs)


def _struck(clause: Clause, noun: Noun) -> list[Mention]:
    """Return whom it struck: "a Chilean raid killed two Peruvian guards"."""
    if noun.governor is None or clause.verbs[noun.governor].lemma not in STRIKING:
        return []
    verb = clause.verbs[noun.governor]
    if verb.head < noun.last or verb.is_passive:
        return []
    return [m for m in clause.mentions if 0 < m.first - verb.head <= OWNED][:1]


def _targets(clause: Clause, noun: Noun, end: int, words: frozenset[str]) -> list[Mention]:
    """Return who is acted upon: behind the first of some prepositions."""
    last = noun.last
    for step in range(last + 1, min(end, last + HEADS)):
        if clause.words[step] in words and clause.named.covered[step] < 0:
            found = [m for m in clause.mentions if step < m.first < end and m.first - step <= OWNED][:1]
            if noun.row.is_speech and found and not (found[0].actor.countries or found[0].actor.others):
                continue  # "a request for the release of the crew was filed with X"
            is_danger = clause.words[last] in DANGERS and clause.words[step] == "to"
            if is_danger and noun.row.family == "threat" and not _is_to_do(clause, step):
                continue  # a danger, no act
            if not found:
                continue
            listed = chain(clause, found[0].first)
            if len(listed) > PAIR and all(m.actor.kind == "country" for m in listed):
                return listed  # the commas of a list end no phrase
            return [m for m in listed if m.first < end]
    return []


def _joint_sides(article: Article, clause: Clause, noun: Noun, end: int) -> Parties:
    """Return the sides of what is done together: behind "by", "between", in the phrase of the noun, or before it."""
    row, last, governor = noun.row, noun.last, noun.governor
    if row.family == "clash" and not (row.to or row.of):
        return fighters(article, clause, noun.first, last)
    if is_dated_row(row) and not has_year(clause, noun.first, last):
        return Parties()
    others = after_word(clause, last + 1, end, WITH if row.of else WITH | OF)
    found = Parties().add(clause, others)
    if row.family == "clash" and len(found.countries) < 2 and "between" in clause.words[last + 1 : last + 3]:
        return Parties()  # "fighting between Libya's rival governments"
    owner = _owner(clause, noun.first)
    if owner is not None:  # who acts comes first: "Peru's cancelling of a treaty with Chile"
        found = Parties().add(clause, _with_other(clause, owner)).add(clause, others)
    if len(found.countries) < 2 and governor is not None:
        is_before = clause.verbs[governor].head < noun.first
        if is_before:
            found.add(clause, subjects(clause, governor))
            found.add(clause, hanging(clause, governor))
        found.add(clause, _doer(clause, noun))
        if len(found.countries) < 2 and is_before and clause.verbs[governor].lemma in LIGHT:
            found.add(clause, _told(clause, noun))
    if is_dated_row(row):
        return of_fighting(article, clause, found) if is_of_peace(clause, noun.first, last) else found
    if len(found.countries) == 1 and row.family == "clash":
        found.add(clause, own_side(clause, clause.verbs[governor].first if governor is not None else noun.first))
    if len(found.countries) < 2 and row.family not in HOSTILE:
        named = list(_in_phrase(clause, last, end))
        for mention in named:
            found.add_actor(mention.actor)
        found.add_posts(named if len(found.countries) == 1 else ())
    if len(found.countries) < 2 and row.family in EXCHANGED and not _is_only_thought_of(clause, noun):
        found = by_story(article, clause, found, at=noun.first)
    return found
