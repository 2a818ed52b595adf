"""Write the log row that every change leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from newsroom.models import Article, Decision, Draft, LogEntry, User


def write_log(
    verb: str,
    *,
    of: models.Model,
    by: User | None,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Add one row to the log; belongs into the transaction of the change."""
    LogEntry.objects.create(
        verb=verb,
        by=by,
        at=at,
        object_kind=of._meta.model_name or "",
        object_id=of.pk,
        before=before or {},
        after=after or {},
    )


def write_decision(
    act: str,
    *,
    article: Article,
    by: User,
    at: datetime,
    draft: Draft | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Decision:
    """Add the step to those that can be taken back, and to the log."""
    decision = Decision.objects.create(
        article=article, draft=draft, act=act, before=before or {}, after=after or {}, decided_by=by, decided_at=at
    )
    write_log(act, of=draft or article, by=by, at=at, before=before, after=after)
    return decision
