"""Count whom leaders met, in how much they took part and what they spoke of; name a pair's first leaders by an index."""

import django.db.models.deletion
from django.db import migrations, models

TOTALS = """
INSERT INTO timeline_leadertotal (leader_id, events)
SELECT leader_id, count(*) FROM timeline_evententry CROSS JOIN LATERAL unnest(took_part) AS mine (leader_id)
WHERE modality = 'happened' GROUP BY 1
"""
MET = """
INSERT INTO timeline_leadermet (leader_id, other_id, country_id, count, calls, last_date, last_id)
SELECT mine.leader_id, part.leader_id, part.country_id, count(DISTINCT entry.event_id),
       count(DISTINCT entry.event_id) FILTER (WHERE entry.kind IN ('phone_call', 'video_call', 'conversation')),
       max(entry.sort_date), (array_agg(entry.event_id ORDER BY entry.sort_date DESC, entry.event_id DESC))[1]
FROM timeline_evententry entry CROSS JOIN LATERAL unnest(entry.took_part) AS mine (leader_id)
JOIN timeline_participation part ON part.event_id = entry.event_id AND part.leader_id <> mine.leader_id
WHERE entry.modality = 'happened' AND part.role IN ('party', 'mediator', 'host') AND entry.kind IN (
  'phone_call', 'video_call', 'conversation', 'meeting', 'meeting_third_place', 'visit', 'state_visit',
  'summit_multilateral', 'negotiation', 'mediation'
) GROUP BY 1, 2, 3
"""
SAID = """
INSERT INTO timeline_leadersaid (leader_id, country_id, speech, count, last_date, last_id)
SELECT said.leader_id, about.country_id, said.speech, count(*), max(said.sort_date),
       (array_agg(said.id ORDER BY said.sort_date DESC, said.id DESC))[1]
FROM timeline_statement said CROSS JOIN LATERAL (
  SELECT NULL::bigint UNION ALL SELECT country_id FROM timeline_statement_about WHERE statement_id = said.id
) AS about (country_id)
WHERE said.leader_id IS NOT NULL AND said.withdrawn_at IS NULL GROUP BY 1, 2, 3
"""
# The counts of a pair lie together afterwards, so that reading them from the index alone looks at few pages to know
# that they are still so.
TOGETHER = "CLUSTER timeline_{owner}facet USING {owner}_facet_unique"
# Tables that foreign keys wait to check cannot be given indexes.
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE"


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0024_drawing_of_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeaderMet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('count', models.PositiveIntegerField(help_text='In how many contacts.')),
                ('calls', models.PositiveIntegerField(help_text='In how many of them by a call or a conversation.')),
                ('last_date', models.DateField(help_text='The first day of the last of them.')),
            ],
        ),
        migrations.CreateModel(
            name='LeaderSaid',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('speech', models.CharField(choices=[('direct', 'in their own words'), ('mixed', 'reported, with quoted words'), ('indirect', 'reported'), ('official_text', 'official text')], max_length=16)),
                ('count', models.PositiveIntegerField()),
                ('last_date', models.DateField(help_text='The first day of the last of them.')),
            ],
        ),
        migrations.CreateModel(
            name='LeaderTotal',
            fields=[
                ('leader', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='total', serialize=False, to='timeline.leader')),
                ('events', models.PositiveIntegerField()),
            ],
        ),
        migrations.AddIndex(
            model_name='pairfacet',
            index=models.Index(condition=models.Q(('dimension', 'leader')), fields=['pair', 'is_party', 'modality', '-count', 'key'], name='pair_facet_leaders'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', True)), fields=['leader', 'sort_date', 'id'], name='statement_of_leader'),
        ),
        migrations.AddField(
            model_name='leadermet',
            name='country',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.country'),
        ),
        migrations.AddField(
            model_name='leadermet',
            name='last',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.event'),
        ),
        migrations.AddField(
            model_name='leadermet',
            name='leader',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='met', to='timeline.leader'),
        ),
        migrations.AddField(
            model_name='leadermet',
            name='other',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.leader'),
        ),
        migrations.AddField(
            model_name='leadersaid',
            name='country',
            field=models.ForeignKey(db_index=False, help_text='Empty: all of them.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.country'),
        ),
        migrations.AddField(
            model_name='leadersaid',
            name='last',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='timeline.statement'),
        ),
        migrations.AddField(
            model_name='leadersaid',
            name='leader',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='said', to='timeline.leader'),
        ),
        migrations.AddIndex(
            model_name='leadermet',
            index=models.Index(fields=['leader', '-count', '-last_date', 'other', 'country'], name='leader_met_most'),
        ),
        migrations.AddConstraint(
            model_name='leadermet',
            constraint=models.UniqueConstraint(fields=('leader', 'other', 'country'), name='leader_met_unique'),
        ),
        migrations.AddConstraint(
            model_name='leadersaid',
            constraint=models.UniqueConstraint(fields=('leader', 'country', 'speech'), name='leader_said_unique', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='leadersaid',
            constraint=models.CheckConstraint(condition=models.Q(('count__gt', 0)), name='leader_said_counts_something'),
        ),
        *(migrations.RunSQL(fill, migrations.RunSQL.noop) for fill in (TOTALS, MET, SAID, CHECK_NOW)),
        *(
            migrations.RunSQL(TOGETHER.format(owner=owner), migrations.RunSQL.noop)
            for owner in ("pair", "country")
        ),
    ]
