"""A record whose events differ in all that lists are filtered by, and what is read of a page with filters."""

import html
import re

from tests.cast import CUBA, DE_LA_FUENTE, MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import cite, make_event, part, statement_input

PAIR = "/pairs/mexico/united-states/"
COUNTRY = "/countries/mexico/"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
OPTION = re.compile(
    r'<input type="(?:checkbox|radio)" id="filter-[^"]*" name="(\w+)" value="([^"]*)"( checked)?( disabled)?>'
    r" ([^<]*) <span>(\d*)</span>"
)


def make_varied_record() -> None:
    """Publish events that differ in all that can be filtered by."""
    both = (part(MEXICO, SHEINBAUM), part(UNITED_STATES, TRUMP))
    ministers = (part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES, RUBIO))
    against = (part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient"))
    reported = statement_input(
        speech="indirect", words="She called it useful.", citations=(cite("words"), cite("speaker", "Sheinbaum"))
    )
    direct = statement_input()
    make_event(title="They talk about trade", participations=both, topics=("economic",), statements=(direct,))
    make_event(title="They talk about crime", participations=both, topics=("crime", "illegal_drugs"), edtf="2025-12-03",
               statements=(direct, reported))  # fmt: skip
    make_event(title="Ministers meet", kind="meeting", participations=ministers, topics=("crime",), edtf="2025-11-20")
    make_event(title="A warning on tariffs", kind="threat", participations=against, topics=("economic",),
               edtf="[2026-01-05..2026-01-11]", statements=(reported,))  # fmt: skip
    make_event(title="A plan to meet", kind="meeting", participations=ministers, modality="planned", edtf="2026-06")
    make_event(title="A call that was denied", modality="negated", participations=both, edtf="2025-10-01")
    make_event(title="Cuba and Mexico meet", kind="meeting", topics=("migration",), edtf="2025-09-09",
               participations=(part(MEXICO, SHEINBAUM), part(CUBA), part(UNITED_STATES, role="mentioned")))  # fmt: skip


def options(page: str) -> list[tuple[str, str, bool, bool, str, int]]:
    """Return name, value, whether chosen and disabled, label and number of each option of a page."""
    found = OPTION.findall(page)
    return [
        (name, html.unescape(value), bool(on), bool(off), label, int(count))
        for name, value, on, off, label, count in found
    ]


def titles(page: str) -> list[str]:
    return re.findall(r'class="event__title" lang="en"><a href="[^"]+">([^<]+)<', page)
