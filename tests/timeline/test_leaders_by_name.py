"""The leaders of the record by name: whole where they have place on one page, else read on from a name."""

import re
from functools import partial

import pytest

from tests.cast import CUBA, MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES
from tests.factories import AT, BY, make_event, part
from timeline import actions
from timeline.pages import places
from timeline.queries import leaders_in_record

pytestmark = pytest.mark.django_db
PAGE = "/leaders/"


def names(response):
    return re.findall(r'<li><a href="/leaders/([^/]+)/">', response.content.decode())


def letters(response):
    listed = re.search(r'class="register__letters".*?</nav>', response.content.decode(), re.DOTALL)[0]
    return re.findall(r'<a href="([^"]*)">(.)</a>', listed)


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(places, "leaders_in_record", partial(leaders_in_record, limit=2))


def test_those_who_act_stand_by_family_name_with_their_number_of_events(client):
    make_event()
    make_event(
        title="They are to meet",
        modality="planned",
        edtf="2026-06",
        participations=(part(CUBA), part(UNITED_STATES, RUBIO)),
    )
    response = client.get(PAGE)
    assert names(response) == [RUBIO, SHEINBAUM, TRUMP]
    assert letters(response) == [("#letter-r", "R"), ("#letter-s", "S"), ("#letter-t", "T")]
    assert response.content.decode().count("1 event") == 2  # what is planned is not counted
    assert 'rel="next"' not in response.content.decode()


def test_who_took_part_in_a_withdrawn_event_only_is_not_listed(client):
    event = make_event()
    make_event(title="Another", participations=(part(CUBA), part(MEXICO, SHEINBAUM)))
    actions.withdraw_event(event_id=event.pk, expected_version=1, reason="It was another call.", by=BY, at=AT)
    assert names(client.get(PAGE)) == [SHEINBAUM]


def test_a_long_list_is_read_on_from_a_name(client, short_pages):
    make_event()
    make_event(title="Another", participations=(part(CUBA), part(UNITED_STATES, RUBIO)))
    first = client.get(PAGE)
    assert names(first) == [RUBIO, SHEINBAUM]
    assert ("?name=t", "T") in letters(first)
    following = re.search(r'rel="next" href="(\?name=[^"]+)"', first.content.decode())[1]
    last = client.get(PAGE + following)
    assert names(last) == [TRUMP]
    assert 'rel="next"' not in last.content.decode()
    assert names(client.get(PAGE, {"name": "Ş"})) == [SHEINBAUM, TRUMP]


def test_where_no_name_begins_there_the_page_says_so(client):
    make_event()
    page = client.get(PAGE, {"name": "zz"}).content.decode()
    assert "No name of the record begins there or later." in page
    assert '<a href="?name=a">A</a>' in page


def test_a_name_that_cannot_be_one_is_an_error(client):
    make_event()
    response = client.get(PAGE, {"name": "x" * 121})
    assert response.status_code == 422
    assert names(response) == []
    assert 'role="alert"' in response.content.decode()
