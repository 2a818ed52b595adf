"""Follow a list in a browser, with scripts and without: from the foot of the list to the page of what is followed."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_event
from timeline.models import Follow, Follower, FollowRequest
from timeline.tasks import send_what_waits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_list_is_followed_changed_and_stopped(chromium: Browser, live_server: LiveServer, has_scripts: bool):
    make_event()
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=has_scripts)
    page = context.new_page()
    page.goto("/pairs/mexico/united-states/?kind=phone_call")
    page.get_by_role("link", name="mail", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Follow by mail")
    expect(page.get_by_text("Mexico and the United States, Phone call").first).to_be_visible()
    page.get_by_label("Your e-mail address").fill("ana")
    page.get_by_role("button", name="Follow").click()
    expect(page.get_by_label("Your e-mail address")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Your e-mail address").fill("ana@example.org")
    page.get_by_label("How often").select_option("weekly")
    # From the keyboard, as whoever has no mouse.
    page.get_by_label("Your e-mail address").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your e-mail")
    send_what_waits(FollowRequest.objects.get().asked_at + timedelta(seconds=1))
    page.goto(re.search(r"/follow/confirm/\S+", mail.outbox[0].body)[0])
    page.get_by_role("button", name="Yes, follow it").click()
    expect(page.get_by_text("Done: you follow it from now on.")).to_be_visible()
    page.get_by_label("How often").select_option("off")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("How often")).to_have_value("off")
    assert Follow.objects.get().frequency == "off"
    page.get_by_role("button", name="Stop all mails and forget my address").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No more mails")
    assert not Follower.objects.exists()
    assert context.cookies() == []
    context.close()
