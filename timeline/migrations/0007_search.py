"""What the search reads: the words of events, statements and sources, and the keys of who took part.

Words go through unaccent before the English stemmer, so that "López" is found by "lopez".
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models
from django.db.models.functions import Coalesce

from timeline.models.vectors import KeyVector

CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION english_unaccented (COPY = english);
ALTER TEXT SEARCH CONFIGURATION english_unaccented
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""
DROP_CONFIGURATION = "DROP TEXT SEARCH CONFIGURATION english_unaccented"

# What the actions write from now on, for the rows that were there before.
FILL = """
UPDATE timeline_event event SET
  pairs = ARRAY(SELECT pair_id FROM timeline_eventpair WHERE event_id = event.id ORDER BY pair_id),
  search_keys = ARRAY(
    SELECT '/countries/' || country.slug FROM timeline_participation part
      JOIN timeline_country country ON country.id = part.country_id WHERE part.event_id = event.id
    UNION SELECT '/leaders/' || leader.slug FROM timeline_participation part
      JOIN timeline_leader leader ON leader.id = part.leader_id WHERE part.event_id = event.id
    ORDER BY 1);
UPDATE timeline_statement statement SET
  search_keys = ARRAY(
    SELECT '/leaders/' || slug FROM timeline_leader WHERE id = statement.leader_id
    UNION SELECT '/countries/' || slug FROM timeline_country WHERE id = statement.country_id
    UNION SELECT '/countries/' || country.slug FROM timeline_statement_about about
      JOIN timeline_country country ON country.id = about.country_id WHERE about.statement_id = statement.id
    ORDER BY 1);
"""


def _words(field, weight):
    return SearchVector(field, weight=weight, config="english_unaccented")


def _vector(expression):
    return models.GeneratedField(
        db_persist=True, expression=expression, output_field=django.contrib.postgres.search.SearchVectorField()
    )


def _day():
    return models.GeneratedField(
        db_persist=True, expression=Coalesce("earliest", "latest"), output_field=models.DateField()
    )


def _gin(*fields, name):
    return django.contrib.postgres.indexes.GinIndex(fields=fields, name=name, fastupdate=False)


def _keys(help_text):
    return django.contrib.postgres.fields.ArrayField(
        models.CharField(max_length=120), default=list, editable=False, size=None, help_text=help_text
    )


EVENT_KEYS = "Read model: who took part, as /countries/<slug> and /leaders/<slug>."
STATEMENT_KEYS = "Speaker and countries, as /leaders/<slug> and /countries/<slug>."
PAIRS = django.contrib.postgres.fields.ArrayField(
    models.BigIntegerField(), default=list, editable=False, size=None, help_text="Read model: the pairs that list it."
)
EVENT_WORDS = _words("title", "A") + _words("summary", "B") + KeyVector("search_keys")
STATEMENT_WORDS = _words("words", "A") + _words("speaker_name", "B") + KeyVector("search_keys")
SOURCE_WORDS = _words("title", "A") + _words("outlet", "B") + _words("origin", "B") + _words("byline", "C")


class Migration(migrations.Migration):
    dependencies = [("timeline", "0006_country_name_es")]

    operations = [
        migrations.RunSQL(CONFIGURATION, DROP_CONFIGURATION),
        migrations.AddField("event", "pairs", PAIRS),
        migrations.AddField("event", "search_keys", _keys(EVENT_KEYS)),
        migrations.AddField("statement", "search_keys", _keys(STATEMENT_KEYS)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        # A table with checks that still wait for the commit cannot be altered.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddField("event", "sort_date", _day()),
        migrations.AddField("statement", "sort_date", _day()),
        migrations.AddField("event", "search", _vector(EVENT_WORDS)),
        migrations.AddField("statement", "search", _vector(STATEMENT_WORDS)),
        migrations.AddField("source", "search", _vector(SOURCE_WORDS)),
        migrations.AddIndex("event", models.Index(fields=["sort_date", "id"], name="event_sort")),
        migrations.AddIndex("event", _gin("search", name="event_search")),
        migrations.AddIndex("event", _gin("pairs", "search", name="event_pairs_search")),
        migrations.AddIndex("statement", models.Index(fields=["sort_date", "id"], name="statement_sort")),
        migrations.AddIndex("statement", _gin("search", name="statement_search")),
        migrations.AddIndex("source", models.Index(fields=["published_on", "id"], name="source_sort")),
        migrations.AddIndex("source", _gin("search", name="source_search")),
    ]
