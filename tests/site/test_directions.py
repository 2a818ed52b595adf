"""English text on a page that is read from right to left says its own direction."""

from django.template.loader import render_to_string
from django.utils import translation

from timeline.kinds import KINDS
from timeline.models import Event
from timeline.pages.lines import EventLine


def line() -> str:
    event = Event(pk=1, slug="a-call", title="A call", kind="phone_call", modality="happened", edtf="2026-01-12")
    return render_to_string("components/event-line.html", {"line": EventLine(event, KINDS["phone_call"], [])})


def test_english_titles_say_their_direction_where_the_page_has_the_other():
    with translation.override("ar"):
        assert '<h3 lang="en" dir="ltr"' in line()
    for language in ("en", "es"):
        with translation.override(language):
            assert '<h3 lang="en" class' in line()
