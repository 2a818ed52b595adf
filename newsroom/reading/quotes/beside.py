"""Find the speaker of a quotation that no frame of saying covers: who stands right beside its marks.

A quotation that ends with a comma, question mark or exclamation mark before its closing mark, or that a colon or comma
introduces, is attributed by the words beside it, whatever their verb: “…?” X asked. X had an answer: “…”
"""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import ASKING, JUDGING, SAYING, SPEECH_MEDIA
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.names.titles import DOCUMENTS
from newsroom.reading.own_nouns import NO_NOUNS
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.quotes.channels import PLATFORMS
from newsroom.reading.quotes.content import TELLING, only_adjuncts
from newsroom.reading.quotes.described import titled_behind
from newsroom.reading.quotes.hearers import behind_hearer
from newsroom.reading.quotes.marks import Quote, is_name_of_thing
from newsroom.reading.quotes.people import HUMAN, clause_words
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, Verb

SPEAKERS = frozenset(("person", "body", "country", "group", "plain", "people", "office"))
TEXTS = SPEECH_MEDIA | DOCUMENTS
REACH, SHORTEST, LONGEST_TAIL, LONGEST_LABEL = 24, 3, 14, 5
ENDS_OF_PHRASES = frozenset(
    ("who", "which", "whose", "that", "at", "on", "in", "after", "as", "when", "while", "during")
)
NO_SPEAKERS = frozenset("it this that there what which to by and but or not is was were be so then if".split())
UTTERANCES, REACH_OF_NOUN = (
    frozenset("message answer reply response verdict word words assessment retort warning comment summary".split()),
    8,
)
EXCLAIMING = frozenset(
    "shouted cried yelled exclaimed wondered joked quipped tweeted muttered agreed whispered answered chanted screamed"
    " sang thundered chimed snapped sighed mused offered countered interjected shot echoed went".split()
)


def mention_beside(clause: Clause, quote: Quote, text: str) -> Mention | None:
    """Return who stands behind a quotation that asks for a speaker, or else before one that is introduced."""
    words = text[quote.start : quote.end].rstrip()
    if is_name_of_thing(words):
        return None
    is_opening = quote.outer_start <= clause.sentence.start and words[-1:] in ("?", "!", ",")
    before = [n for n, token in enumerate(clause.tokens) if token.end <= quote.outer_start]
    is_introduced = bool(before) and clause.tokens[before[-1]].text == ":"
    if len(words.split()) < SHORTEST and not (is_opening or is_introduced):
        return None  # a word or two in marks are speech where a sentence opens with them: “No,” she said
    after = [n for n, token in enumerate(clause.tokens) if token.start >= quote.outer_end]
    if quote.outer_start <= clause.sentence.start and (dashed := _behind_dash(clause, after)) is not None:
        return dashed
    if is_opening and (named := _named_alone(clause, after)) is not None:
        return named
    tail = text[quote.outer_end : quote.outer_end + 1]
    if words[-1:] in ("?", "!", ",") or tail == ",":
        found = _behind(clause, after[:REACH])
        if found is not None:
            return found
    if after and clause.words[after[0]] == "as":
        return _behind_how(clause, after[:REACH])
    if len(after) > 1 and clause.words[after[0]] in ("is", "was") and clause.words[after[1]] in ("how", "what"):
        return _behind_how(clause, after[:REACH])
    if is_introduced:
        return introduced(clause, before)
    cue = before[-1 - (clause.tokens[before[-1]].text == ",")] if len(before) > 1 else 0
    if cue and clause.words[cue] in EXCLAIMING and clause.tokens[0].is_capital:
        return _speaking(clause, before) or _phrase(clause, 0, cue)
    return None


def _named_alone(clause: Clause, after: list[int]) -> Mention | None:
    """Return the person whose name and office are all that follows a quotation, its verb left out: “…,” minister X."""
    people = [m for m in _mentions(clause, after) if m.actor.kind == "person" and not m.is_possessive]
    if len(people) != 1 or len(after) > LONGEST_TAIL or any(v.head in after and v.is_finite for v in clause.verbs):
        return None
    is_bare = all(PREPOSITIONS.isdisjoint((clause.words[n],)) for n in after if clause.named.covered[n] < 0)
    return people[0] if is_bare and all(clause.words[n] not in ("and", "or") for n in after) else None


def introduced(clause: Clause, places: list[int]) -> Mention | None:
    """Return who speaks in the words before a colon: the subject of the last verb there, else who is named first."""
    heads = [n for n, verb in enumerate(clause.verbs) if verb.head in set(places) and _tells(clause, verb)]
    own = subjects(clause, heads[-1]) if heads and not clause.verbs[heads[-1]].is_passive else []
    if len(own) == 1 and own[0].actor.kind == "person" and own[0].form == "name" and own[0].first in set(places):
        return own[0]  # "Asked of it before it was out, X laughed: “…”"
    people = [m for m in _mentions(clause, places) if m.actor.kind == "person"]
    first = _speaking(clause, places)
    is_it = first is not None and clause.words[first.first : first.last + 1] == ["it"]
    is_where = first is not None and first.actor.kind == "country" and _is_where(clause, first)
    if len(people) == 1 and (is_it or is_where):  # "It was left to X to sum up: “…”"
        return people[0]  # "From Lima the answer came through its envoy, X: “…”"
    return first or _at_opening(clause) or _label(clause, places) or _capital(clause, places)


def _is_where(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state is only where something comes from or is."""
    return is_in_phrase(clause, mention) or clause.words[max(0, mention.first - 1)] == "desde"


def _tells(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb outside of quotations carries a clause."""
    return verb.is_finite and not verb.is_infinitive and not clause.quoted[verb.head]


def _label(clause: Clause, places: list[int]) -> Mention | None:
    """Return the people without a name who are all that stands before a colon: "A government spokesman:"."""
    first, last = places[0] + (clause.words[places[0]] in DETERMINERS), places[-1] - 1
    is_label = first <= last < first + LONGEST_LABEL and clause.words[last] in HUMAN
    return Mention(first, last, Actor("plain", clause_words(clause, first, last)), "name") if is_label else None


def _capital(clause: Clause, places: list[int]) -> Mention | None:
    """Return the first name among some words that no mention covers: "But Abiy struck a softer tone:"."""
    for place in places[1:]:
        if clause.tokens[place].is_capital and clause.named.covered[place] < 0 and clause.words[place].isalpha():
            return Mention(place, place, Actor("plain", clause.tokens[place].text), "name")
    return None


def _at_opening(clause: Clause) -> Mention | None:
    """Return the one word that a sentence opens with, where what follows makes a name of it: "Brill's answer was:"."""
    if len(clause.tokens) < 3 or clause.named.covered[0] >= 0 or not clause.tokens[0].is_capital:
        return None
    low, after = clause.words[0], clause.tokens[1]
    if low in NO_SPEAKERS or low in NO_NOUNS or low in DETERMINERS or low in SUBJECT_PRONOUNS or low.endswith("ly"):
        return None
    is_named = after.low == "'s" or after.text == "," or any(verb.first == 1 for verb in clause.verbs)
    is_named = is_named or (clause.is_spanish and (after.low in ("no", "se", "fue", "ha") or after.text.endswith("ó")))
    return Mention(0, 0, Actor("plain", clause.tokens[0].text), "name") if is_named else None


def mention_behind(clause: Clause) -> Mention | None:
    """Return who speaks in a short sentence that only says so of the quotation before it: "Duarte asked on Monday."."""
    heads = [verb for verb in clause.verbs if verb.is_finite and not verb.is_infinitive]
    is_speaking = bool(heads) and heads[0].lemma in ("speak", "talk") and clause.words[heads[0].head].endswith("ing")
    if len(clause.tokens) > (REACH if is_speaking else LONGEST_TAIL) or any(clause.quoted):
        return None
    known = bool(heads) and heads[0].lemma in SAYING | ASKING
    cried = any(token.low in EXCLAIMING for token in clause.tokens[:REACH])
    if not (cried or is_speaking or (known and len(heads) == 1)):
        return None
    if known and not (cried or is_speaking) and not _is_all(clause, heads[0]):
        return None  # "Chile denied this." tells what it thinks of those words
    end = heads[0].first if heads else len(clause.tokens)
    named = _speaking(clause, list(range(min(REACH, len(clause.tokens))))) or _at_opening(clause)
    return named or _label(clause, list(range(end + 1)))


def _is_all(clause: Clause, cue: Verb) -> bool:
    """Tell whether nothing but who was told, and when and where, stands behind a cue."""
    behind = cue.head + 1
    return only_adjuncts(clause, behind_hearer(clause, behind) if cue.lemma in TELLING | ASKING else behind)


def _behind(clause: Clause, places: list[int]) -> Mention | None:
    """Return the speaker behind a closing mark: in "said the ministry's spokesman, Ann Lee" the person."""
    if not places:
        return None
    verb = next((one for one in clause.verbs if one.head in places and one.is_finite), None)
    first = clause.words[places[0]]
    if verb is None and not first.endswith("ed") and not any(clause.words[n] in EXCLAIMING for n in places[:6]):
        return None
    if verb is not None and verb.first == places[0] and verb.lemma == "be":
        return _behind_how(clause, places) or _behind_noun(clause, places)
    if verb is not None and verb.first == places[0] and verb.is_passive:
        return None
    if verb is not None and verb.lemma == "quote" and not verb.is_passive:
        return _speaking(clause, [n for n in places if n > verb.head])
    is_inverted = first.endswith("ed") or first in EXCLAIMING or (verb is not None and verb.first <= places[0] + 1)
    start = (
        places[0] if not is_inverted else (verb.head if verb is not None and verb.head in places[:2] else places[0]) + 1
    )
    end = len(clause.tokens) if is_inverted or verb is None else verb.first
    people = [m for m in _mentions(clause, places) if m.actor.kind == "person" and not m.is_possessive]
    if is_inverted and people:
        return people[0]
    return _at_start(clause, start, end) or _phrase(clause, start, end)


def _behind_dash(clause: Clause, after: list[int]) -> Mention | None:
    """Return the speaker of “…” – X did not mince his words, “…” – that is how X described it."""
    if len(after) < LONGEST_LABEL or clause.tokens[after[0]].text not in "–—-":
        return None
    if clause.words[after[1]] in ("that", "this", "so") and clause.words[after[2]] in ("is", "was"):
        return _behind_how(clause, after[2:REACH])
    first = clause.named.at(after[1])
    verb = next((v for v in clause.verbs if v.head > after[0] and v.is_finite), None)
    is_own = first is not None and first.actor.kind == "person" and not first.is_possessive
    return first if is_own and first is not None and verb is not None and verb.first == first.last + 1 else None


def _behind_how(clause: Clause, places: list[int]) -> Mention | None:
    """Return the speaker of “…,” is how X put it, “…” was all that X said, “…” is what X called it."""
    opener = next((n for n in places if clause.words[n] in ("as", "how", "what", "all")), -1)
    verb = next(
        (v for v in clause.verbs if v.head > opener and (v.lemma in SAYING | JUDGING or v.lemma == "put")),
        None,
    )
    if opener < 0 or verb is None or opener > places[0] + 4:
        return None
    start = opener + 1 + ("that" in clause.words[opener + 1 : opener + 2])
    return _at_start(clause, start, verb.first) or _phrase(clause, start, verb.first)


def _behind_noun(clause: Clause, places: list[int]) -> Mention | None:
    """Return the speaker of “…,” was the message from X, “…” was X's answer."""
    noun = next((n for n in places[1:REACH_OF_NOUN] if clause.words[n] in UTTERANCES), -1)
    if noun < 0:
        return None
    owner = clause.named.at(noun - 1 - (clause.words[noun - 1] in ("'s", "’s")))
    if owner is not None and owner.is_possessive:
        return owner
    if clause.words[noun + 1 : noun + 2] not in (["from"], ["of"], ["by"]):
        return None
    end, found = len(clause.tokens), _at_start(clause, noun + 2, len(clause.tokens))
    return found if found is not None and found.form != "adjective" else _phrase(clause, noun + 2, end)


def _at_start(clause: Clause, start: int, end: int) -> Mention | None:
    """Return the mention with which a noun phrase begins, unless it only owns what follows: "X's office".

    Who owns a text speaks by it: “…,” reads X's letter published on Friday.
    """
    for mention in clause.mentions:
        if start <= mention.first <= start + 1 and (mention.actor.kind in SPEAKERS or mention.form == "pronoun"):
            after = mention.last + 1
            after += after < len(clause.tokens) and clause.words[after] in ("'s", "’s")
            owns = mention.is_possessive and after < min(end, len(clause.tokens)) and clause.tokens[after].is_word
            is_author = mention.actor.kind in ("person", "office") and owns and clause.words[after] in TEXTS
            return mention if is_author or not owns else None
    return None


def _phrase(clause: Clause, start: int, end: int) -> Mention | None:
    """Return the plain noun phrase of some words from ``start`` on: "a resident", "Olena", "the news agency"."""
    first = start + (start < len(clause.tokens) and clause.words[start] in ("the", "a", "an", "one", "another"))
    first -= first > start and clause.words[first : first + 1] == ["of"]  # "one of its members"
    last = first - 1
    for place in range(first, min(end, first + 7, len(clause.tokens))):
        token = clause.tokens[place]
        if token.text in ",;:.()" or token.low in ENDS_OF_PHRASES | EXCLAIMING or clause.quoted[place]:
            break
        last = place
    if last < first or not clause.tokens[first].is_word or clause.words[first] in NO_SPEAKERS:
        return None
    return Mention(first, last, Actor("plain", clause_words(clause, first, last)), "name")


def _mentions(clause: Clause, places: list[int]) -> list[Mention]:
    """Return the mentions that start in a run of tokens outside of quotations."""
    allowed = set(places)
    return [m for m in clause.mentions if m.first in allowed and not clause.quoted[m.first]]


def _speaking(clause: Clause, places: list[int]) -> Mention | None:
    """Return the first mention of somebody who can speak: of "spokesperson of the ministry Ann Lee" the person."""
    found = next(
        (
            m
            for m in _mentions(clause, places)
            if (m.actor.kind in SPEAKERS or m.form == "pronoun") and clause.words[m.last] not in PLATFORMS
        ),
        None,
    )
    if (
        found is not None
        and found.actor.kind == "office"
        and (own := titled_behind(clause, found.first, _before_comma(clause, found)))
    ):
        return own
    after = clause.named.at(found.last + 1) if found is not None and found.last + 1 < len(clause.tokens) else None
    if found is None or after is None or found.actor.kind not in ("body", "country"):
        return found
    return after if after.actor.kind == "person" else found


def _before_comma(clause: Clause, office: Mention) -> int:
    """Return the last token of an office and what it is for: up to the next mark."""
    place = office.last
    while place + 1 < len(clause.tokens) and clause.tokens[place + 1].is_word:
        place += 1
    return place


def subject_of_quoted_verb(clause: Clause, quote: Quote, place: int) -> Mention | None:
    """Return who stands before quoted words that hold his verb, or its adverb: X on Sunday “noted with regret” Y."""
    if (author := _author(clause, place)) is not None:
        return author
    verb = next((v for v in clause.verbs if v.head >= place and v.is_finite and not v.is_infinitive), None)
    if verb is None or any(v.is_finite and 0 <= place - v.head < 8 and v.head < place for v in clause.verbs):
        return None
    last = clause.token_at(quote.outer_end - 1)
    is_adverb = clause.tokens[verb.first - 1].start < quote.outer_end and verb.first - place <= 4 and verb.first > last
    if not (place <= verb.first <= place + 2 or is_adverb):
        return None
    times = {number for time in clause.times for number in range(time.first, time.last + 1)}
    before = place - 1
    while before > 0 and (before in times or clause.words[before] in ("on", "also", "has", "have")):
        before -= 1
    if clause.words[before] == "who":
        before -= 1 + (clause.tokens[before - 1].text == ",")
    mention = clause.named.at(before)
    if mention is None and clause.words[before] in SPEECH_MEDIA and (owner := clause.named.at(before - 1)) is not None:
        return owner if owner.is_possessive else None  # "Peru's statement “reiterates …”"
    is_free = (
        mention is not None and mention.form in ("name", "office", "pronoun", "anaphor") and not mention.is_possessive
    )
    return mention if is_free and mention is not None and mention.actor.kind != "pronoun" else None


def _author(clause: Clause, place: int) -> Mention | None:
    """Return who stands before a text in commas, of which quoted words are: "X, in a note to Y, “appeals to …”"."""
    if place < SHORTEST or clause.tokens[place - 1].text != ",":
        return None
    opening = next((n for n in range(place - 2, max(0, place - LONGEST_TAIL), -1) if clause.tokens[n].text == ","), -1)
    inside = clause.words[opening + 1 : place - 1]
    is_medium = opening > 0 and inside[:1] in (["in"], ["en"]) and not SPEECH_MEDIA.union(DOCUMENTS).isdisjoint(inside)
    mention = clause.named.at(opening - 1) if is_medium and not any(clause.quoted[opening:place]) else None
    return mention if mention is not None and mention.form in ("name", "office") else None


def stated_by(clause: Clause) -> tuple[Verb, Mention] | None:
    """Return cue and speaker of "This was stated by X", which says of the sentence before who said it."""
    if clause.words[0] not in ("this", "it"):
        return None
    verb = next((v for v in clause.verbs if v.is_finite or v.is_passive), None)
    if verb is None or verb.first > 2 or not verb.is_passive:
        return None
    tokens = clause.tokens
    by = next((n for n in range(verb.head + 1, min(verb.head + 6, len(tokens))) if tokens[n].low == "by"), 0)
    if verb.lemma not in SAYING or not by or any(clause.quoted):
        return None
    if "that" in clause.words[by:]:
        return None  # "It was announced by X that": what follows was announced
    mention = next((m for m in clause.mentions if by < m.first <= by + 15 and m.actor.kind == "person"), None)
    mention = mention or clause.named.at(by + 1)
    return (verb, mention) if mention is not None else None
