"""Whole pages and parts of pages kept in this process: bounded in bytes, found only under the state that they show.

The key holds the ETag, which is made from the pair's version in the database. So nothing is ever told to forget, and
several processes never disagree: what shows an older state is not asked for again, and goes when room is needed.
"""

import gzip
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple, Protocol

import brotli
from django.conf import settings
from django.utils.safestring import SafeString

# A page larger than this part of the room is not kept: it would push out many others.
LARGEST_PART = 8
# Who waits longer than this for another to make the same page makes it too.
LONGEST_WAIT_SECONDS = 5


class Encoding(NamedTuple):
    """How a page is compressed: well, for it is asked for again, or quickly, for who asks first and waits for it."""

    well: Callable[[bytes], bytes]
    quickly: Callable[[bytes], bytes]


# What browsers can be sent, the best first. Each gains little more from a higher level, and takes much longer.
ENCODINGS: dict[str, Encoding] = {
    "br": Encoding(
        lambda plain: brotli.compress(plain, mode=brotli.MODE_TEXT, quality=7),
        lambda plain: brotli.compress(plain, mode=brotli.MODE_TEXT, quality=1),
    ),
    "gzip": Encoding(lambda plain: gzip.compress(plain, 6, mtime=0), lambda plain: gzip.compress(plain, 1, mtime=0)),
}


class Kept(Protocol):
    """What can be kept: it says how much room it takes, and nobody changes it."""

    @property
    def size(self) -> int:
        """Return the bytes that it may take."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it is sent, with what its view says of it; a compressed form is made when it is asked for again."""

    plain: bytes
    headers: tuple[tuple[str, str], ...] = ()
    forms: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, plain: bytes, headers: Iterable[tuple[str, str]] = ()) -> "KeptPage":
        """Return a page."""
        return cls(plain, tuple(headers))

    def sent_as(self, encoding: str, *, is_first: bool = False) -> bytes:
        """Return its bytes in an encoding, "" for none; who asks first waits less, others get less.

        A cache in front of the site would give the first answer to everybody, so there it is compressed well at once.
        """
        if not encoding:
            return self.plain
        if encoding in self.forms:
            return self.forms[encoding]
        if is_first and not settings.CDN_SECONDS:
            return ENCODINGS[encoding].quickly(self.plain)
        self.forms[encoding] = ENCODINGS[encoding].well(self.plain)
        return self.forms[encoding]

    @property
    def size(self) -> int:
        """Return the bytes that it may take: both forms together are smaller than half of it."""
        return len(self.plain) * 3 // 2


@dataclass(frozen=True, slots=True)
class KeptText:
    """A part of a page as a template drew it."""

    text: SafeString

    @property
    def size(self) -> int:
        """Return the bytes that it takes."""
        return sys.getsizeof(self.text)


class PageMemory:
    """Keep the pages and parts that were asked for last, up to so many bytes; every thread may use it."""

    def __init__(self, room: int) -> None:
        self.room, self.used = room, 0
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._being_made: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many pages and parts are kept."""
        return len(self._pages)

    def get(self, key: Hashable) -> Any:
        """Return what is kept under the key; None where nothing is."""
        with self._lock:
            if (page := self._pages.get(key)) is not None:
                self._pages.move_to_end(key)
            return page

    def found_or_made(self, key: Hashable, make: Callable[[], Kept | None]) -> Any:
        """Return what is kept under the key; else make it, keep it and return it, or None where nothing was made."""
        if (found := self.get(key)) is not None:
            return found
        with self.one_maker(key):
            if (found := self.get(key) or make()) is not None:
                self.put(key, found)
            return found

    @contextmanager
    def one_maker(self, key: Hashable) -> Iterator[None]:
        """Let one thread at a time make the page of a key; the others wait until it is kept, or was not to be.

        When something is published, all who read a page at that moment want its new state at once. Threads that all
        made it would hold each other up, and everybody would wait as long as all of them together take.
        """
        mine: Lock | None = None
        with self._lock:
            made = self._being_made.get(key)
            if made is None and key not in self._pages:
                # Held until it is made. An event does the same, and takes ten times as long to make.
                mine = self._being_made[key] = Lock()
                mine.acquire()
        if made is not None and made.acquire(timeout=LONGEST_WAIT_SECONDS):
            made.release()
        try:
            yield
        finally:
            if mine is not None:
                with self._lock:
                    del self._being_made[key]
                mine.release()

    def put(self, key: Hashable, page: Kept) -> None:
        """Keep a page or a part, and let go of those that nobody asked for longest."""
        if page.size * LARGEST_PART > self.room:
            return
        with self._lock:
            if (before := self._pages.pop(key, None)) is not None:
                self.used -= before.size
            self._pages[key] = page
            self.used += page.size
            while self.used > self.room:
                self.used -= self._pages.popitem(last=False)[1].size


def page_memory() -> PageMemory:
    """Return this process's memory, as large as the setting says."""
    return _of_size(settings.PAGE_MEMORY_BYTES)


@lru_cache(maxsize=1)
def _of_size(room: int) -> PageMemory:
    return PageMemory(room)
