"""The tag that draws a long list: what it draws is what an include in a loop would draw, and nothing slips through."""

import re

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils import translation

from tests.site.source_tree import ROOT
from tests.timeline.entries import ENTRIES, HOSTILE
from timeline.templatetags import repeated

TAG = '{{% load repeated %}}{{% repeated "{}" entries %}}'
RECURRING = TAG.replace("% repeated", "% recurring")
LOOP = (
    "{{% load l10n %}}{{% localize off %}}{{% for entry in entries %}}"
    '{{% include "{}" %}}{{% endfor %}}{{% endlocalize %}}'
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_repeated_equals_an_include_in_a_loop(name, language):
    path, entries = f"{name}.html", ENTRIES[name]()
    context = {"entries": entries}
    with translation.override(language):
        repeated_once, included = (Template(markup.format(path)).render(Context(context)) for markup in (TAG, LOOP))
    # A file ends with a new line, and an entry does not.
    assert repeated_once.replace("\n", "") == included.replace("\n", "")
    assert HOSTILE not in repeated_once
    assert "&lt;b&gt;100 %s" in repeated_once


@pytest.mark.parametrize("most", [2, repeated.MOST_RECURRING])
@pytest.mark.parametrize("name", ["components/strip-column", "components/strip-numbers", "components/years-step"])
def test_what_recurs_is_drawn_as_what_does_not(monkeypatch, name, most):
    monkeypatch.setattr(repeated, "MOST_RECURRING", most)
    entries = ENTRIES[name]()[:40]
    again = [*entries, *reversed(entries)]
    markup = [Template(tag.format(f"{name}.html")) for tag in (TAG, RECURRING, RECURRING)]
    with translation.override("en"):
        assert len({one.render(Context({"entries": again})) for one in markup}) == 1


def test_what_recurs_is_drawn_once_for_a_language(monkeypatch):
    drawn, step = [], ENTRIES["components/years-step"]()[0]
    monkeypatch.setattr(repeated, "_filled", lambda *given: drawn.append(given) or "drawn")
    for language in ("en", "es"):
        with translation.override(language):
            assert repeated.recurring("components/years-step.html", [step, step]) == "drawndrawn"
            assert repeated.recurring("components/years-step.html", [step]) == "drawn"
    assert [language for *_, language in drawn] == ["en", "es"]


def test_every_template_that_is_repeated_is_tried_here():
    in_template = re.compile(r"{% (?:repeated|recurring|filled) \"([a-z/_-]+)\.html\"")
    in_code = re.compile(r"\"([a-z]+/[a-z_-]+)\.html\"")
    drawing = [ROOT / "timeline" / path for path in ("templatetags/record.py", "views/pairs.py", "views/search.py")]
    of_templates = {
        name for path in (ROOT / "templates").rglob("*.html") for name in in_template.findall(path.read_text("utf-8"))
    }
    of_code = {name for path in drawing for name in in_code.findall(path.read_text("utf-8"))}
    of_entries = {path for path in of_code if "Context: entry" in (ROOT / f"templates/{path}.html").read_text("utf-8")}
    assert of_templates | of_entries == set(ENTRIES)


ROUND = {
    "timeline/_search_head.html": lambda text: {"filters": {"typed": text}, "within": None},
    "components/list-files.html": lambda text: {"question": text},
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text", ["", "talk", HOSTILE, "?q=a&only=events", "\ue0000\ue001 100 %s"])
@pytest.mark.parametrize("name", ROUND)
def test_what_is_drawn_round_a_text_equals_what_is_drawn_with_it(name, text, language):
    with translation.override(language):
        for _ in range(2):
            assert repeated.drawn_round(name, text, ROUND[name]) == render_to_string(name, ROUND[name](text))


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
