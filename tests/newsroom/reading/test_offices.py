"""Offices of people whom no gazetteer knows: the title says for whom they act. All names are invented."""

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.reading.output import as_json
from newsroom.values import Given

CLOSING = "Nothing else of note was known about the matter by the evening."
SPANISH = "No se conoció nada más sobre el asunto hasta la noche, según fuentes de la zona."
ROWS = (Path(__file__).parent / "offices.txt").read_text().splitlines()
# Not read yet: an office behind its body.
MISSES = """
Speaker of the Georgian parliament Nino Gelashvili met Armenian officials on Monday.|Nino Gelashvili|GE
""".strip().splitlines()


def people(text: str) -> list[tuple[str, str]]:
    closing = SPANISH if text.startswith(("El ", "La ")) else CLOSING
    return [(one.name, one.country) for one in read(f"{text}\n\n{closing}", Given(published="2016-01-12")).leaders]


@pytest.mark.parametrize("row", ROWS)
def test_an_unknown_person_acts_for_the_state_of_the_title(row):
    text, name, country = row.split("|")
    assert (name, country) in people(text)


@pytest.mark.parametrize("row", MISSES)
def test_what_is_not_read_yet_is_known(row):
    text, name, country = row.split("|")
    assert (name, country) not in people(text)


@pytest.mark.parametrize(
    "name",
    [
        "the Border Force", "New Kampala", "the Lake Hotel", "the Entebbe Accords", "the Kisumu Administration",
        "the South Rift Valley", "the Permanent Joint Bureau", "Mount Kadam", "Cyclone Odette", "the Jinja Declaration",
        "Twenty-three Ugandans", "the Kagera River Dialogue", "Operation Calm Waters", "the Great Lakes Initiative",
    ],
)  # fmt: skip
def test_what_is_no_person_acts_for_nobody(name):
    assert people(f"Kenya and Uganda spoke of {name} on Monday, and {name} was praised.") == []


@pytest.mark.parametrize(
    ("text", "day", "name", "country"),
    [
        ("Mitsotakis met Turkish officials on Monday.", "2024-05-14", "Kyriakos Mitsotakis", "GR"),
        ("Mitsotakis met Turkish officials on Monday.", "1992-05-14", "Konstantinos Mitsotakis", "GR"),
        ("Harris met Mexican officials on Monday, the United States said.", "2024-06-03", "Kamala Harris", "US"),
        ("Harris met British officials in Dublin on Monday, Ireland said.", "2024-06-03", "Simon Harris", "IE"),
        ("Wang met Vietnamese officials on Monday, China said.", "2024-06-03", "Wang Yi", "CN"),
        ("CS Raychelle Omamo met Somali officials on Monday.", "2021-06-07", "Raychelle Omamo", "KE"),
        ("Rutte met Turkish officials on Monday.", "2019-06-03", "Mark Rutte", "NL"),
        ("Canadian Trade Minister Mark Phillips met Mexican officials on Monday.", "2010-06-07", "Mark Phillips", "CA"),
    ],
)  # fmt: skip
def test_a_family_name_means_who_is_in_office_on_the_day(text, day, name, country):
    found = read(f"{text}\n\n{CLOSING}", Given(published=day)).leaders
    assert (name, country) in [(one.name, one.country) for one in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kim Ledger met Korean friends. Ledger said the talks went well.", "2016-01-12"),
        ("León won the match on Monday, the club said.", "2026-01-12"),
        ("Drew up plans, the ministry said. Key talks were held on Monday.", "2013-01-12"),
    ],
)
def test_a_family_name_of_another_time_or_a_plain_word_is_nobody_in_office(text, day):
    assert not [one for one in read(f"{text}\n\n{CLOSING}", Given(published=day)).leaders if one.is_known]


def test_a_family_name_with_an_office_is_who_holds_that_office():
    text = (
        "Ghana's President Okello Mbeki met Foreign Minister Juma Mbeki of Kenya on Monday. President Mbeki spoke."
        "\n\n"
        '"We were deeply sorry about the mistake that was made then," said Foreign Minister Mbeki.'
    )
    found = [(one.speaker, one.speaker_country) for one in read(text, Given(published="2016-01-12")).statements]
    assert found == [("Juma Mbeki", "KE")]


def test_a_state_of_once_without_a_code_acts_like_any_other():
    text = f"The foreign ministers of Yugoslavia and Greece met in Athens on Monday.\n\n{CLOSING}"
    events = read(text, Given(published="1999-06-08")).events
    assert [(one.kind, sorted(one.countries)) for one in events] == [
        ("meeting", ["FEDERAL-REPUBLIC-OF-YUGOSLAVIA", "GR"])
    ]


def test_what_was_left_of_a_dissolved_state_is_written_by_its_code():
    text = f"The foreign ministers of Yugoslavia and Greece met in Athens on Monday.\n\n{CLOSING}"
    told = as_json(read(text, Given(published="1999-06-08")), "story.txt")
    assert [sorted(event["countries"]) for event in told["events"]] == [["GR", "YUCS"]]
    assert set(told["countries"]) == {"GR", "YUCS"}
