"""Reads one cell of a CSV file by its Table Schema field, and says in Danish what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from data.errors import DataError


def _read_integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text):
        raise ValueError(f"«{text}» er ikke et helt tal")
    return int(text)


def _read_number(text: str) -> float:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise ValueError(f"«{text}» er ikke et tal (skrevet med decimalpunktum og uden tusindtalstegn)")
    return float(text)


def _read_boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"«{text}» er hverken true eller false")
    return text == "true"


def _read_date(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"«{text}» er ikke en dato som 2024-04-19") from None


# Each type of Table Schema: the database's type, and how a cell is read (or a ValueError in Danish).
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


def column_type(column: Mapping[str, Any]) -> tuple[str, Callable[[str], Any]]:
    """The database's type of a Table Schema field, and how its cells are read; DataError for other types."""
    try:
        return _TYPES[column["type"]]
    except KeyError:
        raise DataError(
            f"Kolonnen {column['name']} har typen {column.get('type')}, som databasen ikke kender."
        ) from None


def cell_reader(column: Mapping[str, Any]) -> Callable[[str], Any]:
    """
    How a cell of this Table Schema field is read: its text to its value, None when it is blank.

    The reader raises ValueError, with the reason in Danish, when the type or a constraint is broken.
    """
    _, read = column_type(column)
    rules = column.get("constraints", {})
    required, allowed, pattern = rules.get("required", False), rules.get("enum"), rules.get("pattern")
    low, high = rules.get("minimum"), rules.get("maximum")

    def cell(text: str) -> Any:
        if text == "":
            if required:
                raise ValueError("der mangler en værdi")
            return None
        value = read(text)
        if allowed is not None and value not in allowed:
            raise ValueError(f"«{text}» er ikke en af de tilladte værdier: {', '.join(map(str, allowed))}")
        if low is not None and value < low:
            raise ValueError(f"{text} er mindre end {low}")
        if high is not None and value > high:
            raise ValueError(f"{text} er større end {high}")
        if pattern is not None and not re.fullmatch(pattern, text):
            raise ValueError(f"«{text}» har ikke den form, som kolonnen kræver")
        return value

    return cell
