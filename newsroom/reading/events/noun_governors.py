"""Find the verb on which a noun that tells an event hangs: whose object it is, or whose subject."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.insertions import without_times
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

NAMING = frozenset(
    "announce confirm promise pledge vow expect predict inform notify threaten urge convey agree propose"
    " suggest deny".split()
)  # verbs of saying that take a noun
RELATIVES = frozenset(("que", "that"))
FAR, INCLUDING = 14, "including"
# What is done with an accord or a line of action, some parts of which are named behind "including".
CARRYING_OUT = frozenset(
    "uphold keep implement take observe respect fulfil fulfill carry ensure adopt pursue honour honor maintain abide"
    " comply execute apply".split()
)
GOING_ON = frozenset("continue resume reconvene".split())
BEGUN = frozenset("begin start open end conclude resume close continue".split())
BEING = frozenset("be become remain seem".split())
OFTEN = frozenset("rare common frequent infrequent unusual uncommon routine commonplace raros raras frecuentes".split())
APPOSED = frozenset(("a", "an", "one"))
FRONT, FRONTED = 4, 26  # where the first noun of a sentence stands, and how far behind it its verb may stand
RELATIVE_NEAR = 2  # an adjective may stand between a noun and its relative clause
BEFALLING = frozenset("take happen occur fall collapse go".split())  # "that had been set for Monday did not take place"
INSERTED = 22  # tokens that an insertion between a noun and its verb may take


def governor_of(clause: Clause, first: int, last: int) -> int | None:
    """Return the verb whose object the noun is, or whose subject it is."""
    if (wished := _of_examples(clause, first)) is not None:
        return wished
    if (begun := _told_by_relative(clause, last)) is not None:
        return begun
    inside = clause.quoted[first] and any(clause.quoted[verb.head] for verb in clause.verbs)
    before = [
        n
        for n, verb in enumerate(clause.verbs)
        if verb.head < first
        and first - verb.head <= (15 if verb.modal else 12)
        and clause.words[verb.first - 1] not in ("-", "as")  # "US-led talks", "as planned at the summit"
        and clause.quoted[verb.head] == inside
        and (verb.lemma not in SAYING or verb.lemma in NAMING or (verb.lemma == "continue" and verb.is_infinitive))
    ]
    is_front = first <= FRONT or all(verb.head > first for verb in clause.verbs)
    if before:
        verb = clause.verbs[before[-1]]
        between = without_times(clause, verb.head + 1, first)
        between = [word for n, word in enumerate(between) if not _is_next_day(word, between[n + 1 : n + 2])]
        between = between[2:] if between[:2] == ["ahead", "with"] else between  # "will go ahead with the visit"
        if (
            not {"after", "following", "during", "ahead", "before", "since", "from"} & set(between)
            and "," not in between
            and not _opens_content(clause, first)
        ):
            return before[-1]
    after = [
        n
        for n, verb in enumerate(clause.verbs)
        if verb.first > last
        and verb.first - last <= (FRONTED if is_front else 14)
        and clause.quoted[verb.head] == inside
        and clause.words[verb.first - 1] not in ("and", "but")
        and (verb.is_passive or not verb.is_infinitive)  # "on a visit to settle the dispute"
        and not _has_own_subject(clause, verb, last)
    ]
    if clause.tokens[last + 1 : last + 2] and clause.words[last + 1] == "that":
        after = []  # "the accusation that X interfered is false": what it says does not govern it
    if not after and before and _opens_content(clause, first):
        return before[-1]
    if after and clause.verbs[after[0]].form == "ing" and clause.words[clause.verbs[after[0]].first - 1] == "neither":
        return None  # "the proposal for a truce, neither rejecting it nor …"
    if after and _is_in_apposition(clause, first, clause.verbs[after[0]]):
        return None
    if after and (main := _behind_relative(clause, last, after[0])) is not None:
        return main
    return _behind_insertion(clause, after[0]) if after else None


def is_of_many(clause: Clause, last: int, governor: int | None) -> bool:
    """Tell whether it is only said how often there is such a thing: "accusations of attacks are rare"."""
    verb = clause.verbs[governor] if governor is not None else None
    if verb is None or verb.lemma not in BEING or verb.head < last:
        return False
    return not OFTEN.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + FRONT])


def _is_in_apposition(clause: Clause, first: int, verb: Verb) -> bool:
    """Tell whether a noun only stands in what is said of the subject: "X, a mediator in the talks, is to visit"."""
    opening = next((n for n in range(first - 1, 0, -1) if clause.words[n] == ","), 0)
    is_opened = opening > 0 and clause.words[opening + 1] in APPOSED and clause.named.covered[opening - 1] >= 0
    is_plain = is_opened and not any(opening < other.head < first for other in clause.verbs)
    return is_plain and opening + 1 < first - 1 and "," in clause.words[first : verb.first]


def _has_own_subject(clause: Clause, verb: Verb, last: int) -> bool:
    """Tell whether who does an "-ing" stands right before it: "ruled out in a call the risk of Peru sending troops"."""
    if verb.form != "ing" or verb.has_auxiliary:
        return False
    mention = clause.named.at(verb.first - 1)
    return mention is not None and mention.first > last and clause.words[mention.first - 1] in ("of", "the", "for")


def _behind_relative(clause: Clause, last: int, number: int) -> int | None:
    """Return the main verb behind a relative clause: "the visit that he was to make on Monday was cancelled"."""
    is_near = bool(RELATIVES & set(clause.words[last + 1 : last + 1 + RELATIVE_NEAR]))
    if not is_near and clause.words[clause.verbs[number].first - 1] not in RELATIVES:
        return None
    for later in range(number + 1, len(clause.verbs)):
        main = clause.verbs[later]
        if main.first - clause.verbs[number].head > INSERTED:
            return None
        if main.is_finite and not main.is_infinitive and (main.is_passive or main.lemma in BEFALLING):
            return later
    return None


def _told_by_relative(clause: Clause, last: int) -> int | None:
    """Return the verb of the relative clause that says a noun came about: "the talks with X, which began on"."""
    number = next((n for n, verb in enumerate(clause.verbs) if verb.first > last), None)
    verb = clause.verbs[number] if number is not None else None
    if verb is None or verb.modal or verb.is_negated or verb.is_infinitive or verb.first - last > FAR:
        return None
    opener = clause.words[verb.first - 1]
    if opener not in ("which", "that") or (clause.words[verb.first - 2] != "," and verb.first - 2 != last):
        return None
    if any(_goes_on(clause, main) for main in clause.verbs[(number or 0) + 1 :]):
        return None  # "the talks, which began on Monday, are to resume in May"
    is_held = verb.lemma == "hold" and verb.is_passive
    is_placed = verb.lemma == "take" and clause.words[verb.head + 1 : verb.head + 2] == ["place"]
    return number if verb.lemma in BEGUN or is_held or is_placed else None


def _goes_on(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb says that something goes on."""
    return verb.lemma in GOING_ON or (verb.lemma, clause.words[verb.head + 1 : verb.head + 2]) == ("go", ["on"])


def _opens_content(clause: Clause, first: int) -> bool:
    """Tell whether a noun is the subject of what is told behind "that": "announced that his visit had been put off"."""
    return bool({"that", "que"} & set(clause.words[max(0, first - 2) : first]))


def _behind_insertion(clause: Clause, number: int) -> int:
    """Return the main verb behind an insertion that a verb opens: "the visit, which was set for May, was cancelled"."""
    verb = clause.verbs[number]
    is_described = clause.words[verb.first - 1] == "which" or clause.words[verb.first - 1].endswith("ly")
    opener = verb.first - 1 if is_described else verb.first  # ", originally set for Monday, has been moved"
    is_bare = verb.form in ("part", "past_or_part") and not verb.has_auxiliary
    if clause.tokens[opener - 1].text != "," or (opener == verb.first and not is_bare):
        return number
    for later in range(number + 1, len(clause.verbs)):
        main = clause.verbs[later]
        near = max(verb.head, main.first - (4 if clause.is_spanish else 2))  # "…, no se celebrará"
        is_closed = any(token.text == "," for token in clause.tokens[near : main.first])
        if is_closed and main.is_finite and not main.is_infinitive and main.first - verb.head <= INSERTED:
            return later
    return number


def _is_next_day(word: str, after: list[str]) -> bool:
    """Tell "the following day" from what follows something."""
    return word == "following" and bool({"day", "week", "month", "year", "morning"} & set(after))


def _of_examples(clause: Clause, first: int) -> int | None:
    """Return the infinitive of whose aims a noun is an example: "the need to keep the truce, including a swap of"."""
    opener = next((n for n in range(first - 1, max(0, first - FAR), -1) if clause.words[n] == INCLUDING), -1)
    number = next((n for n in range(len(clause.verbs) - 1, -1, -1) if clause.verbs[n].head < first), None)
    verb = clause.verbs[number] if number else None
    if opener < 0 or verb is None or not verb.is_infinitive or verb.lemma not in CARRYING_OUT:
        return None
    return number if 0 < opener - verb.head <= FAR else None
