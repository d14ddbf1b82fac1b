"""What goes wrong with data and disk: one clear Danish sentence, and the old database stays in use."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest
from filelock import FileLock

from data import versions
from data.database import build_database
from data.errors import DataError, UnknownVersion
from data.store import Store
from tests.data.lille_pakke import replace, write

pytestmark = pytest.mark.usefixtures("own_folders")


def _total(store: Store) -> object:
    with store.connect() as con:
        return con.execute("FROM samlet").fetchall()[0][0]


def _current_file(store: Store) -> Path:
    return versions.database_path(store.folder, store.current_version())


FAULTS = [
    ("kapacitet.csv", "6.25", "6,25", ["felter"]),
    ("kapacitet.csv", "6.25", "seks", ["004/kapacitet.csv", "række 2", "kolonne kapacitet", "«seks»"]),
    ("kapacitet.csv", "6.25", "1.000.5", ["række 2", "ikke et tal"]),
    ("kapacitet.csv", "6.25", "nan", ["række 2", "ikke et tal"]),
    ("kapacitet.csv", "6.25", "-1", ["række 2", "kolonne kapacitet", "mindre end 0"]),
    ("kapacitet.csv", "62,0", "63,0", ["række 3", "kolonne speciale", "51, 62"]),
    ("kapacitet.csv", "62,0", "62.0,0", ["række 3", "helt tal"]),
    ("kapacitet.csv", "62,0", ",0", ["række 3", "mangler en værdi"]),
    ("kapacitet.csv", "true", "ja", ["række 2", "hverken true eller false"]),
    ("kapacitet.csv", "2024-04-19", "19-04-2024", ["række 2", "kolonne dato", "ikke en dato"]),
    (
        "kapacitet.csv",
        "alleroed,62",
        "alleroed,51",
        ["række 3", "kommune_id=alleroed, speciale=51", "i forvejen"],
    ),
    ("kapacitet.csv", "valby", "vallby", ["række 4", "kommune_id=vallby", "tabellen kommune"]),
    ("kapacitet.csv", "speciale", "special", ["004/kapacitet.csv", "skal have kolonnerne"]),
    ("kapacitet.csv", "6.25", '"6.25', ["004/kapacitet.csv", "CSV"]),
    ("kapacitet.json", '"required"', "required", ["004/kapacitet.json", "JSON"]),
    ("kapacitet.json", '"number"', '"geopoint"', ["kapacitet", "geopoint"]),
    ("kapacitet.json", '"resource": "kommune"', '"resource": "by"', ["kapacitet", "by"]),
    ("kapacitet.json", '"fields": ["kommune_id"], "ref', '"fields": ["id"], "ref', ["kolonnen 'id'"]),
    ("kapacitet.json", '"fields"', '"felter"', ["kapacitet.json er ufuldstændig", "fields"]),
]


@pytest.mark.parametrize(("file", "old", "new", "parts"), FAULTS)
def test_a_fault_in_the_files_is_named(small: Store, file: str, old: str, new: str, parts: list[str]) -> None:
    replace(small.package / "004" / file, old, new)
    with pytest.raises(DataError) as caught:
        small.build()
    for part in parts:
        assert part in str(caught.value)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    assert not list(small.folder.glob("*.duckdb")) and not list(small.folder.glob("*.tmp*"))


@pytest.mark.parametrize("file", ["datapackage.json", "004/kapacitet.csv", "register/kommune.json"])
def test_a_missing_file_is_named(small: Store, file: str) -> None:
    (small.package / file).unlink()
    with pytest.raises(DataError, match=f"Filen {file} mangler eller kan ikke læses."):
        small.connect()


def test_a_file_that_is_not_text_is_named(small: Store) -> None:
    (small.package / "004/kapacitet.csv").write_bytes("kommune_id\nAllerød".encode("cp1252"))
    with pytest.raises(DataError, match=r"004/kapacitet\.csv er ikke gemt som UTF-8"):
        small.connect()


def test_tables_that_refer_in_a_ring_are_named(small: Store) -> None:
    reference = '{"resource": "kapacitet", "fields": ["kommune_id"]}'
    keys = f'"foreignKeys": [{{"fields": ["kommune_id"], "reference": {reference}}}]'
    replace(small.package / "register/kommune.json", '"primaryKey"', f'{keys}, "primaryKey"')
    with pytest.raises(DataError, match="i ring"):
        small.connect()


def test_a_view_that_cannot_be_made_is_named(small: Store) -> None:
    write(small.sql / "20_forkert.sql", "CREATE VIEW forkert AS SELECT hej FROM kapacitet")
    with pytest.raises(DataError, match=r"20_forkert\.sql"):
        small.connect()


def test_broken_files_leave_the_old_database_in_use_with_a_notice(small: Store) -> None:
    before = small.current_version()
    replace(small.package / "004/kapacitet.csv", "6.25", "seks")
    assert _total(small) == 6.25
    assert small.current_version() == before
    assert "004/kapacitet.csv, række 2" in (small.problem() or "")
    replace(small.package / "004/kapacitet.csv", "seks", "7")
    assert (_total(small), small.problem()) == (7, None)


def test_files_that_just_failed_are_not_built_again_at_once(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    small.build()
    replace(small.package / "004/kapacitet.csv", "6.25", "seks")
    first = small.problem()

    def again(*_: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setattr("data.store.build_database", again)
    assert small.problem() == first


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-5000] ^= 0xFF
    file.write_bytes(content)


@pytest.mark.parametrize("damage", [_truncate, _empty, _flip, Path.unlink])
@pytest.mark.parametrize("pointed_to", [True, False])
def test_a_damaged_database_is_put_aside_and_built_again(small: Store, damage: Any, pointed_to: bool) -> None:
    file = _current_file(small)
    damage(file)
    if not pointed_to:
        (small.folder / versions.POINTER).unlink()
    again = Store(small.package, small.sql, small.folder)
    assert (_total(again), again.problem()) == (6.25, None)
    if damage in (_truncate, _empty):
        assert file.with_name(f"{file.name}.beskadiget").exists()


def test_a_damaged_database_that_cannot_be_built_again_gives_way_to_an_older(small: Store) -> None:
    small.build()
    replace(small.package / "004/kapacitet.csv", "6.25", "7")
    _truncate(_current_file(small))
    replace(small.package / "004/kapacitet.csv", ",7,", ",syv,")
    assert _total(small) == 6.25
    assert "«syv»" in (small.problem() or "")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"hash": "../x", "sha256": ""}', '{"hash": 3, "sha256": 4}'])
def test_a_damaged_pointer_is_written_anew(small: Store, content: str) -> None:
    version = small.build()
    (small.folder / versions.POINTER).write_text(content)
    again = Store(small.package, small.sql, small.folder)
    assert (again.current_version(), _total(again)) == (version, 6.25)
    assert version in (small.folder / versions.POINTER).read_text()


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        duckdb.IOException("IO Error: Could not write file: No space left on device"),
        duckdb.FatalException("FATAL Error: Failed to create checkpoint: No space left on device"),
    ],
)
def test_a_full_disk_leaves_the_old_database_intact(
    small: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    file = _current_file(small)
    content = file.read_bytes()

    def full(package: Path, sql: Path, own: Path, target: Path, version: str) -> None:
        target.write_bytes(b"half a database")
        target.with_name(f"{target.name}.wal").write_bytes(b"its log")
        raise error

    monkeypatch.setattr("data.store.build_database", full)
    replace(small.package / "004/kapacitet.csv", "6.25", "7")
    with pytest.raises(DataError, match="disken er fuld"):
        small.build()
    assert _total(small) == 6.25
    assert "disken er fuld" in (small.problem() or "")
    assert file.read_bytes() == content
    assert not list(small.folder.glob("*.tmp*"))


def test_a_full_disk_at_the_switch_leaves_the_old_pointer(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small.build()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data.versions.write_pointer", full)
    replace(small.package / "004/kapacitet.csv", "6.25", "7")
    assert small.current_version() == before
    assert _total(small) == 6.25


def test_a_folder_that_cannot_be_written_gives_way_to_the_users_cache(small: Store, tmp_path: Path) -> None:
    small.folder.write_text("a file where the folder should be")
    assert _total(small) == 6.25
    assert list((tmp_path / "cache" / "kkr-overblik").glob("*.duckdb"))


def test_no_folder_at_all_is_said(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.versions.is_writable", lambda folder: False)
    with pytest.raises(DataError, match="ikke kan skrives i dens mappe"):
        small.connect()


def test_a_ready_database_needs_no_writable_folder(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    small.build()
    monkeypatch.setattr("data.versions.is_writable", lambda folder: False)
    assert (_total(small), small.problem()) == (6.25, None)


def test_another_process_that_never_finishes_is_said(small: Store) -> None:
    small.lock_timeout = 0.1
    small.folder.mkdir()
    with FileLock(small.folder / "bygger.lock"), pytest.raises(DataError, match="En anden proces"):
        small.connect()


def test_leftovers_of_broken_off_builds_are_removed(small: Store) -> None:
    write(small.folder / "kkr-0123456789.1.tmp", "half")
    small.build()
    assert not list(small.folder.glob("*.tmp"))


def _build_in_process(root: Path, barrier: Any, results: Any) -> None:
    os.environ.pop("KKR_DATABASE_MAPPE", None)
    store = Store(root / "kilder", root / "sql", root / "database")
    barrier.wait()
    try:
        with store.connect() as con:
            results.put(con.execute("SELECT hash, built_at FROM version").fetchall())
    except Exception as error:
        results.put(repr(error))


def _built_at_once(small: Store, root: Path, number: int) -> None:
    """Let so many processes open the database at once before there is one: it is built, and all have the same."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(number), context.Queue()
    processes = [context.Process(target=_build_in_process, args=(root, barrier, results)) for _ in range(number)]
    for process in processes:
        process.start()
    found = [results.get(timeout=120) for _ in processes]
    for process in processes:
        process.join(timeout=60)
    assert found == [found[0]] * number
    assert found[0][0][0] == small.current_version()
    assert len(list(small.folder.glob("*.duckdb"))) == 1


def test_two_processes_at_once_build_one_database(small: Store, tmp_path: Path) -> None:
    _built_at_once(small, tmp_path, 2)


@pytest.mark.grundig(0)  # in `make grundig` alone
def test_twenty_processes_at_once_build_one_database(small: Store, tmp_path: Path) -> None:
    _built_at_once(small, tmp_path, 20)


def _build_until_killed(root: Path, begun: Any) -> None:
    os.environ.pop("KKR_DATABASE_MAPPE", None)
    begun.set()
    Store(root / "kilder", root / "sql", root / "database").build()


@pytest.mark.grundig(0)  # in `make grundig` alone
def test_a_build_that_is_killed_wherever_it_has_come_to_leaves_a_database_that_opens(
    small: Store, tmp_path: Path
) -> None:
    """Forty times, each a little later; what is left of it is the version before or the new one, whole."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    before = small.build()
    outcomes = set()
    table = small.package / "register" / "kommune.csv"
    text = table.read_text(encoding="utf-8")
    for turn in range(40):
        write(table, text.replace("Allerød", f"Allerød {turn}"))
        begun = context.Event()
        process = context.Process(target=_build_until_killed, args=(tmp_path, begun))
        process.start()
        assert begun.wait(60)
        process.join(turn * 0.01)
        process.kill()
        process.join(60)
        outcomes.add(process.exitcode)
        with small.connect() as con:
            assert con.execute("SELECT count(*) FROM version").fetchall() == [(1,)]
        assert small.current_version() != before
        before = small.current_version()
        assert not list(small.folder.glob("*.tmp"))
    assert -signal.SIGKILL in outcomes, "None was killed in time."


def test_a_database_that_needs_its_log_is_not_taken_into_use(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def unfinished(package: Path, sql: Path, own: Path, target: Path, version: str) -> dict[str, int]:
        rows = build_database(package, sql, own, target, version)
        target.with_name(f"{target.name}.wal").write_bytes(b"")
        return rows

    monkeypatch.setattr("data.store.build_database", unfinished)
    with pytest.raises(DataError, match="kunne ikke læses igen"):
        small.build()
    assert not list(small.folder.glob("*.duckdb*"))


def test_files_that_change_while_they_are_read_are_not_taken_into_use(
    small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(package: Path, sql: Path, own: Path, target: Path, version: str) -> dict[str, int]:
        replace(package / "004/kapacitet.csv", "6.25", "6.26")
        return build_database(package, sql, own, target, version)

    monkeypatch.setattr("data.store.build_database", slow)
    with pytest.raises(DataError, match="blev ændret, mens"):
        small.build()
    monkeypatch.undo()
    assert _total(small) == 6.26


def _of_another_engine(file: Path) -> None:
    """Write the file's storage version as an engine to come would; the file is whole, but this engine refuses it."""
    content = bytearray(file.read_bytes())
    assert content[8:12] == b"DUCK"
    content[12:20] = (250).to_bytes(8, "little")
    file.write_bytes(content)
    with pytest.raises(duckdb.Error):
        versions.open_reader(file)


def test_a_whole_database_that_this_engine_cannot_read_is_set_aside_and_built_anew(
    small: Store, caplog: pytest.LogCaptureFixture
) -> None:
    version = small.build()
    file = _current_file(small)
    _of_another_engine(file)
    versions.write_pointer(small.folder, version)  # it is what was built, as far as its hash tells
    assert _total(small) == 6.25
    assert small.problem() is None
    assert file.with_name(f"{file.name}.beskadiget").exists()
    assert [record.name for record in caplog.records] == ["kkr"]
    assert file.name in caplog.text
    assert _total(small) == 6.25  # and the new one stays


def test_the_files_of_another_engine_are_left_alone(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    version = small.build()
    ours = {file.name: file.read_bytes() for file in small.folder.iterdir() if file.is_file()}
    for name in ("ENGINE", "POINTER"):
        monkeypatch.setattr(versions, name, getattr(versions, name).replace(duckdb.__version__, "99.0.0"))
    monkeypatch.setattr(versions, "KEEP", 1)
    assert small.build() == version
    replace(small.package / "004/kapacitet.csv", "6.25", "6.26")
    assert _total(small) == 6.26
    assert {kept.hash for kept in small.versions()} == {small.current_version()}
    assert {name: (small.folder / name).read_bytes() for name in ours} == ours


def test_of_other_engines_the_newest_stay_and_the_one_that_each_uses(
    small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "KEEP", 2)
    small.folder.mkdir()
    for number in range(4):
        for engine in ("", ".duckdb-0.9.9"):  # as they were named before there were several, and as they are now
            file = small.folder / f"kkr-{number:010}{engine}.duckdb"
            file.write_bytes(b"not ours to read")
            os.utime(file, (number, number))
    for engine in ("", ".duckdb-0.9.9"):
        write(small.folder / f"aktuel{engine}.json", '{"hash": "0000000000", "sha256": ""}')
    version = small.build()
    assert {file.name for file in small.folder.glob("*.duckdb")} == {
        "kkr-0000000000.duckdb",
        "kkr-0000000000.duckdb-0.9.9.duckdb",
        "kkr-0000000003.duckdb",
        "kkr-0000000003.duckdb-0.9.9.duckdb",
        versions.database_path(small.folder, version).name,
    }


@pytest.mark.parametrize(
    ("copied", "opened"),
    [
        (None, duckdb.IOException("IO Error: Cannot open file: Too many open files")),
        (OSError(errno.EMFILE, "Too many open files"), duckdb.IOException("IO Error: Cannot open file")),
        (None, duckdb.OutOfMemoryException("failed to allocate")),
    ],
)
def test_a_good_database_is_not_set_aside_for_what_soon_passes(
    small: Store, monkeypatch: pytest.MonkeyPatch, copied: Exception | None, opened: Exception
) -> None:
    small.build()
    file = _current_file(small)
    whole = file.read_bytes()
    right = versions.open_reader

    def refuse(path: Path) -> duckdb.DuckDBPyConnection:
        if path == file or isinstance(opened, duckdb.OutOfMemoryException):
            raise opened
        return right(path)

    with monkeypatch.context() as patch:
        patch.setattr(versions, "open_reader", refuse)
        if copied is not None:
            patch.setattr("data.store.shutil.copy", _raise(copied))
        with pytest.raises(DataError, match="kan ikke åbnes lige nu"):
            small.connect()
    assert file.read_bytes() == whole
    assert not list(small.folder.glob("*.beskadiget"))
    assert _total(small) == 6.25


def _raise(error: Exception) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_an_older_version_that_this_engine_cannot_read_is_not_kept(small: Store) -> None:
    before = small.build()
    old = _current_file(small)
    replace(small.package / "004/kapacitet.csv", "6.25", "6.26")
    small.build()
    _of_another_engine(old)
    with pytest.raises(UnknownVersion):
        small.connect(before)
    assert _total(small) == 6.26


def test_threads_at_once_build_one_database(small: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: _total(small), range(8)))
    assert found == [6.25] * 8
    assert len(list(small.folder.glob("*.duckdb"))) == 1


def test_a_file_that_cannot_be_read_is_named_where_the_version_is_worked_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(DataError, match=r"Filen a\.csv mangler eller kan ikke læses\."):
        versions.inputs_hash(tmp_path)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EIO, "Input/output error", "/srv/kkr/database/kkr-0123456789.duckdb"),
        PermissionError(errno.EACCES, "Permission denied", "/srv/kkr"),
        duckdb.IOException('IO Error: Cannot open file "/srv/kkr/x.duckdb": Too many open files'),
    ],
)
def test_what_the_system_says_in_english_and_where_stays_in_the_log(
    error: Exception, small: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("data.store.build_database", fail)
    with pytest.raises(DataError) as refused:
        small.connect()
    assert str(refused.value) == "Databasen kan ikke bygges. Serverens log siger hvorfor."
    assert "/srv/kkr" in caplog.text
