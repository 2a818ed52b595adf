"""Chain all revisions by seals, those that are there and those to come, and let nobody empty either table."""

import django.db.models.deletion
from django.db import migrations, models

FUNCTIONS = """
CREATE FUNCTION seal_revision(revision timeline_revision) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    before timeline_seal;
    place bigint;
BEGIN
    SELECT * INTO before FROM timeline_seal ORDER BY number DESC LIMIT 1;
    place := coalesce(before.number, 0) + 1;
    INSERT INTO timeline_seal (number, revision_id, hash) VALUES (place, revision.id,
        encode(sha256(convert_to(jsonb_build_array(coalesce(before.hash, ''), place, revision.id, revision.event_id,
            revision.statement_id, revision.version, revision.kind, revision.reason, revision.content,
            revision.editor_name,
            to_char(revision.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text, 'UTF8')), 'hex'));
END $$;

CREATE FUNCTION revision_is_sealed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- One writer after the other, and only for the moment of the commit: this trigger is deferred.
    PERFORM pg_advisory_xact_lock(hashtextextended('timeline_seal', 0));
    PERFORM seal_revision(NEW);
    RETURN NULL;
END $$;

CREATE FUNCTION seal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a seal is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
DROP_FUNCTIONS = """
DROP FUNCTION is_not_emptied();
DROP FUNCTION seal_stays();
DROP FUNCTION revision_is_sealed();
DROP FUNCTION seal_revision(timeline_revision);
"""
# The trigger comes before the rows that are there are sealed: it keeps other writers out until all are.
TRIGGERS = """
CREATE CONSTRAINT TRIGGER revision_is_sealed AFTER INSERT ON timeline_revision
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revision_is_sealed();
CREATE TRIGGER revision_is_not_emptied BEFORE TRUNCATE ON timeline_revision
    FOR EACH STATEMENT EXECUTE FUNCTION is_not_emptied();
CREATE TRIGGER seal_stays BEFORE UPDATE OR DELETE ON timeline_seal FOR EACH ROW EXECUTE FUNCTION seal_stays();
CREATE TRIGGER seal_is_not_emptied BEFORE TRUNCATE ON timeline_seal
    FOR EACH STATEMENT EXECUTE FUNCTION is_not_emptied();
"""
DROP_TRIGGERS = """
DROP TRIGGER seal_is_not_emptied ON timeline_seal;
DROP TRIGGER seal_stays ON timeline_seal;
DROP TRIGGER revision_is_not_emptied ON timeline_revision;
DROP TRIGGER revision_is_sealed ON timeline_revision;
"""
SEAL_ALL = """
DO $$
DECLARE
    revision timeline_revision;
BEGIN
    FOR revision IN SELECT * FROM timeline_revision ORDER BY id LOOP
        PERFORM seal_revision(revision);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0036_fact_check")]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "number",
                    models.BigIntegerField(
                        help_text="From 1, in the order of the commits, without a gap.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        help_text="SHA-256, in hexadecimal digits. That of the last one is the head of the chain.",
                        max_length=64,
                    ),
                ),
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seal", to="timeline.revision"
                    ),
                ),
            ],
            options={"ordering": ("number",)},
        ),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(TRIGGERS, DROP_TRIGGERS),
        migrations.RunSQL(SEAL_ALL, migrations.RunSQL.noop),
    ]
