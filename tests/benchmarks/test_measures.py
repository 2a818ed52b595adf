"""What is right is counted as right, what is wrong as wrong; and the rules are those of the annotations' scorer."""

import importlib.util
import json
from pathlib import Path

import pytest

from benchmarks.reading import articles, brat, dates, pages, quotations, timeml, timing
from benchmarks.reading.quotations import Quotation
from benchmarks.reading.table import BARS, calibration, misses, rows
from benchmarks.reading.tally import Tally, same_name, same_title, token_f1
from newsroom.reading import read
from newsroom.reading.output import as_json
from tests.benchmarks import invented

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reading"


def test_words_are_compared_folded_and_without_order():
    assert token_f1("López met Šefčovič", "sefcovic met Lopez") == 1.0
    assert token_f1("one two", "two three") == 0.5
    assert token_f1("", "word") == 0.0
    assert same_name("Duarte", "Ana Duarte")
    assert not same_name("Ana Duarte", "Ana Lindqvist")
    assert same_title("“Talks” –  Oslo", '"talks" - oslo')
    assert not same_title("", "")
    assert not same_title("Talks in Oslo | Example", "Talks in Oslo")


def reading_of(events=(), statements=()):
    text = "A call was held. Words."
    return {
        "file": "901.txt",
        "text": text,
        "article": {"published": "2026-01-13"},
        "countries": ["MX"],
        "leaders": [],
        "events": list(events),
        "statements": list(statements),
    }


def test_a_wrong_date_costs_the_attribute_and_not_the_event():
    tally = Tally()
    exact = "A call was held."
    event = {
        "countries": ["US", "MX"],
        "plover": "CONSULT:visit",
        "modality": "happened",
        "edtf": "2026-01-13",
        "confidence": 0.8,
        "passage": {"start": 0, "end": 16, "exact": exact},
    }
    gold = invented.GOLD | {"events": [invented.GOLD["events"][0] | {"passage": exact}]}
    articles.score_article(reading_of([event]), gold, tally)
    assert tally.share("event recall") == tally.share("event type (PLOVER root)") == 1.0
    assert tally.share("event date") == tally.share("event all four right") == 0.0
    assert tally.share("direct found") == tally.share("leader recall") == 0.0
    assert tally.share("country recall") == 0.5
    assert tally.judged == [(0.8, False)]
    assert [miss.text.split(":")[0] for miss in tally.misses["event all four right"]] == ["date"]


def test_a_passage_that_is_not_the_text_is_refused():
    bad = {"passage": {"start": 0, "end": 3, "exact": "B c"}}
    with pytest.raises(ValueError, match="not its text"):
        articles.check_passages(reading_of([bad]))


@pytest.mark.skipif(
    not (SHARED / "score_reading.py").is_file(), reason="the annotations' scorer is not beside the project"
)
def test_the_scores_are_those_of_the_scorer():
    specification = importlib.util.spec_from_file_location("score_reading", SHARED / "score_reading.py")
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    ours, theirs = Tally(), scorer.Tally()
    for file in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        reading = as_json(read((SHARED / "articles" / f"{gold['article']}.txt").read_bytes()), gold["file"])
        # Spoil every third proposal, so that misses and extras are compared too.
        for group in ("events", "statements"):
            reading[group] = [one for number, one in enumerate(reading[group]) if number % 3]
            for one in reading[group][::4]:
                one["edtf"] = one["speaker"] = "1999"
        articles.score_article(reading, gold, ours)
        scorer.score_one(reading, gold, theirs, details=False)
    assert ours.cases == theirs.all
    assert ours.hits == pytest.approx(theirs.hit)


def test_dates_are_counted_by_day_week_and_month_only():
    tally = Tally()
    document = timeml.read_document(invented.TIMEML.encode(), "INVENTED1")
    dates.measure_dates(document, tally)
    assert tally.cases == {dates.ALL: 3, dates.WEEKDAYS: 2, dates.CONSISTENT: 1}
    assert tally.hits == {dates.ALL: 2, dates.WEEKDAYS: 1, dates.CONSISTENT: 1}
    other = Tally()
    dates.count_days(document, ["2026-01-12", "", "2025-01-24"], other)
    assert other.hits[dates.ALL] == 1


@pytest.mark.parametrize(
    ("found", "words", "speaker"),
    [
        ([Quotation(1, 14, "Ana Duarte", 16, 26)], 1, 1),
        ([Quotation(1, 14, "Duarte")], 1, 1),
        ([Quotation(1, 14, "she", 23, 26)], 1, 1),
        ([Quotation(1, 14, "Lindqvist"), Quotation(53, 60, "Lindqvist", 16, 26)], 1, 1),
        ([Quotation(1, 14, "Lindqvist", 44, 47)], 1, 0),
        ([Quotation(1, 7, ""), Quotation(8, 14, "Duarte")], 1, 0),
        ([Quotation(30, 45, "Duarte")], 0, 0),
        ([], 0, 0),
    ],
)
def test_quotations_need_the_words_and_the_speaker(found, words, speaker):
    tally = Tally()
    attributions = brat.read_attributions(invented.BRAT, invented.QUOTED)
    quotations.measure_quotations(invented.QUOTED, attributions, found, tally, "invented")
    assert tally.cases == {quotations.FOUND: 1, quotations.RIGHT: 1}
    assert (tally.hits[quotations.FOUND], tally.hits[quotations.RIGHT]) == (words, speaker)


def test_offsets_of_a_reading_point_into_the_document():
    text = "Sign up for our newsletter\n\n" + invented.QUOTED
    found = quotations.quotations_of(read(text), text)
    assert "We will wait," in {text[one.start : one.end] for one in found}


def test_a_page_without_an_annotated_title_is_judged_by_its_body(tmp_path):
    folder = invented.write(tmp_path) / "html"
    page = pages.read_page(folder / "oslo.gold.json")
    assert (page.day, page.title) == ("2026-01-13", "Envoys meet in Oslo")
    tally = Tally()
    pages.measure_page(page, page.body, "envoys meet in Oslo", "", tally)
    assert (tally.share(pages.BODY), tally.share(pages.TITLE), tally.share(pages.DAY)) == (1.0, 1.0, 0.0)
    (folder / "bare.gold.json").write_text(json.dumps({"gold": {"articleBody": "Words."}}), encoding="utf-8")
    assert pages.read_page(folder / "bare.gold.json") is None
    (folder / "bare.html").write_text("<p>Words.", encoding="utf-8")
    bare = Tally()
    pages.measure_page(pages.read_page(folder / "bare.gold.json"), "Words.", "T", "", bare)
    assert set(bare.cases) == {pages.BODY}


def test_a_page_annotated_with_a_day_after_it_was_saved_is_a_slip(tmp_path):
    folder = invented.write(tmp_path) / "html"
    gold = json.loads((folder / "oslo.gold.json").read_text(encoding="utf-8"))
    for saved, cases in (("2026-01-14 09:00:00", 1), ("2026-01-12 09:00:00", 0)):
        (folder / "oslo.gold.json").write_text(json.dumps(gold | {"crawl_date": saved}), encoding="utf-8")
        tally = Tally()
        pages.measure_page(pages.read_page(folder / "oslo.gold.json"), "", "", "2026-01-13", tally)
        assert (tally.cases[pages.DAY], tally.cases.get(pages.CONSISTENT, 0)) == (1, cases)


def test_rows_put_the_bars_first_and_say_what_is_missed():
    tally = Tally()
    tally.add("event date", 1, 2)
    tally.add("traps avoided", 9, 10)
    tally.add("direct found", 19, 20)
    lines = list(rows(tally, {}))
    assert [line[:13].strip() for line in lines[1:]] == ["direct found", "traps avoided", "event date"]
    assert "met" in lines[1]
    assert "MISSED" in lines[2]
    assert "MISSED" not in lines[3]
    assert set(tally.cases) - set(BARS) == {"event date"}


def test_confidence_is_compared_with_what_was_right():
    lines = list(calibration([(0.9, True), (0.95, False), (1.0, True), (0.3, False)]))
    assert [line.split(" right")[0].strip() for line in lines] == ["0.3 to 0.4: 0.00", "0.9 to 1.0: 0.67"]


def test_misses_are_listed_up_to_the_limit():
    tally = Tally()
    for number in range(3):
        tally.miss("event recall", str(number), "two\nlines")
    assert list(misses(tally, 2)) == ["event recall: 3", "  0: two lines", "  1: two lines", "  and 1 more"]


def test_texts_for_the_clock_have_the_length_that_is_asked():
    assert 600 <= len(timing.invented_story(600).split()) < 660
    assert len(timing.text_of(["one", "two"], 1000)) == 1000
    calls = []
    timing.seconds(calls.append, "text", 3)
    assert calls == ["text"] * 4
