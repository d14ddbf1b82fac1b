"""
What the cells of a row must be to each other, and to the document that they come from, by the table's description.

A field says so itself: ``kraever`` lists the columns that must be filled when it is (or, by value, when it has that
value), ``tidligst`` names the date that it may not lie before, and ``aar_efter_kilden`` is how many years after its
document's it can be. A slip would else be shown as if it were known, or not be shown at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from data.cells import as_text
from data.database import PackagedTable

Dates = Mapping[object, object]
"""The date of each document by its kilde_id."""


def contradictions(table: PackagedTable, row: tuple[object, ...], documents: Dates) -> Iterator[tuple[str, str]]:
    """Return what is wrong with the row's cells together, as (column, reason in Danish)."""
    fields = [(column, row[position]) for position, column in enumerate(table.fields)]
    cells = {column["name"]: value for column, value in fields}
    for column, value in fields:
        if value is None:
            continue
        name = column["name"]
        for other in _needed(column, value):
            if cells[other] is None:
                yield other, f"skal udfyldes, når {name} er «{as_text(value)}»"
        earliest = cells.get(column.get("tidligst"))
        if isinstance(value, dt.date) and isinstance(earliest, dt.date) and value < earliest:
            yield name, f"«{as_text(value)}» ligger før {column['tidligst']} «{as_text(earliest)}»"
        document = documents.get(cells.get("kilde_id"))
        if "aar_efter_kilden" in column and isinstance(document, dt.date):
            year = value.year if isinstance(value, dt.date) else value
            if year > document.year + column["aar_efter_kilden"]:
                yield name, f"«{as_text(value)}» passer ikke til en kilde fra {document.year}"


def _needed(column: Mapping[str, Any], value: object) -> list[str]:
    """The columns that must be filled when this one has the value."""
    needed = column.get("kraever", [])
    return list(needed.get(as_text(value), []) if isinstance(needed, Mapping) else needed)
