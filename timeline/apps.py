"""The timeline app."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """The record, and all that readers do with it."""

    name = "timeline"
    default_auto_field = "django.db.models.BigAutoField"
