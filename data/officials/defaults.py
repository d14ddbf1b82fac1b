"""What blank cells of an official's row are taken for, where that is obvious (`data.description.Default`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dansk import alfabet
from data.cells import as_text
from data.description import Field, Table

Row = tuple[object, ...]
Document = Mapping[str, object]


class Numbering:
    """
    The next numbers of a table's rows, from the rows that are printed and those that have been added.

    A row's number follows from its place in the file and from what other documents have, so that the same file read
    again gives the same rows.
    """

    def __init__(self, table: Table, printed: Iterable[Row], added: Iterable[Row]) -> None:
        self._table, self._printed, self._added = table, tuple(printed), tuple(added)
        self._given: Counter[Row] = Counter()
        self._keys = {tuple(self._cell(row, name) for name in table.primary_key) for row in self._printed}

    def is_printed(self, cells: Mapping[str, object]) -> bool:
        """Say whether a row with that key is printed, which is as it is."""
        return tuple(cells.get(name) for name in self._table.primary_key) in self._keys

    def next(self, field: Field, cells: Mapping[str, object]) -> int:
        """Return the number of a row with these cells."""
        group = self._group(field, cells)
        document = cells.get("kilde_id")
        taken = [self._number(field, row) for row in self._printed if self._is_of(field, row, group)]
        taken += [
            self._number(field, row)
            for row in self._added
            if self._is_of(field, row, group) and self._cell(row, "kilde_id") != document
        ]
        self._given[group] += 1
        return max(taken, default=0) + self._given[group]

    def made(self, parts: Iterable[object]) -> str:
        """Return an id of these cells, with a number behind it where an earlier row of the file has the same."""
        made = "-".join(alfabet.slug(as_text(part)) for part in parts if part is not None)
        self._given[(made,)] += 1
        given = self._given[(made,)]
        return made if given == 1 else f"{made}-{given}"

    def _group(self, field: Field, cells: Mapping[str, object]) -> Row:
        return tuple(cells.get(name) for name in self._table.primary_key if name != field.name)

    def _is_of(self, field: Field, row: Row, group: Row) -> bool:
        return self._group(field, dict(zip(self._table.columns, row, strict=True))) == group

    def _cell(self, row: Row, name: str) -> object:
        return row[self._table.columns.index(name)] if name in self._table.columns else None

    def _number(self, field: Field, row: Row) -> int:
        return int(str(self._cell(row, field.name)))


def fill(
    table: Table,
    cells: dict[str, object],
    documents: Mapping[object, Document],
    new: Iterable[object],
    numbering: Numbering,
) -> list[str]:
    """
    Fill the blank cells that have a default, and return the names of required ones that are still blank.

    A printed row that is brought back keeps its blanks.

    `documents` are all that there are by kilde_id, and `new` those that the same file adds.
    """
    blank = [field for field in table.fields if field.default and cells[field.name] is None]
    if not numbering.is_printed(cells):
        for field in sorted(blank, key=_last):
            cells[field.name] = _of(field, cells, documents, tuple(new), numbering)
    return [field.name for field in table.fields if field.required and cells[field.name] is None]


def _last(field: Field) -> int:
    """Documents first, then what is found in them, and numbers and ids last: they are of the rest of the row."""
    default = field.default
    assert default is not None
    return 0 if default.new else 2 if default.next or default.made_of else 1


def _of(
    field: Field,
    cells: Mapping[str, object],
    documents: Mapping[object, Document],
    new: tuple[object, ...],
    numbering: Numbering,
) -> object:
    default = field.default
    assert default is not None
    if default.new:
        return new[0] if len(new) == 1 else None
    if default.document:
        return documents.get(cells.get("kilde_id"), {}).get(default.document)
    if default.field:
        return cells.get(default.field)
    if default.next:
        return numbering.next(field, cells)
    if default.made_of:
        return numbering.made(cells[name] for name in default.made_of)
    return default.constant
