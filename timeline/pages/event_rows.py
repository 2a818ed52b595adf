"""An event's row in a list and its sources, as their templates are filled: in the language that is on."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from timeline.models import Modality, Office
from timeline.pages.addresses import address_of
from timeline.pages.dates import ShownDate, edtf_text, is_vague, shown_date
from timeline.pages.passages import told, visible
from timeline.rows import CitedSource, EventRowContent

LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """The words of somebody that a row shows."""

    words: str = told("The words.")
    language: str = told("Their language.")
    speaker: str = told("Who said them.")
    address: str = told("The address of the statement.")
    title: str = told("The title of the event.")
    is_translation: bool = told("Whether the source gives them in translation.")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """An event's row."""

    published: str = told("When it was published, in seconds.")
    corrected: str = told("When it was last corrected, in seconds; empty where it was not.")
    when: ShownDate = told("When it was.")
    source_words: SafeString = told("The words of the source for a day that is not known, as a sentence.")
    group: str = told("The key of the group of its kind, which has a sign.")
    kind: str = told("What kind of act it was, in words.")
    level: str = told("Who met, where they were leaders or ministers, in words.")
    modality: str = told("The key of what became of it; empty for what happened.")
    modality_words: str = told("The same in words.")
    title: str = told("Its title.")
    address: str = told("The address of its page.")
    summary: str = told("Its summary.")
    quote: ShownQuote | None = told("What somebody said in it, in their own words.")
    origins: str = told("Whose reports it rests on, the first of them.")
    more_origins: str = told("How many more they are, in words.")
    sources: str = told("How many sources it has, in words.")
    is_vague: bool = told("Whether the day is not known.")
    resolved_from: str = told("How its date was found, without the final stop.")


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source in a list of sources."""

    language: str = told("The language of its title, where it is not the page's.")
    page: str = told("The address of its page.")
    title: str = told("Its title.")
    address: str = told("Where it was published; empty where it is not online.")
    outlet: str = told("Who published it.")
    origin: str = told("Whose report it is, where it is another's.")
    published: str = told("When it was published, in words.")


def shown_row(row: EventRowContent, words: SafeString) -> ShownRow:
    """Return what a row shows; ``words`` are those of the source for its day, as they are drawn."""
    has_happened = row.modality == Modality.HAPPENED
    day_unknown, sources = is_vague(row.when), len(row.sources)
    sentence = format_html(_("source: “{words}”"), words=words) if day_unknown and words else SafeString("")
    return ShownRow(
        published=str(int(row.published_at.timestamp())),
        corrected=str(int(row.corrected_at.timestamp())) if row.corrected_at else "",
        when=shown_date(row.when),
        source_words=sentence,
        group=row.group.key,
        kind=_(row.kind.label),
        level=_level(row.level),
        modality="" if has_happened else row.modality,
        modality_words="" if has_happened else _(row.modality_label),
        title=row.title,
        address=address_of("timeline:event", row.id, row.slug),
        summary=row.summary,
        quote=_shown_quote(row),
        origins=", ".join(row.named_origins),
        more_origins=_("and %(n)s more") % {"n": row.more_origins} if row.more_origins else "",
        sources=ngettext("%(n)s source", "%(n)s sources", sources) % {"n": sources},
        is_vague=day_unknown,
        resolved_from=row.resolved_from.rstrip().removesuffix(".") if day_unknown else "",
    )


def _level(level: str) -> str:
    if level == Office.Level.LEADER:
        return _("leaders")
    return _("ministers") if level == Office.Level.MINISTER else ""


def _shown_quote(row: EventRowContent) -> ShownQuote | None:
    """Return the first statement that is given in the speaker's own words and is short enough for a list."""
    direct = (said for said in row.statements if said.speech == "direct" and len(said.words) <= LONGEST_QUOTE)
    if (said := next(direct, None)) is None:
        return None
    address = address_of("timeline:statement", said.id)
    return ShownQuote(visible(said.words), said.language, said.speaker, address, row.title, said.is_translation)


def shown_source(source: CitedSource) -> ShownSource:
    """Return what an entry of a list of sources shows."""
    return ShownSource(
        language=source.language if source.language != get_language() else "",
        page=address_of("timeline:source", source.id),
        title=source.title,
        address=source.address,
        outlet=source.outlet,
        origin=source.origin if source.origin != source.outlet else "",
        published=edtf_text(source.published) if source.published else "",
    )
