"""How events, statements and sources are cited: styles in words, forms for programs, pages and files."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from itertools import accumulate
from urllib.parse import parse_qs

import pytest
import time_machine

from tests.cast import make_cast
from tests.factories import AT, BY, make_event, statement_input
from timeline import actions
from timeline.models import Source
from timeline.outputs.reference import (
    STYLES,
    Author,
    Reference,
    authors_in,
    bibtex,
    coins,
    csl_json,
    ris,
    to_source,
    wiki,
)

ARTICLE = Reference(
    key="the-daily-2026-7",
    type="article-newspaper",
    title="Ministers talk about water",
    authors=(Author("Duarte", "Ana María"), Author("de la Cruz", "Jean-Luc")),
    container="The Daily",
    publisher="Wire",
    issued=(2026, 1, 12),
    is_circa=False,
    accessed=date(2026, 11, 23),
    address="https://example.org/a_b",
    language="en",
)
PAGE = Reference(
    key="bilateral-event-7-v2",
    type="webpage",
    title="They speak by telephone",
    authors=(Author("Bilateral"),),
    container="Bilateral",
    publisher="Bilateral",
    issued=(2026, 11, 23),
    is_circa=False,
    accessed=date(2026, 11, 26),
    address="https://example.org/events/7/v2/",
    language="en",
    version=2,
)


def in_style(style: str, one: Reference) -> str:
    """Return a reference with its italics between stars."""
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in STYLES[style](one))


# The punctuation is that of the styles' own examples of articles on the sites of newspapers, and of pages.
@pytest.mark.parametrize(
    ("style", "one", "written"),
    [
        ("APA", ARTICLE, "Duarte, A. M., & de la Cruz, J.-L. (2026, January 12). Ministers talk about water."
         " *The Daily*. https://example.org/a_b"),
        ("APA", PAGE, "Bilateral. (2026, November 23). *They speak by telephone* (Version 2)."
         " https://example.org/events/7/v2/"),
        ("MLA", ARTICLE, "Duarte, Ana María, and Jean-Luc de la Cruz. “Ministers talk about water.” *The Daily*,"
         " 12 Jan. 2026, https://example.org/a_b. Accessed 23 Nov. 2026."),
        ("MLA", PAGE, "“They speak by telephone.” *Bilateral*, version 2, 23 Nov. 2026,"
         " https://example.org/events/7/v2/. Accessed 26 Nov. 2026."),
        ("Chicago", ARTICLE, "Duarte, Ana María, and Jean-Luc de la Cruz. “Ministers talk about water.” *The Daily*,"
         " January 12, 2026. https://example.org/a_b."),
        ("Chicago", PAGE, "Bilateral. “They speak by telephone.” Version 2, November 23, 2026."
         " https://example.org/events/7/v2/."),
        ("Harvard", ARTICLE, "Duarte, A. M. and de la Cruz, J.-L. (2026) ‘Ministers talk about water’, *The Daily*,"
         " 12 January. Available at: https://example.org/a_b (Accessed: 23 November 2026)."),
        ("Harvard", PAGE, "Bilateral (2026) *They speak by telephone*, version 2."
         " Available at: https://example.org/events/7/v2/ (Accessed: 26 November 2026)."),
    ],
)  # fmt: skip
def test_styles(style, one, written):
    assert in_style(style, one) == written


@pytest.mark.parametrize(
    ("style", "issued", "said"),
    [
        ("APA", (), "(n.d.)"), ("APA", (2026,), "(2026)"), ("APA", (2026, 1), "(2026, January)"),
        ("MLA", (), "*The Daily*, https"), ("MLA", (2026, 9), "*The Daily*, Sept. 2026, https"),
        ("Chicago", (), "n.d."), ("Chicago", (2026, 9), "September 2026."), ("Chicago", (2026,), "*The Daily*, 2026."),
        ("Harvard", (), "(no date)"), ("Harvard", (2026, 9), "*The Daily*, September."),
    ],
)  # fmt: skip
def test_no_style_says_more_of_a_date_than_is_known(style, issued, said):
    assert said in in_style(style, replace(ARTICLE, issued=issued))


@pytest.mark.parametrize(
    ("style", "number", "names"),
    [
        ("APA", 3, "Name1, G., Name2, G., & Name3, G. ("), ("APA", 21, "Name19, G., … Name21, G. ("),
        ("MLA", 3, "Name1, Given, et al. “"), ("Chicago", 3, "Name1, Given, Given Name2, and Given Name3. “"),
        ("Chicago", 11, "Given Name7, et al. “"), ("Harvard", 3, "Name1, G., Name2, G. and Name3, G. ("),
        ("Harvard", 4, "Name1, G. *et al.* ("),
    ],
)  # fmt: skip
def test_many_authors_are_named_as_the_style_has_it(style, number, names):
    authors = tuple(Author(f"Name{place}", "Given") for place in range(1, number + 1))
    assert names in in_style(style, replace(ARTICLE, authors=authors))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", ["Will they meet?", "They will not."])
def test_a_title_that_ends_a_sentence_gets_no_second_stop(style, title):
    for one in (ARTICLE, PAGE):
        written = in_style(style, replace(one, title=title)).replace("*", "")
        assert "?." not in written
        assert ".." not in written


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ana María Duarte and Jean-Luc de la Cruz", ARTICLE.authors),
        (
            "Por Ana Duarte y Luis Peña; Eva Ríos",
            (Author("Duarte", "Ana"), Author("Peña", "Luis"), Author("Ríos", "Eva")),
        ),
        ("Staff", (Author("Staff"),)),
        ("Desk 4 of the agency", (Author("Desk 4 of the agency"),)),
        ("", ()),
    ],
)
def test_bylines_are_read_as_names(byline, authors):
    assert authors_in(byline) == authors


def test_bibtex_escapes_what_tex_would_take_for_commands():
    written = bibtex([replace(ARTICLE, title="50% of {all} & more_or $less\n #1 ~ ^")])
    assert written.startswith("@online{the-daily-2026-7,\n")
    assert r"title = {{50\% of {\textbraceleft}all{\textbraceright} \& more\_or \$less \#1" in written
    assert r"\#1 \textasciitilde{} \textasciicircum{}}}" in written
    assert "author = {Duarte, Ana María and de la Cruz, Jean-Luc}" in written
    assert "url = {https://example.org/a_b}" in written
    assert "month = jan" in written
    assert "author = {{Bilateral}}" in bibtex([PAGE])


NASTY = ["a { b", "a } b", "}},\n@online{x,", "\\", "\\}", "a\x01b\x0bc\x85d\u2028e", '"', "@x{", "\u202eאבג",
         "\r\nER  - \r\nTY  - NEWS", "%", "#", ", and ,"]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_no_words_end_a_reference_or_begin_another(text):
    one = replace(
        ARTICLE, title=text, container=text, publisher=f"{text}.", authors=(Author(text),), abstract=text,
        address="https://example.org/{a}\\",
    )  # fmt: skip
    written = bibtex([one, PAGE])
    # BibTeX counts braces whatever stands before them: no field may open or close one too many, at any place.
    for line in written.splitlines()[1:]:
        if line.startswith("  "):
            depths = list(accumulate({"{": 1, "}": -1}.get(mark, 0) for mark in line))
            assert (min(depths), depths[-1]) == (0, 0), line
    assert re.findall(r"^@online\{(.+),$", written, re.MULTILINE) == [one.key, PAGE.key]
    in_ris = ris([one, PAGE])
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in in_ris.split("\r\n")[:-1])
    first, second = json.loads(csl_json([one, PAGE]))
    assert second["id"] == PAGE.key
    for said in (written, in_ris, first["title"], wiki(one)):
        assert not re.search(r"[\x00-\x08\x0e-\x1f\x7f]", said)


def test_a_date_that_is_about_so_says_it():
    about = replace(ARTICLE, is_circa=True)
    assert "DA  - 2026/01/12/circa\r\n" in ris([about])
    assert "DA  - 2026///circa\r\n" in ris([replace(about, issued=(2026,))])
    assert "DA  - 2026/01//\r\n" in ris([replace(ARTICLE, issued=(2026, 1))])
    assert "note = {Date approximate}" in bibtex([about])
    assert "note" not in bibtex([ARTICLE])


def test_ris_has_a_line_a_field_whatever_the_title_holds():
    written = ris([replace(ARTICLE, title="One\r\nER  - \nTY  - two"), PAGE])
    lines = written.split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert [line[:2] for line in lines].count("ER") == 2
    assert {"TY  - NEWS", "AU  - de la Cruz, Jean-Luc", "DA  - 2026/01/12", "PB  - Wire", "Y2  - 2026/11/23"} <= {
        *lines
    }


def test_csl_json_leaves_out_what_is_not_known():
    first, second = json.loads(csl_json([replace(ARTICLE, issued=(), accessed=None), PAGE]))
    assert "issued" not in first
    assert "accessed" not in first
    assert first["author"][1] == {"family": "de la Cruz", "given": "Jean-Luc"}
    assert second["author"] == [{"literal": "Bilateral"}]
    assert second["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert json.loads(csl_json([replace(PAGE, is_circa=True)]))[0]["issued"]["circa"] is True


def test_wikitext_keeps_its_values_apart():
    written = wiki(replace(ARTICLE, title="A | b [c] {{d}}"))
    assert written.startswith(
        "{{cite news |last1=Duarte |first1=Ana María |last2=de la Cruz |first2=Jean-Luc |title=A {{!}} b"
    )
    assert written.endswith("|date=2026-01-12 |url=https://example.org/a_b |access-date=2026-11-23}}")
    assert "[c]" not in written
    assert "last1" not in wiki(PAGE)


def test_a_copy_in_an_archive_is_named_in_every_form():
    kept = "https://web.archive.org/web/20260113101500/https://example.org/a_b"
    one = replace(ARTICLE, archive=kept, is_circa=True)
    for style in STYLES:
        assert in_style(style, one) == f"{in_style(style, ARTICLE)} Archived at {kept}{'' if style == 'APA' else '.'}"
    assert f"note = {{Date approximate. Archived at \\url{{{kept}}}}}" in bibtex([one])
    assert f"N1  - Archived at {kept}\r\n" in ris([one])
    assert json.loads(csl_json([one]))[0]["note"] == f"Archived at {kept}"
    assert f"|url={one.address} |archive-url={kept} |archive-date=2026-01-13 |url-status=live" in wiki(one)


@pytest.mark.parametrize("kept", ["", "https://archive.example/abc", "https://web.archive.org/web/20261399000000/x"])
def test_a_template_names_no_copy_of_an_unknown_day(kept):
    assert "archive" not in wiki(replace(ARTICLE, archive=kept))
    assert "archive" not in wiki(replace(ARTICLE, archive="https://a.example/web/20260113101500/x", address=""))


def test_a_source_is_cited_with_its_copy():
    kept = "https://archive.example/abc"
    assert to_source(Source(title="A", outlet="B", origin="B", kind="press", archive_address=kept)).archive == kept


# --- pages and files


@pytest.mark.django_db
def test_an_event_is_cited_by_its_version_and_its_sources_by_themselves(client):
    make_cast()
    call = make_event()
    page = client.get(f"/events/{call.pk}/cite/")
    text = page.content.decode()
    assert page.status_code == 200
    assert f"http://testserver/events/{call.pk}/v1/" in text
    assert {re.sub(r"<[^>]+>", "", style) for style in re.findall(r"<dt>(.*?)</dt>", text)} == {*STYLES}
    source = call.citations.first().source
    assert source.title in text
    assert f'href="/events/{call.pk}/cite/"' in client.get(f"/events/{call.pk}/{call.slug}/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ending", "kind"), [("bib", "x-bibtex"), ("ris", "x-research"), ("json", "vnd.citationstyles")]
)
def test_the_references_are_a_file(client, ending, kind):
    make_cast()
    call = make_event(statements=(statement_input(),))
    statement = call.statements.get()
    for address in (f"/events/{call.pk}", f"/statements/{statement.pk}", f"/sources/{Source.objects.first().pk}"):
        answer = client.get(f"{address}/cite/references.{ending}")
        assert answer.status_code == 200
        assert kind in answer.headers["Content-Type"]
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        assert answer.content
        short = client.get(f"{address}/cite.{ending}")
        assert (short.status_code, short.headers["Location"]) == (301, f"{address}/cite/references.{ending}")
    assert client.get(f"/events/{call.pk}/cite/references.exe").status_code == 404


@pytest.mark.django_db
def test_programs_find_the_reference_on_the_page(client):
    make_cast()
    call = make_event(statements=(statement_input(),))
    page = client.get(f"/events/{call.pk}/{call.slug}/").content.decode()
    assert f'<meta name="citation_title" content="{call.title}">' in page
    assert f'<meta name="citation_public_url" content="http://testserver/events/{call.pk}/v1/">' in page
    said = call.statements.get()
    page = client.get(f"/statements/{said.pk}/").content.decode()
    assert f'<meta name="citation_public_url" content="http://testserver/statements/{said.pk}/v1/">' in page
    assert f'href="/statements/{said.pk}/cite/"' in page
    source = call.citations.first().source_id
    assert f'href="/sources/{source}/cite/"' in client.get(f"/sources/{source}/").content.decode()


def read_coins(page: str) -> list[dict[str, list[str]]]:
    return [parse_qs(unescape(title)) for title in re.findall(r'<span class="Z3988" title="([^"]*)"></span>', page)]


@pytest.mark.django_db
def test_programs_find_the_page_and_its_sources_to_choose_from(client):
    make_cast()
    call = make_event(title="Talks & <b>tea</b> =1", statements=(statement_input(),))
    said, source = call.statements.get(), call.citations.first().source
    for address, own in ((f"events/{call.pk}", call.title), (f"statements/{said.pk}", "“We will keep working")):
        page = client.get(f"/{address}/", follow=True).content.decode()
        first, *others = read_coins(page)
        assert first["ctx_ver"] == ["Z39.88-2004"]
        assert own in first["rft.title"][0]
        assert first["rft.identifier"] == [f"http://testserver/{address}/v1/"]
        assert (first["rft.type"], first["rft.au"]) == (["webpage"], ["Bilateral"])
        assert [other["rft.title"] for other in others] == [[source.title]]
    (alone,) = read_coins(client.get(f"/sources/{source.pk}/").content.decode())
    assert (alone["rft.type"], alone["rft.source"]) == (["newspaperArticle"], [source.outlet])
    assert alone["rft.date"] == [source.published]


def test_coins_name_the_first_author_apart_and_date_as_far_as_is_known():
    said = parse_qs(coins(replace(ARTICLE, issued=(2026, 1))))
    assert (said["rft.aufirst"], said["rft.aulast"]) == (["Ana María"], ["Duarte"])
    assert (said["rft.au"], said["rft.date"]) == (["Jean-Luc de la Cruz"], ["2026-01"])
    assert "rft.date" not in parse_qs(coins(replace(ARTICLE, issued=())))
    assert "rft.aulast" not in parse_qs(coins(PAGE))


@pytest.mark.django_db
def test_what_is_gone_cannot_be_cited_and_what_is_merged_leads_on(client):
    make_cast()
    call, other = make_event(), make_event(title="Another call", edtf="2026-01-11")
    actions.withdraw_event(event_id=call.pk, expected_version=call.version, reason="Told twice.", by=BY, at=AT)
    assert client.get(f"/events/{call.pk}/cite/").status_code == 410
    assert client.get("/events/999999/cite/").status_code == 404
    assert client.get("/statements/999999/cite/").status_code == 404
    assert client.get("/sources/999999/cite/").status_code == 404
    assert client.get(f"/events/{other.pk}/cite/").status_code == 200


@pytest.mark.django_db
def test_only_verbatim_words_stand_in_quotation_marks(client):
    make_cast()
    direct = statement_input()
    event = make_event(statements=(direct,))
    said = event.statements.get()
    items = client.get(f"/statements/{said.pk}/cite/references.json").json()
    assert items[0]["title"].endswith(f": “{said.words}”")


def test_a_source_is_dated_as_far_as_it_says():
    source = Source(
        pk=5, title="T", outlet="The Daily", origin="Wire", published="2026-01", kind="press", language="en"
    )
    assert to_source(source).issued == (2026, 1)
    source.published = "2026-01-12~"
    assert (to_source(source).issued, to_source(source).is_circa) == ((2026, 1, 12), True)
    source.published = ""
    assert to_source(source).issued == ()
    assert to_source(source).authors == (Author("Wire"),)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("/pairs/mexico/united-states/", "Mexico and the United States"), ("/countries/mexico/", "Mexico"),
        ("/leaders/claudia-sheinbaum/statements/", "What Claudia Sheinbaum said"),
        ("/on-this-day/01-12/", "On 12 January"),
    ],
)  # fmt: skip
def test_a_list_is_cited_with_its_filters_and_the_day_on_which_it_is_taken(client, page, title):
    make_cast()
    make_event(statements=(statement_input(),))
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        text = unescape(client.get(f"{page}export/?order=oldest").content.decode())
    [item] = json.loads(text.partition("<summary>CSL-JSON</summary>")[2].partition(">")[2].partition("</pre>")[0])
    assert item["title"].startswith(title)
    assert item["URL"] == f"http://testserver{page}?order=oldest"
    assert item["issued"] == {"date-parts": [[2026, 1, 13]]}
    assert item["accessed"] == {"date-parts": [[2026, 2, 3]]}
    assert "version" not in item
    assert "Version 0" not in text
    nothing = client.get(f"{page}export/?q=zebra").content.decode()
    assert "(n.d.)" in nothing


@pytest.mark.django_db
def test_a_citation_names_the_agency_and_leads_to_the_version_that_was_seen(client):
    event = make_event(statements=(statement_input(),))
    said = event.statements.get()
    for address, begins, version in (
        (f"/events/{event.pk}/{event.slug}/", f"{event.title}, 12 January 2026.", f"/events/{event.pk}/v1/"),
        (
            f"/statements/{said.pk}/",
            f"“{said.words}” — Claudia Sheinbaum, President, 12 January 2026.",
            f"/statements/{said.pk}/v1/",
        ),
    ):
        line = re.search(r"data-copy-text[^>]*>(.*?)</p>", unescape(client.get(address).content.decode()))[1]
        assert line.startswith(begins)
        assert "(Example Wire)" in line
        assert line.endswith(f"Bilateral, version 1, http://testserver{version}")
        assert client.get(version).status_code == 200
