"""Archives of the whole database, made and read by PostgreSQL's own programs."""

import os
import subprocess
import tempfile
from pathlib import Path

from django.db import connection

from config.programs import find_programs


class ArchiveError(Exception):
    """Say in one sentence why an archive was not made or not read; nothing was changed then."""


def dump(file: Path) -> None:
    """Write the database into the file; raise ArchiveError."""
    _run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", str(file)], "The backup failed")


def contents(file: Path) -> list[str]:
    """Return the archive's entries, read to the last byte; raise ArchiveError where it is none or is damaged.

    Extensions and the schema `public` are left out: they are there already, and Django's role does not own them.
    """
    if not file.is_file():
        raise ArchiveError(f"{file} is not there.")
    lines = _run("pg_restore", ["--list", str(file)], f"{file} is no archive that can be read").splitlines()
    # The list stands at the front; only writing all of it out as a script reads the rest.
    _run("pg_restore", ["--file", os.devnull, str(file)], f"{file} is damaged")
    return [line for line in lines if not line.startswith(";") and not _belongs_to_server(line)]


def load(file: Path, entries: list[str], *, replace: bool) -> None:
    """Read the entries into the database in one transaction; raise ArchiveError, and then nothing has changed."""
    with tempfile.NamedTemporaryFile("w", suffix=".list", encoding="utf-8") as chosen:
        chosen.write("\n".join(entries) + "\n")
        chosen.flush()
        arguments = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-comments"]
        arguments += ["--use-list", chosen.name, "--dbname", str(connection.settings_dict["NAME"])]
        if replace:
            arguments += ["--clean", "--if-exists"]
        _run("pg_restore", [*arguments, str(file)], "Nothing was restored")


def _belongs_to_server(line: str) -> bool:
    """Return whether an entry of the list is an extension or the schema public."""
    return " EXTENSION " in line or " SCHEMA - public " in line or " - SCHEMA public " in line


def _run(name: str, arguments: list[str], failure: str) -> str:
    """Run one of PostgreSQL's programs on the database of the settings; return its output or raise ArchiveError."""
    database = connection.settings_dict
    environment = {variable: value for variable, value in os.environ.items() if not variable.startswith("PG")}
    keys = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment |= {variable: str(database[key]) for variable, key in keys.items() if database[key]}
    environment["LC_ALL"] = "C.UTF-8"
    program = find_programs().path(name)
    done = subprocess.run([program, *arguments], capture_output=True, env=environment, check=False)
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise ArchiveError(f"{failure}: {words[0] if words else f'{name} ended with code {done.returncode}'}")
    return done.stdout.decode(errors="surrogateescape")
