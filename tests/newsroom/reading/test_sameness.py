"""Copies of one report are found; two reports of one event, one speech or one formula are never taken for copies."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.reading.sameness import (
    LONGEST,
    RUN,
    Difference,
    Sketch,
    differences,
    is_same_story,
    likeness,
    shingles,
    sketch,
)
from newsroom.values import Given, Reading

ARTICLES = Path(__file__).parents[4] / "shared" / "reading" / "articles"

REPORT = """LIMA, March 3 (Reuters) - Peru's foreign minister Rosa Alvan met her counterpart Tomas Ibarra of Chile in \
Lima on Tuesday to talk about fishing licences in the waters south of Tacna.

The two ministers agreed to send surveyors to the coast before the end of the month, a Peruvian official said.

"We are neighbours before we are rivals," Alvan told reporters after the meeting, which went on for three hours.

Chile had closed the strip to boats from Peru in January after a patrol fired at a trawler that did not stop.
"""
# House style, another first paragraph order of words, the last paragraph cut.
COPY = """LIMA - Peru's foreign minister Rosa Alvan met her counterpart Mr Tomas Ibarra of Chile in Lima on March 3 to \
talk about fishing licences in the waters south of Tacna.

The two ministers agreed to send surveyors to the coast before the end of the month, a Peruvian official said. REUTERS
"""
OTHER_REPORT = """LIMA, March 3 (AP) - The top diplomats of Chile and Peru sat down in the Peruvian capital on Tuesday \
over who may fish south of Tacna, their first meeting since a Chilean patrol fired at a trawler in January.

"We are neighbours before we are rivals," Rosa Alvan told reporters after the meeting with Tomas Ibarra.

Surveyors of both countries will go to the coast this month, the ministry in Lima said in a statement.
"""
READOUT = """The following is attributable to Spokesperson Dana Rowe:

Secretary of State Alan Pryce spoke today with {} Foreign Minister {} to reaffirm the strong partnership between our \
two countries and to discuss shared priorities, among them regional security and the protection of human rights.

The Secretary thanked the Foreign Minister for the continued cooperation and looked forward to meeting again soon.
"""


def reading_of(text: str, published: str = "2026-03-03", outlet: str = "") -> Reading:
    return read(text, Given(published=published, outlet=outlet))


def sketch_of(reading: Reading) -> Sketch:
    return sketch([part.text for part in reading.paragraphs], reading.article.origin, reading.article.base)


def is_same(first: Reading, second: Reading) -> bool:
    one, other = sketch_of(first), sketch_of(second)
    assert is_same_story(one, other) == is_same_story(other, one)
    return is_same_story(one, other)


def test_a_shortened_copy_in_house_style_is_found() -> None:
    assert is_same(reading_of(REPORT), reading_of(COPY, outlet="Reuters via The Harbour Post"))


def test_two_reports_of_one_event_with_the_same_quotation_are_two() -> None:
    assert not is_same(reading_of(REPORT), reading_of(OTHER_REPORT))


def test_a_formula_with_another_country_is_another_story() -> None:
    first = reading_of(READOUT.format("Norwegian", "Kari Lund"))
    second = reading_of(READOUT.format("Kenyan", "Grace Otieno"))
    assert likeness(sketch_of(first).shingles, sketch_of(second).shingles) > 0.6
    assert not is_same(first, second)


def test_the_same_formula_a_year_later_is_another_story() -> None:
    text = READOUT.format("Norwegian", "Kari Lund")
    assert is_same(reading_of(text), reading_of(text))
    assert not is_same(reading_of(text), reading_of(text, "2027-03-03"))


def test_texts_that_credit_two_agencies_are_never_copies() -> None:
    sketch = sketch_of(reading_of(REPORT))
    assert is_same_story(sketch, sketch)
    assert not is_same_story(replace(sketch, origin="Reuters"), replace(sketch, origin="AFP"))


def test_few_words_prove_nothing() -> None:
    text = "Peru and Chile met in Lima on Tuesday, a Peruvian official said."
    assert not is_same(reading_of(text), reading_of(text))


def test_quoted_words_do_not_count() -> None:
    assert shingles(['He said: "one two three four five six seven" and left.']) == frozenset()
    assert likeness(frozenset(), frozenset()) == 0


def test_the_differing_words_are_shown_with_the_words_before() -> None:
    found = differences(["The two ministers met on Sunday in Lima."], ["The two ministers met on Jan 11 in Lima."])
    assert found == [Difference("two ministers met on", "Sunday", "Jan 11")]
    assert differences(["The U.S. side left."], ["The US side left."]) == []


def test_long_differences_are_cut_short() -> None:
    found = differences(["It began. "], ["It began. " + "word " * 100])
    assert len(found[0].yours.split()) == 31
    assert found[0].yours.endswith(" …")


@pytest.mark.skipif(not ARTICLES.exists(), reason="../shared, with the articles' texts, is not here")
def test_of_the_articles_only_the_first_story_and_its_copy_are_joined() -> None:
    sketches = {path.stem: sketch_of(read(path.read_bytes())) for path in sorted(ARTICLES.glob("*.txt"))}
    assert len(sketches) > 20
    joined = {(a, b) for a, b in combinations(sorted(sketches), 2) if is_same_story(sketches[a], sketches[b])}
    assert joined == {("014", "seed")}
    assert isinstance(sketches["seed"].day, date)


def test_a_long_text_is_compared_up_to_a_bound() -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    assert len(shingles([text])) == LONGEST - RUN + 1
    assert len(shingles([text, text])) == LONGEST - RUN + 1
