"""Bring the catalogue of translations into line with the strings of the reading pages: `manage.py catalogue`."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation.template import templatize

from timeline.kinds import GROUPS, KINDS
from timeline.pages.glossary import glossary_rows

PYTHON = ("config", "timeline")
# The desk and the accounts speak English only.
OTHERS = ("newsroom", "account", "allauth")
# Function and which of its arguments are words; "c" marks the context.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
WIDTH = 116


class Command(BaseCommand):
    """Find the strings, keep the translations that are there, and compile them; ``--check`` changes nothing."""

    help = "Bring locale/*/LC_MESSAGES/django.po and .mo into line with the strings of the reading pages."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="change nothing; fail where something is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it for every language but that of the strings themselves."""
        for language, _ in settings.LANGUAGES:
            if language != settings.LANGUAGE_CODE:
                self._bring_into_line(language, options["check"])

    def _bring_into_line(self, language: str, is_check: bool) -> None:
        folder = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"
        catalog = updated(read(folder / "django.po", language), language)
        missing = [message for message in catalog if message.id and not is_translated(message)]
        written = {"django.po": po_bytes(catalog), "django.mo": mo_bytes(catalog)}
        stale = [name for name, content in written.items() if content != _content(folder / name)]
        if is_check and (missing or stale):
            raise CommandError(f"{language}: {len(missing)} strings without translation; not up to date: {stale}")
        if not is_check:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in written.items():
                (folder / name).write_bytes(content)
        self.stdout.write(f"{language}: {len(catalog)} strings, {len(missing)} without translation")


def is_translated(message: Message) -> bool:
    """Tell whether every form of a message has words."""
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(forms)


def updated(old: Catalog, language: str) -> Catalog:
    """Return a catalogue of just the strings there are now, each with the translation that it had."""
    catalog = Catalog(locale=language, domain="django", fuzzy=False)
    for where, words, context in sorted(_found(), key=lambda found: (found[0], str(found[1]), found[2] or "")):
        known = old.get(words[0] if isinstance(words, tuple) else words, context)
        count = catalog.num_plurals
        fitting = known and isinstance(known.id, (tuple, list)) == isinstance(words, tuple)
        empty: Any = ("",) * count if isinstance(words, tuple) else ""
        catalog.add(words, known.string if known and fitting else empty, locations=[(where, 0)], context=context)
    return catalog


def read(path: Path, language: str) -> Catalog:
    """Return a catalogue from its file; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def po_bytes(catalog: Catalog) -> bytes:
    """Return the catalogue as a file for people: no dates and line numbers, which would change with everything."""
    file = io.BytesIO()
    write_po(file, catalog, width=WIDTH, omit_header=True, include_lineno=False)
    plural = f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};"
    header = ["Content-Type: text/plain; charset=UTF-8", f"Plural-Forms: {plural}"]
    lines = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in header), "", ""]
    return "\n".join(lines).encode() + file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """Return the catalogue as the file that the program reads."""
    with io.BytesIO(po_bytes(catalog)) as file:
        clean = read_po(file, locale=str(catalog.locale))
    # The same words give the same bytes: the file does not say when it was made.
    clean.creation_date = clean.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    file = io.BytesIO()
    write_mo(file, clean)
    return file.getvalue()


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _found() -> Iterator[tuple[str, Any, str | None]]:
    """Yield file, words and context of each string: of templates, of code, and of the vocabularies."""
    root = Path(settings.BASE_DIR)
    for path in sorted(path for ending in ("html", "txt") for path in (root / "templates").rglob(f"*.{ending}")):
        where = path.relative_to(root)
        if where.parts[1] not in OTHERS:
            yield from _extracted(templatize(path.read_text(encoding="utf-8"), origin=str(where)), str(where))
    for folder in PYTHON:
        for path in sorted((root / folder).rglob("*.py")):
            yield from _extracted(path.read_text(encoding="utf-8"), str(path.relative_to(root)))
    for word in sorted(set(_vocabulary())):
        yield "vocabulary", word, None


def _extracted(code: str, where: str) -> Iterator[tuple[str, Any, str | None]]:
    found: Any = extract_python(io.BytesIO(code.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for _, function, words, _ in found:
        parts = words if isinstance(words, tuple) else (words,)
        if function not in KEYWORDS or not parts[0]:
            continue
        context = parts[0] if function.startswith(("pgettext", "npgettext")) else None
        parts = parts[1:] if context else parts
        is_plural = "ngettext" in function or function.startswith("npgettext")
        yield where, (parts[0], parts[1]) if is_plural else parts[0], context


def _vocabulary() -> Iterator[str]:
    """Yield the words of the record's own vocabularies, which are data and shown by their name."""
    for kind in KINDS.values():
        yield from (kind.label, kind.definition, kind.example)
    yield from (group.label for group in GROUPS.values())
    yield from (word for row in glossary_rows() for word in row)
    for model in apps.get_app_config("timeline").get_models():
        for field in model._meta.get_fields():
            yield from (str(label) for _, label in getattr(field, "choices", None) or ())
