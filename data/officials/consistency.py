"""
What the cells of a row must be to each other, and to the document that they come from, by the table's description.

A column says so itself (``needs``, ``earliest`` and ``years_after`` of `data.description.Field`). A slip would else be
shown as if it were known, or not be shown at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from data.cells import as_text
from data.description import Table
from data.officials.naming import labelled

Dates = Mapping[object, object]
"""The date of each document by its kilde_id."""


def contradictions(table: Table, row: tuple[object, ...], documents: Dates) -> Iterator[tuple[str, str]]:
    """Return what is wrong with the row's cells together, as (column, reason in Danish)."""
    cells = dict(zip(table.columns, row, strict=True))
    for field in table.fields:
        value = cells[field.name]
        if value is None:
            if field.instead and cells[field.instead] is None:
                yield field.name, f"skriv {field.title.lower()} eller {table.field(field.instead).title.lower()}"
            continue
        for other in field.needed(as_text(value)):
            if cells[other] is None:
                yield other, f"skal udfyldes, når {field.title} er «{labelled(field, as_text(value))}»"
        earliest = cells.get(field.earliest) if field.earliest else None
        if isinstance(value, dt.date) and isinstance(earliest, dt.date) and value < earliest:
            first = table.field(str(field.earliest)).title
            yield field.name, f"«{as_text(value)}» ligger før {first} «{as_text(earliest)}»"
        document = documents.get(cells.get("kilde_id"))
        if field.years_after is not None and isinstance(document, dt.date):
            year = value.year if isinstance(value, dt.date) else int(str(value))
            if year > document.year + field.years_after:
                yield field.name, f"«{as_text(value)}» passer ikke til en kilde fra {document.year}"
