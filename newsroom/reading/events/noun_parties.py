"""Find who takes part in what a noun tells: by what hangs on it, by who holds it, by who is spoken of beside it."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.fighting import of_truce
from newsroom.reading.events.journeys import JOURNEYS, add_journey, taken_along
from newsroom.reading.events.left_open import doers, is_left_open
from newsroom.reading.events.noun_frames import NounFrame
from newsroom.reading.events.noun_phrases import INVITING, is_owned_by_subject, is_topic
from newsroom.reading.events.parties import Parties, after_word, hanging
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.strangers import is_leant_on, is_stranger_at
from newsroom.reading.grammar import is_fronted, main_subject, subjects
from newsroom.reading.insertions import without_times
from newsroom.reading.lexicon import ACCUSING, JUDGING, SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.titles import GROUP_NOUNS
from newsroom.reading.verbs import Verb

JOINING = frozenset(("between", "among", "amongst", "entre"))
WITH = frozenset(("with", "con"))
AGENT = frozenset(("by", "from", "of", "de", "del"))
DURING = frozenset(("during", "durante"))
AFTER = frozenset("after following amid tras".split())
HELD = frozenset("realizada realizado celebrada celebrado sostenida sostenido mantenida mantenido".split())
HELD_BY = frozenset(("por", "entre"))
BY, OF = frozenset(("by",)), frozenset(("of", "de"))
AGAIN = frozenset("another second further next new".split())
INSERTED = 6  # tokens of ", in a telephone conversation,"
BOTH = 2  # the guest and the place
HOLDING = frozenset(
    "hold have conduct continue begin start resume open finish complete conclude host chair pay make undertake".split()
)
TRAVELLING = frozenset("leave depart travel fly embark set head go come arrive".split())  # "left for a visit to"
LONGEST_OF = 2
SERIES = frozenset(
    (word, "of")
    for word in "series string number couple flurry spate set days day hours weeks months round rounds serie".split()
)
OUTSIDE = frozenset("in during at after before following since for of".split())
DONE_TO = frozenset(("expulsion", "capture"))
# Verbs by which somebody takes part in a contact, with the words that join it to them.
PARTAKING: dict[str, list[str]] = {
    "attend": [], "join": [], "participate": ["in"], "partake": ["in"], "take": ["part", "in"], "engage": ["in"],
    "involve": ["in"],
}  # fmt: skip
HOSTED = frozenset("hosted mediated brokered chaired moderated facilitated sponsored convened".split())
HOSTS_REACH, STRANGE_REACH = 12, 16
FORCED = frozenset(("force", "clash", "capture", "expulsion"))  # who condemns these has not done them
OWN_JOINTS = frozenset(("-", "–", "and"))  # what joins those who own one noun
REGIONS = frozenset(
    "asian african arab european gulf western regional world asean nordic american caribbean commonwealth islamic nato"
    " eu pacific bloc".split()
)
PAIRS = frozenset("two both three".split())
TELLERS, NEXT_WITH = frozenset("person office body country".split()), 3
REGION_REACH = 5  # how many words of a noun phrase are looked at
EDGES = frozenset("of with by , said in on at for to from during after".split())


def named_by_noun(clause: Clause, first: int, last: int, frame: NounFrame, governor: int | None) -> Parties:
    """Return the parties that hang on the noun itself: between, with, by, from, possessor, adjectives before it."""
    found = _done_to(clause, first, last, governor) if frame.family in DONE_TO else Parties()
    end = min(len(clause.tokens), last + 24)
    later = next(
        (
            v.first
            for v in clause.verbs
            if v.first > last + 1 and v.is_finite and not v.is_infinitive and v.form != "part"
        ),
        end,
    )
    end = min(end, later, _cut(clause, last + 1, end))
    found.add(clause, after_word(clause, last + 1, end, JOINING))
    of_both = after_word(clause, last + 1, min(end, last + 3), OF) if frame.family == "contact" else []
    if frame.family == "contact" and not HELD.isdisjoint(clause.words[last + 1 : last + 2]):
        of_both = after_word(clause, last + 2, min(end, last + 3), HELD_BY)  # "la reunión realizada por delegados de"
    if len({code for m in of_both for code in m.actor.countries}) > 1:
        found.add(clause, of_both)  # "a meeting of the ministers of X and Y"
    if len(found.countries) == 1 and is_owned_by_subject(clause, last, end):
        number = next((n for n, v in enumerate(clause.verbs) if v.is_finite and v.head < first), None)
        found.add(clause, subjects(clause, number)[:1] if number is not None else [])
    if JOURNEYS & {clause.words[first], clause.words[last]}:
        taken, start = taken_along(clause, last)
        found.add(clause, taken)
        add_journey(clause, start, len(clause.tokens), found) if taken else add_journey(clause, last, end, found)
    for place in range(first - 1, max(-1, first - 6), -1):
        mention = clause.named.at(place)
        if mention is not None:
            is_pair = mention.form == "name" and mention.first > 0 and clause.words[mention.first - 1] in ("-", "–")
            is_goal = mention.form == "name" and mention.last == first - 1 and mention.actor.kind == "country"
            is_goal = is_goal and clause.words[last] in JOURNEYS  # "during her Kenya visit"
            if mention.is_possessive or mention.form == "adjective" or is_pair or is_goal:
                found.add(clause, [mention, *_owning_beside(clause, mention)])
            break
        if clause.words[place] in EDGES:
            break
    joiners = WITH | {"from", "to"} if frame.kind == "phone_call" else WITH
    behind_with = after_word(clause, last + 1, min(end, last + 14), joiners)
    found.add(clause, [m for m in behind_with if not is_leant_on(clause, m)])
    attended = _attended(clause, last) if frame.family == "contact" else []
    is_whole = len({code for m in attended for code in m.actor.countries}) > BOTH  # two may only have looked on
    return found.add(clause, attended if is_whole or found.countries else [])


def _owning_beside(clause: Clause, mention: Mention) -> list[Mention]:
    """Return who is joined to a noun's owner before it, the nearest first: "Chile, Peru, and Togo's", "Chile-Peru"."""
    found: list[Mention] = []
    place, joints = mention.first - 1, OWN_JOINTS
    while place > 0 and clause.words[place] in joints:
        place -= clause.words[place] == "and" and clause.tokens[place - 1].text == ","
        other = clause.named.at(place - 1)
        if other is None:
            break
        found.append(other)
        place, joints = other.first - 1, OWN_JOINTS | {","}
    return found


def _attended(clause: Clause, last: int) -> list[Mention]:
    """Return by whom a contact is said to be attended: "The talks in Lima were attended by envoys of X and Y"."""
    number = next((n for n, v in enumerate(clause.verbs) if v.head > last), None)
    if number is None or clause.verbs[number].lemma != "attend" or not clause.verbs[number].is_passive:
        return []
    head = clause.verbs[number].head
    return after_word(clause, head + 1, head + 2, BY)


def _done_to(clause: Clause, first: int, last: int, governor: int | None) -> Parties:
    """Return who did it, and to whom: "ordered the expulsion of four Chilean diplomats", "its single expulsion"."""
    found = Parties()
    verb = clause.verbs[governor] if governor is not None else None
    if {"its", "their"} & set(clause.words[max(0, first - 3) : first]):
        found.add(clause, [m for m in clause.mentions if m.last < first and _can_own(m)][-1:])
    elif governor is not None and verb is not None and verb.head < first and not verb.is_passive:
        found.add(clause, subjects(clause, governor))
    patients = after_word(clause, last + 1, min(len(clause.tokens), last + 2), OF)
    return found.add(clause, patients) if found.countries else found


def _can_own(mention: Mention) -> bool:
    """Tell whether "its" can mean a mention."""
    return mention.actor.kind in ("country", "body", "office") and mention.form not in ("place", "adjective")


def with_holder(
    article: Article, clause: Clause, noun: tuple[int, int], governor: int | None, found: Parties
) -> Parties:
    """Put who holds a contact before those with whom: "X held talks with the ministers of Y and Z".

    Where only those are named who bring others together ("the talks, mediated by X"), the story says whom.
    """
    if not clause.verbs and not found.countries:
        return of_headline(clause)
    first, last = noun
    hosts = _hosts(clause, last)
    found.add(clause, hosts)
    only_hosts = bool(hosts) and set(found.countries) <= {code for host in hosts for code in host.actor.countries}
    for code in article.pair if only_hosts else ():
        found.add_code(code)
    if is_fronted(clause, first) and clause.words[last + 1 : last + 2] == ["with"]:
        return _led_by(found, clause, main_subject(clause, first)[:1])  # "After a call with X and Y, Z said"
    if len(found.countries) < BOTH:
        found.add(clause, _around(clause, noun))
    if (teller := _teller(clause, noun, found)) is not None:
        return _led_by(found, clause, [teller])
    if governor is None or not found.countries:
        return found
    verb = clause.verbs[governor]
    is_bound = verb.lemma in TRAVELLING and clause.words[last] in JOURNEYS and verb.head < first
    if is_bound and not verb.is_passive and clause.words[verb.head + 1] != "after":
        return _led_by(found, clause, subjects(clause, governor)[:1])  # "left for visits to X and Y"
    before = first - 1 - LONGEST_OF * (tuple(clause.words[first - LONGEST_OF : first]) in SERIES)
    is_held = verb.lemma in HOLDING and clause.words[before] not in OUTSIDE
    if verb.head > first or verb.is_passive or not (is_held or partakes(clause, verb, first)):
        return found
    return _led_by(found, clause, subjects(clause, governor))


def _around(clause: Clause, noun: tuple[int, int]) -> list[Mention]:
    """Return the two who do something at a contact put in behind them: "X and Y, in a phone call, agreed"."""
    opener = next((n for n in range(noun[0] - 1, max(0, noun[0] - INSERTED), -1) if clause.words[n] == ","), 0)
    closer = next((n for n in range(noun[1] + 1, noun[1] + INSERTED) if clause.words[n : n + 1] == [","]), 0)
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first == closer + 1), None)
    if not opener or not closer or number is None or clause.words[opener + 1] not in OUTSIDE:
        return []
    own = [m for m in subjects(clause, number) if m.last == opener - 1 or m.is_plural or m.last < opener]
    return own if len({code for m in own for code in m.actor.countries}) == BOTH else []


def _teller(clause: Clause, noun: tuple[int, int], found: Parties) -> Mention | None:
    """Return who tells of his own talks with several others: "X said that the talks with Y and Z had ended"."""
    first, last = noun
    near = set(clause.words[last + 1 : last + NEXT_WITH])
    if len(found.countries) <= 1 or WITH.isdisjoint(near) or not JOINING.isdisjoint(near):
        return None
    if min(start for start, _ in found.spans or [(0, 0)]) < clause.tokens[last].end:
        return None  # somebody is named before the noun whose talks they are
    number = next((n for n in range(len(clause.verbs) - 1, -1, -1) if clause.verbs[n].head < first), None)
    if number is None or clause.verbs[number].lemma not in SAYING or not clause.verbs[number].is_finite:
        return None
    tellers = subjects(clause, number)
    return tellers[0] if len(tellers) == 1 and tellers[0].actor.kind in TELLERS else None


def _led_by(found: Parties, clause: Clause, holders: list[Mention]) -> Parties:
    """Return parties with those before them who hold the contact."""
    full = Parties().add(clause, holders)
    for code in found.countries:
        if code not in full.countries:
            full.countries.append(code)
    full.people += [person for person in found.people if person not in full.people]
    full.spans += found.spans
    return full


def partakes(clause: Clause, verb: Verb, first: int) -> bool:
    """Tell whether a noun is what a verb's subject takes part in: "attended a meeting", "took part in talks"."""
    behind = without_times(clause, verb.head + 1, first)
    links = PARTAKING.get(verb.lemma)
    return links is not None and (not links or behind[: len(links)] == links) and "," not in behind


def _hosts(clause: Clause, last: int) -> list[Mention]:
    """Return who brings others together: "talks hosted by Qatar", "the meeting, mediated by Oman"."""
    for place in range(last + 1, min(len(clause.tokens) - 2, last + HOSTS_REACH)):
        if clause.words[place] in HOSTED and clause.words[place + 1] in BY:
            return after_word(clause, place + 1, place + 2, BY)
    return []


def is_with_stranger(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a noun's other side is no state: "talks with the rebels", "the war between Peru and the gangs"."""
    end = _cut(clause, last + 1, min(len(clause.tokens), last + STRANGE_REACH))
    for place in range(last + 1, end):
        low = clause.words[place]
        if (low in WITH or low in JOINING or (place == last + 1 and low in OF)) and _are_of_region(clause, place + 1):
            return True
        if low in WITH:
            return is_stranger_at(clause, place + 1)
        if low in JOINING:
            joint = next((n for n in range(place + 1, end) if clause.words[n] in ("and", "y", "e")), end)
            return is_stranger_at(clause, place + 1) or (joint + 1 < end and is_stranger_at(clause, joint + 1))
    return False


def is_at_home(clause: Clause, first: int, last: int, found: Parties) -> bool:
    """Tell whether who takes part in a contact meets somebody of his own state: "The minister, after talks with X"."""
    met = clause.named.at(last + 2) if clause.words[last + 1 : last + 2] in (["with"], ["con"]) else None
    if met is None or met.actor.kind != "person" or met.actor.country not in found.countries:
        return False
    for number, verb in enumerate(clause.verbs):
        if verb.is_finite and verb.head < first:
            own = subjects(clause, number)
            return any(m.actor is not met.actor and m.actor.countries == met.actor.countries for m in own)
    return False


def _are_of_region(clause: Clause, place: int) -> bool:
    """Tell whether many of a region are named by a noun phrase, no two of the story: "of Southeast Asian leaders"."""
    phrase = clause.words[place : place + REGION_REACH]
    behind = next((n for n, word in enumerate(phrase) if word in GROUP_NOUNS), -1)
    places = [place + n for n, word in enumerate(phrase[: max(behind, 0)]) if word in REGIONS]
    # "American" alone is of a state, "Latin American" of none
    is_of_region = any((m := clause.named.at(n)) is None or not m.actor.countries for n in places)
    return behind > 0 and is_of_region and PAIRS.isdisjoint(phrase[:behind])


def _cut(clause: Clause, start: int, end: int) -> int:
    """Return the first token behind a noun where another circumstance begins."""
    if start < end and clause.tokens[start].text == "," and is_fronted(clause, start - 1):
        return start  # "During his visit, agreements between the two are to be signed"
    for place in range(start, end):
        if clause.words[place] in ("after", "following", "before", "amid", "ahead", "while") and place > start:
            return place
    return end


def of_headline(clause: Clause) -> Parties:
    """Return who is where, as a headline without a verb tells it: "Peru's president in Oslo for talks"."""
    found = Parties()
    if clause.verbs or len(clause.mentions) < BOTH:
        return found
    guest, place = clause.mentions[:BOTH]
    is_guest = guest.first == 0 and guest.actor.kind in ("person", "office") and bool(guest.actor.countries)
    if is_guest and clause.words[guest.last + 1] == "in" and place.first == guest.last + BOTH:
        found.add_actor(guest.actor)
        found.add_actor(place.actor)
    return found


def from_subject(
    article: Article, clause: Clause, first: int, governor: int | None, found: Parties, frame: NounFrame
) -> Parties:
    """Complete the parties by the subject of the governing verb, by who acts, else by the main pair."""
    if frame.family in ("offer", "threat", "capture", "expulsion", "invitation", "proposal", "force"):
        found.add(
            clause, after_word(clause, first + 1, min(len(clause.tokens), first + 16), frozenset(("by", "from")))[:3]
        )
    lead = set(clause.words[max(0, first - 5) : first])
    is_judged = governor is not None and frame.family in FORCED and clause.verbs[governor].lemma in JUDGING | ACCUSING
    if governor is not None and clause.verbs[governor].head < first and not is_judged:
        found.add(clause, subjects(clause, governor))
        if not found.countries and frame.family == "contact":
            found.add(clause, hanging(clause, governor))  # "officials from X and Y held talks"
    if (
        frame.family in ("threat", "offer", "expulsion", "capture", "invitation", "proposal", "force", "accusation")
        and len(found.countries) < 2
    ):
        found.add(clause, after_word(clause, first + 1, min(len(clause.tokens), first + 26), AGENT)[:2])
        found.add(
            clause,
            [
                m
                for m in clause.mentions
                if m.first > first and m.first - first < 22 and m.form in ("adjective", "name")
            ][:3],
        )
    if len(found.countries) == 1 and frame.family == "contact":
        found = _counterpart(article, clause, first, governor, found)
    if frame.family == "clash" and not found.countries and (ended := of_truce(clause)) is not None:
        return Parties(list(ended))  # "a truce between X and Y after days of fighting"
    if len(found.countries) < 2 and frame.family in ("contact", "ceasefire", "clash"):
        for number, verb in enumerate(clause.verbs):
            if verb.is_finite and verb.head < first and not clause.quoted[verb.head]:
                joint = subjects(clause, number) or hanging(clause, number)
                if len({code for m in joint for code in m.actor.countries}) > 1:
                    found.add(clause, joint)
                    break
        if not found.countries and (AFTER | DURING) & lead and is_fronted(clause, first):
            joint = main_subject(clause, first)  # "After weeks of talks, X and Y agreed"
            found.add(clause, joint if len({code for m in joint for code in m.actor.countries}) > 1 else [])
    fighting = article.fighting or article.pair
    if frame.family in ("clash", "ceasefire") and len(fighting) == BOTH and not found.countries:
        for code in fighting:
            found.add_code(code)
    if frame.family == "invitation":
        found.add(clause, [m for m in clause.mentions if m.form in INVITING and not is_topic(clause, m)])
    return (
        found
        if len(found.countries) != 1 or frame.family == "contact"
        else _other_side(article, clause, first, found, frame)
    )


def _other_side(article: Article, clause: Clause, first: int, found: Parties, frame: NounFrame) -> Parties:
    """Add the other side of what is no contact: of an attack, whose doer is not named, only as the story told it."""
    if frame.family == "force" and is_left_open(clause, first):
        return doers(article, found)
    is_force = frame.family in ("force", "capture")  # whom it hit must be named
    return with_partner(article, clause, found, behind=-1 if is_force else None)


def _counterpart(article: Article, clause: Clause, first: int, governor: int | None, found: Parties) -> Parties:
    """Complete a contact "with X" by who acts in the sentence; "another call" by the other side of the main pair."""
    for number in range(len(clause.verbs) - 1, -1, -1):
        verb = clause.verbs[number]
        if verb.head < first and not clause.quoted[verb.head] and len(found.countries) < 2:
            found.add(clause, subjects(clause, number)[:2])
    if len(found.countries) == 1 and is_fronted(clause, first):
        found.add(clause, main_subject(clause, first)[:2])  # "After a call with X, Y said"
    again = AGAIN & set(clause.words[max(0, first - 3) : first])
    is_set = governor is not None and (clause.verbs[governor].modal or clause.verbs[governor].lemma in modality.SETTING)
    if len(found.countries) == 1 and (again or is_set):
        found = with_partner(article, clause, found)
    return found
