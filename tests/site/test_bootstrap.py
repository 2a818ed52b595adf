"""The first start on a fresh machine: .venv from the lock, hashes checked, and one sentence for what is missing."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from config import bootstrap

ROOT = Path(__file__).resolve().parents[2]
# The interpreter below the environment that runs these tests: a fresh machine has no other.
FRESH_PYTHON = sys._base_executable

MANAGE = """
import sys
from pathlib import Path
from config import bootstrap
bootstrap.ensure(Path(__file__).resolve().parent)
import smallest
print(smallest.WORDS, sys.argv[1:])
"""


def make_wheel(folder: Path, words: str) -> str:
    """Put a package of one line into the folder and return its hash."""
    folder.mkdir(exist_ok=True)
    file = folder / "smallest-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr("smallest.py", f"WORDS = {words!r}\n")
        wheel.writestr("smallest-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: smallest\nVersion: 1.0\n")
        wheel.writestr("smallest-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("smallest-1.0.dist-info/RECORD", "")
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A clone with a program of three lines and a lock of one package."""
    root = tmp_path / "fresh clone"
    (root / "config").mkdir(parents=True)
    (root / "config" / "__init__.py").touch()
    (root / "config" / "bootstrap.py").write_text((ROOT / "config" / "bootstrap.py").read_text())
    (root / "manage.py").write_text(MANAGE)
    lock(root, make_wheel(root.parent / "wheels", "one"))
    return root


def lock(root: Path, digest: str) -> None:
    (root / "requirements.lock").write_text(f"smallest==1.0 \\\n    --hash=sha256:{digest}\n")


def run(root: Path, wheels: str = "wheels") -> "subprocess.CompletedProcess[str]":
    """Start the program as on a fresh machine, without a network."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "VIRTUAL", "PYTHON"))
    }
    environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(root.parent / wheels), "PIP_NO_CACHE_DIR": "1"}
    environment.pop(bootstrap.GUARD, None)
    command = [FRESH_PYTHON, "manage.py", "one", "two words"]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def is_one_sentence(done: "subprocess.CompletedProcess[str]") -> bool:
    lines = [line for line in done.stderr.splitlines() if not line.startswith("Installing")]
    return done.returncode == 1 and len(lines) == 1 and "Traceback" not in done.stderr


def test_first_start_second_start_and_a_changed_lock(fresh: Path) -> None:
    first = run(fresh)
    assert first.stdout == "one ['one', 'two words']\n", first.stderr
    assert "this happens once" in first.stderr
    assert not (fresh / ".venv.new").exists()
    script = (fresh / ".venv" / "bin" / "pip").read_bytes()
    assert b".venv.new" not in script
    second = run(fresh)
    assert (second.stdout, second.stderr) == (first.stdout, "")
    lock(fresh, make_wheel(fresh.parent / "wheels", "two"))
    assert run(fresh).stdout == "two ['one', 'two words']\n"
    for name in ("python", "python3"):  # As after an upgrade of the system that took this Python away.
        (fresh / ".venv" / "bin" / name).unlink()
    assert run(fresh).stdout == "two ['one', 'two words']\n"


def test_a_package_that_is_not_the_locked_one_leaves_what_was_there(fresh: Path) -> None:
    assert run(fresh).returncode == 0
    before = (fresh / "requirements.lock").read_text()
    lock(fresh, "0" * 64)
    refused = run(fresh)
    assert is_one_sentence(refused), refused.stderr
    assert "a package is not the one that the lock names" in refused.stderr
    (fresh / "requirements.lock").write_text(before)
    assert run(fresh).stderr == "", "the old environment is still whole"


def test_without_a_network(fresh: Path) -> None:
    done = run(fresh, wheels="nowhere")
    assert is_one_sentence(done), done.stderr
    assert "is this machine connected to the network?" in done.stderr
    assert not (fresh / ".venv").exists()


def stop(monkeypatch: pytest.MonkeyPatch, root: Path) -> str:
    """Return the sentence with which a start on the system's own Python ends."""
    monkeypatch.setattr(bootstrap.sys, "prefix", bootstrap.sys.base_prefix)
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure(root)
    words = str(end.value.code)
    assert "\n" not in words
    return words


def test_without_ensurepip(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    assert "apt install python3-venv" in stop(monkeypatch, fresh)
    assert not (fresh / ".venv").exists()


def test_with_an_old_python(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    assert stop(monkeypatch, fresh) == "Bilateral needs Python 3.11 or newer; this is Python 3.9.2."


def test_in_a_folder_that_cannot_be_written(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object, folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(bootstrap.venv.EnvBuilder, "create", refuse)
    assert "cannot be written: permission denied." in stop(monkeypatch, fresh)


def test_an_environment_that_python_does_not_use_is_not_tried_for_ever(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = hashlib.sha256((fresh / "requirements.lock").read_bytes()).hexdigest()
    monkeypatch.setenv(bootstrap.GUARD, digest)
    assert "Python does not use that folder" in stop(monkeypatch, fresh)


def test_bootstrap_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [FRESH_PYTHON, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import config.bootstrap"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
