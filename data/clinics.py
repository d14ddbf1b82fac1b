"""
The clinics of a municipality's or the region's own file, ``data/egne/klinikker.csv``.

The meeting papers have no addresses. Who has them can put them in this file; ``data/egne/LAESMIG.md``
describes it. A file with errors is not used at all: half a map would look like a whole one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from data.cells import quoted
from data.errors import DataError
from data.rows import kept_by_column, pasted
from data.validation import Fault, findings

_HERE = Path(__file__).resolve().parent
FILE = _HERE / "egne" / "klinikker.csv"
AREAS = _HERE / "kilder" / "register" / "omraade.csv"

_NUMBERS = ("lat", "lon", "kapacitet_51", "kapacitet_62", "patienter")
_SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "navn", "type": "string", "constraints": {"required": True}},
        {"name": "adresse", "type": "string"},
        {"name": "postnr", "type": "string", "constraints": {"pattern": "[0-9]{4}"}},
        {"name": "lat", "type": "number", "constraints": {"required": True}},
        {"name": "lon", "type": "number", "constraints": {"required": True}},
        {"name": "omraade", "type": "string", "constraints": {"required": True}},
        {"name": "kapacitet_51", "type": "number", "constraints": {"minimum": 0}},
        {"name": "kapacitet_62", "type": "number", "constraints": {"minimum": 0}},
        {"name": "patienter", "type": "integer", "constraints": {"minimum": 0, "maximum": 1_000_000}},
    ]
}
_CAPACITIES = ("kapacitet_51", "kapacitet_62")
_TWO_WAYS = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
"""One and a little, or a thousand times as much."""
_FIGURE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?")
_HINTS = 50
"""Unknown areas that are told with what may have been meant; as many as are shown, for to find it takes time."""
_LIKE = 60
"""Characters of a name that are looked at for it."""
COLUMNS = [column["name"] for column in _SCHEMA["fields"]]

# What the region lies within, as (south, north, west, east) in degrees.
_PARTS = (
    (55.53, 56.22, 11.65, 12.80),  # from Dragør to Gilleleje, and Hesselø
    (54.95, 55.36, 14.60, 15.25),  # Bornholm and Christiansø
)


@dataclass(frozen=True)
class Clinics:
    """
    The clinics of the file, or what is wrong with it.

    ``frame``: navn, adresse, postnr (text), lat, lon (degrees, EPSG:4326), omraade_id, kapacitet_51,
    kapacitet_62 (capacities), patienter (persons); missing where the file is blank. It has no rows when there
    are ``errors``.
    """

    frame: pd.DataFrame
    errors: list[Fault] = field(default_factory=list)


def read_clinics(file: Path = FILE, areas: Path = AREAS) -> Clinics | None:
    """
    Read and check the file of clinics; None when there is none.

    ``areas``: the CSV of planning areas with omraade_id and navn. Semicolon or comma, decimal comma or
    point, UTF-8 or Windows-1252 are all understood. Errors have the row and column as a spreadsheet shows
    them.
    """
    if not file.exists():
        return None
    try:
        rows = _read_rows(file)
    except (OSError, DataError) as error:
        reason = str(error) if isinstance(error, DataError) else "filen kan ikke læses"
        return _refused([Fault(None, None, reason)])
    if not rows:
        return _refused([Fault(None, None, "filen er tom")])
    if faults := _structure_errors(rows) or list(_figure_errors(rows)):
        return _refused(faults)

    frame = _frame(rows)
    names = _area_names(areas)
    if errors := sorted(_domain_errors(frame, names), key=lambda error: error.row or 0):
        return _refused(errors)
    frame["omraade"] = frame["omraade"].str.casefold().map(names)
    return Clinics(frame.rename(columns={"omraade": "omraade_id"}).reset_index(drop=True))


def _refused(errors: list[Fault]) -> Clinics:
    columns = ["omraade_id" if name == "omraade" else name for name in COLUMNS]
    return Clinics(pd.DataFrame(columns=columns), errors)


def _read_rows(file: Path) -> list[list[str]]:
    """The file's rows, header first, trimmed, with decimal points; blank lines keep their place."""
    rows = [row or [""] for row in pasted(file.read_bytes(), "filen")]
    if rows:
        numbers = [position for position, name in enumerate(rows[0]) if name in _NUMBERS]
        for row in rows[1:]:
            for position in numbers:
                if position < len(row):
                    row[position] = row[position].replace(",", ".")
    return rows


def _structure_errors(rows: list[list[str]]) -> list[Fault]:
    # Half a second to import, and needed by those only who have such a file.
    from frictionless import Checklist, Dialect, Resource, Schema

    header = rows[0]
    fields = {column["name"]: column for column in _SCHEMA["fields"]}
    if sorted(header) == sorted(COLUMNS):  # any order will do
        fields = {name: fields[name] for name in header}
    schema = Schema.from_descriptor({"fields": list(fields.values())})
    dialect = Dialect(header_rows=[1])  # or else the library guesses where the header is
    source = partial(iter, rows)  # of a list the library copies every cell
    report = Resource(data=source, schema=schema, dialect=dialect).validate(Checklist(skip_errors=["blank-row"]))
    return [found for _, found in findings(report)]


def _figure_errors(rows: list[list[str]]) -> Iterator[Fault]:
    """Figures that no clinic can have, though a library takes them for one, and those to be read in two ways."""
    numbers = [(position, name) for position, name in enumerate(rows[0]) if name in _NUMBERS]
    for number, row in enumerate(rows[1:], start=2):
        for position, name in numbers if any(row) else ():
            if row[position] and not _FIGURE.fullmatch(row[position]):
                yield Fault(number, name, f"{quoted(row[position])} er ikke et tal")
            elif name in _CAPACITIES and _TWO_WAYS.fullmatch(row[position]):
                yield Fault(number, name, "tallet kan læses på to måder; skriv det med højst to decimaler")


def _frame(rows: list[list[str]]) -> pd.DataFrame:
    """The rows that are not blank, typed; the index is the row number that a spreadsheet shows."""
    kept = {number: row for number, row in enumerate(rows[1:], start=2) if any(row)}
    text = pd.DataFrame.from_dict(kept, orient="index", columns=rows[0])[COLUMNS]
    frame = text.mask(text == "")
    for name in _NUMBERS:
        numbers = frame[name].map(float, na_action="ignore").astype("float64")
        frame[name] = numbers.astype("Int64") if name == "patienter" else numbers
    return frame


def _area_names(areas: Path) -> dict[str, str]:
    """omraade_id by the area's name and by its id, both without regard to capitals."""
    rows = kept_by_column(areas, areas.name)
    return {row[key].casefold(): row["omraade_id"] for row in rows for key in ("navn", "omraade_id")}


def _domain_errors(frame: pd.DataFrame, areas: Mapping[str, str]) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    unknown = 0
    for row, clinic in zip(frame.index, frame.to_dict("records"), strict=True):
        if wrong := _position_error(clinic["lat"], clinic["lon"]):
            yield Fault(row, "lat og lon", wrong)
        area = clinic["omraade"]
        if area.casefold() not in areas:
            near = difflib.get_close_matches(area.casefold()[:_LIKE], areas, n=1) if unknown < _HINTS else []
            unknown += 1
            hint = f"; mente du {near[0]}?" if near else ""
            yield Fault(row, "omraade", f"{quoted(area)} er ikke et planlægningsområde{hint}")
        address = clinic["adresse"] if isinstance(clinic["adresse"], str) else ""
        known = first.setdefault((clinic["navn"].casefold(), address.casefold()), row)
        if known != row:
            yield Fault(row, "navn", f"klinikken står allerede i række {known}")


def _position_error(lat: float, lon: float) -> str | None:
    if _is_inside(lat, lon):
        return None
    if _is_inside(lon, lat):
        return "bredde og længde er byttet om"
    return f"punktet {lat:g}, {lon:g} ligger uden for Region Hovedstaden"


def _is_inside(lat: float, lon: float) -> bool:
    return any(south <= lat <= north and west <= lon <= east for south, north, west, east in _PARTS)
