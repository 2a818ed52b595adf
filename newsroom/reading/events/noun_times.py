"""Tell whether words of time belong to a noun or what describes it: "over last year's raid", "the third since May"."""

from __future__ import annotations

import re

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Clause
from newsroom.reading.dates import TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.timing import is_of_spanish_noun
from newsroom.reading.verbs import DETERMINERS, Verb

PARTICIPLE = re.compile(r"\w{2,}(?:ad|id)[oa]s?")
AUXILIARIES = frozenset("ha han habia habian fue fueron sido es son era eran esta estan estaba".split())
ARTICLES = frozenset("el la los las su sus un una unos unas".split())  # what follows is a noun: "sus embajadas"
LINKS = frozenset("in on since the early late en desde el la de pasado pasada dia".split())
LINKING = frozenset("in on at of for with under over after before".split())  # behind them stands another noun
MADE = frozenset(("accord", "clash"))  # what their verbs make has the day of the act
SINCE = frozenset("since desde after tras".split())  # "the first visit after taking office on 5 May"
FIRSTS = frozenset("first second third only primer primera".split())
RANKED = FIRSTS | frozenset("fourth fifth sixth seventh segunda segundo tercera tercer latest".split())
OWNING = frozenset("his her its their the a su el la".split())
FIRST_REACH = 12  # tokens from "the first" to what it is the first since
FAR = 16  # tokens from "the first" to "since"
OPENERS = frozenset("in at during on durante en".split())  # behind them a time only says which one is meant
HOLDING = frozenset("hold conduct convene organize organise".split())
TAKING_PART = frozenset("chair co-chair attend join lead open close participate take preside address".split())
SETTING = frozenset("within speaking addressing attending".split())
HELD = HOLDING | {"host"}
# What is held, sent or put out; "dat" is what is read of "dated".
SET = HELD | frozenset("dat publish release issue post broadcast air send deliver give write sign".split())
LETTERS = frozenset("letter note statement message communique memo".split())
SET_IN_SPANISH = frozenset(
    "emitid publicad difundid divulgad fechad enviad entregad celebrad realizad sostenid mantenid efectuad".split()
)
# What is said of a visit or a talk that has been: "la visita a Chile del ministro, realizada en mayo".
BEEN_IN_SPANISH = frozenset(
    "celebrad realizad sostenid mantenid efectuad registrad ocurrid producid concretad cumplid concluid".split()
)
TALKING = frozenset(("contact.discuss", "contact.speak", "contact.talk", "contact.exchange", "contact.review"))
# What came about, and is talked of.
HAPPENINGS = frozenset(
    "departure attack attacks election elections vote referendum events incident incidents arrest death killing coup"
    " earthquake floods fire strike strikes resignation release arrival crash protests shooting raid expulsion blast"
    " bombing summit eleccion elecciones salida ataque ataques incidente muerte golpe terremoto".split()
)
PLACE = 5  # tokens from a time to the comma behind its place
TOWARDS = frozenset("to for against after over by following amid from under".split())
MEANS = frozenset("via by through over".split())
PUBLISHING = frozenset("publish release issue post broadcast air".split())
EXAMPLES = frozenset("including incluida incluido incluidas incluidos incluyendo".split())
EXAMPLES_OF_TWO = (["such", "as"], ["among", "them"], ["entre", "ellos"], ["entre", "ellas"])
DAYS = frozenset(("weekday", "offset", "day"))
RELATIVE = frozenset(("that", "which", "who", "que"))
DESCRIBED_NEAR, PHRASE = 4, 5  # tokens from a verb to its time; of the phrase before its clause
JOINTS = frozenset("but and pero y".split())
# What may stand before words of time that open a sentence: "Earlier, on Monday", "It was only in May that".
LEADING_UP = frozenset(
    "earlier later previously then and but also only just already as late early recently back yet so meanwhile however"
    " it was is not until on in at of the morning afternoon evening night , fue ya apenas recien el en la antes"
    " despues".split()
)
FIRST = 2  # the token before which words of time open a sentence
ADJACENT = 2  # how near behind its verb a time stands
BACK = frozenset("after following since tras despues".split())
COMING_AFTER = BACK | {"amid"}
NEAR = 4  # how far behind a possessive its noun may stand


def is_of_first(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time says since when, or within what, something was first: "the first visit since 2003"."""
    clause = one.clause
    if time.relation == "since":
        if "," in clause.words[time.last : one.trigger[0]] and "," in clause.words[: time.first]:
            return True  # "Peru's minister, in Lima since Tuesday, met"
        return not FIRSTS.isdisjoint(clause.words[max(0, time.first - FAR) : time.first])
    if _is_behind_first(one, time):
        return True
    if time.kind not in ("unit", "span"):
        return False
    for place in range(time.first - 1, max(1, time.first - FAR), -1):
        if clause.words[place] in RANKED:  # "X will visit Y, his second trip this year", "the third to Y this month"
            return clause.words[place - 1] in OWNING and clause.words[place - 2] == ","
        if place in clause.heads or clause.words[place] == ",":
            break
    return False


def _is_behind_first(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time dates that since which something is the first: "the third since the war began on 5 May"."""
    clause = one.clause
    for place in range(time.first - 1, max(1, time.first - FAR), -1):
        if clause.words[place] == "," or place == one.trigger[0]:
            return False
        if clause.words[place] in SINCE:
            return not RANKED.isdisjoint(clause.words[max(0, place - FIRST_REACH) : place])
    return False


def is_of_noun(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of a noun that is not the act: "over last year's raid", "under its 2003 accord"."""
    clause, trigger = one.clause, one.trigger[0]
    if (
        _is_of_described(one, time)
        or _is_of_example(one, time)
        or _is_of_followed(one, time)
        or _is_of_topic(one, time)
    ):
        return True
    if one.family in MADE and clause.words[one.trigger[1] + 1 : time.first] in (["a"], ["an"], ["the"]):
        return False  # "signed a 2013 accord", "fought a 1962 war"
    if "dated" in set(clause.words[max(0, time.first - ADJACENT) : time.first]):
        is_letter = sets(clause) and trigger > time.last and not LETTERS.isdisjoint(clause.words[: time.first])
        return not is_letter  # "under the accord dated 17 February 1966", but "In a letter dated 3 May, X asked"
    opener = time.first - 1 - 2 * (clause.words[time.first - 1] in ("-", "–"))
    if time.kind not in DAYS and one.family == "accord" and clause.words[opener] in ("for", "para"):
        return True  # "signed a programme for 2026-2027"
    if time.kind == "year" and time.first - 2 > one.trigger[1] and clause.words[time.first - 1] == "of":
        return True  # "breached the ceasefire understanding of 2003"
    if (clause.is_spanish and _is_of_noun_before(one, time)) or _is_of_what_was_before(one, time):
        return True
    behind = clause.tokens[time.last + 1 : time.last + 2]
    is_placed = time.first > 1 and clause.words[time.first - 2] in OPENERS  # "met at the November summit"
    is_placed = is_placed and not any(v.form == "ing" and trigger < v.first < time.first for v in clause.verbs)
    is_owner = (time.relation == "of" and not is_placed) or (bool(behind) and behind[0].low == "'s")
    return is_owner and not (0 < trigger - time.last <= NEAR and LINKING.isdisjoint(clause.words[time.last : trigger]))


def _is_of_described(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of a clause on another noun: "the worst breach of a truce that X brokered in May"."""
    words, last = one.clause.words, one.trigger[1]
    verb = next((v for v in reversed(one.clause.verbs) if v.head < time.first), None)
    if verb is None or verb.first <= last or verb.tense != "past" or time.first - verb.head > DESCRIBED_NEAR:
        return False
    place = next((n for n in range(verb.first - 1, last + 2, -1) if words[n] in RELATIVE), 0)
    if (
        not place
        or place - 1 in one.clause.heads
        or words[place - 1] == ","
        or any(place < other.head < verb.first for other in one.clause.verbs)
    ):
        return False
    return not DETERMINERS.isdisjoint(words[max(last + 1, place - PHRASE) : place])


def _is_of_topic(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what is talked about: "discussed the departure of the mission last week"."""
    clause, head = one.clause, one.trigger[1]
    if one.rule not in TALKING or time.first < head or time.kind in DAYS:
        return False
    between = clause.words[head + 1 : time.first]
    place = next((n for n in range(len(between) - 1, -1, -1) if between[n] in HAPPENINGS), -1)
    if place < 0 or not {"in", "during", "at", ","}.isdisjoint(between[:place]):
        return False  # "discussed trade during a meeting last week"
    return not ({"during", "call", "meeting", "talks", ","} & set(between[place + 1 :]))


def _is_of_example(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of an example: "ties grew, including two visits last year, and X signed"."""
    clause, trigger = one.clause, one.trigger[0]
    words = clause.words
    first = next((n for n in range(time.first - 1, max(0, time.first - FAR), -1) if words[n] == ","), 0)
    if not first or first < trigger < time.first:
        return False
    if words[first + 1] not in EXAMPLES and words[first + 1 : first + 3] not in EXAMPLES_OF_TWO:
        return False
    if trigger < first:
        return time.kind not in DAYS  # "expelled three, including the consul on Monday"
    return "," in words[time.last + 1 : trigger]


def _is_of_followed(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what a noun is said to follow: "her trip to X follows a visit by Y last month"."""
    clause, last = one.clause, one.trigger[1]
    if one.verb is not None or time.first < last:
        return False
    verb = next((v for v in clause.verbs if v.first > last and v.is_finite and not v.is_infinitive), None)
    if (
        verb is None
        or verb.is_passive
        or time.first - verb.head <= ADJACENT
        or clause.words[verb.first - 1] in RELATIVE
    ):
        return False
    if verb.lemma == "follow":
        return clause.words[verb.head + 1] not in LINKING  # "their talks followed in Accra on Monday"
    return verb.lemma == "come" and not COMING_AFTER.isdisjoint(clause.words[verb.head + 1 : time.first])


def _is_of_what_was_before(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of what a clause on a noun followed: "a visit that had come after riots in May"."""
    clause, last = one.clause, one.trigger[1]
    if one.verb is not None or time.first < last:
        return False
    verbs = [v for v in clause.verbs if last < v.head < time.first and v.is_finite and not v.is_infinitive]
    if not verbs or clause.words[last + 1 : last + 2] not in (["that"], ["which"]) or not verbs[0].is_perfect:
        return False
    return not BACK.isdisjoint(clause.words[verbs[-1].head + 1 : time.first])


def _is_of_noun_before(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether "de" gives a time to another noun than that of an act: "condenó el ataque ruso del lunes"."""
    first, is_noun = time.first, all(verb.first != one.trigger[0] for verb in one.clause.verbs)
    is_own = is_noun and first - NEAR <= one.trigger[1] < first
    return not is_own and is_of_spanish_noun(one.clause, time)


def is_of_participle(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time hangs on a participle that only describes: "ties, severed in 2016, were restored"."""
    clause, trigger = one.clause, one.trigger[0]
    is_noun = all(verb.first != trigger for verb in clause.verbs)  # "the offer, made in May": the act's own day
    for verb in clause.verbs:
        told = any(v.is_finite and not v.is_infinitive and trigger < v.first < verb.first for v in clause.verbs)
        is_own = verb.first == trigger or (is_noun and verb.first > trigger and not told)
        is_part = verb.form == "part" or _is_cut_short(clause, verb, time)
        if not is_part or verb.has_auxiliary or is_own or verb.head >= time.first:
            continue
        if _is_of_setting(one, verb, time):
            continue  # "at a forum held in May, they signed"
        if (verb.lemma in PUBLISHING and one.kind in SPEECH_KINDS) or _is_of_its_holding(one, verb):
            continue  # "said in a statement published on Monday that"
        if _is_right_behind(clause, verb.head, time) or (time.last < trigger and _closes(clause, verb.head, time)):
            return True
    return clause.is_spanish and _is_behind_participle(one, time)


def _is_of_its_holding(one: Candidate, held: Verb) -> bool:
    """Tell whether a participle says when the act itself was held: "chaired talks held on 3 May via video link"."""
    if one.family != "contact" or held.lemma not in HOLDING:
        return False
    own = one.verb
    if own is None:
        return held.head < one.trigger[0] and one.clause.words[one.trigger[0] - 1] in MEANS
    return own.lemma in TAKING_PART and own.head < held.first


def sets(clause: Clause) -> bool:
    """Tell whether a sentence opens with where its act was done: "In a letter", "As part of", "Speaking at"."""
    first = _first_phrase(clause)
    return clause.words[first] in OPENERS | SETTING or clause.words[first : first + 2] == ["as", "part"]


def _first_phrase(clause: Clause) -> int:
    """Return where the first phrase begins, behind an adverb or "but": "Meanwhile, at a forum"."""
    is_led = clause.words[1:2] == [","] and len(clause.words) > ADJACENT
    return 2 if is_led else int(clause.words[0] in JOINTS and len(clause.words) > 1)


def _is_of_setting(one: Candidate, held: Verb, time: TimeExpression) -> bool:
    """Tell whether a participle says when was held, sent or put out what a sentence opens with, and its act done."""
    clause = one.clause
    if not describes(clause, held) or not sets(clause) or one.trigger[0] < time.last:
        return False
    return "," not in clause.words[_first_phrase(clause) : time.last + 1] and ends_phrase(clause, time)


def ends_phrase(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a comma follows a time, or the place behind it: "At a summit on 5 March in Oslo, "."""
    words = clause.words[time.last + 1 : time.last + 1 + PLACE]
    if words[:1] == [","]:
        return True
    return words[:1] in (["in"], ["at"], ["en"]) and "," in words and clause.named.covered[time.last + 2] >= 0


def describes(clause: Clause, held: Verb) -> bool:
    """Tell whether a past form says what was held, sent or put out at the opening: "In a letter sent on"."""
    known = SET if clause.words[_first_phrase(clause)] in OPENERS else HELD
    is_bare = held.form in ("part", "past_or_part") and not held.has_auxiliary and held.lemma in known
    return is_bare and TOWARDS.isdisjoint(clause.words[: held.first])


def _is_right_behind(clause: Clause, head: int, time: TimeExpression) -> bool:
    """Tell whether small words alone part a time from a participle; in Spanish names too: "arrestado en Lima ayer"."""
    return all(
        clause.words[n] in LINKS or (clause.is_spanish and (clause.words[n] == "con" or clause.named.covered[n] >= 0))
        for n in range(head + 1, time.first)
    )


def _closes(clause: Clause, head: int, time: TimeExpression) -> bool:
    """Tell whether a time ends the phrase of a participle before a verb: "held in X since May", ", shut in May, "."""
    if any(token.text == "," for token in clause.tokens[head : time.first]):
        return False
    if clause.words[head + 1 : head + 2] == ["by"] and any(
        v.first == time.last + 1 and v.is_finite for v in clause.verbs
    ):
        return True  # "sanctions imposed by Peru on Chile in 1997 were lifted"
    return time.relation == "since" or clause.words[time.last + 1 : time.last + 2] == [","]


def _is_cut_short(clause: Clause, verb: Verb, time: TimeExpression) -> bool:
    """Tell whether a verb right behind a time shows that the one before only describes: "a note issued today says"."""
    reach = FAR if clause.words[verb.head + 1 : verb.head + 2] == ["by"] else NEAR
    if verb.form != "past_or_part" or time.first - verb.head > reach:
        return False
    behind = (other for other in clause.verbs if other.first == time.last + 1)
    return any(other.is_finite and not other.is_infinitive for other in behind)  # but "decided on Monday to expel"


def _is_behind_participle(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a Spanish participle that describes a noun stands right before a time: "amenazas vertidas hoy"."""
    tokens = one.clause.tokens
    if time.kind == "recent":
        return False  # "la situación derivada de la reciente ruptura"
    place = next((n for n in range(time.first - 1, 0, -1) if tokens[n].low not in LINKS), 0)
    if not place or one.trigger[0] <= place <= one.trigger[1] + 1 or not PARTICIPLE.fullmatch(tokens[place].low):
        return False
    if _is_of_own_holding(one, place):
        return False
    is_set = tokens[place].low.rstrip("s")[:-1] in SET_IN_SPANISH
    if is_set and one.kind in SPEECH_KINDS and "segun" in one.clause.words[max(0, place - FAR) : place]:
        return False  # "ha condenado el ataque, según un comunicado difundido el martes"
    if is_set and sets(one.clause) and one.trigger[0] > time.last:
        return not ends_phrase(one.clause, time)  # "en un comunicado emitido el lunes, condenó"
    return tokens[place - 1].low not in AUXILIARIES | ARTICLES


def _is_of_own_holding(one: Candidate, place: int) -> bool:
    """Tell whether a Spanish participle says that what a noun names has been: "su viaje a Lima, realizado en"."""
    clause, last = one.clause, one.trigger[1]
    if one.family != "contact" or place < last or one.verb is not None:
        return False
    word, told = clause.words[place], (v.head for v in clause.verbs if v.is_finite and v.head != place)
    is_alike = word.endswith("s") is clause.words[last].endswith("s")
    return is_alike and word.rstrip("s")[:-1] in BEEN_IN_SPANISH and not any(last < head < place for head in told)


def opens(clause: Clause, time: TimeExpression) -> bool:
    """Tell whether a time opens a sentence, alone or within a first phrase: "At their summit in Oslo in April, X …"."""
    if time.first <= FIRST or clause.words[time.first - 1] == ";" or LEADING_UP.issuperset(clause.words[: time.first]):
        return True
    if not sets(clause) or time.last + 1 == len(clause.tokens):
        return False
    told = (v for v in clause.verbs if v.is_finite and v.first < time.first)
    return ends_phrase(clause, time) and all(describes(clause, verb) for verb in told)
