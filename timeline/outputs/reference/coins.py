"""References as COinS (OpenURL 1.0, ANSI/NISO Z39.88-2004): a query that programs read from a page's own markup."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from timeline.outputs.entry import plain
from timeline.outputs.reference.items import Reference

# As Zotero names them, which gives out the same form.
TYPES = {"article-newspaper": "newspaperArticle"}


def coins(one: Reference) -> str:
    """Return a reference as a query of Dublin Core; what is not known is left out."""
    fields = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")]
    fields += [(f"rft.{name}", " ".join(plain(value).split())) for name, value in _fields(one) if value]
    return urlencode(fields, quote_via=quote)


def _fields(one: Reference) -> Iterable[tuple[str, str]]:
    yield "type", TYPES.get(one.type, "webpage")
    yield "title", one.title
    yield "source", one.container
    yield "publisher", one.publisher if one.publisher != one.container else ""
    yield "date", "-".join(f"{number:02d}" for number in one.issued)
    yield "identifier", one.address
    yield "language", one.language
    first, *others = one.authors
    # Of the first the names stand apart; an institution has but one.
    yield from (("aufirst", first.given), ("aulast", first.family)) if first.given else (("au", first.family),)
    yield from (("au", f"{other.given} {other.family}".strip()) for other in others)
