"""Read threats and offers that no single verb names: "could strike", "is ready to host"."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.events.candidates import Candidate, stretch
from newsroom.reading.events.parties import Parties, with_partner
from newsroom.reading.events.reach import bounds, words_behind
from newsroom.reading.grammar import objects, subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention

ATTACKS = frozenset(
    "strike attack bomb invade retaliate hit destroy punish intervene seize occupy annex impose shell".split()
)
OFFERS = frozenset("ready willing prepared readiness willingness".split())
ANSWERS = frozenset("response retaliation consequences reprisals answer countermeasures retaliatory".split())
TELLING = SAYING | {"tell", "inform"}


def veiled_threat(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read a threat in what is said: "suggested the U.S. could strike", "actions will receive a decisive response"."""
    verb = clause.verbs[number]
    if (
        verb.modal not in ("could", "will", "would", "may", "might")
        or verb.is_negated
        or number == 0
        or any(t.low in ("if",) for t in clause.tokens[: verb.first])
    ):
        return None
    cue = next(
        (
            n
            for n in range(number - 1, -1, -1)
            if clause.verbs[n].lemma in TELLING
            and not clause.verbs[n].is_infinitive
            and clause.verbs[n].head < verb.first
        ),
        None,
    )
    if cue is None:
        return None
    words = set(words_behind(clause, number, len(clause.tokens)))
    subject = subjects(clause, number)
    if not (
        words & ANSWERS
        and words
        & {"decisive", "severe", "adequate", "harsh", "swift", "serious", "strong", "consequences", "retaliation"}
    ):
        return None
    found = Parties().add(clause, subjects(clause, cue)).add(clause, subject)
    for hit in clause.named.countries:
        if hit.first > clause.verbs[cue].head and len(found.countries) < 2:
            found.add_code(hit.code)
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    first, last = bounds(clause, number, len(clause.tokens))
    return Candidate(
        "threat",
        "threat",
        "happened",
        clause,
        (verb.first, verb.head),
        min(first, clause.verbs[cue].first),
        last,
        found,
        "threat.veiled",
        0.6,
    )


def said_threat(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "SPEAKER suggested that his own side could strike": the saying is a threat."""
    verb = clause.verbs[number]
    if (
        verb.lemma not in ATTACKS
        or verb.modal not in ("could", "will", "would", "may", "might")
        or verb.is_negated
        or verb.is_passive
    ):
        return None
    cue = next(
        (n for n in range(number - 1, -1, -1) if clause.verbs[n].lemma in SAYING and clause.verbs[n].is_finite), None
    )
    speaker = subjects(clause, cue) if cue is not None else []
    actors = subjects(clause, number)
    own = {code for m in speaker for code in m.actor.countries}
    if cue is None or not own or not actors or not own & {code for m in actors for code in m.actor.countries}:
        return None
    found = Parties().add(clause, actors).add(clause, speaker).add(clause, objects(clause, number))
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    last = len(clause.tokens) - 1
    begin, end = stretch(clause, speaker[0].first, last, verb.head)
    return Candidate(
        "threat",
        "threat",
        "happened",
        clause,
        (verb.first, verb.head),
        min(begin, speaker[0].first),
        end,
        found,
        "threat.could-strike",
        0.7,
    )


def readiness(article: Article, clause: Clause, number: int) -> Candidate | None:
    """Read "X is ready to assist …": an offer."""
    verb = clause.verbs[number]
    if verb.lemma != "be" or verb.is_negated or not subjects(clause, number):
        return None
    after = [token.low for token in clause.tokens[verb.head + 1 : verb.head + 4]]
    if not OFFERS & set(after):
        return None
    infinitive = next((v for v in clause.verbs[number + 1 :] if v.is_infinitive and v.first - verb.head <= 4), None)
    if infinitive is None or infinitive.lemma not in (
        "assist",
        "help",
        "mediate",
        "facilitate",
        "host",
        "support",
        "provide",
        "resume",
        "talk",
        "meet",
        "hold",
        "cooperate",
        "work",
        "negotiate",
        "discuss",
    ):
        return None
    found = Parties().add(clause, subjects(clause, number))
    found.add(clause, [m for m in clause.mentions if m.first > infinitive.head and not _is_cue_subject(clause, m)])
    found = with_partner(article, clause, found)
    if len(found.countries) < 2:
        return None
    first, last = bounds(clause, number, len(clause.tokens))
    return Candidate(
        "offer", "offer", "happened", clause, (verb.first, verb.head), first, last, found, "offer.ready", 0.65
    )


def _is_cue_subject(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention is who says the sentence."""
    return any(
        v.lemma in SAYING and 0 <= v.first - mention.last - 1 <= 1 and v.head >= len(clause.tokens) - 8
        for v in clause.verbs
    )
