"""Name the wiring to Django, so that its commands and checks are found."""

from django.apps import AppConfig

from config import checks  # noqa: F401 - importing registers them


class ConfigConfig(AppConfig):
    """Hold settings, commands and checks; no model."""

    name = "config"
