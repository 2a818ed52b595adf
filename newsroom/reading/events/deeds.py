"""Find one-sided acts told by a noun that names both sides: "Peru's arrest of four Chilean fishermen", "sanctions on".

Who acts owns the noun, stands before it as an adjective, or behind it after "by"; who is acted upon hangs on it by its
preposition. Where the words do not name both, nothing is proposed: the noun alone is a topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.frames import (
    DIPLOMATS,
    EXERCISES,
    PEOPLE,
    SANCTIONS,
    TARIFFS,
    TIES,
    TROOPS,
    VERB_INDEX,
)
from newsroom.reading.events.nominal import governor_of
from newsroom.reading.events.parties import Parties, after_word, chain, hanging
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention

OWNED, BEHIND, HEADS = 5, 12, 8
BY = frozenset(("by", "por"))
JOINERS = frozenset(("by", "between", "of", "with"))
NOT_DONE = frozenset("no without any possible potential further planned proposed threatened".split())
ASKED_FOR = frozenset(
    "call calls called calling need needs demand demands appeal appeals push urging plan plans".split()
)
TOPICS = frozenset(
    "discuss negotiate consider propose seek demand urge request want plan oppose fear prevent avoid weigh".split()
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Hold a noun that tells an act: its kind, its family, the prepositions of the side acted upon, words needed."""

    kind: str
    family: str
    to: frozenset[str]
    words: frozenset[str] = frozenset()
    is_joint: bool = False


def _deeds(*rows: tuple[str, str, str, str, frozenset[str], bool]) -> dict[str, Deed]:
    """Return the table of rows by noun."""
    return {
        noun: Deed(kind, family, frozenset(to.split()), words, joint)
        for nouns, kind, family, to, words, joint in rows
        for noun in nouns.split()
    }


UNDONE = frozenset(("lifting", "easing", "removal"))
DOING = frozenset("complete begin start finish make launch order announce carry conduct continue".split())
DEPLORED = frozenset("concern concerns alarm outrage".split())
AGREEING = frozenset("agree decide negotiate plan aim lead work approve sign establish initiate".split())
ANY: frozenset[str] = frozenset()
# fmt: off
DEEDS = _deeds(
    ("recognition", "recognition", "ties", "of", ANY, False),
    ("refusal rejection", "refusal", "refusal", "of to", ANY, False),
    ("demand demands", "demand", "request", "that for to on", ANY, False),
    ("request requests appeal", "request", "request", "for to that", ANY, False),
    ("release freeing", "prisoner_release", "release", "of", PEOPLE, False),
    ("lifting easing removal", "sanctions_eased", "sanctions-eased", "of on", SANCTIONS | TARIFFS, False),
    ("sanctions embargo", "sanctions_imposed", "sanctions", "on against", ANY, False),
    ("tariffs duties", "tariffs_imposed", "tariffs", "on against", ANY, False),
    ("withdrawal pullout", "troops_withdrawn", "withdrawal", "from of", TROOPS, False),
    ("recall", "ambassador_recalled", "recall", "of to from", DIPLOMATS, False),
    ("summoning summons summon", "ambassador_summoned", "summons", "of", DIPLOMATS, False),
    ("condemnation denunciation", "criticism", "criticism", "of", ANY, False),
    ("accusation accusations allegation allegations", "accusation", "accusation", "that against of", ANY, False),
    ("arrest arrests detention", "person_arrested", "arrest", "of", PEOPLE, False),
    ("deportation deportations", "deportation", "deportation", "of to", ANY, False),
    ("extradition", "extradition", "extradition", "of to", ANY, False),
    ("deployment buildup", "force_posture", "posture", "of along near to in", TROOPS, False),
    ("invasion occupation annexation", "invasion", "force", "of", ANY, False),
    ("attack attacks raid raids strike strikes airstrike airstrikes bombing bombardment shelling war assault",
     "strike", "force", "on against in into of", ANY, False),
    ("cyberattack cyberattacks hacking", "cyber", "cyber", "on against of", ANY, False),
    ("aid assistance", "aid", "aid", "to for", ANY, False),
    ("coercion pressure", "sanctions_imposed", "sanctions", "against on", ANY, False),
    ("apology apologies", "apology", "apology", "to", ANY, False),
    ("signing", "treaty_signed", "accord", "", ANY, True),
    ("establishment", "ties_established", "ties", "", TIES, True),
    ("severance severing rupture", "ties_broken", "ties", "", TIES, True),
)
# fmt: on
DRILLS = Deed("military_cooperation", "exercise", frozenset(), frozenset(), True)
ACTS = EXERCISES | frozenset(DEEDS)


def find_deeds(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the acts that nouns of a sentence tell with both sides."""
    if clause.lows.isdisjoint(ACTS):
        return
    heads = {verb.head for verb in clause.verbs}
    for place, token in enumerate(clause.tokens):
        deed = DEEDS.get(token.low) or (DRILLS if token.low in EXERCISES and _is_joint(clause, place) else None)
        if deed is None or place in heads or clause.quoted[place] or _is_modifier(clause, place):
            continue
        found = _candidate(article, clause, place, deed)
        if found is not None:
            yield found


def _is_joint(clause: Clause, place: int) -> bool:
    """Tell whether "joint" stands before a noun for exercises."""
    return "joint" in {token.low for token in clause.tokens[max(0, place - 4) : place]}


def _is_modifier(clause: Clause, place: int) -> bool:
    """Tell whether a noun only stands before another one: "sanctions relief", "war crimes"."""
    after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
    return after is not None and after.text == "-"


def _candidate(article: Article, clause: Clause, place: int, deed: Deed) -> Candidate | None:
    """Return the act, where the words name both sides and no verb with a frame of its own takes the noun."""
    governor = governor_of(clause, place, place)
    if governor is not None and _is_taken(clause, governor, place):
        return None
    parties = (
        _joint_sides(clause, place, deed, governor) if deed.is_joint else _both_sides(clause, place, deed, governor)
    )
    if parties is None or len(parties.countries) < 2:
        return None
    status = _status(clause, place, governor)
    if status == "":
        return None
    begin, end = stretch(clause, 0, len(clause.tokens) - 1, place)
    before = {token.low for token in clause.tokens[max(0, place - OWNED) : place]}
    one = Candidate(
        deed.kind, deed.family, status, clause, (place, place), begin, end, parties, f"{deed.family}.deed", 0.55
    )
    one.is_background = "after" in before
    return one


def _is_taken(clause: Clause, governor: int, place: int) -> bool:
    """Tell whether a verb's own frame asks for the noun: "imposed sanctions", "rejected the demand"."""
    verb = clause.verbs[governor]
    if verb.head > place and not verb.is_passive:
        return False
    return any(clause.tokens[place].low in frame.words for frame in VERB_INDEX.get(verb.lemma, ()))


def _owner(clause: Clause, place: int) -> Mention | None:
    """Return who owns a noun or stands before it as an adjective: "Peru's recent arrest", "Peruvian air strikes"."""
    for step in range(place - 1, max(-1, place - 1 - OWNED), -1):
        mention = clause.named.at(step)
        if mention is not None:
            is_army = mention.actor.kind == "body" and step == place - 1
            return mention if mention.is_possessive or mention.form == "adjective" or is_army else None
        if not clause.tokens[step].low.isalpha() or clause.tokens[step].low in ("of", "by", "with", "to", "and", "the"):
            return None
    return None


def _does(clause: Clause, governor: int, place: int) -> bool:
    """Tell whether a verb before a noun only says that the deed was done: "completed the withdrawal of its troops"."""
    verb = clause.verbs[governor]
    return verb.head < place and verb.lemma in DOING and not verb.is_passive


def _both_sides(clause: Clause, place: int, deed: Deed, governor: int | None) -> Parties | None:
    """Return who acts and who is acted upon; ``None`` where one of them is not named."""
    end = min(len(clause.tokens), place + 1 + BEHIND)
    end = next((n for n in range(place + 1, end) if clause.tokens[n].text in ",;:"), end)
    words = {token.low for token in clause.tokens[place + 1 : end]}
    if deed.words and not deed.words & words:
        return None
    by = after_word(clause, place + 1, end, BY)
    owner = _owner(clause, place)
    actors = [m for m in by[:1] if m.form != "place"] or ([owner] if owner is not None else [])
    first_by = min((m.first for m in by), default=end)
    targets: list[Mention] = []
    for step in range(place + 1, min(end, place + HEADS)):
        if clause.tokens[step].low in deed.to and clause.named.covered[step] < 0:
            targets = [m for m in clause.mentions if step < m.first < first_by and m.first - step <= OWNED][:1]
            if targets and clause.tokens[place].low in UNDONE:
                targets = [m for m in clause.mentions if step < m.first < end][:2]
            else:
                targets = [m for m in chain(clause, targets[0].first) if m.first < end] if targets else []
            break
    if not actors and clause.tokens[place].low in UNDONE and len({c for m in targets for c in m.actor.countries}) > 1:
        actors = targets[:1]  # "the lifting of Peruvian sanctions on Chile"
    if not actors and governor is not None and _does(clause, governor, place):
        actors = subjects(clause, governor)
    if not actors and deed.family in ("arrest", "deportation"):
        inside = [m for m in clause.mentions if place < m.first < end and clause.tokens[m.first - 1].low == "in"]
        actors = [m for m in inside if m.actor.kind == "country"][:1]  # "the arrest of a pilot in X"
    if not actors or not targets:
        return None
    found = Parties()
    for mention in actors:
        found.add_actor(mention.actor)
    own = set(found.countries)
    for mention in targets:
        found.add_actor(mention.actor)
    return found if own and set(found.countries) - own else None


def _joint_sides(clause: Clause, place: int, deed: Deed, governor: int | None) -> Parties | None:
    """Return the sides of what is done together: behind "by", "between", or before the noun."""
    end = min(len(clause.tokens), place + 1 + BEHIND)
    if deed.words and not deed.words & {token.low for token in clause.tokens[place + 1 : place + 1 + OWNED]}:
        return None
    if deed.words and governor is not None and clause.verbs[governor].lemma in AGREEING:
        return None  # "agreed on the establishment of ties": the agreement is the event
    found = Parties().add(clause, after_word(clause, place + 1, end, JOINERS - {"of"} if deed.words else JOINERS))
    owner = _owner(clause, place)
    found.add(clause, [owner] if owner is not None else [])
    if len(found.countries) < 2 and governor is not None and clause.verbs[governor].head < place:
        found.add(clause, subjects(clause, governor))
        found.add(clause, hanging(clause, governor))
    return found


def _status(clause: Clause, place: int, governor: int | None) -> str:
    """Return the modality; an empty text where the noun is only asked for, discussed or refused."""
    before = [token.low for token in clause.tokens[max(0, place - OWNED) : place]]
    if before[-1:] != ["the"] and "of" in before[-3:] and DEEDS.keys() & set(before):
        return ""  # "the lifting of sanctions"
    if NOT_DONE & set(before[-3:]) or (ASKED_FOR & set(before) and "for" in before):
        return ""
    is_deplored = bool(DEPLORED & {token.low for token in clause.tokens[max(0, place - HEADS) : place]})
    if (
        governor is not None
        and not is_deplored
        and clause.verbs[governor].lemma in TOPICS
        and clause.verbs[governor].head < place
    ):
        return ""
    status = modality.of_noun(clause, place, place, governor)
    return status if status in ("happened", "alleged", "planned", "negated") else ""
