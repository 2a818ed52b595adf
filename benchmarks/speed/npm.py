"""Programs of other people that npm installs for a measurement, each at one version, into a folder of the benchmark."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

LONGEST_INSTALLATION = 900
OPTIONS = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")


def install(folder: Path, packages: Mapping[str, str]) -> Path:
    """Return the folder of the packages, installed where one is missing or of another version.

    Raise RuntimeError with a sentence where npm is missing or fails.
    """
    modules = folder / "node_modules"
    if all(version_of(modules / name) == wanted for name, wanted in packages.items()):
        return modules
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is missing: install the package npm.")
    folder.mkdir(parents=True, exist_ok=True)
    named = [f"{name}@{version}" for name, version in packages.items()]
    done = subprocess.run(
        [npm, "install", "--prefix", str(folder), *OPTIONS, *named], capture_output=True, text=True, check=False,
        timeout=LONGEST_INSTALLATION,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"npm could not install {', '.join(named)}: {done.stderr.strip()[-300:]}")
    return modules


def version_of(package: Path) -> str | None:
    """Return the version of an installed package; None where it is not there."""
    try:
        return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return None
