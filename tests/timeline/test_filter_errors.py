"""What filters refuse: what cannot be meant is an error beside its field, and never a list."""

import html

import pytest

from tests.cast import SHEINBAUM
from tests.factories import make_event
from tests.timeline.varied import COUNTRY, PAIR, make_varied_record, titles
from timeline.models import Leader

pytestmark = pytest.mark.django_db


def test_a_name_of_nobody_or_of_several_is_an_error_beside_the_field(client):
    make_varied_record()
    Leader.objects.create(slug="eric-trump", name="Eric Trump", family_name="Trump", sort_key="trump eric", source="t")
    assert client.get(PAIR, {"leader": "trump"}).status_code == 200, "of this list there is one"
    Leader.objects.create(slug="x-y", name="Xenia Yadav", family_name="Yadav", sort_key="yadav xenia", source="t")
    Leader.objects.create(slug="z-y", name="Zoe Yadav", family_name="Yadav", sort_key="yadav zoe", source="t")
    for name, words in (("nobody at all", "No leader in the record"), ("yadav", "Xenia Yadav, Zoe Yadav")):
        response = client.get(PAIR, {"leader": name})
        page = html.unescape(response.content.decode())
        assert response.status_code == 422
        assert words in page
        assert 'aria-describedby="error-leader"' in page
        assert titles(page) == []


INVALID = (
    ("q=%22", "q"), ("q=%28", "q"), ("q=%3A%2A", "q"), ("q=%5C", "q"), ("q=%F0%9F%99%82", "q"), ("q=-", "q"),
    ("q=" + "a" * 257, "q"), ("q=" + "a+" * 33, "q"), ("level=king", "level"), ("topic=gossip", "topic"),
    ("speech=sung", "speech"), ("leader=%27%3B--", "leader"), ("show=planned&mentions=1", "mentions"),
    ("&".join(f"leader=l{number}" for number in range(300)), "leader"),
    ("&".join(f"topic=t{number}" for number in range(300)), "topic"), ("when=2026-13", "when"), ("when=1e400", "when"),
    ("after=2026&before=2025", "before"),
)  # fmt: skip


@pytest.mark.parametrize(("query", "field"), INVALID)
@pytest.mark.parametrize("address", [PAIR, COUNTRY])
def test_what_cannot_be_meant_is_an_error_beside_its_field_and_no_list(client, address, query, field):
    make_event()
    response = client.get(f"{address}?{query}")
    page = response.content.decode()
    assert response.status_code == 422
    assert titles(page) == []
    assert f'id="error-{field}"' in page
    assert f'aria-describedby="error-{field}"' in page
    assert len(page) < 120_000


@pytest.mark.parametrize(
    "query",
    ["q=the", "q=%25", "q=a", "q=a+%26+%7C+%21b", "q=%22un+closed", "q=%E4%B8%AD", "q=_a", "q=" + "x" * 256,
     "q=a%20OR%20", "q=+talk+", "page=-1", "per_page=1000000000", "order=", "leader=", "topic=&topic=",
     "kind=phone_call&kind=phone_call"],
)  # fmt: skip
def test_odd_words_and_unknown_names_are_answered(client, query):
    make_event()
    assert client.get(f"{PAIR}?{query}").status_code in {200, 422}
    assert client.get(f"{COUNTRY}?{query}").status_code in {200, 422}


@pytest.mark.parametrize("query", ["q=%00", "leader=%00", "topic=%ff", "kind=%ed%a0%80"])
def test_bytes_that_are_no_text_are_refused(client, query):
    make_event()
    assert client.get(f"{PAIR}?{query}").status_code == 400
    assert client.get(f"{COUNTRY}?{query}").status_code == 400


def test_two_thousand_parameters_are_refused(client):
    make_event()
    assert client.get(PAIR + "?" + "&".join(f"kind=k{number}" for number in range(2000))).status_code == 400


@pytest.mark.parametrize(
    ("address", "name", "label"),
    [
        *((PAIR, name, label) for name, label in (
            ("kind", "Kind"), ("level", "Level"), ("leader", "Leader"), ("topic", "Topic"), ("show", "Show"),
            ("speech", "What was said"), ("mentions", "Mentions"),
        )),
        ("/dates/2026/01/", "country", "Country"),
        (f"/leaders/{SHEINBAUM}/statements/", "country", "About"),
        (f"/leaders/{SHEINBAUM}/statements/", "speech", "Form"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_chosen_says_of_which_filter_it_is(client, address, name, label):
    make_event()
    page = client.get(address, {name: "leaders"}).content.decode()
    assert f'<span class="visually-hidden">Remove </span>{label}: leaders</a>' in page
