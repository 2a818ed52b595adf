"""Tell past forms that describe a noun from those that are a sentence's verb: "the truce announced in Oslo", "held by".

No tagger is used: what stands before and behind the form, and which verbs stand around it, decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsroom.reading.sentences import DAY_OPENERS, DAYS, Token
from newsroom.reading.verbs import PREPOSITIONS, SUBJECT_PRONOUNS, Verb

AIMED = frozenset(
    tuple(pair.split())
    for pair in (
        "aim at,direct at,target at,level at,impose by,impose on,impose against,make by,commit by,carry out,issue by,"
        "hold since,hold by,hold in,jail in,jail since,detain in,detain since,detain by,arrest in,"
        "sever in,seal in,seal between,sign in,sign between,impose since"
    ).split(",")
)
# What no state does without an object, and so describes the noun before a name: "talks with Chile scheduled for May".
BEHIND_NAMES = frozenset(
    tuple(pair.split())
    for pair in (
        "schedule for,schedule on,schedule to,slate for,slate to,set for,postpone from,impose by,impose on,impose in,"
        "impose since,impose after,impose over,hold in,hold at,hold by,hold since,hold last,sign in,sign by,"
        "sign between,broker by,broker in,mediate by,convene by,convene in,host by,chair by,attend by,propose by,"
        "suggest by,request by,announce by,order by,launch by,initiate by,draft by,negotiate by,fund by,provide by"
    ).split(",")
)
CHARGED = {"accuse": ("of",), "suspect": ("of",), "convict": ("of",), "charge": ("with",)}
MEANS = frozenset("phone telephone email e-mail mail letter text video videolink fax contrast".split())  # no agents
ACCORDS = frozenset(
    "accord accords agreement agreements deal deals treaty treaties pact pacts memorandum memoranda protocol protocols"
    " convention contract contracts declaration communique ceasefire truce consensus understanding".split()
)
MAKING = frozenset("sign reach conclude ink initial strike negotiate ratify".split())
HAVING, OWNERS = frozenset("had have has having".split()), frozenset("their his her its".split())
SUFFERED = 5  # how far before a past form "had their" stands
WHEN = (DAYS | DAY_OPENERS) - {","}
AGENT_NEAR = 4  # how near behind its participle "by" stands
# What no participle of a noun stands behind, what parts two clauses, and verbs that a clause may follow without "that".
NOT_BEFORE_PARTICIPLES = frozenset("and but or also later has had have was were is be been".split())
CLAUSE_OPENERS = frozenset(", ; : and but that which who when while after before because as if since until".split())
NEVER_BEFORE = NOT_BEFORE_PARTICIPLES | SUBJECT_PRONOUNS
PAST_FORMS = frozenset(("past_or_part", "part"))
HEDGES = frozenset("allegedly reportedly recently jointly previously already".split())
STANDING = frozenset("stand stop rise fall grow drop pass come go increase decrease decline begin start end".split())
INTRANSITIVE = frozenset("say tell begin start remain stay arrive occur happen die fall rise appear exist".split())
RECIPROCAL = frozenset("meet talk converse confer clash".split())  # nobody is "met in Oslo": those who met did so
CLAUSAL = frozenset("say add argue insist believe think".split())  # what is behind them is a clause, no object
TALKING = frozenset("say tell agree argue add announce warn insist state claim report".split())


def mark_participles(tokens: Sequence[Token], verbs: Sequence[Verb], blocked: Sequence[int]) -> list[Verb]:
    """Return the verbs, with each bare past form that describes a noun as a passive participle."""
    by_means = [_is_by_means(tokens, verb) for verb in verbs]
    verbs = [verb if by_means[n] else _by_agent(tokens, verb, blocked) for n, verb in enumerate(verbs)]
    found: list[Verb] = []
    for number, verb in enumerate(verbs):
        if by_means[number] or verb.form not in PAST_FORMS or verb.has_auxiliary:
            found.append(verb)
            continue
        if _opens_sentence(tokens, verbs, number):
            found.append(replace(verb, form="part", is_passive=True, tense=""))
            continue
        is_bare = verb.form == "past_or_part" and verb.first > 0
        if (is_bare and verb.lemma not in RECIPROCAL) and (
            _is_suffered(tokens, verb)
            or _is_behind_object(tokens, blocked, found, verb)
            or _closes_sentence(tokens, found, verb)
            or any(_belongs_to_noun(tokens, verb, other) for other in _next_finite(verbs, number))
        ):
            found.append(replace(verb, form="part", is_passive=True, tense=""))
        else:
            found.append(verb)
    return found


def _opens_sentence(tokens: Sequence[Token], verbs: Sequence[Verb], number: int) -> bool:
    """Tell whether a bare past form opens a sentence and describes its subject: "Summoned by X, Y's envoy gave"."""
    verb = verbs[number]
    if verb.first or verb.head + 1 >= len(tokens) or tokens[verb.head + 1].low not in PREPOSITIONS:
        return False
    return any(token.text == "," for other in _next_finite(verbs, number) for token in tokens[verb.head : other.first])


def _is_by_means(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether "by" behind a verb names no agent: "said by phone that"."""
    place = verb.head + 1
    return place + 1 < len(tokens) and tokens[place].low == "by" and tokens[place + 1].low in MEANS


def _by_agent(tokens: Sequence[Token], verb: Verb, blocked: Sequence[int]) -> Verb:
    """Return a verb as a participle where who did it stands right behind "by": "under a swap brokered by Qatar"."""
    is_bare = verb.form == "past_or_part" and not verb.has_auxiliary and verb.first > 0
    by = verb.head + 1
    while by < len(tokens) and by - verb.head < AGENT_NEAR and tokens[by].low in WHEN:
        by += 1  # "a note issued on Monday by"
    if not is_bare or verb.lemma in STANDING or by + 1 >= len(tokens) or tokens[by].low != "by":
        return verb
    is_hedged = verb.first > 1 and tokens[verb.first - 1].low in HEDGES
    before, behind = tokens[verb.first - 1 - is_hedged], range(by + 1, min(by + 4, len(tokens)))
    if not before.low.isalpha() or before.is_capital or before.low in NEVER_BEFORE or before.low.endswith("ly"):
        return verb
    is_dated = by > verb.head + 1 and verb.lemma not in INTRANSITIVE | TALKING | RECIPROCAL
    if not (is_dated or any(blocked[place] for place in behind)):
        return verb
    return replace(verb, form="part", is_passive=True, tense="")


def _next_finite(verbs: Sequence[Verb], number: int) -> list[Verb]:
    """Return the next verb that can carry a clause, if there is one."""
    return [verb for verb in verbs[number + 1 :] if verb.is_finite and not verb.is_infinitive][:1]


def _belongs_to_noun(tokens: Sequence[Token], verb: Verb, following: Verb) -> bool:
    """Tell whether a past form describes the noun before it: a phrase follows it at once, and then a finite verb."""
    before, between = tokens[verb.first - 1], tokens[verb.head + 1 : following.first]
    by = next((place for place, token in enumerate(between[:AGENT_NEAR]) if token.low == "by"), -1)
    is_at_once = by == 0 or (
        by > 0 and (verb.lemma not in TALKING or between[0].low in WHEN)
    )  # no "X, an analyst, said raids by Y are rare"
    if before.text == "," and is_at_once and not any(token.text == "," for token in between[:by]):
        return True  # "the accord, signed (on Monday) by X, covers"
    commas = [place for place, token in enumerate(between) if token.text == ","]
    if before.text == "," and commas and between[0].low in PREPOSITIONS and verb.lemma not in TALKING:
        return commas[-1] == len(between) - 1  # "the men, arrested in X in May, deny"
    if not before.is_word or before.low in NEVER_BEFORE:
        return False
    if not between:  # "the accords signed include": one of two verbs is no sentence's
        is_described = before.low not in CLAUSE_OPENERS and not (before.is_capital or before.low.endswith("ly"))
        return is_described and verb.lemma not in TALKING | INTRANSITIVE | STANDING
    lows = [token.low for token in between]
    if lows[0] == "by" or (lows[0] == "to" and by >= 0):  # "the aid given to X by Y was spent"
        return not (CLAUSE_OPENERS - {"and"}) & set(lows)
    if lows[0] not in PREPOSITIONS or verb.lemma in TALKING or CLAUSE_OPENERS & set(lows):
        return False
    return _ends_with_phrase(lows)


def _ends_with_phrase(lows: Sequence[str]) -> bool:
    """Tell whether the words before a verb are one phrase behind a preposition, and no subject of its own."""
    last = next((place for place in range(len(lows) - 1, -1, -1) if lows[place] in PREPOSITIONS), -1)
    return last >= 0 and len(lows) - last <= 4 and not SUBJECT_PRONOUNS & set(lows[last:])


def _is_behind_object(tokens: Sequence[Token], blocked: Sequence[int], earlier: Sequence[Verb], verb: Verb) -> bool:
    """Tell whether a past form stands behind the object of an earlier verb: "welcomed the truce announced in"."""
    if verb.head + 1 >= len(tokens):
        return False
    before, after = tokens[verb.first - 1], tokens[verb.head + 1]
    if before.low == "already" and verb.first > 1:
        before = tokens[verb.first - 2]  # "restrictions already imposed on"
    if verb.lemma in ("catch", "find") and after.low.endswith("ing") and before.low.isalpha():
        return bool(earlier)  # "sank a boat caught poaching"
    if after.low in CHARGED.get(verb.lemma, ()) and before.low not in NEVER_BEFORE and before.text != ",":
        return True  # "arrested three Chileans accused of spying": who accuses has an object
    if _is_aimed(tokens, verb, before.low) or _is_accord_made(verb, before.low, after.low):
        return True
    is_named = bool(blocked[verb.first - 1]) or before.is_capital
    if not before.low.isalpha() or (is_named and (verb.lemma, after.low) not in BEHIND_NAMES):
        return False
    if after.low not in PREPOSITIONS or before.low in NEVER_BEFORE or before.low.endswith("ly"):
        return False
    last = next((other for other in reversed(earlier) if other.is_finite), None)
    if last is None or verb.lemma in INTRANSITIVE or last.lemma in (TALKING if is_named else CLAUSAL):
        return False
    return not any(token.low in (",", "and", "that", "but", ";") for token in tokens[last.head + 1 : verb.first])


def _is_accord_made(verb: Verb, before: str, after: str) -> bool:
    """Tell whether an accord stands before what is done to it, which it never does itself: "the accord signed in"."""
    return before in ACCORDS and verb.lemma in MAKING and (after in PREPOSITIONS or after in ("last", "this"))


def _is_suffered(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a past form says what somebody had done to his own: "have had their visas revoked"."""
    before = [token.low for token in tokens[max(0, verb.first - SUFFERED) : verb.first]]
    return any(low in HAVING and owner in OWNERS for low, owner in pairwise(before))


def _closes_sentence(tokens: Sequence[Token], earlier: Sequence[Verb], verb: Verb) -> bool:
    """Tell whether a past form behind a comma describes what the sentence told of: "a vessel, seized a week ago"."""
    if tokens[verb.first - 1].text != "," or verb.lemma in TALKING | STANDING | frozenset(INTRANSITIVE):
        return False
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + AGENT_NEAR + 1]]
    is_dated = "ago" in behind or behind[:1] in (["last"], ["earlier"], ["yesterday"], ["between"])
    return is_dated and any(other.is_finite and not other.is_infinitive for other in earlier)


def _is_aimed(tokens: Sequence[Token], verb: Verb, before: str) -> bool:
    """Tell whether a bare past form after a plural noun is a participle by the word behind it: "threats aimed at"."""
    return (
        before.endswith(("s", "men"))
        and before not in SUBJECT_PRONOUNS
        and not tokens[verb.first - 1].is_capital
        and (verb.lemma, tokens[verb.head + 1].low) in AIMED
    )
