"""Tell whether words of time belong to who says an act, and whether the act is of the day of the saying."""

from __future__ import annotations

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.noun_times import PUBLISHING, opens
from newsroom.reading.events.reasons import is_judged_deed
from newsroom.reading.grammar import subjects
from newsroom.reading.lexicon import SAYING
from newsroom.reading.timing import Dated
from newsroom.reading.verbs import Verb

Times = dict[tuple[int, int], Resolved]
CHARGING = frozenset("accuse blame allege suspect charge".split())
# What a state does by saying so: "said on Friday that it had expelled two envoys".
DECREED = frozenset(
    "diplomats_expelled ambassador_recalled ambassador_summoned sanctions_imposed tariffs_imposed ties_broken"
    " ties_downgraded troops_withdrawn border_closed".split()
)
SELVES = frozenset("it they he she government country state ministry authorities kingdom republic".split())
OPENED = frozenset("it they he she the his her its their".split())  # what a saying without "that" opens
SOURCES = frozenset(("according", "segun"))
SOURCE_REACH = 10  # tokens from "according" to the day of the text
MEANS = frozenset("in via through on during to en por a".split())  # "said in a statement on", "told reporters on"
CUE_REACH = 7  # tokens from a cue to its day
# What may open a clause of what came before: of another day.
CLAUSES = frozenset("after since before when where who which that because tras luego cuando que if si".split())
PARTS = frozenset("late early earlier later".split())
AS = frozenset(("as", "como"))
BEHIND = frozenset(("after", "tras", "despues"))
ADJACENT = 2  # how near behind its verb a time stands


def is_of_saying(one: Candidate, place: int) -> bool:
    """Tell whether a time belongs to who says it: "On Sunday, X said that Y could meet Z" dates no meeting."""
    if one.modality == "happened":
        return False
    trigger, verbs = one.trigger[0], [verb for verb in one.clause.verbs if verb.is_finite]
    for cue in verbs:
        is_cue = cue.lemma in SAYING or (one.modality == "alleged" and cue.lemma in CHARGING)
        if not is_cue or not place < trigger > cue.head:
            continue
        parted = any(cue.head < other.head < place for other in verbs)
        if not parted and not {"that", "que"} & set(one.clause.words[cue.head : place]):
            return True
    return False


def is_of_own_saying(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time dates the words in which a side holds what it says: "said on Friday that it rejects"."""
    if one.kind in DECREED and one.modality == "happened" and is_told_last(one.clause, one.trigger[0], time.first):
        return True  # "expelled an envoy after he had spoken up, a spokesman said on Friday"
    if is_said_last(one, time):
        return True
    verb = one.verb
    if verb is not None and verb.is_infinitive and one.kind in DECREED:  # "said that it had decided to recall"
        near = (v for v in one.clause.verbs if 0 < verb.first - v.head <= ADJACENT + 1)
        verb = next((v for v in near if v.lemma == "decide"), verb)
    if verb is None or not verb.tense or time.last >= verb.first:
        return False
    words, finite = one.clause.words, [v for v in one.clause.verbs if v.is_finite]
    before = [v for v in finite if v.head < time.first][-1:] or (finite[:1] if opens(one.clause, time) else [])
    cue = next((v for v in one.clause.verbs if v.first == time.last + 1), before[0] if before else None)
    if cue is None or cue.lemma not in SAYING | PUBLISHING or not cue.is_finite or cue is verb:
        return False
    is_decreed = one.kind in DECREED and (words[verb.first - 1] in SELVES or _is_of_sayer(one.clause, cue, verb))
    if not is_decreed and (one.kind not in SPEECH_KINDS or verb.is_perfect):
        return False
    behind = max(cue.head, time.last) + 1
    if words[behind] in ("that", "que"):
        return True
    return is_decreed and verb.first - behind <= ADJACENT and words[behind] in OPENED


def _is_of_sayer(clause: Clause, cue: Verb, verb: Verb) -> bool:
    """Tell whether who says it acts for the state that does it: "Erdogan said that Ankara had decided to recall"."""
    own, doing = (
        {code for m in subjects(clause, clause.verbs.index(one)) for code in m.actor.countries} for one in (cue, verb)
    )
    return bool(own) and own == doing


def is_of_saying_behind(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time behind a plan belongs to who tells it: "will meet, the ministry said in a note on Monday"."""
    if one.modality in ("happened", "alleged"):
        return False
    tokens, trigger = one.clause.tokens, one.trigger[0]
    before = [verb for verb in one.clause.verbs if verb.is_finite and trigger < verb.first and verb.head < time.first]
    if not before or before[-1].lemma not in SAYING or before[-1].is_passive or before[-1].is_infinitive:
        return False
    return all(token.text != "," for token in tokens[before[-1].head : time.first])


def is_of_saying_beside(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time right behind a saying is no time of a noun elsewhere: "after clashes, X said on Sunday"."""
    clause = one.clause
    is_verb = one.verb is not None
    if is_verb or one.modality != "happened" or one.family == "contact":
        return False  # "X said on Sunday that the call was her idea": of that day, most likely
    cue = next((v for v in clause.verbs if v.lemma in SAYING and 0 < time.first - v.head <= ADJACENT), None)
    if cue is None:
        return False
    return any(v.is_finite and v.lemma not in SAYING and not v.is_infinitive for v in clause.verbs)


def is_told_last(clause: Clause, trigger: int, place: int) -> bool:
    """Tell whether who says all that stands before a comma says it then: "X left after Y died, Z said on Monday"."""
    behind = [verb for verb in clause.verbs if trigger < verb.first and verb.head < place]
    if (
        not behind
        or behind[-1].lemma not in SAYING
        or not behind[-1].is_finite
        or not _is_beside(clause, behind[-1], place)
    ):
        return False
    told = behind[-2].head if len(behind) > 1 else trigger
    return "," in clause.words[told : behind[-1].first]


def is_said_last(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether a time is that of whoever tells, last, what a side says: "Peru has rejected it, X said on Friday".

    Also of the text by which it is known: "Peru has protested, according to a note of Friday".
    """
    if one.kind not in SPEECH_KINDS or one.modality != "happened" or not _is_said_first(one):
        return False
    clause, trigger = one.clause, one.trigger[1]
    source = next((n for n in range(time.first - 1, -1, -1) if clause.words[n] in SOURCES), -1)
    if source >= 0 and time.first - source <= SOURCE_REACH and "," not in clause.words[source : time.first]:
        return source > trigger or (not source and clause.words[time.last + 1 : time.last + 2] == [","])
    behind = [verb for verb in clause.verbs if trigger < verb.first and verb.head < time.first and verb.is_finite]
    cue = behind[-1] if behind else None
    if cue is None or cue.lemma not in SAYING or "," not in clause.words[trigger : cue.first]:
        return False
    if not AS.isdisjoint(clause.words[trigger : cue.first]):
        return False  # "pledged to do more, as it had announced on Friday"
    if "," in clause.words[cue.head : time.first] or not {"that", "que"}.isdisjoint(
        clause.words[cue.head : time.first]
    ):
        return False
    return _is_beside(clause, cue, time.first)


def _is_beside(clause: Clause, cue: Verb, place: int) -> bool:
    """Tell whether a day stands beside a cue: "said late on Monday", "told reporters on Monday"."""
    behind, distance = clause.words[cue.head + 1], place - cue.head
    return distance <= ADJACENT + (behind in PARTS) or (distance <= CUE_REACH and behind in MEANS)


def _is_said_first(one: Candidate) -> bool:
    """Tell whether the first verb of a sentence, not one of what came before, says what a side says."""
    verb = next((v for v in one.clause.verbs if v.first == one.trigger[0] or v.head == one.governor), None)
    if verb is None or not verb.is_finite or verb.is_infinitive or (verb.is_perfect and verb.tense == "past"):
        return False
    start = one.clause.words.index(",") if one.clause.words[0] in SOURCES and "," in one.clause.words else 0
    words = one.clause.words[start : verb.first]
    return CLAUSES.isdisjoint(words) and not any(v.is_finite and start < v.first < verb.first for v in one.clause.verbs)


def before_saying(article: Article, times: Times, one: Candidate, rule: str) -> Dated | None:
    """Return the time up to the day of who says, or of what came after it: "said on Sunday that X had crossed"."""
    had = any(v.first == one.trigger[0] and v.is_perfect and v.tense == "past" for v in one.clause.verbs)
    if rule != "before-story-day" and not (had and rule == "story-day"):
        return None
    clause, base = one.clause, article.base
    known = [(time, times[clause.number, time.first]) for time in clause.times if (clause.number, time.first) in times]
    time, day = known[0] if len(known) == 1 else (None, None)
    if time is None or day is None or base is None or time.first > one.trigger[0] or time.relation:
        return None
    if day.latest is None or day.latest >= base:
        return None
    words = clause.words[time.last + 1 : one.trigger[0]]
    if not BEHIND.isdisjoint(words) or is_judged_deed(one):
        edtf = day.edtf if day.edtf.replace("-", "").isdecimal() else f"{day.latest}"
        is_main = any(v.is_finite and (v.head < time.first or v.first == time.last + 1) for v in clause.verbs)
        return Dated(f"[..{edtf}]", "", 0, 0, "before-story-day") if is_main and "," not in words else None
    cues = (v for v in clause.verbs if v.is_finite and v.lemma in SAYING)
    if not day.is_day or not any(
        0 < time.first - v.head <= ADJACENT or 0 < v.first - time.last <= ADJACENT for v in cues
    ):
        return None
    return Dated(f"[..{day.latest}]", "", 0, 0, "before-story-day")
