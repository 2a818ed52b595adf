"""Keep the month of what can be searched instead of the year: in a large record a year holds too much."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

# Each row is written once, without the large indexes, which are made anew after it.
MONTHS = """
UPDATE timeline_{table} SET search_keys = (
  SELECT coalesce(array_agg(key ORDER BY key COLLATE "C"), '{{}}') FROM (
    SELECT key FROM unnest(search_keys) AS key WHERE key NOT LIKE '/years/%'
    UNION ALL SELECT '/months/' || to_char({day}, 'YYYY-MM') WHERE {day} IS NOT NULL
  ) AS keys
);
"""
# A table with checks that still wait for the commit cannot be altered.
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE"
DAYS = {"event": "sort_date", "statement": "sort_date", "source": "published_on"}
HELP = {
    "event": "Read model: who took part and when: /countries/, /leaders/, /months/.",
    "statement": "Speaker, countries and when: /leaders/, /countries/, /months/.",
    "source": "The month, as /months/<year>-<month>.",
}
INDEXES = {
    "event_search": ("event", ["search"]),
    "event_pairs_search": ("event", ["pairs", "search"]),
    "statement_search": ("statement", ["search"]),
    "source_search": ("source", ["search"]),
}


def _keys(table):
    field = ArrayField(models.CharField(max_length=120), default=list, editable=False, help_text=HELP[table])
    return migrations.AlterField(table, "search_keys", field)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0015_quicker_edtf_bounds")]

    operations = [
        *(migrations.RemoveIndex(table, name) for name, (table, _) in INDEXES.items()),
        *(
            migrations.RunSQL(MONTHS.format(table=table, day=day), migrations.RunSQL.noop)
            for table, day in DAYS.items()
        ),
        migrations.RunSQL(CHECK_NOW, migrations.RunSQL.noop),
        *(_keys(table) for table in DAYS),
        *(
            migrations.AddIndex(table, GinIndex(fields=fields, name=name, fastupdate=False))
            for name, (table, fields) in INDEXES.items()
        ),
    ]
