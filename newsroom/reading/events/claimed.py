"""Read what one state says of another: its wrongs, its duties, that a charge is untrue.

"Peru said that Chile was arming rebels" accuses, "Chile must withdraw, Peru said" demands, "the charge is absurd"
rejects. What counts is that the speaker is not of the side spoken of.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from newsroom.reading.acts.judgements import (
    BREACHED,
    CHARGES,
    LACKING,
    LAWLESS,
    PRICES,
    TRYING,
    UNTRUE,
    WRONG_WITH,
)
from newsroom.reading.acts.words import DIPLOMATS, WRONGS, YIELDING
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimants import ACCORDING, is_beyond
from newsroom.reading.events.modality import is_off_the_plan
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.reach import bounds
from newsroom.reading.events.relenting import WITHHELD, is_of_talks
from newsroom.reading.events.speech_acts import act_of_speech, voice_of
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

SUFFERED = frozenset("consequences reprisals retaliation consecuencias represalias".split())
STEADFAST = frozenset(
    "accept recognize recognise tolerate bow yield cave comply budge relent negotiate extradite apologise apologize"
    " surrender respond capitulate".split()
)
UNYIELDING = frozenset("withdraw retreat release free lift return surrender".split())
PARTS = frozenset("role part hand involvement involved behind responsible knowledge responsibility".split())
BORNE = frozenset("accept tolerate allow permit recognize recognise agree".split())
REACH, NEAR, FAR = 10, 6, 30
IS_NEAR = 3  # how near behind "is" stands of what somebody is guilty
CLAIMING = SAYING | {"say", "claim", "allege", "tell", "charge", "suspect"}
PHRASE = 4  # tokens between whose staff it is and the verb
SIDED = frozenset("person country body office people group".split())
DENIES = 4  # how far behind "negó", words of time between them, "que" may stand
NECESSARY = frozenset("critical essential important imperative necessary crucial vital incumbent time urgent".split())
RESTING = frozenset("lie rest fall belong".split())
FAULTS = frozenset("responsibility blame fault onus guilt culpability".split())
RESTS = 14  # how far before "lies with" the responsibility stands
SUFFERING = frozenset("pay face suffer regret receive get meet bear".split())
DUTIES = frozenset(("must", "should", "shall"))
OWED = frozenset(("need", "have", "ought"))
IDLE = frozenset("be remain have continue note understand know remember see learn hesitate".split())
CONTACT = frozenset(
    "meet met meeting meetings talks talk spoke spoken speak call conversation summon summoned summons visit"
    " visited negotiations contact contacts".split()
)
CONDITIONS = frozenset(("if", "unless", "until"))
DENIED = frozenset("that any it having involvement responsibility role part charge claim this involved".split())


def speaker_of(
    article: Article, clause: Clause, number: int, *, may_be_several: bool = False
) -> tuple[list[Mention], int]:
    """Return who says what a verb tells, with the token of the cue; an empty list where nobody of one side does."""
    verb = clause.verbs[number]
    before = [n for n in range(number) if clause.verbs[n].lemma in CLAIMING and _is_told(clause, n)]
    if before and is_beyond(clause, before[-1], number):
        before = []
    behind = [
        n
        for n in range(number + 1, len(clause.verbs))
        if clause.verbs[n].lemma in CLAIMING and clause.verbs[n].is_finite and _closes(clause, n)
    ]
    for cue in [*reversed(before[-1:]), *behind[:1]]:
        one = clause.verbs[cue]
        if abs(one.head - verb.head) > FAR or one.is_negated or one.modal or one.is_infinitive:
            continue
        own = _sayers(clause, cue)
        if may_be_several and len(own) > 1 and all(len(m.actor.countries) == 1 for m in own):
            return own, one.head  # "X and Y said that the hackers were Z's"
        found = own[:1] or [m for m in clause.mentions if 0 < m.first - one.head <= 2][:1]
        if len({code for m in found for code in m.actor.countries}) == 1:
            return found, one.head
    return ([], -1) if before or behind else (voice_of(article, clause, number), -1)


def _sayers(clause: Clause, cue: int) -> list[Mention]:
    """Return the subject of a cue; of "…, saying that" the subject of the finite verb before it."""
    if not clause.verbs[cue].is_finite:
        cue = next((n for n in range(cue - 1, -1, -1) if clause.verbs[n].is_finite), cue)
    return subjects(clause, cue)


def _is_told(clause: Clause, cue: int) -> bool:
    """Tell whether a verb tells what somebody said: a finite one, or "…, saying that"."""
    verb = clause.verbs[cue]
    is_added = verb.form == "ing" and not verb.has_auxiliary and clause.words[verb.first - 1] == ","
    return verb.is_finite or is_added


def _closes(clause: Clause, cue: int) -> bool:
    """Tell whether a cue stands behind what is said: "…, Peru's foreign minister said"."""
    return any(token.text == "," or token.text in "\"”'’" for token in clause.tokens[: clause.verbs[cue].first])


def _other(clause: Clause, number: int, own: set[str]) -> list[Mention]:
    """Return the subject of a verb where it is of another side than the speaker."""
    first = clause.verbs[number].first
    opened = [m for m in clause.mentions if m.last == first - 2] if clause.tokens[first - 1].text in '"“«' else []
    found = [m for m in subjects(clause, number) or opened if m.actor.kind in SIDED]  # 'said Chile "must leave"'
    if not found:  # "all Chilean diplomatic staff must leave"
        near = [m for m in clause.mentions if m.form == "adjective" and 0 < first - m.last <= PHRASE]
        found = [m for m in near if DIPLOMATS & set(clause.words[m.last + 1 : first])]
    codes = {code for m in found for code in m.actor.countries}
    return found if codes and not codes & own else []


def _sides(article: Article, clause: Clause, number: int) -> tuple[Parties | None, int]:
    """Return speaker and who is spoken of, with the token of the cue."""
    speaker, cue = speaker_of(article, clause, number, may_be_several=True)
    if not speaker and (source := after_word(clause, 0, len(clause.tokens), ACCORDING)[:1]):
        speaker, cue = source, source[0].first  # "according to Peru's army"
    own = {code for m in speaker for code in m.actor.countries}
    other = _other(clause, number, own) if own else []
    return (Parties().add(clause, speaker).add(clause, other) if other else None), cue


def _span(clause: Clause, number: int, cue: int) -> tuple[int, int]:
    """Return the words from the cue to the verb's last word, or the other way round."""
    first, last = bounds(clause, number, len(clause.tokens))
    return (first, last) if cue > clause.verbs[number].head else (min(first, max(0, cue - 2)), last)


def alleged_wrong(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Peru said that Chile had violated its airspace", "Chile is arming rebels, Peru's minister said"."""
    verb = clause.verbs[number]
    is_joined = clause.words[verb.first - 1] == "and" and number > 0 and clause.verbs[number - 1].is_progressive
    if verb.form == "ing" and not verb.has_auxiliary and not is_joined:
        return None  # "warned against crossing the border", but "is arresting and torturing its citizens"
    owner = _tried(clause, number) if verb.is_infinitive else number - is_joined
    if owner < 0 or verb.is_negated or verb.modal or clause.verbs[owner].is_negated or clause.verbs[owner].modal:
        return None
    if not (_is_wrong(clause, number) or is_lawless(clause, number)):
        return None
    if clause.words[verb.first - 1] == "that" and not verb.has_auxiliary:
        return None  # "told Chile that armed rangers would patrol"
    if not CONDITIONS.isdisjoint(clause.words[clause.verbs[owner - 1].head if owner else 0 : verb.first]):
        return None  # "warned that it would cut supplies if Chile failed to pay"
    sides, cue = _sides(article, clause, owner)
    return act_of_speech(clause, number, "accusation", sides, "claimed", span=_span(clause, number, cue))


def _is_wrong(clause: Clause, number: int) -> bool:
    """Tell whether a verb names a wrong, alone or with the words behind it."""
    verb = clause.verbs[number]
    needed = WRONG_WITH.get(verb.lemma)
    if needed is None:
        return verb.lemma in WRONGS
    reach = IS_NEAR if verb.lemma in ("be", "cover", "fire") else REACH
    return not needed.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + reach])


def is_lawless(clause: Clause, number: int) -> bool:
    """Tell whether words at a verb make a wrong of any deed: "illegally fished", "sent ships without permission"."""
    if LAWLESS.isdisjoint(clause.lows) and LACKING.isdisjoint(clause.lows) and BREACHED.isdisjoint(clause.lows):
        return False
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 : verb.head + 1 + FAR]
    at = {*clause.words[max(0, verb.first - 1) : verb.head + 1], *behind[:IS_NEAR]}
    return not LAWLESS.isdisjoint(at) or any(
        (before == "without" and word in LACKING) or (before == "in" and word in BREACHED)
        for before, word in pairwise(behind)
    )


def _tried(clause: Clause, number: int) -> int:
    """Return the verb of trying before an infinitive, the ones joined to it between: "trying to hide and collude"."""
    for before in range(number - 1, -1, -1):
        if clause.verbs[before].lemma in TRYING:
            return before
        if not clause.verbs[before].is_infinitive:
            break
    return -1


def blamed(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "the responsibility lies fully with the Chilean side, Peru said": an accusation."""
    verb = clause.verbs[number]
    if verb.lemma not in RESTING or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    if not FAULTS & set(clause.words[max(0, verb.first - RESTS) : verb.first]):
        return None
    named = [m for m in clause.mentions if 0 < m.first - verb.head <= NEAR and m.actor.kind in SIDED]
    if not named or not {"with", "on", "upon", "to"} & set(clause.words[verb.head + 1 : named[0].first]):
        return None
    speaker, cue = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker).add(clause, named[:1])
    sides = with_partner(article, clause, sides)
    return act_of_speech(clause, number, "accusation", sides, "blamed", span=_span(clause, number, cue))


def duty(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read what one side says that another must do: "Chile must withdraw its troops, Peru said"."""
    verb = clause.verbs[number]
    is_owed = verb.modal in DUTIES or (
        verb.is_infinitive and number > 0 and clause.verbs[number - 1].lemma in OWED and _is_next(clause, number)
    )
    if not is_owed or (verb.lemma in IDLE and not verb.is_infinitive):
        return None
    if not SUFFERED.isdisjoint(clause.words[verb.head + 1 : verb.head + 1 + NEAR]):
        return None  # "must face the consequences": a threat
    owed = number - 1 if verb.is_infinitive and not verb.modal else number
    sides, cue = (None, -1) if verb.is_passive else _sides(article, clause, owed)
    sides = sides or _told(clause, owed)
    leaves = verb.lemma == "leave" and DIPLOMATS & set(clause.words[: verb.first])
    one = act_of_speech(clause, number, "demand", sides, "duty", span=_span(clause, owed, cue))
    return replace(one, kind="diplomats_expelled", family="expulsion") if one is not None and leaves else one


def needed(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "it was critical for Chile to free them, Peru said": a demand."""
    verb = clause.verbs[number]
    near = clause.words[verb.head + 1 : verb.head + 1 + NEAR]
    if verb.lemma != "be" or verb.is_negated or verb.modal or "for" not in near:
        return None
    place = verb.head + 1 + near.index("for")
    asked = [m for m in clause.mentions if 0 < m.first - place <= 2 and m.actor.kind in SIDED]
    is_to = bool(asked) and any(v.is_infinitive and v.first > asked[0].last for v in clause.verbs)
    if not is_to or not NECESSARY & set(near[: near.index("for")]):
        return None
    speaker, cue = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker)
    if len(sides.countries) != 1:
        return None
    sides.add(clause, asked[:1])
    return act_of_speech(clause, number, "demand", sides, "needed", span=_span(clause, number, cue))


def _told(clause: Clause, number: int) -> Parties | None:
    """Return who tells whom what must be: "told his Peruvian counterpart that the raids must stop"."""
    cue = next((n for n in range(number - 1, -1, -1) if clause.verbs[n].lemma == "tell"), None)
    if cue is None or clause.verbs[cue].is_passive or clause.verbs[cue].modal or clause.verbs[cue].is_negated:
        return None
    head = clause.verbs[cue].head
    listeners = [m for m in clause.mentions if 0 < m.first - head <= 2 and m.actor.kind in SIDED][:1]
    sides = Parties().add(clause, subjects(clause, cue)[:1])
    is_one = len(sides.countries) == 1
    return sides if is_one and len(sides.add(clause, listeners).countries) > 1 else None


def _is_next(clause: Clause, number: int) -> bool:
    """Tell whether an infinitive stands right behind "needs", "has"."""
    return clause.verbs[number].first - clause.verbs[number - 1].head == 1


def called_untrue(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "the accusation is unfounded, Peru said", "Peru said the charges were absurd"."""
    verb = clause.verbs[number]
    if verb.lemma != "be" or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    after = set(clause.words[verb.head + 1 : verb.head + 1 + NEAR])
    before = clause.words[max(0, verb.first - NEAR) : verb.first]
    is_charge = before[-1:] in (["it"], ["that"], ["this"]) or bool((CHARGES - {"it", "that"}) & set(before))
    if not UNTRUE & after or not is_charge or "victim" in after:
        return None
    speaker, cue = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker)
    if len(sides.countries) != 1:
        return None
    sides.add(clause, [m for m in clause.mentions if 0 < verb.first - m.last <= NEAR and m not in speaker][:1])
    sides = with_partner(article, clause, sides)
    return act_of_speech(clause, number, "refusal", sides, "untrue", span=_span(clause, number, cue))


def denied(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Moscow denied any part in it", "denied that its ships had crossed the line"; no denied talk."""
    verb = clause.verbs[number]
    if verb.lemma != "deny" or verb.is_negated or verb.is_passive or verb.is_infinitive or verb.modal:
        return None
    words = clause.words[verb.head + 1 : verb.head + 2 + REACH]
    if not (
        DENIED & set(words[:3])
        or (words[:1] and words[0].endswith("ing"))
        or "que" in words[:DENIES]
        or verb.head + 2 >= len(clause.tokens)
    ):
        return None
    if CONTACT & set(words):
        return None
    sides = Parties().add(clause, subjects(clause, number)[:1])
    if len(sides.countries) != 1:
        return None
    sides = with_partner(article, clause, sides, at=verb.head)
    return act_of_speech(clause, number, "refusal", sides, "denied")


def will_not(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read what a side says that it will not do for another: "will not hand them over", "would not bow to"."""
    verb = clause.verbs[number]
    is_ahead = verb.modal in ("will", "would", "wo") or (verb.modal in ("can", "could", "ca") and verb.lemma in BORNE)
    is_denial = verb.lemma in ("accept", "recognize", "recognise") and not verb.modal and verb.tense == "present"
    is_neither = verb.first > 0 and clause.words[verb.first - 1] in ("neither", "nor")
    if (
        not (verb.is_negated or is_neither)
        or not (verb.lemma in YIELDING or is_of_talks(clause, number))
        or verb.is_passive
        or not (is_ahead or is_denial)
        or is_off_the_plan(clause, number)
    ):
        return None
    if clause.tokens[verb.head + 1 : verb.head + 2] and clause.words[verb.head + 1] == "place":
        return None  # "will not take place"
    if verb.is_infinitive or any(token.low in ("if", "unless", "until") for token in clause.tokens[: verb.first]):
        return None
    sides = Parties().add(clause, subjects(clause, number)[:1])
    if len(sides.countries) != 1:
        return None
    speaker, _ = speaker_of(article, clause, number)
    own = {code for m in speaker for code in m.actor.countries}
    if own and own != set(sides.countries):
        return None  # what another says of it
    sides = with_partner(article, clause, sides)
    named = {hit.code for hit in clause.named.countries} | {code for m in clause.mentions for code in m.actor.countries}
    is_of_story = bool(own) and verb.lemma in UNYIELDING  # "says that it will not withdraw its troops"
    if not is_of_story and verb.lemma not in STEADFAST and not set(sides.countries) <= named:
        return None  # "would not give up his post"
    return act_of_speech(clause, number, "refusal", sides, "will-not")


def none_of_it(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "There will be no talks with Chile, Peru's minister said", "there can be no concessions": a refusal."""
    verb = clause.verbs[number]
    words = clause.words[verb.head + 1 : verb.head + 1 + NEAR]
    if (
        verb.lemma not in ("be", "will", "can")
        or clause.words[max(0, verb.first - 1)] != "there"
        or words[:1] != ["no"]
    ):
        return None
    if verb.modal not in ("will", "would", "can", "could") or WITHHELD.isdisjoint(words):
        return None
    if not CONDITIONS.isdisjoint(clause.words[: verb.first]):
        return None
    speaker, cue = speaker_of(article, clause, number)
    sides = Parties().add(clause, speaker)
    if len(sides.countries) != 1:
        return None
    reach = verb.head + 2 * NEAR
    sides.add(clause, [m for m in clause.mentions if verb.head < m.first <= reach and m not in speaker][:1])
    sides = with_partner(article, clause, sides)
    return act_of_speech(clause, number, "refusal", sides, "none", span=_span(clause, number, cue))


def menaced(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Chile will pay a heavy price, Peru said"."""
    verb = clause.verbs[number]
    is_answered = verb.lemma in ("meet", "answer") and verb.is_passive
    if (
        (verb.lemma not in SUFFERING and not is_answered)
        or verb.modal not in ("will", "would", "must", "shall")
        or verb.is_negated
    ):
        return None
    if not PRICES & set(clause.words[verb.head + 1 : verb.head + 1 + NEAR]):
        return None
    sides, cue = _sides(article, clause, number)
    if sides is None and is_answered:  # "further raids will be met with force, Peru said"
        speaker, cue = speaker_of(article, clause, number)
        sides = with_partner(article, clause, Parties().add(clause, speaker))
    return act_of_speech(clause, number, "threat", sides, "price", span=_span(clause, number, cue))


def _is_unwilling(clause: Clause, number: int) -> bool:
    """Tell whether somebody has no intention of giving way: "has no intention of apologising to"."""
    verb, later = clause.verbs[number], clause.verbs[number + 1 : number + 2]
    is_none = clause.words[verb.head + 1 : verb.head + 3] in (["no", "intention"], ["no", "intentions"])
    return is_none and bool(later) and later[0].lemma in YIELDING and later[0].first - verb.head <= NEAR


def no_part(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Chile said that it had no role in the attack", "was not involved": a denial."""
    verb = clause.verbs[number]
    words = clause.words[verb.head + 1 : verb.head + 1 + 4]
    has_none = verb.lemma == "have" and words[:1] == ["no"] and bool(PARTS & set(words))
    has_none = has_none or (verb.lemma == "have" and _is_unwilling(clause, number))
    is_none = verb.lemma == "be" and verb.is_negated and bool(PARTS & set(words[:2]))
    if not (has_none or is_none) or verb.is_infinitive or verb.modal:
        return None
    speaker, cue = speaker_of(article, clause, number)
    sides = Parties().add(clause, subjects(clause, number)[:1])
    own = {code for m in speaker for code in m.actor.countries}
    if not own or own != set(sides.countries):
        return None
    sides = with_partner(article, clause, sides)
    return act_of_speech(clause, number, "refusal", sides, "no-part", span=_span(clause, number, cue))
