"""Every kind of event in every turn of grammar that news uses: the tables are ``events_*.txt``."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Given

TABLES = "\n".join(path.read_text() for path in sorted(Path(__file__).parent.glob("events_*.txt"), reverse=True))
TABLE, _, SPANISH_TABLE = TABLES.partition("# spanish\n")
ROWS = [line for line in (TABLE + SPANISH_TABLE).splitlines() if line and line[0] != "#"]
LEAD = "The matter was followed closely by many people in the whole region and beyond, residents said."
CLOSING = "Nothing else of note was known about the matter by the evening."
SPANISH = "No se conoció nada más sobre el asunto hasta la noche, según fuentes de la zona."


def told(text: str) -> list[tuple[str, str, frozenset[str]]]:
    """Return what rules tell of a sentence among others: no guesses, of which ``test_guesses.py`` tells."""
    around = (SPANISH, SPANISH) if text in SPANISH_TABLE else (LEAD, CLOSING)
    found = read(f"{around[0]}\n\n{text}\n\n{around[1]}", Given(published="2026-01-12")).events
    told = [event for event in found if not event.rule.startswith("guess.")]
    return [(event.plover.split(":")[0], event.modality, frozenset(event.countries)) for event in told]


def is_reached(row: str) -> bool:
    text, wanted = row.removeprefix("! ").split(" || ")
    found = told(text)
    if wanted == "-":
        return not found
    for one in wanted.split(" ; "):
        first, *others = one.split(" | ")
        root, modality, *codes = first.split()
        sets = [frozenset(codes), *(frozenset(other.split()) for other in others)]
        hit = next(
            (e for e in found if e[0] in root.rstrip("?").split("|") and e[1] in modality.split("|") and e[2] in sets),
            None,
        )
        if hit is not None:
            found.remove(hit)
        elif not root.endswith("?"):
            return False
    return True


@pytest.mark.parametrize("row", ROWS)
def test_a_turn_is_read(row: str) -> None:
    assert is_reached(row) is not row.startswith("! "), told(row.removeprefix("! ").split(" || ")[0])


def test_most_turns_are_read() -> None:
    """Hold the floor: what is marked as not reached is the exception."""
    assert len(ROWS) >= 450
    assert sum(not row.startswith("! ") for row in ROWS) / len(ROWS) >= 0.9
