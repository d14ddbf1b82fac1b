"""A measure of the mobility catalogue: its row, its name, and the way to its sheet."""

from __future__ import annotations

from typing import Any

from pages.faelles import queries
from pages.faelles.components import Cell


def measure(nr: int) -> Any:
    """Return a measure's row of `mobilitet_indsats`."""
    return next(queries.tables()["mobilitet_indsats"].query("indsats_nr == @nr").itertuples())


def name(nr: int) -> str:
    """Return a measure's number and name."""
    return f"{nr} {measure(nr).navn}"


def sheet(nr: int) -> str:
    """Return the address of a measure's sheet."""
    return f"mobilitet-indsats?indsats={nr}"


def link(nr: int) -> Cell:
    """Return a table's cell that leads to a measure's sheet."""
    return Cell(name(nr), float(nr), link=sheet(nr))
