"""The web server as `serve` starts it, and how it ends."""

import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from config import service
from config.service import end_with_parent, running_child, web_command
from tests.site.running import LONGEST_SECONDS, free_port

DEAF = """
open({loading!r}, "w").close()
open({never!r}).read()
"""
HOLDING = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open(sys.argv[1], "w") as held:
    worker = subprocess.Popen(["sleep", "600"], stdout=held)
worker.wait()
"""


def test_a_worker_that_is_still_loading_ends_with_its_server(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    fifos = {name: str(tmp_path / name) for name in ("loading", "never")}
    for path in fifos.values():
        os.mkfifo(path)
    (tmp_path / "deaf.py").write_text(DEAF.format(**fifos), encoding="utf-8")
    command = [*web_command("127.0.0.1", free_port(), workers=1, threads=1)[:-1], "deaf:application"]
    with running_child(command, process="web") as server:
        (tmp_path / "loading").read_bytes()  # Returns when the worker has come that far.
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)


def test_a_server_that_does_not_hear_is_killed_with_its_workers(tmp_path, monkeypatch):
    monkeypatch.setattr(service, "STOP_SECONDS", 0.1)
    fifo = tmp_path / "held"
    os.mkfifo(fifo)
    with running_child([sys.executable, "-c", HOLDING, str(fifo)], process="web") as server:
        held = fifo.open("rb")  # Opens when the worker has come that far.
    with held:
        assert held.read() == b""  # Ends when the worker has ended.
    assert server.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent has ended")
@pytest.mark.parametrize(("parent", "code"), [("getpid", 0), ("getppid", -signal.SIGTERM)], ids=["lives", "is-gone"])
def test_a_child_runs_only_while_its_parent_lives(parent, code):
    asks = partial(end_with_parent, getattr(os, parent)())
    child = subprocess.run(["true"], check=False, preexec_fn=asks, timeout=LONGEST_SECONDS)
    assert child.returncode == code
