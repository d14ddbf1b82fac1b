"""
Build `geo/omraader.geojson` from the stylised municipalities, the real coast and the landmarks of København.

Steps: take the region's municipalities and those around them, find what is land on the drawing (the gaps are, the
fjords are not), give each point of it to the nearest municipality, carry the borders out to the real coast, divide
København by the nearest landmark, simplify.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

from geo import collection, danmarkskort
from geo.areas import COPENHAGEN
from geo.projection import polygon_parts, to_metres
from geo.register import Register, rows
from geo.towns import spelling, towns

LANDMARKS_CSV = Path(__file__).parent / "landemaerker.csv"
WATERS_CSV = Path(__file__).parent / "farvande.csv"
POINTS_CSV = Path(__file__).parent / "punkter.csv"
"""A point for each area; the table omraade has the same, as a test holds."""
ABOUT = {
    "navn": "Planlægningsområder i Region Hovedstaden",
    "maerkat": "skematisk kort",
    "kilde": "npm-pakken react-denmark-map, tilpasset; kysten fra OpenStreetMap; København delt efter nærmeste "
    "landemærke",
    "licens": "Grænser: MIT License, Copyright (c) 2022 Martin Polley; kyst: © OpenStreetMaps bidragydere, ODbL 1.0; "
    "se geo/LICENS-danmarkskort.txt og geo/LICENS-kyst.txt",
}
SURROUNDINGS = {
    "navn": "Land omkring Region Hovedstaden",
    "maerkat": "kyst",
    "kilde": "npm-pakken @geo-maps/earth-lands-100m (OpenStreetMap), forenklet",
    "licens": "© OpenStreetMaps bidragydere, ODbL 1.0; se geo/LICENS-kyst.txt",
}

BORNHOLM = "bornholm"
WATER = "vand"

_REACH = 5_000.0  # m: municipalities outside the region matter when they are nearer than this
_GAP = 550.0  # m: half of the widest gap between municipalities that is land, not water
_COAST = 400.0  # m: the drawing is pulled in from the coast by about this
_SMOOTH = 250.0  # m: notches in the coast that are narrower than twice this are filled
_STEP = 60.0  # m between the border points that stand for a municipality
_OFFSHORE = 6_000.0  # m: an island nearer than this belongs to the coast that it lies off (Saltholm; not Hven)
_MOST_OF = 0.05  # of a part of the real land that the drawing must cover for it to be the same land
VIEW = (10.9, 55.2, 13.4, 56.3)
"""Degrees: west, south, east, north of the land that is shown around the region."""

_RIM = 150.0  # m
_ROUGH = 150.0  # m: what is there for orientation alone need not be finer
_ISLE = 1_000_000.0  # m²: less of it orients nobody
_QUAY = 250.0  # m of land around a landmark
_BENDS = 100.0  # m
_FRAME = 9_500.0  # m around the region of real land that its municipalities can reach

Points = dict[str, list[BaseGeometry]]


def build(package: Path, land: BaseGeometry, register: Register) -> collection.Features:
    """
    The 37 areas as a FeatureCollection, built from the unpacked npm package and the real land in EPSG:25832.

    Raises GeoError.
    """
    drawn = danmarkskort.municipalities(package)
    region = {key: drawn[code] for code, key in register.municipality_codes.items()}
    bornholm = region.pop(BORNHOLM)
    whole = shapely.union_all(list(region.values()))
    around = {
        code: polygon
        for code, polygon in drawn.items()
        if code not in register.municipality_codes and polygon.distance(whole) < _REACH
    }
    closed = _close_gaps(region | around, _landmarks(), register)
    # A landmark stands on land, also where the coast's last hundred metres say otherwise.
    ashore = [point.buffer(_QUAY) for points in _landmarks().values() for point in points]
    fitted = _to_the_coast(closed, shapely.union_all([_shore(land, closed), *ashore]))
    polygons = {key: polygon for key, polygon in fitted.items() if key in region}
    polygons |= _divide(polygons.pop(COPENHAGEN), _landmarks(), register)
    island = _shore(land, {BORNHOLM: bornholm})
    return collection.build(polygons | {BORNHOLM: island}, ABOUT, register)


def _shore(land: BaseGeometry, drawn: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """The parts of the real land that the drawing shows, and the islands off them, near the drawing."""
    everything = shapely.union_all(list(drawn.values()))
    parts = [
        part
        for part in polygon_parts(land)
        if part.intersection(everything).area > _MOST_OF * part.area
        or (part.distance(everything) < _OFFSHORE and part.area < everything.area / 10)
    ]
    # The coast is true to about a hundred metres: finer bends are given up, so that borders inland keep theirs.
    simple = shapely.union_all(parts).simplify(_BENDS)
    return simple.intersection(shapely.box(*everything.bounds).buffer(_FRAME))


def _to_the_coast(drawn: Mapping[str, BaseGeometry], shore: BaseGeometry) -> dict[str, BaseGeometry]:
    """Keep the borders inland; land beyond the drawn coast belongs to the nearest, and what is sea to none."""
    beyond = shore.difference(shapely.union_all(list(drawn.values())))
    nearest = _nearest({key: _border_points(polygon) for key, polygon in drawn.items()}, shore)
    return {
        key: shapely.union_all(
            [*polygon_parts(polygon.intersection(shore)), *polygon_parts(nearest[key].intersection(beyond))]
        )
        for key, polygon in drawn.items()
    }


def surroundings(land: BaseGeometry, features: collection.Features) -> collection.Features:
    """The real land around the areas, for orientation: what they leave of it within VIEW, as one feature."""
    own = shapely.union_all([to_metres(polygon) for polygon in collection.geometries(features).values()])
    within = land.intersection(to_metres(shapely.segmentize(shapely.box(*VIEW), 0.05)))
    # The areas' own borders are simplified: a rim of them must not be left as a strip of other land.
    rest = within.difference(own.buffer(_RIM)).buffer(_RIM, join_style="mitre").simplify(_ROUGH).difference(own)
    parts = [part for part in polygon_parts(rest) if part.area > _ISLE]
    return collection.single(shapely.MultiPolygon(parts), SURROUNDINGS)


def write_coordinates(features: collection.Features, register: Register, path: Path = POINTS_CSV) -> None:
    """Write a point for each area: the town of its name if it lies there, else the map's."""
    named = {town.navn: town for town in towns()}
    polygons = collection.geometries(features)
    labels = {feature["properties"]["omraade_id"]: feature["properties"] for feature in features["features"]}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("omraade_id", "lon", "lat", "koordinat_kilde"))
        for key, area in register.areas.items():
            town = named.get(spelling(area.navn))
            if town and polygons[key].contains(Point(town.lon, town.lat)):
                writer.writerow((key, town.lon, town.lat, "geonames"))
            else:
                writer.writerow((key, labels[key]["lon"], labels[key]["lat"], "beregnet af kortet"))


def _landmarks() -> Points:
    """The landmarks of each area as points in EPSG:25832."""
    points: Points = {}
    for row in rows(LANDMARKS_CSV):
        points.setdefault(row["omraade_id"], []).append(to_metres(Point(float(row["lon"]), float(row["lat"]))))
    return points


def _water() -> BaseGeometry:
    """The middle of the narrow waters that would be taken for gaps, as lines in EPSG:25832."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for row in sorted(rows(WATERS_CSV), key=lambda row: int(row["raekkefoelge"])):
        lines.setdefault(row["navn"], []).append((float(row["lon"]), float(row["lat"])))
    return to_metres(shapely.MultiLineString(list(lines.values())))


def _close_gaps(polygons: Mapping[str, BaseGeometry], landmarks: Points, register: Register) -> dict[str, BaseGeometry]:
    """Give each point of land to the nearest municipality; a landmark in a gap counts for its own."""
    everything, water = shapely.union_all(list(polygons.values())), _water()
    land = everything.buffer(_GAP).buffer(_COAST + _SMOOTH - _GAP).buffer(-_SMOOTH)
    shore = _without_holes(land.difference(water.buffer(_STEP)))
    seeds = {key: _border_points(polygon) for key, polygon in polygons.items()}
    for key, points in landmarks.items():
        seeds[register.areas[key].kommune_id] += [point for point in points if not everything.contains(point)]
    seeds[WATER] = _border_points(water)
    nearest = _nearest(seeds, shore)
    return {key: shapely.union_all(polygon_parts(cells.intersection(shore))) for key, cells in nearest.items()}


def _border_points(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [Point(xy) for xy in shapely.get_coordinates(shapely.segmentize(geometry, _STEP))]


def _without_holes(land: BaseGeometry) -> BaseGeometry:
    """The land with its lakes: those between municipalities (Furesø, Arresø) belong to them."""
    return shapely.union_all([Polygon(part.exterior) for part in polygon_parts(land)])


def _divide(polygon: BaseGeometry, landmarks: Points, register: Register) -> dict[str, BaseGeometry]:
    """Divide København between its areas: each point to the area of the nearest landmark."""
    districts = [key for key, area in register.areas.items() if area.kommune_id == COPENHAGEN]
    nearest = _nearest({key: landmarks[key] for key in districts}, polygon)
    return {key: cells.intersection(polygon) for key, cells in nearest.items()}


def _nearest(seeds: Points, extent: BaseGeometry) -> dict[str, BaseGeometry]:
    """The plane within `extent`, divided into what is nearest to each key's points."""
    owners = [key for key, points in seeds.items() for _ in points]
    points = [point for points in seeds.values() for point in points]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.union_all(points), extend_to=extent))
    cells = shapely.make_valid(cells)  # points on one circle leave cells that touch themselves
    # Whatever lies in a cell is nearest to the cell's own point, which thereby says whose it is.
    parts: Points = {key: [] for key in seeds}
    for cell, point in zip(cells, STRtree(points).nearest(shapely.point_on_surface(cells)), strict=True):
        parts[owners[point]].append(cell)
    return {key: shapely.union_all(cells_of) for key, cells_of in parts.items()}
