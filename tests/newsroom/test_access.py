"""Who may what: every address of the newsroom by every role and method."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom import urls
from newsroom.models import Draft, Role
from tests.factories import make_event, make_statement
from tests.newsroom.story import drafts_of, enrol, submit
from timeline.models import Event, Statement

METHODS = ("get", "head", "post", "put", "patch", "delete")
ROLES = ("nobody", "contributor", "editor", "publisher", "admin")
SEES, DECIDES, PUBLISHES = ROLES[1:], ROLES[2:], ROLES[3:]

# Address: who may look (get, head), who may act (post); an empty tuple: the method is not there.
MATRIX = {
    "queue": (SEES, ()),
    "searches": (SEES, ()),
    "guide": (SEES, ()),
    "offices": (SEES, ()),
    "paste": (SEES, SEES),
    "article": (SEES, ()),
    "details": (DECIDES, DECIDES),
    "claim": ((), DECIDES),
    "additions": (DECIDES, DECIDES),
    "restorations": ((), DECIDES),
    "paragraphs": ((), DECIDES),
    "undo": ((), DECIDES),
    "copies": ((), DECIDES),
    "readings": ((), DECIDES),
    "completion": ((), DECIDES),
    "publication": (PUBLISHES, PUBLISHES),
    "draft": (SEES, ()),
    "draft_edit": (DECIDES, DECIDES),
    "acceptance": ((), DECIDES),
    "rejection": ((), DECIDES),
    "second_source": ((), DECIDES),
    "passages": ((), DECIDES),
    "withdrawal": ((), PUBLISHES),
    "events": (PUBLISHES, ()),
    "event": (PUBLISHES, PUBLISHES),
    "merge": ((), PUBLISHES),
    "separation": ((), PUBLISHES),
    "event_withdrawal": ((), PUBLISHES),
    "event_passages": (PUBLISHES, PUBLISHES),
    "event_passages_undo": ((), PUBLISHES),
    "statement_passages": (PUBLISHES, PUBLISHES),
    "statement_passages_undo": ((), PUBLISHES),
    "statement": (PUBLISHES, PUBLISHES),
    "statement_withdrawal": ((), PUBLISHES),
}


def test_every_address_stands_in_the_matrix():
    assert {pattern.name for pattern in urls.urlpatterns} == set(MATRIX)


def address(name, article, draft):
    needs = {"article_id": article.pk} if name in ARTICLE else {"draft_id": draft.pk} if name in DRAFT else {}
    if name in EVENT:
        needs = {"event_id": event_of_the_record().pk}
    if name in STATEMENT:
        needs = {"statement_id": (Statement.objects.first() or make_statement()).pk}
    return reverse(f"newsroom:{name}", kwargs=needs)


ARTICLE = {pattern.name for pattern in urls.urlpatterns if "article_id" in str(pattern.pattern)}
EVENT = {pattern.name for pattern in urls.urlpatterns if "event_id" in str(pattern.pattern)}
STATEMENT = {pattern.name for pattern in urls.urlpatterns if "statement_id" in str(pattern.pattern)}
DRAFT = {pattern.name for pattern in urls.urlpatterns if "draft_id" in str(pattern.pattern)}


def event_of_the_record():
    return Event.objects.first() or make_event()


def expected(name, method, role):
    look, act = MATRIX[name]
    allowed = {"get": look, "head": look, "post": act}.get(method, ())
    if role == "nobody":
        return {302}
    if not allowed:
        return {405}
    if role not in allowed:
        return {404}
    return {200} if method in ("get", "head") else {200, 302, 409, 422}


@pytest.fixture
def clients(ana):
    found = {"nobody": Client()}
    for role in Role.values:
        found[role] = Client()
        found[role].force_login(enrol(f"{role}@example.org", role))
    return found


@pytest.mark.parametrize("name", MATRIX)
def test_each_role_gets_what_the_matrix_says(name, ana, clients):
    article = submit(ana)
    where = address(name, article, drafts_of(article)[0])
    found = {
        (role, method): getattr(client, method)(where).status_code
        for role, client in clients.items()
        for method in METHODS
    }
    wrong = {key: status for key, status in found.items() if status not in expected(name, key[1], key[0])}
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(ARTICLE | DRAFT | EVENT | STATEMENT))
def test_what_is_hidden_looks_like_what_never_was(name, ana, clients):
    article = submit(ana)
    method = "post" if not MATRIX[name][0] else "get"
    known = address(name, article, drafts_of(article)[0])
    number = int(known.split("/")[3])
    unknown = known.replace(f"/{number}/", "/999999999/")
    hidden, never = (getattr(clients["contributor"], method)(where) for where in (known, unknown))
    if "contributor" not in MATRIX[name][0] + MATRIX[name][1]:
        assert (hidden.status_code, never.status_code) == (404, 404)
        assert hidden.content.replace(known.encode(), b"") == never.content.replace(unknown.encode(), b"")
    else:
        assert never.status_code == 404


def test_nobody_is_sent_to_log_in_and_back(client, ana):
    response = client.get(reverse("newsroom:paste"))
    assert response["Location"] == "/accounts/login/?next=/newsroom/articles/new/"


def test_a_role_that_was_taken_away_holds_no_longer(client, ana):
    article = submit(ana)
    client.force_login(ana)
    assert client.get(reverse("newsroom:details", args=[article.pk])).status_code == 200
    type(ana).objects.filter(pk=ana.pk).update(role=Role.CONTRIBUTOR)
    assert client.get(reverse("newsroom:details", args=[article.pk])).status_code == 404


def test_an_account_that_was_closed_is_out(client, ana):
    client.force_login(ana)
    type(ana).objects.filter(pk=ana.pk).update(is_active=False)
    assert client.get(reverse("newsroom:queue")).status_code == 302


@pytest.mark.parametrize("name", [name for name, (_look, act) in MATRIX.items() if act])
def test_every_change_needs_the_token_of_its_form(name, ana, clients):
    article = submit(ana)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(enrol("publisher@example.org", Role.PUBLISHER))
    assert strict.post(address(name, article, drafts_of(article)[0])).status_code == 403


def test_looking_changes_nothing(ana, clients):
    article = submit(ana)
    before = list(Draft.objects.values_list("pk", "state", "version"))
    for name, (look, _act) in MATRIX.items():
        if look:
            clients["admin"].get(address(name, article, drafts_of(article)[0]))
    assert list(Draft.objects.values_list("pk", "state", "version")) == before


def test_fields_that_a_form_does_not_have_are_ignored(ana, ben, client):
    article = submit(ana)
    draft = drafts_of(article)[0]
    client.force_login(ana)
    extra = {"version": 1, "state": "published", "event": 7, "id": 999, "is_staff": "on", "published_at": "2020-01-01"}
    client.post(reverse("newsroom:acceptance", args=[draft.pk]), extra)
    draft.refresh_from_db()
    assert (draft.state, draft.event_id) == ("accepted", None)


@pytest.mark.parametrize(
    "bad", ["//evil.example", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "https:evil.example"]
)
def test_logging_in_leads_nowhere_else(bad, client, ana):
    response = client.post(
        f"/accounts/login/?next={bad}", {"login": ana.email, "password": "nine quiet rivers", "next": bad}
    )
    assert response.status_code == 302
    assert response["Location"].startswith("/")
    assert not response["Location"].startswith(("//", "/\\"))


def test_ranks_are_in_order(ana, ben, chao):
    assert [user.ranks_at_least(Role.EDITOR) for user in (chao, ana, ben)] == [False, True, True]
