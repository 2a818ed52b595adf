"""What readers are told of how a date was read: a sentence, and no name of a rule."""

import pytest

from tests.newsroom.story import ADDRESS, STORY, drafts_of, submit

pytestmark = pytest.mark.django_db


def test_readers_are_told_how_a_date_was_read_in_words(ana):
    contents = [one.content for one in drafts_of(submit(ana)) if one.kind == "event"]
    told = {one["source_words"]: one["resolved_from"] for one in contents}
    assert told["on Monday"] == "counted from 12 January 2026, the day of the report"
    undated = STORY.replace(" on Monday about", " about").replace("Jan 12 (Meridian)", "Jan 12, 2026 (Meridian)")
    contents = [one.content for one in drafts_of(submit(ana, undated, address=ADDRESS + "/2")) if one.kind == "event"]
    told = {one["resolved_from"] for one in contents}
    assert "the report of 12 January 2026 names no other day" in told
