"""A measure of the mobility catalogue: its sheet, its name, and the way to its page."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.mobilitet import indsatsark
from analytics.mobilitet.indsatsark import Indsatsark
from pages.components import Cell
from pages.navigation import addresses
from pages.reading import queries


# Asked for in every row of a table that a slider draws again.
@queries.kept()
def _measures(of_version: str) -> Mapping[int, Indsatsark]:
    return indsatsark.ark(queries.frames(of_version))


def measure(nr: int) -> Indsatsark:
    """Return a measure's sheet. Raises KeyError where the catalogue has none."""
    return _measures()[nr]


def name(nr: int) -> str:
    """Return a measure's number and name."""
    return f"{nr} {measure(nr).navn}"


def short_name(nr: int) -> str:
    """Return the short name that we have given a measure, for headlines and marks."""
    return measure(nr).kort_navn


def before(nr: int) -> int | None:
    """Return the number of the measure before it in the catalogue, None at the first."""
    return max((other for other in _measures() if other < nr), default=None)


def after(nr: int) -> int | None:
    """Return the number of the measure after it in the catalogue, None at the last."""
    return min((other for other in _measures() if other > nr), default=None)


def sheet(nr: int) -> str:
    """Return the address of a measure's sheet."""
    return addresses.measure(nr)


def short_link(nr: int) -> Cell:
    """Return the same with the short name, where other columns need the room."""
    return Cell(f"{nr} {short_name(nr)}", float(nr), link=sheet(nr))


def link(nr: int) -> Cell:
    """Return a table's cell that leads to a measure's sheet."""
    return Cell(name(nr), float(nr), link=sheet(nr))
