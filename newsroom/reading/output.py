"""Write a reading as the JSON object that the command prints."""

from __future__ import annotations

from typing import Any

from newsroom.reading.names.codes import written
from newsroom.reading.names.persons import ROYAL
from newsroom.reading.sentences import fold
from newsroom.values import EventProposal, Evidence, LeaderMention, Reading, StatementProposal

ALIKE = 4  # letters with which two spellings of a family name begin


def as_json(reading: Reading, name: str) -> dict[str, Any]:
    """Return a reading in the published format; offsets are code points into ``text``."""
    meta, spelled = reading.article, {one.name: _as_spelled(one) for one in reading.leaders}
    return {
        "file": name,
        "text": reading.text,
        "dropped": [{"text": one.text, "reason": one.reason} for one in reading.dropped],
        "problems": [{"code": one.code, "message": one.message} for one in reading.problems],
        "article": {
            "title": meta.title,
            "published": meta.published.isoformat() if meta.published else meta.published_month or None,
            "published_origin": meta.published_origin,
            "dateline_place": meta.dateline_place,
            "dateline_date": meta.dateline_date.isoformat() if meta.dateline_date else None,
            "origin": meta.origin,
            "republisher": meta.republisher,
            "authors": list(meta.authors),
            "editors": list(meta.editors),
            "language": meta.language,
        },
        "countries": list(map(written, reading.country_codes)),
        "leaders": [
            {"name": spelled.get(one.name, one.name), "country": written(one.country), "office": one.office}
            for one in reading.leaders
        ],
        "events": [_event(one, spelled) for one in reading.events],
        "statements": [_statement(one, spelled) for one in reading.statements],
        "claims": [
            {
                "speaker": one.speaker,
                "value": one.value,
                "unit": one.unit,
                "direction": one.direction,
                "approximate": one.is_approximate,
                "subject": one.subject,
                "edtf": one.period.edtf if one.period else "",
                "source_words": one.source_words,
                "passage": _passage(one.evidence[0]),
                "rule": one.rule,
                "confidence": one.confidence,
            }
            for one in reading.claims
        ],
    }


def _passage(evidence: Evidence) -> dict[str, Any]:
    """Return a passage with its offsets."""
    return {"start": evidence.start, "end": evidence.end, "exact": evidence.exact}


def _as_spelled(one: LeaderMention) -> str:
    """Return a leader's name, the family name as the text spells it: "Zelenskiy" for the gazetteer's "Zelenskyy".

    Who is called by title and first name keeps the title: "King Hussein bin Talal".
    """
    *given, family = one.name.split()
    words = one.exact.removesuffix("'s").removesuffix("’s").split()
    low, own = fold(words[-1]) if words else "", fold(family)
    if given and low == fold(given[0]) and fold(words[-2] if len(words) > 1 else "") in ROYAL:
        return f"{words[-2]} {one.name}"
    is_variant = low != own and not words[-1].islower() and low[:ALIKE] == own[:ALIKE] and own not in fold(one.exact)
    return " ".join((*given, words[-1])) if is_variant else one.name


def _respell(words: str, spelled: dict[str, str]) -> str:
    """Return the words that name a speaker, or several, with each leader's name as the text spells it."""
    for name, own in spelled.items():
        words = words.replace(name, own)
    return words


def _event(one: EventProposal, spelled: dict[str, str]) -> dict[str, Any]:
    """Return an event."""
    return {
        "kind": one.kind,
        "plover": one.plover,
        "modality": one.modality,
        "level": one.level,
        "edtf": one.when.edtf if one.when else "",
        "source_words": one.source_words,
        "resolved_by": one.resolved_by,
        "countries": list(map(written, one.countries)),
        "roles": {written(code): role for code, role in one.roles},
        "leaders": [spelled.get(name, name) for name in one.leaders],
        "background": one.is_background,
        "passage": _passage(one.passage),
        "evidence": [{"field": each.field, **_passage(each)} for each in one.evidence],
        "rule": one.rule,
        "confidence": one.confidence,
    }


def _statement(one: StatementProposal, spelled: dict[str, str]) -> dict[str, Any]:
    """Return a statement."""
    return {
        "speaker": _respell(one.speaker, spelled),
        "speaker_country": written(one.speaker_country),
        "office": one.speaker_office,
        "speech": one.speech,
        "cue": one.cue,
        "edtf": one.when.edtf if one.when else "",
        "source_words": one.source_words,
        "resolved_by": one.resolved_by,
        "channel": one.channel,
        "reported_by": list(one.reported_by),
        "passage": _passage(one.passage),
        "evidence": [{"field": each.field, **_passage(each)} for each in one.evidence],
        "rule": one.rule,
        "confidence": one.confidence,
    }
