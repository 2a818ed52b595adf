"""Keep what was looked for in vain, so that editors see what readers miss."""

import re
from datetime import datetime, timedelta

import structlog
from django.db import InternalError, OperationalError, transaction

from timeline.gazetteer import search_key
from timeline.sql.words import count_failed_search

log = structlog.get_logger(__name__)
LONGEST_KEPT = 80
WEEKS_KEPT = 26
# What may say who somebody is: addresses of mail and of pages, and numbers as long as a telephone's.
PERSONAL = re.compile(r"@|://|www\.|\d[\d .-]{5,}\d")


def note_failed_search(*, text: str, at: datetime) -> bool:
    """Count a search that found nothing under its week, and return whether it was.

    Nothing of who looked is kept, nor the day. What may name a person by an address or a number is left out. It never
    fails and never waits: where the database only reads, is busy, or holds enough of this week, nothing is kept.
    """
    cleaned = search_key(text)[:LONGEST_KEPT].strip()
    if len(cleaned) < 2 or PERSONAL.search(text):
        return False
    day = at.date()
    week = day - timedelta(days=day.weekday())
    try:
        with transaction.atomic():
            return count_failed_search(cleaned, week=week, oldest=week - timedelta(weeks=WEEKS_KEPT))
    except (InternalError, OperationalError) as error:  # it only reads; it is busy or gone
        log.info("failed_search_not_kept", reason=type(error).__name__)
        return False
