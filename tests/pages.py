"""What tests read in an answer."""

import re


def text_of(response) -> str:
    """Return the page with its white space, what may not break too, as single spaces."""
    return re.sub(r"(?:\s|&nbsp;)+", " ", response.content.decode())


def row_titles(response) -> list[str]:
    """Return the titles of the events of a pair's page, in order."""
    return re.findall(r'class="event__title" lang="en"><a href="[^"]+">([^<]+)<', response.content.decode())


def line_titles(response) -> list[str]:
    """Return the titles of the events of a short list, in order."""
    return re.findall(r'class="line__title"><a href="[^"]+">([^<]+)<', response.content.decode())
