"""The newsroom sees where offices do not fit: nobody in one, two in one, and people who acted without one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import MEXICO, TRUMP, UNITED_STATES, make_cast
from tests.factories import make_event, part
from timeline.models import Leader, Office, Tenure
from timeline.queries.tenures import misfits
from timeline.values import When

pytestmark = pytest.mark.django_db


def hold(person: str, started: str, ended: str = "", office: str = "president-of-venezuela", **fields: object) -> None:
    leader, _ = Leader.objects.get_or_create(
        slug=person.lower(), defaults={"name": person, "sort_key": person.lower(), "source": "test"}
    )
    start, end = When.parse(started), When.parse(ended) if ended else None
    Tenure.objects.create(
        leader=leader, office=Office.objects.get(slug=office), started=started, started_earliest=start.earliest,
        started_latest=start.latest, ended=ended, ended_earliest=end.earliest if end else None,
        ended_latest=end.latest if end else None, source="test", **fields,
    )  # fmt: skip


def found() -> list[tuple[bool, str, str, str]]:
    return [
        (one.is_gap, one.earlier.leader.name, str(one.first), str(one.last or ""))
        for one in misfits()
        if one.office.country.slug == "venezuela"
    ]


@pytest.fixture(autouse=True)
def cast():
    make_cast()


@pytest.mark.parametrize(
    ("tenures", "expected"),
    [
        ([("Ana", "1990-02-02", "1994-02-02"), ("Ben", "1994-02-02", "2013-04-19")], []),
        ([("Ana", "1990-02-02", "1994-02-02"), ("Ben", "1994-02-09", "2013-04-19")], []),
        ([("Ana", "1990-02-02", "1993-02-01"), ("Ben", "1994-02-02", "2013-04-19")],
         [(True, "Ana", "1993-02-02", "1994-02-01")]),
        # The year may hold the day that was meant.
        ([("Ana", "1990-02-02", "1993"), ("Ben", "1994-01", "2013-04-19")], []),
        ([("Ana", "1990-02-02", "1993"), ("Ben", "1994-02", "2013-04-19")],
         [(True, "Ana", "1994-01-01", "1994-01-31")]),
        ([("Ana", "1990-02-02", "1995-02-02"), ("Ben", "1994-02-02", "2013-04-19")],
         [(False, "Ana", "1994-02-02", "1995-02-02")]),
        ([("Ana", "1990-02-02", "1995"), ("Ben", "1994", "2013-04-19")], []),
        ([("Ana", "1990-02-02", ""), ("Ben", "1994-02-02", "2013-04-19")],
         [(False, "Ana", "1994-02-02", "2013-04-19"), (False, "Ana", "2013-04-19", "")]),
    ],
)  # fmt: skip
def test_only_what_is_certain_is_reported(tenures, expected):
    for person, started, ended in tenures:
        hold(person, started, ended)
    assert found() == expected


def test_who_acts_for_another_leaves_no_overlap():
    hold("Ana", "2020-01-01", "2020-09-01", is_acting=True)
    assert found() == []


def test_who_acts_fills_a_gap():
    hold("Ana", "2010-01-01", "2012-05-01")
    hold("Ben", "2012-05-01", "2013-04-19", is_acting=True)
    assert found() == []


def test_an_office_that_nobody_holds_any_more_is_named_once():
    Tenure.objects.filter(office__slug="president-of-venezuela").update(
        ended="2026-01-03", ended_earliest="2026-01-03", ended_latest="2026-01-03"
    )
    assert found() == [(True, "Nicolás Maduro", "2026-01-04", "")]


def test_the_page_names_gaps_and_people_without_an_office(client, ana):
    event = make_event(
        edtf="2022-05-05", participations=(part(MEXICO), part(UNITED_STATES, TRUMP, is_office_unknown=True))
    )
    client.force_login(ana)
    text = " ".join(client.get("/newsroom/offices/").content.decode().split())
    assert f'Donald Trump, United States: <a href="/events/{event.pk}/' in text
    assert "nobody between Donald Trump and Donald Trump, 21 January 2021 to 19 January 2025, 1460 days" in text
    assert client.get("/newsroom/offices/", {"page": "no-number"}).status_code == 200


def test_the_report_costs_the_same_when_it_grows(client, ana):
    client.force_login(ana)
    costs = []
    for number in range(2):
        for year in range(3):
            hold(f"P{number}{year}", f"{1950 + 10 * number + 3 * year}-01-01", f"{1951 + 10 * number + 3 * year}-01-01")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/newsroom/offices/").status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1]
