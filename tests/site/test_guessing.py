"""Guessing passwords is slow: who guesses is told when to try again, and locks nobody else out."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.newsroom.story import NOON, PASSWORD, enrol

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls")]
HOME, STRANGER = "192.0.2.7", "198.51.100.9"
WRONG = "not the password"


@pytest.fixture(autouse=True)
def _nothing_counted() -> Any:
    cache.clear()
    yield
    cache.clear()


def attempt(password: str = WRONG, address: str = HOME, login: str = "ana@example.org", **more: str):
    return Client(REMOTE_ADDR=address).post("/accounts/login/", {"login": login, "password": password}, headers=more)


def refusal(answer: Any) -> str:
    return " ".join(re.findall(r"Too many attempts have failed\. Try again in \d+ minutes?\.", answer.content.decode()))


@pytest.mark.parametrize("login", ["ana@example.org", "nobody@example.org"])
def test_who_fails_five_times_is_told_when_to_try_again_known_or_not(login):
    enrol("ana@example.org", "editor")
    with time_machine.travel(NOON, tick=False) as clock:
        assert [refusal(attempt(login=login)) for _ in range(5)] == [""] * 5
        assert refusal(attempt(login=login)) == "Too many attempts have failed. Try again in 15 minutes."
        clock.shift(timedelta(minutes=14, seconds=10))
        assert refusal(attempt(login=login)) == "Too many attempts have failed. Try again in 1 minute."
        clock.shift(timedelta(seconds=51))
        assert refusal(attempt(login=login)) == ""


def test_the_right_password_is_not_looked_at_before_that_and_works_after_it():
    enrol("ana@example.org", "editor")
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            attempt()
        assert refusal(attempt(PASSWORD))
        clock.shift(timedelta(minutes=15, seconds=1))
        assert attempt(PASSWORD).status_code == 302


def test_a_stranger_does_not_lock_the_owner_out():
    enrol("ana@example.org", "editor")
    for _ in range(6):
        attempt(address=STRANGER)
    assert refusal(attempt(address=STRANGER))
    assert attempt(PASSWORD).status_code == 302


def test_another_account_is_tried_from_one_place_twenty_times_an_hour(settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "1000/m/ip"}
    with time_machine.travel(NOON, tick=False):
        tried = [refusal(attempt(login=f"one{number}@example.org")) for number in range(21)]
    assert tried == [""] * 20 + ["Too many attempts have failed. Try again in 60 minutes."]


def test_a_made_up_header_opens_no_new_count():
    for number in range(5):
        attempt(**{"X-Forwarded-For": f"203.0.113.{number}"})
    assert refusal(attempt(**{"X-Forwarded-For": "203.0.113.99"}))
