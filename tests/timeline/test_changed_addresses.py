"""The purge list of a cache in front of the site names what a change has touched, and nothing else."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import AT, make_event, statement_input
from timeline.models import DirectoryVersion

pytestmark = pytest.mark.django_db


def changed(since: str) -> list[str]:
    printed = StringIO()
    call_command("changed_addresses", "--since", since, stdout=printed)
    return printed.getvalue().split()


def test_what_a_new_event_touches_is_named_in_every_language(client):
    event = make_event(statements=(statement_input(),))
    found = changed(AT.isoformat())
    statement, source = event.statements.get().pk, event.citations.first().source_id
    for address in (
        "/",
        "/pairs/mexico/united-states/",
        "/countries/mexico/",
        f"/events/{event.pk}/{event.slug}/",
        f"/statements/{statement}/",
        f"/sources/{source}/",
        "/sources/",
        "/leaders/claudia-sheinbaum/",
    ):
        assert address in found
        assert f"/es{address}" in found
        assert client.get(address).status_code == 200
    assert len(found) == len(set(found))


def test_what_did_not_change_is_not_named():
    make_event()
    DirectoryVersion.objects.update(changed_at=AT)
    found = changed((AT + timedelta(seconds=1)).isoformat())
    assert not [address for address in found if address.startswith(("/pairs/", "/events/"))]


def test_a_changed_name_touches_every_page_on_which_it_may_stand():
    make_event()
    DirectoryVersion.objects.update(changed_at=AT + timedelta(seconds=2))
    found = changed((AT + timedelta(seconds=1)).isoformat())
    assert {"/pairs/mexico/united-states/", "/countries/mexico/", "/leaders/tommy-pigott/"} <= set(found)


@pytest.mark.parametrize("moment", ["", "yesterday", "2026-13-01T00:00:00Z", "2026-01-12T08:00:00"])
def test_what_is_no_moment_is_refused(moment):
    with pytest.raises(CommandError, match="moment with its zone"):
        changed(moment)
