"""
Opens a table that somebody brings, an Excel workbook or a CSV, and refuses what is no plain table.

Nothing in the file is trusted: its size is looked at before it is read, and a workbook's parts before they are
unpacked. Each refusal is one Danish sentence.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from data import formulas, limits
from data.errors import DataError
from data.rows import delimiter_of, split, text_of

_KINDS = {
    ".xlsm": "er en projektmappe med makroer. Gem den som almindelig Excel-projektmappe (.xlsx)",
    ".xltm": "er en skabelon med makroer. Gem den som almindelig Excel-projektmappe (.xlsx)",
    ".xlsb": "er en binær projektmappe. Gem den som almindelig Excel-projektmappe (.xlsx)",
    ".xls": "er i Excels gamle format. Gem den som almindelig Excel-projektmappe (.xlsx)",
    ".ods": "er i OpenDocument-format. Gem den som Excel-projektmappe (.xlsx)",
}
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# What a workbook may not hold, by what its part's name has in it.
_PARTS = {
    "vbaproject": "har makroer",
    "macrosheets/": "har makroer",
    "externallinks/": "henviser til andre filer",
    "connections.xml": "henter data fra andre steder",
    "querytables/": "henter data fra andre steder",
    "embeddings/": "har filer indlejret i sig",
    "activex/": "har programdele indlejret i sig",
    "dialogsheets/": "har dialogark",
}

# No part of it can read on past the element that it is in, so it reads every sign a few times at the most.
_MERGED = re.compile(rb"<(?:\w{1,40}:)?mergeCell\s[^<>]{0,200}?ref=[\"']([A-Z0-9:]{1,40})")
# What a number looks like has 255 signs at the most; the library's own pattern for it reads a long one over and over.
_LONG_FORMAT = re.compile(rb"formatCode=(?:\"[^\"<>]{1000}|'[^'<>]{1000})")
# A document type can make a text of a thousand others, or name a file to be read: no spreadsheet writes one.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_XML = (".xml", ".rels", ".vml")


class Formula(str):
    """A cell that is computed: its text as the workbook or the CSV has it."""


class Broken(str):
    """A cell with one of a spreadsheet's errors, such as #REF!."""


Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | Formula | Broken | None


@dataclass(frozen=True)
class Sheet:
    """
    One table of the file: its name (None in a CSV), its headings, and its rows that are not blank.

    A row is its number, as a spreadsheet shows it, and its cells. ``plain`` says that figures are written with a
    decimal point, as they are in a CSV with commas between its cells.
    """

    name: str | None
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    plain: bool = False


def read_file(file: Path) -> bytes:
    """The file's bytes. Raises DataError when it is missing, is no table by its name, or is too large."""
    check_name(file.name)
    try:
        if file.stat().st_size > limits.BYTES:
            raise DataError(too_large(file.name))
        return file.read_bytes()
    except OSError as error:
        raise DataError(f"Filen {file.name} findes ikke eller kan ikke læses.") from error


def check_name(name: str) -> None:
    """Raise DataError when a file of that name is neither .xlsx nor .csv."""
    suffix = Path(name).suffix.lower()
    if suffix in _KINDS:
        raise DataError(f"Filen {name} {_KINDS[suffix]}.")
    if suffix not in (".xlsx", ".csv"):
        raise DataError(f"Filen {name} er hverken Excel (.xlsx) eller CSV (.csv).")


def too_large(name: str) -> str:
    """What is said of a file that is larger than is read."""
    return f"Filen {name} {limits.TOO_LARGE}."


def read_sheets(name: str, content: bytes) -> list[Sheet]:
    """
    The tables of a file of that name and content: every sheet of a workbook, or the one table of a CSV.

    Raises DataError with the reason when it is of another kind than its name says, is too large (packed or
    unpacked), is encrypted, or has macros, links to other files, or more rows or columns than are read. Formulas are
    left in place as `Formula`, so that they can be told with row and column.
    """
    check_name(name)
    if len(content) > limits.BYTES:
        raise DataError(too_large(name))
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise DataError(f"Filen {name} er tom.")
    if content.startswith(_OLD_OFFICE):
        raise DataError(f"Filen {name} er beskyttet med en adgangskode eller er i Excels gamle format.")
    if Path(name).suffix.lower() == ".csv":
        return [_csv_sheet(name, content)]
    _check_parts(name, content)
    return _workbook_sheets(name, content)


def _check_parts(name: str, content: bytes) -> None:
    """Refuse a workbook by its parts, before any of them is understood."""
    if not content.startswith(_ZIP):
        raise DataError(f"Filen {name} er ikke en Excel-projektmappe, selv om den hedder .xlsx.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED:
                raise DataError(
                    f"Filen {name} fylder mere end {limits.UNPACKED // 1_000_000} MB, når den pakkes ud, og bliver "
                    "ikke læst."
                )
            names = {part.filename.lower() for part in parts}
            if not {"[content_types].xml", "xl/workbook.xml"} <= names:
                raise DataError(f"Filen {name} er ikke en Excel-projektmappe, selv om den hedder .xlsx.")
            for known, fault in _PARTS.items():
                if any(known in part for part in names):
                    raise DataError(f"Filen {name} {fault} og bliver ikke læst. Gem kun tabellen.")
            for part in parts:
                # Reading checks the length and the sum that the archive states for the part.
                _check_part(name, part.filename.lower(), archive.read(part))
    except (DataError, MemoryError):
        raise
    except Exception as error:  # one byte that is another can make anything of an archive
        raise DataError(f"Filen {name} er beskadiget eller beskyttet med en adgangskode.") from error


def _check_part(name: str, part: str, text: bytes) -> None:
    """Refuse a workbook by what stands in one of its parts, unpacked."""
    foreign = any(doctype in text for doctype in _DOCTYPES) or _LONG_FORMAT.search(text)
    if foreign or (part.endswith(_XML) and 0 in text[:2]):  # no part of Excel's is in UTF-16
        raise DataError(f"Filen {name} har dele, som Excel ikke skriver, og bliver ikke læst.")
    if b"macroEnabled" in text and part == "[content_types].xml":
        raise DataError(f"Filen {name} har makroer og bliver ikke læst. Gem kun tabellen.")
    if merged := _MERGED.search(text) if part.startswith("xl/worksheets/") else None:
        raise DataError(
            f"Filen {name} har flettede celler ({merged[1].decode()}): kun den første har en værdi. "
            "Ophæv fletningen, og skriv værdien i hver celle."
        )


def _workbook_sheets(name: str, content: bytes) -> list[Sheet]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: none of it is a cell
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            try:
                return [_sheet(name, sheet) for sheet in book.worksheets]
            finally:
                book.close()
    except (DataError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged part makes of the library
        raise DataError(f"Filen {name} er beskadiget og kan ikke læses som Excel-projektmappe.") from error


def _sheet(name: str, sheet: Any) -> Sheet:
    sheet.reset_dimensions()  # what the file says of its own size is not believed
    headings: tuple[str, ...] = ()
    rows = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if too_much := limits.exceeded(number, len(cells)):
            raise DataError(f"Arket {sheet.title} i {name} {too_much}.")
        values = tuple(_value(cell) for cell in cells)
        if number == 1:
            headings = _headings(values)
        elif any(value not in (None, "") for value in values):
            rows.append((number, values))
    return Sheet(_composed(sheet.title), headings, tuple(rows))


def _value(cell: Any) -> Value:
    if cell.data_type == "f":
        return Formula(cell.value if isinstance(cell.value, str) else getattr(cell.value, "text", None) or "=")
    if cell.data_type == "e":
        return Broken(cell.value)
    value: Value = cell.value
    return _composed(value) if isinstance(value, str) else value


def _composed(text: str) -> str:
    """The text without blanks around it, and with letters such as å in one piece, as our own files have them."""
    return unicodedata.normalize("NFC", text).strip()


def _csv_sheet(name: str, content: bytes) -> Sheet:
    if content.startswith(_ZIP) or b"\0" in content:
        raise DataError(f"Filen {name} er ikke en CSV-fil, selv om den hedder .csv.")
    text = text_of(content)
    delimiter = delimiter_of(text)
    rows = list(_csv_rows(name, text, delimiter))
    if not rows:
        raise DataError(f"Filen {name} er tom.")
    cells = [(number, tuple(map(_csv_value, row))) for number, row in rows[1:] if any(row)]
    return Sheet(None, _headings(tuple(rows[0][1])), tuple(cells), plain=delimiter == ",")


def _csv_rows(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    try:
        for number, row in enumerate(split(text, delimiter), start=1):
            if too_much := limits.exceeded(number, len(row)):
                raise DataError(f"Filen {name} {too_much}.")
            yield number, [_composed(cell) for cell in row]
    except csv.Error as error:
        raise DataError(f"Filen {name} kan ikke læses som CSV.") from error


def _csv_value(cell: str) -> Value:
    return Formula(cell) if cell.startswith(formulas.COMPUTED) else cell


def _headings(values: tuple[Value, ...]) -> tuple[str, ...]:
    """The first row as texts, without the blank cells that a spreadsheet leaves at its end."""
    texts = ["" if value is None else str(value)[: limits.HEADING].strip() for value in values]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
