"""Rows that an older release has kept: drawn anew where they are shown, and by a job for good."""

import re

import pytest
from django.conf import settings

from tests.cast import CUBA, MEXICO, UNITED_STATES
from tests.factories import make_event, part
from timeline.models import EventRow, Pair
from timeline.readmodels import kept
from timeline.rows import DRAWN_BY, ROW_LANGUAGES, ROW_TEMPLATE, SOURCE_TEMPLATE, row_drawing
from timeline.tasks import redraw_kept_rows

OLDER = "<p>An older look</p>"
PAIR = f"/pairs/{MEXICO}/{UNITED_STATES}/"
LISTS = (PAIR, f"/es{PAIR}", f"{PAIR}?kind=phone_call", f"{PAIR}2026/", f"{PAIR}contacts/", f"/countries/{MEXICO}/")


def kept_rows():
    return dict(EventRow.objects.order_by("pk").values_list("event", "html").filter(language="en"))


def draw_otherwise(rows=None, drawing="older"):
    (EventRow.objects.all() if rows is None else rows).update(html=OLDER, drawing=drawing)


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("drawing", ["", "000000000000", "zzz"])
def test_a_row_of_another_release_is_not_shown(client, address, drawing):
    event = make_event()
    draw_otherwise(drawing=drawing)
    page = client.get(address).content.decode()
    assert OLDER not in page
    assert event.title in page


@pytest.mark.django_db
def test_a_row_of_this_release_is_shown_as_it_is_kept(client):
    make_event()
    EventRow.objects.update(html="<p>As it is kept</p>")
    assert "As it is kept" in client.get(PAIR).content.decode()


@pytest.mark.django_db
def test_the_job_keeps_them_anew_and_leaves_the_others(django_assert_num_queries):
    events = [make_event() for _ in range(3)]
    wanted, version = kept_rows(), Pair.objects.get().version
    others = {pk: html for pk, html in kept_rows().items() if pk == events[2].pk}
    ids = set(EventRow.objects.filter(event=events[2]).values_list("pk", flat=True))
    draw_otherwise(EventRow.objects.exclude(event=events[2]))
    redraw_kept_rows(0)
    assert kept_rows() == wanted
    assert {pk: html for pk, html in kept_rows().items() if pk == events[2].pk} == others
    assert set(EventRow.objects.filter(event=events[2]).values_list("pk", flat=True)) == ids
    assert EventRow.objects.filter(drawing=row_drawing()).count() == 3 * len(ROW_LANGUAGES)
    assert Pair.objects.get().version == version
    with django_assert_num_queries(2):
        redraw_kept_rows(0)


@pytest.mark.django_db
def test_a_job_that_was_broken_off_goes_on_with_those_that_are_left(monkeypatch):
    for other in (UNITED_STATES, CUBA, UNITED_STATES):
        make_event(participations=(part(MEXICO), part(other)))
    wanted = kept_rows()
    draw_otherwise()
    keep, done = kept.keep_rows, []

    def keep_one(ids, replaced=()):
        if done:
            raise InterruptedError
        done.append(ids)
        keep(ids, replaced=replaced)

    monkeypatch.setattr(kept, "CHUNK", len(ROW_LANGUAGES))
    monkeypatch.setattr(kept, "keep_rows", keep_one)
    with pytest.raises(InterruptedError):
        redraw_kept_rows(0)
    assert EventRow.objects.filter(html=OLDER).count() == 2 * len(ROW_LANGUAGES)
    monkeypatch.setattr(kept, "keep_rows", keep)
    redraw_kept_rows(0)
    assert kept_rows() == wanted


def test_the_version_is_made_of_every_template_of_a_row():
    folder = settings.BASE_DIR / "templates"
    named = {path.removeprefix("templates/") for path in DRAWN_BY if path.startswith("templates/")}
    assert {ROW_TEMPLATE, SOURCE_TEMPLATE} <= named
    drawn = re.compile(r'{% (?:include|filled|once) "([^"]+)"')
    assert {name for one in named for name in drawn.findall((folder / one).read_text())} <= named
    tags = (settings.BASE_DIR / "timeline/templatetags/record.py").read_text()
    of_tags = re.findall(r'def (?:event_row|listed_source|when|words_in)\(.*?filled\("([^"]+)"', tags, re.DOTALL)
    assert len(of_tags) == 4
    assert set(of_tags) <= named
    assert all(list(settings.BASE_DIR.glob(pattern)) for pattern in DRAWN_BY)
