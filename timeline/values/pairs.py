"""Two countries, whatever order they are named in."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CountryPair:
    """Hold two countries by slug, the alphabetically first as ``first_slug`` whatever order they were given in."""

    first_slug: str
    second_slug: str

    def __post_init__(self) -> None:
        """Put the slugs in order; raise ``ValueError`` for a country with itself or an empty slug."""
        first, second = sorted((self.first_slug, self.second_slug))
        if not first:
            raise ValueError("A pair has two countries.")
        if first == second:
            raise ValueError("A country has no timeline with itself.")
        object.__setattr__(self, "first_slug", first)
        object.__setattr__(self, "second_slug", second)

    def __iter__(self) -> Iterator[str]:
        """Yield both slugs in order."""
        return iter((self.first_slug, self.second_slug))

    def __str__(self) -> str:
        """Return both slugs as the address has them."""
        return f"{self.first_slug}/{self.second_slug}"
