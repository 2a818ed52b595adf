"""A list as a feed of what was published last in it: Atom (RFC 4287, RFC 6721) and JSON Feed 1.1."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from timeline.kinds import KINDS
from timeline.outputs.offered import OfferedList
from timeline.pages.addresses import address_of
from timeline.pages.dates import when_text
from timeline.queries.exports import ExportedEvent
from timeline.queries.published import PublishedLast

# The year in which the names of entries were first given; with the host it makes them nobody else's (RFC 4151).
NAMED_IN = 2026
PLOVER_SCHEME = "tag:plover,2024:2.0"
# Before anything was published.
NEVER = datetime(NAMED_IN, 1, 1, tzinfo=UTC)
ATOM, JSON_FEED = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"
# What XML 1.0 cannot hold.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """An event in a feed; its name never changes, whatever becomes of its title."""

    name: str
    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    sources: Sequence[str]
    kind: str
    edtf: str


@dataclass(frozen=True)
class Gone:
    """An event that was withdrawn, for readers who have it."""

    name: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Feed:
    """A list as a feed."""

    offered: OfferedList
    entries: list[Entry]
    gone: list[Gone]

    @property
    def updated(self) -> datetime:
        """Return when anything in it changed last."""
        return max([entry.updated for entry in self.entries] + [one.at for one in self.gone], default=NEVER)


def name_of(what: str) -> str:
    """Return a name that is the same for ever, wherever the site moves: ``tag:example.org,2026:event/7``."""
    return f"tag:{settings.TAG_AUTHORITY},{NAMED_IN}:{what}"


def feed_of(offered: OfferedList, found: PublishedLast) -> Feed:
    """Return the feed of what was read of a list."""
    entries = [_entry(offered, exported, found.corrections.get(exported.event.pk)) for exported in found.events]
    # The oldest first: of an event that was withdrawn twice the last time counts.
    gone = {
        one.event_id: Gone(name_of(f"event/{one.event_id}"), one.published_at, plain(one.reason))
        for one in reversed(found.withdrawals)
    }
    return Feed(offered, entries, list(gone.values()))


def _entry(offered: OfferedList, exported: ExportedEvent, correction: str | None) -> Entry:
    event = exported.event
    word = _("Corrected")
    mark = "" if correction is None else f"[{word}] "
    note = _("Corrected: %(reason)s") % {"reason": correction} if correction else ""
    addresses = dict.fromkeys(citation.source.address for citation in exported.citations)
    return Entry(
        name=name_of(f"event/{event.pk}"),
        address=offered.site + address_of("timeline:event", event.pk, event.slug),
        title=plain(f"{when_text(event.when)}: {mark}{event.title}"),
        summary=plain(" ".join(filter(None, (note, event.summary)))),
        published=event.published_at,
        updated=event.updated_at,
        sources=[address for address in addresses if address],
        kind=event.kind,
        edtf=event.edtf,
    )


def plain(text: str) -> str:
    """Return a text without the control characters that a feed cannot hold."""
    return CONTROL.sub("", text)


class _Atom(Atom1Feed):
    """Write what Django's class leaves out: plain summaries, sources, codes, what was withdrawn."""

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for gone in self.feed["gone"]:
            named = AttributesImpl({"ref": gone.name, "when": rfc3339_date(gone.at)})
            handler.startElement("at:deleted-entry", named)
            handler.addQuickElement("at:comment", gone.reason)
            handler.endElement("at:deleted-entry")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("summary", entry.summary or entry.title, {"type": "text"})
        code = KINDS[entry.kind].plover
        handler.addQuickElement("category", "", {"term": code, "scheme": PLOVER_SCHEME, "label": entry.kind})
        for address in entry.sources:
            handler.addQuickElement("link", "", {"rel": "via", "href": address})


def atom(feed: Feed) -> str:
    """Return a feed as Atom."""
    offered = feed.offered
    written = _Atom(
        title=plain(offered.full_title), link=offered.address, description=None, language=offered.language,
        feed_url=offered.file_address("events.atom"), feed_guid=_name_of_feed(offered), author_name="Bilateral",
        updated=feed.updated, gone=feed.gone,
    )  # fmt: skip
    for entry in feed.entries:
        written.add_item(
            title=entry.title,
            link=entry.address,
            description=None,  # type: ignore[arg-type] # Django would call it HTML; _Atom writes it as plain text.
            unique_id=entry.name,
            pubdate=entry.published,
            updateddate=entry.updated,
            entry=entry,
        )
    return str(written.writeString("utf-8"))


def _name_of_feed(offered: OfferedList) -> str:
    return name_of(f"list{offered.page}{offered.filters.question}")


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
        "id": entry.name, "url": entry.address, "title": entry.title, "content_text": entry.summary or entry.title,
        "date_published": entry.published.isoformat(), "date_modified": entry.updated.isoformat(),
        "tags": [entry.kind], "_edtf": {"date": entry.edtf},
    }  # fmt: skip
    return item | ({"external_url": entry.sources[0]} if entry.sources else {})
