"""
Builds one DuckDB file from a Frictionless package of CSV files: typed, keyed, constrained and commented.

Every cell is checked in Python first, so that an error can name file, row, column and reason; the same
rules then stand as constraints in the database, where whoever opens it can read them.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from data.cells import cell_reader, column_type
from data.description import Field, Table, Written, tables, written
from data.errors import DataError
from data.officials.own import file_of, in_use
from data.rows import kept

Columns = dict[str, list[Any]]

_CAVEATS = {
    "TABLE forbehold": "Forbehold, som skal stå ved nogle af en tabels rækker, fra tabellens beskrivelse.",
    "COLUMN forbehold.tabel": "Den tabel, forbeholdet gælder.",
    "COLUMN forbehold.nr": "Forbeholdets nummer i tabellens beskrivelse.",
    "COLUMN forbehold.hvor": "De rækker, det gælder: kolonner og deres værdi som JSON; {} er alle rækker.",
    "COLUMN forbehold.tekst": "Forbeholdet som en sætning.",
}
"""What the database says of the table of caveats and its columns."""
_DESCRIPTIONS = {
    "TABLE tabelbeskrivelse": "Tabellernes beskrivelser, som de var, da databasen blev bygget.",
    "COLUMN tabelbeskrivelse.nr": "Tabellens nummer i datapakkens orden.",
    "COLUMN tabelbeskrivelse.skema": "Filen med beskrivelsen.",
    "COLUMN tabelbeskrivelse.filer": "Filerne med tabellens rækker, som JSON.",
    "COLUMN tabelbeskrivelse.indhold": "Beskrivelsen, som JSON.",
}
"""What it says of the table of descriptions and its columns."""


@dataclass(frozen=True)
class PackagedTable:
    """
    One table's description and the CSV files that its rows are read from.

    ``root`` is the package's folder; errors name files relative to it. ``own`` is the file with rows that officials
    have added, None when there is none.
    """

    table: Table
    root: Path
    own: Path | None = None

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @property
    def files(self) -> tuple[Path, ...]:
        """The package's own files, in order."""
        return tuple(sorted(self.root / path for path in self.table.paths))


@dataclass
class Loaded:
    """The rows of one table as columns, with the file and row number each came from; the first are ``printed``."""

    columns: Columns
    places: list[tuple[str, int]] = dataclasses.field(default_factory=list)
    printed: int = 0


def read_package(package: Path, own: Path) -> list[PackagedTable]:
    """
    The package's tables in an order where every table follows those that its foreign keys refer to.

    ``own`` is the folder with the rows that officials have added to some of them.
    Raises DataError when the package or a description is missing, is not JSON, or refers to an unknown table.
    """
    own = in_use(own)  # looked for once, so that all tables are of the same import
    found = {}
    for table in tables(package):
        added = file_of(own, table.name) if table.editable else None
        found[table.name] = PackagedTable(table, package, added if added and added.exists() else None)
    return _in_key_order(found)


def build_database(package: Path, sql: Path, own: Path, target: Path, version: str) -> dict[str, int]:
    """
    Build the database file ``target`` and return the number of rows per table.

    ``package`` is the folder with datapackage.json, ``sql`` the folder whose ``*.sql`` are run in name
    order after the tables, ``own`` the folder of added rows, and ``version`` the hash written to the table
    ``version``. Raises DataError for a wrong file, value or key; OSError and duckdb.Error, the disk's and not the
    data's, pass through.
    """
    packaged = read_package(package, own)
    loaded = load_tables(packaged)

    # Small tables in blocks of the usual 256 kB would make a file ten times as large.
    with duckdb.connect(str(target), config={"default_block_size": 16384}) as con:
        con.execute("BEGIN")
        for table in packaged:
            with _naming(f"Tabellen {table.name} kan ikke lægges i databasen"):
                _create_table(con, table.table, loaded[table.name].columns)
        _create_caveats(con, [each.table for each in packaged])
        _create_descriptions(con, written(package))
        for file in sorted(sql.glob("*.sql")):
            with _naming(f"Forespørgslen {file.name} kan ikke køres"):
                con.execute(file.read_text(encoding="utf-8"))
        con.execute("CREATE TABLE version (hash VARCHAR NOT NULL, built_at TIMESTAMP NOT NULL)")
        con.execute("COMMENT ON TABLE version IS 'Datas fingeraftryk, og hvornår de blev bygget (UTC).'")
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None)  # without a zone, so that no ICU is needed
        con.execute("INSERT INTO version VALUES (?, ?)", [version, now])
        con.execute("COMMIT")
        con.execute("CHECKPOINT")  # all in the one file, or an error: closing alone would hide a full disk
    return {name: len(table.places) for name, table in loaded.items()}


def described(con: duckdb.DuckDBPyConnection) -> tuple[Table, ...]:
    """
    The tables' descriptions as they were when the database was built, in the package's order.

    Raises DataError for a database that was built before they were kept in it.
    """
    try:
        rows = con.execute("SELECT skema, filer, indhold FROM tabelbeskrivelse ORDER BY nr").fetchall()
    except duckdb.CatalogException as error:
        raise DataError("Databasen er bygget, før tabellernes beskrivelser blev gemt i den.") from error
    return tuple(Written(schema, tuple(json.loads(paths)), text).table() for schema, paths, text in rows)


def load_tables(packaged: Iterable[PackagedTable]) -> dict[str, Loaded]:
    """
    The rows of these tables, in the order of `read_package`, typed and with their keys checked.

    Raises DataError that names file, row and column for the first wrong value or key.
    """
    loaded: dict[str, Loaded] = {}
    for table in packaged:
        loaded[table.name] = _load(table)
        _check_keys(table.table, loaded)
    return loaded


def _create_caveats(con: duckdb.DuckDBPyConnection, described: Iterable[Table]) -> None:
    """Put the sentences that must stand beside some of a table's rows where those who compute with them can read."""
    con.execute(
        "CREATE TABLE forbehold (tabel VARCHAR NOT NULL, nr INTEGER NOT NULL, hvor VARCHAR NOT NULL, "
        "tekst VARCHAR NOT NULL, PRIMARY KEY (tabel, nr))"
    )
    _put_comments(con, _CAVEATS)
    for table in described:
        for nr, caveat in enumerate(table.caveats, start=1):
            where = json.dumps(caveat.where, ensure_ascii=False, sort_keys=True)
            con.execute("INSERT INTO forbehold VALUES (?, ?, ?, ?)", [table.name, nr, where, caveat.text])


def _put_comments(con: duckdb.DuckDBPyConnection, comments: Mapping[str, str]) -> None:
    for what, comment in comments.items():
        con.execute(f"COMMENT ON {what} IS '{comment}'")


def _create_descriptions(con: duckdb.DuckDBPyConnection, described: Iterable[Written]) -> None:
    """Put the descriptions beside the rows: the files may be others when somebody asks what a column is."""
    con.execute(
        "CREATE TABLE tabelbeskrivelse (nr INTEGER PRIMARY KEY, skema VARCHAR NOT NULL, filer VARCHAR NOT NULL, "
        "indhold VARCHAR NOT NULL)"
    )
    _put_comments(con, _DESCRIPTIONS)
    for nr, each in enumerate(described, start=1):
        con.execute(
            "INSERT INTO tabelbeskrivelse VALUES (?, ?, ?, ?)", [nr, each.schema, json.dumps(each.paths), each.text]
        )


@contextmanager
def _naming(what: str) -> Iterator[None]:
    """Turn the database's refusal into a DataError that begins with these words; the disk's errors pass."""
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException):
        raise
    except duckdb.Error as error:
        raise DataError(f"{what}: {_first_line(error)}.") from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def _in_key_order(packaged: Mapping[str, PackagedTable]) -> list[PackagedTable]:
    ordered: dict[str, PackagedTable] = {}

    def place(table: PackagedTable, waiting: tuple[str, ...]) -> None:
        if table.name in ordered:
            return
        for other in (key.table for key in table.table.foreign_keys):
            if other not in packaged:
                raise DataError(f"Tabellen {table.name} henviser til tabellen {other}, som ikke findes.")
            if other in waiting:
                raise DataError(f"Tabellerne {table.name} og {other} henviser til hinanden i ring.")
            if other != table.name:
                place(packaged[other], (*waiting, table.name))
        ordered[table.name] = table

    for table in packaged.values():
        place(table, ())
    return list(ordered.values())


def _load(table: PackagedTable) -> Loaded:
    columns: Columns = {name: [] for name in table.table.columns}
    loaded = Loaded(columns)
    readers = [(field.name, cell_reader(field)) for field in table.table.fields]
    for file in filter(None, (*table.files, table.own)):
        name = (Path(*file.parts[-3:]) if file == table.own else file.relative_to(table.root)).as_posix()
        later = [field.name for field in table.table.fields if field.added] if file == table.own else []
        for row, cells in _rows(file, name, list(columns), later):
            for (column, read), text in zip(readers, cells, strict=True):
                try:
                    columns[column].append(read(text))
                except ValueError as error:
                    raise DataError(f"Filen {name}, række {row}, kolonne {column}: {error}.") from None
            loaded.places.append((name, row))
        if file != table.own:
            loaded.printed = len(loaded.places)
    return loaded


def _rows(file: Path, name: str, expected: list[str], later: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """
    The rows of a CSV with their number as a spreadsheet shows it (the header is row 1).

    A file from before the ``later`` columns were there lacks some of them, which are blank.
    """
    header, *below = kept(file, name) or [[]]
    whole = expected
    expected = [column for column in whole if column in header or column not in later]
    if header != expected:
        raise DataError(
            f"Filen {name} skal have kolonnerne {', '.join(expected)}, men har {', '.join(header) or 'ingen'}."
        )
    for row, cells in enumerate(below, start=2):
        if len(cells) != len(expected):
            raise DataError(f"Filen {name}, række {row}: {len(cells)} felter, hvor der skal være {len(expected)}.")
        given = dict(zip(expected, cells, strict=True))
        yield row, [given.get(column, "") for column in whole]


def _check_keys(table: Table, loaded: Mapping[str, Loaded]) -> None:
    rows = loaded[table.name]
    for key in filter(None, [table.primary_key, *table.unique_keys]):
        seen: set[tuple[Any, ...]] = set()
        for (file, row), values in zip(rows.places, _tuples(rows, key), strict=True):
            if None in values and key == table.primary_key:
                raise DataError(f"Filen {file}, række {row}: nøglen {_shown(key, values)} er ikke udfyldt.")
            if values in seen and None not in values:
                raise DataError(f"Filen {file}, række {row}: nøglen {_shown(key, values)} findes i forvejen.")
            seen.add(values)
    for foreign in table.foreign_keys:
        known = set(_tuples(loaded[foreign.table], foreign.table_fields))
        for (file, row), values in zip(rows.places, _tuples(rows, foreign.fields), strict=True):
            if None not in values and values not in known:
                named = _shown(foreign.fields, values)
                raise DataError(f"Filen {file}, række {row}: {named} findes ikke i tabellen {foreign.table}.")


def _tuples(rows: Loaded, key: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    try:
        return zip(*(rows.columns[name] for name in key), strict=True)
    except KeyError as error:
        raise DataError(f"En nøgle bruger kolonnen {error}, som tabellen ikke har.") from error


def _shown(key: Sequence[str], values: tuple[Any, ...]) -> str:
    return ", ".join(f"{name}={'' if value is None else value}" for name, value in zip(key, values, strict=True))


def _create_table(con: duckdb.DuckDBPyConnection, table: Table, columns: Columns) -> None:
    name = _quoted(table.name)
    lines = [_column_sql(field) for field in table.fields]
    if table.primary_key:
        lines.append(f"PRIMARY KEY ({_list(table.primary_key)})")
    lines += [f"UNIQUE ({_list(key)})" for key in table.unique_keys]
    lines += [
        f"FOREIGN KEY ({_list(key.fields)}) REFERENCES {_quoted(key.table)} ({_list(key.table_fields)})"
        for key in table.foreign_keys
    ]
    con.execute(f"CREATE TABLE {name} ({', '.join(lines)})")

    lists = ", ".join(f"unnest(CAST(? AS {column_type(field)[0]}[]))" for field in table.fields)
    con.execute(f"INSERT INTO {name} SELECT {lists}", list(columns.values()))

    con.execute(f"COMMENT ON TABLE {name} IS {_literal(_comment(table.title, None, table.description))}")
    for field in table.fields:
        comment = _literal(_comment(field.title, field.unit, field.description))
        con.execute(f"COMMENT ON COLUMN {name}.{_quoted(field.name)} IS {comment}")


def _column_sql(field: Field) -> str:
    name = _quoted(field.name)
    parts = [name, column_type(field)[0]]
    if field.required:
        parts.append("NOT NULL")
    checks = []
    if field.allowed:
        checks.append(f"{name} IN ({', '.join(map(_literal, field.allowed))})")
    if field.minimum is not None:
        checks.append(f"{name} >= {_literal(field.minimum)}")
    if field.maximum is not None:
        checks.append(f"{name} <= {_literal(field.maximum)}")
    if field.pattern is not None:
        checks.append(f"regexp_full_match({name}, {_literal(field.pattern)})")
    return " ".join([*parts, *(f"CHECK ({check})" for check in checks)])


def _comment(title: str, unit: str | None, text: str) -> str:
    """Title, unit and description in one line: what a reader of the database sees beside table and column."""
    head = f"{title} ({unit})" if unit else title
    return ". ".join(part.rstrip(".") for part in (head, text) if part)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _literal(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
