"""Plain keyword factories. What is published goes through the actions, as everything does.

The article is invented; its words support every citation that the factories make.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from tests.cast import MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, make_cast
from timeline import actions
from timeline.access import token_of_follower, token_of_request
from timeline.inputs import CitationInput, ClaimInput, EventInput, ParticipationInput, SourceInput, StatementInput
from timeline.models import Event, Follow, FollowRequest, Source, Statement
from timeline.values import Figure, When

AT = datetime(2026, 1, 13, 9, tzinfo=UTC)
BY = "Ana"
TEXT = (
    "The two presidents talked by telephone on Monday about trade. Sheinbaum called it a “useful talk” afterwards. "
    "“We will keep working side by side,” she told reporters. Trump had warned of tariffs the week before. "
    "Crossings fell by about 50% over the past year, she said."
)


def source_input(**fields: object) -> SourceInput:
    """Return a source; a ``text`` gives it the hash."""
    text = str(fields.pop("text", TEXT))
    given = {
        "title": "Presidents talk about trade",
        "outlet": "The Example",
        "origin": "Example Wire",
        "address": "https://example.org/2026/01/12/talk",
        "published": When.parse("2026-01-12"),
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
    }
    return SourceInput(**{**given, **fields})


def cite(field: str, exact: str = "talked by telephone on Monday", source: SourceInput | None = None) -> CitationInput:
    """Return a passage of the article that supports a field."""
    source = source or source_input()
    start = TEXT.index(exact)
    return CitationInput(
        source=source, field=field, exact=exact, start=start, end=start + len(exact), version_hash=source.text_hash,
        prefix=TEXT[max(0, start - 32) : start], suffix=TEXT[start + len(exact) :][:32],
    )  # fmt: skip


def part(country: str = MEXICO, leader: str | None = None, **fields: object) -> ParticipationInput:
    """Return a country's part with the passage that supports it."""
    return ParticipationInput(
        **{"country": country, "leader": leader, "citations": (cite("participation", "The two presidents"),), **fields}
    )


def event_input(**fields: object) -> EventInput:
    """Return the call of the two presidents, or what the fields make of it; ``edtf`` gives its date."""
    edtf = str(fields.pop("edtf", "2026-01-12"))
    given = {
        "title": "Sheinbaum and Trump talk about trade",
        "kind": "phone_call",
        "modality": "happened",
        "when": When.parse(edtf),
        "source_words": "on Monday",
        "participations": (part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP)),
        "citations": (cite("when"), cite("kind"), cite("modality")),
    }
    return EventInput(**{**given, **fields})


def statement_input(**fields: object) -> StatementInput:
    """Return a direct statement of Sheinbaum, or what the fields make of it."""
    words = "We will keep working side by side"
    given = {
        "when": When.parse("2026-01-12"),
        "speech": "direct",
        "words": words,
        "leader": SHEINBAUM,
        "country": MEXICO,
        "about": (UNITED_STATES,),
        "citations": (cite("words", words), cite("speaker", "she told reporters")),
    }
    return StatementInput(**{**given, **fields})


def claim_input(**fields: object) -> ClaimInput:
    """Return the figure of the article."""
    given = {
        "subject": "crossings",
        "figure": Figure(Decimal(50), "%", "down", True),
        "when": When.parse("[2025-01-12..2026-01-12]"),
        "citations": (cite("claim", "fell by about 50% over the past year"),),
    }
    return ClaimInput(**{**given, **fields})


def make_event(**fields: object) -> Event:
    """Publish an event; the cast is there afterwards."""
    make_cast()
    return actions.record_event(event=event_input(**fields), by=BY, at=AT)


def make_statement(event: Event | None = None, **fields: object) -> Statement:
    """Publish a statement, of an event or alone."""
    make_cast()
    return actions.record_statement(
        statement=statement_input(**fields), event_id=event.pk if event else None, by=BY, at=AT
    )


def make_source(**fields: object) -> Source:
    """Record a source."""
    return actions.record_source(source=source_input(**fields), by=BY, at=AT)


def without(event: EventInput, field: str) -> EventInput:
    """Return the event without its passages for one field."""
    return replace(event, citations=tuple(citation for citation in event.citations if citation.field != field))


def make_follow(path: str = "/pairs/mexico/united-states/", query: str = "", **fields: object) -> Follow:
    """Follow a list by mail since a moment (``at``), as who confirms it then does."""
    at = fields.pop("at", AT)
    given = {"address": "ana@example.org", "frequency": "daily", "note": "", "language": "en", **fields}
    actions.ask_to_follow(path=path, query=query, at=at, **given)
    request = FollowRequest.objects.latest("pk")
    actions.settle_request(request=request, at=at)
    return actions.confirm_follow(request_id=request.pk, at=at)


def follow_addresses(at: datetime) -> list[str]:
    """Return an address of each page of following, in each of its states; ``at`` is now."""
    follow = make_follow(note="For the seminar.", at=at)
    over = FollowRequest.objects.latest("pk")
    given = {"query": "kind=phone_call", "frequency": "weekly", "note": "", "language": "en", "at": at}
    actions.ask_to_follow(address="ben@example.org", path=follow.path, **given)
    waiting, mine = FollowRequest.objects.latest("pk"), token_of_follower(follow.follower)
    gone = make_follow(address="cai@example.org", at=at).follower
    token = token_of_follower(gone)
    actions.stop_all(follower=gone)
    return [
        "/follow/sent/", f"/follow{follow.path}", f"/follow{follow.path}?when=2026-13", f"/es/follow{follow.path}",
        f"/follow/confirm/{token_of_request(waiting)}/", f"/follow/confirm/{token_of_request(over)}/",
        f"/follow/mine/{mine}/?new", f"/follow/stop/{mine}/", f"/follow/mine/{token}/", f"/follow/stop/{token}/",
    ]  # fmt: skip
