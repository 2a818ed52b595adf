"""Changes of what pages say of countries, leaders, offices and coverage, made in the tables as any writer could."""

from datetime import date

from tests.cast import SHEINBAUM
from tests.factories import AT
from timeline.models import Country, Coverage, Leader, Office, Tenure


def rename_a_country():
    """Give a country another name."""
    Country.objects.filter(slug="mexico").update(name="Mexican States", name_es="Estados de México")


def rename_a_leader():
    """Give a leader another name."""
    Leader.objects.filter(slug=SHEINBAUM).update(name="Claudia Sheinbaum Pardo")


def rename_an_office():
    """Give an office another title."""
    offices = Office.objects.filter(tenures__leader__slug=SHEINBAUM)
    offices.update(title="Head of the Union", title_es="Jefa de la Unión")


def end_a_tenure():
    """Let a tenure end."""
    Tenure.objects.filter(leader__slug=SHEINBAUM).update(
        ended="2026-01-02", ended_earliest=date(2026, 1, 2), ended_latest=date(2026, 1, 2)
    )


def say_what_is_covered():
    """Say what is covered."""
    Coverage.objects.create(checked_at=AT, known_gaps="Nothing before 2025.")


CHANGES_OF_WORDS = (rename_a_country, rename_a_leader, rename_an_office, end_a_tenure, say_what_is_covered)
