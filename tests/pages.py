"""What tests read in an answer."""

import re
from html import unescape


def text_of(response) -> str:
    """Return the page with its white space, what may not break too, as single spaces."""
    return re.sub(r"(?:\s|&nbsp;)+", " ", response.content.decode())


def words_of(response) -> str:
    """Return the page as text_of does, without its tags and with each character as itself."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.content.decode())))


def row_titles(response) -> list[str]:
    """Return the titles of the events of a pair's page, in order."""
    return re.findall(r'class="event__title" lang="en"><a href="[^"]+">([^<]+)<', response.content.decode())


def line_titles(response) -> list[str]:
    """Return the titles of the events of a short list, in order."""
    return re.findall(r'class="line__title"><a href="[^"]+">([^<]+)<', response.content.decode())
