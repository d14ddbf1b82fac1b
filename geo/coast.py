"""
Read the land around Øresund and Bornholm from the npm package `@geo-maps/earth-lands-100m`.

Its coast is OpenStreetMap's, true to about 100 m, under the Open Database License; lakes are left out of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeoError
from geo.projection import polygon_parts, to_metres

NAME = "@geo-maps/earth-lands-100m"
MAP = Path("map.geo.json")
AROUND = (10.6, 54.7, 15.4, 56.5)
"""Degrees: west, south, east, north of what is read; the coasts of Sjælland, Skåne and Bornholm lie inside."""


def land(package: Path) -> BaseGeometry:
    """
    The land within AROUND, in EPSG:25832, with its lakes as land: those between kommuner belong to them.

    `package` is the unpacked npm package. Raises GeoError when it is not that package.
    """
    parts = [shapely.clip_by_rect(polygon, *AROUND) for polygon in _polygons(_read(package / MAP)) if _near(polygon)]
    whole = shapely.union_all([shapely.make_valid(part) for part in parts])
    if whole.is_empty:
        raise GeoError(f"Kystpakken har intet land ved Øresund; peg på den udpakkede {NAME}.")
    return to_metres(shapely.union_all([Polygon(part.exterior) for part in polygon_parts(whole)]))


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"Kystpakken mangler filen {path.name}; peg på den udpakkede {NAME}."
        raise GeoError(message) from error


def _polygons(member: Any) -> Iterator[Polygon]:
    """Every polygon in a GeoJSON object, however deep it lies."""
    for inner in (*member.get("features", ()), *member.get("geometries", ())):
        yield from _polygons(inner)
    if member["type"] == "Feature":
        yield from _polygons(member["geometry"])
    elif member["type"] == "Polygon":
        yield Polygon(member["coordinates"][0])
    elif member["type"] == "MultiPolygon":
        yield from (Polygon(rings[0]) for rings in member["coordinates"])


def _near(polygon: Polygon) -> bool:
    return shapely.box(*polygon.bounds).intersects(shapely.box(*AROUND))
