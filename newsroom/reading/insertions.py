"""Tell what is inserted between a subject and its verb: a relative clause, an office in commas, a name in brackets."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import before_aside
from newsroom.reading.names.mentions import Mention
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.standing import DASHES
from newsroom.reading.verbs import Verb

INSERTING = frozenset("on in at during after along together from of via through".split())
CLITICS = frozenset(("se", "le", "les", "lo", "los"))
DESCRIBING = frozenset(("a", "an", "one", "himself", "herself", "itself"))
RELATIVES = frozenset("who which whose whom where".split())
SHORT = 3  # letters of a word behind which a full stop may only shorten it
EACH = frozenset(("both", "each", "all"))  # "X and Y, both hoping to mediate, met"


def before_insertion(clause: Clause, number: int) -> Mention | None:
    """Return the subject that an insertion parts from its verb: "X, who was due to go, told", "X, citing Y, left"."""
    verb = clause.verbs[number]
    if not clause.lows.isdisjoint(DASHES) and (dashed := _before_dashes(clause, verb)) is not None:
        return dashed
    if not verb.is_finite or "," not in clause.words[: verb.first]:
        return None
    closing = _closing_comma(clause, verb)
    if closing < 3:
        return None
    opening = {other.first for other in clause.verbs[:number] if other.form in ("ing", "part") and not other.is_finite}
    for place in range(closing - 1, 1, -1):
        if clause.tokens[place - 1].text != ",":
            continue
        before = _holder(clause, clause.named.at(place - 2) or clause.named.at(place - 1))
        is_opened = place in opening or (clause.words[place] in EACH and clause.words[place + 1].endswith("ing"))
        if clause.words[place] in RELATIVES or is_opened:
            return before
        if before is not None and _opens_description(clause, place) and not is_in_phrase(clause, before):
            return before  # "X, a close ally of the leftist Y, expelled"
        if clause.words[place] in INSERTING and before is not None and not is_in_phrase(clause, before):
            return before  # "X, on a visit to Y, met"
    return None


def closes_relative(clause: Clause, verb: Verb) -> bool:
    """Tell whether a comma right before a verb closes a relative clause: "The raid, which X condemned, destroyed"."""
    closing = _closing_comma(clause, verb) if verb.is_finite and not RELATIVES.isdisjoint(clause.lows) else -1
    opened = next((n for n in range(closing - 1, 1, -1) if clause.words[n] == ","), 0)
    return opened > 0 and clause.words[opened + 1] in RELATIVES


def _opens_description(clause: Clause, place: int) -> bool:
    """Tell whether a noun that describes who stands before a comma begins at a token: "a close ally of", "one of"."""
    named = clause.named.covered
    return clause.words[place] in DESCRIBING and named[place] < 0 and named[place + 1] < 0 and named[place - 2] >= 0


def _holder(clause: Clause, mention: Mention | None) -> Mention | None:
    """Return the person whose state a mention only names behind "of": "President X of Y"."""
    if mention is None or clause.words[mention.first - 1] not in ("of", "de"):
        return mention
    holder = clause.named.at(mention.first - 2)
    return holder if holder is not None and holder.actor.kind == "person" else mention


def is_apposed(clause: Clause, name: Mention, office: Mention, verb: Verb) -> bool:
    """Tell whether an office in commas describes the name before it: "Malaysia, the current chair of ASEAN, has"."""
    if office.form != "office" or name.last + 1 >= office.first or opening(clause, verb) - office.last != 2:
        return False
    between = clause.words[name.last + 1 : office.first]
    return between[0] == "," and "and" not in between and clause.tokens[office.last + 1].text == ","


def is_inserted_name(clause: Clause, name: Mention, verb: Verb) -> bool:
    """Tell whether a person in commas names one of several: "The ministers of X, NAME, and of Y, NAME, met".

    Two may stand there: "The ministers of X and Y, NAME and NAME, met".
    """
    if (
        name.actor.kind != "person"
        or opening(clause, verb) - name.last != 2
        or clause.tokens[name.last + 1].text != ","
    ):
        return False
    if clause.words[name.first - 1] == "and" and (other := clause.named.at(name.first - 2)) is not None:
        name = other if other.actor.kind == "person" else name
    return clause.tokens[name.first - 1].text == "," and clause.named.at(name.first - 2) is not None


def opening(clause: Clause, verb: Verb) -> int:
    """Return the first token of a verb with the Spanish pronoun before it: "se reunieron"."""
    return verb.first - (clause.is_spanish and verb.first > 0 and clause.words[verb.first - 1] in CLITICS)


def in_parentheses(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention stands in brackets."""
    opened = [place for place in range(mention.first) if clause.tokens[place].text == "("]
    return bool(opened) and not any(token.text == ")" for token in clause.tokens[opened[-1] : mention.first])


def _closing_comma(clause: Clause, verb: Verb) -> int:
    """Return the comma that closes an insertion before a verb, words of time and manner between left out; else -1."""
    place = before_aside(clause, opening(clause, verb) - 1)
    return place if place >= 0 and clause.tokens[place].text == "," else -1


def without_times(clause: Clause, start: int, end: int) -> list[str]:
    """Return words between two tokens, a time that stands in commas left out: "will take part | , on Friday, | in"."""
    words = clause.words[start:end]
    for time in reversed(clause.times):
        first = time.first - (clause.words[time.first - 1] in ("on", "this", "el", "este"))
        is_within = start < first and time.last + 1 < end
        if is_within and clause.tokens[first - 1].text == "," == clause.tokens[time.last + 1].text:
            words[first - 1 - start : time.last + 2 - start] = []
    return words


def closed_between(clause: Clause, place: int, trigger: int) -> bool:
    """Tell whether dashes or brackets round a token close before another: "X - who came in May - left"."""
    if place in brackets(clause):
        return trigger not in brackets(clause)
    if clause.lows.isdisjoint(DASHES):
        return False
    before = sum(_is_dash(clause, n) for n in range(1, place))
    return before % 2 == 1 and any(_is_dash(clause, n) for n in range(place, trigger))


def _before_dashes(clause: Clause, verb: Verb) -> Mention | None:
    """Return the subject before words between dashes: "Peru and the four - Chile, …, and Bolivia - signed"."""
    closing = verb.first - 1
    if closing > 0 and clause.words[closing] == "-" == clause.words[closing - 1]:
        closing -= 1  # a dash written as two hyphens
    if closing < 3 or clause.words[closing] not in DASHES or not _is_dash(clause, closing):
        return None
    opening = next((n for n in range(closing - 1, 0, -1) if _is_dash(clause, n)), 0)
    return clause.named.at(opening - 1) if opening else None


def _is_dash(clause: Clause, place: int) -> bool:
    """Tell whether a dash with a blank before it stands at a place."""
    token = clause.tokens[place]
    return token.text in DASHES and token.start > clause.tokens[place - 1].end


def brackets(clause: Clause) -> set[int]:
    """Return the tokens that stand in round brackets; asked for often, found once."""
    if clause.bracketed is None:
        clause.bracketed = _find_brackets(clause) if "(" in clause.lows else set()
    return clause.bracketed


def _find_brackets(clause: Clause) -> set[int]:
    """Find the tokens that stand in round brackets."""
    inside: set[int] = set()
    opened = -1
    for place, token in enumerate(clause.tokens):
        if token.text == "(":
            opened = place
        elif token.text == ")" and opened >= 0:
            inside |= set(range(opened, place + 1))
            opened = -1
    return inside


def ends_quoted(clause: Clause, place: int) -> bool:
    """Tell whether a sentence ends at a token within a quotation, whose sentences are read as one."""
    if clause.words[place] not in (".", "?", "!") or not clause.quoted[place] or place + 1 >= len(clause.tokens):
        return False
    is_short = place < 1 or len(clause.words[place - 1]) <= SHORT  # "No. 3", "Mr. X"
    return clause.quoted[place + 1] and clause.tokens[place + 1].is_capital and not is_short
