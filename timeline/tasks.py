"""The record's jobs."""

import structlog
from procrastinate.contrib.django import app

from timeline.queries.chain import verify_chain
from timeline.readmodels import redraw_rows

log = structlog.get_logger()


@app.periodic(cron="*/5 * * * *")
@app.task(name="timeline.redraw_rows", lock="timeline.redraw_rows", queueing_lock="timeline.redraw_rows")
def redraw_kept_rows(timestamp: int) -> None:
    """Keep anew the rows that an older release drew: so an upgrade is followed without anybody asking for it."""
    if events := redraw_rows():
        log.info("kept rows drawn anew", timestamp=timestamp, events=events)


@app.periodic(cron="23 2 * * *")
@app.task(name="timeline.verify_revisions", lock="timeline.verify_revisions", queueing_lock="timeline.verify_revisions")
def verify_revisions(timestamp: int) -> None:
    """Look every night whether what was published still stands as it was sealed."""
    found = verify_chain()
    if found.count:
        log.error("revisions are not as they were sealed", timestamp=timestamp, count=found.count, faults=found.faults)
