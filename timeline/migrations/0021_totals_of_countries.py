"""Find the totals of all countries without reading their other counts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0020_directory_version")]

    operations = [
        migrations.AddIndex(
            "countryfacet",
            models.Index(
                fields=["country"],
                condition=models.Q(dimension="total", is_party=True, modality="happened"),
                include=["count"],
                name="country_facet_totals",
            ),
        )
    ]
