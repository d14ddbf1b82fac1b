"""Patienternes veje: the pictures say what the table says, and the lost cell is nowhere a number or nought."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.pendling.matrix import UKENDT
from analytics.pendling.stroemme import bevaegelser
from dansk import tal
from geo import landkort
from pages.components import Ability
from pages.fysioterapi.parametre import VEJE
from pages.fysioterapi.pendling import fulgt, hentning, veje
from pages.reading import queries
from pages.style import theme
from tests.app import insides
from tests.app.conftest import Run, stands
from tests.app.test_charts import figures, twin

PAGE = "pages/fysioterapi/pendling/side.py"
PICTURES = list(VEJE.options())
SOME_AREAS = ["ingen", "fredensborg", "valby", "hvidovre", "hoeje-taastrup", "bornholm"]


def message(app: AppTest, key: str) -> dict[str, Any]:
    (sent,) = insides.messages(app, key)
    found: dict[str, Any] = json.loads(sent)
    return found


@pytest.mark.parametrize("area", SOME_AREAS)
@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_stands_for_any_area_with_a_short_finding_and_says_whose_patients(
    picture: str, area: str, run: Run
) -> None:
    app = run(PAGE, {"veje": picture, "omraade": area})
    finding = stands(app)
    assert len(finding.split()) <= 12
    assert len(re.findall(r"\d[\d.,]*", finding)) <= 2
    if area != "ingen":
        assert queries.area_names()[area] in finding
    captions = " ".join(element.value for element in app.caption)
    assert "Kilde: " in captions
    if picture != "opland":
        assert "Patienter i 2023, speciale 51." in captions
        assert "Tabellen for 62 var et billede og er tabt" in captions


def test_without_an_area_the_finding_is_of_the_one_that_most_leave(run: Run) -> None:
    finding = stands(run(PAGE, {}))
    assert finding == "7 af 10 patienter fra Fredensborg behandles i en anden kommune"


@pytest.mark.parametrize(
    ("area", "finding"),
    [
        ("valby", "6 af 10 patienter fra Valby behandles i et andet område"),
        ("bornholm", "Næsten alle patienter fra Bornholm behandles i deres egen kommune"),
    ],
)
def test_a_district_of_koebenhavn_is_an_area_and_no_kommune(area: str, finding: str, run: Run) -> None:
    assert stands(run(PAGE, {"omraade": area})) == finding


@pytest.mark.parametrize("least", [10, 100, 500])
@pytest.mark.parametrize("area", ["ingen", "noerrebro", "hvidovre"])
def test_the_bows_are_the_areas_flows_that_are_not_too_thin(area: str, least: int, run: Run) -> None:
    sent = message(run(PAGE, {"omraade": area, "mindst-patienter": str(least)}), "pendling-kort").get("buer", [])
    rows = queries.tables()["fysio_pendling"].query("klinik_id != hjem_id")
    rows = rows[~rows["klinik_id"].eq(UKENDT) & ~rows["hjem_id"].eq(UKENDT)]
    most = rows["patienter"].fillna(rows["patienter_hoejst"]).fillna(0)
    wanted = rows[most >= least]
    if area != "ingen":
        wanted = wanted[(wanted["klinik_id"] == area) | (wanted["hjem_id"] == area)]
    drawn = {(til, fra) for fra, til, *_ in sent}
    assert len(drawn) == len(sent)
    assert drawn <= set(zip(wanted["klinik_id"], wanted["hjem_id"], strict=True))
    assert len(drawn) == min(len(wanted), 60)
    widths = {(til, fra): width for fra, til, width, *_ in sent}
    printed = wanted.set_index(["klinik_id", "hjem_id"])["patienter"].dropna()
    order = sorted((pair for pair in widths if pair in printed.index), key=lambda pair: printed[pair])
    assert [widths[pair] for pair in order] == sorted(widths[pair] for pair in order)


@pytest.mark.parametrize("area", ["ingen", "fredensborg"])
def test_the_bows_that_the_finding_is_about_have_its_colours_and_lie_above_the_others(area: str, run: Run) -> None:
    sent = message(run(PAGE, {"omraade": area}), "pendling-kort")
    ways = [
        "ud" if fra == "fredensborg" else "ind" if til == "fredensborg" else "andre" for fra, til, *_ in sent["buer"]
    ]
    assert [sent["streger"][bow[3]] for bow in sent["buer"]] == [theme.WAYS[way] for way in ways]
    others = ways.count("andre")
    assert ways[:others] == ["andre"] * others
    assert (others > 0) == (area == "ingen")
    own = queries.tables()["fysio_pendling"].query("klinik_id != hjem_id and patienter >= 20")
    own = own[(own["klinik_id"].eq("fredensborg") | own["hjem_id"].eq("fredensborg")) & own["hjem_id"].ne(UKENDT)]
    assert len(ways) - others == (own["klinik_id"] != UKENDT).sum()
    told = {entry["farve"]: entry["tekst"] for entry in sent["signatur"]}
    assert set(told) == {theme.WAYS[way] for way in ways}
    assert told[theme.WAYS["ud"]] == "Bor i Fredensborg, behandles et andet sted"


@pytest.mark.parametrize(
    ("parameters", "cut"),
    [
        ({}, "region"),
        ({"omraade": "valby"}, "koebenhavn"),
        ({"omraade": "fredensborg"}, "region"),
        ({"omraade": "valby", "udsnit": "region"}, "region"),
        ({"omraade": "fredensborg", "udsnit": "bornholm"}, "bornholm"),
    ],
)
def test_the_map_flies_to_what_is_chosen_unless_told_where(parameters: dict[str, str], cut: landkort.Cutting) -> None:
    app = insides.app_at(PAGE)
    app.query_params.update(parameters)
    app.session_state["browserens-evne"] = Ability(webgl=True, narrow=False)
    app.run()
    (sent,) = insides.maps(app)
    assert json.loads(sent)["initialViewState"]["zoom"] == landkort.cut(cut, "lav").zoom


@pytest.mark.parametrize("area", ["valby", "hvidovre", "hoeje-taastrup"])
def test_both_tile_maps_have_every_figure_of_the_area_and_the_lost_one_hatched(area: str, run: Run) -> None:
    sent = message(run(PAGE, {"veje": "fliser", "omraade": area}), "pendling-fliser")
    table = queries.commuting()
    out, into = sent["billeder"]
    for each, cell in ((out, lambda other: (other, area)), (into, lambda other: (area, other))):
        assert len(each["omraader"]) == 37
        for other, (text, told, look, *_) in each["omraader"].items():
            figure = table.celle(*cell(other))
            fill = sent["udseender"][look][0]
            if figure.eksakt:
                assert (text, fill is None) == (tal.number(figure.lav), False)
            else:
                assert (text, fill) == ("–", None)
                assert "kendes ikke, 16 til 58 patienter" in told


def test_the_matrix_has_every_cell_and_its_twin_comes_when_it_is_opened(run: Run) -> None:
    app = run(PAGE, {"veje": "matrix"})
    (figure,) = figures(app)
    _, filled, empty, lost = figure["data"]
    assert sum(_length(trace["x"]) for trace in (filled, empty, lost)) == 38 * 38
    assert lost["customdata"] == ["kendes ikke (16 til 58)"]
    assert insides.messages(app, "varmekort") == []


def _length(sent: dict[str, str]) -> int:
    """How many numbers of one byte each were sent."""
    return len(b64decode(sent["bdata"]))


@pytest.mark.parametrize("order", ["planomraade", "stoerrelse"])
def test_the_matrix_has_all_places_in_the_order_that_is_chosen_and_the_unknown_last(order: str, run: Run) -> None:
    (figure,) = figures(run(PAGE, {"veje": "matrix", "matrixorden": order}))
    names = figure["layout"]["xaxis"]["ticktext"]
    assert names == figure["layout"]["yaxis"]["ticktext"]
    assert (len(names), len(set(names)), names[-1]) == (38, 38, veje.NOBODY)
    assert names[0] == {"planomraade": "Bornholm", "stoerrelse": "Amager"}[order]


def test_the_ranking_has_the_four_figures_of_every_area(run: Run) -> None:
    rows = {
        row[0]["t"]: [cell["t"] for cell in row[1:]]
        for row in twin(run(PAGE, {"veje": "rangorden"}), "pendling-rangorden")
    }
    assert len(rows) == 37
    assert rows["Fredensborg"] == ["29\xa0%", "2.609", "268", "−2.341"]
    assert rows["Hvidovre"][2:] == ["505 til 547", "−899 til −857"]


def test_coverage_that_follows_is_drawn_as_the_table_has_it_and_said_to_be_use(run: Run) -> None:
    app = run(PAGE, {"veje": "daekning", "omraade": "valby"})
    (figure,) = figures(app)
    rows = {
        queries.area_names()[row["omraade_id"]]: [
            tal.number(row[f"borgere_pr_kapacitet{which}"]) for which in ("", "_naaet")
        ]
        for row in fulgt.coverage().to_dict("records")
    }
    assert len(rows) == 37
    worse = [area for area, row in fulgt.coverage().set_index("omraade_id").iterrows() if row["forandring_pct"] > 5]
    assert stands(run(PAGE, {"veje": "daekning"})) == (
        f"{len(worse)} områder får ringere dækning, når patienterne følges, mest Hørsholm"
    )
    labels = [text for trace in figure["data"] if trace["mode"] == "text" for text in trace["text"]]
    for name, (before, after) in rows.items():
        strong = ("<b>", "</b>") if name == "Valby" else ("", "")
        assert before.join(strong) in labels
        assert f"{after} {name}".join(strong) in labels
    assert any("Det viser brug, ikke behov" in element.value for element in app.caption)


def test_a_larger_catchment_reaches_more_and_the_assumptions_are_said(run: Run) -> None:
    findings = [stands(run(PAGE, {"veje": "opland", "omraade": "dragoer", "opland-km": str(km)})) for km in (5, 10, 20)]
    assert len(set(findings)) == 3
    assert all(finding.endswith(f"inden for {km} km") for finding, km in zip(findings, (5, 10, 20), strict=True))
    app = run(PAGE, {"veje": "opland"})
    assert any("i luftlinje" in element.value for element in app.caption)


def test_the_lost_cell_is_no_number_in_what_is_taken_away() -> None:
    of = veje.hent("ingen")
    long, wide = hentning.long(of), hentning.wide(of)
    assert len(long) == 38 * 38
    (lost,) = long[long["rubrikken er"] == "tabt"].to_dict("records")
    assert pd.isna(lost["patienter"])
    assert (lost["klinik i"], lost["bor i"], lost["mindst"], lost["højst"]) == ("Hvidovre", "Høje-Taastrup", 16, 58)
    assert wide.set_index(wide.columns[0]).loc["Hvidovre", "Høje-Taastrup"] == "kendes ikke"
    assert wide.shape == (38, 40)
    figures_wide = pd.to_numeric(wide[[of.navne[place] for place in of.pendling.steder]].stack(), errors="coerce")
    assert figures_wide.sum() == long["patienter"].sum()
    assert bevaegelser(of.pendling)["hvidovre"].ind.lav < bevaegelser(of.pendling)["hvidovre"].ind.hoej


@pytest.mark.parametrize("webgl", [True, False], ids=["webgl", "shapes"])
@pytest.mark.parametrize("area", ["vesterbro", "ingen"])
def test_the_bows_of_an_area_or_of_all_are_little_to_send(area: str, webgl: bool) -> None:
    app = insides.app_at(PAGE)
    app.query_params["omraade"] = area
    app.session_state["browserens-evne"] = Ability(webgl, narrow=False)
    app.run()
    maps = [len(sent) for sent in insides.maps(app)]
    assert len(maps) == webgl
    assert sum(map(len, insides.messages(app))) + sum(maps) < 20_000


@pytest.mark.parametrize("picture", PICTURES)
def test_another_area_sends_little(picture: str, run: Run) -> None:
    app = run(PAGE, {"veje": picture, "omraade": "valby"})
    sent = sum(map(len, insides.messages(app))) + sum(
        len(chart.spec) + len(chart.config) for chart in insides.charts(app)
    )
    assert sent < 20_000, "Twenty kB a change is all that it may be."


def test_two_versions_of_the_data_are_compared_by_every_figure_of_every_area() -> None:
    found = veje.by_name(queries.tables())
    assert len(found) == 37 * 4
    assert found["Fredensborg: rejser ud"] == 2609
    assert not found.isna().any()
