"""The page of goals and the figures per kommune there and under Arbejdskraft: every theme, activity and place."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, UDDANNELSER
from analytics.tabeller import Frames
from analytics.tavler import resultatmaal
from analytics.trafiklys import AFLEDT
from dansk.tal import number
from pages import components, view
from pages.drawing import charts, downloads
from pages.reading import markdown, queries
from pages.resultatmaal import parametre
from tests.app.conftest import Run, stands
from tests.project import ROOT

pytestmark = pytest.mark.grundig(6)

PAGE, WORK = "pages/resultatmaal/side.py", "pages/arbejdskraft/side.py"
IN_2025 = date(2025, 12, 31)


def _printed(source: str, table: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / source / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NAMES = {row["kommune_id"]: row["navn"] for row in _printed("register", "kommune")}
_KOMMUNE_OF = {row["omraade_id"]: row["kommune_id"] for row in _printed("register", "omraade")}
CITIZENS = Counter[str]()
for _row in _printed("004", "befolkning"):
    if _row["aar"] == "2024":
        CITIZENS[_KOMMUNE_OF[_row["omraade_id"]]] += int(_row["borgere"])


def _text(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption))


def test_the_finding_is_what_the_rule_gives(run: Run) -> None:
    app = run(PAGE, {})
    assert stands(app) == "12 af Erhvervshusets 22 delmål er nået"
    assert "Afledt af reglen" in _text(app)
    assert "dag ukendt" in _text(app)


@pytest.mark.parametrize(
    ("dato", "finding"),
    [
        ("2020-12-31", "Papirerne har endnu ingen mål"),
        ("2022-11-30", "Ingen af Erhvervshusets 36 delmål for 2023 er opgjort endnu"),
        ("2024-04-19", "8 af Erhvervshusets 36 delmål er nået"),
        ("2025-12-31", "12 af Erhvervshusets 22 delmål er nået"),
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
    stands(run(PAGE, {"dato": dato, "maalfoer": "ja"}))
    grey = [row.cells[1] for row in rows if row.kind == "graa"]
    assert len(grey) == count
    assert {cell.text for cell in grey} <= {"kan ikke afgøres", "ikke opgjort"}
    assert all(str(cell.note).endswith("mdr. gammel") for cell in grey)


THEMES = {
    "alle": ("12 af Erhvervshusets 22 delmål er nået", 22, 36),
    "kendskabsgrad": ("Kendskabsgrad: 2 af 4 delmål er nået", 4, 6),
    "bred-geografisk-spredning": ("Bred geografisk spredning: 6 af 7 delmål er nået", 7, 7),
    "kvalitet-kompetencer-og-tilfredshed": ("Kvalitet, kompetencer og tilfredshed: det ene delmål er nået", 1, 4),
    "knudepunktsfunktion": ("Knudepunktsfunktion: 3 af 7 delmål er nået", 7, 7),
    "groen-omstilling": ("Grøn omstilling: 1 af 4 delmål er nået", 0, 4),
    "effekt-i-virksomhederne": ("Effekt i virksomhederne: ingen af de 3 delmål for 2024 er opgjort endnu", 3, 4),
    "digitalisering": ("Digitalisering: ingen af de 3 delmål for 2023 kan afgøres", 0, 3),
    "internationalisering": ("Internationalisering: det ene delmål for 2023 kan ikke afgøres", 0, 1),
}
"""What each theme finds, and how many goals it has for 2024 and for 2023."""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[charts.Chart]:
    """The charts that a page would show."""
    shown: list[charts.Chart] = []
    monkeypatch.setattr(charts, "show", lambda _key, *of, **_: shown.extend(of))
    return shown


def test_the_themes_share_the_goals() -> None:
    assert list(THEMES) == list(parametre.MAALTEMA.options())
    (_, *whole), *themes = THEMES.values()
    assert [sum(counts) for counts in zip(*(theme[1:] for theme in themes), strict=True)] == whole


@pytest.mark.grundig(2)
@pytest.mark.parametrize("earlier", ["nej", "ja"])
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_stands_alone_with_its_goals(
    theme: str, earlier: str, run: Run, rows: list[components.Row], drawn: list[charts.Chart]
) -> None:
    """Those of the latest year, and the earlier where they are asked for or there are no others."""
    finding, in_2024, in_2023 = THEMES[theme]
    both = earlier == "ja" or not in_2024
    assert stands(run(PAGE, {"maaltema": theme, "maalfoer": earlier})) == finding
    goals = [row for row in rows if re.match(r"\d\.?\d?[a-z]?\d* ", row.cells[0].text)]
    assert len(goals) == in_2024 + (in_2023 if both else 0)
    [chart] = drawn
    assert len(chart.twin.rows) == (58 if both else 22), "the picture shows them all"
    assert stands(run(PAGE, {"maaltema": theme, "maalfoer": earlier, "visning": "projektor"})) == finding


def test_the_picture_has_a_square_for_each_goal_and_the_table_beside_it_what_is_not_reached(
    run: Run, rows: list[components.Row], drawn: list[charts.Chart]
) -> None:
    stands(run(PAGE, {"visning": "projektor"}))
    [chart] = drawn
    counted = Counter(row.cells[3].text for row in chart.twin.rows)
    assert counted == {"nået": 12, "tæt på": 1, "kan ikke afgøres": 9}
    squares = {trace.marker.color: len(trace.x) for trace in chart.figure.data if trace.customdata is not None}
    assert list(squares.values()) == [12, 1, 9]
    assert [row.cells[1].text for row in rows] == ["tæt på", *9 * ["kan ikke afgøres"]]
    assert rows[0].cells[2].text == "47 af 50 pct."
    assert "blank" not in str(chart.twin) + str(rows)


def test_a_square_chooses_its_theme_and_lets_it_go_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Callable[[str], None]] = []
    put: list[object] = []
    monkeypatch.setattr(charts, "show", lambda *_, on_choose, **__: handed.append(on_choose))
    monkeypatch.setattr(view, "put", lambda _parameter, value: put.append(value))
    stands(run(PAGE, {}))
    stands(run(PAGE, {"maaltema": "kendskabsgrad"}))
    handed[0]("kendskabsgrad")
    handed[1]("kendskabsgrad")
    assert put == ["kendskabsgrad", "alle"]


def test_a_day_with_one_year_has_no_switch_for_others(run: Run) -> None:
    assert len(run(PAGE, {"dato": "2024-04-19"}).toggle) == 0
    [switch] = run(PAGE, {}).toggle
    assert switch.label == "Vis også tidligere år"


def test_the_switch_names_no_year_that_is_shown_already(
    run: Run, monkeypatch: pytest.MonkeyPatch, frames: Frames
) -> None:
    printed = resultatmaal.aarstavler(frames, IN_2025)
    of_today = {max(printed) + 1: printed[max(printed)], **printed}
    monkeypatch.setattr(queries, "year_goals", lambda day: printed if day == IN_2025 else of_today)
    [switch] = run(PAGE, {"dato": IN_2025.isoformat()}).toggle
    assert not [year for year in of_today if str(year) in switch.label]


def _highest(figures: Mapping[str, float]) -> tuple[str, float]:
    """The name of the kommune with the highest figure, and the figure; it has it alone."""
    place, most = max(figures.items(), key=lambda pair: pair[1])
    assert [*figures.values()].count(most) == 1
    return NAMES[place], most


@pytest.mark.grundig(2)
@pytest.mark.parametrize("opgjort", ["antal", "pr-1000"])
@pytest.mark.parametrize("aktivitet", AKTIVITETER)
def test_every_activity_names_who_has_most_and_the_reports_caveats(
    aktivitet: str, opgjort: str, run: Run, rows: list[components.Row]
) -> None:
    """Counted here from the papers' own rows; nine areas share København's figure, and have one row."""
    table = "kommunefordeling_total" if aktivitet == I_ALT else "kommunefordeling"
    figures = {
        row["kommune_id"]: float(row["deltagelser"])
        for row in _printed("004", table)
        if row["aktivitet"] == AKTIVITETER[aktivitet] and row["kommune_id"] and row["deltagelser"]
    }
    if opgjort == "pr-1000":
        figures = {place: 1000 * figure / CITIZENS[place] for place, figure in figures.items()}
    name, most = _highest(figures)
    app = run(PAGE, {"emne": "kommuner", "aktivitet": aktivitet, "opgjort": opgjort, "kommune": "glostrup"})
    finding = stands(app)
    assert finding.startswith(f"{name} har flest deltagelser")
    assert finding.endswith(f": {number(most, 2 if opgjort == 'pr-1000' else 0)}")
    assert ("pr. 1.000 borgere" in finding) == (opgjort == "pr-1000")
    assert ("27 af 29 kommuner har tal." in _text(app)) == (aktivitet == "ukraine-indsats")
    ranked = [row for row in rows if row.id and len(row.cells) == 3]
    assert len(ranked) == 29
    assert (ranked[0].cells[0].text, ranked[0].cells[1].text) == (name, "1")
    said = _text(app)
    assert "«Kbh.» er tallet for hele København" in said
    assert "ikke har oplyst deres kommune" in said
    assert ("Bornholm og Glostrup: ikke oplyst" in said) == (aktivitet == "ukraine-indsats")
    assert app.subheader[0].value == "Glostrup: alle tal"
    told = [row.kind for row in rows if row.kind == "sum"]
    assert len(told) == (1 if opgjort == "pr-1000" else 3), "the printed sums, or the region as one"


def _places(uddannelse: str, aar: str) -> dict[str, float]:
    wanted = ("ssa", "ssh") if uddannelse == BEGGE else (uddannelse,)
    found: dict[str, float] = {}
    for row in _printed("002", "sosu_laereplads"):
        if row["aar"] == aar and row["uddannelse"] in wanted:
            found[row["kommune_id"]] = found.get(row["kommune_id"], 0) + float(row["pladser"])
    return found


@pytest.mark.grundig(2)
@pytest.mark.parametrize("visning", ["normal", "projektor"])
@pytest.mark.parametrize("tid", ["2023", "2022"])
@pytest.mark.parametrize("uddannelse", UDDANNELSER)
def test_every_education_and_year_names_who_has_most(
    uddannelse: str, tid: str, visning: str, run: Run, rows: list[components.Row]
) -> None:
    name, most = _highest(_places(uddannelse, tid))
    query = {"emne": "sosu", "uddannelse": uddannelse, "tid": tid, "visning": visning, "kommune": "koebenhavn"}
    assert stands(run(WORK, query)) == f"{name} har flest {UDDANNELSER[uddannelse]} i {tid}: {number(most)}"
    own = {row.cells[0].text: [cell.text for cell in row.cells[1:4]] for row in rows if row.id is None}
    both = (_places(BEGGE, year)["koebenhavn"] for year in ("2022", "2023"))
    before, after = both
    assert own["SOSU-lærepladser"] == [number(before), number(after), number(after - before)]


@pytest.mark.parametrize(
    ("uddannelse", "finding", "spread"),
    [
        (BEGGE, "SOSU-lærepladser: −21 i regionen; København falder mest", "mellem Frederikssund +4 og København −6"),
        (
            "ssa",
            "lærepladser til SOSU-assistenter: −17 i regionen; København falder mest",
            "mellem Frederikssund +2 og København −4",
        ),
        (
            "ssh",
            "lærepladser til SOSU-hjælpere: −4 i regionen; Tårnby falder mest",
            "mellem Frederikssund +2 og Tårnby −2",
        ),
    ],
)
@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_a_change_says_what_it_comes_to_in_the_region(
    uddannelse: str, finding: str, spread: str, visning: str, run: Run
) -> None:
    query = {"emne": "sosu", "tid": "aendring-2023", "uddannelse": uddannelse, "visning": visning}
    app = run(WORK, query)
    assert stands(app) == f"Ændring i {finding}"
    assert f"2022-2023, {spread}." in _text(app)


def test_the_chosen_kommune_is_named_and_not_one_of_its_areas(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []
    monkeypatch.setattr(components, "chosen_bar", lambda _key, text, *_: named.append(text))
    stands(run(WORK, {"emne": "sosu", "kommune": "koebenhavn"}))
    assert [text.partition(":")[0] for text in named] == ["København"]


def test_a_download_names_the_document_of_a_result(run: Run) -> None:
    lines = downloads.source_lines(("resultatmaal",), "", "", {"001", "004"})
    told = [text for what, text in lines if what == "Dokument"]
    assert [text[-5:] for text in told] == ["(001)", "(004)"]


@pytest.mark.grundig(1)
@pytest.mark.parametrize("tema", ["Bred geografisk spredning.", "A__B", "Alle", "***"])
@pytest.mark.parametrize("visning", ["normal", "projektor"])
def test_a_theme_that_is_added_neither_hides_another_nor_takes_the_page_down(
    tema: str, visning: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is called: its goal stands beside the printed ones, and it can be chosen."""
    frames = queries.tables()
    goals = frames["resultatmaal"]
    more = pd.concat([goals, goals.query("aar == 2024").iloc[[0]].assign(nr=99, tema=tema)])
    added = {**frames, "resultatmaal": more}
    monkeypatch.setattr(queries, "tables", lambda: added)
    monkeypatch.setattr(queries, "year_goals", lambda day: resultatmaal.aarstavler(added, day))
    assert stands(run(PAGE, {"visning": visning})) == "13 af Erhvervshusets 23 delmål er nået"
    [name] = [name for name, words in parametre.MAALTEMA.options().items() if words == tema]
    assert name != "alle"
    chosen = stands(run(PAGE, {"maaltema": name, "visning": visning}))
    assert chosen == f"{markdown.plain(tema)}: det ene delmål er nået"
    assert stands(run(PAGE, {"maaltema": "bred-geografisk-spredning"})).startswith("Bred geografisk spredning: ")
