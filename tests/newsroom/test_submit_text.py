"""Bringing texts in: what is stored, what is refused, and that twice is once."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction

from newsroom import actions
from newsroom.models import Article, Draft, LogEntry, Reading, TextVersion
from newsroom.queries import desk_of
from newsroom.values import Given
from tests.newsroom.story import ADDRESS, DRY_SEASON, NOON, QUOTE, STORY, drafts_of, submit

GLUED = (
    STORY + "\n\n" + STORY.replace("MEXICO CITY", "HAVANA").replace("Ines Faro", "Ana Cole").replace("rivers", "roads")
)


def nothing_is_stored():
    return not any(model.objects.exists() for model in (Article, TextVersion, Reading, Draft))


def test_a_story_is_stored_with_its_text_hash_and_reading(ana):
    article = submit(ana)
    text = article.texts.get()
    assert (article.origin, article.outlet, article.published) == ("Meridian", "The Daily Example", "2026-01-12")
    assert article.headline == "Mexico and United States leaders talk about river water"
    assert text.sha256 == hashlib.sha256(text.text.encode()).hexdigest()
    assert bytes(text.original).decode() == STORY
    reading = text.readings.get()
    assert [text.text[part["start"] : part["end"]][:12] for part in reading.paragraphs] == [
        "MEXICO CITY,", '"We will kee', "On Sunday, U", "Sheinbaum sa", "The dry seas",
    ]  # fmt: skip
    dropped = {text.text[part["start"] : part["end"]]: part["reason"] for part in reading.dropped}
    assert dropped["Chile to hold runoff after close vote"] == "related headline"
    assert LogEntry.objects.filter(verb="submit_text", by=ana, object_id=article.pk).count() == 1


def test_each_passage_is_verbatim_and_none_is_from_what_was_left_out(ana):
    desk = desk_of(submit(ana))
    assert desk.drafts
    kept = [range(part["start"], part["end"]) for part in desk.reading.paragraphs]
    for row in desk.drafts:
        for passage in row.draft.passages.all():
            assert desk.text.text[passage.start : passage.end] == passage.exact
            assert any(passage.start in paragraph for paragraph in kept)


def test_the_quotation_is_proposed_in_its_own_words(ana):
    contents = [one.content for one in drafts_of(submit(ana)) if one.kind == "statement"]
    assert any(one["words"] == QUOTE and one["speaker"] == "claudia-sheinbaum" for one in contents)


def test_the_same_text_at_the_same_address_changes_nothing(ana, ben):
    first = submit(ana)
    again = actions.submit_text(source=STORY, given=Given(address=ADDRESS + "?utm_source=mail#top"), by=ben, at=NOON)
    assert (again.article, again.is_new_article, again.is_new_text) == (first, False, False)
    assert (Article.objects.count(), TextVersion.objects.count(), Reading.objects.count()) == (1, 1, 1)


def test_the_same_text_without_an_address_is_the_same_article(ana):
    first = submit(ana, address="")
    assert submit(ana, address="") == first
    assert submit(ana) == first
    assert Article.objects.get().address == ADDRESS


def test_another_text_at_the_address_is_its_next_version(ana):
    article = submit(ana)
    actions.reject_draft(draft=drafts_of(article)[0], expected_version=1, by=ana, at=NOON)
    rejected = Draft.objects.get(state="rejected")
    updated = submit(ana, STORY.replace(DRY_SEASON, "The wet season ends in March in the north of the country."))
    assert updated == article
    assert list(article.texts.values_list("number", flat=True)) == [1, 2]
    again = [one for one in drafts_of(article) if one.fingerprint == rejected.fingerprint]
    assert [one.state for one in again] == ["rejected"]
    fingerprints = [one.fingerprint for one in drafts_of(article)]
    assert len(fingerprints) == len(set(fingerprints))


def test_what_was_rejected_or_accepted_does_not_return_when_the_engine_reads_again(ana):
    article = submit(ana)
    first, second = drafts_of(article)[:2]
    actions.reject_draft(draft=first, expected_version=1, by=ana, at=NOON)
    actions.accept_draft(draft=second, expected_version=1, by=ana, at=NOON)
    before = sorted(one.fingerprint for one in drafts_of(article))
    actions.read_again(article=article, by=ana, at=NOON)
    after = drafts_of(article)
    assert sorted(one.fingerprint for one in after) == before
    assert {one.state for one in after if one.fingerprint in (first.fingerprint, second.fingerprint)} == {
        "rejected",
        "accepted",
    }


BAD = [
    ("", "no_text", "text"),
    (" \n\t\n ", "no_text", "text"),
    (
        "Sign up for our morning briefing and never miss a story!\n\nNext In World\n\nChile to hold runoff",
        "no_article",
        "text",
    ),
    (GLUED, "several_articles", "is_one_article"),
    ("word " * 500_000, "too_long", "text"),
    (b"word " * 1_600_001, "too_long", "text"),
    (b"word " * 500_000, "too_long", "text"),
    ("\ud800 " + STORY, "not_text", "text"),
    (STORY + " \ufffd", "not_text", "text"),
    (b"%PDF-1.7 " + STORY.encode(), "not_an_article", "text"),
    ("<div>" * 100_000, "nesting", "text"),
]


@pytest.mark.parametrize(("source", "code", "field"), BAD, ids=[f"{code}-{n}" for n, (_, code, _f) in enumerate(BAD)])
def test_bad_texts_are_refused_with_a_reason_and_nothing_is_stored(ana, source, code, field):
    with pytest.raises(actions.Refused) as refusal:
        actions.submit_text(source=source, by=ana, at=NOON)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert nothing_is_stored()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org/a", "https://user:word@example.org/", "nonsense"]
)
def test_an_address_that_is_none_is_refused(ana, address):
    with pytest.raises(actions.Refused) as refusal:
        submit(ana, address=address)
    assert refusal.value.field == "address"
    assert nothing_is_stored()


def test_two_articles_are_read_as_one_when_a_person_says_so(ana):
    submitted = actions.submit_text(source=GLUED, by=ana, at=NOON, is_one_article=True)
    assert submitted.is_new_article


def test_nul_is_removed_with_a_note(ana):
    article = submit(ana, STORY.replace("Sheinbaum spoke", "Shein\x00baum spoke"))
    desk = desk_of(article)
    assert "\x00" not in desk.text.text
    assert "nul" in {problem["code"] for problem in desk.reading.problems}


@pytest.mark.parametrize(
    ("encoding", "used"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")]
)
def test_bytes_are_decoded_and_kept_as_they_came(ana, encoding, used):
    words = STORY.replace("Juan Ramon", "Juan Ramón")
    source = words.encode(encoding)
    text = submit(ana, source).texts.get()
    assert text.used_encoding == used
    assert bytes(text.original) == source
    assert "Juan Ramón de la Fuente" in text.text


def test_a_text_without_a_date_is_stored_and_asked_about(ana):
    undated = STORY.replace("• Monday, 12 Jan 2026\n", "").replace(", Jan 12 (Meridian)", " (Meridian)")
    article = submit(ana, undated)
    assert article.published == ""
    whens = [one.content["edtf"] for one in drafts_of(article)]
    assert not any(when.startswith("2026") for when in whens)
    given = {
        "headline": article.headline,
        "outlet": article.outlet,
        "origin": article.origin,
        "published": "2026-01-12",
    }
    actions.describe_article(article=article, details=given, expected_version=article.version, by=ana, at=NOON)
    assert "2026-01-12" in {one.content["edtf"] for one in drafts_of(article)}


@pytest.mark.parametrize("change", ["text = 'other'", "sha256 = repeat('0', 64)", "number = 7"])
def test_the_database_refuses_to_change_a_stored_text(ana, change):
    submit(ana)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE newsroom_textversion SET {change}")  # noqa: S608 - the parameters above


@pytest.mark.parametrize("table", ["newsroom_textversion", "newsroom_logentry"])
def test_the_database_refuses_to_delete_texts_and_log_rows(ana, table):
    submit(ana)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - the parameters above


def test_the_log_cannot_be_rewritten(ana):
    submit(ana)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        LogEntry.objects.update(verb="other")


DENIED = """\
LIMA, Jan 12 (Meridian) - Peruvian Foreign Minister Rosa Quispe did not speak with Chilean Foreign Minister Ana Torres on Monday about the border, the ministry said.

Torres will visit Lima on Friday to meet Quispe, the ministry said.
"""  # noqa: E501 - a paragraph is one line


def test_a_title_alone_never_tells_as_a_fact_what_did_not_happen(ana):
    article = submit(ana, DENIED)
    events = [draft.content for draft in drafts_of(article) if draft.kind == Draft.Kind.EVENT]
    denied = [one["title"] for one in events if one["modality"] == "negated"]
    planned = [one["title"] for one in events if one["modality"] == "planned"]
    assert denied and all(", said not to have taken place" in title for title in denied), events
    assert planned and all(", planned" in title for title in planned), events
