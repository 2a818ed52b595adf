"""A process that records one event over and over, with the upkeep of the read models and without, each taken back.

It takes the seconds to measure and the ids of two countries, and prints one JSON object: the milliseconds by variant.
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from unittest.mock import patch

import django

TEXT = (
    "The two envoys met on Monday in the capital and spoke about housing. “We will build together,” one of them told "
    "the press. A date for another meeting was not given."
)
VARIANTS = ("all", "without counts", "without upkeep")
WARM = 5


class NoFiling:
    """Stand where the upkeep of the read models stands, and do nothing."""

    def __init__(self, **_: object) -> None:
        """Take what the upkeep takes."""

    @property
    def speakers(self) -> "NoFiling":
        """Return what takes statements, and does nothing either."""
        return self

    def prepare(self, *_: object) -> None:
        """Leave the event as it is."""

    def add(self, *_: object) -> None:
        """Forget the event, or the statement."""

    def __enter__(self) -> "NoFiling":
        """Return itself."""
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write nothing."""


@contextmanager
def variant(name: str) -> Iterator[None]:
    """Leave out what the variant is without: counts, or all upkeep."""
    with ExitStack() as stack:
        if name == "without upkeep":
            stack.enter_context(patch("timeline.actions.events.Filing", NoFiling))
        if name == "without counts":
            stack.enter_context(patch("timeline.readmodels.filing.lock_counted", lambda *_: None))
            stack.enter_context(patch("timeline.readmodels.filing.count_parts", lambda *_: []))
            stack.enter_context(patch("timeline.readmodels.filing.attended", lambda *_: {}))
            stack.enter_context(patch("timeline.readmodels.leaders.Speakers.add", lambda *_: None))
        yield


def event_of(countries: list[str], leaders: list[str], number: int) -> Any:
    """Return an invented event between two countries with one statement, one source and a passage for each field."""
    from timeline.inputs import CitationInput, EventInput, ParticipationInput, SourceInput, StatementInput
    from timeline.topics import TOPICS
    from timeline.values import When

    day = When.parse("2026-01-12")
    source = SourceInput(
        title="Envoys speak about housing", outlet="The Example", origin="Example Wire", published=day,
        text_hash=f"{number:064x}", address=f"https://example.org/2026/01/12/housing-{number}",
    )  # fmt: skip

    def cite(field: str, exact: str) -> CitationInput:
        start = TEXT.index(exact)
        return CitationInput(
            source=source, field=field, exact=exact, start=start, end=start + len(exact), prefix=TEXT[:start][-32:],
            suffix=TEXT[start + len(exact) :][:32], version_hash=source.text_hash,
        )  # fmt: skip

    parts = tuple(
        ParticipationInput(country=country, leader=leader, citations=(cite("participation", "The two envoys"),))
        for country, leader in zip(countries, leaders, strict=True)
    )
    words = "We will build together"
    statement = StatementInput(
        when=day, speech="direct", words=words, leader=leaders[0], country=countries[0], about=(countries[1],),
        citations=(cite("words", words), cite("speaker", "one of them told the press")),
    )  # fmt: skip
    return EventInput(
        title="Envoys speak about housing", kind="meeting", modality="happened", when=day, source_words="on Monday",
        participations=parts, statements=(statement,), topics=(next(iter(TOPICS)),),
        summary="The envoys met in the capital; no date for another meeting was given.",
        citations=tuple(cite(field, "met on Monday") for field in ("when", "kind", "modality")),
    )  # fmt: skip


def main() -> None:
    """Record the event in each variant in turn until the seconds are over."""
    django.setup()
    from timeline.models import Country, Leader

    seconds, ids = float(sys.argv[1]), [int(number) for number in sys.argv[2:4]]
    countries = [Country.objects.get(pk=number).slug for number in ids]
    leaders = [
        Leader.objects.filter(tenures__office__country=number, tenures__ended="", source="synthetic")
        .order_by("pk")[:1].get().slug for number in ids
    ]  # fmt: skip
    found: dict[str, list[float]] = {name: [] for name in VARIANTS}
    began, rounds = time.perf_counter(), 0
    while rounds < 20 + WARM or time.perf_counter() - began < seconds:
        for name in VARIANTS:
            took = record_once(name, event_of(countries, leaders, rounds * len(VARIANTS) + VARIANTS.index(name)))
            if rounds >= WARM:
                found[name].append(took)
        rounds += 1
    sys.stdout.write(json.dumps(found) + "\n")


def record_once(name: str, event: Any) -> float:
    """Record the event, let the database check what it checks at the end, take it back; return milliseconds."""
    from django.db import connection, transaction

    from timeline.actions import record_event

    with variant(name), transaction.atomic():
        start = time.perf_counter()
        record_event(event=event, by="benchmark", at=datetime(2026, 1, 13, 9, tzinfo=UTC))
        connection.check_constraints()
        took = (time.perf_counter() - start) * 1000
        transaction.set_rollback(True)
    return took


if __name__ == "__main__":
    main()
