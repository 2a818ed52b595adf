"""Static files under names that carry a hash of what they hold, compressed once, without what only people read."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.scripts import without_comments
from config.stylesheets import with_imports, without_spaces


class _AsSent:
    """Give the files of a storage as they are sent: a style sheet with its imports, a script without comments."""

    def __init__(self, storage: Storage, write: Callable[[str, Callable[[str], str]], str]) -> None:
        self.storage, self.write = storage, write

    def open(self, name: str, mode: str = "rb") -> "ContentFile[bytes]":
        """Open a file."""
        return ContentFile(self.write(name, self._text).encode("utf-8"), name=name)

    def _text(self, name: str) -> str:
        with self.storage.open(name) as file:
            return str(file.read().decode("utf-8"))


def _writer(name: str) -> Callable[[str, Callable[[str], str]], str] | None:
    """Return what writes a file as it is sent; nothing for what is sent as it is, as all that others wrote."""
    if name.endswith(".css"):
        return lambda name, read: without_spaces(with_imports(name, read))
    if name.startswith("js/") and name.endswith(".js"):
        return lambda name, read: without_comments(read(name))
    return None


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Follow the imports of JavaScript modules too, so that a module and what it imports change together."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Hash and compress, with every style sheet in one file and no comments in scripts."""
        as_sent = {
            name: (_AsSent(storage, write) if (write := _writer(name)) is not None else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(as_sent, dry_run, **options)
