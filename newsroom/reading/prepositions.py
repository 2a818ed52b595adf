"""Tell which mentions hang on a preposition, directly or in a list that does; such a mention is no subject."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import behind_aside
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import PREPOSITIONS

PAIRING = frozenset(("between", "entre"))  # "between the minister, X, and his counterpart, Y, and said"
SUCH = 4  # how far before "as" the preposition of "with neighbouring countries such as" may stand
GERUND_NEAR = 2  # an adverb may stand between
LISTING = frozenset("of from between by with de entre con".split())
JOINING = (["and"], [","], ["y"], ["e"])
ON_WITH = (["and"], [","], ["y"], ["e"], ["under"], ["bajo"])  # "after the government under X announced"
OTHERS = frozenset("according a al ante con contra de del en entre para por".split())  # "according", and Spanish ones
PARTS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern neighbouring"
    " neighboring".split()
)  # what may stand between a preposition and a name


def is_in_phrase(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention hangs on a preposition, directly or joined to one that does."""
    place = mention.first - 1
    if place > 0 and clause.words[place] in PARTS:  # "the war in northern Peru has cost"
        place -= 1
    if place < 0:
        return False
    if clause.words[place] == "even" and place > 0:  # "with Peru, Chile and even Brazil"
        place -= 1
    low = clause.words[place]
    if low == "to" and place and (envoy := clause.named.at(place - 1)) is not None:
        return envoy.actor.title_kind == "ambassador"  # "Ambassador X of Peru to Chile said"
    if low == "as" and place > SUCH and clause.words[place - 1] == "such":
        return not PREPOSITIONS.isdisjoint(clause.words[place - SUCH : place - 2])  # "with countries such as Peru"
    if (low in PREPOSITIONS and low not in ("as", "like", "than")) or low in OTHERS:
        is_absolute = low == "with" and place > 0 and clause.words[place - 1] == ","  # ", with both sides accusing"
        if low in ("despite", "amid", "notwithstanding") or is_absolute:
            return not _starts_gerund(clause, mention)
        return not (low in ("after", "before", "since", "until") and _starts_clause(clause, mention))
    if low in ("and", ",", "y", "e", "or"):
        before = clause.named.at(_before_brackets(clause, place - 1))
        if before is None and low != "," and clause.tokens[place - 1].text == ",":
            before = clause.named.at(place - 2)  # "of Peru, Chile, and Brazil"
            opener = clause.words[before.first - 1] if before is not None and before.first else ""
            if opener != "," and opener not in PAIRING:
                before = None
        if before is not None and before is not mention:
            return is_in_phrase(clause, before) if low != "," else _is_listed(clause, before, mention)
    return False


def _before_brackets(clause: Clause, place: int) -> int:
    """Return the token before a name in brackets that end at a token: "of Peru (NAME) and Chile"; else that token."""
    if place <= 0 or clause.tokens[place].text != ")":
        return place
    return next((n - 1 for n in range(place, 0, -1) if clause.tokens[n].text == "("), place)


def _behind_brackets(clause: Clause, place: int) -> int:
    """Return the bracket that closes right behind a token, else that token."""
    if clause.words[place + 1 : place + 2] != ["("]:
        return place
    return next((n for n in range(place + 2, len(clause.words)) if clause.words[n] == ")"), place)


def _is_listed(clause: Clause, before: Mention, mention: Mention) -> bool:
    """Tell whether a comma joins two items of a list that hangs on a noun: "the leaders of Peru, Chile and Brazil"."""
    last = _behind_brackets(clause, mention.last)
    after = clause.words[last + 1] if last + 1 < len(clause.tokens) else ""
    opener = clause.words[before.first - 1] if before.first else ""
    behind = clause.words[last + 2 : last + 4]
    skip = 2 + (after == "," and behind[:1] == ["and"]) + ("even" in behind)
    if after not in ("and", ",", "y", "e") or clause.named.at(last + skip) is None:
        return False
    return opener in LISTING or (opener in (",", "as") and is_in_phrase(clause, before))


def _starts_gerund(clause: Clause, mention: Mention) -> bool:
    """Tell whether a bare "-ing" follows the mention at once: "despite Peru recently releasing them"."""
    return any(
        0 < verb.first - mention.last <= GERUND_NEAR and verb.form == "ing" and not verb.has_auxiliary
        for verb in clause.verbs
    )


def _starts_clause(clause: Clause, mention: Mention) -> bool:
    """Tell whether a finite verb follows at once: "after it accused", "after Peru and Chile on Monday signed"."""
    last = mention.last
    while clause.words[last + 1 : last + 2] in ON_WITH and (other := clause.named.at(last + 2)) is not None:
        last = other.last
    last = behind_aside(clause, last + 1) - 1
    return any(0 < verb.first - last <= 2 and verb.is_finite and not verb.is_infinitive for verb in clause.verbs)
