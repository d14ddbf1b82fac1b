"""The tile map (flisekort): one equal square an area, placed by hand so that neighbours stay neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.register import rows

TILES_CSV = Path(__file__).parent / "fliser.csv"


@dataclass(frozen=True)
class Tile:
    """A square of the tile map: column from the left and row from the top, both from 0, and a name for small tiles."""

    kolonne: int
    raekke: int
    forkortelse: str


@cache
def tiles() -> dict[str, Tile]:
    """The tile of each of the 37 areas, by omraade_id."""
    return {
        row["omraade_id"]: Tile(int(row["kolonne"]), int(row["raekke"]), row["forkortelse"]) for row in rows(TILES_CSV)
    }
