"""A kommune's page to take away: what the PDF and the workbook hold, for one kommune and for six."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from threading import Barrier
from zipfile import ZipFile

import openpyxl
import pytest
from pypdf import PageObject, PdfReader

from analytics.kommune.kommuneprofil import Kommuneprofil
from analytics.scenarie import Scenarie, udregn
from dansk import saetning
from pages.kommune import alle, billede, udlevering
from pages.kommune.afsnit import every
from pages.kommune.indhold import Afsnit
from pages.kommune.udlevering import make_pdf, make_workbook
from pages.reading import queries
from pages.view import sharing

LINK = "http://kkr.test/min-kommune?v=1.0123456789.k~koebenhavn"
SCENARIO = {"scenariet": udregn(Scenarie(2030, {("valby", 51): 1.5}), queries.foundation())}
SIX = ("koebenhavn", "broendby", "bornholm", "lyngby-taarbaek", "hoeje-taastrup", "frederikssund")


@pytest.fixture(scope="module")
def one() -> tuple[Afsnit, ...]:
    return every([queries.profile("koebenhavn")], SCENARIO)


@pytest.fixture(scope="module")
def six() -> tuple[Afsnit, ...]:
    return every([queries.profile(each) for each in SIX], SCENARIO)


def _words(text: str) -> str:
    """Text without what a line break may add or take away, or allow."""
    return "".join(text.replace("\u200b", "").split())


def _profiles(*kommuner: str) -> list[Kommuneprofil]:
    return [queries.profile(each) for each in kommuner]


def _is_whole(reader: PdfReader, titel: str) -> str:
    """Hold that a PDF is tagged, Danish and A4, and return its text."""
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"Min kommune: {titel}"
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(595, 842)}
    text = _words(" ".join(page.extract_text() for page in reader.pages))
    assert f"Side1af{len(reader.pages)}" in text
    return text


def test_several_kommuner_are_one_picture_and_their_themes_side_by_side(six: tuple[Afsnit, ...]) -> None:
    reader = PdfReader(io.BytesIO(make_pdf(_profiles(*SIX), six, LINK, date(2025, 1, 2))))
    text = _is_whole(reader, saetning.listed([queries.kommune_names()[each] for each in SIX]))
    for each in six:
        assert _words(each.fund) in text
        assert _words(each.tema) in text
    first = _words(reader.pages[0].extract_text())
    for sentence in billede.of(_profiles(*SIX)).saetninger:
        assert _words(sentence) in first
    assert "14.324" in first


@pytest.mark.grundig(2)
@pytest.mark.parametrize("kommune", [*queries.kommune_names()])
def test_a_kommune_is_two_full_pages(kommune: str) -> None:
    profiles = _profiles(kommune)
    themes = every(profiles, {})
    reader = PdfReader(io.BytesIO(make_pdf(profiles, themes, LINK, date(2025, 1, 2))))
    text = _is_whole(reader, queries.kommune_names()[kommune])
    assert len(reader.pages) == 2
    for page in reader.pages:
        assert _last_line(page) < 90
    shown = billede.of(profiles)
    first = _words(reader.pages[0].extract_text())
    for said in (*shown.saetninger, *(part for bone in shown.knogler for part in (bone.name, bone.said, bone.low))):
        assert _words(said) in first
    for theme in themes[1:]:
        assert _words(theme.fund) in text


def _last_line(page: PageObject) -> int:
    """How far above the foot of the sheet the last line before the page's own foot stands, in points."""
    heights: set[int] = set()

    def read(text: str, page: Sequence[float], line: Sequence[float], *_: object) -> None:
        if text.strip():
            heights.add(round(line[4] * page[1] + line[5] * page[3] + page[5]))

    page.extract_text(visitor_text=read)
    return sorted(heights)[1]


def test_the_fullest_page_is_still_two() -> None:
    """København with a scenario for each of its areas."""
    everywhere = {(area, speciale): 0.5 for area in queries.profile("koebenhavn").omraader for speciale in (51, 62)}
    scenarios = {"scenariet": udregn(Scenarie(2030, everywhere), queries.foundation())}
    profiles = _profiles("koebenhavn")
    reader = PdfReader(io.BytesIO(make_pdf(profiles, every(profiles, scenarios), LINK, date(2025, 1, 2))))
    assert len(reader.pages) == 2


def test_all_are_one_file_with_a_pdf_each_and_it_is_told_how_far_it_is() -> None:
    heard: list[int] = []
    links = {each: f"http://kkr.test/{each}" for each in ("ishoej", "bornholm", "gladsaxe")}
    with ZipFile(io.BytesIO(alle.make_zip(links, date(2025, 1, 2), heard.append))) as file:
        assert file.namelist() == [f"kkr-{each}.pdf" for each in links]
        for each, link in links.items():
            text = _is_whole(PdfReader(io.BytesIO(file.read(f"kkr-{each}.pdf"))), queries.kommune_names()[each])
            assert _words(link) in text
    assert heard == [1, 2, 3]


def test_two_of_them_are_made_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    both = Barrier(2)

    def make(profiler: Sequence[Kommuneprofil], *_: object) -> bytes:
        both.wait(60)  # each is made while another is
        return profiler[0].kommune_id.encode()

    monkeypatch.setattr(udlevering, "make_pdf", make)
    links = {each: f"http://kkr.test/to-ad-gangen/{each}" for each in ("ishoej", "bornholm", "gladsaxe", "dragoer")}
    with ZipFile(io.BytesIO(alle.make_zip(links, date(2025, 1, 2), lambda _: None))) as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == {
            f"kkr-{each}.pdf": each for each in links
        }


def test_the_workbook_has_a_sheet_for_each_table_and_the_sources(one: tuple[Afsnit, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook("København", one, LINK)))
    tables = [table.navn for each in one for table in each.tabeller]
    assert book.sheetnames == [*tables, "Kilde"]
    assert len(set(tables)) == len(tables)
    areas = {row[0]: row for row in book["Fysioterapi 51"].iter_rows(min_row=2, values_only=True)}
    assert areas["Valby"][1:3] == (14324, "ringest dækket af 37")
    assert "Kilden har et andet grundlag" in str(areas["Valby"][-1])
    whole = {row[0]: row for row in book["Fysioterapi kommunen"].iter_rows(min_row=2, values_only=True)}
    assert whole["Tilskud pr. borger (kr.), efter klinik, 2023"][1:3] == ("(29)", "ikke hel")
    said = {row[0]: row[1] for row in book["Kilde"].iter_rows(values_only=True)}
    assert said["Link til visningen"] == LINK
    assert "Dataversion" in said
    assert "hel" in said["Fysioterapi"]


def test_side_by_side_each_kommune_has_its_column(six: tuple[Afsnit, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook("Seks", six, LINK)))
    names = [queries.kommune_names()[each] for each in SIX]
    for sheet in book.sheetnames[:-1]:
        headings = [cell.value for cell in book[sheet][1]]
        assert [heading for heading in headings if heading in names] == names
    counted = {row[0]: row for row in book["Erhvervshus"].iter_rows(min_row=2, values_only=True)}
    ukraine = counted["Deltagelser i indsatsen for Ukraine, 2024"]
    assert "ikke oplyst" in ukraine
    assert 5 in ukraine


def test_marks_stand_beside_figures_and_sources_below(one: tuple[Afsnit, ...]) -> None:
    proposal = one[1].tabeller[0]
    marked = {row.cells[0].text for row in proposal.raekker if any(cell.mark for cell in row.cells)}
    assert "Valby, 51" in marked
    for each in one:
        assert each.kilder
        assert each.trykt


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.s3eLXkYROKH", "1.s3eLXkYROKH"),
        ("http://kkr.test/min-kommune?scenarie=1.s3eLXkYROKH&kommune=valby", "1.s3eLXkYROKH"),
        ("http://kkr.test/fysioterapi-scenarie?v=1.0123456789.k~valby_e~1.s3eLXkYROKH", "1.s3eLXkYROKH"),
        ("noget andet", "noget andet"),
    ],
)
def test_a_scenario_is_found_in_a_link(text: str, code: str) -> None:
    assert sharing.scenario_in(text) == code
