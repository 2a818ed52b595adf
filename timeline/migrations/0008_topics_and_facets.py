"""What filters ask of events: topics, and in the read models who took part, the topics, how things are said.

The counts are made anew from the rows: they tell modalities and mentions apart from now on, and count countries too.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from timeline.topics import TOPICS

PLACE = ["sort_date", "span_days", "day_order", "event"]
LEADERS = "Who took part, in whatever role, by id."
SPEECH = "How its statements are given: each form once."
FILL_ROWS = """
UPDATE timeline_{table} row SET
  leaders = ARRAY(SELECT DISTINCT leader_id FROM timeline_participation
    WHERE event_id = row.event_id AND leader_id IS NOT NULL ORDER BY 1),
  speech = ARRAY(SELECT DISTINCT speech FROM timeline_statement
    WHERE event_id = row.event_id AND withdrawn_at IS NULL ORDER BY 1)
"""
FILL_KEYS = """
INSERT INTO timeline_eventpairkey (pair_id, key, is_party, sort_date, span_days, day_order, event_id, row_id)
SELECT pair_id, 'leader:' || leader, is_party, sort_date, span_days, day_order, event_id, id
FROM timeline_eventpair, unnest(leaders) leader
"""
FILL_COUNTS = """
INSERT INTO timeline_{owner}facet ({owner}_id, dimension, key, modality, is_party, count)
SELECT row.{owner}_id, marked.dimension, marked.key, row.modality, row.is_party, count(*)
FROM timeline_event{owner} row CROSS JOIN LATERAL (
  SELECT 'total', '' UNION ALL SELECT 'kind', row.kind UNION ALL SELECT 'level', row.level
  UNION ALL SELECT 'leader', leader::text FROM unnest(row.leaders) leader
  UNION ALL SELECT 'speech', form FROM unnest(row.speech) form {times}
) AS marked (dimension, key)
GROUP BY 1, 2, 3, 4, 5
"""
TIMES = """
  UNION ALL SELECT 'year', to_char(row.sort_date, 'YYYY') WHERE row.is_party AND row.modality = 'happened'
  UNION ALL SELECT 'month', to_char(row.sort_date, 'YYYY-MM') || ':' || row.side
    WHERE row.is_party AND row.modality = 'happened'
"""


def _array(field, **options):
    return django.contrib.postgres.fields.ArrayField(field, default=list, size=None, **options)


def _facet_fields():
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("dimension", _dimension()),
        ("key", models.CharField(help_text="month: 2026-01:joint; leader: the id; total: empty.", max_length=40)),
        ("modality", models.CharField(max_length=12)),
        ("is_party", models.BooleanField()),
        ("count", models.PositiveIntegerField()),
    ]


def _dimension():
    choices = [
        ("total", "all"), ("kind", "kind"), ("level", "level"), ("leader", "leader"), ("topic", "topic"),
        ("speech", "form of speech"), ("year", "year, of what happened between parties"),
        ("month", "month and side, of the same"),
    ]  # fmt: skip
    return models.CharField(choices=choices, max_length=10)


def _facet_constraints(owner):
    fields = [owner, "is_party", "modality", "dimension", "key"]
    return [
        models.UniqueConstraint(fields=fields, include=["count"], name=f"{owner}_facet_unique"),
        models.CheckConstraint(condition=Q(count__gt=0), name=f"{owner}_facet_counts_something"),
    ]


def _row_operations(table):
    owner = table.removeprefix("event")
    return [
        migrations.AddField(table, "leaders", _array(models.BigIntegerField(), help_text=LEADERS)),
        migrations.AddField(table, "topics", _array(models.CharField(max_length=24))),
        migrations.AddField(table, "speech", _array(models.CharField(max_length=16), help_text=SPEECH)),
        migrations.RunSQL(FILL_ROWS.format(table=table), migrations.RunSQL.noop),
        migrations.AddIndex(
            table, models.Index(fields=[owner, "kind", "is_party", *PLACE], name=f"event_{owner}_kind_order")
        ),
        migrations.AddIndex(
            table,
            models.Index(condition=Q(span_days__gt=0), fields=[owner, "last_date"], name=f"event_{owner}_long"),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("timeline", "0007_search")]

    operations = [
        migrations.CreateModel(
            name="EventTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "topic",
                    models.CharField(choices=[(key, topic.label) for key, topic in TOPICS.items()], max_length=24),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="topics", to="timeline.event"
                    ),
                ),
            ],
            options={
                "ordering": ("event_id", "topic", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=["event", "topic"], name="event_topic_unique"),
                    models.CheckConstraint(condition=Q(topic__in=list(TOPICS)), name="event_topic_known"),
                ],
            },
        ),
        migrations.RemoveIndex("eventpair", "event_pair_kind"),
        *_row_operations("eventpair"),
        *_row_operations("eventcountry"),
        migrations.AddIndex(
            "eventcountry",
            django.contrib.postgres.indexes.GinIndex(fields=["leaders"], name="event_country_leaders"),
        ),
        migrations.CreateModel(
            name="EventPairKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "pair_id", "key", "is_party", "sort_date", "span_days", "day_order", "event_id",
                        blank=True, editable=False, primary_key=True, serialize=False,
                    ),
                ),
                ("key", models.CharField(help_text="leader:7 or topic:cyber.", max_length=32)),
                ("is_party", models.BooleanField()),
                ("sort_date", models.DateField()),
                ("span_days", models.IntegerField()),
                ("day_order", models.SmallIntegerField()),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="timeline.event",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        help_text="All else of it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="timeline.eventpair",
                    ),
                ),
                (
                    "pair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="timeline.pair",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(FILL_KEYS, migrations.RunSQL.noop),
        migrations.DeleteModel("PairFacet"),
        migrations.CreateModel(
            name="PairFacet",
            fields=[
                *_facet_fields(),
                (
                    "pair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facets",
                        to="timeline.pair",
                    ),
                ),
            ],
            options={"constraints": _facet_constraints("pair")},
        ),
        migrations.CreateModel(
            name="CountryFacet",
            fields=[
                *_facet_fields(),
                (
                    "country",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facets",
                        to="timeline.country",
                    ),
                ),
            ],
            options={"constraints": _facet_constraints("country")},
        ),
        migrations.RunSQL(FILL_COUNTS.format(owner="pair", times=TIMES), "DELETE FROM timeline_pairfacet"),
        migrations.RunSQL(FILL_COUNTS.format(owner="country", times=""), "DELETE FROM timeline_countryfacet"),
    ]
