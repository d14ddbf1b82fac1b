"""Files that are damaged, absurd or meant to harm: each reader says in Danish what is wrong, in bounded time."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from analytics.grundlag import Grundlag
from analytics.scenarie.indlaesning import laes_behov, laes_scenarie
from data import commuting, confined, limits, reader
from data.clinics import COLUMNS, read_clinics
from data.errors import DataError
from data.officials import intake
from data.rows import pasted
from tests.omfang import SEED, THOROUGH
from tests.udfyldning import NEW_SOURCE, NEW_STATUS, filled

ENGLISH = re.compile(
    r"\b(error|exception|traceback|invalid|expected|could not|object|line \d|byte|none|nan)\b|/|\\", re.I
)
STATUS = "projekt_id,dato,art,raekkefoelge,tekst,dato_praecision,kilde_id,kilde_linje,side\n"
CLINICS = ";".join(COLUMNS) + "\nKlinik Æ;Vej 1;2500;55,6638;12,5142;Valby;3,5;0;1200\n"


def _in_danish(sentence: str) -> None:
    assert not ENGLISH.search(re.sub(r"«[^»]*»", "", sentence).replace("og/eller", "")), sentence


def _damaged(content: bytes, seed: int) -> bytes:
    """The file with a few bytes changed, taken out, put in or cut off."""
    draw = random.Random(f"{SEED} {seed}")
    changed = bytearray(content)
    for _ in range(draw.choice((1, 1, 1, 5))):
        at = draw.randrange(len(changed)) if changed else 0
        match draw.randrange(5):
            case 0 | 1 if changed:
                changed[at] ^= 1 << draw.randrange(8)
            case 2:
                changed[at : at + draw.randrange(1, 40)] = b""
            case 3:
                changed[at:at] = draw.randbytes(draw.randrange(1, 9))
            case _:
                changed[:] = changed[: at + 1]
    return bytes(changed)


@pytest.fixture(scope="module")
def template() -> bytes:
    return filled("vip_status", [NEW_STATUS], [NEW_SOURCE])


@pytest.fixture(scope="module")
def loose(template: bytes) -> bytes:
    """The same workbook unpacked within its archive, so that a byte that is another reaches what reads its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part), zipfile.ZIP_STORED)
    return packed.getvalue()


SEEDS = range(2000 if THOROUGH else 25)


def test_a_damaged_workbook_is_said_to_be_damaged(template: bytes, loose: bytes) -> None:
    for seed in SEEDS:
        for content in (template, loose):
            changed = _damaged(content, seed)
            try:
                reader.read_sheets("status.xlsx", changed)
            except DataError as error:
                _in_danish(str(error))


def test_so_is_one_whose_parts_are_damaged_and_whose_archive_is_not(template: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for seed in SEEDS:
        name = random.Random(seed).choice(sorted(parts))
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as new:
            for part, text in parts.items():
                new.writestr(part, _damaged(text, seed) if part == name else text)
        try:
            reader.read_sheets("status.xlsx", content.getvalue())
        except DataError as error:
            _in_danish(str(error))


def test_a_damaged_csv_is_read_or_refused_by_every_reader_of_one(tmp_path: Path, grundlag: Grundlag) -> None:
    file = tmp_path / "klinikker.csv"
    status = (STATUS + "madspild,2025-03-19,status,1,Ny tekst.,dag,004,12,\n").encode()
    scenarie = b"omraade;speciale_51;speciale_62\nValby;1,5;0\n"
    behov = b"omraade;andel_65;faktor\nValby;19,5;2\n"
    for seed in SEEDS:
        file.write_bytes(_damaged(CLINICS.encode(), seed))
        clinics = read_clinics(file)
        for fault in clinics.errors if clinics else ():
            _in_danish(str(fault))
        for read, content in (
            (lambda text: reader.read_sheets("status.csv", text), status),
            (lambda text: laes_scenarie(pasted(text), grundlag), scenarie),
            (lambda text: laes_behov(pasted(text), grundlag), behov),
        ):
            try:
                read(_damaged(content, seed))
            except DataError as error:
                _in_danish(str(error))


def test_a_damaged_paper_gives_no_table(tmp_path: Path) -> None:
    file = tmp_path / "papir.txt"
    for content in (b"", b"\xef\xbb\xbf", b"\xff\xfe\0x", b"Bilag 4\n" * 9, "1 af 31\nå\n".encode("cp1252")):
        file.write_bytes(content)
        with pytest.raises(DataError) as refused:
            commuting.write(file, tmp_path)
        _in_danish(str(refused.value))
        assert [each.name for each in tmp_path.iterdir()] == ["papir.txt"]


EMPTY = [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"\n\n", b" \t ", b"\xef\xbb\xbf;;;\n"]


@pytest.mark.parametrize("content", EMPTY)
def test_a_file_that_is_empty_but_for_its_mark_is_empty(content: bytes, tmp_path: Path, grundlag: Grundlag) -> None:
    for name in ("a.csv", "a.xlsx"):
        with pytest.raises(DataError, match=r"tom\.|Excel|passer ikke"):
            intake.plan(name, content)
    file = tmp_path / "klinikker.csv"
    file.write_bytes(content)
    clinics = read_clinics(file)
    assert clinics is not None and clinics.errors and clinics.frame.empty
    for read in (laes_scenarie, laes_behov):
        assert "tom" in str(read(pasted(content), grundlag).fejl[0])


def _with_part(content: bytes, name: str, text: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part rewritten."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text(old.read(part)) if part == name else old.read(part))
    return changed.getvalue()


SHEET = "xl/worksheets/sheet1.xml"

ABSURD = ["1e400", "-1e300", "9" * 400, "1e", "NaN", "inf", "-inf", "1_000", "0x10", "١٢", "1" * 5000]


@pytest.mark.parametrize("figure", ABSURD, ids=lambda figure: figure[:9])
def test_an_absurd_figure_is_one_fault_of_its_row(figure: str, tmp_path: Path, grundlag: Grundlag) -> None:
    head = "aar;nr;del;tema;maal;art;retning;maal_tal;enhed;realiseret_tal;realiseret_tekst;kommentar;"
    head += "resultat_kilde_id;resultat_kilde_linje;tilstand;uafklaret;kilde_id;kilde_linje;side"
    line = f"2026;1;a;Digitalisering;Flere.;kvantitativ;hoejere;{figure};pct.;;;;;;;;004;3;"
    plan = intake.plan("maal.csv", f"{head}\n{line}\n".encode())
    [(_, fault)] = plan.faults
    assert (fault.row, fault.column) == (2, "maal_tal")
    assert len(fault.reason) < 200
    if figure.startswith("-"):  # elsewhere it is taken for a formula
        return
    file = tmp_path / "klinikker.csv"
    file.write_text(CLINICS.replace(";3,5;", f";{figure};"), encoding="utf-8")
    clinics = read_clinics(file)
    assert clinics is not None and [fault.column for fault in clinics.errors] == ["kapacitet_51"]
    faults = laes_behov(pasted(f"omraade;andel_65;faktor\nValby;{figure};2"), grundlag).fejl
    assert [(fault.row, fault.column) for fault in faults] == [(2, "andel_65")]
    assert all(len(str(fault)) < 200 for fault in (*faults, *clinics.errors))


@pytest.mark.parametrize(
    "figure", ["1" + "0" * 400, "1E300", "-1E999", "-100000000000000000"], ids=lambda text: text[:9]
)
def test_an_absurd_figure_of_a_workbook_is_one_too(figure: str, template: bytes) -> None:
    book = filled("vip_status", [NEW_STATUS | {"kilde_linje": 7654321}], [NEW_SOURCE])
    plan = intake.plan("ny.xlsx", _with_part(book, SHEET, lambda sheet: sheet.replace(b"7654321", figure.encode())))
    assert [(fault.row, "stort" in fault.reason) for _, fault in plan.faults] == [(2, True)]


@pytest.mark.parametrize(
    ("delimiter", "figure", "read"),
    [
        (",", '"1,234"', None),
        (",", '"-12,500"', None),
        (",", '"1,23"', "1.23"),
        (",", '"0,5"', "0.5"),
        (",", "1.234", "1.234"),
        (";", "1.234", None),
        (";", "1,234", "1.234"),
        (";", "1234", "1234"),
        ("\t", "1.234", None),
    ],
)
def test_a_figure_that_can_be_read_in_two_ways_is_refused(delimiter: str, figure: str, read: str | None) -> None:
    head = "aar,nr,del,tema,maal,art,retning,maal_tal,enhed,realiseret_tal,realiseret_tekst,kommentar,"
    head += "resultat_kilde_id,resultat_kilde_linje,tilstand,uafklaret,kilde_id,kilde_linje,side"
    line = "2026,1,a,Digitalisering,Flere.,kvantitativ,hoejere,TAL,pct.,,,,,,,,004,3,"
    text = f"{head}\n{line}\n".replace(",", delimiter).replace("TAL", figure)
    plan = intake.plan("maal.csv", text.encode())
    if read is None:
        assert [("to måder" in fault.reason, fault.column) for _, fault in plan.faults] == [(True, "maal_tal")]
    else:
        assert ("maal_tal", "", read) in plan.changes[0].cells


@pytest.mark.parametrize(
    ("date", "read"),
    [("03/04/2025", None), ("19/03/2025", "2025-03-19"), ("03-04-2025", "2025-04-03"), ("04/04/2025", "2025-04-04")],
)
def test_so_is_a_date(date: str, read: str | None) -> None:
    plan = intake.plan("status.csv", f"{STATUS}madspild,{date},status,1,Ny tekst.,dag,004,12,\n".encode())
    told = [fault.reason for _, fault in plan.faults] or [plan.changes[0].key.split(", ")[1]]
    assert told == [read] if read else "to måder" in told[0]
    danish = intake.plan("status.csv", f"{STATUS}madspild,{date},status,1,Ny.,dag,004,12,\n".replace(",", ";").encode())
    assert not danish.faults, "Between semicolons it is a Dane's."


@pytest.mark.parametrize("amount", ["1.234", "1,234", "12.500"])
def test_so_is_a_clinics_capacity(amount: str, tmp_path: Path) -> None:
    file = tmp_path / "klinikker.csv"
    file.write_text(CLINICS.replace(";3,5;", f";{amount};"), encoding="utf-8")
    clinics = read_clinics(file)
    assert clinics is not None and "to måder" in str(clinics.errors[0])


# What a workbook may ask to have read


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_document_type_is_refused_however_it_is_written(part: str, encoding: str, template: bytes) -> None:
    def declare(text: bytes) -> bytes:
        body = re.sub(r"^<\?xml[^>]*\?>", "", text.decode())
        return (ENTITIES + body).encode(encoding)

    with pytest.raises(DataError, match="Excel ikke skriver"):
        reader.read_sheets("a.xlsx", _with_part(template, part, declare))


def test_merged_cells_are_found_in_time_whatever_stands_around_them(template: bytes) -> None:
    for text in (b"<mergeCell " * 400_000, b"<mergeCell ref=" * 300_000, b"<" + b"a" * 4_000_000, b"<a:" * 1_000_000):
        book = _with_part(template, SHEET, lambda sheet, text=text: sheet.replace(b"<sheetData>", text))  # type: ignore[misc]
        began = time.process_time()
        with pytest.raises(DataError, match="beskadiget"):
            reader.read_sheets("a.xlsx", book)
        assert time.process_time() - began < 5


def test_a_file_that_takes_too_long_or_too_much_is_ended_and_said_in_one_sentence(
    template: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "SECONDS", 2)
    began = time.monotonic()
    with pytest.raises(DataError, match=re.escape(confined.TOO_SLOW)):
        confined.read("tests.data.uvillige:forever", "a.xlsx", 0)
    assert time.monotonic() - began < 20
    with pytest.raises(DataError, match=re.escape(confined.BROKEN)):
        confined.read("tests.data.uvillige:fall", "a.xlsx", 0)
    with pytest.raises(DataError, match=re.escape(confined.TOO_MUCH)):
        confined.read("tests.data.uvillige:fill", "a.xlsx", 10 * confined.MEMORY)
    with pytest.raises(DataError, match=re.escape(confined.TOO_MUCH)):
        confined.read("tests.data.uvillige:end", "a.xlsx", 0)


def test_a_fault_of_our_own_is_in_the_log_and_not_in_the_sentence(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(DataError) as refused:
        confined.read("tests.data.uvillige:err", "a.xlsx", 0)
    _in_danish(str(refused.value))
    assert "KeyError: 'en nøgle'" in caplog.text


def test_what_is_read_apart_is_what_is_read_here(template: bytes) -> None:
    here, apart = intake.plan("ny.xlsx", template), intake.plan_apart("ny.xlsx", template)
    assert apart == here
    wrong = filled("vip_status", [NEW_STATUS | {"projekt_id": "madspil"}], [NEW_SOURCE])
    assert intake.plan_apart("ny.xlsx", wrong).faults == intake.plan("ny.xlsx", wrong).faults
    with pytest.raises(DataError, match="Excels gamle format"):
        intake.plan_apart("ny.xlsx", b"\xd0\xcf\x11\xe0")
    for name, content in (("a.txt", b"x"), ("a.csv", b"x" * (limits.BYTES + 1))):
        with pytest.raises(DataError):
            intake.plan_apart(name, content)


def test_a_table_of_unknown_places_is_told_in_time(grundlag: Grundlag) -> None:
    table = "omraade;speciale_51;speciale_62\n" + "\n".join(f"Albertslun{n} Nord;1;1" for n in range(limits.ROWS))
    began = time.process_time()
    found = laes_scenarie(pasted(table), grundlag)
    assert len(found.fejl) == limits.ROWS
    assert "mente du" in found.fejl[0].reason
    assert time.process_time() - began < 2


@pytest.mark.grundig(1)
@pytest.mark.parametrize("name", ["formats", "rows"])
def test_a_small_workbook_cannot_hold_the_server(name: str, template: bytes) -> None:
    """Packed it is some kilobytes; read, it would take minutes or gigabytes."""
    made = {
        # openpyxl's own pattern for what to leave out of a format begins anew at each bracket and reads to the end.
        "formats": lambda: _with_part(
            template, "xl/styles.xml", lambda styles: styles.replace(b"yyyy-mm-dd", b"[" * 2_000_000)
        ),
        "rows": lambda: _with_part(
            template,
            SHEET,
            lambda sheet: sheet.replace(b"<sheetData>", b"<sheetData>" + b"<row><c/></row>" * 1_500_000),
        ),
    }[name]()
    assert len(made) < 200_000
    began = time.monotonic()
    with pytest.raises(DataError) as refused:
        intake.plan_apart("a.xlsx", made)
    _in_danish(str(refused.value))
    assert time.monotonic() - began < 2 * confined.SECONDS + 10


def test_who_reads_a_strangers_file_is_handed_none_of_the_servers_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_COOKIE_SECRET", "hemmelig")
    monkeypatch.setenv("KKR_EGNE_TABELLER", "her")
    handed = confined.read("os:getenv", "ny.csv", "STREAMLIT_SERVER_COOKIE_SECRET")
    assert (handed, confined.read("os:getenv", "ny.csv", "KKR_EGNE_TABELLER")) == (None, "her")
