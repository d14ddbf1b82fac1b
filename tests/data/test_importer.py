"""Added rows: what is refused and why, what is taken in, and that nothing is ever taken in by half."""

from __future__ import annotations

import csv
import datetime as dt
import importlib
import io
import itertools
import json
import multiprocessing
import os
import re
import shutil
import signal
import unicodedata
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation

from data import __main__ as commands
from data import confined, description, limits, reader
from data.cells import as_text
from data.database import load_tables, read_package
from data.description import PACKAGE, Field
from data.errors import DataError
from data.export import table_csv
from data.officials import intake, log, naming, own, template
from data.officials.consistency import contradictions
from data.officials.intake import Plan
from data.officials.sheet import Known
from data.store import Store
from data.validation import Fault
from tests.project import ROOT
from tests.udfyldning import NEW_ROWS, NEW_SOURCE, NEW_STATUS, filled

EDITABLE = list(template.tables())
STATUS_HEAD = "projekt_id,dato,art,raekkefoelge,tekst,dato_praecision,kilde_id,kilde_linje,side"
STATUS_ROW = "madspild,2025-03-19,status,1,Ny tekst.,dag,004,12,"
PROCESSES = multiprocessing.get_context("forkserver")
"""Processes of their own, copied from one that has imported what they need and done nothing else."""
PROCESSES.set_forkserver_preload([__name__])


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that rows are added to and those that they refer to: quickly built, as the whole package is not."""
    folder = Path(shutil.copytree(PACKAGE, tmp_path_factory.mktemp("tavler") / "kilder"))
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"] = [each for each in described["resources"] if each["name"] in _kept()]
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def _kept() -> set[str]:
    """Those that can be edited, and what they refer to, and those in their turn."""
    described = {table.name: table for table in description.tables()}
    kept, more = set[str](), set(EDITABLE)
    while more:
        kept |= more
        more = {key.table for name in more for key in described[name].foreign_keys} - kept
    return kept


def test_every_table_that_can_be_edited_has_a_new_row_to_be_tried_by() -> None:
    assert set(EDITABLE) - set(NEW_ROWS) <= {"kilde", "aktoer"}, (
        "Giv tabellen en række i NEW_ROWS i tests/udfyldning.py."
    )


def _store(package: Path, root: Path) -> Store:
    """The package with added rows and a database of its own, without the views."""
    return Store(package, root / "sql", root / "database", own=root / "egne" / "tabeller")


@pytest.fixture
def boards(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("KKR_DATABASE_MAPPE", str(tmp_path / "database"))
    return _store(package, tmp_path)


@cache
def _empty_template() -> bytes:
    return template.workbook("vip_status")


def _plan(boards: Store, *rows: dict[str, Any], sources: tuple[dict[str, Any], ...] = (), **options: bool) -> Plan:
    return intake.plan("ny.xlsx", filled("vip_status", rows, sources, of=boards), of=boards, **options)


def _csv_plan(boards: Store, *lines: str, head: str = STATUS_HEAD) -> Plan:
    return intake.plan("vip_status.csv", "\n".join([head, *lines, ""]).encode(), of=boards)


def _faults(plan: Plan) -> list[tuple[str, int | None, str | None, str]]:
    assert not plan.changes and not plan.files
    return [(table, found.row, found.column, found.reason) for table, found in plan.faults]


def _texts(boards: Store, project: str = "madspild") -> list[str]:
    with boards.connect() as con:
        return [
            text
            for (text,) in con.execute(
                "SELECT tekst FROM vip_status WHERE projekt_id = ? AND dato > '2025-01-01' ORDER BY ALL", [project]
            ).fetchall()
        ]


def _files(boards: Store) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in own.in_use(boards.own).glob("*.csv")}


# What is taken in


def test_a_new_row_and_its_document_stand_beside_the_printed_ones(boards: Store) -> None:
    printed = (PACKAGE / "002" / "vip_status.csv").read_bytes()
    plan = _plan(boards, NEW_STATUS, sources=(NEW_SOURCE,))
    assert [(change.table, change.kind, change.key) for change in plan.changes] == [
        ("kilde", "tilføjes", "005"),
        ("vip_status", "tilføjes", "madspild, 2026-03-19, status, 1"),
    ]
    before = boards.build()
    version = intake.carry_out(plan, boards)
    assert version == boards.current_version() != before
    assert _texts(boards) == [NEW_STATUS["tekst"]]
    with boards.connect() as con:
        [(title, date)] = con.execute("SELECT titel, dato FROM kilde WHERE kilde_id = '005'").fetchall()
        [(count,)] = con.execute("SELECT count(*) FROM vip_status").fetchall()
    assert (title, date) == (NEW_SOURCE["titel"], NEW_SOURCE["dato"])
    assert count == printed.count(b"\n")  # the heading's line makes up for the new row
    assert (PACKAGE / "002" / "vip_status.csv").read_bytes() == printed
    with boards.connect(before) as con:  # an old link still opens what it showed
        assert con.execute("SELECT count(*) FROM kilde WHERE kilde_id = '005'").fetchall() == [(0,)]


def test_the_same_file_again_changes_nothing(boards: Store) -> None:
    version = intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    again = _plan(boards, NEW_STATUS, sources=(NEW_SOURCE,))
    assert (again.changes, again.unchanged, again.faults) == ((), 2, ())
    assert intake.carry_out(again, boards) == version


def test_an_added_row_is_changed_by_its_key_and_removed_only_when_asked(boards: Store) -> None:
    other = NEW_STATUS | {"projekt_id": "plastaffald", "tekst": "En anden."}
    intake.carry_out(_plan(boards, NEW_STATUS, other, sources=(NEW_SOURCE,)), boards)
    changed = _plan(boards, NEW_STATUS | {"tekst": "Rettet."})
    [change] = changed.changes
    assert (change.kind, change.cells) == ("ændres", (("tekst", NEW_STATUS["tekst"], "Rettet."),))
    intake.carry_out(changed, boards)
    assert (_texts(boards), _texts(boards, "plastaffald")) == (["Rettet."], ["En anden."])

    removed = _plan(boards, NEW_STATUS | {"tekst": "Rettet."}, remove=True)
    assert [(change.kind, change.key.split(",")[0]) for change in removed.changes] == [("fjernes", "plastaffald")]
    intake.carry_out(removed, boards)
    assert (_texts(boards), _texts(boards, "plastaffald")) == (["Rettet."], [])


def test_when_all_added_rows_are_removed_the_data_are_the_papers_own_again(boards: Store) -> None:
    before = boards.build()
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    removed = _plan(boards, remove=True)
    assert {(change.table, change.kind) for change in removed.changes} == {
        ("kilde", "fjernes"),
        ("vip_status", "fjernes"),
    }
    assert intake.carry_out(removed, boards) == before
    assert _files(boards) == {}


def test_a_document_that_other_rows_refer_to_is_not_removed(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    empty = intake.plan("ny.xlsx", filled("vip_maal", [], of=boards), remove=True, of=boards)
    assert empty.changes == ()


def test_an_aktoer_that_a_participant_refers_to_is_not_removed(boards: Store) -> None:
    for table, row in (
        ("aktoer", {"aktoer_id": "hofor", "navn": "HOFOR", "art": "andet"}),
        ("vip_deltager", NEW_ROWS["vip_deltager"][0] | {"aktoer_id": "hofor"}),
    ):
        sources = [NEW_SOURCE] if table == "vip_deltager" else []
        intake.carry_out(intake.plan("ny.xlsx", filled(table, [row], sources, of=boards), of=boards), boards)
    empty = intake.plan("ny.xlsx", filled("aktoer", [], of=boards), remove=True, of=boards)
    assert (empty.changes, empty.faults) == ((), ())


def test_a_new_year_a_new_theme_and_a_new_unit_need_no_code(boards: Store) -> None:
    for table in ("resultatmaal", "sosu_laereplads"):
        plan = intake.plan("ny.xlsx", filled(table, NEW_ROWS[table], [NEW_SOURCE], of=boards), of=boards)
        assert not plan.faults
        intake.carry_out(plan, boards)
    with boards.connect() as con:
        assert con.execute("SELECT maal_tal, enhed FROM resultatmaal WHERE aar = 2026").fetchall() == [
            (6.25, "bookinger")
        ]


def test_dates_and_figures_are_read_as_danes_write_them(boards: Store) -> None:
    head = "aar;nr;del;tema;maal;art;retning;maal_tal;enhed;realiseret_tal;realiseret_tekst;kommentar;"
    head += "resultat_kilde_id;resultat_kilde_linje;tilstand;uafklaret;kilde_id;kilde_linje;side"
    line = "2026;1;a;Digitalisering;Flere.;kvantitativ;hoejere;1234,5;pct.;;;;;;;;004;3;"
    plan = intake.plan("maal.csv", f"{head}\r\n{line}\r\n".encode("cp1252"), of=boards)
    assert ("maal_tal", "", "1234.5") in plan.changes[0].cells
    dates = _csv_plan(boards, STATUS_ROW.replace("2025-03-19", "19.3.2025"))
    assert ("dato", "", "2025-03-19") in dates.changes[0].cells


def test_columns_may_stand_in_any_order_and_blank_rows_are_passed_over(boards: Store) -> None:
    columns, cells = STATUS_HEAD.split(","), STATUS_ROW.split(",")
    plan = _csv_plan(boards, ",,,,,,,,", ",".join(reversed(cells)), head=",".join(reversed(columns)))
    assert (plan.faults, len(plan.changes)) == ((), 1)


# What officials are spared


def _book(boards: Store, table: str = "vip_status") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(template.workbook(table, of=boards)))


def _by_title(book: openpyxl.Workbook, sheet: str, cells: dict[str, Any], row: int) -> None:
    for position, head in enumerate(book[sheet][1], start=1):
        book[sheet].cell(row, position).value = cells.get(str(head.value))


def test_an_untouched_template_changes_nothing(boards: Store) -> None:
    plan = intake.plan("ny.xlsx", template.workbook("vip_status", of=boards), remove=True, of=boards)
    assert (plan.changes, plan.faults) == ((), ())


def test_an_example_that_somebody_has_begun_to_fill_in_is_told(boards: Store) -> None:
    book = _book(boards)
    book["vip_status"]["E2"] = "Indsatsen er gået i drift."
    [(table, row, _, reason)] = _faults(intake.plan("ny.xlsx", _saved(book), of=boards))
    assert (table, row) == ("vip_status", 2)
    assert "eksemplet" in reason


@pytest.mark.grundig(2)
@pytest.mark.parametrize("table", EDITABLE)
def test_every_template_has_an_example_that_would_be_a_row(boards: Store, table: str) -> None:
    """As it is filled in, but with another key or document than the printed row that it is made of."""
    book = _book(boards, table)
    book[table]["A2"] = str(book[table]["A2"].value).removeprefix("EKSEMPEL: ")
    plan = intake.plan("ny.xlsx", _saved(book), of=boards)
    assert not [fault for _, fault in plan.faults if "står trykt i papirerne" not in fault.reason]


def test_what_is_obvious_may_be_left_out(boards: Store) -> None:
    book = _book(boards)
    _by_title(book, "kilde", {"Kilde": "005", "Fil": "ny.pdf", "Titel": "Ny", "Dato": dt.date(2026, 3, 19)}, 2)
    told = {"Projekt": "Madspild", "Tekst": "Den er i drift.", "Tilstand": "På sporet", "Kort status": "I drift"}
    _by_title(book, "vip_status", {**told, "Side": 3}, 2)
    _by_title(book, "vip_status", {**told, "Tekst": "Og mere.", "Side": 4}, 3)
    _by_title(book, "vip_status", {**told, "Art": "Næste skridt", "Linje": 12}, 4)
    plan = intake.plan("ny.xlsx", _saved(book), of=boards)
    assert [change.key for change in plan.changes] == [
        "005",
        "madspild, 2026-03-19, status, 1",
        "madspild, 2026-03-19, status, 2",
        "madspild, 2026-03-19, naeste_skridt, 1",
    ]
    paper, first, _, last = plan.changes
    assert {("dato_praecision", "", "dag"), ("udgiver", "", "KKR Hovedstaden")} <= set(paper.cells)
    assert {("kilde_id", "", "005"), ("side", "", "3"), ("tilstand", "", "på sporet")} <= set(first.cells)
    assert ("kilde_linje", "", "12") in last.cells
    intake.carry_out(plan, boards)
    again = intake.plan("ny.xlsx", _saved(book), of=boards)
    assert (again.changes, again.faults, again.unchanged) == ((), (), 4)


@pytest.mark.grundig(2)
@pytest.mark.parametrize("table", [name for name in EDITABLE if name not in ("kilde", "aktoer")])
def test_a_line_or_a_page_is_enough(boards: Store, table: str) -> None:
    row = {name: cell for name, cell in NEW_ROWS[table][0].items() if name not in ("kilde_linje", "side")}
    for place, faults in (({"kilde_linje": 12}, []), ({"side": 3}, []), ({}, ["kilde_linje"])):
        plan = intake.plan("ny.xlsx", filled(table, [row | place], [NEW_SOURCE], of=boards), of=boards)
        assert [fault.column for _, fault in plan.faults] == faults


def test_an_event_is_known_by_what_it_is(boards: Store) -> None:
    event = NEW_ROWS["vip_haendelse"][0] | {"haendelse_id": None}
    rows = (event, event | {"projekt_id": "madspild"}, event | {"hvad": "Et møde mere."})
    content = filled("vip_haendelse", rows, [NEW_SOURCE], of=boards)
    plan = intake.plan("ny.xlsx", content, of=boards)
    assert [change.key for change in plan.changes] == [
        "005",
        "klima-moede-2026-03-19-005",
        "klima-madspild-moede-2026-03-19-005",
        "klima-moede-2026-03-19-005-2",
    ]
    assert plan.changes[2].name == "klima, Madspild, møde, 19. marts 2026, 005"
    intake.carry_out(plan, boards)
    again = intake.plan("ny.xlsx", content, of=boards)
    assert (again.changes, again.faults, again.unchanged) == ((), (), 4)


def test_the_preview_has_names(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS | {"tilstand": "på sporet"}, sources=(NEW_SOURCE,)), boards)
    [change] = _plan(boards, NEW_STATUS | {"tilstand": "forsinket"}).changes
    assert (change.name, change.told) == (
        "Madspild, 19. marts 2026, status, 1",
        (("Tilstand", "på sporet", "forsinket"),),
    )
    assert change.refers["vip_projekt"] == "madspild"
    added = _plan(boards, NEW_STATUS | {"projekt_id": "plastaffald", "art": "opmaerksomhed"}).changes[0]
    assert added.name == "Plastaffald, 19. marts 2026, opmærksomhedspunkt, 1"


def test_a_second_document_of_the_same_day_takes_the_next_number(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    other = NEW_STATUS | {"raekkefoelge": None, "kilde_id": "006", "tekst": "En anden."}
    plan = _plan(boards, other, sources=(NEW_SOURCE | {"kilde_id": "006", "titel": "Et andet"},))
    assert [change.key for change in plan.changes] == ["006", "madspild, 2026-03-19, status, 2"]


def test_a_file_and_added_rows_from_before_two_columns_were_there_are_taken_as_they_are(boards: Store) -> None:
    assert "tilstand" not in STATUS_HEAD
    plan = _csv_plan(boards, STATUS_ROW)
    assert (plan.faults, len(plan.changes)) == ((), 1)
    boards.own.mkdir(parents=True)
    (boards.own / "vip_status.csv").write_text(f"{STATUS_HEAD}\n{STATUS_ROW}\n", encoding="utf-8")
    with boards.connect() as con:
        assert con.execute("SELECT tilstand, kort_status FROM vip_status WHERE tekst = 'Ny tekst.'").fetchall() == [
            (None, None)
        ]


def test_names_are_of_one_value_each(boards: Store) -> None:
    loaded = load_tables(read_package(boards.package, boards.own))
    for table, column in (("vip_projekt", "projekt_id"), ("aktoer", "aktoer_id"), ("kommune", "kommune_id")):
        called = naming.names(table, column, loaded)
        assert len({name.casefold() for name in called.values()}) == len(called)
        assert all(Known(loaded).meant(table, column, name.upper()) == value for value, name in called.items())


# Round trip


@pytest.mark.grundig(2)
@pytest.mark.parametrize("table", EDITABLE)
def test_a_download_of_the_table_changes_nothing_when_it_is_brought_back(
    boards: Store, table: str, frames: dict[str, pd.DataFrame]
) -> None:
    for name, content in (
        (f"{table}.xlsx", template.workbook(table, rows=True, of=boards)),
        (f"kkr-{table}.csv", table_csv(frames[table])),
        (f"{table}.csv", next(PACKAGE.glob(f"*/{table}.csv")).read_bytes()),
    ):
        plan = intake.plan(name, content, remove=True, of=boards)
        assert (plan.changes, plan.faults) == ((), ()), name
        assert plan.unchanged >= len(frames[table])


TEXT = st.text(st.characters(categories=("L", "N", "Po"), exclude_characters="@"), min_size=1, max_size=20)


def _cells(field: Field, references: dict[str, list[Any]], full: bool) -> st.SearchStrategy[Any]:
    """Any value that the description allows: a blank too, unless the row is to be full."""
    if field.name in references:
        values: st.SearchStrategy[Any] = st.sampled_from(references[field.name])
    elif field.allowed:
        values = st.sampled_from(field.allowed)
    elif field.pattern:
        values = st.from_regex(r"ny[a-z0-9]{1,12}", fullmatch=True)
    else:
        low = -(10**9) if field.minimum is None else field.minimum
        high = 10**9 if field.maximum is None else field.maximum
        dated = field.years_after is not None
        values = {
            "string": TEXT,
            "integer": st.integers(int(low), int(low if dated else high)),
            "number": st.floats(low, high, allow_nan=False).map(lambda value: round(value, 4)),
            "date": st.dates(dt.date(1990, 1, 1), dt.date(2019 if dated else 2099, 1, 1)),
            "boolean": st.booleans(),
        }[field.type]
    return values if full or field.required else st.none() | values


@pytest.mark.grundig(3)
@pytest.mark.parametrize("table", EDITABLE)
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_added_comes_back_as_it_was(table: str, data: st.DataObject, boards: Store) -> None:
    packaged = read_package(boards.package, boards.own)
    loaded = load_tables(packaged)
    described = next(each.table for each in packaged if each.name == table)
    dates = dict(zip(loaded["kilde"].columns["kilde_id"], loaded["kilde"].columns["dato"], strict=True))
    known = Known(loaded)
    references = {
        field.name: sorted(known.only(*reference, field.only.where) if field.only else known.values(*reference))
        for field in described.fields
        if (reference := described.reference(field.name))
    }
    row = st.booleans().flatmap(
        lambda full: st.tuples(*(_cells(field, references, full) for field in described.fields))
    )
    if table == "kilde":
        row = row.filter(lambda cells: None not in (cells[4], cells[5]) and cells[4].year < 2026)
    row = row.filter(lambda cells: not any(contradictions(described, cells, dates)))
    rows = data.draw(st.lists(row, min_size=1, max_size=4))
    head = ",".join(described.columns)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([as_text(cell) for cell in cells] for cells in rows)

    plan = intake.plan(f"{table}.csv", f"{head}\n{text.getvalue()}".encode(), of=boards)
    if plan.faults:  # drawn twice, or printed already
        assert all("nøgle" in found.reason or "forvejen" in found.reason for _, found in plan.faults)
        return
    with own.new_set(boards.own, plan.files) as folder:
        after = Store(boards.package, boards.sql, boards.folder, own=folder)
        exported = intake.plan("ud.xlsx", template.workbook(table, rows=True, of=after), remove=True, of=after)
        assert (exported.changes, exported.faults) == ((), ())
        assert exported.unchanged >= len(loaded[table].places) + len(plan.changes)


# What is refused: single rows


def test_every_fault_is_told_with_row_column_and_reason(boards: Store) -> None:
    wrong = {"projekt_id": "madspil", "dato": "2026-02-30", "art": "stats", "raekkefoelge": 1.5, "tekst": None}
    wrong |= {"dato_praecision": "dag", "kilde_id": 4, "kilde_linje": 0}
    found = _faults(_plan(boards, NEW_STATUS, wrong, sources=(NEW_SOURCE,)))
    assert found == [
        ("vip_status", 3, "projekt_id", "«madspil» findes ikke i tabellen vip_projekt; mente du madspild?"),
        ("vip_status", 3, "dato", "«2026-02-30» er ikke en dato som 2024-04-19"),
        (
            "vip_status",
            3,
            "art",
            "«stats» er ikke en af de tilladte værdier: status, opmærksomhedspunkt, næste skridt, resultat",
        ),
        ("vip_status", 3, "raekkefoelge", "«1.5» er ikke et helt tal"),
        ("vip_status", 3, "tekst", "der mangler en værdi"),
        ("vip_status", 3, "kilde_id", "«4» findes ikke i tabellen kilde; mente du 004?"),
        ("vip_status", 3, "kilde_linje", "0 er mindre end 1"),
    ]


@pytest.mark.grundig(5)
@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"dato": "i går"}, "dato", "ikke en dato"),
        ({"dato": "03/19/2026"}, "dato", "«03/19/2026» er ikke en dato"),
        ({"dato": dt.date(2027, 1, 1)}, "dato", "passer ikke til en kilde fra 2026"),
        ({"kilde_linje": "12,5"}, "kilde_linje", "«12,5» er ikke et helt tal"),
        ({"dato": dt.datetime(1900, 1, 1)}, "dato", "årstal"),
        ({"dato": "0226-03-19"}, "dato", "årstal"),
        ({"dato": dt.datetime(2026, 3, 19, 12, 30)}, "dato", "ikke en dato"),
        ({"tekst": "=1+1"}, "tekst", "formel"),
        ({"tekst": "+45 12 34"}, "tekst", "«+»"),
        ({"tekst": "@SUM(A1)"}, "tekst", "«@»"),
        ({"tekst": "skjult\u202etekst"}, "tekst", "usynligt tegn"),
        ({"tekst": "a" * 2001}, "tekst", "2001 tegn"),
        ({"kilde_linje": "tolv"}, "kilde_linje", "«tolv» er ikke et helt tal"),
        ({"raekkefoelge": "1.234"}, "raekkefoelge", "læses på to måder"),
        ({"kilde_id": "Dagsorden"}, "kilde_id", "mente du 001?"),
        ({"projekt_id": "Madspil"}, "projekt_id", "mente du madspild?"),
        ({"kort_status": "ord " * 11}, "kort_status", "teksten har 11 ord; der må højst være 10"),
        ({"tilstand": "grøn"}, "tilstand", "«grøn» er ikke en af de tilladte værdier: på sporet, forsinket"),
        ({"kilde_linje": None}, "kilde_linje", "skriv linje eller side"),
    ],
)
def test_a_cell_that_is_wrong_is_refused(boards: Store, cells: dict[str, Any], column: str, reason: str) -> None:
    [(table, row, where, why)] = _faults(_plan(boards, NEW_STATUS | cells, sources=(NEW_SOURCE,)))
    assert (table, row, where) == ("vip_status", 2, column)
    assert reason in why


def test_an_unknown_kommune_is_refused(boards: Store) -> None:
    row = {"kommune_id": "Københavns", "uddannelse": "ssh", "aar": 2026, "pladser": 1, "kilde_id": "004"}
    plan = intake.plan("ny.xlsx", filled("sosu_laereplads", [row | {"kilde_linje": 1}], of=boards), of=boards)
    assert _faults(plan) == [
        (
            "sosu_laereplads",
            2,
            "kommune_id",
            "«Københavns» findes ikke i tabellen kommune; mente du koebenhavn?",
        )
    ]


NEW_GOAL, NEW_DEADLINE = NEW_ROWS["resultatmaal"][0], NEW_ROWS["vip_maal"][0]


@pytest.mark.parametrize(
    ("table", "cells", "column", "reason"),
    [
        ("resultatmaal", {"maal_tal": "ca. 5"}, "maal_tal", "«ca. 5» er ikke et tal; skriv det som 1234,5"),
        ("resultatmaal", {"aar": 20244}, "aar", "«20244» passer ikke til en kilde fra 2026"),
        ("kommunefordeling", {"aar": 2027}, "aar", "«2027» passer ikke til en kilde fra 2026"),
        ("kommunefordeling", {"kommune_id": "roskilde"}, "kommune_id", "«roskilde» er en kommune uden for regionen"),
        ("vip_maal", {"naaet": "ja"}, "belaeg", "skal udfyldes, når Nået er «ja»"),
        ("vip_maal", {"maalt": "delvist"}, "belaeg", "skal udfyldes, når Målt er «delvist»"),
        ("vip_maal", {"belaeg": "Det er målt."}, "belaeg_kilde_id", "skal udfyldes, når Belæg er «Det er målt.»"),
        ("vip_maal", {"frist_trykt": None}, "frist_trykt", "skal udfyldes, når Frist er «2030-12-31»"),
        ("vip_deltager", {"fra_dato_praecision": None}, "fra_dato_praecision", "skal udfyldes, når Fra dato"),
        ("vip_haendelse", {"til_dato": dt.date(2020, 1, 1)}, "til_dato", "«2020-01-01» ligger før Fra dato"),
    ],
)
def test_cells_that_contradict_each_other_or_their_document_are_refused(
    boards: Store, table: str, cells: dict[str, Any], column: str, reason: str
) -> None:
    row = NEW_ROWS[table][0] | cells
    [(of, number, where, why)] = _faults(intake.plan("ny.xlsx", filled(table, [row], [NEW_SOURCE]), of=boards))
    assert (of, number, where) == (table, 2, column)
    assert why.startswith(reason)


def test_the_printed_rows_agree_with_themselves_and_their_documents(boards: Store) -> None:
    now = intake.current(boards)
    dates = {row[0]: row[4] for row in now["kilde"].printed.values()}
    for name, each in now.items():
        found = [fault for row in each.printed.values() for fault in contradictions(each.table, row, dates)]
        assert not found, name


def test_an_aktoer_that_is_a_kommune_is_that_kommune_and_the_only_one(boards: Store) -> None:
    named = {"aktoer_id": "ny", "navn": "Ny", "art": "kommune"}
    rows = [named, named | {"aktoer_id": "koebenhavns", "kommune_id": "koebenhavn"}]
    found = _faults(intake.plan("ny.xlsx", filled("aktoer", rows, of=boards), of=boards))
    assert [(row, column, reason) for _, row, column, reason in found] == [
        (2, "kommune_id", "skal udfyldes, når Art er «kommune»"),
        (3, "kommune_id", "«koebenhavn» findes i forvejen i en anden række"),
    ]


def test_letters_in_two_pieces_are_the_same_letters(boards: Store) -> None:
    row = NEW_GOAL | {"maal": "Når alle", "tilstand": "ikke målt"}
    pieces = {
        name: unicodedata.normalize("NFD", value) if isinstance(value, str) else value for name, value in row.items()
    }
    plan = intake.plan("ny.xlsx", filled("resultatmaal", [pieces], [NEW_SOURCE], of=boards), of=boards)
    assert {("maal", "", "Når alle"), ("tilstand", "", "ikke målt")} <= set(plan.changes[1].cells)


def test_a_key_that_stands_twice_is_refused(boards: Store) -> None:
    found = _faults(_plan(boards, NEW_STATUS, NEW_STATUS | {"tekst": "En anden."}, sources=(NEW_SOURCE,)))
    assert found == [
        ("vip_status", 3, "projekt_id, dato, art, raekkefoelge", "rækken har samme nøgle som række 2"),
    ]


def test_a_printed_row_is_never_overwritten(boards: Store) -> None:
    printed = "klimaplaner,2020-01-01,naeste_skridt,1,{},aar,000,80,"
    [(_, row, column, reason)] = _faults(_csv_plan(boards, printed.format("Noget andet.")))
    assert (row, column) == (2, "tekst")
    assert "står trykt i papirerne" in reason
    same = _csv_plan(boards, printed.format("Hver kommune laver eller ajourfører sin plan efter Roadmap 2025."))
    assert (same.faults, same.changes, same.unchanged) == ((), (), 1)


def test_a_value_that_must_be_the_only_one_is_refused_the_second_time(boards: Store) -> None:
    head = next(PACKAGE.glob("*/kilde.csv")).read_text(encoding="utf-8").splitlines()[0]
    plan = intake.plan("kilde.csv", f"{head}\n004,x.pdf,Andet,,2026-01-01,dag,KKR\n".encode(), of=boards)
    assert "trykt" in _faults(plan)[0][3]


@pytest.mark.parametrize("tema", ["Bred geografisk spredning.", "BRED geografisk spredning", "**Grøn omstilling**"])
def test_a_theme_that_only_signs_tell_from_a_printed_one_is_refused(boards: Store, tema: str) -> None:
    goal = NEW_ROWS["resultatmaal"][0]
    plan = intake.plan("ny.xlsx", filled("resultatmaal", [goal | {"tema": tema}], [NEW_SOURCE], of=boards), of=boards)
    meant = "Grøn omstilling" if "omstilling" in tema else "Bred geografisk spredning"
    assert _faults(plan) == [
        ("resultatmaal", 2, "tema", f"«{tema}» er næsten en tekst, der findes; mente du «{meant}»?")
    ]
    assert not plan.changes


@pytest.mark.parametrize(
    ("table", "text", "meant"),
    [
        ("aktoer", "region hovedstaden", "Region Hovedstaden"),
        ("kommunefordeling_total", "Samlet i regionen:", "Samlet i regionen"),
        ("resultatmaal", "Pct", "pct."),
    ],
)
def test_so_is_every_text_that_rows_are_grouped_by(boards: Store, table: str, text: str, meant: str) -> None:
    column = "enhed" if table == "resultatmaal" else "navn"
    is_actor = table == "aktoer"  # whose rows name no source
    row = {"aktoer_id": "regionen", "art": "region"} if is_actor else NEW_ROWS[table][0]

    def faults(value: str) -> list[tuple[str, Fault]]:
        content = filled(table, [row | {column: value}], [] if is_actor else [NEW_SOURCE], of=boards)
        return list(intake.plan("ny.xlsx", content, of=boards).faults)

    told = Fault(2, column, f"«{text}» er næsten en tekst, der findes; mente du «{meant}»?")
    assert (table, told) in faults(text)
    assert not [fault for _, fault in faults(meant) if fault.column == column]


def test_a_theme_of_the_officials_own_is_refused_within_a_file_and_can_be_put_right(boards: Store) -> None:
    first, second = (NEW_ROWS["resultatmaal"][0] | {"nr": nr, "tema": f"Forsvar{'.' * (nr - 1)}"} for nr in (1, 2))
    both = intake.plan("ny.xlsx", filled("resultatmaal", [first, second], [NEW_SOURCE], of=boards), of=boards)
    assert [(row, column) for _, row, column, _ in _faults(both)] == [(3, "tema")]
    intake.carry_out(
        intake.plan("ny.xlsx", filled("resultatmaal", [second], [NEW_SOURCE], of=boards), of=boards), boards
    )
    right = intake.plan("ny.xlsx", filled("resultatmaal", [second | {"tema": "Forsvar"}], of=boards), of=boards)
    assert not right.faults
    assert [change.kind for change in right.changes] == ["ændres"]


def test_a_kommune_has_one_sum_a_year_whatever_it_is_called(boards: Store) -> None:
    row = NEW_ROWS["kommunefordeling_total"][0] | {"kommune_id": "hoeje-taastrup"}
    rows = [row | {"navn": "Høje-Taastrup"}, row | {"navn": "Taastrup"}]
    plan = intake.plan("ny.xlsx", filled("kommunefordeling_total", rows, [NEW_SOURCE], of=boards), of=boards)
    assert _faults(plan) == [
        (
            "kommunefordeling_total",
            3,
            "kommune_id, aktivitet, aar",
            "«hoeje-taastrup, I alt, 2026» findes i forvejen i en anden række",
        )
    ]


def test_a_new_document_must_have_a_date(boards: Store) -> None:
    undated = NEW_SOURCE | {"dato": None, "dato_praecision": None}
    found = _faults(_plan(boards, NEW_STATUS, sources=(undated,)))
    assert [(table, row, column) for table, row, column, _ in found] == [("kilde", 2, "dato")], "to the day, then"


def test_a_document_that_is_refused_is_not_missed_in_each_row_from_it(boards: Store) -> None:
    [found] = _faults(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE | {"dato": "snart"},)))
    assert found == ("kilde", 2, "dato", "«snart» er ikke en dato som 2024-04-19")


def test_a_document_of_a_far_future_is_a_slip(boards: Store) -> None:
    far = dt.date.today() + dt.timedelta(days=400)
    [found] = _faults(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE | {"dato": far},)))
    assert found == ("kilde", 2, "dato", f"«{far}» ligger mere end et år ude i fremtiden")


def test_a_document_is_not_added_again_when_a_spreadsheet_has_taken_its_zeros(boards: Store) -> None:
    lines = next(PACKAGE.glob("*/kilde.csv")).read_text(encoding="utf-8").splitlines()
    saved = [re.sub("^0+(?=[0-9])", "", line) for line in lines]
    found = _faults(intake.plan("kilde.csv", "\n".join(saved).encode(), of=boards))
    assert [(row, column) for _, row, column, _ in found] == [(row, "kilde_id") for row in range(2, 7)]
    assert found[-1][3] == "«4» er det samme nummer som 004, der er trykt; et regneark fjerner nuller forrest"


def test_another_number_is_not_what_was_meant_by_a_number(boards: Store) -> None:
    [(_, _, _, reason)] = _faults(_plan(boards, NEW_STATUS))
    assert reason == "«005» findes ikke i tabellen kilde"


@pytest.mark.parametrize(
    ("head", "faults"),
    [
        (STATUS_HEAD.replace(",side", ""), [("side", "kolonnen mangler")]),
        (
            STATUS_HEAD.replace("tekst", "teksten"),
            [("tekst", "kolonnen mangler"), ("teksten", "kolonnen er ikke ventet; mente du tekst?")],
        ),
        (f"{STATUS_HEAD},side", [("side", "to kolonner har samme overskrift")]),
        (f"{STATUS_HEAD},,x", [(None, "en kolonne har ingen overskrift"), ("x", "kolonnen er ikke ventet")]),
    ],
)
def test_wrong_columns_are_refused(boards: Store, head: str, faults: list[tuple[str | None, str]]) -> None:
    found = _faults(_csv_plan(boards, STATUS_ROW, head=head))
    assert found == [("vip_status", 1, column, reason) for column, reason in faults]


def test_headings_that_stand_further_down_are_one_fault(boards: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled("vip_status", [NEW_STATUS], [NEW_SOURCE], of=boards)))
    book["vip_status"].insert_rows(1)
    book["vip_status"]["A1"] = "Status til K29"
    [(_, row, column, reason)] = _faults(intake.plan("ny.xlsx", _saved(book), of=boards))
    assert (row, column) == (1, None)
    assert reason.startswith("her skal overskrifterne stå")


def test_what_stands_beside_the_columns_is_refused(boards: Store) -> None:
    assert "til højre" in _faults(_csv_plan(boards, f"{STATUS_ROW},note"))[0][3]


def test_a_short_row_lacks_its_last_cells(boards: Store) -> None:
    assert _faults(_csv_plan(boards, "madspild,2026-03-19,status,1,Ny."))[0][2] == "dato_praecision"


def test_a_formula_and_a_broken_cell_are_refused_where_they_stand(boards: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled("vip_status", [NEW_STATUS], [NEW_SOURCE], of=boards)))
    book["vip_status"]["E2"] = "=HYPERLINK(A1)"
    book["vip_status"]["K2"] = "#REF!"
    found = _faults(intake.plan("ny.xlsx", _saved(book), of=boards))
    assert [(row, column, reason) for _, row, column, reason in found] == [
        (2, "tekst", "cellen er en formel; skriv værdien"),
        (2, "side", "cellen har fejlen #REF!"),
    ]
    assert "formel" in _faults(_csv_plan(boards, STATUS_ROW.replace("Ny tekst.", "=1+1")))[0][3]


# What is refused: whole files


def _saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _with_part(name: str, content: bytes = b"x") -> bytes:
    """A template with one more part in its archive."""
    saved = io.BytesIO(_empty_template())
    with zipfile.ZipFile(saved, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return saved.getvalue()


def _macro_type() -> bytes:
    """A macro workbook renamed to .xlsx: its list of parts says what it is."""
    source = zipfile.ZipFile(io.BytesIO(_empty_template()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "[Content_Types].xml":
                content = content.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
            archive.writestr(part.filename, content)
    return target.getvalue()


def _entity_bomb() -> bytes:
    return _with_part("docProps/custom.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')


def _merged() -> bytes:
    """The second of the merged cells would be read as blank, which is «not told»."""
    book = openpyxl.load_workbook(io.BytesIO(_empty_template()))
    book["vip_status"].merge_cells("B2:B3")
    return _saved(book)


def _many_rows() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_empty_template()))
    book["vip_status"].cell(limits.ROWS + 2, 1, "madspild")
    return _saved(book)


def _many_columns() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_empty_template()))
    book["vip_status"].cell(2, limits.COLUMNS + 1, "x")
    return _saved(book)


def _other_sheet() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "noget"
    return _saved(book)


def _not_a_table() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_empty_template()))
    for sheet in ("vip_status", "kilde"):
        del book[sheet]
    return _saved(book)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("ny.xlsm", lambda: b"PK\x03\x04", "makroer"),
        ("ny.xls", lambda: b"\xd0\xcf\x11\xe0", "gamle format"),
        ("ny.ods", lambda: b"PK\x03\x04", "OpenDocument"),
        ("ny.pdf", lambda: b"%PDF-1.7", "hverken Excel"),
        ("ny", lambda: b"a,b", "hverken Excel"),
        ("ny.xlsx", lambda: b"", "er tom"),
        ("ny.csv", lambda: b"\n\n", "er tom"),
        ("ny.xlsx", lambda: b"%PDF-1.7", "ikke en Excel-projektmappe"),
        ("ny.xlsx", lambda: b"\xd0\xcf\x11\xe0 encrypted", "adgangskode"),
        ("ny.xlsx", lambda: _empty_template()[:5000], "beskadiget"),
        ("ny.xlsx", lambda: _with_part("xl/vbaProject.bin"), "har makroer"),
        ("ny.xlsx", _macro_type, "har makroer"),
        ("ny.xlsx", lambda: _with_part("xl/externalLinks/externalLink1.xml"), "andre filer"),
        ("ny.xlsx", lambda: _with_part("xl/connections.xml"), "andre steder"),
        ("ny.xlsx", lambda: _with_part("xl/embeddings/oleObject1.bin"), "indlejret"),
        ("ny.xlsx", _entity_bomb, "Excel ikke skriver"),
        ("ny.xlsx", lambda: _with_part("xl/media/a.png", bytes(limits.UNPACKED)), "pakkes ud"),
        ("ny.xlsx", _merged, r"flettede celler \(B2:B3\)"),
        ("ny.xlsx", _many_rows, "flere end 5.000 rækker"),
        ("ny.xlsx", _many_columns, "flere end 100 kolonner"),
        ("ny.xlsx", _other_sheet, "Arket Sheet er ikke en tabel"),
        ("ny.xlsx", _not_a_table, "ingen af de tabeller"),
        ("ny.csv", lambda: b"PK\x03\x04", "ikke en CSV-fil"),
        ("ny.csv", lambda: b"a\0b,c\n", "ikke en CSV-fil"),
        ("ny.csv", lambda: b'a,"b\n', "ikke læses som CSV"),
        ("ny.csv", lambda: b"a,b\n1,2\n", "passer ikke til en tabel"),
        ("ny.csv", lambda: (STATUS_HEAD + "\n" + "x\n" * 5001).encode(), "flere end 5.000 rækker"),
        ("ny.csv", lambda: b"a" * (limits.BYTES + 1), "mere end 5 MB"),
    ],
)
def test_a_file_that_is_no_plain_table_is_refused(
    boards: Store, name: str, content: Callable[[], bytes], reason: str
) -> None:
    with pytest.raises(DataError, match=reason):
        intake.plan(name, content(), of=boards)
    assert not boards.own.exists()


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "stor.xlsx"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(DataError, match="mere end 5 MB"):
        reader.read_file(file)


def test_an_archive_that_lies_about_its_size_is_refused(boards: Store) -> None:
    content = bytearray(_with_part("xl/media/a.png", bytes(40_000_000)))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(DataError, match="beskadiget"):
        intake.plan("ny.xlsx", bytes(content), of=boards)


# Whole or not at all


@pytest.mark.grundig(2)
@pytest.mark.parametrize("where", ["data.store.build_database", "data.versions.write_pointer", "os.fsync"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_import_that_is_broken_off_leaves_what_was(
    boards: Store, monkeypatch: pytest.MonkeyPatch, where: str, error: BaseException
) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    files, version = _files(boards), boards.current_version()
    plan = _plan(boards, NEW_STATUS | {"tekst": "Rettet."}, sources=(NEW_SOURCE | {"titel": "Rettet"},))
    calls = []

    def broken(*arguments: Any) -> None:
        calls.append(arguments)
        if where != "os.fsync" or len(calls) == 2:  # between the two files
            raise error

    with monkeypatch.context() as patch:
        patch.setattr(where, broken)
        with pytest.raises((DataError, KeyboardInterrupt)):
            intake.carry_out(plan, boards)
    assert (_files(boards), boards.current_version()) == (files, version)
    assert _texts(boards) == [NEW_STATUS["tekst"]]
    intake.carry_out(plan, boards)
    assert _texts(boards) == ["Rettet."]


def _killed(package: Path, root: Path, content: bytes, where: str, call: int) -> None:
    """Import in a process that is killed when it calls that function for the so manieth time."""
    os.environ["KKR_DATABASE_MAPPE"] = str(root / "database")
    boards = _store(package, root)
    plan = intake.plan("ny.xlsx", content, of=boards)
    module, _, name = where.rpartition(".")
    target = importlib.import_module(module)
    real, calls = getattr(target, name), itertools.count(1)

    def counted(*arguments: Any) -> Any:
        if next(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments)

    setattr(target, name, counted)
    intake.carry_out(plan, boards)


@pytest.mark.grundig(1)
@pytest.mark.parametrize(
    ("where", "call", "taken_in"),
    [
        ("os.fsync", 1, False),
        ("os.fsync", 2, False),  # between the document and its row
        ("data.store.build_database", 1, False),
        ("data.officials.own.put_in_use", 1, False),
        ("data.versions.write_pointer", 1, True),
        ("data.versions.remove_old", 1, True),
    ],
)
def test_a_machine_that_stops_in_an_import_has_all_of_it_or_nothing(
    boards: Store, tmp_path: Path, where: str, call: int, taken_in: bool
) -> None:
    before = boards.build()
    content = filled("vip_status", [NEW_STATUS], [NEW_SOURCE], of=boards)
    process = PROCESSES.Process(target=_killed, args=(boards.package, tmp_path, content, where, call))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert (boards.current_version() == before) == (not taken_in)
    assert set(_files(boards)) == ({"kilde.csv", "vip_status.csv"} if taken_in else set())
    assert _texts(boards) == [NEW_STATUS["tekst"]] * taken_in
    version = intake.carry_out(intake.plan("ny.xlsx", content, of=boards), boards)
    assert _texts(boards) == [NEW_STATUS["tekst"]]
    again = NEW_STATUS | {"tekst": "Rettet."}
    assert intake.carry_out(_plan(boards, again, sources=(NEW_SOURCE,)), boards) != version
    assert not list(boards.own.glob("*.tmp"))


def test_the_last_ten_sets_are_kept_and_each_can_be_taken_back(boards: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "KEEP", 3)
    for number in range(1, 6):
        row = NEW_STATUS | {"tekst": f"Nr. {number}."}
        intake.carry_out(_plan(boards, row, sources=(NEW_SOURCE,)), boards, who=f"embedsmand {number}")
        assert own.numbers(boards.own) == list(range(max(1, number - 2), number + 1))
    told = [(entry.nummer, entry.hvem, entry.tilfoejet, entry.aendret, kept) for entry, kept in intake.history(boards)]
    assert told == [
        (5, "embedsmand 5", 0, 1, True),
        (4, "embedsmand 4", 0, 1, True),
        (3, "embedsmand 3", 0, 1, True),
        (2, "embedsmand 2", 0, 1, False),
        (1, "embedsmand 1", 2, 0, False),
    ]
    back = intake.plan_back(3, boards)
    [change] = back.changes
    assert change.told == (("Tekst", "Nr. 5.", "Nr. 3."),)
    intake.carry_out(back, boards, who="en anden")
    assert _texts(boards) == ["Nr. 3."]
    newest = intake.history(boards)[0][0]
    assert (newest.nummer, newest.hvem, newest.tilbage_til, newest.aendret) == (6, "en anden", 3, 1)
    assert abs(dt.datetime.now(dt.UTC) - newest.hvornaar) < dt.timedelta(minutes=5)
    assert newest.raekker == (("vip_status", "ændres", "madspild, 2026-03-19, status, 1"),)
    with pytest.raises(DataError, match="ikke gemt længere"):
        intake.plan_back(1, boards)
    intake.carry_out(intake.plan_back(5, boards), boards)  # what was taken back can be taken back
    assert _texts(boards) == ["Nr. 5."]


def test_all_that_was_added_can_be_taken_back(boards: Store) -> None:
    before = boards.build()
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    back = intake.plan_back(0, boards)
    assert {change.kind for change in back.changes} == {"fjernes"}
    assert intake.carry_out(back, boards) == before
    again = intake.plan_back(1, boards)
    assert {(change.table, change.kind) for change in again.changes} == {
        ("kilde", "tilføjes"),
        ("vip_status", "tilføjes"),
    }
    intake.carry_out(again, boards)
    assert _texts(boards) == [NEW_STATUS["tekst"]]
    assert intake.plan_back(1, boards).changes == ()


def test_taking_back_is_refused_when_the_data_have_become_others(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    back = intake.plan_back(0, boards)
    intake.carry_out(_plan(boards, NEW_STATUS | {"tekst": "Nyere."}), boards)
    with pytest.raises(DataError, match="Jeres er ikke lagt ind endnu"):
        intake.carry_out(back, boards)
    assert _texts(boards) == ["Nyere."]


def test_a_log_that_somebody_spoils_keeps_what_can_be_read(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards, who="en\nto")
    file = own.in_use(boards.own) / log.FILE
    assert intake.unread(boards) is None
    file.write_bytes(b"{}\n[1]\n\nx\n\xff\n" + file.read_bytes() + b'{"nummer": 1')
    assert [entry.hvem for entry, _ in intake.history(boards)] == ["en to"]
    assert str(intake.unread(boards)).startswith("5 linjer i loggen kan ikke læses")
    assert intake.kept(boards) == [1]
    intake.carry_out(_plan(boards, NEW_STATUS | {"tekst": "Nyere."}), boards, who="tre")
    assert [entry.hvem for entry, _ in intake.history(boards)] == ["tre", "en to"], "A cut line takes no other with it."
    file = own.in_use(boards.own) / log.FILE
    version = boards.current_version()
    file.write_bytes(b"\xff")
    assert (intake.history(boards), intake.kept(boards)) == ([], [2, 1])
    assert str(intake.unread(boards)).startswith("1 linje i loggen kan ikke læses")
    file.unlink()
    assert boards.current_version() == version, "The log is no part of the data."


def test_who_added_what_is_kept_also_when_it_has_been_taken_out_as_the_page_on_privacy_says(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards, who="en")
    intake.carry_out(intake.plan_back(0, boards), boards, who="to")
    assert not _texts(boards)
    assert [entry.hvem for entry, _ in intake.history(boards)] == ["to", "en"]
    told = (ROOT / "pages/om/privatliv.py").read_text(encoding="utf-8")
    assert "Det bliver stående, også når tallene er taget ud igen" in told


@pytest.mark.parametrize(
    "other",
    [
        {"nummer": "2"},
        {"nummer": True},
        {"nummer": -1},
        {"hvornaar": "2026-03-19T08:00:00"},
        {"hvornaar": "9999-12-31T23:59:59+00:00"},
        {"hvornaar": 2026},
        {"hvem": None},
        {"tilfoejet": "1"},
        {"aendret": 1.5},
        {"fjernet": None},
        {"tilbage_til": "1"},
        {"raekker": ["abc"]},
        {"raekker": [["vip_status", "slettes", "madspild"]]},
        {"raekker": [["vip_status", ["tilføjes"], "madspild"]]},
        {"raekker": [["vip_status", "tilføjes"]]},
        {"raekker": None},
        {"back_to": 1},
    ],
    ids=str,
)
def test_a_line_that_says_what_it_cannot_is_passed_over_and_counted(other: dict[str, Any], tmp_path: Path) -> None:
    sound = {"nummer": 2, "hvornaar": "2026-03-19T08:00:00+00:00", "hvem": "en"}
    sound |= {"tilfoejet": 1, "aendret": 0, "fjernet": 0, "raekker": [["vip_status", "tilføjes", "madspild\u2028a"]]}
    lines = [json.dumps(each, ensure_ascii=False) for each in (sound, sound | other)]
    (tmp_path / log.FILE).write_text("\n".join(lines), encoding="utf-8")
    assert [entry.raekker for entry in log.entries(tmp_path)] == [(("vip_status", "tilføjes", "madspild\u2028a"),)]
    assert log.unread(tmp_path) == 1


def test_rows_that_lie_in_the_folder_itself_hold_until_the_first_import(boards: Store) -> None:
    boards.own.mkdir(parents=True)
    (boards.own / "vip_status.csv").write_text(f"{STATUS_HEAD}\n{STATUS_ROW}\n", encoding="utf-8")
    assert _texts(boards) == ["Ny tekst."]
    intake.carry_out(_csv_plan(boards, STATUS_ROW.replace("madspild", "plastaffald")), boards)
    assert (_texts(boards), _texts(boards, "plastaffald")) == (["Ny tekst."], ["Ny tekst."])


def _import_in_process(package: Path, root: Path, project: str, barrier: Any, results: Any) -> None:
    os.environ["KKR_DATABASE_MAPPE"] = str(root / "database")
    boards = _store(package, root)
    row = NEW_STATUS | {"projekt_id": project}
    plan = intake.plan("ny.xlsx", filled("vip_status", [row], [NEW_SOURCE], of=boards), of=boards)
    barrier.wait()
    try:
        results.put((project, intake.carry_out(plan, boards)))
    except DataError as error:
        results.put((None, str(error)))


def test_of_two_imports_at_once_one_is_taken_in_and_the_other_told_so(boards: Store, tmp_path: Path) -> None:
    boards.build()
    barrier, results = PROCESSES.Barrier(2), PROCESSES.Queue()
    processes = [
        PROCESSES.Process(target=_import_in_process, args=(boards.package, tmp_path, project, barrier, results))
        for project in ("madspild", "plastaffald")
    ]
    for process in processes:
        process.start()
    found = dict(results.get(timeout=60) for _ in processes)
    for process in processes:
        process.join(60)
    told = found.pop(None)
    assert told in (
        "En anden import er i gang. Prøv igen, når den er færdig.",
        "Data er ændret imens. Jeres er ikke lagt ind endnu: se ændringerne igen.",
    )
    [(project, version)] = found.items()
    assert boards.current_version() == version
    other = ({"madspild", "plastaffald"} - {project}).pop()
    assert (len(_texts(boards, project)), len(_texts(boards, other))) == (1, 0)


def test_a_plan_is_not_carried_out_on_other_data_than_it_was_made_for(boards: Store) -> None:
    first, second = (_plan(boards, NEW_STATUS | {"tekst": text}, sources=(NEW_SOURCE,)) for text in ("Først.", "Så."))
    intake.carry_out(first, boards)
    with pytest.raises(DataError, match="Jeres er ikke lagt ind endnu"):
        intake.carry_out(second, boards)
    assert _texts(boards) == ["Først."]


def test_who_was_overtaken_is_told_by_whom_and_in_which_rows(boards: Store) -> None:
    assert intake.since(0, boards) == intake.Meanwhile((), ())
    row = NEW_STATUS | {"raekkefoelge": 1}
    first, mine = (_plan(boards, row | {"tekst": text}, sources=(NEW_SOURCE,)) for text in ("Først.", "Så."))
    assert mine.upon == 0
    intake.carry_out(first, boards, who="en")
    found = intake.since(mine.upon, boards)
    assert [(entry.nummer, entry.hvem) for entry in found.entries] == [(1, "en")]
    assert {(change.table, change.kind) for change in found.changes or ()} == {
        ("kilde", "tilføjes"),
        ("vip_status", "tilføjes"),
    }
    again = _plan(boards, row | {"tekst": "Så."}, sources=(NEW_SOURCE,))
    [change] = again.changes
    assert (again.upon, change.kind) == (1, "ændres")
    assert (change.table, change.key) in {(other.table, other.key) for other in found.changes or ()}
    intake.carry_out(again, boards, who="to")
    assert [entry.hvem for entry in intake.since(0, boards).entries] == ["en", "to"]
    [changed] = intake.since(1, boards).changes or ()
    assert [(before, after) for _, before, after in changed.cells] == [("Først.", "Så.")]
    assert intake.since(2, boards) == intake.Meanwhile((), ())


def test_of_a_set_that_is_no_longer_kept_it_is_told_who_and_not_in_which_rows(boards: Store) -> None:
    for number in range(3):
        row = NEW_STATUS | {"tekst": f"Nr. {number}."}
        intake.carry_out(_plan(boards, row, sources=(NEW_SOURCE,)), boards, who=str(number))
    shutil.rmtree(boards.own / "1")
    found = intake.since(1, boards)
    assert ([entry.hvem for entry in found.entries], found.changes) == (["1", "2"], None)


def test_a_plan_with_faults_is_not_carried_out(boards: Store) -> None:
    with pytest.raises(DataError, match="har fejl"):
        intake.carry_out(_plan(boards, NEW_STATUS), boards)


def test_an_added_file_that_somebody_spoils_is_named_and_older_data_stay(boards: Store) -> None:
    intake.carry_out(_plan(boards, NEW_STATUS, sources=(NEW_SOURCE,)), boards)
    file = own.file_of(boards.own, "vip_status")
    file.write_text(file.read_text(encoding="utf-8").replace("madspild", "madspil"), encoding="utf-8")
    assert "tabeller/1/vip_status.csv, række 2" in (boards.problem() or "")
    assert _texts(boards) == [NEW_STATUS["tekst"]]


# The template


def test_the_template_says_what_the_description_says(boards: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template.workbook("vip_deltager", of=boards)))
    assert book.sheetnames == ["vip_deltager", "aktoer", "kilde", "Vejledning", "Lister"]
    sheet = book["vip_deltager"]
    described = description.table("vip_deltager").fields
    assert [cell.value for cell in sheet[1]] == [field.title for field in described]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.max_row == 2 and str(sheet["A2"].value).startswith("EKSEMPEL: ")
    for cell, field in zip(sheet[1], described, strict=True):
        assert field.description in cell.comment.text
    rules: dict[str, DataValidation] = {
        str(rule.sqref).partition("2")[0]: rule for rule in sheet.data_validations.dataValidation
    }
    assert (rules["A"].type, rules["A"].errorStyle) == ("list", "stop")  # the projects are the papers'
    assert (rules["B"].type, rules["B"].errorStyle) == ("list", "warning")  # a new one may stand in the sheet aktoer
    assert (rules["D"].type, rules["D"].errorStyle) == ("date", "stop")
    assert (rules["G"].type, rules["G"].errorStyle) == ("whole", "stop")
    assert all(cell.font.bold for cell in book["Lister"][1])
    listed = {cell.value: cell.column for cell in book["Lister"][1]}

    def of(title: str) -> list[str]:
        column = book["Lister"].iter_cols(min_col=listed[title], max_col=listed[title], min_row=2)
        return [cell.value for cells in column for cell in cells if cell.value is not None]

    assert of("vip_deltager: Rolle") == ["deltager", "tovholder", "pilot", "temagruppe"]
    assert "Madspild" in of("vip_deltager: Projekt") and "madspild" not in of("vip_deltager: Projekt")
    assert of("vip_deltager: Kilde")[1].startswith("001: Dagsorden")


@pytest.mark.grundig(3)
@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize("table", EDITABLE)
def test_excel_opens_the_template_without_repairing_it(boards: Store, table: str, rows: bool) -> None:
    """What Excel refuses: [MS-XLS] DValStrings, the limits of ECMA-376, and lists that are written out."""
    content = template.workbook(table, rows=rows, of=boards)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert all(len(name) <= 31 and not re.search(r"[\\/?*:\[\]']", name) for name in book.sheetnames)
    for sheet in book:
        headings = [cell.value for cell in sheet[1] if cell.value is not None]
        assert sheet.title in ("Lister", "Vejledning") or len(headings) == len(set(headings))
        assert not [cell.coordinate for row in sheet for cell in row if cell.data_type in ("f", "e")]
        ranges = [rule.sqref for rule in sheet.data_validations.dataValidation]
        assert len({str(each) for each in ranges}) == len(ranges)
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.errorTitle) <= 32 and len(rule.error) <= 225
            assert len(rule.formula1) <= 255
            if rule.type == "list":
                first, last = re.fullmatch(r"'Lister'!\$([A-Z]+\$\d+):\$([A-Z]+\$\d+)", rule.formula1).groups()
                listed = [cell.value for (cell,) in book["Lister"][f"{first}:{last}".replace("$", "")]]
                assert None not in listed and len(set(listed)) == len(listed)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "calcChain" in name or "/tables/" in name]


def test_only_the_boards_tables_have_a_template(boards: Store) -> None:
    with pytest.raises(DataError, match="ingen skabelon til fysio_kapacitet"):
        template.workbook("fysio_kapacitet", of=boards)
    assert {"vip_status", "vip_maal", "resultatmaal", "kilde"} <= set(EDITABLE)
    assert not [name for name in EDITABLE if name.startswith(("fysio", "mobilitet", "befolkning", "trykt"))]


# The command line


@pytest.fixture
def by_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Store:
    """The whole package, which the commands work on, with added rows of its own."""
    folder = tmp_path / "egne" / "tabeller"
    monkeypatch.setenv("KKR_EGNE_TABELLER", str(folder))
    monkeypatch.chdir(tmp_path)
    return Store(own=folder)


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were to be read in a process of its own; they are read here, which takes a tenth of the time."""
    read: list[str] = []

    def here(reader_name: str, name: str, *arguments: object) -> object:
        read.append(name)
        module, _, function = reader_name.partition(":")
        return getattr(importlib.import_module(module), function)(*arguments)

    monkeypatch.setattr(confined, "read", here)
    return read


def test_from_template_to_board_by_command(
    by_command: Store,
    apart: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    assert commands.main(["skabelon", "vip_status"]) == 0
    assert (tmp_path / "vip_status.xlsx").read_bytes()[:2] == b"PK"
    assert commands.main(["skabelon", "vip_status"]) == 1
    assert "findes i forvejen" in capsys.readouterr().err
    (tmp_path / "ny.xlsx").write_bytes(filled("vip_status", [NEW_STATUS], [NEW_SOURCE], of=by_command))

    for answer in ("nej", "", "måske"):
        monkeypatch.setattr("builtins.input", lambda _, answer=answer: answer)
        assert commands.main(["importer", "ny.xlsx"]) == 1
        shown = capsys.readouterr().out
        assert "2 rækker tilføjes" in shown and NEW_STATUS["tekst"] in shown and "Intet er ændret" in shown
        assert _files(by_command) == {}
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "ja")
    assert commands.main(["importer", "ny.xlsx"]) == 0
    assert asked == ["Vil du lægge ændringerne ind? (ja/nej) "]
    assert _texts(by_command) == [NEW_STATUS["tekst"]]
    assert commands.main(["tjek"]) == 0
    assert "Rækker, der er lagt ind: 1 i kilde, 1 i vip_status." in capsys.readouterr().out
    assert commands.main(["importer", "ny.xlsx", "--ja"]) == 0
    assert "0 rækker tilføjes, 0 ændres, 0 fjernes, og 2 står der allerede" in capsys.readouterr().out
    assert apart == ["ny.xlsx"] * 5


def test_what_was_added_is_listed_and_taken_back_by_command(
    by_command: Store,
    apart: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert commands.main(["historik"]) == 0
    assert capsys.readouterr().out == ""
    file = tmp_path / "ny.xlsx"
    file.write_bytes(filled("vip_status", [NEW_STATUS], [NEW_SOURCE], of=by_command))
    assert commands.main(["importer", str(file), "--ja"]) == 0
    assert commands.main(["historik"]) == 0
    told = capsys.readouterr().out
    assert "(kommandolinjen): 2 tilføjet, 0 ændret, 0 fjernet" in told
    assert "+ vip_status: madspild" in told
    assert commands.main(["tilbage", "9"]) == 1
    assert "ikke gemt længere" in capsys.readouterr().err
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "ja")
    assert commands.main(["tilbage", "0"]) == 0
    assert asked == ["Vil du tage det tilbage? (ja/nej) "]
    said = capsys.readouterr().out
    assert "2 fjernes" in said and "Det er taget tilbage." in said
    assert commands.main(["historik"]) == 0
    told = capsys.readouterr().out
    assert "(kommandolinjen): taget tilbage til nr. 0: 0 tilføjet, 0 ændret, 2 fjernet" in told
    assert "kan ikke læses" not in told
    (own.in_use(by_command.own) / log.FILE).write_bytes(b"x")
    assert commands.main(["historik"]) == 0
    assert capsys.readouterr().out.startswith("1 linje i loggen kan ikke læses.")


def test_faults_are_listed_by_command(
    by_command: Store, apart: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "ny.csv").write_text(f"{STATUS_HEAD}\n{STATUS_ROW.replace('status', 'vrøvl')}\n", encoding="utf-8")
    assert commands.main(["importer", "ny.csv", "--ja"]) == 1
    told = capsys.readouterr().err
    assert "1 fejl. Intet er ændret." in told
    assert "VIP-projekternes status: række 2, kolonne Art: «vrøvl» er ikke en af" in told
    for name in ("findes-ikke.csv", "ny.xlsm"):
        assert commands.main(["importer", name]) == 1
        assert name in capsys.readouterr().err
