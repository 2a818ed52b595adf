"""Saved pages in the shapes that outlets give them: day, headline and body are read, what is not the story is left."""

import json

import pytest

from newsroom.reading import read
from newsroom.reading.clean.stamps import is_month_first, stamp_days
from newsroom.values import Reading

TITLE, DAY = "Council reopens ferry line", "2026-01-14"
PARAGRAPHS = (
    "The harbour council of Port Elmar voted on Tuesday to reopen the old ferry line, closed since the autumn storm.",
    "“We have waited long enough,” said the mayor, Lena Ortiz, after a debate of nearly four hours in the town hall.",
    "Engineers told the council that the pier would need new piles before the first boat could land there again.",
    "The line once carried eleven thousand passengers a year, most of them workers of the fish plants on the islands.",
    "A spokesman for the ministry said that the state would pay for half of the piles, but not for the crews.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
FIRST, LAST = ("".join(f"<p>{text}</p>" for text in part) for part in (PARAGRAPHS[:3], PARAGRAPHS[3:]))
NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'


def page(head: str = "", *, body: str = BODY, top: str = "", window: str = TITLE, h1: str = TITLE, lang: str = "en"):
    heading = f"<h1>{h1}</h1>" if h1 else ""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{window}</title>{head}</head><body>'
        f"{NAVIGATION}<main><article>{heading}{top}{body}</article></main><footer><p>© 2026 Elmar Post</p></footer>"
        "</body></html>"
    )


def day_of(source: str) -> str:
    return str(read(source.encode()).article.published)


def linked(*blocks: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks)


def article(headline: str = TITLE, day: str = f"{DAY}T09:00:00+01:00", kind: object = "NewsArticle", **more: object):
    return {"@type": kind, "headline": headline, "datePublished": day, **more}


OTHER = article("Storm takes the pier", "2025-10-02")


@pytest.mark.parametrize(
    "blocks",
    [
        [article(dateModified="2026-01-16T09:00:00Z")],
        [{"@graph": [{"@type": "WebPage", "datePublished": "2026-01-10"}, article(kind=["Article", "NewsArticle"])]}],
        [[{"@type": "BreadcrumbList"}, article(kind="ReportageNewsArticle")]],
        [{"@type": "WebPage", "mainEntity": article(day=f"{DAY}T23:30:00-05:00")}],
        [article(kind="LiveBlogPosting", liveBlogUpdate=[article("Vote is over", "2026-01-15", "BlogPosting")])],
        [article(), OTHER],
        [OTHER, article()],
        [{"@type": "ItemList", "itemListElement": [OTHER]}, article()],
        [article(day="Wed, 14 Jan 2026 09:00:00 +0000", kind="http://schema.org/NewsArticle")],
        [article(day="January 14, 2026")],
    ],
)
def test_the_pages_own_article_gives_the_day(blocks: list[object]) -> None:
    reading = read(page(linked(*blocks)).encode())
    assert (str(reading.article.published), reading.article.title) == (DAY, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"NewsArticle","headline":"Council "reopens" line","datePublished":"2026-01-14T09:00:00Z"}',
        '//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2026-01-14T09:00:00Z"}\n//]]>',
        '{"@type":"NewsArticle","datePublished":"2026-01-14",}',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2026-01-14&quot;}",
    ],
)
def test_broken_data_still_gives_the_day(text: str) -> None:
    assert day_of(page(f'<script type="application/ld+json">{text}</script>')) == DAY


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-01-14T09:00Z">'
        '<meta property="article:modified_time" content="2026-01-20T09:00Z">',
        '<meta property="og:article:published_time" content="2026-01-14T09:00:00Z">',
        '<meta name="DC.date.issued" content="2026-01-14">',
        '<meta name="pubdate" content="20260114">',
        '<meta itemprop="datePublished" content="2026-01-14T09:00:00Z">',
        '<meta property="article:modified_time" content="2026-01-14T09:00:00Z">',
        '<link rel="canonical" href="https://post.example/news/20260114-ferry-line">',
        '<link rel="canonical" href="https://post.example/2026/01/14/ferry-line">',
    ],
)
def test_elements_of_the_head_give_the_day(head: str) -> None:
    assert day_of(page(head)) == DAY


@pytest.mark.parametrize(
    "top",
    [
        '<p>By Jo Smith <time datetime="2026-01-14T08:00">14 Jan</time></p>',
        '<p><time datetime="2026-01-14">14 Jan</time>, updated <time datetime="2026-01-15">15 Jan</time></p>',
        "<time>January 14, 2026</time>",
    ],
)
def test_time_elements_give_the_day(top: str) -> None:
    assert day_of(page(top=top)) == DAY


STAMPS = """
de 14. Januar 2026, 09:12 Uhr
de Stand: 14.01.2026 09:12 Uhr
fr Publié le 14 janvier 2026 à 09h12
es 14 de enero de 2026 09:12
it 14 gennaio 2026
pt 14 de janeiro de 2026 às 9h12
nl 14 januari 2026 om 09:12
pl 14 stycznia 2026, 09:12
sv 14 januari 2026 kl. 09.12
da 14. jan. 2026 kl. 09:12
no Publisert 14. januar 2026
fi 14.1.2026 klo 9.12
cs 14. ledna 2026
ro 14 ianuarie 2026
tr 14 Ocak 2026
ru 14 января 2026, 09:12
uk 14 січня 2026
el 14 Ιανουαρίου 2026
ja 2026年1月14日 9時12分
zh 2026-01-14 09:12
ko 2026년 1월 14일
hu 2026. január 14. 09:12
vi 14/01/2026 09:12
ar 14 يناير 2026
he 14 בינואר 2026
ca 14 de gener de 2026
hr 14. siječnja 2026.
en-US 01/14/2026
""".strip().splitlines()


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_in_the_text_gives_the_day(stamp: str) -> None:
    lang, _, words = stamp.partition(" ")
    assert day_of(page(lang=lang, top=f'<div class="date">{words}</div>')) == DAY


@pytest.mark.parametrize(
    ("lang", "words", "day"),
    [
        ("en-US", "Published 02/03/2026", "2026-02-03"),
        ("en-GB", "Published 02/03/2026", "2026-03-02"),
        ("fr", "Publié le 02/03/2026 à 10:00", "2026-03-02"),
        ("de", "02.03.2026 - 10:00", "2026-03-02"),
    ],
)
def test_the_region_says_which_number_is_the_month(lang: str, words: str, day: str) -> None:
    assert day_of(page(lang=lang, top=f'<div class="date">{words}</div>')) == day


def test_impossible_stamps_are_passed_over() -> None:
    assert stamp_days("31 February 2026, 45.13.2026, 0000-00-00, 12 Nomonth 2026, 99999999") == []
    assert is_month_first("en_US")
    assert not is_month_first("en-IN")


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " // ", " • "])
def test_the_outlets_name_is_no_part_of_the_title(separator: str) -> None:
    head = f'<meta property="og:title" content="{TITLE}{separator}Elmar Post">'
    name = '<meta property="og:site_name" content="Elmar Post">'
    assert read(page(head + name, window=f"{TITLE}{separator}Elmar Post", h1="").encode()).article.title == TITLE


@pytest.mark.parametrize(
    ("window", "title"),
    [
        (f"{TITLE} | Elmar Post", TITLE),
        (f"Elmar Post: {TITLE}", TITLE),
        (f"{TITLE} | News | Elmar Post", TITLE),
        ("Ferry line - a history | Elmar Post", "Ferry line - a history"),
        ("Ferries: what is next", "Ferries: what is next"),
    ],
)
def test_the_window_gives_the_title_where_nothing_else_does(window: str, title: str) -> None:
    name = '<link rel="canonical" href="https://www.elmarpost.com/a">'
    assert read(page(name, window=window, h1="").encode()).article.title == title


def test_a_logo_is_no_headline() -> None:
    source = page(f'<meta property="og:title" content="{TITLE}">').replace("<nav>", "<h1>Elmar Post</h1><nav>")
    assert read(source.encode()).article.title == TITLE


FURNITURE = [
    ("<figure><img src='a'><figcaption>The old pier, pictured in 2019. (Jo Smith)</figcaption></figure>", "old pier,"),
    ("<div><img src='a'><div>The old pier in 2019. Photo: Jo Smith</div></div>", "old pier in"),
    ("<p><strong>Read more: <a href='/y'>Islands ask for a bridge</a></strong></p>", "Islands ask"),
    (
        "<div><h4>Related</h4><ul><li><a href='/y'>Islands ask for a bridge to the land</a></li></ul></div>",
        "Islands ask",
    ),
    ("<p><a href='/y'>Islands ask for a bridge to the mainland</a></p>", "Islands ask"),
    ("<div><h3>Get the Elmar briefing</h3><p>Sign up for our daily newsletter.</p></div>", "newsletter"),
    (
        "<p><em>Want more stories like this? Enter your email below to get our letter every Friday.</em></p>",
        "Want more",
    ),
    ("<div class='paywall'><p>To continue reading, subscribe for only $1 a month.</p></div>", "continue reading"),
    ("<p>Advertisement</p><p>Article continues below this ad</p>", "continues below"),
    ("<div class='cookies'><p>We use cookies to give you the best experience on our website.</p></div>", "cookies"),
    ("<ul><li>Share on Facebook</li><li>Share on X</li><li>Copy link</li></ul>", "Share on"),
    ("<div><p>1 of 3 | Workers look at the pier. (AP Photo/Jo Smith)</p></div>", "1 of 3"),
]


def lost(reading: Reading) -> list[str]:
    return [text for text in PARAGRAPHS if text not in reading.text]


@pytest.mark.parametrize(("markup", "words"), FURNITURE)
def test_furniture_inside_the_body_is_left_out(markup: str, words: str) -> None:
    reading = read(page(body=FIRST + markup + LAST).encode())
    assert words not in reading.text
    assert not lost(reading)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p><em>Jo Smith covers the harbour for the Post. You can reach her at jo@post.example.</em></p>", "Jo Smith"),
        ("<div><h4>About the author</h4><p>Jo Smith is a reporter. Follow her on X @josmith.</p></div>", "Jo Smith"),
        (
            "<section><h3>Comments (1)</h3><p>I have waited for years, and I hope they will do it.</p></section>",
            "I have",
        ),
        (
            '<div id="sf_comment_42"><p>Hace 28 minutos</p></div><div class="sf_comment_text"><p>They should have asked'
            " those of us who have waited at that pier for twenty long and rainy years.</p></div>",
            "twenty long",
        ),
        ("<div><span>Topics</span> <a>Ferries</a> <a>Port Elmar</a></div>", "Ferries"),
    ],
)
def test_what_stands_behind_the_body_is_left_out(markup: str, words: str) -> None:
    reading = read(page(body=BODY + markup).encode())
    assert words not in reading.text
    assert not lost(reading)


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<div>{text}</div>" for text in PARAGRAPHS),
        f"<div>{'<br><br>'.join(PARAGRAPHS)}</div>",
        "".join(f"<p><span>{text[:40]}</span><span>{text[40:]}</span></p>" for text in PARAGRAPHS),
        f"<p><span class='drop'>T</span>{PARAGRAPHS[0][1:]}</p>" + BODY.partition("</p>")[2],
        f"{FIRST}<h2>Half of the piles</h2>{LAST}",
        f'<div class="with-comments comments-open">{BODY}</div>',
        f'{FIRST}<div class="comments">12 comments</div>{LAST}',
        f"{FIRST}<blockquote><p>“The pier has seen worse,” the harbour master wrote to them.</p></blockquote>{LAST}",
    ],
)
def test_the_body_is_kept_in_any_markup(body: str) -> None:
    assert not lost(read(page(body=body).encode()))


def test_a_page_of_millions_of_characters_of_scripts_is_read() -> None:
    code = f"<style>a {{}}</style><SCRIPT async>{'x = 1;' * 400_000}</SCRIPT><svg><title>Logo</title></svg>"
    source = page(linked({"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY}), top=code)
    assert len(source) > 2_000_000
    assert not lost(read(source.encode()))
    assert day_of(source) == DAY


def test_a_sentence_that_tells_of_a_try_to_reach_somebody_is_kept() -> None:
    text = "Reporters tried to reach him at his home on Monday, but nobody came to the door of the house."
    assert text in read(page(body=f"{FIRST}<p>{text}</p>{LAST}").encode()).text
