"""Reads one cell of a CSV file by its column's description, and says in Danish what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from data.description import Field
from data.errors import DataError

DIGITS = 15
"""Before the decimal point of a number: as many as it is kept with; more are a slip."""
_LONGEST = 60


def quoted(text: str) -> str:
    """
    A cell's text as a sentence about it has it: in quotation marks, and cut where it is long.

    >>> quoted("x" * 99)[-5:]
    'xx …»'
    """
    return f"«{text if len(text) <= _LONGEST else f'{text[: _LONGEST - 2]} …'}»"


def _read_integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise ValueError(f"{quoted(text)} er ikke et helt tal")
    return int(text)


def _read_number(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(f"{quoted(text)} er ikke et tal (skrevet med decimalpunktum og uden tusindtalstegn)")
    if len(text.lstrip("-").partition(".")[0]) > DIGITS:
        raise ValueError(f"{quoted(text)} er for stort til at kunne passe")
    return float(text)


def _read_boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{quoted(text)} er hverken true eller false")
    return text == "true"


def _read_date(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"{quoted(text)} er ikke en dato som 2024-04-19") from None


# Each type of a column: the database's type, and how a cell is read (or a ValueError in Danish).
_TYPES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "string": ("VARCHAR", str),
    "integer": ("BIGINT", _read_integer),
    "year": ("BIGINT", _read_integer),
    "number": ("DOUBLE", _read_number),
    "boolean": ("BOOLEAN", _read_boolean),
    "date": ("DATE", _read_date),
}


def as_text(value: Any) -> str:
    """
    A value as its cell in a CSV file has it, so that it can be read back.

    >>> [as_text(value) for value in (980.0, 6.25, True, None)]
    ['980', '6.25', 'true', '']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-")
    return str(value)


def column_type(field: Field) -> tuple[str, Callable[[str], Any]]:
    """The database's type of a column, and how its cells are read; DataError for types that it does not have."""
    try:
        return _TYPES[field.type]
    except KeyError:
        raise DataError(f"Kolonnen {field.name} har typen {field.type}, som databasen ikke kender.") from None


def cell_reader(field: Field) -> Callable[[str], Any]:
    """
    How a cell of this column is read: its text to its value, None when it is blank.

    The reader raises ValueError, with the reason in Danish, when the type or a constraint is broken.
    """
    _, read = column_type(field)

    def cell(text: str) -> Any:
        if text == "":
            if field.required:
                raise ValueError("der mangler en værdi")
            return None
        value = read(text)
        if field.allowed and value not in field.allowed:
            known = ", ".join(field.labels.get(each, str(each)) for each in field.allowed)
            raise ValueError(f"{quoted(text)} er ikke en af de tilladte værdier: {known}")
        if field.minimum is not None and value < field.minimum:
            raise ValueError(f"{text} er mindre end {field.minimum}")
        if field.maximum is not None and value > field.maximum:
            raise ValueError(f"{text} er større end {field.maximum}")
        if field.pattern is not None and not re.fullmatch(field.pattern, text):
            raise ValueError(f"{quoted(text)} har ikke den form, som kolonnen kræver")
        if field.words is not None and (words := len(text.split())) > field.words:
            raise ValueError(f"teksten har {words} ord; der må højst være {field.words}")
        return value

    return cell
