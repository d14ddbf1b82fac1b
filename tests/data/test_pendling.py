"""Bilag 4: every cell read again from the printed rows and from the paper, and the lost one worked out a second way."""

from __future__ import annotations

import csv
import io
import shutil
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from data import __main__, commuting, description
from data.commuting import ClinicRow
from data.description import PACKAGE
from data.errors import DataError
from tests.data.layout import layouts
from tests.data.transskription import SOURCES, needs_papers, printed, rows

DOCUMENT = SOURCES / "004_2af00704f7db3414.txt"
TABLES = ("pendling_sted", "fysio_pendling", "fysio_pendling_andel")
LOST = ("hvidovre", "hoeje-taastrup")


def texts(layout: str) -> list[str]:
    return [row.text for row in printed() if row.layout == layout]


def stated() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["klinik_id"], row["hjem_id"]): row for row in rows("fysio_pendling")}


def sides() -> list[str]:
    return [row["sted_id"] for row in sorted(rows("pendling_sted"), key=lambda row: int(row["nr"]))]


def per_cent(part: int, whole: int) -> int:
    """A share as a spreadsheet writes it; a second way, by decimals."""
    return int((Decimal(100) * part / whole).quantize(Decimal(1), ROUND_HALF_UP))


def test_the_cells_are_those_of_the_printed_rows() -> None:
    names = [row["navn"] for row in rows("pendling_sted")]
    assert texts("bilag_4_hoved") == [" ".join([*names, "Pendlere i fysioterapipraksis"])]
    assert len(texts("bilag_4")) == len(names) == 38
    cells = stated()
    for name, klinik, text in zip(names, sides(), texts("bilag_4"), strict=True):
        assert text.startswith(f"{name} ")
        *found, share = text.removeprefix(f"{name} ").split(" ")
        assert [row["pendler_pct"] + "%" for row in rows("fysio_pendling_andel") if row["sted_id"] == klinik] == [share]
        if klinik == LOST[0]:
            found.insert(sides().index(LOST[1]), "")
        assert [cells[klinik, hjem]["patienter"] for hjem in sides()] == found
    assert len(cells) == 38 * 38


def test_a_cell_is_printed_or_blank_or_lost() -> None:
    for key, row in stated().items():
        expected = "tabt" if key == LOST else "trykt" if row["patienter"] else "tom"
        assert row["placering"] == expected
        assert bool(row["patienter_mindst"]) == bool(row["patienter_hoejst"]) == (key == LOST)
    kinds = [row["placering"] for row in rows("fysio_pendling")]
    assert [kinds.count(kind) for kind in ("trykt", "tom", "tabt")] == [1259, 184, 1]


def test_the_places_are_the_areas_and_ukendt() -> None:
    areas = {row["omraade_id"] for row in rows("omraade")}
    assert {row["omraade_id"] for row in rows("pendling_sted") if row["omraade_id"]} == areas
    assert [row["sted_id"] for row in rows("pendling_sted") if not row["omraade_id"]] == ["ukendt"]
    assert all(row["sted_id"] == row["omraade_id"] for row in rows("pendling_sted") if row["omraade_id"])


def test_a_row_is_on_the_page_that_its_marks_say() -> None:
    """«23 af 31» stands at the end of a page, and the next one's number below it."""
    ends = sorted(layouts()["bilag_4"].page_marks)[::2]
    for table in TABLES:
        for row in rows(table):
            assert int(row["side"]) == 23 + sum(end < int(row["kilde_linje"]) for end in ends)
    if DOCUMENT.exists():
        lines = DOCUMENT.read_text(encoding="utf-8").split("\n")
        assert [lines[end - 1].strip() for end in ends] == ["23 af 31", "24 af 31", "25 af 31"]


def test_the_lost_cell_is_the_only_one_that_all_printed_shares_fit() -> None:
    """By trying every place, with every figure that a cell can have."""
    names = sides()
    table = [[int(stated()[klinik, hjem]["patienter"] or 0) for hjem in names] for klinik in names]
    andel = {row["sted_id"]: row for row in rows("fysio_pendling_andel")}
    short = names.index(LOST[0])
    seen = [cell for place, cell in enumerate(table[short]) if names[place] != LOST[1]]

    def fitting(place: int) -> list[int]:
        table[short] = [*seen[:place], 0, *seen[place:]]
        sums = [sum(row[column] for row in table) for column in range(38)]
        home = [int(andel[name]["hjemme_pct"]) for name in names]
        own = [table[column][column] for column in range(38)]
        if any(per_cent(own[each], sums[each]) != home[each] for each in range(38) if each != place):
            return []
        return [
            value
            for value in range(200)
            if per_cent(own[place], sums[place] + value) == home[place]
            and per_cent(sum(table[short]) + value - own[short], sum(table[short]) + value)
            == int(andel[LOST[0]]["pendler_pct"])
        ]

    able = {names[place]: found for place in range(38) if (found := fitting(place))}
    assert list(able) == [LOST[1]]
    assert (able[LOST[1]][0], able[LOST[1]][-1]) == (21, 58)
    # A figure stands alone between the two rows: the cell may be that one, though the row's share speaks against it.
    [alone] = texts("bilag_4_loest_tal")
    row = stated()[LOST]
    assert (row["patienter_mindst"], row["patienter_hoejst"]) == (alone, "58") == ("16", "58")
    described = description.table("fysio_pendling")
    assert any("mellem 21 og 58" in sentence for sentence in described.interpreted)
    [caveat] = described.caveats
    assert (caveat.where["klinik_id"], caveat.where["hjem_id"]) == LOST
    assert "mellem 16 og 58 patienter" in caveat.text


def test_the_table_of_the_other_speciale_is_said_to_be_lost() -> None:
    for name in TABLES:
        assert any("Bilag 5" in sentence and "tabt" in sentence for sentence in description.table(name).lost)


def test_the_tables_are_what_the_script_makes_of_the_printed_rows() -> None:
    """So that it is tried where the document is not."""
    at = {row["kilde_linje"]: int(row["side"]) for table in TABLES for row in rows(table)}
    lines: dict[str, list[commuting.Line]] = {}
    for row in printed():
        lines.setdefault(row.layout, []).append(commuting.Line(row.first, row.last, row.text, at.get(str(row.first))))
    [header], [foot] = lines["bilag_4_hoved"], lines["bilag_4_fod"]
    annex = commuting.Annex(header, tuple(lines["bilag_4"]), foot, tuple(lines["bilag_4_loest_tal"]))
    for name, (columns, *made) in commuting.tables(annex, "004").items():
        assert [dict(zip(columns, row, strict=True)) for row in made] == list(rows(name.removesuffix(".csv")))


@needs_papers
def test_the_tables_are_what_the_script_makes_of_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(PACKAGE, tmp_path / "kilder"))
    for name in TABLES:
        (copy / "004" / f"{name}.csv").unlink()
    monkeypatch.setattr(__main__, "PACKAGE", copy)
    assert __main__.main(["pendling", str(DOCUMENT)]) == 0
    assert "fysio_pendling: 1.444 rækker" in capsys.readouterr().out
    for name in (*TABLES, "trykte_raekker"):
        assert (copy / "004" / f"{name}.csv").read_bytes() == (PACKAGE / "004" / f"{name}.csv").read_bytes(), name


@needs_papers
def test_the_paper_has_the_cells() -> None:
    """Read once more by a rule of its own: every sign between the title and the note, and the areas' names."""
    text = DOCUMENT.read_text(encoding="utf-8").partition("Bilag 4: Pendlerstatistik, speciale 51, 2023.")[2]
    lines = text.partition("Note: Data")[0].split("\n")
    joined = "".join(line for line in lines if " af " not in line)
    names = [row["navn"] for row in rows("pendling_sted")]
    rest = joined.partition("Pendlere i fysioterapipraksis")[2]
    for name, klinik in zip(names, sides(), strict=True):
        own = rest.partition(f"{name} ")[2]
        cells, _, rest = own.partition("%")
        found = cells.rpartition(" ")[0].split(" ")
        expected = [stated()[klinik, hjem]["patienter"] for hjem in sides() if (klinik, hjem) != LOST]
        assert found == expected, name


def table(*rows_: str) -> list[ClinicRow]:
    return [commuting.row_of(text) for text in rows_]


# Three areas where 80, 50 and 60 per cent are treated at home.
FULL = ("A 80 10 20 27%", "B 10 50 20 38%", "C 10 40 60 45%")
HOME = (80, 50, 60)


@pytest.mark.parametrize(("row", "place"), [(0, 1), (0, 2), (1, 0), (2, 1)])
def test_a_lost_cell_of_a_small_table_is_found_again(row: int, place: int) -> None:
    full = table(*FULL)
    cells = list(full[row].cells)
    value = cells.pop(place)
    assert value is not None
    short = [*full[:row], ClinicRow(full[row].name, tuple(cells), full[row].share), *full[row + 1 :]]
    lost = commuting.lost_cell(short, HOME)
    assert (lost.row, lost.column) == (row, place)
    assert lost.least <= value <= lost.most


def test_a_figure_that_stands_alone_widens_what_the_cell_can_be_where_its_column_allows_it() -> None:
    short = table("A 80 20 27%", *FULL[1:])
    by_shares = commuting.lost_cell(short, HOME)
    assert (by_shares.least, by_shares.most) == (10, 10)
    assert commuting.lost_cell(short, HOME, [11]) == commuting.Lost(0, 1, 10, 11)
    assert commuting.lost_cell(short, HOME, [9]) == by_shares, "the column has 51 per cent then"
    assert commuting.lost_cell(short, HOME, [12]) == by_shares, "and 49 then"


@pytest.mark.parametrize(
    ("changed", "home"),
    [
        (FULL, HOME),
        (("A 80 20 27%", "B 50 20 38%", FULL[2]), HOME),
        (("A 20 27%", *FULL[1:]), HOME),
        (("A 80 20 27%", *FULL[1:]), HOME[:2]),
        (("A 80 20 27%", "B 10 50 20 5 38%", FULL[2]), HOME),
    ],
)
def test_a_table_that_does_not_lack_one_cell_is_refused(changed: tuple[str, ...], home: tuple[int, ...]) -> None:
    with pytest.raises(DataError, match="mangler én"):
        commuting.lost_cell(table(*changed), home)


def test_the_column_limits_the_cell_where_the_row_does_not() -> None:
    # With 9 the column has 51 per cent, with 12 it has 49; the row has 90 whatever the cell is.
    wide = table("A 1000 9000 90%", "B 10 50 20 38%", "C 10 40 60 45%")
    lost = commuting.lost_cell(wide, (98, 50, 1))
    assert (lost.row, lost.column, lost.least, lost.most) == (0, 1, 10, 11)


def test_the_cell_is_not_less_than_nothing() -> None:
    lost = commuting.lost_cell(table("A 8000 2000 20%", "B 0 1000 20 2%", "C 20 0 60 25%"), (100, 100, 3))
    assert (lost.column, lost.least, lost.most) == (1, 0, 5)


@pytest.mark.parametrize(
    ("first", "home"),
    [("A 80 20 27%", (80, 50, 99)), ("A 80 20 27%", (80, 0, 60)), ("A 10 20 27%", HOME), ("A 80 20 40%", HOME)],
    ids=["another column", "a column that limits nothing", "the patients of the row's own place", "the row"],
)
def test_a_cell_that_fits_nowhere_is_refused(first: str, home: tuple[int, ...]) -> None:
    with pytest.raises(DataError, match="kan stå 0 steder"):
        commuting.lost_cell(table(first, *FULL[1:]), home)


HEAD = ["Bilag 4: Pendlerstatistik, speciale 51, 2023.", " ", "A ", "B", "o ", "Pendlere i fysioterapi", "praksis "]
BODY = ["A 8", " 20%", "", "1 af 2", " ", "2 ", " ", "7 ", "Bo", "  9 1", "0% "]
FOOT = ["Patienter behandlet i hjem", "kommune 1% 2%", "Note: Data"]


def test_rows_are_joined_without_a_separator_and_page_marks_are_left_out() -> None:
    annex = commuting.read([*HEAD, *BODY, *FOOT])
    assert annex.header == commuting.Line(3, 7, "A Bo Pendlere i fysioterapipraksis", 1)
    assert annex.rows == (commuting.Line(8, 9, "A 8 20%", 1), commuting.Line(16, 18, "Bo  9 10%", 2))
    assert annex.loose == (commuting.Line(15, 15, "7", 2),)
    assert annex.foot == commuting.Line(19, 20, "Patienter behandlet i hjemkommune 1% 2%", 2)


def test_a_document_without_page_marks_has_no_pages() -> None:
    annex = commuting.read([*HEAD, "A 8 20% ", *FOOT])
    assert {annex.header.page, annex.rows[0].page, annex.foot.page} == {None}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([HEAD[0], *["A 8 20% "] * 9, *FOOT], "ikke den overskrift"),
        ([*BODY, *FOOT], "ikke pendlerstatistikkens overskrift"),
        ([*HEAD, *BODY, *FOOT[:-1]], "slutter ikke med sin note"),
        ([HEAD[0], *BODY, *FOOT], "ikke den overskrift"),
        ([*HEAD, *BODY, FOOT[2]], "ikke den overskrift"),
        ([*HEAD, "hov", "%", *BODY, *FOOT], "noget, der ikke er en række: «hov%»"),
    ],
)
def test_a_document_that_the_rule_does_not_fit_is_refused(lines: list[str], said: str) -> None:
    with pytest.raises(DataError, match=said):
        commuting.read(lines)


def test_rows_in_another_order_than_the_header_are_refused() -> None:
    annex = commuting.read([*HEAD, *BODY[8:], *BODY[:2], *FOOT])
    with pytest.raises(DataError, match="ikke de samme områder"):
        commuting.tables(annex, "004")


def test_a_row_that_is_none_is_refused() -> None:
    with pytest.raises(DataError, match="«Dragør uden tal»"):
        commuting.row_of("Dragør uden tal")


def test_a_document_that_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["pendling", str(tmp_path / "findes-ikke.txt")]) == 1
    assert "findes-ikke.txt kan ikke læses." in capsys.readouterr().err


def test_other_printed_rows_keep_their_places(tmp_path: Path) -> None:
    document, folder = tmp_path / "papir.txt", tmp_path / "004"
    folder.mkdir()
    full = ["A 80 0 20 20%", "B 10 50 20 38%", "C 10 60 45%"]
    lines = [HEAD[0], "A B C Pendlere i fysioterapipraksis ", *(f"{text} " for text in full), f"{FOOT[0]}kommune 80%"]
    document.write_text("\n".join([*lines, " 56% 60%", "Note: Data"]), encoding="utf-8")
    header = "trykt_tabel,kilde_id,kilde_linje,kilde_linje_slut,tekst"
    before = "\n".join([header, 'foer,004,1,1,"a, b"', "bilag_4,004,2,2,A", "efter,004,9,9,c", ""])
    (folder / "trykte_raekker.csv").write_text(before, encoding="utf-8")
    assert commuting.write(document, folder) == {"pendling_sted": 3, "fysio_pendling": 9, "fysio_pendling_andel": 3}
    written = list(csv.reader(io.StringIO((folder / "trykte_raekker.csv").read_text(encoding="utf-8"))))
    assert [row[0] for row in written[1:]] == ["foer", "bilag_4_hoved", *["bilag_4"] * 3, "bilag_4_fod", "efter"]
    assert [row for row in written if row[0] == "foer"] == [["foer", "004", "1", "1", "a, b"]]
    cells = list(csv.DictReader(io.StringIO((folder / "fysio_pendling.csv").read_text(encoding="utf-8"))))
    assert [(cell["patienter"], cell["placering"]) for cell in cells[:2]] == [("80", "trykt"), ("0", "trykt")]
    [lost] = [cell for cell in cells if cell["placering"] == "tabt"]
    assert (lost["klinik_id"], lost["hjem_id"]) == ("c", "b")
    assert (lost["patienter_mindst"], lost["patienter_hoejst"], lost["side"]) == ("39", "40", "")
