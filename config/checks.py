"""What Django's own checks cannot know about this program; run by every command and by `check --deploy`."""

import os
import stat
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register

THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]"}


@register(Tags.security)
def check_secrets_are_closed(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find secrets in the folder of BILATERAL_HOME that others may read."""
    found: list[CheckMessage] = []
    for name in ("secret-key", "demo-password"):
        path = settings.VAR_DIR / name
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            hint = f"chmod 600 {path}"
            found.append(Error(f"Others may read the secret in {path}.", hint=hint, id="bilateral.E001"))
    return found


@register(Tags.files)
def check_home_can_be_written(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a BILATERAL_HOME in which nothing can be kept."""
    if os.access(settings.VAR_DIR, os.W_OK | os.X_OK):
        return []
    hint = "Give it to the user that runs the program, or set BILATERAL_HOME to another folder."
    return [Error(f"The folder {settings.VAR_DIR} cannot be written.", hint=hint, id="bilateral.E002")]


@register(Tags.security, deploy=True)
def check_site_is_for_others(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find settings that serve this machine only."""
    if not set(settings.ALLOWED_HOSTS) <= THIS_MACHINE:
        return []
    hint = "Set BILATERAL_HOSTS to the names by which people reach the site."
    return [checks.Warning("The site answers on this machine's own names only.", hint=hint, id="bilateral.W001")]
