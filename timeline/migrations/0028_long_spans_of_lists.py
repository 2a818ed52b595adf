"""Of the events under pairs and countries, index those apart that may lie in more days than a month.

The indexes before held every uncertain date, most of which lie within a month and are found near the dates asked for.
They are built beside whatever is written meanwhile, and only then are those before dropped.
"""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

IS_LONG = models.Q(span_days__gt=31)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("timeline", "0027_words_of_leaders")]

    operations = [
        *(
            AddIndexConcurrently(
                f"event{owner}",
                models.Index(
                    fields=[owner, "last_date", "sort_date"], condition=IS_LONG, name=f"event_{owner}_long_span"
                ),
            )
            for owner in ("pair", "country")
        ),
        *(RemoveIndexConcurrently(f"event{owner}", f"event_{owner}_long") for owner in ("pair", "country")),
    ]
