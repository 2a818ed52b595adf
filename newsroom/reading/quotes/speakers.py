"""Find who says: the subject of a cue, a bare noun phrase ("experts"), or whom "his" before a cue noun means."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
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
from newsroom.reading.quotes.people import CUTTING, HUMAN, clause_words
from newsroom.reading.verbs import PREPOSITIONS, Verb

LONGEST_PHRASE, MOST_WORDS, LONGEST_SERVICE = 8, 3, 14
SPEAKING = frozenset("say tell insist argue complain believe fear hope think joke add reply answer".split())
SOME = frozenset(("one", "some", "several", "both", "two", "three", "many", "most"))
OWN_WORDS = frozenset("it its they their".split())
NO_NAMES = frozenset(
    "this these those some many most others several both all none nobody everyone few which what who".split()
)
OPENERS = PREPOSITIONS | frozenset(
    "en durante tras segun desde ante por con sobre mediante".split()
)  # no subject begins so
TIMING = frozenset("after before since until when because".split())  # "came after a Chilean station claimed"
ISSUING = frozenset(
    "issue release publish circulate adopt sign send post distribute obtain emitir publicar difundir".split()
)
CAME_OUT = frozenset(
    "issued released published received carried posted circulated obtained seen distributed sent".split()
)
TEXTS = frozenset("statement release communique note letter readout report post message document".split())
INSERTING = frozenset(
    "however meanwhile too though instead obtained seen published issued citing quoting including referring known"
    " speaking quoted led based backed called dubbed which who in for on from".split()
)
LONGEST_INSERTION = 16  # tokens
OUTLETS = frozenset("newspaper daily weekly magazine broadcaster channel website tabloid agency".split())
NEAR = frozenset("close familiar briefed aide aides adviser advisers advisor advisors".split())
QUESTIONED = frozenset("asked interviewed questioned contacted reached approached".split())  # "…, asked by Y, said"
SOME_PEOPLE = frozenset("some another others many most several few both".split())
TRAILING_ADVERBS = frozenset("also later earlier meanwhile then today yesterday again too however further now".split())
OWNERS_OF_NOUNS = frozenset(("body", "bodyref", "country", "office", "people"))


def speaker_of(clause: Clause, number: int) -> tuple[Actor | None, tuple[int, int]]:
    """Return who says: the subject, the maker of a document, else the bare noun phrase before the verb ("experts")."""
    verb = clause.verbs[number]
    if (issued := _issued(clause, verb)) is not None:
        return issued
    found = [m for m in subjects(clause, number) if not (_serves(clause, m) or _is_medium(clause, m))]
    beside = before_apposition(clause, verb.first)
    if beside is not None and (not found or found[0].first > beside.last or is_past_object(clause, found, beside)):
        return beside.actor, (beside.first, beside.last)
    described = None if _is_apart(clause, found, verb) else before_relative(clause, verb)
    if described is not None and (not found or found[0].first > described[1][1]):
        return described
    is_joined = clause.words[verb.first - 1] in ("and", "or", "but")  # "…, people to people contacts and vowed"
    phrase = None if is_joined else _phrase_behind_comma(clause, verb.first)
    if phrase is not None and (not found or found[-1].last < phrase[0]):
        return Actor("plain", _unnamed(clause, *phrase)), phrase
    inserted = _before_inserted(clause, verb)
    if inserted is not None and not any(inserted[0] <= m.last < verb.first for m in found):
        return Actor("plain", clause_words(clause, *inserted)), inserted
    if found:
        return closing(clause, verb, found[-1]) or _of_subject(clause, verb, found)
    behind = phrase_behind(clause, verb)
    if behind is not None:
        return behind
    if (deed := _behind_quoted_deed(clause, verb)) is not None:
        return deed.actor, (deed.first, deed.last)
    if (served := _who_serves(clause, number)) is not None:
        return Actor("plain", clause_words(clause, *served)), served
    words = _bare_phrase(clause, number)
    by = next((n for n in words if clause.words[n] == "by" and clause.words[n - 1] in TEXTS), 0)
    if by and (maker := clause.named.at(by + 1) or clause.named.at(by + 2)) is not None:
        return maker.actor, (maker.first, maker.last)  # "Monday's statement by X says"
    if not words or not _is_human(clause, number, words):
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
    return _with_own_noun(clause, named, end) or (named.actor, (found[0].first, named.last))


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


def _with_own_noun(clause: Clause, mention: Mention, end: int) -> tuple[Actor, tuple[int, int]] | None:
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
    is_known = clause.named.covered[end - 1] >= 0 or clause.tokens[end - 1].is_capital
    if head >= 0 and clause.words[head + 1] in ("for", "of", "at", "from", "in", "with") and is_known:
        return first, end - 1
    return (first, end - 1) if _is_of_themselves(clause, number, first, end) else None


def _is_of_themselves(clause: Clause, number: int, first: int, end: int) -> bool:
    """Tell whether people who are told where they are say of themselves: "Guards in the X region said they had"."""
    verb = clause.verbs[number]
    is_there = first + 1 < end - 1 and clause.words[first + 1] in ("in", "from", "of", "on")
    is_own = verb.lemma == "say" and "they" in clause.words[verb.head + 1 : verb.head + 5]
    return is_own and is_there and _is_plural_noun(clause, [first])


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


def _bare_phrase(clause: Clause, number: int) -> list[int]:
    """Return the tokens of the noun phrase right before a verb, words of time behind it left out; empty if none."""
    verb = clause.verbs[number]
    end = _before_coming_out(clause, _before_letters(clause, verb.first))
    starts = {time.last: time.first for time in clause.times}
    while end > 1:
        low = clause.words[end - 1]
        if end - 1 in starts and starts[end - 1] > 0:
            end = starts[end - 1]
        elif low in TRAILING_ADVERBS or low in ("on", "in") or (low.endswith("ly") and low not in ("family", "ally")):
            end -= 1
        else:
            break
    start = max(window_start(clause, number) if end > window_start(clause, number) else 0, end - 7)
    words = [place for place in range(start, end) if not clause.quoted[place]]
    commas = [place for place in words if clause.tokens[place].text == ","]
    commas += [place for place in words if clause.words[place] in CUTTING]
    commas += [place for place in words if place > start and clause.words[place] in TIMING]
    words = [place for place in words if not commas or place > max(commas)]
    timed = next((time.last for time in clause.times if words and time.first - words[0] in (0, 1)), -1)
    words = [place for place in words if place > timed]  # "On Sunday Hizbollah said"
    while words and (
        clause.words[words[0]] in ("and", "but", ",", "that", "as", "-", "–", "some", "the", "a", "an")
        or clause.words[words[0]] in TRAILING_ADVERBS
        or not clause.tokens[words[0]].is_word
    ):
        words.pop(0)
    is_near = any(clause.words[place] in NEAR for place in words)
    if (len(words) > 6 and not is_near) or any(
        clause.tokens[place].text in ",();"
        or clause.words[place] in ("it", "which", "that", "who", "if", "as", "when", "while", "though")
        or clause.words[place] in QUESTIONED
        or (clause.words[place] == "to" and not is_near)
        for place in words
    ):
        return []
    return words


def _before_letters(clause: Clause, end: int) -> int:
    """Return where a phrase ends whose short name follows it in brackets: "the Public Relations Office (PRO) said"."""
    if end < 4 or clause.tokens[end - 1].text != ")" or clause.tokens[end - 3].text != "(":
        return end
    return end - 3 if clause.tokens[end - 2].text.isupper() else end


def _before_coming_out(clause: Clause, end: int) -> int:
    """Return where a text's name ends before how it came out: "a press release received on Friday said"."""
    for place in range(end - 1, max(0, end - LONGEST_PHRASE), -1):
        if clause.quoted[place] or clause.tokens[place].text in ",;:":
            return end
        if clause.words[place] in CAME_OUT and clause.words[place - 1] in TEXTS:
            return place
    return end


def _before_inserted(clause: Clause, verb: Verb) -> tuple[int, int] | None:
    """Return the people without a name before what commas insert: "Media outlets, including Le Monde, reported"."""
    close = verb.first - 1
    if close < 3 or clause.tokens[close].text != ",":
        return None
    openings = range(close - 2, max(0, close - LONGEST_INSERTION), -1)
    opening = next((n for n in openings if clause.tokens[n].text == ","), -1)
    if opening < 1 or clause.words[opening + 1] not in INSERTING or any(clause.quoted[opening:close]):
        return None
    first = opening
    while first and opening - first < LONGEST_PHRASE and clause.tokens[first - 1].is_word:
        first -= 1
    is_open = first == 0 or clause.tokens[first - 1].text in ",:–—-" or clause.quoted[first - 1]
    if not is_open or any(first <= v.head < opening and v.is_finite for v in clause.verbs):
        return None
    opener = first + (clause.words[first] in OWNERS or clause.words[first] in CONNECTIVES)
    words = clause.words[opener:opening]
    is_name = words != [] and all(clause.tokens[n].is_capital for n in range(opener, opening))
    is_named = is_name and (opener > first or len(words) > 1)
    is_saying = verb.lemma == "say" and opener == 1 and clause.words[0] == "the"  # "The garrison, led by X, said"
    is_speaking = not HUMAN.isdisjoint(words) or is_named or is_saying
    return (opener, opening - 1) if is_speaking and words[0] not in OPENERS else None


def _is_human(clause: Clause, number: int, words: list[int]) -> bool:
    """Tell whether a noun phrase before a cue can name people or what speaks for them."""
    opener = clause.tokens[words[-1]]
    if len(words) == 1 and opener.low in SOME_PEOPLE:
        return True
    return (
        any(clause.words[place] in HUMAN for place in (*words[:3], words[-1]))
        or (clause.verbs[number].lemma in SPEAKING and _is_plural_noun(clause, words))
        or any(clause.quoted)
        or _is_said_it(clause, number, words)
        or (opener.is_capital and (words[-1] > 0 or _is_name(clause, number)))
    )


def _is_plural_noun(clause: Clause, words: list[int]) -> bool:
    """Tell whether one or two words before "say" can only be people: "Traders say", "the two chiefs told"."""
    low = clause.words[words[-1]]
    return len(words) <= MOST_WORDS and low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 4


def _is_name(clause: Clause, number: int) -> bool:
    """Tell whether the one word that opens a sentence is a name: an unknown one before "said that", "noted that".

    Written in capitals it is an agency's or a body's, also where no "that" follows: "IRNA said X was due".
    """
    verb, opener = clause.verbs[number], clause.words[0]
    behind = clause.words[verb.head + 1 : verb.head + 5]
    is_known = "that" in behind or (clause.tokens[0].text.isupper() and len(opener) > 1)
    is_known = is_known or (behind[:1] != [] and behind[0] in OWN_WORDS)  # "Hizbollah said it had"
    return is_known and opener not in NO_NAMES and not opener.endswith("ly")


def _is_said_it(clause: Clause, number: int, words: list[int]) -> bool:
    """Tell whether a noun with its article or owner is said to say of itself: "Peru's upstarts said they would"."""
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 : verb.head + 2]
    before = clause.words[max(0, words[0] - 1) : words[0] + 2]
    is_owned = not OWNERS.isdisjoint(before) or any(word in ("'s", "’s") for word in before)
    return verb.lemma == "say" and is_owned and behind != [] and behind[0] in OWN_WORDS


def _phrase_behind_comma(clause: Clause, place: int) -> tuple[int, int] | None:
    """Return the words between a comma and a cue that name people without a name: "two people familiar with it"."""
    first = place
    while (
        first
        and place - first < LONGEST_PHRASE
        and (clause.tokens[first - 1].is_word or clause.words[first - 1] in ("'s", "’s"))
    ):
        first -= 1
    if not first or clause.tokens[first - 1].text != "," or first == place or clause.quoted[first]:
        return None
    first += clause.words[first] in CUTTING or clause.words[first] == "and"
    words = clause.words[first:place]
    if not words or words[0] in OPENERS | CONNECTIVES or any(first <= verb.head < place for verb in clause.verbs):
        return None
    first += words[0] == "the"
    is_some = words[0] in SOME and words[1:2] == ["of"]
    return (first, place - 1) if is_some or any(word in HUMAN for word in words[:4]) else None
