"""Tables as files: CSV and Excel for a Danish office, and the whole Data Package as a zip."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data import formulas
from data.description import PACKAGE

# Whole numbers that are names rather than amounts, and so have no thousands separator.
_NAMES_IN_FIGURES = {"aar", "fra_aar", "til_aar", "speciale", "kilde_linje", "kilde_linje_slut", "side", "nr"}
_MOST_DECIMALS = 6  # a figure with more was computed, and is shown with two
_WIDTHS = (9, 60)  # narrowest and widest column, in characters


def table_csv(frame: pd.DataFrame, *, from_user_file: bool = False) -> bytes:
    """
    The frame (without its index) as a CSV that a Danish Excel opens right.

    UTF-8 with BOM, semicolon, decimal comma, no thousands separators, ISO dates, ja/nej, blank where a
    value is missing. ``from_user_file``: text that a spreadsheet would take for a formula gets an
    apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(frame.columns)
    columns = [[_csv_cell(value, from_user_file) for value in frame[name]] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig")


def table_excel(
    frame: pd.DataFrame,
    source_lines: Sequence[tuple[str, str]],
    *,
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """
    The frame (without its index) as an Excel workbook with the sheets Data and Kilde.

    Numbers stay numbers, shown with as many decimals as the column has (Excel puts in the separators of the
    reader's language); ``formats`` gives other number formats by column. ``source_lines`` are the rows of
    the sheet Kilde as (label, text): document, table, lines, filters, link, version of the data. No text
    becomes a formula.
    """
    return _saved({"Data": frame}, source_lines, formats or {}, by_cell=False)


def workbook(sheets: Mapping[str, pd.DataFrame], source_lines: Sequence[tuple[str, str]]) -> bytes:
    """
    Several frames as one Excel workbook, a sheet each by its name (at most 31 characters), and Kilde.

    As `table_excel`, but each number is shown with its own decimals: a column may hold kroner, weeks and percent.
    """
    return _saved(sheets, source_lines, {}, by_cell=True)


def _saved(
    sheets: Mapping[str, pd.DataFrame],
    source_lines: Sequence[tuple[str, str]],
    formats: Mapping[str, str],
    *,
    by_cell: bool,
) -> bytes:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)  # a new workbook has one
    for position, (title, frame) in enumerate(sheets.items()):
        sheet = book.create_sheet(title) if position else first
        sheet.title = title
        _fill(sheet, frame, formats, by_cell=by_cell)
    _fill_source(book.create_sheet("Kilde"), source_lines)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, frame: pd.DataFrame, formats: Mapping[str, str], *, by_cell: bool) -> None:
    for position, name in enumerate(frame.columns, start=1):
        values = [_plain(value) for value in frame[name]]
        of_column = formats.get(str(name)) or _number_format(str(name), values)
        shown = [write_cell(sheet, 1, position, str(name))]
        for row, value in enumerate(values, start=2):
            number_format = _number_format(str(name), [value]) if by_cell else of_column
            shown.append(write_cell(sheet, row, position, value, number_format))
        longest = max(map(len, shown)) + 2
        sheet.column_dimensions[get_column_letter(position)].width = min(max(longest, _WIDTHS[0]), _WIDTHS[1])
    _style_header(sheet)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _fill_source(sheet: Worksheet, source_lines: Sequence[tuple[str, str]]) -> None:
    for row, (label, text) in enumerate(source_lines, start=1):
        write_cell(sheet, row, 1, label)
        write_cell(sheet, row, 2, text)
        sheet.cell(row, 1).font = Font(bold=True)
        sheet.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="top")
        if text.startswith(("http://", "https://")):
            sheet.cell(row, 2).hyperlink = text
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100


def package_zip(package: Path = PACKAGE) -> bytes:
    """
    The whole Data Package as a zip: every CSV, and one datapackage.json with the descriptions written into
    it.

    The same package gives the same bytes, so that two downloads can be compared.
    """
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [_inlined(resource, package) for resource in descriptor["resources"]]
    files = {"datapackage.json": json.dumps(descriptor, ensure_ascii=False, indent=2).encode() + b"\n"}
    for file in [*package.glob("*/*.csv"), *package.glob("*/trykte_*.json")]:
        files[file.relative_to(package).as_posix()] = file.read_bytes()

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            archive.writestr(entry, data)
    return content.getvalue()


def _inlined(resource: Mapping[str, Any], package: Path) -> dict[str, Any]:
    schema = resource["schema"]
    if isinstance(schema, str):
        schema = json.loads((package / schema).read_text(encoding="utf-8"))
    told = {key: schema[key] for key in ("title", "description") if key in schema}
    return {
        **resource,
        **told,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _plain(value: Any) -> Any:
    """A cell as None, bool, int, float, date, datetime or str; missing and infinite values are None."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float) and not np.isfinite(value):
        return None
    if isinstance(value, dt.datetime):
        moment = pd.Timestamp(value).to_pydatetime().replace(tzinfo=None)
        return moment.date() if moment.time() == dt.time() else moment
    return value if isinstance(value, bool | int | float | dt.date) else str(value)


def _csv_cell(value: Any, from_user_file: bool) -> str:
    value = _plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return _digits(value).replace(".", ",")
    if isinstance(value, int | dt.date):
        return str(value)
    return f"'{value}" if from_user_file and formulas.is_taken_for_one(value) else str(value)


def _digits(value: float) -> str:
    """The shortest digits that are this number, never with an exponent."""
    return np.format_float_positional(value, trim="-")


def _number_format(name: str, values: Sequence[Any]) -> str:
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if name in _NAMES_IN_FIGURES:
        return "0"
    decimals = max((len(_digits(value).partition(".")[2]) for value in map(float, numbers)), default=0)
    decimals = decimals if decimals <= _MOST_DECIMALS else 2
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def write_cell(sheet: Worksheet, row: int, column: int, value: Any, number_format: str = "General") -> str:
    """Write one cell and return roughly what it shows, for the width of its column."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged
    if isinstance(value, bool):
        value = "ja" if value else "nej"
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # openpyxl, too, takes a leading = for a formula
        cell.quotePrefix = formulas.is_taken_for_one(value)
    elif value is not None:
        cell.value = value
        cell.number_format = "yyyy-mm-dd" if isinstance(value, dt.date) else number_format
    if isinstance(value, float):
        return f"{value:,.2f}"
    return "" if value is None else str(value)


def _style_header(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="0B5A8A")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
