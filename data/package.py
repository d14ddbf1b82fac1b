"""
Reads the package description under ``data/kilder``: what each table holds, where it was printed, and what was
lost and interpreted.

Whoever needs the rows themselves asks the database (``data.store``); this module reads only descriptions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from data.errors import DataError

PACKAGE = Path(__file__).parent / "kilder"

Value = str | int | float
CountedBy = Literal["bopael", "klinik"]


@dataclass(frozen=True)
class Own:
    """Why a column's figures are ours, a Danish sentence; ``where`` lists the cells of those rows, empty for all."""

    reason: str
    where: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Field:
    """
    One column: its Table Schema ``type``, Danish title and description, and ``unit`` (None without one).

    ``required`` columns hold no blanks; ``allowed`` lists the permitted values, empty when any will do;
    ``suggested`` lists values to choose from where others are permitted too. ``own`` says that figures are ours and not
    printed (a key, a year, computed): why, in Danish, and in which rows; None where all are printed.
    """

    name: str
    type: str
    title: str
    description: str
    unit: str | None
    required: bool
    allowed: tuple[Value, ...]
    suggested: tuple[Value, ...] = ()
    own: Own | None = None

    def own_in(self, row: Mapping[str, str]) -> bool:
        """Whether the row's cell is ours and not printed."""
        return self.own is not None and all(row.get(name) in cells for name, cells in self.own.where.items())


@dataclass(frozen=True)
class ForeignKey:
    """The columns ``fields`` refer to the columns ``table_fields`` of ``table``."""

    fields: tuple[str, ...]
    table: str
    table_fields: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """
    Where a table was printed: document, file, the tables' printed names and their line ranges.

    Line numbers are 1-based and both ends belong; what a source does not have is None or empty. ``title``
    is of the part of the document; the document itself is a row of the table kilde.
    """

    kilde_id: str
    file: str | None
    title: str | None
    table: str | None
    lines: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Caveat:
    """A Danish sentence that must stand beside the rows whose cells equal ``where``, or beside all when it is empty."""

    where: Mapping[str, Value]
    text: str


@dataclass(frozen=True)
class Table:
    """
    One table of the package. ``path`` is its CSV, relative to the package's folder.

    ``lost`` and ``interpreted`` are Danish sentences; ``counted_by`` says whether people are counted where
    they live ("bopael") or where they are treated ("klinik"), None where that is no question. ``editable``
    tables may have rows that officials add (``data.importing``).
    """

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    source: Source | None
    lost: tuple[str, ...]
    interpreted: tuple[str, ...]
    counted_by: CountedBy | None
    caveats: tuple[Caveat, ...]
    editable: bool = False

    def field(self, name: str) -> Field:
        """The column ``name``. Raises KeyError for an unknown one."""
        return {field.name: field for field in self.fields}[name]


def tables(package: Path = PACKAGE) -> tuple[Table, ...]:
    """
    All tables of the package in its own order.

    Raises DataError when the description of the package or of a table is missing or unreadable.
    """
    return tuple(_table(resource, _read(package / resource["schema"])) for resource in _resources(package))


def table(name: str, package: Path = PACKAGE) -> Table:
    """The table ``name``. Raises DataError as `tables` does, and when there is no such table."""
    for resource in _resources(package):
        if resource["name"] == name:
            return _table(resource, _read(package / resource["schema"]))
    raise DataError(f"Der findes ingen tabel med navnet {name}.")


def _resources(package: Path) -> list[Mapping[str, str]]:
    try:
        return [
            {key: resource[key] for key in ("name", "path", "schema")}
            for resource in _read(package / "datapackage.json")["resources"]
        ]
    except (KeyError, TypeError) as error:
        raise DataError("Beskrivelsen datapackage.json er ufuldstændig.") from error


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"Beskrivelsen {path.name} mangler.") from error
    except (OSError, ValueError) as error:
        raise DataError(f"Beskrivelsen {path.name} kan ikke læses.") from error


def _table(resource: Mapping[str, Any], schema: Mapping[str, Any]) -> Table:
    try:
        return Table(
            name=resource["name"],
            path=resource["path"],
            title=schema["title"],
            description=schema["description"],
            fields=tuple(_field(field) for field in schema["fields"]),
            primary_key=tuple(schema["primaryKey"]),
            foreign_keys=tuple(_foreign_key(key) for key in schema.get("foreignKeys", [])),
            source=_source(schema["kilde"]) if "kilde" in schema else None,
            lost=tuple(schema["mistet"]),
            interpreted=tuple(schema["fortolket"]),
            counted_by=schema.get("opgjort_efter"),
            caveats=tuple(Caveat(caveat["hvor"], caveat["tekst"]) for caveat in schema.get("forbehold", [])),
            editable=schema.get("redigerbar", False),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise DataError(f"Beskrivelsen af tabellen {resource['name']} er ufuldstændig: {error}.") from error


def _field(field: Mapping[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        name=field["name"],
        type=field["type"],
        title=field["title"],
        description=field["description"],
        unit=field.get("enhed"),
        required=constraints.get("required", False),
        allowed=tuple(constraints.get("enum", [])),
        suggested=tuple(field.get("forslag", [])),
        own=_own(field["vores"]) if "vores" in field else None,
    )


def _own(own: Mapping[str, Any]) -> Own:
    return Own(own["hvorfor"], {name: tuple(map(str, cells)) for name, cells in own.get("hvor", {}).items()})


def _foreign_key(key: Mapping[str, Any]) -> ForeignKey:
    reference = key["reference"]
    return ForeignKey(tuple(key["fields"]), reference["resource"], tuple(reference["fields"]))


def _source(source: Mapping[str, Any]) -> Source:
    return Source(
        kilde_id=source["kilde_id"],
        file=source.get("fil"),
        title=source.get("titel"),
        table=source.get("tabel"),
        lines=_ranges(source.get("linjer", [])),
    )


def _ranges(lines: list[Any]) -> tuple[tuple[int, int], ...]:
    """One range may be written as [first, last], several as a list of these."""
    if lines and isinstance(lines[0], int):
        lines = [lines]
    return tuple((first, last) for first, last in lines)
