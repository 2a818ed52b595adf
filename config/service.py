"""Run the web server and the worker of jobs until somebody says stop."""

import contextlib
import ctypes
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType

import structlog
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

logger = structlog.get_logger(__name__)
START_SECONDS = 30
LONGEST_PAUSE_SECONDS = 30
STOP_SECONDS = 10
WORKER_STOP_SECONDS = 5  # less than the above, so that granian itself ends what does not end
OURS = ("newsroom", "timeline")
PR_SET_PDEATHSIG = 1


class ServiceError(Exception):
    """Say in one sentence why the service cannot run."""


class _Stop(Exception):
    """Leave the wait because a signal said so."""


def refuse_busy_port(host: str, port: int) -> None:
    """Raise ServiceError where nobody could listen on the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            raise ServiceError(f"Port {port} of {host} cannot be used: {reason}; choose another with --port.") from None


def migrations_state() -> str:
    """Return "current", "behind" or "newer" for the database against the migrations of this program."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    applied = set(executor.loader.applied_migrations)
    if any(key[0] in OURS and key not in known for key in applied):
        return "newer"
    return "behind" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "current"


def refuse_newer_database() -> None:
    """Raise ServiceError where a newer version of this program has changed the database."""
    if migrations_state() == "newer":
        raise ServiceError(
            "The database was made by a newer version of Bilateral; nothing was changed: run that version, or restore "
            "a backup into an empty database."
        )


def collect_static_files() -> None:
    """Copy, hash and compress the static files where one of them has changed since the last time."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.lock").read_bytes())
    for path in sorted((settings.BASE_DIR / "static").rglob("*")):
        state = path.stat()
        digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode(errors="surrogateescape"))
    stamp = settings.STATIC_ROOT / ".stamp"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest.hexdigest())


def run(host: str, port: int, *, workers: int, threads: int, announce: Callable[[], None]) -> None:
    """Start the web server, then the worker; call announce once pages are answered; return after SIGINT or SIGTERM.

    A worker that ends, as it does when its database goes away, is started again: readers go on reading meanwhile. Raise
    ServiceError where the web server cannot start or ends by itself; the worker is stopped then too.
    """
    connection.close()
    with _stopping_on_signals() as stopping, contextlib.ExitStack() as stack, contextlib.suppress(_Stop):
        web = stack.enter_context(running_child(web_command(host, port, workers, threads), process="web"))
        _wait_until_answering(web, host, port)
        announce()
        _work_while(web, stopping)
        raise ServiceError("The web server ended by itself; its last words stand above.")


def _work_while(web: "subprocess.Popen[bytes]", stopping: threading.Event) -> None:
    """Keep a worker of jobs running until the web server ends, with growing pauses between its starts; raise _Stop."""
    pause = 1
    while web.poll() is None:
        began = time.monotonic()
        with running_child([sys.executable, "manage.py", "procrastinate", "worker"], process="jobs") as jobs:
            while web.poll() is None and jobs.poll() is None:
                # What a signal raises while a child is being forked is swallowed by the interpreter.
                if stopping.wait(0.5):
                    raise _Stop
        pause = 1 if time.monotonic() - began > LONGEST_PAUSE_SECONDS else min(2 * pause, LONGEST_PAUSE_SECONDS)
        logger.warning("worker_ended", started_again_in_seconds=pause)
        until = time.monotonic() + pause
        while web.poll() is None and time.monotonic() < until:
            time.sleep(0.2)


def web_command(host: str, port: int, workers: int, threads: int) -> list[str]:
    """Return granian's command line; WSGI, because sync views under ASGI were three times slower when tried."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
    command += ["--workers", str(workers), "--blocking-threads", str(threads), "--respawn-failed-workers"]
    # A worker that still loads the application does not hear that it is to end.
    command += ["--workers-kill-timeout", str(WORKER_STOP_SECONDS)]
    return [*command, "--host", host, "--port", str(port), "config.wsgi:application"]


@contextlib.contextmanager
def running_child(command: list[str], process: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a command beside us, out of reach of the terminal's Ctrl-C, and end it in order afterwards."""
    environment = {**os.environ, "BILATERAL_PROCESS": process, "PYTHONUNBUFFERED": "1"}
    child = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=partial(end_with_parent, os.getpid()),  # noqa: PLW1509 - this process has one thread
    )
    try:
        yield child
    finally:
        child.terminate()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            # With the workers of the web server, which would keep the port. Granian never hears a signal that comes
            # just as it begins to wait for one: it then waits for a lock of its own.
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def end_with_parent(parent: int) -> None:
    """Ask Linux to end this child when its parent is killed, so that no server is left that holds the port."""
    if sys.platform == "linux":
        # The handler of the parent would still be ours, and what it notes is lost when the program is exchanged.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        # A parent that was killed before we asked sends nothing any more.
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)


def _wait_until_answering(web: "subprocess.Popen[bytes]", host: str, port: int) -> None:
    """Return once /healthz answers; raise ServiceError where the server ends or says nothing."""
    name = f"[{host}]" if ":" in host else host
    # Whatever address the server listens on, this machine reaches it as itself.
    name = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(name, name)  # noqa: S104 - compared, not listened on
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if web.poll() is not None:
            raise ServiceError("The web server did not start; its last words stand above.")
        try:
            with urllib.request.urlopen(f"http://{name}:{port}/healthz", timeout=1):
                return
        except urllib.error.HTTPError:
            return  # It answers, if only to say that this host's name is not its own.
        except OSError:
            time.sleep(0.05)
    raise ServiceError(f"The web server did not answer within {START_SECONDS} seconds.")


@contextlib.contextmanager
def _stopping_on_signals() -> Iterator[threading.Event]:
    """Turn SIGINT, SIGTERM and SIGHUP into an orderly end; once that has begun, further ones change nothing."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        stopping.set()
        raise _Stop

    before = [signal.signal(each, stop) for each in signals]
    try:
        yield stopping
    finally:
        for each, handler in zip(signals, before, strict=True):
            signal.signal(each, handler)


def data_fingerprint(folder: Path) -> str:
    """Return a hash of every file in a folder, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
