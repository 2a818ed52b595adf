"""Read what the form of a document tells of its speakers: readouts, transcripts, labels of briefs, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.reading.analysis import Article, Clause
from newsroom.reading.dates import Resolved
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.attribution import find_attributions
from newsroom.reading.quotes.marks import Quote
from newsroom.reading.quotes.people import clause_words
from newsroom.reading.quotes.said import Said
from newsroom.reading.readouts import MOST_ABOVE, OPENING
from newsroom.reading.sentences import fold
from newsroom.reading.timing import dated, default_day

OPENINGS = ("attributable to", "following statement", "press release was")
SHORTEST_VOICE = 3  # words
VOICES, PASSING = frozenset(("person", "body", "country")), frozenset(("cue.before", "participle"))
# How a page shows a post of somebody: words, perhaps a link, "— Name (@handle)", and mostly its day.
SIGNING = " (@"  # what each signature has
SIGNED = re.compile(r"[—–-] ?([^()\n—–]{2,60}) \(@\w{1,30}\)(?=\s|$)")
LINKED = re.compile(r"(?:\s*(?:https?://|pic\.(?:twitter|x)\.com/)\S+)+\s*$")
BEHIND_SIGNATURE = 24  # characters of a day


def official_text(article: Article) -> Said | None:
    """Return the whole of a readout as one official text of the body or person to whom it is attributed."""
    clauses = [clause for clause in article.clauses if clause.tokens[-1].text != ":"]
    if not clauses:
        return None
    text = article.text
    line = next((one for one in article.clauses[:MOST_ABOVE] if OPENING.fullmatch(_line(text, one))), None)
    clauses = [clause for clause in clauses if line is None or clause.number > line.number] or clauses
    start = clauses[0].sentence.start
    for opening in OPENINGS:
        at = text.find(opening, 0, 1500)
        colon = text.find(":", at) if at >= 0 else -1
        if colon >= 0:
            start = max(start, colon + 1 + (len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip())))
    end = len(text.rstrip())
    if end <= start:
        return None
    return Said(start, end, "official_text", article.attributed_to, "document", date=default_day(article))


def _line(text: str, clause: Clause) -> str:
    """Return the words of a sentence as they stand."""
    return text[clause.sentence.start : clause.sentence.end].strip()


def transcript(article: Article) -> list[Said]:
    """Return each paragraph of a transcript with its speaker, without the label that names him.

    What he says that somebody else said follows as a statement of its own.
    """
    date, found = default_day(article), []
    ends = {clause.sentence.paragraph: clause.sentence.end for clause in article.clauses}
    first = {clause.sentence.paragraph: clause.number for clause in reversed(article.clauses)}
    for paragraph, (speaker, start) in article.voices.items():
        end = ends.get(paragraph, start)
        if len(article.text[start:end].split()) >= SHORTEST_VOICE:
            found.append(Said(start, end, "direct", speaker, "transcript", date=date, clause=first[paragraph]))
    is_whole = article.document == "transcript"
    for clause in article.clauses:
        if not is_whole and clause.sentence.paragraph not in article.voices:
            continue  # of a story that only holds some answers
        asked = Actor("plain", ""), clause.sentence.start  # a question has no voice of its own
        speaker, start = article.voices.get(clause.sentence.paragraph, asked)
        found += [one for one in _passed_on(clause, speaker) if one.start >= start]
    return sorted(found, key=lambda one: (one.start, one.end))


def posts(article: Article, times: dict[tuple[int, int], Resolved]) -> Iterator[Said]:
    """Yield each paragraph that is a post of somebody, shown as pages show them, as his own words."""
    first: Clause | None = None
    for clause in article.clauses if SIGNING in article.text else ():
        if first is None or first.sentence.paragraph != clause.sentence.paragraph:
            first = clause
        found = [*SIGNED.finditer(article.text, clause.sentence.start, clause.sentence.end)]
        signed = found[-1] if found else None
        if signed is None or clause.sentence.end - signed.end() > BEHIND_SIGNATURE:
            continue
        start = first.sentence.start
        end = start + len(LINKED.sub("", article.text[start : signed.start()].rstrip()))
        if len(article.text[start:end].split()) < SHORTEST_VOICE:
            continue
        known = (article.registry.by_token(word) for word in reversed(fold(signed[1]).split()))
        speaker = next((one for one in known if one is not None), None) or Actor("plain", signed[1].strip())
        behind = (one for one in clause.times if clause.tokens[one.first].start >= signed.end())
        day = next((one for one in behind if (clause.number, one.first) in times), None)
        date = dated(article, clause, day, times[clause.number, day.first]) if day is not None else default_day(article)
        said = Said(start, end, "direct", speaker, "post", speaker_span=signed.span(1), clause=first.number)
        said.date, said.channel, said.channel_span = date, "X", signed.span()
        yield said


def _passed_on(clause: Clause, voice: Actor) -> list[Said]:
    """Return the statements of a transcript's sentence that its speaker gives as another's."""
    found = []
    for one in find_attributions(clause):
        speaker = one.speaker
        if speaker is None or speaker is voice or speaker.kind not in VOICES or one.rule not in PASSING:
            continue
        if speaker.kind == "country" and speaker.country in ("", voice.country):
            continue  # "China says" in the mouth of China's minister
        start, end = clause.span(one.first, one.last)
        speech = "mixed" if any(clause.quoted[one.first : one.last + 1]) else "indirect"
        cue, words = clause.span(one.cue_first, one.cue_last), clause.span(*one.speaker_words)
        found.append(Said(start, end, speech, speaker, one.rule, cue, words, clause=clause.number))
    return found


def signature(clause: Clause, quote: Quote) -> tuple[Actor, tuple[int, int]] | None:
    """Return who signs a quotation with a dash: "…" — Name."""
    tokens = [n for n, token in enumerate(clause.tokens) if token.start >= quote.outer_end]
    if len(tokens) < 2 or len(tokens) > 12 or clause.tokens[tokens[0]].text not in ("—", "–", "-", "―"):
        return None
    if not clause.tokens[tokens[1]].is_capital or any(verb.head >= tokens[1] for verb in clause.verbs):
        return None
    mention = clause.named.at(tokens[1])
    last = next((n - 1 for n in tokens[1:] if clause.tokens[n].text in ",("), tokens[-1])
    actor = mention.actor if mention is not None else Actor("plain", clause_words(clause, tokens[1], last))
    return actor, clause.span(tokens[1], last)


def label(clause: Clause) -> str:
    """Return the label that opens a line of a brief: source, quote, details."""
    if (
        len(clause.tokens) > 1
        and clause.tokens[1].text == ":"
        and clause.words[0] in ("source", "quote", "details", "reference")
    ):
        return clause.words[0]
    return ""
