"""Start a command, with the embedded PostgreSQL running where the command needs a database and none is named."""

import contextlib
import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line

from config import env, postgres
from config.programs import CannotStart

# Everything else reads or writes the record. demo, serve and test look after their database themselves.
WITHOUT_DATABASE = {
    "benchmark",
    "check",
    "collectstatic",
    "compile_reading",
    "compilemessages",
    "demo",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "read_article",
    "serve",
    "test",
    "version",
}


def needs_embedded_database(arguments: list[str]) -> bool:
    """Return whether the command reads a database and DATABASE_URL names none."""
    command = arguments[1] if len(arguments) > 1 else "help"
    is_help = command.startswith("-") or "--help" in arguments or "-h" in arguments
    return not (is_help or command in WITHOUT_DATABASE or env.text("DATABASE_URL"))


def run(arguments: list[str]) -> None:
    """Execute the command line; a wrong setting or a database that cannot start is one sentence, not a traceback."""
    if arguments[1:2] == ["test"]:
        # Nothing of a test run may reach the folder in which the site keeps its things.
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    with contextlib.ExitStack() as stack:
        if needs_embedded_database(arguments):
            try:
                stack.enter_context(postgres.running(settings.EMBEDDED_DATABASE))
            except CannotStart as error:
                sys.exit(str(error))
        execute_from_command_line(arguments)
