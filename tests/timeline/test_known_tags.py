"""The tags for words and addresses that stand in the place of Django's give what Django's give."""

import pytest
from django.template import Context, Engine
from django.urls import NoReverseMatch
from django.utils import translation

OURS, DJANGOS = (
    Engine(libraries={"i18n": library}, builtins=builtins)
    for library, builtins in (
        ("timeline.templatetags.known", ["timeline.templatetags.known"]), ("django.templatetags.i18n", [])
    )
)  # fmt: skip
VALUES = {"label": "Countries", "n": 3, "name": "A & B", "slug": "mexico", "odd": "o'brien & co", "day": "2026-01-05"}
WORDS = (
    '{% translate "Countries" %}',
    '{% trans "Leaders" %} & {% translate "Leaders" as doors %}{{ doors }}',
    "{% translate 'no such words, 100% \"new\" & <b>' %}",
    '{% translate "to" context "a day" %}',
    '{% translate "Countries"|lower %}',
    "{% translate label %}",
    "{% translate label noop %}",
    "{% blocktranslate %}{{ name }} & <b>what</b> it is{% endblocktranslate %}",
    "{% blocktranslate with first=name second=label %}{{ first }} and {{ second }}{% endblocktranslate %}",
    "{% blocktranslate count n=n %}{{ n }} event{% plural %}{{ n }} events{% endblocktranslate %}",
    "{% blocktranslate %}Every fact <b>here</b>{% endblocktranslate %}",
    "{% blocktranslate asvar said %}Leaders{% endblocktranslate %}{{ said }}",
)
ADDRESSES = (
    "{% url 'timeline:home' %}",
    "{% url 'timeline:country' slug %}",
    "{% url 'timeline:country' odd %}",
    "{% url 'timeline:country' slug=slug %}",
    "{% url 'timeline:event' n slug %}",
    "{% url 'timeline:event' n slug as here %}<a href='{{ here }}'>",
    "{% url 'timeline:country' odd as here %}<a href='{{ here }}'>",
    "{% url 'no such route' as nowhere %}[{{ nowhere }}]",
)


@pytest.mark.parametrize("source", [*WORDS, *ADDRESSES])
def test_they_give_the_same_in_every_language(source):
    ours, djangos = (engine.from_string("{% load i18n %}" + source) for engine in (OURS, DJANGOS))
    # The second time they know what they gave.
    for language in ("en", "es", "en", "es"):
        with translation.override(language):
            assert ours.render(Context(VALUES)) == djangos.render(Context(VALUES))


def test_a_route_that_is_none_is_an_error():
    with pytest.raises(NoReverseMatch):
        OURS.from_string("{% url 'no such route' slug %}").render(Context(VALUES))
