"""
The map as a browser draws it on a globe: areas and land in degrees, and cuts of them with places for text.

Bornholm stands once more at half size in a box in the south, so that no sea forces the rest to be small.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo import areas, collection, drawing, labels
from geo.projection import affine, to_degrees, to_metres

Cutting = Literal["region", "koebenhavn", "bornholm"]
CUTS: tuple[Cutting, ...] = ("region", "koebenhavn", "bornholm")
"""What the map can fly to."""


@dataclass(frozen=True)
class Format:
    """A picture's size in pixels, and its type's."""

    width: int
    height: int
    type: float


Size = Literal["almindelig", "lav", "hoej", "smal", "stor"]
FORMATS: dict[Size, Format] = {
    "almindelig": Format(640, 600, 13.0),
    "lav": Format(640, 480, 12.0),
    "hoej": Format(900, 700, 13.0),
    "smal": Format(350, 430, 11.0),
    "stor": Format(1120, 780, 22.0),
}
"""
Pictures for a column, one that stands whole on a laptop's first screen and one on a desktop's, one for a phone and one
for a projector.

They are laid out for these; the map fills what width it gets.
"""

_ROOM_IN_THE_SOUND = 12_500.0  # m east of the coast, for the names of small areas
_BUTTONS = 52  # pixels north of the coast
_ROOM_AROUND = 1_500.0  # m around Bornholm
_TILE = 512
_EQUATOR = 40_075_016.686  # m around the globe, as Web Mercator has it


@dataclass(frozen=True)
class Caption:
    """Where an area's text stands, in degrees; `line` is where its line begins, None when it stands in its area."""

    name: str
    lon: float
    lat: float
    anchor: str
    line: tuple[float, float] | None


@dataclass(frozen=True)
class Cut:
    """A picture's middle in degrees and zoom, and where each area's text stands, by omraade_id."""

    which: Cutting
    size: Size
    lon: float
    lat: float
    zoom: float
    texts: Mapping[str, Caption]


def features() -> dict[str, Any]:
    """
    The areas as a FeatureCollection for a browser: each with its number, from 1, and name, and the boxed Bornholm.

    Colours are sent as a list by number (`i`); the boxed Bornholm has Bornholm's. Raises GeoError.
    """
    found = areas.features()["features"]
    own = [
        _feature(feature["geometry"], number, feature["properties"]["navn"])
        for number, feature in enumerate(found, start=1)
    ]
    layout = drawing.layout()
    boxed = to_degrees(affine(layout.shapes[drawing.ISLAND], layout.island))
    island = own[list(layout.shapes).index(drawing.ISLAND)]["properties"]
    name = f"{island['t']} (flyttet, halv størrelse)"
    return {
        "type": "FeatureCollection",
        "features": [*own, _feature(collection.rounded(mapping(boxed)), island["i"], name)],
    }


def land() -> dict[str, Any]:
    """The land around the areas, and the box that Bornholm stands in, as a FeatureCollection. Raises GeoError."""
    around = collection.read_single(areas.SURROUNDINGS)
    box = shapely.LineString(shapely.box(*drawing.layout().frame).exterior)
    frame = {"type": "Feature", "properties": {}, "geometry": collection.rounded(mapping(to_degrees(box)))}
    return {"type": "FeatureCollection", "features": [*around["features"], frame]}


def place(which: Cutting, lon: float, lat: float) -> tuple[float, float]:
    """Return where a place is drawn in a cut: what is on Bornholm stands in the box but where the cut is the island."""
    if which == "bornholm" or lon <= drawing.WEST_OF_BORNHOLM:
        return lon, lat
    return _degrees(*affine(to_metres(shapely.Point(lon, lat)), drawing.layout().island).coords[0])


def around(area: str | None) -> Cutting:
    """Return the closest cut that shows an area and those around it; of none, the region's. Raises KeyError."""
    if area is None:
        return "region"
    layout = drawing.layout()
    return "koebenhavn" if shapely.box(*layout.city).contains(layout.shapes[area]) else "region"


def cut(which: Cutting, size: Size) -> Cut:
    """Return a cut for a picture of a size. Raises GeoError."""
    path = areas.source()
    return _cut(which, size, path, path.stat().st_mtime_ns)


def lines(which: Cutting, size: Size) -> list[dict[str, tuple[float, float]]]:
    """Return the lines from areas (`a`) to their texts (`b`) in a cut, in degrees. Raises GeoError."""
    return [{"a": text.line, "b": (text.lon, text.lat)} for text in cut(which, size).texts.values() if text.line]


@lru_cache(maxsize=32)
def _cut(which: Cutting, size: Size, _path: Path, _changed: int) -> Cut:
    form = FORMATS[size]
    layout = drawing.layout()
    shapes, box = _within(layout, which, form)
    west, south, east, north = box
    scale = max((east - west) / form.width, (north - south) / form.height)  # metres a pixel
    middle = ((west + east) / 2, (south + north) / 2)
    view = (
        middle[0] - scale * form.width / 2,
        middle[1] - scale * form.height / 2,
        middle[0] + scale * form.width / 2,
        middle[1] + scale * form.height / 2,
    )
    points = {key: collection.label_point(shape) for key, shape in shapes.items()}
    taken = shapely.union_all([*shapes.values(), shapely.box(*layout.frame)])
    placed = labels.labels(shapes, points, areas.names(), taken, view, form.type * scale)
    lon, lat = _degrees(*middle)
    return Cut(
        which,
        size,
        lon=lon,
        lat=lat,
        zoom=round(math.log2(_EQUATOR * math.cos(math.radians(lat)) / (_TILE * scale)), 3),
        texts={
            key: Caption(
                label.name, *_degrees(label.x, label.y), label.anchor, None if label.inside else _degrees(*points[key])
            )
            for key, label in placed.items()
        },
    )


def _within(layout: drawing.Layout, which: Cutting, form: Format) -> tuple[dict[str, BaseGeometry], drawing.Box]:
    """The shapes of a cut as they stand in it, in metres, and the box that it must hold."""
    if which == "bornholm":
        island = layout.shapes[drawing.ISLAND]
        west, south, east, north = island.buffer(_ROOM_AROUND).bounds
        return {drawing.ISLAND: island}, (west, south, east, north)
    shapes = dict(layout.shapes) | {drawing.ISLAND: affine(layout.shapes[drawing.ISLAND], layout.island)}
    if which == "koebenhavn":
        return shapes, layout.city
    west, south, east, north = layout.view
    return shapes, (west, south, east + _ROOM_IN_THE_SOUND, north + _BUTTONS / form.height * (north - south))


def _degrees(x: float, y: float) -> tuple[float, float]:
    lon, lat = to_degrees(shapely.Point(x, y)).coords[0]
    return round(lon, collection.DECIMALS), round(lat, collection.DECIMALS)


def _feature(geometry: dict[str, Any], number: int, name: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"i": number, "t": name}, "geometry": geometry}
