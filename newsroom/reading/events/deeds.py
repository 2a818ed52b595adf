"""Find acts told by a noun: "Peru's arrest of four Chileans", "Peru lodged a protest with Chile", "drew fire from".

Who acts owns the noun, stands before it as an adjective, behind it after "by", or is the subject of a light verb; who
is acted upon hangs on it by its preposition, or stands between the light verb and the noun. Where the words do not name
both, nothing is proposed: the noun alone is a topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsroom.reading.acts import NOUN_INDEX, VERB_INDEX
from newsroom.reading.acts.nominal_forms import BEHIND_GERUND
from newsroom.reading.acts.rows import Act
from newsroom.reading.acts.words import ACCORDS, CARGO, CRAFT, WEAPONS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events import modality
from newsroom.reading.events.agreeing import ENDINGS
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.completing import STEPS
from newsroom.reading.events.deed_parties import DOING, LIGHT, OF, TOPICS, Noun, sides_of
from newsroom.reading.events.deed_topics import is_asked_for, is_given, is_only_called, is_said_to_lack, is_topic
from newsroom.reading.events.fighting import has_ended, has_lasted
from newsroom.reading.events.nominal import SEEING
from newsroom.reading.events.noun_governors import governor_of, is_of_many
from newsroom.reading.events.noun_phrases import BRIEFING, is_known
from newsroom.reading.events.old_accords import has_year, is_dated_row
from newsroom.reading.events.partners import add_target
from newsroom.reading.events.quoted import is_scare_quote
from newsroom.reading.events.reach import end_of
from newsroom.reading.longest import Phrases
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import Verb

AHEAD_OF, ALONG = 5, 8  # how far before the noun what it depends on stands
NOT_DONE = frozenset("no without any possible potential further planned proposed threatened".split())
FIGURES = frozenset("trade tariff price currency propaganda civil cold world verbal personal media".split())
EXCHANGES, MARKETS = frozenset(("exchange", "exchanges")), frozenset("foreign stock commodity securities".split())
STRIKES = frozenset("strike strikes huelga".split())
LABOUR = frozenset("general hunger labour labor rail transport nationwide wildcat bus student lightning".split())
LABOURERS = frozenset("home workers unions union teachers drivers nurses doctors pay wages salaries truckers".split())
AVENGED = frozenset("retribution revenge retaliation compensation reparations apology justice damages".split())
LEAVING = frozenset(("withdrawal", "exit", "retiro"))
FROM = (["from"], ["de"], ["del"])
STOPPED = frozenset("halt end stop cessation pause".split())
IN_RETURN = frozenset((noun, "for") for noun in ("exchange", "return", "swap"))
SIDES = frozenset("between with against".split())
AT, TESTING = frozenset("at on into toward towards against onto".split()), frozenset(("launch", "test"))
PRESS = frozenset("press news official media".split())
NO_DEEDS = {"release": PRESS, "protest": frozenset(("in",))}  # before which words a noun names no deed
FIRSTS = frozenset("first second third fourth latest only".split())
BEFORE_NOUNS = (["about"], ["over"], ["after"], ["following"], ["the"], ["alleged"])
DEPLORED = frozenset("concern concerns alarm outrage".split())
PLANNING = frozenset("plan schedule set expect decide intend announce prepare be take come promise pledge vow".split())
PROVIDING = frozenset("provide envisage envision contemplate foresee stipulate".split())
AGREEING = frozenset("agree decide negotiate plan aim lead work approve sign establish initiate".split())
PROMISED = frozenset(("agree", "decide", "announce"))
ANSWERING = frozenset("retaliate react respond reply answer object protest complain comment condemn oppose".split())
ARTICLES = frozenset("the a an its their la el los las su sus".split())
WARLIKE = tuple([noun, "de"] for noun in "buque buques avion aviones barco barcos prisioneros crimenes navios".split())
ANSWERS = frozenset("response retaliation reply answer reaction return respuesta represalia represalias".split())
MARKED = 3  # words of a quotation that only marks them: "ruled out a 'rupture'"
ARMS = CARGO | CRAFT | WEAPONS | frozenset("rifle rifles weapon weapons gun guns submarine submarines".split())
READY = frozenset(("readiness", "willingness"))
KINDS_OF_ARMS = frozenset(("assault", "attack", "strike", "raid"))
LINES = frozenset("phone telephone video".split())
NOUNS = Phrases(NOUN_INDEX)


def find_deeds(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the acts that nouns of a sentence tell with both sides."""
    if clause.lows.isdisjoint(NOUNS.first_words):
        return
    behind = 0
    earlier: Noun | None = None
    for place in places_of(clause.words, NOUNS.first_words):
        if (
            place < behind
            or (place in clause.heads and not _is_owned_gerund(clause, place))
            or _is_said(article, clause, place)
        ):
            continue
        if (match := NOUNS.at(clause.words, place)) is None or _is_modifier(clause, match[0]):
            continue
        last, rows = match[0], [row for row in match[1] if _may_tell(clause, row)]
        behind = last + 1
        if not rows:
            continue
        series = earlier if earlier is not None and _goes_on(clause, earlier, place) else None
        governor = governor_of(clause, place, last) if series is None else series.governor
        sides = None if series is None else series.sides
        for row in rows:
            one = _candidate(article, clause, Noun(place, last, row, governor, sides))
            if one is not None:
                earlier = Noun(place, last, row, governor, one.parties)
                yield one
                break


def _is_said(article: Article, clause: Clause, place: int) -> bool:
    """Tell whether a noun stands in what somebody says, not only in marks of its own."""
    return clause.quoted[place] and not is_scare_quote(article, clause, place, MARKED)


def _may_tell(clause: Clause, row: Act) -> bool:
    """Tell whether a sentence has a word that a row asks for beside its noun."""
    return not row.of or "citizens" in row.of or not row.of.isdisjoint(clause.lows)


def _is_owned_gerund(clause: Clause, place: int) -> bool:
    """Tell whether a word in "-ing" is a noun, since an owner stands before it: "Chilean shelling of"."""
    owner = clause.named.at(place - 1) if place else None
    is_owned = owner is not None and (owner.is_possessive or owner.form == "adjective")
    is_noun = is_owned or clause.words[place - 1 : place] in BEFORE_NOUNS  # "spoke about capturing of a pilot"
    behind = clause.words[place + 1 : place + 3]
    is_of = behind[:1] == ["of"] or (behind[1:] == ["of"] and behind[0] in BEHIND_GERUND)
    return is_noun and clause.words[place].endswith("ing") and is_of


def _goes_on(clause: Clause, earlier: Noun, place: int) -> bool:
    """Tell whether a noun goes on with a list: "announced the closure of its border, the suspension of trade"."""
    start = place - 1 if clause.words[place - 1] in ARTICLES else place
    if clause.words[start - 1] not in ("and", ",", "y"):
        return False
    return not any(earlier.last < verb.head < place for verb in clause.verbs if verb.is_finite and verb.form != "part")


def _is_modifier(clause: Clause, place: int) -> bool:
    """Tell whether a noun only stands before another one: "sanctions-related"."""
    after = clause.tokens[place + 1] if place + 1 < len(clause.tokens) else None
    if clause.words[place] == "guerra" and clause.words[max(0, place - 2) : place] in WARLIKE:
        return True  # "buques de guerra"
    if clause.words[place + 1 : place + 2] == ["d'affaires"]:
        return True  # no charge
    if clause.words[place] in ("call", "calls") and not BRIEFING.isdisjoint(clause.words[max(0, place - 1) : place]):
        return True  # "a press call on the visit"
    return is_use_of_arms(clause.words, place) or (after is not None and after.text == "-")


def is_use_of_arms(words: list[str], place: int) -> bool:
    """Tell whether a noun only says what craft or arms are for: "in an assault boat", "sold attack helicopters to"."""
    return words[place] in KINDS_OF_ARMS and not ARMS.isdisjoint(words[place + 1 : place + 2])


def _is_no_blow(clause: Clause, first: int) -> bool:
    """Tell of "a trade war", and of what only the side says that protests: "protestó por la incursión"."""
    is_protested = clause.is_spanish and "protest" in clause.lemmas and clause.words[max(0, first - 2)] == "por"
    return is_protested or bool(FIGURES & set(clause.words[first - 1 : first]))


def _candidate(article: Article, clause: Clause, noun: Noun) -> Candidate | None:
    """Return the act, where the words name both sides and no verb with a row of its own takes the noun."""
    if noun.governor is not None and _is_taken(clause, noun) and not is_given(clause, noun):
        return None
    if clause.words[noun.first] in ("call", "calls") and clause.words[noun.first - 1] in LINES:
        return None
    marked = noun.first - (not clause.tokens[noun.first - 1].is_word)  # a mark may stand before it
    if marked > 1 and clause.words[marked - 2] in ("prisoner", "prisoners", "act", "acts"):
        return None  # "prisoners of war", an act of "aggression"
    if noun.row.family in ("clash", "force") and _is_no_blow(clause, noun.first):
        return None
    if clause.words[noun.first] in READY and clause.named.at(noun.first - 1) is None:
        return None  # "voiced their readiness": by the verb
    is_return = clause.words[noun.first - 1 : noun.first + 2] == ["in", "exchange", "for"]
    if is_return or (clause.words[noun.first] in EXCHANGES and clause.words[noun.first - 1] in MARKETS):
        return None  # "foreign exchange"
    if noun.row.family == "accord" and not ENDINGS.isdisjoint(clause.words[max(0, noun.first - AHEAD_OF) : noun.first]):
        return None  # "the withdrawal from the treaty": it is given up
    if noun.row.family == "withdrawal" and not ACCORDS.isdisjoint(clause.words[noun.last + 1 : noun.last + 6]):
        return None  # "the withdrawal from the treaty"
    is_leaving = noun.row.kind == "ties_downgraded" and noun.row.of >= ACCORDS and clause.words[noun.first] in LEAVING
    if is_leaving and clause.words[noun.last + 1 : noun.last + 2] not in FROM:
        return None  # "the withdrawal of troops under the treaty"
    if clause.words[noun.first] in STRIKES and _is_of_labour(clause, noun):
        return None
    if (
        is_of_many(clause, noun.last, noun.governor)
        or not _is_noun(clause, noun)
        or _is_agreed(clause, noun)
        or _is_test(clause, noun)
        or _is_only_seen(clause, noun)
    ):
        return None
    sides = sides_of(article, clause, noun)
    if sides is None or len(sides.countries) < 2:
        return None
    if noun.row.family in STEPS:
        add_target(article, clause, noun.governor, sides)
    row, trigger = noun.row, (noun.first, noun.last)
    is_none = noun.row.family == "clash" and is_said_to_lack(clause, noun)
    is_past = _is_of_past(clause, noun) or is_given(clause, noun)
    status = "happened" if is_past else "negated" if is_none else _status(clause, noun)
    if status == "" or _is_in_return(clause, noun):
        return None
    begin, end = stretch(clause, _opening(clause, noun), len(clause.tokens) - 1, noun.first)
    before = set(clause.words[max(0, noun.first - AHEAD_OF) : noun.first])
    one = Candidate(row.kind, row.family, status, clause, trigger, begin, end, sides, f"{row.family}.deed", 0.55)
    one.governor = clause.verbs[noun.governor].head if noun.governor is not None else -1
    one.is_background = "after" in before
    is_told = row.family == "force" and sides.is_inferred and is_known(clause, noun.first)
    one.is_definite = is_told or _takes_up(clause, noun.first)
    return one


def _opening(clause: Clause, noun: Noun) -> int:
    """Return the first token of what tells a deed: "in response to", where another act answers it, else the first."""
    places = (n for n in range(noun.first - 1, max(1, noun.first - ALONG), -1) if clause.words[n] in ANSWERS)
    place = next(places, 0)
    is_told_before = any(verb.head < place and verb.is_finite for verb in clause.verbs)
    return place - (clause.words[place - 1] in ("in", "en", "as")) if is_told_before else 0


def _is_of_past(clause: Clause, noun: Noun) -> bool:
    """Tell whether a noun names an accord or a war of the past, by its year or by how long it took."""
    if is_dated_row(noun.row):
        return True
    if noun.row.family == "clash" and has_ended(clause, noun.first):
        return True
    is_war = noun.row.family == "clash" and not (noun.row.to or noun.row.of)
    return is_war and (has_lasted(clause, noun.first) or has_year(clause, noun.first, noun.last))


def _takes_up(clause: Clause, first: int) -> bool:
    """Tell whether a sentence only says of what was told before what it was: "This was the first strike by"."""
    lead = clause.words[:first]
    return lead[:1] in (["this"], ["it"]) and lead[1:2] in (["was"], ["is"], ["marked"]) and not FIRSTS.isdisjoint(lead)


def _is_of_labour(clause: Clause, noun: Noun) -> bool:
    """Tell a strike of workers from one on a state: "a general strike", "strikes at home", "a strike by nurses"."""
    behind = clause.words[noun.last + 1 : noun.last + 1 + AHEAD_OF]
    return clause.words[noun.first - 1] in LABOUR or not LABOURERS.isdisjoint(behind)


def _is_noun(clause: Clause, noun: Noun) -> bool:
    """Tell whether a gerund that a row's verb lends is a noun here: one before "of"."""
    word = clause.words[noun.first]
    return not (noun.row.is_derived and word.endswith("ing")) or clause.words[noun.last + 1 : noun.last + 2] == ["of"]


def _is_test(clause: Clause, noun: Noun) -> bool:
    """Tell whether weapons are only fired, at nobody: "North Korea's firing of a missile"."""
    if not noun.row.is_derived or noun.row.family != "force" or TESTING.isdisjoint(noun.row.verbs):
        return False
    return AT.isdisjoint(clause.words[noun.last + 1 : noun.last + 1 + ALONG])


def _is_only_seen(clause: Clause, noun: Noun) -> bool:
    """Tell whether a state only has fighting within: "Sudan has seen heavy clashes", no "clashes with Chad"."""
    verb = clause.verbs[noun.governor] if noun.governor is not None else None
    if noun.row.family != "clash" or verb is None or verb.lemma not in SEEING or verb.head > noun.first:
        return False
    return SIDES.isdisjoint(clause.words[noun.last + 1 : noun.last + 3])


def _is_agreed(clause: Clause, noun: Noun) -> bool:
    """Tell whether the noun is only what an agreement is on: "agreed on the establishment of ties"."""
    if not (noun.row.is_joint and noun.row.of) or noun.governor is None:
        return False
    return clause.verbs[noun.governor].lemma in AGREEING


def _is_taken(clause: Clause, noun: Noun) -> bool:
    """Tell whether a row of the governing verb asks for the noun: "lifted sanctions", "rejected the demand"."""
    verb = clause.verbs[noun.governor or 0]
    if verb.head > noun.last and not verb.is_passive:
        return False
    if verb.head < noun.first and not ANSWERS.isdisjoint(clause.words[verb.head + 1 : noun.first]):
        return False  # "imposed sanctions in response to sanctions by Chile"
    low = clause.words[noun.last]
    particles = [f"{verb.lemma}+{token.low}" for token in clause.tokens[verb.head + 1 : verb.head + 3]]
    rows = [row for name in (verb.lemma, *particles) for row in VERB_INDEX.get(name, ())]
    near = clause.words if verb.is_passive else clause.words[verb.head : end_of(clause, noun.governor or 0)]
    return any(low in row.words and not (row.also and row.also.isdisjoint(near)) for row in rows)


def _is_announced(clause: Clause, noun: Noun) -> bool:
    """Tell whether a measure is announced, and no day ahead is named for it: "announced a freeze on aid"."""
    verb = clause.verbs[noun.governor] if noun.governor is not None else None
    if verb is None or verb.lemma != "announce" or verb.is_passive is not (verb.head > noun.first):
        return False
    near = set(clause.words[max(0, noun.first - AHEAD_OF) : noun.first])
    return not near & modality.AHEAD and modality.of_verb(clause, noun.governor or 0) == "happened"


def _is_of_act(clause: Clause, noun: Noun) -> bool:
    """Tell whether a noun is only what the noun before it is done to: "the lifting of the sanctions"."""
    start = max(0, noun.first - AHEAD_OF)
    before = clause.words[start : noun.first]
    if not OF & set(before[-3:]):
        return False
    low = clause.words[noun.last]
    told = [row for word in before for row in NOUN_INDEX.get((word,), ())]
    return bool(told) and (before[-1] not in ("the", "las", "los") or any(low in row.of for row in told))


def _is_taken_for_granted(clause: Clause, first: int, last: int, governor: int) -> bool:
    """Tell whether a negated verb is about what came about: "the annexation was never recognised"."""
    verb = clause.verbs[governor]
    if verb.head < first and verb.lemma in ANSWERING:
        return verb.is_negated
    return verb.is_negated and verb.first > last and verb.lemma not in modality.OCCURRING | LIGHT | DOING | {"be"}


def _is_rebutted(verb: Verb, first: int) -> bool:
    """Tell whether a verb denies what a noun behind it says, and so not that it was said."""
    return verb.lemma in modality.DENIALS and verb.head < first and not verb.is_negated


def _is_to_come(clause: Clause, noun: Noun) -> bool:
    """Tell whether what is agreed or announced is still to be done: agreed on, or within some days."""
    agreed = clause.verbs[noun.governor or 0].lemma != "announce" and not noun.row.is_speech
    return agreed or "within" in clause.words[noun.last + 1 : noun.last + 1 + ALONG]


def _is_in_return(clause: Clause, noun: Noun) -> bool:
    """Tell whether a noun is only what is given for a plan: "would free ten in exchange for the release of"."""
    if IN_RETURN.isdisjoint(pairwise(clause.words[max(0, noun.first - AHEAD_OF) : noun.first])):
        return False
    modal = next((n for n, verb in enumerate(clause.verbs) if verb.modal and verb.head < noun.first), -1)
    return modal >= 0 and modality.of_verb(clause, modal) != "happened"


def _status(clause: Clause, noun: Noun) -> str:
    """Return the modality; an empty text where the noun is only asked for, discussed or refused."""
    first, governor = noun.first, noun.governor
    before = clause.words[max(0, first - AHEAD_OF) : first]
    if _is_of_act(clause, noun) or is_topic(clause, first) or is_only_called(clause, first):
        return ""  # "the lifting of sanctions"
    if not NO_DEEDS.get(clause.words[first], frozenset[str]()).isdisjoint(before[-1:]):
        return ""  # "a press release", "recalled its envoy in protest at"
    if STOPPED & set(before) and {"to", "of", "in"} & set(before[-3:]):
        return ""  # "ordered a halt to its attacks on"
    if NOT_DONE & set(before[-3:]) or is_asked_for(clause, first):
        return ""
    is_deplored = bool(DEPLORED & set(clause.words[max(0, first - ALONG) : first]))
    if governor is not None and not is_deplored:
        verb = clause.verbs[governor]
        is_for = verb.lemma != "provide" or clause.words[verb.head + 1 : verb.head + 2] == ["for"]
        if verb.lemma in PROVIDING and is_for and verb.head < first:
            return "planned"  # "the accord provides for a swap of prisoners"
        if verb.lemma == "put" and verb.head < first and clause.words[verb.head + 1] == "off":
            return ""  # "put off the handover of"
        if verb.lemma in PROMISED and verb.head < first and not verb.is_passive and _is_to_come(clause, noun):
            return "planned"  # "agreed on the return of their ambassadors", "announced a release within a week"
        is_avenged = "for" in before and not AVENGED.isdisjoint(clause.words[verb.head : first])
        if verb.lemma in TOPICS and verb.head < first and not (noun.row.is_speech or is_avenged):
            return ""
    status = modality.of_noun(clause, first, noun.last, governor)
    if status == "negated" and governor is not None and _is_taken_for_granted(clause, first, noun.last, governor):
        status = "happened"
    is_said = noun.row.is_speech or noun.row.family == "accusation"
    if status == "negated" and is_said and governor is not None and _is_rebutted(clause.verbs[governor], first):
        status = "happened"  # "refuted the allegations": they were made
    if status == "planned" and _is_announced(clause, noun):
        status = "happened"
    if status == "planned" and noun.row.is_speech:
        light = clause.verbs[governor] if governor is not None and clause.verbs[governor].head < first else None
        return "happened" if light is None else "" if light.is_infinitive else "planned"
    if status == "planned" and governor is not None and clause.verbs[governor].lemma not in LIGHT | DOING | PLANNING:
        return ""  # what it is for: "a route for aid"
    return status if status in ("happened", "alleged", "planned", "negated", "cancelled") else ""
