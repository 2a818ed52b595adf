"""Every string of the reading pages is translated, with the same places for values, and compiled."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from tests.site.source_tree import modules
from timeline.management.commands.catalogue import KEYWORDS, po_bytes, updated

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+[^>]*>")


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def catalog():
    with (Path(settings.LOCALE_PATHS[0]) / "es" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="es")


def test_the_catalogue_is_whole_and_up_to_date():
    call_command("catalogue", "--check", verbosity=0)


def test_no_string_hides_where_it_is_not_looked_for():
    calls = [
        f"{module.path}: {ast.unparse(call)}"
        for module in modules()
        for text in ast.walk(module.tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        if any(isinstance(words, ast.Constant) for words in call.args)
    ]
    assert calls == []


def test_a_translation_has_the_same_places_for_values():
    for message in (each for each in catalog() if each.id):
        for words, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert sorted(PLACES.findall(words)) == sorted(PLACES.findall(translated)), words


def test_a_string_that_is_new_has_no_translation_yet_and_one_that_went_is_gone():
    old = catalog()
    old.add("A string that no page has", "Una frase que ninguna página tiene")
    kept = updated(old, "es")
    assert kept.get("A string that no page has") is None
    assert kept.get("Countries").string == "Países"
    assert po_bytes(kept) == po_bytes(updated(kept, "es"))


@pytest.mark.parametrize(("count", "words"), [(1, "1 evento"), (2, "2 eventos"), (0, "0 eventos")])
def test_numbers_have_their_forms(count: int, words: str):
    with translation.override("es"):
        assert translation.ngettext("%(n)s event", "%(n)s events", count) % {"n": count} == words
