"""The nearest days of any year that have events, read from an index of days without their years."""

from django.db import connection

MONTH, DAY = "EXTRACT(month FROM sort_date)", "EXTRACT(day FROM sort_date)"
# The index event_day_of_year begins with month and day; past the end of the year it goes on at the other end.
BESIDE = """
SELECT month::int, day::int FROM (
  (SELECT 0 AS turn, {month} AS month, {day} AS day FROM timeline_event
   WHERE precision = 'day' AND withdrawn_at IS NULL AND modality = 'happened'
     AND ({month}, {day}) {beside} (%(month)s::numeric, %(day)s::numeric)
   ORDER BY {month} {order}, {day} {order} LIMIT 1)
  UNION ALL
  (SELECT 1, {month}, {day} FROM timeline_event
   WHERE precision = 'day' AND withdrawn_at IS NULL AND modality = 'happened'
     AND ({month}, {day}) {beyond} (%(month)s::numeric, %(day)s::numeric)
   ORDER BY {month} {order}, {day} {order} LIMIT 1)
) found ORDER BY turn LIMIT 1
"""
EARLIER = BESIDE.format(month=MONTH, day=DAY, beside="<", beyond=">", order="DESC")
LATER = BESIDE.format(month=MONTH, day=DAY, beside=">", beyond="<", order="ASC")


def day_of_year_beside(month: int, day: int, *, is_later: bool) -> tuple[int, int] | None:
    """Return month and day of the nearest other day on which something happened, in whatever year. One statement.

    Before the first day of the year comes the last. Only events count whose day is known.
    """
    with connection.cursor() as cursor:
        cursor.execute(LATER if is_later else EARLIER, {"month": month, "day": day})
        found: tuple[int, int] | None = cursor.fetchone()
    return found
