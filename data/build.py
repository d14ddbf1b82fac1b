"""
Builds one DuckDB file from a Frictionless package of CSV files: typed, keyed, constrained and commented.

Every cell is checked in Python first, so that an error can name file, row, column and reason; the same
rules then stand as constraints in the database, where whoever opens it can read them.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from data.errors import DataError

Schema = Mapping[str, Any]
Columns = dict[str, list[Any]]

# These files of all source folders are one table: the app looks printed rows up in one place.
PRINTED_FILES = ("trykte_raekker.csv", "trykte_tekster.csv")
PRINTED_TABLE = "trykt_raekke"


@dataclass(frozen=True)
class Source:
    """
    One table of the package: its name, Table Schema and the CSV files that its rows are read from.

    ``root`` is the package's folder; errors name files relative to it.
    """

    name: str
    schema: Schema
    files: tuple[Path, ...]
    root: Path

    @property
    def fields(self) -> list[Mapping[str, Any]]:
        """The schema's fields in the order of the columns."""
        return list(self.schema["fields"])

    @property
    def primary_key(self) -> list[str]:
        """The names of the key's columns, empty when the table has no key."""
        return _names(self.schema.get("primaryKey", []))

    @property
    def foreign_keys(self) -> list[tuple[list[str], str, list[str]]]:
        """Each foreign key as (own columns, table referred to, its columns)."""
        return [
            (
                _names(key["fields"]),
                key["reference"]["resource"] or self.name,
                _names(key["reference"]["fields"]),
            )
            for key in self.schema.get("foreignKeys", [])
        ]


@dataclass
class _Loaded:
    """The rows of one table as columns, with the file and row number each came from."""

    columns: Columns
    places: list[tuple[str, int]] = field(default_factory=list)


def read_sources(package: Path) -> list[Source]:
    """
    The package's tables in an order where every table follows those that its foreign keys refer to.

    Raises DataError when the package or a description is missing, is not JSON, or refers to an unknown table.
    """
    sources: dict[str, Source] = {}
    printed = tuple(sorted(file for name in PRINTED_FILES for file in package.glob(f"*/{name}")))
    for resource in _read_json(package / "datapackage.json", package)["resources"]:
        path, schema = package / resource["path"], resource["schema"]
        if isinstance(schema, str):
            schema = _read_json(package / schema, package)
        if path.name in PRINTED_FILES:
            sources[PRINTED_TABLE] = Source(PRINTED_TABLE, schema, printed, package)
        else:
            sources[resource["name"]] = Source(resource["name"], schema, (path,), package)
    return _in_key_order(sources)


def build_database(package: Path, sql: Path, target: Path, version: str) -> dict[str, int]:
    """
    Build the database file ``target`` and return the number of rows per table.

    ``package`` is the folder with datapackage.json, ``sql`` the folder whose ``*.sql`` are run in name
    order after the tables, and ``version`` the hash written to the table ``version``. Raises DataError for a
    wrong file, value or key; OSError and duckdb.IOException, the disk's and not the data's, pass through.
    """
    loaded: dict[str, _Loaded] = {}
    sources = read_sources(package)
    for source in sources:
        loaded[source.name] = _load(source)
        _check_keys(source, loaded)

    with duckdb.connect(str(target)) as con:
        con.execute("BEGIN")
        for source in sources:
            try:
                _create_table(con, source, loaded[source.name].columns)
            except duckdb.IOException:
                raise
            except duckdb.Error as error:
                raise DataError(
                    f"Tabellen {source.name} kan ikke lægges i databasen: {_first_line(error)}"
                ) from error
        for file in sorted(sql.glob("*.sql")):
            try:
                con.execute(file.read_text(encoding="utf-8"))
            except duckdb.IOException:
                raise
            except duckdb.Error as error:
                raise DataError(f"Forespørgslen {file.name} kan ikke køres: {_first_line(error)}") from error
        con.execute("CREATE TABLE version (hash VARCHAR NOT NULL, built_at TIMESTAMP NOT NULL)")
        con.execute(
            "COMMENT ON TABLE version IS 'Datas fingeraftryk, og hvornår databasen blev bygget (UTC).'"
        )
        con.execute(
            "INSERT INTO version VALUES (?, ?)", [version, dt.datetime.now(dt.UTC).replace(tzinfo=None)]
        )
        con.execute("COMMIT")
    return {name: len(table.places) for name, table in loaded.items()}


def _names(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def _read_json(path: Path, package: Path) -> Any:
    name = path.relative_to(package).as_posix()
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"Filen {name} mangler eller kan ikke læses.") from error
    except ValueError as error:
        raise DataError(f"Filen {name} er ikke gyldig JSON: {_first_line(error)}.") from error


def _in_key_order(sources: Mapping[str, Source]) -> list[Source]:
    ordered: dict[str, Source] = {}

    def place(source: Source, waiting: tuple[str, ...]) -> None:
        if source.name in ordered:
            return
        for _, other, _ in source.foreign_keys:
            if other not in sources:
                raise DataError(f"Tabellen {source.name} henviser til tabellen {other}, som ikke findes.")
            if other in waiting:
                raise DataError(f"Tabellerne {source.name} og {other} henviser til hinanden i ring.")
            if other != source.name:
                place(sources[other], (*waiting, source.name))
        ordered[source.name] = source

    for source in sources.values():
        place(source, ())
    return list(ordered.values())


def _load(source: Source) -> _Loaded:
    columns: Columns = {column["name"]: [] for column in source.fields}
    table = _Loaded(columns)
    readers = [(column["name"], _cell_reader(column)) for column in source.fields]
    for file in source.files:
        name = file.relative_to(source.root).as_posix()
        for row, cells in _rows(file, name, list(columns)):
            for (column, read), text in zip(readers, cells, strict=True):
                try:
                    columns[column].append(read(text))
                except ValueError as error:
                    raise DataError(f"Filen {name}, række {row}, kolonne {column}: {error}.") from None
            table.places.append((name, row))
    return table


def _rows(file: Path, name: str, expected: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV with their number as a spreadsheet shows it (the header is row 1)."""
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, [])
            if header != expected:
                raise DataError(
                    f"Filen {name} skal have kolonnerne {', '.join(expected)}, "
                    f"men har {', '.join(header) or 'ingen'}."
                )
            for row, cells in enumerate(reader, start=2):
                if len(cells) != len(expected):
                    raise DataError(
                        f"Filen {name}, række {row}: {len(cells)} felter, hvor der skal være {len(expected)}."
                    )
                yield row, cells
    except OSError as error:
        raise DataError(f"Filen {name} mangler eller kan ikke læses.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"Filen {name} er ikke gemt som UTF-8.") from error
    except csv.Error as error:
        raise DataError(f"Filen {name} kan ikke læses som CSV: {error}.") from error


def _read_integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text):
        raise ValueError(f"»{text}« er ikke et helt tal")
    return int(text)


def _read_number(text: str) -> float:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise ValueError(f"»{text}« er ikke et tal (skrevet med decimalpunktum og uden tusindtalstegn)")
    return float(text)


def _read_boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"»{text}« er hverken true eller false")
    return text == "true"


def _read_date(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"»{text}« er ikke en dato som 2024-04-19") from None


# Each type of Table Schema: the database's type, and how a cell is read (or a ValueError in Danish).
_TYPES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "string": ("VARCHAR", str),
    "integer": ("BIGINT", _read_integer),
    "year": ("BIGINT", _read_integer),
    "number": ("DOUBLE", _read_number),
    "boolean": ("BOOLEAN", _read_boolean),
    "date": ("DATE", _read_date),
}


def _type(column: Mapping[str, Any]) -> tuple[str, Callable[[str], Any]]:
    try:
        return _TYPES[column["type"]]
    except KeyError:
        raise DataError(
            f"Kolonnen {column['name']} har typen {column.get('type')}, som databasen ikke kender."
        ) from None


def _cell_reader(column: Mapping[str, Any]) -> Callable[[str], Any]:
    """How a cell of this column is read: blank is None; a broken rule is a ValueError in Danish."""
    _, read = _type(column)
    rules = column.get("constraints", {})
    required, allowed, pattern = rules.get("required", False), rules.get("enum"), rules.get("pattern")
    low, high = rules.get("minimum"), rules.get("maximum")

    def cell(text: str) -> Any:
        if text == "":
            if required:
                raise ValueError("der mangler en værdi")
            return None
        value = read(text)
        if allowed is not None and value not in allowed:
            raise ValueError(f"»{text}« er ikke en af de tilladte værdier: {', '.join(map(str, allowed))}")
        if low is not None and value < low:
            raise ValueError(f"{text} er mindre end {low}")
        if high is not None and value > high:
            raise ValueError(f"{text} er større end {high}")
        if pattern is not None and not re.fullmatch(pattern, text):
            raise ValueError(f"»{text}« har ikke den form, som kolonnen kræver")
        return value

    return cell


def _check_keys(source: Source, loaded: Mapping[str, _Loaded]) -> None:
    table = loaded[source.name]
    singles = [[column["name"]] for column in source.fields if column.get("constraints", {}).get("unique")]
    for key in filter(None, [source.primary_key, *singles]):
        seen: set[tuple[Any, ...]] = set()
        for (file, row), values in zip(table.places, _tuples(table, key), strict=True):
            if None in values and key == source.primary_key:
                raise DataError(f"Filen {file}, række {row}: nøglen {_shown(key, values)} er ikke udfyldt.")
            if values in seen and None not in values:
                raise DataError(f"Filen {file}, række {row}: nøglen {_shown(key, values)} findes i forvejen.")
            seen.add(values)
    for key, other, columns in source.foreign_keys:
        known = set(_tuples(loaded[other], columns))
        for (file, row), values in zip(table.places, _tuples(table, key), strict=True):
            if None not in values and values not in known:
                raise DataError(
                    f"Filen {file}, række {row}: {_shown(key, values)} findes ikke i tabellen {other}."
                )


def _tuples(table: _Loaded, key: list[str]) -> Iterator[tuple[Any, ...]]:
    try:
        return zip(*(table.columns[name] for name in key), strict=True)
    except KeyError as error:
        raise DataError(f"En nøgle bruger kolonnen {error}, som tabellen ikke har.") from error


def _shown(key: list[str], values: tuple[Any, ...]) -> str:
    return ", ".join(
        f"{name}={'' if value is None else value}" for name, value in zip(key, values, strict=True)
    )


def _create_table(con: duckdb.DuckDBPyConnection, source: Source, columns: Columns) -> None:
    table = _quoted(source.name)
    lines = [_column_sql(column, source.primary_key) for column in source.fields]
    if source.primary_key:
        lines.append(f"PRIMARY KEY ({_list(source.primary_key)})")
    lines += [
        f"FOREIGN KEY ({_list(own)}) REFERENCES {_quoted(other)} ({_list(theirs)})"
        for own, other, theirs in source.foreign_keys
    ]
    con.execute(f"CREATE TABLE {table} ({', '.join(lines)})")

    lists = ", ".join(f"unnest(CAST(? AS {_type(column)[0]}[]))" for column in source.fields)
    con.execute(f"INSERT INTO {table} SELECT {lists}", list(columns.values()))

    con.execute(f"COMMENT ON TABLE {table} IS {_literal(_comment(source.schema))}")
    for column in source.fields:
        con.execute(f"COMMENT ON COLUMN {table}.{_quoted(column['name'])} IS {_literal(_comment(column))}")


def _column_sql(column: Mapping[str, Any], primary_key: list[str]) -> str:
    name, rules = _quoted(column["name"]), column.get("constraints", {})
    parts = [name, _type(column)[0]]
    if rules.get("required"):
        parts.append("NOT NULL")
    if rules.get("unique") and primary_key != [column["name"]]:
        parts.append("UNIQUE")
    checks = []
    if "enum" in rules:
        checks.append(f"{name} IN ({', '.join(map(_literal, rules['enum']))})")
    if "minimum" in rules:
        checks.append(f"{name} >= {_literal(rules['minimum'])}")
    if "maximum" in rules:
        checks.append(f"{name} <= {_literal(rules['maximum'])}")
    if "pattern" in rules:
        checks.append(f"regexp_full_match({name}, {_literal(rules['pattern'])})")
    return " ".join([*parts, *(f"CHECK ({check})" for check in checks)])


def _comment(described: Mapping[str, Any]) -> str:
    """Title, unit and description in one line: what a reader of the database sees beside table and column."""
    title, unit, text = (described.get(key) or "" for key in ("title", "enhed", "description"))
    head = f"{title} ({unit})" if unit else title
    return ". ".join(part.rstrip(".") for part in (head, text) if part)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(names: list[str]) -> str:
    return ", ".join(map(_quoted, names))


def _literal(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
