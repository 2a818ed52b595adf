"""What others made is here as they made it, with its licence; the list of hashes says so."""

import hashlib
import json

from tests.site.source_tree import ROOT

VENDOR = ROOT / "static" / "vendor"
PACKAGES = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))["packages"]


def test_every_file_has_the_hash_that_is_listed():
    listed = {
        f"{package['name']}@{package['version']}/{name}": digest
        for package in PACKAGES
        for name, digest in package["files"].items()
    }
    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "vendor.json"
    }
    assert found == listed


def test_every_package_brings_its_licence():
    for package in PACKAGES:
        assert package["licence"]
        assert package["from"]
        assert package["for"]
        assert "LICENSE" in package["files"], package["name"]


def test_fonts_and_flags_stay_small():
    assert sum(path.stat().st_size for path in VENDOR.rglob("*.woff2")) <= 60_000
    assert sum(path.stat().st_size for path in VENDOR.rglob("*.svg")) <= 1_000_000
    drawn = "".join(path.read_text(encoding="utf-8").lower() for path in VENDOR.rglob("*.svg"))
    assert "<script" not in drawn
    assert "href=" not in drawn


def test_pages_use_the_versions_that_are_here():
    used = "".join(
        path.read_text(encoding="utf-8")
        for folder, pattern in (("templates", "*.html"), ("static/css", "*.css"), ("timeline/pages", "*.py"))
        for path in (ROOT / folder).rglob(pattern)
    )
    for package in PACKAGES:
        assert f"{package['name']}@{package['version']}" in used, f"{package['name']} is not used in this version"
