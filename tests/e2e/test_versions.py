"""A link from earlier data: what was different then is said, while that version is kept."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.store import SQL, Store
from pages.navigation.registry import PAGES, Page
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.project import ROOT

pytestmark = pytest.mark.grundig(1)

LINK = "fysioterapi-kapacitet?v=1.{version}.maal~borgere-pr-kapacitet_speciale~51_aar~2024"


@pytest.fixture(scope="module")
def earlier(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server whose folder of databases also holds a version where Valby's printed figure was 1.000 lower."""
    folder = tmp_path_factory.mktemp("tidligere")
    package = folder / "kilder"
    shutil.copytree(ROOT / "data" / "kilder", package)
    table = package / "004" / "fysio_kapacitet.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    valby = next(row for row in rows if (row["omraade_id"], row["speciale"]) == ("valby", "51"))
    valby["borgere_pr_kapacitet"] = str(int(valby["borgere_pr_kapacitet"]) - 1000)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    database = shutil.copytree(built, folder / "database")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KKR_DATABASE_MAPPE", str(database))
        version = Store(package, SQL).build()
    with Server(database) as server:
        yield server, version


def test_the_figures_that_were_different_are_named(earlier: tuple[Server, str], visit: Callable[..., Visitor]) -> None:
    server, version = earlier
    visitor = visit(server)
    window = visitor.open(LINK.format(version=version))
    assert "1 tal i visningen var anderledes" in visitor.text()
    row = window.get_by_test_id("stExpander").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Valby")
    expect(row).to_contain_text("13.324")
    expect(row).to_contain_text("14.324")


def test_a_view_without_that_figure_is_said_to_be_the_same(
    earlier: tuple[Server, str], visit: Callable[..., Visitor]
) -> None:
    server, version = earlier
    visitor = visit(server)
    visitor.open(LINK.format(version=version).replace("speciale~51", "speciale~62"))
    assert "tallene i denne visning er de samme" in visitor.text()


def test_the_source_checks_that_came_out_otherwise_are_named(
    earlier: tuple[Server, str], visit: Callable[..., Visitor]
) -> None:
    server, version = earlier
    visitor = visit(server)
    visitor.open(f"kildekontrol?v=1.{version}.t~alle")
    assert "tal i visningen var anderledes" in visitor.text()


@pytest.mark.grundig(1)
@pytest.mark.parametrize("page", [page for page in PAGES if page.address], ids=lambda page: page.address)
def test_no_page_is_at_a_loss_with_a_link_from_earlier_data(
    earlier: tuple[Server, str], visit: Callable[..., Visitor], page: Page
) -> None:
    server, version = earlier
    visitor = visit(server)
    visitor.open(f"{page.address}?v=1.{version}.")
    assert "bygget op på en anden måde" not in visitor.text()


def test_of_a_version_no_longer_kept_it_is_said_that_the_data_are_newer(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server)
    visitor.open(LINK.format(version="0123456789"))
    assert "Data er nyere end linket" in visitor.text()
    assert "Valby" in visitor.headline()
