"""Read who one side says stands behind a harm: "rebels who Peru says are backed by Chile"."""

from __future__ import annotations

from newsroom.reading.acts.judgements import ARMED_FOES
from newsroom.reading.acts.words import PLOTS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.claimed import speaker_of
from newsroom.reading.events.parties import Parties, after_word
from newsroom.reading.events.reach import bounds
from newsroom.reading.events.speech_acts import act_of_speech
from newsroom.reading.names.mentions import Mention
from newsroom.reading.own_nouns import RELATIVES

BACKING = frozenset(
    "back support fund finance train sponsor host arm equip direct orchestrate plan mastermind instigate organise"
    " organize stage perpetrate order incite shelter harbour harbor recruit carry".split()
)
OPPOSING = frozenset("against fight fighting combat".split())
BY = frozenset(("by", "por"))
LINKS = frozenset("links link ties tie connections contacts collusion".split())
HOSTING, IN = frozenset("train shelter harbour harbor host recruit equip arm base".split()), frozenset(("in", "en"))
NEAR, LEAD = 4, 16  # how far behind the verb who does it stands; how far before it the harm
HARMFUL = (
    ARMED_FOES
    | PLOTS
    | frozenset(
        "raid raids assault assaults offensive incursion incursions protests riots cyberattack cyberattacks uprising"
        " ambush strike strikes kidnapping abduction gunmen fighters militia militias mercenaries gang gangs".split()
    )
)


def backed(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "rebels who Peru says are backed by Chile", "the raid, which it said was planned by Chile": a charge."""
    verb = clause.verbs[number]
    if not verb.is_passive or not verb.has_auxiliary or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    lead = clause.words[max(0, verb.first - LEAD) : verb.first]
    opposed = [word for place, word in enumerate(lead) if OPPOSING & set(lead[max(0, place - 2) : place])]
    if HARMFUL.isdisjoint(lead) or not HARMFUL.isdisjoint(opposed):
        return None  # "the fight against the rebels was backed by Chile"
    words = BY | IN if verb.lemma in HOSTING else BY  # "had been trained in Chile"
    agent = [m for m in after_word(clause, verb.head + 1, verb.head + NEAR, words)[:1] if len(m.actor.countries) == 1]
    speaker, cue = speaker_of(article, clause, number)
    if not agent or not speaker or cue > verb.head or "," in clause.words[verb.head : agent[0].first]:
        return None
    speaker = _not_himself(clause, speaker, agent[0])
    sides = Parties().add(clause, speaker).add(clause, agent)
    _, last = bounds(clause, number, len(clause.tokens))
    first = min(speaker[0].first, cue) if speaker and speaker[0].first < verb.first else cue
    first -= first > 0 and clause.words[first - 1] in RELATIVES
    return act_of_speech(clause, number, "accusation", sides, "backed", span=(first, last))


def linked(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "Peru said the files showed ties between the rebels and Chile": a charge of who speaks."""
    verb = clause.verbs[number]
    if verb.is_passive or verb.is_negated or verb.modal or verb.is_infinitive:
        return None
    place = next((n for n in range(verb.head + 1, len(clause.words)) if clause.words[n] in LINKS), -1)
    if place < 0 or place - verb.head > LEAD or clause.lows.isdisjoint(ARMED_FOES):
        return None
    speaker, cue = speaker_of(article, clause, number)
    if not speaker or cue > verb.head:
        return None
    own = {code for m in speaker for code in m.actor.countries}
    behind = [m for m in clause.mentions if place < m.first <= place + LEAD and len(m.actor.countries) == 1]
    others = [m for m in behind if own.isdisjoint(m.actor.countries)]
    if not others or any(not own.isdisjoint(m.actor.countries) for m in behind):
        return None
    sides = Parties().add(clause, speaker).add(clause, others)
    _, last = bounds(clause, number, len(clause.tokens))
    span = (min(speaker[0].first, cue), max(last, others[-1].last))
    return act_of_speech(clause, number, "accusation", sides, "linked", span=span)


def _not_himself(clause: Clause, speaker: list[Mention], agent: Mention) -> list[Mention]:
    """Return who speaks: where a pronoun would accuse itself, the state named last that is another one."""
    own = agent.actor.countries
    if speaker[0].actor.countries != own or speaker[0].form != "pronoun":
        return speaker
    before = [m for m in clause.mentions if m.last < speaker[0].first and m.form != "pronoun"]
    return [m for m in before if len(m.actor.countries) == 1 and m.actor.countries != own][-1:]
