"""The only way a view gets an object. Who may not see it gets the same 404 as for what never was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from newsroom.models import Article, Draft, Role, User
from timeline.models import Event, Statement

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def staff_only(view: View[Arguments]) -> View[Arguments]:
    """Send who is not logged in to the log-in page; every account of the newsroom may go on."""
    return login_required(view)


def user_of(request: HttpRequest) -> User:
    """Return who is logged in; raise 404 for nobody."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def require_role(user: User, role: str) -> None:
    """Raise 404 for accounts below a role."""
    if not user.ranks_at_least(role):
        raise Http404


def _article(article_id: int) -> Article:
    article = Article.objects.select_related("claimed_by", "source").filter(pk=article_id).first()
    if article is None:
        raise Http404
    return article


def article_for_reading(user: User, article_id: int) -> Article:
    """Return an article for looking at it: everybody of the newsroom may."""
    require_role(user, Role.CONTRIBUTOR)
    return _article(article_id)


def article_for_review(user: User, article_id: int) -> Article:
    """Return an article for deciding about it: editors may."""
    require_role(user, Role.EDITOR)
    return _article(article_id)


def article_for_publishing(user: User, article_id: int) -> Article:
    """Return an article for publishing from it: publishers may."""
    require_role(user, Role.PUBLISHER)
    return _article(article_id)


def draft_for_reading(user: User, draft_id: int) -> Draft:
    """Return a draft for looking at it."""
    require_role(user, Role.CONTRIBUTOR)
    return _draft(draft_id)


def draft_for_review(user: User, draft_id: int) -> Draft:
    """Return a draft for deciding about it: editors may."""
    require_role(user, Role.EDITOR)
    return _draft(draft_id)


def draft_for_publishing(user: User, draft_id: int) -> Draft:
    """Return a draft for taking back what it became: publishers may."""
    require_role(user, Role.PUBLISHER)
    return _draft(draft_id)


def event_for_publishing(user: User, event_id: int) -> Event:
    """Return a public event, or one that was merged into another, for changing it: publishers may."""
    require_role(user, Role.PUBLISHER)
    event = Event.objects.select_related("merged_into").filter(pk=event_id).first()
    if event is None or (event.withdrawn_at and not event.merged_into_id):
        raise Http404
    return event


def statement_for_publishing(user: User, statement_id: int) -> Statement:
    """Return a public statement for changing it: publishers may."""
    require_role(user, Role.PUBLISHER)
    known = Statement.objects.select_related("leader", "country", "tenure__office", "event")
    statement = known.filter(pk=statement_id, withdrawn_at__isnull=True).first()
    if statement is None:
        raise Http404
    return statement


def _draft(draft_id: int) -> Draft:
    draft = Draft.objects.select_related("reading__text_version__article").filter(pk=draft_id).first()
    if draft is None or draft.state == Draft.State.REPLACED:
        raise Http404
    return draft
