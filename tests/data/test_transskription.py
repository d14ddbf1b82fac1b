"""Every transcribed cell against its own printed row, both ways; and the printed rows against the sources."""

import hashlib
import re
from collections import Counter
from itertools import pairwise

import pytest

from tests.data.layout import PrintedColumn, figures, layouts
from tests.data.transskription import (
    SOURCES,
    PrintedRow,
    printed,
    printed_name,
    rows,
    slug,
    source_lines,
)

ORIGIN = {"kilde_id", "kilde_linje", "side", "hjemme_linje"}
# Worked out from the printed cells: test_pendling has them.
WORKED_OUT = {"placering", "patienter_mindst", "patienter_hoejst"}
# The rated tables hold our own words beside the stars: test_mobilitet_vurdering has the rest of their cells.
TRANSCRIBED = sorted({column.table for layout in layouts().values() for column in layout.columns if not layout.rated})

Cell = tuple[str, int, str]  # table, row index in the CSV, column


def cells_of(column: PrintedColumn, row: PrintedRow) -> list[Cell]:
    """The CSV cells that hold one printed figure: one, or one for each CSV row that it holds for."""
    line_field = layouts()[row.layout].line_field
    wanted = {key: value if isinstance(value, tuple) else (value,) for key, value in column.where.items()}
    return [
        (column.table, index, column.field)
        for index, cells in enumerate(rows(column.table))
        if (cells["kilde_id"], cells.get(line_field)) == (row.kilde_id, str(row.first))
        and all(cells[key] in map(str, values) for key, values in wanted.items())
    ]


def cell_count(column: PrintedColumn) -> int:
    """How many cells one figure of the column fills."""
    return max((len(value) for value in column.where.values() if isinstance(value, tuple)), default=1)


def text_of(cell: Cell) -> str:
    table, index, field = cell
    return rows(table)[index][field]


@pytest.fixture(scope="module")
def figure_cells() -> Counter[Cell]:
    """Compare each printed figure with its cells, in printed order; how often each cell was compared."""
    seen: Counter[Cell] = Counter()
    for row in printed():
        columns = layouts()[row.layout].columns_at(row.first)
        found = layouts()[row.layout].figures(row.text)
        assert len(found) == len(columns), f"{row}: {len(found)} figures for {len(columns)} columns"
        for figure, column in zip(found, columns, strict=True):
            cells = cells_of(column, row)
            assert len(cells) == cell_count(column), f"{row}: {column} is {cells}"
            assert {text_of(cell) for cell in cells} == {figure.value}, f"{row}: {column}"
            seen.update(cells)
    return seen


@pytest.fixture(scope="module")
def name_cells(figure_cells: Counter[Cell]) -> set[Cell]:
    """Compare the printed name with the name columns of each CSV row that holds the row's figures."""
    seen: set[Cell] = set()
    for row in printed():
        layout = layouts()[row.layout]
        name = printed_name(row.text, layout.figures(row.text))
        linked = {
            (column.table, index) for column in layout.cells_at(row.first) for _, index, _ in cells_of(column, row)
        }
        found = {
            (table, index, field): slug(text_of((table, index, field)))
            for table, index in linked
            for field in layout.name_fields
            if field in rows(table)[index]
        }
        if not layout.name_fields:
            assert name == layout.label, row
            continue
        assert {(table, index) for table, index, _ in found} == linked, f"{row}: a row without a name"
        expected = slug(layout.aliases.get(name, name))
        if len(set(found.values())) == 1:
            assert set(found.values()) == {expected}, row
        else:  # one printed block holds several named rows: together they use up all of its words
            words = [set(value.split("-")) for value in found.values()]
            assert set().union(*words) == set(expected.split("-")), row
        seen |= found.keys()
    return seen


@pytest.fixture(scope="module")
def key_cells() -> set[Cell]:
    """The cells that the layout itself fixes, such as the speciale in the table's heading."""
    return {
        (table, index, field)
        for row in printed()
        for column in layouts()[row.layout].cells_at(row.first)
        for table, index, _ in cells_of(column, row)
        for field in column.where
    }


def test_every_printed_figure_is_compared_once(figure_cells: Counter[Cell]) -> None:
    expected = sum(cell_count(column) for row in printed() for column in layouts()[row.layout].columns_at(row.first))
    count = figure_cells.total()
    print(f"{count} talceller i {len(TRANSCRIBED)} tabeller sammenlignet med {len(printed())} trykte rækker")
    assert count == expected
    assert set(figure_cells.values()) == {1}, "a cell stands for two printed figures"


def test_every_cell_comes_from_a_printed_row(
    figure_cells: Counter[Cell], name_cells: set[Cell], key_cells: set[Cell]
) -> None:
    print(f"{len(name_cells)} navneceller og {len(key_cells)} nøgleceller sammenlignet")
    held = set(figure_cells) | name_cells | key_cells
    for table in TRANSCRIBED:
        for index, cells in enumerate(rows(table)):
            for field, text in cells.items():
                if field not in ORIGIN | WORKED_OUT and text and (table, index, field) not in held:
                    assert field == "omraade_id", f"{table}, row {index + 2}, {field}: {text} is not printed"
                    name = cells.get("navn") or cells["geografi"]
                    assert text == slug(name.split(": ")[-1]), f"{table}, row {index + 2}"


def test_no_row_lacks_a_printed_row() -> None:
    starts = {(row.kilde_id, row.first) for row in printed()}
    for table in TRANSCRIBED:
        for cells in rows(table):
            assert (cells["kilde_id"], int(cells["kilde_linje"])) in starts, f"{table}: {cells}"


def test_only_cells_that_are_blank_in_print_are_blank() -> None:
    blank = {
        (table, field, cells["kilde_linje"])
        for table in TRANSCRIBED
        for cells in rows(table)
        for field, text in cells.items()
        if not text and field not in ORIGIN | WORKED_OUT | {"omraade_id"}
    }
    declared = {
        (column.table, blank.field, str(blank.line))
        for layout in layouts().values()
        for column in layout.columns
        for blank in layout.blanks
        if blank.is_of(blank.line, column)
    }
    sideways = {
        (column.table, column.field, str(row.first))
        for row in printed()
        if layouts()[row.layout].sideways
        for column, cell in zip(
            layouts()[row.layout].columns_at(row.first), layouts()[row.layout].figures(row.text), strict=True
        )
        if not cell.value
    }
    merged = {("ridefysio", field, line) for field in ("borgere", "promille") for line in ("5214", "5229")}
    stated_once = {("fysio_patienter_total", "aendring_pct", line) for line in ("5868", "5978")}
    no_kommune = {("kommunefordeling_total", "kommune_id", line) for line in ("12421", "12423", "12425")}
    assert blank == declared | sideways | merged | stated_once | no_kommune


@pytest.mark.parametrize("name", sorted(layouts()))
def test_printed_rows_follow_the_source(name: str) -> None:
    layout = layouts()[name]
    own = sorted((row for row in printed() if row.layout == name), key=lambda row: row.first)
    assert own, "a layout without rows"
    assert re.fullmatch("[0-9a-f]{64}", layout.sha256)
    files = {other.file: other.sha256 for other in layouts().values()}
    assert files[layout.file] == layout.sha256, "two layouts disagree on the source's SHA-256"
    [kilde] = [row for row in rows("kilde") if row["kilde_id"] == layout.kilde_id]
    assert kilde["fil"] == layout.file
    assert {row.kilde_id for row in own} == {layout.kilde_id}
    assert all(layout.lines[0] <= row.first <= row.last <= layout.lines[1] for row in own)
    assert all(upper.last < lower.first for upper, lower in pairwise(own))

    lines = source_lines(layout.file)
    assert hashlib.sha256((SOURCES / layout.file).read_bytes()).hexdigest() == layout.sha256
    for row in own:
        own_lines = lines[row.first - 1 : row.last]
        text = "".join(own_lines).strip() if layout.sideways else " ".join(" ".join(own_lines).split())
        if layout.prose:
            assert re.search(".*".join(map(re.escape, row.text.split())), text), row
        else:
            assert row.text == text
    if not layout.prose:
        assert_no_printed_line_is_left_out(layout.lines, lines)


def assert_no_printed_line_is_left_out(span: tuple[int, int], lines: tuple[str, ...]) -> None:
    """Between the first and the last packaged row of a printed table nothing else is printed."""
    within = [row for row in printed() if not layouts()[row.layout].prose and layouts()[row.layout].lines == span]
    marks = {line for layout in layouts().values() if layout.lines == span for line in layout.page_marks}
    assert all(re.fullmatch(r"\d+( af \d+)?", lines[line - 1].strip()) for line in marks)
    covered = marks | {line for row in within for line in range(row.first, row.last + 1)}
    for line in range(min(covered), max(covered) + 1):
        assert line in covered or not lines[line - 1].strip(), f"line {line} is not packaged: {lines[line - 1]}"


def test_pages_follow_the_page_breaks() -> None:
    """A page starts with an indented line right below a printed one; "14" stands at the end of page 14."""
    marked = layouts()["bilag_4"].lines  # its pages have marks of their own: test_pendling has them
    pages = sorted(
        {
            (int(cells["kilde_linje"]), cells["side"])
            for table in TRANSCRIBED
            for cells in rows(table)
            if cells["kilde_id"] == "004" and not marked[0] <= int(cells["kilde_linje"]) <= marked[1]
        }
    )
    derived = [(line, int(side)) for line, side in pages if side]
    assert all(upper[1] <= lower[1] for upper, lower in pairwise(derived))
    assert max(line for line, _ in derived) < min(line for line, side in pages if not side)

    lines = source_lines("004_2af00704f7db3414.txt")
    first, numbered = 3899, 5269
    assert lines[numbered - 1].strip() == "14"
    starts = [
        line for line in range(first, numbered + 1) if lines[line - 1].startswith(" ") and lines[line - 2].strip()
    ]
    assert len(starts) == 14
    assert all(side == sum(start <= line for start in starts) for line, side in derived)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("51 - Fysioterapi 140.217 136.787.688,3 kr. 975,5 kr.", ["51", "140217", "136787688.3", "975.5"]),
        ("København 632340 4% -21% 59,7", ["632340", "4", "-21", "59.7"]),
        ("12.8 19.6 mio. kr.", ["12.8", "19.6"]),
        ("Nord 85 336 3913", ["85", "336", "3913"]),
        ("Region Hovedstaden", []),
    ],
)
def test_printed_figures_are_read_as_cells_write_them(text: str, values: list[str]) -> None:
    found = figures(text)
    assert [figure.value for figure in found] == values
    assert all(re.fullmatch(r"-?[\d.,]+", text[figure.start : figure.end]) for figure in found)
