"""Follow a list by mail without an account: the form, the confirmation, what is followed, the end of it.

Nobody is logged in here and nothing is decided by a cookie, so no form needs a token against other sites: what a
signed address may do, whoever has the address may do. Nothing is changed by GET: programs for mail open every link.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from timeline import actions
from timeline.access import follower_for_changing, request_for_confirming, token_of_follower
from timeline.forms import CHANGES, FREQUENCIES, FollowForm
from timeline.models import Follower
from timeline.outputs.follow_page import FollowPage, MinePage, follow_page
from timeline.outputs.following import followed_list, follows_of
from timeline.outputs.lists import GivenList, list_at
from timeline.queries.leaders import leader_of
from timeline.tasks import send_mails_now
from timeline.views.files import asked_by
from timeline.views.leaders import unknown_leader
from timeline.views.pairs import country_or_answer, moved, place_or_answer

View = Callable[..., HttpResponse]
Found = TypeVar("Found")


def by_address(view: View) -> View:
    """Let a view be asked by GET and POST, whoever has its address, and let nothing keep what it answers."""
    methods = require_http_methods(["GET", "HEAD", "POST"])
    return wraps(view)(csrf_exempt(cache_control(no_store=True)(methods(view))))


@by_address
def follow(request: HttpRequest, page: str) -> HttpResponse:
    """Show the form under which a list is followed, or write down what it says: all get the same answer."""
    listed = list_at(f"/{page}", asked_by(request))
    if listed is None:
        return _no_list(request, page)
    if (canonical := reverse("timeline:follow", args=[listed.offered.path])) != request.path:
        return moved(request, canonical)
    if request.method != "POST":
        return _shown(request, listed, FollowForm(), 422 if listed.contents is None else 200)
    form = FollowForm(request.POST)
    if listed.contents is None or not settings.SENDS_MAIL or not form.is_valid():
        return _shown(request, listed, form, 422)
    # A page of another site must not write addresses down in its visitors' names.
    if request.headers.get("Sec-Fetch-Site", "") == "cross-site" or not ratelimit.consume(request, action="follow"):
        form.add_error(None, _("That was asked too often from here. Try again in an hour, or take a feed."))
        return _shown(request, listed, form, 429)
    _ask(listed, page, form)
    return _see(reverse("timeline:follow_sent"))


def _no_list(request: HttpRequest, page: str) -> HttpResponse:
    """Answer for a list that is not there: 404; where a name is of nobody, with the names that are near."""
    kind, *names = page.rstrip("/").split("/")
    answer: object = None
    if kind == "pairs" and len(names) == 2:
        answer = place_or_answer(request, *names)
    elif kind == "countries" and len(names) == 1:
        answer = country_or_answer(request, *names)
    elif kind == "leaders" and names and leader_of(names[0]) is None:
        answer = unknown_leader(request, names[0])
    if isinstance(answer, HttpResponse):
        return answer
    raise Http404("no such list")


def _ask(listed: GivenList, page: str, form: FollowForm) -> None:
    said, at = form.cleaned_data, timezone.now()
    actions.ask_to_follow(
        address=said["address"], path=f"/{page}", query=listed.offered.filters.question[1:],
        frequency=said["frequency"], note=said["note"], language=get_language() or "en", at=at,
    )  # fmt: skip
    send_mails_now(at)


@require_safe
@cache_control(no_store=True)
def sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way, whether the address follows already or not."""
    return render(request, "timeline/follow_sent.html", {})


@by_address
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what would be followed and the button that says so, or follow it."""
    found, at = _or_404(request_for_confirming, token), timezone.now()
    if found is None or not found.is_open(at):
        return render(request, "timeline/follow_over.html", {"found": found}, status=410)
    listed = followed_list(found, at, "")
    if request.method != "POST":
        return render(request, "timeline/follow_confirm.html", {"listed": listed, "address": found.address})
    try:
        follower = actions.confirm_follow(request_id=found.pk, at=at).follower
    except actions.AlreadyConfirmed:
        return render(request, "timeline/follow_over.html", {"found": found}, status=410)
    return _see(f"{reverse('timeline:follow_mine', args=[token_of_follower(follower)])}?new")


@by_address
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that an address follows, or change one of them."""
    follower = _or_404(follower_for_changing, token)
    if request.method != "POST" or follower is None:
        page = MinePage(token, follows_of(follower, timezone.now()) if follower else [])
        context = {"page": page, "is_new": "new" in request.GET, "frequencies": CHANGES}
        return render(request, "timeline/follow_mine.html", context)
    try:
        _change(request, follower)
    except (actions.InvalidField, ValueError) as error:
        raise Http404("no such change") from error
    return _see(request.path)


def _change(request: HttpRequest, follower: Follower) -> None:
    number = int(request.POST.get("follow", ""))
    if "stop" in request.POST:
        actions.stop_follow(follower=follower, follow_id=number)
    else:
        frequency, at = request.POST.get("frequency", ""), timezone.now()
        actions.change_follow(follower=follower, follow_id=number, frequency=frequency, at=at)


@by_address
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the button that ends all mails to an address, or end them; a second time the answer is the same."""
    follower = _or_404(follower_for_changing, token)
    if request.method == "POST" and follower:
        actions.stop_all(follower=follower)
        follower = None
    return render(request, "timeline/follow_stop.html", {"follower": follower, "token": token})


def _shown(request: HttpRequest, listed: GivenList, form: FollowForm, status: int) -> HttpResponse:
    problems = form.errors_in_words if form.is_bound else {}
    page: FollowPage = follow_page(
        listed, FREQUENCIES, form.typed, problems, today=asked_by(request).today, sends_mail=settings.SENDS_MAIL
    )
    return render(request, "timeline/follow.html", {"page": page, "form": form}, status=status)


def _or_404(find: Callable[[str], Found], token: str) -> Found:
    try:
        return find(token)
    except LookupError as error:
        raise Http404("no such address") from error


def _see(address: str) -> HttpResponseRedirect:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
