"""Nothing that only may, might, will, was to, did not or almost did come about is shown as happened: ``undone.txt``."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import EventProposal, Given

ROWS = [
    line
    for line in (Path(__file__).parent / "undone.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
ASKED = {"request", "demand", "offer", "accusation", "refusal"}  # these were said, whatever comes of them
FEWEST = 270  # of the rows tell an event that did not happen; of the others nothing is proposed
DONE = (
    ("Peru was forced to withdraw its troops from Chile.", "troops_withdrawn"),
    ("It was not the first time that Peru expelled Chilean diplomats.", "diplomats_expelled"),
    ("After Chile apologised, Peru restored diplomatic relations with Chile.", "ties_restored"),
    ("Peru expelled Chile's ambassador without a warning.", "diplomats_expelled"),
    ("Peru never explained why it had expelled the Chilean ambassador.", "diplomats_expelled"),
    ("Peru's president met his Chilean counterpart instead of the minister.", "meeting"),
    ("Peru did not only expel the Chilean ambassador but also closed the border.", "diplomats_expelled"),
    ("Peru refuted the allegations by Chile that it had sent troops.", "accusation"),
    ("Peru and Chile signed the treaty without a ceremony.", "treaty_signed"),
    ("Peru reopened its border with Chile, making way for trade.", "sanctions_eased"),
    ("The details of the meeting between the presidents of Peru and Chile were not made public.", "meeting"),
    (
        "The Tribune reported on Thursday that the ministers of Peru and Chile met in Rome. Chile denied claims that it"
        " armed rebels in Peru.",
        "meeting",
    ),
    (
        "The ministers of Peru and Chile met in Rome on Thursday. Chile said there was no truth in the claim that it"
        " armed rebels in Peru.",
        "meeting",
    ),
    (
        "It was reported that Kenyan troops withdrew from a Ugandan town. Kenya denied reports of a raid in Uganda.",
        "troops_withdrawn",
    ),
    ("Chile denied a visa to the Peruvian minister, who had criticised Chile.", "criticism"),
    ("Peru expelled the Chilean consul, which Chile called an outrage.", "diplomats_expelled"),
    ("Peru and Chile signed the treaty in Lima, which few had expected.", "treaty_signed"),
    ("Whether it likes it or not, Peru signed the treaty with Chile in Lima.", "treaty_signed"),
    ("Peru arrested suspected Chilean spies.", "person_arrested"),
    ("Peru ordered the expulsion of suspected spies and imposed sanctions on Chile.", "sanctions_imposed"),
    ("The talks between Peru and Chile collapsed on Monday.", "negotiation"),
    ("Bulgaria withdrew its envoy from Skopje after threatening to expel the Macedonian one.", "ambassador_recalled"),
    ("Peru and Chile held a naval drill that simulated an attack on a port.", "military_cooperation"),
    ("Kenya, whose critics said it should have acted earlier, closed its border with Somalia.", "border_closed"),
    ("Two Chilean envoys were expelled by Peru, apparently in reply to a raid.", "diplomats_expelled"),
    ("Peru confirmed rumours that it had recalled its ambassador from Chile.", "ambassador_recalled"),
    ("Peru, said to be angry, expelled the Chilean consul on Monday.", "diplomats_expelled"),
    ("Peru retained its troops near the Chilean border.", "force_posture"),
    ("Kenya ended up expelling the Ugandan ambassador.", "diplomats_expelled"),
    ("Kenya resorted to closing its border with Uganda.", "border_closed"),
    ("Kenya dared to recognise Kosovo.", "recognition"),
    ("Nobody denies that Kenya expelled Uganda's ambassador.", "diplomats_expelled"),
    ("Kenya's president visited Uganda, as expected.", "visit"),
    ("Kenya's president visited Uganda rather than back down.", "visit"),
    ("Kenya, however, signed the treaty with Uganda.", "treaty_signed"),
    ("Kenya took the decision to expel Uganda's ambassador.", "diplomats_expelled"),
    ("Kenya's parliament voted to ratify the treaty with Uganda.", "ratified"),
    ("After stopping short of a ban for years, Kenya banned imports from Uganda.", "sanctions_imposed"),
    ("Kenya's army, which had threatened to do so, bombed Ugandan positions.", "strike"),
    ("El Gobierno de Perú logró reunirse con el presidente de Chile en la capital.", "meeting"),
    ("El Gobierno de Perú terminó por cerrar la frontera con Chile.", "border_closed"),
    ("Según la prensa, Perú expulsó al embajador de Chile en la capital.", "diplomats_expelled"),
    ("Perú no solo expulsó al embajador de Chile en la capital del país.", "diplomats_expelled"),
)


def events(text: str) -> tuple[EventProposal, ...]:
    return read(text, Given(published="2026-01-15")).events


@pytest.mark.parametrize("row", ROWS)
def test_what_did_not_happen_is_not_shown_as_happened(row: str) -> None:
    text, allowed = row.split(" || ")
    happened = {event.kind for event in events(text) if event.modality == "happened"}
    assert happened - ASKED <= set(allowed.split())


def test_most_of_it_is_told_as_what_it_is() -> None:
    told = [row for row in ROWS if any(event.modality != "happened" for event in events(row.split(" || ")[0]))]
    assert len(told) >= FEWEST


@pytest.mark.parametrize(("text", "kind"), DONE)
def test_what_did_happen_is_shown_as_happened(text: str, kind: str) -> None:
    assert (kind, "happened") in {(event.kind, event.modality) for event in events(text)}
