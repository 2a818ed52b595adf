"""Find attributions in a sentence: cue, speaker, and the stretch that is attributed.

Frames, in the order in which they are tried for each verb of saying:

    SPEAKER cue (to somebody) (that) CONTENT        cue.before
    CONTENT, SPEAKER cue                            cue.after
    "CONTENT," cue SPEAKER                          cue.inverted
    according to SPEAKER, CONTENT                   according-to
    SPEAKER called X CONTENT                        judging
    SPEAKER accused X of CONTENT                    accusing
    ..., adding / calling / expressing CONTENT      participle
    (his) comments / claims that CONTENT            noun
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.reading.analysis import Clause
from newsroom.reading.grammar import is_in_phrase, subjects, window_start
from newsroom.reading.lexicon import (
    ACCUSING,
    CUE_NOUNS,
    JUDGING,
    REPORTING_ING,
    SAYING,
    SPANISH_SAYING,
    SPEECH_MEDIA,
    WEAK_SAYING,
)
from newsroom.reading.names.people import Actor
from newsroom.reading.verbs import PREPOSITIONS, Verb

CLOSERS = frozenset("\"”''»’'")
TRAILING = frozenset(",.;:!?…-–—")
HUMAN = frozenset(
    "experts analysts officials official sources source residents witnesses critics people protesters villagers diplomats spokesman report reports"
    " newspaper agency website channel broadcaster outlet observers activists reporters lawmakers ministers fighters rebels authorities police media"
    " economists historians relatives survivors opponents supporters soldiers insiders scholars observers investigators prosecutors groups group"
    " study survey document lawyers families aides researchers leaders presidents participants delegates negotiators side sides parties ministry".split()
)
PLATFORMS = frozenset("x twitter facebook telegram truth social instagram weibo whatsapp youtube".split())
HEARERS = frozenset(
    "reporters journalists parliament lawmakers them him her us me congress deputies state television tv radio the a his".split()
)
CONTEXT_PARTICIPLES = frozenset("following amid after despite including citing according referring".split())


@dataclass(slots=True)
class Attribution:
    """Hold an attribution: tokens of the content (last included), cue, speaker, and the rule that found it."""

    first: int
    last: int
    cue_first: int
    cue_last: int
    speaker: Actor | None
    speaker_words: tuple[int, int]
    rule: str
    zone: tuple[int, int]
    reporter: Actor | None = None


def find_attributions(clause: Clause) -> list[Attribution]:
    """Return the attributions of a sentence, outermost first, without those inside a quotation."""
    found: list[Attribution] = []
    for number, verb in enumerate(clause.verbs):
        if clause.quoted[verb.head]:
            continue
        attribution = _for_verb(clause, number, verb)
        if attribution is not None and attribution.last >= attribution.first:
            found.append(attribution)
    found += [one for one in (*_according(clause), *_nouns(clause), *_spanish(clause)) if one.last >= one.first]
    return _settle(clause, found)


def _for_verb(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Choose the frame for a verb."""
    word = clause.tokens[verb.head].low
    if verb.lemma in ACCUSING and not verb.is_negated:
        return _accusing(clause, number, verb)
    if word in REPORTING_ING and not verb.has_auxiliary:
        return _participle(clause, number, verb)
    if verb.lemma in JUDGING and verb.is_finite and not verb.is_passive:
        judged = _judging(clause, number, verb)
        if judged is not None:
            return judged
    if verb.lemma == "quote" and not verb.is_passive:
        return _quoting(clause, number, verb)
    if (
        verb.lemma not in SAYING
        or verb.is_infinitive
        or verb.is_negated
        or verb.is_passive
        or (verb.form == "ing" and not verb.has_auxiliary)
    ):
        return None
    if (verb.modal and verb.modal not in ("would", "will")) or verb.modal == "will":
        return None
    return _after(clause, number, verb) or _before(clause, number, verb)


def _speaker_of(clause: Clause, number: int) -> tuple[Actor | None, tuple[int, int]]:
    """Return who says: the subject, else the bare noun phrase before the verb ("experts")."""
    verb = clause.verbs[number]
    found = subjects(clause, number)
    if found:
        if len(found) > 1:
            group = Actor("group", " and ".join(m.actor.name for m in found), members=tuple(m.actor for m in found))
            return group, (found[0].first, found[-1].last)
        return found[0].actor, (found[0].first, found[0].last)
    start = max(window_start(clause, number), verb.first - 7)
    words = [place for place in range(start, verb.first) if not clause.quoted[place]]
    while words and (
        clause.tokens[words[0]].low in ("and", "but", ",", "that", "as", "-", "–", "some", "the", "a", "an")
        or not clause.tokens[words[0]].is_word
    ):
        words.pop(0)
    if (
        not words
        or len(words) > 6
        or any(
            clause.tokens[place].text in ",();" or clause.tokens[place].low in ("it", "which", "that", "who")
            for place in words
        )
    ):
        return None, (0, -1)
    low = clause.tokens[words[-1]].low
    if low not in HUMAN and not (clause.tokens[words[-1]].is_capital and words[-1] > 0):
        return None, (0, -1)
    if not low.isalpha() or low in PREPOSITIONS or low.endswith("ly") or clause.tokens[words[0]].low in PREPOSITIONS:
        return None, (0, -1)
    name = " ".join(clause.tokens[place].text for place in words).replace(" 's", "'s").replace(" ’s", "’s")
    code = next((code for place in words if (m := clause.named.at(place)) for code in m.actor.countries), "")
    return Actor("plain", name, code), (words[0], words[-1])


def _after(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "CONTENT, SPEAKER said" and "CONTENT," said SPEAKER."""
    speaker, words = _speaker_of(clause, number)
    if speaker is None:
        return None
    inverted = words[0] > verb.head
    edge = verb.first - 1 if inverted else words[0] - 1
    start = window_start(clause, number)
    while (
        edge > 0 and clause.tokens[edge].low in ("also", "as", "the", "and", "but", "while", "later") and not inverted
    ):
        edge -= 1
    if edge < 1 or not (
        clause.tokens[edge].text == "," or clause.tokens[edge].text in CLOSERS or clause.tokens[edge].text in "–—-"
    ):
        return None
    tail = max(verb.head, words[1]) + 1
    if not inverted and not clause.quoted[edge] and not _only_adjuncts(clause, tail):
        return None
    if not inverted and edge < start - 1 and not clause.quoted[edge]:
        return None
    first = _content_start(clause, edge)
    if not clause.quoted[edge] and not any(
        v.is_finite or v.is_infinitive for v in clause.verbs if first <= v.head < edge
    ):
        return None
    end = len(clause.tokens)
    return Attribution(
        first, edge, verb.first, verb.head, speaker, words, "cue.inverted" if inverted else "cue.after", (edge + 1, end)
    )


def _content_start(clause: Clause, edge: int) -> int:
    """Return the first token of a content that ends at ``edge``: the sentence's start, or behind an earlier attribution."""
    if clause.quoted[edge]:
        quote = next(
            (one for one in clause.quotes if one.outer_start <= clause.tokens[edge].start < one.outer_end), None
        )
        if quote is not None and not any(
            v.is_finite for v in clause.verbs if clause.tokens[v.head].end <= quote.outer_start
        ):
            return clause.token_at(quote.outer_start)
    return 0


def _only_adjuncts(clause: Clause, place: int) -> bool:
    """Tell whether nothing but times, places and circumstances stands from ``place`` on."""
    if place >= len(clause.tokens):
        return True
    if any(clause.quoted[place:]) and clause.tokens[place].text not in ",.":
        return False
    rest = clause.tokens[place]
    if rest.text in TRAILING | CLOSERS or rest.low in PREPOSITIONS | {
        "late",
        "early",
        "today",
        "yesterday",
        "when",
        "while",
        "reading",
        "speaking",
        "who",
        "and",
        "(",
        "en",
        "a",
        "as",
        "earlier",
    }:
        finite = [v for v in clause.verbs if v.head >= place and v.is_finite and not v.is_infinitive]
        return not finite or rest.text in "," or rest.low in ("when", "while", "as", "after", "before", "who")
    if any(one.first == place for one in clause.times):
        return not any(v.head > place and v.is_finite and not v.is_infinitive for v in clause.verbs)
    mention = clause.named.at(place)
    return (
        mention is not None and not any(v.head > place and v.is_finite and not v.is_infinitive for v in clause.verbs)
    ) or (
        rest.low in HEARERS
        and len(clause.tokens) - place < 8
        and not any(v.head > place and v.is_finite and not v.is_infinitive for v in clause.verbs)
    )


def _before(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "SPEAKER said (on Monday) (in a statement) (that) CONTENT"."""
    speaker, words = _speaker_of(clause, number)
    if speaker is None or words[0] > verb.head:
        return None
    first, has_that = _skip_to_content(clause, number)
    last = _content_end(clause, number, first)
    if first > last:
        return None
    finite = any((v.is_finite or v.modal) and not v.is_infinitive for v in clause.verbs if first <= v.head <= last)
    opens_quote = clause.quoted[first]
    if clause.tokens[first].low == "to" and not any(clause.quoted[first : last + 1]):
        return None
    quoted = any(clause.quoted[first : last + 1])
    weak = verb.lemma in WEAK_SAYING
    if not has_that and not opens_quote and not (finite and not _is_relative_only(clause, first, last)):
        if not quoted or (
            weak
            and verb.lemma
            not in (
                "express",
                "stress",
                "emphasize",
                "emphasise",
                "reiterate",
                "underline",
                "underscore",
                "hope",
                "promise",
                "vow",
                "pledge",
            )
        ):
            return None
    if not has_that and not opens_quote and not quoted and weak and not _starts_with_subject(clause, first):
        return None
    if not has_that and not opens_quote and not quoted and not _starts_with_subject(clause, first):
        return None
    return Attribution(
        first, last, verb.first, verb.head, speaker, words, "cue.before", (min(words[0], verb.first), first)
    )


def _is_relative_only(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the only finite verbs of a stretch stand behind a relative pronoun."""
    heads = [v for v in clause.verbs if first <= v.head <= last and v.is_finite and not v.is_infinitive]
    return bool(heads) and all(v.first and clause.tokens[v.first - 1].low in ("who", "which", "that") for v in heads)


def _starts_with_subject(clause: Clause, first: int) -> bool:
    """Tell whether a clause with its own subject starts at ``first``: some words, then a finite verb."""
    verb = next((v for v in clause.verbs if v.head >= first and v.is_finite and not v.is_infinitive), None)
    if verb is None or verb.first == first:
        return False
    low = clause.tokens[first].low
    return low not in PREPOSITIONS - {
        "about",
        "over",
        "during",
        "after",
        "for",
        "in",
        "on",
        "since",
        "despite",
        "without",
    } or (low in ("in", "on", "after", "for") and any(t.text == "," for t in clause.tokens[first : verb.first]))


def _skip_to_content(clause: Clause, number: int) -> tuple[int, bool]:
    """Return where the content starts behind a cue, and whether "that" opens it."""
    verb = clause.verbs[number]
    place = verb.head + 1
    for ahead in range(place, min(place + 16, len(clause.tokens))):
        low = clause.tokens[ahead].low
        if clause.quoted[ahead] and not clause.quoted[verb.head]:
            break
        if low in ("that", "que") and clause.named.covered[ahead] < 0 and not _breaks(clause, verb.head, ahead):
            return ahead + 1 + (ahead + 1 < len(clause.tokens) and clause.tokens[ahead + 1].text == ","), True
        if low == ":":
            return ahead + 1, True
        if any(v.first == ahead and v.is_finite for v in clause.verbs):
            break
    return _skip_adjuncts(clause, place, verb), False


def _breaks(clause: Clause, head: int, place: int) -> bool:
    """Tell whether a finite verb stands between a cue and "that"."""
    return any(head < v.head < place and v.is_finite and not v.is_infinitive for v in clause.verbs)


def _skip_adjuncts(clause: Clause, place: int, verb: Verb) -> int:
    """Skip times, platforms, hearers and short circumstances behind a cue."""
    tokens = clause.tokens
    for _ in range(6):
        if place >= len(tokens) or clause.quoted[place]:
            return place
        time = next(
            (
                one
                for one in clause.times
                if (one.first in (place, place + 1) and tokens[place].low in ("on", "in", "late", "early"))
                or one.first == place
            ),
            None,
        )
        if time is not None:
            place = time.last + 1
            continue
        low = tokens[place].low
        after = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if low in (",", "also", "later", "further", "earlier"):
            place += 1
        elif low in ("on", "via", "en") and after in PLATFORMS:
            place += 2 + (place + 2 < len(tokens) and tokens[place + 2].low in PLATFORMS)
        elif (
            low in ("in", "during", "at", "through", "after", "following", "en", "during")
            and (edge := _medium_end(clause, place)) is not None
        ) or (
            verb.lemma in ("tell", "inform", "assure", "remind") and (edge := _hearer_end(clause, place)) is not None
        ):
            place = edge + 1
        else:
            return place
    return place


def _medium_end(clause: Clause, place: int) -> int | None:
    """Return the last token of "in a statement", "at a news conference in Doha", up to a comma or a new subject."""
    for ahead in range(place + 1, min(place + 7, len(clause.tokens))):
        if clause.tokens[ahead].low in SPEECH_MEDIA:
            return ahead
    return None


def _hearer_end(clause: Clause, place: int) -> int | None:
    """Return the last token of the one who is told."""
    mention = clause.named.at(place)
    if mention is not None and mention.first == place:
        return mention.last
    end = place
    while (
        end < len(clause.tokens)
        and end - place < 4
        and clause.tokens[end].low in HEARERS | {"news", "fox", "cnn", "agency", "broadcaster"}
    ):
        end += 1
    return end - 1 if end > place else None


def _content_end(clause: Clause, number: int, first: int) -> int:
    """Return the last token of a content: before the next attribution of the same speaker, or the end of the sentence."""
    tokens = clause.tokens
    last = len(tokens) - 1
    for place in range(first + 1, len(tokens)):
        if clause.quoted[place]:
            continue
        if (
            tokens[place].text == ","
            and place + 1 < len(tokens)
            and tokens[place + 1].low in REPORTING_ING | CONTEXT_PARTICIPLES
            and tokens[place + 1].low != "after"
        ):
            last = place - 1
            break
    for other_number in range(number + 1, len(clause.verbs)):
        other = clause.verbs[other_number]
        if clause.quoted[other.head] or other.head > last or other.first <= first:
            continue
        if _is_coordinate(clause, number, other_number):
            last = min(last, other.first - 2 - (clause.tokens[other.first - 1].low in ("also", "later", "further")))
            break
    return _trim(clause, first, last)


def _is_coordinate(clause: Clause, number: int, other_number: int) -> bool:
    """Tell whether a later cue shares the speaker of an earlier one: "said A and suggested B"."""
    verb, other = clause.verbs[number], clause.verbs[other_number]
    before = clause.tokens[other.first - 1].low
    if before in ("also", "later", "further"):
        before = clause.tokens[other.first - 2].low
    if (
        before not in ("and", "but")
        or other.lemma not in SAYING | ACCUSING | JUDGING
        or (other.form != verb.form and "past" not in other.form)
    ):
        return False
    start = other.head + 1
    following = [v for v in clause.verbs[other_number + 1 :] if v.is_finite and not v.is_infinitive]
    that = start < len(clause.tokens) and clause.tokens[start].low in ("that", ":")
    return (
        that
        or bool(following and following[0].first > start)
        or other.lemma in ACCUSING
        or any(clause.quoted[start : start + 2])
    )


def _trim(clause: Clause, first: int, last: int) -> int:
    """Drop closing punctuation, but for a mark that belongs to a quotation."""
    while last >= first and clause.tokens[last].text in TRAILING and not clause.quoted[last]:
        last -= 1
    return last


def _judging(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "called the agreement a "vital step" in the region": only with quoted words."""
    found = subjects(clause, number)
    start = verb.head + 1
    last = _content_end(clause, number, start)
    if (
        not found
        or start > last
        or not any(clause.quoted[start : last + 1])
        or clause.tokens[start].low in ("on", "for", "off")
    ):
        return None
    for other in range(number + 1, len(clause.verbs)):
        v = clause.verbs[other]
        if (
            not clause.quoted[v.head]
            and v.lemma in SAYING
            and v.first <= last
            and clause.tokens[v.first - 1].low in ("and", "but")
        ):
            last = _trim(clause, start, v.first - 2)
    return Attribution(
        start,
        last,
        verb.first,
        verb.head,
        found[0].actor,
        (found[0].first, found[0].last),
        "judging",
        (found[0].first, start),
    )


def _accusing(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "accused X of CONTENT"."""
    found = subjects(clause, number)
    if not found or verb.is_passive:
        return None
    for place in range(verb.head + 1, min(verb.head + 16, len(clause.tokens))):
        if clause.tokens[place].low in ("of", "for") and clause.named.covered[place] < 0 and place > verb.head + 1:
            last = _content_end(clause, number, place + 1)
            return Attribution(
                place + 1,
                last,
                verb.first,
                verb.head,
                found[0].actor,
                (found[0].first, found[0].last),
                "accusing",
                (found[0].first, place),
            )
    return None


def _participle(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read ", adding that CONTENT", ", expressing his gratitude": the speaker is the sentence's."""
    before = clause.tokens[verb.first - 1].text if verb.first else ","
    if before not in (",", "and", "while") and before not in CLOSERS and verb.first:
        return None
    governor = next(
        (
            place
            for place in range(number - 1, -1, -1)
            if not clause.quoted[clause.verbs[place].head] and clause.verbs[place].lemma in SAYING | JUDGING | ACCUSING
        ),
        None,
    )
    speaker, words = _speaker_of(clause, governor) if governor is not None else (None, (0, -1))
    if speaker is None:
        found = subjects(clause, number)
        if not found:
            return None
        speaker, words = found[0].actor, (found[0].first, found[0].last)
    start = verb.head + 1
    has_that = start < len(clause.tokens) and clause.tokens[start].low == "that"
    first = start + has_that
    last = _content_end(clause, number, first) if first < len(clause.tokens) else -1
    finite = any(v.is_finite for v in clause.verbs if first <= v.head <= last)
    quoted = any(clause.quoted[first : last + 1])
    if not (has_that or finite or quoted or (verb.lemma in ("express", "describe", "accuse") and last - first >= 2)):
        return None
    return Attribution(first, last, verb.first, verb.head, speaker, words, "participle", (verb.first, first))


def _quoting(clause: Clause, number: int, verb: Verb) -> Attribution | None:
    """Read "Bernama quoted Ibrahim as saying that CONTENT": the chain is kept."""
    reporter = subjects(clause, number)
    for place in range(verb.head + 1, min(verb.head + 16, len(clause.tokens) - 1)):
        if clause.tokens[place].low == "as" and clause.tokens[place + 1].low in ("saying", "telling", "stating"):
            quoted = [m for m in clause.mentions if verb.head < m.first and m.last < place]
            if not quoted:
                return None
            first = place + 2 + (place + 2 < len(clause.tokens) and clause.tokens[place + 2].low in ("that", ":"))
            last = _trim(clause, first, len(clause.tokens) - 1)
            words = (quoted[0].first, quoted[0].last)
            source = reporter[0].actor if reporter else None
            return Attribution(
                first, last, place, place + 1, quoted[0].actor, words, "quoted-as-saying", (verb.first, first), source
            )
    return None


def _according(clause: Clause) -> Iterator[Attribution]:
    """Read "CONTENT, according to SPEAKER" and "According to SPEAKER, CONTENT"."""
    tokens = clause.tokens
    for place in range(len(tokens) - 2):
        if clause.quoted[place] or not (
            (tokens[place].low == "according" and tokens[place + 1].low == "to") or tokens[place].low == "segun"
        ):
            continue
        begin = place + (2 if tokens[place].low == "according" else 1)
        mention = clause.named.at(begin)
        edge = mention.last if mention is not None else begin
        while edge + 1 < len(tokens) and tokens[edge + 1].text not in ",.:;" and not clause.quoted[edge + 1]:
            edge += 1
        speaker = mention.actor if mention is not None else Actor("plain", clause_words(clause, begin, edge))
        if place == 0:
            first, last = edge + 2, _trim(clause, edge + 2, len(tokens) - 1)
        else:
            first, last = _sentence_start(clause, place), _trim(clause, 0, place - 1)
        yield Attribution(first, last, place, begin - 1, speaker, (begin, edge), "according-to", (place, edge + 1))


def _sentence_start(clause: Clause, place: int) -> int:
    """Return the first token of the content before "according to": the sentence's first."""
    return 0 if place else 0


def clause_words(clause: Clause, first: int, last: int) -> str:
    """Return the words of a run of tokens, with single blanks."""
    return " ".join(token.text for token in clause.tokens[first : last + 1]).replace(" 's", "'s").replace(" ’s", "’s")


def _nouns(clause: Clause) -> Iterator[Attribution]:
    """Read "his comments that CONTENT", "Colombian claims that CONTENT"."""
    tokens = clause.tokens
    for place in range(1, len(tokens) - 3):
        if tokens[place].low not in CUE_NOUNS or tokens[place + 1].low != "that" or clause.quoted[place]:
            continue
        owner = clause.named.at(place - 1)
        speaker = owner.actor if owner is not None else None
        if speaker is None and tokens[place - 1].low in ("his", "her", "its", "their"):
            speaker = possessor(clause, place - 1)
        if speaker is None or speaker.kind in ("document", "pronoun"):
            continue
        last = _content_end_plain(clause, place + 2)
        yield Attribution(place + 2, last, place, place, speaker, (place - 1, place - 1), "noun", (place, place + 2))


def _content_end_plain(clause: Clause, first: int) -> int:
    """Return the last token before a comma that opens another circumstance, else the end."""
    for place in range(first, len(clause.tokens)):
        if (
            clause.tokens[place].text == ","
            and place + 1 < len(clause.tokens)
            and clause.tokens[place + 1].low in CONTEXT_PARTICIPLES | REPORTING_ING | {"which", "who"}
        ):
            return place - 1
    return _trim(clause, first, len(clause.tokens) - 1)


def possessor(clause: Clause, place: int) -> Actor | None:
    """Return whom "his", "her", "its" before a token means: the nearest other person or state named before."""
    low = clause.tokens[place].low
    wanted = {"his": "he", "her": "she"}.get(low, "")
    kinds = ("person",) if wanted else ("country", "body", "group")
    found = [m.actor for m in clause.mentions if m.last < place and m.actor.kind in kinds and m.form != "adjective"]
    matching = [actor for actor in found if not wanted or actor.gender in ("", wanted)]
    return matching[-1] if matching else None


def _spanish(clause: Clause) -> Iterator[Attribution]:
    """Read Spanish cues: "dijo X que …", "«…», dijo X"."""
    tokens = clause.tokens
    for place, token in enumerate(tokens):
        if token.low not in SPANISH_SAYING or clause.quoted[place]:
            continue
        after = next(
            (m for m in clause.mentions if 0 < m.first - place <= 2 and m.form not in ("adjective", "place")), None
        )
        before = next(
            (
                m
                for m in reversed(clause.mentions)
                if m.last < place and not clause.quoted[m.first] and place - m.last <= 3 and not is_in_phrase(clause, m)
            ),
            None,
        )
        mention = after or before
        that = next(
            (ahead for ahead in range(place + 1, min(place + 14, len(tokens))) if tokens[ahead].low in ("que", ":")),
            None,
        )
        speaker = mention.actor if mention is not None else None
        words = (mention.first, mention.last) if mention is not None else (place, place)
        if any(clause.quoted[:place]) and that is None:
            first = next(number for number in range(place) if clause.quoted[number])
            yield Attribution(first, place - 1, place, place, speaker, words, "spanish.after", (place, len(tokens)))
        elif that is not None and speaker is not None:
            last = _trim(clause, that + 1, len(tokens) - 1)
            yield Attribution(that + 1, last, place, place, speaker, words, "spanish.before", (0, that))


def _settle(clause: Clause, found: list[Attribution]) -> list[Attribution]:
    """Drop attributions that repeat another; content-first ones swallow nothing that a later cue owns."""
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: (a.cue_first, a.first)):
        one.last = _trim(clause, one.first, one.last) if not clause.quoted[one.last] else one.last
        if one.last < one.first or any(one.cue_first == other.cue_first for other in kept):
            continue
        kept.append(one)
    return kept
