"""
Take in official boundaries (DAGI's kommuner, København's bydele) instead of the schematic map.

The files are the user's own, GeoJSON or GeoPackage. What is wrong with them is said in one Danish sentence, and nothing
is changed before everything has been found good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo import boundary_file, collection
from geo.areas import COPENHAGEN, IMPORTED
from geo.errors import GeoError
from geo.projection import METRES, to_degrees
from geo.register import Register, rows

CODES_CSV = Path(__file__).parent / "kommunekoder.csv"
DISTRICTS_CSV = Path(__file__).parent / "bydele.csv"

CODE_COLUMNS = ("kommunekode", "komkode", "kom_kode", "komnr", "kode", "code")
NAME_COLUMNS = ("navn", "kommunenavn", "komnavn", "bydel_navn", "bydelsnavn", "bydel", "name")
NUMBER_COLUMNS = ("bydel_nr", "bydelnr", "bydelsnr", "nr")

COPENHAGEN_CODE = "0101"


@dataclass(frozen=True)
class _Piece:
    """One row of a file that belongs to the region: the area (or all København) and its polygon."""

    key: str
    polygon: BaseGeometry


def import_boundaries(
    file: Path, districts: Path | None = None, target: Path = IMPORTED, *, register: Register
) -> Path:
    """
    Read the kommuner (and København's ten bydele), simplify them, put them into use; returns `target`.

    Raises GeoError with one sentence, and leaves what was there, when a file is no geodata or too large,
    lacks an area, has an unknown code or coordinate system, lies outside Denmark, or has invalid or
    overlapping polygons.
    """
    pieces = list(_pieces(file, register, of_districts=False))
    if districts is not None:
        pieces += _pieces(districts, register, of_districts=True)
    polygons = _dissolve(pieces)
    whole = polygons.pop(COPENHAGEN, None)
    missing = [area for key, area in register.areas.items() if key not in polygons]
    if whole is not None and missing == [area for area in register.areas.values() if area.er_bydel]:
        raise GeoError(f"{file.name} har København som ét område; giv også dens bydele med --bydele FIL.")
    if missing:
        raise GeoError(f"Der mangler {', '.join(area.navn for area in missing)}.")
    if collection.overlap_share(list(polygons.values())) > collection.SHARE_OF_AREA:
        raise GeoError("Områderne overlapper hinanden; hvert sted skal ligge i ét område.")
    names = file.name if districts is None else f"{file.name} og {districts.name}"
    about = {
        "navn": "Planlægningsområder i Region Hovedstaden",
        "maerkat": "officielle grænser, forenklet",
        "kilde": f"importeret fra {names}",
        "licens": "se udgiveren af grænserne",
    }
    collection.write(collection.build(polygons, about, register), target)
    return target


def _pieces(file: Path, register: Register, *, of_districts: bool) -> Iterator[_Piece]:
    frame = _read(file)
    columns = {str(column).lower(): str(column) for column in frame.columns}
    code = _first(columns, CODE_COLUMNS)
    name = _first(columns, NAME_COLUMNS)
    number = _first(columns, NUMBER_COLUMNS) if of_districts else None
    if not (code or name or number):
        raise GeoError(f"{file.name} har ingen kolonne med kommunekode eller navn ({', '.join(CODE_COLUMNS)}, navn).")
    for row in frame.to_dict("records"):
        key = _key(register, *(row[column] if column else None for column in (code, name, number)))
        if key is not None:
            area = register.areas.get(key)
            yield _Piece(key, _sound(row[frame.geometry.name], area.navn if area else "København", file))


def _read(file: Path) -> gpd.GeoDataFrame:
    """The file's polygons in EPSG:25832."""
    columns = {*CODE_COLUMNS, *NAME_COLUMNS, *NUMBER_COLUMNS}
    return boundary_file.read(file, wanted=lambda name: name.lower() in columns).to_crs(METRES)


def _first(columns: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((columns[name] for name in wanted if name in columns), None)


def _key(register: Register, code: Any, name: Any, number: Any) -> str | None:
    """The area of a row, 'koebenhavn' for all København, None for a kommune elsewhere in Denmark."""
    district = _districts(register).get(_plain(name)) if number is None else _numbers().get(_digits(number))
    if number is not None and district is None:
        raise GeoError(f"Bydel nr. {number} er ukendt; København har bydelene 1-10.")
    four = None if code is None else _digits(code).zfill(4)
    if district is not None and four in (None, COPENHAGEN_CODE):
        return district
    if four is None:
        if _plain(name) not in _municipality_names():
            raise GeoError(f"Navnet {name} er hverken en dansk kommune eller en bydel i København.")
        four = _municipality_names()[_plain(name)]
    if four not in _danish_codes():
        raise GeoError(f"Kommunekoden {code} er ukendt.")
    return register.municipality_codes.get(four)


def _sound(polygon: BaseGeometry | None, name: str, file: Path) -> BaseGeometry:
    if polygon is None or polygon.is_empty or polygon.geom_type not in ("Polygon", "MultiPolygon"):
        raise GeoError(f"{name} har ingen flade i {file.name}.")
    # Far outside Denmark a projected polygon is bent or infinite: ask where it is before whether it is valid.
    if not shapely.box(*collection.DENMARK).contains(to_degrees(shapely.box(*polygon.bounds))):
        raise GeoError(f"{name} ligger uden for Danmark i {file.name}: koordinatsystemet er angivet forkert.")
    if not polygon.is_valid:
        raise GeoError(f"{name} har en ugyldig polygon i {file.name}: dens grænse krydser eller rører sig selv.")
    return shapely.force_2d(polygon)


def _dissolve(pieces: list[_Piece]) -> dict[str, BaseGeometry]:
    together: dict[str, list[BaseGeometry]] = {}
    for piece in pieces:
        together.setdefault(piece.key, []).append(piece.polygon)
    return {key: shapely.union_all(parts) for key, parts in together.items()}


def _digits(number: Any) -> str:
    """A code as its digits without leading zeros, whether the file has it as text, integer or float."""
    return str(number).removesuffix(".0").lstrip("0")


def _plain(name: Any) -> str:
    """A name as it is compared: 'Københavns Kommune' and 'københavn' are the same."""
    words = re.sub(r"\b(regions)?kommune\b", "", str(name).lower())
    return re.sub(r"[^a-zæøåéü0-9]", "", words).removesuffix("s")


@cache
def _danish_codes() -> frozenset[str]:
    return frozenset(row["kommunekode"] for row in rows(CODES_CSV))


@cache
def _municipality_names() -> dict[str, str]:
    return {_plain(row["navn"]): row["kommunekode"] for row in rows(CODES_CSV)}


@cache
def _numbers() -> dict[str, str]:
    return {row["nr"]: row["omraade_id"] for row in rows(DISTRICTS_CSV)}


def _districts(register: Register) -> dict[str, str]:
    """The names of København's bydele, and of the areas where they differ (Amager, Vesterbro)."""
    official = {_plain(row["navn"]): row["omraade_id"] for row in rows(DISTRICTS_CSV)}
    return official | {_plain(area.navn): key for key, area in register.areas.items() if area.er_bydel}
