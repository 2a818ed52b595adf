"""Count events, statements, sources and pairs as they are written."""

from django.db import migrations, models

# Every change adds a row, so that no writer waits for another. Now and then one of them puts together what others have
# committed; what somebody else is putting together at that moment is left to them.
FUNCTION = """
CREATE FUNCTION record_is_counted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    number bigint;
BEGIN
    INSERT INTO timeline_recordcount (what, change) VALUES (TG_ARGV[0], TG_ARGV[1]::integer) RETURNING id INTO number;
    IF number % 100 = 0 THEN
        WITH gone AS (
            DELETE FROM timeline_recordcount
            WHERE id IN (SELECT id FROM timeline_recordcount WHERE id <= number ORDER BY id FOR UPDATE SKIP LOCKED)
            RETURNING what, change
        )
        INSERT INTO timeline_recordcount (what, change) SELECT what, sum(change) FROM gone GROUP BY what;
    END IF;
    RETURN NULL;
END $$;
"""
COUNT = """
INSERT INTO timeline_recordcount (what, change)
SELECT 'events', count(*) FROM timeline_event WHERE withdrawn_at IS NULL
UNION ALL SELECT 'statements', count(*) FROM timeline_statement WHERE withdrawn_at IS NULL
UNION ALL SELECT 'sources', count(*) FROM timeline_source
UNION ALL SELECT 'pairs', count(*) FROM timeline_pairfacet
  WHERE dimension = 'total' AND is_party AND modality = 'happened';
"""
# Table, and what a row of it must be to count.
COUNTED = {
    "events": ("timeline_event", "{row}.withdrawn_at IS NULL"),
    "statements": ("timeline_statement", "{row}.withdrawn_at IS NULL"),
    "sources": ("timeline_source", "TRUE"),
    "pairs": ("timeline_pairfacet", "{row}.dimension = 'total' AND {row}.is_party AND {row}.modality = 'happened'"),
}


def triggers():
    """Return the statements that add and drop the triggers of one row's coming, going and changing."""
    for what, (table, condition) in COUNTED.items():
        new, old = condition.format(row="NEW"), condition.format(row="OLD")
        moments = {"comes": ("INSERT", new, 1), "goes": ("DELETE", old, -1)}
        if "withdrawn_at" in condition:
            moments["returns"] = ("UPDATE OF withdrawn_at", f"{new} AND NOT ({old})", 1)
            moments["leaves"] = ("UPDATE OF withdrawn_at", f"{old} AND NOT ({new})", -1)
        for name, (moment, when, change) in moments.items():
            yield migrations.RunSQL(
                f"CREATE TRIGGER counted_{name} AFTER {moment} ON {table} FOR EACH ROW WHEN ({when})"
                f" EXECUTE FUNCTION record_is_counted('{what}', '{change}')",
                f"DROP TRIGGER counted_{name} ON {table}",
            )


class Migration(migrations.Migration):
    dependencies = [("timeline", "0017_event_entries")]

    operations = [
        migrations.CreateModel(
            name="RecordCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(help_text="events, statements, sources or pairs.", max_length=10)),
                ("change", models.BigIntegerField(help_text="How many came, or went where it is negative.")),
            ],
        ),
        migrations.AddIndex("source", models.Index(fields=["origin"], name="source_origin")),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION record_is_counted()"),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        *triggers(),
    ]
