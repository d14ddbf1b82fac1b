"""
Read the municipalities of the npm package `react-denmark-map` and put them where they belong.

The package (MIT licence) draws Denmark as SVG paths, stylised, with gaps of up to a kilometre between the
municipalities, and Bornholm moved next to Zealand.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from svgpathtools import parse_path

from geo.errors import GeoError
from geo.projection import Affine, affine

SCRIPT = Path("dist", "esm", "index.js")
LICENCE = "LICENSE.md"
BORNHOLM = "0400"
MUNICIPALITIES = 98

# Fitted to the GeoNames towns: puts Zealand right to a few hundred metres in EPSG:25832.
ZEALAND = Affine(28.672, -0.107, 0.168, -28.733, 442_011.0, 6_402_294.0)
# Bornholm is drawn elsewhere and at another scale: metres a unit, turn, and its centroid there and here.
BORNHOLM_SCALE, BORNHOLM_DEGREES = 27.18, 3.0
BORNHOLM_DRAWN, BORNHOLM_TRUE = (9209.7, 1272.5), (876_687.0, 6_124_580.0)

_CURVE_STEP = 5.0  # SVG units between points on a curve: about 150 m, finer than the drawing's own precision
_ENTRY = re.compile(
    r'\{id:"[^"]*",name:"[^"]*",en_name:"[^"]*",display_name:"[^"]*",code:"(?P<code>\d{3})",d:"(?P<path>[^"]*)"'
)


def municipalities(package: Path) -> dict[str, BaseGeometry]:
    """
    All 98 municipalities by four-digit kommunekode, in EPSG:25832; true near Zealand and on Bornholm.

    `package` is the unpacked npm package. Raises GeoError when it is not that package.
    """
    entries = _ENTRY.findall(_read(package / SCRIPT))
    if len(entries) != MUNICIPALITIES:
        raise GeoError(f"Kortpakken har {len(entries)} kommuner med kode, men skal have {MUNICIPALITIES}.")
    return {f"0{code}": _place(f"0{code}", _polygon(path)) for code, path in entries}


def licence(package: Path) -> str:
    """The package's licence text. Raises GeoError when it is not there."""
    return _read(package / LICENCE)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        message = f"Kortpakken mangler filen {path.name}; peg på den udpakkede react-denmark-map."
        raise GeoError(message) from error


def _polygon(path: str) -> BaseGeometry:
    rings = []
    for part in parse_path(path).continuous_subpaths():
        points = []
        for segment in part:
            steps = max(1, round(segment.length() / _CURVE_STEP))
            points += [segment.point(t) for t in np.linspace(0, 1, steps, endpoint=False)]
        if len(points) > 2:
            rings.append(shapely.make_valid(Polygon([(p.real, p.imag) for p in points])))
    parts = shapely.get_parts(shapely.union_all(rings))
    # Where a path crosses itself, repairing it leaves lines and specks.
    return shapely.union_all([part for part in parts if part.area > 1])


def _place(code: str, shape: BaseGeometry) -> BaseGeometry:
    return affine(shape, _bornholm() if code == BORNHOLM else ZEALAND)


def _bornholm() -> Affine:
    """Flip y (SVG counts downwards), turn counter-clockwise, scale, and bring the centroid to its place."""
    turn = math.radians(BORNHOLM_DEGREES)
    along, across = BORNHOLM_SCALE * math.cos(turn), BORNHOLM_SCALE * math.sin(turn)
    (drawn_x, drawn_y), (true_x, true_y) = BORNHOLM_DRAWN, BORNHOLM_TRUE
    east = true_x - along * drawn_x - across * drawn_y
    north = true_y - across * drawn_x + along * drawn_y
    return Affine(along, across, across, -along, east, north)
