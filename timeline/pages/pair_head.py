"""What the head of a pair's page shows: its names, who governs, where the relationship stands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.kinds import KINDS
from timeline.models import Country, Succession
from timeline.pages.addresses import address_of, pair_addresses
from timeline.pages.bands import why_nobody_governs
from timeline.pages.coverage import is_old
from timeline.pages.dates import ShownDate, month_text, shown_date, shown_day, since_text
from timeline.pages.facts import PairFacts, pair_name
from timeline.pages.flags import Flag, flag_of
from timeline.pages.lists import span_of
from timeline.pages.passages import told
from timeline.queries import Governing, StateLine, ask_governing, ask_state_of_relationship, successions_of

# After these a state is taken for the one that it was; after a dissolution nobody is.
GOES_ON = {Succession.Kind.RENAME, Succession.Kind.CONTINUATION}


@dataclass(frozen=True, slots=True)
class SideOffice:
    """An office that somebody holds today."""

    office: str = told("The office.")
    is_acting: bool = told("Whether it is held for the time being.")
    since: str = told("Since when, in words.")


@dataclass(frozen=True, slots=True)
class SidePerson:
    """Somebody who governs one side today, or is its foreign minister."""

    name: str = told("The name.")
    address: str = told("The address of the leader's page.")
    offices: list[SideOffice] = told("The offices by which the person governs, the highest first.")


@dataclass(frozen=True, slots=True)
class LaterTimeline:
    """The timeline on which that of a former state goes on: with what continued it, or under its later name."""

    name: str = told("The names of its two countries.")
    address: str = told("Its address.")


@dataclass(frozen=True, slots=True)
class SideOfPair:
    """One side of a pair."""

    side: str = told("Which, of first and second.")
    label: str = told("The country's name.")
    address: str = told("The address of its page.")
    flag: Flag | None = told("Its flag.")
    people: list[SidePerson] = told("Who governs it today.")
    nobody: str = told("Why nobody is named, where that is so.")
    later: list[LaterTimeline] = told("Of a former state: the timelines on which this one goes on.")


@dataclass(frozen=True, slots=True)
class StateEntry:
    """One line of where the relationship stands: a published event and its footnote."""

    label: str = told("What it is about; empty where the line before is about the same.")
    address: str = told("The address of the event.")
    title: str = told("Its title.")
    when: ShownDate = told("Its date.")
    contact: str = told("Of a line that says when both were last in contact: by what.")
    number: int = told("The number of its footnote.")


@dataclass(frozen=True)
class PairHead:
    """The head of the page, as far as it depends on the state of the pair and the day alone."""

    first: str = told("The name of the country on the left: the first by slug.")
    second: str = told("The name of the country on the right.")
    second_has_article: bool = told("Whether English puts an article before that.")
    size: str = told("How many events happened between them, in words; empty where none did.")
    since: str = told("The first month that has events.")
    until: str = told("The last month, where that is another.")
    changed: ShownDate | None = told("When the pair's record last changed.")
    checked: ShownDate | None = told("When the sources were last looked through.")
    is_checked_alone: bool = told("Whether that is said of this pair; else of the record as a whole.")
    is_coverage_old: bool = told("Whether that is more than a week ago.")
    first_side: SideOfPair = told("The country on the left.")
    second_side: SideOfPair = told("The country on the right.")
    state: list[StateEntry] = told("Where the relationship stands.")
    notes: str = told("The addresses behind these lines, by their numbers, as paper shows them.")
    contacts_at: str = told("The address of calls and meetings by year.")
    compare_at: str = told("The address that compares this pair with others.")


def ask_pair_head(facts: PairFacts, today: date, site: str) -> Callable[[], PairHead]:
    """Ask for the head of the page (at most 2 queries), and return what reads it.

    ``site`` is its scheme and host, which paper cannot do without.
    """
    read_state = ask_state_of_relationship(facts.pair, facts.counts, today) if facts.pair else list
    read_people = ask_governing([facts.place.first.pk, facts.place.second.pk], today, facts.names)
    return lambda: _pair_head(facts, today, site, read_people(), read_state())


def _pair_head(
    facts: PairFacts, today: date, site: str, people: Sequence[Governing], state: Sequence[StateLine]
) -> PairHead:
    first, second, pair, coverage = facts.place.first, facts.place.second, facts.pair, facts.coverage
    total, span = facts.counts.total, span_of(facts.counts)
    slugs = first.slug, second.slug
    return PairHead(
        first=first.label,
        second=second.label,
        second_has_article=second.definite_article,
        size=ngettext("%(n)s event", "%(n)s events", total) % {"n": total} if total else "",
        since=month_text(span[0]) if span else "",
        until=month_text(span[1]) if span and span[0] != span[1] else "",
        changed=shown_day(pair.changed_at.date()) if pair else None,
        checked=shown_day(coverage.checked_at.date()) if coverage else None,
        is_checked_alone=coverage is not None and coverage.first_id is not None,
        is_coverage_old=coverage is not None and is_old(coverage, today),
        first_side=_side("first", first, second, people),
        second_side=_side("second", second, first, people),
        state=list(_entries(state)),
        notes=", ".join(
            f"{number} {site}{address_of('timeline:event_by_id', line.event_id)}"
            for number, line in enumerate(state, 1)
        ),
        contacts_at=address_of("timeline:pair_contacts", *slugs),
        compare_at=f"{address_of('timeline:compare')}?pair={','.join(slugs)}",
    )


def _side(side: str, country: Country, other: Country, people: Iterable[Governing]) -> SideOfPair:
    return SideOfPair(
        side=side,
        label=country.label,
        address=address_of("timeline:country", country.slug),
        flag=flag_of(country.iso2),
        people=[
            SidePerson(
                one.name,
                address_of("timeline:leader", one.slug),
                [SideOffice(held.office, held.is_acting, since_text(held.started)) for held in one.offices],
            )
            for one in people
            if one.country_id == country.pk
        ],
        nobody=why_nobody_governs(country),
        later=_later(country, other) if country.existed_until else [],
    )


def _later(country: Country, other: Country) -> list[LaterTimeline]:
    """Return where the timeline of a former state with another country goes on (1 query)."""
    to_pair = pair_addresses(other)
    return [
        LaterTimeline(pair_name(*sorted((one.successor, other), key=lambda each: each.slug)), to_pair(one.successor))
        for one in successions_of(country)
        if one.predecessor_id == country.pk and one.kind in GOES_ON and one.successor_id != other.pk
    ]


def _entries(lines: Iterable[StateLine]) -> Iterable[StateEntry]:
    labels, before = _labels(), ""
    for number, line in enumerate(lines, 1):
        yield StateEntry(
            label=labels[line.key] if line.key != before else "",
            address=address_of("timeline:event", line.event_id, line.slug),
            title=line.title,
            when=shown_date(line.when),
            contact=_(KINDS[line.kind].label).lower() if line.is_contact else "",
            number=number,
        )
        before = line.key


def _labels() -> dict[str, str]:
    return {
        "leaders_last_spoke": _("Last leader-level contact"),
        "ministers_last_spoke": _("Last minister-level contact"),
        "officials_last_spoke": _("Last official-level contact"),
        "last_agreement": _("Last agreement"),
        "last_threat": _("Last threat"),
        "last_refusal": _("Last refusal"),
        "last_measure": _("Last measure"),
        "planned": _("Planned"),
    }
