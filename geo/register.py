"""The 37 planning areas by name, as `data/kilder/register/omraade.csv` lists them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AREAS_CSV = ROOT / "data" / "kilder" / "register" / "omraade.csv"
MUNICIPALITIES_CSV = ROOT / "data" / "kilder" / "register" / "kommune.csv"


@dataclass(frozen=True)
class Area:
    """One planning area: key, printed name, the planområde it is listed under, and its kommune."""

    omraade_id: str
    navn: str
    planomraade: str
    kommune_id: str
    er_bydel: bool


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a UTF-8 CSV file, each a dict of strings by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def areas() -> dict[str, Area]:
    """The 37 areas by omraade_id, in the order of the printed table."""
    return {
        row["omraade_id"]: Area(
            row["omraade_id"], row["navn"], row["planomraade"], row["kommune_id"], row["er_bydel"] == "true"
        )
        for row in rows(AREAS_CSV)
    }


@cache
def municipality_codes() -> dict[str, str]:
    """Kommunekode (four digits) to kommune_id for the region's 29 municipalities."""
    return {
        row["kommunekode"]: row["kommune_id"]
        for row in rows(MUNICIPALITIES_CSV)
        if row["i_region_hovedstaden"] == "true"
    }
