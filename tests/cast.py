"""The standing cast: four countries, the leaders of the first article, what they held and since when.

Dates of office are public facts; each constant names a slug that the inputs use.
"""

from datetime import date

from timeline.gazetteer import search_key
from timeline.models import Country, CountryName, Leader, LeaderName, Office, Tenure
from timeline.values import When

MEXICO, UNITED_STATES, CUBA, VENEZUELA = "mexico", "united-states", "cuba", "venezuela"
SHEINBAUM, TRUMP, RUBIO = "claudia-sheinbaum", "donald-trump", "marco-rubio"
DE_LA_FUENTE, PIGOTT, MADURO = "juan-ramon-de-la-fuente", "tommy-pigott", "nicolas-maduro"

COUNTRIES = (
    (MEXICO, "Mexico", "MX", "MEX", "484", False),
    (UNITED_STATES, "United States", "US", "USA", "840", True),
    (CUBA, "Cuba", "CU", "CUB", "192", False),
    (VENEZUELA, "Venezuela", "VE", "VEN", "862", False),
)
SPANISH = {MEXICO: "México", UNITED_STATES: "Estados Unidos"}
NAMES = (
    (MEXICO, "México", "es", "short", None),
    (MEXICO, "New Spain", "en", "former", date(1821, 9, 27)),
    (UNITED_STATES, "United States of America", "en", "official", None),
    (UNITED_STATES, "Estados Unidos", "es", "short", None),
    (UNITED_STATES, "Washington", "en", "capital_as_government", None),
)
OFFICES = (
    ("president-of-mexico", MEXICO, "President", "head_of_state_and_government", "leader"),
    ("mayor-of-mexico-city", MEXICO, "Mayor of Mexico City", "other", "official"),
    ("foreign-minister-of-mexico", MEXICO, "Foreign Minister", "foreign_minister", "minister"),
    ("president-of-the-united-states", UNITED_STATES, "President", "head_of_state_and_government", "leader"),
    ("secretary-of-state", UNITED_STATES, "Secretary of State", "foreign_minister", "minister"),
    ("state-department-spokesperson", UNITED_STATES, "Spokesperson", "spokesperson", "official"),
    ("president-of-venezuela", VENEZUELA, "President", "head_of_state_and_government", "leader"),
)
LEADERS = (
    (SHEINBAUM, "Claudia Sheinbaum", "Sheinbaum", "she"),
    (TRUMP, "Donald Trump", "Trump", "he"),
    (RUBIO, "Marco Rubio", "Rubio", "he"),
    (DE_LA_FUENTE, "Juan Ramón de la Fuente", "de la Fuente", "he"),
    (PIGOTT, "Tommy Pigott", "Pigott", "he"),
    (MADURO, "Nicolás Maduro", "Maduro", "he"),
)
TENURES = (
    (SHEINBAUM, "mayor-of-mexico-city", "2018-12-05", "2023-06-16"),
    (SHEINBAUM, "president-of-mexico", "2024-10-01", ""),
    (TRUMP, "president-of-the-united-states", "2017-01-20", "2021-01-20"),
    (TRUMP, "president-of-the-united-states", "2025-01-20", ""),
    (RUBIO, "secretary-of-state", "2025-01-21", ""),
    (DE_LA_FUENTE, "foreign-minister-of-mexico", "2024-10-01", ""),
    (PIGOTT, "state-department-spokesperson", "2025", ""),
    (MADURO, "president-of-venezuela", "2013-04-19", ""),
)


def make_cast() -> None:
    """Write the cast; twice does nothing more."""
    if Country.objects.filter(slug=MEXICO).exists():
        return
    countries = {row[0]: _country(*row) for row in COUNTRIES}
    for slug, text, language, kind, until in NAMES:
        CountryName.objects.create(
            country=countries[slug], text=text, search_key=search_key(text), language=language, kind=kind,
            valid_until=until, source="test",
        )  # fmt: skip
    offices = {
        slug: Office.objects.create(
            slug=slug, country=countries[country], title=title, kind=kind, level=level, source="test"
        )
        for slug, country, title, kind, level in OFFICES
    }
    leaders = {
        slug: Leader.objects.create(
            slug=slug, name=name, family_name=family, sort_key=search_key(f"{family} {name}"), pronoun=pronoun,
            source="test",
        )
        for slug, name, family, pronoun in LEADERS
    }  # fmt: skip
    LeaderName.objects.create(
        leader=leaders[DE_LA_FUENTE], text="Juan Ramon de la Fuente", search_key="juan ramon de la fuente", kind="alias"
    )
    for leader, office, started, ended in TENURES:
        give_office(leaders[leader], offices[office], started, ended)


def give_office(leader: Leader, office: Office, started: str, ended: str = "") -> None:
    """Let somebody hold an office between two EDTF dates."""
    start, end = When.parse(started), When.parse(ended) if ended else None
    Tenure.objects.create(
        leader=leader, office=office, started=started, started_earliest=start.earliest, started_latest=start.latest,
        ended=ended, ended_earliest=end and end.earliest, ended_latest=end and end.latest, source="test",
    )  # fmt: skip


def _country(slug: str, name: str, iso2: str, iso3: str, numeric: str, has_article: bool) -> Country:
    country = Country.objects.create(
        slug=slug, name=name, name_es=SPANISH.get(slug, ""), sort_key=search_key(name), kind="state",
        iso2=iso2, iso3=iso3, iso_numeric=numeric, definite_article=has_article, source="test",
    )  # fmt: skip
    CountryName.objects.create(
        country=country, text=name, search_key=search_key(name), language="en", kind="short", source="test"
    )
    return country
