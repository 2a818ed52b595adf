"""The embedded PostgreSQL: find its programs, make a cluster, start it, join it, stop it.

Several processes may want the same cluster at once. Who starts or stops it holds an exclusive lock for that moment;
who uses it holds a shared lock all the while, and the last one to leave stops it. Locks end with their process, so a
process that was killed leaves nothing that must be cleaned up by hand.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from config.processes import Identity, Owner, can_reach, has_process_in, identities, owner_of
from config.programs import CannotStart, Programs, find_programs

DATABASE_NAME = "bilateral"
DATABASE_ROLE = "bilateral"
# Owns the cluster; Django never uses it.
SUPERUSER = "postgres"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
SOCKET_NAME = ".s.PGSQL.5432"
# A socket's path may have 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET_PATH = 100
# pg_ctl hands the path to a shell between double quotes.
FORBIDDEN_IN_PATHS = '"$`\\\n'
START_SECONDS = 60
ENDING_SECONDS = 10
SETTINGS_FILE = "bilateral.conf"
LEAST_SHARED, MOST_SHARED = 128 * 2**20, 2 * 2**30
MEMORY_LIMIT = Path("/sys/fs/cgroup/memory.max")


@dataclass(frozen=True)
class Cluster:
    """A data folder and how it is run; is_throwaway gives up safety for speed, for tests."""

    data: Path
    is_throwaway: bool = False

    @property
    def socket_folder(self) -> Path:
        """Return the folder of the socket: the data folder, or one of its own where that path does not serve.

        A path may be too long for a socket, and clients read a comma as the end of one host's name.
        """
        data = self.data.absolute()
        if len(os.fsencode(data / SOCKET_NAME)) < LONGEST_SOCKET_PATH and "," not in str(data):
            return data
        digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"bilateral-{digest}"

    @property
    def address(self) -> str:
        """Return the DATABASE_URL of the record in this cluster."""
        return f"postgresql://{DATABASE_ROLE}@/{DATABASE_NAME}?host={self.socket_folder}"

    def beside(self, ending: str) -> Path:
        """Return the path of a file next to the data folder."""
        return self.data.with_name(self.data.name + ending)

    def made_version(self) -> int | None:
        """Return the major version that made the cluster, None where there is none yet."""
        try:
            return int((self.data / "PG_VERSION").read_text().split(".")[0])
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise CannotStart(f"The database in {self.data} cannot be read: {error}.") from None


@contextlib.contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """Start or join the cluster and stop it afterwards where nobody else uses it; raise CannotStart."""
    with _lock_file(cluster.beside(".users"), fcntl.LOCK_SH) as users:
        start(cluster)
        try:
            yield cluster
        finally:
            with _lock_file(cluster.beside(".lock"), fcntl.LOCK_EX):
                if _is_last(users):
                    _stop(cluster)


@contextlib.contextmanager
def running_where_embedded(is_embedded: bool, cluster: Cluster) -> Iterator[None]:
    """Keep the cluster running where the record is in it; do nothing where DATABASE_URL names another server."""
    with running(cluster) if is_embedded else contextlib.nullcontext():
        yield


def start(cluster: Cluster) -> str:
    """Make the cluster where it is missing and start it where it does not run; return "made", "started" or "joined"."""
    if any(character in str(cluster.data) for character in FORBIDDEN_IN_PATHS):
        raise CannotStart(
            f'The path {str(cluster.data)!r} must be without the characters " $ ` \\: move BILATERAL_HOME.'
        )
    with _lock_file(cluster.beside(".lock"), fcntl.LOCK_EX):
        if cluster.made_version() is not None and _answers(cluster):
            return "joined"
        programs = find_programs(cluster.made_version())
        identity = _identity_for(cluster, programs)
        outcome = "started"
        if cluster.made_version() is None:
            _make(cluster, programs, identity)
            outcome = "made"
        _forget_ended_server(cluster)
        _start(cluster, programs, identity)
        try:
            _prepare(cluster)
        except psycopg.Error as error:
            raise CannotStart(f"PostgreSQL runs, but the record's database cannot be made: {error}") from None
        return outcome


def remove(cluster: Cluster) -> None:
    """Remove the cluster with all that it holds; raise CannotStart where somebody uses it."""
    with (
        _lock_file(cluster.beside(".users"), fcntl.LOCK_SH) as users,
        _lock_file(cluster.beside(".lock"), fcntl.LOCK_EX),
    ):
        if not _is_last(users):
            raise CannotStart(f"Another program uses the database in {cluster.data}; nothing was removed.")
        if cluster.made_version() is not None:
            _stop(cluster)
            shutil.rmtree(cluster.data)
            with contextlib.suppress(FileNotFoundError):
                cluster.socket_folder.rmdir()


# --- Making and starting ---------------------------------------------------------------------------------------------


def _identity_for(cluster: Cluster, programs: Programs) -> Identity:
    """Return the first way to run the server that reaches its files; raise CannotStart."""
    owner = cluster.data.stat().st_uid if cluster.data.exists() else None
    if owner is not None and os.geteuid() not in {0, owner}:
        raise CannotStart(f"The database in {cluster.data} belongs to another user, so it can be neither read nor run.")
    for identity in identities(owner):
        if can_reach(identity, programs.folder / "initdb", cluster.data.parent):
            return identity
    raise CannotStart(
        "PostgreSQL refuses to run as root, and neither setpriv nor unshare can leave root here: run this as another "
        "user, or set DATABASE_URL."
    )


def _make(cluster: Cluster, programs: Programs, identity: Identity) -> None:
    """Run initdb in a folder beside and rename it, so that a half-made cluster is never taken for one."""
    if cluster.data.exists() and any(cluster.data.iterdir()):
        raise CannotStart(f"{cluster.data} is not empty but holds no database; nothing was changed.")
    draft = cluster.beside(".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    if identity.user is not None:
        os.chown(draft, identity.user, identity.user)
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    if programs.version < 17:  # The builtin provider came with 17.
        locale = ["--locale=C.UTF-8"]
    command = [programs.path("initdb"), "-D", str(draft), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8"]
    command += [*locale, "--data-checksums", "--no-instructions"]
    _run(identity, [*command, "--no-sync"] if cluster.is_throwaway else command, "The database could not be made")
    with (draft / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(f"\ninclude '{SETTINGS_FILE}'\n")
    if cluster.data.exists():
        cluster.data.rmdir()
    draft.rename(cluster.data)


def _start(cluster: Cluster, programs: Programs, identity: Identity) -> None:
    """Write this start's settings and wait until the server answers."""
    _make_socket_folder(cluster, identity)
    settings = cluster.data / SETTINGS_FILE
    settings.write_text(_settings_text(cluster), encoding="utf-8", errors="surrogateescape")
    settings.chmod(0o600)
    if identity.user is not None:
        os.chown(settings, identity.user, identity.user)
    command = [programs.path("pg_ctl"), "start", "-w", "-t", str(START_SECONDS), "-D", str(cluster.data)]
    log = cluster.data / "server.log"
    try:
        _run(identity, [*command, "-l", str(log)], "PostgreSQL did not start")
    except CannotStart as error:
        reason = _last_fatal_line(log)
        raise CannotStart(f"{error} {reason}".strip()) from None


def _settings_text(cluster: Cluster) -> str:
    """Return the server's settings: no network, a socket that only its owner may open, and the limits of a small site.

    The folder is quoted twice: as a word in a list of folders, and as a value of the file.
    """
    folder = '"' + str(cluster.socket_folder).replace('"', '""') + '"'
    lines = [
        "listen_addresses = ''",
        "port = 5432",
        "unix_socket_directories = '" + folder.replace("\\", "\\\\").replace("'", "''") + "'",
        "unix_socket_permissions = 0700",
        "max_connections = 60",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "jit = off",
        f"shared_buffers = {_shared_bytes() // 2**20}MB",
    ]
    if cluster.is_throwaway:
        lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_wal_size = '4GB'"]
    return "\n".join(lines) + "\n"


def _shared_bytes() -> int:
    """Return how much memory the server keeps pages of the database in: an eighth of what there is, 128 MB to 2 GB.

    It takes what it needs bit by bit; with 128 MB, which is its own default, the lists of a large record do not fit.
    """
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    with contextlib.suppress(OSError, ValueError):
        memory = min(memory, int(MEMORY_LIMIT.read_text()))
    return min(max(memory // 8, LEAST_SHARED), MOST_SHARED)


def _make_socket_folder(cluster: Cluster, identity: Identity) -> None:
    """Make the short folder of a long path; refuse one that somebody else may have put there."""
    folder = cluster.socket_folder
    if folder == cluster.data.absolute():
        return
    owner = os.geteuid() if identity.user is None else identity.user
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, owner, -1)
    state = folder.lstat()
    if folder.is_symlink() or state.st_uid != owner or state.st_mode & 0o077:
        raise CannotStart(f"The folder {folder} for the database's socket belongs to somebody else: remove it.")


def _prepare(cluster: Cluster) -> None:
    """Make Django's role, its database and the extensions where they are missing; the role is no superuser."""
    with _connect(cluster, "postgres") as connection:
        role = sql.Identifier(DATABASE_ROLE)
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [DATABASE_ROLE]).fetchone():
            # A throw-away cluster is for tests, and these make databases of their own.
            right = sql.SQL("CREATEDB" if cluster.is_throwaway else "NOCREATEDB")
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {}").format(role, right))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone():
            database = sql.Identifier(DATABASE_NAME)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, role))
    with _connect(cluster, DATABASE_NAME) as connection:
        for extension in EXTENSIONS:
            connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))


# --- Stopping, and servers that ended --------------------------------------------------------------------------------


def _stop(cluster: Cluster) -> None:
    """Stop the server in order; its process id is believed only after a look at what that process is."""
    _forget_ended_server(cluster)
    if not (cluster.data / "postmaster.pid").exists():
        return
    programs = find_programs(cluster.made_version())
    identity = _identity_for(cluster, programs)
    command = [programs.path("pg_ctl"), "stop", "-w", "-m", "fast", "-t", str(START_SECONDS), "-D", str(cluster.data)]
    _run(identity, command, "PostgreSQL did not stop")


def _forget_ended_server(cluster: Cluster) -> None:
    """Remove the files that name a server which has ended; wait for its last processes to end.

    pg_ctl and postgres believe the id in these files even where another program has it now.
    """
    for name in (cluster.data / "postmaster.pid", cluster.socket_folder / f"{SOCKET_NAME}.lock"):
        try:
            pid = int(name.read_text().split()[0])
        except FileNotFoundError:
            continue
        except (ValueError, IndexError):
            pid = 0
        if owner_of(pid, cluster.data.resolve()) is not Owner.NOT_OURS:
            continue
        deadline = time.monotonic() + ENDING_SECONDS
        while has_process_in(cluster.data.resolve()) and time.monotonic() < deadline:
            time.sleep(0.05)
        name.unlink(missing_ok=True)


def _answers(cluster: Cluster) -> bool:
    """Return whether the server on the socket is the one of this data folder."""
    try:
        with _connect(cluster, "postgres") as connection:
            row = connection.execute("SHOW data_directory").fetchone()
    except psycopg.Error:
        return False
    return row is not None and Path(row[0]).resolve() == cluster.data.resolve()


# --- Small parts -----------------------------------------------------------------------------------------------------


def _connect(cluster: Cluster, database: str) -> "psycopg.Connection[tuple[str, ...]]":
    """Return a connection of the superuser that commits each statement."""
    folder = str(cluster.socket_folder)
    return psycopg.connect(host=folder, port=5432, user=SUPERUSER, dbname=database, connect_timeout=5, autocommit=True)


def _run(identity: Identity, command: list[str], failure: str) -> None:
    """Run a program away from root and from the terminal's Ctrl-C; raise CannotStart with its last words."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    environment |= {"LC_ALL": "C", "TZ": "UTC"}
    with tempfile.TemporaryFile() as output:  # Not a pipe: the server keeps it open, and reading would never end.
        code = subprocess.run(
            [*identity.prefix, *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd="/",
            start_new_session=True,
            check=False,
        ).returncode
        output.seek(0)
        words = output.read().decode(errors="replace").strip().splitlines()
    if code:
        raise CannotStart(f"{failure}: {words[-1] if words else f'it ended with code {code}'}")


def _last_fatal_line(log: Path) -> str:
    """Return the last line of the server's log that says why it gave up."""
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return next((line.partition("FATAL:")[2].strip() for line in reversed(lines) if "FATAL:" in line), "")


@contextlib.contextmanager
def _lock_file(path: Path, kind: int) -> Iterator[int]:
    """Hold a lock on a file beside the data folder; raise CannotStart where the folder refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStart(f"{path.parent} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    try:
        fcntl.flock(descriptor, kind)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_last(users: int) -> bool:
    """Return whether nobody else holds the shared lock."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
