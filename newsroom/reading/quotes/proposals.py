"""Turn statements into proposals with the passages of each field."""

from __future__ import annotations

from newsroom.reading.analysis import Article
from newsroom.reading.confidence import stated
from newsroom.reading.names.people import Actor
from newsroom.reading.quotes.content import TRAILING
from newsroom.reading.quotes.said import Said
from newsroom.values import Evidence, StatementProposal

WEIGHTS = {
    "cue.before": 0.85,
    "cue.after": 0.9,
    "cue.inverted": 0.9,
    "according-to": 0.85,
    "judging": 0.8,
    "accusing": 0.75,
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
    "beside": 0.7,
    "words": 0.55,
}


def propose(article: Article, one: Said) -> StatementProposal:
    """Return the proposal for a statement."""
    text = article.text
    evidence = [Evidence.cut(text, "words", one.start, one.end)]
    for name, (start, end) in (("speaker", one.speaker_span), ("cue", one.cue), ("channel", one.channel_span)):
        if end > start:
            evidence.append(Evidence.cut(text, name, start, end))
    if one.date is not None and one.date.end > one.date.start:
        evidence.append(Evidence.cut(text, "when", one.date.start, one.date.end))
    speaker = one.speaker
    about = [
        code
        for clause in article.clauses[one.clause : one.clause + 1]
        for hit in clause.named.countries
        for code in (hit.code,)
    ]
    words = text[one.start : one.end]
    return StatementProposal(
        speaker=speaker_name(speaker),
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
        reported_by=(speaker_name(one.reporter),) if one.reporter is not None else (),
        countries=tuple(dict.fromkeys(about)),
        evidence=tuple(evidence),
        rule=f"statement.{one.rule}",
        confidence=stated(WEIGHTS.get(one.rule, 0.5)),
    )


def speaker_name(speaker: Actor | None) -> str:
    """Return the name of a speaker as the text gives it."""
    if speaker is None or speaker.kind == "pronoun":
        return ""
    if speaker.kind == "group" and speaker.members and speaker.name[:1].islower():
        return f"{speaker.name} of " + " and ".join(member.name for member in speaker.members)
    return speaker.name.strip(" " + "".join(TRAILING))
