"""Keep one index of an event's words: that which has the pairs too answers what asks for words alone just as quickly."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("timeline", "0039_cited_of_rows")]

    operations = [migrations.RemoveIndex("event", "event_search")]
