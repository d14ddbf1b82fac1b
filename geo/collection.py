"""From polygons to the stored GeoJSON: simplified together, rounded, labelled, checked, written."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely import coverage_clean  # type: ignore[attr-defined]  # newer than the type stubs
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from dansk import maengde
from geo.errors import GeoError
from geo.projection import polygon_parts, to_degrees, to_metres
from geo.register import Entry, Register
from geo.tiles import tiles

Features = dict[str, Any]

MEMBERS = ("maerkat", "kilde", "licens")  # what the pages say beside the map
LABEL = {"lon", "lat"}
MAX_BYTES = 60_000
DECIMALS = 5  # about one metre
SHARE_OF_AREA = 0.01  # overlaps and gaps may not exceed this share of the whole
DENMARK = (7.5, 54.4, 15.6, 58.0)  # degrees: west, south, east, north

_FIRST_TOLERANCE, _LAST_TOLERANCE, _GROWTH = 20.0, 2000.0, 1.05  # metres
_GAP_WIDTH = 100.0  # m: narrower gaps between neighbours are drawing errors
_SMALLEST_PART = 200_000.0  # m²: islets below this are left out


def build(polygons: Mapping[str, BaseGeometry], about: Mapping[str, str], register: Register) -> Features:
    """
    A FeatureCollection (EPSG:4326) of polygons given in EPSG:25832 by omraade_id.

    The polygons are simplified together, so that neighbours keep one common border, no more than needed to
    stay below MAX_BYTES. `about` becomes members of the collection (licence, source, label).
    Raises GeoError when the result would not be valid.
    """
    ids = [omraade_id for omraade_id in register.areas if omraade_id in polygons]
    shapes = [_without_islets(polygons[omraade_id]) for omraade_id in ids]
    shapes = list(coverage_clean(shapes, gap_width=_GAP_WIDTH))
    tolerance = _FIRST_TOLERANCE
    while tolerance < _LAST_TOLERANCE:
        simplified = shapely.coverage_simplify(shapes, tolerance)
        features = _features(dict(zip(ids, simplified, strict=True)), about, register)
        if len(dump(features)) < MAX_BYTES and not problems(features):
            return features
        tolerance *= _GROWTH
    raise GeoError("Grænserne kan ikke forenkles til et gyldigt kort: " + " ".join(problems(features)))


def single(geometry: BaseGeometry, about: Mapping[str, str]) -> Features:
    """One feature without properties, given in EPSG:25832, as a FeatureCollection in EPSG:4326."""
    feature = {"type": "Feature", "properties": {}, "geometry": rounded(mapping(to_degrees(geometry)))}
    return {"type": "FeatureCollection", **about, "features": [feature]}


def dump(features: Features) -> bytes:
    """The file's bytes: compact GeoJSON with one feature a line, UTF-8."""
    head = {key: value for key, value in features.items() if key != "features"}
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features["features"]]
    start = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
    return (start + ',"features":[\n' + ",\n".join(lines) + "\n]}\n").encode()


def write(features: Features, path: Path) -> None:
    """
    Write the file so that an interruption leaves the old one as it was.

    Raises GeoError when the disk does not take it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, dump(features))
    except OSError as error:
        raise GeoError(f"Kortet kunne ikke skrives til {path.name}; det gamle er uændret.") from error


def read(path: Path) -> Features:
    """The stored FeatureCollection. Raises GeoError when it cannot be read or is not valid."""
    try:
        features: Features = json.loads(path.read_text(encoding="utf-8"))
        found = problems(features)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ShapelyError) as error:
        raise GeoError(f"Kortfilen {path.name} kan ikke læses som GeoJSON.") from error
    if found:
        raise GeoError(f"Kortfilen {path.name} duer ikke: {found[0]}")
    return features


def read_single(path: Path) -> Features:
    """A FeatureCollection that `single` made. Raises GeoError when it cannot be read."""
    try:
        features: Features = json.loads(path.read_text(encoding="utf-8"))
        shape(features["features"][0]["geometry"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ShapelyError) as error:
        raise GeoError(f"Kortfilen {path.name} mangler eller kan ikke læses som GeoJSON.") from error
    return features


def geometries(features: Features) -> dict[str, BaseGeometry]:
    """The polygons of a FeatureCollection by omraade_id, in EPSG:4326."""
    return {f["properties"]["omraade_id"]: shape(f["geometry"]) for f in features["features"]}


def label_point(polygon: BaseGeometry) -> tuple[float, float]:
    """The point of the largest part that is farthest from its edges (same units as the polygon)."""
    centre = shapely.maximum_inscribed_circle(polygon_parts(polygon)[0]).coords[0]
    return float(centre[0]), float(centre[1])


def problems(features: Features) -> list[str]:
    """
    What is wrong with a FeatureCollection, in Danish sentences; empty when it can be used.

    It must have the areas that the tile map has.
    """
    shapes = geometries(features)
    found = [f"Oplysningen {member} mangler." for member in MEMBERS if member not in features]
    if any(LABEL - set(feature["properties"]) for feature in features["features"]):
        found.append("Der mangler et punkt (lon, lat) for et område.")
    if missing := [key for key in tiles() if key not in shapes]:
        found.append(f"Der mangler {', '.join(missing)}.")
    if unknown := sorted(set(shapes) - set(tiles())):
        found.append(f"Der er ukendte områder: {', '.join(unknown)}.")
    for key, polygon in shapes.items():
        if polygon.geom_type not in ("Polygon", "MultiPolygon") or polygon.is_empty:
            found.append(f"{key} har ingen flade.")
        elif not polygon.is_valid:
            found.append(f"{key} har en ugyldig polygon: dens grænse krydser eller rører sig selv.")
        elif not shapely.box(*DENMARK).contains(polygon):
            found.append(f"{key} ligger uden for Danmark.")
    return found or _overlap([to_metres(polygon) for polygon in shapes.values()])


def overlap_share(polygons: list[BaseGeometry]) -> float:
    """The area that lies in more than one polygon as a share of the whole (0-1); polygons in metres."""
    whole = shapely.union_all(polygons).area
    return float((sum(polygon.area for polygon in polygons) - whole) / whole)


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _overlap(polygons: list[BaseGeometry]) -> list[str]:
    share = overlap_share(polygons)
    if share <= SHARE_OF_AREA:
        return []
    return [f"Områderne overlapper hinanden med {maengde.share(share, 1)} af fladen."]


def _without_islets(polygon: BaseGeometry) -> BaseGeometry:
    parts = polygon_parts(polygon)
    kept = parts[:1] + [part for part in parts[1:] if part.area >= _SMALLEST_PART]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def _features(polygons: Mapping[str, BaseGeometry], about: Mapping[str, str], register: Register) -> Features:
    return {
        "type": "FeatureCollection",
        **about,
        "features": [_feature(register.areas[key], polygon) for key, polygon in polygons.items()],
    }


def _feature(area: Entry, polygon: BaseGeometry) -> dict[str, Any]:
    lon, lat = to_degrees(shapely.Point(label_point(polygon))).coords[0]
    return {
        "type": "Feature",
        "properties": {
            "omraade_id": area.omraade_id,
            "navn": area.navn,
            "planomraade": area.planomraade,
            "kommune_id": area.kommune_id,
            "lon": round(lon, DECIMALS),
            "lat": round(lat, DECIMALS),
        },
        "geometry": rounded(mapping(to_degrees(polygon))),
    }


def rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    """A GeoJSON geometry with DECIMALS decimals, without points that rounding has made one."""

    def walk(value: Any) -> Any:
        if isinstance(value[0], float):
            return [round(value[0], DECIMALS), round(value[1], DECIMALS)]
        points = [walk(item) for item in value]
        if isinstance(points[0][0], float):  # a ring: rounding may have made two points one
            points = points[:1] + [b for a, b in pairwise(points) if a != b]
        return points

    return {"type": geometry["type"], "coordinates": walk(geometry["coordinates"])}
