"""Make an account: `manage.py enrol EMAIL --role editor`."""

import secrets
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.management.base import BaseCommand, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from newsroom.actions import enrol_user
from newsroom.models import Role


class Command(BaseCommand):
    """Make the account of an address, or give the one that is there a new role and password."""

    # Given by other commands; never on the command line, which others may read.
    stealth_options = ("password",)
    help = "Make an account for the newsroom, or give it a new role and password; prints the password that it made."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take address, name, role, and where the password comes from."""
        parser.add_argument("email", help="the address that logs in")
        parser.add_argument("--name", default="", help="the name that colleagues see")
        parser.add_argument("--role", choices=Role.values, default=Role.EDITOR, help="what the account may do")
        parser.add_argument("--password-from-stdin", action="store_true", help="read one line instead of making one up")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse what the pages would refuse too."""
        password = options.get("password", "")
        if options["password_from_stdin"]:
            password = sys.stdin.readline().rstrip("\n")
        is_made_here = not password and not options["password_from_stdin"]
        if is_made_here:
            password = secrets.token_urlsafe(15)
        try:
            validate_email(options["email"])
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        enrol_user(
            email=options["email"], name=options["name"], role=options["role"], password=password, at=timezone.now()
        )
        if is_made_here:
            self.stdout.write(f"{options['email']} logs in with {password}")
