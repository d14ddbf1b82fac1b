"""
The 37 planning areas as geometry: polygons, neighbours and points.

An imported file of official boundaries is used when it is there and valid, else the schematic map.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from geo import collection
from geo.errors import GeoError
from geo.projection import to_metres

COMMITTED = Path(__file__).parent / "omraader.geojson"
SURROUNDINGS = Path(__file__).parent / "omgivelser.geojson"
"""The land around them, for orientation alone."""
IMPORTED = Path(__file__).parent / "egne" / "omraader.geojson"

COPENHAGEN = "koebenhavn"

_TOUCH = 50.0  # m: official boundaries of two publishers may leave this much between neighbours
_SHARED = 250.0  # m: areas that meet only in a corner share less border than this


def source() -> Path:
    """The file in use: the imported one when it is valid, else the committed one."""
    if IMPORTED.exists():
        try:
            _read(IMPORTED, IMPORTED.stat().st_mtime_ns)
        except GeoError:
            return COMMITTED
        return IMPORTED
    return COMMITTED


def features() -> collection.Features:
    """
    The FeatureCollection in use: EPSG:4326, one feature an area.

    Properties are omraade_id, navn, planomraade, kommune_id, and lon, lat of a label point in degrees.
    Its members `maerkat`, `kilde` and `licens` say what it is. Raises GeoError when no valid file is there.
    """
    path = source()
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError as error:
        message = f"Kortfilen {path.name} mangler; hent den igen, eller byg den med `python -m geo byg`."
        raise GeoError(message) from error


def polygons() -> dict[str, BaseGeometry]:
    """Each area's polygon by omraade_id, EPSG:4326 (degrees, longitude first)."""
    return collection.geometries(features())


def names() -> dict[str, str]:
    """Each area's name by omraade_id."""
    return {feature["properties"]["omraade_id"]: feature["properties"]["navn"] for feature in features()["features"]}


def points() -> dict[str, tuple[float, float]]:
    """A point well inside each area for a label or a circle: (lon, lat) in degrees by omraade_id."""
    return {
        feature["properties"]["omraade_id"]: (feature["properties"]["lon"], feature["properties"]["lat"])
        for feature in features()["features"]
    }


def districts() -> frozenset[str]:
    """The areas that København is divided into, by omraade_id."""
    found = (feature["properties"] for feature in features()["features"])
    return frozenset(each["omraade_id"] for each in found if each["kommune_id"] == COPENHAGEN)


def neighbours() -> dict[str, tuple[str, ...]]:
    """The areas that each area shares a border with (not only a corner), by omraade_id, in register order."""
    path = source()
    return _neighbours(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> collection.Features:
    return collection.read(path)


@lru_cache(maxsize=4)
def _neighbours(path: Path, changed: int) -> dict[str, tuple[str, ...]]:
    shapes = {key: to_metres(shape) for key, shape in collection.geometries(_read(path, changed)).items()}
    near = {key: shape.buffer(_TOUCH) for key, shape in shapes.items()}
    pairs = {
        frozenset((a, b))
        for a, b in combinations(shapes, 2)
        if near[a].intersects(shapes[b]) and shapes[b].boundary.intersection(near[a]).length > _SHARED
    }
    return {a: tuple(b for b in shapes if frozenset((a, b)) in pairs) for a in shapes}
