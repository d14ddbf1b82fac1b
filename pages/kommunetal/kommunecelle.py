"""A kommune's figure as a cell of a table."""

from __future__ import annotations

from analytics.kapacitet.rangorden import Tal
from analytics.kommune.maaltal import Maaltal
from dansk import tal
from pages.components import Cell
from pages.drawing import maps, ranking


def cell(of: Maaltal, kommune: str, figure: Tal | None, number: int | None = None) -> Cell:
    """Return the cell of a kommune's figure (None where the source has no row) and, where given, its place."""
    if figure is None:
        return Cell(tal.UNKNOWN, unknown=True)
    return Cell(
        maps.figure(of.maal, figure),
        figure.vaerdi,
        mark=ranking.mark(of.maal, kommune, of.speciale, figure),
        unknown=figure.vaerdi is None,
        note=None if number is None else f"nr. {number}",
    )
