"""Settle what a noun tells in the light of its verb: a plan, a truce in force, an offer, or nothing of its own."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import behind_aside
from newsroom.reading.events.agreeing import FIGURES
from newsroom.reading.events.ahead import own_time
from newsroom.reading.events.modality import ADVISING, governing
from newsroom.reading.events.noun_frames import NounFrame
from newsroom.reading.events.noun_governors import is_of_many
from newsroom.reading.names.mentions import Mention
from newsroom.reading.verbs import PREPOSITIONS, Verb

OFFERS = frozenset(("offer", "invitation", "proposal"))
WITHDRAWING = frozenset("withdraw revoke rescind retract cancel recall".split())
ANSWERING, GIVERS = frozenset(("accept", "decline", "refuse", "reject")), frozenset(("of", "from", "by"))
NEAR = 2  # how many tokens before a noun its verb stands
CARRIED = frozenset("carry materialise materialize fulfil fulfill execute".split())
COMING = frozenset("cards offing horizon pipeline works afoot".split())
DANGERS = frozenset("terror terrorist terrorism security climate global common external growing".split())
VISITED = frozenset(
    "visit visited visiting visits trip arrived arrives arrive travelled traveled travels travel".split()
)
REASONS = frozenset(("at", "por", "on", "upon"))
LED, HOSTING = 3, 6  # how far before an invitation its preposition, behind it who gave it stand
HANDING_ON = frozenset("send convey deliver extend issue make hand present pass carry transmit".split())
PROPOSING = frozenset("propose suggest seek demand urge want offer request recommend".split())
BEGINNING = frozenset(("begin", "start"))
ENTERING = frozenset(
    "take takes took go goes went gone enter enters entered begin begins come came entra entro entrara entrado".split()
)
ENDING = frozenset("cessation suspension halt end ending".split())
STOPPING = frozenset("end stop halt cease resolve settle prevent avert avoid".split())
IN_FORCE = frozenset("effect force hold vigor vigencia".split())
JOURNEYS = frozenset(("visit", "state_visit", "summit_multilateral"))
PAST = frozenset("held took just earlier recent past celebrada celebradas realizada sostenidas last previous".split())
STARTING = frozenset("enter take come go".split())  # "take effect", "come into force"
EXPECTING = frozenset("be expect set schedule plan mean suppose intend".split())


def settle_kind(
    clause: Clause, first: int, last: int, frame: NounFrame, status: str, governor: int | None
) -> tuple[str, str]:
    """Return kind and modality in the light of the governing verb; an empty kind drops the noun."""
    verb = clause.verbs[governor] if governor is not None else None
    is_warned_of = verb is not None and verb.is_negated and verb.modal in ADVISING  # "should not break off talks"
    if (
        is_of_many(clause, last, governor)
        or is_warned_of
        or (frame.family == "capture" and not any(m.actor.level == "leader" for m in clause.mentions))
    ):
        return "", status  # what is captured is a ship, a town
    words = set(clause.words[last + 1 : last + 10])
    before = clause.words[max(0, first - 3) : first]
    is_told = "of" in before[-2:] and frame.family != "invitation"  # "the terms of other proposals"
    is_withdrawn = verb is not None and verb.lemma in WITHDRAWING
    if frame.family in OFFERS and (is_told or is_withdrawn or _is_taken(clause, first, last)):
        return "", status
    if verb is not None and verb.lemma == "be" and verb.head > last and status == "happened":
        said = set(clause.words[verb.head + 1 : verb.head + 5])
        if frame.family == "contact" and said & {"off", *COMING}:
            return frame.kind, "cancelled" if "off" in said else "planned"
    if frame.family == "ceasefire":
        return _ceasefire(clause, first, last, status, governor, words)
    if frame.family in ("threat", "offer", "accusation", "invitation", "proposal"):
        is_kept = verb is not None and verb.lemma in CARRIED and verb.head > last  # "the threat was never carried out"
        if (status in ("negated",) and frame.family != "offer" and not is_kept) or before[-1:] == ["no"]:
            return "", status
        if frame.family == "threat" and not _is_uttered(clause, first, last):
            return "", status  # "the threats posed by", "a threat to security"
        if frame.family == "threat" and DANGERS & set(before[-1:]):
            return "", status  # a danger, not an act
        is_handed_on = verb is not None and verb.head < first and verb.lemma in HANDING_ON
        return frame.kind, status if is_handed_on else "happened"  # what it is about is no fact, but it was made
    is_ended = not {"of", "to"}.isdisjoint(before[-2:]) and not ENDING.isdisjoint(
        before
    )  # "the cessation of hostilities"
    is_to_end = verb is not None and verb.head < first and verb.lemma in STOPPING  # "talks to end the fighting"
    is_to_end = is_to_end and verb is not None and (verb.is_infinitive or not verb.is_finite)
    is_figure = frame.family == "clash" and not FIGURES.isdisjoint(before[-1:])  # "their trade hostilities"
    is_none = status == "negated" and "no" in before  # "there was no fighting between"
    if frame.family == "clash" and (not (status == "happened" or is_none) or is_ended or is_to_end or is_figure):
        return "", status
    if frame.family == "contact" and "first" in before and _sums_up(clause, first):
        return "", status
    is_call = frame.kind == "visit" and bool(called_on(clause, first, last))
    if frame.kind == "visit" and (is_call or verb is None or before[-1:] == ["will"]):
        return "meeting" if is_call else frame.kind, status
    if (
        frame.family == "contact"
        and status == "happened"
        and verb is not None
        and (verb.lemma in ("agree", "decide", "plan") or _is_announced(clause, verb, frame.kind, first, last))
        and verb.head < first
    ):
        return "announced_meeting", "planned"
    return frame.kind, status


def _is_announced(clause: Clause, verb: Verb, kind: str, first: int, last: int) -> bool:
    """Tell whether a contact without a day of its own is all that is announced: "confirmed the visit of Y"."""
    if not (verb.lemma == "announce" or (verb.lemma == "confirm" and kind in JOURNEYS)) or verb.is_passive:
        return False
    between = clause.words[behind_aside(clause, verb.head + 1) : first]
    is_object = PREPOSITIONS.isdisjoint(between) and not {",", "that", "que"} & set(between)
    is_past = not PAST.isdisjoint((*between, *clause.words[last + 1 : last + 3]))
    return is_object and not is_past and own_time(clause, last) is None


def called_on(clause: Clause, first: int, last: int) -> list[Mention]:
    """Return to whom, and no state, a visit of courtesy is paid: "paid a courtesy visit to the minister"."""
    behind = last + 1 + 2 * (clause.words[last + 1 : last + 3] == ["de", "cortesia"])
    if behind == last + 1 and clause.words[first - 1] != "courtesy":
        return []
    return [m for m in clause.mentions if 0 < m.first - behind <= 1 and m.actor.kind in ("person", "office")]


def _is_uttered(clause: Clause, first: int, last: int) -> bool:
    """Tell a threat that somebody makes from a danger: "threats to deploy", "threats of war", "threats against"."""
    after = clause.words[last + 1] if last + 1 < len(clause.tokens) else ""
    if after == "to":
        return any(verb.is_infinitive and verb.first == last + 1 for verb in clause.verbs)
    owner = clause.named.at(first - 1) or clause.named.at(first - 2) if first > 1 else None
    return after in ("of", "against", "that", "by", "from", "de", "contra") or owner is not None


def _sums_up(clause: Clause, place: int) -> bool:
    """Tell whether a sentence only says what the one before it told: "It would be the first visit since"."""
    lows = clause.words[:4]
    return lows[:1] in (["it"], ["this"], ["that"]) and "be" in lows and place < 12


def _ceasefire(
    clause: Clause, first: int, last: int, status: str, governor: int | None, words: set[str]
) -> tuple[str, str]:
    """Tell a declared ceasefire from one that takes effect."""
    tokens = clause.words
    verb = clause.verbs[governor] if governor is not None else None
    if status == "hypothetical" and verb is not None and verb.head < first and verb.lemma in PROPOSING:
        return "", status  # "proposed a truce that would begin on Sunday"
    is_begun = verb is not None and verb.lemma in BEGINNING and verb.head > last and not verb.is_negated
    if clause.is_spanish:
        words = words | set(tokens[max(0, first - 7) : first])  # "entró en vigor el lunes la tregua"
    if is_begun or "starting" in words or (ENTERING & words and IN_FORCE & set(tokens)):
        future = "starting" in words or any(_is_ahead(clause, n) for n, v in enumerate(clause.verbs) if v.head > last)
        return ("ceasefire_declared", "planned") if future else ("ceasefire_in_force", "happened")
    if "from" in words and any(time.first > last and time.first - last < 8 for time in clause.times):
        return "ceasefire_declared", "planned"
    return "", status


def _is_ahead(clause: Clause, number: int) -> bool:
    """Tell whether a verb says what is to come: "would start", "was due to take effect", "is expected to begin"."""
    verb = clause.verbs[number]
    if not verb.is_infinitive:
        return verb.modal in ("will", "would", "shall")
    head = governing(clause, number)
    return head is not None and verb.lemma in BEGINNING | STARTING and clause.verbs[head].lemma in EXPECTING


def _is_taken(clause: Clause, first: int, last: int) -> bool:
    """Tell whether an offer is only what is called back, or what was told before: "recalled / accepted the offer"."""
    verb = next((v for v in clause.verbs if first - NEAR <= v.head < first), None)
    is_known = clause.words[first - 1] == "the" and GIVERS.isdisjoint(clause.words[last + 1 : last + 2])
    return verb is not None and (verb.lemma == "recall" or (is_known and verb.lemma in ANSWERING))


def phrase_of_invitation(clause: Clause, first: int, last: int) -> tuple[int, int] | None:
    """Return the words of an invitation that says why somebody came, "at the invitation of X"; else ``None``."""
    lead = next((n for n in range(max(0, first - LED), first) if clause.words[n] in REASONS), -1)
    if lead < 0 or (clause.words[lead] in ("on", "upon") and VISITED.isdisjoint(clause.lows)):
        return None  # talks of others "on the invitation of X" are X's doing
    host = next((m for m in clause.mentions if last < m.first <= last + HOSTING), None)
    if host is None:
        return None
    end = host.last
    for mention in clause.mentions:
        is_same = (
            mention.actor.country in ("", host.actor.country) and "and" not in clause.words[end + 1 : mention.first]
        )
        if end < mention.first <= end + 2 and is_same:
            end = mention.last  # "the foreign minister of Peru, Mr X"
    return lead, end
