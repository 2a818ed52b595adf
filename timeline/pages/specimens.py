"""The components in every state, made of nothing that is in the record."""

from dataclasses import dataclass
from datetime import date

from timeline.filters import EventFilterSet
from timeline.filters.pairs import PairsAsked
from timeline.kinds import GROUPS, KINDS, Group
from timeline.models import Country, Event
from timeline.pages.compare import ComparedDay, ComparedEvent, ComparedMonth, ComparedPair, ComparePage
from timeline.pages.filters import FilterPanel, filter_panel
from timeline.pages.hits import EventHit, event_hit
from timeline.pages.lines import EventLine, line_of
from timeline.pages.matrix import Matrix, columns_of, row_of
from timeline.pages.pair import DateAnswer
from timeline.pages.passages import told
from timeline.pages.since import SinceLastVisit
from timeline.pages.spark import Spark, sparks
from timeline.pages.strip import Strip, strip
from timeline.queries import PairCounts, PairPlace
from timeline.queries.contacts import ContactCount
from timeline.queries.found import FoundEvent
from timeline.queries.keyset import Cursor
from timeline.queries.periods import NearestEvent
from timeline.sql.hits import CLOSE, OPEN
from timeline.values import When

DATES = (
    "2026-01-12", "2026-01-12~", "2026-01-12?", "2026-01", "2026-01-XX", "2026", "2026-21", "202X",
    "[2026-01-01..2026-01-10]",
    "[2026-01-05..2026-01-11]", "2026-03-06/2026-03-10", "2026-01-28/2026-02-03", "2016/..", "../2026-01-12",
    "[..2026-01-12]", "[2026-01-11,2026-01-12]", "{2026-01-22,2026-01-23}",
)  # fmt: skip

COUNTS = PairCounts(
    by={
        "total": {"": 9},
        "kind": {"phone_call": 6, "threat": 3},
        "level": {"leader": 7, "minister": 2},
        "month": {"2025-11:joint": 1, "2025-12:first": 3, "2026-02:second": 4, "2026-03:first": 1, "2026-03:joint": 2},
    },
    shown={("happened", True): 9, ("planned", True): 1},
)


@dataclass(frozen=True)
class Specimens:
    """What the page of components shows."""

    dates: list[When] = told("A date of each form.")
    groups: list[Group] = told("Every group of kinds, with its sign.")
    invalid_filters: EventFilterSet = told("Filters that cannot be meant.")
    empty_panel: FilterPanel = told("Filters that fit nothing.")
    panel: FilterPanel = told("Filters of which two are chosen; some options have nothing to show.")
    strip: Strip | None = told("Columns in which one side, the other, both and nobody acted.")
    sparks: list[Spark] = told("Years of many, of few and of no events, on one scale.")
    matrix: Matrix = told("Numbers of contacts, with nothing in a year.")
    answers: list[DateAnswer] = told("A date on which there is an event, may be one, is none near, and is none at all.")
    sinces: list[SinceLastVisit] = told("Much and nothing since the last visit.")
    compared: ComparePage = told("Two pairs on one time axis.")
    hits: list[EventHit] = told("What a search found, surely and possibly.")
    lines: list[EventLine] = told("The same events on a line each.")


def specimens() -> Specimens:
    """Return the components' states (no query)."""
    from_address = EventFilterSet.from_query
    mexico, states = Country(slug="mexico", name="Mexico"), Country(slug="united-states", name="United States")
    found = _found([mexico, states])
    return Specimens(
        dates=[When.parse(text) for text in DATES],
        groups=list(GROUPS.values()),
        invalid_filters=from_address("when=2026-02-30&level=everyone"),
        empty_panel=filter_panel(None, from_address("kind=treaty_signed&when=1950"), PairCounts()),
        panel=filter_panel(None, from_address("kind=phone_call&level=leader"), COUNTS),
        strip=strip(COUNTS, mexico, states),
        sparks=sparks([{2020: 12, 2022: 3, 2026: 40}, {2021: 1}, {}]).sparks,
        matrix=_matrix(),
        answers=_answers(),
        sinces=_sinces(),
        compared=_compared(mexico, states),
        hits=[event_hit(one, maybe) for one, maybe in found],
        lines=[line_of(one.event, one.parties, is_possible=maybe) for one, maybe in found],
    )


def _event(title: str, edtf: str, *, kind: str = "phone_call", modality: str = "happened") -> Event:
    """Return an event that is in no record."""
    return Event(pk=1, slug="a-specimen", title=title, kind=kind, modality=modality, edtf=edtf)


def _matrix() -> Matrix:
    leaders, ministers = ContactCount(0, "leader", 2023, 2023, 2), ContactCount(0, "minister", 2025, 2026, 1)
    columns = columns_of([leaders, ministers])
    rows: dict[str, list[ContactCount]] = {"Leaders": [leaders], "Ministers": [ministers], "Officials": []}
    return Matrix(columns, [row_of(label, counts, columns, "?when={}#main".format) for label, counts in rows.items()])


def _answers() -> list[DateAnswer]:
    def near(edtf: str, *, inside: bool = False, maybe: bool = False) -> NearestEvent:
        place = Cursor(date(2026, 1, 12), 1, 0, 1)
        return NearestEvent(1, "Two presidents talk", "a-specimen", When.parse(edtf), place, inside, maybe)

    return [
        DateAnswer("12 January 2026", True, near("2026-01-12", inside=True)),
        DateAnswer("8 January 2026", True, near("[2026-01-05..2026-01-11]", maybe=True)),
        DateAnswer("2024", False, near("2026-01-12")),
        DateAnswer("2024", False, None),
    ]


def _sinces() -> list[SinceLastVisit]:
    new = [_event("Two presidents talk", "2026-01-12"), _event("They are to meet", "2026-06", modality="planned")]
    day = date(2026, 1, 1)
    corrected = [_event("Tariffs are threatened", "2026-01-05~")]
    return [SinceLastVisit(day, new, corrected, is_cut=True), SinceLastVisit(day, [], [], is_cut=False)]


def _compared(mexico: Country, states: Country) -> ComparePage:
    cuba = Country(slug="cuba", name="Cuba")
    axis = sparks([{2024: 2, 2026: 5}, {2026: 1}])
    places = [PairPlace(mexico, states, is_canonical=True), PairPlace(cuba, states, is_canonical=True)]
    columns = [
        ComparedPair(place, count, spark, "#main")
        for place, count, spark in zip(places, (7, 1), axis.sparks, strict=True)
    ]
    call = ComparedEvent(_event("Two presidents talk", "2026-01-12"), KINDS["phone_call"], "Both")
    threat = ComparedEvent(_event("Tariffs are threatened", "2026-01-12"), KINDS["threat"], "United States")
    days = [
        ComparedDay(When.parse("2026-01-12"), [[call], [threat]]),
        ComparedDay(When.parse("[2026-01-05..2026-01-11]"), [[threat], []]),
    ]
    return ComparePage(PairsAsked(), columns, axis, [ComparedMonth("January 2026", days)], "", "", [], [])


def _found(parties: list[Country]) -> list[tuple[FoundEvent, bool]]:
    """Return two events that a search found, each with whether it only may lie within the dates."""
    sure = _event("Two presidents talk", "2026-01-12", kind="phone_call")
    maybe = _event("They are to meet", "2026", kind="meeting", modality="planned")
    marked = f"Two presidents {OPEN}talk{CLOSE}"
    return [(FoundEvent(sure, parties, marked, marked), False), (FoundEvent(maybe, parties, maybe.title, ""), True)]
