"""Tell the record what is known of an article: its source."""

from __future__ import annotations

from datetime import datetime

from newsroom.models import Article, User
from newsroom.queries import when_of
from timeline import actions as record
from timeline.inputs import SourceInput


def source_input(article: Article, sha256: str) -> SourceInput:
    """Return the article as the record's source; its text stays here."""
    return SourceInput(
        title=article.headline,
        outlet=article.outlet,
        origin=article.origin or article.outlet,
        text_hash=sha256,
        kind=article.kind,
        access=article.access,
        address=article.address,
        archive_address=article.archive_address,
        byline=article.byline,
        editors=article.editors,
        dateline_place=article.dateline_place,
        dateline_on=article.dateline_on,
        published=when_of(article.published),
        updated=when_of(article.updated),
        retrieved_at=article.added_at,
        language=article.language,
    )


def correct_source(article: Article, *, by: User, at: datetime) -> None:
    """Say in the record what is known of an article by now, where something of it is public."""
    if article.source is not None:
        source = source_input(article, article.source.text_hash)
        record.correct_source(source_id=article.source.pk, source=source, by=str(by), at=at)
