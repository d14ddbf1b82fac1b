"""The example in a template: a row as it is filled in, which is passed over when it is still there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from data.database import Loaded
from data.description import Table
from data.officials.naming import shown

SIGN = "EKSEMPEL: "
"""What its first cell begins with."""

Cells = tuple[object, ...]


def example(table: Table, loaded: Mapping[str, Loaded]) -> Cells | None:
    """Return the example of a table: its last printed row by names, and what the description has of its own."""
    rows = loaded[table.name]
    if not rows.printed:
        return None
    cells: list[object] = []
    for field in table.fields:
        value = rows.columns[field.name][rows.printed - 1]
        if field.example is not None:
            value = field.example
        plain = value is None or (isinstance(value, int | float | dt.date) and not isinstance(value, bool))
        cells.append(value if plain and not table.reference(field.name) else shown(table, field, value, loaded))
    return (f"{SIGN}{cells[0]}", *cells[1:])


def is_example(cells: Cells) -> bool:
    """Say whether a row is an example, by its first cell."""
    return bool(cells) and str(cells[0]).startswith(SIGN.strip())


def is_untouched(cells: Cells, of: Cells | None) -> bool:
    """Say whether an example still has what it had, so that nothing is lost when it is passed over."""
    return of is not None and [_text(cell) for cell in cells] == [_text(cell) for cell in of]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
