"""Tables as a workbook (Office Open XML, ECMA-376 part 1) that is made while it is sent.

Cells are texts, as they stand, and whole numbers: no cell is a formula, and none becomes one where it is edited.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import RawIOBase
from itertools import count
from string import ascii_uppercase
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline.outputs.entry import plain
from timeline.outputs.table import FORMULA

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The most that a cell holds, in units of UTF-16.
LONGEST_CELL = 32_767
# What stands in a text and would be read as the mark of another character.
MARK = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# The styles of cells, by their places in STYLES: names of columns; texts that begin as a formula would.
HEADING, QUOTED = 1, 2
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook: its name, the names of its columns, and its rows, a part at a time."""

    name: str
    columns: list[str]
    parts: Iterable[Iterable[Iterable[Any]]]


class _Sent(RawIOBase):
    """What was written and is not yet sent; there is no way back in it."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def taken(self) -> bytes:
        """Return what was written since this was last asked."""
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


def workbook_parts(sheets: list[Sheet]) -> Iterator[bytes]:
    """Yield a workbook of some sheets; so much is in memory at once as one part of one sheet has."""
    sent = _Sent()
    with ZipFile(sent, "w") as package:
        for name, text in _frame(sheets).items():
            package.writestr(_named(name), text)
        for number, sheet in enumerate(sheets, start=1):
            with package.open(_named(f"xl/worksheets/sheet{number}.xml"), "w") as file:
                for text in _sheet(sheet):
                    file.write(text.encode())
                    yield sent.taken()
    yield sent.taken()


def _named(name: str) -> ZipInfo:
    """Return a file of the package; without a time of its own, so that the same rows make the same bytes."""
    file = ZipInfo(name)
    file.compress_type = ZIP_DEFLATED
    return file


def _frame(sheets: list[Sheet]) -> dict[str, str]:
    """Return the files that say what is in the package."""
    numbers = range(1, len(sheets) + 1)
    styles = len(sheets) + 1
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    named = "".join(
        f'<sheet name="{sheet.name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, sheets, strict=True)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="{DOCUMENT}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/>{kinds}</Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{targets}'
            f'<Relationship Id="rId{styles}" Type="{DOCUMENT}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": STYLES,
    }


def _sheet(sheet: Sheet) -> Iterator[str]:
    """Yield a sheet, whose first row stays in sight."""
    letters = [_letters(place) for place in range(len(sheet.columns))]
    numbers = count(2)
    yield (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultColWidth="20" defaultRowHeight="15"/><sheetData>'
        f"{_row(1, letters, sheet.columns, HEADING)}"
    )
    for part in sheet.parts:
        yield "".join(_row(next(numbers), letters, cells) for cells in part)
    yield "</sheetData></worksheet>"


def _letters(place: int) -> str:
    """Return the name of a column by its place from 0: A to Z, then AA."""
    return (_letters(place // 26 - 1) if place > 25 else "") + ascii_uppercase[place % 26]


def _row(number: int, letters: Iterable[str], cells: Iterable[Any], style: int = 0) -> str:
    named = ((f"{letter}{number}", cell) for letter, cell in zip(letters, cells, strict=True))
    told = "".join(_cell(name, cell, style) for name, cell in named if cell is not None and cell != "")
    return f'<row r="{number}">{told}</row>'


def _cell(name: str, value: Any, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    text = _cut(plain("\n".join(str(value).splitlines())))
    style = style or (QUOTED if text.startswith(FORMULA) else 0)
    shown = escape(MARK.sub("_x005F_", text))
    return f'<c r="{name}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _cut(text: str) -> str:
    """Return as much of a text as a cell holds; an ellipsis says that there was more."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"
