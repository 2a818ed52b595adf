"""Find where the content of an attribution starts and ends, past times, hearers and circumstances."""

from __future__ import annotations

from newsroom.reading.analysis import Clause
from newsroom.reading.asides import time_at
from newsroom.reading.lexicon import ACCUSING, JUDGING, REPORTING_ING, SAYING, SPEECH_MEDIA
from newsroom.reading.quotes.hearers import HEARERS, hearer_end
from newsroom.reading.quotes.turns import PARTING, before_next_speaker
from newsroom.reading.sentences import places_of
from newsroom.reading.verbs import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, Verb

REPORTING = SAYING | ACCUSING | JUDGING
COORDINATE = REPORTING | frozenset("demand urge encourage call ask reject welcome invite criticize criticise".split())
SPEAKING = SAYING | JUDGING | {"speak", "talk", "refer"}
WHILE = frozenset(("while",))
STRESSING = frozenset(
    "affirm emphasize emphasise stress underline underscore reiterate reaffirm express highlight".split()
)
PROFESSING = STRESSING | frozenset(("convey", "voice"))
CLOSERS = frozenset("\"”''»’'")
TRAILING = frozenset(",.;:!?…-–—")
PLATFORMS = frozenset("x twitter facebook telegram truth social instagram weibo whatsapp youtube".split())
CONTEXT_PARTICIPLES = frozenset("following amid after despite including citing according referring".split())
CIRCUMSTANCES = CONTEXT_PARTICIPLES | REPORTING_ING | {"which", "who"}
ENDING = TRAILING | CLOSERS
ADDING = REPORTING_ING | (CONTEXT_PARTICIPLES - {"after"})  # behind a comma they go on with another content
GOING_ON = frozenset("now currently still then".split())
NO_OWN = frozenset("who which whose where when while and but or as that if because after before".split())
LONGEST_RELATIVE, LONGEST_ASIDE = 26, 12  # tokens
TOPICS = frozenset(("of", "about", "on"))
HERE = frozenset(("here", "there", "publicly", "privately", "bluntly"))
TELLING = frozenset(("tell", "inform", "assure", "remind", "notify"))
REPORTS, JOINING = frozenset(("reports", "claims")), frozenset(("and", "but", ",", "who", "which", "that"))
NO_SUBJECTS = PREPOSITIONS - frozenset("about over during after for in on since despite without".split())
CAME_OUT = frozenset(
    "released issued carried posted published sent broadcast aired seen obtained distributed shared citing quoting"
    " referring".split()
)
ADJUNCT_OPENERS = (
    PREPOSITIONS
    | CAME_OUT
    | frozenset("late early today yesterday when while reading speaking who and ( en a as earlier".split())
)


def content_start(clause: Clause, edge: int) -> int:
    """Return the first token of a content that ends at ``edge``: of its quotation, else of the sentence."""
    if clause.quoted[edge]:
        quote = next(
            (one for one in clause.quotes if one.outer_start <= clause.tokens[edge].start < one.outer_end), None
        )
        if quote is not None and not any(
            v.is_finite for v in clause.verbs if clause.tokens[v.head].end <= quote.outer_start
        ):
            return clause.token_at(quote.outer_start)
    return 0


def only_adjuncts(clause: Clause, place: int) -> bool:
    """Tell whether nothing but times, places and circumstances stands from ``place`` on."""
    if place >= len(clause.tokens):
        return True
    if any(clause.quoted[place:]) and clause.tokens[place].text not in ",.":
        return False
    rest = clause.tokens[place]
    dated = time_at(clause, place)
    if dated is not None:
        return only_adjuncts(clause, dated.last + 1)
    if rest.low in HERE:
        return only_adjuncts(clause, place + 1)
    if rest.text in ENDING or rest.low in ADJUNCT_OPENERS:
        added = range(place + 1, len(clause.tokens) - 1)  # what is said behind ", adding that" is another content
        end = next(
            (n for n in added if clause.words[n] == "," and clause.words[n + 1].endswith("ing")), len(clause.tokens)
        )
        start = place + (rest.low in CAME_OUT)  # "in a note released on Monday"
        finite = [v for v in clause.verbs if start <= v.head < end and v.is_finite and not v.is_infinitive]
        finite = [v for v in finite if clause.words[v.first - 1] not in GOING_ON]  # "of the talks, now held in"
        return (
            not finite or rest.text in "," or rest.low in ("when", "while", "as", "after", "before", "who", "without")
        )
    mention = clause.named.at(place)
    return (
        mention is not None and not any(v.head > place and v.is_finite and not v.is_infinitive for v in clause.verbs)
    ) or (
        rest.low in HEARERS
        and len(clause.tokens) - place < 8
        and not any(v.head > place and v.is_finite and not v.is_infinitive for v in clause.verbs)
    )


def asks(clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb of asking reports words: quoted ones, or a clause; not "asked not to be named"."""
    behind = clause.words[verb.head + 1 : verb.head + 2]
    return behind == ["that"] or (any(clause.quoted) and behind != ["not"])


def is_relative_only(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the only finite verbs of a stretch stand behind a relative pronoun."""
    heads = [v for v in clause.verbs if first <= v.head <= last and v.is_finite and not v.is_infinitive]
    return bool(heads) and all(v.first and _is_in_relative(clause, v.first - 1) for v in heads)


def _is_in_relative(clause: Clause, place: int) -> bool:
    """Tell whether a relative pronoun stands at a token, or is left out before one: "in a statement he issued"."""
    is_bare = place > 1 and clause.words[place] in SUBJECT_PRONOUNS and clause.words[place - 1] in SPEECH_MEDIA
    return clause.words[place] in ("who", "which", "that") or is_bare


def starts_with_subject(clause: Clause, first: int) -> bool:
    """Tell whether a clause with its own subject starts at ``first``: some words, then a finite verb."""
    verb = next((v for v in clause.verbs if v.head >= first and v.is_finite and not v.is_infinitive), None)
    if verb is None or verb.first == first:
        return False
    low = clause.words[first]
    commas = [n for n in range(first, verb.first) if clause.words[n] == ","]
    if commas and any(v.first == commas[-1] + 1 and v.form == "ing" for v in clause.verbs):
        return False  # "threatened tolls on Monday, raising fears that ports would close"
    return low not in NO_SUBJECTS or (
        low in ("in", "on", "after", "for") and any(t.text == "," for t in clause.tokens[first : verb.first])
    )


def opens_aside(clause: Clause, first: int) -> bool:
    """Tell whether words in commas and then a subject and its verb stand at a token: "said, as always, this was"."""
    comma = next(
        (n for n in range(first, min(first + LONGEST_ASIDE, len(clause.tokens))) if clause.words[n] == ","), -1
    )
    if (
        not 0 <= comma < len(clause.words) - 1
        or clause.words[comma + 1] in NO_OWN
        or any(first <= v.head < comma and v.is_finite for v in clause.verbs)
    ):
        return False
    return starts_with_subject(clause, comma + 1)


def skip_to_content(clause: Clause, number: int) -> tuple[int, bool]:
    """Return where the content starts behind a cue, and whether "that" opens it."""
    verb = clause.verbs[number]
    place, starts = verb.head + 1, {one.first: one for one in clause.verbs[number + 1 :]}
    for ahead in range(place, min(place + 16, len(clause.tokens))):
        low = clause.words[ahead]
        if clause.quoted[ahead] and not clause.quoted[verb.head]:
            break
        if low == "that" and verb.lemma == "inform" and not TOPICS.isdisjoint(clause.words[place:ahead]):
            break  # "informed her of the events that took place"
        if low in ("that", "que") and clause.named.covered[ahead] < 0 and not breaks(clause, verb.head, ahead):
            return ahead + 1 + (ahead + 1 < len(clause.tokens) and clause.tokens[ahead + 1].text == ","), True
        if low == ":" and not clause.words[ahead - 1].isdigit():  # no "at 7:22 p.m."
            return ahead + 1, True
        if low in ("who", "which", "whose") and clause.words[ahead - 1] == ",":
            behind = _behind_relative(clause, ahead)
            return (behind, True) if behind else (skip_adjuncts(clause, place, verb), False)
        if low == "," and (following := starts.get(ahead + 1)) is not None and following.form == "ing":
            break  # "threatened tariffs, raising fears that"
        if (own := starts.get(ahead)) is None or not own.is_finite:
            continue
        if not (_is_noun(clause, own) or _has_come_out(clause, verb.head, own)):
            break
    return skip_adjuncts(clause, place, verb), False


def _behind_relative(clause: Clause, place: int) -> int:
    """Return where a content starts behind a hearer whom a clause in commas describes: "told X, who is Y, that"."""
    for ahead in range(place + 2, min(place + LONGEST_RELATIVE, len(clause.tokens) - 1)):
        if clause.words[ahead] == "that" and clause.words[ahead - 1] == "," and not clause.quoted[ahead]:
            return ahead + 1
    return 0


def breaks(clause: Clause, head: int, place: int) -> bool:
    """Tell whether a finite verb stands between a cue and "that"."""
    return any(
        head < v.head < place
        and v.is_finite
        and not v.is_infinitive
        and not _is_noun(clause, v)
        and not _has_come_out(clause, head, v)
        for v in clause.verbs
    )


def _has_come_out(clause: Clause, head: int, verb: Verb) -> bool:
    """Tell whether a participle says how the text came out in which somebody speaks: "in an interview published on"."""
    is_bare = verb.form == "past_or_part" and not verb.has_auxiliary and clause.words[verb.head] in CAME_OUT
    return is_bare and not SPEECH_MEDIA.isdisjoint(clause.words[head : verb.first])


def _is_noun(clause: Clause, verb: Verb) -> bool:
    """Tell whether what looks like a second verb is what a cue is about: "denied on Monday reports that"."""
    return clause.words[verb.head] in REPORTS and clause.words[verb.first - 1] not in JOINING


def skip_adjuncts(clause: Clause, place: int, verb: Verb) -> int:
    """Skip times, platforms, hearers and short circumstances behind a cue."""
    tokens = clause.tokens
    for _ in range(6):
        if place >= len(tokens) or clause.quoted[place]:
            return place
        time = time_at(clause, place)
        if time is not None:
            place = time.last + 1
            continue
        low = tokens[place].low
        after = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if low in (",", "also", "later", "further", "earlier"):
            place += 1
        elif low in ("of", "about") and (edge := topic_end(clause, place)) is not None:
            place = edge + 1
        elif low in ("on", "via", "en") and after in PLATFORMS:
            place += 2 + (place + 2 < len(tokens) and tokens[place + 2].low in PLATFORMS)
        elif (
            low in ("in", "during", "at", "through", "after", "following", "en", "during")
            and (edge := medium_end(clause, place)) is not None
        ) or (place == verb.head + 1 and verb.lemma in TELLING and (edge := hearer_end(clause, place)) is not None):
            place = edge + 1
        else:
            return place
    return place


def behind_circumstances(clause: Clause, place: int) -> int:
    """Return the token behind words of time and "in a statement" that follow a cue without a comma."""
    for _ in range(3):
        opener = clause.words[place] if place < len(clause.tokens) else ""
        time = time_at(clause, place)
        if time is not None:
            place = time.last + 1
        elif opener in ("in", "during", "at") and (edge := medium_end(clause, place)) is not None:
            place = edge + 1
        else:
            break
    return place


def medium_end(clause: Clause, place: int) -> int | None:
    """Return the last token of "in a statement", "at a news conference in Doha", up to a comma or a new subject."""
    for ahead in range(place + 1, min(place + 7, len(clause.tokens))):
        if clause.words[ahead] in SPEECH_MEDIA:
            return ahead
    return None


def topic_end(clause: Clause, place: int) -> int | None:
    """Return the comma or colon behind "of the vote" that a quotation follows at once: "says of X, “…”"."""
    for ahead in range(place + 1, min(place + 7, len(clause.tokens) - 1)):
        if clause.tokens[ahead].text in ",:":
            return ahead if clause.quoted[ahead + 1] and not clause.quoted[ahead] else None
    return None


def content_end(clause: Clause, number: int, first: int) -> int:
    """Return the last token of a content: before the next attribution of the same speaker, else the last one."""
    last = len(clause.tokens) - 1
    for place in places_of(clause.words, PARTING):
        if place <= first or clause.quoted[place]:
            continue
        if clause.words[place] == ";" or (place < last and clause.words[place + 1] in ADDING):
            last = place - 1
            break
    last = _before_next_cue(clause, first, before_next_speaker(clause, first, last))
    for other_number in range(number + 1, len(clause.verbs)):
        other = clause.verbs[other_number]
        if clause.quoted[other.head] or other.head > last or other.first <= first:
            continue
        aside = next((n for n in places_of(clause.words, WHILE) if first < n < other.first), 0)
        if aside and clause.words[aside - 1] == "," and other.lemma in SPEAKING and not clause.quoted[aside]:
            last = min(last, aside - 2)
            break
        if is_coordinate(clause, number, other_number):
            last = min(last, other.first - 2 - (clause.words[other.first - 1] in ("also", "later", "further")))
            break
    return trim(clause, first, last)


def _before_next_cue(clause: Clause, first: int, last: int) -> int:
    """Return the closing mark of a content that a participle behind it goes on from: “A,” adding that “B”."""
    if first >= last or not clause.quoted[first]:
        return _before_adding(clause, first, last)
    for place in range(first, last):
        if clause.quoted[place] and not clause.quoted[place + 1]:
            end = place + (clause.tokens[place + 1].text == ",")
            if end < last and clause.words[end + 1] in ADDING:
                return end
            return place if _goes_on_with_another(clause, place + 1) else last
    return last


def _before_adding(clause: Clause, first: int, last: int) -> int:
    """Return the first closing mark with a comma before it that a participle goes on from: said A is “B,” adding C."""
    for place in range(first + 1, last):
        is_closed = clause.quoted[place] and not clause.quoted[place + 1]
        if is_closed and clause.tokens[place - 1].text == "," and clause.words[place + 1] in ADDING:
            return place
    return last


def _goes_on_with_another(clause: Clause, place: int) -> bool:
    """Tell whether another deed of its speaker is told behind a quotation: “A” Monday and gave B."""
    time = time_at(clause, place)
    place = time.last + 1 if time is not None else place
    place += clause.words[place : place + 1] == [","]
    joined = clause.words[place : place + 1] in (["and"], ["but"])
    return joined and any(v.first - place in (1, 2) and v.is_finite and v.tense == "past" for v in clause.verbs)


def is_coordinate(clause: Clause, number: int, other_number: int) -> bool:
    """Tell whether a later cue shares the speaker of an earlier one: "said A and suggested B"."""
    verb, other = clause.verbs[number], clause.verbs[other_number]
    before = clause.words[other.first - 1]
    if before in ("also", "later", "further"):
        before = clause.words[other.first - 2]
    if before not in ("and", "but") or other.lemma not in COORDINATE:
        return False
    start = other.head + 1
    is_now = verb.is_perfect and other.form == "s" and clause.words[start : start + 1] == ["that"]
    if other.is_infinitive or (other.form != verb.form and "past" not in other.form and not is_now):
        return False  # "has said that A but notes that B"
    if start < len(clause.tokens) and clause.words[start] in ("that", ":"):
        return True
    if verb.is_perfect and other.is_perfect:
        return True  # "has voiced hope that A and has encouraged B"
    if not verb.has_auxiliary and not other.has_auxiliary and _is_apart(clause, number, other_number):
        return True
    if other.lemma not in REPORTING:
        return False
    following = [v for v in clause.verbs[other_number + 1 :] if v.is_finite and not v.is_infinitive]
    return (
        bool(following and following[0].first > start)
        or other.lemma in ACCUSING
        or any(clause.quoted[start : start + 2])
        or (other.lemma in PROFESSING and any(t.low in DETERMINERS for t in clause.tokens[start : start + 1]))
    )


def _is_apart(clause: Clause, number: int, other_number: int) -> bool:
    """Tell whether the verbs of a content are so unlike its cue that a verb behind "and" goes back to the cue.

    "claimed that boats had been seized and announced plans": "announced" is as bare as "claimed".
    """
    inside = [v for v in clause.verbs[number + 1 : other_number] if v.is_finite and not clause.quoted[v.head]]
    return bool(inside) and all(v.has_auxiliary for v in inside)


def trim(clause: Clause, first: int, last: int) -> int:
    """Drop closing punctuation, but for a mark that belongs to a quotation."""
    while last >= first and clause.tokens[last].text in TRAILING and not clause.quoted[last]:
        last -= 1
    return last


def content_end_plain(clause: Clause, first: int) -> int:
    """Return the last token before a comma that opens another circumstance, else the end."""
    for place in range(first, len(clause.tokens)):
        if (
            clause.tokens[place].text == ","
            and place + 1 < len(clause.tokens)
            and clause.words[place + 1] in CIRCUMSTANCES
        ):
            return place - 1
    return trim(clause, first, len(clause.tokens) - 1)
