"""Static files under names that carry a hash of what they hold, compressed once; style sheets without imports."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.stylesheets import with_imports, without_spaces


class _SheetsInOne:
    """Give the files of a storage, style sheets with their imports written out."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def open(self, name: str, mode: str = "rb") -> "ContentFile[bytes]":
        """Open a style sheet."""
        return ContentFile(without_spaces(with_imports(name, self._text)).encode("utf-8"), name=name)

    def _text(self, name: str) -> str:
        with self.storage.open(name) as file:
            return str(file.read().decode("utf-8"))


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Follow the imports of JavaScript modules too, so that a module and what it imports change together."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Hash and compress, with every style sheet in one file."""
        in_one = {
            name: (_SheetsInOne(storage) if name.endswith(".css") else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(in_one, dry_run, **options)
