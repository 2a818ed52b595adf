"""Tell what lies ahead though its verb or noun does not say so: the day that it has is still to come."""

from __future__ import annotations

from newsroom.reading.acts import SPEECH_KINDS
from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.modality import CONDITIONS
from newsroom.reading.verbs import Verb

TODAY = frozenset(("today", "tonight"))
NOUNS = frozenset(("contact", "accord", "ceasefire", "exercise"))  # families of which a noun with a day ahead is a plan
# Verbs of the past that speak of what is to come: "confirmed a visit next month".
TELLING = frozenset(
    "announce confirm plan discuss prepare mention accept propose expect set arrange schedule seek request raise reveal"
    " disclose unveil welcome anticipate await anunciar confirmar".split()
)
BEFORE = frozenset(("before", "ahead", "pending", "until", "for"))  # behind them a noun of contact is still to come
BEGINNING = frozenset("take begin start open enter resume come".split())
HOLDING = frozenset("hold pay undertake make have conduct begin start open launch resume host attend".split())
NEAR = 4  # how far before its noun such a word stands
# Between a noun and its day, what says that the day is that of something else: "talks ahead of a vote next week".
APART = frozenset("ahead before about over until by after since following who which that , ; (".split())
NOT_OWN = frozenset(("of", "by", "until", "before", "since"))  # relations of a time that is no day of an act
BESIDE = frozenset("to in the with at on his her its their a al en el la los las con".split())
SHORT_NAME = 3  # tokens of "(SD)"
OPENING = 2  # words before a time that opens a sentence: "In the coming days"
FARTHEST = 14  # tokens between an act and its day
Times = dict[tuple[int, int], Resolved]


def is_ahead(article: Article, one: Candidate, times: Times) -> bool:
    """Tell whether what is told as done has a day still to come: "meets X on Friday", "a visit to X next month"."""
    if one.modality != "happened" or one.kind in SPEECH_KINDS or article.base is None:
        return False
    verb = one.verb
    if verb is not None and not _is_present(verb):
        return False
    if verb is None and one.family not in NOUNS:
        return False
    time = own_time(one.clause, _last_word(one)) or (opening_time(one.clause, verb) if verb is not None else None)
    if time is None or (verb is None and not (_is_open(one) or _is_beside(one, time))):
        return False
    if verb is not None and one.kind == "visit" and one.clause.words[time.last] in TODAY:
        return True  # "flies today to": he has not come yet
    found = times.get((one.clause.number, time.first))
    if found is None or found.earliest is None:
        return False
    is_soon = found.latest is None or time.part == "later"  # "in the coming weeks", "later this month"
    return found.earliest > article.base or (is_soon and found.earliest == article.base)


def _is_present(verb: Verb) -> bool:
    """Tell whether a verb stands in the present tense, or in no tense: "meets", "is meeting", "to meet"."""
    is_plain = verb.form in ("base", "s") and not verb.has_auxiliary  # also of "chose to visit X next week"
    is_going = verb.is_progressive and verb.tense == "present" and not verb.modal
    return is_plain or is_going


def _is_open(one: Candidate) -> bool:
    """Tell whether no verb says that a noun has come about: it hangs on the present, on "before", or on a telling."""
    governor = one.governing_verb
    if BEFORE & set(one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[0]]):
        return True
    if governor is None:
        return not any(v.head < one.trigger[0] for v in one.clause.verbs)
    return governor.lemma in TELLING or (governor.tense == "present" and not governor.is_perfect)


def _is_beside(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether only names part a contact from its day: "condemned the president's visit to Chile next month"."""
    covered, words = one.clause.named.covered, one.clause.words
    between = [words[n] for n in range(one.trigger[1] + 1, time.first) if covered[n] < 0]
    return one.family == "contact" and BESIDE.issuperset(_without_short_names(between))


def _last_word(one: Candidate) -> int:
    """Return the token behind which the day of an act stands: its noun's, or that of "takes" in "takes effect on"."""
    governor = next((v for v in one.clause.verbs if v.head == one.governor > one.trigger[1]), None)
    is_begun = governor is not None and governor.lemma in BEGINNING and governor.tense == "present"
    return one.governor if is_begun else one.trigger[1]


def own_time(clause: Clause, place: int) -> TimeExpression | None:
    """Return the first time behind an act that no verb and no word of another circumstance parts from it."""
    time = next((each for each in clause.times if each.first > place), None)
    if time is None or time.relation in NOT_OWN or time.first - place > FARTHEST:
        return None
    between = _without_short_names(clause.words[place + 1 : time.first])
    is_parted = any(place < verb.head < time.first for verb in clause.verbs)
    return None if is_parted or not APART.isdisjoint(between) else time


def opening_time(clause: Clause, verb: Verb) -> TimeExpression | None:
    """Return the time with which a sentence opens, where its first verb is the act's: "Next week Peru expels X"."""
    time = clause.times[0] if clause.times else None
    if time is None or time.first > OPENING or time.relation in NOT_OWN or clause.quoted[time.first]:
        return None
    return None if any(v.head < verb.first for v in clause.verbs) or time.first > verb.first else time


def _without_short_names(words: list[str]) -> list[str]:
    """Leave out the short name behind a name: "the Strategic Dialogue (SD) on 10 May"."""
    place = next((n for n in range(len(words) - SHORT_NAME + 1) if words[n] == "(" and words[n + 2] == ")"), None)
    return words if place is None else [*words[:place], *words[place + SHORT_NAME :]]


def is_set(article: Article, one: Candidate) -> bool:
    """Tell whether "would" and a day ahead speak of a plan: "they would meet", "the talks would resume on June 27"."""
    if one.modality != "hypothetical":
        return False
    verbs = one.clause.verbs
    verb = next((v for v in verbs if v.first == one.trigger[0] or v.head == one.governor > one.trigger[1]), None)
    if verb is None and one.family == "contact":  # "would hold talks on June 5"
        verb = next((v for v in verbs if v.head == one.governor and v.lemma in HOLDING), None)
    if verb is None or verb.modal != "would" or verb.is_negated:
        return False
    when = one.date.when if one.date is not None and one.date.words else None
    ahead = when is not None and when.earliest is not None and article.base and when.earliest >= article.base
    return bool(ahead) and not CONDITIONS & one.clause.lows
