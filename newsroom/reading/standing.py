"""Tell which mention can stand as the subject of a verb: by its sort, as an antecedent, behind a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention
from newsroom.reading.own_nouns import RELATIVES
from newsroom.reading.verbs import ADVERBS, PREPOSITIONS, Verb

CLOSING = frozenset("say add warn".split())  # what may stand behind the words it reports, its subject behind it
OWNED = ("'s", "’s")
DETERMINED = (["the"], ["a"], ["an"], ["one"], ["another"])
DECISIONS = frozenset("decision move order ruling threat refusal offer plan vote effort efforts bid attempt".split())
WITH = frozenset(("con", "sin", "ante", "with"))  # a relative pronoun behind them does nothing itself
CLITICS = frozenset("se le les ya tambien".split())
OWN = frozenset("its their his her".split())
DESCRIBED_BY = frozenset(", and that who which ; :".split())  # what parts a description from its verb
LADEN = frozenset(("carry", "bring", "transport"))  # behind them stands a list
DASHES = frozenset(("-", "–", "—"))
PAIR, TITLED = 2, 3  # how far behind "Chile's" the name of its person stands, a title between
SUBJECT_KINDS = frozenset("person country body office group people pronoun document bodyref plain".split())
OWN_FORCES = frozenset(
    "troops forces army navy soldiers jets warplanes military government ships aircraft police fighters parliament"
    " drones authorities ministry".split()
)
ABSOLUTE = 2  # how near before a gerund its doer stands behind "with"
WHOSE_REACH = 4  # how far before its verb "whose" stands


def can_act(mention: Mention) -> bool:
    """Tell whether a mention can be a subject."""
    return (
        mention.actor.kind in SUBJECT_KINDS and mention.form not in ("adjective", "place") and not mention.is_possessive
    )


def stands_for_state(mention: Mention, clause: Clause, verb: Verb) -> bool:
    """Tell whether an adjective stands for its state: "Iran and Saudi agreed"."""
    before = clause.words[mention.first - 1] if mention.first else ""
    return mention.form == "adjective" and before == "and" and mention.last == verb.first - 1


def antecedent(clause: Clause, place: int) -> list[Mention]:
    """Return the mention that a relative pronoun refers to; behind a dash who stands before what it closes."""
    if place > 2 and clause.words[place - 1] in DASHES:
        opening = next((n for n in range(place - 2, 0, -1) if clause.words[n] in DASHES), 0)
        held = clause.named.at(opening - 1) if opening else None
        if held is not None and held.form != "adjective":
            return [held]
    for mention in reversed(clause.mentions):
        if (
            mention.last < place
            and place - mention.last <= 3
            and mention.form != "adjective"
            and not mention.is_possessive
        ):
            return [mention]
    return []


def of_whose(clause: Clause, verb: Verb) -> list[Mention]:
    """Return whose forces do what a verb tells: "Togo, whose troops entered Benin"."""
    near = range(max(1, verb.first - WHOSE_REACH), verb.first - 1) if "whose" in clause.lows else range(0)
    place = next((n for n in near if clause.words[n] == "whose"), 0)
    return antecedent(clause, place) if place and clause.words[verb.first - 1] in OWN_FORCES else []


def opens_clause(clause: Clause, verb: Verb) -> bool:
    """Tell whether "that" follows a verb, which so closes no words before it: "…, agreed that Peru must"."""
    return clause.words[verb.head + 1 : verb.head + 2] == ["that"]


def inverted(clause: Clause, verb: Verb) -> list[Mention]:
    """Return the subject behind a verb that closes a quotation: "…," said Hoyos."""
    before = clause.tokens[verb.first - 1].text if verb.first and not opens_clause(clause, verb) else ""
    if before in ('"', "”", "''", "»", ",", "’", "'") or (
        before in ("–", "—", "-") and any(clause.quoted[: verb.first])
    ):
        for mention in clause.mentions:
            if verb.head < mention.first <= verb.head + 2 and can_act(mention):
                quoted_before = any(clause.quoted[: verb.first])
                plain = (
                    before == ","
                    and verb.lemma in ("say", "add")
                    and not verb.has_auxiliary
                    and mention.form in ("name", "office")
                )
                return [mention] if quoted_before or plain else []
    return []


def said_behind(clause: Clause, verb: Verb) -> list[Mention] | None:
    """Return who says behind a comma what stands before it: "Peru recalled its envoy, said the Peruvian ministry".

    An empty list where that is a noun without a name ("said the official"); ``None`` where the verb is no such cue.
    """
    if verb.lemma not in CLOSING or verb.has_auxiliary or not verb.first or clause.words[verb.first - 1] != ",":
        return None
    place = verb.head + 1
    if clause.words[place : place + 1] == ["in"]:
        return None  # "X, said in a statement"
    mention = next((m for m in clause.mentions if verb.head < m.first <= place + 1 and can_act(m)), None)
    if mention is None and clause.words[place : place + 1] not in DETERMINED:
        return None
    end = place if mention is None else mention.last + 1
    while mention is None and end < len(clause.tokens) and (clause.tokens[end].is_word or clause.words[end] in OWNED):
        if clause.words[end] in PREPOSITIONS or any(v.first == end for v in clause.verbs):
            break
        end += 1
    is_closed = end >= len(clause.tokens) or not clause.tokens[end].is_word or clause.words[end] in PREPOSITIONS
    is_told = any(v.is_finite and not v.is_infinitive and v.head < verb.first for v in clause.verbs)
    return ([mention] if mention is not None else []) if is_closed and is_told else None


def is_singular(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb's form allows but one subject: of "the diplomats and Russia has vowed" the last."""
    return clause.words[verb.first] in ("has", "is", "was", "does") and verb.has_auxiliary


def decider_of(clause: Clause, verb: Verb) -> Mention | None:
    """Return whose decision an infinitive is: "Uganda's decision to expel", "a decision by Uganda to expel"."""
    if not verb.is_infinitive or verb.first < 2:
        return None
    for place in range(verb.first - 1, max(0, verb.first - 5), -1):
        if clause.words[place] in DECISIONS:
            owner = clause.named.at(place - 1)
            by = clause.named.at(verb.first - 1)
            return by if by is not None and by.first > place else owner if owner and owner.is_possessive else None
    return None


def is_own_decision(clause: Clause, verb: Verb) -> bool:
    """Tell whether an infinitive is what somebody spoken of had decided on: "its decision to recall"."""
    if not verb.is_infinitive or verb.first < 2 or clause.words[verb.first - 1] not in DECISIONS:
        return False
    return clause.words[verb.first - 2] in OWN


def relative_before(clause: Clause, verb: Verb) -> int | None:
    """Return the relative pronoun that stands before a verb, adverbs between left out: "which apparently brokered"."""
    if clause.lows.isdisjoint(RELATIVES):
        return None
    place = verb.first - 1
    passed = ADVERBS | CLITICS if clause.is_spanish else ADVERBS
    while place > 0 and (clause.words[place] in passed or clause.words[place].endswith("ly")):
        place -= 1
    if place == verb.first - 1 and place > 0 and clause.words[place - 1] in WITH:
        return None  # "con quien firmará": not who signs
    return place if place >= 0 and clause.words[place] in RELATIVES else None


def described(clause: Clause, number: int) -> Mention | None:
    """Return whom an "-ing" describes between them and their verb: "troops fighting alongside X seized the town"."""
    verb, before = clause.verbs[number], clause.verbs[number - 1] if number else None
    if before is None or before.form != "ing" or before.has_auxiliary or not (verb.is_finite and before.first):
        return None
    is_parted = before.lemma not in LADEN and not DESCRIBED_BY.isdisjoint(clause.words[before.first : verb.first])
    if verb.is_infinitive or is_parted:
        return None
    owner = clause.named.at(before.first - 1)
    return owner if owner is not None and owner.actor.kind in ("people", "body") and can_act(owner) else None


def is_unlike(clause: Clause, before: Verb, verb: Verb) -> bool:
    """Tell whether a past cannot hang on the modal of the verb before: "told X that Y will leave and signed a pact"."""
    is_open = bool(before.modal) and not (before.is_perfect or before.is_passive)
    is_past = verb.tense == "past" and not verb.has_auxiliary and clause.words[verb.head] != verb.lemma
    return is_open and is_past


def is_joined(clause: Clause, start: int, verb: Verb) -> bool:
    """Tell whether a verb continues an earlier one: after "and", "but", a comma, as a participle or an infinitive."""
    if verb.is_infinitive or verb.form == "ing":
        return True
    before = verb.first - 1
    adverbs = ("also", "then", "later", "further")
    while before > start and (clause.words[before].endswith("ly") or clause.words[before] in adverbs):
        before -= 1
    word = clause.words[before] if before >= start else ""
    is_joint = word in ("and", "but", "or", "y", "pero") or word in adverbs
    if word.isalpha() and clause.named.covered[before] < 0 and not is_joint:
        return False  # a noun of its own stands before it: "officials said"
    gap = [
        token.low
        for token in clause.tokens[start : verb.first]
        if token.low not in ("also", "then", "later", "further")
    ]
    return bool({"and", "but", ",", "or", "y", "pero"} & set(gap)) or not gap


def person_of(clause: Clause, behind: Sequence[Mention], head: int) -> list[Mention]:
    """Return the person of a state named right behind a verb, if any: "met Chile's Ana Soto"."""
    if len(behind) < PAIR or behind[0].first - head > PAIR:
        return []
    owner, person = behind[:PAIR]
    is_owner = owner.is_possessive or owner.form == "adjective"
    is_person = person.actor.kind == "person" and not set(owner.actor.countries).isdisjoint(person.actor.countries)
    between = clause.tokens[owner.last + 1 : person.first]
    is_near = len(between) < TITLED and all(token.is_word for token in between)
    return [person] if is_owner and is_person and is_near else []


def of_absolute(clause: Clause, verb: Verb) -> list[Mention]:
    """Return who does what a gerund behind "with" tells: "With Peru's navy detaining Chileans, Norway said"."""
    if verb.form != "ing" or verb.has_auxiliary or "with" not in clause.lows:
        return []
    doer = next((m for m in reversed(clause.mentions) if 0 < verb.first - m.last <= ABSOLUTE), None)
    if doer is None or not doer.first or clause.words[doer.first - 1] != "with" or not can_act(doer):
        return []
    return [doer] if doer.first == 1 or clause.tokens[doer.first - 2].text == "," else []
