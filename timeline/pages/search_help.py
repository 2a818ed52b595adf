"""What the help page of the search shows: examples that can be tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

from timeline.pages.passages import told

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    StrOrPromise = str | _StrPromise


@dataclass(frozen=True)
class Example:
    """One example of the help page: a search that can be tried, and what it does."""

    query: str = told("What is typed.")
    does: "StrOrPromise" = told("What that looks for.")

    @property
    def address_query(self) -> str:
        """Return the query of the address that runs it."""
        return urlencode({"q": self.query})


# Each is run against the sample record by a test, and finds something.
EXAMPLES: Sequence[tuple["StrOrPromise", list[Example]]] = (
    (
        gettext_lazy("Words"),
        [
            Example("fentanyl trafficking", gettext_lazy("both words, in any form: “talk” finds “talking”")),
            Example('"drug cartels"', gettext_lazy("these words in this order")),
            Example("ceasefire OR truce", gettext_lazy("one of the two; OR in capitals")),
            Example("expels -Ukraine", gettext_lazy("the first word, and nothing about Ukraine")),
        ],
    ),
    (
        gettext_lazy("Countries and leaders"),
        [
            Example("mexico us", gettext_lazy("the timeline of two countries, by names, codes or their beginnings")),
            Example("Lopez Obrador migration", gettext_lazy("a leader and a word; accents may be left out")),
            Example("Turkiye", gettext_lazy("a country by another of its names")),
            Example("Estados Unidos", gettext_lazy("a country by its Spanish name")),
        ],
    ),
    (
        gettext_lazy("Dates"),
        [
            Example("cartels January 2026", gettext_lazy("a word in a month")),
            Example("2026-01-05..2026-01-11", gettext_lazy("everything in these days, then what may lie in them")),
            Example("sanctions since 2017", gettext_lazy("a word from a year on")),
            Example('"10 October"', gettext_lazy("in quotation marks a date is words like others")),
        ],
    ),
)
