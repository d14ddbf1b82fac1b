"""
Bilag 4 read from its document: patients of speciale 51 by clinic area (row) and home area (column), printed sideways.

The text was taken out of the page a few signs a line, so lines are joined without a separator, page marks left out. A
row is a name, 38 cells and a share; cells stand one space apart, so an empty cell is one space more. One row has a cell
too few. Which cell it is, and between what its figure lies, is worked out from the shares, and the figure stays
unknown.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dansk import alfabet
from data.errors import DataError
from data.rows import kept

TABLE = "fysio_pendling"
"""The table of the cells."""
SPECIALE, YEAR = 51, 2023
PRINTED = "trykte_raekker.csv"
HEADER, ROWS, FOOT, LOOSE = "bilag_4_hoved", "bilag_4", "bilag_4_fod", "bilag_4_loest_tal"
UNKNOWN_HOME = "ukendt"
_TITLE = re.compile(rf"Bilag \d+: Pendlerstatistik, speciale {SPECIALE}, {YEAR}\.")
_AFTER_HEADER = "Pendlere i fysioterapipraksis"
_FOOT = "Patienter behandlet i hjemkommune"
_NOTE = "Note:"
_PAGE_END = re.compile(r"(\d+) af \d+")
_PAGE_START = re.compile(r"\d+")
_ROW = re.compile(r"(?P<name>[^\d\s%]+(?: [^\d\s%]+)*) (?P<cells>[\d ]+) (?P<share>\d+)%")
_SHARE = re.compile(r"(\d+)%")
# What the header calls an area where the register of areas has a shorter name.
_IDS = {"Vesterbro-Kongens Enghave": "vesterbro"}


@dataclass(frozen=True)
class Line:
    """
    What was printed as one row of bilag 4: its first and last line in the document (from 1), and its text.

    ``page`` is that of its first line, None where no page mark tells it.
    """

    first: int
    last: int
    text: str
    page: int | None = None


@dataclass(frozen=True)
class Annex:
    """Bilag 4 as printed: the row of home areas, one for each clinic area, the foot, and figures that stand alone."""

    header: Line
    rows: tuple[Line, ...]
    foot: Line
    loose: tuple[Line, ...]


@dataclass(frozen=True)
class ClinicRow:
    """A clinic area's row: its name, its cells in the order of the home areas (None: blank), and its share."""

    name: str
    cells: tuple[int | None, ...]
    share: int


@dataclass(frozen=True)
class Lost:
    """The cell that is lost: the place of its row and of its column (from 0), and the least and most it can be."""

    row: int
    column: int
    least: int
    most: int


def read(lines: Sequence[str]) -> Annex:
    """
    Return bilag 4 as it stands in the document's lines.

    Raises DataError when the document has no bilag 4, or when it cannot be read by the rule.
    """
    joined = _joined(lines)
    start = joined.text.find(_AFTER_HEADER) + len(_AFTER_HEADER)
    end = joined.text.find(_FOOT)
    if start < len(_AFTER_HEADER) or end < start:
        raise DataError("Pendlerstatistikken har ikke den overskrift og den fod, som den læses efter.")
    found = list(_ROW.finditer(joined.text, start, end))
    return Annex(
        joined.line(0, start),
        tuple(joined.line(*each.span()) for each in found),
        joined.line(end, len(joined.text)),
        tuple(_between(joined, [start, *(place for each in found for place in each.span()), end])),
    )


def row_of(text: str) -> ClinicRow:
    """
    Return the name, the cells and the share of a printed row.

    >>> row_of("Dragør   30     1 12%")
    ClinicRow(name='Dragør', cells=(None, None, 30, None, None, None, None, 1), share=12)
    """
    match = _ROW.fullmatch(text)
    if match is None:
        raise DataError(f"Rækken kan ikke læses: «{text}».")
    cells = match["cells"].split(" ")
    return ClinicRow(match["name"], tuple(int(cell) if cell else None for cell in cells), int(match["share"]))


def shares(text: str) -> tuple[int, ...]:
    """
    Return the shares of a printed row.

    >>> shares("Patienter behandlet i hjemkommune 65% 81%")
    (65, 81)
    """
    return tuple(map(int, _SHARE.findall(text)))


def sted_id(name: str) -> str:
    """
    Return the id of an area as its header has it.

    >>> sted_id("Vesterbro-Kongens Enghave"), sted_id("Høje-Taastrup")
    ('vesterbro', 'hoeje-taastrup')
    """
    return _IDS.get(name, alfabet.slug(name))


def fits(share: int, part: int, whole: int) -> bool:
    """
    Whether ``part`` of ``whole`` is that many per cent, when halves are rounded up.

    >>> fits(19, 185, 1000), fits(19, 184, 1000), fits(19, 195, 1000)
    (True, False, False)
    """
    return (2 * share - 1) * whole <= 200 * part < (2 * share + 1) * whole


def lost_cell(rows: Sequence[ClinicRow], home: Sequence[int], loose: Iterable[int] = ()) -> Lost:
    """
    Return the cell that is lost: the one place where all shares of columns and rows fit, and what it can be.

    ``home`` are the columns' printed shares of patients treated where they live, ``loose`` figures that stand alone in
    print: one that the column's share allows can be the cell itself, even where the row's share does not fit it, for
    the paper may contradict itself. Raises DataError when there is not exactly one such row and one such place.
    """
    short = [place for place, row in enumerate(rows) if len(row.cells) != len(rows)]
    if len(short) != 1 or len(rows[short[0]].cells) != len(rows) - 1 or len(home) != len(rows):
        raise DataError("Pendlerstatistikken skal have lige mange celler i alle rækker på nær én, som mangler én.")
    places = [place for place in range(len(rows)) if _possible(rows, home, short[0], place)]
    if len(places) != 1:
        raise DataError(f"Den tabte celle kan stå {len(places)} steder, og der skal være ét.")
    by_both = _possible(rows, home, short[0], places[0])
    table = _completed(rows, short[0], places[0])
    able = [each for each in loose if _column_fits(table, home, places[0], each)]
    return Lost(short[0], places[0], min([*by_both, *able]), max([*by_both, *able]))


def write(document: Path, folder: Path) -> dict[str, int]:
    """
    Read bilag 4 of the document into the package's folder named by that paper; return how many rows each table has.

    Writes the three tables, and the printed rows in their places among those of the paper's other tables. Raises
    DataError when the document cannot be read.
    """
    try:
        lines = document.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"Dokumentet {document.name} kan ikke læses.") from error
    annex = read(lines)
    files = tables(annex, folder.name) | {PRINTED: _printed(annex, folder.name, kept(folder / PRINTED, PRINTED))}
    for name, rows in files.items():
        (folder / name).write_text(_csv(rows), encoding="utf-8", newline="")
    return {name.removesuffix(".csv"): len(rows) - 1 for name, rows in files.items() if name != PRINTED}


def tables(annex: Annex, kilde_id: str) -> dict[str, list[list[str]]]:
    """Return the three tables as the rows of their CSV files, by the file's name, the columns' names first."""
    rows = [row_of(line.text) for line in annex.rows]
    home = shares(annex.foot.text)
    if annex.header.text != " ".join([*(row.name for row in rows), _AFTER_HEADER]):
        raise DataError("Pendlerstatistikken har ikke de samme områder i overskriften som i rækkerne.")
    lost = lost_cell(rows, home, [int(line.text) for line in annex.loose])
    ids = [sted_id(row.name) for row in rows]
    return {
        "pendling_sted.csv": [
            ["sted_id", "nr", "navn", "omraade_id", *_ORIGIN],
            *(
                [sted, str(nr), row.name, "" if sted == UNKNOWN_HOME else sted, *_origin(kilde_id, annex.header)]
                for nr, (sted, row) in enumerate(zip(ids, rows, strict=True), start=1)
            ),
        ],
        f"{TABLE}.csv": [
            [*("klinik_id", "hjem_id", "speciale", "aar", "patienter", "placering"), *_LIMITS, *_ORIGIN],
            *(
                [ids[row], ids[column], str(SPECIALE), str(YEAR), *cell, *_origin(kilde_id, annex.rows[row])]
                for row, column, cell in _cells(rows, lost)
            ),
        ],
        "fysio_pendling_andel.csv": [
            ["sted_id", "pendler_pct", "hjemme_pct", "hjemme_linje", *_ORIGIN],
            *(
                [sted, str(row.share), str(share), str(annex.foot.first), *_origin(kilde_id, line)]
                for sted, row, share, line in zip(ids, rows, home, annex.rows, strict=True)
            ),
        ],
    }


_ORIGIN = ("kilde_id", "kilde_linje", "side")
_LIMITS = ("patienter_mindst", "patienter_hoejst")


@dataclass(frozen=True)
class _Joined:
    """Lines joined without a separator, the line (from 1) that each sign stands in, and each page by its last line."""

    text: str
    at: tuple[int, ...]
    pages: Mapping[int, int]

    def line(self, start: int, end: int) -> Line:
        """What stands from one sign to another, without the spaces around it."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        first = self.at[start]
        # The last page has no mark within the table.
        page = next(
            (page for last, page in self.pages.items() if first < last), max(self.pages.values(), default=-1) + 1
        )
        return Line(first, self.at[start + len(text) - 1], text, page or None)


def _joined(lines: Sequence[str]) -> _Joined:
    """The signs of the table itself: from its title to its note, without the marks of the pages."""
    first = next((number for number, line in enumerate(lines) if _TITLE.fullmatch(line.strip())), None)
    if first is None:
        raise DataError("Dokumentet har ikke pendlerstatistikkens overskrift.")
    text: list[str] = []
    at: list[int] = []
    pages: dict[int, int] = {}
    page_ended = False
    for number, line in enumerate(lines[first + 1 :], start=first + 2):
        if line.startswith(_NOTE):
            return _Joined("".join(text), tuple(at), pages)
        if mark := _PAGE_END.fullmatch(line.strip()):
            pages[number] = int(mark[1])
            page_ended = True
        elif page_ended:  # nothing but blanks stands above a page's number
            page_ended = not _PAGE_START.fullmatch(line.strip())
        else:
            text.append(line)
            at += [number] * len(line)
    raise DataError("Pendlerstatistikken slutter ikke med sin note.")


def _between(joined: _Joined, places: Sequence[int]) -> Iterator[Line]:
    """What stands before, between and after the rows: figures alone, or the rule does not fit."""
    for start, end in zip(places[::2], places[1::2], strict=True):
        if alone := joined.text[start:end].strip():
            if not alone.isdecimal():
                raise DataError(f"Pendlerstatistikken har noget, der ikke er en række: «{alone}».")
            yield joined.line(start, end)


def _completed(rows: Sequence[ClinicRow], short: int, place: int) -> list[list[int]]:
    """All cells as figures, blank as 0, where the short row has an empty cell put in at that place."""
    table = [[cell or 0 for cell in row.cells] for row in rows]
    table[short].insert(place, 0)
    return table


def _possible(rows: Sequence[ClinicRow], home: Sequence[int], short: int, place: int) -> list[int]:
    """What the lost cell can be at that place by its row's and column's share; [] where another column does not fit."""
    table = _completed(rows, short, place)
    others = [column for column in range(len(rows)) if column != place]
    if not all(_column_fits(table, home, column) for column in others):
        return []
    # A column's share of nothing sets no limit, and then there is no value here.
    at_home, column = 200 * table[place][place], sum(row[place] for row in table)
    least, most = at_home // (2 * home[place] + 1) + 1 - column, at_home // (2 * home[place] - 1) - column
    own, whole = table[short][short], sum(table[short])
    return [
        value for value in range(max(least, 0), most + 1) if fits(rows[short].share, whole + value - own, whole + value)
    ]


def _column_fits(table: list[list[int]], home: Sequence[int], column: int, added: int = 0) -> bool:
    return fits(home[column], table[column][column], sum(row[column] for row in table) + added)


def _cells(rows: Sequence[ClinicRow], lost: Lost) -> Iterator[tuple[int, int, list[str]]]:
    """Every cell with its place: patients, what the print has there, and the limits of the one that is lost."""
    for number, row in enumerate(rows):
        cells = list(row.cells)
        if number == lost.row:
            cells.insert(lost.column, None)
        for column, cell in enumerate(cells):
            if (number, column) == (lost.row, lost.column):
                yield number, column, ["", "tabt", str(lost.least), str(lost.most)]
            else:
                yield number, column, ["", "tom", "", ""] if cell is None else [str(cell), "trykt", "", ""]


def _origin(kilde_id: str, line: Line) -> list[str]:
    return [kilde_id, str(line.first), str(line.page or "")]


def _printed(annex: Annex, kilde_id: str, before: list[list[str]]) -> list[list[str]]:
    """The paper's printed rows with those of bilag 4 as they are now, by their lines."""
    header, *others = before
    own = {HEADER: [annex.header], ROWS: annex.rows, FOOT: [annex.foot], LOOSE: annex.loose}
    added = [
        [name, kilde_id, str(line.first), str(line.last), line.text] for name, lines in own.items() for line in lines
    ]
    kept_rows = [row for row in others if row[0] not in own]
    return [header, *sorted([*kept_rows, *added], key=lambda row: int(row[2]))]


def _csv(rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
