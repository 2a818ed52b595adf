"""The words that the search knows, from which the nearest spellings are taken, and what it did not find."""

import re
from collections.abc import Iterable
from datetime import date

from django.db import connection

from timeline.gazetteer import search_key
from timeline.sql.sending import Part

WORD = re.compile(r"[^\W\d_]{4,40}")
ADD_WORDS = "INSERT INTO timeline_searchword (word) SELECT unnest(%s::text[]) ON CONFLICT (word) DO NOTHING"


def word_parts(texts: Iterable[str]) -> list[Part]:
    """Return what writes the words of texts that are not known yet, in an order in which two writers never cross."""
    words = sorted({word for text in texts for word in WORD.findall(search_key(text))})
    return [Part("of_words", ADD_WORDS, [words])] if words else []


def forget_words() -> None:
    """Forget all words, before they are collected anew. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM timeline_searchword")


# A reader waits for none of this: not for a lock, not for the disk.
AT_ONCE = (
    "SELECT set_config('lock_timeout', '50ms', true), set_config('statement_timeout', '200ms', true),"
    " set_config('synchronous_commit', 'off', true)"
)
MOST_FAILED_A_WEEK = 500
COUNT_FAILED = """
WITH old AS (DELETE FROM timeline_failedsearch WHERE week < %(oldest)s::date)
INSERT INTO timeline_failedsearch AS kept (week, text, count)
SELECT %(week)s::date, %(text)s::text, 1
WHERE (SELECT count(*) FROM timeline_failedsearch WHERE week = %(week)s::date) < %(most)s::integer
  OR EXISTS (SELECT FROM timeline_failedsearch WHERE week = %(week)s::date AND text = %(text)s::text)
ON CONFLICT (week, text) DO UPDATE SET count = least(kept.count + 1, 1000000)
"""


def count_failed_search(text: str, *, week: date, oldest: date) -> bool:
    """Count a search under its week, unless the week is full; forget what is older. Two statements."""
    values: dict[str, str | date | int] = {"text": text, "week": week, "oldest": oldest, "most": MOST_FAILED_A_WEEK}
    with connection.cursor() as cursor:
        cursor.execute(AT_ONCE)
        cursor.execute(COUNT_FAILED, values)
        return bool(cursor.rowcount)
