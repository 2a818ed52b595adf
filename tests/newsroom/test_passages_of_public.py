"""Which words of a stored text support what is public: changed as a version, refused where words drift, taken back."""

import pytest
from django.urls import reverse

from newsroom.models import LogEntry, TextVersion
from tests.factories import cite, make_event, make_statement, statement_input
from tests.newsroom.story import QUOTE, publish_all, submit
from timeline.models import Event, Revision, Statement

pytestmark = pytest.mark.usefixtures("newsroom")
CALL = "spoke by telephone with U.S. President Donald Trump"


def at(public, undo=""):
    name = "event" if isinstance(public, Event) else "statement"
    return reverse(f"newsroom:{name}_passages{undo}", args=[public.pk])


def sent(public, **fields):
    return {"version": public.version, "change": "correction", "reason": "Other words show it.", **fields}


def now(public):
    return type(public).objects.get(pk=public.pk)


@pytest.fixture
def call(ana, ben):
    """Publish the story, and return its call."""
    publish_all(submit(ana), ben)
    return Event.objects.get(kind="phone_call")


@pytest.fixture
def said(call):
    """Return the quotation of the story."""
    return Statement.objects.get(words=QUOTE)


def words_for(public, field):
    return sorted(public.citations.filter(field=field).values_list("exact", flat=True))


def test_other_words_support_a_fact_and_the_change_is_a_version_with_its_reason(desk, call):
    old = call.citations.get(field="kind")
    fields = {"gone": [old.pk], "words": CALL, "fact": "kind", "source": old.source_id}
    assert old.exact in desk.get(at(call)).text
    assert desk.post(at(call), sent(call, **fields))["Location"] == at(call)
    [new] = call.citations.filter(field="kind")
    text = TextVersion.objects.get(sha256=new.version_hash).text
    assert (new.exact, text[new.start : new.end], text[: new.start].endswith(new.prefix)) == (CALL, CALL, True)
    assert CALL in desk.get(f"/events/{call.pk}/", follow=True).text
    assert (now(call).version, now(call).title) == (call.version + 1, call.title)
    assert Revision.objects.get(event=call, version=now(call).version).reason == "Other words show it."
    assert CALL in desk.get(f"/events/{call.pk}/history/").text
    assert LogEntry.objects.get(verb="change_passages").object_id == call.pk


def test_who_took_part_and_what_was_said_get_other_words_too(desk, call, said):
    source = call.citations.first().source_id
    desk.post(at(call), sent(call, words="sharing the water", fact="part 1", source=source))
    second = call.participations.order_by("position", "pk")[1]
    assert "sharing the water" in words_for(second, "participation")
    told = "Sheinbaum told reporters"
    desk.post(at(said), sent(said, words=told, fact="speaker", source=source))
    assert told in words_for(said, "speaker")
    assert told in desk.get(f"/statements/{said.pk}/").text


def test_a_change_is_taken_back_once(desk, call):
    before = list(call.citations.order_by("start", "field").values_list("field", "exact", "start", "end", "prefix"))
    source = call.citations.first().source_id
    assert "Take that change back" not in desk.get(at(call)).text
    desk.post(at(call), sent(call, words=CALL, fact="kind", source=source))
    assert "Take that change back" in desk.get(at(call)).text
    assert desk.post(at(call, "_undo"), {"version": call.version}).status_code == 409
    assert desk.post(at(call, "_undo"), {"version": call.version + 1})["Location"] == at(call)
    after = list(call.citations.order_by("start", "field").values_list("field", "exact", "start", "end", "prefix"))
    assert (after, now(call).version) == (before, call.version + 2)
    assert f"again those of version {call.version}" in desk.get(f"/events/{call.pk}/history/").text


def test_only_a_change_of_passages_is_taken_back(desk):
    event = make_event()
    answer = desk.post(at(event, "_undo"), {"version": 1})
    assert (answer.status_code, "changed something else" in answer.text) == (422, True)
    for version in ("", "x", "9" * 12):
        assert desk.post(at(event, "_undo"), {"version": version}).status_code == 409


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"words": "spoke by telephone with President Trump", "fact": "kind"}, "do not stand so"),
        ({"words": "the", "fact": "kind"}, "more than once"),
        ({"words": CALL}, "Say what they support."),
        ({"words": CALL, "fact": "speaker"}, "Select a valid choice"),
        ({"words": CALL, "fact": "part 7"}, "Select a valid choice"),
        ({"words": CALL, "fact": "kind", "source": "x"}, "Select a valid choice"),
        ({"words": CALL, "fact": "kind", "source": ""}, "Say in which text they stand."),
        ({"words": CALL, "fact": "kind", "reason": ""}, "Say why"),
        ({"words": CALL, "fact": "kind", "change": ""}, "This field is required"),
        ({"words": "\x00", "fact": "kind"}, "Null characters"),
        ({}, "Give the words of a new passage"),
        ({"gone": ["7777777"]}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_changed_says_why_and_changes_nothing(desk, call, fields, told):
    source = call.citations.first().source_id
    answer = desk.post(at(call), sent(call, **{"source": source, **fields}))
    assert answer.status_code == 422
    assert told in answer.text
    assert now(call).version == call.version


def test_no_fact_and_no_quotation_is_left_without_its_words(desk, call, said):
    for public, field in ((call, "kind"), (said, "words")):
        gone = list(public.citations.filter(field=field).values_list("pk", flat=True))
        answer = desk.post(at(public), sent(public, gone=gone))
        assert answer.status_code == 422
        assert "Select the words that support" in answer.text
        assert f'value="{gone[0]}" checked' in answer.text
    gone = said.citations.get(field="words")
    fields = {"gone": [gone.pk], "words": "word on the rivers", "fact": "words", "source": gone.source_id}
    answer = desk.post(at(said), sent(said, **fields))
    assert (answer.status_code, "is in no passage word for word" in answer.text) == (422, True)
    assert words_for(said, "words") == [f"{QUOTE},"]


def test_what_a_title_quotes_stays_in_a_passage(desk):
    quoted = "keep working side by side"
    given = statement_input(
        speech="indirect", words="She says that they go on.",
        citations=(cite("words", quoted), cite("words", "Sheinbaum called it"), cite("speaker", "she told reporters")),
    )  # fmt: skip
    for title, status in ((f"They “{quoted}”", 422), ("They go on", 302)):
        said = make_event(title=title, statements=(given,)).statements.get()
        answer = desk.post(at(said), sent(said, gone=[said.citations.get(exact=quoted).pk]))
        assert answer.status_code == status, title
        assert ("In the title of its event" in answer.text) == (status == 422)


def test_who_comes_second_is_told_and_changes_nothing(desk, call):
    source = call.citations.first().source_id
    fields = {"words": CALL, "fact": "kind", "source": source}
    answer = desk.post(at(call), {**sent(call, **fields), "version": call.version + 1})
    assert (answer.status_code, "Somebody changed this meanwhile" in answer.text) == (409, True)
    assert CALL in answer.text
    assert CALL not in words_for(call, "kind")


def test_words_of_a_text_that_is_not_stored_are_not_offered(desk):
    for public in (make_event(), make_statement()):
        page = desk.get(at(public)).text
        assert "No text of its sources is stored here" in page
        assert '<select name="source"' not in page
