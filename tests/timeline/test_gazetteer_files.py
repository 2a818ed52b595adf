"""A fault in the gazetteer's files stops the load with the file and the line."""

import shutil

import pytest

from timeline.gazetteer import FOLDER, load


@pytest.fixture
def folder(tmp_path):
    """A small gazetteer without a fault, to break one line at a time."""
    (tmp_path / "countries.csv").write_text(
        "slug,kind,iso2,iso3,iso_numeric,iso3166_3,cow,wikidata,existed_from,existed_until,definite_article,source\n"
        "here,state,HH,,,,1,,1900,,,a book\n"
        "there,state,TT,,,,2,,1900,,yes,a book\n",
        encoding="utf-8",
    )
    (tmp_path / "names.csv").write_text(
        "country,language,kind,text,valid_from,valid_until,ambiguous,source\n"
        "here,en,short,Here,,,,a book\n"
        "there,en,short,There,,,,a book\n",
        encoding="utf-8",
    )
    (tmp_path / "cities.csv").write_text(
        "country,language,text,valid_from,valid_until,ambiguous,source\nhere,en,Heretown,,,,a book\n", encoding="utf-8"
    )
    (tmp_path / "successions.csv").write_text(
        "predecessor,successor,kind,date,source\nthere,here,merger,1990-10-03,a book\n", encoding="utf-8"
    )
    (tmp_path / "offices.csv").write_text(
        "slug,country,title_en,title_es,kind,level,other_titles,source\n"
        "here-president,here,President,Presidente,head_of_state,leader,Head | Chief,a book\n"
        "here-spokesperson,here,Spokesperson,Portavoz,spokesperson,official,,a book\n",
        encoding="utf-8",
    )
    (tmp_path / "leaders.csv").write_text(
        "slug,name,family_name,name_order,pronoun,wikidata,source\n"
        "ada-alt,Ada Alt,Alt,family_last,she,,a book\n"
        "bo-boe,Bo Boe,Boe,family_last,,,a book\n",
        encoding="utf-8",
    )
    (tmp_path / "leader_names.csv").write_text(
        "leader,text,kind,source\nada-alt,A. A.,alias,a book\n", encoding="utf-8"
    )
    (tmp_path / "tenures.csv").write_text(
        "leader,office,started,ended,acting,source\n"
        "ada-alt,here-president,2000-01-01,2004-01-01,,a book\n"
        "bo-boe,here-president,2004-01-01,,,a book\n",
        encoding="utf-8",
    )
    return tmp_path


def refused(folder, file_name, text, *words):
    """Write one file anew and expect a refusal that names it and says these words."""
    (folder / file_name).write_text(text, encoding="utf-8")
    load.cache_clear()
    with pytest.raises(ValueError, match=file_name) as refusal:
        load(folder)
    for word in words:
        assert word in str(refusal.value)


def with_line(folder, file_name, line):
    return (folder / file_name).read_text(encoding="utf-8") + line + "\n"


def test_files_without_a_fault_are_read(folder):
    gazetteer = load(folder)
    assert [country.name for country in gazetteer.countries.values()] == ["Here", "There"]
    assert gazetteer.offices["here-president"].other_titles == ("Head", "Chief")
    assert gazetteer.countries["there"].definite_article is True


def test_the_project_s_files_are_read_once():
    assert load() is load()


@pytest.mark.parametrize(
    ("file_name", "line", "words"),
    [
        ("countries.csv", "here,state,,,,,,,,,,a book", ("line 4", "line 2")),
        ("countries.csv", "nowhere,state,,,,,,,,,,a book", ("line 4", "no short English name")),
        ("cities.csv", "nowhere,en,Nobury,,,,a book", ("line 3", "nowhere")),
        ("names.csv", "nowhere,en,demonym,Nobody,,,,a book", ("line 4", "nowhere")),
        ("names.csv", "here,en,nickname,Heré,,,,a book", ("line 4", "nickname")),
        ("names.csv", "here,de,demonym,Hiesig,,,,a book", ("line 4", "de")),
        ("names.csv", "here,en,former,Hither,2001-01-01,2000-01-01,,a book", ("line 4", "before")),
        ("names.csv", "here,en,former,Hither,2001-13-01,,,a book", ("line 4", "2001-13-01")),
        ("names.csv", "here,en,short,Hither,,,,a book", ("line 4", "line 2")),
        ("names.csv", "there,es,short,Allí,,,sometimes,a book", ("line 4", "sometimes")),
        ("names.csv", "here,en,demonym,Herean,,,,", ("line 4", "source")),
        ("names.csv", "here,en,demonym,Herean,a book", ("line 4", "5 values")),
        ("successions.csv", "here,nowhere,merger,1990,a book", ("line 3", "nowhere")),
        ("successions.csv", "here,there,marriage,1990,a book", ("line 3", "marriage")),
        ("successions.csv", "here,there,merger,soon,a book", ("line 3", "soon")),
        ("offices.csv", "nowhere-king,nowhere,King,Rey,head_of_state,leader,,a book", ("line 4", "nowhere")),
        ("offices.csv", "here-king,here,King,Rey,king,leader,,a book", ("line 4", "king")),
        ("leaders.csv", "cy-coe,Cy Coe,Doe,family_last,,,a book", ("line 4", "Doe")),
        ("leaders.csv", "cy-coe,Cy Coe,Coe,middle,,,a book", ("line 4", "middle")),
        ("leader_names.csv", "nobody,N. N.,alias,a book", ("line 3", "nobody")),
        ("tenures.csv", "nobody,here-president,1990,1991,,a book", ("line 4", "nobody")),
        ("tenures.csv", "bo-boe,here-president,1995-06-01,1990-01-01,,a book", ("line 4", "before")),
        ("tenures.csv", "bo-boe,here-president,2003-06-01,2003-12-01,,a book", ("line 4", "overlaps")),
        ("tenures.csv", "bo-boe,here-president,2005-06-01,,yes,a book", ("line 4", "overlaps")),
        ("tenures.csv", "bo-boe,here-president,2003-06-32,,,a book", ("line 4", "2003-06-32")),
        ("tenures.csv", "bo-boe,here-spokesperson,[2003..],,,a book", ("line 4", "no last day")),
    ],
)
def test_a_faulty_line_is_refused(folder, file_name, line, words):
    refused(folder, file_name, with_line(folder, file_name, line), file_name, *words)


def test_two_countries_may_share_a_short_name_only_at_different_times(folder):
    names = (
        "country,language,kind,text,valid_from,valid_until,ambiguous,source\n"
        "here,en,short,Land,,2000-01-01,,a book\n"
        "here,en,short,Here,2000-01-01,,,a book\n"
        "there,en,short,Land,{},,,a book\n"
    )
    (folder / "names.csv").write_text(names.format("2000-01-01"), encoding="utf-8")
    assert load(folder).short_name("there") == "Land"
    refused(folder, "names.csv", names.format("1999-12-31"), "line 4", "line 2")


def test_an_acting_holder_may_stand_beside_the_one_who_is_suspended(folder):
    line = "bo-boe,here-president,2003-06-01,2003-12-01,yes,a book"
    (folder / "tenures.csv").write_text(with_line(folder, "tenures.csv", line), encoding="utf-8")
    assert len(load(folder).tenures) == 3


def test_several_people_may_be_spokesperson(folder):
    lines = "ada-alt,here-spokesperson,2001-01-01,,,a book\nbo-boe,here-spokesperson,2002-01-01,,,a book"
    (folder / "tenures.csv").write_text(with_line(folder, "tenures.csv", lines), encoding="utf-8")
    assert len(load(folder).tenures) == 4


def test_missing_columns_are_refused(folder):
    refused(folder, "leader_names.csv", "leader,text\n", "line 1", "leader,text,kind,source")


def test_a_copy_of_the_project_s_files_is_read_alike(tmp_path):
    for path in FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    assert load(tmp_path) == load()
