"""The page of capacity: every measure, speciale, year and place, and the profile of every area."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.begreber import SPECIALER
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.tabeller import Frames
from dansk.tal import number
from pages import components
from pages.components import Area, Circle
from tests.app.conftest import Run, stands
from tests.project import ROOT

PAGE = "pages/fysioterapi/kapacitet/side.py"
PLANOMRAADER = ("alle", "bornholm", "byen", "midt", "nord", "syd")
with (ROOT / "data" / "kilder" / "register" / "omraade.csv").open(encoding="utf-8", newline="") as file:
    AREAS = {row["omraade_id"]: row["navn"] for row in csv.DictReader(file)}


def _figures(app: AppTest) -> set[str]:
    """Every figure that a finding tells, as it is written."""
    return set(re.findall(r"[−+]?[\d.]+(?:,\d+)?", stands(app)))


@pytest.mark.grundig(8)
@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_finding_of_every_view_is_the_highest_figure_and_who_has_it(
    measure: Measure, speciale: int, run: Run, frames: Frames, areas: pd.DataFrame
) -> None:
    for planomraade, aar in zip(PLANOMRAADER, cycle((2024, 2027, 2030)), strict=False):
        query = {"maal": measure.id, "speciale": str(speciale), "aar": str(aar), "planomraade": planomraade}
        app = run(PAGE, query)
        shown = areas if planomraade == "alle" else areas[areas["planomraade"] == planomraade]
        place, key = ("omraade_id", "omraade") if measure.geografi == "omraade" else ("kommune_id", "kommune")
        rows = measure.beregn(frames, speciale, measure.year(aar)).set_index("sted_id")["vaerdi"]
        own = rows[rows.index.isin(shown[place])].dropna()
        names = frames[key].set_index(place)["navn"]
        sign = measure.retning == "aendring"
        assert number(own.max(), measure.decimaler, sign=sign) in _figures(app)
        leading = [names[each] for each in own[own == own.max()].index]
        if len(leading) <= 4:
            assert all(name in stands(app) for name in leading)
        else:
            assert f"{len(leading)} steder" in stands(app)


@pytest.mark.grundig(8)
@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_a_profile(area: str, run: Run) -> None:
    app = run(PAGE, {"omraade": area})
    assert AREAS[area] in [heading.value.removesuffix(": alle tal") for heading in app.header]


def test_there_are_37_areas() -> None:
    assert len(AREAS) == 37


@pytest.mark.parametrize("picture", ["fliser", "kort"])
@pytest.mark.parametrize("circles", ["nej", "ja"])
@pytest.mark.parametrize("view", ["normal", "projektor"])
def test_the_picture_that_is_asked_for_is_drawn_with_every_area(
    picture: str, circles: str, view: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, Mapping[str, Area], Sequence[Circle], str]] = []

    def draw(_key: str, picture: str, areas: Mapping[str, Area], _legend: object, **told: Any) -> None:
        drawn.append((picture, areas, told.get("circles", ()), told["alt"]))

    monkeypatch.setattr(components, "area_map", draw)
    finding = stands(run(PAGE, {"billede": picture, "cirkler": circles, "visning": view}))
    ((kind, areas, rings, alt),) = drawn
    assert kind == picture
    assert {name: area.navn for name, area in areas.items()} == AREAS
    assert areas["valby"].tekst == "14.324"
    assert areas["valby"].beskrivelse.endswith(", ringest dækket af 37")
    assert all(area.farve and not area.daempet for area in areas.values())
    assert (len(rings) > 30) == (picture == "kort" and circles == "ja")
    assert alt == finding


@pytest.mark.parametrize(
    ("measure", "picture", "dotted"),
    [
        ("ventetid-gns", "fliser", True),
        ("ventetid-maks", "fliser", True),
        ("ventetid-gns", "kort", False),
        ("klinikker", "fliser", False),
        ("kapacitet", "fliser", False),
    ],
)
def test_a_wait_is_shown_with_the_clinics_that_it_rests_on(
    measure: str, picture: str, dotted: bool, run: Run, frames: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Mapping[str, Area]] = []
    monkeypatch.setattr(components, "area_map", lambda _key, _picture, areas, _legend, **_: drawn.append(areas))
    app = run(PAGE, {"maal": measure, "billede": picture, "speciale": "62"})
    stands(app)
    reported = frames["fysio_ventetid"].query("speciale == 62").set_index("omraade_id")["klinikker"]
    ((areas),) = drawn
    assert {name: area.prikker for name, area in areas.items()} == {
        name: int(reported[name]) if dotted else 0 for name in AREAS
    }
    told = [name for name, area in areas.items() if "har meldt ventetid" in area.beskrivelse]
    assert len(told) == (len(AREAS) if dotted else 0)
    assert any("En prik er en klinik" in caption.value for caption in app.caption) == dotted


def test_a_kommune_is_marked_and_the_others_can_still_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Mapping[str, Area]] = []
    monkeypatch.setattr(components, "area_map", lambda _key, _picture, areas, _legend, **_: drawn.append(areas))
    app = run(PAGE, {"kommune": "koebenhavn"})
    assert "Valby" in stands(app)
    ((areas),) = drawn
    assert sum(area.egen for area in areas.values()) == 9
    assert not any(area.daempet for area in areas.values())
    assert any("København er 9 områder" in caption.value for caption in app.caption)
    assert "Fredensborg" in stands(run(PAGE, {"kommune": "fredensborg"}))


def test_the_list_is_the_five_worst_ones_own_and_the_three_best(run: Run, rows: list[components.Row]) -> None:
    run(PAGE, {"kommune": "ishoej"})
    listed = [(row.group, row.id, row.kind) for row in rows if row.group]
    assert [id for head, id, _ in listed if head == "Ringest"] == [
        "valby",
        "amager",
        "bispebjerg",
        "vanloese",
        "fredensborg",
    ]
    assert [(id, kind) for head, id, kind in listed if head == "Ishøj"] == [("ishoej", "egen")]
    assert [id for head, id, _ in listed if head == "Bedst"] == ["furesoe", "rudersdal", "hoersholm"]


@pytest.mark.parametrize("query", [{"liste": "alle"}, {"orden": "navn-op"}])
def test_the_whole_list_is_shown_when_asked_for_or_put_in_another_order(
    query: dict[str, str], run: Run, rows: list[components.Row]
) -> None:
    run(PAGE, query)
    assert {row.id for row in rows if row.id in AREAS} == set(AREAS)
    assert not any(row.group for row in rows)


@pytest.mark.parametrize("picture", ["fliser", "kort"])
def test_clinics_and_waits_turn_to_the_map_and_after_them_the_picture_is_what_it_was(picture: str, run: Run) -> None:
    app = run(PAGE, {"billede": picture})
    for measure, shown in [
        ("kapacitet", picture),
        ("ventetid-gns", "kort"),
        ("klinikker", "kort"),
        ("kapacitet", picture),
        ("befolkning", picture),
    ]:
        app.selectbox(key="_maal").select(measure).run()
        stands(app)
        assert app.session_state["_visning_nu"].values["fysioterapi-kapacitet/billede"] == shown


def test_a_link_decides_the_picture_of_a_wait(run: Run) -> None:
    for query, shown in [({"maal": "ventetid-gns"}, "fliser"), ({"maal": "ventetid-gns", "billede": "kort"}, "kort")]:
        app = run(PAGE, query)
        assert app.session_state["_visning_nu"].values["fysioterapi-kapacitet/billede"] == shown


def test_a_kommune_outside_the_planomraade_is_said(run: Run) -> None:
    app = run(PAGE, {"planomraade": "bornholm", "kommune": "ballerup"})
    assert not app.exception
    assert len(app.info) == 1


def test_the_headline_names_who_is_worst_off(run: Run) -> None:
    headline = run(PAGE, {}).header[0].value
    assert "Valby" in headline
    assert "14.324" in headline
