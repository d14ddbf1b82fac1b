"""The page of capacity: every measure, speciale, year and place, and the profile of every area."""

from __future__ import annotations

import csv
from itertools import cycle

import pytest
from streamlit.testing.v1 import AppTest

from analytics.begreber import SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from tests.app.conftest import Run, stands
from tests.project import ROOT

PAGE = "pages/fysioterapi/kapacitet/side.py"
PLANOMRAADER = ("alle", "bornholm", "byen", "midt", "nord", "syd")
with (ROOT / "data" / "kilder" / "register" / "omraade.csv").open(encoding="utf-8", newline="") as file:
    AREAS = {row["omraade_id"]: row["navn"] for row in csv.DictReader(file)}


def _stands(app: AppTest) -> None:
    headline = stands(app)
    assert any(character.isdigit() for character in headline), headline


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
@pytest.mark.parametrize("speciale", SPECIALER)
def test_every_view_has_a_headline(measure: Measure, speciale: int, run: Run) -> None:
    for planomraade, aar in zip(PLANOMRAADER, cycle((2024, 2027, 2030)), strict=False):
        query = {"maal": measure.id, "speciale": str(speciale), "aar": str(aar), "planomraade": planomraade}
        _stands(run(PAGE, query))


@pytest.mark.grundig(12)
@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_a_profile(area: str, run: Run) -> None:
    app = run(PAGE, {"omraade": area})
    _stands(app)
    assert any(heading.value.startswith(AREAS[area]) for heading in app.header)


def test_there_are_37_areas() -> None:
    assert len(AREAS) == 37


@pytest.mark.parametrize("picture", ["fliser", "kort"])
@pytest.mark.parametrize("circles", ["nej", "ja"])
@pytest.mark.parametrize("view", ["normal", "projektor"])
def test_every_picture_is_drawn(picture: str, circles: str, view: str, run: Run) -> None:
    _stands(run(PAGE, {"billede": picture, "cirkler": circles, "visning": view}))


def test_a_kommune_outside_the_planomraade_is_said(run: Run) -> None:
    app = run(PAGE, {"planomraade": "bornholm", "kommune": "ballerup"})
    assert not app.exception
    assert len(app.info) == 1


def test_the_headline_names_who_is_worst_off(run: Run) -> None:
    headline = run(PAGE, {}).header[0].value
    assert "Valby" in headline
    assert "14.324" in headline
