"""Find those who stand joined: in a series by commas, "and", "as well as", or beside a subject ("X, along with Y")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.prepositions import is_in_phrase
from newsroom.reading.standing import DECISIONS
from newsroom.reading.verbs import Verb

JOINED = frozenset(("and", "y", "e", "&", "well", "nor"))
BETWEEN = JOINED | {",", "as", "even"}
BEHIND_ONE = frozenset(("and", ",", "y", "e", "the", "even"))
OF = frozenset(("of", "de"))
LISTING = frozenset((",", "and", "y", "e"))
# What joins somebody to a subject, in two words.
BESIDE = frozenset(
    tuple(pair.split())
    for pair in "along with,together with,alongside with,joined by,followed by,junto con,junto a,seguido por".split(",")
)
WHERE = frozenset(("where", "donde"))
PAIR = 2
COUNTED = 6  # tokens of "14 European Union countries"
BETWEEN_SIDES = frozenset(
    "and , the & y e even visiting neighboring neighbouring top senior both his her their with con".split()
)  # what may stand between two of a list
ENDS = frozenset(("and", "y", "e", ",", "(", ".", "to"))  # what stands behind one of a list
FAR = 12  # how many words may stand before the first name of a phrase
TOPIC_WORDS = frozenset(("on", "about", "in", "at", "over"))
LONGEST_LIST = 26  # tokens of a list behind "decision by"
EXAMPLES = frozenset(("including", "among", "notably"))
OBJECT_NEAR = 4  # how near behind its verb an object ends that "and" parts from the next subject
AFTER = frozenset("between among entre that which who as while when after before since if because".split())
ATTENDING = frozenset("attending attended participating part present".split())
ATTEND_REACH = 16  # how far before "along with" such a word stands
COMPANIONS = frozenset(first for first, _ in BESIDE)
PARTING_WITH = frozenset("sever cut break suspend freeze downgrade".split())  # which end ties "with" somebody


def of_states(clause: Clause, verb: Verb) -> list[Mention]:
    """Return the people before a verb who are listed with their states: "X of Kenya, Y of Togo, and Z of Mali met"."""
    found: list[Mention] = []
    if OF.isdisjoint(clause.lows):
        return found
    place = verb.first - 1
    while (state := clause.named.at(place)) is not None and state.actor.countries:
        person = state
        if state.actor.kind == "country" and state.first > 1 and clause.words[state.first - 1] in OF:
            person = clause.named.at(state.first - 2) or state
        is_of_state = person is not state or not OF.isdisjoint(clause.words[person.first : person.last + 1])
        if person.actor.kind != "person" or not is_of_state:
            break
        found.insert(0, person)
        place = person.first - 1
        while place > 0 and clause.words[place] in LISTING:
            place -= 1
    return found if len(found) > 1 else []


def with_joined(clause: Clause, window: Sequence[Mention], last: Mention) -> list[Mention]:
    """Return a mention with those joined to it by commas and "and" before it."""
    group = [last]
    earlier = [one for one in window if one.last < last.first]
    if not earlier:
        return group
    goes_on = clause.words[last.last + 1 : last.last + 2] in (["and"], ["y"], ["e"])  # "X, Y and their allies"
    goes_on = goes_on or _is_headline_pair(clause, last)
    for mention in reversed(earlier):
        between = [
            clause.words[place] for place in range(mention.last + 1, group[0].first) if clause.named.covered[place] < 0
        ]
        if (
            not between
            or not all(word in BETWEEN for word in between)
            or (not JOINED & set(between) and len(group) == 1 and not goes_on)
            or (len(group) == 1 and "," in between and _is_object_of_earlier(clause, mention))
            or (len(group) == 1 and _parts_two_acts(clause, mention, group[0]))
        ):
            break
        if is_in_phrase(clause, mention):
            if len(group) > 1 and clause.words[mention.first - 1] == "from":
                group.insert(0, mention)  # "officials from Peru, Chile and Brazil"
            break
        group.insert(0, mention)
    return group


def _is_headline_pair(clause: Clause, last: Mention) -> bool:
    """Tell whether a state is the second of two that open a headline: "Peru, Chile sign deal"."""
    first = clause.named.at(0) if last.first else None
    return (
        first is not None
        and first.actor.kind == last.actor.kind == "country"
        and first.form == last.form == "name"
        and last.first == first.last + 2
        and clause.tokens[first.last + 1].text == ","
    )


def company(clause: Clause, mention: Mention, verb: Verb) -> list[Mention]:
    """Return who acts beside a subject: "X, along with Y and Z, expelled", "X, joined by Y, signed"."""
    behind = mention.last + 1
    if clause.words[behind : behind + 2] == [",", "with"]:
        found = joined_behind(clause, behind + 1)  # "X, with Y and Z, filed a suit"
        if found and clause.tokens[found[-1].last + 1].text == "," and found[-1].last + 2 == verb.first:
            return found
    if clause.lows.isdisjoint(COMPANIONS):
        return []
    for place in range(behind, verb.first - 2):
        if (clause.words[place], clause.words[place + 1]) in BESIDE:
            found = joined_behind(clause, place + 1)
            return [m for m in found if m.actor.country != "EU" or not mention.is_plural]  # the states beside it act
    return []


def attending(clause: Clause, place: int) -> list[Mention]:
    """Return who attends what a noun before a token tells: "with X attending along with Y"."""
    if clause.lows.isdisjoint(COMPANIONS) or clause.lows.isdisjoint(ATTENDING):
        return []
    for number in range(place, len(clause.words) - 2):
        if (clause.words[number], clause.words[number + 1]) in BESIDE:
            start = max(place, number - ATTEND_REACH)
            if ATTENDING.isdisjoint(clause.words[start:number]):
                return []
            opener = next((n for n in range(start, number) if clause.words[n] in ("with", "by")), number)
            return [m for m in (*chain(clause, opener + 1), *chain(clause, number + 2)) if m.actor.countries]
    return []


def examples(clause: Clause, start: int, verb: Verb) -> list[Mention]:
    """Return who is named in commas as some of a subject: "Several countries, including X", "states, among them Y"."""
    if EXAMPLES.isdisjoint(clause.lows):
        return []
    for place in range(start + 1, verb.first - 2):
        if clause.words[place] in EXAMPLES:
            found = joined_behind(clause, place + (clause.words[place + 1] == "them"))
            end = verb.first - (clause.tokens[verb.first - 1].text == ",")
            return found if found and found[-1].last == end - 1 else []
    return []


def _is_object_of_earlier(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention before ", and" ends an earlier clause: "X expelled two diplomats of Y, and Z closed"."""
    if mention.first and clause.tokens[mention.first - 1].text == ",":
        return False  # "X, Y, and Z"
    return any(verb.is_finite and verb.head < mention.first for verb in clause.verbs)


def _parts_two_acts(clause: Clause, mention: Mention, own: Mention) -> bool:
    """Tell whether "and" parts two acts: "X expelled the consul of Y and Z closed its border".

    The first ends an earlier verb's object, and the second stands right before a verb of the past.
    """
    if clause.words[mention.last + 1 : own.first] not in (["and"], ["y"], ["e"]):
        return False
    later = next((v for v in clause.verbs if v.first == own.last + 1), None)
    if later is None or not later.is_finite or later.is_infinitive or later.tense != "past" or later.is_passive:
        return False
    earlier = [v for v in clause.verbs if v.head < mention.first and mention.first - v.head <= OBJECT_NEAR]
    if not earlier or not earlier[-1].is_finite or earlier[-1].lemma in SAYING or earlier[-1].is_passive:
        return False
    return AFTER.isdisjoint(clause.words[earlier[-1].head + 1 : mention.first])


def joined_behind(clause: Clause, place: int) -> list[Mention]:
    """Return the mention right behind a token with those that commas and "and" join to it."""
    found: list[Mention] = []
    for mention in clause.mentions:
        between = set(clause.words[(found[-1].last if found else place) + 1 : mention.first])
        is_next = mention.first == place + 1 if not found else mention.first > found[-1].last
        if mention.first > place and is_next and (not found or (between and between <= BEHIND_ONE)):
            found.append(mention)
    return found


def _member_of(clause: Clause, body: Mention) -> int:
    """Return the token of who is named as a member of a body: "with fellow Arab League (AL) member Qatar", else 0."""
    place = body.last + 1
    if clause.words[place : place + 1] == ["("]:
        place = next((n + 1 for n in range(place, min(place + 5, len(clause.words))) if clause.words[n] == ")"), place)
    is_member = place + 1 < len(clause.words) and clause.words[place] in ("member", "ally", "partner")
    return place + 1 if is_member and clause.named.at(place + 1) is not None else 0


def chain(clause: Clause, place: int, *, limit: int = 80) -> list[Mention]:
    """Return the mentions from ``place`` on that "and" and commas join, with what hangs on them by "of"."""
    found: list[Mention] = []
    index, told = place, {verb.first for verb in clause.verbs if verb.has_auxiliary and verb.first > place}
    while index < len(clause.tokens) and index - place < limit:
        mention = clause.named.at(index)
        if mention is not None and not found and index > place and clause.words[index - 1] in TOPIC_WORDS:
            index = mention.last + 1  # "between an envoy to a conference on X and Y": X is no side
            continue
        if mention is not None and not found and (member := _member_of(clause, mention)):
            index = member
            continue
        if mention is not None:
            if found and _parts_two_acts(clause, found[-1], mention):
                break
            found.append(mention)
            index = mention.last + 1
            continue
        token = clause.tokens[index]
        is_dashed = found and token.text in ("-", "–") and token.start == clause.tokens[index - 1].end
        if is_dashed and (joint := clause.named.at(index + 1)) is not None and joint.first == index + 1:
            index += 1  # "the Belgrade-Pristina dialogue"
            continue
        if found and found[-1].form == "adjective" and index == found[-1].last + 1 and token.low.endswith("s"):
            index += 1  # "Kenyan herders and Ugandan farmers"
            continue
        if found and (also := _as_well_as(clause, index)):
            index = also
            continue
        if (
            (found and token.low in ("of", "from", "("))
            or token.low in BETWEEN_SIDES
            or (not found and token.low.isalpha() and index - place < 4 and index not in told)
        ):
            is_end = token.text == "," and found and (not _joins(clause, index) or _opens_clause(clause, found, index))
            if is_end or (found and _opens_next_stop(clause, found[0], index)):
                break
            index += 1
            continue
        if found or index - place >= FAR or index in told:
            break
        index += 1
    return found


def _as_well_as(clause: Clause, index: int) -> int:
    """Return the token behind ", as well as" and states that are only counted, 0 where others are not joined so."""
    start = index + (clause.words[index] == ",")
    if clause.words[start : start + 3] != ["as", "well", "as"]:
        return 0
    behind = start + 3
    is_count = clause.words[behind : behind + 1] and clause.words[behind].isdigit()
    closed = next((n for n in range(behind, behind + COUNTED) if clause.words[n : n + 1] == ["and"]), 0)
    return closed if is_count and closed else behind


def _opens_clause(clause: Clause, found: Sequence[Mention], index: int) -> bool:
    """Tell whether ", and" parts two clauses: "cut ties with X, and Y has left", "with X, and Y with Z"."""
    if clause.words[index + 1 : index + 2] not in (["and"], ["y"], ["e"], ["while"]):
        return False
    if any("," in clause.words[one.last + 1 : other.first] for one, other in pairwise(found)):
        return False  # "between X, Y, and Z"
    own = clause.named.at(index + 2) or clause.named.at(index + 3)
    if own is None or own.first > index + 3 or not any(v.is_finite and v.head < found[0].first for v in clause.verbs):
        return False
    before = clause.words[found[0].first - 1] if found[0].first else ""
    return any(v.first == own.last + 1 and v.is_finite and not v.is_infinitive for v in clause.verbs) or (
        before in ("with", "con") and clause.words[own.last + 1 : own.last + 2] == [before]
    )


def _opens_next_stop(clause: Clause, met: Mention, index: int) -> bool:
    """Tell whether the next stop of a journey stands behind a token: "in X, where he met Y, and Z, where he met W"."""
    stop = clause.named.at(index + 1) or clause.named.at(index + 2)
    if stop is None or stop.actor.kind != "country" or WHERE.isdisjoint(clause.words[: met.first]):
        return False
    behind = clause.words[stop.last + 1 : stop.last + 3]
    return len(behind) == PAIR and behind[0] == "," and behind[1] in WHERE


def _joins(clause: Clause, index: int) -> bool:
    """Tell whether a comma joins two actors: another mention follows at once, and then "and" or a comma."""
    for step in (1, 2, 3):
        mention = clause.named.at(index + step)
        if mention is not None and mention.form in ("name", "office", "adjective"):
            after = clause.words[mention.last + 1] if mention.last + 1 < len(clause.tokens) else ""
            return after in ENDS or clause.words[index + 1] in ("and", "y", "e")
    return False


def deciders(clause: Clause, verb: Verb) -> list[Mention]:
    """Return the several whose decision an infinitive is: "the decision by Peru, Chile and Cuba to impose"."""
    if not verb.is_infinitive:
        return []
    for place in range(verb.first - 2, max(0, verb.first - LONGEST_LIST), -1):
        if clause.words[place] == "by" and clause.words[place - 1] in DECISIONS:
            listed = chain(clause, place + 1)
            return listed if len(listed) > 1 and listed[-1].last == verb.first - 1 else []
        if place in clause.heads:
            break
    return []


def end_of_shared(clause: Clause, number: int, end: int) -> int:
    """Return the token behind what two joined verbs share: "severed ties and shut transport links with Peru"."""
    verb, joined = clause.verbs[number], clause.verbs[number + 1 : number + 2]
    if verb.lemma not in PARTING_WITH or not joined or clause.words[joined[0].first - 1] not in ("and", "y"):
        return end
    if not joined[0].is_finite or joined[0].tense != verb.tense:
        return end
    return max(end, next((v.first for v in clause.verbs[number + 2 :] if v.is_finite), len(clause.tokens)))
