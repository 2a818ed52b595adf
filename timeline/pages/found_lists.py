"""What the page of a search is filled with: its frame, and each list that has something."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.filters.record import FoundFilterSet
from timeline.filters.search import List
from timeline.pages.passages import told
from timeline.pages.search import Group, SearchPage


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list of what a search found."""

    name: str = told("Its name in the address.")
    label: str = told("Its name on the page.")
    counted: str = told("How many were found, in words where there are more than were ranked.")
    first_place: int = told("The place of its first hit.")
    hits: SafeString = told("Its hits as they are drawn.")
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
            hits=group.drawn,
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
class FoundPage:
    """What stands under the box of a search that looked for something."""

    days: str = told("For which days a phrase of time was taken; empty where it says them itself.")
    since: str = told("Since when was looked, where a phrase is of too common words; may be empty.")
    nothing: SafeString = told("Why nothing was found and what to try; empty where something was.")
    pairs: SafeString = told("The pairs that are named.")
    names: SafeString = told("The countries and leaders that are named.")
    lists: Sequence[FoundList] = told("Each list that has something.")
    has_only_names: bool = told("Whether the record has nothing about who is named.")
    is_paged: bool = told("Whether the list goes on before or behind this page.")
    newer: str = told("The query of the page before.")
    older: str = told("The query of the next page.")
    all_lists: str = told("The query that shows all lists; empty where all stand here.")

    @classmethod
    def of(cls, page: SearchPage, lists: Sequence[FoundList], draw: Callable[[str], SafeString]) -> "FoundPage":
        """Return what was found; ``draw`` draws what is seldom there by a template's name."""
        nothing = SafeString("")
        return cls(
            days=page.days_words,
            since=page.since_words,
            nothing=draw("components/nothing-found.html") if page.is_lacking else nothing,
            pairs=draw("timeline/_search_pairs.html") if page.pairs else nothing,
            names=draw("timeline/_search_names.html") if page.named.countries or page.named.leaders else nothing,
            lists=lists,
            has_only_names=not lists and not page.is_lacking,
            is_paged=bool(page.newer or page.older),
            newer=page.newer,
            older=page.older,
            all_lists=page.filters.query_all_lists if page.filters.shown_alone else "",
        )


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
