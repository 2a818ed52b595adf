"""Tell who fights where the noun for it names no side: "ten were killed in border clashes", "the fighting broke out".

Those fight of whose fighting or truce the story has told, or the two of whom it tells where its sentence names both.
Only what is told as a fact counts: what a verb behind it says came about, what has had victims, what lasted, or what
something else came after. Fighting that is to end, or is feared, is a topic.
"""

from __future__ import annotations

from newsroom.reading.acts.words import BORDERS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.old_accords import has_year
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.index import ASIDE
from newsroom.reading.names.mentions import Mention
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import PREPOSITIONS, Verb

HAPPENING = frozenset(
    "erupt break flare rage begin start kill leave claim intensify escalate continue resume displace occur happen"
    " spread force wound injure last subside report drive estallar dejar comenzar empezar causar".split()
)
OCCASIONS = frozenset("after following since amid during tras desde durante".split())
SUFFERED = frozenset("kill die wound injure hurt displace morir fallecer".split())
MEASURES = frozenset(
    "decades years months weeks days hours decade year month week day"
    " rounds wave spate string outbreak eruption upsurge resumption start onset"
    " beginning decadas anos meses semanas dias horas inicio comienzo".split()
)
OTHER_WARS = frozenset(
    "civil tribal ethnic communal sectarian verbal trade gang drug clan world cold legal political commercial economic"
    " diplomatic internal family class street protest price media".split()
)
ENDS, STOPPING = frozenset(("end", "conclusion", "fin")), frozenset("end stop halt".split())
OWNING, OWNED = frozenset("its their his her su sus".split()), 5
WITHIN, OF = frozenset(("in", "en")), frozenset(("of", "de"))
SHARED = frozenset(("between", "entre"))
ON_BORDER = frozenset("on along at near".split())
PLACING = frozenset("in over inside on across en".split())
ARTICLES = frozenset("the la el los las".split())
FLARING = frozenset("flare flareup flareups".split())  # of what was told before: of fighting, or of a row
RELATIVES = frozenset("which that who".split())
BESIDE = PREPOSITIONS | RELATIVES | frozenset("and last this y que".split())
TRUCES = frozenset("ceasefire cease truce armistice tregua alto".split())
SHARING, TRUCE_NEAR = (["between"], ["entre"]), 4  # how far behind "truce" (or "ceasefire agreement") it stands
PAIR, LEAD, PHRASE, VICTIMS = 2, 6, 9, 12
FRONT, FRONTED = 4, 20  # where a noun opens its sentence, and how far behind it its verb may stand


def fighters(article: Article, clause: Clause, first: int, last: int) -> Parties:
    """Return both sides of fighting that the story tells; no parties where it is no fact or nobody's."""
    found = Parties()
    if clause.words[first - 1] in OTHER_WARS or not _is_fact(clause, first, last):
        return found
    between = after_word(clause, last + 1, last + 2 + LEAD, SHARED)[:PAIR]
    named = Parties().add(clause, between if _is_between(clause, last) else [])
    if len(named.countries) == PAIR:
        return named
    is_bare = clause.words[first - 1] in ARTICLES and not has_year(clause, first, last)
    sides = _sides(article, clause, is_bare=is_bare or clause.words[first] in FLARING)
    placed = {
        hit.code
        for hit in clause.named.countries
        if last < hit.first <= last + LEAD and not PLACING.isdisjoint(clause.words[last + 1 : hit.first])
    }
    if len(sides) == PAIR and placed <= set(sides):
        for code in sides:
            found.add_code(code)
        found.is_inferred = True
    return found


def own_side(clause: Clause, before: int) -> list[Mention]:
    """Return whose own they are who stand before a token, else who tells what follows, where one other side is named.

    "Peru said 20 of its soldiers were killed in a clash with", "Peru's army reported no clash with".
    """
    place = next((n for n in range(before - 1, max(-1, before - 1 - OWNED), -1) if clause.words[n] in OWNING), -1)
    if owners := [m for m in clause.mentions if m.last < place][-1:]:
        return owners
    told = [n for n, verb in enumerate(clause.verbs) if verb.head < before and verb.lemma in SAYING and verb.is_finite]
    return subjects(clause, told[-1]) if told else []


def of_fighting(article: Article, clause: Clause, found: Parties) -> Parties:
    """Add those of whose fighting or truce the story tells, where whoever is named is one of them."""
    sides = _sides(article, clause, is_bare=False)
    for code in sides if len(found.countries) < PAIR and set(found.countries) <= set(sides) else ():
        found.add_code(code)
    return found


def _is_between(clause: Clause, last: int) -> bool:
    """Tell whether it stands behind a noun between whom, or on whose border: "on the border between X and Y"."""
    behind = clause.words[last + 1 : last + 1 + LEAD]
    place = next((n for n, word in enumerate(behind) if word in SHARED), len(behind))
    return place == 0 or (place < len(behind) and behind[0] in ON_BORDER and not BORDERS.isdisjoint(behind[:place]))


def _sides(article: Article, clause: Clause, *, is_bare: bool) -> tuple[str, ...]:
    """Return who fights in the story so far, else the two of whom it tells, where the sentence names them alone.

    A bare "the war" is one that the story must have told of.
    """
    if article.fighting or is_bare:
        return article.fighting
    if (ended := of_truce(clause)) is not None:
        return ended
    named = {hit.code for hit in clause.named.countries if is_state(hit.code) and hit.form not in ASIDE}
    return article.pair if named == set(article.pair) else ()


def of_truce(clause: Clause) -> tuple[str, ...] | None:
    """Return between whom a sentence names a truce: "a ceasefire between X and Y after days of fighting".

    No sides where one of them is no state; ``None`` where it names no truce.
    """
    for place in places_of(clause.words, TRUCES):
        start = next((n for n in range(place + 1, place + 1 + TRUCE_NEAR) if clause.words[n : n + 1] in SHARING), 0)
        if start:
            return tuple(Parties().add(clause, after_word(clause, start, start + 1, SHARED)).countries[:PAIR])
    return None


def has_lasted(clause: Clause, first: int) -> bool:
    """Tell whether it is said how long the fighting took, or that it began: "decades of war", "days of clashes"."""
    place = next((n for n in range(first - 1, max(0, first - LEAD), -1) if clause.words[n] in OF), 0)
    lead = clause.words[max(0, place - LEAD) : place]
    if not ENDS.isdisjoint(lead) and not OCCASIONS.isdisjoint(lead):
        return True  # "since the end in 2000 of a war"
    return not MEASURES.isdisjoint(clause.words[max(0, place - 2) : place])


def _is_fact(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a noun for fighting tells that there was some."""
    behind = clause.words[last + 1 : last + 2]
    reach = FRONTED if first <= FRONT else PHRASE
    verb = next((v for v in clause.verbs if last < v.first <= last + reach and v.is_finite), None)
    is_phrase_left = verb is None or "," in clause.words[last : verb.first]
    if verb is not None and not is_phrase_left and _has_come(clause, verb) and not verb.modal:
        return behind != ["-"] and (verb.first == last + 1 or behind[0] in PREPOSITIONS | RELATIVES)
    if _is_before_noun(clause, last, verb):
        return False
    if has_year(clause, first, last):
        return True
    for place in range(first - 1, max(-1, first - LEAD), -1):
        low = clause.words[place]
        if low in OCCASIONS or _has_stopped(clause, place):
            return True
        if low in WITHIN:
            return any(v.lemma in SUFFERED and 0 < place - v.head <= VICTIMS for v in clause.verbs)
        if low in OF:
            return has_lasted(clause, first)
        if low in PREPOSITIONS or low == "," or clause.named.covered[place] >= 0:
            return False
    return False


def has_ended(clause: Clause, first: int) -> bool:
    """Tell whether a verb right before a noun says that it is over: "the accord ended the two-year war"."""
    verb = next((v for v in reversed(clause.verbs) if v.head < first), None)
    near = first if verb is None else verb.head
    return first - near <= LEAD and PREPOSITIONS.isdisjoint(clause.words[near:first]) and _has_stopped(clause, near)


def _has_stopped(clause: Clause, place: int) -> bool:
    """Tell whether the verb there says that something is over."""
    verb = next((v for v in clause.verbs if v.head == place), None)
    if verb is None or verb.lemma not in STOPPING or verb.is_negated or verb.modal or not verb.is_finite:
        return False
    return not verb.is_infinitive and (verb.is_perfect or verb.tense == "past")


def _has_come(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb says that there was fighting: "erupted", "took place"."""
    return verb.lemma in HAPPENING or clause.words[verb.head : verb.head + 2][1:] == ["place"]


def _is_before_noun(clause: Clause, last: int, verb: Verb | None) -> bool:
    """Tell whether a noun for fighting only stands before another one: "war crimes", "the conflict zone"."""
    behind = clause.words[last + 1 : last + 2]
    if not behind or not behind[0].isalpha() or behind[0] in BESIDE or (verb is not None and verb.first == last + 1):
        return False
    return not any(time.first == last + 1 for time in clause.times)
