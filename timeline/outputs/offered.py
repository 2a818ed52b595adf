"""What a page shows as it is offered in other forms: whose it is, what its filters say, under which addresses."""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from django.urls import reverse

from timeline.filters import ListFilterSet


class Offered(Protocol):
    """What stands at the head of a feed."""

    @property
    def language(self) -> str:
        """Return the language of the page."""

    @property
    def full_title(self) -> str:
        """Return the title with the filters."""

    @property
    def here(self) -> str:
        """Return the path of the page with the filters."""

    @property
    def address(self) -> str:
        """Return the whole address of the page with the filters."""

    def file_address(self, name: str) -> str:
        """Return the whole address of a file beside the page."""


@dataclass(frozen=True)
class OfferedLog:
    """A log without filters: its title, the site's address, the page's path."""

    full_title: str
    site: str
    here: str
    language: str

    @property
    def address(self) -> str:
        """Return the whole address of the page."""
        return self.file_address("")

    def file_address(self, name: str) -> str:
        """Return the whole address of a file beside the page."""
        return f"{self.site}{self.here}{name}"


@dataclass(frozen=True)
class OfferedList:
    """A list with its filters, beside whose page its other forms stand.

    ``page`` is the page's path, ``site`` its host, ``rows`` what it is a list of, ``frame`` where it can be framed.
    """

    title: str
    site: str
    page: str
    filters: ListFilterSet
    language: str
    rows: str = "events"
    frame: str = ""

    @property
    def path(self) -> str:
        """Return the path of the page without the language, and without the slash before it."""
        return self.page.removeprefix(reverse("timeline:home"))

    @property
    def words(self) -> list[str]:
        """Return the filters that are set, in words."""
        return [chip.label for chip in self.filters.chips]

    @property
    def full_title(self) -> str:
        """Return the title with the filters."""
        return ", ".join([self.title, *self.words])

    @property
    def here(self) -> str:
        """Return the path of the page with the filters."""
        return f"{self.page}{self.filters.question}"

    @property
    def address(self) -> str:
        """Return the whole address of the page with the filters."""
        return self.file_address("")

    def file_address(self, name: str, **more: str) -> str:
        """Return the whole address of a file beside the page, with the filters and what else is asked of it."""
        asked = urlencode({key: value for key, value in more.items() if value})
        between = "&" if self.filters.question else "?"
        return f"{self.site}{self.page}{name}{self.filters.question}{between + asked if asked else ''}"
