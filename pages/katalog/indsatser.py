"""A measure of the mobility catalogue: its row, its name, and the way to its sheet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pages.components import Cell
from pages.navigation import addresses
from pages.reading import queries


# Asked for in every row of a table that a slider draws again.
@lru_cache(maxsize=4)
def _measures(of_version: str) -> Mapping[int, Any]:
    rows = queries.frames(of_version)["mobilitet_indsats"]
    return {int(nr): row for nr, row in zip(rows["indsats_nr"], rows.itertuples(), strict=True)}


def measure(nr: int) -> Any:
    """Return a measure's row of `mobilitet_indsats`."""
    return _measures(queries.version())[nr]


def name(nr: int) -> str:
    """Return a measure's number and name."""
    return f"{nr} {measure(nr).navn}"


def before(nr: int) -> int | None:
    """Return the number of the measure before it in the catalogue, None at the first."""
    return max((other for other in _measures(queries.version()) if other < nr), default=None)


def after(nr: int) -> int | None:
    """Return the number of the measure after it in the catalogue, None at the last."""
    return min((other for other in _measures(queries.version()) if other > nr), default=None)


def sheet(nr: int) -> str:
    """Return the address of a measure's sheet."""
    return addresses.measure(nr)


def link(nr: int) -> Cell:
    """Return a table's cell that leads to a measure's sheet."""
    return Cell(name(nr), float(nr), link=sheet(nr))
