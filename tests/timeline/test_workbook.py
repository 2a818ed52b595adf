"""Lists as workbooks: the cells of the CSV file as they stand, made while they are sent, and nothing that runs."""

import csv
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from tests.cast import MEXICO, SHEINBAUM, UNITED_STATES
from tests.factories import make_event, make_statement
from timeline.models import Event, Source
from timeline.outputs.workbook import LONGEST_CELL, Sheet, workbook_parts
from timeline.queries import exports

PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cells_of(content: bytes, number: int = 1) -> list[dict[str, ET.Element]]:
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        sheet = ET.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - what our program wrote
    return [{cell.get("r"): cell for cell in row} for row in sheet.iter(f"{MAIN}row")]


def texts(row: dict[str, ET.Element]) -> dict[str, str]:
    return {name.rstrip("0123456789"): "".join(cell.itertext()) for name, cell in row.items()}


def file_of(client, page=PAIR, name="events.xlsx", query="") -> bytes:
    response = client.get(f"{page}{name}{query}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, XLSX)
    assert response.headers["Content-Disposition"].endswith(f'-{name}"')
    return b"".join(response)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "name"), [(PAIR, "events"), (f"/leaders/{SHEINBAUM}/statements/", "statements"), (f"/es{PAIR}", "events")]
)
def test_a_workbook_has_the_cells_of_the_csv_file(client, page, name):
    for number in range(3):
        make_event(title=f"Call {number}", summary="One,\n“two”.", edtf=f"2026-01-{number + 10}")
    make_statement()
    in_csv = list(csv.reader(StringIO(b"".join(client.get(f"{page}{name}.csv")).decode())))
    rows = [texts(row) for row in cells_of(file_of(client, page, f"{name}.xlsx"))]
    letters = list(rows[0])
    assert [[row.get(letter, "") for letter in letters] for row in rows] == in_csv
    assert letters[:3] == ["A", "B", "C"]
    about = [texts(row) for row in cells_of(file_of(client, page, f"{name}.xlsx"), 2)]
    told = {row["A"]: row.get("B") for row in about}
    assert told["rows"] == str(len(in_csv) - 1)
    assert "has not said" in told["licence"] or page.startswith("/es")
    assert set(in_csv[0]) <= set(told)


@pytest.mark.django_db
def test_no_cell_is_a_formula_or_becomes_one(client):
    make_event()
    for text in ("=1+1", "+1", "-1", "@x", "=HYPERLINK(“x”)"):
        Event.objects.update(title=text)
        Source.objects.update(outlet=text)
        content = file_of(client)
        heading, row = cells_of(content)
        place = {"".join(cell.itertext()): name.rstrip("1") for name, cell in heading.items()}
        for column in ("title", "source_outlets"):
            cell = row[f"{place[column]}2"]
            assert "".join(cell.itertext()) == text
            assert (cell.get("t"), cell.find(f"{MAIN}f")) == ("inlineStr", None)
            with ZipFile(BytesIO(content)) as package:
                styles = ET.fromstring(package.read("xl/styles.xml"))  # noqa: S314 - what our program wrote
            style = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")[int(cell.get("s"))]
            # As if an apostrophe stood before it: it stays a text where it is edited.
            assert style.get("quotePrefix") == "1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x0bc\ufffe", "ab\nc"), ("<&>\"'", "<&>\"'"), ("_x0041_", "_x005F_x0041_"), ("\u202eאבג", "\u202eאבג"),
        ("a\r\nb\rc", "a\nb\nc"), ("  x  ", "  x  "), ("x" * LONGEST_CELL, "x" * LONGEST_CELL),
        ("x" * (LONGEST_CELL + 1), "x" * (LONGEST_CELL - 1) + "…"), ("😀" * 20_000, "😀" * 16_383 + "…"),
    ],
)  # fmt: skip
def test_any_text_stays_what_it_is_as_far_as_a_cell_holds_it(text, shown):
    content = b"".join(workbook_parts([Sheet("rows", ["text"], [[[text]]])]))
    assert "".join(cells_of(content)[1]["A2"].itertext()) == shown


def test_columns_beyond_the_alphabet_have_two_letters():
    names = [f"column {number}" for number in range(30)]
    heading, _row = cells_of(b"".join(workbook_parts([Sheet("rows", names, [[range(30)]])])))
    assert list(heading)[24:] == ["Y1", "Z1", "AA1", "AB1", "AC1", "AD1"]


def test_a_workbook_is_sent_while_it_is_made():
    read = []

    def parts():
        for number in range(3):
            read.append(number)
            yield [[f"{number}.{place}.{hash((number, place))}"] for place in range(2000)]

    pieces = workbook_parts([Sheet("rows", ["text"], parts())])
    next(pieces)
    assert read == []
    assert next(pieces)
    assert read == [0]
    assert b"".join(pieces)
    assert read == [0, 1, 2]


@pytest.mark.django_db
def test_the_same_rows_make_the_same_file_and_too_many_none(client, monkeypatch):
    make_event()
    make_event(title="Another")
    assert file_of(client) == file_of(client)
    assert client.head(f"{PAIR}events.xlsx").content == b""
    monkeypatch.setattr(exports, "MOST_ROWS", 1)
    answer = client.get(f"{PAIR}events.xlsx")
    assert (answer.status_code, "more than 1 rows" in answer.content.decode()) == (422, True)
