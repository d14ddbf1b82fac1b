"""
The map as a browser draws it: SVG paths of the region and of Storkøbenhavn, made once from the GeoJSON.

Flat coordinates (EPSG:25832, y downwards) scaled to a viewBox that is 1000 wide. Bornholm stands in a frame
of its own, so that no sea forces the rest to be small.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

import shapely
from shapely.geometry.base import BaseGeometry

from geo import areas, collection
from geo.projection import Affine, affine, polygon_parts, to_metres
from geo.register import areas as register
from geo.tiles import tiles


class Shape(TypedDict):
    """One area in a picture: path, label or circle point, and the radius of free room around it."""

    d: str
    x: float
    y: float
    r: float


class Frame(TypedDict):
    """A rectangle to draw in a picture, with the words that explain it."""

    art: str
    x: float
    y: float
    bredde: float
    hoejde: float
    tekst: str


class Picture(TypedDict):
    """A viewBox (0 0 bredde hoejde), its scale, the areas by omraade_id, and frames."""

    bredde: float
    hoejde: float
    meter_pr_enhed: float
    omraader: dict[str, Shape]
    rammer: list[Frame]


class TilePlace(TypedDict):
    """Column and row of an area in the tile map, from 0."""

    kolonne: int
    raekke: int


class TilePicture(TypedDict):
    """The tile map: its size in tiles, and each area's place."""

    kolonner: int
    raekker: int
    omraader: dict[str, TilePlace]


class Drawing(TypedDict):
    """The three pictures of the same 37 areas, and what kind of map it is."""

    maerkat: str
    kilde: str
    kort: Picture
    udsnit: Picture
    fliser: TilePicture


WIDTH = 1000.0
ISLAND = "bornholm"
ISLAND_SCALE = 0.5

_MARGIN = 800.0  # m around the region
_ROOM = 700.0  # m between Bornholm and its frame
_HEADING = 1_800.0  # m for the frame's text
_AROUND = 1_600.0  # m of neighbours around Storkøbenhavn
_CRUMB = 300_000.0  # m²: less of a neighbour than this is not worth showing in the enlargement

Box = tuple[float, float, float, float]


def drawing() -> Drawing:
    """
    All that a browser needs to draw the areas, as one JSON-serialisable dict.

    Raises GeoError when there is no valid map.
    """
    path = areas.source()
    return _drawing(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _drawing(_path: Path, _changed: int) -> Drawing:
    features = areas.features()
    shapes = {key: to_metres(polygon) for key, polygon in collection.geometries(features).items()}
    city = _city_box(shapes)
    return {
        "maerkat": features["maerkat"],
        "kilde": features["kilde"],
        "kort": _region(shapes, city),
        "udsnit": _enlargement(shapes, city),
        "fliser": _tiles(),
    }


def _region(shapes: Mapping[str, BaseGeometry], city: Box) -> Picture:
    mainland = {key: shape for key, shape in shapes.items() if key != ISLAND}
    west, south, east, north = shapely.total_bounds(list(mainland.values()))
    island = affine(shapes[ISLAND], Affine(ISLAND_SCALE, 0, 0, ISLAND_SCALE, 0, 0))
    left, bottom, right, top = island.bounds
    width, height = right - left + 2 * _ROOM, top - bottom + 2 * _ROOM + _HEADING
    # The frame stands in the lower left corner, below whatever land there is above it.
    column = shapely.box(west, south, west + width, north)
    shore = min(
        part.bounds[1] for shape in mainland.values() for part in polygon_parts(shape.intersection(column))
    )
    frame_top = min(shore - _ROOM, south + height)
    frame = (west, frame_top - height, west + width, frame_top)
    placed = affine(island, Affine(1, 0, 0, 1, frame[0] + _ROOM - left, frame[1] + _ROOM - bottom))
    view = (west - _MARGIN, min(south, frame[1]) - _MARGIN, east + _MARGIN, north + _MARGIN)
    frames = [("bornholm", frame, "Bornholm, halv størrelse"), ("udsnit", city, "Storkøbenhavn")]
    return _picture(mainland | {ISLAND: placed}, view, frames)


def _enlargement(shapes: Mapping[str, BaseGeometry], city: Box) -> Picture:
    frame = shapely.box(*city)
    clipped = {
        key: shapely.MultiPolygon(polygon_parts(shape.intersection(frame))) for key, shape in shapes.items()
    }
    return _picture({key: shape for key, shape in clipped.items() if shape.area > _CRUMB}, city, [])


def _city_box(shapes: Mapping[str, BaseGeometry]) -> Box:
    inner = [shape for key, shape in shapes.items() if register()[key].er_bydel or key == "frederiksberg"]
    west, south, east, north = shapely.total_bounds(inner)
    return (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)


def _picture(shapes: Mapping[str, BaseGeometry], view: Box, frames: list[tuple[str, Box, str]]) -> Picture:
    west, south, east, north = view
    scale = WIDTH / (east - west)

    down = Affine(scale, 0, 0, -scale, -scale * west, scale * north)

    def flat(shape: BaseGeometry) -> BaseGeometry:
        return affine(shape, down)

    return {
        "bredde": WIDTH,
        "hoejde": round(scale * (north - south), 1),
        "meter_pr_enhed": round(1 / scale, 2),
        "omraader": {key: _shape(flat(shape)) for key, shape in shapes.items()},
        "rammer": [_frame(kind, flat(shapely.box(*box)).bounds, text) for kind, box, text in frames],
    }


def _frame(kind: str, box: Box, text: str) -> Frame:
    left, top, right, bottom = (round(value, 1) for value in box)
    return {
        "art": kind,
        "x": left,
        "y": top,
        "bredde": round(right - left, 1),
        "hoejde": round(bottom - top, 1),
        "tekst": text,
    }


def _shape(shape: BaseGeometry) -> Shape:
    x, y = collection.label_point(shape)
    room = shape.boundary.distance(shapely.Point(x, y))
    return {"d": _path(shape), "x": round(x, 1), "y": round(y, 1), "r": round(room, 1)}


def _path(shape: BaseGeometry) -> str:
    rings = [ring for part in polygon_parts(shape) for ring in (part.exterior, *part.interiors)]
    return "".join(_ring([(round(10 * x), round(10 * y)) for x, y in ring.coords[:-1]]) for ring in rings)


def _ring(tenths: list[tuple[int, int]]) -> str:
    """A closed ring as relative steps: rounded before subtracting, so that neighbours' borders coincide."""
    (x, y), *rest = tenths
    steps = []
    for next_x, next_y in rest:
        if (next_x, next_y) != (x, y):
            steps.append(f"{_number(next_x - x)} {_number(next_y - y)}")
        x, y = next_x, next_y
    return f"M{_number(tenths[0][0])} {_number(tenths[0][1])}l{' '.join(steps)}z".replace(" -", "-")


def _number(tenths: int) -> str:
    return f"{tenths / 10:g}"


def _tiles() -> TilePicture:
    places: dict[str, TilePlace] = {
        key: {"kolonne": tile.kolonne, "raekke": tile.raekke} for key, tile in tiles().items()
    }
    return {
        "kolonner": 1 + max(place["kolonne"] for place in places.values()),
        "raekker": 1 + max(place["raekke"] for place in places.values()),
        "omraader": places,
    }
