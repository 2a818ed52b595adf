"""Decide who is meant by "she", "they", "it", "we"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsroom.reading.analysis import Clause
from newsroom.reading.cues import is_closing_cue, own_subject
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.titles import BODY_NOUNS, GROUP_NOUNS
from newsroom.reading.references.groups import PAIR, is_collective, is_human, join
from newsroom.reading.references.issuers import institution, person
from newsroom.reading.references.memory import Memory
from newsroom.reading.verbs import DETERMINERS

AMONG = frozenset(("between", "among", "entre"))
NEAR = 8  # how many tokens before "them" the noun stands that it takes up
HUMANS = GROUP_NOUNS | BODY_NOUNS
MEANWHILE, TOWARDS = frozenset(("as", "while", "until")), frozenset(("for", "to", "with", "behind"))
HELP = frozenset("support aid help assistance solidarity backing relief weapons stand stands stood side sides".split())


def pronoun(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return who a pronoun is."""
    low = mention.actor.name
    if low in ("i", "we"):
        return _first_person(memory, clause, mention, low)
    if low in ("they", "them", "ellos"):
        return None if low == "them" and _are_things(clause, mention) else _they(memory, clause, mention)
    if low == "it":
        return _it(memory, clause, mention)
    if low == "latter":
        return next((actor for actor in reversed(memory.here or memory.before) if actor.countries), None)
    if low not in ("he", "she", "him", "her", "el", "ella"):
        return None
    gender = "she" if low in ("she", "her", "ella") else "he"
    if clause.words[0] in ("asked", "questioned", "pressed") and _goes_on(memory, mention, gender):
        return memory.speaker  # "Asked whether it was so, she said": who spoke before
    if low == "el":
        return None
    closes = is_closing_cue(clause, mention)
    if closes and memory.speaker is not None and (own := person(memory, clause)) is not None:
        memory.speaker = own
    speaker = memory.speaker if closes and not memory.is_older(clause.sentence.paragraph) else None
    found = _of_gender(memory, gender, _candidates(memory, clause, mention), speaker)
    if found is not None and not found.gender:
        found.gender = gender
    return found


def _of_gender(memory: Memory, gender: str, order: Iterator[Actor], speaker: Actor | None) -> Actor | None:
    """Return the first who is known to be of a gender; whose gender is open, else or where he speaks or acts."""
    opened = None
    for actor in order:
        if actor.gender == gender:
            is_latest = opened is memory.speaker and opened is next(reversed(memory.persons), None)
            is_near = actor in memory.here or actor in memory.before
            is_meant = opened in (memory.subject, speaker) or (is_latest and not is_near)
            return opened if opened is not None and is_meant else actor
        if not actor.gender and opened is None:
            opened = actor
    return opened


def _goes_on(memory: Memory, mention: Mention, gender: str) -> bool:
    """Tell whether a pronoun can be the person or official who spoke last."""
    speaker = memory.speaker
    is_one = speaker is not None and speaker.kind in ("person", "office") and speaker.gender in ("", gender)
    return is_one and mention.actor.name in ("he", "she")


def _first_person(memory: Memory, clause: Clause, mention: Mention, low: str) -> Actor | None:
    """Return the speaker of a transcript's paragraph; "we" joins the other side last named."""
    voice = memory.article.voices.get(clause.sentence.paragraph)
    if voice is None or clause.quoted[mention.first]:
        return None
    if voice[0].kind == "plain":
        return voice[0]  # a spokesperson's "we" is her own side
    other = next((actor for actor in reversed(memory.persons) if actor.country not in ("", voice[0].country)), None)
    return join((voice[0], other)) if low == "we" and other is not None else voice[0]


def _candidates(memory: Memory, clause: Clause, mention: Mention) -> Iterator[Actor]:
    """Return persons in the order in which a pronoun may mean them: nobody himself, where another is known."""
    here = [actor for actor in memory.here if is_human(actor)]
    last = [actor for actor in (memory.speaker, memory.subject) if actor is not None and is_human(actor)]
    closes = is_closing_cue(clause, mention)
    first = last if closes and not memory.is_older(clause.sentence.paragraph) else last[::-1]
    first = first if closes else [*here, *first]
    first = [*_tellers(clause, mention), *first]
    own = own_subject(clause, mention) if mention.actor.name in ("him", "her") else None
    is_alone = all(actor is own for actor in chain(first, here, memory.persons))
    return (actor for actor in chain(first, reversed(memory.persons), here) if is_alone or actor is not own)


def _tellers(clause: Clause, mention: Mention) -> list[Actor]:
    """Return who tells what a pronoun opens: "Ann said that Bob had told her that he", "a man who admitted he"."""
    opener = mention.first - (clause.words[mention.first - 1 : mention.first] in (["that"], ["que"]))
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == opener - 1), None)
    if number is None or not clause.verbs[number].is_finite:
        return []
    return [subject.actor for subject in subjects(clause, number) if is_human(subject.actor)]


def _they(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return the pair or plural that "they" means."""
    if mention.first and clause.words[mention.first - 1] in AMONG:
        own = [m.actor for m in clause.mentions if m.last < mention.first and len(m.actor.countries) > 1]
        if own:
            return own[-1]  # "the two states agreed to end any dispute between them"
        here = {code for m in clause.mentions if m.last < mention.first for code in m.actor.countries}
        if memory.faced and here.isdisjoint(one.country for one in memory.faced):
            return join(memory.faced)  # "X and Y traded fire. W offered to mediate between them"
    if (own_holders := _holders_before(clause, mention)) is not None:
        return own_holders
    subject = memory.subject
    if subject is not None and is_collective(subject):
        return subject
    if (
        subject is not None
        and len(subject.countries) > 1
        and (len(subject.people) > 1 or len(subject.countries) > len(memory.joined))
    ):
        return subject  # those whom the sentence before is about
    latest = memory.latest(PAIR)
    people = {actor.country: actor for actor in latest if actor.country}
    if clause.words[mention.last + 1 : mention.last + 2] == ["both"]:
        if len(people) == PAIR:
            return join(tuple(people.values()))
        if len(memory.company) == PAIR:
            return join(memory.company)
    if memory.has_met() and not memory.here:
        return join(memory.faced)  # "hosted her Chilean counterpart. They agreed"
    if memory.joined and (memory.joined[-1] in latest or not memory.persons):
        return join(memory.joined)
    if len(people) == 2 and not memory.here:
        return join(tuple(people.values()))
    plural = memory.subject if memory.subject is not None and len(memory.subject.countries) > 1 else None
    return plural or (join(memory.joined) if memory.joined else None)


def _holders_before(clause: Clause, mention: Mention) -> Actor | None:
    """Return the office holders of several states who do what stands before "they": "where they signed"."""
    for number, verb in enumerate(clause.verbs):
        if verb.head > mention.first:
            break
        found = subjects(clause, number) if verb.is_finite and not verb.is_infinitive else []
        if len(found) == 1 and found[0].actor.kind == "office" and len(found[0].actor.members) > 1:
            return found[0].actor
    return None


def _acted_on(clause: Clause, mention: Mention, here: list[Actor]) -> Actor | None:
    """Return whom "it" means right behind a verb: the last named who does not do it: "closed in on X, accusing it"."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == mention.first - 1), None)
    if number is None:
        return None
    own = {code for subject in subjects(clause, number) for code in subject.actor.countries}
    if not own:
        return None
    return next((one for one in reversed(here) if one.countries and own.isdisjoint(one.countries)), None)


def _telling(clause: Clause, mention: Mention) -> Actor | None:
    """Return what body or state tells what "it" opens: "was angry with X after the court said it had"."""
    opener = mention.first - (clause.words[mention.first - 1 : mention.first] in (["that"], ["que"]))
    number = next((n for n, verb in enumerate(clause.verbs) if verb.head == opener - 1), None)
    if number is None or clause.verbs[number].lemma not in SAYING or not clause.verbs[number].is_finite:
        return None
    if not any(verb.is_finite and verb.first == mention.last + 1 for verb in clause.verbs):
        return None  # "denied it"
    own = [m.actor for m in subjects(clause, number) if m.actor.kind in ("body", "country") and m.actor.countries]
    return own[0] if len(own) == 1 else None


def _are_things(clause: Clause, mention: Mention) -> bool:
    """Tell whether "them" takes up a plural noun of its sentence: "denied the allegations, calling them baseless"."""
    for place in range(mention.first - 1, max(0, mention.first - NEAR), -1):
        word = clause.words[place]
        if clause.named.covered[place] >= 0:
            return False
        is_plural = word.endswith("s") and not word.endswith("ss") and word not in HUMANS
        if is_plural and not DETERMINERS.isdisjoint(clause.words[max(0, place - 2) : place]):
            return True
    return False


def _says(clause: Clause, mention: Mention) -> bool:
    """Tell whether the first verb behind a pronoun is one of saying: "It said", "It also added"."""
    verb = next((verb for verb in clause.verbs if 0 < verb.first - mention.last <= 2), None)
    return verb is not None and verb.lemma in SAYING and not verb.is_passive


def _is_helped(clause: Clause, mention: Mention) -> bool:
    """Tell whether "as it" goes on with who is helped: "support for Ukraine as it fights against"."""
    opener = mention.first - 1
    before = next((m for m in reversed(clause.mentions) if m.last < opener), None)
    if before is None or before.last != opener - 1 or clause.words[opener] not in MEANWHILE:
        return False
    return clause.words[before.first - 1] in TOWARDS and not HELP.isdisjoint(clause.words[: before.first])


def _it(memory: Memory, clause: Clause, mention: Mention) -> Actor | None:
    """Return the state or body that "it" means."""
    if is_closing_cue(clause, mention):  # never whom the words before it tell of
        known = (memory.source, institution(memory, clause), memory.speaker, memory.body, memory.subject)
        return next((actor for actor in known if actor is not None and actor.kind not in ("person", "group")), None)
    if memory.source is not None and not mention.first and _says(clause, mention):
        return memory.source  # "According to the ministry, Chad will wait. It added that"
    if (teller := _telling(clause, mention)) is not None:
        return teller
    here = [actor for actor in memory.here if actor.kind in ("body", "country")]
    if (acted_on := _acted_on(clause, mention, here)) is not None:
        return acted_on
    after = clause.words[max(0, mention.first - 1) : mention.first]
    if here and (after == ["after"] or _is_helped(clause, mention)):
        return here[-1]
    if here:
        return here[0]
    return memory.subject if memory.subject is not None and memory.subject.kind in ("body", "country") else None
