"""What no check of one row can say: an event has a party; revisions are only ever added."""

from django.db import migrations

PARTY = """
CREATE FUNCTION event_needs_a_party() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    event_number bigint;
BEGIN
    -- Deferred to the commit: an event and its participations are written one after the other.
    IF TG_TABLE_NAME = 'timeline_event' THEN
        event_number := NEW.id;
    ELSE
        event_number := OLD.event_id;
    END IF;
    IF EXISTS (SELECT FROM timeline_event WHERE id = event_number)
       AND NOT EXISTS (SELECT FROM timeline_participation WHERE event_id = event_number AND role = 'party') THEN
        RAISE EXCEPTION 'event % has no country that is a party', event_number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'event_has_a_party';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER event_has_a_party AFTER INSERT ON timeline_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION event_needs_a_party();
CREATE CONSTRAINT TRIGGER event_keeps_a_party AFTER UPDATE OR DELETE ON timeline_participation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION event_needs_a_party();
"""
DROP_PARTY = """
DROP TRIGGER event_keeps_a_party ON timeline_participation;
DROP TRIGGER event_has_a_party ON timeline_event;
DROP FUNCTION event_needs_a_party();
"""

REVISION = """
CREATE FUNCTION revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a revision is never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON timeline_revision
    FOR EACH ROW EXECUTE FUNCTION revision_stays();
"""
DROP_REVISION = "DROP TRIGGER revision_stays ON timeline_revision; DROP FUNCTION revision_stays();"


class Migration(migrations.Migration):
    dependencies = [("timeline", "0002_edtf_bounds_agree")]

    operations = [migrations.RunSQL(PARTY, DROP_PARTY), migrations.RunSQL(REVISION, DROP_REVISION)]
