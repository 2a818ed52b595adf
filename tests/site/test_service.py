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
held = open({loading!r}, "w")
print("loading", file=held, flush=True)
open({never!r}).read()
"""


@pytest.mark.parametrize("seconds", [service.STOP_SECONDS, 0.01], ids=["in-order", "killed"])
def test_a_worker_that_is_still_loading_ends_with_its_server(tmp_path, monkeypatch, seconds):
    monkeypatch.setattr(service, "STOP_SECONDS", seconds)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    fifos = {name: str(tmp_path / name) for name in ("loading", "never")}
    for path in fifos.values():
        os.mkfifo(path)
    (tmp_path / "deaf.py").write_text(DEAF.format(**fifos), encoding="utf-8")
    command = [*web_command("127.0.0.1", free_port(), workers=1, threads=1)[:-1], "deaf:application"]
    with running_child(command, process="web") as server:
        held = (tmp_path / "loading").open("rb")
        assert held.readline() == b"loading\n"  # Returns when the worker has come that far.
    assert server.returncode is not None
    with held:
        assert held.read() == b""  # Returns when the worker, who holds it, has ended.


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent has ended")
@pytest.mark.parametrize(("parent", "code"), [("getpid", 0), ("getppid", -signal.SIGTERM)], ids=["lives", "is-gone"])
def test_a_child_runs_only_while_its_parent_lives(parent, code):
    asks = partial(end_with_parent, getattr(os, parent)())
    child = subprocess.run(["true"], check=False, preexec_fn=asks, timeout=LONGEST_SECONDS)
    assert child.returncode == code
