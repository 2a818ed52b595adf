"""The tables are brought into line with the gazetteer's files, and stay as they are when nothing changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from timeline.actions.gazetteer import load_gazetteer
from timeline.gazetteer import load
from timeline.models import Country, CountryName, Event, Leader, LeaderName, Office, Participation, Succession, Tenure

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 13, 9, tzinfo=UTC)
FILES = load()


def counts(gazetteer=FILES):
    """Load, and return what became of each table, by the name of its model."""
    models = (Country, CountryName, Succession, Office, Leader, LeaderName, Tenure)
    loaded = load_gazetteer(gazetteer, by="test", at=AT)
    return {model.__name__: table for model, table in zip(models, loaded, strict=True)}


def snapshot():
    models = (Country, CountryName, Succession, Office, Leader, LeaderName, Tenure)
    return [list(model.objects.order_by("pk").values()) for model in models]


def without_tenure(leader, office):
    return replace(FILES, tenures=tuple(t for t in FILES.tenures if (t.leader, t.office) != (leader, office)))


def test_everything_in_the_files_is_in_the_tables():
    counts()
    assert Country.objects.count() == len(FILES.countries)
    assert CountryName.objects.count() == len(FILES.names)
    assert Leader.objects.count() == len(FILES.leaders)
    assert Tenure.objects.count() == len(FILES.tenures)
    mexico = Country.objects.get(slug="mexico")
    assert (mexico.name, mexico.iso2, mexico.iso3, mexico.cow) == ("Mexico", "MX", "MEX", 70)
    assert Country.objects.get(slug="united-states").in_text == "the United States"
    assert Country.objects.get(slug="aland-islands").sort_key == "aland islands"
    minister = Tenure.objects.get(leader__slug="juan-ramon-de-la-fuente")
    assert (minister.office.title, minister.started_earliest) == ("Foreign Minister", date(2024, 10, 1))


def test_a_second_run_changes_nothing():
    assert all(table.added and not table.changed and not table.removed for table in counts().values())
    before = snapshot()
    assert not any(table.has_changed for table in counts().values())
    assert snapshot() == before


def test_what_changed_in_the_files_changes_in_place():
    counts()
    before = Country.objects.get(slug="mexico")
    mexico = replace(FILES.countries["mexico"], wikidata="Q1")
    table = counts(replace(FILES, countries={**FILES.countries, "mexico": mexico}))["Country"]
    assert (table.added, table.changed, table.removed) == (0, 1, 0)
    after = Country.objects.get(slug="mexico")
    assert (after.pk, after.wikidata) == (before.pk, "Q1")


def test_a_name_that_left_the_files_goes_and_a_country_stays():
    counts()
    names = tuple(name for name in FILES.names if name.country != "kosovo")
    countries = {slug: country for slug, country in FILES.countries.items() if slug != "kosovo"}
    successions = tuple(entry for entry in FILES.successions if entry.successor != "kosovo")
    fewer = counts(replace(FILES, names=names, countries=countries, successions=successions))
    assert fewer["CountryName"].removed == len(FILES.names) - len(names)
    assert fewer["Country"].removed == 0
    assert Country.objects.filter(slug="kosovo").exists()


def used_tenure():
    """Let an event use Sheinbaum's tenure, and return it."""
    tenure = Tenure.objects.get(leader__slug="claudia-sheinbaum")
    event = Event.objects.create(
        title="They talk", slug="they-talk", kind="phone_call", modality="happened", level="leader", edtf="2026-01-12",
        earliest=date(2026, 1, 12), latest=date(2026, 1, 12), precision="day", published_at=AT, updated_at=AT,
    )  # fmt: skip
    country = Country.objects.get(slug="mexico")
    Participation.objects.create(
        event=event, country=country, leader=tenure.leader, tenure=tenure, role="party", side="actor"
    )
    return tenure


def test_a_tenure_that_the_record_uses_is_never_removed():
    counts()
    tenure = used_tenure()
    fewer = counts(without_tenure("claudia-sheinbaum", "mexico-president"))
    assert fewer["Tenure"].removed == 0
    assert Tenure.objects.filter(pk=tenure.pk).exists()


def test_a_tenure_that_nothing_uses_goes_when_it_left_the_files():
    counts()
    fewer = counts(without_tenure("claudia-sheinbaum", "mexico-president"))
    assert fewer["Tenure"].removed == 1
    assert not Tenure.objects.filter(leader__slug="claudia-sheinbaum").exists()


def test_a_corrected_start_changes_the_tenure_that_the_record_uses():
    counts()
    tenure = used_tenure()
    mended = tuple(
        replace(entry, started="2024-10-02") if entry.leader == "claudia-sheinbaum" else entry
        for entry in FILES.tenures
    )
    table = counts(replace(FILES, tenures=mended))["Tenure"]
    assert (table.added, table.changed, table.removed) == (0, 1, 0)
    tenure.refresh_from_db()
    assert (tenure.started, tenure.started_latest) == ("2024-10-02", date(2024, 10, 2))


def test_the_number_of_queries_is_the_same_for_every_size(django_assert_max_num_queries):
    counts()
    with django_assert_max_num_queries(25):
        counts()


def test_the_command_says_what_changed_and_then_that_nothing_did():
    first, second = StringIO(), StringIO()
    call_command("load_gazetteer", stdout=first)
    call_command("load_gazetteer", stdout=second)
    assert f"timeline_country: {len(FILES.countries)} added" in first.getvalue()
    assert "Nothing changed." not in first.getvalue()
    assert "Nothing changed." in second.getvalue()


def test_the_command_stops_with_the_line_of_a_fault(monkeypatch):
    def faulty():
        raise ValueError("names.csv, line 7: source is empty")

    monkeypatch.setattr("timeline.management.commands.load_gazetteer.load", faulty)
    with pytest.raises(CommandError, match="line 7"):
        call_command("load_gazetteer")
    assert Country.objects.count() == 0
