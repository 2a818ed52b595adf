"""Name the app to Django."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Hold article texts, drafts and decisions; staff only."""

    name = "newsroom"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"
