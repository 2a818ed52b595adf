"""Say for which state those act who lead its delegation: "a Kenyan delegation led by Minister X and General Y"."""

from __future__ import annotations

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.names.mentions import Mention

LED = frozenset("led headed chaired encabezada dirigida presidida liderada".split())
BY = frozenset(("by", "por"))
SENT = frozenset("delegation team mission group delegacion mision equipo comitiva".split())
BESIDE = 5  # tokens between a delegation and who leads it: "delegation, which was led by"
LISTED = 12  # tokens of titles that stand between two who are listed


def lend_by_delegations(article: Article) -> None:
    """Give those who are listed behind "a Kenyan delegation led by" its state, where their words name none."""
    for clause in article.clauses:
        if LED.isdisjoint(clause.lows):
            continue
        for sent in clause.mentions:
            if len(sent.actor.countries) == 1 and clause.words[sent.last] in SENT:
                for leader in _leaders(clause, sent):
                    leader.actor.country = leader.actor.country or sent.actor.countries[0]


def _leaders(clause: Clause, sent: Mention) -> list[Mention]:
    """Return the persons who are listed as leaders right behind a delegation."""
    places = range(sent.last + 1, min(sent.last + 1 + BESIDE, len(clause.tokens) - 1))
    by = next((n + 1 for n in places if clause.words[n] in LED and clause.words[n + 1] in BY), 0)
    end = next((verb.first for verb in clause.verbs if by and verb.is_finite and verb.first > by), len(clause.tokens))
    found: list[Mention] = []
    last = by
    for mention in clause.mentions:
        if by < mention.first < end and mention.actor.kind == "person":
            if mention.first - last > LISTED:
                break
            found.append(mention)
            last = mention.last
    return found
