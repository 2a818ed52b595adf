"""Which requests get a fragment, and what a cache is told about it."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from config.htmx import DECIDING_HEADERS, is_fragment, render_page_or_fragment, vary_on_htmx

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


def request_with(headers: dict[str, str]) -> HttpRequest:
    return RequestFactory().get("/", headers=headers)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        ({"HX-Request-Type": "partial"}, False),
        ({"HX-Request": "false", "HX-Request-Type": "partial"}, False),
        (PARTIAL, True),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Request-Type": "full"}, False),
        ({"HX-Request": "true", "HX-Request-Type": "<script>"}, False),
        ({**PARTIAL, "HX-Boosted": "true"}, False),
        ({**PARTIAL, "HX-History-Restore-Request": "true"}, False),
        ({"HX-History-Restore-Request": "true"}, False),
        ({**PARTIAL, "HX-Target": "div#list", "HX-Current-URL": "http://testserver/"}, True),
    ],
)
def test_what_gets_a_fragment(headers: dict[str, str], expected: bool) -> None:
    assert is_fragment(request_with(headers)) is expected


def test_each_header_that_decides_is_read_and_only_those() -> None:
    for header in DECIDING_HEADERS:
        changed = {**PARTIAL, header: "no" if header in PARTIAL else "true"}
        assert not is_fragment(request_with(changed)), header


class Locmem:
    """Two templates that say which one they are."""

    SETTINGS = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {"page.html": "page {{ word }}", "_part.html": "part {{ word }}"},
                    )
                ]
            },
        }
    ]


def answer(headers: dict[str, str], status: int = 200) -> HttpResponse:
    with override_settings(TEMPLATES=Locmem.SETTINGS):
        return render_page_or_fragment(request_with(headers), "page.html", "_part.html", {"word": "<b>"}, status=status)


@pytest.mark.parametrize(("headers", "body"), [({}, b"page &lt;b&gt;"), (PARTIAL, b"part &lt;b&gt;")])
def test_page_and_fragment_are_told_apart_for_caches(headers: dict[str, str], body: bytes) -> None:
    response = answer(headers, status=422)
    assert (response.status_code, response.content) == (422, body)
    assert {part.strip() for part in response.headers["Vary"].split(",")} >= set(DECIDING_HEADERS)


def test_vary_keeps_what_was_there() -> None:
    response = HttpResponse(headers={"Vary": "Accept-Encoding"})
    assert vary_on_htmx(response).headers["Vary"] == "Accept-Encoding, " + ", ".join(DECIDING_HEADERS)
