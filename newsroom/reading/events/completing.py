"""Fill the other side of an act that its sentence leaves out: by what the frame allows, else by the story.

The last resort is the story itself: with whom a state last acted, or its main pair. Such parties are marked as
inferred, which lowers the confidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.words import MISSIONS
from newsroom.reading.analysis import PLACE_WORDS, Article, Clause
from newsroom.reading.events.claimants import claimants
from newsroom.reading.events.noun_parties import is_at_home
from newsroom.reading.events.parties import BETWEEN, Parties, after_word
from newsroom.reading.events.partners import counted_states, with_partner
from newsroom.reading.events.reach import end_of
from newsroom.reading.events.strangers import (
    faces_body,
    has_stranger_behind,
    is_done_by_stranger,
    is_stranger_at,
    is_told_by_report,
    is_with_many,
)
from newsroom.reading.grammar import objects, subjects, window_start
from newsroom.reading.names.codes import is_state
from newsroom.reading.names.index import ASIDE
from newsroom.reading.names.joint import POINTED
from newsroom.reading.names.mentions import Mention
from newsroom.reading.series import JOINED
from newsroom.reading.verbs import ADVERBS, PREPOSITIONS

PAIR, REACH = 2, 10
COMPLETED = frozenset("pledge speech posture asked object whom called mutual".split())
ARTICLES = frozenset("the a an his her its their".split())
SPANISH_ARTICLES = frozenset("el la los las un una su sus".split())
CIRCUMSTANCES = PREPOSITIONS | ADVERBS | frozenset("here there again briefly and privately face behind one".split())
SPEAKING = frozenset("discuss talk speak negotiate confer converse consult chat".split())
WITH, ALONGSIDE, BY = frozenset(("with", "con", "to")), frozenset(("with", "con")), frozenset(("by", "por"))
SHARED = frozenset("contact accord ceasefire clash release ties cancelled exercise economic".split())
UTTERED = frozenset("offer aid-offer proposal request accusation threat criticism refusal support invitation".split())
SPEAKING_AT = frozenset("request accusation criticism".split())
AIMED = frozenset("request accusation threat criticism refusal sanctions tariffs".split())
PRONOUNS = frozenset("he she they it we i who which both all some".split())
BETWEEN_STATES = AIMED | {"ceasefire", "accord", "court"}
STEPS = frozenset("recall expulsion summons ties sanctions border tariffs deportation withdrawal".split())
ANSWERS = frozenset("response retaliation reply turn protest return".split())
WHICH, NEAR_STATES = frozenset("that who which whose where que".split()), 5
ENDURED, RETURNED = frozenset("summons expulsion deportation".split()), frozenset("trade exchange swap".split())
RECIPROCAL = frozenset("other another mutual mutually mutuamente reciprocal tit-for-tat".split())
PEACE = frozenset(
    "ceasefire truce armistice calm restraint fighting hostilities violence escalation war clashes tensions de-escalate"
    " de-escalation".split()
)
AGREED, FOUGHT = frozenset(("accord", "ceasefire", "pledge", "truce")), frozenset(("ceasefire", "clash"))
SIDES, SIDES_NEAR = frozenset(("sides", "parties")), 5
MEDIATING = frozenset("mediate mediation mediator host broker facilitate intercede".split())


def complete(article: Article, clause: Clause, number: int, frame: Act, found: Parties) -> Parties | None:
    """Fill the other side where the frame allows it, else by the story; ``None`` where fewer than two countries act."""
    verb = clause.verbs[number]
    if _has_other_side(clause, number, frame, found):
        return None
    if frame.family == "force" and not verb.is_passive:
        _add_target(clause, number, found)
    _add_fighters(article, clause, number, frame, found)
    _add_same(article, clause, number, frame, found)
    if len(found.countries) == 1 and frame.parties in COMPLETED:
        floor = (-1 if verb.is_passive else verb.head) if frame.family in ("force", "request", "pledge") else None
        floor = None if frame.family == "request" and verb.is_passive else floor
        found = with_partner(article, clause, found, behind=floor, at=verb.head)
        if frame.family in ("force", "posture") and len(found.countries) == 1:
            found.add(clause, claimants(clause, number))  # "Peru says that Chile bombed a village"
    elif len(found.countries) == 1 and frame.parties == "with" and frame.family != "contact":
        found = with_partner(article, clause, found, at=verb.head)
    if len(found.countries) == 1 and frame.parties == "place" and is_here(clause, verb.head):
        found.add_code(article.here)
    third = found.countries and found.countries[0] not in article.pair
    if third and frame.kind == "offer" and MEDIATING & set(clause.words[verb.head :]):
        for code in article.pair:
            found.add_code(code)
    if frame.kind == "mediation" and len(found.countries) > 1 and _only_mediate(clause, number, found):
        found = between_others(article, clause, found)
    if len(found.countries) < PAIR and not _is_apart(clause, number, frame, found):
        is_between = frame.kind == "mediation" and found.countries
        is_contact = frame.family == "contact"
        found = (
            between_others(article, clause, found)
            if is_between
            else by_story(article, clause, found, at=verb.head, is_contact=is_contact)
        )
        if len(found.countries) == 1:  # a third state acts on the one of whom the story tells
            found.add_code(article.main_state(found.countries[0]))
    if _is_by_other_body(clause, number, frame, found):
        return None
    if len(found.countries) > 1 and (
        _lacks_target(clause, number, frame, found) or _lacks_doer(clause, number, frame, found)
    ):
        return _at_others(article, found)
    if len(found.countries) < PAIR:
        return None
    article.told = article.told if found.is_inferred else (clause.number, number, tuple(found.countries))
    return found


def _has_other_side(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether the words say who the other side is, and that it is no state."""
    near = clause.verbs[number].head
    if frame.family == "force" and not MISSIONS.isdisjoint(clause.words[max(0, near - REACH) : near + NEAR_STATES + 1]):
        return False  # a mob storms an embassy: its host answers for it
    if len(found.countries) < PAIR and (
        _is_of_strangers(clause, number, frame, found) or _is_at_stranger(clause, number, frame)
    ):
        return True
    if frame.family == "contact" and is_at_home(clause, near, near, found):
        return True
    if frame.family in AGREED and len(found.countries) < PAIR and is_with_many(clause, near, end_of(clause, number)):
        return True
    head = clause.verbs[number].head  # "flights were suspended by the airline"
    is_measure = frame.family == "sanctions" and clause.verbs[number].is_passive
    return is_measure and has_stranger_behind(clause, head + 1, head + 3, BY)


def _add_same(article: Article, clause: Clause, number: int, frame: Act, found: Parties) -> None:
    """Add who is named later, or on whom the same state acted before: "cut ties with X and expelled its envoys"."""
    for code in counted_states(article, clause, clause.verbs[number].head) if len(found.countries) == 1 else ():
        found.add_code(code)
    sentence, earlier, parties = article.told
    if frame.family in STEPS and len(found.countries) == 1 and clause.number - 1 == sentence and _is_answer(clause):
        found.add_code(next((code for code in parties[:1] if code != found.countries[0]), ""))  # "… in response"
    if frame.family not in STEPS or len(found.countries) != 1 or sentence != clause.number or earlier >= number:
        return
    own = {code for mention in subjects(clause, earlier) for code in mention.actor.countries}
    if set(found.countries) == own and own < set(parties) and not clause.verbs[number].is_passive:
        for code in parties:
            found.add_code(code)


def _is_answer(clause: Clause) -> bool:
    """Tell whether a sentence names no other state, and says that what it tells answers what was told before."""
    at = next((n for n, word in enumerate(clause.words) if word in ANSWERS and clause.words[n - 1] == "in" and n), 0)
    is_bare = at > 0 and clause.words[at + 1 : at + 2] not in (["to"], ["for"], ["against"])
    return is_bare and len({hit.code for hit in clause.named.countries}) == 1


def _add_fighters(article: Article, clause: Clause, number: int, frame: Act, found: Parties) -> None:
    """Add those who fight where a third state asks them to stop, or mediates and the words name one of them."""
    more: tuple[str, ...] = ()
    head = clause.verbs[number].head
    if frame.family == "request" and len(found.countries) == 1 and _is_for_peace(article, clause, head, found):
        more = article.fighting
    if frame.family in FOUGHT and len(found.countries) == 1 and found.countries[0] in article.fighting:
        more = article.fighting  # "if Peru held its fire"
    if frame.kind == "mediation" and 0 < len(found.countries) <= PAIR and len(article.acting) == PAIR:
        mediator, *sides = found.countries
        named = {hit.code for hit in clause.named.countries if hit.form not in ASIDE} - {mediator}
        is_third = mediator not in article.acting and set(sides) | named < set(article.acting)
        more = article.acting if is_third else ()  # "Egypt, which mediated their release"
    if frame.kind == "mediation" and 0 < len(found.countries) <= PAIR:
        more = more or _both_named(clause, found)
    if frame.family in AGREED and clause.words[clause.verbs[number].first - 1] == "we" and len(article.met) > PAIR:
        more = article.met if set(found.countries) < set(article.met) else ()  # said by one of the four who met
    for code in more:
        found.add_code(code)


def _both_named(clause: Clause, found: Parties) -> tuple[str, ...]:
    """Return the two whom a sentence names beside a mediator: "X and Y fought till a Z-brokered truce"."""
    named = [hit.code for hit in clause.named.countries if hit.form not in ASIDE and is_state(hit.code)]
    others = [code for code in dict.fromkeys(named) if code != found.countries[0]]
    return tuple(others) if len(others) == PAIR and set(found.countries[1:]) < set(others) else ()


def _is_for_peace(article: Article, clause: Clause, head: int, found: Parties) -> bool:
    """Tell whether a third state asks those who fight to stop, and names none of them: "called for a ceasefire"."""
    behind = clause.words[head + 1 : head + 1 + REACH]
    is_third = bool(article.fighting) and found.countries[0] not in article.fighting
    named = any(head < hit.first <= head + REACH for hit in clause.named.countries)
    is_to_all = not SIDES.isdisjoint(behind[:SIDES_NEAR])  # "urged all the relevant parties to"
    return is_third and not named and (is_to_all or not PEACE.isdisjoint(behind))


def _lacks_target(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether several act together on somebody who is not named: "X and Y asked the opposition to wait"."""
    verb = clause.verbs[number]
    if frame.family not in AIMED or verb.is_passive or verb.lemma in RETURNED or RECIPROCAL & clause.lows:
        return False
    if clause.is_spanish and verb.first and clause.words[verb.first - 1] == "se":
        return False  # "se acusaron de romper la tregua"
    own = {code for mention in subjects(clause, number) for code in mention.actor.countries}
    return len(own) > 1 and set(found.countries) <= own


def _is_by_other_body(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether who speaks to states is a body of none of them: "the court asked X", "Justice Watch accused X"."""
    verb = clause.verbs[number]
    if (
        frame.family not in BETWEEN_STATES
        or verb.is_passive
        or not verb.is_finite
        or verb.is_infinitive
        or not verb.first
    ):
        return False
    own = subjects(clause, number)
    codes = {code for m in own for code in m.actor.countries if is_state(code)}
    if own:
        return not codes and are_others(own) and not any(m.form == "anaphor" for m in own)
    place = verb.first - 1
    if faces_body(clause, verb):
        return not own
    while place >= 0 and clause.tokens[place].is_capital and clause.named.covered[place] < 0:
        place -= 1
    is_firm = place < 0 and verb.first == 1 and clause.words[0] not in PRONOUNS  # "Shell sued Peru"
    is_name = (is_firm or place < verb.first - 2) and (
        place < 0 or clause.words[place] in ARTICLES or not clause.tokens[place].is_word
    )
    return is_name and not clause.is_spanish and len(found.countries) > 0


def _lacks_doer(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether envoys of several states were called in or sent away, and nobody is said to have done it."""
    if frame.family not in ENDURED or not clause.verbs[number].is_passive:
        return False
    own = {code for mention in subjects(clause, number) for code in mention.actor.countries}
    return len(own) > 1 and set(found.countries) <= own


def _at_others(article: Article, found: Parties) -> Parties | None:
    """Add at whom several aim together: who else acted last, else whoever of the story's pair is none of them."""
    latest = [code for code in article.acting if code not in found.countries]
    others = latest if len(latest) == 1 else [code for code in article.pair if code not in found.countries]
    for code in others:
        found.add_code(code)
    return found if others else None


def _only_mediate(clause: Clause, number: int, found: Parties) -> bool:
    """Tell whether all states found are those who mediate: "a truce brokered by Malaysia and the United States"."""
    verb = clause.verbs[number]
    is_done_by = verb.is_passive or (verb.form == "part" and not verb.has_auxiliary)
    own = after_word(clause, verb.head + 1, end_of(clause, number), BY) if is_done_by else subjects(clause, number)
    return set(found.countries) <= {code for mention in own for code in mention.actor.countries}


def _is_of_strangers(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether the words name another side that is no state: "held by the rebels", "met with African leaders"."""
    verb, end = clause.verbs[number], end_of(clause, number)
    if verb.is_passive or (verb.form == "part" and not verb.has_auxiliary):
        return has_stranger_behind(clause, verb.head + 1, min(end, verb.head + REACH), BY) or (
            frame.family == "force" and _is_by_thing(clause, verb.head)
        )
    if is_done_by_stranger(clause, verb.first, found.countries):
        return True
    if frame.family in UTTERED and not verb.is_infinitive and not subjects(clause, number):
        is_of_report = is_told_by_report(clause, verb.first)  # else "opposition leaders accused"
        return is_of_report or is_stranger_at(clause, window_start(clause, number), named=False)
    if frame.family in AGREED and _is_beside_stranger(clause, number):
        return True
    if frame.family in AGREED and has_stranger_behind(clause, verb.head + 1, end, BETWEEN):
        return True
    if frame.parties not in ("with", "joint") or frame.family not in ("contact", "clash"):
        return False
    return has_stranger_behind(clause, verb.head + 1, end, ALONGSIDE)


def _is_beside_stranger(clause: Clause, number: int) -> bool:
    """Tell whether somebody who is no state acts beside a subject: "Peru and Sendero agreed to a truce"."""
    first = clause.verbs[number].first
    for mention in subjects(clause, number):
        before, behind = mention.first - 2, mention.last + 2
        if behind < first and clause.words[behind - 1] in JOINED and clause.named.covered[behind] < 0:
            return clause.tokens[behind].is_capital
        if before >= 0 and clause.words[before + 1] in JOINED and clause.named.covered[before] < 0:
            return clause.tokens[before].is_capital and clause.words[before] not in ARTICLES
    return False


def _is_at_stranger(clause: Clause, number: int, frame: Act) -> bool:
    """Tell whether who is acted upon is of no state: "accused Ann Lee of lying", "blamed local farmers"."""
    verb = clause.verbs[number]
    if verb.is_passive or verb.head + 1 >= len(clause.tokens):
        return False
    mention = clause.named.at(verb.head + 1)
    if mention is not None:
        is_known = bool(mention.actor.countries or mention.actor.title_kind)
        return mention.actor.kind == "person" and mention.form == "name" and not is_known
    if frame.family in AIMED and faces_body(clause, verb):
        return True
    near = clause.words[verb.head + 1 : verb.head + 1 + NEAR_STATES]
    if any(word in POINTED and after in WHICH for word, after in pairwise(near)):
        return True  # "accused those countries that build dams": whichever they are
    return frame.family in SPEAKING_AT and is_stranger_at(clause, verb.head + 1, named=False)


def _is_by_thing(clause: Clause, head: int) -> bool:
    """Tell whether what did it is a thing without an owner: "were wounded by a land mine"."""
    if clause.words[head + 1 : head + 2] != ["by"] or clause.words[head + 2 : head + 3] not in (["a"], ["an"]):
        return False
    return not any(head < mention.first <= head + REACH for mention in clause.mentions)


def is_here(clause: Clause, head: int) -> bool:
    """Tell whether "here" stands right behind a verb: at the dateline's place."""
    return "here" in clause.words[head + 1 : head + 3]


def _add_target(clause: Clause, number: int, found: Parties) -> None:
    """Add the state on whose soil they struck, where only those who struck are known: "struck (targets in) Kabul"."""
    own = {code for m in subjects(clause, number) for code in m.actor.countries}
    if not own or not set(found.countries) <= own:
        return
    head = clause.verbs[number].head
    for mention in clause.mentions:
        is_place = mention.form == "place" or clause.words[mention.first - 1] in PLACE_WORDS
        if head < mention.first <= head + REACH and is_place:
            for code in mention.actor.countries if not set(mention.actor.countries) & own else ():
                found.add_code(code)
            return


def by_story(
    article: Article, clause: Clause, found: Parties, *, at: int | None = None, is_contact: bool = False
) -> Parties:
    """Add the other side, or both, as the story so far has them; the parties are marked as inferred."""
    if len(found.countries) == 1:
        return with_partner(article, clause, found, at=at)
    latest = (article.met if is_contact else ()) or article.acting or article.pair
    for code in latest if not found.countries else ():
        found.add_code(code)
    return found


def between_others(article: Article, clause: Clause, found: Parties) -> Parties:
    """Add those between whom a state mediates: all others that the sentence names, else the two of the story."""
    named = [hit.code for hit in clause.named.countries if hit.form not in ASIDE and hit.code not in found.countries]
    for code in named if len(set(named)) >= PAIR else article.pair:
        found.add_code(code)
    return found


def _is_apart(clause: Clause, number: int, frame: Act, found: Parties) -> bool:
    """Tell whether somebody who is no state takes part, or a journey leads home: the story's states do not act."""
    verb = clause.verbs[number]
    own = subjects(clause, number)
    if verb.form == "ing" and not verb.has_auxiliary and not own:
        return True  # "Fighting between X and Y": a noun
    if are_others(own) or are_others(m for m in objects(clause, number) if m.first - verb.head <= PAIR):
        return True
    if (
        frame.family == "contact"
        and verb.lemma == "meet"
        and not verb.is_passive
        and _has_own_object(clause, verb.head)
    ):
        return True  # "met its demand", "met Ugandan rebels"
    if verb.lemma in SPEAKING and found.countries and not verb.is_passive:
        return not WITH & set(clause.words[verb.head : verb.head + REACH])
    is_shared = frame.family in SHARED or not RECIPROCAL.isdisjoint(clause.words[verb.head : verb.head + REACH])
    if not found.countries and not is_shared and not (verb.is_passive and frame.family not in UTTERED):
        return True  # whoever criticises, it is none of the states named
    if frame.parties != "place":
        return False
    goals = [m for m in clause.mentions if m.first > verb.head and m.actor.countries]
    return not found.countries or any(set(m.actor.countries) & set(found.countries) for m in goals[:1])


def _has_own_object(clause: Clause, head: int) -> bool:
    """Tell whether a noun stands behind a verb that is neither a person nor words of place and time."""
    place = _behind_articles(clause, head + 1)
    if clause.is_spanish:  # "se reunió el sábado con su par"
        place = next((time.last + 1 for time in clause.times if time.first == place), place)
        place = _behind_articles(clause, place + (clause.words[place : place + 1] == ["con"]))
    mention = clause.named.at(place)
    if mention is not None:
        return mention.form == "adjective" or mention.is_possessive or mention.actor.kind == "people"
    if place >= len(clause.tokens) or not clause.tokens[place].is_word or clause.words[place] in CIRCUMSTANCES:
        return False
    named = clause.named.at(place + 1)  # "met presidents X and Y"
    return named is None or named.actor.kind != "person" or named.first != place + 1


def _behind_articles(clause: Clause, place: int) -> int:
    """Return the first token from a place on that is no article."""
    while place < len(clause.tokens) and clause.words[place] in ARTICLES | SPANISH_ARTICLES:
        place += 1
    return place


def are_others(mentions: Iterable[Mention]) -> bool:
    """Tell whether mentions name a body of no state or of many: "the Security Council", "NATO"."""
    return any(
        m.actor.kind in ("body", "country", "plain") and not any(is_state(code) for code in m.actor.countries)
        for m in mentions
    )
