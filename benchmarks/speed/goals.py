"""What must be reached: each goal is a ratio of two things measured in one run, and its bar."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Series:
    """All times of one thing, in milliseconds."""

    times: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Return the middle one."""
        return median(self.times)

    @property
    def work(self) -> float:
        """Return the middle of the processor's times, which other programs on the machine disturb less."""
        return median(self.worked)

    @property
    def p95(self) -> float:
        """Return the one that nineteen of twenty are not above."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


@dataclass(frozen=True)
class Result:
    """One goal and what was measured; ``measured`` is None where it could not be, and ``note`` says why."""

    number: str
    goal: str
    measured: float | None
    bar: float
    is_at_least: bool = False
    note: str = ""
    unit: str = "×"

    @property
    def verdict(self) -> str:
        """Return met, missed or not measured."""
        if self.measured is None:
            return "not measured"
        met = self.measured >= self.bar if self.is_at_least else self.measured <= self.bar
        return "met" if met else "MISSED"

    @property
    def row(self) -> tuple[str, str, str, str, str, str]:
        """Return the cells of the table."""
        sign = "≥" if self.is_at_least else "≤"
        measured = "—" if self.measured is None else f"{_number(self.measured)}{self.unit}"
        return self.number, self.goal, measured, f"{sign} {_number(self.bar)}{self.unit}", self.verdict, self.note


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def as_table(results: list[Result]) -> list[str]:
    """Return the goals as a table in Markdown."""
    head = ("goal", "what", "measured", "bar", "", "note")
    rows = [head, tuple("---" for _ in head), *(result.row for result in results)]
    return ["| " + " | ".join(row) + " |" for row in rows]
