"""Tell how long a dated act lasts: "after four days of clashes", "since Monday", "a three-day visit from Monday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved, TimeExpression
from newsroom.reading.events.candidates import Candidate
from newsroom.reading.events.wording import is_counted
from newsroom.reading.timing import Dated
from newsroom.reading.verbs import Verb
from timeline.values import When

ENDING = frozenset("end conclude wrap complete finish close terminar concluir".split())
BEGINNING = frozenset("begin start open kick launch pay make iniciar comenzar".split())
AFTER = frozenset("after tras".split())
ENDED = frozenset(("ended", "ending"))
SINCE = frozenset(("since", "desde"))
ONGOING = frozenset("ongoing continuing current".split())
# What is done all the time, not once.
LASTING = frozenset("serve act mediate support back supply host help work hold occupy control block".split())
# What is done at one stroke, on one day of those named.
AT_ONCE = frozenset(
    "accord expulsion recall ties summons criticism accusation refusal threat request offer protest invitation".split()
)
DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
MONTH = 31  # days
FEW = 14  # days that a visit or a summit may take
YEAR = 366  # days
NEAR = 4  # tokens between "ongoing" and its noun
ISO_DAY = 10  # how long a day is in EDTF
BACK, FAR = 4, 24  # how many sentences before, and how many tokens from an act, that stands during which it was done
UNDATED = frozenset(("story-day", "before-story-day", "after-older", "within-history"))
AT = frozenset(("at", "in", "en"))
DURING, KNOWN = frozenset(("during", "durante")), frozenset("the his her their its that this la su esa esta el".split())
OCCASIONS = frozenset("visit trip stay tour talks meeting call summit visita viaje reunion encuentro cumbre".split())


def lasted(article: Article, one: Candidate) -> Dated | None:
    """Return the time up to the report that fighting took: "after four days of clashes"."""
    near = (t for t in one.clause.times if t.kind == "duration" and 0 < one.trigger[0] - t.first < 6)
    duration = next(near, None)
    if duration is None or article.base is None:
        return None
    if any(time.kind == "year" and time.last < duration.first for time in one.clause.times):
        return None  # "in 2008, when 35 people died in three days of fighting"
    days = duration.amount * {"day": 1, "week": 7, "month": 30, "year": 365}.get(duration.unit, 0)
    start, end = one.clause.span(duration.first, duration.last)
    edtf = f"{article.base - timedelta(days=days)}~/{article.base}"
    return Dated(edtf, article.text[start:end], start, end, "duration-before")


def up_to(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the time that long fighting took: up to the day that came after it, else to the report."""
    clause, trigger = one.clause, one.trigger[0]
    for time in reversed(clause.times):
        resolved = times.get((clause.number, time.first))
        is_next = time.last < trigger and not (AFTER | ENDED).isdisjoint(clause.words[time.last : trigger])
        if is_next and resolved is not None and resolved.edtf.replace("-", "").isdigit():
            start, end = clause.span(time.first, time.last)
            return Dated(f"../{resolved.edtf}", article.text[start:end], start, end, "up-to")
    return Dated(f"../{article.base}", "", 0, 0, "up-to") if article.base else None


def goes_on(article: Article, one: Candidate) -> Dated | None:
    """Return the time of what a noun says is still going on, or is counted: "their ongoing joint exercises"."""
    before = one.clause.words[max(0, one.trigger[0] - NEAR) : one.trigger[0]]
    if article.base is not None and one.modality == "happened" and is_counted(one):
        return Dated(f"../{article.base}", "", 0, 0, "up-to")
    if article.base is None or one.modality != "happened" or ONGOING.isdisjoint(before):
        return None
    if one.verb is not None:
        return None
    return Dated(f"../{article.base}", "", 0, 0, "ongoing")


def since(article: Article, one: Candidate, found: Dated, verb: Verb | None) -> Dated | None:
    """Return what "since" means for an act: up to the report, or only the day from which it counts."""
    begun, tokens = found.edtf.removesuffix("/.."), one.clause.tokens
    if one.modality == "negated" and verb is not None and verb.is_perfect and article.story_day and "/" not in begun:
        since = next((n for n, token in enumerate(tokens) if token.low in SINCE and n > verb.head), None)
        is_last = since is not None and not any(token.is_word for token in tokens[since + 1 :])  # "have not met since"
        if since is not None and (is_last or tokens[since].start <= found.start):
            return replace(found, edtf=f"{begun}/{article.story_day}", rule="since-then")
    behind = next((n for n, token in enumerate(tokens) if token.start >= found.end), 0)
    if found.rule.endswith(".until") and _is_when(one.clause, behind):
        return replace(found, edtf=found.edtf.removeprefix("../"), rule="until-when")  # "until May, when X proposed"
    if not found.rule.endswith(".since"):
        return None
    if verb is not None and _is_when(one.clause, behind):
        return replace(found, edtf=begun, rule="begun-when")  # "a row that began in May, when X expelled"
    is_past = verb is not None and verb.tense == "past" and not verb.is_perfect
    opened = next((n for n, token in enumerate(tokens) if token.start >= found.start), 0)
    is_since = found.words.lower().startswith(("since", "desde")) or tokens[opened - 1].low in SINCE
    if is_past and is_since:
        return replace(found, edtf=begun, rule="since-when")  # "since April, when X expelled"
    if behind and tokens[behind].low == "'s":
        return replace(found, edtf=begun, rule="of-noun")  # "since last year's accusation"
    if verb is None and one.family == "contact" and one.modality == "happened" and "/" not in begun:
        is_long = any(time.kind == "duration" for time in one.clause.times)  # "four days of talks that began on"
        if not (is_long or found.words.lower().startswith(("since", "desde"))):
            return replace(found, edtf=begun, rule="begun")  # "talks began yesterday": that is their day
        return replace(found, edtf=f"{begun}/{article.base}", rule="since-then")  # "talks held since Monday"
    return None


def spans(resolved: Resolved, base: date) -> bool:
    """Tell whether a long time holds the story's day within it: "this year"."""
    if resolved.earliest is None or resolved.latest is None:
        return False
    return resolved.earliest <= base <= resolved.latest and (resolved.latest - resolved.earliest).days > MONTH


def begins_now(time: TimeExpression, resolved: Resolved, base: date, trigger: int) -> bool:
    """Tell whether words behind an act mean a time from the story's day on: "agreed to go on in the coming days"."""
    is_open = (resolved.latest is None or resolved.latest > base) and time.relation != "began"  # "began today"
    return resolved.earliest == base and is_open and time.first > trigger


def is_over_time(one: Candidate, time: TimeExpression) -> bool:
    """Tell whether an act is told in the perfect of a time in its clause: "has filed two protests this year"."""
    verb = one.verb or one.governing_verb
    if verb is None or not verb.is_perfect or verb.tense != "present":
        return False
    low, high = sorted((verb.head, time.first))
    return not any(low < other.head < high for other in one.clause.verbs if other is not verb)


def since_then(article: Article, times: dict[tuple[int, int], Resolved], one: Candidate) -> Dated | None:
    """Return the time from what opens a sentence with "since" on: "Since the raid of 4 May, X has mediated"."""
    clause, trigger = one.clause, one.trigger[0]
    verb = next((v for v in clause.verbs if v.first == trigger), None)
    if clause.words[0] not in SINCE or verb is None or not verb.is_perfect or verb.tense != "present":
        return None
    comma = next((n for n in range(trigger - 1, 0, -1) if clause.tokens[n].text == ","), 0)
    found = [time for time in clause.times if 1 < time.first < comma]
    resolved = times.get((clause.number, found[0].first)) if len(found) == 1 else None
    if one.modality != "happened" or resolved is None or resolved.earliest is None or not resolved.latest:
        return None
    if article.base is None or resolved.latest > article.base:
        return None
    start, end = clause.span(found[0].first, found[0].last)
    begun = resolved.edtf if resolved.edtf.replace("-", "").isdigit() else f"{resolved.earliest}"
    edtf = f"{begun}/.." if verb.lemma in LASTING else f"[{resolved.earliest}..{article.base}]"
    return Dated(edtf, article.text[start:end], start, end, "since-then")


def _is_when(clause: Clause, place: int) -> bool:
    """Tell whether "when" opens there, behind a comma or not, what happened on the day named before it."""
    place += clause.words[place] == ","
    return clause.words[place : place + 1] == ["when"]


def days_from(one: Candidate, found: Dated) -> Dated | None:
    """Return the days that an act lasts from its first or to its last: "a three-day visit from Monday"."""
    lasting = (t for t in one.clause.times if t.kind == "duration" and t.unit == "day")
    days = next((t.amount for t in lasting if 0 < one.trigger[0] - t.first < 8), 0)
    if len(found.edtf) != ISO_DAY or not 1 < days < 60:
        return None
    verb = one.governing_verb
    day, rest = date.fromisoformat(found.edtf), timedelta(days=days - 1)
    if verb is not None and verb.lemma in ENDING and one.modality == "happened":
        return replace(found, edtf=f"{day - rest}/{day}", rule="days-to")
    is_begun = verb is not None and verb.lemma in BEGINNING and one.modality == "planned"
    before = next((n for n, token in enumerate(one.clause.tokens) if token.start >= found.start), 0)
    is_begun = is_begun or one.clause.words[before - 1] in ("starting", "beginning")
    if is_begun or found.words.startswith(("from", "since")):
        return replace(found, edtf=f"{day}/{day + rest}", rule="days-from")
    return None


def some_day_of(one: Candidate, found: Dated) -> Dated:
    """Return one of the days that are named for what is done at one stroke: "signed it on his visit of 6-8 May"."""
    when = found.when if one.family in AT_ONCE and one.modality == "happened" and DAYS.fullmatch(found.edtf) else None
    if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days > FEW:
        return found
    return replace(found, edtf=f"[{when.earliest}..{when.latest}]")


def date_within(merged: list[Candidate]) -> None:
    """Give an act, undated itself, the time of the visit or talk, told shortly before, "during" which it was done."""
    told: list[Candidate] = []
    for one in merged:
        if one.modality != "happened" or one.date is None:
            continue
        if one.date.words and one.family == "contact":
            told.append(one)
        if one.date.rule not in UNDATED or one.clause.times or not _is_within(one):
            continue
        number, mine = one.clause.number, set(one.parties.countries)
        before = (other for other in reversed(told) if 0 < number - other.clause.number <= BACK)
        host = next((other for other in before if _shares(mine, set(other.parties.countries))), None)
        when = host.date.when if host is not None and host.date is not None else None
        if when is not None and when.earliest is not None and when.latest is not None:
            is_day = when.earliest == when.latest
            edtf = f"{when.earliest}" if is_day else f"[{when.earliest}..{when.latest}]"
            one.date = Dated(edtf, "", 0, 0, "day-of-meeting")


def _shares(mine: set[str], held: set[str]) -> bool:
    """Tell whether an act is of those who met, or of them and whoever brought them together."""
    return mine <= held or (len(held) > 1 and held <= mine)


def _is_within(one: Candidate) -> bool:
    """Tell whether words at an act say that it was done during a visit or talk which the story has told."""
    words = one.clause.words
    if words[0] in AT and words[1:2] and words[1] in KNOWN and not OCCASIONS.isdisjoint(words[2:4]):
        return True  # "At the meeting, X accused Y"
    for place in range(max(0, one.trigger[0] - FAR), min(len(words) - 2, one.trigger[1] + FAR)):
        if words[place] in DURING and words[place + 1] in KNOWN:
            return not OCCASIONS.isdisjoint(words[place + 2 : place + 2 + NEAR])
    return False


def is_of_years(when: When) -> bool:
    """Tell whether a date lasts for years."""
    if "/" not in when.edtf or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days > YEAR


def begins_years_before(when: When, other: When) -> bool:
    """Tell whether a date without an end begins more than a year before another one, which is a day."""
    if when.latest is not None or when.earliest is None or other.earliest is None or other.latest is None:
        return False
    return (other.earliest - when.earliest).days > YEAR and (other.latest - other.earliest).days <= FEW
