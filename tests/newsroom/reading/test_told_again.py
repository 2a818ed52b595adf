"""What a story tells more than once is one event; what only looks alike is another: sentences of our own."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Given


def test_what_the_lead_tells_and_the_body_tells_again_is_one_event() -> None:
    text = (
        "Kenya and Uganda have signed nine accords.\n\nAmong the accords that Kenya and Uganda signed is one on fish."
    )
    found = read(text, Given(published="2026-01-12")).events
    assert [one.kind for one in found] == ["treaty_signed"]


def test_a_meeting_of_last_month_is_no_repeat_of_the_one_that_is_news() -> None:
    text = "Kenya's foreign minister met his Ugandan counterpart in Cairo.\n\nKenya and Uganda met last month too."
    found = read(text, Given(published="2026-01-12")).events
    assert [one.when and one.when.edtf for one in found] == ["2026-01-12", "2025-12"]


def test_what_is_told_of_a_meeting_told_before_is_no_second_one() -> None:
    lead = "Kenya's president arrived in Kampala on Sunday for his first state visit to Uganda."
    for text in (
        "During his visit, accords between Kenya and Uganda are expected to be signed.",
        "The visit comes in the wake of a row.",
    ):
        found = read(f"{lead}\n\n{text}", Given(published="2026-01-12")).events
        assert [one.kind for one in found if one.kind != "treaty_signed"] == ["state_visit"], found


def test_the_invitation_to_a_visit_is_told_in_its_own_words_and_came_before_it() -> None:
    text = "William Ruto of Kenya arrived on a state visit to Uganda at the invitation of Uganda's Yoweri Museveni."
    visit, invitation = read(text, Given(published="2026-01-12")).events
    assert (visit.kind, invitation.kind) == ("state_visit", "offer")
    assert invitation.evidence[0].exact == "at the invitation of Uganda's Yoweri Museveni"
    assert invitation.when is not None and invitation.when.edtf == "[..2026-01-12]"


def test_a_plan_and_the_talks_that_come_after_a_row_are_one_event() -> None:
    text = "Kenya's and Uganda's presidents will hold talks on Wednesday. The talks come in the wake of a row."
    found = read(text, Given(published="2026-01-12")).events
    assert [(one.modality, one.when and one.when.edtf) for one in found] == [("planned", "2026-01-14")]


def test_accords_that_the_lead_counts_are_not_told_twice() -> None:
    text = "Kenya and Uganda signed three accords on Sunday.\n\nThe two countries signed a memorandum and a protocol."
    assert len(read(text, Given(published="2026-01-12")).events) == 1


def test_what_a_planned_visit_would_come_to_is_the_plan() -> None:
    plan = "President William Ruto of Kenya will visit Uganda in May."
    for text, count in (
        ("The visit to Kampala by Ruto would cap a year of talks.", 1),
        ("The talks between Kenya and Rwanda would be the first since 2019.", 2),
    ):
        assert len(read(f"{plan} {text}", Given(published="2026-01-12")).events) == count


@pytest.mark.parametrize("row", Path(__file__).with_name("told_again.txt").read_text(encoding="utf-8").splitlines())
def test_each_act_is_proposed_once(row: str) -> None:
    wanted, text = row.split(" || ")
    count, kind = wanted.split()
    found = read(text.replace("\\n", "\n"), Given(published="2026-01-14")).events
    told = [one for one in found if one.plover.startswith(kind) and one.modality in ("happened", "planned")]
    assert len(told) == int(count), [(one.plover, one.when and one.when.edtf) for one in found]


def test_people_who_took_no_part_in_the_talk_told_before_meet_at_another() -> None:
    lead = "Kenya's ministers met their Ugandan counterparts in Nairobi."
    other = "Kenyan trade minister Lee Otieno met Ugandan trade minister Ann Okello on the sidelines."
    for text, leaders in ((other, [(), ("Lee Otieno", "Ann Okello")]), ("They met at a hotel.", [()])):
        found = read(f"{lead}\n\n{text}", Given(published="2026-01-12")).events
        assert [one.leaders for one in found] == leaders
