"""Read a bad name that one state gives another, its words or its deeds: "called the raid a provocation".

A name in quotation marks that holds no word of praise is a bad one. What was said is rejected, what was done or is
criticised.
"""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.judgements import APPROVING, BAD, BAD_NAMES, CHARGES, DEEDS, NAMING_WITH, UNTRUE
from newsroom.reading.acts.words import WRONGS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimed import speaker_of
from newsroom.reading.events.parties import PERSONAL, Parties
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.reach import bounds
from newsroom.reading.events.speech_acts import PAIR, act_of_speech
from newsroom.reading.grammar import subjects, window_start

NEAR, REACH, FAR = 6, 10, 30  # how far behind the verb stand what is named, its name, and a name behind "as"
NAMED_AS = frozenset(("dismiss", "portray", "paint", "depict", "cast", "refer"))  # these name only with "as"
TAKEN_UP = frozenset(("it", "this", "that", "of"))
AS = frozenset(("as", "como"))
OBJECTS = frozenset("lo la los las le les".split())  # "lo llamó ignorante"
TO_WHOM = frozenset("quien quienes".split())  # "a quien tildó de cobarde"
SPANISH_TO = frozenset(("a", "al"))
GROUNDS = frozenset("ground grounds justification basis excuse foundation reason cause merit substance".split())
BASED = "bas"  # the stem of "based": "base" itself is a noun
# What one side says another's act is meant for: "such claims are aimed at derailing the talks".
MEANT = frozenset("aim intend design mean serve calculate".split())
PLOYS = frozenset("attempt effort bid ploy intento maniobra".split())
HARMING = WRONGS | frozenset(
    "derail mislead thwart torpedo escalate disrupt hinder hamper discredit divert intimidate weaken obstruct impede"
    " conceal jeopardize jeopardise tarnish inflame isolate poison complicate foil deceive".split()
)
FAULTING = WRONGS | MEANT | {"run", BASED}  # what one side says another's act does
NAMED_ONE = (["a"], ["an"], ["the"], ["un"], ["una"], ["el"], ["la"])  # before what somebody is called
FAULTED, GROUNDED = 12, 5  # words round an act; how near behind "no" the ground stands that an act has not
POINTING = frozenset("the this that these those such".split())
PEJORATIVE = ("tild", "tach", "motej")  # what these call somebody is bad, whatever it is


def named_badly(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "called the raid a provocation", "described the charge as baseless", "referred to Chile as a bully"."""
    verb = clause.verbs[number]
    start = verb.head + 1
    if (joint := NAMING_WITH.get(verb.lemma, "")) and clause.words[start : start + 1] != [joint]:
        return None
    if verb.lemma == "telephone" and not clause.is_spanish:
        return None
    if verb.is_passive or verb.is_negated or verb.is_infinitive or verb.modal:
        return None
    if verb.lemma == "consider" and verb.is_progressive:
        return None  # "is considering removing Chile from its list of sponsors of terrorism"
    start += bool(joint)
    place = next((n for n in range(start, min(len(clause.tokens), start + FAR)) if clause.words[n] in AS), -1)
    if verb.lemma in NAMED_AS and place < 0:
        return None
    name = set(clause.words[start : start + REACH + 1])
    name.update(clause.words[place + 1 : place + 1 + NEAR] if place >= 0 else ())
    quoted = joint != "of" and _quoted_name(clause, start if place < 0 else place)
    thing = clause.words[start - (joint == "of") : start + NEAR] or [""]  # "spoke of a grave provocation"
    is_said, is_done = not CHARGES.isdisjoint(thing), not DEEDS.isdisjoint(thing) or thing[0] in TAKEN_UP
    if is_said and (quoted or name & UNTRUE) and not (name & BAD and is_done):
        return _of_thing(article, clause, number, "refusal")
    if (is_said or is_done) and (quoted or name & BAD):
        return _of_thing(article, clause, number, "criticism")
    return _of_people(article, clause, number, start)


def badly_spoken_of(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Peru's leader said that Chile is a bully", "afirmó que Chile es un «narcoestado»"."""
    verb, words = clause.verbs[number], clause.words
    if verb.lemma != "be" or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    meant = [m for m in subjects(clause, number) if m.actor.kind in PERSONAL and m.last < verb.first]
    name = words[verb.head + 1 : verb.head + 1 + NEAR]
    if len(meant) != 1 or name[:1] not in NAMED_ONE or BAD_NAMES.isdisjoint(name):
        return None
    speaker, _ = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker)
    if len(sides.countries) != 1 or len(sides.add(clause, meant).countries) != PAIR:
        return None
    first, last = bounds(clause, number, len(clause.tokens))
    span = (min(first, speaker[0].first), last)
    return act_of_speech(clause, number, "criticism", sides, "spoken-of", sure=0.6, span=span)


def faulted(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Chile's move violates the law, Peru said", "is based on lies", "there was no ground for Chile's move"."""
    verb = clause.verbs[number]
    is_plain = verb.lemma == "be" or not verb.is_negated  # "no" denies the ground
    if not is_plain or verb.modal or verb.is_infinitive or (verb.form == "ing" and not verb.has_auxiliary):
        return None
    start, end = _act_at_fault(clause, number)
    deed = clause.words[start:end]
    if DEEDS.isdisjoint(deed) and CHARGES.isdisjoint(deed):
        return None
    speaker, _ = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker)
    if len(sides.countries) != 1 or not clause.lows.isdisjoint(("if", "unless")):
        return None
    named = [m for m in clause.mentions if start <= m.first < end and m not in speaker]
    owners = [m for m in named if m.is_possessive or m.form == "adjective" or clause.words[m.first - 1] in ("by", "of")]
    if named and not owners:
        return None  # "no ground for alarm over the vote in Chile"
    if not owners and not any(one in POINTING and two in DEEDS for one, two in pairwise(deed)):
        return None  # "the move violates": told before, but no "international law"
    sides = with_partner(article, clause, sides.add(clause, owners[:1]))
    kind = "refusal" if DEEDS.isdisjoint(deed) else "criticism"
    return act_of_speech(clause, number, kind, sides, "faulted")


def _act_at_fault(clause: Clause, number: int) -> tuple[int, int]:
    """Return the first token and the one behind the last of what is said to be at fault; nothing where nothing is."""
    verb, words = clause.verbs[number], clause.words
    behind = words[verb.head + 1 : verb.head + 1 + GROUNDED]
    if verb.lemma in MEANT or (verb.lemma == "be" and not PLOYS.isdisjoint(behind)):
        aim = next(iter(clause.verbs[number + 1 : number + 2]), None)
        is_bad = aim is not None and aim.lemma in HARMING and aim.first - verb.head <= GROUNDED and not verb.is_negated
        return (max(window_start(clause, number), verb.first - FAULTED), verb.first) if is_bad else (0, 0)
    if verb.lemma == "be":
        place = next((n for n, low in enumerate(behind) if low in GROUNDS), -1)
        opened = verb.head + 2 + place
        is_none = behind[:1] == ["no"] and place > 0 and "for" in words[opened : opened + 2]
        return (opened, min(len(words), opened + FAULTED)) if is_none else (0, 0)
    if verb.lemma == BASED:
        is_bad = verb.is_passive and not UNTRUE.isdisjoint(words[verb.head + 1 : verb.head + 1 + REACH])
    else:
        is_bad = verb.lemma != "run" or "counter" in behind[:1]
    return (max(window_start(clause, number), verb.first - FAULTED), verb.first) if is_bad else (0, 0)


def _quoted_name(clause: Clause, start: int) -> bool:
    """Tell whether the name is in quotation marks of its own, and no word of it, or between "as" and it, praises."""
    place = next((n for n in range(start, min(len(clause.tokens), start + REACH)) if clause.quoted[n]), -1)
    if place < 0 or clause.quoted[start - 1]:
        return False
    end = next((n for n in range(place, len(clause.tokens)) if not clause.quoted[n]), len(clause.tokens))
    first = start if clause.words[start] in AS else place  # "as crucial to our 'friendship'"
    return APPROVING.isdisjoint(clause.words[first:end])


def _of_thing(article: Article, clause: Clause, number: int, kind: str) -> Candidate | None:
    """Return the act that a bad name for what another state said or did is; ``None`` where no such state is known."""
    verb = clause.verbs[number]
    sides = Parties().add(clause, subjects(clause, number)[:1])
    if len(sides.countries) != 1:
        return None
    sides.add(clause, [m for m in clause.mentions if 0 < m.first - verb.head <= NEAR][:1])
    for hit in clause.named.countries if len(sides.countries) < PAIR else ():
        if 0 < hit.first - verb.head <= REACH and len(sides.countries) < PAIR:
            sides.add_code(hit.code)  # "the attack on its embassy in Iran"
    sides = with_partner(article, clause, sides)
    return act_of_speech(clause, number, kind, sides, f"{verb.lemma}-bad")


def _of_people(article: Article, clause: Clause, number: int, start: int) -> Candidate | None:
    """Return the criticism that a bad name for another state or its people is: "called him a dictator"."""
    verb, end = clause.verbs[number], min(len(clause.tokens), start + FAR)
    sides = Parties().add(clause, subjects(clause, number)[:1])
    if len(sides.countries) != 1 or modality.of_verb(clause, number) != "happened":
        return None
    bad = next((n for n in range(start, end) if clause.words[n] in BAD_NAMES), -1)
    if clause.words[verb.head].startswith(PEJORATIVE) and bad < 0 and clause.is_spanish:
        bad = next((n for n in range(start, min(end, start + REACH)) if clause.quoted[n]), -1)
    if bad < 0:
        return None
    named = [m for m in clause.mentions if 0 <= m.first - start <= 1 and m.actor.kind in PERSONAL][:1]
    if named:
        near = named[0].first <= bad <= named[0].last + NEAR  # also in "its president, Y, a dictator"
        return (
            act_of_speech(clause, number, "criticism", sides.add(clause, named), verb.lemma, sure=0.6) if near else None
        )
    if not clause.is_spanish or bad - start > NEAR:
        return None
    return _of_spanish_object(article, clause, number, bad, sides)


def _of_spanish_object(article: Article, clause: Clause, number: int, bad: int, sides: Parties) -> Candidate | None:
    """Return the criticism of whom an object before the verb or "a" behind the name means: "lo llamó", "a quien"."""
    verb, own = clause.verbs[number], sides.countries[0]
    before = clause.words[max(0, verb.first - 1) : verb.first]
    others = [m for m in clause.mentions if m.actor.kind in PERSONAL and own not in m.actor.countries]
    if not OBJECTS.isdisjoint(before) or not TO_WHOM.isdisjoint(before):
        named = [m for m in others if m.last < verb.first and m.actor.countries][-1:]
        sides = sides.add(clause, named) if named else with_partner(article, clause, sides)
    else:
        behind = (m for m in others if bad < m.first <= bad + NEAR)
        named = [m for m in behind if not SPANISH_TO.isdisjoint(clause.words[m.first - 1 : m.first + 1])][:1]
        sides = sides.add(clause, named)
    if len(sides.countries) != PAIR:
        return None
    return act_of_speech(clause, number, "criticism", sides, verb.lemma, sure=0.6)
