"""An index of the leaders of a country's list who are named first, as of a pair's."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("timeline", "0031_near_names_by_runs")]

    operations = [
        migrations.AddIndex(
            "countryfacet",
            models.Index(
                fields=["country", "is_party", "modality", "-count", "key"],
                condition=Q(dimension="leader"),
                name="country_facet_leaders",
            ),
        ),
    ]
