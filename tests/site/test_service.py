"""The web server as `serve` starts it, and how it ends."""

import os
import subprocess

import pytest

from config.service import web_command
from tests.site.running import free_port

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
    server.wait()
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)
