"""What comes through the one door of the record: sources, passages, events, statements, as plain typed values.

Countries, leaders and offices are named by their slugs. Every text is ours but for the words of passages. A direct
statement's words, and each run in quotation marks, must be verbatim in a passage; words left out are shown by ``[…]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from timeline.values import Figure, When

TRACKING_PARAMETERS = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ref_src"}
)
DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_address(address: str) -> str:
    """Return the address by which a source is known: lower-case host, no fragment, no default port, no tracking.

    Raise ``ValueError`` for what is no http or https address. An empty address stays empty.
    """
    address = address.strip()
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme.lower() not in DEFAULT_PORTS or not parts.hostname or parts.username or parts.password:
        raise ValueError("An address begins with http:// or https:// and names a host, without a user’s name.")
    scheme, host = parts.scheme.lower(), parts.hostname.lower()
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != DEFAULT_PORTS[scheme] else ""
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith("utm_") and name.lower() not in TRACKING_PARAMETERS
    ]
    return urlunsplit((scheme, host + port, parts.path or "/", urlencode(kept), ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInput:
    """Describe a published text; it is the same source when canonical address and text hash are the same."""

    title: str
    outlet: str
    origin: str
    text_hash: str
    kind: str = "press"
    access: str = ""
    address: str = ""
    archive_address: str = ""
    byline: str = ""
    editors: str = ""
    dateline_place: str = ""
    dateline_on: date | None = None
    published: When | None = None
    updated: When | None = None
    retrieved_at: datetime | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationInput:
    """Name the words of a source that support one field; offsets count code points, ``end`` is exclusive."""

    source: SourceInput
    field: str
    exact: str
    start: int
    end: int
    version_hash: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationInput:
    """Name a country's part in an event and the person who acted; ``office`` chooses among offices held on the day.

    ``is_pairwise`` marks, in a multilateral event, the countries that acted with each other as pairs.
    """

    country: str
    role: str = "party"
    side: str = "actor"
    leader: str | None = None
    office: str | None = None
    is_office_unknown: bool = False
    is_pairwise: bool = False
    citations: tuple[CitationInput, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInput:
    """Hold a figure in a statement and the period that it covers."""

    subject: str
    figure: Figure
    when: When
    source_words: str = ""
    resolved_from: str = ""
    fact_check: str = ""
    citations: tuple[CitationInput, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionInput:
    """Name one link of the chain by which a saying reached us; the chain runs from the outermost inwards."""

    name: str
    leader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementInput:
    """Hold something said: by whom, how it is given, when it was said, about whom."""

    when: When
    speech: str
    words: str
    citations: tuple[CitationInput, ...]
    leader: str | None = None
    speaker_name: str = ""
    country: str | None = None
    office: str | None = None
    is_office_unknown: bool = False
    language: str = "en"
    is_translation: bool = False
    cue: str = ""
    channel: str = ""
    about: tuple[str, ...] = ()
    attributions: tuple[AttributionInput, ...] = ()
    claims: tuple[ClaimInput, ...] = ()
    source_words: str = ""
    resolved_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventInput:
    """Hold an event in our own words; an empty ``level`` is that of the highest person who took part.

    ``topics`` are keys of ``timeline.topics``: what the act was about, by an editor's judgement.
    """

    title: str
    kind: str
    modality: str
    when: When
    participations: tuple[ParticipationInput, ...]
    citations: tuple[CitationInput, ...]
    topics: tuple[str, ...] = ()
    summary: str = ""
    level: str = ""
    place: str = ""
    time_zone: str = ""
    day_order: int = 0
    source_words: str = ""
    resolved_from: str = ""
    statements: tuple[StatementInput, ...] = ()
