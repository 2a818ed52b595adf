"""Find acts told by a noun: "Peru's arrest of four Chileans", "Peru lodged a protest with Chile", "drew fire from".

Who acts owns the noun, stands before it as an adjective, behind it after "by", or is the subject of a light verb; who
is acted upon hangs on it by its preposition, or stands between the light verb and the noun. Where the words do not name
both, nothing is proposed: the noun alone is a topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsroom.reading.acts import NOUN_INDEX, VERB_INDEX
from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.completing import by_story
from newsroom.reading.events.left_open import doers, is_left_open
from newsroom.reading.events.nominal import governor_of
from newsroom.reading.events.parties import Parties, after_word, chain, hanging, with_partner
from newsroom.reading.events.strangers import ARMED
from newsroom.reading.grammar import subjects, window_start
from newsroom.reading.longest import Phrases
from newsroom.reading.names.mentions import Mention

OWNING = frozenset(("its", "their", "his", "her", "su", "sus"))
OWNED, BEHIND, HEADS, FAR = 5, 14, 8, 4
BY = frozenset(("by", "por"))
JOINERS = frozenset(("by", "between", "of", "with"))
WITH = frozenset(("by", "between", "with"))
NOT_DONE = frozenset("no without any possible potential further planned proposed threatened".split())
FIGURES = frozenset("trade tariff price currency propaganda civil cold world verbal personal media".split())
STOPPED = frozenset("halt end stop cessation pause".split())
ASKED_FOR = frozenset(
    "call calls called calling need needs demand demands appeal appeals push urging plan plans".split()
)
TOPICS = frozenset(
    "discuss negotiate consider propose seek demand urge request want plan oppose fear prevent avoid weigh address"
    " raise lift ease remove waive scrap end drop".split()
)
UNDONE = frozenset("lifting easing removal waiver abolition relaxation scrapping suspension levantamiento".split())
DOING = frozenset("complete begin start finish make launch order announce carry conduct continue".split())
# Verbs that only say that somebody did what the noun names, and those whose subject it befell.
LIGHT = frozenset(
    "make issue give lodge file deliver hand send submit place impose put launch carry conduct stage mount order"
    " announce unveil declare express voice convey extend grant slap introduce tighten present offer level fire direct"
    " repeat renew reiterate intensify keep maintain start begin complete finish continue resume hold have wage step"
    " raise register enact set apply provide commit execute perform pursue do widen toughen reimpose adopt".split()
)
BEFALLING = frozenset("draw face prompt spark trigger provoke elicit attract earn suffer incur".split())
SENT_AWAY, FROM = frozenset(("expulsion",)), ("from",)
MOVED = frozenset(("withdrawal", "posture"))
OF = frozenset(("of", "de"))
STRIKING = frozenset("hit strike kill target wound injure damage destroy cripple devastate disable".split())
DEPLORED = frozenset("concern concerns alarm outrage".split())
PLANNING = frozenset("plan schedule set expect decide intend announce prepare be take come".split())
PROVIDING = frozenset("provide envisage foresee stipulate".split())
AGREEING = frozenset("agree decide negotiate plan aim lead work approve sign establish initiate".split())
HELD = frozenset(("arrest", "deportation"))
# What is done to another state alone: of these the story may say the other side.
EXCHANGED = frozenset(("release",))
PLAIN = frozenset("force border cyber release withdrawal expulsion recall posture".split())
NOUNS = Phrases(NOUN_INDEX)


class Noun(NamedTuple):
    """Hold the noun of an act: its first and last token, its row, the verb that governs it."""

    first: int
    last: int
    row: Act
    governor: int | None


def find_deeds(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the acts that nouns of a sentence tell with both sides."""
    if clause.lows.isdisjoint(NOUNS.first_words):
        return
    heads = {verb.head for verb in clause.verbs}
    behind = 0
    for place, token in enumerate(clause.tokens):
        if place < behind or token.low not in NOUNS.first_words or place in heads or clause.quoted[place]:
            continue
        if (match := NOUNS.at(clause.words, place)) is None or _is_modifier(clause, match[0]):
            continue
        last, rows = match
        behind = last + 1
        governor = governor_of(clause, place, last)
        found = (_candidate(article, clause, Noun(place, last, row, governor)) for row in rows)
        one = next(filter(None, found), None)
        if one is not None:
            yield one


def _is_modifier(clause: Clause, place: int) -> bool:
    """Tell whether a noun only stands before another one: "sanctions-related"."""
    after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
    return after is not None and after.text == "-"


def _candidate(article: Article, clause: Clause, noun: Noun) -> Candidate | None:
    """Return the act, where the words name both sides and no verb with a row of its own takes the noun."""
    if noun.governor is not None and _is_taken(clause, noun):
        return None
    if noun.first > 1 and clause.words[noun.first - 2] in ("prisoner", "prisoners", "act", "acts"):
        return None  # "prisoners of war"
    if noun.row.family in ("clash", "force") and FIGURES & set(clause.words[noun.first - 1 : noun.first]):
        return None  # "a trade war"
    sides = _joint_sides(article, clause, noun) if noun.row.is_joint else _both_sides(article, clause, noun)
    if sides is None or len(sides.countries) < 2:
        return None
    status = _status(clause, noun)
    if status == "":
        return None
    begin, end = stretch(clause, 0, len(clause.tokens) - 1, noun.first)
    before = set(clause.words[max(0, noun.first - OWNED) : noun.first])
    row, trigger = noun.row, (noun.first, noun.last)
    one = Candidate(row.kind, row.family, status, clause, trigger, begin, end, sides, f"{row.family}.deed", 0.55)
    one.is_background = "after" in before
    return one


def _is_taken(clause: Clause, noun: Noun) -> bool:
    """Tell whether a row of the governing verb asks for the noun: "lifted sanctions", "rejected the demand"."""
    verb = clause.verbs[noun.governor or 0]
    if verb.head > noun.last and not verb.is_passive:
        return False
    low = clause.words[noun.last]
    particles = [f"{verb.lemma}+{token.low}" for token in clause.tokens[verb.head + 1 : verb.head + 3]]
    rows = [row for name in (verb.lemma, *particles) for row in VERB_INDEX.get(name, ())]
    return any(low in row.words for row in rows)


def _owner(clause: Clause, place: int) -> Mention | None:
    """Return who owns a noun or stands before it as an adjective: "Peru's recent arrest", "Peruvian air strikes"."""
    for step in range(place - 1, max(-1, place - 1 - OWNED), -1):
        if clause.words[step] in OWNING:  # "Peru was praised for its mediation"
            return next((m for m in reversed(clause.mentions) if m.last < step and step - m.last <= BEHIND), None)
        mention = clause.named.at(step)
        if mention is not None:
            is_army = mention.actor.kind == "body" and step == place - 1
            return mention if mention.is_possessive or mention.form == "adjective" or is_army else None
        low = clause.words[step]
        is_joined = low in ("of", "by", "with", "to", "and", "the", "on", "in", "at")
        if is_joined or not (low.isalpha() or clause.tokens[step].text == "-"):
            return None
    return None


def _with_other(clause: Clause, owner: Mention) -> list[Mention]:
    """Return who owns a noun, with the one before whom "and" joins to it: "Peru and Chile ended their clash"."""
    before = clause.named.at(owner.first - 2) if owner.first > 1 and clause.words[owner.first - 1] == "and" else None
    return [owner] if before is None else [before, owner]


def _light_subject(clause: Clause, noun: Noun) -> list[Mention]:
    """Return the subject of a verb before the noun that only says that it was done: "completed its withdrawal"."""
    if noun.governor is None:
        return []
    verb = clause.verbs[noun.governor]
    if verb.head > noun.first or verb.is_passive or verb.lemma not in LIGHT | DOING:
        return []
    return subjects(clause, noun.governor)


def _befallen(clause: Clause, noun: Noun) -> list[Mention]:
    """Return whom it befell: "the Chilean raid drew criticism from Peru"."""
    if noun.governor is None or clause.verbs[noun.governor].lemma not in BEFALLING:
        return []
    verb = clause.verbs[noun.governor]
    if verb.head > noun.first or verb.is_passive:
        return []
    start = window_start(clause, noun.governor)
    before = [m for m in clause.mentions if start <= m.first and m.last < verb.first and m.form != "place"]
    return before[:1]


def _both_sides(article: Article, clause: Clause, noun: Noun) -> Parties | None:
    """Return who acts and who is acted upon; ``None`` where one of them is not named."""
    row, last = noun.row, noun.last
    end = min(len(clause.tokens), last + 1 + BEHIND)
    end = next((n for n in range(last + 1, end) if clause.tokens[n].text in ",;:"), end)
    near = set(clause.words[max(0, noun.first - 3) : end])
    if row.of and not row.of & near:
        return None
    agents = BY if "from" in row.to else BY | {"from"}
    by = _agents(clause, last, end, agents)
    actors = [m for m in by[:1] if m.form != "place"]
    if not actors and row.family == "force" and clause.words[noun.first - 1] in ARMED:
        return None  # "rebel attacks on his country"
    befallen = _befallen(clause, noun)
    owner = _owner(clause, noun.first)
    if not actors and owner is not None:
        actors = [owner]
    light = _light_subject(clause, noun) if not actors else []
    actors = actors or light
    first_by = min((m.first for m in by), default=end)
    targets = befallen or _targets(clause, noun, min(end, first_by))
    if not actors and row.family in MOVED:
        moved = after_word(clause, last + 1, min(end, last + 3), OF)[:1]
        if moved and len(targets) > 0 and targets[0] is not moved[0]:
            actors = moved  # "the pullout of Russian troops from Armenia"
    if not targets:
        targets = _struck(clause, noun)
    if not targets and by:  # "the release by Peru of three Chileans"
        targets = [m for m in clause.mentions if by[0].last < m.first < end][:1]
    if (
        not actors
        and (clause.words[last] in UNDONE or row.family == "border")
        and len({c for m in targets for c in m.actor.countries}) > 1
    ):
        actors = targets[:1]  # "the lifting of Peruvian sanctions on Chile"
    if not actors:
        actors = _on_whose_soil(clause, noun, end, targets)
    if not targets and light and noun.governor is not None:
        head = clause.verbs[noun.governor].head
        targets = [m for m in clause.mentions if head < m.first < noun.first][:1]  # "handed X's envoy a note"
    found = Parties()
    for mention in actors:
        found.add_actor(mention.actor)
    own = set(found.countries)
    for mention in targets:
        found.add_actor(mention.actor)
    if len(found.countries) == 1:
        return _by_story(article, clause, noun, found, is_done=bool(light and own), is_own=bool(own))
    return found if own and set(found.countries) - own else None


def _by_story(
    article: Article, clause: Clause, noun: Noun, found: Parties, *, is_done: bool, is_own: bool
) -> Parties | None:
    """Return both sides where the words name one, and the noun is one of which the story may say the other."""
    row = noun.row
    if row.kind == "mediation" and is_own and found.countries[0] not in article.pair:
        for code in article.pair:
            found.add_code(code)
    if row.is_speech and is_done:
        found = with_partner(article, clause, found)
    if row.family == "force" and not is_own and is_left_open(clause, noun.last):
        found = doers(article, found)
    elif row.family in PLAIN and len(found.countries) == 1 and not _is_only_thought_of(clause, noun):
        found = by_story(article, clause, found, at=noun.first)
    return found if len(found.countries) > 1 else None


def _is_only_thought_of(clause: Clause, noun: Noun) -> bool:
    """Tell whether a verb before the noun wishes for, fears, weighs or excludes something: "ruled out an attack"."""
    if clause.words[noun.first] == "war":
        return True  # "concern over the war in Sudan"
    unreal = modality.REFUSING | modality.WISHING | TOPICS
    return any(verb.head < noun.first and verb.lemma in unreal for verb in clause.verbs)


def _is_announced(clause: Clause, noun: Noun) -> bool:
    """Tell whether a measure is announced, and no day ahead is named for it: "announced a freeze on aid"."""
    verb = clause.verbs[noun.governor] if noun.governor is not None else None
    if verb is None or verb.lemma != "announce" or verb.is_passive or verb.head > noun.first:
        return False
    near = set(clause.words[max(0, noun.first - OWNED) : noun.first])
    return not near & modality.AHEAD and modality.of_verb(clause, noun.governor or 0) == "happened"


def _agents(clause: Clause, last: int, end: int, words: frozenset[str]) -> list[Mention]:
    """Return who stands behind "by" or, near the noun, behind "from"."""
    by = after_word(clause, last + 1, end, words)
    is_far = bool(by) and by[0].first > last + FAR and clause.words[by[0].first - 1] == "from"
    return [] if is_far else by  # no "support for the departure of civilians from Sudan"


def _on_whose_soil(clause: Clause, noun: Noun, end: int, targets: list[Mention]) -> list[Mention]:
    """Return the state whose soil says who did it: "the arrest of a pilot in X", "the expulsion of Chileans from X"."""
    words = ("in",) if noun.row.family in HELD else FROM if noun.row.family in SENT_AWAY else ()
    behind = [m for m in clause.mentions if noun.last < m.first < end and clause.words[m.first - 1] in words]
    return [m for m in behind if m.actor.kind == "country" and (m not in targets or words == ("in",))][:1]


def _is_to_do(clause: Clause, place: int) -> bool:
    """Tell whether an infinitive stands at a place."""
    return any(verb.is_infinitive and verb.first == place for verb in clause.verbs)


def _struck(clause: Clause, noun: Noun) -> list[Mention]:
    """Return whom it struck: "a Chilean raid killed two Peruvian guards"."""
    if noun.governor is None or clause.verbs[noun.governor].lemma not in STRIKING:
        return []
    verb = clause.verbs[noun.governor]
    if verb.head < noun.last or verb.is_passive:
        return []
    return [m for m in clause.mentions if 0 < m.first - verb.head <= OWNED][:1]


def _targets(clause: Clause, noun: Noun, end: int) -> list[Mention]:
    """Return who is acted upon: behind the first of the row's prepositions."""
    last = noun.last
    for step in range(last + 1, min(end, last + HEADS)):
        if clause.words[step] in noun.row.to and clause.named.covered[step] < 0:
            found = [m for m in clause.mentions if step < m.first < end and m.first - step <= OWNED][:1]
            if noun.row.family == "threat" and clause.words[step] == "to" and not _is_to_do(clause, step):
                continue  # a danger, no act
            if not found:
                continue
            if clause.words[last] in UNDONE:
                return [m for m in clause.mentions if step < m.first < end][:2]
            return [m for m in chain(clause, found[0].first) if m.first < end]
    return []


def _joint_sides(article: Article, clause: Clause, noun: Noun) -> Parties | None:
    """Return the sides of what is done together: behind "by", "between", or before the noun."""
    row, last, governor = noun.row, noun.last, noun.governor
    end = min(len(clause.tokens), last + 1 + BEHIND)
    if row.of and not row.of & set(clause.words[max(0, noun.first - 4) : last + 1 + OWNED]):
        return None
    if row.of and governor is not None and clause.verbs[governor].lemma in AGREEING:
        return None  # "agreed on the establishment of ties": the agreement is the event
    found = Parties().add(clause, after_word(clause, last + 1, end, WITH if row.of else JOINERS))
    owner = _owner(clause, noun.first)
    found.add(clause, _with_other(clause, owner) if owner is not None else [])
    if len(found.countries) < 2 and governor is not None and clause.verbs[governor].head < noun.first:
        found.add(clause, subjects(clause, governor))
        found.add(clause, hanging(clause, governor))
    if len(found.countries) < 2 and row.family in EXCHANGED and not _is_only_thought_of(clause, noun):
        found = by_story(article, clause, found, at=noun.first)
    return found


def _status(clause: Clause, noun: Noun) -> str:
    """Return the modality; an empty text where the noun is only asked for, discussed or refused."""
    first, governor = noun.first, noun.governor
    before = clause.words[max(0, first - OWNED) : first]
    if before[-1:] != ["the"] and "of" in before[-3:] and any((word,) in NOUN_INDEX for word in before):
        return ""  # "the lifting of sanctions"
    if STOPPED & set(before) and {"to", "of", "in"} & set(before[-3:]):
        return ""  # "ordered a halt to its attacks on"
    if NOT_DONE & set(before[-3:]) or (ASKED_FOR & set(before) and "for" in before):
        return ""
    is_deplored = bool(DEPLORED & set(clause.words[max(0, first - HEADS) : first]))
    if governor is not None and not is_deplored:
        verb = clause.verbs[governor]
        if verb.lemma in PROVIDING and verb.head < first:
            return "planned"  # "the accord provides for a swap of prisoners"
        if verb.lemma in TOPICS and verb.head < first and not noun.row.is_speech:
            return ""
    status = modality.of_noun(clause, first, noun.last, governor)
    if status == "planned" and _is_announced(clause, noun):
        status = "happened"
    if status == "planned" and noun.row.is_speech:
        light = clause.verbs[governor] if governor is not None and clause.verbs[governor].head < first else None
        return "happened" if light is None else "" if light.is_infinitive else "planned"
    if status == "planned" and governor is not None and clause.verbs[governor].lemma not in LIGHT | DOING | PLANNING:
        return ""  # what it is for: "a route for aid"
    return status if status in ("happened", "alleged", "planned", "negated", "cancelled") else ""
