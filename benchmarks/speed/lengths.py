"""How long the narrowed lists of the busiest pair are, and lists of a large record as long as those of a small one.

Where that pair has few events in the small record, its narrowed lists fill no page: what is compared then with those of
the large one is what a few rows cost and what fifty cost, and not what the size of the record costs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import psycopg

from benchmarks.speed.statements import DEFAULT, HERE, LISTED, NEWEST, PLACE, Place

DEEP, YEAR = "pair, deep", "2024"
SHOWN = 50
KIND = f"""
SELECT key FROM timeline_pairfacet WHERE {DEFAULT} AND dimension = 'kind' ORDER BY count DESC, key LIMIT 1"""
LEADER = f"""
SELECT leader.id, slug FROM timeline_pairfacet JOIN timeline_leader leader ON leader.id = key::bigint
WHERE {DEFAULT} AND dimension = 'leader' ORDER BY count DESC, key LIMIT 1"""


@dataclass(frozen=True)
class Narrowed:
    """A list of a pair: what its address says without dates, which rows it has, and which of all days up to its last.

    ``when`` are the dates that its address says.
    """

    query: str
    rows: str
    until: str
    when: str = ""

    @property
    def address(self) -> str:
        """Return the query of its address."""
        return "?" + "&".join(part for part in (self.query, self.when and f"when={self.when}") if part)


def narrowed(connection: psycopg.Connection[Any], at: Place) -> dict[str, Narrowed]:
    """Return lists of a pair: its commonest kind, a year, its busiest leader."""
    (kind,) = connection.execute(KIND.encode(), at.values).fetchone() or ("",)
    leader, slug = connection.execute(LEADER.encode(), at.values).fetchone() or (0, "")
    of_kind, of_leader = f"kind = '{kind}'", f"leaders @> ARRAY[{leader}]::bigint[]"
    until = f"sort_date <= '{YEAR}-12-31'"
    return {
        "pair, one kind": Narrowed(f"kind={kind}", of_kind, of_kind),
        "pair, a year": Narrowed("", f"{until} AND last_date >= '{YEAR}-01-01'", until, YEAR),
        "pair, one leader": Narrowed(f"leader={slug}", of_leader, of_leader),
    }


def lengths(connection: psycopg.Connection[Any], at: Place) -> dict[str, int]:
    """Return how many events each narrowed list has, and how many come after the place deep in the whole list."""
    rows = {DEEP: f"{PLACE} < {HERE}", **{name: one.rows for name, one in narrowed(connection, at).items()}}
    return {name: int(_first(connection, at, "count(*)", condition)[0]) for name, condition in rows.items()}


def as_long(connection: psycopg.Connection[Any], at: Place, lengths: dict[str, int]) -> dict[str, str]:
    """Return for each list that fills no page the address of one of this record with about as many events."""
    lists, found = narrowed(connection, at), {}
    for name, length in lengths.items():
        if not 0 < length < SHOWN:
            continue
        if name == DEEP:
            from_the_end = f"{NEWEST.replace('DESC', 'ASC')} OFFSET {length}"
            place = _first(connection, at, PLACE.strip("()"), "true", from_the_end)
            found[name] = f"{at.address}?following={'.'.join(map(str, place))}"
        else:
            days, newest = "sort_date, max(sort_date) OVER ()", f"{NEWEST} OFFSET {length - 1}"
            first, last = _first(connection, at, days, lists[name].until, newest)
            found[name] = at.address + replace(lists[name], when=f"{first}..{last}").address
    return found


def _first(
    connection: psycopg.Connection[Any], at: Place, columns: str, condition: str, order: str = ""
) -> tuple[Any, ...]:
    statement = f"SELECT {columns} FROM timeline_eventpair WHERE {LISTED} AND {condition} {order} LIMIT 1"
    row: tuple[Any, ...] | None = connection.execute(statement.encode(), at.values).fetchone()
    assert row, f"the pair has no such list: {condition}"
    return row
