"""When two figures differ, and the checks that no row of the papers tries: on small made-up tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from analytics import kildekontrol
from data import store

SQL = Path(__file__).parents[2] / "data" / "sql"
RULE = (SQL / "90_kildeafvigelse.sql").read_text(encoding="utf-8")


@contextmanager
def _tables() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of the database in memory, without what the checks make of them."""
    with store.connect() as built:
        rows = built.sql("SELECT table_name FROM duckdb_tables() WHERE table_name NOT LIKE 'kildekontrol%'").fetchall()
        frames = {name: built.table(name).to_arrow_table() for (name,) in rows}
    with duckdb.connect() as memory:
        for name, frame in frames.items():
            memory.register("frame", frame)
            memory.execute(f'CREATE TABLE "{name}" AS FROM frame')
            memory.unregister("frame")
        yield memory


@pytest.fixture(scope="module")
def memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with _tables() as memory:
        yield memory


@pytest.fixture(scope="module")
def of_money() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables, and the checks of money and patients alone over them."""
    every = re.search(r"WITH alle AS \((.*?)\n\),", RULE, re.DOTALL)
    assert every is not None
    with _tables() as memory:
        for file in sorted(SQL.glob("*.sql"))[:-1]:
            memory.execute(file.read_text(encoding="utf-8"))
        memory.execute(f"CREATE TABLE kolonner AS FROM ({every.group(1)}) LIMIT 0")
        memory.execute(
            RULE.replace(every.group(1), "FROM kontrol_penge_og_patienter UNION ALL BY NAME FROM kolonner")
            .replace("CREATE TABLE kildekontrol AS", "CREATE VIEW kildekontrol AS", 1)
            .split("COMMENT ON")[0]
        )
        yield memory


@contextmanager
def _undone(memory: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same, where a test may change them: what it does is undone."""
    memory.execute("BEGIN")
    yield memory
    memory.execute("ROLLBACK")


@pytest.fixture
def money(of_money: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    with _undone(of_money) as changed:
        yield changed


@pytest.fixture
def con(memory: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    with _undone(memory) as changed:
        yield changed


def differing(con: duckdb.DuckDBPyConnection, prefix: str) -> set[str]:
    """The ids that begin so, of the differences in the tables as they now are."""
    for file in sorted(SQL.glob("*.sql")):
        con.execute(file.read_text(encoding="utf-8").replace("CREATE MACRO", "CREATE OR REPLACE MACRO"))
    return _found(con, prefix)


def _found(con: duckdb.DuckDBPyConnection, prefix: str) -> set[str]:
    found = con.execute("SELECT afvigelse_id FROM kildeafvigelse").fetchall()
    return {name for (name,) in found if name.startswith(prefix)}


@pytest.mark.parametrize(
    ("trykt", "halv", "nedre", "oevre", "holder", "differs"),
    [
        (10.0, 0.5, 10.5, 11.0, None, False),
        (10.0, 0.5, 10.51, 11.0, None, True),
        (10.0, 0.5, 9.0, 9.5, None, False),
        (10.0, 0.5, 9.0, 9.49, None, True),
        (10.0, 0.0, 10.0, 10.0, None, False),
        (10.0, 0.0, 10.0 + 1e-6, 10.0 + 1e-6, None, True),
        (10.0, 0.0, 9.0, 11.0, None, False),
        # What binary arithmetic leaves behind the decimals is no difference.
        (1e9, 0.0, 1e9 + 0.5, 1e9 + 0.5, None, False),
        (1e9, 0.0, 1e9 + 1.5, 1e9 + 1.5, None, True),
        (-10.0, 0.5, -11.0, -10.5, None, False),
        (-10.0, 0.5, -11.0, -10.51, None, True),
        (10.0, 0.5, 99.0, 99.0, True, False),
        (10.0, 0.5, 10.0, 10.0, False, True),
    ],
)
def test_two_figures_differ_when_their_ranges_do_not_meet(trykt, halv, nedre, oevre, holder, differs):
    view = RULE[RULE.index("CREATE VIEW kildeafvigelse") : RULE.index("COMMENT ON TABLE")]
    with duckdb.connect() as memory:
        memory.execute(
            "CREATE TABLE kildekontrol AS SELECT ?::DOUBLE AS trykt, ?::DOUBLE AS halv, ?::DOUBLE AS nedre, "
            "?::DOUBLE AS oevre, ?::BOOLEAN AS holder",
            [trykt, halv, nedre, oevre, holder],
        )
        memory.execute(view)
        assert (memory.execute("SELECT count(*) FROM kildeafvigelse").fetchone() == (1,)) is differs


TABEL_6 = "tabel-6-tilskud-speciale-fysioterapi-51"
KOEBENHAVN = "tabel-6-tilskud-kommune-koebenhavn-51"


@pytest.mark.parametrize(
    ("of_koebenhavn", "region", "found"),
    [
        # The 28 others have 105.670 patients together.
        ("region - 105670", 140217, set()),
        ("region - 105670 + 1", 140217, set()),
        ("region - 105670 - 1", 140217, {f"{TABEL_6}-patienter", f"{KOEBENHAVN}-patienter"}),
        ("region", 110000, set()),
        ("region + 1", 110000, {f"{TABEL_6}-patienter", f"{KOEBENHAVN}-patienter"}),
    ],
)
def test_a_patient_of_two_kommuner_is_one_of_the_region(money, of_koebenhavn, region, found):
    others = "speciale = 51 AND kommune_id <> 'koebenhavn'"
    assert money.execute(f"SELECT sum(patienter) FROM fysio_tilskud_kommune WHERE {others}").fetchone() == (105670,)
    patients = eval(of_koebenhavn, {"region": region})
    money.execute("UPDATE fysio_tilskud_speciale SET patienter = ? WHERE speciale = 51", [region])
    money.execute(
        "UPDATE fysio_tilskud_kommune SET patienter = ? WHERE speciale = 51 AND kommune_id = 'koebenhavn'", [patients]
    )
    assert {name for name in _found(money, "tabel-6") if name.endswith("51-patienter")} == found


@pytest.mark.parametrize(("off", "differs"), [(14.5, False), (14.8, True), (-14.5, False), (-14.8, True)])
def test_kroner_add_up_within_half_a_krone_for_each_kommune(money, off, differs):
    money.execute(
        "UPDATE fysio_tilskud_speciale SET tilskud_kr = ? + "
        "(SELECT sum(tilskud_kr) FROM fysio_tilskud_kommune WHERE speciale = 51) WHERE speciale = 51",
        [off],
    )
    assert (f"{TABEL_6}-tilskud-kr" in _found(money, "tabel-6")) is differs


def test_a_kommune_of_several_areas_is_counted_once_in_its_planomraade(con):
    """In the papers only København has several, and Tabel 9 does not count it by kommune."""
    counted = "SELECT raekke, genberegnet FROM kildekontrol WHERE kontrol = 'ride_befolkning' ORDER BY ALL"
    differing(con, "")
    before = con.execute(counted).fetchall()
    _clear(con)
    con.execute(
        "INSERT INTO omraade SELECT * REPLACE ('skovlunde' AS omraade_id) FROM omraade WHERE omraade_id = 'ballerup'"
    )
    differing(con, "")
    assert con.execute(counted).fetchall() == before


# A printed cell, its row, and what it may and may not be before the check (the beginning of its id) finds it.
CELLS = [
    ("befolkning_total", "borgere", "kilde_linje = (SELECT min(kilde_linje) FROM befolkning_total)", 0, 1, "sum-befol"),
    ("fysio_kapacitet_total", "kapacitet", "navn = 'Nord' AND speciale = 51", 0, 0.2, "sum-kapacitet-total-nord-51"),
    (
        "fysio_patienter",
        "patienter_pr_1000",
        "kommune_id = 'egedal' AND speciale = 51 AND aar = 2023",
        0,
        0.1,
        "pr-1000",
    ),
    (
        "fysio_tilskud_kommune",
        "tilskud_pr_patient_kr",
        "kommune_id = 'egedal' AND speciale = 51",
        0,
        1,
        "tilskud-tilskud",
    ),
    ("fysio_patienter_aendring", "aendring_pct", "kommune_id = 'egedal' AND speciale = 51", 0, 1, "vaekst-patienter"),
    ("befolkning_aendring", "aendring_pct", "omraade_id = 'egedal'", 0, 0.1, "vaekst-befolkning"),
    ("fysio_ramme", "afvigelse_pct", "region = 'hovedstaden' AND speciale = 51", 0, 1, "tabel-5-ramme"),
    (
        "fysio_forslag_effekt",
        "tillaeg",
        "omraade_id = 'valby' AND speciale = 51",
        0,
        0.1,
        "forslag-forslag-effekt-valby",
    ),
    ("sosu_total", "pladser", "uddannelse = 'ssh' AND aar = 2022", 0, 1, "sum-sosu"),
    ("fysio_terapeut", "i_alt", "planomraade = 'syd'", 0, 1, "sum-terapeut-syd"),
]


def test_figures_that_are_changed_more_than_rounding_explains_are_found(con):
    before = differing(con, "")
    for table, field, where, inside, *_ in CELLS:
        con.execute(f"UPDATE {table} SET {field} = {field} + ? WHERE {where}", [inside])
    _clear(con)
    within = differing(con, "")
    for table, field, where, inside, outside, _ in CELLS:
        con.execute(f"UPDATE {table} SET {field} = {field} + ? WHERE {where}", [outside - inside])
    _clear(con)
    beyond = differing(con, "")
    for *_, prefix in CELLS:
        of_before, of_within, of_beyond = (
            {name for name in found if name.startswith(prefix)} for found in (before, within, beyond)
        )
        assert of_within == of_before, prefix
        assert of_beyond > of_before, prefix


def _clear(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DROP VIEW kildeafvigelse")
    con.execute("DROP TABLE kildekontrol_tabel")
    con.execute("DROP TABLE kildekontrol")
    for (name,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
        con.execute(f"DROP VIEW {name}")


def test_findings_are_told_on_tables_that_hold(con):
    """Where nothing differs there is an empty frame with the same columns, and no check has failed."""
    differing(con, "")
    told = kildekontrol.findings(con)
    con.execute("DROP VIEW kildeafvigelse")
    con.execute("CREATE VIEW kildeafvigelse AS SELECT * EXCLUDE (holder) FROM kildekontrol WHERE FALSE")
    nothing = kildekontrol.findings(con)
    assert list(nothing.columns) == list(told.columns) and nothing.empty
    assert kildekontrol.tally(con, nothing).afviger.sum() == 0


def test_a_figure_in_prose_is_rounded_to_its_last_digit_that_is_not_nought(con: duckdb.DuckDBPyConnection) -> None:
    differing(con, "katalog_passagerer")
    rounded_to = {15000: 1000, 1001000: 1000, 300: 100, 1100: 100, 250: 10, 1010: 10, 7: 1, 1001: 1}
    for figure, place in rounded_to.items():
        assert con.execute("SELECT rundet_til(?)", [figure]).fetchall() == [(place,)], figure
