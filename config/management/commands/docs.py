"""Make the pictures of docs/ anew from a running site."""

import shutil
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

PAIR = "/pairs/mexico/united-states/"
# File name without its ending, address, width and height in CSS pixels, scheme; “print” is a sheet of A4.
PICTURES: tuple[tuple[str, str, int, int, Literal["light", "dark", "print"]], ...] = (
    ("home-1280-light", "/", 1280, 900, "light"),
    ("pair-1280-light", PAIR, 1280, 1500, "light"),
    ("pair-1280-dark", PAIR, 1280, 1500, "dark"),
    ("pair-768-light", PAIR, 768, 1900, "light"),
    ("pair-390-light", PAIR, 390, 2200, "light"),
    ("pair-390-dark", PAIR, 390, 2200, "dark"),
    ("pair-print", PAIR, 794, 1123, "print"),
    ("period-1280-light", f"{PAIR}2026/01/", 1280, 1200, "light"),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Command(BaseCommand):
    """Take the pictures of docs/pictures/ with Chromium."""

    help = "Make the pictures of docs/pictures/ anew from a running site (start `demo` first)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --address, the site to take pictures of."""
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the site runs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take each picture; say which file was written."""
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError as missing:
            raise CommandError("The pictures need the development packages of requirements.lock.") from missing
        found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
        if found is None:
            raise CommandError("Chromium is missing: install the package chromium.")
        folder = Path(settings.BASE_DIR) / "docs" / "pictures"
        folder.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
            for name, address, width, height, scheme in PICTURES:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
                )
                page.emulate_media(media="print" if scheme == "print" else "screen")
                try:
                    page.goto(options["address"] + address, wait_until="networkidle")
                except Error as unreachable:
                    raise CommandError(f"{options['address']} does not answer: start `demo` first.") from unreachable
                if scheme == "print":
                    # A picture has no sheet, and so not the margins that the sheet would have.
                    page.evaluate("document.body.style.padding = '16mm'")
                page.screenshot(path=folder / f"{name}.png")
                page.close()
                self.stdout.write(f"docs/pictures/{name}.png")
            browser.close()
