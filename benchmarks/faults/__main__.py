"""Kill publishing and mailing processes on a server of its own: ``python -m benchmarks.faults --points 500 --seed 1``.

It makes ``var/benchmark/faults``, prints what it did and found, removes the server, and ends with 1 where anything was
half-done. The moments come from the seed; what the processes have reached by then the machine decides.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

from config.postgres import DATABASE_ROLE, EXTENSIONS, SUPERUSER, Cluster, remove, running

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / "var" / "benchmark" / "faults"
# Models can be read only when Django is set up.
RUN = "import django, sys; django.setup(); from benchmarks.faults.killing import main; sys.exit(main(*sys.argv[1:]))"


def main() -> int:
    """Make the server, migrate its database, and kill; return 0 where all is whole."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=500, help="how often to kill each: 500")
    parser.add_argument("--seed", type=int, default=1, help="what the moments are drawn from: 1")
    parser.add_argument("--only", choices=["publishing", "mailing"], default="", help="kill one of the two alone")
    asked = parser.parse_args()
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    # Passable, so that a server that may not run as root reaches its own folder, which stays closed.
    HOME.parent.chmod(0o711)
    HOME.chmod(0o711)
    server = Cluster(HOME / "postgres", is_throwaway=True)
    with running(server):
        whole = {"host": str(server.socket_folder), "user": SUPERUSER, "autocommit": True}
        with psycopg.connect(dbname="postgres", **whole) as connection:
            connection.execute(f"CREATE DATABASE faults OWNER {DATABASE_ROLE}")
        with psycopg.connect(dbname="faults", **whole) as connection:
            for extension in EXTENSIONS:
                connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        environment = {
            **os.environ,
            "DATABASE_URL": f"postgresql://{DATABASE_ROLE}@/faults?host={server.socket_folder}",
            "BILATERAL_HOME": str(HOME),
            "BILATERAL_PROCESS": "jobs",
            "BILATERAL_LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        run = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(run, cwd=ROOT, env=environment, check=True)
        run = [sys.executable, "-c", RUN, str(asked.points), str(asked.seed), asked.only]
        status = subprocess.run(run, cwd=ROOT, env=environment, check=False).returncode
    remove(server)
    return status


if __name__ == "__main__":
    sys.exit(main())
