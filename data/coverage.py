"""
Checks that the figures of the papers stand in the packaged printed rows, and that no CSV is left out of the package.

A figure is covered when a layout (``trykte_tabeller.json``, ``trykte_tekster.json``) says which printed figure it is,
and its printed row has that figure. Columns that are ours, such as keys, say so in their description, with the reason
(``vores``). Which of its row's figures each cell is, in which order, is what tests/data tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from data import description
from data.description import Field, Table
from data.errors import DataError
from data.rows import kept_by_column
from data.validation import Fault

_PRINTED_TABLE = "trykt_raekke"
_PRINTED = {"trykte_tabeller.json": "trykte_raekker.csv", "trykte_tekster.json": "trykte_tekster.csv"}
# A dash between two figures is a range and no minus.
_FIGURE = re.compile(r"(?:(?<!\d)-)?\d[\d.,]*(?:(?<=\.) \d{3})?")
_WORDS = {"én": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "ni": 9}

Row = Mapping[str, str]


@dataclass(frozen=True)
class Claim:
    """
    One column of a layout: the cells ``fields`` of the rows of ``table`` whose cells are among those of ``where``.

    ``printed`` are the packaged printed rows that may hold them, by their first line; ``line_field`` is the column that
    says which, None where the figure may stand elsewhere than its row. The cell is the printed figure times ``factor``.
    ``names`` are the columns of the printed row's name; ``rated`` rows have stars for figures.
    """

    table: str
    fields: frozenset[str]
    where: Mapping[str, frozenset[str]]
    names: frozenset[str]
    kilde_id: str
    printed: Mapping[str, str]
    line_field: str | None
    factor: Decimal
    rated: bool

    def rows_of(self, row: Row) -> list[str]:
        """Return the printed rows that may hold the row's figures; none where the claim is not of this row."""
        if not all(row.get(name) in cells for name, cells in self.where.items()):
            return []
        if self.line_field is None:
            return list(self.printed.values())
        here = row.get(self.line_field, "")
        return [self.printed[here]] if row["kilde_id"] == self.kilde_id and here in self.printed else []

    def holds(self, cell: str, texts: list[str]) -> bool:
        """Whether one of the printed rows has the figure."""
        return self.rated or any(Decimal(cell) == self.factor * figure for text in texts for figure in readings(text))


def readings(text: str) -> Iterator[Decimal]:
    """
    Return what the figures of a printed row may be; a point may be a decimal sign or part thousands.

    >>> [str(figure) for figure in readings("ca. 1.750 og 4,1")]
    ['1750', '1.750', '41', '4.1']
    """
    for match in _FIGURE.finditer(text):
        token = match[0].replace(" ", "").rstrip(".,")
        yield Decimal(re.sub(r"[.,]", "", token))
        whole, sign, decimals = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", token).groups()  # type: ignore[union-attr]
        if sign:
            yield Decimal(f"{re.sub(r'[.,]', '', whole)}.{decimals}")
    yield from (Decimal(_WORDS[word]) for word in text.lower().split() if word in _WORDS)


def coverage_findings(folder: Path) -> list[tuple[str, Fault]]:
    """
    Return the figures that no layout covers and the CSVs that the package does not name, as (table name, Fault).

    A package whose description cannot be read gives one finding that says so.
    """
    try:
        described = description.tables(folder)
        return [*_left_out(folder, described), *_uncovered(folder, described)]
    except DataError as error:
        return [("datapackage.json", Fault(None, None, str(error)))]


def _left_out(folder: Path, described: tuple[Table, ...]) -> Iterator[tuple[str, Fault]]:
    listed = {path for table in described for path in table.paths}
    for file in sorted(folder.rglob("*.csv")):
        path = file.relative_to(folder).as_posix()
        if path not in listed:
            yield path, Fault(None, None, "filen er ikke nævnt i datapackage.json, så ingen læser eller prøver den")


def _uncovered(folder: Path, described: tuple[Table, ...]) -> Iterator[tuple[str, Fault]]:
    papers = {
        row["kilde_id"]
        for table in described
        if table.name == "kilde"
        for path in table.paths
        for row in _read(folder, path)
        if row["fil"]
    }
    claims = list(_claims(folder))
    for table in described:
        asked = [field for field in table.fields if field.type in ("integer", "number") and not _of_origin(field)]
        own = [claim for claim in claims if claim.table == table.name]
        if not asked or table.name == _PRINTED_TABLE:
            continue
        for number, row in (numbered for path in table.paths for numbered in enumerate(_read(folder, path), 2)):
            if row.get("kilde_id", table.source.kilde_id if table.source else "") in papers:
                yield from ((table.name, Fault(number, *fault)) for fault in _faults(row, asked, own))


def _of_origin(field: Field) -> bool:
    """Where something stands is not itself printed."""
    return field.name == "side" or field.name.endswith("_linje")


def _faults(row: Row, asked: list[Field], claims: list[Claim]) -> Iterator[tuple[str, str]]:
    held = [(claim, texts) for claim in claims if (texts := claim.rows_of(row))]
    for field in asked:
        cell = row.get(field.name)
        if not cell or field.own_in(row):
            continue
        named = [(claim, texts) for claim, texts in held if field.name in claim.fields]
        if named and not any(claim.holds(cell, texts) for claim, texts in named):
            yield field.name, f"«{cell}» er ikke det, den trykte række har: {'; '.join(named[0][1])}"
        if not named and not any(field.name in claim.names | claim.where.keys() for claim, _ in held):
            yield field.name, f"«{cell}» har ingen trykt række"


def _claims(folder: Path) -> Iterator[Claim]:
    for layouts, rows in _PRINTED.items():
        for file in sorted(folder.glob(f"*/{layouts}")):
            printed = _read(file.parent, rows)
            for name, layout in _json(file).items():
                texts = {row["kilde_linje"]: row["tekst"] for row in printed if row["trykt_tabel"] == name}
                for column in layout["kolonner"]:
                    yield _claim(layout, column, texts, prose=layouts == "trykte_tekster.json")


def _claim(layout: Mapping[str, Any], column: Mapping[str, Any], texts: Mapping[str, str], *, prose: bool) -> Claim:
    line = str(column.get("kilde_linje", ""))
    return Claim(
        table=column["tabel"],
        fields=_several(column["felt"]),
        where={name: _several(value) for name, value in column.get("hvor", {}).items()},
        names=frozenset(layout.get("navn", [])),
        kilde_id=layout["kilde_id"],
        printed={first: text for first, text in texts.items() if line in ("", first)},
        line_field=None if prose else layout.get("linjefelt", "kilde_linje"),
        factor=Decimal(column.get("faktor", 1)),
        rated=layout.get("art") == "stjerner",
    )


def _several(value: Any) -> frozenset[str]:
    return frozenset(map(str, value if isinstance(value, list) else [value]))


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"Beskrivelsen {file.name} kan ikke læses.") from error


def _read(folder: Path, path: str) -> list[dict[str, str]]:
    return kept_by_column(folder / path, path)
