"""Tell the nouns of acts that tell none: what talks are on, what is asked for, only called so, or was not."""

from __future__ import annotations

from itertools import pairwise

from newsroom.reading.acts.words import MEETINGS
from newsroom.reading.analysis import Clause
from newsroom.reading.events.deed_parties import Noun
from newsroom.reading.lexicon import SAYING

ASKED_FOR = frozenset(
    "call calls called calling need needs demand demands appeal appeals push urging plan plans request requests"
    " proposal proposals".split()
)
LISTED = 18  # how far before a noun the call stands for what a list asks for
ABOUT = frozenset("on about over regarding concerning sobre".split())
DEBATING = frozenset("debate debated debating debatir".split())
REVIEWING = frozenset(
    "review reviews reviewed reviewing reconsider reconsidered reconsidering reconsiders reassess reassessed"
    " reassessing rethink rethinking weigh weighing consider considering".split()
)
TALKING = MEETINGS | frozenset("discussions agenda focus".split())
CONFERRING = frozenset("confer consult converse negotiate".split())
GIVEN = frozenset("force border seizure arrest".split())
REASONS, NO_REASONS = (
    frozenset("over for amid despite since".split()),
    frozenset(
        "plan plans planned prepare prepared preparing preparations ready call calls called hope hopes fear fears talks"
        " concern concerns threat threats warned warning".split()
    ),
)
PUNISHING = frozenset(
    "sanction punish condemn criticize criticise denounce blame apologize apologise retaliate fine sue".split()
)
OWNING = frozenset("its their his her".split())
ARTICLES = frozenset("the a an its their la el los las su sus".split())
ALONG = 8  # how far before the noun what it depends on stands


def is_topic(clause: Clause, first: int) -> bool:
    """Tell whether a noun is only what talks are on: "held talks on the resumption of flights"."""
    start = first - 1 if clause.words[first - 1] in ARTICLES else first
    if clause.words[start - 1] in DEBATING:
        return True  # "its aim is to debate the reopening of"
    if clause.words[first - 1] in OWNING and _is_reviewed(clause.words[max(0, first - 3) : first - 1]):
        return True  # "is reviewing its aid to"
    if clause.words[start - 1] not in ABOUT:
        return False
    is_spoken = any(verb.lemma in CONFERRING and verb.head < start for verb in clause.verbs)
    lead = clause.words[max(0, start - LISTED) : start - 1]
    lead = lead[len(lead) - lead[::-1].index(",") :] if "," in lead else lead
    return is_spoken or not TALKING.isdisjoint(lead)


def _is_reviewed(before: list[str]) -> bool:
    """Tell whether what goes on is only looked at again: "a review of its aid to", "reconsidered their support"."""
    return not REVIEWING.isdisjoint(before[-1:]) or before[-2:] in (["review", "of"], ["reassessment", "of"])


def is_only_called(clause: Clause, first: int) -> bool:
    """Tell whether a noun is what somebody calls a thing: "over what it says is Chile's support for the rebels"."""
    lead = clause.words[max(0, first - ALONG) : first]
    if "what" not in lead:
        return False
    start = first - len(lead) + lead.index("what")
    return any(start < verb.first < first and verb.lemma in SAYING for verb in clause.verbs)


def is_asked_for(clause: Clause, first: int) -> bool:
    """Tell whether a noun is asked for, alone or in a list: "calls for their release and the removal of troops"."""
    start = max(0, first - LISTED)
    start = max([start, *(verb.head for verb in clause.verbs if verb.is_finite and start < verb.head < first)])
    return any(low in ASKED_FOR and after == "for" for low, after in pairwise(clause.words[start:first]))


def is_given(clause: Clause, noun: Noun) -> bool:
    """Tell whether a deed is what another act is for, whatever becomes of that: "may ban tea over its raid on X"."""
    if noun.row.family == "request" and clause.words[noun.first - 1] in ("at", "the") and noun.first > 1:
        return clause.words[noun.first - 1] == "at" or clause.words[noun.first - 2] == "at"  # "at the request of"
    if noun.row.family not in GIVEN or clause.quoted[noun.first]:
        return False
    owner = clause.named.at(noun.first - 1)
    start = owner.first if owner is not None else noun.first - 1
    if owner is None and clause.words[start] not in OWNING:
        return False
    if clause.words[start - 1] == "for" and clause.lemmas.isdisjoint(PUNISHING):
        return False  # "readied its army for its attack on"
    return clause.words[start - 1] in REASONS and NO_REASONS.isdisjoint(clause.words[max(0, start - 3) : start - 1])


def is_said_to_lack(clause: Clause, noun: Noun) -> bool:
    """Tell whether it is said that there was no such thing: "there had been no clash", "there were no clashes"."""
    if noun.governor is None:
        return False
    verb = clause.verbs[noun.governor]
    is_there = verb.lemma == "be" and verb.head < noun.first and clause.words[verb.first - 1] == "there"
    return is_there and not verb.modal and "no" in clause.words[verb.head + 1 : noun.first]
