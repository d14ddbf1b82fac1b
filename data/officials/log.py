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
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [found for found in map(_read, lines) if found is not None]


def _read(line: str) -> LogEntry | None:
    try:
        told = json.loads(line)
        told["hvornaar"] = dt.datetime.fromisoformat(told["hvornaar"])
        told["raekker"] = tuple((str(table), str(kind), str(key)) for table, kind, key in told["raekker"])
        return LogEntry(**told)
    except (ValueError, TypeError, KeyError):
        return None
