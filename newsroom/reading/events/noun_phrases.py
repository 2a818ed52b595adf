"""Read the phrase round a noun of contact: whether it is definite, whose side "between their envoy and X" names."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.names.mentions import Mention

MEASURES = frozenset("minute hour day one two three four".split())
JOINING = frozenset(("between", "among", "amongst", "entre"))
# What an accord is about, where it is no contact that was held: "an agreement on political consultations".
PACTS = frozenset(
    "memorandum memoranda mou mous agreement agreements protocol convention understanding memorando convenio"
    " acuerdo protocolo entendimiento arrangement".split()
)
ABOUT = frozenset("on for about regarding concerning sobre para".split())
REGULAR = frozenset("consultations dialogue consultas dialogo exchanges visits".split())
TOPICAL = frozenset("political diplomatic bilateral policy regular strategic security economic foreign".split())
INVITING = frozenset(("name", "anaphor", "adjective"))  # how those are named who invite or are invited
MATTERS = frozenset("situation crisis issue question problem war conflict file dossier".split())
# What somebody is rung up for.
TALKATIVE = frozenset(
    "discuss express convey congratulate thank wish offer extend talk brief inform review follow condole explain invite"
    " ask urge apologise apologize exchange coordinate".split()
)
HOME = (["a", "consultas"], ["a", "consulta"], ["en", "consulta"])
SO_CALLED = frozenset(
    "retirada operacion guerra crisis cumbre invasion ofensiva iniciativa ruptura ayuda zona ley".split()
)
EQUALS = frozenset("counterpart homologo homologa colleague colega par".split())
OWNING = frozenset("his her su".split())
DURING = frozenset("during at in after before following durante en tras".split())
BODIES = frozenset(
    "cabinet council board committee parliament party congress assembly politburo leadership gabinete consejo comite"
    " partido parlamento congreso asamblea junta".split()
)
JOINT = frozenset("joint mixed bilateral binational intergovernmental mixta mixto conjunta binacional".split())
BODY_NEAR = 3
JOURNEYS = frozenset("visit travel arrive fly come reach land go".split())
BRIEFING = frozenset("press media background".split())  # a call of these is one with reporters
GENITIVE = frozenset("by of from de por del".split())
LEAD = 4  # how far before a noun of contact the preposition stands that hangs it on what goes before
BEHIND = 3  # how far behind it, or before that preposition, the next name stands
TOPIC_REACH = 7  # tokens between such a noun and what it is about


def is_definite(clause: Clause, place: int) -> bool:
    """Tell whether "the", "this", "such" opens the phrase of a noun: "the call", "the 15-minute call"."""
    if place and clause.words[place - 1] in ("that", "such"):
        return True
    for step in range(place - 1, max(-1, place - 5), -1):
        token = clause.tokens[step]
        if token.low in ("the", "this"):
            return True
        is_measure = place - step > 1 and not (token.text == "-" or token.text.isdigit() or token.low in MEASURES)
        if is_measure or (place - step > 1 and clause.named.covered[step] >= 0):
            return False
    return False


def is_known(clause: Clause, place: int) -> bool:
    """Tell whether a noun names what was told before: "the attack", "the Kenyan assault", "this raid"."""
    is_owned = place > 1 and clause.words[place - 2] == "the" and clause.named.covered[place - 1] >= 0
    return is_owned or is_definite(clause, place)


def is_topic(clause: Clause, mention: Mention) -> bool:
    """Tell whether a state only says which matter is spoken about: "the Peru situation"."""
    return not MATTERS.isdisjoint(clause.words[mention.last + 1 : mention.last + 2])


def is_so_called(clause: Clause, place: int) -> bool:
    """Tell whether "llamada" is no call: "llamada a consultas", "la llamada «guerra»", "la llamada Operación Sur"."""
    behind, named = clause.words[place + 1 : place + 3], clause.tokens[place + 1 : place + 2]
    if behind in HOME or not SO_CALLED.isdisjoint(behind[:1]):
        return True
    return any(token.text in ("«", "“", '"') or token.is_capital for token in named)


def is_owned_by_subject(clause: Clause, last: int, end: int) -> bool:
    """Tell whether one side of "between their envoy and X" is whoever the sentence is about."""
    lows = clause.words[last + 1 : end]
    place = next((n for n, low in enumerate(lows) if low in JOINING), -1)
    return place >= 0 and lows[place + 1 : place + 2] in (["its"], ["their"], ["his"], ["her"])


def is_of_accord(clause: Clause, first: int) -> bool:
    """Tell whether a noun only says what an accord is about: "an agreement on political consultations"."""
    link = next((n for n in range(first - 1, max(0, first - TOPIC_REACH), -1) if clause.words[n] in ABOUT), 0)
    is_regular = clause.words[first] in REGULAR or clause.tokens[first].is_capital or clause.words[first - 1] in TOPICAL
    return is_regular and not PACTS.isdisjoint(clause.words[max(0, link - TOPIC_REACH) : link])


def whose_equal(clause: Clause, first: int, last: int) -> list[Mention]:
    """Return whose counterpart is met, where his words there are told: "remarks by X at a meeting with his equal"."""
    equal = next((m for m in clause.mentions if last < m.first <= last + BEHIND), None)
    if equal is None or EQUALS.isdisjoint(clause.words[equal.first : equal.last + 1]):
        return []
    if OWNING.isdisjoint(clause.words[equal.first - 1 : equal.first + 1]):
        return []
    lead = next((n for n in range(first - 1, max(0, first - LEAD), -1) if clause.words[n] in DURING), 0)
    whose = next((m for m in clause.mentions if 0 <= lead - 1 - m.last < BEHIND), None)
    if not lead or whose is None or whose.actor.kind not in ("person", "office"):
        return []
    return [whose] if GENITIVE & set(clause.words[max(0, whose.first - 2) : whose.first]) else []


def is_of_body(clause: Clause, last: int) -> bool:
    """Tell whether a meeting is that of one body: "a meeting of the cabinet", "la reunión del Consejo de Ministros"."""
    behind = clause.words[last + 1 : last + 2 + BODY_NEAR]
    return behind[:1] in (["of"], ["del"], ["de"]) and not BODIES.isdisjoint(behind) and JOINT.isdisjoint(behind)


def renames(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a noun only takes up what was told right before: "will travel to Peru, a trip that comes as"."""
    if clause.words[first - 1] not in ("a", "an") or first < 3 or clause.words[first - 2] != ",":
        return False
    is_described = clause.words[last + 1 : last + 2] in (["that"], ["which"])
    return is_described and any(v.lemma in JOURNEYS or v.lemma == "meet" for v in clause.verbs if v.head < first)


def is_called_for(clause: Clause, place: int) -> bool:
    """Tell whether it is said from a token on what is called for: "for talks", '"on Chile to free them"'."""
    owner = clause.named.at(place + 1 + (clause.words[place + 1 : place + 2] == ["the"]))
    if owner is not None and clause.words[place] in ("by", "from"):  # "a call by the Chilean government for talks"
        place = owner.last + 1
    behind = clause.words[place : place + 2]
    if behind[:1] == ["to"] and any(v.is_infinitive and v.head == place + 1 for v in clause.verbs):
        return True  # "a call to leave the army"
    if behind[:1] == ["to"] and (called := clause.named.at(place + 1) or clause.named.at(place + 2)) is not None:
        asked = next((v for v in clause.verbs if v.is_infinitive and v.first == called.last + 1), None)
        if asked is not None and asked.lemma not in TALKATIVE:
            return True  # "a call to Chile to free them"
    is_quoted = place + 1 < len(clause.tokens) and clause.quoted[place + 1] and not clause.quoted[place - 1]
    return behind[:1] == ["for"] or (is_quoted and not {"on", "upon"}.isdisjoint(behind))
