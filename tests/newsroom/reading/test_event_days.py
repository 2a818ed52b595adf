"""The day of an act that no words of time date, and of acts that are told beside another day: sentences of our own."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

LEAD = "The matter was followed closely by many people in the whole region and beyond, residents said."


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("Kenya and Uganda agreed to build a bridge.", "agreement_in_principle", "2026-01-12"),
        (
            "Following a call on December 30, the foreign ministers of Kenya and Uganda agreed to build a bridge.",
            "agreement_in_principle",
            "2026-01-12",
        ),
        (
            "On January 3, following days of talks in Cairo, Kenya and Uganda agreed to build a bridge.",
            "agreement_in_principle",
            "2026-01-03",
        ),
        ("In November 2024, Kenya and Uganda agreed to resume talks.", "agreement_in_principle", "2024-11"),
        ("On Sunday, Kenya said that it could meet with Uganda.", "announced_meeting", "[2026-01-12..]"),
        ("Kenya denied that its president will meet with Uganda's.", "meeting", "[2026-01-12..]"),
        ("Kenya's William Ruto has not met Uganda's president since 2019.", "meeting", "2019/2026-01-12"),
        ("William Ruto of Kenya was last seen on January 3, when he met Uganda's president.", "meeting", "2026-01-03"),
        (
            "Kenya and Uganda agreed to resume diplomatic relations within two months.",
            "agreement_in_principle",
            "2026-01-12",
        ),
        ("Kenya will not talk by phone with Uganda before their meeting in March.", "announced_meeting", "2026-03"),
        ("Jan 20 - Kenya's William Ruto receives Uganda's president in Nairobi.", "announced_meeting", "2026-01-20"),
        ("Kenya's president paid a visit to Uganda after tensions rose in 2020.", "visit", "[..2026-01-12]"),
        ("Last week Kenya accused Uganda of attacking a bridge.", "strike", "[..2026-01-12]"),
        ("A written protest was delivered to Kenya's ambassador by Uganda.", "protest_note", "2026-01-12"),
        (
            "William Ruto of Kenya called off a meeting with Uganda's president. He had been due to meet"
            " Yoweri Museveni of Uganda on January 20.",
            "announced_meeting",
            "2026-01-20",
        ),
        ("Kenya's and Uganda's presidents had planned to meet on January 7.", "announced_meeting", "2026-01-07"),
        ("Kenya's and Uganda's presidents had planned to meet on January 17.", "announced_meeting", "2026-01-17"),
        (
            "Kenya's and Uganda's presidents had planned to meet on December 20. It was later put off.",
            "meeting_cancelled",
            "2025-12-20",
        ),
        ("Kenya recalled its envoy on Sunday, a day after it accused Uganda of spying.", "accusation", "2026-01-10"),
        (
            "Kenya reopened the border with Uganda on Sunday, hours after Uganda released three Kenyan officers.",
            "prisoner_release",
            "[2026-01-10..2026-01-11]",
        ),
        (
            "Kenya's envoy flew home on Sunday after being declared persona non grata by Uganda.",
            "diplomats_expelled",
            "[..2026-01-11]",
        ),
        ("Kenya expelled two Ugandan diplomats over last month's raid.", "diplomats_expelled", "2026-01-12"),
        ("Kenya's and Uganda's embassies, closed in 2016, were reopened on Sunday.", "ties_restored", "2026-01-11"),
        ("Kenya and Uganda agreed to hold talks in the coming days.", "announced_meeting", "[2026-01-12..]"),
        ("In November, Kenya and Uganda agreed to withdraw their troops.", "agreement_in_principle", "2025-11"),
        (
            "Kenya's foreign minister met his Ugandan counterpart last month, agreeing to deepen trade.",
            "agreement_in_principle",
            "2025-12",
        ),
        ("People mourned after the attack, which Kenya blames on Uganda.", "accusation", "../2026-01-12"),
        (
            "A visit by Kenya's president to Uganda had originally been planned for Saturday but was postponed.",
            "meeting_cancelled",
            "2026-01-10",
        ),
        ("Kenya had cancelled a trip by its president to Uganda.", "meeting_cancelled", "[..2026-01-12]"),
        (
            "In 2017, crowds gathered in Nairobi. Uganda then closed its embassy and expelled all Kenyan diplomats.",
            "diplomats_expelled",
            "2017",
        ),
        (
            "Kenya's foreign minister Jan Novak met Uganda's president on Saturday. Novak later gave Uganda food aid.",
            "aid",
            "2026-01-10",
        ),
        (
            "Kenya's foreign minister shook hands and met with his Ugandan counterpart at a summit on Saturday.",
            "meeting",
            "2026-01-10",
        ),
        (
            "At their summit in the city of Gulu in April, Kenya and Uganda agreed to build a bridge.",
            "agreement_in_principle",
            "2025-04",
        ),
        (
            "On Sunday, Kenya's and Uganda's presidents reviewed trade since their summit.",
            "summit_multilateral",
            "[..2026-01-11]",
        ),
        ("Kenya severed ties with Uganda in 2016 after its embassy was stormed by Ugandans.", "attack", "[..2016]"),
        (
            "Kenya's foreign minister met Uganda's president on Sunday. Earlier, he signed an accord with Sudan.",
            "treaty_signed",
            "[..2026-01-12]",
        ),
        (
            "Kenya and Uganda agreed on the need to discuss trade at a summit this week.",
            "agreement_in_principle",
            "2026-01-12",
        ),
        (
            "Kenya and Uganda agreed to remain in touch over the strikes that began on Thursday.",
            "agreement_in_principle",
            "2026-01-12",
        ),
        ("The deal followed talks held by Kenya and Uganda since Thursday.", "negotiation", "2026-01-08/2026-01-12"),
        (
            "An official visit by Kenya's foreign minister to Uganda on Sunday has been cancelled.",
            "meeting_cancelled",
            "2026-01-18",
        ),
        ("Last month Kenya accused Uganda of spying. Uganda denied the charge.", "refusal", "[..2026-01-12]"),
        (
            "Kenya called off a visit by Uganda's president next week. The visit had been scheduled for Wednesday.",
            "announced_meeting",
            "2026-01-14",
        ),
        ("Kenya's foreign ministry earlier blamed Uganda for the raid.", "accusation", "[..2026-01-12]"),
        ("No letter was handed over to Kenya by Uganda's foreign minister.", "conversation", "[..2026-01-12]"),
        (
            "El canciller de Chile exigió a Perú una explicación por la muerte de un menor, ocurrida el 20 de octubre.",
            "demand",
            "2026-01-12",
        ),
        (
            "Kenya's president met Uganda's on Sunday. Later on in the day the two presidents signed an accord.",
            "treaty_signed",
            "2026-01-11",
        ),
        ("Kenya called on Saturday for talks with Uganda.", "request", "2026-01-10"),
        ("William Ruto of Kenya called Yoweri Museveni of Uganda on Saturday evening.", "phone_call", "2026-01-10"),
        (
            "In Kampala, from January 23 to 25, Kenya's president is to be the guest of Uganda's.",
            "announced_meeting",
            "2026-01-23/2026-01-25",
        ),
        ("El canciller de Chile cenará el día 15 con el presidente de Perú.", "announced_meeting", "2026-01-15"),
        (
            "Chile y Perú celebrarán una cumbre en Lima durante el primer semestre de 2027.",
            "announced_meeting",
            "[2027-01-01..2027-06-30]",
        ),
        (
            "Kenya's minister was on Saturday on a visit to Uganda. The meeting between Kenya and Uganda was short.",
            "meeting",
            "2026-01-10",
        ),
        (
            "Kenya said on Saturday it had reached a deal with Uganda over a border row that has led to clashes.",
            "armed_clash",
            "[..2026-01-10]",
        ),
        ("Kenya has given Uganda until 5 p.m. Saturday to pull back its troops.", "ultimatum", "[..2026-01-12]"),
        (
            "The plan builds on an accord reached by Kenya and Uganda in May. Kenya urged Uganda to free a man.",
            "request",
            "2026-01-12",
        ),
        (
            "Prior to the meeting, Kenya and Uganda traded accusations of an attack on Saturday.",
            "accusation",
            "2026-01-10",
        ),
        (
            "Kenya's president will visit Uganda shortly, where Sudan signed an accord yesterday.",
            "announced_meeting",
            "[2026-01-12..]",
        ),
        ("Kenya has been under sanctions since its 1990 invasion of Uganda.", "invasion", "1990"),
        (
            "Kenya and Uganda agreed to abide by the accord dated 17 February 1966.",
            "agreement_in_principle",
            "2026-01-12",
        ),
        (
            "Kenya and Uganda marked the 30th anniversary of the establishment of ties between Kenya and Uganda.",
            "ties_established",
            "1996",
        ),
        (
            "The presidents recalled that in November 2015, Kenya and Uganda established a strategic partnership.",
            "agreement_in_principle",
            "2015-11",
        ),
        (
            "Tension rose when last week, Kenya expelled two Ugandan diplomats.",
            "diplomats_expelled",
            "[2026-01-05..2026-01-11]",
        ),
        (
            "It came after Kenya expelled a Ugandan envoy last week, expressing solidarity with Sudan.",
            "praise_support",
            "[2026-01-05..2026-01-11]",
        ),
        (
            "On Sunday Kenya imposed duties, seeking retribution for Uganda's invasion of Kenya.",
            "invasion",
            "[..2026-01-12]",
        ),
        (
            "It comes a day after Kenya's foreign minister held talks with Uganda's president.",
            "negotiation",
            "2026-01-11",
        ),
        ("The visit comes days after Kenya's president visited Uganda.", "visit", "[..2026-01-11]"),
        (
            "Officials announced the schedule of Kenya's president's January 20 meeting with Uganda's president.",
            "announced_meeting",
            "2026-01-20",
        ),
        (
            "Kenya and Uganda will hold another round of talks in Gulu, the ministry said in a note on Sunday.",
            "announced_meeting",
            "[2026-01-12..]",
        ),
        (
            "The talks between Kenya and Uganda were the first since new clashes erupted on January 3.",
            "negotiation",
            "[..2026-01-12]",
        ),
        (
            "The talks between Kenya and Uganda, which were to be held on January 20 and 21, have been postponed.",
            "meeting_cancelled",
            "2026-01-20/2026-01-21",
        ),
        ("Kenya had refused to accept the commission's April 2002 ruling on Uganda.", "refusal", "[..2026-01-12]"),
        ("Kenya and Uganda met at the November summit in Gulu.", "meeting", "2025-11"),
        (
            "Kenya expelled an envoy of Uganda for meddling in the 2020 Kenyan election.",
            "diplomats_expelled",
            "2026-01-12",
        ),
        (
            "Kenya said it summoned Uganda's ambassador to appear at the ministry on January 20.",
            "ambassador_summoned",
            "2026-01-12",
        ),
        (
            "Kenya-led talks to mark the border between Sudan and Uganda would resume on January 17.",
            "announced_meeting",
            "2026-01-17",
        ),
        ("It comes more than a week after Kenya's president met Uganda's president.", "meeting", "[..2026-01-05]"),
        (
            "Kenya's president is set to talk with Uganda's president after they met recently.",
            "announced_meeting",
            "[2026-01-12..]",
        ),
        (
            "La visita que debía realizar el canciller de Chile Jan Novak a Perú el próximo lunes 19 de enero fue"
            " suspendida.",
            "meeting_cancelled",
            "2026-01-19",
        ),
        (
            "Kenya's president met Uganda's president on January 3.\n\nKenya and Uganda have initialled a treaty.",
            "treaty_signed",
            "[..2026-01-12]",
        ),
        (
            "Ties were strained by a row that began in June last year. The row grew over a road. Kenya then accused"
            " Uganda of spying.",
            "accusation",
            "[..2026-01-12]",
        ),
        ("Kenya and Uganda have agreed to maintain a dialogue.", "agreement_in_principle", "2026-01-12"),
        ("Kenya and Uganda agreed to stay in close touch.", "agreement_in_principle", "2026-01-12"),
        (
            "Kenya said in a statement published on January 3 that Kenya considers Uganda's remarks unacceptable.",
            "criticism",
            "2026-01-03",
        ),
        (
            "Kenya's president met Sudan's on Sunday. In his meeting with Uganda's president, he praised Uganda.",
            "meeting",
            "2026-01-11",
        ),
        ("Chile expulsó a dos diplomáticos de Perú el pasado 3 de enero.", "diplomats_expelled", "2026-01-03"),
        ("El presidente de Chile visitó Perú en diciembre último.", "visit", "2025-12"),
        ("El presidente de Chile había sido recibido el día anterior por el de Perú.", "visit", "2026-01-11"),
        ("Kenya's president arrived in Uganda at around 11:30 a.m. on Sunday.", "visit", "2026-01-11"),
        (
            "Kenya's president was to meet Uganda's on Sunday and was due to visit Sudan later.",
            "announced_meeting",
            "2026-01-18",
        ),
        (
            "Kenya's foreign minister met Uganda's on Saturday. Prior to that, Kenya urged Uganda to free a man.",
            "request",
            "[..2026-01-12]",
        ),
        (
            "Los presidentes de Chile y Perú se reunieron en la cumbre de Santo Domingo.",
            "meeting",
            "2026-01-12",
        ),
    ],
)
def test_the_day_of_an_act(text: str, kind: str, edtf: str) -> None:
    found = read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).events
    assert (kind, edtf) in [(one.kind, one.when and one.when.edtf) for one in found], found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kenya imposed sanctions on Uganda.", "2026-01-12"),
        ("Kenya announced the expulsion of two Ugandan diplomats.", "2026-01-12"),
        ("Kenya's foreign minister has cancelled a trip to Uganda.", "2026-01-12"),
        ("El Gobierno de Chile ha decidido llamar a consultas a su embajador en Perú.", "2026-01-12"),
        ("People fled after Kenya imposed sanctions on Uganda.", "[..2026-01-12]"),
        ("Residents spoke of the raid in which Kenya bombed Uganda.", "[..2026-01-12]"),
    ],
)
def test_what_the_first_sentence_tells_in_the_past_is_the_news_of_the_day(text: str, edtf: str) -> None:
    found = read(text, Given(published="2026-01-12")).events
    assert found[0].when and found[0].when.edtf == edtf, found


def test_the_day_of_a_plan_that_the_story_tells_before() -> None:
    text = "Kenya's foreign minister will travel to Uganda on Friday. She will also meet with Uganda's president."
    found = read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).events
    assert [one.when and one.when.edtf for one in found] == ["2026-01-16", "2026-01-16"]


def test_what_a_relative_clause_of_the_lead_tells_is_no_news_of_the_day() -> None:
    text = "Kenya and Uganda have agreed to guard the lake, where both have accused Sudan of poaching."
    found = read(text, Given(published="2026-01-12")).events
    assert [(one.kind, one.when and one.when.edtf) for one in found] == [
        ("agreement_in_principle", "2026-01-12"),
        ("accusation", "[..2026-01-12]"),
    ]


def test_years_are_counted_from_the_year_named_before() -> None:
    text = "Kenya and Uganda fought a border war in 1998. Kenya and Uganda signed a treaty two years later."
    found = read(text, Given(published="2026-01-12")).events
    assert [one.when and one.when.edtf for one in found] == ["1998", "2000~"]


def test_until_when_a_meeting_is_put_off_is_not_the_day_for_which_it_had_been_set() -> None:
    text = "The talks between Kenya and Uganda have been postponed until May, an official said."
    found = read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).events
    assert [(one.kind, one.modality, one.when and one.when.edtf) for one in found] == [
        ("announced_meeting", "planned", "2026-05"),
        ("meeting_cancelled", "cancelled", "[2026-01-12..]"),
    ]


def test_what_a_participle_names_is_no_part_of_what_the_sentence_tells() -> None:
    text = "Kenya's and Uganda's embassies, closed in 2016, were reopened on Sunday."
    found = read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).events
    assert {(one.kind, one.when and one.when.edtf) for one in found} == {
        ("ties_downgraded", "2016"),
        ("ties_restored", "2026-01-11"),
    }
