"""Read what a page says about itself: JSON-LD, meta elements, time elements, canonical address, language."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from newsroom.reading.clean.titles import choose_title, headings
from newsroom.reading.sentences import fold

PUBLISHED_NAMES = frozenset(
    "article:published_time og:article:published_time og:published_time article:published datepublished date dc.date"
    " dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued publish-date publishdate publish_date"
    " pubdate publication_date publicationdate publication-date parsely-pub-date sailthru.date article.published"
    " cxenseparse:recs:publishtime originalpublicationdate displaydate rnews:datepublished date.created"
    " article_date_original".split()
)
MODIFIED_NAMES = frozenset(("article:modified_time", "og:updated_time", "datemodified", "last-modified"))
# Keys of JSON-LD that lead to the page's own article; lists of other stories and the entries of live blogs do not.
OWN_KEYS = ("@graph", "mainEntity", "mainEntityOfPage", "article")
WRAPPING = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
BROKEN_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
HOST_PARTS = frozenset("www com org net co news m amp edition".split())
MOST_ITEMS = 500
# What schema.org's isAccessibleForFree and the tiers of shared pages say of who can read an article.
FREE = {"true": "open", "false": "paid"}
CONTENT_TIERS = {"free": "open", "locked": "paid"}


@dataclass(slots=True)
class About:
    """Hold a page's metadata: dates (origin, words), title, authors, outlet, address, language with its region.

    ``access`` is ``open`` or ``paid`` where the page says who can read it.
    """

    dates: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    authors: list[str] = field(default_factory=list)
    outlet: str = ""
    address: str = ""
    locale: str = ""
    access: str = ""

    @property
    def language(self) -> str:
        """Return the two letters of the language."""
        return self.locale[:2].lower()


def read_metadata(tree: etree._Element) -> About:
    """Collect title, authors, address and each date that the page states about itself."""
    about = About(locale=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    shared, publisher = _read_meta_elements(tree, about)
    for link in tree.iter("link"):
        if link.get("rel") == "canonical":
            about.address = about.address or (link.get("href") or "")
    heads, window = headings(tree), tree.findtext(".//title") or ""
    declared = _read_linked_data(tree, about, [*heads, shared, window])
    for stamp in tree.iter("time"):
        words = stamp.get("datetime") or "".join(stamp.itertext())
        if words.strip():
            about.dates.append(("time element", words.strip()))
    names = [about.outlet, publisher, *_host_names(about.address)]
    about.title = choose_title(declared, heads, shared, window, names)
    return about


def _read_meta_elements(tree: etree._Element, about: About) -> tuple[str, str]:
    """Read the meta elements; return the title meant for sharing and the name of the publisher."""
    shared = publisher = ""
    modified: list[tuple[str, str]] = []
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if not content:
            continue
        if name in PUBLISHED_NAMES:
            about.dates.append((f"meta {name}", content))
        elif name in MODIFIED_NAMES:
            modified.append((f"modified {name}", content))
        elif name in ("og:title", "twitter:title"):
            shared = shared or content
        elif name == "article:content_tier":
            about.access = CONTENT_TIERS.get(content.lower(), "")
        elif name == "og:site_name":
            about.outlet = about.outlet or content
        elif name in ("application-name", "publisher", "article:publisher", "dc.publisher"):
            publisher = publisher or content
        elif name == "og:locale" and "-" not in about.locale:
            about.locale = content if content[:2].lower() in ("", about.locale[:2].lower()) else about.locale
        elif name in ("author", "article:author") and not content.startswith("http"):
            about.authors.append(content)
    about.dates += modified
    return shared, publisher


def _host_names(address: str) -> list[str]:
    """Return the labels of the address's host that may be the outlet's name: "elmarpost" of www.elmarpost.com."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return []
    labels = [label for label in host.split(".") if label not in HOST_PARTS and len(label) > 3]
    return [*labels, ".".join(host.split(".")[-2:]), host.removeprefix("www.")] if host else []


def _read_linked_data(tree: etree._Element, about: About, titles: list[str]) -> str:
    """Take date and authors of the page's own article from its JSON-LD; return the headline that it declares.

    A page may describe other stories too: the article whose headline is the page's own counts, else the first one.
    """
    articles: list[dict[str, Any]] = []
    broken: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            data = _parse(script.text)
            if data is None:
                broken += BROKEN_DATE.findall(script.text)[:1]
            else:
                articles += [one for one in _items(data) if _is_article(one)]
    if broken and not articles:
        about.dates.insert(0, ("JSON-LD datePublished", broken[0]))
    if not articles:
        return ""
    dated = [one for one in articles if isinstance(one.get("datePublished"), str)]
    own = next((one for one in dated or articles if _is_titled(one, titles)), (dated or articles)[0])
    others = [one["datePublished"] for one in dated if one is not own and _headline(one) == _headline(own)]
    stamps = [own["datePublished"]] if own in dated else []
    about.dates[:0] = [("JSON-LD datePublished", words) for words in dict.fromkeys(stamps + others)]
    about.authors += list(_authors(own))
    if not about.outlet and isinstance(own.get("publisher"), dict) and isinstance(own["publisher"].get("name"), str):
        about.outlet = own["publisher"]["name"]
    about.access = FREE.get(str(own.get("isAccessibleForFree", "")).rpartition("/")[2].lower(), about.access)
    return _headline(own)


def _parse(text: str) -> Any:
    """Return the data of a JSON-LD block: as it stands, unescaped, or with its commonest fault mended; else nothing."""
    bare = WRAPPING.sub("", WRAPPING.sub("", text))
    for attempt in (bare, html.unescape(bare), TRAILING_COMMA.sub("", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a block that may be the page's article, in order, without recursion."""
    queue = [data]
    for _ in range(MOST_ITEMS):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = item
        elif isinstance(item, dict):
            yield item
            queue += [item[key] for key in OWN_KEYS if isinstance(item.get(key), list | dict)]


def _is_article(item: dict[str, Any]) -> bool:
    """Tell whether an object is an article or a post, by its type or types."""
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and ("article" in name.lower() or "posting" in name.lower()) for name in names)


def _headline(item: dict[str, Any]) -> str:
    """Return the headline of an article's data."""
    words = item.get("headline") or item.get("name")
    return html.unescape(words) if isinstance(words, str) else ""


def _is_titled(item: dict[str, Any], titles: list[str]) -> bool:
    """Tell whether the headline of an article's data is the one of the page."""
    key = fold(" ".join(_headline(item).split()))
    return bool(key) and any(key in fold(" ".join(title.split())) for title in titles if title)


def _authors(item: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the authors."""
    authors = item.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        name = author.get("name") if isinstance(author, dict) else author
        if isinstance(name, str) and name:
            yield name
