"""Find subjects, objects and the edges of clauses, by position and by prepositions, in time linear in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import before_aside
from newsroom.reading.insertions import (
    before_insertion,
    brackets,
    closes_relative,
    ends_quoted,
    in_parentheses,
    is_apposed,
    is_inserted_name,
)
from newsroom.reading.lexicon import ACCUSING, JUDGING, SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.own_nouns import OPENERS, RELATIVES, has_noun, has_own_noun
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.series import company, deciders, examples, joined_behind, of_states, with_joined
from newsroom.reading.spanish_subjects import CLITICS, driven_to, implied_subject, opens_without_subject, subject_behind
from newsroom.reading.standing import (
    DECISIONS,
    antecedent,
    can_act,
    decider_of,
    described,
    inverted,
    is_joined,
    is_own_decision,
    is_singular,
    is_unlike,
    of_absolute,
    of_whose,
    opens_clause,
    relative_before,
    said_behind,
    stands_for_state,
)
from newsroom.reading.tellers import teller
from newsroom.reading.verbs import Verb

PASSED = frozenset("also later further then".split())  # between "and" and the verb that it joins
AS_DID = frozenset(("as", "so"))
GERUND_OPENERS = frozenset("after before since by while when without for despite instead of tras al".split())
BESIDE_WITH = frozenset(("with", "con"))
UNDERTAKING = frozenset(("in", "at", "of", "for"))  # between an effort and what it does: "X's role in mediating"
CIRCUMSTANTIAL = (OPENERS | RELATIVES) - {"that", "if", "whether"}
EDGES = OPENERS | {";", ":"}
OF_NEXT = frozenset(("of", "from", "de", "del"))
SPEECH_VERBS = SAYING | JUDGING | ACCUSING | {"order", "welcome"}
REPENTING = frozenset("apologise apologize compensate pay atone reimburse answer".split())  # "for" what one did oneself
THEN = frozenset("then later subsequently promptly \" ” ’ '".split())  # between a comma and the verb of a series
TIMING = frozenset(("after", "before", "since", "until"))


def window_start(clause: Clause, number: int) -> int:
    """Return the first token that can belong to the subject of a verb; asked for often, found once."""
    if number not in clause.windows:
        clause.windows[number] = _find_window(clause, number)
    return clause.windows[number]


def _find_window(clause: Clause, number: int) -> int:
    """Find the first token that can belong to the subject of a verb."""
    verb = clause.verbs[number]
    if closes_relative(clause, verb):
        return verb.first  # "The bombing, which X condemned, destroyed": X is no doer
    start, end, quoted = 0, verb.first, clause.quoted[verb.head]
    bracketed = brackets(clause)
    if quoted and verb.form == "s" and end > 1 and clause.tokens[end - 1].text in "\"“‘'":
        end, quoted = end - 1, clause.quoted[end - 2]  # 'Chile "refuses any talks"': the subject stands outside
    for other in clause.verbs[:number]:
        is_aside = other.head in bracketed and verb.head not in bracketed
        if clause.quoted[other.head] == quoted and not (is_aside or _describes(other, verb)):
            start = max(start, other.head + 1)
    words, marks = clause.words, clause.quoted
    for place in range(end - 1, start - 1, -1):
        if marks[place] != quoted or ends_quoted(clause, place):
            return place + 1
        if words[place] in EDGES:
            if clause.tokens[place].text in (";", ":"):
                if OF_NEXT.isdisjoint(words[place + 1 : place + 3]) or words[place] == ":":
                    return place + 1
                continue  # "the ministers of X, NAME; of Y, NAME; and of Z, NAME, met"
            is_well = words[place] == "as" and "well" in (words[place - 1], words[place + 1])
            is_opened = words[place] in OPENERS and place < verb.first - 1 and clause.named.covered[place] < 0
            if is_opened and not (is_well or (start == 0 and _opens_phrase(clause, place, verb))):
                return place + 1
    return start


def _opens_phrase(clause: Clause, place: int, verb: Verb) -> bool:
    """Tell whether "after" and the like open a phrase behind a subject: "the statement issued after the talks said"."""
    between = clause.words[place + 1 : verb.first]
    return place > 0 and clause.words[place] in TIMING and "," not in between


def _describes(other: Verb, verb: Verb) -> bool:
    """Tell whether an earlier verb only describes a noun: "the delegation led by X visited"; it parts no clause."""
    return other.form == "part" and not other.has_auxiliary and verb.form != "part"


def is_fronted(clause: Clause, place: int) -> bool:
    """Tell whether a token stands in a circumstance that opens its sentence: "After meeting X, Y said"."""
    if any(verb.is_finite and not verb.is_infinitive and verb.head < place for verb in clause.verbs):
        return False
    return any(token.text == "," for token in clause.tokens[place:])


def main_subject(clause: Clause, place: int, depth: int = 0) -> list[Mention]:
    """Return the subject of the first finite verb behind a token: whom a circumstance in front speaks of."""
    comma = next((n for n in range(place, len(clause.tokens)) if clause.tokens[n].text == ","), place)
    for number, verb in enumerate(clause.verbs):
        if verb.first > comma and verb.is_finite and not verb.is_infinitive:
            return [m for m in subjects(clause, number, depth + 1) if m.first > place]
    return []


def subjects(clause: Clause, number: int, depth: int = 0) -> list[Mention]:
    """Return the subject of a verb: the nearest free mention before it and those joined to it, else inherited.

    It is asked for often; once the references of the article are resolved it is found once.
    """
    if clause.verbs[number].first == 0 and clause.verbs[number].form == "part":
        return main_subject(clause, 0, depth)  # "Summoned by X, Y's envoy said"
    known = clause.subjects
    if known is not None and number in known:
        return list(known[number])
    sayer = said_behind(clause, clause.verbs[number])
    found = _find_subjects(clause, number, depth) if sayer is None else sayer
    if known is not None and not depth:
        known[number] = found
    return list(found)


def _find_subjects(clause: Clause, number: int, depth: int) -> list[Mention]:
    """Find the subject of a verb."""
    verb = clause.verbs[number]
    start, has_brackets = window_start(clause, number), "(" in clause.lows
    window = [
        mention
        for mention in clause.mentions
        if start <= mention.first
        and mention.last < verb.first
        and (can_act(mention) or stands_for_state(mention, clause, verb))
        and not (has_brackets and in_parentheses(clause, mention))
    ]
    if verb.first and clause.words[verb.first - 1] in AS_DID and verb.form == "aux":
        return joined_behind(clause, verb.head)  # "as did X and Y"
    relative = relative_before(clause, verb)
    if relative is not None and (told := _of_relative(clause, number, relative, depth, not window)) is not None:
        return told
    if listed := of_absolute(clause, verb) or of_states(clause, verb):
        return listed
    if (main := _main_of_gerund(clause, number)) is not None and depth < 4:
        return subjects(clause, main, depth + 1)
    before_relative = before_insertion(clause, number)
    if before_relative is not None:
        own = [m for m in clause.mentions if m.last < before_relative.first and can_act(m)]
        plural = [m for m in own if m.is_plural and not is_in_phrase(clause, m)]
        if plural and clause.words[before_relative.first - 1] in ("and", "of", "from"):
            # "the leaders of X and Y, both hoping to mediate, met"
            return [*plural[-1:], *company(clause, before_relative, verb)]
        return [*with_joined(clause, own, before_relative), *company(clause, before_relative, verb)]
    shared = _shared(clause, number, depth) if depth < 4 else None
    if shared is not None:
        return shared
    free = [mention for mention in window if not is_in_phrase(clause, mention)]
    if relative is not None and clause.words[relative] in ("who", "which"):
        held = antecedent(clause, relative)  # "a statement by X, who accused Y"; "a statement with X, which mediated"
        if not free or (held and clause.words[held[0].first - 1] in BESIDE_WITH):
            return held
    if len(free) > 1 and is_apposed(clause, free[-2], free[-1], verb):
        return [free[-2]]
    if len(free) > 1 and free[0].is_plural and is_inserted_name(clause, free[-1], verb):
        return [free[0]]
    if free and has_own_noun(clause, free[-1].last + 1, verb.first):
        return of_whose(clause, verb)
    if free and is_singular(clause, verb) and free[-1].last == verb.first - 1:
        return [free[-1]]
    some = examples(clause, start, verb)
    free = [mention for mention in free if mention not in some] or free
    if free:
        return [*with_joined(clause, window, free[-1]), *company(clause, free[-1], verb), *some]
    return some or inverted(clause, verb) or _inherited(clause, number, window, depth)


def _of_relative(clause: Clause, number: int, place: int, depth: int, is_bare: bool) -> list[Mention] | None:
    """Return the subject that a relative pronoun right before a verb gives; both of "X, with whom Y met"."""
    if place > 1 and clause.words[place - 1] in BESIDE_WITH and depth < 4:
        earlier = clause.mains_before(number)
        own = subjects(clause, earlier[-1], depth + 1) if earlier else []
        return [*own, *antecedent(clause, place - 1)]
    if clause.is_spanish and place and clause.words[place - 1] == "a" and depth < 4:
        return _left_out(clause, number, depth + 1)  # "criticó a X, a quien llamó": who criticised
    if not is_bare:
        return None
    return antecedent(clause, place) or (_left_out(clause, number, depth) if clause.is_spanish else [])


def _inherited(clause: Clause, number: int, window: Sequence[Mention], depth: int) -> list[Mention]:
    """Return the subject of a verb that has none of its own: left out, or that of the verb to which it is joined."""
    verb, start = clause.verbs[number], window_start(clause, number)
    if clause.is_spanish and (left_out := _left_out(clause, number, depth)):
        return left_out
    if window and not has_noun(clause, start, window[0].first):
        return []
    if depth < 4 and number and is_joined(clause, start, verb) and (before := _governor(clause, number)) is not None:
        return subjects(clause, before, depth + 1)
    return []


def _left_out(clause: Clause, number: int, depth: int) -> list[Mention]:
    """Return the subject of a Spanish verb that has none before it: behind it, or who was last spoken of."""
    verb = clause.verbs[number]
    if verb.is_infinitive:
        return driven_to(clause, number)
    if not verb.is_finite or not opens_without_subject(clause, window_start(clause, number), verb):
        return []
    behind = [m for m in subject_behind(clause, number) if can_act(m)]
    if behind:
        return joined_behind(clause, behind[0].first - 1)
    earlier = clause.mains_before(number)
    if earlier and depth < 4:
        return subjects(clause, earlier[-1], depth + 1)
    return implied_subject(clause, verb)


def _shared(clause: Clause, number: int, depth: int) -> list[Mention] | None:
    """Return the subject that a verb has by its place: of a decision, a parallel verb, a series, a main clause."""
    verb = clause.verbs[number]
    if closes_relative(clause, verb):
        return []
    if verb.is_sharing:
        return subjects(clause, number - 1, depth + 1)
    if (owner := described(clause, number)) is not None:
        return [owner]
    if not clause.lows.isdisjoint(DECISIONS):
        is_act = verb.is_finite and not verb.is_infinitive and verb.lemma not in SAYING
        before = clause.verbs[number - 1] if number and is_act else verb
        decider = decider_of(clause, verb) or decider_of(clause, before)
        if decider is not None:
            return [decider]
        if several := deciders(clause, verb):
            return several
        if number and is_own_decision(clause, verb):  # "told Chile of its decision to recall": who told
            return subjects(clause, _main_before(clause, number), depth + 1)
    for earlier in (teller, parallel_verb, _in_series, _gerund_before) if number else ():
        other = earlier(clause, number)
        if other is not None and (found := subjects(clause, other, depth + 1)):
            return found
    return _of_gerund(clause, number, depth) if verb.form == "ing" and not verb.has_auxiliary else None


def _in_series(clause: Clause, number: int) -> int | None:
    """Return the verb before one in a series without subjects: "summoned the envoy, lodged a protest and left"."""
    verb = clause.verbs[number]
    place = verb.first - 1
    place -= place > 0 and clause.words[place] in THEN  # "expelled X, then left", 'put ties "in a freezer," called'
    is_speech = verb.lemma in SAYING and place == verb.first - 1 and not opens_clause(clause, verb)
    if place < 0 or clause.words[place] != "," or is_speech or verb.tense != "past":
        return None
    earlier = clause.mains_before(number)
    if not earlier or clause.verbs[earlier[-1]].tense != "past":
        return None
    if clause.quoted[verb.head] != clause.quoted[clause.verbs[earlier[-1]].head]:
        return None
    between = [token.text for token in clause.tokens[clause.verbs[earlier[-1]].head : place]]
    return earlier[-1] if "," not in between else None


def _gerund_before(clause: Clause, number: int) -> int | None:
    """Return the gerund to which another is joined: "expelling a diplomat and summoning the envoy"."""
    verb, before = clause.verbs[number], clause.verbs[number - 1] if number else None
    if before is None or any(one.form != "ing" or one.has_auxiliary for one in (verb, before)):
        return None
    return number - 1 if clause.words[verb.first - 1] == "and" else None


def _of_gerund(clause: Clause, number: int, depth: int) -> list[Mention] | None:
    """Return the subject of a bare "-ing", "after accusing X", "Meeting in X, Y said": that of the clause round it."""
    verb = clause.verbs[number]
    joined = clause.verbs[number - 1] if number and clause.words[verb.first - 1] == "in" else None
    if joined is not None and joined.lemma in ("join", "follow"):  # "X joined Y in imposing sanctions"
        behind = [m for m in clause.mentions if joined.head < m.first < verb.first and can_act(m)]
        return [*subjects(clause, number - 1, depth + 1), *(behind if joined.lemma == "join" else [])]
    if number and clause.tokens[verb.first - 1].text == "," and verb.lemma in SPEECH_VERBS:
        return _speaker_before(clause, number, depth) or None
    owner = clause.named.at(verb.first - 3) if verb.first > 2 and clause.words[verb.first - 1] in UNDERTAKING else None
    if owner is not None and owner.is_possessive and clause.named.covered[verb.first - 2] < 0:
        return [owner]  # "praised Oman's efforts in facilitating talks"
    behind_preposition = verb.first > 0 and clause.words[verb.first - 1] in GERUND_OPENERS
    if is_fronted(clause, verb.first) and (behind_preposition or verb.first <= 1):
        return main_subject(clause, verb.head, depth)
    earlier = [n for n in range(number) if clause.verbs[n].form not in ("ing", "part")] if behind_preposition else []
    if earlier and (whom := _judged(clause, earlier[-1], verb)):
        return whom
    return subjects(clause, earlier[-1], depth + 1) if earlier else None


def _main_of_gerund(clause: Clause, number: int) -> int | None:
    """Return the verb whose subject a gerund behind a comma shares: "visited X, Y, and Z, meeting leaders"."""
    verb = clause.verbs[number]
    if verb.form != "ing" or verb.has_auxiliary or not verb.first or clause.words[verb.first - 1] != ",":
        return None
    earlier = clause.mains_before(number)
    if not earlier or clause.quoted[clause.verbs[earlier[-1]].head] != clause.quoted[verb.head]:
        return None
    named = clause.named.at(verb.first - 2)
    return earlier[-1] if named is not None and named.actor.kind == "country" else None


def _judged(clause: Clause, number: int, gerund: Verb) -> list[Mention]:
    """Return who did what a gerund tells, where another thanks, blames or punishes them: "thanked X for hosting Y"."""
    judging, opener = clause.verbs[number], clause.words[gerund.first - 1]
    behind = [m for m in clause.mentions if judging.head < m.first and m.last < gerund.first and can_act(m)]
    if not behind or judging.is_passive or judging.lemma in REPENTING:
        return []
    is_near = opener == "for" and behind[-1].last == before_aside(clause, gerund.first - 2)
    if judging.lemma in JUDGING | ACCUSING and opener in ("for", "of"):
        return joined_behind(clause, behind[0].first - 1)
    return joined_behind(clause, behind[-1].first - 1) if is_near else []


def _speaker_before(clause: Clause, number: int, depth: int) -> list[Mention]:
    """Return who speaks in a participle behind a comma: "X said that the ban was illegal, accusing Y of bad faith"."""
    main = _main_before(clause, number)
    told = next((n for n in range(main - 1, -1, -1) if clause.verbs[n].is_finite), -1)
    found = subjects(clause, main, depth + 1)
    is_of_thing = told >= 0 and clause.verbs[told].lemma in SAYING and not any(m.actor.countries for m in found)
    return subjects(clause, told, depth + 1) if is_of_thing else found


def _main_before(clause: Clause, number: int) -> int:
    """Return the verb whose subject speaks in a participle behind a comma: no clause of time or reason holds it."""
    heads = clause.mains_before(number)
    for n in reversed(heads):
        start = window_start(clause, n)
        if not start or clause.words[start - 1] not in CIRCUMSTANTIAL:
            return n
    return heads[-1] if heads else number - 1


def parallel_verb(clause: Clause, number: int) -> int | None:
    """Return the earlier verb with which "and" or "but" right before a verb joins it: "said A and suggested B"."""
    verb = clause.verbs[number]
    place = verb.first - 1
    passed = CLITICS if clause.is_spanish else PASSED  # "expulsó a X y le dio 72 horas"
    while place > 0 and (clause.words[place] in passed or clause.tokens[place].text in "\"“'"):
        place -= 1
    if place < 1 or clause.words[place] not in ("and", "but", "y", "pero") or verb.is_infinitive or verb.form == "ing":
        return None
    earlier = clause.mains_before(number)
    if verb.lemma in SAYING:
        saying = [n for n in earlier if clause.verbs[n].lemma in SPEECH_VERBS]
        clauses = any(clause.verbs[n + 1 : number] for n in saying[-1:])
        if saying and (clauses or saying[-1] == earlier[-1]):
            return saying[-1]
    if earlier and is_unlike(clause, clause.verbs[earlier[-1]], verb):
        plain = [n for n in earlier if clause.verbs[n].tense == "past" and not clause.verbs[n].modal]
        return plain[-1] if plain else earlier[-1]
    return earlier[-1] if earlier else None


def _governor(clause: Clause, number: int) -> int | None:
    """Return the verb whose subject a joined verb shares: the nearest earlier one of like finiteness."""
    verb = clause.verbs[number]
    for before in range(number - 1, -1, -1):
        other = clause.verbs[before]
        if clause.quoted[other.head] != clause.quoted[verb.head]:
            continue
        if verb.is_infinitive or verb.form == "ing" or other.is_finite or before == 0:
            return before
    return None


def objects(clause: Clause, number: int) -> list[Mention]:
    """Return the mentions behind a verb, up to the next finite clause."""
    verb = clause.verbs[number]
    following = [other.first for other in clause.verbs[number + 1 :] if other.is_finite and not other.is_infinitive]
    end = following[0] if following else len(clause.tokens)
    found = [m for m in clause.mentions if verb.head < m.first < end]
    if following:  # the subject of the next clause is no object of this one
        found = [
            m
            for m in found
            if not (
                m.last < end and end - m.last <= 2 and not is_in_phrase(clause, m) and len(found) > 1 and m is found[-1]
            )
        ]
    return found
