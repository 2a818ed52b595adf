"""The embedded PostgreSQL: first start, join, many at once, kill -9, long paths, root or not, strangers' processes."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config import postgres, processes, programs
from config.postgres import CannotStart, Cluster
from tests.site.running import ended

ROOT = Path(__file__).resolve().parents[2]
IS_ROOT = os.geteuid() == 0

START_AND_SAY = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from config import postgres
print(postgres.start(postgres.Cluster(Path(sys.argv[2]), is_throwaway=True)))
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A short folder of our own, passable by others, whose clusters are stopped afterwards."""
    with tempfile.TemporaryDirectory(prefix="bp-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o711)
        yield folder
        for shared in list(folder.rglob("global")):
            postgres.remove(Cluster(shared.parent))


@pytest.fixture
def cluster(place: Path) -> Cluster:
    return Cluster(place / "postgres", is_throwaway=True)


def rows(cluster: Cluster, query: str, user: str = postgres.DATABASE_ROLE) -> list[tuple[object, ...]]:
    with psycopg.connect(
        host=str(cluster.socket_folder), dbname=postgres.DATABASE_NAME, user=user, autocommit=True
    ) as connection:
        return connection.execute(query.encode()).fetchall()


def server_pid(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def one_sentence(error: pytest.ExceptionInfo[CannotStart]) -> str:
    words = str(error.value)
    assert "\n" not in words
    assert "Traceback" not in words
    return words


def test_first_start_then_join_then_the_last_one_stops_it(cluster: Cluster) -> None:
    with postgres.running(cluster):
        pid = server_pid(cluster)
        with postgres.running(cluster):
            assert postgres.start(cluster) == "joined"
            assert server_pid(cluster) == pid
        assert rows(cluster, "SELECT 1") == [(1,)]
    assert not (cluster.data / "postmaster.pid").exists()
    assert processes.owner_of(pid, cluster.data) is processes.Owner.NOT_OURS
    assert not cluster.beside(".new").exists()


def test_django_is_no_superuser_and_nobody_else_gets_in(place: Path) -> None:
    cluster = Cluster(place / "postgres")  # Not for tests: these may make databases, the site may not.
    postgres.start(cluster)
    query = "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = "
    assert rows(cluster, f"{query}'{postgres.DATABASE_ROLE}'") == [(False,) * 5]
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
    assert rows(cluster, owner) == [(postgres.DATABASE_ROLE,)]
    extensions = {name for (name,) in rows(cluster, "SELECT extname FROM pg_extension")}
    assert extensions >= set(postgres.EXTENSIONS)
    assert rows(cluster, "SHOW listen_addresses") == [("",)]
    assert rows(cluster, "SHOW data_checksums") == [("on",)]
    assert rows(cluster, "SHOW fsync") == [("on",)]
    assert rows(cluster, "SHOW server_encoding") == [("UTF8",)]
    assert cluster.data.stat().st_mode & 0o777 == 0o700
    assert (cluster.socket_folder / postgres.SOCKET_NAME).stat().st_mode & 0o777 == 0o700


def test_six_at_once_make_it_once(cluster: Cluster) -> None:
    command = [sys.executable, "-c", START_AND_SAY, str(ROOT), str(cluster.data)]
    starts = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    answers = [ended(start) for start in starts]
    assert sorted(output.strip() for output, _ in answers) == ["joined"] * 5 + ["made"], answers


def test_after_kill_9_every_row_is_there(place: Path) -> None:
    cluster = Cluster(place / "postgres")
    postgres.start(cluster)
    with psycopg.connect(cluster.address) as connection:
        connection.execute("CREATE TABLE kept AS SELECT n FROM generate_series(1, 1000) AS n")
    with psycopg.connect(cluster.address) as connection:
        connection.execute("INSERT INTO kept SELECT n FROM generate_series(1001, 1500) AS n")
    killed = server_pid(cluster)
    os.kill(killed, signal.SIGKILL)
    assert postgres.start(cluster) == "started"
    assert server_pid(cluster) != killed
    assert rows(cluster, "SELECT count(*) FROM kept") == [(1500,)]


@pytest.mark.parametrize("deep", ["x" * 120 + "/y", "a, b's \u00e9"])
def test_long_and_odd_paths(place: Path, deep: str) -> None:
    cluster = Cluster(place / deep / "postgres", is_throwaway=True)
    assert postgres.start(cluster) == "made"
    folder = cluster.socket_folder
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(os.fsencode(folder / postgres.SOCKET_NAME)) < postgres.LONGEST_SOCKET_PATH
    assert rows(cluster, "SELECT 1") == [(1,)]
    postgres.remove(cluster)
    if folder != cluster.data:
        assert not folder.exists()


def test_a_socket_folder_that_somebody_else_opened_is_refused(place: Path) -> None:
    cluster = Cluster(place / ("x" * 120) / "postgres", is_throwaway=True)
    cluster.socket_folder.mkdir(mode=0o700)
    try:
        cluster.socket_folder.chmod(0o777)
        with pytest.raises(CannotStart, match="belongs to somebody else") as error:
            postgres.start(cluster)
        one_sentence(error)
    finally:
        cluster.socket_folder.rmdir()


@pytest.mark.skipif(not IS_ROOT, reason="only root has to leave root")
@pytest.mark.parametrize("way", ["setpriv", "unshare", "passing"])
def test_each_way_out_of_root(place: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    found = shutil.which
    if way != "setpriv":
        place.chmod(0o700)
    if way == "passing":
        monkeypatch.setattr(processes.shutil, "which", lambda name: None if name == "unshare" else found(name))
    cluster = Cluster(place / "postgres", is_throwaway=True)
    if not any(
        processes.can_reach(identity, programs.find_programs().folder / "initdb", place)
        for identity in processes.identities(None)
    ):
        pytest.skip(f"this machine does not allow root to leave root by {way}")
    assert postgres.start(cluster) == "made"
    owner = cluster.data.stat().st_uid
    os.kill(server_pid(cluster), signal.SIGKILL)
    assert postgres.start(cluster) == "started", "a cluster keeps the way it was made"
    assert cluster.data.stat().st_uid == owner
    assert rows(cluster, "SELECT 1") == [(1,)]


@pytest.mark.skipif(not IS_ROOT, reason="the other tests of this file run without root already")
@pytest.mark.parametrize("number", [processes.NOBODY, 4711], ids=["listed", "not-listed"])
def test_without_root(cluster: Cluster, number: int) -> None:
    """The interpreter may be where only root may look, so the other user is one of a user namespace where needed."""
    user = ("setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups")
    folder = cluster.data.parent
    if processes.can_reach(processes.Identity(user), Path(sys.executable), ROOT):
        os.chown(folder, number, number)
    else:
        user = ("unshare", "--user", f"--map-user={number}", f"--map-group={number}")
    command = [*user, sys.executable, "-c", START_AND_SAY, str(ROOT), str(cluster.data)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "made", done.stderr
    assert rows(cluster, "SELECT 1") == [(1,)]


@pytest.mark.parametrize("kind", ["stranger", "zombie", "ended", "nonsense", "empty"])
def test_a_pid_file_that_names_no_server_of_ours(cluster: Cluster, kind: str) -> None:
    with postgres.running(cluster):
        lines = (cluster.data / "postmaster.pid").read_text().splitlines(keepends=True)
    stranger = subprocess.Popen(["sleep", "600"] if kind == "stranger" else ["true"])
    try:
        if kind == "zombie":
            os.waitid(os.P_PID, stranger.pid, os.WEXITED | os.WNOWAIT)
        elif kind != "stranger":
            stranger.wait()
        first = {"nonsense": "all\n", "empty": ""}.get(kind, f"{stranger.pid}\n")
        for file in (cluster.data / "postmaster.pid", cluster.socket_folder / f"{postgres.SOCKET_NAME}.lock"):
            file.write_text("".join([first, *lines[1:]]) if first else "")
            shutil.chown(file, cluster.data.stat().st_uid)
        assert postgres.start(cluster) == "started"
        assert rows(cluster, "SELECT 1") == [(1,)]
        if kind == "stranger":
            assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_stopping_never_signals_a_stranger(cluster: Cluster) -> None:
    with postgres.running(cluster):
        lines = (cluster.data / "postmaster.pid").read_text().splitlines(keepends=True)
    stranger = subprocess.Popen(["sleep", "600"])
    try:
        (cluster.data / "postmaster.pid").write_text("".join([f"{stranger.pid}\n", *lines[1:]]))
        postgres.remove(cluster)
        assert stranger.poll() is None
        assert not cluster.data.exists()
    finally:
        stranger.kill()
        stranger.wait()


def test_a_process_that_only_mentions_the_folder_is_a_stranger(cluster: Cluster) -> None:
    stranger = subprocess.Popen(["sleep", "600", str(cluster.data)], stderr=subprocess.DEVNULL)
    other = subprocess.Popen([sys.executable, "-c", "input()", str(cluster.data)], stdin=subprocess.PIPE)
    try:
        for process in (stranger, other):
            assert processes.owner_of(process.pid, cluster.data) is processes.Owner.NOT_OURS
    finally:
        for process in (stranger, other):
            process.kill()
            process.communicate()


def test_used_by_another_program_is_not_removed(cluster: Cluster) -> None:
    with postgres.running(cluster):
        with pytest.raises(CannotStart, match="Another program uses") as error:
            postgres.remove(cluster)
        one_sentence(error)
        assert rows(cluster, "SELECT 1") == [(1,)]


def test_a_newer_cluster_is_left_alone(cluster: Cluster) -> None:
    with postgres.running(cluster):
        pass
    (cluster.data / "PG_VERSION").write_text("99\n")
    with pytest.raises(CannotStart, match="made by PostgreSQL 99, which is newer") as error:
        postgres.start(cluster)
    one_sentence(error)
    (cluster.data / "PG_VERSION").write_text(f"{programs.find_programs().version}\n")
    assert postgres.start(cluster) == "started"


def test_no_programs_anywhere(cluster: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(programs, "SYSTEM_PROGRAMS", tmp_path)
    with pytest.raises(CannotStart, match="There is no PostgreSQL: set DATABASE_URL") as error:
        postgres.start(cluster)
    one_sentence(error)
    assert not cluster.data.exists()


def test_programs_of_the_system_where_the_wheel_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = programs.find_programs()
    for name, version in (("9", "9.6"), ("15", "15.4 (Debian)"), ("17", "17.2")):
        folder = tmp_path / name / "bin"
        folder.mkdir(parents=True)
        (folder / "postgres").write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (folder / "postgres").chmod(0o755)
    monkeypatch.setattr(programs, "SYSTEM_PROGRAMS", tmp_path)
    assert programs.find_programs() == wheel
    monkeypatch.setattr(programs.importlib.util, "find_spec", lambda name: None)
    assert programs.find_programs().version == 17
    assert programs.find_programs(15).folder == tmp_path / "15" / "bin"
    with pytest.raises(CannotStart, match="made by PostgreSQL 9, which is older"):
        programs.find_programs(9)


def test_a_folder_with_something_else_in_it(cluster: Cluster) -> None:
    cluster.data.mkdir()
    (cluster.data / "letters").write_text("dear")
    with pytest.raises(CannotStart, match="holds no database; nothing was changed") as error:
        postgres.start(cluster)
    one_sentence(error)
    assert [path.name for path in cluster.data.iterdir()] == ["letters"]


def test_a_half_made_cluster_is_made_anew(cluster: Cluster) -> None:
    draft = cluster.beside(".new")
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    assert postgres.start(cluster) == "made"
    assert not draft.exists()


def test_a_place_that_cannot_be_written(place: Path) -> None:
    (place / "file").write_text("")
    with pytest.raises(CannotStart, match="cannot be written") as error:
        postgres.start(Cluster(place / "file" / "postgres"))
    one_sentence(error)


def test_a_cluster_of_another_user(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with postgres.running(cluster):
        pass
    monkeypatch.setattr(postgres.os, "geteuid", lambda: 4712)
    with pytest.raises(CannotStart, match="belongs to another user") as error:
        postgres.start(cluster)
    one_sentence(error)


@pytest.mark.parametrize("character", ['"', "$", "`", "\\", "\n"])
def test_a_path_that_a_shell_would_misread(place: Path, character: str) -> None:
    with pytest.raises(CannotStart, match="must be without the characters") as error:
        postgres.start(Cluster(place / f"a{character}b" / "postgres"))
    one_sentence(error)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("limit", "shared"),
    [("max", None), (str(4 * 2**30), 512 * 2**20), (str(2**28), 128 * 2**20), ("", None), (str(2**44), None)],
)
def test_the_server_takes_an_eighth_of_the_memory_within_bounds(tmp_path, monkeypatch, limit, shared):
    file = tmp_path / "memory.max"
    file.write_text(limit)
    monkeypatch.setattr(postgres, "MEMORY_LIMIT", file)
    monkeypatch.setattr(postgres.os, "sysconf", {"SC_PHYS_PAGES": 2**20, "SC_PAGE_SIZE": 8192}.__getitem__)
    assert postgres._shared_bytes() == (shared or 2**30)
