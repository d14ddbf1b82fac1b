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

from data.versions import UNFINISHED

ENVIRONMENT = "KKR_EGNE_TABELLER"
FOLDER = Path(__file__).resolve().parents[1] / "egne" / "tabeller"

Tables = Mapping[str, bytes | None]
"""A table's whole CSV by the table's name; None is for a table without rows of its own."""


def default_folder() -> Path:
    """Where the added rows lie: as the environment says, or in the project."""
    chosen = os.environ.get(ENVIRONMENT)
    return Path(chosen) if chosen else FOLDER


def in_use(folder: Path) -> Path:
    """The set of files that holds: the newest, or the folder itself until something has been imported."""
    return max(_sets(folder), key=_number, default=folder)


def file_of(folder: Path, table: str) -> Path:
    """The file with the rows added to the table, in the set that holds; it need not exist."""
    return in_use(folder) / f"{table}.csv"


@contextmanager
def new_set(folder: Path, tables: Tables) -> Iterator[Path]:
    """A set that is not in use yet, safe on the disk: the files as they are when these tables have been replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder, suffix=UNFINISHED))
    before = {file.stem: file.read_bytes() for file in in_use(folder).glob("*.csv")}
    try:
        for name, content in {**before, **tables}.items():
            if content is not None:
                with file_of(new, name).open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def put_in_use(folder: Path, new: Path) -> Iterator[None]:
    """
    Put a new set into use for good, unless what is done meanwhile fails: then the one before holds again.

    That one is kept until the next import, for readers who have begun on it; those before it are deleted.
    """
    before = in_use(folder)
    used = new.rename(folder / str(_number(before) + 1))
    try:
        yield
    except BaseException:
        used.rename(new)
        raise
    for old in (*_sets(folder), *folder.glob(f"*{UNFINISHED}")):
        if old not in (before, used):
            shutil.rmtree(old, ignore_errors=True)


def _sets(folder: Path) -> list[Path]:
    return [each for each in folder.glob("[0-9]*") if each.is_dir() and each.name.isdecimal()]


def _number(files: Path) -> int:
    return int(files.name) if files.name.isdecimal() else 0
