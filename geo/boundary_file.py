"""
Reads a file of boundaries that somebody brings, GeoJSON or GeoPackage, and nothing that the file points to.

A library for all kinds of geodata opens a file by what stands in it, and some kinds are only a name of another file, an
address or a command. So these two are read here, as what they are: text, and tables of a database.
"""

from __future__ import annotations

import json
import re
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.errors import GeoError

MAX_BYTES = 300_000_000
KNOWN_CRS = (4326, 4258, 25832, 25833, 3857)
SECONDS = 60.0
"""That a database may take to answer one question."""
_STEPS = 1_000_000  # of a database's machine between two looks at the clock
_DEGREES = 4326
_NAMED = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:(?:[0-9.]{0,9}:)?([0-9]{4,6})", re.ASCII)
_LONGITUDE_FIRST = re.compile(r"urn:ogc:def:crs:OGC:[0-9.]{0,9}:CRS84", re.ASCII)
_DATABASE = b"SQLite format 3\0"
_EPSG = "epsg"
# Of a GeoPackage's geometry: what it begins with, and the bytes of its extent by the three bits that say which it has.
_MAGIC, _EXTENTS = b"GP", (0, 32, 48, 48, 64)
_BAD = (
    *(ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError, OverflowError, struct.error),
    *(ShapelyError, sqlite3.Error),
)
"""What a damaged file makes of those who read it."""


def read(file: Path, wanted: Callable[[str], bool]) -> gpd.GeoDataFrame:
    """
    Return the file's rows with their geometry and coordinate system; of a GeoPackage the first layer with a column
    whose name is `wanted`, or else the first.

    Raises GeoError with one sentence when it is missing, too large, or of another kind, when it is damaged, when it has
    no rows, or when its coordinate system is told by an address, not at all, or is one that is not known.
    """
    if not file.is_file():
        raise GeoError(f"Filen {file.name} findes ikke.")
    if file.stat().st_size > MAX_BYTES:
        raise GeoError(f"{file.name} er større end {MAX_BYTES // 1_000_000} MB; brug en forenklet udgave.")
    try:
        with file.open("rb") as stream:
            is_database = stream.read(len(_DATABASE)) == _DATABASE
        rows, epsg = _of_geopackage(file, wanted) if is_database else _of_geojson(file)
    except OSError as error:
        raise GeoError(f"{file.name} kan ikke læses.") from error
    except _BAD as error:
        raise GeoError(f"{file.name} er ikke geodata, der kan læses; brug GeoJSON eller GeoPackage.") from error
    if not rows:
        raise GeoError(f"{file.name} indeholder ingen flader; brug GeoJSON eller GeoPackage med polygoner.")
    if epsg not in KNOWN_CRS:
        known = ", ".join(f"EPSG:{each}" for each in KNOWN_CRS)
        raise GeoError(f"{file.name} er i koordinatsystemet EPSG:{epsg}; brug et af {known}.")
    geometries = [row.pop("geometry") for row in rows]
    return gpd.GeoDataFrame(rows, geometry=geometries, crs=epsg)


def _of_geojson(file: Path) -> tuple[list[dict[str, Any]], int]:
    content = json.loads(file.read_text(encoding="utf-8-sig"))
    if content["type"] != "FeatureCollection":
        raise ValueError("no FeatureCollection")
    rows = [
        {**_properties(feature), "geometry": None if feature["geometry"] is None else shape(feature["geometry"])}
        for feature in content["features"]
    ]
    return rows, _coordinate_system(file, content.get("crs"))


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (feature["properties"] or {}).items() if name != "geometry"}


def _coordinate_system(file: Path, told: Any) -> int:
    """The system that a GeoJSON names, as EPSG has it; the standard's own where it names none."""
    if told is None:
        return _DEGREES
    if told["type"] != "name":
        raise GeoError(f"{file.name} henviser til en adresse for sit koordinatsystem; gem den i EPSG:25832.")
    name = str(told["properties"]["name"])
    if _LONGITUDE_FIRST.fullmatch(name):
        return _DEGREES
    if found := _NAMED.fullmatch(name):
        return int(found[1])
    raise GeoError(f"{file.name} oplyser ikke sit koordinatsystem, så det kan læses; gem den i EPSG:25832.")


def _of_geopackage(file: Path, wanted: Callable[[str], bool]) -> tuple[list[dict[str, Any]], int]:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as con:
        con.execute("PRAGMA trusted_schema = OFF")  # what the file defines may call nothing
        late = time.monotonic() + SECONDS
        con.set_progress_handler(lambda: time.monotonic() > late, _STEPS)
        layers = _layers(con)
        table, column, system = next(
            (layer for layer in layers if any(map(wanted, _columns(con, layer[0])))), layers[0]
        )
        known = con.execute(
            "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?", [system]
        ).fetchone()
        if known is None or str(known[0]).lower() != _EPSG:
            raise GeoError(f"{file.name} oplyser ikke sit koordinatsystem; gem den i EPSG:25832 eller EPSG:4326.")
        named = [name for name in _columns(con, table) if name != column]
        asked = ", ".join(map(_quoted, (column, *named)))
        rows = [
            {**dict(zip(named, cells, strict=True)), "geometry": _geometry(blob)}
            for blob, *cells in con.execute(f"SELECT {asked} FROM {_quoted(table)}")
        ]
    return rows, int(known[1])


def _layers(con: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """The layers with geometry that are tables: a view may be made of anything, and a virtual table of other files."""
    found = con.execute(
        "SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns AS g "
        "JOIN sqlite_master AS m ON m.name = g.table_name "
        "WHERE m.type = 'table' AND m.sql NOT LIKE 'create virtual%' ORDER BY g.rowid"
    ).fetchall()
    if not found:
        raise ValueError("no layer")
    return found


def _columns(con: sqlite3.Connection, table: str) -> Iterator[str]:
    """The columns that are stored; what is computed is left out."""
    return (name for _, name, *_, hidden in con.execute(f"PRAGMA table_xinfo({_quoted(table)})") if not hidden)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _geometry(blob: bytes | None) -> Any:
    """The geometry in a cell of a GeoPackage: a head with its extent, and then as any database has it."""
    if blob is None:
        return None
    magic, _, flags, _ = struct.unpack("<2sBBi", blob[:8])
    if magic != _MAGIC:
        raise ValueError("no geometry")
    return shapely.from_wkb(blob[8 + _EXTENTS[flags >> 1 & 0b111] :])
