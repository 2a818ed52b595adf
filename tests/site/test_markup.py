"""Every reading page, in every state, is valid HTML: html-validate and the Nu checker of the W3C find nothing.

Both are packages of npm, installed by ``.ci/run markup`` into ``var/markup``; the second needs Java.
"""

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered
from django.urls import Resolver404, resolve
from django.utils import timezone, translation

from tests.factories import AT, follow_addresses
from tests.newsroom.story import people
from tests.site.test_no_javascript import Markup
from timeline.actions import withdraw_event
from timeline.models import Event

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "var" / "markup" / "node_modules"
# A name that several fields share is how a form of GET says "any of these": a pair each, a leader ticked or typed.
# Ids may begin with a digit: a day's id is its date, so that an address can name it.
RULES = Path(__file__).with_name("html-validate.json")
# States that no link leads to.
STATES = (
    "/leaders/claudia-sheinbaum/events/",
    "/?q=nothing+at+all",
    "/nowhere/",
    "/es/nowhere/",
    "/pairs/mexico/mexico/",
    "/pairs/nowhere/mexico/",
    "/leaders/trump/",
    "/pairs/mexico/united-states/?when=2026-02-30",
    "/pairs/mexico/united-states/?kind=visit&when=1999",
    "/pairs/albania/zimbabwe/",
    "/pairs/mexico/united-states/2026/1/",
    "/es/pairs/mexico/united-states/2026/",
    "/pairs/mexico/united-states/1999/",
    "/pairs/mexico/united-states/?date=early+2026",
    "/pairs/mexico/united-states/?date=2026-02-30",
    "/compare/?pair=mexico,united-states&pair=mexico,cuba",
    "/compare/?pair=nowhere",
    "/search/?q=sheinbaum+talk",
    "/search/?q=unicorn+talk",
    "/es/search/?q=sheinbaum+talk",
    "/on-this-day/01-12/",
    "/dates/1999/",
    "/countries/mexico/?when=2026-13",
    "/sources/?outlet=Nobody",
    "/-/components/",
    "/newsroom/",
)
# Shown before the record holds anything.
EMPTY = ("/", "/countries/", "/leaders/", "/about/", "/sources/")
# Some pages of each view, and some of its queries, are enough of what hundreds of rows show.
MOST_OF_A_VIEW = 6
# The attributes of htmx are no part of HTML, and are the only ones that may stand beside it.
HTMX = ".*Attribute “hx-.*”.*"
# Shown only where something fails; tests/site/test_errors.py reaches each.
OF_ERRORS = {"400.html", "403.html", "405.html", "429.html", "500.html", "503.html"}


def tool(*parts: str) -> str:
    """Return the path of a checker; where it is missing the test fails in CI and is skipped elsewhere."""
    path = TOOLS.joinpath(*parts)
    if path.exists() and shutil.which("java") and shutil.which("node"):
        return str(path)
    reason = "html-validate and vnu are not here: run .ci/run markup, which needs npm and Java"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker, nothing_drawn: None) -> tuple[dict[str, str], set[str]]:
    """Walk the sample record, some pages of each template, and return what ``walked`` found."""
    tool("html-validate", "bin", "html-validate.mjs")
    with django_db_blocker.unblock(), transaction.atomic():
        walk = walked()
        transaction.set_rollback(True)
    return walk


def walked() -> tuple[dict[str, str], set[str]]:
    """Return the markup of each page by address, and the names of all templates that made them."""
    found = {f"{address} (empty)": Client().get(address).text for address in EMPTY}
    call_command("load_gazetteer", verbosity=0)
    call_command("load_sample", verbosity=0)
    gone = Event.objects.order_by("pk").last()
    withdraw_event(event_id=gone.pk, expected_version=gone.version, reason="Told twice.", by="Ben", at=AT)
    client = Client(raise_request_exception=False)
    client.force_login(people()[1])
    templates: set[str] = set()
    listen = lambda sender, template, **more: templates.add(template.name)  # noqa: E731
    template_rendered.connect(listen, weak=False)
    seen: Counter[str] = Counter()
    following = follow_addresses(timezone.now())
    waiting = ["/", "/es/", f"/events/{gone.pk}/", *STATES, *following]
    known = set(waiting)
    while waiting:
        address = waiting.pop(0)
        view = view_of(address)
        seen[view] += 1
        if seen[view] > MOST_OF_A_VIEW and address not in (*STATES, *following):
            continue
        answer = client.get(address)
        if not answer.headers.get("Content-Type", "").startswith("text/html") or answer.status_code in (301, 302):
            continue
        found[address] = answer.text
        for link in Markup(answer.text).links:
            target = urldefrag(urljoin(address, link)).url
            if not urlsplit(target).netloc and target not in known:
                known.add(target)
                waiting.append(target)
    template_rendered.disconnect(listen)
    return found, templates


def view_of(address: str) -> str:
    """Return the language and the view of an address, and whether it has a query."""
    path, _, query = address.partition("?")
    language = "es" if path.startswith("/es/") else "en"
    try:
        with translation.override(language):
            view = resolve(path).view_name
    except Resolver404:
        view = "none"
    return f"{language} {view} {bool(query)}"


@pytest.fixture(scope="module")
def folder(pages: tuple[dict[str, str], set[str]], tmp_path_factory) -> Path:
    """Write the pages as files whose names tell the address."""
    path = tmp_path_factory.mktemp("pages")
    names = {}
    for number, (address, text) in enumerate(pages[0].items()):
        names[f"{number:04}.html"] = address
        (path / f"{number:04}.html").write_text(text, encoding="utf-8")
    (path / "names.json").write_text(json.dumps(names))
    return path


def told(folder: Path, messages: list[tuple[str, str]]) -> str:
    names = json.loads((folder / "names.json").read_text())
    lines = [f"{names[Path(file).name]}: {words}" for file, words in messages]
    return f"{len(lines)} in all\n" + "\n".join(lines[:40])


def test_every_template_of_a_page_is_among_them(pages: tuple[dict[str, str], set[str]]):
    folder = Path(settings.BASE_DIR) / "templates"
    wanted = {
        str(path.relative_to(folder))
        for path in (*folder.glob("*.html"), *(folder / "timeline").glob("*.html"))
        if not path.name.startswith("_") and path.name != "base.html"
    }
    assert wanted - pages[1] - OF_ERRORS == set()


def test_html_validate_finds_nothing(folder: Path):
    program = tool("html-validate", "bin", "html-validate.mjs")
    report = folder / "report.json"
    command = ["node", program, "--config", str(RULES), "--formatter", f"json={report}", str(folder / "*.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert report.exists(), done.stderr
    found = [
        (result["filePath"], f"{message['ruleId']}: {message['message']} ({message.get('selector')})")
        for result in json.loads(report.read_text())
        for message in result["messages"]
    ]
    assert not found, told(folder, found)


def test_the_nu_checker_finds_nothing(folder: Path):
    jar = tool("vnu-jar", "build", "dist", "vnu.jar")
    command = [
        "java",
        "-jar",
        jar,
        "--skip-non-html",
        "--no-langdetect",
        "--format",
        "json",
        "--filterpattern",
        HTMX,
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # What is only said ("info" without a subtype) is no fault.
    messages = [
        message for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]  # fmt: skip
    found = [(message.get("url", ""), f"{message['message']} … {message.get('extract', '')!r}") for message in messages]
    assert not found, told(folder, found)
