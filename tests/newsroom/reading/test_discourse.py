"""Parties, days and modality that only the story tells, not the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.reading import read
from newsroom.values import Given


def told(text: str) -> list[tuple[str, str, str, str]]:
    found = read(text, Given(published="2026-01-14")).events
    return [
        (one.kind, one.modality, " ".join(sorted(one.countries)), one.when.edtf if one.when else "") for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Saudi Arabia and Iran have been at odds for months.\n\nThe kingdom recalled its ambassador on Monday.",
            ("ambassador_recalled", "happened", "IR SA", "2026-01-12"),
        ),
        (
            "Qatar said that it would host Egyptian officials.\n\nThe Gulf state also expelled two Egyptian diplomats"
            " last week.",
            ("diplomats_expelled", "happened", "EG QA", "[2026-01-05..2026-01-11]"),
        ),
        (
            "Kenya closed its border with Uganda on Monday.\n\nIts neighbour recalled its ambassador.",
            ("ambassador_recalled", "happened", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya and Uganda have quarrelled since April, when Uganda expelled two Kenyan diplomats.",
            ("diplomats_expelled", "happened", "KE UG", "2025-04"),
        ),
        (
            "Kenya's president met Uganda's on Monday, and the two countries signed a trade agreement.",
            ("treaty_signed", "happened", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya spied on Uganda for years, prompting Uganda to recall its ambassador from Nairobi.",
            ("ambassador_recalled", "happened", "KE UG", "[..2026-01-14]"),
        ),
        (
            "Kenya accused Uganda of spying, but struck a deal with Uganda on fish on Tuesday.",
            ("agreement_in_principle", "happened", "KE UG", "2026-01-13"),
        ),
        (
            "Secretary of State John Kerry met Peru's Prime Minister Ana Solari in Lima.\n\nPresident Lugo of Brazil,"
            " whose war on smuggling worries both, was a topic.\n\nThe Secretary and the Prime Minister signed a pact.",
            ("treaty_signed", "happened", "PE US", "2026-01-14"),
        ),
        (
            "John Boye spoke of talks between Kenya's president Ann Odera and Uganda's president Ben Okot. Guns came"
            " from Chile, Peru and Cuba, Boye said.\n\nThey both stressed the importance of trade.",
            ("agreement_in_principle", "happened", "KE UG", "2026-01-14"),
        ),
        (
            "Ann Odera of Kenya met Uganda's minister Ben Okot.\n\nThey spoke of what both would raise during the next"
            " meeting of the Lake Dialogue (LD) January 22.",
            ("announced_meeting", "planned", "KE UG", "2026-01-22"),
        ),
        (
            "Kenya's president, who's met the Ugandan leader twice, spoke of fish.",
            ("meeting", "happened", "KE UG", "[..2026-01-14]"),
        ),
        (
            "Chile's envoy John Boye spoke of Ana Keller of Kenya, who admitted that she signed a treaty with Uganda.",
            ("treaty_signed", "happened", "KE UG", "[..2026-01-14]"),
        ),
        (
            "Kenya and Uganda held talks in Cairo on Monday.\n\nThe sides signed an accord on fish on Tuesday.",
            ("treaty_signed", "happened", "KE UG", "2026-01-13"),
        ),
        (
            "Kenya and Uganda quarrel over fish.\n\nA protest was lodged on Monday by Kenya.",
            ("protest_note", "happened", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya shelled Ugandan posts on Monday, Ugandan officials said.",
            ("strike", "alleged", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya and Uganda quarrel over fish.\n\nA meeting of the two presidents is off the table.",
            ("meeting_cancelled", "cancelled", "KE UG", "[2026-01-14..]"),
        ),
        (
            "Kenya, Rwanda and Burundi severed ties with Uganda on Monday.\n\nUganda dismissed the charges on Tuesday.",
            ("refusal", "happened", "BI KE RW UG", "2026-01-13"),
        ),
        (
            "Kenya and Uganda quarrel over fish.\n\nForeign Minister Jan Novak of Kenya flew to Uganda on Monday.",
            ("visit", "happened", "KE UG", "2026-01-12"),
        ),
        (
            "Kenya and Uganda met on Monday. The foreign ministers would meet again in Cairo on January 27-28.",
            ("announced_meeting", "planned", "KE UG", "2026-01-27/2026-01-28"),
        ),
        (
            "The ministry said that Kenya would deliver a protest note to Uganda's ambassador in Nairobi.",
            ("protest_note", "planned", "KE UG", "[2026-01-14..]"),
        ),
        (
            "Israel and Jordan signed a treaty on Monday.",
            ("treaty_signed", "happened", "IL JO", "2026-01-12"),
        ),
        (
            "North Korea fired two shells on Monday.\n\nThe South recalled its envoy from North Korea on Tuesday.",
            ("ambassador_recalled", "happened", "KP KR", "2026-01-13"),
        ),
        (
            "American and British forces struck targets in Kabul on Monday.",
            ("strike", "happened", "AF GB US", "2026-01-12"),
        ),
        (
            "France recalled its ambassadors to the United States and Australia on Monday.",
            ("ambassador_recalled", "happened", "AU FR US", "2026-01-12"),
        ),
        (
            "Canada put duties on C$16.6bn of American goods on Monday.",
            ("tariffs_imposed", "happened", "CA US", "2026-01-12"),
        ),
        (
            "Kenya and Uganda met on Tuesday. The two sides agreed to deliver the boats by 31 December.",
            ("agreement_in_principle", "happened", "KE UG", "2026-01-13"),
        ),
    ],
)
def test_what_only_the_story_tells(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text), told(text)


def test_the_month_of_publication_dates_what_has_no_words_of_time() -> None:
    reading = read("Kenya and Uganda signed a treaty on fish.", Given(published="2026-01"))
    assert [one.when and one.when.edtf for one in reading.events] == ["2026-01"]
    assert reading.article.published_month == "2026-01"


def test_no_state_of_the_story_acts_where_somebody_else_does() -> None:
    kinds = [one[0] for one in told("Kenya and Uganda met on Monday.\n\nThe Security Council condemned the raids.")]
    assert kinds == ["meeting"]


def test_a_purpose_or_a_wish_of_the_storys_states_is_no_act() -> None:
    text = (
        "Kenya and Uganda met on Monday.\n\nAn envoy spent years in hotels to settle the dispute, and flights resume."
    )
    assert [one[0] for one in told(text)] == ["meeting"]


def test_a_contact_that_only_the_story_dates_is_told_once() -> None:
    text = "Kenya and Uganda held talks on Monday.\n\nOfficials praised the talks. Talks were held in a hotel."
    assert [one[0] for one in told(text)] == ["negotiation"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kenya and Uganda held a meeting on Monday to discuss fish.", ["meeting"]),
        ("Kenya and Uganda have signed two accords. The accords were signed on Monday in Cairo.", ["treaty_signed"]),
        ("The ministry said that Kenya would deliver a protest note to Uganda's ambassador.", ["protest_note"]),
        ("Kenya refused to sign the agreement with Uganda.", ["refusal"]),
    ],
)
def test_an_act_is_told_once(text: str, kinds: list[str]) -> None:
    assert [one[0] for one in told(text)] == kinds


@pytest.mark.parametrize(
    "text", ["The", "Kenya met the", "Kenya and the two", "Uganda's envoy told that", "The two Koreas", "The South"]
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert read(text, Given(published="2026-01-14")).text == text


def test_a_story_of_one_state_lends_its_acts_no_other_that_it_names_in_passing() -> None:
    sentences = (
        "Kenya's government blamed a party of the opposition for the riots in Nairobi and Mombasa.",
        "Kenyan police arrested 40 people, and Kenya's parliament condemned the killing of a teacher.",
        "Kenya's president said that Kenya would spend 70 million dollars on a wall of fire against rumours.",
        "Kenyan channels were banned from showing the rallies, Kenya's minister of information said in Nairobi.",
        "Kenya's courts will hear the case in May, a lawyer said, and critics of Kenya's army threatened a strike.",
    )
    assert told("\n\n".join((*sentences, "Some drew comparisons with Peru."))) == []
    assert told("\n\n".join((*sentences, "Kenya also expelled two envoys of Peru."))) == [
        ("diplomats_expelled", "happened", "KE PE", "2026-01-14")
    ]


SEVERED = "Chile severed ties with Peru on Sunday.\n\nPeru's envoy in Santiago said that he would leave."


def test_a_bare_ministry_is_of_the_state_that_faces_the_other_of_the_story() -> None:
    text = f"{SEVERED}\n\nThe Foreign Ministry summoned Peru's ambassador and gave him a note."
    found = read(text, Given(published="2026-01-12", address="https://www.lake.co.ke/a")).events
    assert {frozenset(event.countries) for event in found} == {frozenset(("CL", "PE"))}


def test_a_bare_ministry_is_at_home_where_the_story_names_the_state_of_its_outlet() -> None:
    text = f"{SEVERED}\n\nKenya was taken aback. The Foreign Ministry summoned Peru's ambassador and gave him a note."
    found = read(text, Given(published="2026-01-12", address="https://www.lake.co.ke/a")).events
    assert frozenset(("KE", "PE")) in {frozenset(event.countries) for event in found}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("Iraq hopes for more trade.", {"IQ", "JO", "EG"}), ("The Emirates hope for more.", {"AE", "JO", "EG"})],
)
def test_a_minister_is_of_the_state_where_he_meets_others_if_the_story_never_names_that_of_its_outlet(
    rest: str, expected: set[str]
) -> None:
    text = (
        "Foreign Minister Hamid al-Obeidi held talks with his Jordanian counterpart Ayman Haddad and Egyptian Foreign"
        f" Minister Samir Nagy in Baghdad on Monday. {rest}"
    )
    talks = [
        one for one in read(text, Given(published="2019-08-05", outlet="UAE News")).events if len(one.countries) > 2
    ]
    assert [set(one.countries) for one in talks] == [expected]


@pytest.mark.parametrize("outlet", ["News of Kuwait", "The Morning Star"])
def test_a_spokesman_without_a_country_faces_the_other_of_two_foreign_states_that_fill_a_story(outlet: str) -> None:
    text = (
        "Chile and Peru have quarrelled over fish since May. On Sunday the Peruvian navy sank a Chilean trawler.\n\n"
        "Ramiro Soto, the Foreign Ministry spokesman, said Peru had distorted the facts."
    )
    events = read(text, Given(published="2019-08-05", outlet=outlet)).events
    assert [set(one.countries) for one in events if one.kind == "accusation"] == [{"CL", "PE"}]


@pytest.mark.parametrize(
    ("outlet", "expected"), [("State Department briefing", {"PE", "US"}), ("The Andean Post", {"GB", "PE"})]
)
def test_the_secretary_in_words_of_the_state_department_is_its_own(outlet: str, expected: set[str]) -> None:
    text = (
        "Foreign Secretary William Hague of the United Kingdom will be here on Friday.\n\n"
        "The Secretary this morning had a call with Peruvian Foreign Minister Ana Rojas."
    )
    calls = [one for one in read(text, Given(published="2011-01-12", outlet=outlet)).events if one.kind == "phone_call"]
    assert [set(one.countries) for one in calls] == [expected]


def test_a_meeting_of_many_is_not_the_talk_of_two() -> None:
    text = (
        "Kenya's minister had a conversation with Uganda's minister on Monday.\n\n"
        "Ministers of Kenya, Uganda, Chad, Mali, Togo and Ghana also met in Accra on Monday."
    )
    assert len([one for one in told(text) if one[0] != "visit"]) == 2


@pytest.mark.parametrize("row", Path(__file__).with_name("who_is_meant.txt").read_text(encoding="utf-8").splitlines())
def test_who_is_meant_is_known_from_the_sentence_before(row: str) -> None:
    """Hold all that the second paragraph tells, by root and countries; ``-``: nothing."""
    wanted, _, text = row.partition(" || ")
    lead, last = text.split(" // ")
    found = read(f"{lead}\n\n{last}", Given(published="2026-01-14")).events
    told = [one for one in found if one.passage.start >= len(lead)]
    acts = {" ".join([one.plover.split(":")[0], *sorted(one.countries)]) for one in told}
    assert acts == set(wanted.split(" ; ")) - {"-"}, [(one.rule, one.passage.exact) for one in told]
