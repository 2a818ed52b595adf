"""Read threats that no single verb names: "could strike", "would respond militarily if", "countermeasures will follow".

What counts is that a side says it of itself, or of what will come of the other side's doing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.claimed import speaker_of
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.partners import with_partner
from newsroom.reading.events.reach import words_behind
from newsroom.reading.events.speech_acts import act_of_speech
from newsroom.reading.events.trials import Trial
from newsroom.reading.grammar import objects, subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

MODALS = frozenset("could will would may might shall".split())
ATTACKS = frozenset(
    "strike attack bomb invade retaliate hit destroy punish intervene seize occupy annex impose shell".split()
)
REPLYING = frozenset("respond answer react reciprocate reply".split())
MANNERS = frozenset(
    "kind sharply severely resolute force firmly decisively resolutely proportionate proportionately countermeasures"
    " fire harshly strongly forcefully accordingly reciprocally immediately militarily adequately appropriately"
    " symmetrically asymmetrically swiftly toughly robustly measures tariffs duties sanctions steps own moneda"
    " firmeza proporcionalidad"
    " reciprocidad"
    " reciproca reciprocamente contundencia contundente contundentemente proporcional fuerza medidas"
    " aranceles sanciones represalias".split()
)
# What a side will do in its turn; a response or a step is one only with a word for its strength.
ANSWERS = frozenset(
    "retaliation consequences reprisals countermeasures counteraction counteractions counterblows retaliatory"
    " consecuencias represalias contramedidas".split()
)
STEPS = frozenset(
    "response reaction answer steps measures action price punishment retribution blow respuesta medidas".split()
)
MENACES = frozenset(("threat", "threats", "danger"))  # only on a condition
STRONG = frozenset(
    "decisive severe adequate harsh swift serious strong tough resolute proportionate reciprocal symmetrical"
    " military armed asymmetrical heavy grave stiff bitter high devastating crushing firm fitting contundente"
    " severa severas graves firme reciprocas proporcional demoledora decisiva dura".split()
)
FITTING = frozenset(
    "appropriate necessary corresponding proper suitable oportunas pertinentes correspondientes necesarias adecuadas"
    " apropiadas".split()
)
AGAINST = frozenset("against response contra respuesta".split())
TAKING = frozenset(
    "take trigger adopt introduce launch initiate make give prepare draw receive have prompt bring result lead get face"
    " meet pay cause force provoke elicit warrant deserve be".split()
)
# What another will face on a condition.
PENALTIES = frozenset(
    "sanctions tariffs duties penalties isolation boycott embargo strikes war attack attacks invasion sanciones"
    " aranceles aislamiento".split()
)
FACING = frozenset("face suffer incur risk invite enfrentar sufrir".split())
# What a side will not do, which then will act: "will not stand idly by", "would not hesitate to".
UNMOVED: dict[str, frozenset[str]] = {
    "hesitate": frozenset(("to", "for", "over", "if")),
    "stand": frozenset("by idly idle aside".split()),
    "sit": frozenset("by idly idle back".split()),
    "remain": frozenset("silent idle passive indifferent".split()),
    "stay": frozenset("silent idle passive indifferent".split()),
    "look": frozenset(("on", "away")),
}
CALMING = frozenset("avoid prevent defuse reduce deescalate calm resolve ease avert facilitate improve".split())
HELPING = frozenset("help support assist aid offer thank praise cooperate recommend invite back defend".split())
ANSWERABLE = frozenset(("responsible", "accountable"))
FOLLOWING = frozenset("follow come ensue".split())
UNANSWERED = frozenset("unanswered unpunished".split())
NONE = frozenset(("no", "not", "none"))
BRACING = frozenset("prepare brace expect await".split())  # what another must do who will be hit
DUTIES = frozenset("should must ought".split())
PREPARED = frozenset("prepared ready determined poised".split())
WORSENING = frozenset("intensify escalate expand increase".split())
MIRRORING = frozenset("mirror match reciprocate copy".split())  # on a condition
TREATING = frozenset("consider regard treat view see deem".split())  # "would consider it an act of war if"
SUING, SUITS = frozenset("take pursue bring file seek".split()), frozenset("legal lawsuit lawsuits suit".split())
JOINING = frozenset(("or", "and", ","))
TERMS = frozenset(("if", "unless", "si"))
BY_OTHERS = frozenset(("from", "by"))  # "would trigger reprisals from Peru"
NOBODY = frozenset("nobody none few analysts experts observers".split())  # "nobody believes that Chile would attack"
TOPICS = frozenset("over about regarding concerning following amid".split())
LEAD, NEAR = 8, 4  # how far before a verb its subject stands; how near behind "be" an infinitive does
FAR = 24  # from how far on before its cue who says it is left out of the passage
ENDANGERED = frozenset("security stability existence livelihood economy supply interests wellbeing survival".split())
HARMING = frozenset(
    "jeopardize jeopardise undermine derail overshadow worsen destabilize destabilise engulf spill escalate disrupt"
    " strain scuttle upset poison become spread".split()
)


def find_threats(article: Article, clause: Clause) -> Iterator[Candidate]:
    """Yield the threats that the verbs of a sentence tell by what could be done."""
    has_terms = not clause.lows.isdisjoint(TERMS)
    for number, verb in enumerate(clause.verbs):
        is_bracing = verb.modal in DUTIES and _is_bracing(clause, number)
        if verb.modal in MODALS or is_bracing or (has_terms and _is_prepared(clause, number)):
            is_done = verb.is_passive and not (is_bracing or _is_held(clause, number))
            found = None if is_done else _said_threat(article, clause, number)
            if found is not None:
                yield found


def _said_threat(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "SPEAKER suggested that his own side could strike": the saying is a threat."""
    verb = clause.verbs[number]
    behind = words_behind(clause, number, len(clause.tokens))
    is_own = _is_unmoved(clause, number) if verb.is_negated else _is_own_blow(clause, number, behind)
    if not is_own and not _is_answer(clause, number, behind):
        return None
    owner = number - 1 if verb.is_infinitive else number
    speaker, cue = speaker_of(article, clause, owner)
    is_plan = is_own and cue > verb.head and verb.modal == "will" and clause.lows.isdisjoint(TERMS)
    if is_plan and _is_attack(clause, number):
        return None  # "will impose tariffs, it announced": a plan
    if any(v.is_negated and v.lemma in SAYING for v in clause.verbs[:number]) or not NOBODY.isdisjoint(
        clause.words[: verb.first]
    ):
        return None  # "never said that it would attack"
    is_bare = clause.is_spanish and verb.lemma == "have"  # "habrá": by whomever
    actors = [] if is_bare else [m for m in subjects(clause, number) if m.actor.countries]
    if speaker and not clause.lows.isdisjoint(TERMS) and verb.lemma in REPLYING:
        actors = [m for m in actors if m.form != "pronoun"]  # "if Chile fires, it will respond": who speaks
    own = {code for m in speaker for code in m.actor.countries}
    is_told = any(v.lemma in SAYING for v in clause.verbs)  # by whom nobody knows: "analysts said"
    is_told = is_told and not NOBODY.isdisjoint(clause.lows)
    if not (own or is_told or clause.lows.isdisjoint(TERMS) or _is_attack(clause, number)):
        own, speaker = {code for m in actors for code in m.actor.countries}, actors  # "will respond in kind if"
    is_of_others = bool(actors) and not own & {code for m in actors for code in m.actor.countries}
    if len(own) != 1 or (is_own and (is_of_others or not (actors or verb.lemma in REPLYING))):
        return None
    spoken_of = _blamed(clause, cue, verb.first) if not is_own else []
    at = objects(clause, number)
    topic = next((n for n in range(verb.head + 1, len(clause.words)) if clause.words[n] in TOPICS), len(clause.words))
    at = [m for m in at if m.first < topic] or at  # "would retaliate against the sanctions over Chile"
    found = Parties().add(clause, speaker).add(clause, actors).add(clause, [*spoken_of, *at])
    found = with_partner(article, clause, found)
    first = min([_opening(clause, number), *(m.first for m in (*speaker, *actors))])
    first = cue if verb.first > cue > first + FAR else first
    begin, end = stretch(clause, first, len(clause.tokens) - 1, verb.head)
    return act_of_speech(clause, number, "threat", found, "could-strike", sure=0.7, span=(min(begin, first), end))


def _opening(clause: Clause, number: int) -> int:
    """Return the first token of the clause in which an answer will come: behind "that", a comma or a mark."""
    first = clause.verbs[number].first
    for place in range(first - 1, max(-1, first - 1 - 2 * LEAD), -1):
        if not clause.tokens[place].is_word and clause.tokens[place].text not in ("-", "'"):
            return place + 1
        if clause.words[place] == "that" or place in clause.heads:
            return place + 1
    return max(0, first - 2 * LEAD)


def _blamed(clause: Clause, cue: int, verb: int) -> list[Mention]:
    """Return whose doing will be answered, several joined by "or": "a raid by Chile or Peru will have consequences"."""
    named = [m for m in clause.mentions if cue < m.first < verb and m.actor.countries]
    joined = named[:1]
    for before, mention in pairwise(named):
        if not JOINING.issuperset(clause.words[before.last + 1 : mention.first]):
            break
        joined.append(mention)
    return joined


def _is_bracing(clause: Clause, number: int) -> bool:
    """Tell whether somebody must be ready for something: "should be prepared for", "must be ready for", "brace for"."""
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 : verb.head + 3]
    return verb.lemma in BRACING or (verb.lemma == "be" and behind[:1] == ["ready"] and "for" in behind)


def _is_prepared(clause: Clause, number: int) -> bool:
    """Tell whether somebody is prepared to do what an infinitive names."""
    verb = clause.verbs[number]
    if not (verb.is_infinitive and number):
        return False
    before = clause.verbs[number - 1]
    between = clause.words[before.first : verb.first]
    return before.head + NEAR > verb.first and not PREPARED.isdisjoint(between)


def _is_attack(clause: Clause, number: int) -> bool:
    """Tell whether a verb names an attack."""
    verb = clause.verbs[number]
    is_armed = verb.lemma == "take" and {"military", "action"} <= set(clause.words[verb.head + 1 : verb.head + NEAR])
    return verb.lemma in ATTACKS or is_armed


def _is_own_blow(clause: Clause, number: int, behind: list[str]) -> bool:
    """Tell whether the subject itself strikes, answers, or makes things worse on a condition."""
    verb = clause.verbs[number]
    if verb.lemma in REPLYING:
        return not MANNERS.isdisjoint(behind) or _is_to_move(clause, number)
    is_on_terms = not clause.lows.isdisjoint(TERMS)
    is_worse = verb.lemma in WORSENING and is_on_terms and not STEPS.isdisjoint(behind)
    is_worse = is_worse or _is_pressing(clause, number)
    is_same = verb.lemma in MIRRORING and is_on_terms
    is_war = verb.lemma in TREATING and is_on_terms and " act of war" in " ".join(behind)
    return is_worse or is_same or is_war or _is_suit(clause, number) or _is_attack(clause, number)


def _is_pressing(clause: Clause, number: int) -> bool:
    """Tell whether a side will press on until another yields: "will intensify the pressure until", "keep up"."""
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 :]
    is_kept = verb.lemma in WORSENING | {"maintain", "increase"} or (
        verb.lemma in ("keep", "step") and behind[:1] == ["up"]
    )
    return is_kept and "pressure" in behind[:NEAR] and not {"until", "till", "unless"}.isdisjoint(behind)


def _is_unmoved(clause: Clause, number: int) -> bool:
    """Tell whether a side says that it will not stay out: "will not stand idly by", "would not hesitate to"."""
    verb = clause.verbs[number]
    helped = next((v for v in clause.verbs[number + 1 :] if v.is_infinitive and v.first - verb.head == 1), None)
    if helped is not None and helped.lemma in HELPING:
        return False
    return not UNMOVED.get(verb.lemma, NONE).isdisjoint(clause.words[verb.head + 1 : verb.head + 3])


def _is_held(clause: Clause, number: int) -> bool:
    """Tell whether another is to answer for what comes: "will be held responsible for"."""
    verb = clause.verbs[number]
    return verb.lemma == "hold" and not ANSWERABLE.isdisjoint(clause.words[verb.head + 1 : verb.head + 3])


def _is_to_move(clause: Clause, number: int) -> bool:
    """Tell whether an answer hangs on what another state may do: "will respond if Chilean troops cross the river"."""
    place = clause.verbs[number].head + 1
    place += clause.words[place : place + 1] == [","]
    if clause.words[place : place + 1] not in (["if"], ["should"], ["si"]):
        return False
    return any(m.actor.countries and place < m.first <= place + NEAR for m in clause.mentions)


def _is_suit(clause: Clause, number: int) -> bool:
    """Tell whether a verb says that somebody goes to court: "would sue", "would take legal action against"."""
    verb = clause.verbs[number]
    behind = clause.words[verb.head + 1 : verb.head + NEAR]
    return verb.lemma == "sue" or (verb.lemma in SUING and not SUITS.isdisjoint(behind))


def _is_answer(clause: Clause, number: int, behind: list[str]) -> bool:
    """Tell whether it is said that an answer will come: "will take reciprocal steps", "reprisals will follow"."""
    verb = clause.verbs[number]
    before = clause.words[max(0, verb.first - 2 * LEAD) : verb.first]
    if verb.is_negated or not (NONE.isdisjoint(before) or UNANSWERED.isdisjoint(behind[:NEAR])):
        return not UNANSWERED.isdisjoint(behind[:NEAR])  # "not a single attack will go unpunished"
    if verb.lemma == "regret" or (verb.is_passive and _is_held(clause, number)):
        return verb.modal in ("will", "would", "shall")
    if verb.lemma in FACING and not (clause.lows.isdisjoint(TERMS) or PENALTIES.isdisjoint(behind[:NEAR])):
        return True
    if verb.lemma in TAKING | BRACING:
        if verb.lemma == "face" and not (clause.lows.isdisjoint(TERMS) or MENACES.isdisjoint(behind[: 2 * NEAR])):
            return not any(word in BY_OTHERS for word in behind[: 2 * NEAR])  # "will face a greater threat if"
        place = next((n for n, word in enumerate(behind) if word in ANSWERS or word in STEPS), -1)
        is_own = place >= 0 and behind[place + 1 : place + 2] not in ([word] for word in BY_OTHERS)
        if behind[place + 1 : place + 2] == ["to"] and not CALMING.isdisjoint(behind[place + 2 : place + 3]):
            return False  # "necessary steps to avoid an escalation"
        reach = behind[: place + 1 + clause.is_spanish]  # "medidas severas"
        return is_own and (_is_hard(reach) or _is_fitting(clause, reach))
    return verb.lemma in FOLLOWING and _is_hard(clause.words[max(0, verb.first - LEAD) : verb.first])


def _is_fitting(clause: Clause, words: list[str]) -> bool:
    """Tell whether fitting steps are announced on a condition, or in answer to somebody: "appropriate measures if"."""
    is_answer = not (clause.lows.isdisjoint(TERMS) and clause.lows.isdisjoint(AGAINST))
    return is_answer and not (STEPS.isdisjoint(words) or FITTING.isdisjoint(words))


def _is_hard(words: list[str]) -> bool:
    """Tell whether words name retaliation, or a response of some strength."""
    return not ANSWERS.isdisjoint(words) or not (STEPS.isdisjoint(words) or STRONG.isdisjoint(words))


def is_threatened_by(trial: Trial) -> bool:
    """Tell who threatens from what does: "a dispute that is threatening to derail the talks"."""
    verb = trial.verb
    is_of_thing = trial.clause.words[verb.first - 1] in ("that", "which") or verb.form == "ing"
    behind = trial.clause.words[verb.head + 1 : verb.head + 3]
    if not ENDANGERED.isdisjoint(trial.words[:NEAR]) and "with" not in trial.words:
        return False  # "the dam threatens their security"
    return not (is_of_thing and behind[:1] == ["to"] and bool(HARMING & set(behind)))
