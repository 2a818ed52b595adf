"""What stands round the content of every reading page: what it says of itself where it is shared, its foot on paper."""

from dataclasses import dataclass

from django.utils.text import Truncator

from timeline.pages.dates import ShownDate
from timeline.pages.passages import told

LONGEST_CARD_TITLE, LONGEST_CARD_TEXT = 60, 155


@dataclass(frozen=True, slots=True)
class CardTags:
    """What a page says of itself where its address is shared (OpenGraph)."""

    title: str = told("Its title.")
    about: str = told("What it is about; may be empty.")
    address: str = told("Its whole address.")
    picture: str = told("The whole address of its picture.")
    language: str = told("Its language.")

    @classmethod
    def of(cls, title: str, about: str, address: str, picture: str, language: str) -> "CardTags":
        """Return the same with title and text cut to what is shown of them."""
        return cls(cut(title, LONGEST_CARD_TITLE), cut(about, LONGEST_CARD_TEXT), address, picture, language)


def cut(text: str, longest: int) -> str:
    """Return a text in at most so many letters."""
    return text if len(text) <= longest else Truncator(text).chars(longest)


@dataclass(frozen=True, slots=True)
class PrintFoot:
    """What a sheet of paper needs to be found again."""

    address: str = told("The whole address of the page.")
    day: ShownDate | None = told("The day on which it was made, where the page knows it.")


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A page's address in another language, and what that language calls itself."""

    code: str = told("The language.")
    name: str = told("What it calls itself.")
    address: str = told("The address of the page in it.")


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Words in another language than the page's."""

    text: str = told("The words.")
    language: str = told("Their language.")


@dataclass(frozen=True, slots=True)
class Alternate:
    """Where a page is in a language."""

    code: str = told("The language.")
    address: str = told("The whole address.")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of every reading page."""

    languages: list[OtherLanguage] = told("Where the page is in other languages.")
    has_own_search: bool = told("Whether the page has a search of its own, so that none stands in its head.")
