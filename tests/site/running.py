"""Commands of the site as real processes, for tests: a home, what is started in it, and what it answers."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from config import postgres

ROOT = Path(__file__).resolve().parents[2]
ATTEMPTS = 400
LONGEST_SECONDS = 240


@dataclass
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: str

    @classmethod
    def of(cls, response: Any) -> "Answer":
        names = {name.lower(): value for name, value in response.headers.items()}
        return cls(response.status, names, response.read().decode())


@dataclass
class Home:
    """A BILATERAL_HOME and the processes that were started in it."""

    folder: Path
    port: int
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def cluster(self) -> postgres.Cluster:
        return postgres.Cluster(self.folder / "postgres")

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("BILATERAL_", "DATABASE_"))}
        return {
            **kept,
            "BILATERAL_HOME": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "config.settings",
            **self.settings,
            **more,
        }

    def run(self, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end; one that does not end fails its test and not the whole run."""
        command = [sys.executable, "manage.py", *arguments]
        environment = self.environment(**more)
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a command and return once it has printed its address."""
        command = [sys.executable, "manage.py", *arguments, "--port", str(self.port)]
        child = subprocess.Popen(
            command, cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert child.stdout
        child.printed = ""
        for line in child.stdout:
            child.printed += line
            if "Ctrl-C" in line:
                return child
        raise AssertionError(child.stderr.read())

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                return Answer.of(response)
        except urllib.error.HTTPError as error:
            return Answer.of(error)
        except urllib.error.URLError as error:
            return Answer(0, {}, str(error))  # Nobody listens there (yet).


def ended(child: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what a command printed, once it and all its children have ended; one that is left fails the test."""
    try:
        return child.communicate(timeout=LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        raise AssertionError("The command, or a child that writes into its output, did not end.") from None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def make_home() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="br-", ignore_cleanup_errors=True)


def is_one_sentence(done: "subprocess.CompletedProcess[str]") -> bool:
    return done.returncode != 0 and len(done.stderr.strip().splitlines()) == 1


def until(home: Home, path: str, status: int) -> Answer:
    """Ask until the status is right; where nobody listens yet, answers come at once, so that time is what runs out."""
    last = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < last:
        answer = home.get(path)
        if answer.status == status:
            return answer
    raise AssertionError(f"{path} never answered {status}: {answer}")


def ask_as_superuser(home: Home, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(
        host=str(home.cluster.socket_folder), user=postgres.SUPERUSER, dbname=postgres.DATABASE_NAME, autocommit=True
    ) as connection:
        return connection.execute(query.encode()).fetchall()
