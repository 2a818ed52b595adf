"""Statements as rows of data."""

from django.utils.translation import gettext_noop

from timeline.models import Claim
from timeline.outputs.dataset import (
    DATE_COLUMNS,
    SOURCE_COLUMNS,
    Column,
    Dataset,
    Record,
    code_of,
    date_of,
    sources_of,
)
from timeline.pages.addresses import address_of
from timeline.queries.exports import ExportedStatement

# fmt: off
COLUMNS = (
    Column("id", gettext_noop("The number of the statement; it never changes.")),
    Column("version", gettext_noop("The number of the version that this row shows.")),
    Column("permalink", gettext_noop("The address of this very version.")),
    Column("speaker", gettext_noop("Who said it.")),
    Column("office", gettext_noop("The office that the speaker held then; empty where it is not known.")),
    Column("country", gettext_noop("The country for which the speaker spoke, by its code.")),
    *DATE_COLUMNS,
    Column("speech", gettext_noop(
        "How it is given: direct (the speaker’s own words), mixed (our sentence, with quoted words in marks), indirect"
        " (our sentence) or official_text.")),
    Column("words", gettext_noop("The words, or our sentence; what stands in marks is verbatim in a source.")),
    Column("language", gettext_noop("The language of the words (BCP 47).")),
    Column("is_translation", gettext_noop("Whether the source gives the words in translation.")),
    Column("channel", gettext_noop("Where it was said: press conference, interview, post; empty where not stated.")),
    Column("about", gettext_noop("The countries that it speaks about, by their codes.")),
    Column("told_by", gettext_noop("Who reported that it was said, the outermost first.")),
    Column("event", gettext_noop("The number of the event of which it is part; empty where there is none.")),
    Column("claims", gettext_noop(
        "The figures in it, as the speaker’s claims that are not checked here: what is counted, value, unit, direction,"
        " exact or approximate, the period (EDTF), and where others have checked it."), between_parts=", "),
    *SOURCE_COLUMNS,
)
# fmt: on


def _record(exported: ExportedStatement, site: str) -> Record:
    statement = exported.statement
    tenure, event = statement.tenure, statement.event
    return {
        "id": statement.pk,
        "version": statement.version,
        "permalink": site + address_of("timeline:statement_version", statement.pk, statement.version),
        "speaker": statement.speaker,
        "office": tenure.office.held_by(statement.leader) if tenure else "",
        "country": code_of(statement.country) if statement.country else "",
        **date_of(statement),
        "speech": statement.speech,
        "words": statement.words,
        "language": statement.language,
        "is_translation": statement.is_translation,
        "channel": statement.channel,
        "about": [code_of(country) for country in statement.about.all()],
        "told_by": [attribution.name for attribution in statement.attributions.all()],
        "event": event.pk if event and event.withdrawn_at is None else None,
        "claims": [_claim(claim) for claim in statement.claims.all()],
        **sources_of(exported.citations, site),
    }


def _claim(claim: Claim) -> Record:
    return {
        "subject": claim.subject,
        "value": f"{claim.value.normalize():f}",
        "unit": claim.unit,
        "direction": claim.direction,
        "precision": "approximate" if claim.is_approximate else "exact",
        "edtf": claim.edtf,
        "fact_check": claim.fact_check,
    }


STATEMENTS = Dataset("statements", COLUMNS, _record)
