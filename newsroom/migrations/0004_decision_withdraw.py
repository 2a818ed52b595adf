from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0003_append_only'),
    ]

    operations = [
        migrations.AlterField(
            model_name='decision',
            name='act',
            field=models.CharField(choices=[('accept', 'accepted'), ('reject', 'rejected'), ('edit', 'edited'), ('add', 'added'), ('cite', 'passage added'), ('restore', 'taken back in'), ('wave_off', 'waved off'), ('publish', 'published'), ('withdraw', 'withdrawn')], help_text='What was done.', max_length=10),
        ),
    ]
