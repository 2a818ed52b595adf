"""Hold an event on its way, and what all finders of events share: its stretch of words, its level."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from newsroom.reading.analysis import Clause
from newsroom.reading.events.parties import Parties
from newsroom.reading.insertions import ends_quoted
from newsroom.reading.timing import Dated
from newsroom.reading.verbs import Verb

CUTTERS = frozenset(("following", "after", "amid", "which", "who", "while", "where", "as", "when"))
# Behind these another act is told, without a comma too; not behind words of time: "two days after".
PARTERS = frozenset("after following amid despite tras because whereas mientras".split())
FRONTS = frozenset(("following", "after", "despite", "amid", "before"))
PARTING = frozenset((("en", "medio"), ("despues", "de"), ("luego", "de"), ("where", "he"), ("where", "she")))
PARTING |= {(that, modal) for that in ("that", "which") for modal in ("will", "would")}  # what is to come of it
PARTING |= {(word, ":") for word in ("por", "by", "fuente", "source", "foto", "photo")}  # a byline inside a line
TIMED = frozenset(
    "day days week weeks month months year years hours minutes soon shortly immediately even only dia dias".split()
)
JOINING = frozenset(("and", "but", "y", "e", "pero"))  # before what else the subject did
# What is discussed reaches to the end: "discussed the next steps following the raid".
TOPICAL = frozenset(("contact.discuss", "contact.review", "contact.exchange"))
ENDERS = CUTTERS | {"said", "according", "adding", "citing", "hoping"}
THEN = (["then"], ["later"], ["afterwards"], ["luego"], ["despues"])  # what may stand between these and its verb
FUTURE = ("aran", "eran", "iran", "ara", "era", "ira")  # of a Spanish verb, its accents folded
OWN_DAY = 3  # how near behind a verb its own day stands
NEAR_TRIGGER = 2  # how near behind an act no passage ends
NEAR = 5  # how near before its verb a word stands that puts it ahead
LEVELS = ("leader", "minister", "official")


@dataclass(slots=True)
class Candidate:
    """Hold a candidate for an event."""

    kind: str
    family: str
    modality: str
    clause: Clause
    trigger: tuple[int, int]
    first: int
    last: int
    parties: Parties
    rule: str
    confidence: float
    date: Dated | None = None
    is_background: bool = False
    is_definite: bool = False
    is_other: bool = False
    is_anaphoric: bool = False
    is_venue: bool = False  # a contact that only says where or when something else is done
    is_reference: bool = False  # a participle that only names what was done
    governor: int = -1  # the token of the verb that governs a noun
    content: int = -1  # the token from which on only what was said is told: its times date that
    roles: dict[str, str] = field(default_factory=dict)
    more: list[tuple[Clause, int, int]] = field(default_factory=list)

    @property
    def verb(self) -> Verb | None:
        """Return the verb that tells it; None of a noun."""
        return next((verb for verb in self.clause.verbs if verb.first == self.trigger[0]), None)

    @property
    def governing_verb(self) -> Verb | None:
        """Return the verb that governs the noun that tells it, if any."""
        return next((verb for verb in self.clause.verbs if verb.head == self.governor), None)

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.clause.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.clause.tokens[self.last].end


def are_dated_apart(one: Candidate, other: Candidate) -> bool:
    """Tell whether words date both, and no day can be that of both."""
    days = [each.date.when for each in (one, other) if each.date is not None and each.date.words]
    mine, yours = days if len(days) > 1 else (None, None)
    return mine is not None and yours is not None and not mine.overlaps(yours.earliest, yours.latest)


def lies_ahead(one: Candidate) -> bool:
    """Tell whether what is denied is a plan: "denied that he will meet", "denied plans to meet"."""
    before = one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[1] + 1]
    return bool({"will", "would", "plans", "plan", "intends", "intention"} & set(before))


def stretch(clause: Clause, first: int, last: int, trigger: int) -> tuple[int, int]:
    """Return the clause round a trigger: from the last cut before it to the next one behind it."""
    begin, end = first, last
    for place in range(trigger - 1, first, -1):
        token = clause.tokens[place]
        if token.text in ";:" and clause.named.covered[place] < 0 and not _is_of_hour(clause, place):
            begin = place + 1
            break
        if ends_quoted(clause, place):
            begin = place + 1
            break
        if token.text == "," and place + 1 < trigger and clause.words[place + 1] in CUTTERS and place - first > 3:
            begin = place + 1
            break
    for place in range(trigger + 1, last):
        token = clause.tokens[place]
        if (token.text in ";" or (token.text == "," and clause.words[place + 1] in ENDERS)) and place - begin > 4:
            end = place - 1
            break
        if ends_quoted(clause, place):
            end = place
            break
    end = min(end, _front_end(clause, first, trigger) or end)
    while begin < trigger and clause.tokens[begin].text in ",;:)":
        begin += 1
    while end > begin and not clause.tokens[end].is_word and clause.tokens[end].text not in "\"”)’'":
        end -= 1
    return begin, end


def _is_of_hour(clause: Clause, place: int) -> bool:
    """Tell whether a colon stands within an hour: "at 10:45am"."""
    return all(near.text[:1].isdigit() for near in (clause.tokens[place - 1], clause.tokens[place + 1]))


def _front_end(clause: Clause, first: int, trigger: int) -> int:
    """Return the last token of a circumstance that opens a sentence round a trigger, else 0: "After the raid, X"."""
    if first or clause.words[0] not in FRONTS or clause.is_spanish:
        return 0
    comma = clause.words.index(",", trigger) if "," in clause.words[trigger:] else 0
    is_clause = any(v.is_finite and not v.is_infinitive and v.head < comma for v in clause.verbs)
    is_main = any(v.is_finite and not v.is_infinitive and v.head > comma for v in clause.verbs)
    return comma - 1 if comma and is_main and not is_clause else 0


def passage_of(one: Candidate) -> tuple[int, int]:
    """Return the first and last token of the words that show an act: up to where another one is told."""
    clause, words = one.clause, one.clause.words
    if one.rule in TOPICAL:
        return one.first, one.last
    first = _own_start(one)
    joined = {verb.first - 1 for verb in clause.verbs if verb.is_finite and not verb.is_infinitive}
    for place in range(one.trigger[1] + NEAR_TRIGGER, one.last + 1):
        is_parting = words[place] in PARTERS and words[place - 1] not in ("of", "by")  # "accused of following"
        is_parting = is_parting or tuple(words[place : place + 2]) in PARTING or _is_before_more(words, place)
        is_then = words[place] in JOINING and words[place + 1 : place + 2] in THEN
        is_then = is_then and (
            place + 1 in joined or (clause.is_spanish and words[min(place + 2, len(words) - 1)].endswith(FUTURE))
        )
        is_joint = words[place] in JOINING and (place in joined or is_then) and place > one.trigger[1] + NEAR_TRIGGER
        if not (is_parting or is_joint) or clause.named.covered[place] >= 0 or words[place - 1] in TIMED:
            continue
        shown = {m.first for m in clause.mentions if one.first <= m.last < place}
        rest = {code for m in clause.mentions if place < m.first <= one.last for code in m.actor.countries}
        known = {code for m in clause.mentions if m.first in shown for code in m.actor.countries}
        is_unnamed = is_then and not any(one.first <= m.first <= one.last for m in clause.mentions)
        if (shown or is_unnamed) and not (is_joint and (rest & set(one.parties.countries)) - known):
            return first, place - (2 if words[place - 1] == "," else 1)
    return first, one.last


def _is_before_more(words: list[str], place: int) -> bool:
    """Tell whether "before" opens what the same side did next: "closed the bridge before blaming Chile"."""
    return words[place] == "before" and place + 1 < len(words) and words[place + 1].endswith("ing")


def _own_start(one: Candidate) -> int:
    """Return the first token of an act's words: without what its subject did before, "X denied it and | blamed Y"."""
    verbs, start = one.clause.verbs, one.trigger[0]
    told = next((v for v in verbs if v.first == start and one.rule == f"{one.family}.{v.lemma}"), None)
    if told is None or one.clause.words[start - 1] not in ("and", ","):
        return one.first
    is_second = any(v.is_finite and not v.is_infinitive and one.first < v.first and v.head < start for v in verbs)
    return start if is_second else one.first


def level_of(parties: Parties) -> str:
    """Return the highest level of the people who act."""
    found = {actor.level for actor in parties.people}
    return next((level for level in LEVELS if level in found), "")


def is_old(found: Dated | None, base: date | None) -> bool:
    """Tell whether a date lies more than a month before the story."""
    when = found.when if found is not None else None
    return bool(when and base and when.latest and when.latest < base - timedelta(days=31))


def goes_on(one: Candidate) -> bool:
    """Tell whether an act on no day of its own is only to go on: "to continue to consult closely on the vote"."""
    is_last = one.clause.words[one.trigger[0] - 1] in ("continue", "keep")
    return is_last and not any(0 < time.first - one.trigger[1] <= OWN_DAY for time in one.clause.times)
