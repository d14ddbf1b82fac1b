"""Damaged files, as a visitor meets them: one Danish sentence, or none where the app mends it by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.project import copy_project

pytestmark = pytest.mark.grundig(1)

ENGLISH_FAILURE = ("Traceback", "Error", "Exception", 'File "', "duckdb.", "pandas.")


def _one_sentence(visitor: Visitor) -> str:
    expect(visitor.notices()).to_have_count(1)
    text = visitor.text()
    assert not [word for word in ENGLISH_FAILURE if word in text]
    return visitor.notices().inner_text()


def test_a_damaged_database_is_built_again_without_a_word(
    built: Path, tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    database = shutil.copytree(built, tmp_path / "database")
    for file in database.glob("*.duckdb"):
        file.write_bytes(b"not a database" * 1000)
    with Server(database) as server:
        visitor = visit(server)
        visitor.open("fysioterapi-kapacitet")
        expect(visitor.notices()).to_have_count(0)
        assert "Valby" in visitor.headline()


def test_a_database_damaged_while_it_is_served_gives_no_traceback(
    cold_server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(cold_server)
    visitor.open("fysioterapi-kapacitet")
    for file in cold_server.database.glob("*.duckdb"):
        file.write_bytes(b"not a database" * 1000)
    visitor.open("fysioterapi-kapacitet?speciale=62")
    assert not [word for word in ENGLISH_FAILURE if word in visitor.text()]
    assert visitor.page.locator("h1").inner_text()


def test_a_broken_csv_and_no_database_is_one_sentence_that_names_the_file(
    tmp_path: Path, visit: Callable[..., Visitor]
) -> None:
    project = copy_project(tmp_path / "projekt")
    table = project / "data" / "kilder" / "004" / "fysio_kapacitet.csv"
    text = table.read_text(encoding="utf-8")
    header, _, rest = text.partition("\n")
    table.write_text(f"{header}\n{rest.replace(',51,', ',halvtreds,', 1)}", encoding="utf-8")
    with Server(tmp_path / "database", project) as server:
        visitor = visit(server)
        visitor.open("")
        sentence = _one_sentence(visitor)
        assert "fysio_kapacitet" in sentence
        assert "halvtreds" in sentence


def test_a_csv_broken_later_leaves_the_older_data_in_use(tmp_path: Path, visit: Callable[..., Visitor]) -> None:
    project = copy_project(tmp_path / "projekt")
    table = project / "data" / "kilder" / "004" / "fysio_kapacitet.csv"
    with Server(tmp_path / "database", project) as server:
        visitor = visit(server)
        visitor.open("fysioterapi-kapacitet")
        headline = visitor.headline()
        table.write_bytes(b"\xff\xfe\x00broken")
        visitor.open("fysioterapi-kapacitet")
        sentence = _one_sentence(visitor)
        assert "Derfor vises data fra" in sentence
        assert visitor.headline() == headline


def test_an_address_below_a_page_leads_to_the_page(visitor: Visitor) -> None:
    window = visitor.open("kilder/findes/ikke")
    expect(window.locator("h1")).to_have_text("Kilder")
