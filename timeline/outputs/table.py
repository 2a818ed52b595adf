"""Tables of the pages as CSV, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from timeline.pages.matrix import Matrix

# A spreadsheet would run what begins so; tabs and returns can hide it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def matrix_csv(parts: Iterable[tuple[str, Matrix]]) -> str:
    """Return tables of contacts with the same columns, one after the other, each row led by what it is counted by."""
    text = StringIO()
    rows = csv.writer(text)
    parts = list(parts)
    rows.writerow(["by", "what", *(column.label for column in parts[0][1].columns), "all"])
    for by, matrix in parts:
        for row in matrix.rows:
            rows.writerow([by, spreadsheet_safe(row.label), *(cell.count for cell in row.cells), row.total.count])
    return text.getvalue()


def spreadsheet_safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not run."""
    return f"'{text}" if text.startswith(FORMULA) else text
