"""What a leader said: all of it or about one country, over time, with filters."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from timeline.filters import SPEECH, PlaceInList
from timeline.filters.sets import DIMENSIONS
from timeline.filters.statements import StatementFilterSet
from timeline.models import Country, Leader
from timeline.pages.event import SaidLine, said_line
from timeline.pages.filters import Blame, FilteredList, FilterField, FilterPanel, Option, OptionGroup, country_field
from timeline.pages.passages import Notes, told
from timeline.queries.statements import (
    StatementCounts,
    StatementFilter,
    page_of_statements,
    statement_counts,
    statement_numbers,
    statements_on,
)


@dataclass(frozen=True)
class ListedStatement:
    """A statement in a list."""

    line: SaidLine = told("The statement with all that its line shows.")
    is_possible: bool = told("Whether it only may have been said within the dates that were asked for.")


@dataclass(frozen=True, kw_only=True)
class ListedStatements(FilteredList):
    """A filtered list of statements."""

    said: list[ListedStatement] = told("The statements of this page of the list.")


@dataclass(frozen=True)
class StatementsPage:
    """What a leader said, all or about one country, over time."""

    leader: Leader = told("The leader.")
    country: Country | None = told("The country spoken about; nothing: all that was said.")
    listed: ListedStatements = told("The list with its filters.")

    @property
    def name(self) -> str:
        """Return the page's name, as its title has it."""
        return statements_name(self.leader, self.country)


def statements_name(leader: Leader, country: Country | None) -> str:
    """Return what a list of a leader's statements is called."""
    if country is None:
        return _("What %(name)s said") % {"name": leader.name}
    return _("%(name)s on %(country)s") % {"name": leader.name, "country": country.in_text}


def statements_page(
    leader: Leader, country: Country | None, filters: StatementFilterSet, where: PlaceInList
) -> StatementsPage:
    """Read a page of what a leader said, and the numbers of its filters (at most 11 queries)."""
    chosen, whole = filters.chosen, statement_counts(leader, country, StatementFilter())
    if chosen is None:
        panel = _panel(filters, whole, None, [])
        return StatementsPage(leader, country, ListedStatements(filters=filters, panel=panel, said=[]))
    is_whole = replace(chosen, is_newest_first=False) == StatementFilter()
    counts = whole if is_whole else statement_counts(leader, country, chosen)
    rows = statements_on(leader, country, chosen)
    page = page_of_statements(rows, where.after, where.before, is_newest_first=chosen.is_newest_first)
    blames = [] if counts.total else _blames(leader, country, filters, chosen)
    listed = ListedStatements(
        filters=filters,
        panel=_panel(filters, whole, counts, blames),
        said=[ListedStatement(said_line(one, Notes()), not chosen.is_definite(one)) for one in page.statements],
        following=filters.query_to("following", page.after),
        preceding=filters.query_to("preceding", page.before),
    )
    return StatementsPage(leader, country, listed)


def _panel(
    filters: StatementFilterSet, whole: StatementCounts, counts: StatementCounts | None, blames: list[Blame]
) -> FilterPanel:
    numbers = counts.by if counts is not None and counts.is_complete else None
    forms = [
        Option(
            key, str(label), numbers["form"].get(key, 0) if numbers else None, key in filters.values_of("speech"),
            "speech",
        )
        for key, label in SPEECH
    ]  # fmt: skip
    label, errors = str(filters.filters["speech"].label), filters.errors_by_field.get("speech", [])
    fields = {"speech": FilterField("speech", label, [OptionGroup("", forms)], errors, counts_statements=True)}
    if "country" in filters.filters:
        field = country_field(filters, whole.by["about"], numbers["about"] if numbers else None)
        fields["country"] = replace(field, counts_statements=True)
    chosen = filters.chosen
    return FilterPanel(
        filters=filters,
        is_valid=chosen is not None,
        fields=fields,
        mentions=None,
        count=counts.total if counts is not None else 0,
        total=whole.total,
        is_oldest_first=chosen is None or not chosen.is_newest_first,
        is_counted=counts is None or counts.is_counted,
        blames=blames,
        earlier=None,
        later=None,
        lists_statements=True,
    )


def _blames(
    leader: Leader, country: Country | None, filters: StatementFilterSet, chosen: StatementFilter
) -> list[Blame]:
    """Return the filters without which there are statements, the most first (1 query, none where none is set)."""
    without = {
        "speech": replace(chosen, speech=()), "country": replace(chosen, countries=()),
        "text": replace(chosen, text=""), "date": replace(chosen, earliest=None, latest=None),
    }  # fmt: skip
    dimensions = {name: labels for name, labels in filters.dimensions.items() if name in DIMENSIONS}
    numbers = statement_numbers(leader, country, [without[name] for name in dimensions])
    blames = [
        Blame(", ".join(labels), filters.query_without(name), number)
        for (name, labels), number in zip(dimensions.items(), numbers, strict=True)
        if number
    ]
    return sorted(blames, key=lambda blame: -blame.count)
