"""
Who changed what among the officials' rows, and when: one line for each set that has been put into use.

The log lies in the set itself and goes on with it, so that a change and the line about it come into use together. So
every set has the whole of it: a line takes up some hundred bytes, and at most ten sets are kept.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "log.jsonl"
MOST_ROWS = 200
"""Rows that a line names; of more it has the number alone."""
_WHO = 200  # characters
_YEARS = range(1970, 3000)
"""That every machine can say by its own clock."""
SIGNS = {"tilføjes": "+", "ændres": "~", "fjernes": "−"}
"""The sign of what was done to a row."""


@dataclass(frozen=True)
class LogEntry:
    """
    A set that was put into use: its number, when (UTC), who did it, and what: rows added, changed and removed.

    ``tilbage_til`` is the number of the earlier set whose rows it has, when something was taken back. ``raekker`` are
    the first rows as (table, what was done, key).
    """

    nummer: int
    hvornaar: dt.datetime
    hvem: str
    tilfoejet: int
    aendret: int
    fjernet: int
    tilbage_til: int | None = None
    raekker: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        counts = f"{self.tilfoejet} tilføjet, {self.aendret} ændret, {self.fjernet} fjernet"
        return counts if self.tilbage_til is None else f"taget tilbage til nr. {self.tilbage_til}: {counts}"

    def line(self) -> bytes:
        """Return the entry as the log has it."""
        told = asdict(self) | {"hvornaar": self.hvornaar.isoformat(timespec="seconds")}
        return (json.dumps(told, ensure_ascii=False) + "\n").encode()


def entry(nummer: int, hvem: str, rows: Iterable[tuple[str, str, str]], tilbage_til: int | None = None) -> LogEntry:
    """Return the entry for a set that is put into use now; `rows` as in `LogEntry`, all of them."""
    told = tuple(rows)
    added, changed, removed = (sum(kind == each for _, kind, _ in told) for each in ("tilføjes", "ændres", "fjernes"))
    now, who = dt.datetime.now(dt.UTC), " ".join(hvem.split())[:_WHO]
    return LogEntry(nummer, now, who, added, changed, removed, tilbage_til, told[:MOST_ROWS])


def entries(folder: Path) -> list[LogEntry]:
    """Return what the log of a set has, the oldest first; a line that cannot be read is passed over."""
    return [found for found in map(_read, _lines(folder)) if found is not None]


def unread(folder: Path) -> int:
    """Return how many lines of a set's log cannot be read."""
    return sum(_read(line) is None for line in _lines(folder))


def _lines(folder: Path) -> list[bytes]:
    """The lines of the log; as bytes, so that one that is no text spoils no other."""
    try:
        return [line for line in (folder / FILE).read_bytes().splitlines() if line.strip()]
    except OSError:
        return []


def _read(line: bytes) -> LogEntry | None:
    try:
        told = json.loads(line)
        told["hvornaar"] = dt.datetime.fromisoformat(told["hvornaar"])
        told["raekker"] = tuple(tuple(row) for row in told["raekker"])
        found = LogEntry(**told)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if _is_sound(found) else None


def _is_sound(found: LogEntry) -> bool:
    """Whether all that a line says is of the kind that it is to be, so that it can be counted, ordered and shown."""
    counts = (found.nummer, found.tilfoejet, found.aendret, found.fjernet, found.tilbage_til or 0)
    return (
        all(type(count) is int and count >= 0 for count in counts)
        and isinstance(found.hvem, str)
        and found.hvornaar.tzinfo is not None
        and found.hvornaar.year in _YEARS
        and all(len(row) == 3 and all(isinstance(cell, str) for cell in row) for row in found.raekker)
        and all(kind in SIGNS for _, kind, _ in found.raekker)
    )
