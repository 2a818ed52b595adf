"""Find events told by nouns: a call, talks, a ceasefire, clashes, threats, an offer."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.acts import CONTACT_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.completing import AGAIN, are_others, by_story
from newsroom.reading.events.noun_frames import NOUN_PHRASES, NounFrame
from newsroom.reading.events.noun_kinds import IN_FORCE, settle_kind
from newsroom.reading.events.noun_phrases import is_definite, is_owned_by_subject
from newsroom.reading.events.parties import Parties, after_word, chain, hanging, is_party, with_partner
from newsroom.reading.events.reach import is_first_person
from newsroom.reading.grammar import is_fronted, main_subject, subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import Verb

JOINING = frozenset(("between", "among", "amongst", "entre"))
WITH = frozenset(("with", "con"))
AGENT = frozenset(("by", "from", "of", "de", "del"))
GOING = frozenset("to a across around through".split())
AFTER = frozenset("after following amid tras".split())
BY, OF = frozenset(("by",)), frozenset(("of", "de"))
TRAVELLER = frozenset(("of", "by", "de", "del"))
LIKE_THOSE = frozenset("similar such these further more other earlier previous regular".split())
VISITS = frozenset(("visit", "state_visit"))
VENUES = frozenset("in during at by via through on en durante".split())
GERUNDS = frozenset("fighting bombing shelling meeting".split())
EDGES = frozenset("of with by , said in on at for to from during after".split())
PHRASES = {tuple(phrase.split()): frame for phrase, frame in NOUN_PHRASES.items()}
FIRST_WORDS = frozenset(phrase[0] for phrase in PHRASES)
INSERTED = 22  # tokens that an insertion between a noun and its verb may take
LONGEST = max(map(len, PHRASES))


def find_nominal(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the events that the nouns of a sentence tell."""
    if clause.lows.isdisjoint(FIRST_WORDS):
        return
    behind = 0
    heads = {verb.head for verb in clause.verbs}
    for place, token in enumerate(clause.tokens):
        if token.low not in FIRST_WORDS or place < behind:
            continue
        if (match := _phrase_at(clause, place, heads)) is None:
            continue
        last, frame = match
        found = _candidate(article, clause, place, last, frame)
        if found is not None:
            yield found
        behind = last + 1


def _phrase_at(clause: Clause, place: int, heads: set[int]) -> tuple[int, NounFrame] | None:
    """Return the last token and the frame of the noun phrase at ``place``, where a first word of one stands."""
    token = clause.tokens[place]
    is_gerund = token.low in GERUNDS and not any(verb.head == place and verb.has_auxiliary for verb in clause.verbs)
    if (place in heads and not is_gerund) or clause.named.covered[place] >= 0:
        return None
    if token.low == "consultations" and place and clause.tokens[place - 1].low == "for":
        return None  # an envoy called home
    if token.low in ("call", "calls") and place + 1 < len(clause.tokens) and clause.tokens[place + 1].low == "for":
        return None  # "her call for an inquiry"
    for length in range(min(LONGEST, len(clause.tokens) - place), 0, -1):
        frame = PHRASES.get(tuple(one.low for one in clause.tokens[place : place + length]))
        if frame is not None:
            if (
                length == 1
                and token.low in ("call", "offer", "capture", "threat")
                and clause.tokens[place - 1 : place]
                and clause.tokens[place - 1].low == "to"
            ):
                return None
            return place + length - 1, frame
    return None


def governor_of(clause: Clause, first: int, last: int) -> int | None:
    """Return the verb whose object the noun is, or whose subject it is."""
    inside = clause.quoted[first] and any(clause.quoted[verb.head] for verb in clause.verbs)
    before = [
        n
        for n, verb in enumerate(clause.verbs)
        if verb.head < first
        and first - verb.head <= 12
        and clause.quoted[verb.head] == inside
        and (verb.lemma not in SAYING or verb.lemma == "announce")
    ]
    if before:
        verb = clause.verbs[before[-1]]
        between = [t.low for t in clause.tokens[verb.head + 1 : first]]
        between = [word for n, word in enumerate(between) if not _is_next_day(word, between[n + 1 : n + 2])]
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
        and verb.first - last <= 14
        and clause.quoted[verb.head] == inside
        and clause.tokens[verb.first - 1].low not in ("and", "but")
    ]
    if not after and before and _opens_content(clause, first):
        return before[-1]
    return _behind_insertion(clause, after[0]) if after else None


def _opens_content(clause: Clause, first: int) -> bool:
    """Tell whether a noun is the subject of what is told behind "that": "announced that his visit had been put off"."""
    return bool({"that", "que"} & {token.low for token in clause.tokens[max(0, first - 2) : first]})


def _behind_insertion(clause: Clause, number: int) -> int:
    """Return the main verb behind an insertion that a verb opens: "the visit, which was set for May, was cancelled"."""
    verb = clause.verbs[number]
    opener = verb.first - 1 if clause.tokens[verb.first - 1].low == "which" else verb.first
    is_bare = verb.form in ("part", "past_or_part") and not verb.has_auxiliary
    if clause.tokens[opener - 1].text != "," or (opener == verb.first and not is_bare):
        return number
    for later in range(number + 1, len(clause.verbs)):
        main = clause.verbs[later]
        is_closed = any(token.text == "," for token in clause.tokens[max(verb.head, main.first - 2) : main.first])
        if is_closed and main.is_finite and not main.is_infinitive and main.first - verb.head <= INSERTED:
            return later
    return number


def _is_next_day(word: str, after: list[str]) -> bool:
    """Tell "the following day" from what follows something."""
    return word == "following" and bool({"day", "week", "month", "year", "morning"} & set(after))


def _candidate(article: Article, clause: Clause, first: int, last: int, frame: NounFrame) -> Candidate | None:
    """Return the candidate for a noun, or ``None`` where its parties are not to be found."""
    governor = governor_of(clause, first, last)
    if (
        clause.quoted[first]
        and not (governor is not None and is_first_person(clause, governor))
        and not _is_scare_quote(article, clause, first)
        and not (frame.family == "ceasefire" and IN_FORCE & {t.low for t in clause.tokens})
    ):
        return None
    verb = clause.verbs[governor] if governor is not None else None
    before = {token.low for token in clause.tokens[max(0, first - 3) : first]}
    is_venue = frame.family == "contact" and bool(VENUES & before)
    if is_venue and verb is not None and verb.head < first and not verb.modal and not verb.is_infinitive:
        governor, verb = None, None
    found = _parties(clause, first, last, frame)
    own = len(found.countries)
    definite = is_definite(clause, first)
    if definite and not own and (is_venue or frame.family in ("accusation", "threat", "proposal")):
        return None  # "rejected the accusations", "her role in the talks": told before
    if frame.kind == "visit":
        found.add(clause, _traveller(clause, first))
    status = modality.of_noun(clause, first, last, governor)
    kind, status = settle_kind(clause, first, last, frame, status, governor)
    if not kind or (frame.family == "contact" and _is_offered(clause, first)):
        return None
    if len(found.countries) < 2 and (
        (frame.family in ("contact", "ceasefire", "clash") and found.countries)
        or not definite
        or kind not in CONTACT_KINDS
    ):
        found = _from_subject(article, clause, first, governor, found, frame)
    if status != "hypothetical" and _is_of_story(clause, first, last, governor, found, frame):
        found = by_story(article, clause, found, is_contact=frame.family == "contact")
    if len(found.countries) < 2:
        return None
    if not own and (not definite or kind == "summit_multilateral") and _is_of_others(clause, first, found):
        return None
    start = verb.first if verb is not None and verb.head < first else first
    begin, end = stretch(clause, 0, len(clause.tokens) - 1, first)
    one = Candidate(
        kind,
        frame.family,
        status,
        clause,
        (first, last),
        min(begin, start),
        max(end, last),
        found,
        f"{frame.family}.noun",
        frame.confidence,
        is_definite=definite,
        governor=verb.head if verb is not None else -1,
    )
    one.is_other = _are_held(clause, first, verb)
    is_again = definite or (kind not in VISITS and _is_told_again(clause, first, found))
    one.is_anaphoric = own < 2 and frame.family == "contact" and is_again
    lead = {token.low for token in clause.tokens[max(0, first - 4) : first]}
    one.is_background = clause.role == "bullet" or bool({"after", "following"} & lead)
    return one


def _is_of_others(clause: Clause, first: int, found: Parties) -> bool:
    """Tell whether states are named before a noun, and none of those that the story lends it."""
    named = {hit.code for hit in clause.named.countries if hit.form == "name" and hit.first < first}
    return bool(named) and found.is_inferred and not named & set(found.countries)


def _is_of_story(clause: Clause, first: int, last: int, governor: int | None, found: Parties, frame: NounFrame) -> bool:
    """Tell whether a side may be left to the story: nobody else acts, and it is no "meeting of X's cabinet"."""
    acting = subjects(clause, governor) if governor is not None else []
    is_told = frame.family != "force" and not clause.quoted[first] and len(found.countries) < 2
    return is_told and not after_word(clause, last + 1, last + 2, OF) and not are_others(acting)


def _is_told_again(clause: Clause, first: int, found: Parties) -> bool:
    """Tell whether a noun whose parties only the story has may be a contact told before: no "another meeting"."""
    before = {token.low for token in clause.tokens[max(0, first - 3) : first]}
    return found.is_inferred and not before & (LIKE_THOSE | AGAIN)


def _traveller(clause: Clause, first: int) -> list[Mention]:
    """Return who travels: "During a tour of X, Y met", "Y, on a visit to X, met"."""
    if is_fronted(clause, first):
        return main_subject(clause, first)[:1]
    comma = next((n for n in range(first - 1, max(0, first - 5), -1) if clause.tokens[n].text == ","), 0)
    owner = clause.named.at(comma - 1) if comma and clause.tokens[comma + 1].low == "on" else None
    return [owner] if owner is not None else []


def _are_held(clause: Clause, first: int, verb: Verb | None) -> bool:
    """Tell whether a sentence only says that meetings took place, no state named: "Similar meetings were held"."""
    if verb is None or verb.head < first or not verb.is_passive or verb.lemma not in ("hold", "convene"):
        return False
    return (
        not clause.named.countries
        and LIKE_THOSE & {token.low for token in clause.tokens[max(0, first - 2) : first]} != set()
    )


def _is_offered(clause: Clause, place: int) -> bool:
    """Tell whether a contact is only what somebody is ready or offers to hold: the offer is the event."""
    words = [token.low for token in clause.tokens[max(0, place - 12) : place]]
    return any(word in words for word in ("ready", "willing", "readiness", "willingness", "offered", "offering"))


def _is_scare_quote(article: Article, clause: Clause, place: int) -> bool:
    """Tell whether a noun stands in a short run of quoted words."""
    quote = next((one for one in clause.quotes if one.outer_start <= clause.tokens[place].start < one.outer_end), None)
    return quote is None or len(article.text[quote.start : quote.end].split()) <= 6


def _parties(clause: Clause, first: int, last: int, frame: NounFrame) -> Parties:
    """Return the parties that hang on the noun itself: between, with, by, from, possessor, adjectives before it."""
    found = Parties()
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
    if len({code for m in of_both for code in m.actor.countries}) > 1:
        found.add(clause, of_both)  # "a meeting of the ministers of X and Y"
    if len(found.countries) == 1 and is_owned_by_subject(clause, last, end):
        number = next((n for n, v in enumerate(clause.verbs) if v.is_finite and v.head < first), None)
        found.add(clause, subjects(clause, number)[:1] if number is not None else [])
    if {"visit", "visita", "trip", "tour"} & {clause.tokens[first].low, clause.tokens[last].low}:
        _add_journey(clause, last, end, found)
    for place in range(first - 1, max(-1, first - 6), -1):
        mention = clause.named.at(place)
        if mention is not None:
            if mention.is_possessive or mention.form == "adjective":
                found.add(clause, [mention])
                if (
                    clause.tokens[mention.first - 1].low in ("-", "and", "–")
                    and mention.first > 1
                    and (other := clause.named.at(mention.first - 2))
                ):
                    found.add(clause, [other])
            break
        if clause.tokens[place].low in EDGES:
            break
    joiners = WITH | {"from", "to"} if frame.kind == "phone_call" else WITH
    behind_with = after_word(clause, last + 1, min(end, last + 14), joiners)
    found.add(clause, behind_with)
    return found


def _add_journey(clause: Clause, last: int, end: int, found: Parties) -> None:
    """Add who travels and whither: "the visit of PERSON to PLACE"; the capital stands for its state."""
    near = min(end, last + 16)
    found.add(clause, [m for m in after_word(clause, last + 1, min(near, last + 3), TRAVELLER) if not m.is_possessive])
    found.add(clause, after_word(clause, last + 1, near, BY)[:1])
    for place in range(last + 1, near):
        joiner = GOING | {"of"} if clause.tokens[last].low == "tour" else GOING
        mention = clause.named.at(place + 1) if clause.tokens[place].low in joiner else None
        if mention is not None and mention.actor.kind in ("country", "people", "body"):
            for goal in chain(clause, mention.first) or [mention]:
                for code in goal.actor.countries:
                    if is_party(code) and code not in found.countries:
                        found.countries.append(code)
            return


def _cut(clause: Clause, start: int, end: int) -> int:
    """Return the first token behind a noun where another circumstance begins."""
    for place in range(start, end):
        if clause.tokens[place].low in ("after", "following", "before", "amid", "ahead", "while") and place > start:
            return place
    return end


def _from_subject(
    article: Article, clause: Clause, first: int, governor: int | None, found: Parties, frame: NounFrame
) -> Parties:
    """Complete the parties by the subject of the governing verb, by who acts, else by the main pair."""
    if frame.family in ("offer", "threat", "capture", "expulsion", "invitation", "proposal", "force"):
        found.add(
            clause, after_word(clause, first + 1, min(len(clause.tokens), first + 16), frozenset(("by", "from")))[:3]
        )
    lead = {token.low for token in clause.tokens[max(0, first - 5) : first]}
    if governor is not None and clause.verbs[governor].head < first:
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
    if len(found.countries) < 2 and frame.family in ("contact", "ceasefire", "clash"):
        for number, verb in enumerate(clause.verbs):
            if verb.is_finite and verb.head < first and not clause.quoted[verb.head]:
                joint = subjects(clause, number) or hanging(clause, number)
                if len({code for m in joint for code in m.actor.countries}) > 1:
                    found.add(clause, joint)
                    break
        if not found.countries and AFTER & lead and is_fronted(clause, first):
            joint = main_subject(clause, first)  # "After weeks of talks, X and Y agreed"
            found.add(clause, joint if len({code for m in joint for code in m.actor.countries}) > 1 else [])
    if (
        len(found.countries) < 2
        and frame.family in ("clash", "ceasefire")
        and len(article.pair) == 2
        and not found.countries
    ):
        for code in article.pair:
            found.add_code(code)
    if frame.family == "invitation":
        found.add(clause, [m for m in clause.mentions if m.form in ("name", "anaphor", "adjective")])
    if len(found.countries) == 1 and frame.family not in ("contact",):
        is_force = frame.family in ("force", "capture")  # whom it hit must be named
        found = with_partner(article, clause, found, behind=-1 if is_force else None)
    return found


def _counterpart(article: Article, clause: Clause, first: int, governor: int | None, found: Parties) -> Parties:
    """Complete a contact "with X" by who acts in the sentence; "another call" by the other side of the main pair."""
    for number in range(len(clause.verbs) - 1, -1, -1):
        verb = clause.verbs[number]
        if verb.head < first and not clause.quoted[verb.head] and len(found.countries) < 2:
            found.add(clause, subjects(clause, number)[:2])
    if len(found.countries) == 1 and is_fronted(clause, first):
        found.add(clause, main_subject(clause, first)[:2])  # "After a call with X, Y said"
    again = {token.low for token in clause.tokens[max(0, first - 3) : first]} & {
        "another",
        "second",
        "further",
        "next",
        "new",
    }
    is_set = governor is not None and (clause.verbs[governor].modal or clause.verbs[governor].lemma in modality.SETTING)
    if len(found.countries) == 1 and (again or is_set):
        found = with_partner(article, clause, found)
    return found
