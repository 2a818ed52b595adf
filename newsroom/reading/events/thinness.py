"""Hold back an act whose other side only the story gives, where the words speak of somebody else or of nobody.

"Peru urged its own public", "the minister accused the opposition", "the flat was hit": no state is acted upon there.
"""

from __future__ import annotations

from newsroom.reading.acts.rows import Act
from newsroom.reading.analysis import Clause
from newsroom.reading.events.parties import Parties
from newsroom.reading.events.reach import words_before, words_behind
from newsroom.reading.grammar import subjects
from newsroom.reading.names.mentions import Mention

NAMED = frozenset("force cyber economic invitation".split())
SPOKEN = frozenset("accusation criticism request refusal threat".split())
HELD = frozenset("sanctions tariffs arrest border deportation".split())
STATES = frozenset("country body people group office person pronoun".split())
HOSTAGES = frozenset("hostage hostages captives schoolgirls kidnapped".split())
CROWDS = frozenset("crowd crowds protesters demonstrators demonstrations protests rioters marchers looters".split())
REACH, FAR = 5, 14
# Those against whom somebody acts in his own country: "accused of a crackdown on his opponents".
AT_HOME = frozenset("opposition opponents opponent rivals rival critics dissidents dissent protesters voters".split())
DOMESTIC = frozenset(
    "democrats republicans opposition media press party rival rivals critics lawmakers protesters public court"
    " courts judge judges military army police voters people citizens residents company companies firm firms bank"
    " reporters journalists newspaper parliament congress senate committee senators mps students workers unions"
    " political powers west outsiders foreigners extremists hardliners spoilers elements circles".split()
)


def _is_agent(clause: Clause, mention: Mention) -> bool:
    """Tell whether "by" stands before somebody."""
    return mention.first > 0 and clause.words[mention.first - 1] in ("by", "por")


def _is_named_near(clause: Clause, head: int) -> bool:
    """Tell whether somebody is mentioned right behind a verb."""
    return any(0 < mention.first - head <= REACH for mention in clause.mentions)


def is_thin(clause: Clause, number: int, row: Act, sides: Parties) -> bool:
    """Tell whether a verb is too little for an act with a side that its sentence does not name."""
    named = {hit.code for hit in clause.named.countries}
    named |= {code for mention in clause.mentions for code in mention.actor.countries}
    if set(sides.countries) <= named:
        return False
    verb = clause.verbs[number]
    near = words_behind(clause, number, len(clause.tokens))[:REACH]
    if row.family == "release" and not verb.is_passive and not HOSTAGES.isdisjoint(near):
        return True  # "troops freed eighty hostages"
    if row.kind == "warning":
        return True  # "warned that famine would spread"
    near = words_behind(clause, number, len(clause.tokens))[:REACH]
    is_to = near[:1] in (["to"], ["with"]) and near[1:2] not in (["each"], ["one"])
    if row.family == "contact" and is_to and not _is_named_near(clause, verb.head):
        return True  # "spoke to young traders"
    if row.kind == "mediation" and verb.form == "ing":
        return True
    if (
        row.family == "force"
        and not verb.is_passive
        and not CROWDS.isdisjoint(words_behind(clause, number, len(clause.tokens)))
    ):
        return True  # "used water cannon on crowds"
    if row.family in NAMED:
        is_done_by = any(m.actor.countries and _is_agent(clause, m) and m.first > verb.head for m in clause.mentions)
        acts = any(m.actor.kind in STATES for m in subjects(clause, number))
        return not is_done_by and (verb.is_passive or not acts)
    if row.family == "accusation" and verb.is_passive and "by" not in near:
        return not AT_HOME.isdisjoint(words_behind(clause, number, len(clause.tokens))[:FAR])
    if row.family in SPOKEN:
        return bool(DOMESTIC & set(near)) and not verb.is_passive
    is_at_home = verb.is_passive and not AT_HOME.isdisjoint(words_before(clause, number))
    return row.family in HELD and verb.is_passive and (is_at_home or not set(sides.countries) & named)
