"""The tile map (flisekort): one equal square an area, placed by hand so that neighbours stay neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.register import rows

TILES_CSV = Path(__file__).parent / "fliser.csv"


@dataclass(frozen=True)
class Tile:
    """
    A square of the tile map: column from the left and row from the top, both from 0, and its name for small tiles.

    `kode` is for the very smallest. A name that is too long for a line may be broken after its beginning `deles_efter`.
    """

    kolonne: int
    raekke: int
    forkortelse: str
    kode: str
    deles_efter: str


@cache
def tiles() -> dict[str, Tile]:
    """The tile of each of the 37 areas, by omraade_id."""
    return {
        row["omraade_id"]: Tile(
            int(row["kolonne"]), int(row["raekke"]), row["forkortelse"], row["kode"], row["deles_efter"]
        )
        for row in rows(TILES_CSV)
    }
