"""Names as the search compares them, the years of what it reads, the words that it knows, and what was not found.

A year's key lets a search read the newest years first; see timeline/sql/search.py.
"""

import django.contrib.postgres.fields
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models import F, Q

from timeline.models.vectors import KeyVector, NameKey

# The same letters as timeline/gazetteer/entries.py: those that no accent explains.
NAME_KEY = """
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT
AS $$ SELECT lower(unaccent(replace(replace(
  translate(name, 'ıłŁøØđĐəƏ’‘ʻʼ`‐‑', 'ilLoOdDaA''''''''''--'), 'æ', 'ae'), 'Æ', 'AE'))) $$;
"""
DROP_NAME_KEY = "DROP FUNCTION name_key(text)"

YEARS = """
UPDATE timeline_event SET search_keys = search_keys || ('/years/' || extract(year FROM sort_date)::integer)::varchar;
UPDATE timeline_statement SET search_keys = search_keys || ('/years/' || extract(year FROM sort_date)::integer)::varchar;
UPDATE timeline_source SET search_keys = ARRAY['/years/' || extract(year FROM published_on)::integer]
  WHERE published_on IS NOT NULL;
INSERT INTO timeline_searchword (word)
  SELECT DISTINCT word FROM timeline_event,
    regexp_split_to_table(name_key(title || ' ' || summary), '[^[:alpha:]]+') AS word
  WHERE length(word) BETWEEN 4 AND 40 AND withdrawn_at IS NULL;
"""
# A table with checks that still wait for the commit cannot be altered.
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE"


def _words(field, weight):
    return SearchVector(field, weight=weight, config="english_unaccented")


def _near(field, name):
    return GistIndex(OpClass(F(field), name="gist_trgm_ops"), name=name)


def _key(field, length):
    return models.GeneratedField(
        expression=NameKey(field), output_field=models.CharField(max_length=length), db_persist=True
    )


def _keys(help_text):
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(max_length=120), default=list, editable=False, size=None, help_text=help_text
    )


IDENTIFIER = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))
SOURCE_WORDS = (
    _words("title", "A") + _words("outlet", "B") + _words("origin", "B") + _words("byline", "C")
    + KeyVector("search_keys")
)
SOURCE_VECTOR = models.GeneratedField(expression=SOURCE_WORDS, output_field=SearchVectorField(), db_persist=True)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0009_totals_of_pairs")]

    operations = [
        migrations.RunSQL(NAME_KEY, DROP_NAME_KEY),
        migrations.CreateModel(
            name="FailedSearch",
            fields=[
                IDENTIFIER,
                ("week", models.DateField(help_text="The Monday of the week.")),
                ("text", models.CharField(help_text="The words without accents and case.", max_length=80)),
                ("count", models.PositiveIntegerField(default=1, help_text="How often in that week.")),
            ],
            options={"ordering": ("-week", "-count", "text", "id")},
        ),
        migrations.CreateModel(
            name="SearchWord", fields=[IDENTIFIER, ("word", models.CharField(max_length=40, unique=True))]
        ),
        migrations.AddField("source", "search_keys", _keys("The year, as /years/<year>.")),
        migrations.AlterField(
            "event", "search_keys", _keys("Read model: who took part and when: /countries/, /leaders/, /years/.")
        ),
        migrations.AlterField(
            "statement", "search_keys", _keys("Speaker, countries and when: /leaders/, /countries/, /years/.")
        ),
        migrations.RunSQL(YEARS, migrations.RunSQL.noop),
        migrations.RunSQL(CHECK_NOW, migrations.RunSQL.noop),
        migrations.RemoveIndex("source", "source_search"),
        migrations.RemoveField("source", "search"),
        migrations.AddField("source", "search", SOURCE_VECTOR),
        migrations.AddIndex("source", GinIndex(fields=["search"], name="source_search", fastupdate=False)),
        migrations.AddField("leader", "name_key", _key("name", 240)),
        migrations.AddField("leader", "family_key", _key("family_name", 160)),
        migrations.AddIndex("leader", models.Index(fields=["name_key"], name="leader_name_key")),
        migrations.AddIndex("leader", models.Index(fields=["family_key"], name="leader_family_key")),
        migrations.AddIndex("leader", _near("name_key", "leader_near")),
        migrations.AddIndex("leadername", _near("search_key", "leader_name_near")),
        migrations.AddIndex("countryname", _near("search_key", "country_name_near")),
        migrations.AddIndex("searchword", _near("word", "search_word_near")),
        migrations.AddIndex(
            "event", models.Index(fields=["latest"], condition=Q(latest__gt=F("earliest") + 366), name="event_long")
        ),
        migrations.AddConstraint(
            "failedsearch", models.UniqueConstraint(fields=("week", "text"), name="failed_search_unique")
        ),
        migrations.AddConstraint(
            "failedsearch", models.CheckConstraint(condition=~Q(text=""), name="failed_search_says_something")
        ),
    ]
