"""What an instance calls countries itself: shown everywhere, the other name still found, a fault told by its line."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from newsroom.reading.names.index import index_of
from tests.factories import make_event
from tests.pages import text_of
from timeline.gazetteer import FOLDER, load, read_own_names, use_own_names

HEAD = "country,language,name,definite_article\n"
TREE = load(FOLDER)


def written(folder, lines, head=HEAD):
    """Write the file of own names, and return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "countries.csv").write_text(head + lines, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path):
    """Return what takes over the lines of a file; afterwards all names are the project's again."""
    yield lambda lines: use_own_names(read_own_names(written(tmp_path / "names", lines)))
    use_own_names(())


@pytest.mark.django_db
def test_pages_show_the_own_name_and_find_the_other_until_the_file_is_gone(own, client):
    own("united-states,en,America,\nunited-states,es,Unión del Norte,\nkosovo,en,Kosovo and Metohija,\n")
    call_command("load_gazetteer", verbosity=0)
    make_event()
    page = text_of(client.get("/pairs/mexico/united-states/"))
    assert "<title>Mexico and America: timeline · Bilateral</title>" in page
    assert "Unión del Norte" in text_of(client.get("/es/pairs/mexico/united-states/"))
    for name in ("united states", "America", "estados-unidos", "us"):
        assert client.get(f"/countries/{name}/").headers["Location"] == "/countries/united-states/"
    country = text_of(client.get("/countries/united-states/"))
    assert "<title>America" in country
    assert "United States" in country
    assert "Kosovo and Metohija" in text_of(client.get("/countries/"))
    found = text_of(client.get("/search/?q=united+states"))
    assert "America" in found
    own("")
    call_command("load_gazetteer", verbosity=0)
    assert "Mexico and the United States: timeline" in text_of(client.get("/pairs/mexico/united-states/"))
    assert "Unión del Norte" not in text_of(client.get("/es/countries/united-states/"))


def test_the_reading_engine_knows_the_own_name_and_the_other(own):
    own("myanmar,en,Burma,\nczechia,en,Bohemia,\n")
    gazetteer = load()
    assert (gazetteer.short_name("czechia"), gazetteer.short_name("myanmar")) == ("Bohemia", "Burma")
    for text in ("Bohemia", "Czechia"):
        assert {name.country for name in gazetteer.find_names(text)} == {"czechia"}
    assert index_of(gazetteer) is not index_of(TREE)


def test_what_was_called_so_once_may_be_called_so_now(own):
    own("eswatini,en,Swaziland,\nmexico,en,Mexico,\n")
    assert load().countries["eswatini"].name == "Swaziland"
    assert load().names_of("mexico") == TREE.names_of("mexico")


def test_without_a_file_nothing_is_called_otherwise(tmp_path):
    assert read_own_names(tmp_path / "nowhere") == ()
    assert read_own_names(written(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("atlantis,en,Atlantis,\n", "line 2: country “atlantis” is unknown"),
        ("mexico,fr,Mexique,\n", "line 2: language “fr” is unknown"),
        ("mexico,en,,\n", "line 2: name is empty"),
        (",en,Mexico,\n", "line 2: country is empty"),
        ("mexico,en,Mexico\n", "line 2: 3 values for 4 columns"),
        ("mexico,en,Mexico,no\n", "line 2: definite_article is “yes” or empty, not “no”"),
        ("mexico,es,México,yes\n", "line 2: definite_article is for names in English"),
        ("mexico,en,A,\nmexico,en,B,\n", "line 3: mexico has a name in en in line 2"),
        ("mexico,en,Cuba,\n", "line 2: “Cuba” is the name of cuba"),
        ("mexico,en,CUBÁ,\n", "line 2: “CUBÁ” is the name of cuba"),
        ("mexico,en,A,\ncuba,en,A,\n", "“A” is the name of"),
        (f"mexico,en,{'x' * 121},\n", "at most 120 characters"),
        ('mexico,en,"Me\nxico",\n', "text on one line"),
        ("mexico,en,Me\u202exico,\n", "text on one line"),
    ],
)
def test_a_fault_is_told_by_its_line_and_changes_no_name(settings, tmp_path, lines, told):
    settings.OWN_NAMES_DIR = written(tmp_path / "names", lines)
    errors = [one for one in run_checks() if one.id == "timeline.E001"]
    assert len(errors) == 1
    assert told in errors[0].msg
    assert "countries.csv" in errors[0].hint
    assert load().countries["mexico"].name == "Mexico"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"a,b\n", HEAD.encode() + b'mexico,en,"Me'])
def test_a_file_that_is_none_is_told_so(settings, tmp_path, content):
    (tmp_path / "countries.csv").write_bytes(content)
    settings.OWN_NAMES_DIR = tmp_path
    assert [one.id for one in run_checks() if one.id.startswith("timeline")] == ["timeline.E001"]


def test_own_names_without_a_fault_pass(settings, tmp_path):
    settings.OWN_NAMES_DIR = written(tmp_path / "names", "gambia,en,Gambia,\n")
    assert [one for one in run_checks() if one.id.startswith("timeline")] == []
