"""Min kommune in Chromium: a scenario brought along, the files to take away, and the link that opens the same view."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from data import description
from data.officials import own
from tests.e2e.browser import Visitor
from tests.e2e.server import Server
from tests.tilfoejelser import PAPERS, as_csv

pytestmark = pytest.mark.grundig(1)


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
        window = visitor.open("min-kommune?kommune=gladsaxe&afsnit=erhverv.sosu")
        for heading in ("Deltagelser 2025", "2025"):
            expect(window.get_by_role("columnheader", name=heading, exact=True)).to_be_visible()
        shown = window.get_by_role("row").filter(has=window.get_by_role("rowheader", name="Driftsforløb"))
        expect(shown).to_contain_text("ikke oplyst")
        said = visitor.text()
        visitor.leave()
    assert not re.search(r"\b(NaN|nan|undefined|null|Infinity)\b", said)


COLLIDING = """
() => {
  const words = [...document.querySelectorAll('[data-testid="stPlotlyChart"] .annotation text')]
    .filter((each) => each.checkVisibility() && each.textContent.trim())
    .map((each) => [each.textContent, each.getBoundingClientRect()])
  const apart = (a, b) => a.right < b.left + 1 || b.right < a.left + 1 || a.bottom < b.top + 3 || b.bottom < a.top + 3
  return [words.length, words.flatMap(([text, box], nr) =>
    words.slice(nr + 1).filter(([, other]) => !apart(box, other)).map(([other]) => `${text} | ${other}`))]
}
"""
"""How many words the chart that is shown has, and which of them stand on each other."""


@pytest.mark.grundig(1)
@pytest.mark.parametrize("screen", ["telefon", "baerbar"])
@pytest.mark.parametrize(
    "chosen", ["kommune=albertslund", "kommune=koebenhavn", "kommune=hvidovre", "kommuner=bornholm.lyngby-taarbaek"]
)
def test_no_word_of_the_picture_stands_on_another(
    screen: str, chosen: str, server: Server, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(server, screen)
    window = visitor.open(f"min-kommune?{chosen}")
    expect(window.locator('[data-testid="stPlotlyChart"]:visible .main-svg').first).to_be_visible()
    visitor.settle()
    count, colliding = window.evaluate(COLLIDING)
    assert count > 50
    assert colliding == []


def test_on_a_phone_a_kommune_is_one_tap_away_and_at_most_five_screens(
    server: Server, visit: Callable[..., Visitor]
) -> None:
    phone = visit(server, "telefon")
    window = phone.open("min-kommune")
    window.get_by_role("button", name=re.compile("^Fredensborg")).first.click()
    expect(window.get_by_role("heading", name=re.compile("^Fredensborg har"))).to_be_visible()
    phone.settle()
    said = phone.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "5. ringest dækket af 37" in said
    assert not re.search(r"\bnr\. \d", said)
    height = window.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight")
    assert height <= 5 * 844


def test_a_link_made_before_opens_its_section(visitor: Visitor) -> None:
    """It said which theme a projector shows; now it says which is folded out."""
    window = visitor.open("min-kommune?v=1.0123456789.k~gladsaxe_af~fysioterapi")
    expect(window.get_by_role("rowheader", name=re.compile("^Borgere pr. kapacitet, 2024"))).to_be_visible()
    assert visitor.query() == {"kommune": "gladsaxe", "afsnit": "fysioterapi"}


def test_every_kommunes_pdf_comes_from_one_press(visitor: Visitor) -> None:
    window = visitor.open("min-kommune?kommune=gladsaxe")
    button = window.get_by_role("button", name="Alle 29 kommuner som PDF")
    with window.expect_download(timeout=120_000) as download:
        button.click()
        expect(window.get_by_text(re.compile("af 29 PDF-filer"))).to_be_visible()
    with window.expect_download(timeout=120_000):
        button.click()  # once more: it is handed over again
    with ZipFile(io.BytesIO(download.value.path().read_bytes())) as file:
        assert len(file.namelist()) == 29
        text = PdfReader(io.BytesIO(file.read("kkr-ishoej.pdf"))).pages[0].extract_text()
    assert "Ishøj" in text
    assert "k~ishoej" in text.replace("\u200b", "").replace("\n", "")
