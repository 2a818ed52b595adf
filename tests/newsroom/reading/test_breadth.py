"""Words and turns that news of other places uses: each row is a sentence of our own and what it tells."""

import pytest

from newsroom.reading import read
from newsroom.values import EventProposal, Given

BASE = "2026-01-12"
CLOSING = "Nothing else of note was known about the matter by the evening."


def events(text: str) -> list[EventProposal]:
    return list(read(f"{text}\n\n{CLOSING}", Given(published=BASE)).events)


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.kind, one.modality, " ".join(sorted(one.countries)), one.when.edtf if one.when else "")
        for one in events(text)
    ]


TOLD = [
    (
        "Peru's foreign ministry has summoned Chile's ambassador over repeated taunts and threats aimed at its judges.",
        ("ambassador_summoned", "happened", "CL PE", "2026-01-12"),
    ),
    (
        "The ambassador of Chile was summoned to the Peruvian foreign ministry on Sunday.",
        ("ambassador_summoned", "happened", "CL PE", "2026-01-11"),
    ),
    ("Peru barred 11 Chilean lawmakers on Sunday.", ("sanctions_imposed", "happened", "CL PE", "2026-01-11")),
    (
        "Peru retaliated on Sunday against sanctions that Chile had announced.",
        ("sanctions_imposed", "happened", "CL PE", "2026-01-11"),
    ),
    (
        "Peru did not recall its envoy to Chile over the matter, the presidency said.",
        ("ambassador_recalled", "negated", "CL PE", "[..2026-01-12]"),
    ),
    (
        "Portuguese President Ana Reis on Sunday concluded her two-day state visit to Morocco.",
        ("state_visit", "happened", "MA PT", "2026-01-11"),
    ),
    (
        "Portuguese President Ana Reis began a working visit to Rabat on Sunday.",
        ("visit", "happened", "MA PT", "2026-01-11"),
    ),
    (
        "Portuguese envoy Ana Reis would arrive in Rabat on Tuesday, a newspaper reported.",
        ("announced_meeting", "planned", "MA PT", "2026-01-13"),
    ),
    (
        "Peru has declared nine Chilean diplomats persona non grata in response to a decision by Chile in December.",
        ("diplomats_expelled", "happened", "CL PE", "2026-01-12"),
    ),
    (
        "The minister spoke of a decision by Chile to expel four Peruvian diplomats in December.",
        ("diplomats_expelled", "happened", "CL PE", "2025-12"),
    ),
    (
        "Chile's government on Monday denied reports that a phone call with Peru had taken place.",
        ("phone_call", "negated", "CL PE", "[..2026-01-12]"),
    ),
    (
        "Peru and Chile held talks on Thursday, a radio station reported, citing anonymous sources.",
        ("negotiation", "alleged", "CL PE", "2026-01-08"),
    ),
    (
        "Envoys from Peru, Brazil and Portugal were summoned to the Foreign Ministry of Morocco on Sunday.",
        ("ambassador_summoned", "happened", "BR MA PE PT", "2026-01-11"),
    ),
    (
        "Crowds gathered in Rabat on Sunday to protest Portuguese President Ana Reis's visit to Morocco.",
        ("visit", "happened", "MA PT", "2026-01-11"),
    ),
    (
        "On Sunday, Peru called in the Chilean ambassador over the matter.",
        ("ambassador_summoned", "happened", "CL PE", "2026-01-11"),
    ),
    (
        "The Peruvian and Chilean foreign ministers held a meeting on Sunday.",
        ("meeting", "happened", "CL PE", "2026-01-11"),
    ),
    (
        "The Peruvian, Chilean and US defence ministers are expected to hold a meeting in May.",
        ("announced_meeting", "planned", "CL PE US", "2026-05"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_turns_of_other_places_are_read(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


SPANISH = [
    (
        "La canciller chilena, Ana Soto, se reunió este viernes en Lima con el ministro peruano, Omar Ruiz.",
        ("meeting", "happened", "CL PE", "2026-01-09"),
    ),
    (
        "Chile ordenó este jueves la expulsión de la embajadora de Perú en Santiago.",
        ("diplomats_expelled", "happened", "CL PE", "2026-01-08"),
    ),
    (
        "El ministro chileno Omar Ruiz acusó al presidente peruano de mentir.",
        ("accusation", "happened", "CL PE", "2026-01-12"),
    ),
    (
        "El canciller peruano viajará a Chile la próxima semana.",
        ("announced_meeting", "planned", "CL PE", "[2026-01-19..2026-01-25]"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_adjectives_stand_behind_the_office(text: str, expected: tuple[str, str, str, str]) -> None:
    reading = read(f"{text}\n\nNada más se supo del asunto hasta la noche en la capital.", Given(published=BASE))
    found = [
        (one.kind, one.modality, " ".join(sorted(one.countries)), one.when.edtf if one.when else "")
        for one in reading.events
    ]
    assert expected in found


def test_a_first_sentence_without_its_stop_is_read() -> None:
    lead = "Lima, January 12: Peru has expelled four Chilean diplomats over what it called a plot against its mint"
    assert ("diplomats_expelled", "CL PE") in {(kind, countries) for kind, _, countries, _ in told(lead)}


def test_a_caption_without_its_stop_is_left_out() -> None:
    caption = (
        "Peruvian President Ana Soto (L) expelled the envoys of Chile in a scene from a play at the theatre on Sunday"
    )
    assert not told(caption)


NOT_TOLD = [
    ("Portuguese officials spoke of a terror threat in Morocco.", "threat"),
    ("Peru agreed with Chile on the need for a ceasefire in the valley.", "ceasefire_declared"),
    ("Peru called Chile's motives unclear and informed the ambassador of that on Sunday.", "ambassador_summoned"),
    ("It would be the first visit to Chile by a president of Peru.", "announced_meeting"),
    ("The Chilean embassy was attacked by a group of pro-Peruvian protesters.", "strike"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_no_state_did_is_not_told(text: str, kind: str) -> None:
    assert kind not in {one.kind for one in events(text)}
