"""Remember who was named in an article, in one pass from its first sentence to its last.

A short memory: the persons last named, first those who began their sentence, the last body of each sort, the last pair
of countries joined by "and".
"""

from __future__ import annotations

from collections import deque
from itertools import islice

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.cues import follows_preposition, speaker_in
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.references.groups import PAIR, circle, gathered, join, listed
from newsroom.reading.sentences import fold, places_of

MEMORY = 12
BODIES = frozenset("government administration regime cabinet presidency dynasty family foundation doctrine".split())
TEXTS = frozenset("statement communique readout comunicado nota declaracion".split())
ARTICLES, DESCRIBED = frozenset(("a", "an", "un", "una")), 4
# What two states do for others: such two are not "the two sides".
MEDIATED = frozenset("mediated brokered facilitated hosted sponsored convened mediado mediada auspiciado".split())
MEDIATION = frozenset(
    "mediation auspices facilitation sponsorship mediators brokers mediacion auspicio auspicios".split()
)
APART = 13  # how far apart two may be named whom "with" joins


class Memory:
    """Remember who was named, the latest last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.persons: dict[Actor, None] = {}  # the latest last
        self.subject: Actor | None = None
        self.speaker: Actor | None = None
        self.spoke_in, self.acted_in = -1, -1  # the paragraphs in which the speaker last spoke, the subject last acted
        self.has_turned = False  # the sentence before was of another person than who spoke last
        self.body: Actor | None = None  # the latest that spoke and is no person
        self.source: Actor | None = None  # "according to" which body or state the sentence before tells what it tells
        self.told: dict[int, list[Attribution]] = {}  # by sentence: who says what, where it was asked
        self.bodies: deque[Actor] = deque(maxlen=MEMORY + 1)
        self.houses: dict[str, Actor] = {}  # the last ministry, embassy named, however long ago
        self.joined: tuple[Actor, ...] = ()  # who was last named together: "X and Y", "X, Y and Z"
        self.series: tuple[Actor, ...] = ()  # the same, but no part of a longer list told before takes its place
        self.company: tuple[Actor, ...] = ()  # the same, of persons alone
        self.circles: dict[int, tuple[Actor, ...]] = {}  # by their number: the three or more last named together
        self.faced: tuple[Actor, ...] = ()  # the two states that alone the last sentence named in which one acted
        self.gathered: tuple[Actor, ...] = ()  # who was together in the sentence before: one, and those he received
        self.here: list[Actor] = []
        self.before: list[Actor] = []  # who was named in the sentence before
        self.helpers: set[str] = set()  # the states that mediated
        self.states: dict[str, None] = {}  # the codes of the states named so far, the latest last

    def note(self, clause: Clause, number: int, mention: Mention) -> None:
        """Remember a mention."""
        actor = mention.actor
        codes = actor.countries
        if len(codes) == 1:
            self.states.pop(codes[0], None)
            self.states[codes[0]] = None
        if _is_of_body(clause, mention):
            return  # "against the Ann Lee government"
        if actor.kind == "person":
            self.persons.pop(actor, None)
            self.persons[actor] = None
            self.here.append(actor)
        elif actor.kind in ("country", "body", "people", "office") and mention.form in ("name", "office"):
            self.bodies.append(actor)
            if actor.kind == "body":
                self.houses[fold(actor.name).split()[-1]] = actor
            self.here.append(actor)
        if mention.form == "name" and len(actor.members) > PAIR:
            self.circles[len(codes)] = actor.members
        if number and codes:
            self._note_pair(clause, number, mention)

    def latest(self, count: int) -> list[Actor]:
        """Return so many of the persons last named, the latest last."""
        return [*islice(reversed(self.persons), count)][::-1]

    def _note_pair(self, clause: Clause, number: int, mention: Mention) -> None:
        """Remember the actors of different countries that "and" joins, with those in a list before them."""
        before = clause.mentions[number - 1]
        if mention.first - before.last > APART:
            return
        between = clause.words[before.last + 1 : mention.first]
        met = between[-1:] == ["with"] and "," not in between
        if "and" in between and _are_mediators(clause, before, mention):
            self.helpers |= {*before.actor.countries, *mention.actor.countries}
        if (
            (met or between in (["and"], [",", "and"], ["y"], ["e"], ["-"]))
            and before.actor.countries
            and not set(before.actor.countries) & set(mention.actor.countries)
            and not (before.first and clause.words[before.first - 1] in ("to", "in", "at", "on", "about"))
            and not _are_mediators(clause, before, mention)
        ):
            together = (before, mention) if met else listed(clause, number)
            own = _own_side(clause, number - 1) if met else ()
            if len(_codes(own)) > 1:  # "X and Y agreed to work with Z": the two are X and Y
                self.circles[len(_codes((*own, mention.actor)))] = (*own, mention.actor)
            self.joined = own if len(_codes(own)) > 1 else tuple(one.actor for one in together) or self.joined
            if len(self.joined) > PAIR:
                self.circles[len(_codes(self.joined))] = self.joined
            if not _codes(self.joined) <= _codes(self.series):
                self.series = self.joined
            if all(one.kind == "person" for one in self.joined):
                self.company = self.joined

    def is_older(self, paragraph: int) -> bool:
        """Tell whether the last speaker spoke paragraphs ago, and another has acted in or before this one since."""
        is_turned = self.has_turned and self.spoke_in < self.acted_in == paragraph - 1
        return is_turned or (self.acted_in >= paragraph - 1 and 0 <= self.spoke_in < self.acted_in - 1)

    def has_met(self) -> bool:
        """Tell whether two who hold offices face each other in the sentence before, and no two were joined since."""
        is_new = not self.joined or self.joined[-1] not in self.before
        return is_new and bool(self.faced) and all(one.kind in ("person", "office") for one in self.faced)

    def implied(self) -> tuple[Actor | None, Actor | None]:
        """Return who a verb without a subject means in the next sentence: one, and several."""
        subject = self.subject
        several = subject if subject is not None and len(subject.countries) > 1 else None
        return (None if several else subject), several or (join(self.joined) if len(self.joined) == PAIR else None)

    def end_sentence(self, clause: Clause) -> None:
        """Keep the first actor of the sentence as its subject, and who spoke in it."""
        first = next(
            (
                m
                for m in clause.mentions
                if m.form not in ("place", "adjective")
                and not m.is_possessive
                and not _is_of_body(clause, m)
                and not clause.quoted[m.first]
                and m.actor.kind in ("person", "country", "body", "office", "group")
                and not follows_preposition(clause, m)
            ),
            None,
        )
        if first is None and clause.mentions and (opener := clause.mentions[0]).is_possessive and not opener.first:
            first = opener if opener.actor.kind == "person" else None  # "Chavez's clash with Uribe was his second"
        self.gathered = gathered(clause, first) if first is not None else ()
        if self.gathered:
            self.circles[len(_codes(self.gathered))] = self.gathered
        speaker = speaker_in(clause)
        if speaker is not None:
            self.speaker, self.spoke_in = speaker, clause.sentence.paragraph
            self.body = speaker if speaker.kind != "person" else self.body
        if clause.is_spanish and (own := _of_first_verb(clause)):
            self.subject = own[0].actor if len(own) == 1 else join(tuple(one.actor for one in own))
        elif first is not None:
            whole = circle(clause, first)
            is_list = all(one in self.here for one in self.joined)
            if is_list and whole is not None and _codes(whole.members) < _codes(self.joined):
                whole = join(self.joined)  # "ministers of W, X, Y and Z met": no fewer than all
            self.subject = whole or first.actor
        if first is not None:
            self.acted_in = clause.sentence.paragraph
        self.has_turned = speaker is None and self._turns_to(clause, first)
        self.source = _source(clause) if speaker is None else None
        self.faced = _facing(clause, first) if first is not None else self.faced
        self.before, self.here = self.here, []

    def _turns_to(self, clause: Clause, first: Mention | None) -> bool:
        """Tell whether a sentence is of another person than who spoke last, who is not named in it."""
        if first is None or first.actor.kind != "person" or first.form != "name" or any(clause.quoted):
            return False
        opener = clause.mentions[0]
        opens = opener.first <= 1 and (opener is first or (opener.is_possessive or opener.form == "office"))
        if opens and self.speaker is not first.actor and self.speaker not in self.here:
            return True
        own = _of_first_verb(clause)
        if len(own) != 1 or own[0].actor is not first.actor or first.actor is self.speaker:
            return False
        others = (m for m in clause.mentions if m.actor is self.speaker and m.form != "pronoun")
        return all(m.is_possessive for m in others)  # "On Monday his boss, X, struck a softer tone."


def _facing(clause: Clause, first: Mention) -> tuple[Actor, ...]:
    """Return who acts in a sentence and the one of another state whom it names, where it names no third."""
    named = {m.actor.country: m.actor for m in reversed(clause.mentions) if m.actor.country and m.form != "place"}
    own, others = first.actor, [one for code, one in named.items() if code != first.actor.country]
    return (own, others[0]) if own.country and len(others) == 1 else ()


def _codes(actors: tuple[Actor, ...]) -> set[str]:
    """Return the states for which several actors stand."""
    return {code for actor in actors for code in actor.countries}


def _own_side(clause: Clause, number: int) -> tuple[Actor, ...]:
    """Return who acts together before "with": the members of a group, or those whom "and" joins."""
    one = clause.mentions[number]
    if len(one.actor.countries) > 1:
        return one.actor.members
    joint = number and clause.words[clause.mentions[number - 1].last + 1 : one.first] in (["and"], [",", "and"], ["y"])
    return tuple(m.actor for m in listed(clause, number)) if joint else ()


def _are_mediators(clause: Clause, first: Mention, last: Mention) -> bool:
    """Tell whether two only mediate between others: "brokered by X and Y", "under X and Y mediation"."""
    before, after = clause.words[max(0, first.first - 3) : first.first], clause.words[last.last + 1 : last.last + 2]
    is_by = "by" in before or "por" in before
    return (is_by and not MEDIATED.isdisjoint(before)) or not MEDIATION.isdisjoint((*before, *after))


def _source(clause: Clause) -> Actor | None:
    """Return the body or state according to which a whole sentence tells what it tells."""
    place = clause.words.index("according") if "according" in clause.lows else -1
    if place < 0 or clause.quoted[place] or clause.words[place + 1 : place + 2] != ["to"]:
        return None
    mention = clause.named.at(place + 2) or clause.named.at(place + 3)
    return mention.actor if mention is not None and mention.actor.kind in ("body", "country") else None


def is_in_text(clause: Clause) -> bool:
    """Tell whether a sentence puts what is said in a text: "said in a statement", "issued a joint communiqué"."""
    for place in places_of(clause.words, TEXTS):
        before = clause.words[max(0, place - DESCRIBED) : place]
        if not ARTICLES.isdisjoint(before) and not clause.quoted[place]:
            return True
    return False


def _is_of_body(clause: Clause, mention: Mention) -> bool:
    """Tell whether a person's name only says whose government is meant."""
    behind = clause.words[mention.last + 1 : mention.last + 2]
    return mention.actor.kind == "person" and not mention.is_possessive and not BODIES.isdisjoint(behind)


def _of_first_verb(clause: Clause) -> list[Mention]:
    """Return the subject of the first verb that carries a clause."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.is_finite and not verb.is_infinitive), None)
    return subjects(clause, number) if number is not None else []
