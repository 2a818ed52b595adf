"""The one door: what an event must bring with it, and what is written when it passes."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cast import CUBA, DE_LA_FUENTE, MADURO, MEXICO, SHEINBAUM, TRUMP, UNITED_STATES, VENEZUELA, make_cast
from tests.factories import (
    AT,
    BY,
    cite,
    claim_input,
    event_input,
    make_event,
    make_source,
    make_statement,
    part,
    statement_input,
    without,
)
from timeline import actions
from timeline.inputs import AttributionInput, canonical_address
from timeline.models import Citation, Event, EventPair, EventRow, Participation, Revision, Source, Statement
from timeline.values import When

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast():
    make_cast()


def refused(error, match, given):
    """Record the event, expect the refusal, and that nothing at all was stored."""
    with pytest.raises(error, match=match):
        actions.record_event(event=given, by=BY, at=AT)
    assert not any(model.objects.exists() for model in (Event, Source, Statement, Citation, Revision, EventPair))


def test_a_call_is_written_with_all_that_belongs_to_it():
    event = make_event(summary="They spoke for half an hour.", statements=(statement_input(claims=(claim_input(),)),))
    assert (event.version, event.level, event.slug) == (1, "leader", "sheinbaum-and-trump-talk-about-trade")
    assert (event.earliest, event.latest, event.precision) == (date(2026, 1, 12), date(2026, 1, 12), "day")
    titles = [part.tenure.office.title for part in event.participations.select_related("tenure__office")]
    assert titles == ["President", "President"]
    statement = event.statements.get()
    assert statement.tenure.office.slug == "president-of-mexico"
    assert [country.slug for country in statement.about.all()] == [UNITED_STATES]
    assert str(statement.claims.get().when) == "[2025-01-12..2026-01-12]"
    assert Citation.objects.count() == 3 + 2 + 2 + 1
    assert Source.objects.count() == 1
    first = Revision.objects.get(event=event)
    assert (first.version, first.kind, first.editor_name) == (1, "first", BY)
    assert first.content["statements"][0]["words"] == statement.words
    assert [cited["field"] for cited in first.content["citations"]] == ["when", "kind", "modality"]


@pytest.mark.parametrize("fact", ["when", "kind", "modality"])
def test_each_fact_needs_a_passage(fact):
    refused(actions.MissingCitation, "Select the words", without(event_input(), fact))


def test_each_participation_needs_a_passage():
    bare = event_input(participations=(part(MEXICO), part(UNITED_STATES, citations=())))
    refused(actions.MissingCitation, "the part of united-states", bare)


@pytest.mark.parametrize("fact", ["words", "speaker"])
def test_a_statement_needs_passages_for_words_and_speaker(fact):
    statement = statement_input()
    bare = replace(statement, citations=tuple(cited for cited in statement.citations if cited.field != fact))
    refused(actions.MissingCitation, "the statement", event_input(statements=(bare,)))


def test_a_figure_needs_a_passage():
    claim = claim_input(citations=())
    refused(actions.MissingCitation, "the figure", event_input(statements=(statement_input(claims=(claim,)),)))


def test_an_event_needs_a_party():
    refused(actions.MissingParty, "at least one country", event_input(participations=(part(CUBA, role="topic"),)))


def test_an_office_must_cover_the_day():
    early = event_input(edtf="2024-06-01")
    refused(actions.OfficeNotKnown, "Record the tenure first", early)
    said = event_input(
        edtf="2024-06-01",
        participations=(
            part(MEXICO, SHEINBAUM, is_office_unknown=True),
            part(UNITED_STATES, TRUMP, is_office_unknown=True),
        ),
    )
    event = actions.record_event(event=said, by=BY, at=AT)
    assert all(row.is_office_unknown and row.tenure is None for row in event.participations.all())
    assert event.level == "official"


@pytest.mark.parametrize(
    ("day", "office"), [("2022-05-01", "mayor-of-mexico-city"), ("2026-01-12", "president-of-mexico")]
)
def test_the_office_is_the_one_held_on_the_day(day, office):
    event = make_event(edtf=day, participations=(part(MEXICO, SHEINBAUM), part(UNITED_STATES)))
    assert event.participations.get(leader__slug=SHEINBAUM).tenure.office.slug == office


def test_an_office_that_is_said_not_to_be_known_is_still_the_recorded_one_where_there_is_one():
    event = make_event(participations=(part(MEXICO, SHEINBAUM, is_office_unknown=True),))
    row = event.participations.get()
    assert (row.is_office_unknown, row.tenure.office.slug) == (False, "president-of-mexico")


def test_an_office_of_another_country_is_not_shown_unless_it_is_named():
    refused(actions.OfficeNotKnown, "for Cuba", event_input(participations=(part(CUBA, DE_LA_FUENTE),)))


def test_the_level_is_that_of_the_highest_who_took_part():
    ministers = make_event(participations=(part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES)))
    assert ministers.level == "minister"
    mentioned = make_event(participations=(part(MEXICO, DE_LA_FUENTE), part(UNITED_STATES, TRUMP, role="mentioned")))
    assert mentioned.level == "minister"


@pytest.mark.parametrize("field", ["title", "summary"])
def test_marks_stand_only_round_words_of_a_passage(field):
    drifted = event_input(**{field: "A “very useful talk” about trade"})
    refused(actions.QuotationNotVerbatim, "word for word", drifted)
    cited = cite("summary", "called it a “useful talk” afterwards")
    kept = event_input(**{field: "A “useful talk” about trade"})
    event = actions.record_event(event=replace(kept, citations=(*kept.citations, cited)), by=BY, at=AT)
    assert getattr(event, field) == "A “useful talk” about trade"


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"words": "We will keep working together"}, "word for word"),
        ({"speech": "official_text", "words": "We will keep working"}, None),
        ({"words": "We will […] side by side"}, None),
        ({"words": "We will […] never stop"}, "never stop"),
        ({"speech": "mixed", "words": "She said that they would keep “working side by side”."}, None),
        ({"speech": "mixed", "words": "She said that they would “work side by side”."}, "work side by side"),
        ({"speech": "mixed", "words": "She said that they would work."}, "has them in quotation marks"),
        ({"speech": "indirect", "words": "She said that they would work."}, None),
        ({"speech": "indirect", "words": "She said that they “will keep working”."}, "no quotation marks"),
    ],
)
def test_words_cannot_drift(fields, match):
    if match is None:
        assert make_statement(**fields).words == fields["words"]
        return
    with pytest.raises((actions.QuotationNotVerbatim, actions.InvalidField), match=match):
        make_statement(**fields)


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"end": 9}, "do not fit its length"),
        ({"start": -1, "end": 28}, "do not fit its length"),
        ({"exact": " ", "end": 1, "start": 0}, "between one and 1000"),
        ({"version_hash": "b" * 64}, "another version"),
        ({"prefix": "x" * 121}, "at most 120"),
    ],
)
def test_a_passage_agrees_with_itself_and_its_source(change, match):
    given = event_input()
    broken = replace(given.citations[0], **change)
    refused(actions.PassageNotSound, match, replace(given, citations=(broken, *given.citations[1:])))


@pytest.mark.parametrize(
    ("fields", "error", "match"),
    [
        ({"kind": "gossip"}, actions.InvalidField, "no kind"),
        ({"modality": "maybe"}, actions.InvalidField, "no modality"),
        ({"level": "king"}, actions.InvalidField, "no level"),
        ({"title": "  "}, actions.InvalidField, "needs a title"),
        ({"title": "x" * 161}, actions.InvalidField, "shorten it to 160"),
        ({"title": "a\x00b"}, actions.InvalidField, "no text has"),
        ({"summary": "a\ud800b"}, actions.InvalidField, "no text has"),
        ({"time_zone": "Mexico"}, actions.InvalidField, "America/Mexico_City"),
        ({"participations": (part("atlantis"),)}, actions.UnknownCountry, "atlantis"),
        ({"participations": (part(MEXICO, "nobody"),)}, actions.UnknownLeader, "nobody"),
        ({"participations": (part(MEXICO), part(MEXICO))}, actions.InvalidField, "named twice"),
        ({"participations": (part(MEXICO, role="guest"),)}, actions.InvalidField, "no role"),
        ({"participations": (part(MEXICO, office="president-of-mexico"),)}, actions.InvalidField, "Name the person"),
        ({"citations": (cite("when"), cite("kind"), cite("words"))}, actions.InvalidField, "belongs"),
    ],
)
def test_fields_hold_what_they_can(fields, error, match):
    if "time_zone" in fields:
        fields = {"time_zone": "Nowhere/Mexico"}
    refused(error, match, event_input(**fields))


def test_a_refusal_in_the_middle_leaves_nothing():
    statement = statement_input(leader="nobody")
    refused(actions.UnknownLeader, "nobody", event_input(statements=(statement,)))


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"title": ""}, "needs a title"),
        ({"text_hash": "abc"}, "SHA-256"),
        ({"kind": "rumour"}, "kind of source"),
        ({"address": "javascript:alert(1)"}, "http"),
        ({"archive_address": "ftp://example.org/"}, "http"),
        ({"address": "https://ana@example.org/"}, "http"),
    ],
)
def test_a_source_is_named_and_hashed(fields, match):
    with pytest.raises(actions.InvalidField, match=match):
        make_source(**fields)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTPS://Example.ORG:443/a?utm_source=x&b=2&fbclid=1#top", "https://example.org/a?b=2"),
        ("http://example.org", "http://example.org/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("", ""),
    ],
)
def test_addresses_have_one_form(address, canonical):
    assert canonical_address(address) == canonical


def test_a_source_is_recorded_once_by_address_and_text():
    first = make_source()
    assert make_source(address="https://EXAMPLE.org/2026/01/12/talk?utm_medium=mail#x", title="Other") == first
    assert make_source(text="another version of the text") != first
    assert Source.objects.count() == 2


def test_a_statement_can_stand_alone_and_keep_its_chain():
    statement = make_statement(
        leader=None,
        speaker_name="State Department",
        attributions=(
            AttributionInput(name="Example Wire"),
            AttributionInput(name="Claudia Sheinbaum", leader=SHEINBAUM),
        ),
    )
    assert statement.event is None
    assert [link.name for link in statement.attributions.all()] == ["Example Wire", "Claudia Sheinbaum"]
    assert statement.attributions.last().leader.slug == SHEINBAUM


def test_an_event_with_uncertain_date_keeps_the_words_and_the_rule():
    event = make_event(edtf="[2026-01-01..2026-01-10]", source_words="early January", resolved_from="third of a month")
    assert event.when == When.parse("[2026-01-01..2026-01-10]")
    assert (event.precision, event.source_words, event.resolved_from) == ("third", "early January", "third of a month")


def test_recording_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    make_event()
    with django_assert_max_num_queries(44):
        make_event(title="Again", statements=(statement_input(claims=(claim_input(),)),))


def test_the_row_is_kept_escaped():
    event = make_event(title="<b>Bold</b> & plain")
    row = EventRow.objects.get(event=event, language="en")
    assert row.version == 1
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; plain" in row.html
    assert "<b>" not in row.html


def test_the_capture_of_a_third_leader_is_only_a_mention_for_the_neighbour():
    event = make_event(
        kind="capture_of_leader",
        participations=(
            part(UNITED_STATES),
            part(VENEZUELA, MADURO, side="recipient"),
            part(MEXICO, role="mentioned"),
        ),
    )
    filed = {
        (row.pair.first.slug, row.pair.second.slug): (row.side, row.is_party)
        for row in EventPair.objects.filter(event=event).select_related("pair__first", "pair__second")
    }
    assert filed == {
        (UNITED_STATES, VENEZUELA): ("first", True),
        (MEXICO, UNITED_STATES): ("second", False),
        (MEXICO, VENEZUELA): ("joint", False),
    }
    assert Participation.objects.get(leader__slug=MADURO).tenure.office.slug == "president-of-venezuela"
