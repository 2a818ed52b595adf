"""Reading beyond one server: a real streaming replica, two sets of web processes, nginx in front of them.

What is promised: a reader never sees an older page after a newer one than the stated lag; who is logged in reads the
primary; a server that is lost costs no page.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config import postgres
from config.errors import DatabaseTrouble
from config.programs import find_programs
from config.replicas import Lags, ReplicaMiddleware, Watch, reading_from
from tests.site.running import ATTEMPTS, LONGEST_SECONDS, Answer, Home, ask_as_superuser, free_port, make_home, until

LIMIT = 4  # seconds: a busy machine looks seldom
# Debian keeps it where only root looks.
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
PAIR = "/pairs/mexico/united-states/"
FIRST_EVENT = "SELECT id, slug, title FROM timeline_event ORDER BY id LIMIT 1"
RENAMED = "Renamed while the replica waits"
# On the primary only, and past every action: the page must still say it.
RENAME = f"UPDATE timeline_event SET title = '{RENAMED}' WHERE id = (SELECT min(id) FROM timeline_event) RETURNING 1"  # noqa: S608


# --- The rule --------------------------------------------------------------------------------------------------------


def test_a_replica_is_read_while_it_has_all_that_was_there_within_the_limit():
    lags = Lags(limit=5)
    lags.see(100, 1000, {"one": 1000})
    assert lags.choose(100) == "one"
    lags.see(103, 2000, {"one": 1500})
    assert lags.choose(104.9) == "one", "all of moment 100 is there"
    assert lags.choose(105.1) is None
    lags.see(106, 3000, {"one": 2000})
    assert lags.choose(108) == "one", "all of moment 103 is there"


def test_one_that_has_nothing_that_was_noted_is_not_read():
    lags = Lags(limit=5)
    lags.see(100, 1000, {"one": 999})
    assert lags.choose(100) is None


def test_they_take_turns_and_one_that_fails_is_left_out_until_the_next_look():
    lags = Lags(limit=5)
    lags.see(100, 1000, {"one": 1000, "two": 1000})
    assert {lags.choose(100) for _ in range(4)} == {"one", "two"}
    lags.drop("one")
    assert {lags.choose(100) for _ in range(4)} == {"two"}
    lags.see(101, 1000, {"one": 1000, "two": 1000})
    assert {lags.choose(101) for _ in range(4)} == {"one", "two"}


def test_without_the_primary_a_replica_is_read_that_was_fresh_when_it_was_lost():
    lags = Lags(limit=5)
    lags.see(100, 1000, {"fresh": 1000, "stale": 10})
    lags.see(200, None, {"fresh": 1000, "stale": 10})
    assert {lags.choose(10_000) for _ in range(4)} == {"fresh"}


def test_without_anything_noted_any_replica_that_answers_is_read():
    lags = Lags(limit=5)
    lags.see(100, None, {"one": 7})
    assert lags.choose(100) == "one"


def test_a_look_taken_while_the_first_try_failed_hides_no_replica(rf: RequestFactory, settings, monkeypatch):
    """A busy replica fails once, after a look; the primary is gone: the replica is asked again."""
    settings.REPLICAS = ["one"]
    monkeypatch.setattr(Watch, "start", lambda watch: None)
    monkeypatch.setattr(Watch, "_ask", lambda watch, alias: None if alias == "default" else 7)
    asked = []

    def answer(request: HttpRequest) -> HttpResponse:
        asked.append(reading_from.get())
        if len(asked) == 1:
            middleware._watch.look()
        return HttpResponse() if len(asked) == 3 else DatabaseTrouble(status=503)

    middleware = ReplicaMiddleware(answer)
    assert middleware(rf.get("/")).status_code == 200
    assert asked == ["one", "default", "one"]


# --- The farm --------------------------------------------------------------------------------------------------------


@dataclass
class Farm:
    """A primary, a replica that streams from it, two sites that read from both, and nginx."""

    first: Home
    second: Home
    keeping: Home  # which keeps pages, as sites do
    replica: postgres.Cluster
    front: Home

    def on_replica(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(
            host=str(self.replica.socket_folder), user=postgres.SUPERUSER, dbname=postgres.DATABASE_NAME,
            autocommit=True,
        ) as connection:  # fmt: skip
            return connection.execute(query.encode()).fetchall()


def make_replica(primary: postgres.Cluster, replica: postgres.Cluster) -> None:
    programs = find_programs(primary.made_version())
    identity = postgres._identity_for(primary, programs)
    draft = replica.beside(".new")
    draft.mkdir(mode=0o700)
    if identity.user is not None:
        os.chown(draft, identity.user, identity.user)
    command = [programs.path("pg_basebackup"), "-D", str(draft), "-R", "-X", "stream", "-c", "fast", "--no-sync"]
    command += ["-h", str(primary.socket_folder), "-U", postgres.SUPERUSER]
    postgres._run(identity, command, "The replica could not be made")
    for file in draft.glob(f"{postgres.SOCKET_NAME}*"):
        file.unlink()  # The primary's: its socket stands in its data folder.
    draft.rename(replica.data)
    postgres._start(replica, programs, postgres._identity_for(replica, programs))


def nginx_settings(folder: Path, port: int, behind: list[int]) -> str:
    servers = "\n".join(f"    server 127.0.0.1:{each} max_fails=1 fail_timeout=1s;" for each in behind)
    return f"""
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  proxy_temp_path {folder}/proxy; client_body_temp_path {folder}/body; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  proxy_cache_path {folder}/cache keys_zone=pages:1m;
  upstream site {{
{servers}
  }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://site;
      proxy_set_header Host $host;
      proxy_next_upstream error timeout http_502;
      proxy_cache pages;
      proxy_cache_bypass $http_x_past_the_cache;
      add_header X-Cache $upstream_cache_status always;
    }}
  }}
}}
"""


@contextlib.contextmanager
def nginx(folder: Path, port: int, behind: list[int]) -> Iterator[None]:
    folder.mkdir()
    (folder / "nginx.conf").write_text(nginx_settings(folder, port, behind))
    child = subprocess.Popen([str(NGINX), "-p", str(folder), "-e", str(folder / "error.log"), "-c", "nginx.conf"])
    try:
        yield
    finally:
        child.terminate()
        child.wait(LONGEST_SECONDS)


@pytest.fixture(scope="module")
def farm() -> Iterator[Farm]:
    if NGINX is None:
        if os.environ.get("CI"):
            pytest.fail("nginx is not installed")
        pytest.skip("nginx is not installed")
    with contextlib.ExitStack() as stack:
        name = stack.enter_context(make_home())
        Path(name).chmod(0o711)
        replica = postgres.Cluster(Path(name) / "replica")
        settings = {
            "DATABASE_REPLICA_URLS": replica.address,
            "BILATERAL_REPLICA_LAG": str(LIMIT),
            "BILATERAL_CDN_SECONDS": "60",
        }
        # Kept pages are found by a revision, and the change below is made past every action.
        first, second = (Home(Path(name), free_port(), settings | {"BILATERAL_PAGE_MEMORY_MB": "0"}) for _ in range(2))
        keeping = Home(Path(name), free_port(), settings)
        stack.enter_context(postgres.running(first.cluster))
        for command in ("migrate", "load_gazetteer", "load_sample"):
            done = first.run(command)
            assert done.returncode == 0, done.stderr
        make_replica(first.cluster, replica)
        stack.callback(lambda: postgres._stop(replica))
        for home in (first, second, keeping):
            child = home.start("serve")
            stack.callback(child.communicate)
            stack.callback(child.terminate)
        front = Home(Path(name), free_port())
        stack.enter_context(nginx(Path(name) / "nginx", front.port, [first.port, second.port]))
        until(front, "/healthz", 200)
        yield Farm(first, second, keeping, replica, front)


def until_shown(home: Home, path: str, words: str) -> Answer:
    """Ask until the page has the words; the answers pace the asking."""
    for _ in range(ATTEMPTS * 10):
        answer = home.get(path)
        if words in answer.body:
            return answer
    raise AssertionError(f"{path} never said {words!r}")


def test_readers_read_from_the_replica(farm: Farm):
    query = "SELECT sum(xact_commit) FROM pg_stat_database WHERE datname = current_database()"
    used = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'bilateral-web'"
    until_shown(farm.first, PAIR, "Mexico")
    assert farm.on_replica(used)[0][0] >= 1
    assert farm.on_replica(query)


def test_a_page_is_no_older_than_the_limit_and_never_goes_back(farm: Farm):
    event, slug, before = ask_as_superuser(farm.first, FIRST_EVENT)[0]
    address = f"/events/{event}/{slug}/"
    until_shown(farm.first, address, before)
    farm.on_replica("SELECT pg_wal_replay_pause()")
    try:
        ask_as_superuser(farm.first, RENAME)
        over = time.monotonic() + LIMIT
        # Who is logged in sees it at once; everybody does once the replica is too far behind.
        editor = farm.first.get(address, {"Cookie": "session=anything"})
        assert RENAMED in editor.body
        until_shown(farm.first, address, RENAMED)
        # Until the limit is over, one process may still read the replica while another does not; after it none may.
        while time.monotonic() < over:
            farm.first.get(address)
        seen = [farm.first.get(address).body for _ in range(30)]
        assert all(RENAMED in body for body in seen)
    finally:
        farm.on_replica("SELECT pg_wal_replay_resume()")
    until_shown(farm.second, address, RENAMED)
    assert RENAMED in farm.first.get(address).body


def test_one_page_has_one_etag_whichever_process_made_it(farm: Farm):
    for path in ("/", PAIR, "/countries/", "/about/"):
        ours, theirs = (home.get(path, {"Host": "127.0.0.1"}) for home in (farm.first, farm.second))
        assert ours.headers["etag"] == theirs.headers["etag"], path
        again = farm.second.get(path, {"Host": "127.0.0.1", "If-None-Match": ours.headers["etag"]})
        assert again.status == 304, path


def test_a_cache_keeps_pages_and_never_hands_out_a_fragment_for_one(farm: Farm):
    path = f"{PAIR}?order=oldest"
    page = farm.front.get(path)
    assert "s-maxage=60" in page.headers["cache-control"]
    assert "set-cookie" not in page.headers
    assert farm.front.get(path).headers["x-cache"] == "HIT"
    fragment = farm.front.get(path, {"HX-Request": "true", "HX-Request-Type": "partial"})
    assert "<html" not in fragment.body
    assert "<html" in farm.front.get(path).body
    assert farm.front.get("/newsroom/").headers["x-cache"] != "HIT"


def test_a_lost_replica_costs_no_page(farm: Farm):
    for home in (farm.first, farm.keeping):
        until_shown(home, PAIR, "Mexico")
    pid = int((farm.replica.data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    try:
        for home in (farm.keeping, farm.first):
            # A page of a pair asks for the pair's state, one of countries for the record's, a known address for either.
            paths = [f"/countries/?lost={n}" for n in range(20)] + [f"{PAIR}?order=oldest&lost={n}" for n in range(20)]
            assert {home.get(path).status for path in [*paths, PAIR]} == {200}
    finally:
        programs = find_programs(farm.replica.made_version())
        postgres._forget_ended_server(farm.replica)
        postgres._start(farm.replica, programs, postgres._identity_for(farm.replica, programs))


def test_readers_read_on_without_the_primary(farm: Farm):
    used = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'bilateral-web' AND state IS NOT NULL"
    for _ in range(ATTEMPTS):
        assert farm.first.get(PAIR).status == 200
        if farm.on_replica(used)[0][0] >= 1:
            break
    else:
        raise AssertionError("the replica was never read again")
    postgres._stop(farm.first.cluster)
    try:
        for home in (farm.first, farm.second, farm.keeping):
            assert {home.get(path).status for path in [PAIR] * 40 + ["/countries/"]} == {200}
    finally:
        programs = find_programs(farm.first.cluster.made_version())
        postgres._start(farm.first.cluster, programs, postgres._identity_for(farm.first.cluster, programs))
    until(farm.first, "/readyz", 200)
