"""Who speaks where a sentence has only an office, a document or "the official"."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

NAMED = "Portuguese Foreign Minister Duarte Almada arrived in Rabat on Monday."
OFFICIAL = "A harbour ministry official said the port was closed."


def speakers(*paragraphs: str) -> list[str]:
    return [one.speaker for one in read("\n\n".join(paragraphs), Given(published="2026-01-12")).statements]


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        ((NAMED, "“Our ties are strong,” the country’s top diplomat told reporters."), ["Duarte Almada"]),
        ((NAMED, "The minister said the port would open."), ["Duarte Almada"]),
        (
            (
                "Portuguese President Rui Falcao spoke with King Idris of Chad, the presidential press service said"
                " in a statement.",
                "The two leaders agreed on further contacts, the statement noted.",
            ),
            ["presidential press service", "presidential press service"],
        ),
        (
            ("The minister said the port would open.", "Foreign Minister Duarte Almada of Portugal praised the crew."),
            ["Duarte Almada"],
        ),
        (
            ("The Portuguese president said the port would open.", "“It is ready,” said President Rui Falcao."),
            ["Rui Falcao", "Rui Falcao"],
        ),
        (
            (
                "Portuguese President Rui Falcao issued a statement on Monday.",
                "The statement “reiterates that the port is ready”.",
            ),
            ["Rui Falcao"],
        ),
        (
            (
                "La Cancillería de Chile calificó de “grave” el cierre del puerto de la capital.",
                "“Pedimos al Gobierno de Perú que abra el puerto”, concluyó el texto.",
            ),
            ["Cancillería de Chile", "Cancillería de Chile"],
        ),
        (
            (OFFICIAL, "The official, who asked not to be named, said the “mood was good”."),
            ["harbour ministry official", "harbour ministry official"],
        ),
    ],
)
def test_the_speaker_is_who_of_the_story_is_meant(paragraphs: tuple[str, ...], wanted: list[str]) -> None:
    assert speakers(*paragraphs) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“Our ties are strong,” a senior diplomat told reporters.",
        "“Our ties are strong,” the deputy foreign minister told reporters.",
        "“Our ties are strong,” a former minister told reporters.",
    ],
)
def test_another_office_is_not_taken_for_the_minister_of_the_story(text: str) -> None:
    assert "Duarte Almada" not in speakers(NAMED, text)


def test_the_state_behind_a_name_does_not_speak_for_the_person() -> None:
    text = "President William Ruto of Kenya, heading an African Union effort, told reporters the lake was calm."
    assert speakers(text) == ["William Ruto"]


def test_the_ministry_is_the_one_named_however_many_other_bodies_came_between() -> None:
    others = " ".join(
        f"The navy of {name} kept silent." for name in ("Spain", "Malta", "Italy", "Greece", "Cyprus") * 6
    )
    story = (
        "MADRID (Efe) - Rabat has told Spain of its protest, the Moroccan Foreign Ministry said on Monday.",
        others,
        "“We have told them,” the ministry said.",
    )
    found = read("\n\n".join(story), Given(published="2026-01-12")).statements
    assert [(one.speaker, one.speaker_country) for one in found][-1] == ("Moroccan Foreign Ministry", "MA")
