"""Uncertain dates by their last day, so that a search finds what may lie in the days it was asked for."""

import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0010_search_names'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('latest__gt', models.F('earliest'))), fields=['latest'], name='event_span'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('latest__gt', models.F('earliest'))), fields=['latest'], name='statement_span'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('latest__gt', django.db.models.expressions.CombinedExpression(models.F('earliest'), '+', models.Value(366)))), fields=['latest'], name='statement_long'),
        ),
    ]
