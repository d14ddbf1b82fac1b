"""Min kommune in Chromium: a scenario brought along, the files to take away, and the link that opens the same view."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from data import description
from data.officials import own
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.tilfoejelser import PAPERS, as_csv


def test_a_scenario_is_brought_to_a_kommune_and_taken_away_as_files(visitor: Visitor) -> None:
    window = visitor.open("fysioterapi-scenarie?k51-gladsaxe=1.5")
    window.get_by_role("link", name="Se det for én kommune").click()
    expect(window).to_have_url(re.compile(r"/min-kommune\?scenarie=1\.s"))
    visitor.settle()
    window.get_by_role("button", name=re.compile("^Gladsaxe")).first.click()
    expect(window).to_have_url(re.compile("kommune=gladsaxe"))
    visitor.settle()
    assert "scenariet giver Gladsaxe 1,5 i speciale 51" in visitor.text()
    files = {}
    for name in ("PDF", "Excel"):
        with window.expect_download() as download:
            window.get_by_role("button", name=name, exact=True).click()
        assert download.value.suggested_filename.startswith("kkr-gladsaxe.")
        files[name] = download.value.path().read_bytes()
    assert "Gladsaxe" in PdfReader(io.BytesIO(files["PDF"])).pages[0].extract_text()
    book = openpyxl.load_workbook(io.BytesIO(files["Excel"]))
    assert {"Fysioterapi", "Scenariet", "Kilde"} <= set(book.sheetnames)


def test_a_comparison_opens_from_its_link_on_a_phone(
    visitor: Visitor, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor.open("min-kommune?kommune=gladsaxe&kommuner=koebenhavn.bornholm&scenarie=1.s3eLXkYROKH")
    link = visitor.shared_link()
    assert len(link) <= 300
    phone = visit(server, "telefon")
    phone.open(link.removeprefix(visitor.url))
    assert phone.query() == visitor.query()
    expect(phone.notices()).to_have_count(0)
    assert "Nævnt i VIP-projekter: Gladsaxe i 6, København i 6 og Bornholm i 2" in phone.text()


def test_a_year_that_is_partly_entered_is_told_as_unknown(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, visit: Callable[..., Visitor]
) -> None:
    """What the browser cannot read as a figure is a complaint of it, which `visit` fails by."""
    place = {"kilde_id": "005", "kilde_linje": 1, "aar": 2025, "kommune_id": "koebenhavn"}
    new = {
        "kilde": PAPERS,
        "kommunefordeling": [
            {**place, "aktivitet": "Driftsforløb", "deltagelser": 9},
            {**place, "aktivitet": "Korte forløb", "deltagelser": None},
        ],
        "sosu_laereplads": [{**place, "uddannelse": "ssh", "pladser": 9}],
    }
    folder = tmp_path / "egne"
    folder.mkdir()
    for name, rows in new.items():
        own.file_of(folder, name).write_bytes(as_csv(description.table(name), rows))
    monkeypatch.setenv("KKR_EGNE_TABELLER", str(folder))
    with Server(shutil.copytree(built, tmp_path / "database")) as server:
        visitor = visit(server)
        window = visitor.open("min-kommune?kommune=gladsaxe")
        for heading in ("Deltagelser 2025", "2025"):
            expect(window.get_by_role("columnheader", name=heading, exact=True)).to_be_visible()
        shown = window.get_by_role("row").filter(has=window.get_by_role("rowheader", name="Driftsforløb"))
        expect(shown).to_contain_text("ikke oplyst")
        said = visitor.text()
        visitor.leave()
    assert not re.search(r"\b(NaN|nan|undefined|null|Infinity)\b", said)
