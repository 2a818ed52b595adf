"""What the invented articles taught: other sentences of the same grammar, one table a rule."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

BASE = "2026-01-12"
PAD = "Nothing else of note was known about the matter by the evening."
ROWS = [
    # a noun behind a comma is the subject of the cue, so the object before it is not cut off
    ("Peru expelled four Chilean diplomats, residents said on Sunday.", "diplomats_expelled", "happened", "CL PE"),
    # verbs with a particle
    ("Peru called off a meeting with Chile.", "meeting_cancelled", "happened", "CL PE"),
    ("Peru pulled back its troops from Chile.", "troops_withdrawn", "happened", "CL PE"),
    ("Peru broke off relations with Chile on Sunday.", "ties_broken", "happened", "CL PE"),
    ("Peru cut off electricity supplies to Chile.", "sanctions_imposed", "happened", "CL PE"),
    ("Norway brought Peruvian and Chilean envoys together in Oslo.", "mediation", "happened", "CL NO PE"),
    ("Brazil mediated between Peru and Chile in May.", "mediation", "happened", "BR CL PE"),
    # fire, trade, deadlines
    ("Peru and Chile exchanged artillery fire on Sunday.", "armed_clash", "happened", "CL PE"),
    ("Peru banned imports of Chilean wine.", "sanctions_imposed", "happened", "CL PE"),
    ("Peru gave Chile ten days to leave the island.", "ultimatum", "happened", "CL PE"),
    ("Peru sent warships to the coast of Chile.", "force_posture", "happened", "CL PE"),
    ("Peru's parliament ratified a border treaty with Chile.", "ratified", "happened", "CL PE"),
    ("Peru rejected Chile's allegation on Sunday.", "refusal", "happened", "CL PE"),
    ("Peru freed two Chilean journalists on Sunday.", "prisoner_release", "happened", "CL PE"),
    # who says that he will not speak to another refuses
    ("Peru said it would not negotiate with Chile.", "refusal", "happened", "CL PE"),
    # an accusation makes nothing happen
    ("Peru accused Chile of bombing a bridge.", "accusation", "happened", "CL PE"),
    # names with hyphens and offices before a name in commas
    (
        "Chilean Foreign Minister Park Jae-min met Omar al-Rashid, Peru's president, in Lima.",
        "meeting",
        "happened",
        "CL PE",
    ),
    ("The Peruvian president met her Chilean counterpart, Ana Soto, on Sunday.", "meeting", "happened", "CL PE"),
    # Spanish futures
    ("El presidente de Chile visitará Perú en marzo.", "announced_meeting", "planned", "CL PE"),
]


def told(text: str) -> list[tuple[str, str, str]]:
    found = read(f"{text}\n\n{PAD}", Given(published=BASE)).events
    return [(event.kind, event.modality, " ".join(sorted(event.countries))) for event in found]


@pytest.mark.parametrize(("text", "kind", "modality", "countries"), ROWS)
def test_an_event_is_read(text: str, kind: str, modality: str, countries: str) -> None:
    assert (kind, modality, countries) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru accused Chile of bombing a bridge.", "strike"),
        ("Did Peru impose sanctions on Chile last week?", "sanctions_imposed"),
        ("There had been no talks between Peru and Chile.", "negotiation"),
        ("Peru will not meet Chile's envoys.", "meeting"),
    ],
)
def test_what_is_alleged_asked_or_denied_did_not_happen(text: str, kind: str) -> None:
    assert not [event for event in told(text) if event[:2] == (kind, "happened")]


def test_an_old_act_and_an_undated_new_one_stay_apart() -> None:
    text = "Peru is expelling two Chilean diplomats.\n\nIn May 2021, Peru expelled nine Chilean diplomats."
    assert len([event for event in told(text) if event[0] == "diplomats_expelled"]) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chilean Foreign Minister Jung Soo-ah met reporters on Sunday.", "Jung Soo-ah"),
        ("Peruvian Defence Minister Samir Al-Khatib resigned on Sunday.", "Samir Al-Khatib"),
        ("Peruvian army spokesman Major Luis Prado resigned on Sunday.", "Luis Prado"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert name in [leader.name for leader in read(f"{text}\n\n{PAD}", Given(published=BASE)).leaders]


@pytest.mark.parametrize("line", ["© 2026 Harbour Media Group", "Support Harbour News or become our patron!"])
def test_furniture_is_left_out(line: str) -> None:
    text = f"Peru and Chile held talks in Lima on Sunday, both governments said.\n\n{PAD}\n\n{line}"
    assert line not in read(text, Given(published=BASE)).text


def test_a_spokesperson_of_a_transcript_speaks_for_the_country_of_the_outlet() -> None:
    text = (
        "title: Daily press briefing\npublished: 2026-01-12\noutlet: Ministry of Foreign Affairs of Peru\n---\n"
        "MR. LEON: Good morning. We firmly condemn the arrest of two fishermen by Chile.\n\n"
        "QUESTION: Will there be talks?\n\nMR. LEON: I have nothing on that for you today."
    )
    found = [(event.kind, sorted(event.countries)) for event in read(text).events]
    assert ("criticism", ["CL", "PE"]) in found


@pytest.mark.parametrize(
    ("dateline", "minister", "codes"),
    [
        ("NAIROBI, Kenya (AP)", "Burundi's internal affairs minister", {"BI", "RW"}),
        ("DAKAR, Senegal (AP)", "Mali's internal affairs minister", {"ML", "RW"}),
        ("NAIROBI, Kenya (AP)", "Kenya's internal affairs minister", {"KE", "RW"}),
    ],
)
def test_a_minister_serves_the_state_that_a_story_tells_of(dateline: str, minister: str, codes: set[str]) -> None:
    lead = f"{dateline} — {minister} spoke on Thursday of the border with Rwanda."
    words = "“We have suspended all relations with Rwanda,” Internal Affairs Minister Otto Lumumbe said on Thursday."
    found = read(f"{lead}\n\n{words}\n\n{PAD}", Given(published=BASE)).events
    assert [set(one.countries) for one in found if one.kind.startswith("ties")] == [codes]
