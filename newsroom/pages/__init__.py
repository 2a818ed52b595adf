"""What each page of the newsroom shows, as typed values; templates only lay it out."""

from newsroom.pages.cards import Card, Person, card_of
from newsroom.pages.desk import Bar, DeskPage, card_page, desk_page
from newsroom.pages.events import PublicEventPage, PublicStatementPage, public_event_page, public_statement_page
from newsroom.pages.guide import Block, GuidePage, Run, guide_page
from newsroom.pages.offices import OfficesPage, offices_page
from newsroom.pages.passages import PassagesPage, passages_page
from newsroom.pages.publication import PublicationPage, publication_page
from newsroom.pages.queue import QueuePage, queue_page
from newsroom.pages.searches import Week, searches_page

__all__ = [
    "Bar",
    "Block",
    "Card",
    "DeskPage",
    "GuidePage",
    "OfficesPage",
    "PassagesPage",
    "Person",
    "PublicEventPage",
    "PublicStatementPage",
    "PublicationPage",
    "QueuePage",
    "Run",
    "Week",
    "card_of",
    "card_page",
    "desk_page",
    "guide_page",
    "offices_page",
    "passages_page",
    "public_event_page",
    "public_statement_page",
    "publication_page",
    "queue_page",
    "searches_page",
]
