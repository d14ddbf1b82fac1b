"""A user's own file of clinics: read as offices write it, refused with row, column and reason."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import __main__ as commands
from data import limits, store
from data.clinics import COLUMNS, FILE, Clinics, read_clinics

HEADER = ";".join(COLUMNS)
GOOD = "Klinik Æ;Vej 1;2500;55,6638;12,5142;Valby;3,5;0;1200"


def _read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Clinics:
    file = tmp_path / "klinikker.csv"
    file.write_bytes(text.encode(encoding))
    clinics = read_clinics(file)
    assert clinics is not None
    return clinics


def _errors(tmp_path: Path, *rows: str, header: str = HEADER) -> list[tuple[int | None, str | None, str]]:
    clinics = _read(tmp_path, "\n".join([header, *rows]) + "\n")
    assert clinics.frame.empty and "omraade_id" in clinics.frame
    return [(error.row, error.column, error.reason) for error in clinics.errors]


def test_no_file_is_no_clinics(tmp_path: Path) -> None:
    assert read_clinics(tmp_path / "klinikker.csv") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "lines",
    [
        [HEADER, GOOD],
        [HEADER, GOOD.replace("55,6638", "55.6638"), "", ";;;;;;;;"],
        [HEADER.replace(";", ","), 'Klinik Æ,Vej 1,2500,"55,6638",12.5142,VALBY,3.5,0,1200'],
        [
            "omraade;lon;lat;navn;adresse;postnr;patienter;kapacitet_62;kapacitet_51",
            "valby;12,5142;55,6638; Klinik Æ ;Vej 1;2500;1200;0;3,5",
        ],
    ],
)
def test_the_ways_that_offices_write_it_are_read_alike(
    tmp_path: Path, encoding: str, newline: str, lines: list[str]
) -> None:
    clinics = _read(tmp_path, newline.join(lines) + newline, encoding)
    assert clinics.errors == []
    assert clinics.frame.to_dict("records") == [
        {
            "navn": "Klinik Æ",
            "adresse": "Vej 1",
            "postnr": "2500",
            "lat": 55.6638,
            "lon": 12.5142,
            "omraade_id": "valby",
            "kapacitet_51": 3.5,
            "kapacitet_62": 0.0,
            "patienter": 1200,
        }
    ]


def test_blank_is_not_zero(tmp_path: Path) -> None:
    frame = _read(tmp_path, f"{HEADER}\nKlinik;;;55,1;14,7;Bornholm;;;\n").frame
    assert frame.loc[0, ["adresse", "postnr", "kapacitet_51", "kapacitet_62", "patienter"]].isna().all()
    assert frame["patienter"].dtype == "Int64" and frame["kapacitet_51"].dtype == "float64"


@pytest.mark.parametrize(
    ("old", "new", "column", "reason"),
    [
        ("55,6638", "halvtreds", "lat", "«halvtreds» er ikke et tal"),
        ("55,6638", "", "lat", "der mangler en værdi"),
        ("55,6638", "nan", "lat", "«nan» er ikke et tal"),
        ("55,6638", "57,05", "lat og lon", "punktet 57.05, 12.5142 ligger uden for Region Hovedstaden"),
        ("55,6638;12,5142", "12,5142;55,6638", "lat og lon", "bredde og længde er byttet om"),
        ("Valby", "Valbyy", "omraade", "«Valbyy» er ikke et planlægningsområde; mente du valby?"),
        ("Valby", "Aarhus Ø", "omraade", "«Aarhus Ø» er ikke et planlægningsområde"),
        ("3,5", "-1", "kapacitet_51", "værdien er mindre end 0"),
        ("3,5", "inf", "kapacitet_51", "«inf» er ikke et tal"),
        ("1200", "1.200", "patienter", "«1.200» er ikke et helt tal"),
        ("1200", "9" * 30, "patienter", "værdien er større end 1000000"),
        ("2500", "250", "postnr", "værdien har ikke formen [0-9]{4}"),
        ("Klinik Æ", "", "navn", "der mangler en værdi"),
        ("0;1200", "0", "patienter", "rækken har for få felter"),
    ],
)
def test_a_wrong_cell_is_named_with_row_column_and_reason(
    tmp_path: Path, old: str, new: str, column: str, reason: str
) -> None:
    first = GOOD.replace("Klinik Æ", "Den anden")
    found = _errors(tmp_path, first, "", GOOD.replace(old, new))
    assert [(row, where) for row, where, _ in found] == [(4, column)]
    assert reason in found[0][2]


def test_every_error_is_told(tmp_path: Path) -> None:
    found = _errors(tmp_path, GOOD.replace("3,5", "x"), GOOD.replace("2500", "x"))
    assert [(row, column) for row, column, _ in found] == [(2, "kapacitet_51"), (3, "postnr")]


def test_a_row_with_too_many_fields_is_named(tmp_path: Path) -> None:
    assert (2, None, "rækken har for mange felter") in _errors(tmp_path, f"{GOOD};1")


def test_a_clinic_that_is_there_twice_is_named(tmp_path: Path) -> None:
    other = GOOD.replace("Vej 1", "Vej 2")
    found = _errors(tmp_path, GOOD, other, GOOD.upper().replace("VALBY", "Valby"))
    assert found == [(4, "navn", "klinikken står allerede i række 2")]


@pytest.mark.parametrize(
    ("header", "column", "reason"),
    [
        (
            HEADER.replace("kapacitet_51", "kapacitet51"),
            "kapacitet51",
            "overskriften skal være kapacitet_51",
        ),
        (HEADER.replace(";patienter", ""), "patienter", "kolonnen mangler"),
        (HEADER.replace("adresse", "navn"), "navn", "samme overskrift"),
    ],
)
def test_a_wrong_header_is_named(tmp_path: Path, header: str, column: str, reason: str) -> None:
    found = _errors(tmp_path, ";".join(GOOD.split(";")[: header.count(";") + 1]), header=header)
    assert any(where == column and reason in told for _, where, told in found)


@pytest.mark.parametrize("content", [b"", b"\x81\x8d", b"PK\x03\x04\x00\x00;\x00", b'navn;"', b"navn\n" * 3])
def test_what_is_no_table_of_clinics_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "klinikker.csv"
    file.write_bytes(content)
    clinics = read_clinics(file)
    assert clinics is not None and clinics.errors and clinics.frame.empty


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"x" * (limits.BYTES + 1), "filen fylder mere end 5 MB, som er det meste, der læses"),
        (b"x\n" * (limits.ROWS + 2), "filen har flere end 5.000 rækker"),
        (b'navn;"', "filen kan ikke læses som CSV"),
        (GOOD.replace("Vej 1", "=HENT(A1)").encode(), "filen har en formel i række 1: «=HENT(A1)»; skriv værdien"),
    ],
)
def test_the_true_reason_is_said_of_a_file_that_is_not_read(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "klinikker.csv"
    file.write_bytes(content)
    clinics = read_clinics(file)
    assert clinics is not None and clinics.frame.empty
    assert [str(error).partition(". ")[0] if "rækker" in reason else str(error) for error in clinics.errors] == [reason]


@settings(deadline=None)  # the first example imports frictionless
@given(st.binary(max_size=60))
def test_no_content_at_all_is_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "tilfaeldig.csv"
    file.write_bytes(f"{HEADER}\n{GOOD}\n".encode() + content)
    clinics = read_clinics(file)
    assert clinics is not None
    assert clinics.errors or not clinics.frame.empty


def test_the_template_is_an_empty_file_of_clinics(tmp_path: Path) -> None:
    copy = tmp_path / "klinikker.csv"
    shutil.copy(FILE.with_name("klinikker-skabelon.csv"), copy)
    clinics = read_clinics(copy)
    assert clinics is not None
    assert clinics.errors == [] and clinics.frame.empty


def test_the_guide_explains_every_column() -> None:
    guide = FILE.with_name("LAESMIG.md").read_text(encoding="utf-8")
    assert all(f"| {column} |" in guide for column in COLUMNS)


def test_the_check_prints_errors_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clinics = _read(tmp_path, f"{HEADER}\n{GOOD.replace('Valby', 'Alby')}\n")
    monkeypatch.setattr("data.clinics.read_clinics", lambda: clinics)
    assert commands.main(["tjek"]) == 1
    printed = capsys.readouterr().out
    assert "Datapakken: ingen fejl." in printed
    assert "række 2, kolonne omraade: «Alby» er ikke et planlægningsområde" in printed


def test_the_check_passes_without_a_file(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("data.clinics.read_clinics", lambda: None)
    assert commands.main(["tjek"]) == 0
    assert "det behøver den ikke" in capsys.readouterr().out


def test_the_database_is_built_on_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["byg"]) == 0
    printed = capsys.readouterr().out
    assert re.fullmatch(rf"Databasen er klar efter \d+,\d sekunder\. Udgave: {store.current_version()}\n", printed)


def test_a_template_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["skabelon", "vip_status", str(tmp_path / "findes-ikke" / "a.xlsx")]) == 1
    assert "kan ikke skrives" in capsys.readouterr().err


def test_the_command_line_speaks_danish(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["-h"], ["slet"], []):
        with pytest.raises(SystemExit):
            commands.main(arguments)
        printed = "".join(capsys.readouterr())
        assert "brug: python -m data" in printed and "usage" not in printed


def test_the_frame_is_typed_also_when_empty(tmp_path: Path) -> None:
    frame = _read(tmp_path, f"{HEADER}\n").frame
    assert pd.api.types.is_float_dtype(frame["lat"]) and frame["patienter"].dtype == "Int64"
