"""What pages read: the right rows, in one order, for a number of queries that does not grow."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import CUBA, MEXICO, RUBIO, SHEINBAUM, TRUMP, UNITED_STATES, give_office, make_cast
from tests.factories import AT, BY, claim_input, make_event, make_statement, part, statement_input
from timeline import actions, queries
from timeline.models import Country, Leader, Office, Pair, Source
from timeline.queries import Cursor, EventFilter
from timeline.queries.leaders import leader_record
from timeline.values import CountryPair

pytestmark = pytest.mark.django_db
IN_JANUARY = date(2026, 1, 20)


def cost(read):
    with CaptureQueriesContext(connection) as captured:
        read()
    return len(captured)


def the_pair():
    return Pair.objects.get(first__slug=MEXICO, second__slug=UNITED_STATES)


@pytest.mark.parametrize("text", ["mexico", "MX", "mex", "México", "mexico ", "new-spain", "New Spain"])
def test_a_country_is_found_by_any_of_its_names(text):
    make_cast()
    assert queries.country_by_any_name(text.strip()).slug == MEXICO


@pytest.mark.parametrize("text", ["", "atlantis", "washington", "zz", "x" * 500, "(", "\\"])
def test_a_word_that_is_no_country_is_not_guessed(text):
    make_cast()
    with pytest.raises(queries.UnknownCountry):
        queries.country_by_any_name(text)


@pytest.mark.parametrize(
    ("first", "second", "is_canonical"),
    [
        ("mexico", "united-states", True),
        ("united-states", "mexico", False),
        ("mx", "us", False),
        ("new-spain", "united-states", False),
        ("Mexico", "united-states", False),
    ],
)
def test_a_pair_has_one_address(first, second, is_canonical):
    make_cast()
    place = queries.pair_place(first, second)
    assert (place.first.slug, place.second.slug, place.is_canonical) == (MEXICO, UNITED_STATES, is_canonical)


def test_a_country_has_no_timeline_with_itself():
    make_cast()
    with pytest.raises(queries.SameCountry):
        queries.pair_place("mexico", "mx")


def test_pages_are_cut_so_that_each_event_stands_on_one_of_them():
    for number, edtf in enumerate(["2026-01-12"] * 5 + ["2026-01"] * 3 + ["[..2026-01-12]", "2016/..", "2025-12-31"]):
        both = (part(MEXICO), part(UNITED_STATES))
        make_event(title=f"Event {number}", edtf=edtf, day_order=number % 2, participations=both)
    for is_oldest_first in (False, True):
        chosen = EventFilter(is_oldest_first=is_oldest_first)
        whole = queries.event_list(the_pair(), chosen).events
        seen, after, pages = [], None, []
        while True:
            page = queries.event_list(the_pair(), chosen, after=after, limit=4)
            seen += page.events
            pages.append(page)
            after = page.after
            if after is None:
                break
        assert [event.event_id for event in seen] == [event.event_id for event in whole]
        assert len({event.event_id for event in seen}) == 11
        back = queries.event_list(the_pair(), chosen, before=pages[1].events[0].cursor, limit=4)
        assert [event.event_id for event in back.events] == [event.event_id for event in pages[0].events]


def test_newest_first_is_the_order_of_time_read_backwards():
    for edtf in ("2026-01-12", "2025-12", "2026-01", "2026-01-13"):
        make_event(edtf=edtf)
    newest = [event.event_id for event in queries.event_list(the_pair(), EventFilter()).events]
    oldest = [event.event_id for event in queries.event_list(the_pair(), EventFilter(is_oldest_first=True)).events]
    assert newest == oldest[::-1]


def test_a_place_in_a_list_is_written_and_read():
    place = Cursor(date(2026, 1, 12), 6, 0, 41)
    assert Cursor.parse(str(place)) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2026-02-30.0.0.1",
        "2026-01-12.0.0",
        "2026-01-12.0.0.0",
        "2026-01-12.9e9.0.1",
        "2026-01-12.99999999999.0.1",
        "2026-01-12.0.0.99999999999999999999",
    ],
)
def test_a_place_that_is_none_is_refused(text):
    with pytest.raises(ValueError):
        Cursor.parse(text)


def listed(**chosen):
    return {event.event_id for event in queries.event_list(the_pair(), EventFilter(**chosen)).events}


def test_filters_choose_by_kind_level_leader_modality_and_days():
    call = make_event().pk
    threat = make_event(
        kind="threat", edtf="[2026-01-05..2026-01-11]",
        participations=(part(UNITED_STATES, TRUMP), part(MEXICO, side="recipient")),
    ).pk  # fmt: skip
    visit = make_event(
        kind="visit", modality="planned", edtf="2026-03", participations=(part(MEXICO), part(UNITED_STATES))
    ).pk
    mention = make_event(participations=(part(UNITED_STATES), part(CUBA), part(MEXICO, role="topic"))).pk
    assert listed() == {call, threat}
    assert listed(kinds=("threat",)) == {threat}
    assert listed(levels=("official",), modalities=("planned",)) == {visit}
    assert listed(modalities=()) == {call, threat, visit}
    assert listed(includes_mentions=True) == {call, threat, mention}
    assert listed(earliest=date(2026, 1, 11), latest=date(2026, 1, 11)) == {threat}
    assert listed(earliest=date(2026, 1, 12)) == {call}
    assert listed(latest=date(2026, 1, 4)) == set()


def test_lists_cost_the_same_when_they_grow():
    def reads():
        pair, country = the_pair(), Country.objects.get(slug=MEXICO)
        return {
            "pair": cost(lambda: queries.event_list(pair, EventFilter())),
            "country": cost(lambda: queries.event_list(country, EventFilter())),
            "counts": cost(lambda: queries.pair_counts(pair)),
            "newest": cost(lambda: queries.newest_events(limit=50)),
            "busiest": cost(queries.busiest_pairs),
            "state": cost(lambda: queries.state_of_relationship(pair, queries.pair_counts(pair), IN_JANUARY)),
            "leader": cost(lambda: leader_record(SHEINBAUM)),
            "source": cost(lambda: queries.source_record(Source.objects.get().pk)),
            "leaders": cost(queries.leaders_in_record),
            "countries": cost(queries.countries_with_events),
        }

    def grow(number):
        for place in range(number):
            make_event(title=f"Event {place}", edtf=f"2026-01-{place + 1:02d}", statements=(statement_input(),))

    grow(10)
    few = reads()
    grow(20)
    assert reads() == few
    assert (few["pair"], few["country"], few["counts"], few["busiest"]) == (1, 1, 1, 1)


def test_an_event_page_costs_the_same_however_much_is_said_in_it():
    bare = make_event(statements=(statement_input(),))
    rich = make_event(statements=tuple(statement_input(claims=(claim_input(),)) for _ in range(5)))
    assert cost(lambda: queries.event_record(rich.pk)) <= 11
    assert abs(cost(lambda: queries.event_record(rich.pk)) - cost(lambda: queries.event_record(bare.pk))) == 0
    record = queries.event_record(rich.pk)
    assert len(record.statements) == 5
    assert record.origins == ["Example Wire"]
    assert {citation.field for citation in record.citations} == {
        "when", "kind", "modality", "participation", "words", "speaker", "claim"
    }  # fmt: skip


def test_what_is_not_there_is_none():
    make_cast()
    assert queries.event_record(1) is None
    assert queries.statement_record(1) is None
    assert leader_record("nobody") is None
    assert queries.source_record(1) is None
    assert queries.pair_of(Country.objects.get(slug=CUBA), Country.objects.get(slug=MEXICO)) is None


def test_a_statement_has_its_passages_and_history():
    record = queries.statement_record(make_statement(claims=(claim_input(),)).pk)
    assert [citation.field for citation in record.citations] == ["words", "speaker", "claim"]
    assert [revision.version for revision in record.revisions] == [1]


@pytest.mark.parametrize(
    ("on", "offices"),
    [
        (date(2026, 1, 12), ["President", "Foreign Minister"]),
        (date(2020, 1, 1), []),
    ],
)
def test_who_governs_on_a_day(on, offices):
    make_cast()
    held = queries.governing([Country.objects.get(slug=MEXICO)], on)
    assert [office.office for one in held for office in one.offices] == offices


def test_who_governs_by_two_offices_is_named_once():
    make_cast()
    rubio, presidency = (
        Leader.objects.get(slug=RUBIO),
        Office.objects.get(slug="president-of-the-united-states"),
    )
    give_office(rubio, presidency, "2025-02-01")
    held = queries.governing([Country.objects.get(slug=UNITED_STATES)], date(2026, 1, 12))
    assert [(one.slug, [office.office for office in one.offices]) for one in held] == [
        (TRUMP, ["President"]),
        (RUBIO, ["President", "Secretary of State"]),
    ]


def state_on(day):
    pair = the_pair()
    return queries.state_of_relationship(pair, queries.pair_counts(pair), day)


def test_the_state_is_told_by_events_and_never_guessed():
    make_event(edtf="2025-11-01", title="Older call")
    call = make_event()
    make_event(kind="visit", modality="planned", edtf="2026-03", participations=(part(MEXICO), part(UNITED_STATES)))
    lines = {line.key: line.event_id for line in state_on(IN_JANUARY)}
    assert lines["leaders_last_spoke"] == call.pk
    assert "planned" in lines
    assert "last_threat" not in lines


@pytest.mark.parametrize(
    ("edtf", "on", "stands"),
    [
        ("2026-03-10", date(2026, 3, 10), True),
        ("2026-03-10", date(2026, 3, 11), False),
        ("2026-03", date(2026, 3, 31), True),
        ("2026-03", date(2026, 4, 1), False),
        ("2026", date(2026, 12, 31), True),
        ("2026", date(2027, 1, 1), False),
        ("[2026-03-01..]", date(2026, 3, 1), True),
        ("[2026-03-01..]", date(2026, 3, 2), False),
    ],
)
def test_a_plan_stands_as_planned_until_its_last_day(edtf, on, stands):
    make_event(kind="visit", modality="planned", edtf=edtf, participations=(part(MEXICO), part(UNITED_STATES)))
    assert [line.key for line in state_on(on)] == ["planned"] * stands


def test_of_several_plans_the_next_three_stand():
    visits = [
        make_event(kind="visit", modality="planned", edtf=day, participations=(part(MEXICO), part(UNITED_STATES)))
        for day in ("2026-07-01", "2026-06-01", "2026-05-01", "2026-03-01", "2026-01-02")
    ]
    lines = state_on(IN_JANUARY)
    assert [line.event_id for line in lines] == [visits[3].pk, visits[2].pk, visits[1].pk]


def test_a_plan_for_some_day_of_a_year_stands_among_those_of_a_day():
    year, day = (
        make_event(kind="visit", modality="planned", edtf=edtf, participations=(part(MEXICO), part(UNITED_STATES)))
        for edtf in ("2026", "2026-06-01")
    )
    lines = state_on(date(2026, 5, 31))
    assert [line.event_id for line in lines] == [year.pk, day.pk]


def test_officials_have_a_line_of_their_own():
    met = make_event(kind="meeting", participations=(part(MEXICO), part(UNITED_STATES)), level="official")
    lines = state_on(IN_JANUARY)
    assert [(line.key, line.event_id) for line in lines] == [("officials_last_spoke", met.pk)]


def test_offers_are_no_agreements():
    make_event(kind="offer")
    assert [line.key for line in state_on(IN_JANUARY)] == []


@pytest.mark.parametrize(("typed", "pair"), [("cuba venezuela", (CUBA, "venezuela")), ("ve cu", (CUBA, "venezuela"))])
def test_a_pair_without_events_is_found_by_both_names(typed, pair):
    make_event()
    assert [(first.slug, second.slug, count) for first, second, count in queries.pairs_like(typed)] == [(*pair, 0)]


def test_two_words_find_that_pair_alone():
    make_event()
    make_event(participations=(part(CUBA), part(UNITED_STATES)))
    for typed in ("us mex", "mexico united", "mx us", "uni sta mex"):
        found = [(first.slug, second.slug) for first, second, _ in queries.pairs_like(typed)]
        assert found == [(MEXICO, UNITED_STATES)], typed


@pytest.mark.parametrize("typed", ["mex", "me", "mex us", "mexico and the united states", "united sta mexico"])
def test_a_pair_is_found_in_three_keys(typed):
    make_event()
    found = [(first.slug, second.slug, count) for first, second, count in queries.pairs_like(typed)]
    assert (MEXICO, UNITED_STATES, 1) in found


@pytest.mark.parametrize(
    "typed", ["", "   ", "and the", "zzz", "%", "_" * 200, "\x7f", "[a", "a b c d e f g h i", "mexico mx"]
)
def test_a_search_for_nothing_finds_nothing(typed):
    make_event()
    assert queries.pairs_like(typed) == []


def test_the_newest_events_are_those_with_the_latest_day():
    late = make_event(edtf="2026-01-12")
    open_start = make_event(edtf="[..2025-01-12]", participations=(part(MEXICO), part(UNITED_STATES)))
    assert [event.pk for event in queries.newest_events()] == [late.pk, open_start.pk]


def test_coverage_of_a_pair_comes_before_that_of_the_record():
    make_event()
    actions.record_coverage(checked_at=AT, known_gaps="All", is_sample=True, by=BY, at=AT)
    assert queries.coverage_of(the_pair()).known_gaps == "All"
    actions.record_coverage(
        pair=CountryPair(MEXICO, UNITED_STATES), checked_at=AT + timedelta(days=1), known_gaps="Ours", by=BY, at=AT
    )
    assert queries.coverage_of(the_pair()).known_gaps == "Ours"
    assert queries.coverage_of().known_gaps == "All"
