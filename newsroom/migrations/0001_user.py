import django.db.models.functions.datetime
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(help_text='The address that logs in; unique whatever its case.', max_length=254, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(blank=True, help_text='The name that colleagues see.', max_length=120, verbose_name='name')),
                ('role', models.CharField(choices=[('contributor', 'Contributor'), ('editor', 'Editor'), ('publisher', 'Publisher'), ('admin', 'Administrator')], default='contributor', help_text='What this account may do.', max_length=12, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, help_text='An inactive account cannot log in.', verbose_name='active')),
                ('joined_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), help_text='When the account was made.', verbose_name='joined')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'ordering': ['email', 'id'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_unique'), models.CheckConstraint(condition=models.Q(('role__in', ['contributor', 'editor', 'publisher', 'admin'])), name='user_role_known')],
            },
        ),
    ]
