"""The pictures that stand for pages where their addresses are shared."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from timeline.outputs import card
from timeline.pages import drawing_version
from timeline.queries import SameCountry, UnknownCountry, event_record, pair_counts, pair_of, pair_place


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """Draw what stands for every page that has no picture of its own."""
    title = gettext("Timelines of diplomatic relations in which every fact links to the words of its source.")
    return _picture(request, "site", lambda: card.draw_event_card(card.EventCard("", title, ())))


@require_safe
def pair_card(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Draw what stands for a pair's page."""
    try:
        place = pair_place(first, second)
    except (SameCountry, UnknownCountry) as error:
        raise Http404("no such pair") from error
    pair = pair_of(place.first, place.second)
    if not place.is_canonical or pair is None:
        raise Http404("no timeline has this picture")
    content = card.card_of_pair(place, pair_counts(pair))
    return _picture(request, f"pair.{pair.pk}.{pair.version}", lambda: card.draw_pair_card(content))


@require_safe
def event_card(request: HttpRequest, event_id: int) -> HttpResponse:
    """Draw what stands for an event's page."""
    record = event_record(event_id)
    if record is None or record.event.withdrawn_at:
        raise Http404("no such event")
    content = card.card_of_event(record)
    return _picture(request, f"event.{event_id}.{record.event.version}", lambda: card.draw_event_card(content))


def _picture(request: HttpRequest, state: str, draw: Callable[[], bytes]) -> HttpResponse:
    """Answer with a picture, drawn only where the one that is known has changed."""
    etag = f'"{drawing_version()}.{state}"'
    known = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(draw(), content_type="image/png")
    response.headers["ETag"] = etag
    return response
