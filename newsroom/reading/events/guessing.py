"""Guess what a sentence tells of two states where no rule knows its act: by its words, with little confidence.

Language has more ways to tell an act than a lexicon has rows. What a sentence of the narrator tells, of which no finder
makes anything though it names two states, is mostly an act between them; an editor had better see it and decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.acts.hints import HINTS, Hint
from newsroom.reading.acts.judgements import NAMING
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate, are_dated_apart
from newsroom.reading.events.completing import are_others
from newsroom.reading.events.deeds import is_use_of_arms
from newsroom.reading.events.hearsay import is_fiction
from newsroom.reading.events.modality.words import GIVING_UP, INTENTS
from newsroom.reading.events.noun_governors import governor_of
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.sport import GAMES, is_of_match
from newsroom.reading.events.strangers import ALONE, PRIVATE, faces_body, is_done_by_stranger, is_private
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.verbs import Verb

GUESS = "guess."  # what the rules of guesses begin with
PAIR, MOST = 2, 4
JOINT = frozenset(("contact", "accord"))
WEIGHT = 0.35
AHEAD, NEAR = 7, 4  # how far before and behind a word that stands which leaves it open
MAIN = 2  # how much more the verb itself says than another word
STATES = frozenset(
    "be remain stay seem appear become belong lie share see consider regard need want like expect feel know mean"
    " depend include contain involve lead border lack live sit stem rise deepen intend hope plan aim encourage"
    " review debate strain sour fray mar plague overshadow constitute represent".split()
)  # verbs that say how things are, or what is wished
TELLING = frozenset(("body", "bullet"))
SPOKEN = frozenset(("criticism", "request", "refusal"))  # of what is said, the saying is the act
AIMED = frozenset(("criticism", "request", "sanctions"))  # what has a target, though its sentence may not name it
WORDED = frozenset(("criticism",))  # what somebody's quoted words alone may do
OPEN = frozenset(("happened", "planned", "alleged"))
COMING = frozenset(("will", "would", "shall"))
OTHERS = ALONE | PRIVATE | frozenset("opposition court courts judge judges plane storm flood earthquake".split())
HEDGES = frozenset(
    "reportedly allegedly alleged purported unconfirmed unclear presuntamente presunto presunta supuestamente".split()
)
# What leaves open whether it came about, or says that it did not.
UNSURE = frozenset(
    "mused musing bracing review"
    " nor never neither short nearing draft await awaits awaiting prospect prospects fear fears feared threat"
    " threats risk risks possible possibility potential hope hopes hoped chance door avoid avoided averted fail"
    " failed fails without against bar barred stop stopped halted abandon abandoned fight fighting work working"
    " unless whether if ojala quiza posible temor riesgo evitar evito sin contra".split()
)
SYMPATHY = frozenset(
    "condolence condolences condoles condoled sympathy sympathies solidarity condemn condemns condemned condemning"
    " condolencias condena condeno condenaron".split()
)
# What befalls a state and is no act of another that is known: who condemns it does not condemn that state.
TERROR = frozenset("terrorist terror terrorism suicide blast explosion atentado atentados terrorista".split())
# With these beside them words that hint mean something else: "in order to", "sought to keep", "asked her about".
ASKING = frozenset("ask asks asked asking".split())
ABOUT = frozenset("about if whether what how why preguntas".split())
SEEKING = frozenset("seek seeks sought seeking want wants wanted wanting".split())
SOUGHT = frozenset("path way ways peace solution solutions end balance".split())  # of nobody
CALLS, CALLED_FOR = frozenset(("call", "calls", "called", "calling")), frozenset(("to", "for", "on"))
TERM = frozenset("hours days weeks deadline".split())  # which nationals are given who have to leave
AT_HOME = frozenset("cabinet parliament congress senate lawmakers mps legislators council".split())  # who debates
NEWS = frozenset("announce confirm".split())  # what is said so is no aside
REPORTS = frozenset(("saying", "that", "of"))


def guess(article: Article, clause: Clause) -> list[Candidate]:
    """Return the act at which the words of a sentence hint, at most one; the sentence is all of its passage."""
    number = next((n for n in clause.mains if not clause.quoted[clause.verbs[n].head]), None)
    if clause.role not in TELLING or number is None or _says_nothing(clause.verbs[number]):
        return []
    verb = clause.verbs[number]
    if is_fiction(clause, is_hostile=True) or _is_of_others(clause, verb):
        return []
    hint = _hint(clause, number)
    if (
        hint is None
        or _gives_up_plan(clause, verb)
        or _is_unsure(clause, verb.head, hint)
        or _is_aside(clause, number, hint)
    ):
        return []
    sides, status = _sides(article, clause, number, hint), _status(clause, number, hint)
    if not PAIR <= len(sides.countries) <= MOST or status not in OPEN:
        return []
    trigger = (verb.first, verb.head)
    last, rule = len(clause.tokens) - 1, GUESS + hint.family
    return [Candidate(hint.kind, hint.family, status, clause, trigger, 0, last, sides, rule, WEIGHT)]


def _says_nothing(verb: Verb) -> bool:
    """Tell whether a verb only says how things are, or what was not done."""
    return verb.lemma in STATES or verb.is_negated


def _gives_up_plan(clause: Clause, verb: Verb) -> bool:
    """Tell whether what a verb gives up was only a plan: "scrapped plans to", "withdrew its threat"."""
    behind = clause.words[verb.head + 1 : verb.head + NEAR]
    return verb.lemma in GIVING_UP and not INTENTS.isdisjoint(behind)


def _is_of_others(clause: Clause, verb: Verb) -> bool:
    """Tell whether firms, crowds, teams or others who act for no state do it."""
    if is_private(clause, verb) or any(is_done_by_stranger(clause, one.first, []) for one in clause.verbs):
        return True
    if faces_body(clause, verb) and len({hit.code for hit in clause.named.countries}) < PAIR:
        return True
    if is_of_match(clause) or len(clause.lows & GAMES) > 1:
        return True
    return not OTHERS.isdisjoint(clause.words[max(0, verb.first - AHEAD) : verb.first])


def _hint(clause: Clause, number: int) -> Hint | None:
    """Return the hint of which most words stand in a sentence, quoted ones only where they are verbs or judge."""
    own = frozenset([word for _, word in _own(clause)])
    head = clause.words[clause.verbs[number].head]
    best, most = None, 0
    for hint in HINTS:
        seen = clause.lows if hint.family in WORDED else own
        count = len(seen & hint.words) + (MAIN if head in own & hint.words else 0)
        best, most = (hint, count) if count > most else (best, most)
    return best


def _own(clause: Clause) -> list[tuple[int, str]]:
    """Return the words of the narrator, with their places, and the verbs among the quoted ones."""
    words = ((place, word) for place, word in enumerate(clause.words) if not is_use_of_arms(clause.words, place))
    words = ((place, word) for place, word in words if not clause.quoted[place] or place in clause.heads)
    return [(place, word) for place, word in words if not _means_else(clause.words, place)]


def _means_else(words: list[str], place: int) -> bool:
    """Tell whether what stands beside a word makes it no hint."""
    word, behind = words[place], words[place + 1 : place + 1 + NEAR]
    if word in ASKING:
        return not ABOUT.isdisjoint(behind)
    if word in SEEKING:
        return behind[:1] == ["to"] or not SOUGHT.isdisjoint(behind)
    if word == "close":
        return behind[:1] == ["to"]
    if word in CALLS:
        return not CALLED_FOR.isdisjoint(behind[:1])
    if word == "nationals":
        return TERM.isdisjoint(words[place:])
    return word == "order" and words[place - 1] == "in"


def _is_aside(clause: Clause, number: int, hint: Hint) -> bool:
    """Tell whether somebody only speaks of talks or of force: "said ahead of the summit", "sent condolences over"."""
    if hint.family == "criticism" and not TERROR.isdisjoint(clause.lows) and not SYMPATHY.isdisjoint(clause.lows):
        return True  # "condemned the terrorist attack in Chile"
    is_said = clause.verbs[number].lemma in SAYING | NAMING
    hinting = [place for place, word in _own(clause) if word in hint.words]
    if hint.family == "force":
        return not SYMPATHY.isdisjoint(clause.lows) or (is_said and len(hinting) < PAIR)
    is_said = is_said and clause.verbs[number].lemma not in NEWS
    if clause.verbs[number].lemma == "discuss" and not AT_HOME.isdisjoint(clause.words[: clause.verbs[number].first]):
        return True  # "its parliament discussed sanctions on Chile"
    return hint.family == "contact" and is_said and clause.heads.isdisjoint(hinting)


def _is_unsure(clause: Clause, head: int, hint: Hint) -> bool:
    """Tell whether words round its verb or the word that hints leave open what came about."""
    places = [head, *(place for place, word in _own(clause) if word in hint.words)][:2]
    if UNSURE.isdisjoint(clause.lows):
        return False
    return any(not UNSURE.isdisjoint(clause.words[max(0, place - AHEAD) : place + NEAR]) for place in places)


def _sides(article: Article, clause: Clause, number: int, hint: Hint) -> Parties:
    """Return who does it and whom else the sentence names: of several others the other side of the story alone."""
    own = subjects(clause, number)
    if are_others(own):
        return Parties()
    found = Parties().add(clause, own)
    if len(found.countries) >= PAIR:
        return found
    others = [m for m in clause.mentions if m not in own and not clause.quoted[m.first]]
    head = clause.verbs[number].head
    if hint.family in SPOKEN and clause.words[head] in hint.words:  # "rejects the words of the minister of Chile about"
        others = [m for m in others if m.first > head and set(m.actor.countries) - set(found.countries)][:1] or others
    partners = {article.partner(code) for code in found.countries}
    named = set(Parties().add(clause, others).countries) - set(found.countries)
    if len(named) > 1 and partners & named:
        others = [m for m in others if partners & set(m.actor.countries)]
    found.add(clause, others)
    if len(found.countries) == 1 and hint.family in AIMED:
        found.add_code(article.partner(found.countries[0]))
    return found


def _status(clause: Clause, number: int, hint: Hint) -> str:
    """Return the modality of the word that hints, a verb or a governed noun; of what is said, of the saying."""
    if hint.family in SPOKEN:
        spoken = next((n for n, verb in enumerate(clause.verbs) if clause.words[verb.head] in hint.words), number)
        ahead = modality.of_verb(clause, spoken) if clause.verbs[spoken].modal in COMING else ""
        return ahead if ahead == "planned" else modality.of_verb(clause, number)  # "said he would protest to Peru"
    if hint.family == "force" and clause.verbs[number].lemma in SAYING:
        return "alleged"  # who says that it was done may be a side
    reported = any(word == "reports" and after in REPORTS for word, after in pairwise(clause.words))
    if reported or not HEDGES.isdisjoint(clause.lows):
        return "alleged"
    place = next(place for place, word in _own(clause) if word in hint.words)
    if place in clause.heads:
        return modality.of_verb(clause, next(n for n, verb in enumerate(clause.verbs) if verb.head == place))
    governor = governor_of(clause, place, place)
    if governor is not None and (status := modality.of_verb(clause, governor)) != "happened":
        return status
    return modality.of_noun(clause, place, place, governor)


def told_by_rule(kept: Sequence[Candidate], one: Candidate) -> Candidate | None:
    """Return the joint act of the same states, told before, that a guess only brings up again."""
    if not one.rule.startswith(GUESS) or one.family not in JOINT:
        return None
    states = set(one.parties.countries)
    alike = (other for other in reversed(kept) if (other.family, other.modality) == (one.family, one.modality))
    same = (other for other in alike if set(other.parties.countries) == states)
    return next((other for other in same if not are_dated_apart(other, one)), None)
