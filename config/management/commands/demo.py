"""Show the whole site on this machine: `manage.py demo`."""

import hashlib
import json
import os
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from config import keys, postgres, service
from config.programs import CannotStart
from newsroom.models import User
from timeline.models import Event

HOST = "127.0.0.1"
EDITOR = "editor@example.org"


class Command(BaseCommand):
    """Make or join the database, load the sample record, and run the site until Ctrl-C."""

    help = "Start everything on this machine with a sample record and an editor's account. Ctrl-C stops all of it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the port and whether to begin anew."""
        parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
        parser.add_argument("--reset", action="store_true", help="remove the embedded database first, with all in it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until a signal; a reason why not is one sentence."""
        port = options["port"]
        try:
            service.refuse_busy_port(HOST, port)
            if options["reset"]:
                self._reset()
            with postgres.running_where_embedded(settings.IS_EMBEDDED, settings.EMBEDDED_DATABASE):
                self._bring_up_to_date()
                password = self._ready_editor()
                service.collect_static_files()
                # Mails name the site by it, and the worker knows no port.
                os.environ.setdefault("BILATERAL_ADDRESS", f"http://{HOST}:{port}")
                service.run(HOST, port, workers=2, threads=4, announce=lambda: self._announce(port, password))
            self.stdout.write("Stopped.")
        except (service.ServiceError, CannotStart) as error:
            raise CommandError(str(error)) from None
        except DatabaseError as error:
            raise CommandError(f"The database cannot be used: {error}".strip()) from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CommandError(f"{error.filename or settings.VAR_DIR} cannot be used: {reason}.") from None

    def _reset(self) -> None:
        """Remove the embedded database; raise ServiceError where the record is in another server."""
        if not settings.IS_EMBEDDED:
            raise service.ServiceError("--reset removes the embedded database only, but DATABASE_URL names another.")
        postgres.remove(settings.EMBEDDED_DATABASE)

    def _bring_up_to_date(self) -> None:
        """Migrate where the database is behind, and load the sample where it is missing or has changed."""
        service.refuse_newer_database()
        if service.migrations_state() == "behind":
            call_command("migrate", interactive=False, verbosity=0)
        fingerprint = service.data_fingerprint(settings.BASE_DIR / "timeline" / "data")
        if _recall("data") == fingerprint and Event.objects.exists():
            return
        self.stdout.write("Loading the sample record.")
        call_command("load_gazetteer", verbosity=0)
        call_command("load_sample", verbosity=0)
        _remember("data", fingerprint)

    def _ready_editor(self) -> str:
        """Return the password of the demo's editor, whose account is made where it is missing or has another."""
        password = keys.read_or_make(settings.VAR_DIR / "demo-password", length=12)
        # Comparing what is stored costs nothing; checking the password takes as long as a password should take.
        known = User.objects.filter(email=EDITOR, is_active=True).values_list("password", flat=True).first()
        if known is None or _recall("editor") != _digest(password, known):
            call_command("enrol", EDITOR, name="Demo editor", role="publisher", password=password)
            known = User.objects.values_list("password", flat=True).get(email=EDITOR)
            _remember("editor", _digest(password, known))
        return password

    def _announce(self, port: int, password: str) -> None:
        """Print the addresses and how to log in."""
        address = f"http://{HOST}:{port}"
        self.stdout.write(f"""
  Readers    {address}/
  Timeline   {address}/pairs/mexico/united-states/
  Newsroom   {address}/newsroom/    log in as {EDITOR} with {password}

  The database and the password are in {settings.VAR_DIR}. Ctrl-C stops everything.
""")
        self.stdout.flush()


def _recall(name: str) -> str:
    """Return what an earlier demo wrote down under the name, empty where there was none."""
    try:
        return str(json.loads((settings.VAR_DIR / "demo.json").read_text()).get(name, ""))
    except (FileNotFoundError, ValueError, AttributeError):
        return ""


def _remember(name: str, value: str) -> None:
    """Write something down for the next demo."""
    kept = {each: _recall(each) for each in ("data", "editor")}
    (settings.VAR_DIR / "demo.json").write_text(json.dumps({**kept, name: value}))


def _digest(password: str, stored: str) -> str:
    """Name a password together with what the database stores of it."""
    return hashlib.sha256(f"{password}\0{stored}".encode()).hexdigest()
