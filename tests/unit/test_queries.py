"""Reading by version: what is read for one is computed from it alone, and a run sees one from beginning to end."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from inspect import signature
from pathlib import Path

import pandas as pd
import pytest

from analytics import kildekontrol
from data import description, export, store
from data.errors import DataError
from data.store import SQL, Store
from pages.drawing import downloads
from pages.reading import queries
from pages.reading.queries import Kept
from tests.project import ROOT

KEPT: dict[str, Kept[..., object]] = {name: of for name, of in vars(queries).items() if isinstance(of, Kept)}
LOWER = 1000
"""So many citizens per capacity fewer has Valby in the earlier data."""
BEFORE = "Før: "
"""What the title of the same table begins with there."""


@dataclass
class Rebuilt:
    """Two versions of the data, and which of them is the newest just now."""

    boards: Store
    earlier: str
    later: str
    newest: str

    def switch(self) -> None:
        """Let the other version be the newest from now on, as when the data are built anew."""
        self.newest = self.later if self.newest == self.earlier else self.earlier
        queries._newest.cache_clear()


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, str, str]:
    """A store with the data as they are, and as they were when Valby's printed figure was lower."""
    folder = tmp_path_factory.mktemp("versioner")
    package = folder / "kilder"
    shutil.copytree(ROOT / "data" / "kilder", package)
    table = package / "004" / "fysio_kapacitet.csv"
    printed = table.read_text(encoding="utf-8")
    rows = list(csv.DictReader(printed.splitlines()))
    [valby] = [row for row in rows if (row["omraade_id"], row["speciale"]) == ("valby", "51")]
    valby["borgere_pr_kapacitet"] = str(int(valby["borgere_pr_kapacitet"]) - LOWER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KKR_DATABASE_MAPPE", str(folder / "database"))
        boards = Store(package, SQL, folder / "database")
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        description = table.with_suffix(".json")
        described = description.read_text(encoding="utf-8")
        description.write_text(described.replace('"title": "', f'"title": "{BEFORE}', 1), encoding="utf-8")
        earlier = boards.build()
        table.write_text(printed, encoding="utf-8")
        description.write_text(described, encoding="utf-8")
        return boards, earlier, boards.build()


@pytest.fixture
def rebuilt(versions: tuple[Store, str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Rebuilt]:
    boards, earlier, later = versions
    found = Rebuilt(boards, earlier, later, earlier)
    monkeypatch.setenv("KKR_DATABASE_MAPPE", str(boards.folder))
    monkeypatch.setattr(store, "connect", boards.connect)
    monkeypatch.setattr(store, "current_version", lambda: found.newest)
    queries.look_again()
    yield found
    queries.look_again()


def _printed(frames: queries.Frames) -> int:
    table = frames["fysio_kapacitet"].set_index(["omraade_id", "speciale"])
    return int(table.loc[("valby", 51), "borgere_pr_kapacitet"])


@pytest.mark.grundig(4)
@pytest.mark.parametrize("name", KEPT)
def test_what_is_read_for_a_version_asks_for_no_other(
    name: str, rebuilt: Rebuilt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked() -> str:
        raise AssertionError("The version that is current was asked for, while another is read.")

    monkeypatch.setattr(store, "current_version", asked)
    queries._newest.cache_clear()
    arguments = {"paa": date.today(), "kommune_id": "koebenhavn", "of_tables": ("vip_pris",)}
    names = list(signature(KEPT[name]).parameters)
    for version in (rebuilt.earlier, rebuilt.later):
        KEPT[name].of(version, *[arguments[each] for each in names[1:]])


def test_whatever_is_asked_for_on_the_way_is_of_the_version_that_is_read(rebuilt: Rebuilt) -> None:
    @queries.kept()
    def on_the_way(of_version: str) -> tuple[str, int]:
        return queries.version(), _printed(queries.tables())

    queries.begin()
    now = _printed(queries.tables())
    assert on_the_way.of(rebuilt.later) == (rebuilt.later, now + LOWER)
    assert on_the_way() == (queries.version(), now) == (rebuilt.earlier, now)


def test_a_run_sees_the_data_that_it_began_with_though_they_are_built_anew(rebuilt: Rebuilt) -> None:
    assert queries.begin() == queries.version() == rebuilt.earlier
    before = _printed(queries.tables())
    rebuilt.switch()
    assert queries.version() == rebuilt.earlier
    assert _printed(queries.tables()) == before
    assert _printed(queries.frames(queries.version())) == before
    assert queries.begin() == queries.version() == rebuilt.later
    assert _printed(queries.tables()) == before + LOWER


def test_the_marks_are_those_of_the_figures_beside_them(rebuilt: Rebuilt) -> None:
    marked = {}
    for version, another in ((rebuilt.earlier, rebuilt.later), (rebuilt.later, rebuilt.earlier)):
        rebuilt.newest = another
        queries._newest.cache_clear()
        marked[version] = _marked(queries.marks.of(version))
        with rebuilt.boards.connect(version) as con:
            assert marked[version] == _marked(kildekontrol.Marks(kildekontrol.findings(con)))
    assert marked[rebuilt.earlier] != marked[rebuilt.later]


def _marked(marks: kildekontrol.Marks) -> list[kildekontrol.Finding | None]:
    """What the marks say of Valby's printed figures."""
    felter = ("kapacitet", "patienter_pr_kapacitet", "borgere_pr_kapacitet")
    return [
        marks.mark("fysio_kapacitet", felt, omraade_id="valby", speciale=speciale)
        for felt in felter
        for speciale in (51, 62)
    ]


def test_a_kommunes_profile_is_of_one_version(rebuilt: Rebuilt) -> None:
    rebuilt.newest = rebuilt.later
    then = queries.profile.of(rebuilt.earlier, "koebenhavn")
    rebuilt.newest = rebuilt.earlier
    now = queries.profile.of(rebuilt.later, "koebenhavn")
    assert queries.kommuneprofil.som_serie([then]).equals(_alone(rebuilt.earlier))
    assert queries.kommuneprofil.som_serie([now]).equals(_alone(rebuilt.later))
    assert not _alone(rebuilt.earlier).equals(_alone(rebuilt.later))


def _alone(version: str) -> pd.Series:
    """A profile worked out from one version's tables, with nothing kept."""
    frames = queries.frames(version)
    profil = queries.kommuneprofil.profil(frames, queries.kommuneprofil.maalinger(frames), "koebenhavn")
    return queries.kommuneprofil.som_serie([profil])


def test_outside_a_run_and_after_an_import_the_newest_is_seen(rebuilt: Rebuilt) -> None:
    queries.begin()
    rebuilt.switch()
    queries.look_again()
    assert queries.version() == rebuilt.later


def test_a_tables_description_is_of_the_version_and_not_of_the_files(rebuilt: Rebuilt) -> None:
    queries.begin()
    then = queries.description("fysio_kapacitet").title
    rebuilt.switch()
    queries.begin()
    now = queries.description("fysio_kapacitet").title
    assert then == BEFORE + now
    assert now == description.table("fysio_kapacitet").title
    assert queries.descriptions() == description.tables()


def test_a_file_that_is_asked_for_later_is_of_the_run_that_offered_it(rebuilt: Rebuilt) -> None:
    queries.begin()
    offered = queries.of_this_run(
        lambda: (downloads.source_lines(("fysio_kapacitet",), "Alt", "link"), _printed(queries.tables()))
    )
    then, printed = offered()
    assert ("Dataversion", rebuilt.earlier) in then
    assert any(line.startswith(BEFORE) for label, line in then if label == "Tabel")
    rebuilt.switch()
    queries.look_again()
    assert offered() == (then, printed)
    assert queries.version() == rebuilt.later, "What is made later leaves the version of others alone."
    with ThreadPoolExecutor(1) as pool:  # the server makes a file outside every run
        assert pool.submit(offered).result() == (then, printed)


def test_the_zip_is_named_by_what_it_holds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before, content = queries.package()
    assert content == export.package_zip()
    copy = tmp_path / "kilder"
    shutil.copytree(ROOT / "data" / "kilder", copy)
    monkeypatch.setattr(queries, "PACKAGE", copy)
    monkeypatch.setattr(export, "package_zip", partial(export.package_zip, copy))
    assert queries.package() == (before, content)
    (copy / "register" / "kilde.csv").write_text("kilde_id\n", encoding="utf-8")
    after, changed = queries.package()
    assert after != before
    assert changed == export.package_zip() != content
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="kan ikke pakkes"):
        queries.package()
