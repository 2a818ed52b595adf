"""The story that the project began with, where the texts it was given are at hand: what a reading of it must hold."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Reading

SEED = Path(__file__).parents[4] / "shared" / "reading" / "articles" / "seed.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="../shared, with the articles' texts, is not here")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(SEED.read_bytes())


def test_the_story_is_its_paragraphs_and_the_rest_has_reasons(reading: Reading) -> None:
    assert len(reading.paragraphs) == 11
    reasons = [part.reason for part in reading.dropped]
    assert reasons.count("related headline") == 10
    assert {"photo caption", "credit line", "promotion", "page date", "section label", "label"} <= set(reasons)
    assert not reading.problems


def test_byline_dateline_and_credit(reading: Reading) -> None:
    article = reading.article
    assert (article.dateline_place, str(article.dateline_date), str(article.published)) == (
        "MEXICO CITY",
        "2026-01-12",
        "2026-01-12",
    )
    assert article.origin == "Reuters"
    assert len(article.authors) == 3
    assert len(article.editors) == 2


def test_countries_and_leaders_with_their_offices(reading: Reading) -> None:
    assert set(reading.country_codes) == {"MX", "US", "CU", "VE"}
    people = {one.name.split()[-1]: (one.country, one.office) for one in reading.leaders}
    assert {name: country for name, (country, _) in people.items()} == {
        "Sheinbaum": "MX",
        "Trump": "US",
        "Rubio": "US",
        "Fuente": "MX",
        "Pigott": "US",
        "Maduro": "VE",
    }
    assert all(office for _, office in people.values())


@pytest.mark.parametrize(
    ("family", "modality", "countries", "edtf"),
    [
        ("CONSULT", "happened", {"MX", "US"}, "2026-01-12"),
        ("CONSULT", "happened", {"MX", "US"}, "2026-01-11"),
        ("ASSAULT", "happened", {"US", "VE"}, "[2026-01-01..2026-01-10]"),
        ("THREATEN", "happened", {"US", "MX"}, "[2026-01-05..2026-01-11]"),
        ("REJECT", "happened", {"MX", "US"}, "2026-01-12"),
        ("CONSULT", "negated", {"MX", "US"}, "2026-01-12"),
        ("AGREE", "hypothetical", {"MX", "US"}, "[2026-01-12..]"),
        ("AGREE", "happened", {"MX", "US", "CU"}, "2026-01-12"),
    ],
)
def test_the_events_of_the_table(reading: Reading, family: str, modality: str, countries: set[str], edtf: str) -> None:
    assert any(
        event.plover.startswith(family)
        and event.modality == modality
        and set(event.countries) == countries
        and event.when is not None
        and event.when.edtf == edtf
        for event in reading.events
    )


def test_the_capture_is_background_for_another_pair(reading: Reading) -> None:
    (capture,) = [event for event in reading.events if event.plover == "ASSAULT:abduct"]
    assert "MX" not in capture.countries


def test_what_was_threatened_or_offered_did_not_happen(reading: Reading) -> None:
    assert not [event for event in reading.events if event.plover.startswith("ASSAULT") and "MX" in event.countries]
    assert not [event for event in reading.events if event.kind == "mediation"]


def test_the_statements_have_their_speakers_and_channels(reading: Reading) -> None:
    by_speaker = {one.speaker.split()[-1] for one in reading.statements}
    assert {"Sheinbaum", "Trump", "Pigott"} == by_speaker
    (direct,) = [one for one in reading.statements if one.speech == "direct"]
    assert direct.speaker == "Claudia Sheinbaum"
    assert "sovereignty... We seek" in direct.words
    channels = {one.channel for one in reading.statements}
    assert {"daily press conference", "post on X"} <= channels
    mixed = [one for one in reading.statements if one.speech == "mixed"]
    assert len(mixed) == 2


def test_the_figure_is_a_claim_with_its_period(reading: Reading) -> None:
    (claim,) = reading.claims
    assert (claim.value, claim.unit, claim.direction, claim.is_approximate) == (50, "percent", "down", True)
    assert claim.period is not None
    assert claim.period.edtf == "2025-01/2026-01"


def test_nothing_comes_from_what_was_left_out(reading: Reading) -> None:
    used = [evidence.exact for each in (*reading.events, *reading.statements) for evidence in each.evidence]
    assert not any("Diaz-Canel" in exact or "December 6" in exact or "clear line" in exact for exact in used)
