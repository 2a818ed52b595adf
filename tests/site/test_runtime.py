"""The commands as a person runs them: real processes, a real database in a folder of their own."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import postgres
from tests.site.running import (
    ATTEMPTS,
    ROOT,
    Home,
    ask_as_superuser,
    ended,
    free_port,
    is_one_sentence,
    make_home,
    until,
)


@pytest.fixture
def home() -> Iterator[Home]:
    """An empty home."""
    with make_home() as name:
        Path(name).chmod(0o711)
        yield Home(Path(name), free_port())


@pytest.fixture(scope="module")
def served() -> Iterator[Home]:
    """A home whose site is served, with an empty record."""
    with make_home() as name:
        Path(name).chmod(0o711)
        home = Home(Path(name), free_port())
        child = home.start("serve", "--migrate")
        yield home
        child.terminate()
        ended(child)
        assert child.returncode == 0


def test_the_site_is_ready(served: Home) -> None:
    assert json.loads(served.get("/healthz").body) == {"status": "ok"}
    ready = served.get("/readyz")
    assert (ready.status, json.loads(ready.body)["status"]) == (200, "ok")
    assert stat.S_IMODE((served.folder / "secret-key").stat().st_mode) == 0o600


def test_the_role_of_the_site_is_no_superuser(served: Home) -> None:
    used = ask_as_superuser(
        served, "SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name LIKE 'bilateral%'"
    )
    assert used == [(postgres.DATABASE_ROLE,)]


def test_the_web_processes_have_a_pool_and_short_limits() -> None:
    script = "import config.settings as s; o = s.DATABASES['default']['OPTIONS']; print(o['options'], 'pool' in o)"
    for process, seconds, has_pool in (("web", "5s", "True"), ("jobs", "60s", "False")):
        with make_home() as name:
            environment = Home(Path(name), 0).environment(BILATERAL_PROCESS=process)
            done = subprocess.run(
                [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
            )
        assert f"statement_timeout={seconds} " in done.stdout
        assert done.stdout.endswith(f"{has_pool}\n")


def test_connections_that_were_killed_cost_no_request(served: Home) -> None:
    until(served, "/readyz", 200)
    killed = ask_as_superuser(
        # Waited for: a server's process that has not yet heard of its end takes one more statement with it.
        served,
        "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE application_name = 'bilateral-web'",
    )
    assert killed and all(ended for (ended,) in killed)
    assert {served.get("/readyz").status for _ in range(12)} == {200}


def test_without_its_database_the_site_says_try_again_and_recovers(served: Home) -> None:
    until(served, "/readyz", 200)
    os.kill(int((served.cluster.data / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
    failing = until(served, "/readyz", 503)
    assert failing.headers["retry-after"]
    assert json.loads(failing.body)["database"] == "not reachable"
    assert served.get("/healthz").status == 200
    home = served.get("/")
    assert (home.status, home.headers["retry-after"]) == (503, "10")
    assert "Traceback" not in home.body
    assert postgres.start(served.cluster) == "started"
    assert until(served, "/readyz", 200)
    assert until(served, "/", 200)
    jobs = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'bilateral-jobs'"
    assert any(ask_as_superuser(served, jobs) for _ in range(20 * ATTEMPTS)), "the worker came back"


def test_a_second_command_joins_the_database(served: Home) -> None:
    done = served.run("showmigrations", "--plan")
    assert done.returncode == 0, done.stderr
    assert "[ ]" not in done.stdout
    assert served.get("/readyz").status == 200


def test_a_port_in_use(served: Home) -> None:
    for command in ("serve", "demo"):
        done = served.run(command, "--port", str(served.port))
        assert is_one_sentence(done), done.stderr
        assert f"Port {served.port} of 127.0.0.1 cannot be used: address already in use" in done.stderr


def test_a_home_that_is_a_file(home: Home) -> None:
    file = home.folder / "file"
    file.write_text("")
    done = home.run("demo", "--port", str(home.port), BILATERAL_HOME=str(file))
    assert is_one_sentence(done), done.stderr
    assert "BILATERAL_HOME is" in done.stderr


@pytest.mark.parametrize("place", ["/proc/none", "/sys/none"])
def test_a_home_that_cannot_be_written(home: Home, place: str) -> None:
    """Not even root may write there."""
    done = home.run("demo", "--port", str(home.port), BILATERAL_HOME=place)
    assert is_one_sentence(done), done.stderr
    assert "can be neither read nor made" in done.stderr


def test_a_database_of_a_newer_postgresql(home: Home) -> None:
    with postgres.running(home.cluster):
        pass
    (home.cluster.data / "PG_VERSION").write_text("99\n")
    done = home.run("demo", "--port", str(home.port))
    assert is_one_sentence(done), done.stderr
    assert "made by PostgreSQL 99, which is newer" in done.stderr
    assert is_one_sentence(home.run("showmigrations"))


def test_a_setting_that_cannot_be_read(home: Home) -> None:
    for variable, value in (("BILATERAL_DEBUG", "perhaps"), ("DATABASE_URL", "sqlite:///x"), ("BILATERAL_HOSTS", "*")):
        done = home.run("check", **{variable: value})
        assert is_one_sentence(done), done.stderr
        assert done.stderr.startswith(variable)


def test_debug_is_for_this_machine(home: Home) -> None:
    done = home.run("check", BILATERAL_DEBUG="1", BILATERAL_HOSTS="bilateral.example")
    assert is_one_sentence(done), done.stderr
    done = home.run("serve", "--host", "0.0.0.0", "--port", str(home.port), BILATERAL_DEBUG="1")
    assert is_one_sentence(done), done.stderr
    assert "may listen on this machine only" in done.stderr


def test_a_database_that_a_newer_version_changed_is_left_alone(home: Home) -> None:
    with postgres.running(home.cluster):
        assert home.run("migrate", "--verbosity", "0").returncode == 0
        ask_as_superuser(
            home,
            "INSERT INTO django_migrations (app, name, applied) VALUES ('timeline', '9999_later', now()) RETURNING id",
        )
        for command in ("demo", "serve"):
            done = home.run(command, "--port", str(home.port))
            assert is_one_sentence(done), done.stderr
            assert "made by a newer version of Bilateral; nothing was changed" in done.stderr


def test_a_database_that_is_behind_is_not_served(home: Home) -> None:
    done = home.run("serve", "--port", str(home.port))
    assert is_one_sentence(done), done.stderr
    assert "is not up to date" in done.stderr


def test_backup_and_restore(home: Home) -> None:
    archive = home.folder / "record.backup"
    with postgres.running(home.cluster):
        assert home.run("migrate", "--verbosity", "0").returncode == 0
        count = "SELECT count(*) FROM django_migrations"
        before = ask_as_superuser(home, count)
        made = home.run("backup", str(archive))
        assert made.returncode == 0, made.stderr
        assert stat.S_IMODE(archive.stat().st_mode) == 0o600
        assert is_one_sentence(home.run("backup", str(archive))), "an existing file is never replaced"
        refused = home.run("restore", str(archive))
        assert is_one_sentence(refused), refused.stderr
        assert "not empty" in refused.stderr
        ask_as_superuser(home, "DELETE FROM auth_permission RETURNING id")
        restored = home.run("restore", str(archive), "--replace")
        assert restored.returncode == 0, restored.stderr
        assert ask_as_superuser(home, count) == before
        assert ask_as_superuser(home, "SELECT count(*) > 0 FROM auth_permission") == [(True,)]
    postgres.remove(home.cluster)
    assert home.run("restore", str(archive)).returncode == 0
    with postgres.running(home.cluster):
        assert ask_as_superuser(home, count) == before


def test_a_damaged_archive_changes_nothing(home: Home) -> None:
    archive = home.folder / "record.backup"
    with postgres.running(home.cluster):
        assert home.run("migrate", "--verbosity", "0").returncode == 0
        assert home.run("backup", str(archive)).returncode == 0
        count = "SELECT count(*) FROM django_migrations"
        before = ask_as_superuser(home, count)
        whole = archive.read_bytes()
        for damaged in (whole[: len(whole) // 2], b"not an archive", b""):
            archive.write_bytes(damaged)
            done = home.run("restore", str(archive), "--replace")
            assert is_one_sentence(done), done.stderr
            assert ask_as_superuser(home, count) == before
        assert is_one_sentence(home.run("restore", str(home.folder / "no-such-file")))
