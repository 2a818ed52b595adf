"""Write a reading as the JSON object that the command prints."""

from __future__ import annotations

from typing import Any

from newsroom.reading.names.codes import written
from newsroom.values import EventProposal, Evidence, Reading, StatementProposal


def as_json(reading: Reading, name: str) -> dict[str, Any]:
    """Return a reading in the published format; offsets are code points into ``text``."""
    meta = reading.article
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
            {"name": one.name, "country": written(one.country), "office": one.office} for one in reading.leaders
        ],
        "events": [_event(one) for one in reading.events],
        "statements": [_statement(one) for one in reading.statements],
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


def _event(one: EventProposal) -> dict[str, Any]:
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
        "leaders": list(one.leaders),
        "background": one.is_background,
        "passage": _passage(one.passage),
        "evidence": [{"field": each.field, **_passage(each)} for each in one.evidence],
        "rule": one.rule,
        "confidence": one.confidence,
    }


def _statement(one: StatementProposal) -> dict[str, Any]:
    """Return a statement."""
    return {
        "speaker": one.speaker,
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
