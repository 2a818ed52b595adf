"""Find acts told only by their likeness to the one before: "Poland did the same", "so did Latvia", "answered in kind".

And of meetings those whose verb stands once: "met X on Monday and on Tuesday with Y".

The kind, and who is acted upon, come from the act told before; who acts, whether and when it happened, from the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.reading.analysis import Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.reach import bounds, end_of
from newsroom.reading.grammar import AS_DID, subjects
from newsroom.reading.names.mentions import Mention
from newsroom.reading.series import chain, joined_behind

NEAR = 3  # how many sentences back the act may stand that is done again
ALIKE = frozenset("contact accord ceasefire clash cancelled exercise".split())  # done together: nobody does them after
LIKE = frozenset(("similar", "same", "identical", "like", "parallel", "matching"))
STEPS = frozenset(
    "step steps move moves measure measures action actions decision decisions announcement announcements course".split()
)
TAKING = frozenset("take make adopt announce introduce order issue impose".split())
COPYING = frozenset("mirror match copy replicate".split())
ANSWERING = frozenset("respond retaliate answer reply reciprocate".split())
SUITS = (("follow", ("suit",)), ("follow", ("its", "example")), ("follow", ("their", "example")))
SAME = (
    ("do", ("the", "same")),
    ("do", ("so",)),
    ("do", ("likewise",)),
    ("make", ("lo", "mismo")),
    ("make", ("lo", "propio")),
)
COUNTED = {"expel": "expulsion", "oust": "expulsion", "order": "expulsion", "recall": "recall", "arrest": "arrest"}
COUNTS = frozenset("one two three four five six seven eight nine ten eleven twelve dozens several".split())
ECHOING = TAKING | COPYING | ANSWERING | frozenset(COUNTED) | {"do", "have"} | {verb for verb, _ in SUITS + SAME}
ECHO = 0.55
MEETING = frozenset("meet speak talk confer converse dine lunch".split())
WITH, AND = frozenset(("with", "con")), frozenset(("and", "y", "e"))
GAP = 10  # how many words of a day may stand between "and" and "with"


def find_echoes(clause: Clause, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the acts that a sentence tells as like or in answer to the last one of ``told``."""
    for number, verb in enumerate(clause.verbs):
        if verb.lemma not in ECHOING or clause.quoted[verb.head]:
            continue
        is_answer = _is_answer(clause, number)
        inverted = _inverted(clause, number)
        counted = _counted(clause, number)
        if not (is_answer or inverted or counted or _is_same(clause, number)) or (is_answer and verb.modal):
            continue  # who will answer in kind threatens
        meant = [one for one in reversed(told) if _can_be_meant(one, clause, number)]
        before = next((one for one in meant if not _is_aside(one)), meant[0] if meant else None)
        if counted and (before is None or before.family != counted):
            continue
        status = modality.of_verb(clause, number)
        if before is None or status not in ("happened", "planned", "alleged"):
            continue
        actors, targets = _sides(before)
        actor = Parties().add(clause, inverted or subjects(clause, number))
        is_back = is_answer or bool(set(actor.countries) & set(targets))  # each of two against the other
        others = actors if is_back else targets
        if not actor.countries or not others or set(actor.countries) & set(actors):
            continue  # whoever did it before does not do it again here
        actor.countries += others
        first, last = bounds(clause, number, end_of(clause, number))
        last = max([last, *(mention.last for mention in inverted)])
        yield Candidate(
            before.kind, before.family, status, clause, (verb.first, verb.head), first, last, actor,
            f"{before.family}.echo", ECHO,
        )  # fmt: skip


def find_gapped(clause: Clause, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the meetings of another day whose verb stands once: "met with X on Monday, and on Tuesday with Y"."""
    if len(places := [n for n, word in enumerate(clause.words) if word in WITH]) == 0 or len(clause.times) == 0:
        return
    for one in told:
        number = next((n for n, verb in enumerate(clause.verbs) if verb.first == one.trigger[0]), None)
        if one.family != "contact" or number is None or clause.verbs[number].lemma not in MEETING:
            continue
        own = subjects(clause, number)
        for place in places:
            start = _gap(clause, clause.verbs[number].head, place)
            met = clause.named.at(place + 1) if start else None
            if met is None or set(met.actor.countries) <= set(one.parties.countries):
                continue
            sides = Parties().add(clause, own).add(clause, chain(clause, met.first) or [met])
            if len(sides.countries) > 1:
                last = max(met.last, place)
                yield replace(one, trigger=(place, place), first=start, last=last, parties=sides, is_other=True)


def _gap(clause: Clause, head: int, place: int) -> int:
    """Return the token behind the "and" from which on only a day stands before "with"; 0 where there is none."""
    start = next((n + 1 for n in range(place - 1, max(head, place - GAP), -1) if clause.words[n] in AND), 0)
    if not start or any(start <= verb.head < place for verb in clause.verbs):
        return 0
    is_timed = any(start <= time.first and time.last < place for time in clause.times)
    is_named = any(clause.named.covered[n] >= 0 for n in range(start, place))
    return start if is_timed and not is_named else 0


def like_before(one: Candidate, told: Sequence[Candidate]) -> None:
    """Take "expelled two Chileans" for an expulsion of diplomats where the story has just told of such of Chile."""
    if one.rule != "deportation.expel":
        return
    before = next((other for other in reversed(told) if other.family == "expulsion"), None)
    if before is not None and set(one.parties.countries) & set(before.parties.countries):
        one.kind, one.family = before.kind, before.family


def _can_be_meant(one: Candidate, clause: Clause, number: int) -> bool:
    """Tell whether an act stands before the words, and near enough to be done again."""
    if one.family in ALIKE or len(one.parties.countries) < 2 or one.modality not in ("happened", "planned", "alleged"):
        return False
    if one.clause is clause:
        return one.trigger[1] < clause.verbs[number].first
    return 0 < clause.number - one.clause.number <= NEAR


def _is_aside(one: Candidate) -> bool:
    """Tell whether an act is only told beside another: "cut ties with Chile, accusing it of"."""
    verb = one.verb
    return verb is not None and verb.form == "ing" and not verb.has_auxiliary


def _sides(one: Candidate) -> tuple[list[str], list[str]]:
    """Return who acted and who was acted upon: the subject of the verb and the others, else the first and the rest."""
    number = next((n for n, verb in enumerate(one.clause.verbs) if verb.first == one.trigger[0]), None)
    codes = one.parties.countries
    own: set[str] = set()
    if number is not None and not one.clause.verbs[number].is_passive:
        own = {code for mention in subjects(one.clause, number) for code in mention.actor.countries}
    actors = [code for code in codes if code in own] or codes[:1]
    return actors, [code for code in codes if code not in actors]


def _behind(clause: Clause, number: int, count: int) -> tuple[str, ...]:
    """Return a few folded words behind a verb."""
    head = clause.verbs[number].head
    return tuple(clause.words[head + 1 : head + 1 + count])


def _is_same(clause: Clause, number: int) -> bool:
    """Tell whether a verb says that the same was done: "did the same", "followed suit", "took a similar step"."""
    lemma = clause.verbs[number].lemma
    for verb, words in SUITS + SAME:
        if lemma == verb and words == _behind(clause, number, len(words)):
            return True
    if lemma == "do" and clause.verbs[number].has_auxiliary:  # "…, as Chile and Peru have also done"
        own = subjects(clause, number)
        return bool(own) and own[0].first > 0 and clause.words[own[0].first - 1] == "as"
    near = set(_behind(clause, number, 4))
    if lemma in TAKING:
        return bool(LIKE & near and STEPS & near)
    return lemma in COPYING and bool(STEPS & near)


def _counted(clause: Clause, number: int) -> str:
    """Return the family of an act of which only the number is told: "Chile and Peru each expelled four"."""
    verb = clause.verbs[number]
    count, after = (*_behind(clause, number, 2), "", "")[:2]
    is_number = count.isdigit() or count in COUNTS
    is_bare = not after.isalpha() or after in ("and", "to", "on", "while", "each", "others", "more")
    return COUNTED.get(verb.lemma, "") if is_number and is_bare and not verb.is_passive else ""


def _is_answer(clause: Clause, number: int) -> bool:
    """Tell whether a verb says that the other side did it in return: "responded in kind", "reciprocated"."""
    verb = clause.verbs[number]
    return verb.lemma in ANSWERING and (_behind(clause, number, 2) == ("in", "kind") or verb.lemma == "reciprocate")


def _inverted(clause: Clause, number: int) -> list[Mention]:
    """Return the subject behind "so did", "as did", "as have": "Peru expelled the envoy, as did Chile and Brazil"."""
    verb = clause.verbs[number]
    if verb.lemma not in ("do", "have") or verb.form != "aux" or not verb.first or verb.is_negated:
        return []
    if clause.words[verb.first - 1] not in AS_DID:
        return []
    return joined_behind(clause, verb.head)
