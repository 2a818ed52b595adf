"""Who is meant where a text calls somebody by a part of the name: the first name of a ruling house, initials."""

from newsroom.reading import read
from newsroom.reading.output import as_json
from newsroom.values import Given


def speakers(text: str) -> list[str]:
    statements = as_json(read(text, Given(published="2026-01-12")), "a")["statements"]
    return [one["speaker"] for one in statements]


def test_a_sheikh_is_who_bore_that_first_name_before() -> None:
    text = (
        "UAE Foreign Minister Sheikh Abdullah bin Zayed Al Nahyan spoke to Jordanian officials on Monday.\n\n"
        "“We thank Oman,” Sheikh Abdullah said."
    )
    assert speakers(text) == ["Abdullah bin Zayed Al Nahyan"]


def test_a_sheikh_is_the_only_one_in_office_of_that_first_name() -> None:
    text = "Sheikh Tamim met Turkish President Recep Tayyip Erdogan in Qatar.\n\n“We are brothers,” the Emir said."
    assert speakers(text) == ["Sheikh Tamim bin Hamad Al Thani"]


def test_a_king_is_no_minister_of_that_family_name() -> None:
    text = "King Hussein met Iraqi officials in Jordan on Monday.\n\n“This is peace,” King Hussein said."
    assert speakers(text) == ["Hussein"]


def test_an_apostrophe_parts_no_name() -> None:
    text = (
        "Kenyan Foreign Minister Moses Wetang'ula met Ugandan officials on Monday.\n\n"
        "“The island is ours,” said Mr Wetang’ula."
    )
    assert speakers(text) == ["Moses Wetang'ula"]


def test_initials_in_brackets_stand_for_the_body() -> None:
    text = "The Philippine Coast Guard (PCG) met Vietnamese officials.\n\n“Nobody was hurt,” the PCG said."
    assert speakers(text) == ["Philippine Coast Guard"]


def test_he_is_whose_quarrel_the_sentence_before_tells_of() -> None:
    text = "Nicolas Maduro's quarrel with Gustavo Petro is his second.\n\nHe has frozen ties with Spain."
    events = read(text, Given(published="2026-01-12")).events
    assert [set(one.countries) for one in events if one.plover.startswith("SANCTION")] == [{"VE", "ES"}]


def test_a_ministry_of_no_stated_country_is_that_of_the_state_that_opens_the_headline() -> None:
    given = Given(published="2026-01-12", title="Peru recalls its envoy to Chile")
    events = read("The foreign ministry urged Chile to wait.\n\nNothing else was known by the evening.", given).events
    assert [set(one.countries) for one in events] == [{"PE", "CL"}]


def test_the_secretary_of_a_readout_is_whom_its_headline_names_first() -> None:
    given = Given(published="2026-01-12", title="Readout of Secretary Rubio’s Call with Foreign Minister Lavrov")
    text = "The Secretary and Foreign Minister Lavrov spoke today. The Secretary urged Foreign Minister Lavrov to wait."
    assert {frozenset(one.countries) for one in read(text, given).events} == {frozenset(("US", "RU"))}


def test_we_in_a_text_of_a_ministry_is_its_state() -> None:
    text = (
        "Such actions of Kenya are aimed at undermining the peace process.\n\nKenya must withdraw its troops.\n\n"
        "We strongly reject the charges of the Kenyan ministry."
    )
    given = Given(published="2026-03-05", outlet="Ministry of Foreign Affairs of the Republic of Uganda")
    found = [one for one in read(text, given).events if one.plover.split(":")[0] in ("ACCUSE", "REQUEST", "REJECT")]
    assert [(one.kind, sorted(one.countries), one.when.edtf if one.when else "") for one in found] == [
        ("criticism", ["KE", "UG"], "2026-03-05"),
        ("demand", ["KE", "UG"], "2026-03-05"),
        ("refusal", ["KE", "UG"], "2026-03-05"),
    ]
