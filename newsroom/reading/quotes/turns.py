"""Find where another speaker's words begin behind a content: "said that A and Chile's envoy said on Monday that B"."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import time_at
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import Verb

PARTING, JOINING = frozenset((",", ";")), frozenset(("and", "but", "while"))
NAMING = frozenset(("name", "office", "adjective"))
ARTICLES = frozenset(("the", "a", "an"))


def before_next_speaker(clause: Clause, first: int, last: int) -> int:
    """Return the last token of a content behind which another speaks: called it “A”, Peruvian officials said B."""
    for place in places_of(clause.words, PARTING):
        if not first < place < last:
            continue
        is_joined = clause.words[place + 1] in JOINING
        named = clause.named.at(place + 1 + is_joined) if is_joined or clause.quoted[place - 1] else None
        cue = _cue_behind(clause, named)
        if cue is not None and (not is_joined or _opens_that(clause, cue) or _is_quoted_too(clause, place, cue)):
            return place - 1
    return _before_joined(clause, first, last)


def _before_joined(clause: Clause, first: int, last: int) -> int:
    """Return where a content ends before "and Y said that", no comma between; it has a verb of its own till there."""
    for place in places_of(clause.words, JOINING):
        if not first < place < last or clause.quoted[place]:
            continue
        named = clause.named.at(place + 1) or clause.named.at(place + 1 + (clause.words[place + 1] in ARTICLES))
        cue = _cue_behind(clause, named)
        if cue is None or named is None or named.form not in NAMING:
            continue
        is_other = _is_nominal(clause, first, place) and clause.words[place] == "and" and _says_clause(clause, cue)
        if is_other:
            return place - 1
        if not (_opens_that(clause, cue) or (clause.words[place] == "but" and named.first == place + 1)):
            continue  # "said some had left but Ann Lee said they had not"
        if any(first < v.head < place and v.is_finite and not v.is_infinitive for v in clause.verbs):
            return place - 1
    return last


def _is_nominal(clause: Clause, first: int, place: int) -> bool:
    """Tell whether a content so far is what somebody is accused of or asked for, without a verb or as a gerund."""
    is_of = clause.words[first - 1] in ("of", "for", "on")
    finite = [v for v in clause.verbs if first <= v.head < place and v.is_finite and v.form != "ing"]
    return is_of and all(clause.words[v.first - 2] == "what" for v in finite)  # "of what he called a ruse"


def _says_clause(clause: Clause, cue: Verb) -> bool:
    """Tell whether a subject and its verb follow a cue: "Peru's envoy said Chile stood aside"."""
    subject = clause.named.at(cue.head + 1)
    return subject is not None and any(v.first == subject.last + 1 and v.is_finite for v in clause.verbs)


def _cue_behind(clause: Clause, named: Mention | None) -> Verb | None:
    """Return the verb of saying right behind a mention, one word between them allowed: "Chilean officials said"."""
    cue = next((v for v in clause.verbs if named is not None and v.first - named.last in (1, 2)), None)
    is_cue = cue is not None and cue.lemma in SAYING and cue.is_finite and not clause.quoted[cue.head]
    return cue if is_cue else None


def _is_quoted_too(clause: Clause, comma: int, cue: Verb) -> bool:
    """Tell whether quoted words end before a comma and others follow a cue: called it “A”, and Y said it was “B”."""
    return clause.quoted[comma - 1] and not clause.quoted[comma] and any(clause.quoted[cue.head + 1 :])


def _opens_that(clause: Clause, cue: Verb) -> bool:
    """Tell whether "that" follows a cue, words of time between them left out: "said on Monday that"."""
    place = cue.head + 1
    time = time_at(clause, place)
    place = time.last + 1 if time is not None else place
    return clause.words[place : place + 1] == ["that"]
