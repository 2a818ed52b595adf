"""English text on a page that is read from right to left says its own direction."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.factories import make_event
from timeline.models import Event
from timeline.pages.lines import line_of


def line() -> str:
    event = Event(pk=1, slug="a-call", title="A call", kind="phone_call", modality="happened", edtf="2026-01-12")
    return render_to_string("components/event-line.html", {"entry": line_of(event, [])})


@pytest.mark.django_db
def test_how_a_date_was_read_is_told_in_english_and_says_so(client):
    make_event(edtf="[2026-01-05..2026-01-11]", resolved_from="The week before the report.")
    page = client.get("/es/pairs/mexico/united-states/").content.decode()
    assert 'Su fecha: <span lang="en">The week before the report</span>.' in page


def test_english_titles_say_their_direction_where_the_page_has_the_other():
    with translation.override("ar"):
        assert '<h3 lang="en" dir="ltr"' in line()
    for language in ("en", "es"):
        with translation.override(language):
            assert '<h3 lang="en" class' in line()
