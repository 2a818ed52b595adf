"""Run the site for others: `manage.py serve`, behind a proxy that speaks https."""

from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser

from config import postgres, service
from config.programs import CannotStart


class Command(BaseCommand):
    """Start the web server and the worker of jobs against DATABASE_URL or the embedded PostgreSQL."""

    help = "Run the web server and the worker of jobs. Ctrl-C stops both."
    requires_system_checks = ["__all__"]

    def add_arguments(self, parser: CommandParser) -> None:
        """Take address, port, sizes and whether to migrate."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on")
        parser.add_argument("--workers", type=int, default=2, help="web processes, one for each core")
        parser.add_argument("--threads", type=int, default=4, help="threads in each web process")
        parser.add_argument("--migrate", action="store_true", help="bring the database up to date first")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse what is not safe to show to others, then run."""
        host, port = options["host"], options["port"]
        if settings.DEBUG and host not in {"127.0.0.1", "::1", "localhost"}:
            raise CommandError("BILATERAL_DEBUG is on, so the site may listen on this machine only: leave out --host.")
        try:
            service.refuse_busy_port(host, port)
            with postgres.running_where_embedded(settings.IS_EMBEDDED, settings.EMBEDDED_DATABASE):
                self._bring_up_to_date(may_migrate=options["migrate"])
                service.collect_static_files()
                service.run(
                    host,
                    port,
                    workers=options["workers"],
                    threads=options["threads"],
                    announce=lambda: self.stdout.write(f"Listening on {host}:{port}. Ctrl-C stops."),
                )
        except (service.ServiceError, CannotStart) as error:
            raise CommandError(str(error)) from None

    def _bring_up_to_date(self, *, may_migrate: bool) -> None:
        """Migrate where that was asked for; raise ServiceError where it is needed and was not."""
        service.refuse_newer_database()
        if service.migrations_state() == "behind":
            if not may_migrate:
                raise service.ServiceError("The database is not up to date: run `manage.py migrate`, or add --migrate.")
            call_command("migrate", interactive=False, verbosity=0)
