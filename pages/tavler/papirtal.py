"""A figure of a paper in words: with what the paper says before it, and its unit; and where it is printed."""

from __future__ import annotations

from analytics.paastand import Kilde
from dansk import tal
from pages.components import Cell
from pages.navigation import addresses
from pages.reading.sources import Printed


def quantity(value: float | None, unit: str | None) -> str:
    """Return a figure as it is printed, with its unit."""
    return tal.as_printed(value) + (f" {unit}" if unit and value is not None else "")


def written(value: float | None, unit: str | None, reservation: str | None = None, word: str | None = None) -> str:
    """Return a figure with its unit and the paper's reservation, or the word that the paper has in its place."""
    if value is None:
        return word or tal.UNKNOWN
    return " ".join(filter(None, (reservation, quantity(value, unit))))


def percent(value: float | None) -> str:
    """Return a printed per cent as a finding has it."""
    return f"{tal.as_printed(value)} %"


def source(of: Kilde, table: str) -> Cell:
    """Return the cell that says where a row is printed and leads to it."""
    return Cell(of.kort, link=addresses.table(table, of.kilde_linje))


def printed(what: str, text: str, of: Kilde, table: str) -> Printed:
    """Return where a figure is printed."""
    return Printed(what, text, table, of.kilde_id, of.kilde_linje)
