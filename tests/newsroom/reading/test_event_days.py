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
            "meeting_cancelled",
            "2026-01-20",
        ),
    ],
)
def test_the_day_of_an_act(text: str, kind: str, edtf: str) -> None:
    found = read(f"{LEAD}\n\n{text}", Given(published="2026-01-12")).events
    assert (kind, edtf) in [(one.kind, one.when and one.when.edtf) for one in found], found
