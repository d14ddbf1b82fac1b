"""
The map as a browser draws it: SVG paths of the region and of Storkøbenhavn, made once from the GeoJSON.

Flat coordinates (EPSG:25832, y downwards) scaled to a viewBox that is 1000 wide. Bornholm stands in a frame
of its own, so that no sea forces the rest to be small.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypedDict

import shapely
from shapely.geometry.base import BaseGeometry

from geo import areas, collection
from geo.projection import Affine, affine, polygon_parts, to_metres
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
    """Column and row of an area in the tile map, from 0, and its names for small tiles (see `tiles.Tile`)."""

    kolonne: int
    raekke: int
    forkortelse: str
    kode: str
    deles_efter: str


class TilePicture(TypedDict):
    """The tile map: its size in tiles, and each area's place."""

    kolonner: int
    raekker: int
    omraader: dict[str, TilePlace]


class Drawing(TypedDict):
    """The three pictures of the same 37 areas, their names by omraade_id, and what kind of map it is."""

    maerkat: str
    kilde: str
    navne: dict[str, str]
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
_ISLET = 2_000_000.0  # m²: Hesselø is 0,7 km²
WEST_OF_BORNHOLM = 13.5
"""Degrees: the sea between Zealand and the island."""

Box = tuple[float, float, float, float]


def layout() -> Layout:
    """
    The areas in metres, and how pictures of them are cut.

    Raises GeoError when there is no valid map.
    """
    path = areas.source()
    return _layout(path, path.stat().st_mtime_ns)


def drawing() -> Drawing:
    """
    All that a browser needs to draw the areas, as one JSON-serialisable dict.

    Raises GeoError when there is no valid map.
    """
    path = areas.source()
    return _drawing(path, path.stat().st_mtime_ns)


def place(lon: float, lat: float) -> dict[str, tuple[float, float]]:
    """
    Where a point (degrees) stands in the two pictures: (x, y) by "kort" and, if it lies there, "udsnit".

    Raises GeoError when there is no valid map.
    """
    cut = layout()
    point = to_metres(shapely.Point(lon, lat))
    on_region = affine(point, cut.island) if lon > WEST_OF_BORNHOLM else point
    placed = {"kort": affine(on_region, _down(cut.view))}
    if shapely.box(*cut.city).contains(point):
        placed["udsnit"] = affine(point, _down(cut.city))
    return {picture: (round(at.coords[0][0], 1), round(at.coords[0][1], 1)) for picture, at in placed.items()}


class Layout(NamedTuple):
    """The areas in metres, and how the pictures cut them: the city's box, the region's, Bornholm's frame and move."""

    shapes: Mapping[str, BaseGeometry]
    city: Box
    view: Box
    frame: Box
    island: Affine


@lru_cache(maxsize=2)
def _layout(_path: Path, _changed: int) -> Layout:
    shapes = {key: to_metres(polygon) for key, polygon in collection.geometries(areas.features()).items()}
    mainland = {key: shape for key, shape in shapes.items() if key != ISLAND}
    west, south, east, north = shapely.total_bounds([_lived_on(shape) for shape in mainland.values()])
    left, bottom, right, top = (ISLAND_SCALE * edge for edge in shapes[ISLAND].bounds)
    width, height = right - left + 2 * _ROOM, top - bottom + 2 * _ROOM + _HEADING
    # The frame stands in the lower left corner, below whatever land there is above it.
    column = shapely.box(west, south, west + width, north)
    shore = min(part.bounds[1] for shape in mainland.values() for part in polygon_parts(shape.intersection(column)))
    frame_top = min(shore - _ROOM, south + height)
    frame = (west, frame_top - height, west + width, frame_top)
    island = Affine(ISLAND_SCALE, 0, 0, ISLAND_SCALE, frame[0] + _ROOM - left, frame[1] + _ROOM - bottom)
    view = (west - _MARGIN, min(south, frame[1]) - _MARGIN, east + _MARGIN, north + _MARGIN)
    return Layout(shapes, _city_box(shapes), view, frame, island)


def _lived_on(shape: BaseGeometry) -> BaseGeometry:
    """An area without its islets: one far out would make all that people live on small."""
    large = [part for part in polygon_parts(shape) if part.area >= _ISLET]
    return shapely.MultiPolygon(large) if large else shape


@lru_cache(maxsize=2)
def _drawing(path: Path, changed: int) -> Drawing:
    features = areas.features()
    layout = _layout(path, changed)
    return {
        "maerkat": features["maerkat"],
        "kilde": features["kilde"],
        "navne": areas.names(),
        "kort": _region(layout),
        "udsnit": _enlargement(layout),
        "fliser": _tiles(),
    }


def _region(layout: Layout) -> Picture:
    shapes = dict(layout.shapes) | {ISLAND: affine(layout.shapes[ISLAND], layout.island)}
    frames = [
        ("bornholm", layout.frame, "Bornholm, halv størrelse"),
        ("udsnit", layout.city, "Storkøbenhavn"),
    ]
    return _picture(shapes, layout.view, frames)


def _enlargement(layout: Layout) -> Picture:
    frame = shapely.box(*layout.city)
    clipped = {
        key: shapely.MultiPolygon(polygon_parts(shape.intersection(frame))) for key, shape in layout.shapes.items()
    }
    return _picture({key: shape for key, shape in clipped.items() if shape.area > _CRUMB}, layout.city, [])


def _down(view: Box) -> Affine:
    """From metres to a picture of that view: WIDTH units wide, y downwards."""
    west, _, east, north = view
    scale = WIDTH / (east - west)
    return Affine(scale, 0, 0, -scale, -scale * west, scale * north)


def _city_box(shapes: Mapping[str, BaseGeometry]) -> Box:
    inner = [shape for key, shape in shapes.items() if key in areas.districts() or key == "frederiksberg"]
    west, south, east, north = shapely.total_bounds(inner)
    return (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)


def _picture(shapes: Mapping[str, BaseGeometry], view: Box, frames: list[tuple[str, Box, str]]) -> Picture:
    _, south, _, north = view
    down = _down(view)

    def flat(shape: BaseGeometry) -> BaseGeometry:
        return affine(shape, down)

    return {
        "bredde": WIDTH,
        "hoejde": round(down.a * (north - south), 1),
        "meter_pr_enhed": round(1 / down.a, 2),
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
        key: {
            "kolonne": tile.kolonne,
            "raekke": tile.raekke,
            "forkortelse": tile.forkortelse,
            "kode": tile.kode,
            "deles_efter": tile.deles_efter,
        }
        for key, tile in tiles().items()
    }
    return {
        "kolonner": 1 + max(place["kolonne"] for place in places.values()),
        "raekker": 1 + max(place["raekke"] for place in places.values()),
        "omraader": places,
    }
