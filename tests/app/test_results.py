"""The page of goals and figures per kommune: every subject, theme, activity and place."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.kommune.kommunetal import AKTIVITETER, UDDANNELSER
from analytics.trafiklys import AFLEDT
from pages import components
from pages.drawing import downloads
from pages.projekter import parametre
from pages.reading import markdown, queries
from tests.app.conftest import Run, stands

PAGE = "pages/projekter/resultatmaal.py"


def _text(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption))


def test_the_finding_is_what_the_rule_gives(run: Run) -> None:
    app = run(PAGE, {})
    assert stands(app) == "12 af 22 delmål for 2024 er nået; 1 er tæt på og 9 kan ikke afgøres ud fra papirerne"
    assert "Afledt af reglen" in _text(app)
    assert "kun året kendes" in _text(app)


@pytest.mark.parametrize(
    ("dato", "finding"),
    [
        ("2020-12-31", "Papirerne har endnu ingen mål"),
        ("2022-11-30", "Ingen af de 36 delmål for 2023 er opgjort endnu"),
        ("2024-04-19", "8 af 36 delmål for 2023 er nået; 2 er ikke nået og 26 kan ikke afgøres ud fra papirerne"),
        ("2025-12-31", "12 af 22 delmål for 2024 er nået; 1 er tæt på og 9 kan ikke afgøres ud fra papirerne"),
    ],
)
@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_the_board_is_that_of_the_day(dato: str, finding: str, visning: str, run: Run) -> None:
    app = run(PAGE, {"dato": dato, "visning": visning})
    assert stands(app) == finding
    assert "Som det stod" in _text(app)
    assert (AFLEDT in _text(app)) == (dato > "2025")
    assert bool(app.info) == (dato < "2022")


@pytest.mark.parametrize(
    ("dato", "count"), [("2023-11-30", 0), ("2023-12-01", 36), ("2025-04-19", 0), ("2025-04-20", 21)]
)
def test_what_is_under_way_is_grey_when_a_report_is_overdue(
    dato: str, count: int, run: Run, rows: list[components.Row]
) -> None:
    stands(run(PAGE, {"dato": dato}))
    grey = [row.cells[1] for row in rows if row.kind == "graa"]
    assert len(grey) == count
    assert {cell.text for cell in grey} <= {"uafklaret", "ikke opgjort"}
    assert all(str(cell.note).endswith("mdr. gammel") for cell in grey)


@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_every_theme_stands_alone(visning: str, run: Run) -> None:
    themes = parametre.MAALTEMA.options()
    assert len(themes) == 9
    for name, words in themes.items():
        headline = stands(run(PAGE, {"maaltema": name, "visning": visning}))
        assert name == "alle" or headline.startswith(f"{words}: ")


@pytest.mark.parametrize("opgjort", ["antal", "pr-1000"])
def test_every_activity_has_a_headline_and_the_reports_caveats(opgjort: str, run: Run) -> None:
    for aktivitet in AKTIVITETER:
        app = run(PAGE, {"emne": "kommuner", "aktivitet": aktivitet, "opgjort": opgjort, "kommune": "glostrup"})
        assert ("pr. 1.000 borgere" in stands(app)) == (opgjort == "pr-1000")
        said = _text(app)
        assert "«Kbh.» er tallet for hele København" in said
        assert "ikke har oplyst deres kommune" in said
        assert ("Bornholm og Glostrup: ikke oplyst" in said) == (aktivitet == "ukraine-indsats")
        assert ("(27 af 29 kommuner har tal)" in app.header[0].value) == (aktivitet == "ukraine-indsats")
        assert app.subheader[0].value == "Glostrup: alle tal"


@pytest.mark.parametrize("tid", ["2023", "2022", "aendring-2023"])
def test_every_sosu_viewstands(tid: str, run: Run) -> None:
    for uddannelse in UDDANNELSER:
        for visning in ("normal", "projektor"):
            query = {"emne": "sosu", "uddannelse": uddannelse, "tid": tid, "visning": visning, "kommune": "koebenhavn"}
            stands(run(PAGE, query))


def test_a_change_says_what_it_comes_to_in_the_region(run: Run) -> None:
    headline = stands(run(PAGE, {"emne": "sosu", "tid": "aendring-2023"}))
    assert "−21 i regionen" in headline
    assert "København −6" in headline


def test_the_chosen_kommune_is_named_and_not_one_of_its_areas(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []
    monkeypatch.setattr(components, "chosen_bar", lambda _key, text, *_: named.append(text))
    stands(run(PAGE, {"emne": "sosu", "kommune": "koebenhavn"}))
    assert [text.partition(":")[0] for text in named] == ["København"]


def test_a_download_names_the_document_of_a_result(run: Run) -> None:
    lines = downloads.source_lines(("resultatmaal",), "", "", {"001", "004"})
    told = [text for what, text in lines if what == "Dokument"]
    assert [text[-5:] for text in told] == ["(001)", "(004)"]


@pytest.mark.parametrize("tema", ["Bred geografisk spredning.", "A__B", "Alle", "***"])
@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_a_theme_that_is_added_neither_hides_another_nor_takes_the_page_down(
    tema: str, visning: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is called: its goal stands beside the printed ones, and it can be chosen."""
    frames = queries.tables()
    goals = frames["resultatmaal"]
    more = pd.concat([goals, goals.query("aar == 2024").iloc[[0]].assign(nr=99, tema=tema)])
    monkeypatch.setattr(queries, "tables", lambda: {**frames, "resultatmaal": more})
    assert stands(run(PAGE, {"visning": visning})).startswith("13 af 23 delmål for 2024 er nået; 1 er tæt på og 9 kan")
    [name] = [name for name, words in parametre.MAALTEMA.options().items() if words == tema]
    assert name != "alle"
    chosen = stands(run(PAGE, {"maaltema": name, "visning": visning}))
    assert chosen.startswith(f"{markdown.plain(tema)}: 1 af 1 delmål for 2024")
    assert stands(run(PAGE, {"maaltema": "bred-geografisk-spredning"})).startswith("Bred geografisk spredning: ")
