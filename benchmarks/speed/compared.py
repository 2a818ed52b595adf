"""What our pages are compared with inside Django: an answer of two words, and the same content in the plainest way.

The plain page reads the same tables as ours, with model instances and one template for everything; it has no filters
that are shown as set, no chips, no errors: less than ours, never more.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template import Context, Template

from timeline.kinds import KINDS
from timeline.models import Citation, EventPair, Pair, PairFacet, Participation, Statement

PAGE_SIZE = 50
PAGE = """{% extends "base.html" %}{% load record %}
{% block title %}{{ pair.first }} and {{ pair.second }}{% endblock %}
{% block main %}<h1>{{ pair.first.name }} and {{ pair.second.name }}</h1><p>{{ total }} events</p>
<ol>{% for facet in months %}
<li><a href="?when={{ facet.key }}">{{ facet.key }}: {{ facet.count }}</a></li>{% endfor %}</ol>
<form><select name="kind">{% for facet in kinds %}<option value="{{ facet.key }}">{{ facet.key }} ({{ facet.count }})
</option>{% endfor %}</select></form>
{% for month in months_of_list %}<h2>{{ month.day|date:"F Y" }}</h2><ol>{% for row in month.rows %}<li class="event">
<article><p>{% when row.event.when %} · {{ row.event|kind_label }} · {{ row.event.get_level_display }}
 · {{ row.side }}</p>
<h4><a href="{% url 'timeline:event' row.event.id row.event.slug %}">{{ row.event.title }}</a></h4>
<p>{{ row.event.summary }}</p>
<p>{% for part in row.event.participations.all %}{{ part.country.name }} {{ part.leader.name }} {% endfor %}</p>
{% for said in row.event.statements.all %}<blockquote><p>“{{ said.words }}”</p><footer>
<a href="{% url 'timeline:statement' said.id %}">{{ said.leader.name }}</a></footer></blockquote>{% endfor %}
<p>{% for citation in row.event.citations.all %}{{ citation.source.origin }}: {{ citation.exact }} {% endfor %}
<a href="{% url 'timeline:event' row.event.id row.event.slug %}#notes">sources</a></p></article></li>{% endfor %}</ol>
{% endfor %}{% endblock %}"""


def hello(request: HttpRequest) -> HttpResponse:
    """Answer two words: what every answer costs, with all middleware."""
    return HttpResponse("Hello, world")


def plain_pair(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show the newest fifty events of a pair by model instances and one Django template."""
    pairs = Pair.objects.select_related("first", "second")
    pair = get_object_or_404(pairs, first__slug=first, second__slug=second)
    rows = EventPair.objects.filter(pair=pair, is_party=True, modality="happened").select_related("event")
    rows = rows.order_by("-sort_date", "-span_days", "-day_order", "-event_id").prefetch_related(
        Prefetch("event__participations", Participation.objects.select_related("country", "leader")),
        Prefetch("event__statements", Statement.objects.select_related("leader")),
        Prefetch("event__citations", Citation.objects.select_related("source")),
    )
    facets = list(PairFacet.objects.of_default_lists().filter(pair=pair).order_by("dimension", "key"))
    months = groupby(rows[:PAGE_SIZE], key=lambda row: row.sort_date.replace(day=1))
    context = {
        "pair": pair,
        "total": next((facet.count for facet in facets if facet.dimension == "total"), 0),
        "months": [facet for facet in facets if facet.dimension == "month"],
        "kinds": [facet for facet in facets if facet.dimension == "kind" and facet.key in KINDS],
        "months_of_list": [{"day": day, "rows": list(found)} for day, found in months],
    }
    return HttpResponse(_template().render(Context(context)))


@lru_cache(maxsize=1)
def _template() -> Template:
    """Parse the template once, when Django is ready."""
    return Template(PAGE)
