"""Downloads: CSV and Excel that a Danish office opens right, and the Data Package as a zip."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import unicodedata
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from data.export import package_zip, table_csv, table_excel, workbook
from data.reader import Formula, read_sheets
from tests.data.lille_pakke import make_package

FRAME = pd.DataFrame(
    {
        "navn": ["Høje-Taastrup", "Brønshøj; Husum", None],
        "aar": [2024, 2025, 2030],
        "borgere": [51234, 4383, 7],
        "kapacitet": [6.25, 0.0, np.nan],
        "pct": [1 / 3, -2.4, 12.0],
        "patienter": pd.array([1, None, 3], dtype="Int64"),
        "oplyst": [True, False, True],
        "dato": [dt.date(2024, 4, 19), None, dt.date(2025, 1, 2)],
        "bygget": pd.to_datetime(["2024-04-19", None, "2025-01-02 13:30"], format="ISO8601"),
    }
)


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_is_what_a_danish_excel_reads() -> None:
    content = table_csv(FRAME)
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == 4
    assert _rows(content) == [
        list(FRAME.columns),
        [
            "Høje-Taastrup",
            "2024",
            "51234",
            "6,25",
            "0,3333333333333333",
            "1",
            "ja",
            "2024-04-19",
            "2024-04-19",
        ],
        ["Brønshøj; Husum", "2025", "4383", "0", "-2,4", "", "nej", "", ""],
        ["", "2030", "7", "", "12", "3", "ja", "2025-01-02", "2025-01-02 13:30:00"],
    ]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_danish_numbers_come_back_as_they_went(numbers: list[float]) -> None:
    written = [row[0] for row in _rows(table_csv(pd.DataFrame({"tal": numbers})))[1:]]
    assert [float(text.replace(",", ".")) for text in written] == numbers
    assert all("." not in text and "e" not in text for text in written)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_text_comes_back_as_it_went(texts: list[str]) -> None:
    frame = pd.DataFrame({"nr": range(len(texts)), "tekst": pd.Series(texts, dtype=object)})
    assert [row[1] for row in _rows(table_csv(frame))[1:]] == texts


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
            st.floats(allow_nan=False, allow_infinity=False),
        ),
        max_size=30,
    )
)
def test_the_reader_gives_back_what_was_written(cells: list[tuple[str, float]]) -> None:
    frame = pd.DataFrame({"tekst": [text for text, _ in cells], "tal": [number for _, number in cells]})
    [sheet] = read_sheets("tabel.csv", table_csv(frame))
    assert (sheet.headings, sheet.plain) == (("tekst", "tal"), False)
    assert [number for number, _ in sheet.rows] == list(range(2, len(cells) + 2))
    for (text, number), (_, (read_text, read_number)) in zip(cells, sheet.rows, strict=True):
        expected = unicodedata.normalize("NFC", text).strip()
        assert read_text == expected
        assert isinstance(read_text, Formula) == expected.startswith("=")
        assert float(str(read_number).replace(",", ".")) == number


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_of_a_users_file_never_becomes_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    frame = pd.DataFrame({"navn": [text], "tal": [-1.5]})
    assert _rows(table_csv(frame, from_user_file=True))[1] == [f"'{text}", "-1,5"]
    assert _rows(table_csv(frame))[1] == [text, "-1,5"]
    cell = openpyxl.load_workbook(io.BytesIO(table_excel(frame, [("Kilde", text)])))["Data"]["A2"]
    assert cell.data_type == "s" and cell.quotePrefix


def _book(frame: pd.DataFrame = FRAME, **options: dict[str, str]) -> openpyxl.Workbook:
    lines = [("Dokument", "Praksisplan"), ("Link", "http://localhost:8501/?aar=2030")]
    return openpyxl.load_workbook(io.BytesIO(table_excel(frame, lines, **options)))


def test_excel_has_numbers_as_numbers_and_dates_as_dates() -> None:
    sheet = _book()["Data"]
    assert [cell.value for cell in sheet[1]] == list(FRAME.columns)
    assert [cell.value for cell in sheet[2]] == [
        "Høje-Taastrup", 2024, 51234, 6.25, 1 / 3, 1, "ja", dt.datetime(2024, 4, 19), dt.datetime(2024, 4, 19)
    ]  # fmt: skip
    assert [cell.value for cell in sheet[4]][:6] == [None, 2030, 7, None, 12, 3]
    assert [cell.number_format for cell in sheet[2]][1:5] == ["0", "#,##0", "#,##0.00", "#,##0.00"]
    assert sheet["H2"].number_format == "yyyy-mm-dd"


def test_excel_takes_number_formats_by_column() -> None:
    assert _book(formats={"kapacitet": "0.0"})["Data"]["D2"].number_format == "0.0"


def test_excel_is_laid_out_for_reading() -> None:
    sheet = _book()["Data"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:I4"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width >= len("Brønshøj; Husum")


def test_excel_says_where_the_figures_come_from() -> None:
    sheet = _book()["Kilde"]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["Dokument", "Praksisplan"],
        ["Link", "http://localhost:8501/?aar=2030"],
    ]
    assert sheet["B2"].hyperlink.target == "http://localhost:8501/?aar=2030"


def test_empty_tables_and_control_characters_can_be_exported() -> None:
    assert _rows(table_csv(FRAME.head(0))) == [list(FRAME.columns)]
    assert _book(FRAME.head(0))["Data"].max_row == 1
    assert _book(pd.DataFrame({"navn": ["a\x0bb"]}))["Data"]["A2"].value == "ab"


def test_the_zipped_package_is_valid_and_complete(tmp_path: Path) -> None:
    content = package_zip()
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    package = Package(str(tmp_path / "datapackage.json"))
    assert package.validate().valid
    assert all(resource.schema.fields and resource.title for resource in package.resources)
    assert not list(tmp_path.glob("*/fysio_*.json"))


def test_the_same_package_gives_the_same_zip(tmp_path: Path) -> None:
    package, _ = make_package(tmp_path)
    first = package_zip(package)
    for file in package.rglob("*.csv"):
        file.touch()
    assert package_zip(package) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        descriptor = json.loads(archive.read("datapackage.json"))
        assert "004/kapacitet.csv" in archive.namelist()
    assert descriptor["resources"][0]["schema"]["fields"][0]["name"] == "kommune_id"


def test_a_workbook_has_a_sheet_for_each_frame_and_shows_each_figure_with_its_own_decimals() -> None:
    mixed = pd.DataFrame({"tal": ["borgere", "kapacitet", "=1+1"], "Valby": [14324.0, 4.4, None]})
    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"Fysioterapi": mixed, "Tom": mixed.head(0)}, [("Dokument", "x")]))
    )
    assert book.sheetnames == ["Fysioterapi", "Tom", "Kilde"]
    cells = [book["Fysioterapi"].cell(row, 2) for row in (2, 3, 4)]
    assert [(cell.value, cell.number_format) for cell in cells[:2]] == [(14324, "#,##0"), (4.4, "#,##0.0")]
    assert cells[2].value is None
    assert book["Fysioterapi"]["A4"].data_type == "s"
    assert book["Kilde"]["B1"].value == "x"
