"""References as CSL-JSON (Citation Style Language 1.0.2, input data schema)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from timeline.outputs.entry import plain
from timeline.outputs.reference.items import Author, Reference


def csl_json(references: Iterable[Reference]) -> str:
    """Return references as CSL-JSON, one object each; what is not known is left out."""
    return json.dumps([_item(one) for one in references], ensure_ascii=False, indent=2)


def _item(one: Reference) -> dict[str, Any]:
    issued: dict[str, Any] = {"date-parts": [list(one.issued)]} if one.issued else {}
    item: dict[str, Any] = {
        "id": one.key,
        "type": one.type,
        "title": plain(one.title),
        "author": [_author(author) for author in one.authors],
        "container-title": plain(one.container),
        "publisher": plain(one.publisher),
        "issued": {**issued, "circa": True} if issued and one.is_circa else issued,
        "accessed": {"date-parts": [_parts(one.accessed)]} if one.accessed else {},
        "URL": one.address,
        "version": str(one.version) if one.version else "",
        "language": one.language,
        "abstract": plain(one.abstract),
        "note": f"Archived at {one.archive}" if one.archive else "",
    }
    return {name: value for name, value in item.items() if value}


def _author(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.given else {"literal": plain(author.family)}


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
