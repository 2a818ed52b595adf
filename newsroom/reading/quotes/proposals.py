"""Turn statements into proposals with the passages of each field."""

from __future__ import annotations

from newsroom.reading.analysis import Article
from newsroom.reading.confidence import stated
from newsroom.reading.names.namesakes import RULING
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.content import TRAILING
from newsroom.reading.quotes.said import Said
from newsroom.reading.references.groups import STATES
from newsroom.reading.sentences import fold
from newsroom.values import Evidence, StatementProposal

EDGES = " " + "".join(sorted(TRAILING))  # what no name begins or ends with
LONGEST_NAME = 24  # characters of "The Islamist group Hamas"
ADDRESSES = ("http://", "https://", "www.", "pic.twitter.com/", "pic.x.com/", "t.co/")
WEIGHTS = {
    "cue.before": 0.85,
    "cue.after": 0.9,
    "cue.inverted": 0.9,
    "cue.inserted": 0.8,
    "according-to": 0.85,
    "judging": 0.8,
    "accusing": 0.75,
    "demanding": 0.7,
    "participle": 0.75,
    "noun": 0.6,
    "quoted-as-saying": 0.85,
    "continued": 0.75,
    "inferred": 0.55,
    "brief": 0.8,
    "spanish.after": 0.75,
    "spanish.before": 0.7,
    "document": 0.8,
    "transcript": 0.8,
    "signature": 0.85,
    "post": 0.85,
    "beside": 0.7,
    "words": 0.55,
}


def propose(article: Article, one: Said) -> StatementProposal:
    """Return the proposal for a statement."""
    text = article.text
    last = _end_of_words(text, one.start, one.end)
    evidence = [Evidence.cut(text, "words", one.start, last)]
    for name, (start, end) in (("speaker", one.speaker_span), ("cue", one.cue), ("channel", one.channel_span)):
        if end > start:
            evidence.append(Evidence.cut(text, name, start, end))
    if one.date is not None and one.date.end > one.date.start:
        evidence.append(Evidence.cut(text, "when", one.date.start, one.date.end))
    speaker = one.speaker
    about = [hit.code for clause in article.clauses[one.clause : one.clause + 1] for hit in clause.named.countries]
    words = text[one.start : last]
    return StatementProposal(
        speaker=_own_name(article, one) or speaker_name(article, speaker),
        speaker_country=speaker.countries[0] if speaker is not None and len(speaker.countries) == 1 else "",
        speaker_office=speaker.office if speaker is not None else "",
        speech=one.speech,
        words=words,
        cue=text[one.cue[0] : one.cue[1]],
        channel=one.channel,
        when=one.date.when if one.date else None,
        source_words=one.date.words if one.date else "",
        resolved_by=one.date.rule if one.date else "",
        language=article.language,
        is_translated=False,
        reported_by=(speaker_name(article, one.reporter),) if one.reporter is not None else (),
        countries=tuple(dict.fromkeys(about)),
        evidence=tuple(evidence),
        rule=f"statement.{one.rule}",
        confidence=stated(WEIGHTS.get(one.rule, 0.5)),
    )


def _end_of_words(text: str, start: int, end: int) -> int:
    """Return where the words of a statement end, without the web addresses that close an embedded message."""
    words = text[start:end].split()
    while len(words) > 1 and words[-1].startswith(ADDRESSES):
        end = text.rindex(words.pop(), start, end)
        end = start + len(text[start:end].rstrip())
    return end


def _own_name(article: Article, one: Said) -> str:
    """Return the name of a movement that rules in a place, by which it is known better than by the state's."""
    start, end = one.speaker_span
    words = article.text[start:end].split() if end - start < LONGEST_NAME else []
    return next((word for word in words[-1:] if fold(word) in RULING), "")


def speaker_name(article: Article, speaker: Actor | None) -> str:
    """Return the name of a speaker as the text gives it: a state as it is named first, sides as the states they are."""
    if speaker is None or speaker.kind == "pronoun":
        return ""
    if speaker.kind == "country":
        return _state_name(article, speaker.country) or speaker.name
    if speaker.kind == "group" and speaker.members:
        names = " and ".join(speaker_name(article, member) for member in speaker.members)
        noun = fold(speaker.name).split()[-1:]
        if not speaker.name[:1].islower() or noun[0] in STATES:
            return names
        return f"{speaker.name} of {names}"
    return speaker.name.strip(EDGES)


def _state_name(article: Article, code: str) -> str:
    """Return the first name, spelled out, that a text has for a state; where it has none, the usual one."""
    if article.state_names is None:
        article.state_names = {}
        for clause in article.clauses:
            for one in clause.named.countries:
                start, end = clause.span(one.first, one.last)
                words = article.text[start:end]
                if one.form == "name" and one.code not in article.state_names and not words.isupper():
                    article.state_names[one.code] = words
    country = article.gazetteer.country_by_code(code)
    if code not in article.state_names and country is not None:
        language = "es" if article.language == "es" else "en"
        article.state_names[code] = article.gazetteer.short_name(country.slug, article.base, language)
    return article.state_names.get(code, "")
