"""Any words and any day: what the resolver answers lies in order and is a date of the record; stamps never fail."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.reading.clean.stamps import stamp_days
from newsroom.reading.clean.titles import choose_title
from newsroom.reading.dates import find_times, resolve, resolve_ends
from newsroom.reading.sentences import tokenize
from timeline.values import When

WORDS = (
    "Monday Friday last next this the week month year of from to and between until since by early mid late January May"
    " 12 22nd 31 1998 2026 1990s 29 February two days ago later after before in quarter first half summer Christmas Day"
    " weekend Jan . , - ( ) 01/02/2026 lunes enero de el pasado próximo hace semana that day earlier couple Q3 ending"
).split()
PHRASES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
DAYS = st.dates(date(1100, 1, 1), date(9999, 12, 31))


@settings(max_examples=400, deadline=None)
@given(PHRASES, DAYS, st.booleans(), st.none() | DAYS)
def test_an_answer_is_in_order_and_can_be_stored(
    words: str, base: date, is_future: bool, previous: date | None
) -> None:
    for time in find_times(tokenize(words)):
        answer = resolve(time, base, is_future=is_future, previous=previous)
        resolve_ends(time, base, is_future=is_future, previous=previous)
        if answer is None:
            continue
        assert answer.earliest is None or answer.latest is None or answer.earliest <= answer.latest
        When.parse(answer.edtf)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | PHRASES)
def test_stamps_are_days_or_nothing(words: str) -> None:
    assert all(1900 <= day.year <= 2199 for day in stamp_days(words))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=2), st.text(max_size=40), st.text(max_size=40))
def test_a_title_is_made_of_what_is_given(declared: str, heads: list[str], shared: str, window: str) -> None:
    title = choose_title(declared, heads, shared, window, ["Post"])
    assert any(title in " ".join(text.split()) for text in (declared, *heads, shared, window))
