"""A list as data: CSV, JSON and JSON Lines with the same rows, and what their columns mean."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, TypeVar

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from timeline.models import Citation, Country, Coverage
from timeline.models.when import DatedModel
from timeline.outputs.offered import OfferedList
from timeline.outputs.table import spreadsheet_safe
from timeline.outputs.workbook import Sheet
from timeline.pages.addresses import address_of
from timeline.pages.dates import when_text
from timeline.pages.licence import licence
from timeline.pages.passages import excerpt
from timeline.queries.exports import ListSize

# Between the values of a cell that has several.
BETWEEN = " | "
BETWEEN_PASSAGES = " […] "
# The endings of files in which a value is one cell, and of those in which it may have parts with names.
CELLS, TREES = ("csv", "xlsx"), ("json", "jsonl")
# What is said of coverage: of what, an EDTF interval, when sources were last looked through, what is missing.
COVERED = ("coverage_of", "covers", "sources_checked", "known_gaps")
# What some programs take for the end of a line.
LINE_ENDS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
Record = dict[str, Any]
Piece = TypeVar("Piece", str, bytes)


@dataclass(frozen=True)
class Column:
    """A column of the files: its name, what it means, which files have it, what joins a value's parts."""

    name: str
    description: str
    files: tuple[str, ...] = (*CELLS, *TREES)
    between_parts: str = " "


@dataclass(frozen=True)
class Dataset:
    """One sort of rows: the name of its files, its columns, and how a row is made of what was read and the host."""

    name: str
    columns: Sequence[Column]
    record_of: Callable[[Any, str], Record]

    @property
    def in_cells(self) -> list[Column]:
        """Return the columns of the files in which a value is one cell."""
        return [column for column in self.columns if column.files[0] == CELLS[0]]


# fmt: off
DATE_COLUMNS = (
    Column("edtf", gettext_noop("The date as its source gives it, in EDTF (ISO 8601-2).")),
    Column("earliest", gettext_noop("The first day that it can be; empty where it is open.")),
    Column("latest", gettext_noop("The last day that it can be; empty where it is open.")),
    Column("date_in_words", gettext_noop("The date in words, in the language of the address.")),
)
SOURCE_COLUMNS = (
    Column("origins", gettext_noop("How many independent reports it rests on: copies of one report are one origin.")),
    Column("sources", gettext_noop(
        "The texts that it rests on: headline, outlet, origin, date (EDTF), address, its page here, and the passages"
        " that support it, each of at most 300 characters."), TREES),
    Column("source_titles", gettext_noop("The headline of each source."), CELLS),
    Column("source_outlets", gettext_noop("Who published each source."), CELLS),
    Column("source_origins", gettext_noop("Whose report each source is."), CELLS),
    Column("source_dates", gettext_noop("When each was published (EDTF)."), CELLS),
    Column("source_addresses", gettext_noop("Where each can be read."), CELLS),
    Column("source_pages", gettext_noop("The page of each here, which says what is known of it."), CELLS),
    Column("source_passages", gettext_noop("The passages of each that support it."), CELLS),
)
# fmt: on
OF_SOURCES = {
    "source_titles": "title",
    "source_outlets": "outlet",
    "source_origins": "origin",
    "source_dates": "published",
    "source_addresses": "address",
    "source_pages": "page",
    "source_passages": "passages",
}  # fmt: skip


def date_of(dated: DatedModel) -> Record:
    """Return the values of the columns of a date."""
    return {
        "edtf": dated.edtf,
        "earliest": dated.earliest.isoformat() if dated.earliest else None,
        "latest": dated.latest.isoformat() if dated.latest else None,
        "date_in_words": when_text(dated.when),
    }


def sources_of(citations: Iterable[Citation], site: str) -> Record:
    """Return the values of the columns of sources, each source once with its passages; ``site`` is scheme and host."""
    found: dict[int, Record] = {}
    for citation in citations:
        source = citation.source
        record = found.setdefault(source.pk, {
            "title": source.title, "outlet": source.outlet, "origin": source.origin, "published": source.published,
            "address": source.address, "page": site + address_of("timeline:source", source.pk), "passages": [],
        })  # fmt: skip
        if (words := excerpt(citation.exact)) not in record["passages"]:
            record["passages"].append(words)
    return {"origins": len({record["origin"] for record in found.values()}), "sources": list(found.values())}


def code_of(country: Country) -> str:
    """Return the code by which others know a country, and its own key where it has none."""
    return country.iso3 or country.iso3166_3 or country.slug


def _cell(record: Record, column: Column) -> Any:
    """Return what a cell holds: the parts of a value one after the other."""
    if name := OF_SOURCES.get(column.name):
        values = [source[name] for source in record["sources"]]
        return BETWEEN.join(BETWEEN_PASSAGES.join(one) if isinstance(one, list) else one for one in values)
    value = record[column.name]
    if isinstance(value, list):
        parts = [list(one.values()) if isinstance(one, dict) else [one] for one in value]
        return BETWEEN.join(column.between_parts.join(part for part in one if part) for one in parts)
    return str(value).lower() if isinstance(value, bool) else value


def csv_parts(dataset: Dataset, parts: Iterable[Iterable[Any]], offered: OfferedList) -> Iterator[str]:
    """Yield a list as CSV (RFC 4180, UTF-8): the names of the columns, then the rows of each part."""
    yield _lines([[column.name for column in dataset.in_cells]])
    for part in parts:
        yield _lines(cells_of(dataset, part, offered))


def cells_of(dataset: Dataset, part: Iterable[Any], offered: OfferedList) -> Iterator[list[Any]]:
    """Yield the cells of each row of a part."""
    for exported in part:
        record = dataset.record_of(exported, offered.site)
        yield [_cell(record, column) for column in dataset.in_cells]


def _lines(rows: Iterable[Iterable[Any]]) -> str:
    text = StringIO()
    safe = ([spreadsheet_safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(text).writerows(safe)
    return text.getvalue()


def sheets_of(dataset: Dataset, parts: Iterable[Iterable[Any]], offered: OfferedList, about: Record) -> list[Sheet]:
    """Return a list as two sheets of a workbook: its rows, and what is told about them."""
    rows = (cells_of(dataset, part, offered) for part in parts)
    told = [
        [name, value if isinstance(value, int) else "\n".join(value) if isinstance(value, list) else value]
        for name, value in about.items()
        if name not in {"files", "columns"}
    ]
    columns = [[column.name, _(column.description)] for column in dataset.in_cells]
    names = [column.name for column in dataset.in_cells]
    return [Sheet(dataset.name, names, rows), Sheet("about", ["what", "told"], [[*told, *columns]])]


def json_parts(dataset: Dataset, parts: Iterable[Iterable[Any]], offered: OfferedList, about: Record) -> Iterator[str]:
    """Yield a list as one JSON object: what it is and how it may be used, then its rows under the dataset's name."""
    head = {name: about[name] for name in ("title", "filters", "page", *COVERED, "licence")}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "{dataset.name}": ['
    between = "\n"
    for part in parts:
        for exported in part:
            yield between + json.dumps(dataset.record_of(exported, offered.site), ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def json_lines(dataset: Dataset, parts: Iterable[Iterable[Any]], offered: OfferedList) -> Iterator[str]:
    """Yield a list as JSON Lines: one object a line, and nothing else; what looks like a line's end is escaped."""
    for part in parts:
        for exported in part:
            line = json.dumps(dataset.record_of(exported, offered.site), ensure_ascii=False)
            for mark, escaped in LINE_ENDS.items():
                line = line.replace(mark, escaped)
            yield f"{line}\n"


def in_language(pieces: Iterator[Piece], language: str) -> Iterator[Piece]:
    """Make each piece in a language: they are made while they are sent, when that of the request is no longer on."""
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def covered(coverage: Coverage | None) -> dict[str, str]:
    """Return what a pair's page says of what is covered, under the names of COVERED; empty where nothing."""
    if coverage is None:
        return dict.fromkeys(COVERED, "")
    until = coverage.covers_until.isoformat() if coverage.covers_until else ".."
    covers = f"{coverage.covers_from.isoformat()}/{until}" if coverage.covers_from else ""
    of = "pair" if coverage.first_id else "record"
    told = (of, covers, coverage.checked_at.date().isoformat(), coverage.known_gaps)
    return dict(zip(COVERED, told, strict=True))


def metadata(dataset: Dataset, offered: OfferedList, size: ListSize, coverage: Coverage | None) -> Record:
    """Return what somebody needs to know who uses the files of a list."""
    return {
        "title": offered.title,
        "filters": offered.words,
        "page": offered.address,
        "files": {name: offered.file_address(f"{dataset.name}.{name}") for name in (*CELLS, *TREES)},
        "rows": size.count,
        "last_updated": size.updated_at.isoformat() if size.updated_at else None,
        "language": offered.language,
        "columns": [
            {"name": column.name, "description": _(column.description), "files": column.files}
            for column in dataset.columns
        ],
        "several_values": _("In CSV and XLSX “%(between)s” stands between the values of a cell.")
        % {"between": BETWEEN},
        "how_it_is_made": _(
            "Editors read articles and official texts; a program proposes what these may say, and a person accepts,"
            " corrects or rejects each proposal. Each fact rests on a passage that was checked against the stored text."
        ),
        **covered(coverage),
        "licence": licence(coverage),
        "about": offered.site + address_of("timeline:about"),
    }
