"""What `check` finds: open secrets, a home that cannot be written, a site for this machine only."""

from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks

from config import checks

HTTPS = {
    "ALLOWED_HOSTS": ["bilateral.example"],
    "CSRF_COOKIE_SECURE": True,
    "SECURE_HSTS_SECONDS": 3600,
    "SECURE_SSL_REDIRECT": True,
    "SESSION_COOKIE_SECURE": True,
}


@pytest.fixture(autouse=True)
def as_outside_of_browser_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take back what the browser tests of the same run have set for themselves, which Django rightly complains of."""
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)


def ids(settings: Any, **changes: Any) -> list[str]:
    for name, value in changes.items():
        setattr(settings, name, value)
    return [message.id for message in run_checks(include_deployment_checks=True) if not message.is_silenced()]


def test_a_site_over_https_has_nothing_to_complain_of(settings: Any) -> None:
    assert ids(settings, **HTTPS) == []


def test_a_site_for_this_machine_only_is_said_to_be_one(settings: Any) -> None:
    assert ids(settings, **{**HTTPS, "ALLOWED_HOSTS": ["127.0.0.1", "localhost"]}) == ["bilateral.W001"]


@pytest.mark.parametrize("name", ["secret-key", "demo-password"])
def test_open_secrets(settings: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("secret")
    (tmp_path / name).chmod(0o640)
    assert ids(settings, **HTTPS, VAR_DIR=tmp_path) == ["bilateral.E001"]
    (tmp_path / name).chmod(0o600)
    assert ids(settings, **HTTPS, VAR_DIR=tmp_path) == []


def test_a_home_that_cannot_be_written(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.os, "access", lambda path, mode: False)
    assert ids(settings, **HTTPS, VAR_DIR=tmp_path) == ["bilateral.E002"]
