"""The timeline app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from timeline.gazetteer import FOLDER, load, read_own_names, use_own_names, with_own_names


class TimelineConfig(AppConfig):
    """The record, and all that readers do with it."""

    name = "timeline"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take over what this instance calls countries; a file with a fault changes no name, and is told below."""
        try:
            if own_names := read_own_names(settings.OWN_NAMES_DIR):
                use_own_names(own_names)
                load()
        except ValueError:
            use_own_names(())


@register(Tags.files)
def check_own_names(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a fault in the file of own names."""
    try:
        own_names = read_own_names(settings.OWN_NAMES_DIR)
        if own_names:
            with_own_names(load(FOLDER), own_names)
    except ValueError as fault:
        hint = f"Mend or remove {settings.OWN_NAMES_DIR / 'countries.csv'}; docs/operating.md says what it holds."
        return [Error(f"The names of this instance cannot be used: {fault}.", hint=hint, id="timeline.E001")]
    return []
