"""A small bloc acts for its members of the day; a large one, or its bare name, for nobody."""

import pytest

from newsroom.reading import read
from newsroom.values import Given

CLOSING = "Nothing else of note was known about the matter by the evening."


@pytest.mark.parametrize(
    ("text", "day", "parties"),
    [
        ("E3 ministers voiced concern about Iran's new reactor.", "2021-10-12", "DE FR GB IR"),
        ("Quad foreign ministers condemned North Korea on Monday.", "2021-10-12", "AU IN JP KP US"),
        ("The Baltic states condemned Russia on Monday.", "2021-10-12", "EE LT LV RU"),
        ("The Nordic countries condemned Russia on Monday.", "2021-10-12", "DK FI IS NO RU SE"),
        ("Visegrad leaders met German officials on Monday.", "2021-10-12", "CZ DE HU PL SK"),
        ("AUKUS partners signed an agreement on Monday.", "2023-03-14", "AU GB US"),
        ("G8 leaders condemned Iran on Monday.", "2010-06-28", "CA DE FR GB IR IT JP RU US"),
        ("G7 leaders condemned Russia on Monday.", "2022-06-28", "CA DE FR GB IT JP RU US"),
        ("GCC foreign ministers condemned Iran on Monday.", "2021-10-12", "AE BH IR KW OM QA SA"),
        ("Mercosur presidents signed a trade deal with Singapore on Monday.", "2015-07-14", "AR BR PY SG UY VE"),
        ("Mercosur presidents signed a trade deal with Singapore on Monday.", "2023-12-12", "AR BR PY SG UY"),
        ("Central Asian leaders met Indian Prime Minister Narendra Modi on Monday.", "2021-10-12", "IN KG KZ TJ TM UZ"),
    ],
)
def test_a_bloc_acts_for_its_members_of_the_day(text, day, parties):
    found = [" ".join(sorted(event.countries)) for event in read(f"{text}\n\n{CLOSING}", Given(published=day)).events]
    assert parties in found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A Quad summit was planned for Monday.", "2021-10-12"),
        ("Quad foreign ministers condemned North Korea on Monday.", "1999-10-12"),
        ("BRICS leaders condemned Israel on Monday.", "2025-07-08"),
        ("G8 leaders condemned Iran on Monday.", "2020-10-12"),
        ("Benelux trains to Germany were late on Monday.", "2021-10-12"),
    ],
)
def test_a_bloc_of_another_time_a_large_one_or_a_bare_name_acts_for_nobody(text, day):
    assert not read(f"{text}\n\n{CLOSING}", Given(published=day)).events
