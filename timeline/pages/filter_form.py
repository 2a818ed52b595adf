"""The form of a list's filters as its page draws it: menus, typed fields, the order, what is set, how many are left."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.filters import Chip, ListFilterSet
from timeline.pages.dates import taken_for
from timeline.pages.filters import FilterField, FilterPanel, Option
from timeline.pages.passages import told


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field of a form."""

    name: str = told("The field's name.")
    text: str = told("What is wrong, in sentences.")

    @classmethod
    def of(cls, name: str, errors: Iterable[str] | None) -> "FieldError | None":
        """Return what is wrong with a field; None where nothing is."""
        return cls(name, " ".join(errors)) if errors else None


@dataclass(frozen=True, slots=True)
class HiddenInput:
    """What the address says beside a form, and goes on saying."""

    name: str = told("The name.")
    value: str = told("The value.")


def hidden_inputs(data: QueryDict) -> list[HiddenInput]:
    """Return every name and value of a query."""
    return [HiddenInput(name, value) for name, values in data.lists() for value in values]


@dataclass(frozen=True, slots=True)
class MentionsSwitch:
    """The switch that includes what is only mentioned."""

    option: Option = told("Its one value.")
    error: FieldError | None = told("What is wrong with it.")


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """The options of one filter within a menu."""

    field: FilterField = told("The filter.")
    is_alone: bool = told("Whether nothing else stands in its menu.")
    has_names: bool = told("Whether a name can be typed.")
    error: FieldError | None = told("What is wrong with it.")

    @property
    def counts(self) -> str:
        """Return what the numbers beside the options count, in words."""
        return _("with numbers of statements") if self.field.counts_statements else _("with numbers of events")


@dataclass(frozen=True, slots=True)
class FilterMenu:
    """One menu: it opens under its button, on a phone in the section."""

    name: str = told("The name of its first filter.")
    label: str = told("What its button says.")
    chosen: str = told("How many of its options are chosen; empty for none.")
    is_open: bool = told("Whether something in it cannot be meant.")
    first: FilterOptions = told("Its options.")
    mentions: MentionsSwitch | None = told("The switch that includes mentions.", default=None)
    second: FilterOptions | None = told("The options of a second filter.", default=None)


@dataclass(frozen=True, slots=True)
class FilterText:
    """One filter that is typed."""

    name: str = told("The name in the address.")
    label: str = told("The name in words.")
    value: str = told("What is typed.")
    hint: str = told("An example; may be empty.")
    error: FieldError | None = told("What is wrong with it.")


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """One order of a list."""

    value: str = told("The value as the address has it; empty for what needs none.")
    label: str = told("The order in words.")
    is_chosen: bool = told("Whether the list is in it.")


@dataclass(frozen=True, slots=True)
class FilterOrder:
    """The choice of the order."""

    label: str = told("Its name in words.")
    choices: list[OrderChoice] = told("The orders.")
    error: FieldError | None = told("What is wrong with it.")


@dataclass(frozen=True, slots=True)
class ChipLink:
    """A filter that is set; the link takes it away."""

    label: str = told("What is set, in words.")
    address: str = told("The address of the list without it.")


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The form with all that stands in it, and what is set."""

    size: str = told("How many events or statements the list has, in words.")
    address: str = told("The address of the list.")
    target: str = told("The id of the list in the page.")
    selects: bool = told("Whether the list is taken out of the whole page.")
    is_open: bool = told("Whether something cannot be meant, so that the form is shown open.")
    default_show: str = told("What is shown where nothing is said, if not what happened.")
    hidden: list[HiddenInput] = told("What the address says beside the filters.")
    menus: list[FilterMenu] = told("The menus in order.")
    texts: list[FilterText] = told("The filters that are typed.")
    order: FilterOrder | None = told("The choice of the order.")
    chips: list[ChipLink] = told("What is set.")
    bare_address: str = told("The address without any filter, where several are set.")

    @property
    def chosen(self) -> str:
        """Return how many filters are set; empty for none."""
        return str(len(self.chips) or "")


def filter_form(panel: FilterPanel, address: str, target: str, *, selects: bool = False) -> FilterForm:
    """Return the form of a panel at an address."""
    filters, show = panel.filters, panel.fields.get("show")
    return FilterForm(
        size=panel.size,
        address=address,
        target=target,
        selects=selects,
        is_open=not panel.is_valid,
        default_show=show.default if show and show.default != "happened" else "",
        hidden=[HiddenInput(name, str(value)) for name, value in filters.base.items()],
        menus=list(_menus(panel)),
        texts=list(_texts(panel)),
        order=_order(panel) if panel.is_ordered else None,
        chips=[_chip(chip, filters, address) for chip in panel.chips],
        bare_address=_with_query(address, filters.base_query) if len(panel.chips) > 1 else "",
    )


def _menus(panel: FilterPanel) -> Iterable[FilterMenu]:
    """Return a menu for each filter that the list has; leaders stand in that of levels, mentions in that of acts."""
    fields = panel.fields
    for name in ("kind", "level", "country", "topic", "speech", "show"):
        if (first := fields.get(name)) is None:
            continue
        second = fields.get("leader") if name == "level" else None
        both = [field for field in (first, second) if field]
        # Of what is shown one option is always chosen: that which stands where nothing is said does not count.
        chosen = sum(field.chosen for field in both) if name != "show" else first.chosen_beside_default
        mentions = _mentions(panel) if name == "show" else None
        yield FilterMenu(
            name=name,
            label=_("Who") if name == "level" else first.label,
            chosen=str(chosen or ""),
            is_open=any(field.errors for field in both) or bool(mentions and mentions.error),
            first=_options(first, is_alone=second is None),
            mentions=mentions,
            second=_options(second, is_alone=False) if second else None,
        )


def _options(field: FilterField, *, is_alone: bool) -> FilterOptions:
    return FilterOptions(field, is_alone, field.name == "leader", FieldError.of(field.name, field.errors))


def _mentions(panel: FilterPanel) -> MentionsSwitch | None:
    if panel.mentions is None:
        return None
    return MentionsSwitch(panel.mentions, FieldError.of("mentions", panel.filters.errors_by_field.get("mentions")))


def _texts(panel: FilterPanel) -> Iterable[FilterText]:
    """Return the typed filters; the two ends of a span stand there only where one of them is set."""
    filters, errors = panel.filters, panel.filters.errors_by_field
    hints = {"when": _("Jan 2026"), "after": "", "before": "", "q": _("border")}
    for name, hint in hints.items():
        is_end = name in {"after", "before"}
        if name in filters.filters and (not is_end or filters.said("after") or filters.said("before")):
            label, error = str(filters.filters[name].label), FieldError.of(name, errors.get(name))
            yield FilterText(name, label, filters.said(name), hint, error)


def _order(panel: FilterPanel) -> FilterOrder:
    filters = panel.filters
    now = filters.said("order") or filters.default_order
    choices = [
        OrderChoice(key if key != filters.default_order else "", str(label), key == now)
        for key, label in filters.orders
    ]
    error = FieldError.of("order", filters.errors_by_field.get("order"))
    return FilterOrder(str(filters.filters["order"].label), choices, error)


def _chip(chip: Chip, filters: ListFilterSet, address: str) -> ChipLink:
    days = taken_for(*filters.span_of(chip.name)) if chip.name == "when" else ""
    return ChipLink(f"{chip.label} ({days})" if days else chip.label, _with_query(address, chip.query))


def _with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address
