"""
What each table is: the one typed description, read from the Data Package under ``data/kilder``.

Build, import, export, checks, templates and pages all read it here. Whoever needs the rows themselves asks the database
(``data.store``).
"""

from __future__ import annotations

import dataclasses
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
class Only:
    """A reference that may only be to rows where the column ``where`` is true; ``otherwise`` says what others are."""

    where: str
    otherwise: str


@dataclass(frozen=True)
class Default:
    """
    What a blank cell of an official's row is taken for: a ``constant``, or what is found elsewhere.

    That is a cell of the row's ``document``, another ``field`` of the row, the ``next`` number of its key, the one
    ``new`` document of the same file, or an id ``made_of`` other fields of the row.
    """

    constant: Value | None = None
    document: str | None = None
    field: str | None = None
    next: bool = False
    new: bool = False
    made_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """
    One column: its Table Schema ``type``, Danish title and description, and ``unit`` (None without one).

    ``required`` columns hold no blanks and those of ``unique`` no value twice; ``allowed`` lists the permitted values,
    empty when any will do, ``suggested`` values to choose from where others are permitted too; rows are ``grouped`` by
    its texts, so that two which only signs tell apart cannot both be right; figures lie from ``minimum`` to ``maximum``
    and texts match ``pattern``. Across columns: ``needs`` lists the columns that must be
    filled when this one has a value (None: any), ``earliest`` is the date that this one may not lie before,
    ``years_after`` how many years after its document's it can be, and ``only`` which rows it may refer to. ``own`` says
    that figures are ours and not printed (a key, a year, computed): why, and in which rows; None where all are printed.
    A text has at most so many ``words`` (None: any number). A column that was ``added`` after officials had begun to
    fill in templates is blank in the files that lack it. For officials: ``labels`` are the allowed values in Danish,
    ``default`` what a blank is taken for, ``instead`` the column that is filled where this one is not, and ``example``
    what the template's example has, None for what a printed row has.
    """

    name: str
    type: str
    title: str
    description: str
    unit: str | None = None
    required: bool = False
    unique: bool = False
    allowed: tuple[Value, ...] = ()
    suggested: tuple[Value, ...] = ()
    grouped: bool = False
    minimum: int | float | None = None
    maximum: int | float | None = None
    pattern: str | None = None
    needs: Mapping[str | None, tuple[str, ...]] | None = None
    earliest: str | None = None
    years_after: int | None = None
    only: Only | None = None
    own: Own | None = None
    words: int | None = None
    added: bool = False
    labels: Mapping[Value, str] = dataclasses.field(default_factory=dict)
    default: Default | None = None
    instead: str | None = None
    example: Value | None = None

    def own_in(self, row: Mapping[str, str]) -> bool:
        """Whether the row's cell is ours and not printed."""
        return self.own is not None and all(row.get(name) in cells for name, cells in self.own.where.items())

    def needed(self, value: str) -> tuple[str, ...]:
        """The columns that must be filled when this one has that value, as text."""
        needs = self.needs or {}
        return needs.get(None, needs.get(value, ()))


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
    One table. ``paths`` are the CSV files of its rows, relative to the package's folder.

    ``lost`` and ``interpreted`` are Danish sentences; ``counted_by`` says whether people are counted where
    they live ("bopael") or where they are treated ("klinik"), None where that is no question. ``editable``
    tables may have rows that officials add (``data.officials``). The key is empty when there is none.
    """

    name: str
    paths: tuple[str, ...]
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]
    source: Source | None
    lost: tuple[str, ...]
    interpreted: tuple[str, ...]
    counted_by: CountedBy | None
    caveats: tuple[Caveat, ...]
    editable: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The column ``name``. Raises KeyError for an unknown one."""
        return {field.name: field for field in self.fields}[name]

    def reference(self, name: str) -> tuple[str, str] | None:
        """The table and column that this column alone refers to, or None."""
        return next(((key.table, key.table_fields[0]) for key in self.foreign_keys if key.fields == (name,)), None)


@dataclass(frozen=True)
class Written:
    """A table's description as it is written: its file, the CSV files of its rows, and its text, which is JSON."""

    schema: str
    paths: tuple[str, ...]
    text: str

    def table(self) -> Table:
        """What it says. Raises DataError when it is no JSON or incomplete."""
        return _table(_parsed(self.text, self.schema), self.paths, self.schema)


def written(package: Path = PACKAGE) -> tuple[Written, ...]:
    """
    All descriptions of the package in its own order; files that share one description are one table.

    Raises DataError when the description of the package, or the file of a table's, is missing or unreadable.
    """
    paths: dict[str, list[str]] = {}
    for resource in _resources(package):
        paths.setdefault(resource["schema"], []).append(resource["path"])
    return tuple(Written(schema, tuple(files), _text(package / schema, package)) for schema, files in paths.items())


def tables(package: Path = PACKAGE) -> tuple[Table, ...]:
    """
    All tables of the package in its own order.

    Raises DataError when the description of the package or of a table is missing, unreadable or incomplete.
    """
    return tuple(each.table() for each in written(package))


def table(name: str, package: Path = PACKAGE) -> Table:
    """The table ``name``. Raises DataError as `tables` does, and when there is no such table."""
    for each in tables(package):
        if each.name == name:
            return each
    raise DataError(f"Der findes ingen tabel med navnet {name}.")


def _resources(package: Path) -> list[Mapping[str, str]]:
    try:
        return [
            {key: str(resource[key]) for key in ("name", "path", "schema")}
            for resource in _parsed(_text(package / "datapackage.json", package), "datapackage.json")["resources"]
        ]
    except (KeyError, TypeError) as error:
        raise DataError("Beskrivelsen datapackage.json er ufuldstændig.") from error


def _text(path: Path, package: Path) -> str:
    name = path.relative_to(package).as_posix()
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"Filen {name} mangler eller kan ikke læses.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"Filen {name} er ikke gemt som UTF-8.") from error


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        place = f" (linje {error.lineno}, tegn {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise DataError(f"Filen {name} er ikke gyldig JSON{place}.") from error


def _table(schema: Mapping[str, Any], paths: tuple[str, ...], name: str) -> Table:
    try:
        fields = tuple(_field(field) for field in schema["fields"])
        key = _names(schema.get("primaryKey", []))
        singles = tuple((field.name,) for field in fields if field.unique)
        return Table(
            name=schema["name"],
            paths=paths,
            title=schema["title"],
            description=schema["description"],
            fields=fields,
            primary_key=key,
            unique_keys=tuple(each for each in (*singles, *map(_names, schema.get("uniqueKeys", []))) if each != key),
            foreign_keys=tuple(_foreign_key(each, schema["name"]) for each in schema.get("foreignKeys", [])),
            source=_source(schema["kilde"]) if "kilde" in schema else None,
            lost=tuple(schema["mistet"]),
            interpreted=tuple(schema["fortolket"]),
            counted_by=schema.get("opgjort_efter"),
            caveats=tuple(Caveat(caveat["hvor"], caveat["tekst"]) for caveat in schema.get("forbehold", [])),
            editable=bool(schema.get("redigerbar", False)),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        lacking = f": {error} mangler" if isinstance(error, KeyError) else " eller forkert"
        raise DataError(f"Beskrivelsen {name} er ufuldstændig{lacking}.") from error


def _field(field: Mapping[str, Any]) -> Field:
    rules = field.get("constraints", {})
    return Field(
        name=field["name"],
        type=field["type"],
        title=field["title"],
        description=field["description"],
        unit=field.get("enhed"),
        required=bool(rules.get("required", False)),
        unique=bool(rules.get("unique", False)),
        allowed=tuple(rules.get("enum", [])),
        suggested=tuple(field.get("forslag", [])),
        grouped=bool(field.get("grupperer", "forslag" in field)),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        pattern=rules.get("pattern"),
        needs=_needs(field["kraever"]) if "kraever" in field else None,
        earliest=field.get("tidligst"),
        years_after=field.get("aar_efter_kilden"),
        only=Only(field["kun"]["hvor"], field["kun"]["ellers"]) if "kun" in field else None,
        own=_own(field["vores"]) if "vores" in field else None,
        words=field.get("hoejst_ord"),
        added=bool(field.get("tilfoejet", False)),
        labels=field.get("navne", {}),
        default=_default(field["standard"]) if "standard" in field else None,
        instead=field.get("eller"),
        example=field.get("eksempel"),
    )


def _needs(needs: Any) -> Mapping[str | None, tuple[str, ...]]:
    """The columns by value, or by None where they are needed whatever the value."""
    if isinstance(needs, dict):
        return {value: tuple(columns) for value, columns in needs.items()}
    return {None: tuple(needs)}


def _default(default: Any) -> Default:
    if not isinstance(default, dict):
        return Default(constant=default)
    return Default(
        document=default.get("kildens"),
        field=default.get("felt"),
        next=bool(default.get("naeste", False)),
        new=bool(default.get("nyt_dokument", False)),
        made_of=_names(default.get("dannet_af", ())),
    )


def _own(own: Mapping[str, Any]) -> Own:
    return Own(own["hvorfor"], {name: tuple(map(str, cells)) for name, cells in own.get("hvor", {}).items()})


def _names(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _foreign_key(key: Mapping[str, Any], own: str) -> ForeignKey:
    """A key that names no table refers to its own."""
    reference = key["reference"]
    return ForeignKey(_names(key["fields"]), reference["resource"] or own, _names(reference["fields"]))


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
