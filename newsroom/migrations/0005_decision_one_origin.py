from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0004_decision_withdraw'),
    ]

    operations = [
        migrations.AlterField(
            model_name='decision',
            name='act',
            field=models.CharField(choices=[('accept', 'accepted'), ('reject', 'rejected'), ('edit', 'edited'), ('add', 'added'), ('cite', 'passage added'), ('restore', 'taken back in'), ('wave_off', 'waved off'), ('publish', 'published'), ('withdraw', 'withdrawn'), ('one_origin', 'counted as one origin'), ('apart', 'kept apart')], help_text='What was done.', max_length=10),
        ),
    ]
