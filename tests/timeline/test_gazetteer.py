"""The gazetteer's files say what they should, and its look-ups find names by date, accents and aliases."""

import csv
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from timeline.gazetteer import FOLDER, load, search_key, unaccented

GAZETTEER = load()
FILES = sorted(FOLDER.glob("*.csv"))
# ISO 3166-1 has 249 entries: these letters and no others, so that a lost or mistyped line is seen.
ISO2 = set(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)
ISO3166_3 = set(
    "AIDJ ANHH BQAQ BUMM BYAA CSHH CSXX CTKI DDDE DYBJ FQHH FXFR GEHH HVBF JTUM MIUM NHVU NQAQ NTHH PCHH PUUM PZPA "
    "RHZW SKIN SUHH TPTL VDVN WKUM YDYE YUCS ZRCD".split()
)


def slugs(text, on=None, language=""):
    return [country.slug for country in GAZETTEER.find_countries(text, on, language)]


def leaders(text, on=None):
    return [leader.name for leader in GAZETTEER.find_leaders(text, on)]


def titles(slug, on, language="en"):
    return [GAZETTEER.title_of(tenure, language) for tenure in GAZETTEER.tenures_of(slug, on)]


def test_all_codes_of_iso_3166_1_and_kosovo_are_there():
    assert len(ISO2) == 249
    found = [country.iso2 for country in GAZETTEER.countries.values() if country.iso2]
    assert set(found) == ISO2 | {"XK", "EU", "UN"}
    assert len(found) == len(set(found))


def test_every_iso_country_has_three_letters_and_a_number_of_its_own():
    entries = [country for country in GAZETTEER.countries.values() if country.iso2 in ISO2]
    assert all(len(country.iso3) == 3 and len(country.iso_numeric) == 3 for country in entries)
    assert len({country.iso3 for country in entries}) == len({country.iso_numeric for country in entries}) == 249


def test_all_codes_of_iso_3166_3_are_there_and_ended():
    found = {country.iso3166_3: country for country in GAZETTEER.countries.values() if country.iso3166_3}
    assert set(found) == ISO3166_3
    assert [code for code, country in found.items() if not country.existed_until] == []


@pytest.mark.parametrize("slug", ["european-union", "united-nations", "nato", "african-union", "asean", "oas"])
def test_organisations_are_there(slug):
    assert GAZETTEER.countries[slug].kind == "organisation"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_has_its_source_and_the_file_is_sorted(path):
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = list(reader)
    assert [row for row in rows if not row["source"].strip()] == []
    keys = {
        "names.csv": ("country", "language", "kind", "text", "valid_from"),
        "cities.csv": ("country", "language", "text", "valid_from"),
        "successions.csv": ("predecessor", "successor"),
        "leader_names.csv": ("leader", "text"),
        "tenures.csv": ("office",),
    }.get(path.name, ("slug",))
    order = [tuple(row[key] for key in keys) for row in rows]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_country_has_a_short_name_in_both_languages(language):
    without = [slug for slug in GAZETTEER.countries if not GAZETTEER.names_of(slug, None, language, "short")]
    assert without == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_state_has_a_demonym_in_both_languages(language):
    states = [c.slug for c in GAZETTEER.countries.values() if c.kind in ("state", "partly_recognised")]
    assert [slug for slug in states if not GAZETTEER.names_of(slug, None, language, "demonym")] == []


def test_spanish_demonyms_have_all_their_forms():
    forms = {entry.text for entry in GAZETTEER.names_of("mexico", None, "es", "demonym")}
    assert forms == {"mexicano", "mexicana", "mexicanos", "mexicanas"}
    assert {"alemán", "alemana", "alemanes", "alemanas"} <= {n.text for n in GAZETTEER.names_of("germany", None, "es")}
    assert {"iraní", "iraníes"} <= {n.text for n in GAZETTEER.names_of("iran", None, "es")}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "day", [date(1985, 5, 1), date(1991, 12, 27), date(2000, 1, 1), date(2018, 1, 1), date(2026, 1, 12)]
)
def test_no_two_countries_share_a_short_name(language, day):
    living = [country.slug for country in GAZETTEER.countries.values() if country.existed_on(day)]
    names = Counter(search_key(GAZETTEER.short_name(slug, day, language)) for slug in living)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Swaziland", date(2017, 6, 1), ["eswatini"]),
        ("Eswatini", date(2020, 6, 1), ["eswatini"]),
        ("Eswatini", date(2010, 6, 1), []),
        ("USSR", date(1985, 5, 1), ["soviet-union"]),
        ("USSR", date(2000, 5, 1), []),
        ("Moscow", date(1985, 5, 1), ["soviet-union"]),
        ("Moscow", date(2020, 5, 1), ["russia"]),
        ("the Kremlin", date(2020, 5, 1), []),
        ("Kremlin", date(2020, 5, 1), ["russia"]),
        ("Burma", date(1980, 1, 1), ["burma"]),
        ("Burma", date(2010, 1, 1), ["myanmar"]),
        ("Zaire", date(1990, 1, 1), ["zaire"]),
        ("Yugoslavia", date(1985, 1, 1), ["yugoslavia"]),
        ("Yugoslavia", date(1999, 1, 1), ["federal-republic-of-yugoslavia"]),
        ("Turkey", date(2020, 1, 1), ["turkey"]),
        ("Turkiye", date(2023, 1, 1), ["turkey"]),
        ("Czech Republic", date(2010, 1, 1), ["czechia"]),
        ("Cape Verde", date(2010, 1, 1), ["cabo-verde"]),
        ("Yerevan", date(2020, 10, 26), ["armenia"]),
        ("Baku", date(2020, 10, 26), ["azerbaijan"]),
        ("Nur-Sultan", date(2020, 1, 1), ["kazakhstan"]),
        ("Nur-Sultan", date(2024, 1, 1), []),
        ("Congo", date(2020, 1, 1), ["democratic-republic-of-the-congo", "republic-of-the-congo"]),
        ("Korean", date(2020, 1, 1), ["north-korea", "south-korea"]),
        ("Niger", date(2020, 1, 1), ["niger"]),
        ("Nigerien", date(2020, 1, 1), ["niger"]),
        ("Brussels", date(2020, 1, 1), ["belgium", "european-union"]),
    ],
)
def test_names_mean_the_country_of_the_day(text, day, expected):
    assert slugs(text, day) == expected


def test_the_short_name_shown_is_that_of_the_day():
    assert GAZETTEER.short_name("north-macedonia", date(2018, 1, 1)) == "Macedonia"
    assert GAZETTEER.short_name("north-macedonia", date(2020, 1, 1)) == "North Macedonia"
    assert GAZETTEER.short_name("eswatini", date(2018, 4, 18)) == "Swaziland"
    assert GAZETTEER.short_name("eswatini", date(2018, 4, 19)) == "Eswatini"
    assert GAZETTEER.countries["turkey"].name == "Türkiye"


def test_a_former_name_is_found_after_the_change_and_is_marked_as_former():
    after = GAZETTEER.find_names("Macedonia", date(2020, 1, 1), "en")
    before = GAZETTEER.find_names("Macedonia", date(2018, 1, 1), "en")
    assert {entry.kind for entry in after} == {"former"}
    assert {entry.kind for entry in before} == {"short"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("US", "en", ["united-states"]),
        ("us", "en", []),
        ("U.S.", "en", ["united-states"]),
        ("EU", "en", ["european-union"]),
        ("EU", "es", ["united-states"]),
        ("UE", "es", ["european-union"]),
        ("EE.UU.", "es", ["united-states"]),
        ("EEUU", "es", ["united-states"]),
        ("turkey", "en", []),
        ("TURKEY", "en", ["turkey"]),
        ("MEXICO CITY", "en", ["mexico"]),
        ("Mexicana", "es", ["mexico"]),
        ("mexicana", "es", ["mexico"]),
        ("México", "es", ["mexico"]),
        ("Mexico", "es", ["mexico"]),
        ("Cote d'Ivoire", "en", ["cote-d-ivoire"]),
        ("Cote d’Ivoire", "en", ["cote-d-ivoire"]),
        ("PRC", "en", ["china"]),
        ("DPRK", "en", ["north-korea"]),
        ("White House", "en", ["united-states"]),
        ("Casa Rosada", "es", ["argentina"]),
        ("Organisation of American States", "en", ["oas"]),
        ("OEA", "es", ["oas"]),
    ],
)
def test_names_are_found_as_texts_write_them(text, language, expected):
    assert slugs(text, date(2026, 1, 12), language) == expected


@pytest.mark.parametrize("text", ["Washington", "Georgia", "Panama City", "Jordan", "Chad", "America", "Tripoli"])
def test_names_that_mean_other_things_too_are_marked(text):
    found = GAZETTEER.find_names(text, date(2026, 1, 12), "en")
    assert found
    assert all(entry.is_ambiguous for entry in found)


def test_foreign_office_is_nobodys_alone():
    assert slugs("Foreign Office", date(2020, 10, 10), "en") == ["pakistan", "united-kingdom"]


def test_codes_find_countries():
    assert GAZETTEER.country_by_code("XK").slug == "kosovo"
    assert GAZETTEER.country_by_code("mex").slug == "mexico"
    assert GAZETTEER.country_by_code("SUHH").slug == "soviet-union"
    assert GAZETTEER.country_by_code("SU") is None


def test_every_former_country_has_a_successor():
    followed = {entry.predecessor for entry in GAZETTEER.successions}
    ended = [country.slug for country in GAZETTEER.countries.values() if country.existed_until]
    assert [slug for slug in ended if slug not in followed] == []


def test_the_soviet_union_has_its_fifteen_successors():
    after = [entry for entry in GAZETTEER.successions_of("soviet-union") if entry.predecessor == "soviet-union"]
    assert len(after) == 15
    assert [entry.successor for entry in after if entry.kind == "continuation"] == ["russia"]


def test_a_person_has_the_title_of_the_day():
    assert titles("joe-biden", date(2010, 1, 1)) == ["Vice President"]
    assert titles("joe-biden", date(2022, 4, 29)) == ["President"]
    assert titles("recep-tayyip-erdogan", date(2010, 1, 1)) == ["Prime Minister"]
    assert titles("recep-tayyip-erdogan", date(2022, 1, 2)) == ["President"]
    assert titles("phumtham-wechayachai", date(2025, 7, 28)) == ["Acting Prime Minister"]
    assert titles("phumtham-wechayachai", date(2025, 7, 28), "es") == ["Primer ministro en funciones"]
    assert titles("donald-trump", date(2022, 1, 1)) == []


def test_the_higher_of_two_offices_comes_first():
    assert titles("xi-jinping", date(2020, 1, 1)) == ["President", "General Secretary"]
    assert titles("miguel-diaz-canel", date(2025, 1, 1))[0] == "President"


def test_an_office_whose_start_is_not_known_is_held_on_the_day_it_was_named():
    (tenure,) = GAZETTEER.tenures_of("luis-alfonso-hoyos", date(2010, 7, 22))
    assert tenure.start == (None, date(2010, 7, 22))
    assert not tenure.covers_surely(date(2010, 7, 21))
    assert tenure.covers_surely(date(2010, 7, 22))


def test_who_held_office_on_a_day():
    (minister,) = GAZETTEER.holders("mexico", date(2026, 1, 11), "foreign_minister")
    assert minister.leader == "juan-ramon-de-la-fuente"
    handing_over = GAZETTEER.holders("united-states", date(2025, 1, 20), "head_of_state_and_government")
    assert {tenure.leader for tenure in handing_over} == {"joe-biden", "donald-trump"}


def test_tenures_of_one_person_in_one_office_do_not_overlap():
    for first, second in combinations(GAZETTEER.tenures, 2):
        if (first.leader, first.office) != (second.leader, second.office):
            continue
        early, late = sorted((first, second), key=lambda tenure: tenure.start[1])
        assert early.end[0] is not None, early
        assert early.end[0] <= late.start[1], (early, late)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Juan Ramon de la Fuente", "Juan Ramón de la Fuente"),
        ("de la Fuente", "Juan Ramón de la Fuente"),
        ("AMLO", "Andrés Manuel López Obrador"),
        ("Lopez Obrador", "Andrés Manuel López Obrador"),
        ("Andres Manuel López Obrador", "Andrés Manuel López Obrador"),
        ("Pena Nieto", "Enrique Peña Nieto"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Binali Yildirim", "Binali Yıldırım"),
        ("Mark Rubio", "Marco Rubio"),
        ("Stephen E Biegum", "Stephen Biegun"),
        ("Antony J. Blinken", "Antony Blinken"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Сергей Лавров", "Sergei Lavrov"),
        ("Лавров", "Sergei Lavrov"),
        ("Путин", "Vladimir Putin"),
        ("Зеленский", "Volodymyr Zelenskyy"),
        ("Sheinbaum Pardo", "Claudia Sheinbaum"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Xi Jingping", "Xi Jinping"),
        ("习近平", "Xi Jinping"),
        ("王毅", "Wang Yi"),
        ("안녕", None),
        ("문재인", "Moon Jae-in"),
        ("안倍", None),
        ("安倍晋三", "Shinzo Abe"),
        ("नरेन्द्र मोदी", "Narendra Modi"),
        ("فيصل بن فرحان", "Faisal bin Farhan"),
        ("Raoul Castro", "Raúl Castro"),
        ("Nicolas Maduro", "Nicolás Maduro"),
        ("Gotabaya Rajapakse", "Gotabaya Rajapaksa"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Pham Minh Chinh", "Phạm Minh Chính"),
        ("Hugo Chavez", "Hugo Chávez"),
    ],
)
def test_people_are_found_without_accents_by_alias_and_in_other_scripts(text, name):
    assert leaders(text) == ([name] if name else [])


def test_those_in_office_come_first():
    assert leaders("Clinton", date(2009, 3, 11)) == ["Hillary Clinton", "Bill Clinton"]
    assert leaders("Clinton", date(1999, 3, 11)) == ["Bill Clinton", "Hillary Clinton"]


def test_family_names_are_not_always_the_last_word():
    assert GAZETTEER.leaders["xi-jinping"].sort_key == "xi jinping"
    assert GAZETTEER.leaders["andres-manuel-lopez-obrador"].sort_key == "lopez obrador andres manuel"
    assert GAZETTEER.leaders["claudia-sheinbaum"].pronoun == "she"


def test_accents_are_taken_away_and_case_is_kept():
    assert unaccented("Côte d’Ivoire") == "Cote d'Ivoire"
    assert unaccented("  Lech  Wałęsa ") == "Lech Walesa"
    assert search_key("ÉLYSÉE") == "elysee"
