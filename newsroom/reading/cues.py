"""Tell what stands round a mention, as far as the references need it: a preposition, a verb, a cue of speech."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import ACCUSING, JUDGING, SAYING, SPEECH_MEDIA
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.references.groups import join
from newsroom.reading.verbs import Verb

SPEAKING = SAYING | JUDGING | ACCUSING | {"answer"}
ISSUING = frozenset("issue release publish circulate send sign deliver".split())
JOINING = frozenset(("and", "but", "y", "e", "pero"))
ISSUED = 5  # how near behind its verb the text stands that is put out


def follows_preposition(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention follows a preposition."""
    return mention.first > 0 and clause.words[mention.first - 1] in (
        "in",
        "of",
        "by",
        "with",
        "to",
        "from",
        "at",
        "for",
        "between",
        "after",
        "on",
        "against",
        "following",
        "under",
        "de",
        "en",
        "con",
    )


def is_closing_cue(clause: Clause, mention: Mention) -> bool:
    """Tell whether a pronoun is the subject of a cue behind its content: "…, she said"."""
    before = clause.tokens[mention.first - 1].text if mention.first else ""
    verb = next(
        (verb for verb in clause.verbs if 0 <= verb.first - mention.last <= 2 or 0 <= mention.first - verb.head <= 1),
        None,
    )
    return (
        before in (",", '"', "”", "''", "»", "’", "'")
        and verb is not None
        and verb.lemma in SAYING
        and clause.quoted[verb.head :].count(False) < 14
    )


def _issues(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb says that somebody put out a text: "issued a joint statement", "released a letter"."""
    behind = clause.words[verb.head + 1 : verb.head + 1 + ISSUED]
    return verb.lemma in ISSUING and not verb.is_passive and not SPEECH_MEDIA.isdisjoint(behind)


def speaker_in(clause: Clause) -> Actor | None:
    """Return who spoke in the sentence: the mention next to its first cue."""
    for number, verb in enumerate(clause.verbs):
        if verb.is_infinitive or clause.quoted[verb.head] or not (verb.lemma in SPEAKING or _issues(clause, verb)):
            continue
        is_joined = verb.first > 0 and clause.words[verb.first - 1] in JOINING
        is_own = is_joined or (verb.form == "ing" and not verb.has_auxiliary)
        own = subjects(clause, number) if is_own else []
        if len(own) == 1 and own[0].actor.kind != "pronoun":
            return own[0].actor  # "X congratulated Y, pledging that", "X met Y and said"
        owner = clause.named.at(verb.first - 2) if verb.first > 1 else None
        if owner is not None and owner.is_possessive and clause.words[verb.first - 1] == "office":
            return Actor("plain", f"{owner.actor.name}'s office", owner.actor.country)
        left = [
            m
            for m in clause.mentions
            if clause.quoted[m.first] == clause.quoted[verb.head]
            and m.last < verb.first
            and verb.first - m.last < 8
            and m.form != "adjective"
            and not m.is_possessive
            and clause.words[m.last + 1] != ")"
        ]
        first = left[-1].first if left else 0
        other = clause.named.at(first - 2) if first > 1 and clause.words[first - 1] == "and" else None
        if other is not None and other.form == left[-1].form == "name" and not clause.quoted[first]:
            return join((other.actor, left[-1].actor))
        left = left or [m for m in _apposed(clause, subjects(clause, number)[:1]) if m.last < verb.first]
        if left and left[-1].actor.kind != "pronoun":
            return left[-1].actor if not follows_preposition(clause, left[-1]) else left[0].actor
        right = [m for m in clause.mentions if 0 < m.first - verb.head <= 2]
        if right and right[0].actor.kind in ("person", "body", "office"):
            return right[0].actor
    return None


def _apposed(clause: Clause, found: list[Mention]) -> list[Mention]:
    """Return the persons among some mentions, also those whom an office in commas describes: "X, an adviser, said"."""
    chosen: list[Mention] = []
    for mention in found:
        is_inserted = mention.first > 1 and clause.words[mention.first - 1] == ","
        chosen.append((clause.named.at(mention.first - 2) if is_inserted else None) or mention)
    return [mention for mention in chosen if mention.actor.kind == "person"]


def own_subject(clause: Clause, mention: Mention) -> Actor | None:
    """Return the subject of the verb whose object a pronoun is: the mention right before that verb."""
    verb = next((verb for verb in clause.verbs if 0 < mention.first - verb.head <= 2), None)
    if verb is None:
        return None
    return next((m.actor for m in clause.mentions if 0 < verb.first - m.last <= 2 and m.form != "adjective"), None)


def is_object(clause: Clause, mention: Mention) -> bool:
    """Tell whether a mention stands right behind a verb."""
    return any(0 < mention.first - verb.head <= 2 for verb in clause.verbs)
