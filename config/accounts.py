"""How editors' accounts differ from the accounts of a public site."""

import math
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import ngettext

APP, ACTION = "allauth.account", "login_failed"


class StaffAccountAdapter(DefaultAccountAdapter):
    """Close sign-up: accounts are made by a command or by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return false for everybody."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failures for an account and where they come from, so that no stranger can lock its owner out."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{ratelimit.get_ip(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse where too many attempts failed, and say after how many minutes the next is looked at."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as refusal:
            key = self._get_login_attempts_cache_key(request, **credentials)
            minutes = math.ceil(max(_seconds_left(request, key), 1) / 60)
            said = ngettext(
                "Too many attempts have failed. Try again in %(n)d minute.",
                "Too many attempts have failed. Try again in %(n)d minutes.",
                minutes,
            )
            raise ValidationError(said % {"n": minutes}, code=refusal.code) from refusal


def _seconds_left(request: HttpRequest, key: str) -> float:
    """Return after how many seconds every limit lets one more attempt in."""
    now, waits = time.time(), [0.0]
    for rate in ratelimit.get_rates(app=APP, action=ACTION):
        held = cache.get(ratelimit.get_cache_key(request, app=APP, action=ACTION, rate=rate, key=key), [])
        is_open, held = ratelimit.apply_rate(held, now, rate, dry_run=True)
        if not is_open:
            waits.append(held[-1] + rate.duration - now)
    return max(waits)
