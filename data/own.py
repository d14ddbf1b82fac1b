"""
The rows that officials have added to the boards' tables: one CSV a table, in a folder of their own.

The transcribed tables under ``data/kilder`` are never written to. The database is built from both, and a file here is
replaced whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ENVIRONMENT = "KKR_EGNE_TABELLER"
FOLDER = Path(__file__).resolve().parent / "egne" / "tabeller"

Tables = Mapping[str, bytes | None]
"""A table's whole CSV by the table's name; None is for a table without rows of its own."""


def default_folder() -> Path:
    """Where the added rows lie: as the environment says, or in the project."""
    chosen = os.environ.get(ENVIRONMENT)
    return Path(chosen) if chosen else FOLDER


def file_of(folder: Path, table: str) -> Path:
    """The file with the rows added to the table; it need not exist."""
    return folder / f"{table}.csv"


@contextmanager
def staged(folder: Path, tables: Tables) -> Iterator[Path]:
    """A temporary copy of the folder, of the same name, as it will be when these tables have been replaced."""
    with tempfile.TemporaryDirectory(prefix="kkr-import-") as temporary:
        copy = Path(temporary) / folder.name
        copy.mkdir()
        for file in folder.glob("*.csv"):
            shutil.copyfile(file, copy / file.name)
        for name, content in tables.items():
            if content is None:
                file_of(copy, name).unlink(missing_ok=True)
            else:
                file_of(copy, name).write_bytes(content)
        yield copy


@contextmanager
def replaced(folder: Path, tables: Tables) -> Iterator[None]:
    """
    Replace these tables for good, unless what is done meanwhile fails: then the old ones are put back.

    Each file is replaced at once, in the order given: a table that others refer to comes first, so that the files
    fit together at every moment, even if the machine stops between two of them.
    """
    old: dict[str, bytes | None] = {}
    try:
        for name, content in tables.items():
            file = file_of(folder, name)
            old[name] = file.read_bytes() if file.exists() else None
            _put(file, content)
        yield
    except BaseException:
        for name, content in reversed(old.items()):
            _put(file_of(folder, name), content)
        raise


def _put(file: Path, content: bytes | None) -> None:
    """Write the file as a whole and wait until the disk has it, or delete it."""
    if content is None:
        file.unlink(missing_ok=True)
        return
    new = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        with new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
