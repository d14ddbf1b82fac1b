"""The figures packaged from running texts (trykte_tekster.json): which cell of which table each of them is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from data import description
from data.description import PACKAGE
from tests.data.transskription import rows

Cell = tuple[str, tuple[str, ...], str]
"""A table, the key of a row, and a field."""


@cache
def _columns() -> tuple[Mapping[str, Any], ...]:
    return tuple(
        column
        for file in sorted(PACKAGE.glob("*/trykte_tekster.json"))
        for layout in json.loads(file.read_text(encoding="utf-8")).values()
        for column in layout["kolonner"]
    )


def fields_of(column: Mapping[str, Any]) -> list[str]:
    """One printed figure is both the lowest and the highest where only one is printed."""
    return column["felt"] if isinstance(column["felt"], list) else [column["felt"]]


def matches(cells: Mapping[str, str], where: Mapping[str, object]) -> bool:
    """Whether a row is of those that a printed figure holds for; a list holds for several."""
    return all(cells[key] in map(str, value if isinstance(value, list) else [value]) for key, value in where.items())


def printed_cells(table: str) -> Iterator[Cell]:
    """The cells of a table that the packaged figures are, one for each time that one is packaged."""
    for column in _columns():
        if column["tabel"] == table:
            for row in rows(table):
                if matches(row, column["hvor"]):
                    yield from ((table, _key(table, row), field) for field in fields_of(column))


def filled_cells(table: str, fields: tuple[str, ...]) -> Iterator[Cell]:
    """The cells of those columns that hold something."""
    return ((table, _key(table, row), field) for row in rows(table) for field in fields if row[field])


@cache
def _key_fields(table: str) -> tuple[str, ...]:
    return tuple(description.table(table).primary_key)


def _key(table: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[field] for field in _key_fields(table))
