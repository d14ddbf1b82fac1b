"""
Adds rows to the boards' tables from a workbook or CSV that an official has filled in.

`plan` reads the file and says what is wrong with it, or what it will add, change and remove; nothing is touched.
`carry_out` puts a plan into use, whole or not at all. The printed rows of the papers stay as they are: a row that
repeats a printed key is refused unless it says the same, and a later row has a source of its own.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal

from filelock import FileLock, Timeout

from dansk.maengde import counted
from data import confined, limits, reader, store
from data.cells import as_text
from data.database import Loaded, PackagedTable, load_tables, read_package
from data.description import Table
from data.errors import DataError
from data.officials import log, own
from data.officials.consistency import Dates, contradictions
from data.officials.defaults import Numbering
from data.officials.likeness import unlike_by_signs
from data.officials.naming import heading, shown
from data.officials.sheet import Known, SheetRows, is_same_number, read_sheet
from data.reader import Sheet
from data.store import Store
from data.validation import Fault

_LOG = logging.getLogger("kkr")

Row = tuple[object, ...]
Key = tuple[object, ...]
Kind = Literal["tilføjes", "ændres", "fjernes"]

SOURCES = "kilde"
"""The table of documents; what a document needs before rows can refer to it."""
DATED = ("dato", "dato_praecision")
AHEAD = dt.timedelta(days=366)
"""How long before its date a new document can be there, as papers are before their meeting."""
UNKNOWN = "ukendt"
"""Who did it, where nothing tells."""
_NAME = 100  # characters of a file's name
GUIDE, LISTS = "Vejledning", "Lister"
"""The sheets of the template that hold no rows."""


@dataclass(frozen=True)
class Change:
    """
    One row that is added, changed or removed: its key and, field by field, what it was and will be, as text.

    ``cells`` has (field, before, after); before is blank for a row that is added, after for one that is removed.
    ``name`` and ``told`` are the key, and the same of the other fields, in the words of those who fill in the row.
    ``refers`` are the rows of other tables that it names, by table.
    """

    table: str
    kind: Kind
    key: str
    cells: tuple[tuple[str, str, str], ...]
    name: str = ""
    told: tuple[tuple[str, str, str], ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """
    What an import will do, or why it cannot be done.

    ``faults`` are (table, Fault); when there are some, there are no changes. ``unchanged`` is the number of rows
    that are already as the file has them. ``back_to`` is the set that is taken back, when that is what it does. It was
    made ``upon`` the set that was in use then.
    """

    changes: tuple[Change, ...]
    unchanged: int
    faults: tuple[tuple[str, Fault], ...]
    base: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    back_to: int | None = None
    upon: int = 0

    def __str__(self) -> str:
        added, changed, removed = (
            sum(change.kind == kind for change in self.changes) for kind in ("tilføjes", "ændres", "fjernes")
        )
        rows = counted(added, "række", "rækker")
        return f"{rows} tilføjes, {changed} ændres, {removed} fjernes, og {self.unchanged} står der allerede"


@dataclass(frozen=True)
class Current:
    """A table that may be added to, as it is now: its printed rows and its added rows, by key."""

    table: Table
    printed: Mapping[Key, Row]
    added: Mapping[Key, Row]


def current(of: Store = store.DEFAULT) -> dict[str, Current]:
    """Every table that may be added to, in an order where each follows those that it refers to."""
    tables = read_package(of.package, of.own)
    loaded = load_tables(tables)
    return _editable(tables, loaded)


def plan(name: str, content: bytes, *, remove: bool = False, of: Store = store.DEFAULT) -> Plan:
    """
    What the file of that name and content will do.

    ``remove``: added rows that the file lacks are removed (but not what other added rows refer to); else they stay.
    Raises DataError, a sentence, when the file as a whole cannot be used; what is wrong with single rows is in the
    plan's ``faults``.
    """
    upon, base = number_in_use(of), of.wanted()
    sheets = reader.read_sheets(name, content)
    tables = read_package(of.package, of.own)
    loaded = load_tables(tables)
    now = _editable(tables, loaded)
    given = _by_table(name, sheets, now)

    known = Known(loaded)
    faults: list[tuple[str, Fault]] = []
    entered: dict[str, SheetRows] = {}
    for table_name in (each for each in now if each in given):
        table = now[table_name].table
        numbering = Numbering(table, now[table_name].printed.values(), now[table_name].added.values())
        entered[table_name] = read_sheet(table, given[table_name], known, numbering)
        read = entered[table_name]
        known = known.with_rows(table, (*read.rows.values(), *read.broken))
        found = [*read.faults, *_row_faults(now[table_name], read, _dates(now[SOURCES], entered.get(SOURCES)))]
        faults += [(table_name, fault) for fault in sorted(found, key=lambda fault: fault.row or 0)]
    if faults:
        return Plan((), 0, tuple(faults))
    return replace(_changes(now, entered, remove, base, loaded), upon=upon)


def plan_apart(name: str, content: bytes, *, remove: bool = False, of: Store = store.DEFAULT) -> Plan:
    """
    As `plan`, of a file that anybody may have made, with its time and memory bounded (`data.confined`).

    Raises DataError as `plan` does, and when the file takes too long or too much memory to read.
    """
    name = name[-_NAME:]
    reader.check_name(name)
    if len(content) > limits.BYTES:
        raise DataError(reader.too_large(name))
    planned: Plan = confined.read(f"{__name__}:_planned", name, name, content, remove, of)
    return planned


def _planned(name: str, content: bytes, remove: bool, of: Store) -> Plan:
    return plan(name, content, remove=remove, of=of)


def plan_back(number: int, of: Store = store.DEFAULT) -> Plan:
    """
    What taking back the set of that number will do: the rows are again as it has them; 0 is before anything was added.

    Raises DataError, a sentence, when the set is not kept or cannot be read.
    """
    upon, base = number_in_use(of), of.wanted()
    if number and own.set_of(of.own, number) is None:
        raise DataError(f"Det, der blev lagt ind som nr. {number}, er ikke gemt længere.")
    loaded = load_tables(tables := read_package(of.package, of.own))
    now = _editable(tables, loaded)
    after = _added_in(number, now, of)
    changes = [change for name, each in now.items() for change in _between(each.table, each.added, after[name], loaded)]
    files = {name: _csv(now[name].table, after[name]) for name in dict.fromkeys(change.table for change in changes)}
    same = sum(row == after[name].get(key) for name, each in now.items() for key, row in each.added.items())
    return Plan(tuple(changes), same, (), base, files, number, upon)


@dataclass(frozen=True)
class Meanwhile:
    """
    What others have put into use since a set: what the log says of it, the oldest first, and what rows are other now.

    ``changes`` is None where that set is no longer kept.
    """

    entries: tuple[log.LogEntry, ...]
    changes: tuple[Change, ...] | None


def since(number: int, of: Store = store.DEFAULT) -> Meanwhile:
    """Return what has been put into use after the set of that number; 0 is before anything was."""
    told = tuple(entry for entry in log.entries(own.in_use(of.own)) if entry.nummer > number)
    if number and own.set_of(of.own, number) is None:
        return Meanwhile(told, None)
    loaded = load_tables(tables := read_package(of.package, of.own))
    now = _editable(tables, loaded)
    before = _added_in(number, now, of)
    changed = (_between(each.table, before[name], each.added, loaded) for name, each in now.items())
    return Meanwhile(told, tuple(chain.from_iterable(changed)))


def number_in_use(of: Store = store.DEFAULT) -> int:
    """Return the number of the set that is in use; 0 before anything was added."""
    return own.next_number(of.own) - 1


def _added_in(number: int, now: Mapping[str, Current], of: Store) -> dict[str, Mapping[Key, Row]]:
    """The rows that the set of that number had, of each table that there is now."""
    folder = own.set_of(of.own, number)
    then: Mapping[str, Current] = {}
    if folder is not None:
        then = _editable(tables := read_package(of.package, folder), load_tables(tables))
    return {name: then[name].added if name in then else {} for name in now}


def history(of: Store = store.DEFAULT) -> list[tuple[log.LogEntry, bool]]:
    """What has been added and taken back, the newest first, and whether the rows as they were then are still kept."""
    kept = own.numbers(of.own)
    return [(entry, entry.nummer in kept) for entry in reversed(log.entries(own.in_use(of.own)))]


def unread(of: Store = store.DEFAULT) -> str | None:
    """Say how much of what has been added the history lacks, because its lines cannot be read; None where none is."""
    if not (lines := log.unread(own.in_use(of.own))):
        return None
    return f"{counted(lines, 'linje', 'linjer')} i loggen kan ikke læses. Der kan være lagt mere ind, end der står her."


def kept(of: Store = store.DEFAULT) -> list[int]:
    """Return the numbers of the sets that are kept, the one in use first, whatever the log says of them."""
    return own.numbers(of.own)[::-1]


def in_words(faults: Iterable[tuple[str, Fault]], of: Store = store.DEFAULT) -> list[tuple[str, Fault]]:
    """Return a plan's faults with each table and column by its title, as the template has them."""
    tables = {each.name: each.table for each in read_package(of.package, of.own)}
    told = []
    for name, fault in faults:
        titles = {each.name: each.title for each in tables[name].fields}
        column = fault.column and ", ".join(titles.get(each, each) for each in fault.column.split(", "))
        told.append((tables[name].title, replace(fault, column=column)))
    return told


def carry_out(planned: Plan, of: Store = store.DEFAULT, *, who: str = "") -> str:
    """
    Put the plan into use and return the version of the data with it; nothing is changed when that fails.

    ``who`` is said in the log to have done it.

    Raises DataError when the plan has faults, when another import is at work, when the data have become others since
    the plan was made, or when the database cannot be built or written.
    """
    if planned.faults:
        raise DataError("Filen har fejl og er ikke lagt ind.")
    try:
        of.own.mkdir(parents=True, exist_ok=True)
        with FileLock(of.own / "importerer.lock", timeout=0):
            if of.wanted() != planned.base:
                raise DataError("Data er ændret imens. Jeres er ikke lagt ind endnu: se ændringerne igen.")
            if not planned.files:
                return of.build()
            rows = ((change.table, change.kind, change.key) for change in planned.changes)
            entry = log.entry(own.next_number(of.own), who or UNKNOWN, rows, planned.back_to)
            return of.adopt(planned.files, entry.line())
    except Timeout as error:
        raise DataError("En anden import er i gang. Prøv igen, når den er færdig.") from error
    except OSError as error:
        _LOG.error("Der kan ikke skrives i mappen %s", of.own, exc_info=error)
        raise DataError("Der kan ikke skrives i mappen med egne rækker. Serverens log siger hvorfor.") from error


def _editable(packaged: Sequence[PackagedTable], loaded: Mapping[str, Loaded]) -> dict[str, Current]:
    return {each.name: _current(each.table, loaded[each.name]) for each in packaged if each.table.editable}


def _current(table: Table, loaded: Loaded) -> Current:
    columns = [loaded.columns[name] for name in table.columns]
    rows = list(zip(*columns, strict=True))
    count = loaded.printed
    keyed = [(_key(table, row), row) for row in rows]
    return Current(table, dict(keyed[:count]), dict(keyed[count:]))


def _key(table: Table, row: Row) -> Key:
    return _cells(table, table.primary_key, row)


def _cells(table: Table, columns: Sequence[str], row: Row) -> tuple[object, ...]:
    return tuple(row[table.columns.index(name)] for name in columns)


def _by_table(name: str, sheets: list[Sheet], now: Mapping[str, Current]) -> dict[str, Sheet]:
    """The sheets by the table that each is of: a workbook's are named, a CSV is known by its columns."""
    tables = ", ".join(now)
    given: dict[str, Sheet] = {}
    for sheet in sheets:
        if sheet.name in (GUIDE, LISTS) or (sheet.name is not None and not sheet.headings and not sheet.rows):
            continue
        table = _csv_table(sheet, now) if sheet.name is None else sheet.name
        if table is None:
            raise DataError(
                f"Kolonnerne i filen {name} passer ikke til en tabel, der kan lægges rækker i. Hent en skabelon til "
                f"en af dem: {tables}."
            )
        if table not in now:
            raise DataError(f"Arket {table} er ikke en tabel, der kan lægges rækker i. De er: {tables}.")
        given[table] = sheet
    if not given:
        raise DataError(f"Filen {name} har ingen af de tabeller, der kan lægges rækker i: {tables}.")
    return given


def _csv_table(sheet: Sheet, now: Mapping[str, Current]) -> str | None:
    """The table whose columns are most like the headings, if at least half of them are its own."""

    def shared(name: str) -> float:
        columns = set(now[name].table.columns)
        headings = {heading(now[name].table, text) for text in sheet.headings}
        return len(columns & headings) / len(columns | headings)

    best = max(now, key=shared)
    return best if shared(best) >= 0.5 else None


def _dates(sources: Current, given: SheetRows | None) -> Dates:
    """The date of each document that there is or that the file adds."""
    rows = (*sources.printed.values(), *sources.added.values(), *(given.rows.values() if given else ()))
    names = sources.table.columns
    kilde_id, dato = names.index("kilde_id"), names.index("dato")
    return {row[kilde_id]: row[dato] for row in rows}


def _row_faults(now: Current, entered: SheetRows, documents: Dates) -> Iterator[Fault]:
    """What the rows that are well-formed in themselves may not do."""
    table = now.table
    for number, row in entered.rows.items():
        key = _key(table, row)
        printed = now.printed.get(key)
        if printed is None:
            found = _source_faults(now, row) if table.name == SOURCES else contradictions(table, row, documents)
            yield from (Fault(number, *fault) for fault in found)
        elif printed != row:
            different = [name for name, old, new in zip(table.columns, printed, row, strict=True) if old != new]
            yield Fault(
                number,
                different[0],
                "rækken står trykt i papirerne og kan ikke ændres; en senere oplysning skal have sin egen nøgle "
                f"({', '.join(table.primary_key)}) og sin egen kilde",
            )
    yield from _repeated(now, entered)
    yield from _almost_the_same(now, entered)


def _almost_the_same(now: Current, entered: SheetRows) -> Iterator[Fault]:
    """Texts of the columns that rows are grouped by, where only signs tell them from one that there is."""
    table = now.table
    replaced = {_key(table, row) for row in entered.rows.values()}
    kept = [*now.printed.values(), *(row for key, row in now.added.items() if key not in replaced)]
    for position, column in enumerate(table.fields):
        if not column.grouped:
            continue
        known = [*(row[position] for row in kept), *column.suggested]
        new = {number: row[position] for number, row in entered.rows.items() if _key(table, row) not in now.printed}
        for number, meant in unlike_by_signs(known, new):
            text = new[number]
            yield Fault(number, column.name, f"«{text}» er næsten en tekst, der findes; mente du «{meant}»?")


def _source_faults(sources: Current, row: Row) -> Iterator[tuple[str, str]]:
    """What is wrong with a new document, as (column, reason)."""
    kilde_id, date, precision = _cells(sources.table, ("kilde_id", *DATED), row)
    for name, value in zip(DATED, (date, precision), strict=True):
        if value is None:
            yield name, "en ny kilde skal have en dato og dens præcision"
    if isinstance(date, dt.date) and date > dt.date.today() + AHEAD:
        yield DATED[0], f"«{date}» ligger mere end et år ude i fremtiden"
    for (known,) in sources.printed:
        if is_same_number(str(known), str(kilde_id)):
            yield (
                "kilde_id",
                f"«{kilde_id}» er det samme nummer som {known}, der er trykt; et regneark fjerner nuller forrest",
            )


def _repeated(now: Current, entered: SheetRows) -> Iterator[Fault]:
    """Values of unique columns that another row has, in the file or before it."""
    table = now.table
    for columns in table.unique_keys:
        before = {_cells(table, columns, row): key for rows in (now.printed, now.added) for key, row in rows.items()}
        for number, row in entered.rows.items():
            key, values = _key(table, row), _cells(table, columns, row)
            if None not in values and before.setdefault(values, key) != key:
                shown = ", ".join(map(as_text, values))
                yield Fault(number, ", ".join(columns), f"«{shown}» findes i forvejen i en anden række")


def _changes(
    now: Mapping[str, Current],
    entered: Mapping[str, SheetRows],
    remove: bool,
    base: str,
    loaded: Mapping[str, Loaded],
) -> Plan:
    after = {name: dict(each.added) for name, each in now.items()}
    referred = {key.table for each in now.values() for key in each.table.foreign_keys}
    same = 0
    for name, given in entered.items():
        rows = {_key(now[name].table, row): row for row in given.rows.values()}
        same += sum(row == now[name].printed.get(key, now[name].added.get(key)) for key, row in rows.items())
        if remove and name not in referred:
            after[name] = {key: row for key, row in after[name].items() if key in rows}
        after[name] |= {key: row for key, row in rows.items() if key not in now[name].printed}
    for name in referred & entered.keys() if remove else ():
        kept = {_key(now[name].table, row) for row in entered[name].rows.values()} | _cited(name, now, after)
        after[name] = {key: row for key, row in after[name].items() if key in kept}
    changes = [change for name, each in now.items() for change in _between(each.table, each.added, after[name], loaded)]
    changed = {change.table for change in changes}
    files = {name: _csv(now[name].table, after[name]) for name in now if name in changed}
    return Plan(tuple(changes), same, (), base, files)


def _cited(referred: str, now: Mapping[str, Current], rows: Mapping[str, Mapping[Key, Row]]) -> set[Key]:
    """The rows of that table that added rows refer to."""
    cited: set[Key] = set()
    for name, each in now.items():
        for key in each.table.foreign_keys:
            if key.table == referred:
                cited |= {_cells(each.table, key.fields, row) for row in rows[name].values()}
    return cited


def _between(
    table: Table, before: Mapping[Key, Row], after: Mapping[Key, Row], loaded: Mapping[str, Loaded]
) -> Iterator[Change]:
    blank: Row = (None,) * len(table.columns)
    for key in {**before, **after}:
        old, new = before.get(key, blank), after.get(key, blank)
        if old == new:
            continue
        kind: Kind = "tilføjes" if key not in before else "fjernes" if key not in after else "ændres"
        both = zip(table.columns, old, new, strict=True)
        cells = tuple((name, as_text(was), as_text(will)) for name, was, will in both if was != will)
        whole = dict(zip(table.columns, old if new == blank else new, strict=True))
        name = ", ".join(shown(table, table.field(column), whole[column], loaded) for column in _named_by(table, whole))
        told = tuple(
            (each.title, shown(table, each, was, loaded), shown(table, each, will, loaded))
            for each, was, will in zip(table.fields, old, new, strict=True)
            if was != will and each.name not in table.primary_key
        )
        refers = {
            key.table: as_text(whole[key.fields[0]])
            for key in reversed(table.foreign_keys)
            if whole[key.fields[0]] is not None
        }
        yield Change(table.name, kind, ", ".join(map(as_text, key)), cells, name, told, refers)


def _named_by(table: Table, row: Mapping[str, object]) -> Iterator[str]:
    """The columns that tell a row from others: its key's, and of an id that is made what it is made of."""
    for name in table.primary_key:
        default = table.field(name).default
        yield from filter(row.get, default.made_of) if default and default.made_of else (name,)


def _csv(table: Table, rows: Mapping[Key, Row]) -> bytes | None:
    """The added rows as their file has them; None when there are none."""
    if not rows:
        return None
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([as_text(value) for value in row] for row in rows.values())
    return text.getvalue().encode("utf-8")
