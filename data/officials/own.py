"""
The rows that officials have added to the boards' tables: one CSV a table, in a folder of their own.

The transcribed tables under ``data/kilder`` are never written to; the database is built from both. Each import writes
a whole new set of files, a numbered folder, and the highest number holds. So an import of several tables is taken in
by one renaming, all of it or nothing, even if the machine stops in the middle, and no reader sees half of it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data.officials import log
from data.versions import UNFINISHED

ENVIRONMENT = "KKR_EGNE_TABELLER"
FOLDER = Path(__file__).resolve().parents[1] / "egne" / "tabeller"

KEEP = 10
"""Sets that are kept, the one in use among them."""
Tables = Mapping[str, bytes | None]
"""A table's whole CSV by the table's name; None is for a table without rows of its own."""


def default_folder() -> Path:
    """Where the added rows lie: as the environment says, or in the project."""
    chosen = os.environ.get(ENVIRONMENT)
    return Path(chosen) if chosen else FOLDER


def in_use(folder: Path) -> Path:
    """The set of files that holds: the newest, or the folder itself until something has been imported."""
    return max(_sets(folder), key=_number, default=folder)


def set_of(folder: Path, number: int) -> Path | None:
    """The set of that number, when it is kept."""
    found = folder / str(number)
    return found if found in _sets(folder) else None


def numbers(folder: Path) -> list[int]:
    """The numbers of the sets that are kept, the oldest first; the last holds."""
    return sorted(map(_number, _sets(folder)))


def next_number(folder: Path) -> int:
    """The number of the set that is put into use next."""
    return _number(in_use(folder)) + 1


def file_of(folder: Path, table: str) -> Path:
    """The file with the rows added to the table, in the set that holds; it need not exist."""
    return in_use(folder) / f"{table}.csv"


@contextmanager
def new_set(folder: Path, tables: Tables, entry: bytes = b"") -> Iterator[Path]:
    """
    A set that is not in use yet, safe on the disk: the files as they are when these tables have been replaced.

    ``entry`` is the line about it in its log, which goes on from the one that is in use.
    """
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder, suffix=UNFINISHED))
    used = in_use(folder)
    before = {file.stem: file.read_bytes() for file in used.glob("*.csv")}
    told = (used / log.FILE).read_bytes() if (used / log.FILE).exists() else b""
    if told and not told.endswith(b"\n"):  # a line that somebody cut must not take the next one with it
        told += b"\n"
    try:
        for name, content in {**before, **tables}.items():
            if content is not None:
                _write(file_of(new, name), content)
        if told + entry:
            _write(new / log.FILE, told + entry)
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def put_in_use(folder: Path, new: Path) -> Iterator[None]:
    """
    Put a new set into use for good, unless what is done meanwhile fails: then the one before holds again.

    The newest sets are kept, ten in all, so that each can be taken back; those before them are deleted.
    """
    before = in_use(folder)
    used = new.rename(folder / str(_number(before) + 1))
    try:
        yield
    except BaseException:
        used.rename(new)
        raise
    kept = sorted(_sets(folder), key=_number)[-KEEP:]
    for old in (*_sets(folder), *folder.glob(f"*{UNFINISHED}")):
        if old not in (before, *kept):
            shutil.rmtree(old, ignore_errors=True)


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sets(folder: Path) -> list[Path]:
    return [each for each in folder.glob("[0-9]*") if each.is_dir() and each.name.isdecimal()]


def _number(files: Path) -> int:
    return int(files.name) if files.name.isdecimal() else 0
