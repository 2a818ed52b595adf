"""Keep with an event's row the sources that it rests on, so that a list need not gather them from every passage."""

import django.contrib.postgres.fields
from django.db import migrations, models

KNOWN = """
UPDATE timeline_eventrow kept SET sources = cited.sources FROM (
  SELECT coalesce(citation.event_id, part.event_id) AS event_id, array_agg(DISTINCT citation.source_id) AS sources
  FROM timeline_citation citation LEFT JOIN timeline_participation part ON part.id = citation.participation_id
  WHERE coalesce(citation.event_id, part.event_id) IS NOT NULL GROUP BY 1
) cited WHERE cited.event_id = kept.event_id
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0021_totals_of_countries")]

    operations = [
        migrations.AddField(
            "eventrow",
            "sources",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                default=list,
                help_text="What the event and who took part rest on, by id.",
                size=None,
            ),
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
    ]
