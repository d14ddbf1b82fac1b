"""Reads what an official has entered into a table: each cell by the table's own description, every fault told."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data import formulas, limits
from data.cells import DIGITS, as_text, cell_reader, quoted
from data.database import Loaded
from data.description import Field, Table
from data.officials.defaults import Document, Numbering, fill
from data.officials.example import example, is_example, is_untouched
from data.officials.naming import NAMING, heading, meant, names
from data.reader import Broken, Formula, Sheet, Value
from data.validation import Fault

Row = tuple[object, ...]

YEARS = (1950, 2100)
"""The years that a date can lie in; others are slips of the keyboard."""
MONTHS = 12
_DOCUMENTS, _DOCUMENT = "kilde", "kilde_id"


@dataclass(frozen=True)
class SheetRows:
    """
    The rows of a sheet that are right in themselves, by row number, and what is wrong with the others.

    ``broken`` are those others, with None where the fault is: what they name is not to be missed elsewhere too.
    """

    rows: Mapping[int, Row]
    faults: tuple[Fault, ...]
    broken: tuple[Row, ...] = ()


class Known:
    """What foreign keys may refer to: the rows of all tables, and those that the same file adds to them."""

    def __init__(self, loaded: Mapping[str, Loaded]) -> None:
        self._loaded = loaded
        self._more: dict[tuple[str, str], set[object]] = {}
        self._documents: dict[object, Document] = {}
        self._called: dict[tuple[str, str], dict[str, str]] = {}

    def with_rows(self, table: Table, rows: Iterable[Row]) -> Known:
        """The same, and these rows of the table."""
        more = Known(self._loaded)
        more._more, more._documents = dict(self._more), dict(self._documents)
        rows = tuple(rows)
        if table.name == _DOCUMENTS:
            given = (dict(zip(table.columns, row, strict=True)) for row in rows)
            more._documents |= {each[_DOCUMENT]: each for each in given}
        columns = zip(*rows, strict=True)
        for name, values in zip(table.columns, columns, strict=False):
            key = (table.name, name)
            more._more[key] = more._more.get(key, set()) | set(values)
        return more

    def values(self, table: str, column: str) -> set[object]:
        """What the column of that table holds."""
        return set(self._loaded[table].columns[column]) | self._more.get((table, column), set())

    @property
    def loaded(self) -> Mapping[str, Loaded]:
        """The rows of all tables as they are."""
        return self._loaded

    def documents(self) -> Mapping[object, Document]:
        """All documents by their kilde_id, those of the file too."""
        rows = self._loaded[_DOCUMENTS].columns
        there = (dict(zip(rows, cells, strict=True)) for cells in zip(*rows.values(), strict=True))
        return {each[_DOCUMENT]: each for each in there} | self._documents

    def new_documents(self) -> tuple[object, ...]:
        """The documents that the file has: new ones, and those that it adds again."""
        return tuple(self._documents)

    def meant(self, table: str, column: str, text: str) -> str:
        """The value that a text is the name of, as a list of the template has it; else the text."""
        called = self._called.setdefault(
            (table, column), {name.casefold(): key for key, name in names(table, column, self._loaded).items()}
        )
        return called.get(text.casefold(), text)

    def only(self, table: str, column: str, where: str) -> set[object]:
        """What the column holds in the rows where the column ``where`` is true."""
        columns = self._loaded[table].columns
        return {value for value, kept in zip(columns[column], columns[where], strict=True) if kept}

    def nearest(self, table: str, column: str, text: str) -> str | None:
        """The value that the text, a slip or a name of the row, may have been meant for."""
        columns = self._loaded[table].columns
        called = {as_text(value).casefold(): as_text(value) for value in self.values(table, column)}
        for naming in filter(columns.__contains__, NAMING):
            pairs = zip(columns[naming], columns[column], strict=True)
            called |= {as_text(name).casefold(): as_text(value) for name, value in pairs}
        if text.isdecimal():  # a spreadsheet makes 4 of 004, but 005 is no slip for 004
            return next((value for name, value in called.items() if is_same_number(name, text)), None)
        near = difflib.get_close_matches(text.casefold(), called, n=1)
        return called[near[0]] if near else None


def is_same_number(one: str, other: str) -> bool:
    """Whether two ids are one number, written with and without the zeros that a spreadsheet takes away."""
    return one.isdecimal() and other.isdecimal() and int(one) == int(other)


def read_sheet(table: Table, sheet: Sheet, known: Known, numbering: Numbering) -> SheetRows:
    """
    Read the sheet's rows as rows of the table.

    Columns may stand in any order, by title or name, and all must be there. The template's example is passed over, and
    what is blank is taken for its default. Figures have a decimal comma or point, dates are a
    spreadsheet's or written 2024-04-19 or 19-04-2024. Every cell that breaks the table's description, refers to what
    is not ``known``, or is a formula is told, and so is a key that stands twice.
    """
    fields = {field.name: field for field in table.fields}
    headings = tuple(heading(table, text) for text in sheet.headings)
    if faults := list(_heading_faults(table.fields, headings)):
        return SheetRows({}, tuple(faults))
    lacked = {name: None for name, field in fields.items() if field.added and name not in headings}
    by_names, documents, new = example(table, known.loaded), known.documents(), known.new_documents()
    readers = {name: _reader(field, table.reference(name), known, sheet.plain) for name, field in fields.items()}
    rows: dict[int, Row] = {}
    broken: list[Row] = []
    first: dict[Row, int] = {}
    for number, cells in sheet.rows:
        values: dict[str, object] = dict(lacked)
        if any(cell not in (None, "") for cell in cells[len(sheet.headings) :]):
            faults.append(Fault(number, None, "der står noget til højre for den sidste kolonne"))
            continue
        padded = (*cells, *(None,) * (len(headings) - len(cells)))
        if is_example(padded):
            if not is_untouched(padded, by_names):
                faults.append(Fault(number, headings[0], "her står eksemplet endnu; skriv over det, eller slet rækken"))
            continue
        for name, cell in zip(headings, padded, strict=False):
            try:
                values[name] = readers[name](cell)
            except ValueError as error:
                faults.append(Fault(number, name, str(error)))
        if len(values) < len(fields):
            broken.append(tuple(values.get(name) for name in fields))
            continue
        if missing := fill(table, values, documents, new, numbering):
            faults += [Fault(number, name, "der mangler en værdi") for name in missing]
            broken.append(tuple(values[name] for name in fields))
            continue
        key = tuple(values[name] for name in table.primary_key)
        if first.setdefault(key, number) != number:
            faults.append(Fault(number, ", ".join(table.primary_key), f"rækken har samme nøgle som række {first[key]}"))
            continue
        rows[number] = tuple(values[name] for name in fields)
    return SheetRows(rows, tuple(faults), tuple(broken))


def _heading_faults(fields: Sequence[Field], headings: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with the headings; columns that were added later may be lacking."""
    expected = [field.name for field in fields]
    if not set(expected) & set(headings):
        yield Fault(1, None, f"her skal overskrifterne stå, som i skabelonen: {', '.join(expected)}")
        return
    for name in (field.name for field in fields if not field.added):
        if name not in headings:
            yield Fault(1, name, "kolonnen mangler")
    for position, name in enumerate(headings):
        if not name:
            yield Fault(1, None, "en kolonne har ingen overskrift")
        elif name not in expected:
            near = difflib.get_close_matches(name.casefold(), expected, n=1)
            yield Fault(1, name, "kolonnen er ikke ventet" + (f"; mente du {near[0]}?" if near else ""))
        elif name in headings[:position]:
            yield Fault(1, name, "to kolonner har samme overskrift")


def _reader(field: Field, reference: tuple[str, str] | None, known: Known, plain: bool) -> Callable[[Value], object]:
    """How a cell of this field is read: its value, or a ValueError with the reason in Danish."""
    read = cell_reader(field)
    there = known.values(*reference) if reference else set()
    within = known.only(*reference, field.only.where) if reference and field.only else there

    def cell(value: Value) -> object:
        text = meant(field, _text(value, field.type, plain))
        if text == "" and field.default:
            return None
        if reference and text not in there:
            text = known.meant(*reference, text)
        result = read(text)
        if isinstance(result, dt.date) and not YEARS[0] <= result.year <= YEARS[1]:
            raise ValueError(f"{quoted(text)} har et årstal, der ikke kan passe")
        if reference and result is not None and result not in there:
            near = known.nearest(*reference, text)
            hint = f"; mente du {near}?" if near else ""
            raise ValueError(f"{quoted(text)} findes ikke i tabellen {reference[0]}{hint}")
        if field.only and result is not None and result not in within:
            raise ValueError(f"{quoted(text)} {field.only.otherwise}")
        return result

    return cell


def _text(value: Value, kind: str, plain: bool) -> str:
    """The cell as the table's own CSV would have it, or a ValueError with the reason in Danish."""
    if isinstance(value, Formula):
        raise ValueError("cellen er en formel; skriv værdien")
    if isinstance(value, Broken):
        raise ValueError(f"cellen har fejlen {value}")
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return str(value.date() if value.time() == dt.time() else value)
    if isinstance(value, int | float):
        if not abs(value) < 10**DIGITS:  # no number and the infinite, too
            raise ValueError("tallet er for stort til at kunne passe")
        return as_text(float(value))
    return _written(" ".join(str(value).split()), kind, plain)


def _written(text: str, kind: str, plain: bool) -> str:
    """The same of what somebody has written in words or signs."""
    if kind in ("integer", "number", "year"):
        return _figure(text, kind, plain)
    if kind == "date":
        return _date(text, plain)
    if kind == "boolean":
        return {"ja": "true", "nej": "false"}.get(text.casefold(), text)
    if len(text) > limits.CHARACTERS:
        raise ValueError(f"teksten har {len(text)} tegn; der må højst være {limits.CHARACTERS}")
    if not text.isprintable():
        raise ValueError("teksten har et usynligt tegn")
    if formulas.is_taken_for_one(text):
        raise ValueError(f"teksten begynder med «{text[0]}», som et regneark læser som en formel")
    return text


def _figure(text: str, kind: str, plain: bool) -> str:
    """A figure with a decimal point; one that can be read in two ways, a thousand times from each other, is refused."""
    if plain and re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", text):  # between commas, from a spreadsheet that is not Danish
        raise ValueError(
            f"{quoted(text)} kan læses på to måder; skriv tallet uden komma, eller gem filen med semikolon"
        )
    if not plain and re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", text):
        raise ValueError(f"{quoted(text)} kan læses på to måder; skriv tallet uden punktum")
    if kind != "number" and "," in text:
        raise ValueError(f"{quoted(text)} er ikke et helt tal")
    if text and kind == "number" and not re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", text):
        raise ValueError(f"{quoted(text)} er ikke et tal; skriv det som 1234,5 uden tusindtalstegn")
    return text.replace(",", ".")


def _date(text: str, plain: bool) -> str:
    """A date written as Danes do, 19-04-2024 or 19.4.2024, as 2024-04-19; other text as it is."""
    match = re.fullmatch(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})", text)
    if not match:
        return text
    day, month, year = (int(match[part]) for part in (1, 3, 4))
    if plain and match[2] == "/" and day != month and max(day, month) <= MONTHS:
        raise ValueError(f"{quoted(text)} kan læses på to måder; skriv den med bindestreger og dagen først")
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        raise ValueError(f"{quoted(text)} er ikke en dato som 19-04-2024") from None
