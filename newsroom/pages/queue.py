"""Show what waits: the articles to review, the oldest first, and what was done last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page

from newsroom.models import Article, LogEntry


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Hold the queue."""

    articles: Page[Article]
    log: list[LogEntry]
    oldest: datetime | None
    may_review: bool


def queue_page(articles: Page[Article], log: list[LogEntry], *, oldest: datetime | None, may_review: bool) -> QueuePage:
    """Return the queue."""
    return QueuePage(articles, log, oldest, may_review)
