"""Publish, correct, merge and withdraw without an end, and tell after each commit what was done."""

from __future__ import annotations

import os
from datetime import timedelta
from random import Random

from tests.cast import CUBA, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA
from tests.factories import AT, BY, event_input, part, statement_input
from timeline import actions
from timeline.inputs import EventInput
from timeline.models import Event

VERBS = ("record", "record", "record", "correct", "correct", "state", "merge", "withdraw")


def publish_for_ever(seed: int, mouth: int) -> None:
    """Do one thing after the other; write a line (verb, event, version) into a pipe when it is committed."""
    random = Random(seed)  # noqa: S311 - not for secrets
    while True:
        verb = random.choice(VERBS)
        told = _done(verb, random)
        if told:
            os.write(mouth, f"{verb} {told[0]} {told[1]}\n".encode("ascii"))


def _done(verb: str, random: Random) -> tuple[int, int] | None:
    at = AT + timedelta(seconds=random.randrange(10**6))
    open_ids = list(Event.objects.filter(withdrawn_at__isnull=True).order_by("pk").values_list("pk", flat=True))
    if verb == "record" or len(open_ids) < 5:
        event = actions.record_event(event=_event(random, with_statement=True), by=BY, at=at)
        return event.pk, event.version
    event = Event.objects.get(pk=random.choice(open_ids))
    version = event.version
    if verb == "correct":
        event = actions.correct_event(
            event_id=event.pk, expected_version=version, kind="correction", reason="It was misread.", by=BY, at=at,
            event=_event(random, with_statement=False),
        )  # fmt: skip
    elif verb == "state":
        actions.record_statement(statement=statement_input(), event_id=event.pk, by=BY, at=at)
        event.refresh_from_db()
    elif verb == "merge":
        other = Event.objects.get(pk=random.choice([pk for pk in open_ids if pk != event.pk]))
        event = actions.merge_events(
            event_id=event.pk, into_id=other.pk, expected_versions=(version, other.version), reason="Told twice.",
            by=BY, at=at,
        )  # fmt: skip
    else:
        event = actions.withdraw_event(event_id=event.pk, expected_version=version, reason="Not so.", by=BY, at=at)
    return event.pk, event.version


def _event(random: Random, *, with_statement: bool) -> EventInput:
    """Return an event on some day between some countries."""
    parts = [part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP), part(CUBA), part(VENEZUELA)]
    edtf = f"2026-01-{random.randrange(10, 29)}"
    kind = random.choice(["phone_call", "meeting", "threat"])
    return event_input(
        title=f"They talk of matter {random.randrange(1000)}", kind=kind, edtf=edtf,
        participations=tuple(random.sample(parts, random.randrange(2, 5))),
        statements=(statement_input(),) if with_statement and random.random() < 0.3 else (),
    )  # fmt: skip
