"""The layouts of the printed tables (trykte_tabeller.json): which printed figure is which cell of which CSV."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.description import PACKAGE, Value

# A thousands point is followed by exactly three digits; any other point or comma is a decimal sign.
_FIGURE = re.compile(r"(?<!\S)-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?=[\s%]|$)")
_THOUSANDS = re.compile(r"\.(?=\d{3}(?:\D|$))")
_NAME = re.compile(r"[^\d\s]+(?: [^\d\s]+)*(?= )")
_RATING = re.compile(r"(?<= )(?:\*+|-)(?=(?: (?:\*+|-))*$)")


@dataclass(frozen=True)
class PrintedColumn:
    """
    What one printed figure is: the cell ``field`` of the row of ``table`` whose cells equal ``where``.

    A value of ``where`` may be a tuple: then the figure holds for several rows. ``line`` is set when the
    column belongs only to the printed row that starts at that line.
    """

    table: str
    field: str
    where: Mapping[str, Value | tuple[Value, ...]]
    line: int | None


@dataclass(frozen=True)
class Blank:
    """A figure left blank in the printed row at ``line``: the cell ``field`` where the cells equal ``where``."""

    line: int
    field: str
    where: Mapping[str, Value]

    def is_of(self, line: int, column: PrintedColumn) -> bool:
        """Whether the column is the one left blank in the printed row at ``line``."""
        return (line, column.field) == (self.line, self.field) and self.where.items() <= column.where.items()


@dataclass(frozen=True)
class PrintedTable:
    """
    The layout of rows printed alike: ``columns`` in the order in which their figures are printed.

    ``name_fields`` are the columns that hold the printed row name, ``aliases`` the values that replace it,
    ``label`` the words of a row that names nothing ("I alt"), ``blanks`` the figures left blank in print.
    ``prose`` rows hold only the figures of a running text, the others whole printed lines; ``rated`` rows hold stars
    for figures. The lines of ``sideways`` rows are joined without a separator and their cells stand one space apart, so
    that blank ones are counted; ``page_marks`` are lines between the rows. ``line_field`` is the column with the line
    of the printed row. ``sha256`` is that of the source ``file``; ``lines`` as in Source.
    """

    name: str
    title: str
    kilde_id: str
    file: str
    sha256: str
    lines: tuple[int, int]
    prose: bool
    rated: bool
    sideways: bool
    page_marks: frozenset[int]
    line_field: str
    name_fields: tuple[str, ...]
    aliases: Mapping[str, str]
    label: str
    blanks: tuple[Blank, ...]
    columns: tuple[PrintedColumn, ...]

    def columns_at(self, line: int) -> tuple[PrintedColumn, ...]:
        """The columns of the printed row that starts at ``line``, one for each of its figures, in order."""
        return tuple(
            column for column in self.cells_at(line) if not any(blank.is_of(line, column) for blank in self.blanks)
        )

    def cells_at(self, line: int) -> tuple[PrintedColumn, ...]:
        """The same columns and those that are blank in that row."""
        return tuple(column for column in self.columns if column.line in (None, line))

    def figures(self, text: str) -> tuple[Figure, ...]:
        """The figures of one of its printed rows, or the ratings, or the cells, in order."""
        if not self.columns:
            return ()
        return ratings(text) if self.rated else cells(text) if self.sideways else figures(text)


@dataclass(frozen=True)
class Figure:
    """A figure in a printed row: ``text[start:end]``, its ``value`` as a CSV cell has it (1234.50)."""

    start: int
    end: int
    value: str


def figures(text: str) -> tuple[Figure, ...]:
    """
    The figures of a printed row in order.

    >>> [figure.value for figure in figures("Total 1222,03 kr. 409.630 -2%")]
    ['1222.03', '409630', '-2']
    """
    return tuple(
        Figure(match.start(), match.end(), _THOUSANDS.sub("", match[0]).replace(",", "."))
        for match in _FIGURE.finditer(text)
    )


def ratings(text: str) -> tuple[Figure, ...]:
    """
    The ratings that end a printed row in order: the number of stars, blank for a dash (not rated).

    >>> [rating.value for rating in ratings("33 - Takstreform ***** - *")]
    ['5', '', '1']
    """
    return tuple(Figure(match.start(), match.end(), str(match[0].count("*") or "")) for match in _RATING.finditer(text))


def cells(text: str) -> tuple[Figure, ...]:
    """
    The cells of a row that was printed sideways, one space apart: blank where there is nothing between two spaces.

    >>> [cell.value for cell in cells("Indre By 11  9  66%")]
    ['11', '', '9', '', '66']
    """
    found = []
    end = _NAME.match(text).end()  # type: ignore[union-attr]
    for cell in text[end + 1 :].split(" "):
        start, end = end + 1, end + 1 + len(cell)
        found.append(Figure(start, end, cell.removesuffix("%")))
    return tuple(found)


@cache
def layouts() -> dict[str, PrintedTable]:
    """The layouts of the printed tables, by name; the claims of the text have tests of their own."""
    return {
        name: _layout(name, described)
        for file in sorted(PACKAGE.glob("*/trykte_tabeller.json"))
        for name, described in json.loads(file.read_text(encoding="utf-8")).items()
    }


def _layout(name: str, layout: Mapping[str, Any]) -> PrintedTable:
    first, last = layout["linjer"]
    return PrintedTable(
        name=name,
        title=layout["titel"],
        kilde_id=layout["kilde_id"],
        file=layout["fil"],
        sha256=layout["sha256"],
        lines=(first, last),
        prose=layout.get("art") == "tekst",
        rated=layout.get("art") == "stjerner",
        sideways=layout.get("art") == "celler",
        page_marks=frozenset(layout.get("sidemaerker", [])),
        line_field=layout.get("linjefelt", "kilde_linje"),
        name_fields=tuple(layout.get("navn", [])),
        aliases=layout.get("navne", {}),
        label=layout.get("etiket", ""),
        blanks=tuple(
            Blank(blank["kilde_linje"], blank["felt"], blank.get("hvor", {})) for blank in layout.get("blanke", [])
        ),
        columns=tuple(_column(column) for column in layout["kolonner"]),
    )


def _column(column: Mapping[str, Any]) -> PrintedColumn:
    where = {key: tuple(value) if isinstance(value, list) else value for key, value in column["hvor"].items()}
    return PrintedColumn(column["tabel"], column["felt"], where, column.get("kilde_linje"))
