"""
The Excel template of a table that officials may add rows to, made from the table's own description.

It has a sheet for the table, one for each table that the rows may need new rows in first (such as ``kilde``), a guide
that says what every column holds, and the lists of values to choose from.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dansk.saetning import listed
from data import limits, store
from data.cells import as_text
from data.database import Loaded, load_tables, read_package
from data.description import Default, Field, Table
from data.errors import DataError
from data.export import write_cell
from data.officials.example import example
from data.officials.intake import DATED, GUIDE, LISTS, SOURCES
from data.officials.naming import in_order, labelled, names, shown
from data.store import Store

_REQUIRED, _OPTIONAL = PatternFill("solid", fgColor="0B5A8A"), PatternFill("solid", fgColor="5B6B7A")
_FORMATS = {"string": "@", "date": "yyyy-mm-dd", "integer": "0", "year": "0"}
_TYPES = {
    "string": "tekst",
    "date": "dato, for eksempel 2026-03-19",
    "integer": "helt tal",
    "year": "årstal",
    "number": "tal",
    "boolean": "ja eller nej",
}
_WIDTHS = {"string": 24, "date": 13, "integer": 12, "year": 12, "number": 14, "boolean": 12}
_STEPS = (
    "Skriv én række for hver oplysning i arket {table}. Lad overskrifterne stå.",
    "Mørkeblå overskrifter skal udfyldes. Grå må være tomme, og tomt betyder «ikke oplyst», ikke nul.",
    "Rækken, der begynder med EKSEMPEL, viser formen. Skriv over den, eller lad den stå: så bliver den sprunget over.",
    "Kommer oplysningen fra et nyt dokument, så skriv det først i arket kilde med sit eget nummer og dato.",
    "Skriv den linje i dokumentet, hvor oplysningen står, eller siden. Én af dem er nok.",
    "Hvad der bruges, når en celle er tom, står under «Skal udfyldes» nedenfor.",
    "Rækker fra papirerne kan ikke ændres. En senere oplysning er en ny række med sin egen kilde; begge vises.",
    "Læs filen ind med «python -m data importer FIL», eller på tavlen under «Opdatér», hvis du har adgang til det.",
)

Cells = Iterable[tuple[object, ...]]


def tables(of: Store = store.DEFAULT) -> dict[str, str]:
    """The tables that have a template, by name, with their titles."""
    packaged = (each.table for each in read_package(of.package, of.own))
    return {table.name: table.title for table in packaged if table.editable}


def workbook(name: str, *, rows: bool = False, of: Store = store.DEFAULT) -> bytes:
    """
    The template of the table as an .xlsx file, empty or with all ``rows`` as they are now.

    Raises DataError when there is no such table, or when it is one that rows are not added to.
    """
    packaged = read_package(of.package, of.own)
    package = {each.name: each.table for each in packaged}
    editable = [each.name for each in package.values() if each.editable]
    if name not in editable:
        raise DataError(f"Der er ingen skabelon til {name}. Der er skabeloner til: {', '.join(editable)}.")
    loaded = load_tables(packaged)
    sheets = [package[name], *(package[other] for other in _first_needed(package[name], package))]

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    lists = book.create_sheet(LISTS)
    own_sheets = {table.name for table in sheets}
    for table in sheets:
        if table.name != name:
            sheet = book.create_sheet(table.name, index=len(book.sheetnames) - 1)
        sheet.title = table.name
        cells = zip(*(loaded[table.name].columns[each] for each in table.columns), strict=True)
        _fill(sheet, table, (_by_names(table, row, loaded) for row in cells) if rows else ())
        if not rows and (shown := example(table, loaded)):
            _show_example(sheet, table, shown)
        for position, field in enumerate(table.fields, start=1):
            _restrict(sheet, position, field, table, loaded, lists, own_sheets)
    _guide(book.create_sheet(GUIDE, index=len(sheets)), sheets)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _first_needed(table: Table, package: Mapping[str, Table]) -> list[str]:
    """The tables that rows may be added to and that this one refers to, once each."""
    others = (key.table for key in table.foreign_keys)
    return list(dict.fromkeys(other for other in others if other != table.name and package[other].editable))


def _by_names(table: Table, row: tuple[object, ...], loaded: Mapping[str, Loaded]) -> tuple[object, ...]:
    """A row with names for what the lists have names for, and all else as it is."""
    return tuple(
        shown(table, field, value, loaded) if table.reference(field.name) or field.labels else value
        for field, value in zip(table.fields, row, strict=True)
    )


def _show_example(sheet: Worksheet, table: Table, row: tuple[object, ...]) -> None:
    """The example below the headings, in grey letters that lean: it is no row of the table."""
    for position, (field, value) in enumerate(zip(table.fields, row, strict=True), start=1):
        write_cell(sheet, 2, position, value, _FORMATS.get(field.type, "General"))
        sheet.cell(2, position).font = Font(italic=True, color="5B6B7A")


def _fill(sheet: Worksheet, table: Table, rows: Cells) -> None:
    for position, field in enumerate(table.fields, start=1):
        head = sheet.cell(1, position, field.title)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = _REQUIRED if _is_required(table, field) else _OPTIONAL
        head.alignment = Alignment(vertical="top")
        head.comment = Comment(_told(table, field), "KKR Overblik", width=340, height=190)
        dimension = sheet.column_dimensions[get_column_letter(position)]
        dimension.width = max(_WIDTHS[field.type], len(field.title) + 3)
        dimension.number_format = _FORMATS.get(field.type, "General")
    for number, row in enumerate(rows, start=2):
        for position, (field, value) in enumerate(zip(table.fields, row, strict=True), start=1):
            write_cell(sheet, number, position, value, _FORMATS.get(field.type, "General"))
    sheet.freeze_panes = "A2"


def _is_required(table: Table, field: Field) -> bool:
    needed = field.required or (table.name == SOURCES and field.name in DATED)
    return needed and field.default is None


def _required(table: Table, field: Field) -> str:
    """Whether the column must be filled, or when: in words."""
    if _is_required(table, field):
        return "ja"
    if field.instead:
        return f"ja, eller {table.field(field.instead).title}"
    if field.default:
        return f"nej; tom er {_default(table, field, field.default)}"
    when = [
        f"{other.title} er {'udfyldt' if value is None else labelled(other, value)}"
        for other in table.fields
        for value, columns in (other.needs or {}).items()
        if field.name in columns
    ]
    return f"når {' eller '.join(when)}" if when else "nej"


def _default(table: Table, field: Field, default: Default) -> str:
    """What a blank is taken for, in words."""
    if default.new:
        return "det nye dokument i arket kilde, når der er ét"
    if default.document:
        return "som dokumentets"
    if default.field:
        return f"som {table.field(default.field).title}"
    if default.made_of:
        return f"dannet af {listed([table.field(name).title for name in default.made_of])}"
    return "det næste nummer" if default.next else labelled(field, str(default.constant))


def _told(table: Table, field: Field) -> str:
    parts = [f"{field.title}. {field.description}"]
    if field.unit:
        parts.append(f"Enhed: {field.unit}.")
    parts.append(f"Form: {_TYPES[field.type]}.")
    parts.append(f"Skal udfyldes: {_required(table, field)}.")
    return "\n".join(parts)


def _restrict(
    sheet: Worksheet,
    position: int,
    field: Field,
    table: Table,
    loaded: Mapping[str, Loaded],
    lists: Worksheet,
    own_sheets: set[str],
) -> None:
    """Let the spreadsheet itself offer the allowed values, and say no to others where there are no others."""
    reference = table.reference(field.name)
    listed, closed = _listed(field, reference, loaded), bool(field.allowed)
    if field.type == "boolean":
        listed, closed = ["ja", "nej"], True
    if listed:
        rule = DataValidation(type="list", formula1=_list_range(lists, f"{table.name}: {field.title}", listed))
        closed = closed or (reference is not None and reference[0] not in own_sheets)
    elif field.type == "date":
        rule, closed = DataValidation(type="date", operator="greaterThan", formula1="18264"), True  # 1950-01-01
    elif field.type in ("integer", "number") and field.minimum is not None:
        kind = "whole" if field.type == "integer" else "decimal"
        rule = DataValidation(type=kind, operator="greaterThanOrEqual", formula1=str(field.minimum))
        closed = True
    else:
        return
    rule.errorStyle = "stop" if closed else "warning"
    rule.errorTitle, rule.error = field.title[:32], "Værdien passer ikke. Se arket Vejledning."
    rule.allow_blank, rule.showErrorMessage = True, True
    letter = get_column_letter(position)
    rule.add(f"{letter}2:{letter}{limits.ROWS + 1}")
    sheet.add_data_validation(rule)


def _listed(field: Field, reference: tuple[str, str] | None, loaded: Mapping[str, Loaded]) -> list[str]:
    """The names to choose from."""
    if reference is None:
        return [labelled(field, str(value)) for value in field.allowed or field.suggested]
    called = names(*reference, loaded)
    if field.only:
        columns = loaded[reference[0]].columns
        within = zip(columns[reference[1]], columns[field.only.where], strict=True)
        called = {as_text(value): called[as_text(value)] for value, kept in within if kept}
    return in_order(called)


def _list_range(lists: Worksheet, title: str, values: list[str]) -> str:
    """Write the list into a new column of its sheet and return where the values stand."""
    position = 1 if lists.cell(1, 1).value is None else lists.max_column + 1
    lists.cell(1, position, title).font = Font(bold=True)
    for row, value in enumerate(values, start=2):
        write_cell(lists, row, position, value)
    letter = get_column_letter(position)
    lists.column_dimensions[letter].width = 40
    return f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(values) + 1}"


def _guide(sheet: Worksheet, tables: list[Table]) -> None:
    for row, step in enumerate(_STEPS, start=1):
        sheet.cell(row, 1, f"{row}. {step.format(table=tables[0].name)}")
    headings = ("Ark", "Kolonne", "Hvad", "Enhed", "Form", "Skal udfyldes", "Værdier")
    start = len(_STEPS) + 2
    for position, (heading, width) in enumerate(zip(headings, (18, 26, 90, 14, 28, 40, 60), strict=True), start=1):
        sheet.cell(start, position, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(position)].width = width
    described = [(table, field) for table in tables for field in table.fields]
    for row, (table, field) in enumerate(described, start=start + 1):
        cells = (
            *(table.name, field.title, field.description, field.unit, _TYPES[field.type], _required(table, field)),
            ", ".join(labelled(field, str(value)) for value in field.allowed or field.suggested),
        )
        for position, value in enumerate(cells, start=1):
            write_cell(sheet, row, position, value)
            sheet.cell(row, position).alignment = Alignment(wrap_text=True, vertical="top")
