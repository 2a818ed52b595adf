"""Compile the reading engine, which then takes half the time: `manage.py compile_reading`."""

import contextlib
import importlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config import compiled


class Command(BaseCommand):
    """Make the compiled form of the engine's present sources, and forget those of earlier ones."""

    help = (
        "Compile the reading engine with mypyc into the folder of BILATERAL_HOME; it is used from the next start on,"
        " until its sources change. Takes some minutes, a C compiler, mypy and setuptools."
    )
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Compile beside where it will stand and move it there whole; what fails leaves everything as it was."""
        folder = compiled.folder_for(settings.BASE_DIR, settings.VAR_DIR)
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder.parent) as work:
                compile_modules(settings.BASE_DIR, compiled.modules(settings.BASE_DIR), Path(work))
                if compiled.folder_for(settings.BASE_DIR, settings.VAR_DIR) != folder:
                    raise CommandError("The sources changed while they were compiled: run it again.")
                for other in folder.parent.iterdir():
                    if other != Path(work):
                        shutil.rmtree(other)
                Path(work, "modules").rename(folder)
        self.stdout.write(f"The reading engine is compiled: {folder}")


def translate(base: Path, files: list[str], work: Path) -> list[Any]:
    """Return what a C compiler is to be given, written into `work/c`; raises CommandError with the reason."""
    try:
        build = importlib.import_module("mypyc.build")
        importlib.import_module("setuptools")
    except ImportError as problem:
        raise CommandError(f"{problem.name} is not installed: the engine runs as it is written.") from problem
    checks = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
    try:
        with contextlib.chdir(base):
            extensions: list[Any] = build.mypycify(
                [*checks, *files], opt_level="2", debug_level="0", multi_file=True, target_dir=str(work / "c")
            )
    except (Exception, SystemExit) as problem:  # mypyc ends the process where it cannot translate
        raise CommandError("It cannot be compiled, as said above: the engine runs as it is written.") from problem
    return extensions


def compile_modules(base: Path, files: list[str], work: Path) -> None:
    """Compile files of a folder into `work/modules`; raises CommandError with the reason."""
    extensions = translate(base, files, work)
    places = {"build_lib": str(work / "modules"), "build_temp": str(work), "parallel": os.cpu_count() or 1}
    made = importlib.import_module("setuptools").Distribution({"packages": [], "ext_modules": extensions})
    made.command_options["build_ext"] = {name: ("compile_reading", value) for name, value in places.items()}
    try:
        with contextlib.chdir(base):
            made.run_command("build_ext")
    except Exception as problem:
        raise CommandError(f"It cannot be compiled ({problem}): the engine runs as it is written.") from problem
