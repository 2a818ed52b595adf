"""Read what nouns say: contents without a verb ("denied any role in it"), and nouns that cue ("claims by X that").

A verb that tells what somebody does by speaking, or what he lays stress on, has a noun phrase or a gerund for its
content: announced a ceasefire, confirmed the release of, denied backing, expressed concern over.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import CUE_NOUNS
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.attitudes import JUDGED
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import STRESSING, content_end_plain
from newsroom.reading.quotes.described import possessor
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import PREPOSITIONS, SUBJECT_PRONOUNS, Verb

FEELING = frozenset("express voice convey lament".split())
STATING = frozenset("announce confirm reveal disclose deny admit acknowledge".split())
OWNING = frozenset(("admit", "acknowledge"))  # a house admits visitors, a club members
OWNED = frozenset(
    "mistake mistakes error errors fault failure failures responsibility guilt involvement use role defeat problems"
    " difficulties shortcomings losses wrongdoing existence presence".split()
)
# What is denied to somebody is withheld from him, and no word about the world.
WITHHELD = frozenset(
    "access entry visa visas permission landing clearance passage asylum boarding overflight request requests right"
    " rights bail bid appeal application applications accreditation allegations accusations charges claims accusation"
    " charge allegation reports rumours claim report rumour rumors".split()
)
# Verbs that weigh a thing by a noun: "noted the importance of", "acknowledged Peru's role in".
WEIGHING = frozenset("note acknowledge recognize recognise assert".split())
WEIGHED = frozenset(
    "importance need necessity significance value urgency relevance usefulness role contribution progress right rights"
    " efforts potential difficulty difficulties risk risks danger".split()
)
PROPOSING = frozenset(("propose", "suggest"))  # what is to be done, as a gerund: "proposed reopening the port"
HAVING_NOUNS = STRESSING | FEELING | STATING | PROPOSING | WEIGHING
NO_PHRASES = (PREPOSITIONS - {"over"}) | SUBJECT_PRONOUNS | frozenset("to and but or as him them himself".split())
PARTING = frozenset("which who whose after as while when following amid and but before in a".split())
POINTING = frozenset("this these that those".split())
NEAR_NOUN, SHORTEST, LONGEST_OWNER = 6, 2, 7
OWNED_BY = frozenset("by from of in".split())
REPORTS = frozenset("report reports reporting assurance assurances reassurance reassurances insistence".split())
CUES = CUE_NOUNS | REPORTS
SAID_SO = frozenset(("saying", "claiming", "alleging", "stating", "suggesting"))  # "a report in X claiming that"
OWN = frozenset(("his", "her", "its", "their"))
TEXTS = frozenset("report reports statement statements".split())
MEASURES = frozenset("hours minutes days weeks months a an one day two three shortly just soon later hour".split())
WORDED = frozenset("comments comment remarks remark statement statements words speech claim claims".split())
ABOUT = frozenset("about on of regarding concerning".split())
LONGEST_LINK, FEWEST_QUOTED = 4, 3
JOINED = frozenset("who which that and or but as when where while because if after before since until , to".split())
ENDS = frozenset("on at last early late earlier this yesterday".split())


def phrase_end(clause: Clause, verb: Verb, first: int, last: int) -> int:
    """Return the last token of the noun phrase or gerund that is the content of a verb, or -1 where it has none."""
    word = clause.words[first]
    if (
        verb.lemma not in STRESSING | FEELING | STATING | PROPOSING | WEIGHING
        or word in NO_PHRASES
        or word.endswith("ly")
    ):
        return -1
    if clause.quoted[first] or not (clause.tokens[first].is_word or clause.named.at(first) is not None):
        return -1
    if word in POINTING:
        return -1  # "disclosed this development": told before
    near = clause.words[first : first + NEAR_NOUN]
    is_gerund = word.endswith("ing") and any(v.first == first and v.form == "ing" for v in clause.verbs)
    if verb.lemma == "deny" and not is_gerund and not WITHHELD.isdisjoint(near):
        return -1
    is_weighed = verb.lemma in WEIGHING and not WEIGHED.isdisjoint(near)
    if (
        verb.lemma in OWNING | WEIGHING
        and not (is_gerund or is_weighed)
        and (verb.lemma not in OWNING or OWNED.isdisjoint(near))
    ):
        return -1
    if is_gerund is not (verb.lemma in PROPOSING) and (not is_gerund or verb.lemma not in OWNING | {"deny"}):
        return -1
    is_stress = verb.lemma in STRESSING - FEELING
    if is_stress and verb.form == "s" and not verb.has_auxiliary:
        return -1  # "the visit underlines the depth of"
    commas = [n for n in range(first, last) if clause.words[n] == ","]
    end = next((n for n in commas if _parts(clause, n + 1, is_list=n > commas[0])), last + 1) - 1
    end = _before_time(clause, first, end)
    inside = [v for v in clause.verbs if first < v.head <= end and v.is_finite and not v.is_infinitive]
    plain = [v for v in inside if clause.words[v.first - 1] not in PARTING | {"that"} and v.form != "past_or_part"]
    return end if end - first + 1 >= SHORTEST and not plain else -1


def _before_time(clause: Clause, first: int, end: int) -> int:
    """Return where a phrase ends before a clause of time: "announced a truce hours after guards said"."""
    for place in range(first + SHORTEST, end):
        is_clause = any(place < v.head <= end and v.is_finite for v in clause.verbs)
        if clause.words[place] in ("after", "before") and is_clause:
            return next(n for n in range(place - 1, first - 1, -1) if n == first or clause.words[n] not in MEASURES)
    return end


def _parts(clause: Clause, place: int, *, is_list: bool) -> bool:
    """Tell whether the words behind a comma only go on from a noun phrase; "and" may close a list within it."""
    if is_list and clause.words[place] == "and":
        return any(v.first - place in (1, 2, 3) and v.is_finite and not v.is_infinitive for v in clause.verbs)
    return clause.words[place] in PARTING or clause.words[place].endswith("ing")


def cue_nouns(clause: Clause) -> Iterator[Attribution]:
    """Read "his comments that CONTENT", "Colombian claims that CONTENT", "claims by Colombia that CONTENT"."""
    tokens = clause.tokens
    for place in places_of(clause.words[:-3], CUES):
        if clause.quoted[place]:
            continue
        if place and tokens[place + 1].low == "that":
            if any(verb.first == place + 2 and verb.is_finite for verb in clause.verbs):
                continue  # "the statement that was issued"
            opening, owner = place + 1, _owner_before(clause, place)
        else:
            opening, owner = _owner_behind(clause, place)
        if owner is None or owner[0].kind in ("document", "pronoun"):
            continue
        last = _before_main(clause, opening, content_end_plain(clause, opening + 1))
        last = _before_judgement(clause, place, last)
        yield Attribution(opening + 1, last, place, place, *owner, "noun", (place, opening + 1))


def _before_main(clause: Clause, opening: int, last: int) -> int:
    """Return where what was said ends before the verb whose subject the noun is: "X's claim that A was B angered C"."""
    finite = [v for v in clause.verbs if v.is_finite and not (v.is_infinitive or clause.quoted[v.head])]
    inside = [v for v in finite if opening < v.head <= last]
    if any(v.head < opening for v in finite) or len(inside) < 2:
        return last
    between = range(inside[0].head + 1, inside[1].first)
    is_joined = any(clause.words[n] in JOINED or clause.named.covered[n] >= 0 for n in between)
    return last if is_joined else inside[1].first - 1


def words_of(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return whose quoted words a noun names before them: "over X's remarks about “…”"."""
    noun = next((n for n in range(place - 1, max(0, place - LONGEST_LINK), -1) if clause.words[n] in WORDED), -1)
    between = clause.words[noun + 1 : place]
    is_long = clause.quoted[place : place + FEWEST_QUOTED].count(True) == FEWEST_QUOTED
    if noun < 1 or not is_long or clause.quoted[noun] or (between[:1] != [] and between[0] not in ABOUT):
        return None
    owner = _owner_before(clause, noun)
    return owner if owner is not None and owner[0].kind not in ("document", "pronoun") else None


def _before_judgement(clause: Clause, noun: int, last: int) -> int:
    """Return where what was said ends before what it is called: "denounced claims by X that CONTENT as “false”"."""
    is_judged = any(verb.lemma in JUDGED and verb.head < noun for verb in clause.verbs)
    places = range(noun + 3, last) if is_judged and any(clause.quoted[noun:last]) else ()
    return next((n - 1 for n in places if clause.words[n] == "as" and clause.quoted[n + 1]), last)


def _owner_before(clause: Clause, place: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return whose words a noun names that stands before them: "his claims that", "a Haaretz report that"."""
    owner = clause.named.at(place - 1)
    is_own = owner is not None and owner.actor.kind == "document" and clause.words[owner.first] in OWN
    if owner is not None and not is_own:
        return owner.actor, (owner.first, owner.last)
    if clause.words[place - 1] in ("a", "an", "the") and clause.words[place - 2 : place - 1] == ["with"]:
        heads = [n for n, one in enumerate(clause.verbs) if one.head < place and one.is_finite and not one.is_passive]
        own = subjects(clause, heads[-1]) if heads and clause.verbs[heads[-1]].head > place - LONGEST_OWNER else []
        return (own[0].actor, (own[0].first, own[0].last)) if len(own) == 1 else None  # "shot back with a claim that"
    if clause.words[place - 1] in OWN:
        found = possessor(clause, place - 1)
        return (found, (place - 1, place - 1)) if found is not None else None
    first = place
    while first and clause.tokens[first - 1].is_capital and clause.tokens[first - 1].is_word:
        first -= 1
    is_timed = any(first <= time.last < place for time in clause.times)
    is_outlet = clause.words[place] in TEXTS and 0 < first < place and not (is_timed or clause.quoted[first])
    return (Actor("plain", clause_words(clause, first, place - 1)), (first, place - 1)) if is_outlet else None


def _owner_behind(clause: Clause, place: int) -> tuple[int, tuple[Actor, tuple[int, int]] | None]:
    """Return the "that" of a content and whose words a noun names before it: "assurances from X that"."""
    words, nothing = clause.words, (0, None)
    if words[place + 1] not in OWNED_BY or (words[place + 1] == "in" and words[place] not in TEXTS):
        return nothing
    start = place + 2
    owner = clause.named.at(start) or clause.named.at(start + (words[start] in ("the", "a", "an")))
    edge = owner.last if owner is not None else start
    while edge + 1 < len(words) and edge - start < LONGEST_OWNER and words[edge + 1] not in SAID_SO | {"that"}:
        edge += 1
    opening = edge + 1 + (words[edge + 1 : edge + 2] != ["that"])
    if opening + 1 >= len(words) or words[opening] != "that" or any(start <= v.head < edge for v in clause.verbs):
        return nothing
    if owner is not None and owner.form != "adjective" and not owner.is_possessive:
        return opening, (owner.actor, (owner.first, owner.last))
    first = start + (words[start] in ("the", "a", "an"))
    last = next((n - 1 for n in range(first + 1, edge + 1) if words[n] in ENDS or words[n] == ","), edge)
    is_name = all(clause.tokens[n].is_capital for n in range(first, last + 1))
    if not is_name and HUMAN.isdisjoint(words[first : last + 1]):
        return nothing
    return opening, (Actor("plain", clause_words(clause, first, last)), (first, last))
