"""The web server as `serve` starts it, and how it ends."""

import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from config.service import end_with_parent, web_command
from tests.site.running import LONGEST_SECONDS, free_port

DEAF = """
open("loading", "w").close()
open("never").read()
"""


def test_a_worker_that_is_still_loading_ends_with_its_server(tmp_path):
    (tmp_path / "deaf.py").write_text(DEAF, encoding="utf-8")
    for name in ("loading", "never"):
        os.mkfifo(tmp_path / name)
    command = [*web_command("127.0.0.1", free_port(), workers=1, threads=1)[:-1], "deaf:application"]
    server = subprocess.Popen(command, cwd=tmp_path, start_new_session=True)
    (tmp_path / "loading").read_bytes()  # Returns when the worker has come that far.
    server.terminate()
    server.wait(LONGEST_SECONDS)
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent has ended")
@pytest.mark.parametrize(("parent", "code"), [("getpid", 0), ("getppid", -signal.SIGTERM)], ids=["lives", "is-gone"])
def test_a_child_runs_only_while_its_parent_lives(parent, code):
    asks = partial(end_with_parent, getattr(os, parent)())
    child = subprocess.run(["true"], check=False, preexec_fn=asks, timeout=LONGEST_SECONDS)
    assert child.returncode == code
