"""Find the rows that an input names by slug, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.actions.errors import OfficeNotKnown, UnknownCountry, UnknownLeader
from timeline.inputs import EventInput, StatementInput
from timeline.models import Country, Leader, Office, Tenure
from timeline.values import When

LEVELS = [Office.Level.LEADER, Office.Level.MINISTER, Office.Level.OFFICIAL]


@dataclass(frozen=True, slots=True)
class Directory:
    """Hold the countries, leaders and tenures that an input names. Costs three queries, whatever it names."""

    countries: dict[str, Country]
    leaders: dict[str, Leader]
    tenures: dict[int, list[Tenure]]

    def country(self, slug: str) -> Country:
        """Return the country; raise ``UnknownCountry``."""
        if slug not in self.countries:
            raise UnknownCountry(f"There is no country “{slug}”. Choose one from the list.")
        return self.countries[slug]

    def leader(self, slug: str | None) -> Leader | None:
        """Return the leader, or None where none is named; raise ``UnknownLeader``."""
        if slug is None:
            return None
        if slug not in self.leaders:
            raise UnknownLeader(f"There is no leader “{slug}”. Choose one from the list, or add the person first.")
        return self.leaders[slug]

    def tenure(
        self, leader: Leader | None, country: Country | None, when: When, office: str | None, is_unknown: bool
    ) -> Tenure | None:
        """Return the tenure that covers the date: in the office named, else the highest for the country.

        Raise ``OfficeNotKnown`` where none covers it, unless the input says that the office is not known.
        """
        if leader is None:
            return None
        found = [
            tenure
            for tenure in self.tenures.get(leader.pk, [])
            if tenure.covers(when.earliest, when.latest) and _fits(tenure, country, office)
        ]
        if found:
            return min(found, key=_rank)
        if is_unknown:
            return None
        where = f" as {office}" if office else f" for {country.name}" if country else ""
        raise OfficeNotKnown(
            f"No office of {leader.name}{where} is recorded that covers {when.edtf}. "
            "Record the tenure first, or say that the office is not known."
        )


def _rank(tenure: Tenure) -> tuple[int, bool, int]:
    return LEVELS.index(Office.Level(tenure.office.level)), tenure.is_acting, tenure.pk


def _fits(tenure: Tenure, country: Country | None, office: str | None) -> bool:
    if office:
        return tenure.office.slug == office
    return country is None or tenure.office.country_id == country.pk


def directory_for_event(event: EventInput) -> Directory:
    """Return the rows that an event names. Three queries."""
    countries = {part.country for part in event.participations}
    leaders = {part.leader for part in event.participations}
    for statement in event.statements:
        countries |= _countries(statement)
        leaders |= _leaders(statement)
    return _directory(countries, leaders)


def directory_for_statement(statement: StatementInput) -> Directory:
    """Return the rows that a statement names. Three queries."""
    return _directory(_countries(statement), _leaders(statement))


def _countries(statement: StatementInput) -> set[str]:
    return {*statement.about, *([statement.country] if statement.country else [])}


def _leaders(statement: StatementInput) -> set[str | None]:
    return {statement.leader, *(link.leader for link in statement.attributions)}


def _directory(countries: Iterable[str], leaders: Iterable[str | None]) -> Directory:
    people = {leader.slug: leader for leader in Leader.objects.filter(slug__in=[slug for slug in leaders if slug])}
    tenures: dict[int, list[Tenure]] = {}
    held = Tenure.objects.filter(leader__in=people.values()).select_related("office").order_by("pk")
    for tenure in held:
        tenures.setdefault(tenure.leader_id, []).append(tenure)
    found = Country.objects.filter(slug__in=set(countries))
    return Directory({country.slug: country for country in found}, people, tenures)
