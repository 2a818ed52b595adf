"""Acts of the past: chronologies, what a participle or "since" names, what is counted back. Sentences of our own."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

LEAD = "The matter was followed closely by many people in the whole region and beyond, residents said."
CHRONOLOGY = """Here is how Kenya and Uganda have lived side by side for so many years, told by the records.

1976: Uganda claims a valley. Kenya closes the border with Uganda.

1988 - Kenya and Uganda reopen their embassies.

Feb. 14, 1997 - Kenya expels two Ugandan diplomats.

March 7 - Uganda recalls its ambassador from Kenya.

May 2001: Kenya's president becomes the first Kenyan leader to visit Uganda since 1979.

2004: Kenya and Uganda hold talks, but in August Kenya expels the Ugandan ambassador.
"""


def events_of(text: str, published: str = "2026-01-12") -> list[tuple[str, str, str | None]]:
    found = read(text, Given(published=published)).events
    return [(one.kind, one.modality, one.when and one.when.edtf) for one in found]


def test_all_that_an_entry_of_a_chronology_tells_is_of_the_time_that_heads_it() -> None:
    assert events_of(CHRONOLOGY) == [
        ("border_closed", "happened", "1976"),
        ("ties_restored", "happened", "1988"),
        ("diplomats_expelled", "happened", "1997-02-14"),
        ("ambassador_recalled", "happened", "1997-03-07"),
        ("visit", "happened", "2001-05"),
        ("negotiation", "happened", "2004-08"),
        ("diplomats_expelled", "happened", "2004-08"),
    ]


SECTIONS = """Here is how Kenya and Uganda have lived side by side for so many years, told by the records.

1976: The valley

Kenya closed its border with Uganda.

On March 7, Uganda recalled its ambassador from Kenya.

War and peace (1988 – 1995)

Kenya accused Uganda of spying. In May 1994 Kenya and Uganda signed a peace treaty.

Second summit, Nairobi (June 13-15, 2000)

The presidents of Kenya and Uganda adopted a joint declaration.
"""
PLACES = """Kenya has broken off relations three times in its history, as the records of the ministry in Nairobi show.

- Uganda (1979): Under a new president, Kenya broke off relations with Uganda.

- Chile (1985): After a long quarrel, Kenya broke off relations with Chile.
"""


def test_a_heading_with_a_year_dates_its_section_and_tells_nothing_itself() -> None:
    assert events_of(SECTIONS) == [
        ("border_closed", "happened", "1976"),
        ("ambassador_recalled", "happened", "1976-03-07"),
        ("accusation", "happened", "[1988-01-01..1995-12-31]"),
        ("treaty_signed", "happened", "1994-05"),
        ("agreement_in_principle", "happened", "[2000-06-13..2000-06-15]"),
    ]


def test_headings_whose_years_go_to_and_fro_head_no_sections() -> None:
    moved = SECTIONS.replace("1976", "2004")
    assert not read(moved, Given(published="2026-01-12")).text.count("Second summit, Nairobi")


def test_an_entry_may_hold_its_year_in_brackets() -> None:
    assert [when for _, _, when in events_of(PLACES)[-2:]] == ["1979", "1985"]


def test_a_year_on_a_line_of_its_own_is_that_of_the_days_below_it() -> None:
    text = f"{LEAD}\n\n1984\n\nKenya's president arrives in Kampala on April 26 to visit Uganda.\n\n1990\n\n{LEAD}"
    assert events_of(text) == [("visit", "happened", "1984-04-26")]


def test_a_weekday_may_head_an_entry() -> None:
    text = f"{LEAD}\n\nFriday: Kenya orders two Ugandan diplomats to leave.\n\nSaturday: Uganda recalls its ambassador."
    assert [when for _, _, when in events_of(text)] == ["2026-01-09", "2026-01-10"]


def test_old_entries_are_background() -> None:
    assert all(one.is_background for one in read(CHRONOLOGY, Given(published="2026-01-12")).events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People in Kenya remember Uganda's 1990 invasion of Kenya.", ("invasion", "happened", "1990")),
        ("Kenya and Uganda restored the ties broken in 1961.", ("ties_broken", "happened", "1961")),
        ("Kenya and Uganda restored ties severed in December 2020.", ("ties_broken", "happened", "2020-12")),
        (
            "On Sunday people in Kenya marched against sanctions imposed by Uganda on Kenya.",
            ("sanctions_imposed", "happened", "[..2026-01-12]"),
        ),
        (
            "The two sides have had no embassies since Kenya broke off relations with Uganda in 1979.",
            ("ties_broken", "happened", "1979"),
        ),
        (
            "Uganda's ambassador was expelled by Kenya last April and the two countries broke off ties.",
            ("ties_broken", "happened", "2025-04"),
        ),
        (
            "Kenya restored ties with Uganda, more than a year after expelling six Ugandan diplomats.",
            ("diplomats_expelled", "happened", "[..2025-01-12]"),
        ),
        (
            "Kenya reopened its embassy in Uganda, six months after recalling its ambassador.",
            ("ambassador_recalled", "happened", "2025-07~"),
        ),
        (
            "Kenya reopened its embassy in Uganda on Sunday after recalling its ambassador in 2016.",
            ("ambassador_recalled", "happened", "2016"),
        ),
        ("Uganda cut back ties after accusing Kenya of spying.", ("accusation", "happened", "[..2026-01-12]")),
        (
            "Kenya expelled two Ugandan diplomats in May.\n\nIn response, Uganda decided to recall its ambassador.",
            ("ambassador_recalled", "happened", "2025-05"),
        ),
        (
            "Kenya's foreign minister has arrived in Uganda, his first visit there since a row in March.",
            ("visit", "happened", "[..2026-01-12]"),
        ),
        (
            "Los gobiernos de Chile y de Perú reabrieron sus embajadas en 2022.",
            ("ties_restored", "happened", "2022"),
        ),
        ("En marzo del año pasado, Chile expulsó al embajador de Perú.", ("diplomats_expelled", "happened", "2025-03")),
        ("Chile expulsó al embajador de Perú en enero de este año.", ("diplomats_expelled", "happened", "2026-01")),
        (
            "Perú reabrió el domingo su embajada en Chile después de expulsar al embajador chileno.",
            ("diplomats_expelled", "happened", "[..2026-01-11]"),
        ),
        (
            "Kenya cut ties with Uganda in 1972, restoring them in 2019.",
            ("ties_restored", "happened", "2019"),
        ),
        (
            "Kenya established ties with Uganda in 1999, but froze them a decade later.",
            ("ties_downgraded", "happened", "2009~"),
        ),
        ("Kenya signed the treaty with Uganda in 2010 and ratified it in 2012.", ("ratified", "happened", "2012")),
        (
            "Kenya closed its border with Uganda in 2021, and reopened it a year later.",
            ("sanctions_eased", "happened", "2022~"),
        ),
        (
            "Kenya's president arrived in Uganda on Sunday and will meet Uganda's president on Tuesday.",
            ("announced_meeting", "planned", "2026-01-13"),
        ),
        (
            "Kenya and Uganda agreed on Sunday to reopen the border by the end of June.",
            ("sanctions_eased", "planned", "[..2026-06-30]"),
        ),
        (
            "Kenya's foreign minister said Sunday that Kenya regretted the loss of a Ugandan pilot on January 3.",
            ("apology", "happened", "2026-01-11"),
        ),
        (
            "Kenya's president said in his New Year speech that Kenya rejects talks with Uganda.",
            ("refusal", "happened", "2026-01-01"),
        ),
        ("Since then Kenya and Uganda have held no bilateral talks.", ("negotiation", "negated", "../2026-01-12")),
        (
            "The last time a Kenyan president visited Uganda was in 2014, when a bridge was opened.",
            ("visit", "happened", "2014"),
        ),
        ("Kenya went to war with Uganda in 1991.", ("armed_clash", "happened", "1991")),
        (
            "Much has changed after the diplomatic rupture of 1978 between Kenya and Uganda.",
            ("ties_broken", "happened", "1978"),
        ),
        (
            "The ministry had said that Kenya's embassy in Uganda would reopen on January 6.",
            ("ties_restored", "planned", "2026-01-06"),
        ),
    ],
)
def test_the_time_of_an_act_of_the_past(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in events_of(f"{LEAD}\n\n{text}"), events_of(f"{LEAD}\n\n{text}")


def test_an_apposition_sums_up_the_visit_that_is_planned() -> None:
    text = "Kenya's president will visit Uganda, both countries said Friday, the first such trip in ten years."
    assert events_of(text) == [("announced_meeting", "planned", "[2026-01-12..]")]


def test_since_within_a_phrase_makes_no_old_news_of_the_lead() -> None:
    text = "Kenya's foreign minister has arrived in Uganda, his first visit there since a row in March."
    assert ("visit", "happened", "2026-01-12") in events_of(text)


def test_the_first_since_is_not_dated_by_the_last_one() -> None:
    text = f"{LEAD}\n\nIn June, Kenya's president became the first Kenyan leader to travel to Uganda since 2006."
    assert events_of(text) == [("visit", "happened", "2025-06")]


def test_years_that_stand_alone_head_what_is_told_below_them() -> None:
    text = f"{LEAD}\n\n1979\n\nFeb. 18 Kenya cut diplomatic relations with Uganda. On Nov. 12, Uganda"
    text += " recalled its ambassador."
    text += "\n\n1980\n\nUganda closes its embassy in Kenya.\n\nApril 7 Kenya imposed sanctions on Uganda."
    assert events_of(text) == [
        ("ties_broken", "happened", "1979-02-18"),
        ("ambassador_recalled", "happened", "1979-11-12"),
        ("ties_downgraded", "happened", "1980"),
        ("sanctions_imposed", "happened", "1980-04-07"),
    ]


def test_an_entry_in_the_present_tense_tells_what_was() -> None:
    text = f"{LEAD}\n\nJune 23: Kenya closes its border with Uganda."
    assert events_of(text) == [("border_closed", "happened", "2025-06-23")]


def test_nothing_is_counted_from_a_day_of_the_entry_before() -> None:
    text = (
        f"{LEAD}\n\nMay 5, 1947: Kenya expels a Ugandan envoy.\n\n1999: A raid is stopped. Two months later, Kenya and"
    )
    assert events_of(f"{text} Uganda agree to resume talks.")[1] == ("agreement_in_principle", "happened", "1999")


def test_what_is_only_told_again_is_one_event() -> None:
    text = "Kenya and Uganda have agreed on terms to end a border dispute that has lasted for 60 years."
    assert events_of(text) == [("agreement_in_principle", "happened", "2026-01-12")]


def test_a_day_of_its_own_is_no_part_of_many_years() -> None:
    text = f"{LEAD}\n\nIn the past 30 years Chile has recalled its ambassadors to Peru and Bolivia."
    text += "\n\nIn April 2016 Chile recalled its ambassador to Peru."
    assert ("ambassador_recalled", "happened", "2016-04") in events_of(text)


def test_fighting_without_sides_is_that_of_those_who_fought_before() -> None:
    text = "Kenya bombed two towns in Uganda on Monday.\n\nA brief firefight erupted on Sunday, officials said."
    assert ("armed_clash", "happened", "2026-01-11") in events_of(text)


def test_fire_is_no_border_that_is_opened() -> None:
    text = f"{LEAD}\n\nKenyan troops opened fire across the border, killing a Ugandan soldier."
    assert "sanctions_eased" not in [kind for kind, _, _ in events_of(text)]
