"""What a leader said as data and as feeds: the rows of the page, and word of what was corrected or withdrawn."""

import csv
import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, SHEINBAUM, UNITED_STATES, make_cast
from tests.factories import BY, cite, claim_input, make_event, make_statement, statement_input
from timeline import actions
from timeline.values import When

pytestmark = pytest.mark.django_db
ALL, ON = f"/leaders/{SHEINBAUM}/statements/", f"/leaders/{SHEINBAUM}/on/{UNITED_STATES}/"
ATOM, GONE = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"
LATER = datetime(2026, 1, 20, 8, tzinfo=UTC)


def body(response) -> str:
    assert response.status_code == 200, response
    return b"".join(response).decode()


def rows_of(client, page, query="") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(body(client.get(f"{page}statements.csv{query}")))))


def statements_of(client, page, query="") -> list[dict]:
    return json.loads(body(client.get(f"{page}statements.json{query}")))["statements"]


def feed(client, page, query="") -> ET.Element:
    return ET.fromstring(client.get(f"{page}feed.atom{query}").content)  # noqa: S314 - what our own program wrote


def entries(client, page, query="") -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed(client, page, query).findall(f"{ATOM}entry")]


def make_said() -> None:
    make_statement()
    words = "She spoke about Cuba"
    make_statement(
        words=words, speech="indirect", about=(CUBA,), when=When.parse("2025-12"),
        citations=(cite("words", "she told reporters"), cite("speaker", "she told reporters")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("page", "query", "count"),
    [
        (ALL, "", 2), (ALL, "?order=newest", 2), (ALL, "?speech=indirect", 1), (ALL, "?country=cuba", 1),
        (ALL, "?when=2025", 1), (ON, "", 1), (ON, "?speech=indirect", 0),
    ],
)  # fmt: skip
def test_each_form_has_the_statements_of_the_page_in_order(client, page, query, count):
    make_said()
    rows = rows_of(client, page, query)
    assert [row["id"] for row in rows] == [str(one["id"]) for one in statements_of(client, page, query)]
    assert len(rows) == len(entries(client, page, query)) == count
    lines = body(client.get(f"{page}statements.jsonl{query}")).splitlines()
    assert [json.loads(line) for line in lines] == statements_of(client, page, query)
    text = client.get(page + query).content.decode()
    places = [text.index(f'href="/statements/{row["id"]}/"') for row in rows]
    assert places == sorted(places)
    assert client.get(f"{page}statements.metadata.json{query}").json()["rows"] == count


def test_what_a_row_says(client):
    event = make_event(statements=(statement_input(claims=(claim_input(),)),))
    [row], [in_file] = statements_of(client, ON), rows_of(client, ON)
    [statement] = event.statements.all()
    assert row == {
        "id": statement.pk, "version": 1, "permalink": f"http://testserver/statements/{statement.pk}/v1/",
        "speaker": "Claudia Sheinbaum", "office": "President", "country": "MEX", "edtf": "2026-01-12",
        "earliest": "2026-01-12", "latest": "2026-01-12", "date_in_words": "12 January 2026", "speech": "direct",
        "words": "We will keep working side by side", "language": "en", "is_translation": False, "channel": "",
        "about": ["USA"], "told_by": [], "event": event.pk,
        "claims": [{
            "subject": "crossings", "value": "50", "unit": "%", "direction": "down", "precision": "approximate",
            "edtf": "[2025-01-12..2026-01-12]", "fact_check": "",
        }],
        "origins": 1,
        "sources": [{
            "title": "Presidents talk about trade", "outlet": "The Example", "origin": "Example Wire",
            "published": "2026-01-12", "address": "https://example.org/2026/01/12/talk",
            "page": f"http://testserver/sources/{statement.citations.first().source_id}/",
            "passages": [citation.exact for citation in _passages(statement)],
        }],
    }  # fmt: skip
    assert in_file["claims"] == "crossings, 50, %, down, approximate, [2025-01-12..2026-01-12]"
    assert (in_file["about"], in_file["is_translation"], in_file["event"]) == ("USA", "false", str(event.pk))
    columns = client.get(f"{ON}statements.metadata.json").json()["columns"]
    for form, found in (("csv", in_file), ("json", row)):
        assert list(found) == [column["name"] for column in columns if form in column["files"]]


def _passages(statement):
    cited = [*statement.citations.all(), *(one for claim in statement.claims.all() for one in claim.citations.all())]
    return sorted(cited, key=lambda citation: (citation.source_id, citation.start, citation.pk))


def test_an_entry_has_the_words_in_marks_only_where_they_are_verbatim(client):
    make_said()
    assert entries(client, ALL) == [
        "December 2025: She spoke about Cuba",
        "12 January 2026: Claudia Sheinbaum: “We will keep working side by side”",
    ]  # fmt: skip


def test_a_correction_comes_up_and_what_is_withdrawn_is_told_with_the_filters(client):
    make_cast()
    statement = make_statement()
    actions.correct_statement(
        statement_id=statement.pk, statement=statement_input(channel="interview"), expected_version=1,
        kind="correction", reason="Not at the conference.", by=BY, at=LATER,
    )  # fmt: skip
    [entry] = feed(client, ON).findall(f"{ATOM}entry")
    assert "[Corrected]" in entry.findtext(f"{ATOM}title")
    assert "Not at the conference." in entry.findtext(f"{ATOM}summary")
    actions.withdraw_statement(statement_id=statement.pk, expected_version=2, reason="She did not.", by=BY, at=LATER)
    for page, query in ((ALL, ""), (ON, ""), (ON, "?speech=direct"), (ALL, f"?country={UNITED_STATES}")):
        [gone] = feed(client, page, query).findall(f"{GONE}deleted-entry")
        assert gone.get("ref") == f"tag:testserver,2026:statement/{statement.pk}"
    for page, query in ((ON, "?speech=indirect"), (ALL, "?country=cuba"), (ON, "?when=2025"), (ON, "?q=steel")):
        assert feed(client, page, query).findall(f"{GONE}deleted-entry") == []
    assert rows_of(client, ALL) == []


def test_what_cannot_be_meant_is_refused_in_words(client):
    make_said()
    for name in (
        "statements.csv", "statements.json", "statements.jsonl", "statements.metadata.json", "statements.xlsx",
        "timelinejs.json",
        "feed.atom", "feed.rss", "feed.json",
    ):  # fmt: skip
        answer = client.get(f"{ALL}{name}?speech=loud")
        assert answer.status_code == 422
        assert "loud" in answer.content.decode()
        assert client.get(f"/leaders/nobody/statements/{name}").status_code == 404
        assert client.get(f"/leaders/{SHEINBAUM}/on/nowhere/{name}").status_code == 404
        moved = client.get(f"/leaders/{SHEINBAUM}/on/us/{name}?speech=direct")
        assert (moved.status_code, moved.headers["Location"]) == (301, f"{ON}{name}?speech=direct")
        known = {"if-none-match": client.get(ALL + name).headers["ETag"]}
        assert client.get(ALL + name, headers=known).status_code == 304


def test_the_page_names_its_forms(client):
    make_said()
    text = client.get(f"{ON}?speech=direct").content.decode()
    assert 'type="application/atom+xml" href="feed.atom?speech=direct"' in text.partition("</head>")[0]
    assert 'href="statements.csv?speech=direct"' in text
    exports = client.get(f"{ON}export/?speech=direct").content.decode()
    assert "1 statement," in exports
    assert f'href="{ON}statements.json?speech=direct"' in exports
    assert "calendar" not in exports


def test_the_queries_do_not_grow_with_the_list(client):
    costs = []
    for _ in range(2):
        for _ in range(3):
            make_statement(claims=(claim_input(),))
        with CaptureQueriesContext(connection) as queries:
            rows_of(client, ON)
            entries(client, ON)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 26
