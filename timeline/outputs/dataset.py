"""A list of events as data: CSV and JSON with the same rows, and what their columns mean."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from timeline.kinds import KINDS
from timeline.models import Citation, Country, Participation
from timeline.outputs.offered import OfferedList
from timeline.outputs.table import spreadsheet_safe
from timeline.pages.addresses import address_of
from timeline.pages.dates import when_text
from timeline.pages.passages import excerpt
from timeline.queries.exports import ExportedEvent, ListSize

# Between the values of a cell that has several.
BETWEEN = " | "
BETWEEN_PASSAGES = " […] "
Record = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column of the files: its name, what it means, and which of the two files has it."""

    name: str
    description: str
    files: tuple[str, ...] = ("csv", "json")


# fmt: off
COLUMNS = (
    Column("id", gettext_noop("The number of the event; it never changes.")),
    Column("version", gettext_noop("The number of the version that this row shows.")),
    Column("permalink", gettext_noop("The address of this very version.")),
    Column("title", gettext_noop("What happened, in the editors' words (English).")),
    Column("edtf", gettext_noop("The date as its source gives it, in EDTF (ISO 8601-2).")),
    Column("earliest", gettext_noop("The first day that it can be; empty where it is open.")),
    Column("latest", gettext_noop("The last day that it can be; empty where it is open.")),
    Column("date_in_words", gettext_noop("The date in words, in the language of the address.")),
    Column("kind", gettext_noop("What sort of act it was; the glossary defines each kind.")),
    Column("plover", gettext_noop("The code of the kind in PLOVER 2.0.")),
    Column("cameo", gettext_noop("The code of the kind in CAMEO.")),
    Column("modality", gettext_noop(
        "Whether it took place: happened, planned, cancelled, negated, alleged or hypothetical.")),
    Column("level", gettext_noop("The highest of those who took part: leader, minister or official.")),
    Column("place", gettext_noop("Where it was; empty where that is not stated.")),
    Column("parties", gettext_noop(
        "The countries that acted or were acted upon: ISO 3166-1 alpha-3 code (ISO 3166-3 for former states, the"
        " record's own key where there is neither) and side, actor or recipient.")),
    Column("others", gettext_noop("Countries in another role: mediator, host, topic or mentioned.")),
    Column("leaders", gettext_noop("The people who took part, with the office that they held then.")),
    Column("topics", gettext_noop("What it was about: contexts of PLOVER 2.0.")),
    Column("summary", gettext_noop("What is told of it, in the editors' words (English).")),
    Column("origins", gettext_noop("How many independent reports it rests on: copies of one report are one origin.")),
    Column("sources", gettext_noop(
        "The texts that it rests on: outlet, origin, date (EDTF), address, and the passages that support it, each of at"
        " most 300 characters."), ("json",)),
    Column("source_outlets", gettext_noop("Who published each source."), ("csv",)),
    Column("source_origins", gettext_noop("Whose report each source is."), ("csv",)),
    Column("source_dates", gettext_noop("When each was published (EDTF)."), ("csv",)),
    Column("source_addresses", gettext_noop("Where each can be read."), ("csv",)),
    Column("source_passages", gettext_noop("The passages of each that support the event."), ("csv",)),
)
# fmt: on
NAMES_IN_CSV = [column.name for column in COLUMNS if "csv" in column.files]
OF_SOURCES = {
    "source_outlets": "outlet", "source_origins": "origin", "source_dates": "published", "source_addresses": "address",
    "source_passages": "passages",
}  # fmt: skip


def record_of(exported: ExportedEvent, site: str) -> Record:
    """Return an event as a row of the files, by the names of its columns."""
    event, kind = exported.event, KINDS[exported.event.kind]
    sources = _sources(exported.citations)
    return {
        "id": event.pk,
        "version": event.version,
        "permalink": site + address_of("timeline:event_version", event.pk, event.version),
        "title": event.title,
        "edtf": event.edtf,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "date_in_words": when_text(event.when),
        "kind": event.kind,
        "plover": kind.plover,
        "cameo": kind.cameo,
        "modality": event.modality,
        "level": event.level,
        "place": event.place,
        **_people(exported.participations),
        "topics": sorted(topic.topic for topic in event.topics.all()),
        "summary": event.summary,
        "origins": len({source["origin"] for source in sources}),
        "sources": sources,
    }


def _people(participations: Iterable[Participation]) -> Record:
    """Return who took part, each country once in each role and each person once in each office."""
    parties, others, leaders = [], [], []
    for part in participations:
        country = code_of(part.country)
        if part.role == Participation.Role.PARTY:
            parties.append({"country": country, "side": part.side})
        else:
            others.append({"country": country, "role": part.role})
        if part.leader:
            office = part.tenure.office.held_by(part.leader) if part.tenure else ""
            leaders.append({"name": part.leader.name, "office": office, "country": country})
    return {"parties": _each_once(parties), "others": _each_once(others), "leaders": _each_once(leaders)}


def code_of(country: Country) -> str:
    """Return the code by which others know a country, and its own key where it has none."""
    return country.iso3 or country.iso3166_3 or country.slug


def _each_once(records: Iterable[Record]) -> list[Record]:
    return list({tuple(record.values()): record for record in records}.values())


def _sources(citations: Iterable[Citation]) -> list[Record]:
    found: dict[int, Record] = {}
    for citation in citations:
        source = citation.source
        record = found.setdefault(source.pk, {
            "outlet": source.outlet, "origin": source.origin, "published": source.published, "address": source.address,
            "passages": [],
        })  # fmt: skip
        if (words := excerpt(citation.exact)) not in record["passages"]:
            record["passages"].append(words)
    return list(found.values())


def _cell(record: Record, name: str) -> Any:
    """Return what a cell of the CSV file holds: the parts of a value one after the other."""
    if name in OF_SOURCES:
        values = [source[OF_SOURCES[name]] for source in record["sources"]]
        return BETWEEN.join(BETWEEN_PASSAGES.join(one) if isinstance(one, list) else one for one in values)
    value = record[name]
    if name == "leaders":
        return BETWEEN.join(", ".join(part for part in one.values() if part) for one in value)
    if isinstance(value, list):
        return BETWEEN.join(" ".join(one.values()) if isinstance(one, dict) else one for one in value)
    return value


def csv_parts(parts: Iterable[Iterable[ExportedEvent]], offered: OfferedList) -> Iterator[str]:
    """Yield a list as CSV (RFC 4180, UTF-8): the names of the columns, then the events of each part."""
    yield _lines([NAMES_IN_CSV])
    for part in parts:
        records = (record_of(exported, offered.site) for exported in part)
        yield _lines([_cell(record, name) for name in NAMES_IN_CSV] for record in records)


def _lines(rows: Iterable[Iterable[Any]]) -> str:
    text = StringIO()
    safe = ([spreadsheet_safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(text).writerows(safe)
    return text.getvalue()


def json_parts(parts: Iterable[Iterable[ExportedEvent]], offered: OfferedList) -> Iterator[str]:
    """Yield a list as one JSON object: what it is, then its events."""
    head = {"title": offered.title, "filters": offered.words, "page": offered.address}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "events": ['
    between = "\n"
    for part in parts:
        for exported in part:
            yield between + json.dumps(record_of(exported, offered.site), ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def in_language(pieces: Iterator[str], language: str) -> Iterator[str]:
    """Make each piece in a language: they are made while they are sent, when that of the request is no longer on."""
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def metadata(offered: OfferedList, size: ListSize) -> Record:
    """Return what somebody needs to know who uses the files of a list."""
    return {
        "title": offered.title,
        "filters": offered.words,
        "page": offered.address,
        "files": {name: offered.file_address(f"events.{name}") for name in ("csv", "json")},
        "rows": size.count,
        "last_updated": size.updated_at.isoformat() if size.updated_at else None,
        "language": offered.language,
        "columns": [
            {"name": column.name, "description": _(column.description), "files": column.files} for column in COLUMNS
        ],
        "several_values": _("In CSV, “%(between)s” stands between the values of a cell.") % {"between": BETWEEN},
        "how_it_is_made": _(
            "Editors read articles and official texts; a program proposes what these may say, and a person accepts,"
            " corrects or rejects each proposal. Each fact rests on a passage that was checked against the stored text."
        ),
        "licence": _(
            "The sample record is part of Bilateral and under the Apache License 2.0; for another record its owner says"
            " how it may be used. The quoted words are their speakers', and the articles their publishers'."
        ),
        "about": offered.site + address_of("timeline:about"),
    }
