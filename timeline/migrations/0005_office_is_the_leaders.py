"""What else no row may say: an office that is somebody else's, a date of a source or country that is none.

The functions of 0002 and 0003 also keep the schema that they were made in, so that a dump can be restored.
"""

from django.db import migrations

OFFICES = """
ALTER TABLE timeline_tenure ADD CONSTRAINT tenure_id_and_leader UNIQUE (id, leader_id);
ALTER TABLE timeline_participation ADD CONSTRAINT participation_office_is_the_leaders
  FOREIGN KEY (tenure_id, leader_id) REFERENCES timeline_tenure (id, leader_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE timeline_statement ADD CONSTRAINT statement_office_is_the_leaders
  FOREIGN KEY (tenure_id, leader_id) REFERENCES timeline_tenure (id, leader_id) DEFERRABLE INITIALLY DEFERRED;
"""
DROP_OFFICES = """
ALTER TABLE timeline_statement DROP CONSTRAINT statement_office_is_the_leaders;
ALTER TABLE timeline_participation DROP CONSTRAINT participation_office_is_the_leaders;
ALTER TABLE timeline_tenure DROP CONSTRAINT tenure_id_and_leader;
"""
DATES = """
ALTER TABLE timeline_source ADD CONSTRAINT source_published_and_day_agree CHECK (
  CASE WHEN published = '' THEN published_on IS NULL
  ELSE published_on IS NOT DISTINCT FROM lower(edtf_bounds(published)) END);
ALTER TABLE timeline_source ADD CONSTRAINT source_updated_is_edtf
  CHECK (updated = '' OR edtf_bounds(updated) IS NOT NULL);
ALTER TABLE timeline_country ADD CONSTRAINT country_existed_is_edtf CHECK (
  (existed_from = '' OR edtf_bounds(existed_from) IS NOT NULL)
  AND (existed_until = '' OR edtf_bounds(existed_until) IS NOT NULL));
"""
DROP_DATES = """
ALTER TABLE timeline_country DROP CONSTRAINT country_existed_is_edtf;
ALTER TABLE timeline_source DROP CONSTRAINT source_updated_is_edtf;
ALTER TABLE timeline_source DROP CONSTRAINT source_published_and_day_agree;
"""
FUNCTIONS = ("edtf_date_bounds(text)", "edtf_bounds(text)", "event_needs_a_party()", "revision_stays()")
SCHEMA = "".join(f"ALTER FUNCTION {name} SET search_path FROM CURRENT;" for name in FUNCTIONS)
DROP_SCHEMA = "".join(f"ALTER FUNCTION {name} RESET search_path;" for name in FUNCTIONS)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0004_participation_is_pairwise")]

    operations = [
        migrations.RunSQL(SCHEMA, DROP_SCHEMA),
        migrations.RunSQL(OFFICES, DROP_OFFICES),
        migrations.RunSQL(DATES, DROP_DATES),
    ]
