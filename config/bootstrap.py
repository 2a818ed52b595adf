"""Build .venv from requirements.lock; standard library only, and readable by every Python 3."""

from pathlib import Path


def ensure(root: Path) -> None:
    """Return once this process can import the packages of requirements.lock."""
