"""An event or a statement as one entry of a feed or a calendar."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from timeline.kinds import KINDS
from timeline.models import Citation, Event, Modality, Statement
from timeline.pages.addresses import address_of
from timeline.pages.dates import when_text
from timeline.pages.history import CorrectionLine, FieldChange
from timeline.queries.exports import Exported, ExportedEvent, ExportedStatement
from timeline.values import When

# The year in which the names of entries were first given; with the host it makes them nobody else's (RFC 4151).
NAMED_IN = 2026
LONGEST_TITLE = 120
REPORTED = (Statement.Speech.MIXED, Statement.Speech.INDIRECT)
# What XML 1.0 cannot hold.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """What a feed or a calendar tells of an event, a statement or a correction; its name is for ever, its title not."""

    name: str
    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    version: int
    sources: Sequence[str]
    kind: str
    code: str
    when: When
    language: str = "en"

    @property
    def date(self) -> str:
        """Return the date in words."""
        return when_text(self.when)


def name_of(what: str) -> str:
    """Return a name that is the same for ever, wherever the site moves: ``tag:example.org,2026:event/7``."""
    return f"tag:{settings.TAG_AUTHORITY},{NAMED_IN}:{what}"


def entry_of(exported: Exported, site: str, correction: str | None = None) -> Entry:
    """Return the entry of what was read; a correction's reason, be it empty, marks what was corrected."""
    if isinstance(exported, ExportedEvent):
        return _event_entry(exported, site, correction)
    return _statement_entry(exported, site, correction)


def _event_entry(exported: ExportedEvent, site: str, correction: str | None) -> Entry:
    event = exported.event
    became = "" if event.modality == Modality.HAPPENED else f"[{capfirst(_(event.get_modality_display()))}] "
    return Entry(
        name=name_of(f"event/{event.pk}"),
        address=site + address_of("timeline:event", event.pk, event.slug),
        title=plain(f"{_mark(correction)}{became}{event.title}"),
        summary=plain(_told(correction, event.summary) or event.title),
        published=event.published_at,
        updated=event.updated_at,
        version=event.version,
        sources=_addresses(exported.citations),
        kind=event.kind,
        code=KINDS[event.kind].plover,
        when=event.when,
    )


def _statement_entry(exported: ExportedStatement, site: str, correction: str | None) -> Entry:
    statement = exported.statement
    words = f"“{statement.words}”" if statement.speech == Statement.Speech.DIRECT else statement.words
    translated = _("in the source’s translation")
    told = f"{words} ({translated})" if statement.is_translation else words
    # Our own sentence names its speaker.
    speaker = "" if statement.speech in REPORTED else f"{statement.speaker}: "
    return Entry(
        name=name_of(f"statement/{statement.pk}"),
        address=site + address_of("timeline:statement", statement.pk),
        title=plain(f"{_mark(correction)}{speaker}{Truncator(words).chars(LONGEST_TITLE)}"),
        summary=plain(_told(correction, told)),
        published=statement.published_at,
        updated=statement.updated_at,
        version=statement.version,
        sources=_addresses(exported.citations),
        kind=statement.speech,
        code="",
        when=statement.when,
        language=statement.language,
    )


def entry_of_correction(line: CorrectionLine, site: str) -> Entry:
    """Return the entry of a correction in the log: why it was made, and field by field what it changed."""
    revision, thing = line.revision, line.revision.event or line.revision.statement
    of, number = ("event", revision.event_id) if revision.event_id else ("statement", revision.statement_id or 0)
    title = thing.title if isinstance(thing, Event) else Truncator(thing.words).chars(LONGEST_TITLE) if thing else ""
    if line.is_withdrawn:
        title = (_("Event %(n)s") if of == "event" else _("Statement %(n)s")) % {"n": number}
    kind = capfirst(_(revision.get_kind_display()))
    return Entry(
        name=name_of(f"{of}/{number}/v{revision.version}"),
        address=site + address_of(f"timeline:{of}_history", number),
        title=plain(f"{kind}: {title}"),
        summary=plain(" ".join([revision.reason, *map(_changed, line.changes)]).strip()),
        published=revision.published_at,
        updated=revision.published_at,
        version=revision.version,
        sources=(),
        kind=revision.kind,
        code="",
        when=When.parse(timezone.localdate(revision.published_at).isoformat()),
    )


def _changed(change: FieldChange) -> str:
    said = [(_("It said"), change.before), (_("It says"), change.after)]
    return f"{change.field}. " + " ".join(f"{word}: {'; '.join(texts)}." for word, texts in said if texts)


def _mark(correction: str | None) -> str:
    word = _("Corrected")
    return "" if correction is None else f"[{word}] "


def _told(correction: str | None, summary: str) -> str:
    note = _("Corrected: %(reason)s") % {"reason": correction} if correction else ""
    return " ".join(filter(None, (note, summary)))


def _addresses(citations: Iterable[Citation]) -> list[str]:
    """Return where the sources can be read, each once."""
    addresses = dict.fromkeys(citation.source.address for citation in citations)
    return [address for address in addresses if address]


def plain(text: str) -> str:
    """Return a text without the control characters that a feed cannot hold."""
    return CONTROL.sub("", text)
