"""The record's jobs."""

import structlog
from procrastinate.contrib.django import app

from timeline.readmodels import redraw_rows

log = structlog.get_logger()


@app.periodic(cron="*/5 * * * *")
@app.task(name="timeline.redraw_rows", lock="timeline.redraw_rows", queueing_lock="timeline.redraw_rows")
def redraw_kept_rows(timestamp: int) -> None:
    """Keep anew the rows that an older release drew: so an upgrade is followed without anybody asking for it."""
    if events := redraw_rows():
        log.info("kept rows drawn anew", timestamp=timestamp, events=events)
