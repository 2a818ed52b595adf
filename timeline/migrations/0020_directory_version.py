"""What pages say of countries, leaders, offices, tenures and coverage has a version, which rises with every write."""

from django.db import migrations, models

TABLES = ("country", "countryname", "succession", "leader", "leadername", "office", "tenure", "coverage")
RAISE = """
CREATE FUNCTION raise_directory_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO timeline_directoryversion (id, version, changed_at) VALUES (1, 1, statement_timestamp())
    ON CONFLICT (id) DO UPDATE SET version = timeline_directoryversion.version + 1, changed_at = statement_timestamp();
    RETURN NULL;
END $$;
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER raise_directory_version AFTER INSERT OR UPDATE OR DELETE ON timeline_{table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();"
    for table in TABLES
)
# A source that is added comes with what is published from it; one that is changed may come alone.
OF_SOURCES = """
CREATE TRIGGER raise_directory_version AFTER UPDATE ON timeline_source
FOR EACH STATEMENT EXECUTE FUNCTION raise_directory_version();
"""
DROP = "".join(f"DROP TRIGGER raise_directory_version ON timeline_{table};" for table in (*TABLES, "source"))


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0019_lighter_upkeep'),
    ]

    operations = [
        migrations.CreateModel(
            name='DirectoryVersion',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('version', models.PositiveBigIntegerField(help_text='Rises with every statement that writes one of these tables.')),
                ('changed_at', models.DateTimeField(help_text='When it last rose.')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='directory_version_is_one')],
            },
        ),
        migrations.RunSQL(RAISE, "DROP FUNCTION raise_directory_version();"),
        migrations.RunSQL(TRIGGERS + OF_SOURCES, DROP),
    ]
