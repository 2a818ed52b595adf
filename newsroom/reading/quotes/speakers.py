"""Find who says: the subject of a cue, a bare noun phrase ("experts"), or whom "his" before a cue noun means."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.described import (
    CONNECTIVES,
    OWNERS,
    before_apposition,
    before_relative,
    closing,
    is_past_object,
    maker_of,
    named_behind,
    paper_at,
    phrase_behind,
)
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.quotes.texts import sending
from newsroom.reading.quotes.unnamed import (
    NEAR,
    OPENERS,
    TEXTS,
    bare_phrase,
    before_inserted,
    is_human,
    is_plural_noun,
    of_examples,
    phrase_behind_comma,
)
from newsroom.reading.verbs import PREPOSITIONS, Verb

MOST_WORDS, LONGEST_SERVICE = 3, 14
ISSUING = frozenset(
    "issue release publish circulate adopt sign send post distribute obtain emitir publicar difundir".split()
)
WHERE = frozenset(("at", "in", "from"))
OUTLETS = frozenset("newspaper daily weekly magazine broadcaster channel website tabloid agency".split())
OWNERS_OF_NOUNS = frozenset(("body", "bodyref", "country", "office", "people"))


def speaker_of(clause: Clause, number: int) -> tuple[Actor | None, tuple[int, int]]:
    """Return who says: the subject, the maker of a document, else the bare noun phrase before the verb ("experts")."""
    verb = clause.verbs[number]
    if (issued := _issued(clause, verb)) is not None:
        return issued
    if (sender := sending(clause, number)) >= 0:
        return speaker_of(clause, sender)
    found = [m for m in subjects(clause, number) if not (_serves(clause, m) or _is_medium(clause, m))]
    beside = before_apposition(clause, verb.first)
    if beside is not None and (not found or found[0].first > beside.last or is_past_object(clause, found, beside)):
        return beside.actor, (beside.first, beside.last)
    described = None if _is_apart(clause, found, verb) else before_relative(clause, verb)
    if described is not None and (not found or found[0].first > described[1][1]):
        return described
    is_joined = clause.words[verb.first - 1] in ("and", "or", "but")  # "…, people to people contacts and vowed"
    phrase = None if is_joined else phrase_behind_comma(clause, verb.first)
    if phrase is not None and (not found or found[-1].last < phrase[0]):
        return Actor("plain", _unnamed(clause, *phrase)), phrase
    inserted = before_inserted(clause, verb)
    if inserted is not None and not any(inserted[0] <= m.last < verb.first for m in found):
        return Actor("plain", clause_words(clause, *inserted)), inserted
    if (placed := _who_is_placed(clause, number, found)) is not None:
        return placed
    if found:
        return closing(clause, verb, found[-1]) or _of_subject(clause, verb, found)
    behind = phrase_behind(clause, verb)
    if behind is not None:
        return behind
    if (deed := _behind_quoted_deed(clause, verb)) is not None:
        return deed.actor, (deed.first, deed.last)
    if (served := _who_serves(clause, number)) is not None:
        return Actor("plain", clause_words(clause, *served)), served
    words = bare_phrase(clause, number)
    by = next((n for n in words if clause.words[n] == "by" and clause.words[n - 1] in TEXTS), 0)
    if by and (maker := clause.named.at(by + 1) or clause.named.at(by + 2)) is not None:
        return maker.actor, (maker.first, maker.last)  # "Monday's statement by X says"
    if not words or not is_human(clause, number, words):
        return None, (0, -1)
    low = clause.words[words[-1]]
    if (
        not low.isalnum()
        or low[0].isdigit()
        or low in PREPOSITIONS
        or low in ("and", "or")
        or low.endswith("ly")
        or clause.words[words[0]] in OPENERS
    ):
        return None, (0, -1)
    name = _unnamed(clause, words[0], words[-1])
    code = next((code for place in words if (m := clause.named.at(place)) for code in m.actor.countries), "")
    return Actor("plain", name, code), (words[0], words[-1])


def _is_apart(clause: Clause, found: list[Mention], verb: Verb) -> bool:
    """Tell whether a comma parts who stands right before a cue from a relative clause: "… who came, Ann Lee said"."""
    if len(found) != 1 or found[0].last != verb.first - 1 or not found[0].first:
        return False
    return found[0].actor.kind in ("person", "body", "office") and clause.words[found[0].first - 1] == ","


def _of_subject(clause: Clause, verb: Verb, found: list[Mention]) -> tuple[Actor, tuple[int, int]]:
    """Return who the subject of a cue is: one, several as a group, a text's maker, a body's people."""
    if len(found) > 1 and found[0].actor.kind == "country" and clause.words[found[0].last + 1] == ",":
        persons = [m for m in found[1:] if m.actor.kind == "person"]  # "… to Peru, Minister X and his guest Y said"
        found = persons if len(persons) == len(found) - 1 else found
    if len(found) > 1:
        group = Actor("group", " and ".join(m.actor.name for m in found), members=tuple(m.actor for m in found))
        return group, (found[0].first, found[-1].last)
    named = named_behind(clause, found[0])
    end = verb.first if named.first < verb.first else len(clause.tokens)
    is_text = named.actor.kind == "document" or (named.form == "anaphor" and clause.words[named.last] in TEXTS)
    if is_text and (maker := maker_of(clause, named, end)) is not None:
        return maker
    return with_own_noun(clause, named, end) or (named.actor, (found[0].first, named.last))


def _issued(clause: Clause, verb: Verb) -> tuple[Actor, tuple[int, int]] | None:
    """Return the document, or its maker, before a participle of coming out: "a statement issued after X said"."""
    for mention in clause.mentions:
        if mention.last + 1 >= verb.first:
            return None
        between = [v for v in clause.verbs if mention.last < v.head < verb.first]
        comes_out = mention.actor.kind == "document" and between and between[0].first == mention.last + 1
        if (
            comes_out
            and between[0].lemma in ISSUING
            and len(between) == 1
            and "," not in clause.words[mention.last : verb.first]
        ):
            return maker_of(clause, mention, verb.first) or (mention.actor, (mention.first, mention.last))
    return None


def with_own_noun(clause: Clause, mention: Mention, end: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return the speaker whose noun follows a body at once: "the ministry official said", "the president's office"."""
    if (named := _named_outlet(clause, mention, end)) is not None:
        return named
    if (paper := paper_at(clause, mention, end)) is not None:
        return paper
    first = mention.last + 1
    is_outlet = clause.words[mention.last] in OUTLETS
    if not is_outlet and first < end and clause.words[first] in OUTLETS:
        is_outlet, first = True, first + 1  # "the Chilean television channel Sur said"
    if is_outlet and (outlet := _outlet(clause, first, end)) is not None:
        return outlet[0], (mention.first, outlet[1])
    first += first < end and clause.words[first] in ("'s", "’s")
    last = first
    while last < min(end, first + MOST_WORDS) and _is_of_noun(clause, last):
        last += 1
    noun = clause.words[last - 1] if last > first else ""
    if mention.actor.kind not in OWNERS_OF_NOUNS or mention.form == "pronoun" or noun not in HUMAN:
        return None
    if mention.actor.kind == "office" and noun != "office":
        return None
    person = clause.named.at(last - 1)
    if person is not None and person.actor.kind == "person":
        return person.actor, (mention.first, person.last)  # "the ministry spokesman, Ann Lee"
    opener = clause.words[mention.first] in OWNERS
    name = clause_words(clause, mention.first + opener, last - 1)
    return Actor("plain", name, mention.actor.country), (mention.first, last - 1)


def _named_outlet(clause: Clause, mention: Mention, end: int) -> tuple[Actor, tuple[int, int]] | None:
    """Return the outlet in whose name a place stands: "the newspaper Lima Herald reported"."""
    first = mention.first
    if mention.actor.kind != "country" or not first or clause.words[first - 1] not in OUTLETS:
        return None
    places = range(first, end)
    is_name = len(places) > 1 and all(clause.tokens[n].is_capital for n in places)
    return (Actor("plain", clause_words(clause, first, end - 1)), (first, end - 1)) if is_name else None


def _outlet(clause: Clause, first: int, end: int) -> tuple[Actor, int] | None:
    """Return the name of an outlet, and its last token, behind what it is: "the Chilean newspaper El Faro said"."""
    first += first < end and clause.tokens[first].text == ","
    last = first
    while last < end and clause.tokens[last].is_word and clause.tokens[last].text.lower() != clause.tokens[last].text:
        last += 1  # capitals anywhere: "i24NEWS"
    return (Actor("plain", clause_words(clause, first, last - 1)), last - 1) if last > first else None


def _is_of_noun(clause: Clause, place: int) -> bool:
    """Tell whether a small word can belong to a noun: it is no part of a verb, and joins nothing."""
    is_of_verb = any(verb.first <= place <= verb.head for verb in clause.verbs)
    return clause.tokens[place].text.islower() and clause.words[place] not in PREPOSITIONS and not is_of_verb


def _behind_quoted_deed(clause: Clause, verb: Verb) -> Mention | None:
    """Return whose quoted words a verb is joined to: X “thanked his host”, and reiterated his plan."""
    place = verb.first - 1
    if place < 3 or clause.words[place] not in ("and", "but"):
        return None
    place -= 1 + (clause.tokens[place - 1].text == ",")
    if not clause.quoted[place]:
        return None
    while place and clause.quoted[place]:
        place -= 1
    mention = clause.named.at(place)
    return mention if mention is not None and mention.form in ("name", "office", "pronoun") else None


def _who_serves(clause: Clause, number: int) -> tuple[int, int] | None:
    """Return the people without a name whom a phrase describes by whom they serve: "a spokesman for President X said".

    The last token of the phrase stands right before the verb; nothing but the words of one phrase is in it.
    """
    end = clause.verbs[number].first
    dated = next((time.first for time in clause.times if time.last == end - 1), end)
    end = dated - (dated < end and clause.words[dated - 1] in ("on", "in", "late", "early"))
    first = max(window_start(clause, number), end - LONGEST_SERVICE)
    stops = [n for n in range(first, end) if clause.quoted[n] or clause.tokens[n].text in ",;:()"]
    first = stops[-1] + 1 if stops else first
    if first < end and clause.words[first] in CONNECTIVES:
        first += 1
    if first < end and clause.words[first] in ("a", "an", "the", "one", "another"):
        first += 1
    head = next((n for n in range(first, min(first + MOST_WORDS + 1, end - 1)) if clause.words[n] in HUMAN), -1)
    is_known = clause.named.covered[first:end].count(-1) < end - first or clause.tokens[end - 1].is_capital
    if head >= 0 and clause.words[head + 1] in ("for", "of", "at", "from", "in", "with") and is_known:
        return first, end - 1
    return (first, end - 1) if _is_of_themselves(clause, number, first, end) else None


def _who_is_placed(clause: Clause, number: int, found: list[Mention]) -> tuple[Actor, tuple[int, int]] | None:
    """Return the people without a name of whom only where they are is named: "a doctor at a Peruvian clinic said".

    Of some, one may be named for an example: "other states such as Peru say".
    """
    if len(found) == 1 and (people := of_examples(clause, found[0])) is not None:
        return Actor("plain", clause_words(clause, *people)), people
    if not found or not is_in_phrase(clause, found[0]):
        return None
    served = _who_serves(clause, number)
    if served is None or served[0] >= found[0].first or WHERE.isdisjoint(clause.words[served[0] : found[0].first]):
        return None
    return Actor("plain", _unnamed(clause, *served)), served


def _is_of_themselves(clause: Clause, number: int, first: int, end: int) -> bool:
    """Tell whether people who are told where they are say of themselves: "Guards in the X region said they had"."""
    verb = clause.verbs[number]
    is_there = first + 1 < end - 1 and clause.words[first + 1] in ("in", "from", "of", "on")
    is_own = verb.lemma == "say" and "they" in clause.words[verb.head + 1 : verb.head + 5]
    return is_own and is_there and is_plural_noun(clause, [first])


def _serves(clause: Clause, mention: Mention) -> bool:
    """Tell whether a person is only whom the speaker serves: "an aide to X said"."""
    before = clause.words[max(0, mention.first - 2) : mention.first]
    return len(before) > 1 and before[1] == "to" and before[0] in NEAR


def _unnamed(clause: Clause, first: int, last: int) -> str:
    """Return the words for a speaker without a name, whose owner is named in full: "Ann Lee's office"."""
    owner = clause.named.at(first)
    if owner is not None and owner.is_possessive and owner.actor.kind == "person" and owner.last < last:
        return f"{owner.actor.name}'s {clause_words(clause, owner.last + 1, last)}"
    return clause_words(clause, first, last)


def _is_medium(clause: Clause, mention: Mention) -> bool:
    """Tell whether a text is only in what somebody speaks: "said in a statement"."""
    is_text = mention.actor.kind == "document" or clause.words[mention.last] in TEXTS
    return is_text and clause.words[mention.first - 1] in ("in", "en", "through", "via") if mention.first else False
