"""The newsroom's jobs."""

import structlog
from procrastinate.contrib.django import app

from newsroom.queries import verify_citations

log = structlog.get_logger()


@app.periodic(cron="17 3 * * *")
@app.task(name="newsroom.verify_all_citations", queueing_lock="newsroom.verify_all_citations")
def verify_all_citations(timestamp: int) -> None:
    """Hold every published passage against its stored text each night; raise where one is not verbatim in it."""
    found = verify_citations()
    counts = {"verified": found.verified, "not_held": found.not_held, "failed": len(found.failed)}
    log.info("citations verified", timestamp=timestamp, **counts)
    if found.failed:
        raise ValueError(f"Passages that are not verbatim in their text: {[one.pk for one in found.failed]}")
