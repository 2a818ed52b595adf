"""A list as a feed of what was published last in it: Atom (RFC 4287, RFC 6721), RSS 2.0 and JSON Feed 1.1."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from timeline.outputs.entry import NAMED_IN, Entry, entry_of, name_of, plain
from timeline.outputs.offered import Offered, OfferedList
from timeline.queries.published import PublishedLast

PLOVER_SCHEME = "tag:plover,2024:2.0"
# Before anything was published.
NEVER = datetime(NAMED_IN, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Gone:
    """What was withdrawn, for readers who have it."""

    name: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Feed:
    """A list as a feed."""

    offered: Offered
    entries: list[Entry]
    gone: list[Gone]

    @property
    def updated(self) -> datetime:
        """Return when anything in it changed last."""
        return max([entry.updated for entry in self.entries] + [one.at for one in self.gone], default=NEVER)


def feed_of(offered: OfferedList, found: PublishedLast) -> Feed:
    """Return the feed of what was read of a list."""
    entries = [entry_of(row, offered.site, found.corrections.get(row.pk)) for row in found.rows]
    # The oldest first: of what was withdrawn twice the last time counts.
    gone = {
        (name := _name_of_withdrawn(one.event_id, one.statement_id)): Gone(name, one.published_at, plain(one.reason))
        for one in reversed(found.withdrawals)
    }
    return Feed(offered, entries, list(gone.values()))


def _name_of_withdrawn(event_id: int | None, statement_id: int | None) -> str:
    return name_of(f"event/{event_id}" if event_id else f"statement/{statement_id}")


class _Dated(SyndicationFeed):
    """Say when anything in the feed changed last, be it that something was withdrawn."""

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated


class _Atom(_Dated, Atom1Feed):
    """Write what Django's class leaves out: languages, plain summaries, sources, codes, what was withdrawn."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for gone in self.feed["gone"]:
            named = AttributesImpl({"ref": gone.name, "when": rfc3339_date(gone.at)})
            handler.startElement("at:deleted-entry", named)
            handler.addQuickElement("at:comment", gone.reason)
            handler.endElement("at:deleted-entry")

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Say the language of what is told, which on a page in another language is not the feed's (RFC 4287, 2)."""
        return {"xml:lang": item["entry"].language}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("summary", entry.summary, {"type": "text"})
        if entry.code:
            named = {"term": entry.code, "scheme": PLOVER_SCHEME, "label": entry.kind}
            handler.addQuickElement("category", "", named)
        for address in entry.sources:
            handler.addQuickElement("link", "", {"rel": "via", "href": address})


class _Rss(_Dated, Rss201rev2Feed):
    """Write what readers take for HTML, so that it shows as it stands, and the language of each item."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:dc": "http://purl.org/dc/elements/1.1/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["entry"].language)
        handler.addQuickElement("description", escape(item["entry"].summary))


def atom(feed: Feed) -> str:
    """Return a feed as Atom."""
    written = _Atom(**_head(feed, "feed.atom"), feed_guid=_name_of_feed(feed.offered), author_name="Bilateral")
    return _with_entries(written, feed)


def rss(feed: Feed) -> str:
    """Return a feed as RSS 2.0; it has no word for what was corrected when, or withdrawn."""
    about = _("What was published last in this list, with the sources of each entry at its address.")
    return _with_entries(_Rss(**{**_head(feed, "feed.rss"), "description": about}), feed)


def _head(feed: Feed, name: str) -> dict[str, Any]:
    offered = feed.offered
    return {
        "title": plain(offered.full_title), "link": offered.address, "description": None,
        "language": offered.language, "feed_url": offered.file_address(name), "updated": feed.updated,
        "gone": feed.gone,
    }  # fmt: skip


def _with_entries(written: SyndicationFeed, feed: Feed) -> str:
    for entry in feed.entries:
        written.add_item(
            title=f"{entry.date}: {entry.title}",
            link=entry.address,
            description=None,  # type: ignore[arg-type] # Django would call it HTML; each form writes it itself.
            unique_id=entry.name,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            entry=entry,
        )
    return str(written.writeString("utf-8"))


def _name_of_feed(offered: Offered) -> str:
    return name_of(f"list{offered.here}")


def json_feed(feed: Feed) -> str:
    """Return a feed as JSON Feed 1.1; it has no word for what was withdrawn, which only leaves it."""
    offered = feed.offered
    return json.dumps({
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(offered.full_title),
        "home_page_url": offered.address,
        "feed_url": offered.file_address("feed.json"),
        "language": offered.language,
        "authors": [{"name": "Bilateral"}],
        "items": [_item(entry) for entry in feed.entries],
    }, ensure_ascii=False)  # fmt: skip


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.name, "url": entry.address, "title": f"{entry.date}: {entry.title}", "content_text": entry.summary,
        "date_published": entry.published.isoformat(), "date_modified": entry.updated.isoformat(),
        "tags": [entry.kind], "language": entry.language, "_edtf": {"date": entry.when.edtf},
    }  # fmt: skip
    return item | ({"external_url": entry.sources[0]} if entry.sources else {})
