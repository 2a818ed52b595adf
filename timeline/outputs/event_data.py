"""Events as rows of data."""

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from timeline.kinds import KINDS
from timeline.models import Participation
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
from timeline.queries.exports import ExportedEvent

# fmt: off
COLUMNS = (
    Column("id", gettext_noop("The number of the event; it never changes.")),
    Column("version", gettext_noop("The number of the version that this row shows.")),
    Column("permalink", gettext_noop("The address of this very version.")),
    Column("title", gettext_noop("What happened, in the editors’ words (English).")),
    *DATE_COLUMNS,
    Column("kind", gettext_noop("What sort of act it was; the glossary defines each kind.")),
    Column("plover", gettext_noop("The code of the kind in PLOVER 2.0.")),
    Column("cameo", gettext_noop("The code of the kind in CAMEO.")),
    Column("modality", gettext_noop(
        "Whether it took place: happened, planned, cancelled, negated, alleged or hypothetical.")),
    Column("level", gettext_noop("The highest of those who took part: leader, minister or official.")),
    Column("place", gettext_noop("Where it was; empty where that is not stated.")),
    Column("parties", gettext_noop(
        "The countries that acted or were acted upon: ISO 3166-1 alpha-3 code (ISO 3166-3 for former states, the"
        " record’s own key where there is neither) and side, actor or recipient.")),
    Column("others", gettext_noop("Countries in another role: mediator, host, topic or mentioned.")),
    Column("leaders", gettext_noop("The people who took part, with the office that they held then."),
           between_parts=", "),
    Column("topics", gettext_noop("What it was about: contexts of PLOVER 2.0.")),
    Column("summary", gettext_noop("What is told of it, in the editors’ words (English).")),
    *SOURCE_COLUMNS,
)
# fmt: on


def _record(exported: ExportedEvent, site: str) -> Record:
    event, kind = exported.event, KINDS[exported.event.kind]
    return {
        "id": event.pk,
        "version": event.version,
        "permalink": site + address_of("timeline:event_version", event.pk, event.version),
        "title": event.title,
        **date_of(event),
        "kind": event.kind,
        "plover": kind.plover,
        "cameo": kind.cameo,
        "modality": event.modality,
        "level": event.level,
        "place": event.place,
        **_people(exported.participations),
        "topics": sorted(topic.topic for topic in event.topics.all()),
        "summary": event.summary,
        **sources_of(exported.citations, site),
    }


def _people(participations: Iterable[Participation]) -> Record:
    """Return who took part, each country once in each role and each person once in each office."""
    parties, others, leaders = [], [], []
    for part in participations:
        country = code_of(part.country)
        if part.role == Participation.Role.PARTY:
            parties.append({"country": country, "side": part.side})
        else:
            others.append({"country": country, "role": part.role})
        if part.leader:
            office = part.tenure.office.held_by(part.leader) if part.tenure else ""
            leaders.append({"name": part.leader.name, "office": office, "country": country})
    return {"parties": _each_once(parties), "others": _each_once(others), "leaders": _each_once(leaders)}


def _each_once(records: Iterable[Record]) -> list[Record]:
    return list({tuple(record.values()): record for record in records}.values())


EVENTS = Dataset("events", COLUMNS, _record)
