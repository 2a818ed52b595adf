"""The demo, from its first start to kill -9: one command, one sample record, one editor, nothing left behind."""

import http.cookiejar
import os
import re
import signal
import stat
import subprocess
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.running import Home, ask_as_superuser, ended, free_port, is_one_sentence, until

PAIR = "/pairs/mexico/united-states/"


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    """A home for all tests of this file, which run in their order."""
    with tempfile.TemporaryDirectory(prefix="bd-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o711)
        yield Home(Path(name), free_port())


@pytest.fixture(scope="module")
def demo(home: Home) -> Iterator["subprocess.Popen[str]"]:
    """The demo, started for the first time."""
    child = home.start("demo")
    yield child
    if child.poll() is None:
        child.kill()
    ended(child)


def password(child: "subprocess.Popen[str]") -> str:
    found = re.search(r"log in as (\S+@\S+) with (\S+)", child.printed)
    assert found, child.printed
    return found[2]


def events(home: Home) -> list[tuple[int]]:
    return ask_as_superuser(home, "SELECT count(*) FROM timeline_event")


def test_first_start(home: Home, demo: "subprocess.Popen[str]") -> None:
    assert f"http://127.0.0.1:{home.port}{PAIR}" in demo.printed
    assert events(home)[0][0] >= 40
    for path in ("/", PAIR, "/readyz"):
        assert home.get(path).status == 200, path
    file = home.folder / "demo-password"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().strip() == password(demo)


def test_the_editor_can_log_in(home: Home, demo: "subprocess.Popen[str]") -> None:
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    address = f"http://127.0.0.1:{home.port}/accounts/login/"
    form = browser.open(address, timeout=20).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token
    fields = {"csrfmiddlewaretoken": token[1], "login": "editor@example.org", "password": password(demo)}
    answer = browser.open(address, urllib.parse.urlencode(fields).encode(), timeout=20)
    assert urllib.parse.urlsplit(answer.url).path.startswith("/newsroom/")
    assert answer.status == 200


def test_static_files_are_hashed_compressed_and_kept(home: Home, demo: "subprocess.Popen[str]") -> None:
    sheet = re.search(r'href="(/static/css/site\.[0-9a-f]{12}\.css)"', home.get("/").body)
    assert sheet
    answer = home.get(sheet[1])
    assert answer.status == 200
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    request = urllib.request.Request(f"http://127.0.0.1:{home.port}{sheet[1]}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=20) as compressed:
        assert compressed.headers["Content-Encoding"] == "gzip"


def test_a_repeat_visit_costs_no_body(home: Home, demo: "subprocess.Popen[str]") -> None:
    for path in ("/", PAIR):
        etag = home.get(path).headers["etag"]
        again = home.get(path, {"If-None-Match": etag})
        assert (again.status, again.body) == (304, "")
        assert again.headers["content-security-policy"] == home.get(path).headers["content-security-policy"]


def test_reset_is_refused_while_it_runs(home: Home, demo: "subprocess.Popen[str]") -> None:
    done = home.run("demo", "--reset", "--port", str(free_port()))
    assert is_one_sentence(done), done.stderr
    assert "Another program uses the database" in done.stderr
    assert home.get(PAIR).status == 200


def test_ctrl_c_stops_all_of_it_and_the_next_start_loads_nothing(home: Home, demo: "subprocess.Popen[str]") -> None:
    before = events(home)
    demo.send_signal(signal.SIGINT)
    output, errors = ended(demo)
    assert demo.returncode == 0, errors
    assert "Stopped." in output
    assert "Traceback" not in errors
    assert not (home.cluster.data / "postmaster.pid").exists()

    again = home.start("demo")
    try:
        assert "Loading" not in again.printed
        assert password(again) == password(demo)
        assert events(home) == before
        assert until(home, PAIR, 200)
    finally:
        again.terminate()
        ended(again)
    assert again.returncode == 0


def test_kill_9_leaves_no_server_on_the_port_and_every_row(home: Home, demo: "subprocess.Popen[str]") -> None:
    killed = home.start("demo")
    before = events(home)
    os.kill(killed.pid, signal.SIGKILL)
    ended(killed)  # Returns when the last child has ended, for the children write into the same pipes.
    again = home.start("demo")
    try:
        assert events(home) == before
        assert until(home, PAIR, 200)
    finally:
        again.terminate()
        ended(again)
