"""A user's tables: what is understood, and the sentence, row and column of each fault."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.grundlag import Grundlag
from analytics.scenarie import Scenarie, forslag, indlaesning
from analytics.scenarie.indlaesning import Behovstabel, Scenarietabel
from analytics.scenarie.vaegte import Behov
from data import limits
from data.errors import DataError
from data.rows import kept, kept_by_column, pasted


def laes_behov(content: str | bytes, grundlag: Grundlag) -> Behovstabel:
    return indlaesning.laes_behov(pasted(content), grundlag)


def laes_scenarie(content: str | bytes, grundlag: Grundlag) -> Scenarietabel:
    return indlaesning.laes_scenarie(pasted(content), grundlag)


MISSING = "række 1, kolonne {}: kolonnen mangler"
TWICE = "række 1, kolonne {}: kolonnen står der mere end én gang"
BETWEEN = "række 2, kolonne {}: tallet skal være mellem 0 og {}"
FRACTION = "række 2, kolonne andel_65: andelen skal stå i procent (19,5) og ikke som brøk (0,195)"
EITHER = "række 2: rækken skal have enten et område eller en kommune"


def test_a_kommune_is_all_its_areas_and_an_area_comes_before_it(grundlag: Grundlag):
    table = laes_behov(
        "kommune;omraade;andel_65;faktor\nKøbenhavn;;10,5 %;3\n;Valby;12;2,5\n\nGentofte;;22;1", grundlag
    )
    assert table.fejl == []
    assert table.behov["amager"] == Behov(10.5, 3)
    assert table.behov["valby"] == Behov(12, 2.5)
    assert table.behov["gentofte"] == Behov(22, 1)
    assert len(table.behov) == 9 + 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separators_and_encodings_of_a_spreadsheet_are_understood(grundlag: Grundlag, separator, encoding):
    rows = [["Omraade", "andel_65", "faktor"], ["Høje-Taastrup", "18.5", "2"], ["oesterbro", "10", "2"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    table = laes_behov(text.encode(encoding), grundlag)
    assert (table.fejl, set(table.behov)) == ([], {"hoeje-taastrup", "oesterbro"})


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ["tabellen er tom"]),
        ("omraade;andel_65;faktor", ["tabellen har ingen rækker"]),
        ("andel_65;x\n1;2", [MISSING.format("faktor"), MISSING.format("omraade eller kommune")]),
        ("omraade;andel_65;faktor\nValby;1", ["række 2: rækken har 2 felter, men der er 3 kolonner"]),
        ("omraade;andel_65;faktor\n\nValbi;10;2", ["række 3, kolonne omraade: «Valbi» kendes ikke; mente du valby?"]),
        ("omraade;andel_65;faktor\nValby;10;2\nvalby;11;2", ["række 3, kolonne omraade: «valby» står der allerede"]),
        ("omraade;andel_65;faktor\nValby;mange;2", ["række 2, kolonne andel_65: «mange» er ikke et tal"]),
        ("omraade;andel_65;faktor\nValby;1_0;2", ["række 2, kolonne andel_65: «1_0» er ikke et tal"]),
        ("omraade;andel_65;faktor;Faktor\nValby;1;2;3", [TWICE.format("faktor")]),
        ("omraade;andel_65;faktor\nValby;;2", ["række 2, kolonne andel_65: «» er ikke et tal"]),
        ("omraade;andel_65;faktor\nValby;101;11", [BETWEEN.format("andel_65", 100), BETWEEN.format("faktor", 10)]),
        ("omraade;andel_65;faktor\nValby;0,195;2", [FRACTION]),
        ("omraade;kommune;andel_65;faktor\nValby;Gentofte;10;2", [EITHER]),
        ("kommune;andel_65;faktor\nRoskilde;10;2", ["række 2, kolonne kommune: «Roskilde» kendes ikke"]),
    ],
)  # fmt: skip
def test_each_fault_has_its_row_its_column_and_a_sentence(grundlag: Grundlag, text, sentences):
    table = laes_behov(text, grundlag)
    assert [str(fault) for fault in table.fejl] == sentences
    assert not table.behov


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('omraade;andel_65;faktor\n"Valby;1;2', "tabellen kan ikke læses som CSV"),
        ("x" * 5_000_001, "tabellen fylder mere end 5 MB"),
        ("x\n" * (limits.ROWS + 2), r"tabellen har flere end 5\.000 rækker"),
        ("x;" * limits.COLUMNS + "x", "tabellen har flere end 100 kolonner"),
        ("omraade;andel_65;faktor\n=HENT(A1);1;2", r"tabellen har en formel i række 2: «=HENT\(A1\)»"),
        ("omraade;andel_65;faktor\nValby;1; @SUM(A1)", r"en formel i række 2: «@SUM\(A1\)»"),
        ("omraade;andel_65;faktor\nValby;-A1;2", "en formel i række 2: «-A1»"),
    ],
)
def test_what_is_no_table_is_refused_whole(text: str, sentence: str):
    with pytest.raises(DataError, match=sentence):
        pasted(text)


def test_the_longest_and_the_widest_table_is_read():
    assert len(pasted("Valby;1\n" * (limits.ROWS + 1))) == limits.ROWS + 1
    assert [len(row) for row in pasted("x;" * (limits.COLUMNS - 1) + "x")] == [limits.COLUMNS]
    line = "x" * (limits.BYTES // limits.ROWS - 1) + "\n"
    assert len(pasted(line * limits.ROWS)) == limits.ROWS


def test_a_figure_with_its_sign_is_no_formula():
    assert pasted("a;b;c\n-1,5;+3 %;-1.000\n") == [["a", "b", "c"], ["-1,5", "+3 %", "-1.000"]]


def test_a_scenario_is_read_as_tabel_10_has_it(grundlag: Grundlag, frames):
    wide = frames["fysio_forslag"].pivot(index="omraade_id", columns="speciale", values="tillaeg")
    lines = [f"{omraade};{row[51]};{row[62]}".replace(".", ",") for omraade, row in wide.iterrows()]
    table = laes_scenarie("\n".join(["omraade;speciale_51;speciale_62", *lines, "Gentofte;;"]), grundlag)
    assert (table.fejl, Scenarie(tillaeg=table.tillaeg)) == ([], forslag(grundlag))


def test_amounts_that_no_slider_gives_are_faults(grundlag: Grundlag):
    table = laes_scenarie("omraade,speciale_51,speciale_62\nValby,3.65,11\nAmager,inf,-1\n,1,1", grundlag)
    assert [str(fault) for fault in table.fejl] == [
        "række 2, kolonne speciale_51: skriv hele tiendedele, som forslaget gør",
        "række 2, kolonne speciale_62: tallet skal være mellem 0 og 10",
        "række 3, kolonne speciale_51: «inf» er ikke et tal",
        "række 3, kolonne speciale_62: tallet skal være mellem 0 og 10",
        "række 4, kolonne omraade: «» kendes ikke",
    ]
    assert not table.tillaeg


@given(
    st.text()
    | st.binary()
    | st.text(alphabet='omrade;,\t\n"valby0123.-').map(lambda t: f"omraade;andel_65;faktor\n{t}")
)
def test_no_table_raises_but_what_is_no_csv(grundlag: Grundlag, content):
    try:
        rows = pasted(content)
    except DataError:
        return
    assert indlaesning.laes_behov(rows, grundlag).fejl or indlaesning.laes_behov(rows, grundlag).behov
    indlaesning.laes_scenarie(rows, grundlag)


def test_a_file_of_the_projects_own_is_read_strictly(tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"omraade_id,navn\nvalby,Valby\n")
    assert kept_by_column(file, "a.csv") == [{"omraade_id": "valby", "navn": "Valby"}]
    for content, reason in (
        ("navn\nTårnby".encode("cp1252"), "ikke gemt som UTF-8"),
        (b'navn\n"Valby', "kan ikke læses som CSV"),
    ):
        file.write_bytes(content)
        with pytest.raises(DataError, match=reason):
            kept(file, "a.csv")
    with pytest.raises(DataError, match=r"Filen b\.csv mangler"):
        kept(tmp_path / "b.csv", "b.csv")
    file.write_bytes(b"")
    assert kept_by_column(file, "a.csv") == []


def test_a_blank_line_is_no_row(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("omraade_id,navn\nvalby,Valby\n\n", encoding="utf-8")
    assert kept_by_column(file, "a.csv") == [{"omraade_id": "valby", "navn": "Valby"}]
