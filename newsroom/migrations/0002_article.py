import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0001_user'),
        ('timeline', '0001_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('engine', models.CharField(help_text='The version of the reading engine.', max_length=40)),
                ('paragraphs', models.JSONField(help_text='The kept paragraphs: start, end, role; offsets into the stored text.')),
                ('dropped', models.JSONField(help_text='What was left out: start, end, reason; offsets into the stored text.')),
                ('problems', models.JSONField(default=list, help_text='What an editor must know: code and message.')),
                ('read_at', models.DateTimeField(help_text='When it was read.')),
            ],
            options={
                'ordering': ('text_version_id', 'read_at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.URLField(blank=True, help_text='The canonical address; empty: not given.', max_length=2000)),
                ('outlet', models.CharField(blank=True, help_text='Who published it where it was found.', max_length=120)),
                ('origin', models.CharField(blank=True, help_text='Whose report it is: an agency, or the outlet.', max_length=120)),
                ('republisher', models.CharField(blank=True, help_text="Who carries another's report.", max_length=120)),
                ('headline', models.CharField(blank=True, help_text='The headline, as the outlet has it.', max_length=300)),
                ('byline', models.CharField(blank=True, help_text='Who wrote it, as the text names them.', max_length=300)),
                ('editors', models.CharField(blank=True, help_text='Who edited it, as the text names them.', max_length=300)),
                ('dateline_place', models.CharField(blank=True, help_text='The place of the dateline.', max_length=120)),
                ('dateline_on', models.DateField(blank=True, help_text='The day of the dateline.', null=True)),
                ('published', models.CharField(blank=True, help_text='EDTF, local at the outlet; empty: asked for.', max_length=40)),
                ('published_origin', models.CharField(blank=True, help_text='Where the chosen date was found.', max_length=80)),
                ('published_reason', models.CharField(blank=True, help_text='Why this date was chosen.', max_length=300)),
                ('date_candidates', models.JSONField(blank=True, default=list, help_text='Every date found: day, words, origin.')),
                ('language', models.CharField(default='en', help_text='BCP 47.', max_length=8)),
                ('kind', models.CharField(choices=[('press', 'press report'), ('readout', 'official readout'), ('transcript', 'transcript'), ('post', 'post'), ('treaty', 'treaty')], default='press', help_text='What it is.', max_length=12)),
                ('state', models.CharField(choices=[('open', 'to review'), ('done', 'done')], default='open', help_text='Whether it still waits.', max_length=8)),
                ('version', models.PositiveIntegerField(default=1, help_text='Rises with each change, so that none is lost.')),
                ('added_at', models.DateTimeField(help_text='When it was brought in.')),
                ('changed_at', models.DateTimeField(help_text='When it was last changed.')),
                ('added_by', models.ForeignKey(help_text='Who brought it in.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('claimed_by', models.ForeignKey(blank=True, help_text='Who works on it; nobody else is kept out.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(blank=True, help_text='Its row in the record.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='timeline.source')),
            ],
            options={
                'ordering': ('added_at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='Its number on the desk, kept for good.')),
                ('kind', models.CharField(choices=[('event', 'event'), ('statement', 'statement')], help_text='What it would become.', max_length=10)),
                ('content', models.JSONField(help_text='The fields of newsroom.models.content, checked when written.')),
                ('state', models.CharField(choices=[('proposed', 'to decide'), ('accepted', 'accepted'), ('rejected', 'rejected'), ('published', 'published'), ('replaced', 'replaced by a later reading')], default='proposed', help_text='What was decided.', max_length=10)),
                ('is_by_hand', models.BooleanField(default=False, help_text='Whether a person added it.')),
                ('rule', models.CharField(blank=True, help_text='The rule that proposed it; empty: a person.', max_length=80)),
                ('confidence', models.FloatField(blank=True, help_text='How sure the rule is, 0 to 1; empty: a person.', null=True)),
                ('fingerprint', models.CharField(help_text='The same for the same proposal in a later reading.', max_length=64)),
                ('version', models.PositiveIntegerField(default=1, help_text='Rises with each change, so that none is lost.')),
                ('changed_at', models.DateTimeField(help_text='When it was last changed.')),
                ('event', models.ForeignKey(blank=True, help_text='What it became.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='timeline.event')),
                ('statement', models.ForeignKey(blank=True, help_text='What it became.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='timeline.statement')),
                ('reading', models.ForeignKey(help_text='The reading that it belongs to.', on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='newsroom.reading')),
            ],
            options={
                'ordering': ('number', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('accept', 'accepted'), ('reject', 'rejected'), ('edit', 'edited'), ('add', 'added'), ('cite', 'passage added'), ('restore', 'taken back in'), ('wave_off', 'waved off'), ('publish', 'published')], help_text='What was done.', max_length=10)),
                ('before', models.JSONField(default=dict, help_text='How it stood before.')),
                ('after', models.JSONField(default=dict, help_text='How it stood after.')),
                ('decided_at', models.DateTimeField(help_text='When.')),
                ('undone_at', models.DateTimeField(blank=True, help_text='When it was taken back; empty: it stands.', null=True)),
                ('article', models.ForeignKey(help_text='The article worked on.', on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='newsroom.article')),
                ('decided_by', models.ForeignKey(help_text='Who decided.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(blank=True, help_text='What was decided.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decisions', to='newsroom.draft')),
            ],
            options={
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(help_text="The action's name.", max_length=40)),
                ('at', models.DateTimeField(help_text='When.')),
                ('object_kind', models.CharField(help_text='What kind of thing was changed.', max_length=20)),
                ('object_id', models.BigIntegerField(help_text='Which one.')),
                ('before', models.JSONField(default=dict, help_text='How it stood before.')),
                ('after', models.JSONField(default=dict, help_text='How it stood after.')),
                ('by', models.ForeignKey(blank=True, help_text='Who did it; empty: a command.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'log entries',
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(help_text='Which field: when, kind, modality, summary, participation ...', max_length=16)),
                ('subject', models.CharField(blank=True, help_text='For a participation: whose.', max_length=200)),
                ('start', models.PositiveIntegerField(help_text='Offset in code points into the stored text.')),
                ('end', models.PositiveIntegerField(help_text='Offset after the last code point.')),
                ('exact', models.TextField(help_text='Verbatim in the stored text.', max_length=1000)),
                ('draft', models.ForeignKey(help_text='What it supports.', on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='newsroom.draft')),
            ],
            options={
                'ordering': ('draft_id', 'id'),
            },
        ),
        migrations.CreateModel(
            name='TextVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='1 for the first text of the article.')),
                ('text', models.TextField(help_text='Valid text, NFC, lines ended by line feeds; all offsets count its code points.')),
                ('sha256', models.CharField(help_text='SHA-256 of the UTF-8 of the text.', max_length=64)),
                ('original', models.BinaryField(help_text='The bytes as they came.')),
                ('declared_encoding', models.CharField(blank=True, help_text='What the bytes say of themselves.', max_length=40)),
                ('used_encoding', models.CharField(help_text='How they were read.', max_length=40)),
                ('created_at', models.DateTimeField(help_text='When it was stored.')),
                ('article', models.ForeignKey(help_text='Whose text it is.', on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='newsroom.article')),
            ],
            options={
                'ordering': ('article_id', 'number', 'id'),
            },
        ),
        migrations.AddField(
            model_name='reading',
            name='text_version',
            field=models.ForeignKey(help_text='The text that was read.', on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='newsroom.textversion'),
        ),
        migrations.CreateModel(
            name='ParagraphMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('restored', 'taken back in'), ('waved_off', 'waved off')], help_text='What was decided.', max_length=10)),
                ('start', models.PositiveIntegerField(help_text='Offset in code points into the stored text.')),
                ('end', models.PositiveIntegerField(help_text='Offset after the last code point.')),
                ('reason', models.CharField(blank=True, choices=[('nothing', 'Nothing for the record'), ('elsewhere', 'Told elsewhere in it'), ('background', 'Background'), ('reporter', 'The reporter’s own words'), ('recorded', 'Already in the record')], help_text='Why it is waved off.', max_length=12)),
                ('marked_at', models.DateTimeField(help_text='When that was decided.')),
                ('marked_by', models.ForeignKey(help_text='Who decided.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text_version', models.ForeignKey(help_text='The text that it is a part of.', on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='newsroom.textversion')),
            ],
            options={
                'ordering': ('text_version_id', 'start', 'id'),
            },
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(condition=models.Q(('address', ''), _negated=True), fields=('address',), name='article_address_unique'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='article_version_from_one'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['object_kind', 'object_id'], name='log_entry_object'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('draft', 'field', 'subject', 'start', 'end'), name='passage_unique'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='passage_offsets_in_order'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(('end', django.db.models.expressions.CombinedExpression(models.F('start'), '+', django.db.models.functions.text.Length('exact')))), name='passage_offsets_fit_words'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='draft_version_from_one'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__isnull', True), models.Q(('confidence__gte', 0), ('confidence__lte', 1)), _connector='OR'), name='draft_confidence_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(('event__isnull', True), ('statement__isnull', True), _connector='OR'), name='draft_became_at_most_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('event__isnull', True), ('statement__isnull', True)), ('state', 'published'), _connector='OR'), name='draft_became_something_when_published'),
        ),
        migrations.AddIndex(
            model_name='textversion',
            index=models.Index(fields=['sha256'], name='text_version_sha256'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='text_version_unique'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.UniqueConstraint(fields=('article', 'sha256'), name='text_version_hash_unique'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='text_version_hash_is_sha256'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='text_version_has_text'),
        ),
        migrations.AddConstraint(
            model_name='paragraphmark',
            constraint=models.UniqueConstraint(fields=('text_version', 'kind', 'start'), name='paragraph_mark_unique'),
        ),
        migrations.AddConstraint(
            model_name='paragraphmark',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='paragraph_mark_offsets_in_order'),
        ),
        migrations.AddConstraint(
            model_name='paragraphmark',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'restored'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='paragraph_mark_gives_its_reason'),
        ),
    ]
