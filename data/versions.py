"""The folder of built databases: their names and hashes, which one is current, and which are kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from data.errors import DataError

ENVIRONMENT = "KKR_DATABASE_MAPPE"
ENGINE = f"duckdb-{duckdb.__version__}"
"""The engine that reads and writes here. Its file format follows its version, so each has files of its own: two that
share a folder, as while one is upgraded, never take the other's for damaged, and neither deletes them."""
POINTER = f"aktuel.{ENGINE}.json"
KEEP = 10
UNFINISHED = ".tmp"
"""What the name of a file or folder ends with until it is whole."""
_HASH = re.compile(r"[0-9a-f]{10}")

# Readers see this database and nothing else: no other files, no network, nothing downloaded.
_READER: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


@dataclass(frozen=True)
class Version:
    """One kept version of the data: its hash (10 hex digits) and when it was built (UTC)."""

    hash: str
    built_at: dt.datetime


@dataclass(frozen=True)
class Pointer:
    """Which version is current, and the SHA-256 that its file had when it was built."""

    hash: str
    sha256: str


def database_path(folder: Path, version: str) -> Path:
    """The file of this version in the folder, as this engine writes it."""
    return folder / f"kkr-{version}.{ENGINE}.duckdb"


def is_hash(text: str) -> bool:
    """Whether the text can be a version's hash (it comes from links, and becomes part of a file name)."""
    return _HASH.fullmatch(text) is not None


def candidate_folders(default: Path) -> list[Path]:
    """Where databases may lie, best first: as the environment says or the project's own, the user's cache."""
    chosen = os.environ.get(ENVIRONMENT)
    first = Path(chosen) if chosen else default
    return [first, *_user_caches()]


def is_writable(folder: Path) -> bool:
    """Whether files can be made in the folder, which is created when it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _user_caches() -> list[Path]:
    """The user's cache folder by the system's custom, then a private folder among the temporary ones."""
    found = []
    try:
        custom = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
        named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
        found.append((Path(named) if named else Path.home() / custom) / "kkr-overblik")
    except RuntimeError:  # a user without a home, as in some containers
        pass
    user = getattr(os, "getuid", int)()  # on Windows everybody is 0, and has a temporary folder of their own
    temporary = Path(tempfile.gettempdir()) / f"kkr-overblik-{user}"
    if not temporary.exists() or temporary.stat().st_uid == user:  # never what somebody else put there
        found.append(temporary)
    return found


_Seen = tuple[tuple[str, int, int], ...]
_hashes: dict[tuple[Path, ...], tuple[_Seen, str]] = {}


def inputs_hash(*roots: Path) -> str:
    """
    The first 10 hex digits of the SHA-256 over the files of these folders, names included, and over these files.

    Line ends count as one kind, so that a checkout on Windows has the same hash. What was hashed once is not
    read again while every file has its size and time; a file younger than two seconds may change within the
    clock's resolution, so until then nothing is remembered. Raises DataError when a file cannot be read.
    """
    try:
        seen = tuple(sorted(stamp for root in roots for stamp in _stamps(str(root))))
        if roots in _hashes and _hashes[roots][0] == seen:
            return _hashes[roots][1]
        found = [(root, file) for root in roots for file in _files(root)]
        total = hashlib.sha256()
        for root, file in found:
            content = file.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            total.update(content)
    except OSError as error:
        raise DataError(f"Filen {Path(str(error.filename)).name} mangler eller kan ikke læses.") from error
    result = total.hexdigest()[:10]
    youngest = max((changed for _, _, changed in seen), default=0)
    if youngest < time.time_ns() - _SETTLED:
        _hashes[roots] = (seen, result)
    return result


_SETTLED = 2_000_000_000
"""Nanoseconds after which a file is not changed again within the clock's resolution."""
_READ = ("csv", "json", "sql")


def _stamps(root: str) -> Iterator[tuple[str, int, int]]:
    """Every file that may be read below a folder, or a file itself, with its size and time; quick, for every visit."""
    try:
        entries = list(os.scandir(root))
    except NotADirectoryError:
        stat = Path(root).stat()
        yield root, stat.st_size, stat.st_mtime_ns
        return
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(entry.path)
        elif entry.name.rpartition(".")[2].lower() in _READ:
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    found = (file for suffix in _READ for file in root.rglob(f"*.{suffix}"))
    return sorted(file for file in found if file.parent == root or file.parent.suffix != UNFINISHED)


def is_intact(folder: Path, pointer: Pointer) -> bool:
    """Whether the current version's file is, byte for byte, what was built."""
    try:
        return file_hash(database_path(folder, pointer.hash)) == pointer.sha256
    except OSError:
        return False


def read_pointer(folder: Path) -> Pointer | None:
    """The pointer to the current version, or None when it is missing or damaged."""
    return _read_pointer(folder / POINTER)


def _read_pointer(file: Path) -> Pointer | None:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        pointer = Pointer(content["hash"], content["sha256"])
        return pointer if is_hash(pointer.hash) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_pointer(folder: Path, version: str) -> None:
    """Point to this version, all at once: a reader sees the old pointer or the new one."""
    content = {"hash": version, "sha256": file_hash(database_path(folder, version))}
    new = folder / f"{POINTER}.{os.getpid()}.tmp"
    try:
        new.write_text(json.dumps(content) + "\n", encoding="utf-8")
        new.replace(folder / POINTER)
    finally:
        new.unlink(missing_ok=True)


def file_hash(path: Path) -> str:
    """The SHA-256 of the file; a file that has kept its size and time is read once per process."""
    stat = path.stat()
    return _file_hash(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _file_hash(path: Path, size: int, mtime: int) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def open_reader(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a database file for reading only; duckdb.Error when it is missing or damaged."""
    return duckdb.connect(str(path), read_only=True, config=_READER)


def read_version(path: Path) -> Version | None:
    """The version that the file says it is, or None when it cannot be read."""
    try:
        with open_reader(path) as con:
            row = con.execute("SELECT hash, built_at FROM version").fetchone()
    except duckdb.Error:
        return None
    return Version(*row) if row else None


def kept_versions(folder: Path) -> list[Version]:
    """The versions in the folder that this engine wrote and can read, newest first."""
    found = []
    for path in folder.glob(f"kkr-*.{ENGINE}.duckdb"):
        try:
            stat = path.stat()
        except FileNotFoundError:  # another process has just deleted it
            continue
        found.append(_kept(path, stat.st_size, stat.st_mtime_ns))
    return sorted(filter(None, found), key=lambda version: version.built_at, reverse=True)


@lru_cache(maxsize=64)
def _kept(path: Path, size: int, mtime: int) -> Version | None:
    return read_version(path)


def remove_old(folder: Path, current: str) -> None:
    """
    Delete all but the current and the newest others, ten in all, and leftovers of broken-off builds.

    Of other engines' files the ten newest stay too, and each engine's current one: it may be at work here.
    """
    others = [version.hash for version in kept_versions(folder) if version.hash != current]
    old = [database_path(folder, version) for version in others[KEEP - 1 :]] + _of_other_engines(folder)[KEEP:]
    for path in [*old, *folder.glob("*.tmp"), *folder.glob("*.tmp.wal")]:
        try:
            path.unlink()
        except OSError:
            continue  # a reader holds it (Windows): the next build tries again


def _of_other_engines(folder: Path) -> list[Path]:
    """The databases that this engine did not write and none is said to use, the newest first."""
    current = set()
    for file in folder.glob("aktuel*.json"):
        if pointer := _read_pointer(file):
            engine = file.name.removeprefix("aktuel").removesuffix(".json")
            current.add(f"kkr-{pointer.hash}{engine}.duckdb")
    dated = []
    for path in folder.glob("kkr-*.duckdb"):
        if not path.name.endswith(f".{ENGINE}.duckdb") and path.name not in current:
            try:
                dated.append((path.stat().st_mtime_ns, path))
            except FileNotFoundError:  # another process has just deleted it
                continue
    return [path for _, path in sorted(dated, reverse=True)]
