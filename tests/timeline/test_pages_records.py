"""Pages of one event, statement, source and leader: each fact has its number, each number its words."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Role, User
from tests.cast import SHEINBAUM
from tests.factories import (
    cite,
    claim_input,
    make_event,
    make_source,
    make_statement,
    source_input,
    statement_input,
)
from tests.newsroom.story import enrol
from tests.pages import text_of
from timeline import actions
from timeline.inputs import AttributionInput
from timeline.models import Coverage
from timeline.queries import event_record

LATER = datetime(2026, 1, 14, 9, tzinfo=UTC)


def address_of(event) -> str:
    return f"/events/{event.pk}/{event.slug}/"


@pytest.mark.django_db
def test_an_event_says_when_who_what_and_how_each_is_known(client):
    event = make_event(summary="They talk about trade.", resolved_from="the Monday of the dateline")
    page = text_of(client.get(address_of(event)))
    assert '<h1 class="event-page__title" lang="en">Sheinbaum and Trump talk about trade</h1>' in page
    assert 'From “on Monday” in the source: <span lang="en">the Monday of the dateline</span>.' in page
    assert re.search(r"Claudia Sheinbaum</a>, President, <a[^>]+>Mexico</a><a class=\"note-mark\"", page)
    assert "1 origin (Example Wire)" in page
    assert "single source" in page
    assert 'href="/pairs/mexico/united-states/"' in page
    assert re.search(r'href="/events/\d+/v1/">Version 1</a>, first published', page)


@pytest.mark.django_db
def test_each_number_leads_to_a_passage_on_the_page_and_to_its_source(client):
    event = make_event(statements=(statement_input(claims=(claim_input(),)),))
    page = client.get(address_of(event)).content.decode()
    marks = set(re.findall(r'class="note-mark" href="#(note-\d+)"', page))
    notes = re.findall(r'class="passage" id="(note-\d+)"', page)
    assert marks
    assert marks == set(notes)
    assert len(notes) == len(set(notes))
    assert [int(note.removeprefix("note-")) for note in notes] == list(range(1, len(notes) + 1))
    assert "<mark>talked by telephone on Monday</mark>" in page
    links = re.findall(r'<a href="(https://example.org[^"]+)" rel="noopener external">', page)
    assert "https://example.org/2026/01/12/talk#:~:text=talked%20by%20telephone%20on%20Monday" in links


@pytest.mark.django_db
def test_a_passage_that_supports_two_facts_has_one_number(client):
    event = make_event()
    page = text_of(client.get(address_of(event)))
    assert page.count("<mark>talked by telephone on Monday</mark>") == 1
    assert "Supports: when, what it was, whether it took place" in page


@pytest.mark.django_db
def test_what_each_side_said_stands_in_its_column(client):
    event = make_event(statements=(statement_input(),))
    page = text_of(client.get(address_of(event)))
    mexico, united_states = page.split('class="account account--first"')[1].split('class="account account--second"')
    assert "“We will keep working side by side”" in mexico
    assert "In their own words" in mexico
    assert "No statement of the United States is in the record for this event yet." in united_states


@pytest.mark.django_db
def test_only_direct_words_get_marks_from_us(client):
    through = AttributionInput(name="Example Wire"), AttributionInput(name="An aide")
    said = statement_input(speech="indirect", words="She says that crossings fell.", claims=(claim_input(),),
                           attributions=through)  # fmt: skip
    event = make_event(statements=(said,))
    page = text_of(client.get(address_of(event)))
    assert "“She says" not in page
    assert "She says that crossings fell." in page
    assert "as reported by Example Wire, as told by An aide" in page
    assert "A claim, not checked here:" in page
    assert "down about 50%" in page


@pytest.mark.django_db
def test_the_address_follows_the_title_and_the_number_stays(client):
    event = make_event()
    for address in (f"/events/{event.pk}/", f"/events/{event.pk}/an-older-title/"):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, address_of(event))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/events/0/", "/events/999999/x/",
                                      "/events/99999999999999999999/x/", "/events/-1/x/",
                                     "/events/" + "9" * 2000 + "/", "/events/x/", "/statements/0/", "/statements/9e9/",
                                     "/sources/88888888888888888888888/", "/leaders/nobody/", "/leaders/%F0%9F%99%82/",
                                     "/events/1/2026/13/01/", "/pairs/mexico/x/", "/countries/atlantis/"])  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "<h1>" in text_of(response)
    assert 'role="search"' in text_of(response)
    assert "404" not in re.sub(r"<[^>]+>", "", text_of(response))


@pytest.mark.django_db
def test_a_withdrawn_event_leaves_a_page_that_says_why(client):
    event = make_event()
    actions.withdraw_event(
        event_id=event.pk, expected_version=1, reason="The report was retracted.", by="Ben", at=LATER
    )
    response = client.get(address_of(event))
    assert response.status_code == 410
    assert "The report was retracted." in text_of(response)
    assert "talk about trade" not in text_of(response)


@pytest.mark.django_db
def test_a_statement_has_its_words_its_speaker_and_a_line_to_take_away(client):
    statement = make_statement(make_event())
    page = text_of(client.get(f"/statements/{statement.pk}/"))
    assert "“We will keep working side by side”" in page
    assert "Claudia Sheinbaum</a>, President" in page
    event = statement.event
    assert f'href="/events/{event.pk}/{event.slug}/#statement-{statement.pk}"' in page
    assert 'href="https://example.org/2026/01/12/talk#:~:text=We%20will%20keep%20working%20side%20by%20side"' in page
    assert '<a href="https://example.org/2026/01/12/talk" rel="noopener external">the plain page</a>' in page
    assert re.search(r"The Example</a>, report by Example Wire, 12 January 2026</li><li>Claudia Sheinbaum said", page)
    assert f'id="statement-{statement.pk}"' in text_of(client.get(address_of(event)))
    assert "— Claudia Sheinbaum, President, 12 January 2026. The Example (Example Wire), 12 January 2026" in page
    assert f"http://testserver/statements/{statement.pk}/" in page


@pytest.mark.django_db
def test_of_two_reports_of_the_words_the_one_that_can_be_opened_is_the_way_to_them(client):
    words = "We will keep working side by side"
    printed = source_input(outlet="Printed Paper", title="On paper", address="", published=None)
    actions.record_source(source=printed, by="Ana", at=LATER)
    citations = (cite("words", words, printed), cite("words", words), cite("speaker", "she told reporters"))
    statement = make_statement(make_event(), citations=citations)
    page = text_of(client.get(f"/statements/{statement.pk}/"))
    assert "at the words, on the site of The Example" in page
    assert "no address is recorded" not in page
    # Neither outlet passed the words on to the other.
    assert re.search(
        r"<li><a[^>]*>Printed Paper</a>, report by Example Wire, date not stated; "
        r"<a[^>]*>The Example</a>, report by Example Wire, 12 January 2026</li><li>Claudia Sheinbaum said it",
        page,
    )


@pytest.mark.django_db
def test_where_the_words_cannot_be_opened_another_report_of_the_statement_can(client):
    printed = source_input(outlet="Printed Paper", title="On paper", address="", published=None)
    words = "We will keep working side by side"
    citations = (cite("words", words, printed), cite("speaker", "she told reporters"))
    page = text_of(client.get(f"/statements/{make_statement(citations=citations).pk}/"))
    assert '<a href="https://example.org/2026/01/12/talk" rel="noopener external">the report of The Example' in page
    assert "at the words" not in page
    alone = make_statement(citations=(cite("words", words, printed), cite("speaker", words, printed)))
    page = text_of(client.get(f"/statements/{alone.pk}/"))
    assert "no address is recorded" in page
    assert "<dt>Where</dt><dd>not stated</dd>" in page


@pytest.mark.django_db
def test_a_statement_leads_to_what_answered_it(client):
    statement = make_statement(make_event())
    answer = make_event(title="Trump answers her", edtf="2026-01-13", statements=(statement_input(),) * 4)
    gone = make_event(title="Told in error", statements=(statement_input(),))
    first, *_, fourth = answer.statements.order_by("position")
    actions.withdraw_statement(statement_id=first.pk, expected_version=1, reason="Wrong.", by="Ben", at=LATER)
    for event in (answer, gone):
        actions.link_events(event_id=event.pk, to_event_id=statement.event_id, kind="answers", by="Ben", at=LATER)
    actions.withdraw_event(event_id=gone.pk, expected_version=1, reason="Wrong.", by="Ben", at=LATER)
    later = text_of(client.get(f"/statements/{statement.pk}/")).split('id="later"')[1].split("</section>")[0]
    assert f'href="/events/{answer.pk}/trump-answers-her/"' in later
    assert "answers this" in later
    said = f'Claudia Sheinbaum: <a href="/statements/{fourth.pk}/" lang="en">“We will keep working side by side”</a>'
    assert said in later
    assert later.count('href="/statements/') == 3
    assert f"/statements/{first.pk}/" not in later
    assert "Told in error" not in later
    assert "responde a" in text_of(client.get(f"/es/statements/{statement.pk}/"))


@pytest.mark.django_db
def test_a_source_says_what_is_not_stated_and_what_rests_on_it(client):
    event = make_event(statements=(statement_input(),))
    source = event_record(event.pk).sources[0]
    page = text_of(client.get(f"/sources/{source.pk}/"))
    assert "Example Wire" in page
    assert "A republication" in page
    assert "<dt>By</dt><dd>not stated" in page
    assert f'href="{address_of(event)}"' in page
    assert "We will keep working side by side" in page


@pytest.mark.django_db
def test_a_source_from_which_nothing_is_cited_says_so(client):
    source = make_source(title="Another", text="Another text.")
    assert "Nothing is cited from it at present." in text_of(client.get(f"/sources/{source.pk}/"))


@pytest.mark.django_db
def test_a_leader_has_the_office_of_each_day(client):
    make_event(statements=(statement_input(),))
    page = text_of(client.get(f"/leaders/{SHEINBAUM}/"))
    assert "5 December 2018 – 16 June 2023" in page
    assert "since 1 October 2024" in page
    assert "Sheinbaum and Trump talk about trade" in page
    assert "“We will keep working side by side”" in page


@pytest.mark.django_db
def test_the_first_page_finds_a_pair_in_three_letters(client):
    make_event()
    page = text_of(client.get("/?q=mex"))
    assert 'href="/pairs/mexico/united-states/"' in page.split('id="found"')[1]
    part_of = client.get("/?q=mex", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert part_of.content.lstrip().startswith(b'<div id="found"')
    assert b"/pairs/mexico/united-states/" in part_of.content


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    ["", "   ", "the", '"', '"""', "(", "a & | !", "-", ":*", "\\", "%", "_", "🙂", "中", "x" * 256,
     "x" * 2000, "a " * 1000,
     "Robert'); DROP TABLE", "{{ 1 }}", "<b>", "mexico united states cuba", "\u202e"],
)  # fmt: skip
def test_nothing_typed_into_the_search_breaks_it(client, typed):
    make_event()
    response = client.get("/", {"q": typed})
    assert response.status_code in (200, 422)
    assert (response.status_code == 422) == ("too long to look for" in text_of(response))
    assert "<b>" not in text_of(response).split('id="found"')[1].split("</div>")[0]


@pytest.mark.django_db
def test_the_finder_leads_on_to_the_search_of_everything(client):
    found = text_of(client.get("/", {"q": "cartels & co"})).split('id="found"')[1]
    assert 'href="/search/?q=cartels%20%26%20co"' in found
    assert "Search everything for “cartels &amp; co”" in found


@pytest.mark.django_db
def test_what_only_begins_alike_is_called_near(client):
    make_event()
    found = text_of(client.get("/", {"q": "unicorns"})).split('id="found"')[1].split("</div>")[0]
    assert "Nothing here is called “unicorns”." in found
    assert found.index("Names that are near") < found.index("United States")
    assert "Names that are near" not in text_of(client.get("/", {"q": "uni"}))


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["x" * 300, "a " * 40])
def test_a_text_that_is_too_long_is_not_looked_for(client, typed):
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/", {"q": typed}, headers={"HX-Request": "true"})
    assert response.status_code == 422
    assert "too long to look for" in text_of(response)
    assert len(queries) == 0


@pytest.mark.django_db
def test_names_codes_and_old_names_of_a_country_lead_to_its_page(client):
    make_event()
    for name in ("MX", "mex", "New Spain", "new-spain", "México"):
        assert client.get(f"/countries/{name}/").headers["Location"] == "/countries/mexico/"
    page = text_of(client.get("/countries/mexico/"))
    assert ">United States</a></th>" in page
    assert "New Spain" in page


@pytest.mark.django_db
def test_the_other_pages_answer(client):
    make_event()
    assert "The latest events" in text_of(client.get("/"))
    assert "Mexico" in text_of(client.get("/countries/"))
    assert "Claudia Sheinbaum" in text_of(client.get("/leaders/"))
    assert "A mention is not a fact" in text_of(client.get("/about/"))


@pytest.mark.django_db
def test_the_components_are_for_those_who_work_here(client, settings):
    assert client.get("/-/components/").status_code == 404
    settings.DEBUG = True
    response = client.get("/-/components/")
    assert response.status_code == 200
    assert "early January 2026" in text_of(response)


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role.values)
def test_the_components_are_shown_to_every_role_and_kept_nowhere(client, role):
    client.force_login(enrol(f"{role}@example.org", role))
    response = client.get("/-/components/")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    User.objects.update(is_active=False)
    assert client.get("/-/components/").status_code == 404


def test_the_icon_is_found_without_a_page(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert re.fullmatch(r"/static/img/icon(\.\w+)?\.svg", response.headers["Location"])


@pytest.mark.django_db
def test_every_page_of_a_sample_says_that_it_is_one(client):
    event = make_event(statements=(statement_input(),))
    addresses = [
        "/", "/countries/", "/countries/mexico/", "/pairs/mexico/united-states/", address_of(event),
        f"/statements/{event.statements.get().pk}/", "/leaders/", f"/leaders/{SHEINBAUM}/",
        f"/sources/{event_record(event.pk).sources[0].pk}/", "/about/", "/sources/",
    ]  # fmt: skip
    banner = 'class="sample"'
    assert not any(banner in client.get(address).content.decode() for address in addresses)
    Coverage.objects.create(checked_at=event.published_at, is_sample=True)
    assert all(banner in client.get(address).content.decode() for address in addresses)


# What each page costs in queries; a change here is a change of what a page reads.
COSTS = {"event": 14, "statement": 8, "source": 4, "home": 6, "countries": 3, "leaders": 3, "about": 4}


@pytest.mark.django_db
@pytest.mark.parametrize(("page", "cost"), COSTS.items())
def test_queries_are_those_recorded_and_do_not_grow(client, page, cost):
    costs = []
    for more in (5, 5):
        made = [
            make_event(
                title=f"Talk {more} {number}", statements=(statement_input(claims=(claim_input(),)),) * (1 + number % 2)
            )
            for number in range(more)
        ]
        event = made[-1]
        addresses = {
            "event": address_of(event), "statement": f"/statements/{event.statements.first().pk}/",
            "source": f"/sources/{event_record(event.pk).sources[0].pk}/",
            "home": "/", "countries": "/countries/", "leaders": "/leaders/", "about": "/about/",
        }  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            client.get(addresses[page])
        costs.append(len(queries))
    assert costs == [cost, cost]


@pytest.mark.django_db
@pytest.mark.parametrize("modality", ["planned", "cancelled", "negated", "alleged", "hypothetical"])
def test_what_did_not_happen_is_not_told_as_if_it_had(client, modality):
    assert "They spoke by telephone." in text_of(client.get(address_of(make_event())))
    page = text_of(client.get(address_of(make_event(title="They are to talk", modality=modality))))
    assert "They spoke by telephone." not in page
    assert 'href="/glossary/#kind-phone_call"' in page
