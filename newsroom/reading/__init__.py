"""The reading engine: an article's text in, proposals with their passages out."""

from newsroom.reading.reader import read

__all__ = ["read"]
