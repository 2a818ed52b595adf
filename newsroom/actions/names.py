"""Find the record's countries and leaders by the codes and names that a reading gives."""

from __future__ import annotations

from functools import cached_property

from newsroom.models.content import Participant
from timeline.gazetteer import Gazetteer, load
from timeline.kinds import KINDS
from timeline.models import Country, Leader

# A title is read alone, in lists and links: it must not tell as a fact what is planned, denied or claimed.
NOT_HAPPENED = {
    "planned": ", planned",
    "cancelled": ", cancelled",
    "negated": ", said not to have taken place",
    "alleged": ", alleged",
    "hypothetical": ", conditional",
}


class Names:
    """Hold the slugs that the record knows; two queries in all."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer = load()

    @cached_property
    def _countries(self) -> dict[str, tuple[str, str]]:
        """Return slug to (name, name in running text)."""
        return {country.slug: (country.name, country.in_text) for country in Country.objects.all()}

    @cached_property
    def _leaders(self) -> dict[str, tuple[str, str]]:
        """Return slug to (name, family name)."""
        return {
            slug: (name, family) for slug, name, family in Leader.objects.values_list("slug", "name", "family_name")
        }

    @cached_property
    def _leaders_by_name(self) -> dict[str, str]:
        return {name: slug for slug, (name, _) in self._leaders.items()}

    def country_slug(self, code: str) -> str:
        """Return the slug of an ISO code; empty where the record has no such country."""
        entry = self.gazetteer.country_by_code(code) if code else None
        return entry.slug if entry and entry.slug in self._countries else ""

    def names_of_country(self, slug: str) -> list[str]:
        """Return the names of a country, the longest first."""
        return sorted({entry.text for entry in self.gazetteer.names_of(slug)}, key=lambda text: (-len(text), text))

    def leader_slug(self, name: str) -> str:
        """Return the slug of a person; empty where the record has no such person, or more than one."""
        if name in self._leaders_by_name:
            return self._leaders_by_name[name]
        known = (
            [entry.slug for entry in self.gazetteer.find_leaders(name) if entry.slug in self._leaders] if name else []
        )
        return known[0] if len(known) == 1 else ""

    def family_name(self, slug: str) -> str:
        """Return the part of a leader's name that is used alone."""
        name, family = self._leaders.get(slug, ("", ""))
        return family or name.split(" ")[-1]

    def event_title(self, kind: str, modality: str, participants: tuple[Participant, ...]) -> str:
        """Return a plain title of an event: what, whether it took place, and who; an editor makes it better."""
        label = KINDS[kind].label + NOT_HAPPENED.get(modality, "") if kind in KINDS else ""
        sides = {"actor": [], "recipient": []}  # type: dict[str, list[str]]
        for part in participants:
            if part.role == "party":
                person = self.family_name(part.leader) or part.person
                sides[part.side].append(person or self._countries.get(part.country, ("", ""))[0])
        actors, others = (" and ".join(dict.fromkeys(sides[side])) for side in ("actor", "recipient"))
        who = f"{actors} to {others}" if actors and others else actors or others
        return f"{label}: {who}" if label and who else label or who
