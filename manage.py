#!/usr/bin/env python3
"""Run a command of Bilateral; build .venv first where the packages are missing."""

import importlib
import os
import sys
from pathlib import Path

from config import bootstrap


def main() -> None:
    """Hand the arguments to Django once the packages are there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    bootstrap.ensure(Path(__file__).resolve().parent)
    # Imported late on purpose: config.launch needs Django, which bootstrap has only now made sure of.
    importlib.import_module("config.launch").run(sys.argv)


if __name__ == "__main__":
    main()
