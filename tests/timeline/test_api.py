"""The API for programs: what a pair's page says of what is covered, in JSON that is as it is described."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import CUBA, MEXICO, UNITED_STATES, make_cast
from tests.factories import AT, BY, cite, make_event, part, source_input
from timeline import actions
from timeline.models import Pair
from timeline.values import CountryPair

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/"
PAIR = f"{ROOT}pairs/mexico/united-states/"
ADDRESSES = (ROOT, f"{ROOT}openapi.json", f"{ROOT}pairs/", PAIR)
PROBLEM = "application/problem+json; charset=utf-8"


def cover(pair=None, days=0, **fields):
    """Say what is covered, and that sources were looked through so many days ago."""
    given = {"covers_from": AT.date(), "checked_at": timezone.now() - timedelta(days=days), "known_gaps": ""}
    return actions.record_coverage(pair=pair, by=BY, at=AT, **{**given, **fields})


def as_described(value, schema, schemas, where="answer"):
    """Assert that a value is what its schema says, no member more or less."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    kinds = {"string": str, "integer": int, "boolean": bool, "null": type(None), "array": list, "object": dict}
    allowed = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    assert type(value) in [kinds[one] for one in allowed], where
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"]), where
        for name, member in value.items():
            as_described(member, schema["properties"][name], schemas, f"{where}.{name}")
    for one in value if isinstance(value, list) else []:
        as_described(one, schema["items"], schemas, f"{where}[]")


def test_a_pair_says_what_its_page_says_of_what_is_covered(client):
    other = source_input(outlet="The Presidency", origin="The Presidency", address="https://example.org/r", text="x")
    make_event(citations=(cite("when"), cite("kind"), cite("modality"), cite("kind", "talked", other)))
    checked = cover(known_gaps="Nothing before 2026.", days=9).checked_at.date().isoformat()
    told = client.get(PAIR).json()
    covers = f"{AT.date()}/.."
    assert told["coverage"] == {
        "coverage_of": "record", "covers": covers, "sources_checked": checked, "known_gaps": "Nothing before 2026.",
        "is_old": True, "is_sample": False,
    }  # fmt: skip
    assert (told["events"], told["sources"], told["first"]["iso3"]) == (1, 2, "MEX")
    assert "were last looked through more than a week ago" in client.get("/pairs/mexico/united-states/").text
    file = json.loads(b"".join(client.get(told["data"]).streaming_content))
    assert {name: file[name] for name in ("covers", "known_gaps")} == {
        name: told["coverage"][name] for name in ("covers", "known_gaps")
    }
    cover(CountryPair(MEXICO, UNITED_STATES), known_gaps="Only calls.")
    told = client.get(PAIR).json()["coverage"]
    assert (told["coverage_of"], told["known_gaps"], told["is_old"]) == ("pair", "Only calls.", False)
    assert client.get(f"{ROOT}pairs/").json()["pairs"][0]["coverage"] == told
    assert client.get(ROOT).json()["coverage"]["known_gaps"] == "Nothing before 2026."


def test_nothing_said_and_nothing_recorded_are_told_too(client):
    make_cast()
    told = client.get(PAIR).json()
    assert (told["events"], told["sources"], told["version"]) == (0, 0, None)
    assert set(told["coverage"].values()) == {"", False}
    assert client.get(f"{ROOT}pairs/").json() == {"pairs": [], "next": None}


def test_a_withdrawn_event_and_its_sources_are_not_counted(client):
    event = make_event()
    make_event(modality="planned", edtf="2027-01-01")
    assert client.get(PAIR).json()["events"] == 1
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Told twice.", by=BY, at=AT)
    told = client.get(PAIR).json()
    assert (told["events"], told["sources"]) == (0, 0)


def test_the_list_goes_on_where_the_page_before_ended(client, django_assert_num_queries):
    others = ("cuba", "venezuela", "united-states")
    for country in others:
        make_event(participations=(part(MEXICO), part(country)))
    make_event(participations=(part(CUBA), part(UNITED_STATES)))
    seen, address = [], f"{ROOT}pairs/?limit=3"
    while address:
        told = client.get(address).json()
        assert len(told["pairs"]) <= 3
        seen += [f"{one['first']['slug']} {one['second']['slug']}" for one in told["pairs"]]
        address = told["next"]
    assert seen == [f"{pair.first.slug} {pair.second.slug}" for pair in Pair.objects.order_by("pk")]
    assert len(set(seen)) == 4
    for limit in (1, 4):
        with django_assert_num_queries(5):
            client.get(f"{ROOT}pairs/?limit={limit}")


def test_every_answer_is_as_it_is_described(client):
    make_event()
    cover()
    described = client.get(f"{ROOT}openapi.json").json()
    schemas, paths = described["components"]["schemas"], described["paths"]
    assert described["openapi"] == "3.1.0"
    assert described["servers"] == [{"url": "http://testserver/api/v1"}]
    for path in set(paths) - {"/openapi.json"}:
        address = described["servers"][0]["url"] + path.format(first="mexico", second="united-states")
        answer = client.get(address)
        schema = paths[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        as_described(answer.json(), schema, schemas, path)
    for address in (f"{PAIR}?x=1", f"{ROOT}pairs/atlantis/mexico/", f"{ROOT}nowhere"):
        as_described(client.get(address).json(), {"$ref": "Problem"}, schemas, address)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_known_is_not_sent_again_until_it_changes(client, address):
    event = make_event()
    cover()
    first = client.get(address)
    assert first.headers["Content-Type"] == "application/json"
    known = {"If-None-Match": first.headers["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    assert client.get(f"{address}?x=1", headers=known).status_code == 400
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="Told twice.", by=BY, at=AT)
    cover(known_gaps="More.")
    assert client.get(address, headers=known).status_code == (304 if address.endswith("openapi.json") else 200)


@pytest.mark.parametrize("address", ["us/mx", "840/484", "United States/México", "united-states/mexico"])
def test_other_forms_of_a_pair_lead_to_its_address(client, address):
    make_cast()
    answer = client.get(f"{ROOT}pairs/{address}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, PAIR)


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("pairs/mexico/mexcio/", 404, "“mexcio”"),
        ("pairs/mexico/mx/", 404, "a pair is of two countries"),
        ("pairs/mexico/%F0%9F%99%82/", 404, "Nothing in the record is called"),
        ("pairs/mexico/", 404, "There is nothing here"),
        ("events/1/", 404, "There is nothing here"),
        ("pairs/?limit=0", 400, "“0” is no whole number from 1 to 100"),
        ("pairs/?limit=101", 400, "no whole number"),
        ("pairs/?limit=-1", 400, "no whole number"),
        ("pairs/?limit=1.5", 400, "no whole number"),
        ("pairs/?limit=", 400, "no whole number"),
        ("pairs/?after=１", 400, "no whole number"),
        ("pairs/?after=" + "9" * 5000, 400, "no whole number"),
        ("pairs/?after=1&after=2", 400, "may stand in an address once"),
        ("pairs/?order=password", 400, "“order” is no parameter here. Those that are: after, limit."),
        ("?kind=visit", 400, "Those that are: none."),
        ("pairs/?after=%00", 400, "cannot be read"),
        ("pairs/?after=%ff", 400, "cannot be read"),
        ("pairs/" + "x" * 3000, 400, "cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_a_problem_in_words(address, status, told):
    make_cast()
    answer = Client(raise_request_exception=False).get(ROOT + address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, PROBLEM)
    problem = answer.json()
    assert told in problem["detail"]
    assert (problem["status"], problem["type"]) == (status, "about:blank")
    if status == 400 and "cannot be read" not in told:
        assert problem["field"] in address
    if "mexcio" in address:
        assert problem["near"] == ["mexico"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_for_reading_alone(client, address):
    for method in ("post", "put", "patch", "delete", "options"):
        answer = getattr(client, method)(address)
        assert (answer.status_code, answer.headers["Content-Type"]) == (405, PROBLEM), method
        assert answer.headers["Allow"] == "GET, HEAD"


def test_a_far_place_in_the_list_is_its_end(client):
    make_event()
    assert client.get(f"{ROOT}pairs/?after={10**17}").json() == {"pairs": [], "next": None}
