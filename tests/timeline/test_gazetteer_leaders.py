"""The leaders of the gazetteer are plausible: every state is governed, a family name tells its leaders apart."""

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from timeline.gazetteer import load, search_key
from timeline.gazetteer.entries import SINGLE_KINDS

GAZETTEER = load()
DAY = date(2025, 9, 1)
STATES = sorted(
    country.slug for country in GAZETTEER.countries.values() if country.kind == "state" and country.existed_on(DAY)
)
HEADS_OF_STATE = ("head_of_state", "head_of_state_and_government")
HEADS_OF_GOVERNMENT = ("head_of_government", "head_of_state_and_government")
# Whose head of state stands at another state: the realms of the British monarch, and the co-princes of Andorra.
REALMS = set(
    "antigua-and-barbuda australia bahamas belize canada grenada jamaica new-zealand papua-new-guinea "
    "saint-kitts-and-nevis saint-lucia saint-vincent-and-the-grenadines solomon-islands tuvalu cook-islands niue "
    "andorra".split()
)
# San Marino has two captains regent for six months; in Gabon and Syria the president alone governs since 2025.
COLLEGIAL, ABOLISHED = {"san-marino"}, {"gabon", "syria"}
# Two leaders of one state and one family name at a time: the text must say who is meant.
NAMESAKES = {
    ("armenia", "sargsyan"), ("burkina-faso", "traore"), ("ireland", "ahern"), ("kyrgyzstan", "japarov"),
    ("liechtenstein", "hasler"), ("north-korea", "pak"), ("poland", "kaczynski"), ("sri-lanka", "rajapaksa"),
    ("india", "singh"), ("guatemala", "morales"), ("nepal", "yadav"),
}  # fmt: skip
LONGEST_REIGN = 75


def holders(country: str, kinds: tuple[str, ...], day: date = DAY) -> set[str]:
    return {tenure.leader for kind in kinds for tenure in GAZETTEER.holders(country, day, kind)}


@pytest.mark.parametrize("country", STATES)
def test_every_state_has_a_head_of_state_and_of_government(country):
    if country not in REALMS | COLLEGIAL:
        assert holders(country, HEADS_OF_STATE)
    if country not in COLLEGIAL | ABOLISHED:
        assert holders(country, HEADS_OF_GOVERNMENT)


def test_almost_every_state_has_a_foreign_minister():
    without = {country for country in STATES if not holders(country, ("foreign_minister",))}
    assert len(without) <= 6, without


def test_nobody_is_without_an_office_and_no_office_is_empty():
    assert set(GAZETTEER.leaders) == {tenure.leader for tenure in GAZETTEER.tenures}
    assert set(GAZETTEER.offices) == {tenure.office for tenure in GAZETTEER.tenures}


def test_tenures_are_no_longer_than_a_life_in_office():
    for tenure in GAZETTEER.tenures:
        begins, ends = tenure.start[1], tenure.end[1] or date(2026, 11, 25)
        assert begins.year >= 1945, tenure
        assert (ends - begins).days <= LONGEST_REIGN * 366, tenure


def test_two_leaders_of_one_state_differ_in_their_family_names():
    spells = defaultdict(list)
    for tenure in GAZETTEER.tenures:
        office, family = GAZETTEER.offices[tenure.office], GAZETTEER.leaders[tenure.leader].family_name
        if office.kind in SINGLE_KINDS and family and not tenure.is_acting:
            spells[office.country, search_key(family)].append(tenure)
    found = set()
    for key, tenures in spells.items():
        for one, other in combinations(tenures, 2):
            starts = max(one.start[0] or date.min, other.start[0] or date.min)
            ends = min(one.end[0] or date.max, other.end[0] or date.max)
            if one.leader != other.leader and (ends - starts).days > 31:
                found.add(key)
    assert found == NAMESAKES


def test_no_family_name_is_the_whole_name_of_a_country_or_its_people():
    names = {search_key(name.text) for name in GAZETTEER.names if name.kind != "capital_as_government"}
    found = {entry.slug for entry in GAZETTEER.leaders.values() if search_key(entry.family_name or "-") in names}
    assert not found


@pytest.mark.parametrize(
    ("text", "day", "slug"),
    [
        ("Mitsotakis", date(2024, 5, 1), "kyriakos-mitsotakis"),
        ("Mitsotakis", date(1992, 5, 1), "konstantinos-mitsotakis"),
        ("Abiy", date(2020, 11, 4), "abiy-ahmed"),
        ("Rafic Hariri", date(2003, 1, 1), "rafik-hariri"),
        ("Abdelfatah al Sisi", date(2019, 1, 1), "abdel-fattah-el-sisi"),
        ("Kasym-Zhomart Tokayev", date(2022, 1, 5), "kassym-jomart-tokayev"),
        ("Prachanda", date(2023, 6, 1), "pushpa-kamal-dahal"),
        ("Farmaajo", date(2019, 6, 1), "mohamed-abdullahi-mohamed"),
        ("Thaksin", date(2003, 6, 1), "thaksin-shinawatra"),
        ("Orsi", date(2025, 6, 1), "yamandu-orsi"),
        ("Gadafi", date(2005, 6, 1), "muammar-gaddafi"),
        ("Rinkevics", date(2015, 6, 1), "edgars-rinkevics"),
    ],
)  # fmt: skip
def test_a_name_means_who_bore_it_then(text, day, slug):
    assert GAZETTEER.find_leaders(text, day)[0].slug == slug


@pytest.mark.parametrize(
    ("slug", "day", "country"),
    [
        ("mark-rutte", date(2019, 1, 1), "netherlands"),
        ("mark-rutte", date(2025, 1, 1), "nato"),
        ("antonio-guterres", date(2000, 1, 1), "portugal"),
        ("kaja-kallas", date(2023, 1, 1), "estonia"),
        ("kaja-kallas", date(2025, 1, 1), "european-union"),
        ("michelle-bachelet", date(2020, 1, 1), "united-nations"),
        ("boyko-borisov", date(2015, 1, 1), "bulgaria"),
    ],
)
def test_a_person_acts_for_whom_the_office_of_the_day_serves(slug, day, country):
    assert GAZETTEER.offices_of(slug, day)[0].country == country
