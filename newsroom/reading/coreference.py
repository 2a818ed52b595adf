"""Decide who is meant by "she", "the minister", "the ministry", "the two leaders", "the statement".

One pass through the article with a short memory: the persons last named, first those who began their sentence, the last
body of each sort, the last pair of countries joined by "and". What cannot be decided stays as the words of the text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain, islice

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.cues import follows_preposition, is_closing_cue, is_object, own_subject, speaker_in
from newsroom.reading.grammar import subjects
from newsroom.reading.groups import (
    GROUP_KINDS,
    KIND_MATCH,
    circle,
    counted,
    countries_after,
    is_beside,
    is_human,
    is_of_many,
    join,
    listed,
)
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.holders import name_holders
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.roles import HALVES, fitting
from newsroom.reading.owners import OFFICES, housed, lend_country, own_by_whose, owned
from newsroom.reading.sentences import fold

MEMORY = 12
APART = 13  # how far apart two may be named whom "with" joins
KOREAS = frozenset(HALVES.values())
AGAINST = frozenset(("against", "with", "towards", "toward"))
STATES = frozenset(
    "countries sides parties nations governments neighbours neighbors states paises partes gobiernos".split()
)
PAIR = 2


def resolve_references(article: Article) -> None:
    """Give each pronoun, anaphor and office the actor that it stands for."""
    memory = _Memory(article)
    for clause in article.clauses:
        if clause.is_spanish:
            clause.implied = memory.implied()
        name_holders(article.registry, clause.tokens, clause.mentions, clause.verbs)
        for number, mention in enumerate(clause.mentions):
            own_by_whose(article.registry, clause, mention)
            if mention.actor.kind in ("pronoun", "group", "office", "bodyref", "document", "stateref"):
                found = memory.find(clause, number, mention)
                if found is not None:
                    mention.actor = found
            lend_country(clause, mention, [*reversed(memory.here), memory.subject])
            memory.note(clause, number, mention)
        memory.end_sentence(clause)
    for guest, country in article.guests:
        guest.country = guest.country or country
    for clause in article.clauses:
        clause.subjects = {}


class _Memory:
    """Remember who was named, the latest last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.persons: dict[Actor, None] = {}  # the latest last
        self.subject: Actor | None = None
        self.speaker: Actor | None = None
        self.body: Actor | None = None  # the latest that spoke and is no person
        self.bodies: deque[Actor] = deque(maxlen=MEMORY + 1)
        self.joined: tuple[Actor, ...] = ()  # who was last named together: "X and Y", "X, Y and Z"
        self.here: list[Actor] = []
        self.before: list[Actor] = []  # who was named in the sentence before
        self.states: dict[str, None] = {}  # the codes of the states named so far, the latest last

    def note(self, clause: Clause, number: int, mention: Mention) -> None:
        """Remember a mention."""
        actor = mention.actor
        codes = actor.countries
        if len(codes) == 1:
            self.states.pop(codes[0], None)
            self.states[codes[0]] = None
        if actor.kind == "person":
            self.persons.pop(actor, None)
            self.persons[actor] = None
            self.here.append(actor)
        elif actor.kind in ("country", "body", "people", "office") and mention.form in ("name", "office"):
            self.bodies.append(actor)
            self.here.append(actor)
        if number and codes:
            self._note_pair(clause, number, mention)

    def _latest(self, count: int) -> list[Actor]:
        """Return so many of the persons last named, the latest last."""
        return [*islice(reversed(self.persons), count)][::-1]

    def _note_pair(self, clause: Clause, number: int, mention: Mention) -> None:
        """Remember the actors of different countries that "and" joins, with those in a list before them."""
        before = clause.mentions[number - 1]
        if mention.first - before.last > APART:
            return
        between = clause.words[before.last + 1 : mention.first]
        met = between[-1:] == ["with"] and "," not in between
        if (
            (met or between in (["and"], [",", "and"], ["y"], ["-"]))
            and before.actor.countries
            and not set(before.actor.countries) & set(mention.actor.countries)
            and not (before.first and clause.words[before.first - 1] in ("to", "in", "at", "on", "about"))
        ):
            together = (before, mention) if met else listed(clause, number)
            self.joined = tuple(one.actor for one in together) or self.joined

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
                and not clause.quoted[m.first]
                and m.actor.kind in ("person", "country", "body", "office", "group")
                and not follows_preposition(clause, m)
            ),
            None,
        )
        speaker = speaker_in(clause)
        if speaker is not None:
            self.speaker = speaker
            self.body = speaker if speaker.kind != "person" else self.body
        if clause.is_spanish and (own := _of_first_verb(clause)):
            self.subject = own[0].actor if len(own) == 1 else join(tuple(one.actor for one in own))
        elif first is not None:
            self.subject = circle(clause, first) or first.actor
        self.before, self.here = self.here, []

    def find(self, clause: Clause, number: int, mention: Mention) -> Actor | None:
        """Return the actor for a reference."""
        kind = mention.actor.kind
        if kind in ("pronoun", "group"):
            return self._pronoun(clause, mention) if kind == "pronoun" else self._group(clause, mention)
        if kind == "office":
            registry, own = self.article.registry, self.here[:1]
            found = self._office(owned(registry, clause, mention, (*own, self.subject)))
            return found or housed(registry, clause, mention, (*own, self.speaker))
        if kind == "bodyref":
            word = mention.actor.name
            return next((body for body in reversed(self.bodies) if word in fold(body.name)), self._government(word))
        if kind == "document":
            return self._document(clause, number, mention)
        if kind == "stateref":
            return self._state(clause, number, mention)
        return None

    def _state(self, clause: Clause, number: int, mention: Mention) -> Actor | None:
        """Return the state that a noun stands for: the latest that it fits; for "its neighbour" the other one."""
        own = next((one.country for one in (*self.here[:1], self.subject) if one is not None and one.country), "")
        latest = [code for code in reversed(self.states) if is_state(code)]
        if mention.actor.name == "neighbour":
            options = [self.article.partner(own), *(code for code in latest if code != own)]
        else:
            allowed = fitting(mention.actor.name)
            before = clause.words[mention.first - 1] if number else ""
            if before in AGAINST and allowed is None:
                latest = [self.article.partner(own), *(code for code in latest if code != own)]
                own = ""  # "its embargo against the country"
            going = before in ("to", "into", "in", "leave", "left")
            comer = clause.mentions[number - 1].actor if going else None
            if comer is not None and comer.kind == "person" and comer.country and allowed is None:
                own, latest = "", [code for code in latest if code != comer.country]
            options = [own, *latest] if allowed is None else [code for code in latest if code in allowed]
            options += [code for code in self.article.weights if allowed and code in allowed]
            if mention.actor.name in HALVES and KOREAS & set(self.article.weights):
                options += allowed or ()  # "the South" in a story of the North
        code = next(filter(None, options), "")
        return self.article.registry.other("country", code, code) if code else None

    def _government(self, word: str) -> Actor | None:
        """Return the government of the subject's country for a bare "the government"."""
        country = self.subject.country if self.subject else ""
        if word in ("government", "gobierno") and country:
            return self.article.registry.other("body", f"{country} government", country)
        return None

    def _pronoun(self, clause: Clause, mention: Mention) -> Actor | None:
        """Return who a pronoun is."""
        low = mention.actor.name
        if low in ("i", "we"):
            return self._first_person(clause, mention, low)
        if low in ("they", "them", "ellos"):
            return self._they(clause, mention)
        if low == "it":
            return self._it(clause, mention)
        if low == "latter":
            return next((actor for actor in reversed(self.here or self.before) if actor.countries), None)
        if low not in ("he", "she", "him", "her", "el", "ella"):
            return None
        gender = "she" if low in ("she", "her", "ella") else "he"
        if clause.words[0] in ("asked", "questioned", "pressed") and self._goes_on(mention, gender):
            return self.speaker  # "Asked whether it was so, she said": who spoke before
        if low == "el":
            return None
        closes = is_closing_cue(clause, mention)
        found = self._of_gender(gender, self._candidates(clause, mention), self.speaker if closes else None)
        if found is not None and not found.gender:
            found.gender = gender
        return found

    def _of_gender(self, gender: str, order: Iterator[Actor], speaker: Actor | None) -> Actor | None:
        """Return the first who is known to be of a gender; whose gender is open, else or where he speaks or acts."""
        opened = None
        for actor in order:
            if actor.gender == gender:
                return opened if opened is not None and opened in (self.subject, speaker) else actor
            if not actor.gender and opened is None:
                opened = actor
        return opened

    def _goes_on(self, mention: Mention, gender: str) -> bool:
        """Tell whether a pronoun can be the person or official who spoke last."""
        speaker = self.speaker
        is_one = speaker is not None and speaker.kind in ("person", "office") and speaker.gender in ("", gender)
        return is_one and mention.actor.name in ("he", "she")

    def _first_person(self, clause: Clause, mention: Mention, low: str) -> Actor | None:
        """Return the speaker of a transcript's paragraph; "we" joins the other side last named."""
        voice = self.article.voices.get(clause.sentence.paragraph)
        if voice is None or clause.quoted[mention.first]:
            return None
        if voice[0].kind == "plain":
            return voice[0]  # a spokesperson's "we" is her own side
        other = next((actor for actor in reversed(self.persons) if actor.country not in ("", voice[0].country)), None)
        return join((voice[0], other)) if low == "we" and other is not None else voice[0]

    def _candidates(self, clause: Clause, mention: Mention) -> Iterator[Actor]:
        """Return persons in the order in which a pronoun may mean them: nobody himself, where another is known."""
        here = [actor for actor in self.here if is_human(actor)]
        last = [actor for actor in (self.speaker, self.subject) if actor is not None and is_human(actor)]
        first = last if is_closing_cue(clause, mention) else [*here, *reversed(last)]
        own = own_subject(clause, mention) if mention.actor.name in ("him", "her") else None
        is_alone = all(actor is own for actor in chain(first, here, self.persons))
        return (actor for actor in chain(first, reversed(self.persons), here) if is_alone or actor is not own)

    def _they(self, clause: Clause, mention: Mention) -> Actor | None:
        """Return the pair or plural that "they" means."""
        subject = self.subject
        if (
            subject is not None
            and len(subject.countries) > 1
            and (len(subject.people) > 1 or len(subject.countries) > len(self.joined))
        ):
            return subject  # those whom the sentence before is about
        latest = self._latest(PAIR)
        people = {actor.country: actor for actor in latest if actor.country}
        after = clause.words[mention.last + 1] if mention.last + 1 < len(clause.tokens) else ""
        if after == "both" and len(people) == 2:
            return join(tuple(people.values()))
        if self.joined and (self.joined[-1] in latest or not self.persons):
            return join(self.joined)
        if len(people) == 2 and not self.here:
            return join(tuple(people.values()))
        plural = self.subject if self.subject is not None and len(self.subject.countries) > 1 else None
        return plural or (join(self.joined) if self.joined else None)

    def _it(self, clause: Clause, mention: Mention) -> Actor | None:
        """Return the state or body that "it" means."""
        if is_closing_cue(clause, mention):  # never whom the words before it tell of
            known = (self.speaker, self.body, self.subject)
            return next((actor for actor in known if actor is not None and actor.kind not in ("person", "group")), None)
        here = [actor for actor in self.here if actor.kind in ("body", "country")]
        after = clause.words[max(0, mention.first - 1) : mention.first]
        if after == ["after"] and here:
            return here[-1]
        if here:
            return here[0]
        return self.subject if self.subject is not None and self.subject.kind in ("body", "country") else None

    def _group(self, clause: Clause, mention: Mention) -> Actor | None:
        """Return the two leaders, sides, ministers that a plural means."""
        following = countries_after(clause, mention)
        if len(following) > 1:
            return join(tuple(following), mention.actor.name)
        if is_of_many(clause, mention) or is_beside(clause, mention):
            return None
        *_, before, noun = ("", *fold(mention.actor.name).split())
        kinds = {"foreign": {"foreign_minister"}, "prime": {"head"}}.get(before) if noun == "ministers" else None
        kinds = kinds or GROUP_KINDS.get(noun) or (OFFICES if " and " in mention.actor.name else None)
        number = counted(clause, mention)
        if (whole := self._whole(kinds, number)) is not None:
            return whole
        fits = bool(self.joined) and (not number or number in (len(self.joined), len(join(self.joined).countries)))
        if fits and kinds and len(self.joined) > PAIR and all(one.title_kind in kinds for one in self.joined):
            return join(self.joined, mention.actor.name)
        if kinds and number in (0, PAIR):
            people: dict[str, Actor] = {}
            for actor in islice(reversed(self.persons), MEMORY):
                if actor.country and actor.title_kind in kinds and actor.country not in people:
                    people[actor.country] = actor
            if len(people) > 1:
                told = [people[code] for code in self.article.pair if code in people]
                around = set(clause.words[max(0, mention.first - 1) : mention.first + 2])
                of_pair = len(told) == 2 and bool(around & {"both", "two", "ambos", "dos"})
                chosen = told[::-1] if of_pair else list(people.values())[:2]
                return join(tuple(reversed(chosen)), mention.actor.name)
        third = self.here[:1] and self.here[0].country and self.here[0].country not in self.article.pair
        own = set(self.joined) <= set(self.here) and {one.country for one in self.joined} != set(self.article.pair)
        if fits and not (own and is_object(clause, mention)) and not (third and noun in STATES):
            return join(self.joined, mention.actor.name)
        if len(self.article.pair) == PAIR and number in (0, PAIR):
            registry = self.article.registry
            return join(tuple(registry.other("country", code, code) for code in self.article.pair), mention.actor.name)
        return None

    def _whole(self, kinds: set[str] | None, number: int) -> Actor | None:
        """Return the three or more whom the sentence before is about, where a plural can mean them all."""
        group = self.subject
        if group is None or len(group.countries) <= PAIR or number not in (0, len(group.countries)):
            return None
        return group if kinds is None or all(one.title_kind in kinds for one in group.people) else None

    def _office(self, mention: Mention) -> Actor | None:
        """Return the person who holds the office: named before, else named later as the only one."""
        office = mention.actor
        kinds = KIND_MATCH.get(office.title_kind, set())
        word = fold(office.office).split()[-1] if office.office else ""

        def fits(actor: Actor) -> bool:
            if actor.title_kind not in kinds or actor is office:
                return False
            if office.country and actor.country != office.country:
                return False
            if {"deputy", "vice"} & set(fold(office.office).split()) - set(fold(actor.office).split()):
                return False
            return office.title_kind != "official" or word in fold(actor.office)

        def is_called_so(actor: Actor) -> bool:
            return bool(word) and fits(actor) and word in fold(actor.office).split()

        last, test = None, fits
        for actor in reversed(self.persons):
            if actor.title_kind in kinds and fits(actor):
                if is_called_so(actor):
                    last, test = actor, is_called_so
                    break
                last = last or actor
        if last is not None:
            near = [actor for actor in (self.subject, self.speaker) if actor is not None and not office.country]
            return next((actor for actor in near if test(actor) and actor in self.persons), last)
        if office.title_kind == "official" and not office.country:
            return next(
                (
                    actor
                    for actor in reversed(self.bodies)
                    if actor.kind == "office" and fold(actor.name).endswith(word) and actor is not office
                ),
                None,
            )
        if office.title_kind == "official" or not office.country:
            return None
        subject = self.subject
        if subject is not None and subject.kind == "person" and not subject.country and not subject.title_kind:
            subject.country, subject.title_kind, subject.level, subject.office = (
                office.country,
                office.title_kind,
                office.level,
                office.office,
            )
            return subject
        later = [p for p in self.article.registry.people if p.title_kind in kinds and p.start >= 0 and fits(p)]
        return later[0] if len(later) == 1 else None

    def _document(self, clause: Clause, number: int, mention: Mention) -> Actor | None:
        """Return who made "the statement": the body after "by", else the last who spoke."""
        after = clause.tokens[mention.last + 1 : mention.last + 2]
        if after and after[0].low in ("by", "from", "of", "de") and number + 1 < len(clause.mentions):
            maker = clause.mentions[number + 1]
            if maker.first <= mention.last + 3 and maker.form != "adjective":
                return maker.actor
        if clause.words[mention.first] in ("the", "el"):
            return self.speaker
        return None


def _of_first_verb(clause: Clause) -> list[Mention]:
    """Return the subject of the first verb that carries a clause."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.is_finite and not verb.is_infinitive), None)
    return subjects(clause, number) if number is not None else []
