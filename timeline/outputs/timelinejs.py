"""A list as TimelineJS reads it: a title, and a slide for each row with its date in words and what it rests on.

The format is that of https://timeline.knightlab.com/docs/json-format.html. What is a slide's text and caption is HTML.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.outputs.dataset import Record, sources_of
from timeline.outputs.entry import entry_of, plain
from timeline.outputs.offered import OfferedList
from timeline.pages.dates import edtf_text, when_text
from timeline.queries.exports import Exported, ExportedEvent
from timeline.values import CalendarDate, When

TIMELINEJS = "timelinejs.json"
# A medium is needed to have a caption. This one shows nothing of itself and is asked of nobody; words in it would be
# taken for the address of a film or a song where they name one.
NO_MEDIUM = "<blockquote></blockquote>"
# What says by itself that it is no span of time in which something went on.
PLAIN_FORMS = {"date", "interval", "one_of", "all_of"}


def timelinejs_parts(parts: Iterable[Iterable[Exported]], offered: OfferedList, licence: str) -> Iterator[str]:
    """Yield a list as one JSON object: the title's slide, then one for each row, in the order of the list."""
    head = {"headline": escape(plain(offered.full_title)), "text": _html("title", page=offered.address, use=licence)}
    title = {"unique_id": "list", "text": head, "autolink": False}
    yield f'{{"scale": "human", "title": {_json(title)}, "events": ['
    between = "\n"
    for part in parts:
        for exported in part:
            yield between + _json(_slide(exported, offered.site))
            between = ",\n"
    yield "\n]}\n"


def _slide(exported: Exported, site: str) -> Record:
    entry = entry_of(exported, site)
    sources = [_shown_source(source) for source in sources_of(exported.citations, site)["sources"]]
    start, end = span_of(entry.when)
    return {
        "unique_id": f"{'event' if isinstance(exported, ExportedEvent) else 'statement'}-{exported.pk}",
        "start_date": start,
        **({"end_date": end} if end else {}),
        "display_date": _shown_date(entry.when),
        "text": {"headline": escape(entry.title), "text": _html("text", entry=entry)},
        "media": {"url": NO_MEDIUM, "caption": _html("caption", sources=sources)},
        "autolink": False,
    }


def _shown_source(source: Record) -> Record:
    """Return a source with its date in words, and of its passages the longest, which says most."""
    published = source["published"]
    return {
        **source,
        "date": edtf_text(published) if published else "",
        "words": max(source["passages"], key=len, default=""),
    }


def span_of(when: When) -> tuple[Record, Record | None]:
    """Return where a date stands on the axis, no finer than it is given, and where it ends; None where it does not.

    What was on one of several days spans all on which it can be; what is open at one end stands at the other; of
    several days all of which are meant the first is taken, for nothing was between them.
    """
    first, last = when.dates[0], when.dates[-1]
    if first is None or last is None or when.form == "all_of":
        known = first or last
        return (_place(known, is_end=first is None) if known else {}), None
    start, end = _place(first), _place(last, is_end=True)
    return start, None if start == end else end


def _place(day: CalendarDate, *, is_end: bool = False) -> Record:
    """Return the year, with the month and the day where they are given; a season and a decade end in their last."""
    bound = day.latest if is_end else day.earliest
    parts = {"day": ("year", "month", "day"), "month": ("year", "month"), "season": ("year", "month")}
    return {name: getattr(bound, name) for name in parts.get(day.unit, ("year",))}


def _shown_date(when: When) -> str:
    """Return the date in words; they say so where two days are only the bounds of one that is not known."""
    words = when_text(when)
    if when.form in PLAIN_FORMS or when.third or when.earliest is None or when.latest is None:
        return capfirst(words)
    return capfirst(_("day not known: %(date)s") % {"date": words})


def _html(name: str, **context: Any) -> str:
    return plain(render_to_string(f"timeline/_slide_{name}.html", context).strip())


def _json(value: Record) -> str:
    return json.dumps(value, ensure_ascii=False)
