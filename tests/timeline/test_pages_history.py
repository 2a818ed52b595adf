"""Versions, histories and the log of corrections: what was published stays at its address, with what each changed."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, SHEINBAUM
from tests.factories import event_input, make_event, make_statement, part, statement_input
from tests.pages import text_of
from timeline import actions
from timeline.pages.history import changes_between, names_of

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 1, 14, 9, tzinfo=UTC)
SECRET = "Sheinbaum and Trump talk about trade"


def correct(event, version=1, kind="correction", reason="The report gave the day wrongly.", **fields):
    return actions.correct_event(
        event_id=event.pk, event=event_input(**fields), expected_version=version, kind=kind, by="Ben", at=LATER,
        reason=reason,
    )  # fmt: skip


def changed(response) -> dict[str, tuple[list[str], list[str]]]:
    """Return by field what it said and what it says, of all versions on the page."""
    found = {}
    for field, rest in re.findall(r"<dt>([^<]+)</dt><dd>(.*?)</dd>", text_of(response)):
        found[field] = (re.findall(r"<del[^>]*>(.*?)</del>", rest), re.findall(r"<ins[^>]*>(.*?)</ins>", rest))
    return found


def test_every_version_stays_at_its_address_as_it_stood(client):
    event = make_event(summary="They talk.")
    correct(event, title="The presidents talk", edtf="2026-01-11", summary="They talk at length.")
    first, second = (text_of(client.get(f"/events/{event.pk}/v{number}/")) for number in (1, 2))
    assert SECRET in first
    assert "12 January 2026" in first
    assert "This is what an earlier version said" in first
    assert "The presidents talk" in second
    assert "11 January 2026" in second
    assert "This is the present version" in second
    assert "Claudia Sheinbaum, President, Mexico (party)" in second
    assert "“talked by telephone on Monday” (The Example; when)" in second
    assert f'href="/events/{event.pk}/the-presidents-talk/"' in first
    for missing in (0, 3, 99999999999999999999):
        assert client.get(f"/events/{event.pk}/v{missing}/").status_code == 404


def test_a_correction_stands_on_the_page_for_good_and_a_typing_error_does_not(client):
    event = make_event()
    address = f"/events/{event.pk}/"
    correct(event, version=1, kind="typo", reason="")
    assert "Corrected on" not in text_of(client.get(address, follow=True))
    correct(event, version=2, edtf="2026-01-11")
    correct(event, version=3, kind="update", reason="", edtf="2026-01-11", summary="They talk.")
    page = text_of(client.get(address, follow=True))
    reason = r'<span lang="en">The report gave the day wrongly\.</span>'
    assert re.search(rf"Corrected on <time[^>]*>14 January 2026</time>\.</strong> {reason}", page)
    assert f'href="/events/{event.pk}/history/#v3"' in page


def test_the_history_says_what_each_version_changed(client):
    event = make_event(summary="They talk.")
    correct(
        event, title="The presidents talk", edtf="2026-01-11", modality="alleged",
        participations=(part(MEXICO, SHEINBAUM), part(CUBA)),
    )  # fmt: skip
    response = client.get(f"/events/{event.pk}/history/")
    assert f'<a href="/events/{event.pk}/the-presidents-talk/">The present page</a>' in text_of(response)
    found = changed(response)
    assert found["Title"] == ([SECRET], ["The presidents talk"])
    assert found["Summary"] == (["They talk."], [])
    assert found["When"] == (["12 January 2026 (“on Monday”)"], ["11 January 2026 (“on Monday”)"])
    assert found["Whether it took place"] == (["happened"], ["alleged"])
    assert found["Who took part"] == (["Donald Trump, President, United States (party)"], ["Cuba (party)"])
    assert "Kind" not in found
    page = text_of(response)
    assert "The report gave the day wrongly." in page
    assert page.index("Version 2") < page.index("Version 1")


def test_a_change_of_nothing_on_the_page_says_so(client):
    event = make_event()
    correct(event, kind="update", reason="")
    assert "No word on the page was changed by it." in text_of(client.get(f"/events/{event.pk}/history/"))


def test_what_was_withdrawn_is_not_told_again(client):
    event = make_event()
    promise = "of what is withdrawn it says that and why"
    assert promise in text_of(client.get(f"/events/{event.pk}/v1/"))
    correct(event)
    actions.withdraw_event(
        event_id=event.pk, expected_version=2, reason="The report was retracted.", by="Ben", at=LATER
    )
    history = client.get(f"/events/{event.pk}/history/")
    assert history.status_code == 200
    assert "The report was retracted." in text_of(history)
    log = text_of(client.get("/corrections/"))
    assert "The report was retracted." in log
    assert f"Event {event.pk}" in log
    for number in (1, 2, 3):
        assert client.get(f"/events/{event.pk}/v{number}/").status_code == 410
    for address in (f"/events/{event.pk}/history/", f"/events/{event.pk}/v1/", "/corrections/"):
        assert SECRET not in text_of(client.get(address)), address


def test_a_merged_event_keeps_its_history_and_leads_to_the_other(client):
    one, other = make_event(), make_event(title="The same call", edtf="2026-01-12~")
    actions.merge_events(
        event_id=one.pk, into_id=other.pk, expected_versions=(1, 1), reason="One call, recorded twice.", by="Ben",
        at=LATER,
    )  # fmt: skip
    page = text_of(client.get(f"/events/{one.pk}/history/"))
    assert f'href="/events/{other.pk}/{other.slug}/"' in page
    assert SECRET in text_of(client.get(f"/events/{one.pk}/v1/"))
    assert "One call, recorded twice." in text_of(client.get("/corrections/"))


def test_statements_have_versions_too(client):
    statement = make_statement(make_event())
    actions.correct_statement(
        statement_id=statement.pk, statement=statement_input(channel="Press conference"), expected_version=1,
        kind="correction", by="Ben", at=LATER, reason="The place was missing.",
    )  # fmt: skip
    assert changed(client.get(f"/statements/{statement.pk}/history/"))["Where it was said"] == (
        [],
        ["Press conference"],
    )
    first = text_of(client.get(f"/statements/{statement.pk}/v1/"))
    assert "Claudia Sheinbaum: “We will keep working side by side”" in first
    assert "Press conference" not in first
    assert "The place was missing." in text_of(client.get("/corrections/"))
    actions.withdraw_statement(statement_id=statement.pk, expected_version=2, reason="Not hers.", by="Ben", at=LATER)
    assert client.get(f"/statements/{statement.pk}/v1/").status_code == 410
    assert "We will keep" not in text_of(client.get(f"/statements/{statement.pk}/history/"))
    assert "We will keep" not in text_of(client.get("/corrections/"))


def test_the_log_tells_of_corrections_and_not_of_typing_errors(client):
    event = make_event()
    assert "Nothing has been corrected yet" in text_of(client.get("/corrections/"))
    correct(event, kind="typo", reason="", title="Sheinbaum and Trump talk about trad")
    correct(event, version=2)
    page = client.get("/corrections/")
    assert "1 correction or retraction so far." in text_of(page)
    assert changed(page)["Title"] == (["Sheinbaum and Trump talk about trad"], [SECRET])


def test_a_long_log_is_read_page_by_page(client):
    event = make_event()
    for number in range(35):
        correct(event, version=number + 1, reason=f"Reason {number:02d}.")
    seen = []
    address = "/corrections/"
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r"Reason \d\d", page)
        step = re.search(r'rel="next" href="([^"]+)"', page)
        address = f"/corrections/{step[1]}" if step else ""
    assert seen == [f"Reason {number:02d}" for number in reversed(range(35))]


@pytest.mark.parametrize("place", ["x", "-1", "9" * 40, "1.5", "٣"])
def test_a_place_that_no_page_links_to_is_refused(client, place):
    assert client.get("/corrections/", {"following": place}).status_code == 400


@pytest.mark.parametrize("address", ["/events/0/history/", "/events/99999999999999999999/history/", "/events/7/v1/",
                                     "/statements/7/history/", "/statements/99999999999999999999/v1/"])  # fmt: skip
def test_what_is_not_there_is_404(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("title", ["History", "v3", "V 12", "Card.png"])
def test_no_title_takes_the_address_of_a_history(client, title):
    event = make_event(title=title)
    answer = client.get(f"/events/{event.pk}/", follow=True)
    assert answer.status_code == 200
    assert f'<h1 class="event-page__title" lang="en">{title}</h1>' in text_of(answer)


def test_an_old_revision_with_unknown_words_is_still_shown():
    event = make_event()
    revision = event.revisions.get()
    content = revision.content | {"kind": "long_gone", "modality": "odd"}
    found = {change.field: change for change in changes_between(revision.content, content, names_of([]))}
    assert found["Kind"].after == ["long_gone"]
    assert found["Whether it took place"].after == ["odd"]


COSTS = {"/events/{}/history/": 7, "/events/{}/v1/": 7, "/corrections/": 8}


@pytest.mark.parametrize(("address", "cost"), COSTS.items())
def test_queries_do_not_grow_with_the_versions(client, address, cost):
    event, costs, version = make_event(), [], 1
    for _ in range(2):
        for number in range(4):
            correct(event, version=version, title=f"The presidents talk {number}")
            version += 1
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address.format(event.pk)).status_code == 200
        costs.append(len(queries))
    assert costs == [cost, cost]


@pytest.mark.parametrize("page", ["about", "accessibility", "corrections", "event", "statement"])
def test_a_reader_learns_where_errors_are_reported(client, settings, page):
    event = make_event()
    address = {
        "about": "/about/", "accessibility": "/accessibility/", "corrections": "/corrections/",
        "event": f"/events/{event.pk}/{event.slug}/",
        "statement": f"/statements/{make_statement(event).pk}/",
    }[page]  # fmt: skip
    settings.CONTACT = ""
    assert "has not said where errors are reported" in text_of(client.get(address))
    settings.CONTACT = "mailto:errors@bilateral.example"
    page = client.get(f"{address}?again=1" if address == "/about/" else address).content.decode()
    assert '<a href="mailto:errors@bilateral.example" rel="noopener">Report an error</a>' in page
