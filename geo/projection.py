"""Between degrees (EPSG:4326, as stored) and metres (EPSG:25832, UTM zone 32, as measured and drawn)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

DEGREES = 4326
METRES = 25832


class Affine(NamedTuple):
    """x' = a·x + b·y + east, y' = d·x + e·y + north."""

    a: float
    b: float
    d: float
    e: float
    east: float
    north: float


@cache
def _transformer(source: int, target: int) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def _reproject(geometry: BaseGeometry, source: int, target: int) -> BaseGeometry:
    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(_transformer(source, target).transform(points[:, 0], points[:, 1]))

    moved: BaseGeometry = shapely.transform(geometry, move)
    return moved


def to_metres(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry in EPSG:25832 (metres), given in EPSG:4326 (degrees, longitude first)."""
    return _reproject(geometry, DEGREES, METRES)


def to_degrees(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry in EPSG:4326 (degrees, longitude first), given in EPSG:25832 (metres)."""
    return _reproject(geometry, METRES, DEGREES)


def affine(geometry: BaseGeometry, how: Affine) -> BaseGeometry:
    """
    The geometry moved, scaled or turned.

    Point by point: the matrix product of `shapely.affinity` can round the two ends of a ring differently.
    """

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = points[:, 0], points[:, 1]
        return np.column_stack([how.a * x + how.b * y + how.east, how.d * x + how.e * y + how.north])

    moved: BaseGeometry = shapely.transform(geometry, move)
    return moved


def polygon_parts(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry, largest first, without the loose lines that intersections leave."""
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and not part.is_empty]
    return sorted(parts, key=lambda part: part.area, reverse=True)
