"""How much is read of a table that somebody brings: the same, whether it is a file, pasted, or lies beside the app."""

from __future__ import annotations

from dansk import tal

MEGABYTES = 5
BYTES = MEGABYTES * 1_000_000
"""Of a file; of a pasted table, characters."""
ROWS = 5_000
"""Below the heading."""
COLUMNS = 100
CHARACTERS = 2_000
"""In a cell that is kept."""
HEADING = 200
"""Characters of a heading that are looked at."""
UNPACKED = 30_000_000
"""Bytes of a workbook's parts."""
PARTS = 500
"""Of a workbook."""

TOO_LARGE = f"fylder mere end {MEGABYTES} MB, som er det meste, der læses"
_TOO_LONG = f"har flere end {tal.number(ROWS)} rækker. Tomme rækker, som er formateret, tæller med: slet dem"
_TOO_WIDE = f"har flere end {COLUMNS} kolonner"


def exceeded(number: int, columns: int) -> str | None:
    """Return what is said of a table with a row of that number (the heading is 1) and width; None when it is read."""
    if number > ROWS + 1:
        return _TOO_LONG
    return _TOO_WIDE if columns > COLUMNS else None
