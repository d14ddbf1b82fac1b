"""A kommune's page to take away: what the PDF and the workbook hold, for one kommune and for six."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
from pypdf import PdfReader

from analytics.scenarie import Scenarie, udregn
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


@pytest.mark.parametrize("which", ["one", "six"])
def test_the_pdf_is_tagged_danish_a4_and_holds_every_theme(which: str, request: pytest.FixtureRequest) -> None:
    afsnit: Sequence[Afsnit] = request.getfixturevalue(which)
    reader = PdfReader(io.BytesIO(make_pdf("København", afsnit, LINK, date(2025, 1, 2))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Min kommune: København"
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(595, 842)}
    text = _words(" ".join(page.extract_text() for page in reader.pages))
    for each in afsnit:
        assert _words(each.fund) in text
        assert _words(each.tema) in text
    assert "14.324" in text
    assert f"Side1af{len(reader.pages)}" in text


def test_the_workbook_has_a_sheet_for_each_table_and_the_sources(one: tuple[Afsnit, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook("København", one, LINK)))
    tables = [table.navn for each in one for table in each.tabeller]
    assert book.sheetnames == [*tables, "Kilde"]
    assert len(set(tables)) == len(tables)
    areas = {row[0]: row for row in book["Fysioterapi 51"].iter_rows(min_row=2, values_only=True)}
    assert areas["Valby"][1:3] == (14324, "nr. 1 af 37")
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
