"""The tag that draws a long list: what it draws is what an include in a loop would draw, and nothing slips through."""

import re
from datetime import date
from itertools import product

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from django.utils.safestring import SafeString

from tests.site.source_tree import ROOT
from timeline.pages.country import OtherCounterpart
from timeline.pages.filters import Option
from timeline.pages.lists import TimelineMonth, TimelineRow, YearStep
from timeline.pages.search import Run
from timeline.pages.sources import SourceEntry
from timeline.pages.strip import StripBar, StripColumn
from timeline.templatetags import repeated

HOSTILE = "<b>100 %s \"%d\" {{ x }} & 'so' \ue0001\ue001</b>"
TEXTS = ("", "plain", HOSTILE)
TAG = '{{% load repeated %}}{{% repeated "{}" entries type=type name=of %}}'
LOOP = (
    "{{% load l10n %}}{{% localize off %}}{{% for entry in entries %}}"
    '{{% include "{}" with name=of %}}{{% endfor %}}{{% endlocalize %}}'
)


def options():
    return [
        Option(value, label, count, is_chosen)
        for value, label, count, is_chosen in product(TEXTS, TEXTS, (None, 0, 12345), (True, False))
    ]


def sources():
    return [SourceEntry("/sources/1/", title, *rest) for title, *rest in product(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)]


def rows():
    kept, either = SafeString("<article>100 % kept</article>"), (True, False)
    told = product(TEXTS, ("", "leader"), either, either, ("", "2026-01-12"), TEXTS, either, either, either)
    return [TimelineRow(12345, date(2026, 1, 12), kept, "joint", *rest) for rest in told]


def bars():
    return [
        StripBar("2026-01", label, over, name, first, joint, 1234, 0.5, 1.5, 2.5)
        for label, over, name, first, joint in product(TEXTS, TEXTS, TEXTS, (0, 7), (0, 1234))
    ]


def columns():
    nothing = StripBar("2026-02", "Feb", "", "February 2026", 0, 0, 0, 0, 0, 0)
    return [StripColumn(bar, *rest) for bar, *rest in product([*bars(), nothing], TEXTS, (True, False))]


def months():
    some = rows()[:5]
    return [
        TimelineMonth("2026-01", address, name, 2026, shown, folded)
        for address, name, shown, folded in product(TEXTS, TEXTS, (some, some[:1]), ([], some))
    ]


def steps():
    return [YearStep(year, *rest) for year, *rest in product((976, 2026), (0, 1234), TEXTS)]


def marked():
    return [Run(text, is_marked) for text, is_marked in product(TEXTS, (True, False))]


def others():
    return [OtherCounterpart(*given) for given in product(TEXTS, TEXTS, (0, 1234))]


ENTRIES = {
    "filter-option": options,
    "marked": marked,
    "other-counterpart": others,
    "page-source": sources,
    "strip-column": columns,
    "strip-numbers": bars,
    "timeline-month": months,
    "timeline-row": rows,
    "years-step": steps,
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_repeated_equals_an_include_in_a_loop(name, language):
    path, entries = f"components/{name}.html", ENTRIES[name]()
    context = {"entries": entries, "type": "checkbox", "of": "kind"}
    with translation.override(language):
        repeated_once, included = (Template(markup.format(path)).render(Context(context)) for markup in (TAG, LOOP))
    # A file ends with a new line, and an entry does not.
    assert repeated_once.replace("\n", "") == included.replace("\n", "")
    assert HOSTILE not in repeated_once
    assert "&lt;b&gt;100 %s" in repeated_once


def test_every_template_that_is_repeated_is_tried_here():
    named = re.compile(r"{% repeated \"components/([a-z-]+)\.html\"")
    found = {name for path in (ROOT / "templates").rglob("*.html") for name in named.findall(path.read_text("utf-8"))}
    assert found == set(ENTRIES)


@pytest.mark.parametrize(
    "markup",
    [
        "{{ entry.title|upper }}",
        '{% if entry.title == "x" %}x{% endif %}',
        "{% if entry.title and entry.page %}x{% endif %}",
        "{% if not entry.title %}x{% endif %}",
        "{% for part in entry.parts %}{{ part }}{% endfor %}",
        "{% with title=entry.title %}{{ title }}{% endwith %}",
        '{% include "x.html" with title=entry.title %}',
    ],
)
def test_a_template_that_makes_something_of_a_value_is_refused(monkeypatch, markup):
    monkeypatch.setattr(repeated, "get_template", lambda name: type("Found", (), {"template": Template(markup)}))
    with pytest.raises(TemplateSyntaxError):
        repeated.repeated("made-up.html", [])
