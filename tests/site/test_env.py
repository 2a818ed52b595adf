"""A wrong setting stops the start with one sentence that names it."""

from pathlib import Path

import pytest

from config import env, keys


def sentence(capture: pytest.ExceptionInfo[env.BadSetting]) -> str:
    words = str(capture.value)
    assert "\n" not in words
    assert words.endswith(".")
    return words


@pytest.mark.parametrize(
    ("value", "expected"), [("1", True), ("Yes", True), (" on ", True), ("0", False), ("no", False), ("", False)]
)
def test_boolean(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("FLAG", value)
    assert env.boolean("FLAG") is expected


def test_boolean_refuses_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLAG", "maybe")
    with pytest.raises(env.BadSetting) as capture:
        env.boolean("FLAG")
    assert "FLAG is 'maybe'" in sentence(capture)


@pytest.mark.parametrize("value", ["-1", "1.5", "one", "٣", "101", "9" * 5000, "1e2"])
def test_whole_number_refuses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SIZE", value)
    with pytest.raises(env.BadSetting) as capture:
        env.whole_number("SIZE", 5, lowest=1, highest=100)
    assert "from 1 to 100" in sentence(capture)


def test_whole_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.whole_number("SIZE", 5) == 5
    monkeypatch.setenv("SIZE", " 100 ")
    assert env.whole_number("SIZE", 5, lowest=1, highest=100) == 100


def test_choice_and_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.choice("WORD", "a", ("a", "b")) == "a"
    monkeypatch.setenv("WORD", "c")
    with pytest.raises(env.BadSetting) as capture:
        env.choice("WORD", "a", ("a", "b"))
    assert "one of: a, b" in sentence(capture)
    monkeypatch.setenv("WORD", "one.example, two.example")
    assert env.names("WORD", []) == ["one.example", "two.example"]


@pytest.mark.parametrize("value", ["*", "a,,b", ",", "a, *"])
def test_names_refuse(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("WORD", value)
    with pytest.raises(env.BadSetting):
        env.names("WORD", [])


def test_folder_refuses_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setenv("PLACE", str(file))
    with pytest.raises(env.BadSetting) as capture:
        env.folder("PLACE", tmp_path)
    assert "not a folder" in sentence(capture)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgresql://ana:p%40ss@db.example:5433/record",
            {"NAME": "record", "USER": "ana", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"},
        ),
        (
            "postgres://ana@/record?host=%2Fvar%2Frun&sslmode=require",
            {"NAME": "record", "USER": "ana", "PASSWORD": "", "HOST": "/var/run", "PORT": "", "sslmode": "require"},
        ),
    ],
)
def test_database(monkeypatch: pytest.MonkeyPatch, address: str, expected: dict[str, str]) -> None:
    monkeypatch.setenv("ADDRESS", address)
    assert env.database("ADDRESS") == expected


@pytest.mark.parametrize(
    "address", ["mysql://a/b", "postgresql://a", "record", "postgresql://a:x/b", "postgresql://a/b?c=d", "http://[/b"]
)
def test_database_refuses(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("ADDRESS", address)
    with pytest.raises(env.BadSetting) as capture:
        env.database("ADDRESS")
    assert "ADDRESS" in sentence(capture)


def test_a_refused_address_does_not_show_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADDRESS", "mysql://ana:hush@db.example/record")
    with pytest.raises(env.BadSetting) as capture:
        env.database("ADDRESS")
    assert "hush" not in sentence(capture)


def test_secret_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "secret"
    made = keys.read_or_make(file)
    assert len(made) >= 64
    assert keys.read_or_make(file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_secret_in_a_place_that_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(env.BadSetting) as capture:
        keys.read_or_make(tmp_path / "file" / "secret")
    assert "can be neither read nor made" in sentence(capture)


def test_databases_are_separated_by_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADDRESSES", "postgresql://one/record  postgresql://two:6000/record")
    assert [(found["HOST"], found["PORT"]) for found in env.databases("ADDRESSES")] == [("one", ""), ("two", "6000")]
    monkeypatch.setenv("ADDRESSES", "")
    assert env.databases("ADDRESSES") == []
    monkeypatch.setenv("ADDRESSES", "postgresql://one/record mysql://two/record")
    with pytest.raises(env.BadSetting):
        env.databases("ADDRESSES")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("errors@bilateral.example", "mailto:errors@bilateral.example"),
        ("https://bilateral.example/errors?a=1", "https://bilateral.example/errors?a=1"),
        ("", ""),
    ],
)
def test_contact(monkeypatch: pytest.MonkeyPatch, value: str, expected: str) -> None:
    monkeypatch.setenv("CONTACT", value)
    assert env.contact("CONTACT") == expected


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "mailto:a@b.example", "nobody", "a b@c.example", "https://", "a@b"]
)
def test_contact_refuses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("CONTACT", value)
    with pytest.raises(env.BadSetting) as capture:
        env.contact("CONTACT")
    assert "must be an address of mail" in sentence(capture)
