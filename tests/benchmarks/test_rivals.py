"""What the browser, Lighthouse and the recording of events say is read as it is: late, failing, slower."""

import gzip
import json
import urllib.error
import urllib.request
from datetime import date

import pytest

from benchmarks.speed import lighthouse, npm, rivals, writes
from benchmarks.speed.goals import Series
from benchmarks.speed.recording import NoFiling, event_of, variant
from benchmarks.speed.rivals import Job, Visit
from tests.cast import MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, make_cast
from tests.factories import AT
from timeline import actions
from timeline.actions import events
from timeline.models import EventPair, PairFacet
from timeline.readmodels import filing

OURS = {Job("ours", 98, "/a"): [Visit(200.0)] * 3, Job("ours", 18_000, "/b"): [Visit(210.0, 5, 900, 50, 2048)] * 3}


def test_a_timeline_that_is_late_counts_as_the_time_that_was_waited():
    found = {**OURS, Job("TimelineJS", 10_000, "/c"): [Visit(None)]}
    late = rivals.results(found, 50)[0]
    assert late.measured == pytest.approx(60_000 / 210)
    assert (late.verdict, late.bar) == ("met", 50)
    assert "not usable in 60 s" in late.note


def test_a_timeline_is_compared_by_its_middle_visit():
    found = {**OURS, Job("vis-timeline", 100, "/c"): [Visit(105.0), Visit(90.0), Visit(800.0)]}
    quicker, growth, rows = rivals.results(found, 1001)
    assert (quicker.measured, quicker.verdict) == (0.5, "MISSED")
    assert growth.measured == pytest.approx(1.05)
    assert rows.verdict == "MISSED"


def test_rivals_are_given_titles_and_days_and_their_own_files(tmp_path):
    script = tmp_path / rivals.FILES["/vis.js"]
    script.parent.mkdir(parents=True)
    script.write_text("drawn")
    shown = rivals.events_of([("They met", date(2026, 1, 12))])
    with rivals.serving(tmp_path, {100: shown}) as address:
        read = {
            path: gzip.decompress(urllib.request.urlopen(address + path, timeout=10).read())
            for path in ("/vis.js", "/vis.html?100", "/events-100.json")
        }
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{address}/events-1000.json", timeout=10)
    assert read["/vis.js"] == b"drawn"
    assert b"vis.Timeline" in read["/vis.html?100"]
    assert json.loads(read["/events-100.json"]) == [{"title": "They met", "day": "2026-01-12"}]


def test_an_audit_fails_where_it_costs_points():
    def audit(score, mode="numeric", **more):
        return {"score": score, "scoreDisplayMode": mode, **more}

    items = {"items": [{"node": {"selector": "a|b"}}]}
    report = {
        "categories": {
            key: {"score": 0.914, "auditRefs": [{"id": name, "weight": weight} for name, weight in
                  (("slow", 10), ("small", 3), ("fine", 3), ("absent", 3), ("weightless", 0))]}
            for key in lighthouse.CATEGORIES
        },
        "audits": {
            "slow": audit(0.5, displayValue="440\xa0ms"),
            "small": audit(0, "binary", details=items),
            "fine": audit(1),
            "absent": audit(None, "notApplicable"),
            "weightless": audit(0),
        },
    }  # fmt: skip
    scores = lighthouse.scores_of(report)
    assert [score.category for score in scores] == list(lighthouse.CATEGORIES)
    assert scores[0].points == 91
    assert scores[0].failing == ("slow (440 ms)", "small (a/b)")


def test_a_package_of_another_version_is_not_taken(tmp_path, monkeypatch):
    package = tmp_path / "node_modules" / "one"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "1.2.3"}')
    monkeypatch.setattr(npm.shutil, "which", lambda _: None)
    assert npm.install(tmp_path, {"one": "1.2.3"}) == tmp_path / "node_modules"
    with pytest.raises(RuntimeError, match="npm is missing"):
        npm.install(tmp_path, {"one": "1.2.4"})


def test_the_upkeep_is_what_recording_takes_longer():
    found = {"all": Series([11.0]), "without counts": Series([10.0]), "without upkeep": Series([8.0])}
    counts, everything = writes.results(found)
    assert (counts.measured, counts.verdict) == (1.1, "met")
    assert (everything.measured, everything.verdict) == (1.375, "MISSED")


@pytest.mark.django_db
def test_a_variant_leaves_out_what_it_says_and_puts_it_back():
    make_cast()
    kept = events.Filing, filing.count_parts
    given = event_of([MEXICO, UNITED_STATES], [SHEINBAUM, TRUMP], 1)
    with variant("without upkeep"):
        assert events.Filing is NoFiling
        event = actions.record_event(event=given, by="Ana", at=AT)
    assert not EventPair.objects.filter(event=event).exists()
    with variant("without counts"):
        second = actions.record_event(event=given, by="Ana", at=AT)
    assert EventPair.objects.filter(event=second).exists()
    assert not PairFacet.objects.exists()
    assert (events.Filing, filing.count_parts) == kept
