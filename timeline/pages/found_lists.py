"""What the page of a search is filled with: its frame, and each list that has something."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.filters.record import FoundFilterSet
from timeline.filters.search import List
from timeline.pages.hits import Hit
from timeline.pages.passages import told
from timeline.pages.search import Group, SearchPage


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list of what a search found; of its three kinds of hits it has one."""

    name: str = told("Its name in the address.")
    label: str = told("Its name on the page.")
    counted: str = told("How many were found, in words where there are more than were ranked.")
    first_place: int = told("The place of its first hit.")
    events: Sequence[Hit] = told("Events.")
    statements: Sequence[Hit] = told("Statements.")
    sources: Sequence[Hit] = told("Sources.")
    filters: SafeString = told("The filters of events that are shown alone, and why none is left.")
    files: SafeString = told("Where the list is in other forms.")
    filter_query: str = told("The query that shows all of it with filters; empty where there is another way to that.")
    all_query: str = told("The query that shows the list alone; empty where all of it stands here.")
    all_words: str = told("What that leads to.")
    note: str = told("What is said of matches that were not ranked; may be empty.")

    @classmethod
    def of(cls, group: Group, page: SearchPage, filters: SafeString, files: SafeString) -> "FoundList":
        """Return a list as its template takes it; ``filters`` and ``files`` are drawn already, or empty."""
        counted = _("more than %(n)s") % {"n": group.count} if group.is_cut else str(group.count)
        leads_on = group.name == List.EVENTS and not group.panel and group.count > 1 and not group.all_query
        is_cut_alone = page.filters.shown_alone and group.is_cut and not group.panel
        note = _("The newest %(n)s matches are ranked. Add a word or a date to reach older ones.")
        return cls(
            name=group.name,
            label=group.label,
            counted=counted,
            first_place=page.first_place,
            events=group.hits if group.name == List.EVENTS else (),
            statements=group.hits if group.name == List.STATEMENTS else (),
            sources=group.hits if group.name == List.SOURCES else (),
            filters=filters,
            files=files,
            filter_query=page.filters.of_events.base_query if leads_on else "",
            all_query=group.all_query,
            all_words=_all_words(group, page.most) if group.all_query else "",
            note=note % {"n": group.count} if is_cut_alone else "",
        )


def _all_words(group: Group, most: int) -> str:
    label = group.label.lower()
    if group.is_cut:
        return _("The best of the newest %(n)s %(list)s") % {"n": most, "list": label}
    return _("All %(n)s %(list)s") % {"n": group.count, "list": label}


@dataclass(frozen=True, slots=True)
class SearchFrame:
    """What stands round what a search found: it is known before that."""

    card: SafeString = told("What the page says of itself where it is shared.")
    alternates: SafeString = told("Where it is in each language.")
    masthead: SafeString = told("The head of every reading page.")
    foot: SafeString = told("What a sheet of paper needs to be found again.")
    head: SafeString = told("The title, the box, and what is wrong with what was typed.")


@dataclass(frozen=True, slots=True)
class SearchParts:
    """All of the page as its template takes it."""

    frame: SearchFrame = told("What stands round what was found.")
    title: SafeString = told("The title, cut to what a title holds.")
    is_asked: bool = told("Whether anything was asked: what was found asks not to be listed elsewhere.")
    feed: FoundFilterSet | None = told("The filters of its feed; None where there is none.")
    is_sample: bool = told("Whether the record is a sample.")
    found: SafeString = told("What was found.")
