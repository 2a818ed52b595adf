"""Shape what a draft holds: the fields of an event or a statement as plain values, kept as JSON.

Countries and leaders are kept by slug; a leader whom the record does not know is kept by name in ``person``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self


class BadContent(ValueError):
    """Say that a draft's JSON does not have the shape of its kind."""


def _checked(kind: type, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that ``kind`` has; raise ``BadContent`` for unknown names and wrong types."""
    known = {entry.name: entry for entry in fields(kind)}
    for name, value in values.items():
        if name not in known:
            raise BadContent(f"{kind.__name__} has no field {name}.")
        expected = bool if known[name].type == "bool" else (list, tuple) if "tuple" in str(known[name].type) else None
        if expected and not isinstance(value, expected):
            raise BadContent(f"{kind.__name__}.{name} has the wrong type.")
        if known[name].type == "str" and not isinstance(value, str):
            raise BadContent(f"{kind.__name__}.{name} must be text.")
    return values


@dataclass(frozen=True, slots=True)
class Participant:
    """Hold one country's part in an event and the person who acted for it."""

    country: str = ""
    leader: str = ""
    person: str = ""
    role: str = "party"
    side: str = "actor"
    is_office_unknown: bool = False

    @property
    def subject(self) -> str:
        """Return the key by which passages name this participation."""
        return f"{self.country}:{self.leader or self.person}"


@dataclass(frozen=True, slots=True)
class PublicPart(Participant):
    """Hold a part in a public event: which one it was there, or by which passage a new one is shown."""

    place: int | None = None
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class NewPassage:
    """Hold words of a stored text that are to support something public: which field, of which part if of one."""

    field: str
    source: int
    words: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Figured:
    """Hold a figure that a statement claims; ``value`` is a decimal number as text."""

    subject: str = ""
    value: str = ""
    unit: str = ""
    direction: str = "level"
    is_approximate: bool = False
    edtf: str = ""
    source_words: str = ""
    fact_check: str = ""


@dataclass(frozen=True, slots=True)
class EventContent:
    """Hold the fields of a drafted event; ``known_event`` is the event of the record that it tells of, or 0."""

    title: str = ""
    summary: str = ""
    kind: str = ""
    modality: str = "happened"
    level: str = "official"
    edtf: str = ""
    source_words: str = ""
    resolved_from: str = ""
    place: str = ""
    is_counterpart_unstated: bool = False
    known_event: int = 0
    topics: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the database."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Rebuild from the database's values; raise ``BadContent``."""
        checked = _checked(cls, dict(values))
        parts = tuple(Participant(**_checked(Participant, dict(part))) for part in checked.pop("participants", ()))
        return cls(topics=tuple(checked.pop("topics", ())), **checked, participants=parts)

    @property
    def parties(self) -> tuple[Participant, ...]:
        """Return those who act or are acted upon."""
        return tuple(part for part in self.participants if part.role == "party")


@dataclass(frozen=True, slots=True)
class StatementContent:
    """Hold the fields of a drafted statement; ``event`` is the number of the draft that it belongs to, or 0."""

    speaker: str = ""
    speaker_name: str = ""
    country: str = ""
    is_office_unknown: bool = False
    speech: str = "indirect"
    words: str = ""
    cue: str = ""
    channel: str = ""
    language: str = "en"
    is_translation: bool = False
    edtf: str = ""
    source_words: str = ""
    resolved_from: str = ""
    about: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    event: int = 0
    claims: tuple[Figured, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """Return plain values for the database."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Self:
        """Rebuild from the database's values; raise ``BadContent``."""
        checked = _checked(cls, dict(values))
        for name in ("about", "reported_by"):
            checked[name] = tuple(checked.get(name, ()))
        claims = tuple(Figured(**_checked(Figured, dict(claim))) for claim in checked.pop("claims", ()))
        return cls(**checked, claims=claims)


Content = EventContent | StatementContent


def content_from_json(kind: str, values: dict[str, Any]) -> Content:
    """Rebuild the content of a draft of ``kind`` (event or statement)."""
    return EventContent.from_json(values) if kind == "event" else StatementContent.from_json(values)
