"""Run other people's programs on the same cases, in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1] / "references"
ANSWER, REQUIREMENTS = HERE / "answer.py", HERE / "requirements.txt"
LONGEST_RUN, LONGEST_INSTALLATION = 900, 1800


@dataclass(slots=True)
class Job:
    """Hold what the programs are asked: pages (name, path, address), dates (words, base), texts (name, text)."""

    pages: list[dict[str, str]] = field(default_factory=list)
    dates: list[dict[str, str]] = field(default_factory=list)
    texts: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Answers:
    """Hold what they answered, by part; ``programs`` has the version of each, or why it did not run."""

    pages: dict[str, dict[str, str]] | None = None
    dates: list[str] | None = None
    texts: dict[str, list[dict[str, Any]] | None] | None = None
    programs: dict[str, str] = field(default_factory=dict)


def install(folder: Path) -> str:
    """Make the environment in ``folder``; return why it could not be made, or an empty string."""
    python = interpreter(folder)
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        run = subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)],
            capture_output=True,
            check=False,
            text=True,
            timeout=LONGEST_INSTALLATION,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as problem:
        return f"The environment of the references could not be made: {problem}"
    if run.returncode:
        return f"The references could not be installed: {run.stderr.strip()[-300:]}"
    return ""


def interpreter(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ask(folder: Path, job: Job) -> Answers:
    """Return the programs' answers; without an environment in ``folder``, those of the packages that are here."""
    python = interpreter(folder)
    question = json.dumps({"pages": job.pages, "dates": job.dates, "texts": job.texts})
    command = [str(python) if python.exists() else sys.executable, "-I", str(ANSWER)]
    try:
        run = subprocess.run(command, input=question, capture_output=True, check=False, text=True, timeout=LONGEST_RUN)
    except (OSError, subprocess.SubprocessError) as problem:
        return Answers(programs=dict.fromkeys(("trafilatura", "dateparser", "textacy"), f"missing: {problem}"))
    if run.returncode:
        last = run.stderr.strip().splitlines()[-1:] or [f"exit {run.returncode}"]
        return Answers(programs=dict.fromkeys(("trafilatura", "dateparser", "textacy"), f"missing: {last[0]}"))
    answer = json.loads(run.stdout)
    return Answers(answer["pages"], answer["dates"], answer["texts"], answer["programs"])
