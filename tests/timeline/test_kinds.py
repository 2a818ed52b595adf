"""The kinds of event: few groups, plain words, codes that exist."""

import json
from pathlib import Path

import pytest

from timeline.kinds import GROUPS, KINDS, kinds_by_group

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
# Kinds of the vocabulary whose words are in the addresses of filters: they may be added to, never renamed.
VOCABULARY = """
phone_call video_call visit state_visit meeting meeting_third_place summit_multilateral negotiation mediation
announced_meeting agreement_in_principle treaty_signed ratified recognition ties_established ties_restored
praise_support apology ceasefire_declared ceasefire_in_force prisoner_release sanctions_eased troops_withdrawn aid
economic_cooperation military_cooperation extradition request protest_note ambassador_summoned accusation court_case
refusal meeting_cancelled threat ultimatum ambassador_recalled diplomats_expelled ties_downgraded ties_broken
sanctions_imposed tariffs_imposed border_closed force_posture cyber armed_clash strike invasion capture_of_leader
""".split()


def test_every_kind_of_the_vocabulary_is_there():
    assert set(VOCABULARY) <= set(KINDS)


def test_there_are_at_most_ten_groups_and_none_is_empty():
    groups = kinds_by_group()
    assert len(groups) == len(GROUPS) <= 10
    assert all(kinds for _, kinds in groups)
    assert [kind.key for _, kinds in groups for kind in kinds] == list(KINDS)


def test_labels_are_short_and_their_own():
    labels = [kind.label for kind in KINDS.values()]
    assert len(set(labels)) == len(labels)
    assert max(len(label) for label in labels) <= 22
    assert all(kind.definition.endswith(".") and kind.example.endswith(".") for kind in KINDS.values())


def test_what_both_do_stands_on_the_spine_and_what_one_does_beside_it():
    joint = {"phone_call", "meeting", "visit", "treaty_signed", "agreement_in_principle", "armed_clash"}
    alone = {"threat", "refusal", "sanctions_imposed", "offer", "request", "diplomats_expelled", "strike"}
    assert all(KINDS[key].is_joint for key in joint)
    assert not any(KINDS[key].is_joint for key in alone)


@pytest.mark.skipif(not SHARED.exists(), reason="the code lists are not beside the project")
def test_codes_are_those_of_the_manuals():
    plover = json.loads((SHARED / "plover_2.0.json").read_text(encoding="utf-8"))["types"]
    cameo = {row["code"] for row in json.loads((SHARED / "cameo_codes.json").read_text(encoding="utf-8"))}
    for kind in KINDS.values():
        name, _, mode = kind.plover.partition(":")
        assert name in plover, kind.key
        assert not mode or mode in plover[name]["modes"], kind.key
        assert kind.cameo in cameo, kind.key
