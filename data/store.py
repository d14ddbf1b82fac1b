"""
The database of the app: built when needed, opened for reading.

``connect()`` gives a connection to the current version of the data. The database is rebuilt by itself when a
CSV file, a description, a view or the build code changed. When that fails, an older database stays in use and
``problem()`` says why in Danish.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from dansk import tal
from data import versions as databases
from data.database import build_database
from data.description import PACKAGE
from data.errors import DataError, UnknownVersion
from data.officials import own as own_rows
from data.versions import Version

_LOG = logging.getLogger("kkr")
_HERE = Path(__file__).resolve().parent
SQL = _HERE / "sql"
FOLDER = _HERE / "database"
_BUILD_CODE = tuple(_HERE / f"{name}.py" for name in ("database", "description", "cells", "rows"))
_RETRY_AFTER = 30.0  # seconds before a failed build of the same files is tried again


@dataclass(frozen=True)
class _Served:
    """The file that readers get, and what kept a newer one from being built."""

    folder: Path
    hash: str
    problem: str | None = None

    @property
    def path(self) -> Path:
        return databases.database_path(self.folder, self.hash)


class Store:
    """
    A package of CSV files, and the databases built from it.

    ``package``: folder with datapackage.json; ``sql``: folder with views; ``folder``: where databases lie
    (the environment variable KKR_DATABASE_MAPPE comes before it, and when nothing can be written there, the
    user's cache folder is used); ``lock_timeout``: seconds to wait for another process that builds; ``own``: folder
    with rows that officials have added (by default as the environment variable KKR_EGNE_TABELLER says).
    """

    def __init__(
        self,
        package: Path = PACKAGE,
        sql: Path = SQL,
        folder: Path = FOLDER,
        lock_timeout: float = 60,
        own: Path | None = None,
    ) -> None:
        self.package, self.sql, self.folder, self.lock_timeout = package, sql, folder, lock_timeout
        self._own = own
        self._failed: dict[str, tuple[float, str]] = {}

    def connect(self, version: str | None = None) -> duckdb.DuckDBPyConnection:
        """
        Open the current version of the data, or a kept older one, for reading only; the caller closes it.

        A current database that cannot be opened though nothing else is in the way is set aside and built anew, once,
        and the log tells it.
        Raises UnknownVersion when that version is not kept, and DataError when no database can be had.
        """
        path = self._serve().path if version is None else self._kept_path(version)
        try:
            return databases.open_reader(path)
        except duckdb.Error as error:
            if version is not None:
                raise UnknownVersion(f"Udgaven «{version}» af data kan ikke læses.") from error
            if _is_right(path):
                raise DataError(f"Databasen {path.name} kan ikke åbnes lige nu. Prøv igen om lidt.") from error
            _set_aside(path, error)
        path = self._serve().path
        try:
            return databases.open_reader(path)
        except duckdb.Error as error:
            raise DataError(f"Databasen {path.name} er beskadiget eller kan ikke åbnes.") from error

    def current_version(self) -> str:
        """The hash (10 hex digits) of the data that ``connect()`` opens."""
        return self._serve().hash

    def versions(self) -> list[Version]:
        """The versions that are kept, newest first."""
        return databases.kept_versions(self._serve().folder)

    def problem(self) -> str | None:
        """Why an older version is in use, in Danish for the user; None when the files as they are now are."""
        return self._serve().problem

    def build(self) -> str:
        """Build the database of the files as they are now, if need be, and return its hash."""
        wanted = self.wanted()
        if self._ready(wanted) is None:
            self._build(wanted)
        return wanted

    def adopt(self, tables: own_rows.Tables, entry: bytes = b"") -> str:
        """
        Put these added tables into use and return the hash of the database with them: all of it, or nothing.

        ``entry`` is the line about them in the log of the officials' rows.

        The database is built and read again before anything is replaced, and readers have the old one until then.
        Raises DataError when it cannot be built or written.
        """
        with self._building() as folder, own_rows.new_set(self.own, tables, entry) as new:
            ahead = Store(self.package, self.sql, self.folder, own=new)
            wanted = ahead.wanted()
            if not _is_current(folder, wanted):
                ahead._make(folder, wanted)
            with own_rows.put_in_use(self.own, new):
                if self.wanted() != wanted:
                    raise DataError("Filerne med data blev ændret, mens databasen blev bygget.")
                databases.write_pointer(folder, wanted)
            databases.remove_old(folder, wanted)
        return wanted

    @property
    def own(self) -> Path:
        """The folder with rows that officials have added."""
        return self._own or own_rows.default_folder()

    def wanted(self) -> str:
        """The hash that the database of the files as they now are has, when it has been built."""
        return databases.inputs_hash(self.package, self.sql, own_rows.in_use(self.own), *_BUILD_CODE)

    def _folders(self) -> list[Path]:
        return databases.candidate_folders(self.folder)

    def _serve(self) -> _Served:
        """The database of the files as they are now, built if need be, or else the newest there is."""
        try:
            wanted = self.wanted()
            folder = self._ready(wanted) or self._build_unless_failed(wanted)
            return _Served(folder, wanted)
        except DataError as error:
            for folder in self._folders():
                if older := _newest(folder):
                    notice = f"{error} Derfor vises data fra {older.built_at:%d-%m-%Y}."
                    return _Served(folder, older.hash, notice)
            raise

    def _ready(self, wanted: str) -> Path | None:
        """The folder where this version is current and intact; it need not be writable."""
        for folder in self._folders():
            if _is_current(folder, wanted):
                return folder
        return None

    def _kept_path(self, version: str) -> Path:
        if databases.is_hash(version):
            for folder in self._folders():
                if (path := databases.database_path(folder, version)).exists():
                    return path
        raise UnknownVersion(f"Udgaven «{version}» af data er ikke en af dem, der er gemt.")

    def _build_unless_failed(self, wanted: str) -> Path:
        """As _build, but the same files that have just failed are not tried again at every page view."""
        failed_at, message = self._failed.get(wanted, (-_RETRY_AFTER, ""))
        if time.monotonic() - failed_at < _RETRY_AFTER:
            raise DataError(message)
        try:
            return self._build(wanted)
        except DataError as error:
            self._failed = {wanted: (time.monotonic(), str(error))}
            raise

    def _build(self, wanted: str) -> Path:
        """Build, verify and point to the version in the first writable folder, which is returned."""
        with self._building() as folder:
            if not _is_current(folder, wanted):  # else another process was first
                self._make(folder, wanted)
                databases.write_pointer(folder, wanted)
                databases.remove_old(folder, wanted)
        return folder

    @contextmanager
    def _building(self) -> Iterator[Path]:
        """The first writable folder, while nobody else builds in it; the disk's errors become sentences."""
        folder = next(filter(databases.is_writable, self._folders()), None)
        if folder is None:
            _LOG.error("Der kan ikke skrives i nogen af mapperne %s", ", ".join(map(str, self._folders())))
            raise DataError("Databasen kan ikke bygges, fordi der ikke kan skrives i dens mappe. Loggen siger hvilken.")
        try:
            with FileLock(folder / "bygger.lock", timeout=self.lock_timeout):
                yield folder
        except Timeout as error:
            raise DataError(
                "En anden proces er ved at bygge databasen og blev ikke færdig "
                f"inden for {tal.number(self.lock_timeout)} sekunder."
            ) from error
        except (OSError, duckdb.Error) as error:
            raise DataError(_disk_sentence(error)) from error

    def _make(self, folder: Path, wanted: str) -> None:
        """Make and verify the version's file, unless it is there; nothing points to it yet."""
        _move_aside_if_damaged(folder, wanted)
        path = databases.database_path(folder, wanted)
        new = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            if not path.exists():
                rows = build_database(self.package, self.sql, self.own, new, wanted)
                if not _holds(new, wanted, rows):
                    raise DataError("Databasen blev bygget, men kunne ikke læses igen.")
                if self.wanted() != wanted:
                    raise DataError("Filerne med data blev ændret, mens databasen blev bygget.")
                new.replace(path)
        finally:
            new.unlink(missing_ok=True)
            _log_of(new).unlink(missing_ok=True)


def _is_current(folder: Path, version: str) -> bool:
    pointer = databases.read_pointer(folder)
    return pointer is not None and pointer.hash == version and databases.is_intact(folder, pointer)


def _newest(folder: Path) -> Version | None:
    """The version that the folder points to, if it is intact, or else the newest other that can be read."""
    versions, pointer = databases.kept_versions(folder), databases.read_pointer(folder)
    if pointer is not None:
        current = [version for version in versions if version.hash == pointer.hash]
        others = [version for version in versions if version.hash != pointer.hash]
        versions = current + others if databases.is_intact(folder, pointer) else others
    return versions[0] if versions else None


def _move_aside_if_damaged(folder: Path, version: str) -> None:
    """Rename the version's file when it is not what was built, or cannot be read."""
    path, pointer = databases.database_path(folder, version), databases.read_pointer(folder)
    points_here = pointer is not None and pointer.hash == version
    if path.exists() and (points_here or not _holds(path, version)):
        _set_aside(path, "den er ikke, som den blev bygget")


def _is_right(path: Path) -> bool:
    """Whether the file is not what keeps it from being opened: a copy of it can be, or not even a copy can be made."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            databases.open_reader(Path(shutil.copy(path, folder))).close()
    except FileNotFoundError:  # another process has set it aside
        return False
    except (OSError, duckdb.OutOfMemoryException):  # as with too many open files, or a full disk
        return True
    except duckdb.Error:
        return False
    return True


def _set_aside(path: Path, why: object) -> None:
    """Rename a file that cannot be used, so that it can be looked at and another built in its place."""
    _LOG.warning("Databasen %s er sat til side og bygges igen: %s", path.name, why)
    try:
        path.replace(path.with_name(f"{path.name}.beskadiget"))
    except FileNotFoundError:  # another process was first
        pass
    except OSError as error:
        raise DataError(f"Databasen {path.name} kan ikke åbnes og ikke flyttes.") from error


def _log_of(path: Path) -> Path:
    """Where DuckDB keeps what it has not yet written into the file itself."""
    return path.with_name(f"{path.name}.wal")


def _holds(path: Path, version: str, rows: Mapping[str, int] | None = None) -> bool:
    """Whether the file alone can be read throughout, is this version, and has these rows (if given) in its tables."""
    if _log_of(path).exists():
        return False
    try:
        with databases.open_reader(path) as con:
            tables = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
            found = {
                table: con.execute(f'SELECT COUNT(*), BIT_XOR(HASH(t)) FROM "{table}" AS t').fetchall()[0][0]
                for table in tables
            }
            hashes = con.execute("SELECT hash FROM version").fetchall()
    except duckdb.Error:
        return False
    return hashes == [(version,)] and (rows is None or found.items() >= rows.items())


def _disk_sentence(error: Exception) -> str:
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or "no space left" in str(error).lower():
        return "Databasen kan ikke bygges, fordi disken er fuld."
    _LOG.error("Databasen kan ikke bygges", exc_info=error)
    return "Databasen kan ikke bygges. Serverens log siger hvorfor."


DEFAULT = Store()
connect = DEFAULT.connect
current_version = DEFAULT.current_version
versions = DEFAULT.versions
problem = DEFAULT.problem
build = DEFAULT.build
adopt = DEFAULT.adopt
