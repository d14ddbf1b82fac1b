"""The page of recruitment and training, and the annual report among the goals: each opens with what the papers have."""

from __future__ import annotations

import pytest

from pages import components
from pages.access.settings import ENVIRONMENT, OWN_CONTROL
from pages.drawing import charts
from tests.app.conftest import Run, stands
from tests.data.transskription import rows as printed

PAGE, GOALS = "pages/arbejdskraft/side.py", "pages/resultatmaal/side.py"

VIEWS = {
    "uddannelse": (PAGE, "14,2 % i hovedstaden søgte en erhvervsuddannelse; målet året efter var 25 %"),
    "rekruttering": (PAGE, "Ishøj ventes at få 140 % flere af de ældste, Rødovre 23 %"),
    "anbefalinger": (PAGE, "3 af 44 anbefalinger er nævnt igen i et senere papir"),
    "beretning": (GOALS, "Seneste måling: 2 af 3 effektmål er nået, omsætningen ikke"),
}
"""What each subject finds."""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[charts.Chart]:
    """The charts that a page would show."""
    shown: list[charts.Chart] = []
    monkeypatch.setattr(charts, "show", lambda _key, *of, **_: shown.extend(of))
    return shown


def _figures(chart: charts.Chart) -> set[float]:
    return {float(cell.value) for row in chart.twin.rows for cell in row.cells if isinstance(cell.value, float | int)}


@pytest.mark.grundig(3)
@pytest.mark.parametrize("visning", ["normal", "projektor"])
@pytest.mark.parametrize("emne", VIEWS)
def test_every_subject_opens_with_its_finding_and_one_picture(
    emne: str, visning: str, run: Run, drawn: list[charts.Chart]
) -> None:
    page, finding = VIEWS[emne]
    assert stands(run(page, {"emne": emne, "visning": visning})) == finding
    [chart] = drawn
    assert finding in chart.alt


def test_the_page_opens_with_training(run: Run) -> None:
    assert stands(run(PAGE, {})) == VIEWS["uddannelse"][1]


def test_the_pictures_hold_the_printed_figures(run: Run, drawn: list[charts.Chart]) -> None:
    for emne, (page, _) in VIEWS.items():
        stands(run(page, {"emne": emne}))
    training, growth, recommended, effects = drawn
    of = {row["tal_id"]: row for row in printed("arbejdskraft_tal")}
    dated = [row for row in of.values() if row["art"] in ("maal", "stilling") and row["aar"]]
    assert _figures(training) == {float(row["tal"]) for row in dated}
    assert _figures(growth) == {float(row["tal"]) for row in of.values() if row["art"] == "vaekst"}
    assert len(recommended.twin.rows) == len(printed("arbejdskraft_anbefaling"))
    assert _figures(effects) == {4.4, 12.8, 0.3, 10, 5}


def test_below_a_picture_stand_the_other_figures_of_its_subject(run: Run, rows: list[components.Row]) -> None:
    """No figure of the papers is on no page: those of the picture, of the tables beside it, and the rest."""
    for emne, subject in (("uddannelse", "uddannelse"), ("rekruttering", "rekruttering")):
        rows.clear()
        stands(run(PAGE, {"emne": emne}))
        told = {cell.text for row in rows for cell in row.cells}
        for row in printed("arbejdskraft_tal"):
            if row["emne"] == subject and row["art"] not in ("maal", "stilling", "vaekst", "kommuner"):
                assert row["hvad"] in told, row


def test_the_annual_report_has_all_its_figures_with_the_goals_that_they_say_something_of(
    run: Run, rows: list[components.Row]
) -> None:
    stands(run(GOALS, {"emne": "beretning"}))
    listed = [row for row in rows if row.group]
    assert len(listed) == len(printed("erhvervshus_tal"))
    goals = {row.cells[0].text: row.cells[2].text for row in listed}
    assert goals["Nye job"] == "5a2"
    assert goals["Net Promoter Score"] == "3a"
    assert goals["Virksomheder, der fik hjælp"] == "–"


@pytest.mark.parametrize("emne", VIEWS)
def test_before_the_papers_there_is_nothing_to_show(emne: str, run: Run) -> None:
    """On the first day that a link can say no paper had come; the annual report came after the others."""
    app = run(VIEWS[emne][0], {"emne": emne, "dato": "2022-01-01" if emne == "beretning" else "2020-01-01"})
    assert "endnu" in stands(app)
    [told] = [info.value for info in app.info]
    assert "kendes først fra" in told


def test_each_page_offers_its_own_subjects(run: Run) -> None:
    for page, subjects in (
        (PAGE, ["Erhvervsuddannelse", "Rekruttering", "Anbefalinger", "SOSU-lærepladser"]),
        (GOALS, ["Resultatmål", "Årsberetning", "Kommuner"]),
    ):
        [control] = [each for each in run(page, {}).button_group if each.key == "_emne"]
        assert list(control.options) == subjects


def test_officials_add_sosu_places_where_they_now_stand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, OWN_CONTROL)
    app = run(PAGE, {"emne": "sosu"})
    app.button(key="opdater").click().run()
    assert not app.exception
    assert {button.key for button in app.get("download_button")} >= {"skabelon-True", "skabelon-False"}
    assert not [button.key for button in run(PAGE, {}).button if button.key == "opdater"], (
        "nothing else may be added to"
    )
    assert not [button.key for button in run(GOALS, {"emne": "beretning"}).button if button.key == "opdater"]
