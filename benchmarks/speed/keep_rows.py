"""Render and keep the rows of a range of events: ``python -m benchmarks.speed.keep_rows FIRST LAST LANGUAGE ...``."""

import sys
from collections.abc import Sequence

import django

CHUNK = 500


def main(first: int, last: int, languages: Sequence[str]) -> None:
    """Keep the rows of the events with these numbers, both included, as an action does."""
    django.setup()
    from timeline.models import EventRow
    from timeline.rows import kept_row, row_contents

    for start in range(first, last + 1, CHUNK):
        EventRow.objects.bulk_create(
            kept_row(one, language)
            for one in row_contents(range(start, min(start + CHUNK, last + 1)))
            for language in languages
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
