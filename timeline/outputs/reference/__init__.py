"""References to events, statements and sources: in styles of words for readers, and in the forms of programs."""

from timeline.outputs.reference.bibtex import bibtex
from timeline.outputs.reference.coins import coins
from timeline.outputs.reference.csl import csl_json
from timeline.outputs.reference.items import Author, Reference, authors_in, to_event, to_list, to_source, to_statement
from timeline.outputs.reference.page import Cited, cite_page, cited
from timeline.outputs.reference.ris import ris
from timeline.outputs.reference.styles import STYLES, Run
from timeline.outputs.reference.wiki import wiki

__all__ = [
    "STYLES",
    "Author",
    "Cited",
    "Reference",
    "Run",
    "authors_in",
    "bibtex",
    "cite_page",
    "cited",
    "coins",
    "csl_json",
    "ris",
    "to_event",
    "to_list",
    "to_source",
    "to_statement",
    "wiki",
]
