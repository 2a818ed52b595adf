"""What does not fit in what is known of offices, for those who complete it."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from timeline.models import Participation
from timeline.queries.tenures import Misfit, misfits, without_office

MISFITS_ON_PAGE = 50
MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """Hold a page of gaps and overlaps, and those who acted without an office that is known."""

    misfits: Page[Misfit]
    people: list[Participation]
    people_left_out: int


def offices_page(number: str | None) -> OfficesPage:
    """Return a page of the report; a number that is none is the first page, one too high the last (3 queries)."""
    people, count = without_office(MOST_PEOPLE)
    return OfficesPage(Paginator(misfits(), MISFITS_ON_PAGE).get_page(number), people, count - len(people))
