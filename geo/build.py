"""
Build `geo/omraader.geojson` from the stylised municipalities and the landmarks of København.

Steps: take the region's municipalities and those around them, find what is land (the gaps are, the fjords are
not), give each point of land to the nearest municipality, divide København by the nearest landmark, simplify.
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
    "kilde": "npm-pakken react-denmark-map, tilpasset; København delt efter nærmeste landemærke",
    "licens": "MIT License, Copyright (c) 2022 Martin Polley; se geo/LICENS-danmarkskort.txt",
}

BORNHOLM = "bornholm"
WATER = "vand"

_REACH = 5_000.0  # m: municipalities outside the region matter when they are nearer than this
_GAP = 550.0  # m: half of the widest gap between municipalities that is land, not water
_COAST = 400.0  # m: the drawing is pulled in from the coast by about this
_SMOOTH = 250.0  # m: notches in the coast that are narrower than twice this are filled
_STEP = 60.0  # m between the border points that stand for a municipality

Points = dict[str, list[BaseGeometry]]


def build(package: Path, register: Register) -> collection.Features:
    """The 37 areas as a FeatureCollection, built from the unpacked npm package. Raises GeoError."""
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
    polygons = {key: polygon for key, polygon in closed.items() if key in region}
    polygons |= _divide(polygons.pop(COPENHAGEN), _landmarks(), register)
    return collection.build(polygons | {BORNHOLM: bornholm}, ABOUT, register)


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
