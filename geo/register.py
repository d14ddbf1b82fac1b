"""The register that geography is handed: the planning areas by name, and the municipalities' codes."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import GeoError


@dataclass(frozen=True)
class Entry:
    """One planning area: key, printed name, the planområde it is listed under, and its kommune."""

    omraade_id: str
    navn: str
    planomraade: str
    kommune_id: str
    er_bydel: bool


@dataclass(frozen=True)
class Register:
    """The areas by omraade_id in the order of the printed table, and kommune_id by kommunekode (four digits)."""

    areas: Mapping[str, Entry]
    municipality_codes: Mapping[str, str]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a UTF-8 CSV file, each a dict of strings by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_register(folder: Path) -> Register:
    """The register in a folder's `omraade.csv` and `kommune.csv`. Raises GeoError when it cannot be read."""
    try:
        areas = {
            row["omraade_id"]: Entry(
                row["omraade_id"], row["navn"], row["planomraade"], row["kommune_id"], row["er_bydel"] == "true"
            )
            for row in rows(folder / "omraade.csv")
        }
        codes = {
            row["kommunekode"]: row["kommune_id"]
            for row in rows(folder / "kommune.csv")
            if row["i_region_hovedstaden"] == "true"
        }
    except (OSError, KeyError, ValueError) as error:
        raise GeoError(f"Registret i mappen {folder} kan ikke læses; peg på det med --register.") from error
    return Register(areas, codes)
