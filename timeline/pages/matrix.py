"""Numbers of contacts as a table, by year: each number leads to the list that has as many events."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from timeline.pages.passages import told
from timeline.queries.contacts import ContactCount

# Of more columns than these, the next longer step is taken: years, decades, centuries.
MOST_COLUMNS = 12
STEPS = (1, 10, 100)


@dataclass(frozen=True)
class Column:
    """A year, a decade or a century."""

    first: int = told("The first year.")
    last: int = told("The last year.")

    @property
    def label(self) -> str:
        """Return the time in words."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def when(self) -> str:
        """Return the time as filters take it."""
        return f"{self.first:04d}" if self.first == self.last else f"{self.first:04d}/{self.last:04d}"


@dataclass(frozen=True)
class Cell:
    """A number and the list that it counts."""

    count: int = told("How many contacts.")
    address: str = told("The list; empty where there is none.")
    when: str = told("The column in words: a time or a level; empty in the column of all.")


@dataclass(frozen=True)
class MatrixRow:
    """The numbers of one level or one country."""

    label: str = told("What is counted in the row.")
    address: str = told("Where the label leads; empty: nowhere.")
    cells: list[Cell] = told("A number for each column.")
    total: Cell = told("The number of all columns together; what lies in two years is counted once.")


@dataclass(frozen=True)
class Matrix:
    """A table of numbers of contacts."""

    columns: list[Column] = told("The years, decades or centuries, oldest first.")
    rows: list[MatrixRow] = told("The rows in order.")


def columns_of(counts: Iterable[ContactCount]) -> list[Column]:
    """Return the years from the first contact to the last without gaps, or decades or centuries where they are many."""
    counts = list(counts)
    if not counts:
        return []
    first, last = min(row.first_year for row in counts), max(row.last_year for row in counts)
    step = next((step for step in STEPS if last // step - first // step < MOST_COLUMNS), STEPS[-1])
    return [Column(start, start + step - 1) for start in range(first - first % step, last + 1, step)]


def row_of(
    label: str,
    counts: Sequence[ContactCount],
    columns: Sequence[Column],
    address_of: Callable[[str], str],
    address: str = "",
) -> MatrixRow:
    """Return one row; ``address_of`` gives the list for a time as filters take it, and for none.

    What may lie in two years stands in both, as it does in both lists.
    """
    cells = []
    for column in columns:
        count = sum(row.count for row in counts if row.first_year <= column.last and column.first <= row.last_year)
        cells.append(Cell(count, address_of(column.when) if count else "", column.label))
    total = sum(row.count for row in counts)
    return MatrixRow(label, address, cells, Cell(total, address_of("") if total else "", ""))
