"""How the record may be used: what its owner says, and what nobody but others can allow."""

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.models import Coverage


def licence(coverage: Coverage | None) -> str:
    """Return how the record may be used: as the sample may, as the site says, or that it says nothing."""
    if coverage and coverage.is_sample:
        own = _("The sample record is part of Bilateral and under the Apache License 2.0.")
    elif settings.DATA_LICENCE:
        own = _("This record may be used under these terms: %(terms)s.") % {"terms": settings.DATA_LICENCE}
    else:
        own = _("The owner of this record has not said how it may be used: ask before you publish it elsewhere.")
    others = _("The quoted words are their speakers’, and the articles their publishers’.")
    return f"{own} {others}"
