"""What the rows of events add to the counts of their pairs and countries."""

from collections import Counter
from collections.abc import Iterable

from timeline.kinds import CONTACTS
from timeline.models import EventCountry, EventPair, Facet, Modality
from timeline.sql.facets import Key

Dimension = Facet.Dimension


def counts(rows: Iterable[EventPair | EventCountry]) -> Counter[Key]:
    """Return what rows add to the counts of their pairs or countries."""
    found: Counter[Key] = Counter()
    for row in rows:
        owner_id = row.pair_id if isinstance(row, EventPair) else row.country_id
        keys = [
            (Dimension.TOTAL, ""),
            (Dimension.KIND, row.kind),
            (Dimension.LEVEL, row.level),
            *((Dimension.LEADER, str(leader)) for leader in row.leaders),
            *((Dimension.TOPIC, topic) for topic in row.topics),
            *((Dimension.SPEECH, form) for form in row.speech),
        ]
        if isinstance(row, EventPair) and row.is_party and row.modality == Modality.HAPPENED:
            month = f"{row.sort_date.year:04d}-{row.sort_date.month:02d}"
            keys += [(Dimension.YEAR, f"{month[:4]}:{row.side}"), (Dimension.MONTH, f"{month}:{row.side}")]
            if row.kind in CONTACTS:
                years = f"{row.sort_date.year:04d}:{row.last_date.year:04d}"
                keys.append((Dimension.CONTACT, f"{row.level}:{years}"))
        found.update(Key(owner_id, str(dimension), key, row.modality, row.is_party) for dimension, key in keys)
    return found
