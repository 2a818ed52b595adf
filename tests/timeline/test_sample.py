"""The sample record is a real record: each fact has a short passage, and each passage stands in its article."""

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from timeline.actions import correct_event
from timeline.actions.checks import check_event, citations_of, citations_of_statement
from timeline.management.commands import load_sample
from timeline.management.commands.load_sample import FOLDER, read_sample, read_table
from timeline.models import (
    Citation,
    Coverage,
    Event,
    EventLink,
    EventPair,
    Pair,
    Participation,
    Revision,
    Source,
    Statement,
)
from timeline.values import quoted_runs

SAMPLE = read_sample()
EVENTS = {sample.key: sample.event for sample in SAMPLE}
STATEMENTS = [statement for event in EVENTS.values() for statement in event.statements]
CITATIONS = [citation for event in EVENTS.values() for citation in citations_of(event)]
SOURCES = sorted((FOLDER / "sources").glob("*.toml"))
MOST_WORDS = 25
MOST_CHARACTERS = 300
# As many words of ours in a row as may stand in an article by chance: names, offices and dates make long runs.
CHANCE_WORDS = 7
ARTICLES = Path(__file__).resolve().parents[2].parent / "shared" / "reading" / "articles"
with_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles of ../shared are not here")


def passages(path):
    """Return the passages of a source file by name."""
    return read_table(path)["passages"]


def quoted_places(path):
    """Return each quoted character of a source by its place, with the words before and after a passage."""
    places = {}
    for name, passage in passages(path).items():
        text = passage.get("prefix", "") + passage["exact"] + passage.get("suffix", "")
        for place, letter in enumerate(text, passage["start"] - len(passage.get("prefix", ""))):
            assert places.setdefault(place, letter) == letter, f"{path.name}: {name} contradicts another passage"
    return places


def runs(places, is_gap):
    """Join quoted characters to running text wherever nothing but a gap lies between them."""
    found, last = [], None
    for place in sorted(places):
        if last is None or (place - last > 1 and not is_gap(last + 1, place)):
            found.append("")
        elif place - last > 1:
            found[-1] += " "
        found[-1] += places[place]
        last = place
    return found


def body(path):
    """Return the text version that hashes and offsets refer to: what follows the header, NFC, line ends as \\n."""
    text = path.read_bytes().decode("utf-8")
    text = text if path.stem == "seed" else text.partition("\n---\n")[2]
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def bodies():
    """Return the texts of all articles by their SHA-256."""
    texts = [body(path) for path in ARTICLES.glob("*.txt")]
    return {hashlib.sha256(text.encode("utf-8")).hexdigest(): text for text in texts}


def acting_pairs():
    """Return the pairs of parties of which one acts."""
    found = set()
    for event in EVENTS.values():
        parties = {part.country: part.side for part in event.participations if part.role == "party"}
        for pair in combinations(sorted(parties), 2):
            if "actor" in {parties[pair[0]], parties[pair[1]]}:
                found.add(pair)
    return found


def test_it_is_large_enough_to_be_looked_at():
    assert len(EVENTS) >= 40
    assert len(STATEMENTS) >= 60
    assert len(acting_pairs()) >= 15
    assert len(SOURCES) == 30


def test_every_modality_and_every_way_of_speaking_occurs():
    assert {event.modality for event in EVENTS.values()} == {
        "happened",
        "planned",
        "negated",
        "alleged",
        "hypothetical",
    }
    assert {statement.speech for statement in STATEMENTS} == {"direct", "mixed", "indirect", "official_text"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_passages_are_short(path):
    for name, passage in passages(path).items():
        words = f"{passage.get('prefix', '')} {passage['exact']} {passage.get('suffix', '')}".split()
        assert len(words) <= MOST_WORDS, name
        assert len(passage["exact"]) <= MOST_CHARACTERS, name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_passages_of_one_source_do_not_join_to_a_long_one(path):
    # No word of the article fits into three characters between two passages, but for a letter between two spaces.
    for run in runs(quoted_places(path), lambda start, end: end - start <= 3):
        assert len(run.split()) <= MOST_WORDS, run


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_passage_supports_something(path):
    used = {citation.exact for citation in CITATIONS if citation.source.text_hash == read_table(path)["text_hash"]}
    assert {passage["exact"] for passage in passages(path).values()} == used


@pytest.mark.parametrize("key", EVENTS)
def test_every_fact_has_its_passage(key):
    event = EVENTS[key]
    check_event(event)
    assert {"when", "kind", "modality"} <= {citation.field for citation in event.citations}
    assert not event.place or any(citation.field == "place" for citation in event.citations)
    assert all(part.citations for part in event.participations)
    assert event.resolved_from, "how the date was read"
    for statement in event.statements:
        assert {citation.field for citation in statement.citations} == {"words", "speaker", "when"}
        assert all(claim.citations for claim in statement.claims)
        assert statement.attributions
        assert statement.resolved_from, "how the date was read"


def test_the_words_for_a_date_are_in_its_passage():
    dated = [(thing, "when") for thing in (*EVENTS.values(), *STATEMENTS)]
    dated += [(claim, "claim") for statement in STATEMENTS for claim in statement.claims]
    for thing, field in dated:
        exact = [citation.exact for citation in thing.citations if citation.field == field]
        assert any(thing.source_words in words for words in exact), thing.source_words


def test_quotation_marks_stand_only_round_words_of_a_passage():
    for event in EVENTS.values():
        for text in (event.title, event.summary):
            assert all(any(run in c.exact for c in citations_of(event)) for run in quoted_runs(text)), text
    for statement in STATEMENTS:
        exact = [citation.exact for citation in citations_of_statement(statement)]
        is_quoted = statement.speech in {"direct", "official_text"}
        for run in [statement.words] if is_quoted else quoted_runs(statement.words):
            assert any(run in words for words in exact), statement.words
            assert len(run.split()) <= MOST_WORDS


@with_articles
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_passages_stand_in_their_article(path):
    source, texts = read_table(path), bodies()
    assert source["text_hash"] in texts, "no article has this hash"
    text = texts[source["text_hash"]]
    for name, passage in source["passages"].items():
        assert text[passage["start"] : passage["end"]] == passage["exact"], name
        context = passage.get("prefix", "") + passage["exact"] + passage.get("suffix", "")
        assert text.count(context) == 1, f"{name} is not the only place"
        assert text.startswith(context, passage["start"] - len(passage.get("prefix", ""))), name


@with_articles
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_little_of_an_article_is_quoted(path):
    text, places = bodies()[read_table(path)["text_hash"]], quoted_places(path)
    for run in runs(places, lambda start, end: not re.search(r"\w", text[start:end])):
        assert len(run.split()) <= MOST_WORDS, run
    assert len(places) <= max(250, len(text) / 4)


@with_articles
def test_the_words_are_ours():
    texts = [" ".join(re.findall(r"\w+", text.casefold())) for text in bodies().values()]
    for event in EVENTS.values():
        reported = [statement.words for statement in event.statements if statement.speech in {"mixed", "indirect"}]
        for ours in (event.title, event.summary, *reported):
            words = re.findall(r"\w+", re.sub("“[^”]*”", " | ", ours).casefold())
            for start in range(len(words) - CHANCE_WORDS):
                run = " ".join(words[start : start + CHANCE_WORDS + 1])
                assert not any(f" {run} " in f" {text} " for text in texts), run


def test_a_fault_in_a_file_is_told_with_file_and_event(tmp_path):
    for part in ("sources", "stories"):
        (tmp_path / part).mkdir()
        for path in (FOLDER / part).glob("*.toml"):
            (tmp_path / part / path.name).write_bytes(path.read_bytes())
    story = tmp_path / "stories" / "colombia-venezuela-2010.toml"
    whole = story.read_text(encoding="utf-8")
    for good, bad, told in (
        ('when = "2010-07-22"', 'when = "2010-07-32"', "venezuela-breaks-ties"),
        ('"guardian.alert"', '"guardian.nothing"', "venezuela-border-alert"),
        ('guardian = "2010-07-23-guardian"', 'guardian = "nowhere"', "there is no source nowhere"),
        ("[sources]", "[sources", "colombia-venezuela-2010.toml"),
        ("colombia-accuses-venezuela-2010-07\" }", "nothing\" }", "nothing"),
    ):  # fmt: skip
        assert good in whole
        story.write_text(whole.replace(good, bad), encoding="utf-8")
        with pytest.raises(ValueError, match=told):
            read_sample(tmp_path)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load gazetteer and sample once for all tests of this module, and take them back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_gazetteer", verbosity=0)
        call_command("load_sample", verbosity=0)
        yield
        transaction.set_rollback(True)


def content():
    """Return all rows of the record as values."""
    models = (Event, Participation, Statement, Source, Citation, EventLink, Revision, Coverage, Pair, EventPair)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def pair_list(first, second, **wanted):
    """Return the titles under a pair, in order."""
    rows = EventPair.objects.filter(pair__first__slug=first, pair__second__slug=second, **wanted)
    return [
        row.event.title for row in rows.select_related("event").order_by("sort_date", "span_days", "day_order", "event")
    ]


def test_all_of_it_is_loaded(loaded, db):
    assert Event.objects.count() == len(EVENTS)
    assert Statement.objects.count() == len(STATEMENTS)
    assert Source.objects.count() == len(SOURCES)
    assert Citation.objects.count() == len(CITATIONS)
    assert Pair.objects.filter(rows__is_party=True).distinct().count() == len(acting_pairs())
    assert Counter(EventLink.objects.values_list("kind", flat=True)).total() == sum(len(s.links) for s in SAMPLE)


def test_every_office_on_the_day_is_known(loaded, db):
    assert not Participation.objects.filter(is_office_unknown=True).exists()
    assert not Statement.objects.filter(is_office_unknown=True).exists()


def test_a_second_run_changes_nothing(loaded, db, capsys):
    before = content()
    call_command("load_sample")
    assert content() == before
    assert "Nothing changed." in capsys.readouterr().out


def test_what_an_editor_corrected_stays_corrected(loaded, db):
    title = "Venezuela breaks off relations with Colombia"
    row = Event.objects.get(title=title)
    given = next(event for event in EVENTS.values() if event.title == title)
    corrected = replace(given, title="Venezuela breaks with Colombia", statements=())
    correct_event(
        event_id=row.pk, event=corrected, expected_version=1, kind="typo", by="Ana", at=timezone.now()
    )  # fmt: skip
    call_command("load_sample", verbosity=0)
    assert Event.objects.count() == len(EVENTS)
    assert Event.objects.get(pk=row.pk).title == "Venezuela breaks with Colombia"


def test_what_is_covered_is_said_and_not_written_over(loaded, db):
    coverage = Coverage.objects.get()
    assert coverage.is_sample
    assert "This is a sample" in coverage.known_gaps
    assert coverage.covers_from <= min(event.when.sort_date for event in EVENTS.values() if event.when.earliest)
    coverage.known_gaps = "Ours."
    coverage.save()
    call_command("load_sample", verbosity=0)
    assert Coverage.objects.get().known_gaps == "Ours."


def test_a_refused_event_leaves_nothing_behind(loaded, db, monkeypatch):
    good = replace(SAMPLE[0], event=replace(SAMPLE[0].event, title="A good event before a bad one"), links=())
    bad = replace(SAMPLE[-1], event=replace(SAMPLE[-1].event, title="A bad event", kind="nothing known"), links=())
    monkeypatch.setattr(load_sample, "read_sample", lambda: [good, bad])
    with pytest.raises(CommandError, match=bad.key):
        call_command("load_sample", verbosity=0)
    assert Event.objects.count() == len(EVENTS)


def test_one_event_of_many_reports_stands_once(loaded, db):
    calls = Event.objects.filter(kind="phone_call", modality="happened", earliest="2026-01-12", latest="2026-01-12")
    call = calls.get()
    sources = set(call.citations.values_list("source", flat=True))
    sources |= set(Citation.objects.filter(participation__event=call).values_list("source", flat=True))
    sources |= set(Citation.objects.filter(statement__event=call).values_list("source", flat=True))
    assert len(sources) == 6


def test_mention_is_not_fact(loaded, db):
    default = pair_list("mexico", "united-states", is_party=True, modality="happened")
    capture = "US forces capture Venezuela’s president, Nicolás Maduro"
    assert "Sheinbaum rules out US military intervention" in default
    assert capture not in default
    assert capture in pair_list("united-states", "venezuela", is_party=True)
    assert capture in pair_list("mexico", "united-states", is_party=False)
    assert not any("strike" in event.kind or event.kind == "attack" for event in EVENTS.values())
    assert pair_list("mexico", "united-states", kind="mediation") == []
    assert pair_list("cuba", "united-states", kind="offer", is_party=True) == []
    assert pair_list("russia", "turkey", kind="phone_call", modality="happened", sort_date__year=2023) == []
    assert pair_list("russia", "turkey", kind="phone_call", modality="negated")
    assert pair_list("mexico", "united-states", kind="offer", modality="alleged")
    # Who only tells of talks took no part in them.
    assert [part.leader for part in EVENTS["washington-putin-talks-2025-03"].participations] == [None, "vladimir-putin"]
