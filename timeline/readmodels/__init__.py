"""Keep the read models: an event's rows under pairs and countries, the counts of each pair, its version, the kept HTML.

Every action that changes what a list shows does it inside a ``Filing``. Locks are taken in one order, events by id,
pairs by their countries, then countries and leaders by id, so that two writers never wait for each other in a circle.
"""

from timeline.readmodels.filing import Filing, refresh_rows
from timeline.readmodels.kept import keep_rows, redraw_rows
from timeline.readmodels.places import MOST_PARTIES_OF_A_PAIR, CountryPart, pair_places
from timeline.readmodels.rebuilding import rebuild

__all__ = [
    "MOST_PARTIES_OF_A_PAIR",
    "CountryPart",
    "Filing",
    "keep_rows",
    "pair_places",
    "rebuild",
    "redraw_rows",
    "refresh_rows",
]
