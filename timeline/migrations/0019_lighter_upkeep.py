"""Keep no index twice, and tidy the counts often enough that they are read from their index alone."""

import django.db.models.deletion
from django.db import migrations, models

# One event changes some thirty counts. The server would wait until a fifth of all counts have changed; until then each
# changed one is looked up outside the index, which in a busy pair are many.
OFTEN = """
ALTER TABLE timeline_{owner}facet SET (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 5000
)
"""
SELDOM = """
ALTER TABLE timeline_{owner}facet RESET (
  autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold,
  autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold
)
"""


def _without_index(model, field, to):
    """Each of these is the first column of another index."""
    key = models.ForeignKey(to, on_delete=django.db.models.deletion.CASCADE, related_name="rows", db_index=False)
    return migrations.AlterField(model, field, key)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0018_record_counts")]

    operations = [
        _without_index("eventpair", "pair", "timeline.pair"),
        _without_index("eventcountry", "country", "timeline.country"),
        _without_index("eventrow", "event", "timeline.event"),
        *(
            migrations.RunSQL(OFTEN.format(owner=owner), SELDOM.format(owner=owner))
            for owner in ("pair", "country")
        ),
    ]
