"""Figures that somebody gave."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a figure that somebody gave: its value, its unit, which way it went, and whether it is about so much."""

    value: Decimal
    unit: str
    direction: Literal["up", "down", "level"] = "level"
    is_approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse a value that is no number, or a figure without a unit; raise ``ValueError``."""
        if not self.value.is_finite():
            raise ValueError("A figure needs a number.")
        if not self.unit.strip():
            raise ValueError("A figure needs a unit: %, persons, US dollars.")

    def __str__(self) -> str:
        """Return the number without needless zeros, and the unit."""
        number = f"{self.value:f}"
        number = number.rstrip("0").rstrip(".") if "." in number else number
        return f"{number}{'' if self.unit == '%' else ' '}{self.unit}"
