"""What happened, was planned, refused or denied: one sentence of each frame, with kind, modality, parties and date."""

import pytest

from newsroom.reading import read
from newsroom.values import EventProposal, Given

LEAD = "Officials in Lisbon and Rabat were busy on Monday."
BASE = "2026-01-12"


def events(text: str) -> list[EventProposal]:
    return list(
        read(f"{text}\n\nNothing else of note was known about the matter by the evening.", Given(published=BASE)).events
    )


@pytest.mark.parametrize(
    ("text", "kind", "modality", "countries", "edtf"),
    [
        (
            "Portuguese President Ana Reis spoke by phone with Moroccan Prime Minister Omar Ziani on Sunday.",
            "phone_call",
            "happened",
            "MA PT",
            "2026-01-11",
        ),
        (
            "Portugal's foreign minister met his Moroccan counterpart in Madrid last week.",
            "meeting",
            "happened",
            "MA PT",
            "[2026-01-05..2026-01-11]",
        ),
        ("Peru and Chile held talks on Saturday.", "negotiation", "happened", "CL PE", "2026-01-10"),
        (
            "Portuguese President Ana Reis will visit Morocco in March.",
            "announced_meeting",
            "planned",
            "MA PT",
            "2026-03",
        ),
        ("Peru and Chile agreed to a ceasefire on Sunday.", "ceasefire_declared", "happened", "CL PE", "2026-01-11"),
        ("Peru and Chile signed a treaty on fishing on Sunday.", "treaty_signed", "happened", "CL PE", "2026-01-11"),
        ("Peru severed diplomatic ties with Chile yesterday.", "ties_broken", "happened", "CL PE", "2026-01-11"),
        ("Peru expelled two Chilean diplomats on Sunday.", "diplomats_expelled", "happened", "CL PE", "2026-01-11"),
        ("Peru summoned the Chilean ambassador on Sunday.", "ambassador_summoned", "happened", "CL PE", "2026-01-11"),
        ("Peru imposed tariffs on Chilean wine on Sunday.", "tariffs_imposed", "happened", "CL PE", "2026-01-11"),
        ("Chile lifted sanctions on Peru on Sunday.", "sanctions_eased", "happened", "CL PE", "2026-01-11"),
        ("Peru accused Chile of moving troops on Sunday.", "accusation", "happened", "CL PE", "2026-01-11"),
        ("On Sunday, Peru threatened to close its border with Chile.", "threat", "happened", "CL PE", "2026-01-11"),
        ("Peru rejected a Chilean proposal for talks on Sunday.", "refusal", "happened", "CL PE", "2026-01-11"),
        ("Chile pledged its full support for Peru on Sunday.", "praise_support", "happened", "CL PE", "2026-01-11"),
        ("Chile cancelled a meeting with Peru on Sunday.", "meeting_cancelled", "happened", "CL PE", "2026-01-11"),
        ("Peru and Chile exchanged prisoners on Sunday.", "prisoner_release", "happened", "CL PE", "2026-01-11"),
        (
            "Fighting between Peruvian and Chilean forces began on January 3.",
            "armed_clash",
            "happened",
            "CL PE",
            "2026-01-03/..",
        ),
        (
            "A meeting between Peru and Chile is possible next month.",
            "announced_meeting",
            "hypothetical",
            "CL PE",
            "2026-02",
        ),
        (
            "The presidents of Peru and Chile did not speak by phone on Sunday.",
            "phone_call",
            "negated",
            "CL PE",
            "2026-01-11",
        ),
        (
            "Peru denied reports that it had held talks with Chile on Sunday.",
            "negotiation",
            "negated",
            "CL PE",
            "2026-01-11",
        ),
        (
            "Peru is ready to help communication between Chile and Bolivia.",
            "offer",
            "happened",
            "BO CL PE",
            "2026-01-12|[..2026-01-12]",
        ),
    ],
)
def test_the_frames(text: str, kind: str, modality: str, countries: str, edtf: str) -> None:
    found = [(e.kind, e.modality, " ".join(sorted(e.countries)), e.when.edtf if e.when else "") for e in events(text)]
    assert any(one[:3] == (kind, modality, countries) and one[3] in edtf.split("|") for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "If Peru attacked Chile, its allies would respond.",
        "Peru denied that it had attacked Chile.",
        "Peru has not attacked Chile.",
        "Peru threatened to bomb Chile.",
        "Chile offered to send troops to Peru, but Peru refused.",
        "Peru said it would never invade Chile.",
        "There are fears of a war between Peru and Chile.",
    ],
)
def test_what_did_not_happen_is_never_shown_as_happened(text: str) -> None:
    forceful = {"strike", "invasion", "attack", "armed_clash", "force_posture", "troops_withdrawn"}
    assert not [event for event in events(text) if event.kind in forceful and event.modality == "happened"]


def test_a_mention_is_no_party() -> None:
    (event,) = events(
        "Peruvian President Ana Reis met Chilean President Juan Mora in Madrid to discuss Bolivia and Brazil on Sunday."
    )
    assert set(event.countries) == {"PE", "CL"}


def test_one_event_is_proposed_once_with_all_its_passages() -> None:
    found = events(
        "Peruvian President Ana Reis spoke with Chilean President Juan Mora by phone on Sunday.\n\n"
        "The call between Reis and Mora lasted an hour.\n\nThe two presidents discussed copper."
    )
    assert [event.kind for event in found] == ["phone_call"]
    assert len([one for one in found[0].evidence if one.field == "summary"]) > 1


def test_a_future_meeting_is_an_agreement_to_meet() -> None:
    (event,) = events("Peruvian President Ana Reis will meet Chilean President Juan Mora on Friday.")
    assert (event.plover, event.when and event.when.edtf) == ("AGREE", "2026-01-16")


def test_each_field_has_its_words() -> None:
    (event,) = events("Peruvian President Ana Reis met Chilean President Juan Mora on Sunday.")
    words = {one.field: one.exact for one in event.evidence}
    assert words["when"] == "on Sunday"
    assert words["kind"] == "met"
    assert {"Ana Reis", "Juan Mora"} == set(event.leaders)
    assert event.level == "leader"
    assert 0 < event.confidence <= 1
    assert event.rule


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Peru lodged a protest with Chile after Chilean fishermen cut a net.", "Peru lodged a protest with Chile"),
        (
            "Peru closed its border with Chile before blaming Chilean smugglers for the queues.",
            "Peru closed its border with Chile",
        ),
        (
            "Peru expelled Chile's ambassador two days after a raid.",
            "Peru expelled Chile's ambassador two days after a raid",
        ),
        (
            "El ministro confirmó que tuvo una conversación telefónica con su par de Chile, en medio de una disputa.",
            "El ministro confirmó que tuvo una conversación telefónica con su par de Chile",
        ),
        (
            "Chile is preparing its third shipment of grain for Peru and has started work on a ferry.",
            "Chile is preparing its third shipment of grain for Peru",
        ),
        (
            "Peru and Chile discussed the next steps following a storm in Norway.",
            "Peru and Chile discussed the next steps following a storm in Norway",
        ),
        (
            "Peru signed a fishing agreement with Chile on Sunday and then will close its border posts for a month.",
            "Peru signed a fishing agreement with Chile on Sunday",
        ),
        (
            "Perú y Chile firmaron un acuerdo de pesca este domingo y luego visitarán juntos el puerto de la zona.",
            "Perú y Chile firmaron un acuerdo de pesca este domingo",
        ),
        (
            "Chile denied any part in the raid on Sunday and has accused Peru of arming rebels.",
            "has accused Peru of arming rebels",
        ),
        (
            "Peru decided on Monday to cut off its relations with the Andean state of Chile and accused the Chilean"
            " government of following a hostile course.",
            "accused the Chilean government of following a hostile course",
        ),
        (
            "Chile imposed sanctions on four Peruvian mines in response to Peruvian sanctions on Chilean ports.",
            "in response to Peruvian sanctions on Chilean ports",
        ),
        (
            "Following the Chilean attack on a Peruvian post, President Reis said her army had gone on alert.",
            "Following the Chilean attack on a Peruvian post",
        ),
        (
            "Perú firmó un acuerdo de pesca con Chile Por: Redacción 7 de mayo de 2009 - 21:32 hs LIMA.- Hubo.",
            "Perú firmó un acuerdo de pesca con Chile",
        ),
        ("El acuerdo que firmaron Perú y Chile en mayo es largo.", "El acuerdo que firmaron Perú y Chile"),
    ],
)
def test_a_passage_ends_where_another_act_is_told(text: str, passage: str) -> None:
    lead = "Peruvian President Ana Reis and Chilean President Juan Mora are neighbours."
    assert passage in [event.evidence[0].exact for event in events(f"{lead}\n\n{text}")]
