"""Find whose view a stretch gives: "according to X", "in the words of X", "as reported by X", "según X"."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.reading.analysis import Clause
from newsroom.reading.lexicon import SAYING
from newsroom.reading.names.mentions import Mention
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.chains import Attribution
from newsroom.reading.quotes.content import trim
from newsroom.reading.quotes.described import named_behind, titled_behind
from newsroom.reading.quotes.people import clause_words
from newsroom.reading.quotes.spanish_speakers import subject_behind
from newsroom.reading.quotes.spanish_views import openers
from newsroom.reading.verbs import PREPOSITIONS

# What acts are only in keeping with, or counted by: nobody speaks in "according to agreements signed in May".
NO_SPEAKERS = frozenset(
    "agreements accords treaties pacts figures statistics estimates law laws rules tradition custom schedule terms"
    " provisions norms principles practice protocol".split()
)
REPORTED = frozenset("reported noted stated announced confirmed mentioned explained described told quoted".split())
TEXTS, TEXT_NEAR = frozenset("statement readout release communique note post message report".split()), 4
# What is given by somebody who then speaks: "information provided by X", "datos facilitados por X".
GIVEN = TEXTS | frozenset(
    "information data figures details documents informacion datos cifras detalles comunicado informe nota".split()
)
RELATIVES = frozenset("which whom cual cuales quien quienes".split())
DATING = frozenset(("on", "este", "esta", "el", "in"))
VIEWED = frozenset(("words", "view", "opinion"))  # "in the view of X"
HEARER = 6  # words behind a cue among which a hearer stands before the quotation: "told reporters in Oslo:"
RETOLD = frozenset(("reports", "report"))
# Who only passes on what others say.
OUTLETS = frozenset(
    "agency newspaper daily weekly paper magazine radio television tv channel broadcaster network website outlet"
    " outlets media press portal".split()
)


def _is_named(clause: Clause, place: int) -> bool:
    """Tell whether a name or an article stands at a token."""
    return clause.named.at(place) is not None or clause.words[place] in ("the", "a", "an")


def _says_more(clause: Clause, place: int) -> bool:
    """Tell whether behind a token somebody else is said to say something."""
    return any(v.lemma in SAYING and v.is_finite and not v.is_passive and v.head > place for v in clause.verbs)


def _named_by(clause: Clause, edge: int) -> Mention | None:
    """Return the person whose office ends a phrase, where a comma leads to the name: "Peru's ports minister, X"."""
    named = clause.named.at(edge)
    return named if named is not None and named.actor.kind == "person" and named.last > edge else None


def _goes_on(clause: Clause, place: int) -> bool:
    """Tell whether a small word goes on with the phrase that a mention opens: "Peru's public security minister"."""
    is_small = clause.tokens[place].text.islower() and clause.words[place].isalpha()
    return is_small and clause.words[place] not in PREPOSITIONS | {"who", "which", "that", "and", "or"}


def _opened(clause: Clause) -> list[tuple[int, int]]:
    """Return where words begin that give a view, and whose it is behind them."""
    words = clause.words
    opened = [
        (place, place + 2 if words[place + 1] == "to" else place + 1)  # "according a ministry statement", in haste
        for place in range(len(words) - 2 if "according" in clause.lows else 0)
        if words[place] == "according"
        and not clause.quoted[place]
        and (words[place + 1] == "to" or _is_named(clause, place + 1))
    ]
    opened += [
        (place, place + 4)
        for place in range(len(words) - 5 if not VIEWED.isdisjoint(clause.lows) else 0)
        if words[place] == "in"
        and words[place + 1] == "the"
        and words[place + 2] in VIEWED
        and words[place + 3] == "of"
        and not clause.quoted[place]
    ]
    opened += [
        (place, place + 3)
        for place in range(len(words) - 3 if "by" in clause.lows else 0)
        if words[place] == "as" and words[place + 1] in REPORTED and words[place + 2] == "by"
    ]
    return opened


def according(clause: Clause) -> Iterator[Attribution]:
    """Read "CONTENT, according to SPEAKER" and "According to SPEAKER, CONTENT"."""
    tokens, words = clause.tokens, clause.words
    for place, begin in (*_opened(clause), *openers(clause)):
        if begin >= len(tokens):
            continue
        if words[begin] in RETOLD and _says_more(clause, begin):
            continue  # "According to reports from Oslo, the ministry said": who said it speaks
        mention = clause.named.at(begin)
        edge = mention.last if mention is not None else begin
        while edge + 1 < len(tokens) and tokens[edge + 1].text not in ",.:;" and not clause.quoted[edge + 1]:
            edge += 1
        if _names_things(clause, begin, edge):
            continue
        if any(
            begin < v.head <= edge and v.lemma in SAYING and v.is_finite and words[v.head + 1 : v.head + 2] != ["by"]
            for v in clause.verbs
        ):
            continue  # "According to Reuters he also said that": the words are his
        owns = (
            mention is not None
            and edge > mention.last
            and (mention.is_possessive or _goes_on(clause, mention.last + 1))
        )
        named = named_behind(clause, mention) if mention is not None and not owns else _named_by(clause, edge)
        told = subject_behind(clause, begin - 1) if place + 1 < begin and words[place] == "segun" else None
        speaker: Actor | None
        if named is None and told is not None:  # "según informó hoy la Cancillería"
            speaker, edge = told[0], max(told[1][1], place + 1)
        elif named is None and ((place + 1 < begin and words[place] == "segun") or not tokens[begin].is_word):
            # "CONTENT, según dijo el lunes": who opens the sentence, or who spoke
            opening = [m for m in clause.mentions[:1] if m.first <= 1 and m.form in ("name", "office")]
            speaker = opening[0].actor if opening else None
        else:
            speaker = named.actor if named is not None else Actor("plain", clause_words(clause, begin, edge))
        if named is None or named.actor.kind == "document":
            speaker = _issuer(clause, begin, edge) or speaker
        edge = max(edge, named.last if named is not None else edge)
        if (titled := titled_behind(clause, begin, edge)) is not None:
            speaker, edge = titled.actor, titled.last
        if place > 2 and words[place - 2] == "which" and words[edge + 1 : edge + 2] == [","] == [words[place - 1]]:
            last = trim(clause, edge + 2, len(tokens) - 1)  # "a fire which, according to X, cut the line"
            yield Attribution(
                edge + 2, last, place, begin - 1, speaker, (begin, edge), "according-to", (place, edge + 1)
            )
            continue
        is_closing = place > 1 and tokens[place - 1].text == "," and edge + 2 >= len(tokens)
        if not is_closing and not any(verb.is_finite and verb.head < place for verb in clause.verbs):
            first = edge + 1 + (tokens[edge].text != ",")
            if place > 1 and tokens[place - 1].text == "," and words[edge + 1 : edge + 2] == [","]:
                first = 0  # "The port, according to X, would open"
            last = trim(clause, first, len(tokens) - 1)
        else:
            first, last = 0, trim(clause, 0, place - 1)
        is_passing = not TEXTS.isdisjoint(words[begin : edge + 1]) or not OUTLETS.isdisjoint(words[begin : edge + 1])
        if _is_told_inside(clause, first, is_passing=is_passing):
            continue  # "According to the statement, X said that": the words are X's
        yield Attribution(first, last, place, begin - 1, speaker, (begin, edge), "according-to", (place, edge + 1))


def _names_things(clause: Clause, begin: int, edge: int) -> bool:
    """Tell whether a source is a thing that does not speak, "official figures", by the noun before what hangs on it."""
    ends = {v.first for v in clause.verbs}
    if not RELATIVES.isdisjoint(clause.words[begin : begin + 2]):
        return True  # "a film, according to which"
    last = next((n - 1 for n in range(begin + 1, edge + 1) if clause.words[n] in PREPOSITIONS), edge)
    return any(clause.words[n] in NO_SPEAKERS and (n == last or n + 1 in ends) for n in range(begin, last + 1))


def as_told(clause: Clause) -> Iterator[Attribution]:
    """Read "As SPEAKER reported on Monday, CONTENT"."""
    verb = next((v for v in clause.verbs if v.is_finite and not v.is_infinitive), None)
    if clause.words[:1] != ["as"] or verb is None or verb.lemma not in SAYING or verb.is_passive or verb.first < 2:
        return
    comma = next((n for n in range(verb.head + 1, len(clause.tokens) - 1) if clause.tokens[n].text == ","), -1)
    if comma < 0 or comma > verb.head + HEARER or any(clause.quoted[:comma]):
        return
    mention = clause.named.at(1)
    owns = mention is None or mention.is_possessive or mention.last < verb.first - 1
    words = (1 + (clause.words[1] in ("the", "a", "an")), verb.first - 1)
    speaker = Actor("plain", clause_words(clause, *words)) if owns or mention is None else mention.actor
    last = trim(clause, comma + 1, len(clause.tokens) - 1)
    yield Attribution(comma + 1, last, verb.first, verb.head, speaker, words, "according-to", (0, comma + 1))


def viewed(clause: Clause) -> Iterator[Attribution]:
    """Read "In SPEAKER's view, CONTENT", "In his words, CONTENT"."""
    for place in range(1, len(clause.words) - 2):
        if clause.words[place] not in VIEWED or clause.words[place + 1] != "," or clause.quoted[place]:
            continue
        owner = clause.named.at(place - 1)
        if owner is None or not owner.first or clause.words[owner.first - 1] != "in":
            continue
        if owner.is_possessive or owner.form == "pronoun":
            last = trim(clause, place + 2, len(clause.tokens) - 1)
            words = (owner.first, owner.last)
            yield Attribution(
                place + 2, last, owner.first - 1, place, owner.actor, words, "according-to", (0, place + 2)
            )


def _issuer(clause: Clause, begin: int, edge: int) -> Actor | None:
    """Return who put out the text that is taken for the source: "a readout from the ministry"."""
    text = next((n for n in range(begin, min(begin + TEXT_NEAR, edge)) if clause.words[n] in GIVEN), -1)
    link = next((n for n in range(text + 1, edge) if clause.words[n] in ("from", "by", "por")), -1) if text >= 0 else -1
    if link < 0:
        return None
    first = link + 1 + (clause.words[link + 1] in ("the", "a", "an", "la", "el"))
    mention = clause.named.at(link + 1) or clause.named.at(first)
    if mention is None or (mention.is_possessive and clause.words[edge] == "office"):
        code = mention.actor.country if mention is not None else ""
        timed = next((time.first - 1 for time in clause.times if first < time.first <= edge), edge)
        last = next((n - 1 for n in range(first + 1, timed + 1) if clause.words[n] in DATING), timed)
        return Actor("plain", clause_words(clause, first, last), code)
    if mention.actor.kind == "country" and clause.tokens[mention.last].text.isupper():
        return Actor("plain", clause_words(clause, mention.last, mention.last), mention.actor.country)  # "la SRE"
    return mention.actor


def _is_told_inside(clause: Clause, first: int, *, is_passing: bool) -> bool:
    """Tell whether what a source is named for opens with who said it: "X said “…”", by a text also "X said that"."""
    cue = next((v for v in clause.verbs if v.head > first and v.is_finite), None)
    if cue is None or cue.lemma not in SAYING or cue.is_passive or clause.quoted[cue.head]:
        return False
    behind = cue.head + 1
    opens = clause.words[behind : behind + 1] == ["that"]
    quote = next((n for n in range(behind, min(behind + HEARER, len(clause.tokens))) if clause.quoted[n]), -1)
    is_direct = quote > 0 and not any(clause.quoted[:behind])
    return (opens and is_passing) or (is_direct and not any(behind <= v.head < quote for v in clause.verbs))
