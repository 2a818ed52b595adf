"""Tell the planner which keys are frequent under which pairs, so that it walks a busy leader's events in order.

Without it the planner takes pair and leader for independent, expects a handful of rows, and sorts them all.
"""

from django.db import migrations

CREATE = """
CREATE STATISTICS event_pair_key_hot (mcv) ON pair_id, key FROM timeline_eventpairkey;
ALTER STATISTICS event_pair_key_hot SET STATISTICS 1000;
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0013_contacts_of_pairs")]

    operations = [migrations.RunSQL(CREATE, "DROP STATISTICS event_pair_key_hot")]
