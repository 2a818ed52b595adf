"""The counts of filters: kept for each pair and country, and counted live where a filter narrows the list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from string import Template
from typing import Any, NamedTuple

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from timeline.kinds import CONTACTS
from timeline.models import EventEntry, Facet, Modality, PairFacet, Statement
from timeline.sql.sending import Part, ask_known


class Key(NamedTuple):
    """Name one count of a pair or a country."""

    owner_id: int
    dimension: str
    key: str
    modality: str
    is_party: bool


PAIRS, COUNTRIES = "pair", "country"
# Leaders and months are read by statements of their own; contacts only their own page shows.
READ_APART = {Facet.Dimension.LEADER, Facet.Dimension.MONTH, Facet.Dimension.CONTACT}
GIVEN = "unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::boolean[], %s::integer[])"
ADD = """
INSERT INTO timeline_${owner}facet (${owner}_id, dimension, key, modality, is_party, count) SELECT * FROM ${given}
ON CONFLICT (${owner}_id, is_party, modality, dimension, key)
DO UPDATE SET count = timeline_${owner}facet.count + excluded.count
"""
DROP = """
DELETE FROM timeline_${owner}facet facet
USING ${given} AS less (owner_id, dimension, key, modality, is_party, count)
WHERE facet.${owner}_id = less.owner_id AND facet.dimension = less.dimension AND facet.key = less.key
  AND facet.modality = less.modality AND facet.is_party = less.is_party AND facet.count <= less.count
"""
LESSEN = """
UPDATE timeline_${owner}facet facet SET count = facet.count - less.count
FROM ${given} AS less (owner_id, dimension, key, modality, is_party, count)
WHERE facet.${owner}_id = less.owner_id AND facet.dimension = less.dimension AND facet.key = less.key
  AND facet.modality = less.modality AND facet.is_party = less.is_party AND facet.count > less.count
"""
REBUILD = """
INSERT INTO timeline_${owner}facet (${owner}_id, dimension, key, modality, is_party, count)
SELECT row.${owner}_id, marked.dimension, marked.key, row.modality, row.is_party, count(*)
FROM timeline_event${owner} row CROSS JOIN LATERAL (
  SELECT 'total', ''
  UNION ALL SELECT 'kind', row.kind
  UNION ALL SELECT 'level', row.level
  UNION ALL SELECT 'leader', leader::text FROM unnest(row.leaders) leader
  UNION ALL SELECT 'topic', topic FROM unnest(row.topics) topic
  UNION ALL SELECT 'speech', form FROM unnest(row.speech) form
  ${times}
) AS marked (dimension, key)
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 5, 4, 2, 3
"""
# All counts of one modality between parties, and the totals of all; of the leaders, who may be thousands, the first and
# those asked for. All other dimensions are named: so an index is read without passing over the leaders between. A busy
# pair has hundreds: a row for each dimension is read much sooner than one for each count.
OF_LIST = """
SELECT dimension, json_object_agg(key, count)
FROM timeline_${owner}facet
WHERE ${owner}_id = %(owner)s AND is_party AND modality = %(modality)s AND dimension IN (${named})
GROUP BY dimension
UNION ALL
SELECT 'shown', json_object_agg(modality || ':' || is_party, count)
FROM timeline_${owner}facet
WHERE ${owner}_id = %(owner)s AND is_party IN (true, false) AND modality IN (${modalities}) AND dimension = 'total'
${months}
UNION ALL
SELECT 'leader', json_object_agg(key, count) FROM (
  (
    SELECT key, count FROM timeline_${owner}facet
    WHERE ${owner}_id = %(owner)s AND is_party AND modality = %(modality)s AND dimension = 'leader'
    ORDER BY count DESC, length(key), key LIMIT ${most}
  )
  UNION
  SELECT key, count FROM timeline_${owner}facet
  WHERE ${owner}_id = %(owner)s AND is_party AND modality = %(modality)s AND dimension = 'leader'
    AND key = ANY(%(keys)s)
) shown
"""
# A busy pair has a thousand months. Where they are of many years, which are told by these, the first and the last do.
MOST_YEARS_BY_MONTH = 5
MONTHS = """
  FROM timeline_pairfacet WHERE pair_id = %(owner)s AND is_party AND modality = %(modality)s AND dimension = 'month'"""
MONTHS_OF_LIST = f"""
UNION ALL (
  WITH first AS (SELECT key, count {MONTHS} ORDER BY key LIMIT 1),
    last AS (SELECT key, count {MONTHS} ORDER BY key DESC LIMIT 1)
  SELECT 'month', json_object_agg(key, count) FROM (
    SELECT * FROM first UNION SELECT * FROM last UNION SELECT key, count {MONTHS}
      AND (SELECT left(last.key, 4)::integer - left(first.key, 4)::integer FROM first, last) < {MOST_YEARS_BY_MONTH}
  ) of_months
)
"""  # noqa: S608 - a statement of ours
TIMES_OF_PAIRS = """
  UNION ALL SELECT 'year', to_char(row.sort_date, 'YYYY') || ':' || row.side
    WHERE row.is_party AND row.modality = 'happened'
  UNION ALL SELECT 'month', to_char(row.sort_date, 'YYYY-MM') || ':' || row.side
    WHERE row.is_party AND row.modality = 'happened'
  UNION ALL SELECT 'contact', row.level || to_char(row.sort_date, ':YYYY') || to_char(row.last_date, ':YYYY')
    WHERE row.is_party AND row.modality = 'happened' AND row.kind IN (${contacts})
"""
# How many events one value of a filter leaves, of each modality, between parties or only mentioned.
OF_VALUE = """
SELECT modality || ':' || is_party, count FROM timeline_${owner}facet
WHERE ${owner}_id = %s AND is_party IN (true, false) AND modality IN (${modalities}) AND dimension = %s AND key = %s
"""


def count_parts(owner: str, changes: Mapping[Key, int]) -> list[Part]:
    """Return what adds to and takes from the counts of pairs or countries, which are locked before it is sent."""
    more = sorted((*key, count) for key, count in changes.items() if count > 0)
    less = sorted((*key, -count) for key, count in changes.items() if count < 0)
    counts = (("more", ADD, more), ("none", DROP, less), ("less", LESSEN, less))
    return [
        Part(f"{name}_of_{owner}", _of(owner, statement), [list(column) for column in zip(*rows, strict=True)])
        for name, statement, rows in counts
        if rows
    ]


@lru_cache(maxsize=8)
def _of(owner: str, statement: str) -> str:
    return Template(statement).substitute(owner=owner, given=GIVEN)


def rebuild_counts() -> None:
    """Count everything anew from the rows of pairs and countries. Four statements."""
    with connection.cursor() as cursor:
        for owner in (PAIRS, COUNTRIES):
            cursor.execute(Template("DELETE FROM timeline_${owner}facet").substitute(owner=owner))
        for statement in counting_statements():
            cursor.execute(statement)


def counting_statements() -> list[str]:
    """Return the statements that count everything from the rows of pairs and countries into empty tables."""
    contacts = ", ".join(f"'{kind}'" for kind in CONTACTS)
    times_of_pairs = Template(TIMES_OF_PAIRS).substitute(contacts=contacts)
    owners = ((PAIRS, times_of_pairs), (COUNTRIES, ""))
    return [Template(REBUILD).substitute(owner=owner, times=times) for owner, times in owners]


def ask_counts_of_list(
    owner: str, owner_id: int, modality: str, leaders: Sequence[int], most_leaders: int
) -> Callable[[], dict[str, dict[str, int]]]:
    """Ask for the counts of what fills a list and its filters, by dimension and key, and all totals. One statement.

    Of the leaders they are those with most events, and those that are asked for; of the months all of at most five
    years, else the first and the last. The totals are those of "shown", as ``live_counts`` has them.
    """
    values: dict[str, int | str | list[str]] = {
        "owner": owner_id, "modality": str(modality), "keys": [str(leader) for leader in leaders]
    }  # fmt: skip
    read = ask_known(PairFacet, list_statement(owner, most_leaders), values)
    return lambda: {dimension: counts for dimension, counts in read() if counts}


def ask_counts_of_value(owner: str, owner_id: int, dimension: str, key: str) -> Callable[[], dict[str, int]]:
    """Ask how many events of a pair or a country have a value, whatever became of them. One statement.

    They are those of "shown", as ``live_counts`` has them.
    """
    statement = Template(OF_VALUE).substitute(owner=owner, modalities=_quoted(Modality.values))
    read = ask_known(PairFacet, statement, [owner_id, dimension, key])
    return lambda: dict(read())


@lru_cache(maxsize=8)
def list_statement(owner: str, most: int) -> str:
    """Return the statement that reads the counts of a list, with so many leaders; its values have names."""
    named = [name for name in Facet.Dimension.values if name not in READ_APART]
    return Template(OF_LIST).substitute(
        owner=owner,
        named=_quoted(named),
        modalities=_quoted(Modality.values),
        months=MONTHS_OF_LIST if owner == PAIRS else "",
        most=most,
    )


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


# How a row of a read model says each dimension; what it may have several of is an array.
VALUES = {
    "total": "''",
    "kind": "kind",
    "level": "level",
    "shown": "modality || ':' || is_party",
    "leader": "unnest(leaders)",
    "country": "unnest(countries)",
    "topic": "unnest(topics)",
    "speech": "unnest(speech)",
    "year": "extract(year FROM sort_date)::integer",
    # Of statements: their one form, and the countries that they are about.
    "form": "speech",
    "about": "unnest(abouts)",
}
COUNTED_COLUMNS = ("kind", "level", "modality", "is_party", "sort_date", "leaders", "topics", "speech")
# Of these a row has one value each: together they are all rows, which need not be counted apart.
ONE_FOR_EACH = {"kind", "level", "shown", "year", "form"}


def _columns(rows: QuerySet[Any]) -> tuple[str, ...]:
    if rows.model is Statement:
        return ("speech", "abouts")
    return (*COUNTED_COLUMNS, "countries") if rows.model is EventEntry else COUNTED_COLUMNS


class Within(NamedTuple):
    """Say which rows of a part before are counted: of some modalities, or all; the parties' alone, or mentions too."""

    part: int
    modalities: Sequence[str]
    includes_mentions: bool

    @property
    def read(self) -> tuple[str, tuple[Any, ...]]:
        """Return the statement that reads them, and its values."""
        conditions = [] if self.includes_mentions else ["is_party"]
        conditions += ["modality = ANY(%s)"] * bool(self.modalities)
        modalities = ([str(one) for one in self.modalities],) if self.modalities else ()
        return f"SELECT * FROM part{self.part} WHERE {' AND '.join(conditions) or 'true'}", modalities  # noqa: S608


# What is read, and by what it is counted; and what was counted of each.
Parts = Sequence[tuple[QuerySet[Any] | Within, Sequence[str]]]
Counted = list[dict[tuple[str, str], int]]
# In a busy pair they are thousands, of whom a page shows few.
SOME_LEADERS = """
SELECT {part}, 'leader', leader::text, count(*) FROM (SELECT unnest(leaders) AS leader FROM part{part}) AS of_rows
WHERE leader = ANY(%s) GROUP BY 3
"""


def live_counts(parts: Parts, leaders: Sequence[int] | None = None) -> Counted:
    """Return what ``ask_live_counts`` asks for."""
    return ask_live_counts(parts, leaders)()


def ask_live_counts(parts: Parts, leaders: Sequence[int] | None = None) -> Callable[[], Counted]:
    """Count rows by dimension and value, for each part its own rows and dimensions, and return what reads the answer.

    One statement, which is sent at once: among those that are sent together its answer is waited for by who reads it.

    A part's rows are read once; give them a limit, for that many are read. A part may also be some of the rows of one
    before it. Of leaders all are counted, or some.
    """
    reads: list[str] = []
    counts: list[str] = []
    parameters: list[Any] = []
    summed = [next((name for name in dimensions if name in ONE_FOR_EACH), "total") for _, dimensions in parts]
    for number, (rows, wanted) in enumerate(parts):
        sql, given = rows.read if isinstance(rows, Within) else rows.values(*_columns(rows)).query.sql_with_params()
        dimensions = [name for name in wanted if name != "total" or summed[number] == "total"]
        reads.append(f"part{number} AS {'' if len(dimensions) == 1 else 'MATERIALIZED '}({sql})")
        parameters += given
        counts += [
            SOME_LEADERS.format(part=number)
            if dimension == "leader" and leaders is not None
            # Numbers, and names that stand in VALUES: nothing that anybody typed.
            else f"SELECT {number}, '{dimension}', ({VALUES[dimension]})::text, count(*) FROM part{number} GROUP BY 3"  # noqa: S608
            for dimension in dimensions
        ]
    if not counts:
        return lambda: [{("total", ""): 0} for _ in parts]
    parameters += [list(leaders or ()) for count in counts if "%s" in count]
    cursor = connection.cursor()
    cursor.execute(f"WITH {', '.join(reads)} {' UNION ALL '.join(counts)}", parameters)
    return partial(_read_counts, cursor, summed)


def _read_counts(cursor: CursorWrapper, summed: Sequence[str]) -> Counted:
    found: Counted = [{} for _ in summed]
    with cursor:
        for number, dimension, value, count in cursor.fetchall():
            found[number][dimension, value] = count
    for counted, by in zip(found, summed, strict=True):
        counted["total", ""] = sum(count for (dimension, _), count in counted.items() if dimension == by)
    return found
