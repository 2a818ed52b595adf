"""Run the whole suite on all cores: `manage.py test`; with arguments, what pytest makes of them."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError
from django.core.management.base import BaseCommand

from config import env, postgres
from config.programs import CannotStart

# A module's tests stay together: what they share (a browser, a site, a record) is made once.
# A worker that a hanging test has ended would begin with the same test again.
WHOLE_SUITE = ["--numprocesses=logical", "--dist=loadfile", "--max-worker-restart=0"]


class Command(BaseCommand):
    """Run pytest on a PostgreSQL that is made for this run and thrown away after it."""

    help = "Run the tests on a throw-away PostgreSQL; arguments are pytest's. DATABASE_URL replaces that server."

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand all arguments on as they are, for they are pytest's and not Django's; end with its code."""
        if argv[2:] == ["--help"]:
            self.print_help(argv[0], argv[1])
            return
        try:
            sys.exit(run_tests(argv[2:] or WHOLE_SUITE))
        except CannotStart as error:
            sys.exit(str(CommandError(str(error))))


def run_tests(arguments: list[str]) -> int:
    """Return pytest's exit code; the cluster is gone afterwards, whatever happened."""
    if address := env.text("DATABASE_URL"):
        return _pytest(arguments, address)
    with tempfile.TemporaryDirectory(prefix="bilateral-tests-", ignore_cleanup_errors=True) as folder:
        # Passable, so that a server that may not run as root reaches its own folder, which stays closed.
        Path(folder).chmod(0o711)
        with postgres.running(postgres.Cluster(Path(folder) / "postgres", is_throwaway=True)) as cluster:
            return _pytest(arguments, cluster.address)


def _pytest(arguments: list[str], address: str) -> int:
    """Run pytest against the database and return its exit code."""
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    # The settings of the tests make a folder of their own.
    environment.pop("BILATERAL_HOME", None)
    child = subprocess.Popen([sys.executable, "-m", "pytest", *arguments], cwd=settings.BASE_DIR, env=environment)
    # Whoever ends us ends pytest; the cluster is tidied away afterwards as always.
    signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # The terminal told pytest too; it tidies up and ends by itself.
