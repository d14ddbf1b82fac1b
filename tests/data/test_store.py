"""The database: built from the CSVs, typed and keyed, rebuilt when they change, kept in ten versions."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import duckdb
import pytest

from data import store, versions
from data.description import tables
from data.errors import UnknownVersion
from data.store import Store
from tests.data.lille_pakke import replace

pytestmark = pytest.mark.usefixtures("own_folders")


def _one(store: Store, query: str, version: str | None = None) -> object:
    with store.connect(version) as con:
        return con.execute(query).fetchall()[0][0]


def test_values_are_typed_and_blank_is_null(small: Store) -> None:
    with small.connect() as con:
        rows = con.execute("SELECT * FROM kapacitet ORDER BY ALL").fetchall()
    assert rows == [
        ("alleroed", 51, 6.25, True, dt.date(2024, 4, 19)),
        ("alleroed", 62, 0.0, False, None),
        ("valby", 51, None, None, None),
    ]


def test_views_are_made_and_printed_rows_of_all_sources_are_one_table(small: Store) -> None:
    assert _one(small, "SELECT i_alt FROM samlet") == 6.25
    with small.connect() as con:
        lines = con.execute("SELECT kilde_linje FROM trykt_raekke ORDER BY 1").fetchall()
    assert lines == [(12,), (4240,), (5555,)]


def test_keys_and_constraints_stand_in_the_database(small: Store) -> None:
    with small.connect() as con:
        found = con.execute(
            "SELECT constraint_type, constraint_text FROM duckdb_constraints() WHERE table_name = 'kapacitet'"
        ).fetchall()
    text = " ".join(f"{kind} {rule}" for kind, rule in found)
    for part in ("PRIMARY KEY", "FOREIGN KEY", "NOT NULL", "CHECK", "speciale", ">= 0"):
        assert part in text


def test_tables_and_columns_carry_their_descriptions(small: Store) -> None:
    table = "SELECT comment FROM duckdb_tables() WHERE table_name = 'kapacitet'"
    column = "SELECT comment FROM duckdb_columns() WHERE table_name = 'kapacitet' AND column_name = 'kapacitet'"
    assert _one(small, table) == "Kapacitet. Kapacitet pr. kommune, så'n som den er trykt"
    assert _one(small, column) == "Kapacitet (kapaciteter). Antal"


def test_version_is_in_the_database_and_in_the_file_name(small: Store) -> None:
    version = small.current_version()
    assert _one(small, "SELECT hash FROM version") == version
    assert versions.database_path(small.folder, version).exists()
    assert [kept.hash for kept in small.versions()] == [version]
    assert small.problem() is None


def test_readers_can_neither_write_nor_reach_other_files(small: Store) -> None:
    with small.connect() as con:
        with pytest.raises(duckdb.Error):
            con.execute("DELETE FROM kapacitet")
        with pytest.raises(duckdb.Error):
            con.execute(f"SELECT * FROM read_text('{small.package / 'datapackage.json'}')")


def test_nothing_is_built_again_while_nothing_has_changed(small: Store) -> None:
    path = versions.database_path(small.folder, small.current_version())
    built = path.stat().st_mtime_ns
    small.build()
    Store(small.package, small.sql, small.folder).connect().close()
    assert path.stat().st_mtime_ns == built


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kilder/004/kapacitet.csv", "6.25", "6.26"),
        ("kilder/register/kommune.json", "Kommunernes navne", "Navnene på kommunerne"),
        ("sql/10_sum.sql", "SUM(kapacitet)", "MAX(kapacitet)"),
    ],
)
def test_a_change_gives_another_version_and_the_old_one_still_opens(
    small: Store, tmp_path: Path, file: str, old: str, new: str
) -> None:
    before = small.current_version()
    replace(tmp_path / file, old, new)
    after = small.current_version()
    assert after != before
    assert _one(small, "SELECT hash FROM version") == after
    assert _one(small, "SELECT hash FROM version", before) == before
    assert [kept.hash for kept in small.versions()] == [after, before]


def test_the_old_version_has_the_old_figures(small: Store) -> None:
    before = small.current_version()
    replace(small.package / "004/kapacitet.csv", "6.25", "9.5")
    assert (_one(small, "FROM samlet"), _one(small, "FROM samlet", before)) == (9.5, 6.25)


def test_a_remembered_hash_is_dropped_when_a_file_changes(small: Store) -> None:
    before = small.current_version()
    old = time.time() - 3600
    for file in small.package.rglob("*.*"):
        os.utime(file, (old, old))
    assert small.current_version() == before  # remembered from here on
    replace(small.package / "004/kapacitet.csv", "6.25", "6.26")
    assert small.current_version() != before


def test_windows_line_ends_are_the_same_data(small: Store) -> None:
    before = small.current_version()
    file = small.package / "004/kapacitet.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert small.current_version() == before


def test_going_back_to_earlier_data_reuses_their_database(small: Store) -> None:
    file = small.package / "004/kapacitet.csv"
    first = small.current_version()
    replace(file, "6.25", "6.26")
    small.build()
    replace(file, "6.26", "6.25")
    assert small.build() == first
    assert _one(small, "FROM samlet") == 6.25


def test_eleven_builds_keep_the_last_ten(small: Store) -> None:
    built = []
    for number in range(11):
        replace(small.package / "004/kapacitet.csv", f"6.{25 + number}", f"6.{26 + number}")
        built.append(small.build())
    assert [kept.hash for kept in small.versions()] == built[:0:-1]
    assert len(list(small.folder.glob("*.duckdb"))) == 10
    with pytest.raises(UnknownVersion):
        small.connect(built[0])


def test_an_old_version_that_a_reader_holds_is_no_error(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".duckdb":
            raise PermissionError("held by a reader, as on Windows")

    monkeypatch.setattr("data.versions.KEEP", 1)
    first = small.build()
    monkeypatch.setattr(Path, "unlink", held)
    replace(small.package / "004/kapacitet.csv", "6.25", "6.26")
    assert small.build() != first
    assert _one(small, "SELECT hash FROM version", first) == first


@pytest.mark.parametrize("version", ["0123456789", "", "../../etc/x", "kkr-012345", "ABCDEF0123"])
def test_an_unknown_version_is_named(small: Store, version: str) -> None:
    with pytest.raises(UnknownVersion, match="ikke en af dem, der er gemt"):
        small.connect(version)


def test_the_environment_chooses_the_folder(small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKR_DATABASE_MAPPE", str(tmp_path / "andetsteds"))
    small.build()
    assert list((tmp_path / "andetsteds").glob("*.duckdb"))
    assert not small.folder.exists()


def test_the_real_database_has_every_table_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKR_DATABASE_MAPPE", str(tmp_path))
    with store.connect() as con:
        comments = dict(con.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        undescribed = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE comment IS NULL AND table_name IN "
            "(SELECT table_name FROM duckdb_tables() WHERE table_name <> 'version')"
        ).fetchall()
    expected = {table.name for table in tables()}
    assert comments.keys() == expected | {
        "forbehold",
        "kildekontrol",
        "kildekontrol_tabel",
        "tabelbeskrivelse",
        "version",
    }
    assert all(comments.values())
    assert undescribed == []
    assert store.problem() is None


def test_a_remembered_hash_is_dropped_when_a_file_comes_or_goes(tmp_path: Path) -> None:
    inner = tmp_path / "kilde" / "under"
    inner.mkdir(parents=True)
    (inner / "a.csv").write_text("1", encoding="utf-8")
    (tmp_path / "andet.txt").write_text("1", encoding="utf-8")
    _age(tmp_path)
    first = versions.inputs_hash(tmp_path)
    (tmp_path / "andet.txt").write_text("another", encoding="utf-8")
    assert versions.inputs_hash(tmp_path) == first
    added = inner / "b.json"
    added.write_text("{}", encoding="utf-8")
    _age(tmp_path)
    with_it = versions.inputs_hash(tmp_path)
    assert with_it != first
    added.rename(inner / "c.json")
    assert versions.inputs_hash(tmp_path) not in (first, with_it)
    (inner / "c.json").unlink()
    assert versions.inputs_hash(tmp_path) == first


@pytest.mark.parametrize(("seconds", "remembered"), [(1, False), (3, True)])
def test_a_file_that_has_just_been_written_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, remembered: bool
) -> None:
    """It may be written once more within the same tick of the clock, and then has the size and time that it had."""
    file = tmp_path / "tabel.csv"
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000_000_000_000)
    stamp = time.time_ns() - seconds * 1_000_000_000

    def write(text: str) -> str:
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(stamp, stamp))
        return versions.inputs_hash(tmp_path)

    assert (write("a;b\n") == write("a;c\n")) is remembered


def test_a_folder_that_a_link_leads_to_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "tabel.csv").write_text("a;b\n", encoding="utf-8")
    first = versions.inputs_hash(tmp_path)
    (tmp_path / "ring").symlink_to(tmp_path, target_is_directory=True)
    assert versions.inputs_hash(tmp_path) == first


def _age(folder: Path) -> None:
    """Let every file be so old that its hash is remembered."""
    for file in folder.rglob("*.*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
