"""What every test stands on: a database that may be thrown away, and no network."""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Stop with one sentence where no database is named, before hundreds of tests fail for the same reason."""
    if not os.environ.get("DATABASE_URL"):
        pytest.exit("Run `python3 manage.py test`, or name a PostgreSQL in DATABASE_URL.", returncode=2)
