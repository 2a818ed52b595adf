"""Whether the process answers, and whether the site can do its work."""

from datetime import datetime, timedelta

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from procrastinate.contrib.django.models import ProcrastinateJob

from config.errors import RETRY_SECONDS

# A job that waits longer than this means that no worker runs.
LONGEST_WAIT = timedelta(minutes=10)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process answers at all; ask nothing."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where the database answers, is migrated and its jobs are taken; 503 with the failed parts if not."""
    parts = check_parts(timezone.now())
    is_ready = all(state == "ok" for state in parts.values())
    response = JsonResponse({"status": "ok" if is_ready else "failing", **parts}, status=200 if is_ready else 503)
    if not is_ready:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def check_parts(at: datetime) -> dict[str, str]:
    """Return "ok" or what is wrong for database, migrations and jobs; costs three SQL queries."""
    parts = {"database": "not reachable", "migrations": "unknown", "jobs": "unknown"}
    try:
        executor = MigrationExecutor(connection)
        parts["database"] = "ok"
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        parts["migrations"] = "missing" if is_behind else "ok"
        if not is_behind:
            parts["jobs"] = "waiting too long" if _has_late_job(at) else "ok"
    except (DatabaseError, InterfaceError):
        pass
    return parts


def _has_late_job(at: datetime) -> bool:
    """Return whether a job that is due has waited longer than a running worker would let it."""
    events = ProcrastinateJob.objects.filter(
        status="todo", procrastinateevent__type="deferred", procrastinateevent__at__lt=at - LONGEST_WAIT
    )
    return events.exclude(scheduled_at__gt=at - LONGEST_WAIT).exists()
