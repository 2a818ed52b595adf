"""A synthetic record, written by COPY: unequally busy countries, two to five an event, sources, citations, words.

The gazetteer is loaded before; events, people and texts are invented here and the same for the same number of events.
Triggers and foreign keys are switched off while it is written, as for a restore: what is written here keeps them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from benchmarks.speed.copying import Lines
from benchmarks.speed.words import ORIGINS, OUTLETS, Language, drawing
from timeline.gazetteer import search_key
from timeline.kinds import KINDS
from timeline.models.vectors import search_keys
from timeline.topics import TOPICS
from timeline.values import When

Value = TypeVar("Value")
SEED = 20261125
LAST_DAY = date(2026, 1, 12)
READ_AT = datetime(2026, 1, 12, 12, tzinfo=UTC)
STATES = 195
BUSIEST = (
    "united-states", "mexico", "china", "russia", "france", "united-kingdom", "germany", "japan", "india", "brazil",
)  # fmt: skip

# What is drawn, and how often, added up.
PARTIES = (2, 3, 4, 5), tuple(accumulate((85, 10, 3, 2)))
PRECISIONS = ("day", "week", "month", "year"), tuple(accumulate((82, 6, 10, 2)))
MODALITIES = (
    ("happened", "planned", "cancelled", "alleged", "negated", "hypothetical"), tuple(accumulate((92, 3, 1, 2, 1, 1)))
)  # fmt: skip
SPEECH = ("direct", "mixed", "indirect"), tuple(accumulate((6, 2, 2)))

COLUMNS: dict[str, tuple[str, ...]] = {
    "timeline_office": ("id", "slug", "country_id", "title", "title_es", "kind", "level", "source"),
    "timeline_leader": ("id", "slug", "name", "family_name", "sort_key", "pronoun", "wikidata", "source"),
    "timeline_tenure": (
        "id", "leader_id", "office_id", "started", "started_earliest", "started_latest", "ended", "is_acting", "source",
    ),
    "timeline_source": (
        "id", "title", "outlet", "origin", "byline", "editors", "dateline_place", "address", "archive_address",
        "published", "published_on", "updated", "language", "kind", "text_hash", "recorded_at", "search_keys",
    ),
    "timeline_event": (
        "id", "title", "slug", "summary", "kind", "modality", "level", "place", "time_zone", "day_order", "version",
        "published_at", "updated_at", "edtf", "earliest", "latest", "precision", "source_words", "resolved_from",
        "search_keys", "pairs",
    ),
    "timeline_participation": (
        "id", "event_id", "country_id", "leader_id", "tenure_id", "is_office_unknown", "role", "side", "is_pairwise",
        "position",
    ),
    "timeline_statement": (
        "id", "leader_id", "speaker_name", "country_id", "tenure_id", "is_office_unknown", "speech", "words",
        "language", "is_translation", "cue", "channel", "event_id", "position", "version", "published_at", "updated_at",
        "edtf", "earliest", "latest", "precision", "source_words", "resolved_from", "search_keys",
    ),
    "timeline_eventtopic": ("event_id", "topic"),
    "timeline_statement_about": ("statement_id", "country_id"),
    "timeline_citation": (
        "source_id", "event_id", "statement_id", "field", "exact", "prefix", "suffix", "start", '"end"', "version_hash",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A leader of one country with one tenure: both have the same number."""

    number: int
    slug: str
    country: int
    level: str


def slug_of(text: str, longest: int = 100) -> str:
    """Return the words of a text for an address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:longest].strip("-")


def hash_of(number: int) -> str:
    """Return the hash of the text that a source was read from."""
    return hashlib.sha256(b"%d" % number).hexdigest()


class Writer:
    """Draw a record of so many events and write it."""

    def __init__(self, address: str, events: int, countries: list[tuple[int, str, str]]) -> None:
        """Take the database, as its superuser, and the countries: number, slug and name."""
        self.address, self.events = address, events
        self.random = Random(SEED)  # noqa: S311 - it shall be the same each time
        self.language = Language(self.random)
        place = {slug: rank for rank, slug in enumerate(BUSIEST)}
        self.countries = sorted(countries, key=lambda row: (place.get(row[1], len(BUSIEST)), row[1]))[:STATES]
        self.weights = list(accumulate(1 / rank**0.8 for rank in range(1, len(self.countries) + 1)))
        self.kinds = sorted(KINDS.values(), key=lambda kind: hash_of(len(kind.key) * 7 + len(kind.example)))
        self.kind_weights = list(accumulate(1 / rank**0.9 for rank in range(1, len(self.kinds) + 1)))
        topics = [key for rank, key in enumerate(TOPICS, start=1) for _ in range(1 + 30 // rank)]
        self.topic, self.number_of_topics = drawing(self.random, topics), drawing(self.random, (0, 1, 1, 2))
        self.number_of_sources, self.start = drawing(self.random, (1, 2)), drawing(self.random, range(100, 4001))
        self.lesser_role = drawing(self.random, ("topic", "mediator"))
        self.people: dict[int, list[Person]] = {row[0]: [] for row in self.countries}
        self.sources = max(200, events // 2)
        # Each is cited several times.
        self.hashes = [hash_of(number) for number in range(self.sources + 1)]
        self.whens: dict[str, When] = {}
        self.lines: dict[str, Lines] = {}

    def write(self, first_number: int = 1_000_000) -> None:
        """Write all tables; numbers of people and offices begin beyond those of the gazetteer."""
        with ExitStack() as stack:
            for table, columns in COLUMNS.items():
                connection = stack.enter_context(psycopg.connect(self.address, autocommit=True))
                connection.execute("SET session_replication_role = replica")
                connection.execute("SET synchronous_commit = off")
                words = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
                copy = stack.enter_context(stack.enter_context(connection.cursor()).copy(words.encode()))
                self.lines[table] = Lines(copy, len(columns))
            self._write_people(first_number)
            self._write_sources()
            for number in range(1, self.events + 1):
                self._write_event(number)
            for lines in self.lines.values():
                lines.flush()
        self._set_sequences()

    def _row(self, table: str, *values: object) -> None:
        self.lines[table].add(values)

    def _set_sequences(self) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            for table, columns in COLUMNS.items():
                if columns[0] == "id":
                    connection.execute(
                        sql.SQL("SELECT setval(pg_get_serial_sequence({0}, 'id'), (SELECT max(id) FROM {1}))").format(
                            sql.Literal(table), sql.Identifier(table)
                        )
                    )

    # --- People and sources ------------------------------------------------------------------------------------------

    def _write_people(self, first: int) -> None:
        titles = (("Head of Mission", "other", "leader"), ("Minister", "other_minister", "minister"),
                  ("Envoy", "other", "official"))  # fmt: skip
        offices: dict[tuple[int, str], int] = {}
        for country, slug, _ in self.countries:
            for title, kind, level in titles:
                number = offices[country, level] = first + len(offices)
                self._row("timeline_office", number, slug_of(f"synthetic {title} {slug}"), country, title, "", kind,
                          level, "synthetic")  # fmt: skip
        for number in range(first, first + min(20_000, max(1000, self.events // 50))):
            # Everybody has a few people, the busy have more.
            row = (
                self.countries[(number - first) % len(self.countries)]
                if number - first < 2 * STATES
                else self._country()
            )
            level = self.random.choices(("leader", "minister", "official"), (2, 3, 5))[0]
            name, family = self.language.person()
            slug = slug_of(f"{name} {number}")
            self._row("timeline_leader", number, slug, name, family,
                      search_key(f"{family} {name}"), "", "", "synthetic")  # fmt: skip
            self._row("timeline_tenure", number, number, offices[row[0], level], "1945-01-01", date(1945, 1, 1),
                      date(1945, 1, 1), "", False, "synthetic")  # fmt: skip
            self.people[row[0]].append(Person(number, slug, row[0], level))

    def _write_sources(self) -> None:
        for number in range(1, self.sources + 1):
            day = LAST_DAY - timedelta(days=(self.sources - number) * 7300 // self.sources)
            title = self.language.subject().capitalize()
            self._row(
                "timeline_source", number, title, self.random.choice(OUTLETS), self.random.choice(ORIGINS), "", "", "",
                f"https://example.org/{day:%Y/%m}/{slug_of(title)}-{number}", "", day.isoformat(), day, "", "en",
                "press", self.hashes[number], READ_AT, search_keys(on=day),
            )  # fmt: skip

    # --- Events ------------------------------------------------------------------------------------------------------

    def _one_of(self, values: Sequence[Value], cumulative: Sequence[float]) -> Value:
        """Draw as ``random.choices`` does, without what that makes ready for many draws."""
        return values[bisect(cumulative, self.random.random() * cumulative[-1], 0, len(values) - 1)]

    def _country(self) -> tuple[int, str, str]:
        return self._one_of(self.countries, self.weights)

    def _parties(self) -> list[tuple[int, str, str]]:
        wanted = min(self._one_of(*PARTIES), len(self.countries))
        found: dict[int, tuple[int, str, str]] = {}
        while len(found) < wanted:
            row = self._country()
            found[row[0]] = row
        return list(found.values())

    def _when(self) -> When:
        back = min(int(self.random.expovariate(1 / (8 * 365))), 80 * 365)
        day = LAST_DAY - timedelta(days=back)
        form = self._one_of(*PRECISIONS)
        text = {
            "day": day.isoformat(),
            "week": f"[{day.isoformat()}..{(day + timedelta(days=6)).isoformat()}]",
            "month": f"{day:%Y-%m}",
            "year": f"{day:%Y}",
        }[form]
        if text not in self.whens:
            self.whens[text] = When.parse(text)
        return self.whens[text]

    def _person(self, country: int) -> Person | None:
        people = self.people[country]
        if not people or self.random.random() < 0.3:
            return None
        return people[int(self.random.random() ** 3 * len(people))]

    def _write_event(self, number: int) -> None:
        parties, when = self._parties(), self._when()
        kind = self._one_of(self.kinds, self.kind_weights)
        modality = self._one_of(*MODALITIES)
        people = {row[0]: self._person(row[0]) for row in parties[:2]}
        levels = [person.level for person in people.values() if person]
        level = next((one for one in ("leader", "minister") if one in levels), "official")
        title = f"{parties[0][2]} and {parties[1][2]} {self.language.deed()} {self.language.subject()}"[:160]
        published = (READ_AT - timedelta(seconds=(self.events - number) * 63_000_000 // self.events)).isoformat()
        words = "" if when.precision == "day" else "in those days"
        self._row(
            "timeline_event", number, title, slug_of(title), self.language.summary(), kind.key, modality, level, "", "",
            0, 1, published, published, when.edtf, when.earliest, when.latest, when.precision, words, "",
            search_keys(
                [row[1] for row in parties], [person.slug for person in people.values() if person], when.sort_date
            ),
            [],
        )  # fmt: skip
        for topic in sorted({self.topic() for _ in range(self.number_of_topics())}):
            self._row("timeline_eventtopic", number, topic)
        for place, row in enumerate(parties):
            role = "party" if place < 2 or self.random.random() < 0.6 else self.lesser_role()
            person = people.get(row[0])
            self._row(
                "timeline_participation", number * 8 + place, number, row[0], person and person.number,
                person and person.number, False, role, "actor" if kind.is_joint or place == 0 else "recipient", False,
                place,
            )  # fmt: skip
        sources = self._write_citations(number, title)
        if person := next((one for one in people.values() if one), None):
            self._write_statement(number, person, parties, when, published, sources[0])

    def _write_citations(self, number: int, title: str) -> list[int]:
        sources = [1 + (number // 2 + step * 37) % self.sources for step in range(self.number_of_sources())]
        for source in sources:
            version = self.hashes[source]
            for field in ("kind", "when") if source == sources[0] else ("kind",):
                start = self.start()
                self._row("timeline_citation", source, number, None, field, title, "They said that ", " on that day.",
                          start, start + len(title), version)  # fmt: skip
        return sources

    def _write_statement(
        self, number: int, person: Person, parties: list[tuple[int, str, str]], when: When, at: str, source: int
    ) -> None:
        other = next(row for row in parties if row[0] != person.country)
        slugs = {row[0]: row[1] for row in parties}
        words = self.language.saying()
        speech = self._one_of(*SPEECH)
        self._row(
            "timeline_statement", number, person.number, "", person.country, person.number, False, speech,
            words if speech == "direct" else f"{words}.", "en", False, "said", "Press conference", number, 0, 1, at, at,
            when.edtf, when.earliest, when.latest, when.precision, "", "",
            search_keys([slugs[person.country], other[1]], [person.slug], when.sort_date),
        )  # fmt: skip
        self._row("timeline_statement_about", number, other[0])
        start = self.start()
        self._row("timeline_citation", source, None, number, "words", words, "", "", start, start + len(words),
                  self.hashes[source])  # fmt: skip


def states(connection: psycopg.Connection[Any]) -> Iterator[tuple[int, str, str]]:
    """Return number, slug and name of the states of the gazetteer."""
    yield from connection.execute("SELECT id, slug, name FROM timeline_country WHERE kind = 'state' ORDER BY slug")
