"""What is no part of a story is left out with its reason; bad input gets a named answer."""

import pytest

from newsroom.reading.byline import read_dateline, read_meta
from newsroom.reading.clean import clean
from newsroom.values import Given

STORY = (
    "The foreign ministers of Norway and Estonia met in Tallinn on Tuesday to discuss shipping.\n\n"
    "They said a joint committee would look at the safety of undersea cables before the summer."
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("• World", "section label"),
        ("Monday, 12 Jan 2026", "page date"),
        ("Posted at 1:23 PM, Apr 29, 2022", "page date"),
        ("FILE PHOTO: A minister waves in Oslo, Norway, June 3, 2024. AGENCY/Nuno Vale/File Photo", "photo caption"),
        ("This photo, provided by the port of Oslo on June 3, 2024, shows Nuno Vale beside two tugs.", "photo caption"),
        ("By ANNA LIND and TOR BERG", "byline"),
        ("Share Button", "label|navigation"),
        ("Sign up now: get our newsletter", "promotion"),
        ("Follow us on our channel for alerts!", "promotion"),
        ("A headline without a stop", "headline or caption"),
    ],
)
def test_lines_above_the_story(line: str, reason: str) -> None:
    cleaned = clean(f"{line}\n\n{STORY}")
    assert len(cleaned.paragraphs) == 2
    assert cleaned.dropped[0].reason in reason.split("|")
    assert cleaned.source_text[cleaned.dropped[0].start : cleaned.dropped[0].end] == line


@pytest.mark.parametrize(
    "tail",
    [
        "(Reporting by Anna Lind; Editing by Tor Berg)",
        "Also Read\n\nBridge reopens after flood\nMarkets fall again",
        "ALSO READ: Bridge reopens after flood",
        "Leave a Reply\n\nWhat a fine article this is, I thought it was very good indeed.",
        "Source: Northern Agency   Editor: Tor Berg",
        "Bridge reopens after flood in the north\nMarkets fall again on fears of a new tariff",
        "Similar news: you can also read these.\nHundreds crossed the bridge on its first day, police said."
        "\nRead more »\nNobody was hurt when a ferry sank off the coast, the port said.\nRead more »",
        "The post Norway and Estonia in talks on cables appeared first on The Northern Daily:.\n\n"
        "This post was syndicated from The Northern Daily:. Click here to read the full text on the website.",
        "You are subscribed to the bulletins of the ministry. This one was sent to you on Monday.",
    ],
)
def test_lines_below_the_story(tail: str) -> None:
    cleaned = clean(f"{STORY}\n\n{tail}")
    assert len(cleaned.paragraphs) == 2
    assert all(part.reason for part in cleaned.dropped)


def test_a_last_sentence_stays_that_its_agency_or_an_update_marks() -> None:
    tail = "The two met on the margins of a fair on Sept. 25, the palace said. ― Northern"
    assert len(clean(f"{STORY}\n\n{tail}").paragraphs) == 3
    update = "Update: The embassy of Norway in Tallinn also denied that the minister had flown to Riga from there"
    assert len(clean(f"{STORY}\n\n{update}").paragraphs) == 3
    assert len(clean(f"{STORY}\n\nUpdate: Bridge reopens after flood").paragraphs) == 2


def test_a_caption_is_cut_off_a_day_and_an_agency_that_open_the_story() -> None:
    caption = "Norwegian Minister Berg (left) with her Estonian colleague in Tallinn today (Northern)"
    cleaned = clean(f"{caption} February 19, 2007 (NPA/NR) -- {STORY}")
    assert [part.text for part in cleaned.dropped] == [caption]
    assert cleaned.paragraphs[0].text.startswith("February 19, 2007 (NPA/NR) -- The foreign")
    below = clean(f"Links\n\nBreaking News\n\nCable Talks End\n\n{caption} February 19, 2007 (NPA/NR) -- {STORY}")
    assert [part.text for part in below.paragraphs] == [part.text for part in cleaned.paragraphs]


def test_a_paragraph_above_read_more_stays_where_no_other_story_opens_below() -> None:
    assert len(clean(f"{STORY}\n\nRead more »").paragraphs) == 2
    teasers = "".join(f"\n\nNobody was hurt when ferry {name} sank.\n\nRead more »" for name in ("Ann", "Bea"))
    assert len(clean(f"{STORY}\n\nRead more »{teasers}").paragraphs) == 2


def test_every_paragraph_is_where_it_says() -> None:
    cleaned = clean(f"Title of it\n\n{STORY}\n\nAlso Read\n\nBridge reopens")
    for part in cleaned.paragraphs:
        assert cleaned.text[part.start : part.end] == part.text
        assert cleaned.source_text[part.source_start : part.source_end] == part.text


def test_wrapped_lines_become_paragraphs() -> None:
    wrapped = (
        "The foreign ministers of Norway and Estonia met in Tallinn on Tuesday\n"
        "to discuss shipping and the safety of cables that lie on the bottom of\n"
        "the sea between their two countries and those of their allies there.\n\n"
        "They said a joint committee would look at the safety of the cables and\n"
        "that it would report to both governments before the summer, when both\n"
        "parliaments go into recess for several weeks.\n"
    )
    assert len(clean(wrapped).paragraphs) == 2


def test_wrapped_lines_without_blank_lines_between_paragraphs() -> None:
    wrapped = (
        "Norway and Estonia put off a meeting about the cables in the Baltic Sea after a quarrel\n"
        "Norway and Estonia have put off a meeting that was due in Tallinn after Prime\n"
        "Minister Alda Berg visited the wreck of a cable ship, an official said.\n"
        "A spokesman for the Estonian foreign minister told reporters that the talks\n"
        "would not be held this month, and that nobody had named another day. He gave\n"
        "no reason.\n"
        '"At least in public, it will be harder to speak about the cables from now\n'
        'on," said Tomas Ilves, who teaches in Tartu.\n'
        "The two countries last met in June.\n"
    )
    cleaned = clean(wrapped)
    assert [part.reason for part in cleaned.dropped] == ["headline or caption"]
    assert [part.text[:9] for part in cleaned.paragraphs] == ["Norway an", "A spokesm", '"At least', "The two c"]
    for part in cleaned.paragraphs:
        assert cleaned.source_text[part.source_start : part.source_end].replace("\n", " ") == part.text


def test_short_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    lines = [
        "Norway's prime minister met the president of Estonia on Monday.",
        "They spoke about cables in the Baltic Sea.",
        "de Wit, the envoy of the Netherlands, was there too.",
        "No joint statement was issued.",
        "The next meeting is due in May.",
        "Both sides called the talks useful.",
    ]
    assert [part.text for part in clean("\n".join(lines)).paragraphs] == lines


@pytest.mark.parametrize(
    "dateline",
    ["OSLO, Aug 30 (NTB) ", "OSLO, Norway, Aug. 30 (NTB) - ", "OSLO, 30 August 2010 -- ", "NEW DELHI, Aug 30 - "],
)
def test_a_headline_on_the_line_of_the_dateline_is_cut_off(dateline: str) -> None:
    headline, more = "Norway, Estonia end cable talks", "They will meet again before the summer, both said."
    story = f"{dateline}The foreign ministers of Norway and Estonia ended their talks about cables here today."
    cleaned = clean(f"{headline} {story}\n\n{more}")
    assert [(part.text, part.reason) for part in cleaned.dropped] == [(headline, "headline or caption")]
    assert [part.text for part in cleaned.paragraphs] == [story, more]
    assert cleaned.source_text[cleaned.paragraphs[0].source_start :].startswith(dateline)


def test_capitals_within_a_sentence_cut_nothing() -> None:
    story = "Ministers of NATO, May 3 being a holiday, met the head of the OSCE, Ana Berg, on Monday - and left again."
    assert [part.text for part in clean(story).paragraphs] == [story]


def test_a_summary_repeated_below_is_left_out() -> None:
    first = "The foreign ministers of Norway and Estonia met in Tallinn on Tuesday to discuss shipping."
    more = "The meeting was the first of its kind in a decade, officials of both countries said."
    cleaned = clean(f"{first}\n\nTALLINN - {first[:-1]} and cables.\n\n{more}")
    assert [part.reason for part in cleaned.dropped] == ["repeated below"]


def test_a_header_is_metadata() -> None:
    cleaned = clean(f"title: A call\npublished: 2024-05-14T07:24 (on page)\noutlet: Harbour Daily\n---\n{STORY}")
    meta, _, problems = read_meta(cleaned)
    assert (meta.title, meta.published and meta.published.isoformat()) == ("A call", "2024-05-14")
    assert len(cleaned.paragraphs) == 2
    assert not problems


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "no_text"),
        ("   \n ", "no_text"),
        (b"%PDF-1.7 ...", "not_an_article"),
        (b"PK\x03\x04....", "not_an_article"),
        ("a \ud800 b", "not_text"),
        ("x" * 2_000_001, "too_long"),
        ("Sign up for our newsletter\nFollow us on our channel!", "no_article"),
        ("<html><body>" + "<div>" * 100_000 + "deep", "nesting"),
    ],
)
def test_what_cannot_be_read_says_why(source: str | bytes, code: str) -> None:
    cleaned = clean(source)
    assert code in [problem.code for problem in cleaned.problems if problem.is_fatal]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (f"{STORY}\x00", "nul"),
        (STORY.replace("Norway", "MÃ©xico"), "mojibake"),
        (STORY.replace("Norway", "\u202eNorway"), "bidi"),
        (b"<meta charset=latin-1><p>" + STORY.encode() + "é".encode() + b"</p>", "charset"),
    ],
)
def test_what_is_doubtful_is_noted(source: str | bytes, code: str) -> None:
    assert code in [problem.code for problem in clean(source).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-8-sig"])
def test_encodings_are_understood(encoding: str) -> None:
    assert "São Tomé" in clean(f"{STORY} São Tomé.".encode(encoding)).text


def test_two_articles_in_one_are_asked_about() -> None:
    other = "The presidents of Peru and Chile spoke by telephone on Friday about copper, their offices said."
    text = (
        f"OSLO, May 3 (Nordwire) - {STORY}\n\nMore was said of it later that day.\n\nLIMA, May 4 (Nordwire) - {other}"
    )
    codes = [problem.code for problem in read_meta(clean(text))[2]]
    assert "several_articles" in codes


def test_a_story_without_a_date_says_so() -> None:
    assert "no_date" in [problem.code for problem in read_meta(clean(STORY))[2]]


def test_markup_is_inert_and_only_the_story_is_kept() -> None:
    page = (
        "<!doctype html><html lang=en><head><title>Ministers meet | Daily</title>"
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ministers meet",'
        '"datePublished":"2025-03-04T09:00"}</script>'
        "</head><body><nav><a href=/>Home</a></nav><article><h1>Ministers meet</h1>"
        + "".join(f"<p>{part} It was a long day for all who took part in them.</p>" for part in STORY.split("\n\n"))
        + '<p onclick="x()" hx-get="/steal">The talks will go on, both of the ministers said.</p>'
        "<script>alert(1)</script></article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    cleaned = clean(page)
    meta, _, _ = read_meta(cleaned)
    assert len(cleaned.paragraphs) == 3
    assert "alert" not in cleaned.source_text
    assert "hx-get" not in cleaned.text
    assert (meta.title, meta.published and meta.published.isoformat()) == ("Ministers meet", "2025-03-04")
    assert meta.published_origin == "JSON-LD datePublished"


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("MEXICO CITY, Jan 12 (Reuters) - The president", "MEXICO CITY", "Reuters"),
        ("Amman, July 28 (Petra) – The king", "Amman", "Petra"),
        ("ISLAMABAD, Pakistan—Secretary of State", "ISLAMABAD, Pakistan", ""),
        ("WASHINGTON (AP) — The White House", "WASHINGTON", "AP"),
        ("Washington: Armenia and Azerbaijan", "Washington", ""),
        ("Oslo [Norway], April 26 (NTB/Ritzau): Norway has", "Oslo", "NTB/Ritzau"),
        ("March 7, 2008 (KHARTOUM) — The president", "KHARTOUM", ""),
        ("9 July 2011 (Juba, South Sudan) – The president", "Juba, South Sudan", ""),
        ("20110428 Reuters LILONGWE (Reuters) - The president", "LILONGWE", "Reuters"),
        ("March 7, 2008 (a Friday) was the day", "", ""),
        ("20110428 People were there - The president", "", ""),
        ("Quote: The secretary", "", ""),
        ("The minister - a lawyer - said", "", ""),
    ],
)
def test_datelines(text: str, place: str, agency: str) -> None:
    found = read_dateline(text)
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "line",
    [
        "(Unofficial translation)",
        "This is a provisional English translation for reference only.",
        "Check against delivery.",
    ],
)
def test_what_a_page_says_of_a_document_is_left_out(line: str) -> None:
    assert [part.text for part in clean(f"{line}\n\n{STORY}").dropped] == [line]


def test_the_date_given_wins_and_others_are_told() -> None:
    cleaned = clean(
        f"13.01.2026\n\n{STORY}", Given(published="2026-01-12", address="https://example.org/2026/01/12/call")
    )
    meta, _, _ = read_meta(cleaned)
    assert meta.published is not None
    assert meta.published.isoformat() == "2026-01-12"
    assert {one.origin for one in meta.candidates} == {"given", "address", "page date"}
    assert "2026-01-13" in meta.published_reason
