"""A link to a source opens it at the words that are cited."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.pages.passages import passage_address


@pytest.mark.parametrize(
    ("exact", "fragment"),
    [
        ("talks on trade", "talks%20on%20trade"),
        ("drug-trafficking, he said & left", "drug%2Dtrafficking%2C%20he%20said%20%26%20left"),
        ("“ruled out” an intervention by force", "an%20intervention%20by%20force"),
        ("“We continue to work… We seek coordination”", "We%20continue%20to%20work"),
        ("de la Fuente habló ayer", "de%20la%20Fuente%20habl%C3%B3%20ayer"),
        ("first line\nsecond line is longer", "second%20line%20is%20longer"),
    ],
)
def test_a_link_opens_the_page_at_the_words(exact, fragment):
    assert passage_address("https://example.org/a", exact) == f"https://example.org/a#:~:text={fragment}"


def test_a_long_passage_is_named_by_its_ends():
    words = " ".join(f"word{number}" for number in range(100))
    address = passage_address("https://example.org/a#part", words)
    assert address == (
        "https://example.org/a#part:~:text=word0%20word1%20word2%20word3%20word4,word95%20word96%20word97%20word98%20word99"
    )


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "ftp://example.org/", "data:text/html,x"])
def test_only_web_addresses_are_linked(address):
    assert passage_address(address, "words") == ""


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=400))
def test_a_fragment_holds_nothing_that_has_a_meaning_in_it(exact):
    address = passage_address("https://example.org/", exact)
    directive = address.partition(":~:text=")[2]
    assert directive.count(",") <= 1
    assert not set(directive) & set("&- <>\"'\n")
    for words in directive.split(","):
        assert unquote(words) in " ".join(exact.split()) or not words
