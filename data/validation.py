"""Checks tables with the frictionless library, and says in Danish what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Fault:
    """
    One fault in a table: the reason in Danish, and where it is.

    ``row`` counts as a spreadsheet does (the header is row 1); None when the fault is not in one row or
    column.
    """

    row: int | None
    column: str | None
    reason: str

    def __str__(self) -> str:
        where = [f"række {self.row}" if self.row else "", f"kolonne {self.column}" if self.column else ""]
        place = ", ".join(filter(None, where))
        return f"{place}: {self.reason}" if place else self.reason


_TYPE_NAMES = {
    "string": "tekst",
    "number": "et tal",
    "integer": "et helt tal",
    "year": "et årstal som 2024",
    "boolean": "true eller false",
    "date": "en dato som 2024-04-19",
}
_RULES: dict[str, Callable[[str], str]] = {
    "required": lambda _: "der mangler en værdi",
    "minimum": lambda limit: f"værdien er mindre end {limit}",
    "maximum": lambda limit: f"værdien er større end {limit}",
    "enum": lambda allowed: f"værdien er ikke en af {allowed}",
    "pattern": lambda pattern: f"værdien har ikke formen {pattern}",
    "unique": lambda _: "værdien findes i forvejen",
}
_REASONS: dict[str, str] = {
    "missing-label": "kolonnen mangler",
    "extra-label": "kolonnen er ikke ventet",
    "blank-label": "en kolonne har ingen overskrift",
    "blank-header": "der er ingen overskrifter",
    "duplicate-label": "to kolonner har samme overskrift",
    "missing-cell": "rækken har for få felter",
    "extra-cell": "rækken har for mange felter",
    "blank-row": "rækken er tom",
    "primary-key": "nøglen mangler eller findes i forvejen",
    "foreign-key": "værdien findes ikke i den tabel, som der henvises til",
    "encoding-error": "filen er ikke gemt som UTF-8",
    "scheme-error": "filen mangler eller kan ikke læses",
    "format-error": "filen kan ikke læses som CSV",
    "source-error": "filen er tom eller kan ikke læses",
}


def findings(report: Any) -> Iterator[tuple[str, Fault]]:
    """
    The errors of a frictionless Report as (table name, Fault), one per cell at most.

    A cell that is missing is also a required value that is missing: only the first is told.
    """
    for error in report.errors:
        yield "", _finding(error)
    for task in report.tasks:
        told: set[tuple[int | None, str | None]] = set()
        for error in task.errors:
            found = _finding(error)
            place = (found.row, found.column)
            if place == (None, None) or place not in told:
                yield task.name, found
            told.add(place)


def package_findings(package: Path) -> list[tuple[str, Fault]]:
    """All that frictionless finds in the Data Package in this folder, as (table name, Fault)."""
    # Half a second to import, and needed by this check only, not by the app.
    from frictionless import FrictionlessException, Package

    try:
        return list(findings(Package(str(package / "datapackage.json")).validate()))
    except FrictionlessException as error:
        return [("datapackage.json", _finding(error.error))]


def _finding(error: Any) -> Fault:
    header_rows = getattr(error, "row_numbers", None) or [None]
    row = getattr(error, "row_number", None) or header_rows[0]
    # In the header the label is what the user wrote; the field's name is what should have stood there.
    column = getattr(error, "label", None) or getattr(error, "field_name", None) or None
    return Fault(row, column, _reason(error))


def _reason(error: Any) -> str:
    note = str(error.note)
    if error.type == "type-error":
        kind = note.partition('"')[2].partition("/")[0]
        return f"«{error.cell}» er ikke {_TYPE_NAMES.get(kind, 'af den slags, som kolonnen skal have')}"
    if error.type == "constraint-error":
        _, rule, _, limit, *_ = note.split('"', 4)
        return _RULES[rule](limit) if rule in _RULES else "værdien bryder en af kolonnens regler"
    if error.type == "incorrect-label":
        return f"overskriften skal være {error.field_name}"
    return _REASONS.get(error.type, "filen følger ikke sin beskrivelse")
