"""Say whether two articles carry one report, so that its origin counts once. Only people decide that."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from newsroom.actions.articles import locked_article
from newsroom.actions.log import write_decision
from newsroom.actions.refusals import Refused
from newsroom.actions.sources import correct_source
from newsroom.models import Article, Decision, User
from newsroom.reading.sameness import is_agency


@transaction.atomic
def join_origins(*, article: Article, other: Article, by: User, at: datetime) -> Decision:
    """Give two articles that carry one report one origin: the agency's where one is named, else the other's.

    Raise ``Refused`` where neither origin is known, or where both articles are one.
    """
    if article.pk == other.pk:
        raise Refused("same_article", "This is the same article.")
    rows = [locked_article(one) for one in sorted((article.pk, other.pk))]
    mine, theirs = rows if rows[0].pk == article.pk else reversed(rows)
    is_theirs = bool(theirs.origin) and (is_agency(theirs.origin) or not is_agency(mine.origin))
    changed, origin = (mine, theirs.origin) if is_theirs else (theirs, mine.origin)
    if not origin:
        raise Refused("no_origin", "Say first whose report one of them is.", "origin")
    before = {"changed": changed.pk, "origin": changed.origin, "other": theirs.pk}
    _set_origin(changed, origin, by=by, at=at)
    after = {"changed": changed.pk, "origin": origin, "other": theirs.pk}
    return write_decision(Decision.Act.ONE_ORIGIN, article=mine, by=by, at=at, before=before, after=after)


@transaction.atomic
def keep_apart(*, article: Article, other: Article, by: User, at: datetime) -> Decision:
    """Say that two articles are two reports; they are not offered as copies of each other again."""
    article = locked_article(article.pk)
    return write_decision(Decision.Act.APART, article=article, by=by, at=at, after={"other": other.pk})


def undo_origin(decision: Decision, *, by: User, at: datetime) -> None:
    """Put the origin back that a step changed; one that somebody changed since stays."""
    before, after = decision.before, decision.after
    if not before:
        return
    changed = locked_article(before["changed"])
    if changed.origin == after["origin"]:
        _set_origin(changed, before["origin"], by=by, at=at)


def _set_origin(article: Article, origin: str, *, by: User, at: datetime) -> None:
    """Change whose report an article is, here and in the record."""
    article.origin, article.version, article.changed_at = origin, article.version + 1, at
    article.save()
    correct_source(article, by=by, at=at)
