"""Write all read models anew from the record."""

from datetime import datetime

from django.db import transaction

from timeline.models import Event, EventCountry, EventEntry, EventPair, EventRow, Pair
from timeline.readmodels.kept import CHUNK, keep_rows_of
from timeline.readmodels.lists import keep_search_columns, list_and_word_parts, list_rows, topics_of
from timeline.readmodels.places import parts_of, places_of
from timeline.rows import sources_of, statements_of
from timeline.sql.facets import rebuild_counts
from timeline.sql.leaders import rebuild_leaders
from timeline.sql.pairs import lock_pairs, lock_read_models, raise_versions
from timeline.sql.sending import send_as_one
from timeline.sql.sizes import count_record
from timeline.sql.words import forget_words


@transaction.atomic
def rebuild(*, at: datetime) -> int:
    """Write all read models anew from the record and return the number of events; nobody writes meanwhile."""
    lock_read_models()
    EventPair.objects.all().delete()
    EventCountry.objects.all().delete()
    EventEntry.objects.all().delete()
    EventRow.objects.all().delete()
    forget_words()
    ids = list(Event.objects.filter(withdrawn_at__isnull=True).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), CHUNK):
        events = list(Event.objects.filter(pk__in=ids[start : start + CHUNK]).order_by("pk"))
        parts = parts_of(events)
        places, countries = places_of(events, parts)
        pair_ids = lock_pairs(((p.first_id, p.second_id) for found in places.values() for p in found), at=at)
        said = statements_of(events)
        rows = list_rows(events, parts, places, countries, pair_ids, said, topics_of(events))
        keep_search_columns(events, parts, rows.of_pairs)
        send_as_one(list_and_word_parts(rows, events))
        keep_rows_of(events, said, sources_of([event.pk for event in events]))
    rebuild_counts()
    rebuild_leaders()
    count_record()
    raise_versions(Pair.objects.values_list("pk", flat=True), at=at)
    return len(ids)
