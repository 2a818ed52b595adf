"""Name the wiring to Django, so that its commands and checks are found."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

from config import checks  # noqa: F401 - importing registers them


class ConfigConfig(AppConfig):
    """Hold settings, commands and checks; no model."""

    name = "config"

    def ready(self) -> None:
        """Let migrations take the time that they need."""
        pre_migrate.connect(_give_time)
        post_migrate.connect(_limit_again)


def _give_time(*, using: str, **_: Any) -> None:
    """Lift the limit that ends a statement: with a million events one may take minutes."""
    with connections[using].cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def _limit_again(*, using: str, **_: Any) -> None:
    """Give the connection back the limit it was opened with: what runs after a migration is bound by it."""
    with connections[using].cursor() as cursor:
        cursor.execute("RESET statement_timeout")
