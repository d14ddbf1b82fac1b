"""
A CSV as rows of texts: the one place where a file's bytes are decoded and split.

What a project keeps is written in one way, and read strictly; what people bring may come from any spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from data import formulas, limits
from data.errors import DataError

_SHOWN = 40  # characters of a formula

Row = list[str]


def kept(file: Path, name: str) -> list[Row]:
    """
    The rows of a file of the project's own, as they stand: UTF-8, commas, the header first.

    Raises DataError, with the `name` that people know the file by, when it is missing or written in another way.
    """
    try:
        return list(split(file.read_bytes().decode("utf-8"), ","))
    except OSError as error:
        raise DataError(f"Filen {name} mangler eller kan ikke læses.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"Filen {name} er ikke gemt som UTF-8.") from error
    except csv.Error as error:
        raise DataError(f"Filen {name} kan ikke læses som CSV: et anførselstegn er ikke lukket.") from error


def kept_by_column(file: Path, name: str) -> list[dict[str, str]]:
    """
    The rows of such a file below its header, each by its columns' names. Blank lines are passed over.

    Raises DataError as `kept` does.
    """
    header, *rows = kept(file, name) or [[]]
    return [dict(zip(header, row, strict=False)) for row in rows if row]


def pasted(content: str | bytes, called: str = "tabellen") -> list[Row]:
    """
    The rows of a small table that somebody has pasted or chosen, every cell trimmed; empty when there is nothing in it.

    Raises DataError, a sentence without its full stop that begins with what the table is `called`, when it is more than
    is read (`limits`), has a formula, or is no CSV.
    """
    if len(content) > limits.BYTES:
        raise DataError(f"{called} {limits.TOO_LARGE}")
    text = text_of(content)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(split(text, delimiter_of(text)), start=1):
            if too_much := limits.exceeded(number, len(cells)):
                raise DataError(f"{called} {too_much}")
            rows.append([cell.strip() for cell in cells])
            if formula := next(filter(formulas.is_one, rows[-1]), None):
                raise DataError(f"{called} har en formel i række {number}: «{formula[:_SHOWN]}»; skriv værdien")
    except csv.Error as error:
        raise DataError(f"{called} kan ikke læses som CSV") from error
    return rows


def text_of(content: str | bytes) -> str:
    """The text of a file from any spreadsheet: UTF-8, with or without its mark, or an older Excel's Windows-1252."""
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """What stands between the cells, by the first line: semicolon, tabulator or comma."""
    return max(";\t,", key=text.partition("\n")[0].count)


def split(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a text. Raises csv.Error where a quotation mark is left open or stands in the middle of a cell."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
