"""A transcript tells who speaks by labels, in many forms."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

WORDS = "We will open the port to the ships of Chile in May."
MORE = "And we have agreed to meet the envoys of Chile again."


def voices(title: str, body: str, outlet: str = "Harbour News") -> list[tuple[str, str]]:
    """Return speaker and words of the direct statements of a text with a headline."""
    found = read(body, Given(published="2026-01-12", title=title, outlet=outlet)).statements
    return [(one.speaker, one.passage.exact) for one in found if one.speech == "direct"]


@pytest.mark.parametrize(
    ("title", "label", "speaker"),
    [
        ("Doorstop interview", "NORA VIDAL:", "Nora Vidal"),
        ("Joint Press Availability With Foreign Minister Nora Vidal of Peru", "FOREIGN MINISTER VIDAL:", "Nora Vidal"),
        ("Remarks With Foreign Minister Nora Vidal of Peru After Their Meeting", "MINISTER VIDAL:", "Nora Vidal"),
        ("Press conference by Foreign Minister Nora Vidal", "Minister:", "Nora Vidal"),
        ("Entrevista con la canciller Nora Vidal", "Canciller.-", "Nora Vidal"),
    ],
)
def test_one_label_is_enough_under_a_headline_of_words_before_the_press(title: str, label: str, speaker: str) -> None:
    assert voices(title, f"{label} {WORDS}\n\n{MORE}") == [(speaker, WORDS), (speaker, MORE)]


@pytest.mark.parametrize(
    ("asks", "answers", "speaker"),
    [
        ("Question:", "Official Spokesperson, Shri Arun Bakshi:", "Arun Bakshi"),
        ("Question:", "President of Peru Nora Vidal (retranslated):", "Nora Vidal"),
        ("QUESTION:", "FOREIGN MINISTER VIDAL (Via interpreter):", "Minister Vidal"),
        ("P.-", "Sra. Vidal.-", "Vidal"),
        ("Moderadora.-", "Nora Vidal.-", "Nora Vidal"),
        ("Follow-up:", "MS. VIDAL:", "Vidal"),
    ],
)
def test_who_answers_is_named_by_a_label(asks: str, answers: str, speaker: str) -> None:
    body = "\n\n".join((f"{asks} Will the port open this year?", f"{answers} {WORDS}") * 2)
    assert {one for one, _ in voices("Press conference in Lima", body)} == {speaker}


def test_an_office_is_named_once_with_its_holder() -> None:
    body = (
        f"TOM REED: Will the port open?\n\nNORA VIDAL, FOREIGN MINISTER: {WORDS}\n\n"
        f"REED: And then, do you plan to meet?\n\nFOREIGN MINISTER: {MORE}"
    )
    assert [words for who, words in voices("Business summit", body) if who == "Nora Vidal"] == [WORDS, MORE]


def test_an_answer_is_of_the_spokesperson_of_the_headline_where_nobody_is_named() -> None:
    body = f"Q: Will the port open this year?\n\nA: {WORDS}\n\nQ: And then?\n\nA: {MORE}"
    assert voices("Foreign Ministry Spokesperson’s Regular Press Conference", body) == [
        ("Foreign Ministry Spokesperson", WORDS),
        ("Foreign Ministry Spokesperson", MORE),
    ]


def test_who_gives_a_press_conference_stands_behind_by() -> None:
    body = f"P: ¿Se abrirá el puerto?\n\nR: {WORDS}"
    title = "Conferencia de prensa sobre Rosa Paz ofrecida el 12 de enero por Nora Vidal, portavoz"
    assert voices(title, body) == [("Nora Vidal", WORDS)]


def test_a_heading_with_a_colon_names_nobody() -> None:
    body = (
        f"Subjects: The port; ships of Chile; envoys.\n\nNORA VIDAL: {WORDS}\n\nREPORTER: When?\n\nNORA VIDAL: {MORE}"
    )
    assert {one for one, _ in voices("Doorstop interview", body)} == {"Nora Vidal"}


@pytest.mark.parametrize("title", ["Perú abre el puerto", "Rueda de prensa en Lima"])
def test_a_spanish_dateline_is_no_label(title: str) -> None:
    body = "Lima.- El gobierno de Perú abrirá el puerto en mayo.\n\nChile saludó la medida el lunes en Santiago."
    assert voices(title, body) == []
