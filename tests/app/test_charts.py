"""The pages' charts: every point that is plotted stands in the table beside it, and the picture is told in words."""

from __future__ import annotations

import base64
import csv
import json
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from dansk import beloeb, tal
from pages.drawing.charts import template
from tests.app import insides
from tests.app.conftest import Run, stands
from tests.project import ROOT

CAPACITY, SCENARIO = "pages/fysioterapi/kapacitet/side.py", "pages/fysioterapi/scenarie/side.py"
COMPARE = "pages/mobilitet/sammenlign.py"
INFRASTRUCTURE, PRICES = "pages/projekter/infrastruktur/side.py", {"infratavle": "priser"}
RESERVATION = "Oversigten kan ikke bruges til at sammenligne indsatsernes vurdering på tværs (004, linje 3777-3779)."
with (ROOT / "data" / "kilder" / "004" / "mobilitet_indsats.csv").open(encoding="utf-8", newline="") as file:
    SHORT_NAMES = [row["kort_navn"] for row in csv.DictReader(file)]
DEVELOPMENTS = {
    "udvikling": (CAPACITY, {"omraade": "valby"}),
    "udvikling-scenarie": (SCENARIO, {"figur": "udvikling", "omraade": "valby"}),
}
"""The charts of lines over the years, by their tables' keys, each with a page that shows it."""


def figures(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.spec) for chart in insides.charts(app)]


def twin(app: AppTest, key: str) -> list[list[dict[str, Any]]]:
    """The cells of the table of that key, row by row."""
    (sent,) = insides.messages(app, key)
    return [row["celler"] for row in json.loads(sent)["raekker"]]


@pytest.mark.parametrize("visning", ["normal", "projektor"])
@pytest.mark.parametrize("key", DEVELOPMENTS)
def test_the_years_that_are_plotted_are_those_of_the_table(key: str, visning: str, run: Run) -> None:
    script, query = DEVELOPMENTS[key]
    app = run(script, {**query, "visning": visning})
    (figure,) = figures(app)
    plotted = [[trace["name"], *map(tal.number, trace["y"])] for trace in figure["data"]]
    assert [[cell["t"] for cell in row] for row in twin(app, key)] == plotted
    assert len(plotted) == 2
    assert figure["data"][0]["x"] == list(range(2024, 2031))
    assert figure["layout"]["yaxis"]["range"][0] == 0


@pytest.mark.parametrize("weights", [{}, {"vaegt-1": "10", "vaegt-4": "0"}], ids=["lige", "relevans"])
def test_every_measure_is_plotted_once_with_what_the_table_says_of_it(weights: Mapping[str, str], run: Run) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pris", **weights})
    priced, lane = (figure["data"][0] for figure in figures(app))
    rows = {row[0]["t"].split()[0]: row for row in twin(app, "pris-effekt")}
    plotted = [*priced["customdata"], *lane["customdata"]]
    assert sorted(rows, key=int) == sorted((nr for nr, _ in plotted), key=int)
    for nr, told in plotted:
        name, price, value = (cell["t"] for cell in rows[nr])
        words = re.sub("<.*?>", "|", told)
        assert name in words
        assert words.rpartition("Værdi under dine vægte: ")[2].split("|")[0] == value
        assert ("Anlæg, mio. kr.: " in words) == (nr in {each for each, _ in priced["customdata"]})
        assert "Anlæg" not in words or words.endswith(f"Anlæg, mio. kr.: {price}")
    assert all(row[0]["l"].endswith(f"indsats={nr}") for nr, row in rows.items())


@pytest.mark.parametrize("query", [{}, {"beloeb": "40"}, {"pakke": "4.13.26", "beloeb": "5"}])
def test_every_measure_of_a_package_with_a_price_has_a_block_as_large_as_the_table_says(
    query: Mapping[str, str], run: Run
) -> None:
    app = run(COMPARE, {"fane": "regn", "regn": "pakke", "vaegt-3": "10", **query})
    (figure,) = figures(app)
    (bar,) = figure["data"]
    blocks = {nr: (size, told) for (nr, told), size in zip(bar["customdata"], _numbers(bar["y"]), strict=True)}
    rows = {row[0]["t"].split()[0]: row for row in twin(app, "pakkebillede")}
    assert set(blocks) == {nr for nr, row in rows.items() if not row[1].get("u")}
    for nr, (size, told) in blocks.items():
        assert rows[nr][1]["t"] == beloeb.mio_kr(size, size)
        assert rows[nr][1]["t"] in told
        assert ("uden effekt på CO2e driftsfase" in told) == (rows[nr][4]["t"] != "")


def _numbers(sent: Any) -> list[float]:
    """Plotly's numbers, which it may send as bytes."""
    if isinstance(sent, list):
        return [float(each) for each in sent]
    return [float(each) for each in np.frombuffer(base64.b64decode(sent["bdata"]), dtype=sent["dtype"])]


@pytest.mark.parametrize("chosen", ["1.12.25", "4.7", "1.4.7.12.25.30", "6.18", "15.20"])
def test_every_assessment_of_those_side_by_side_is_plotted_where_the_table_has_it(chosen: str, run: Run) -> None:
    app = run(COMPARE, {"fane": "side", "sammen": chosen})
    (figure,) = figures(app)
    *lines, dots = figure["data"]
    places = {
        (name, nr): ends
        for told, ends in zip(dots["customdata"], _ends(lines, dots), strict=True)
        for name, measures in [re.fullmatch("<b>(.*)</b><br>(.*):.*", told).groups()]  # type: ignore[union-attr]
        for nr in map(SHORT_NAMES.index, measures.split(", "))
    }
    numbers = chosen.split(".")
    rows = twin(app, "side-vurderinger")
    assert len(places) == len(rows) * len(numbers)
    for name, *cells in rows:
        for nr, cell in zip(numbers, cells, strict=True):
            low, high = places[(name["t"], int(nr) - 1)]
            stars, kind = cell["r"]["stars"], cell["r"]["kind"]
            if cell["r"]["op_til"] is not None:
                assert (low, high) == (0, cell["r"]["op_til"])
            elif kind == "ingen_positiv_effekt":
                assert (low, high) == (0, 0)
            elif stars is not None:
                assert (low, high) == (stars, stars)
            else:
                assert low < high


def _ends(lines: list[dict[str, Any]], dots: dict[str, Any]) -> list[tuple[float, float]]:
    """The least and the most of each place: what has a line begins where the line does."""
    begins = {(line["x"][1], line["y"][1]): line["x"][0] for line in lines}
    return [(begins.get((x, y), x), x) for x, y in zip(dots["x"], dots["y"], strict=True)]


def test_every_price_that_is_plotted_stands_in_the_table(run: Run) -> None:
    app = run(INFRASTRUCTURE, PRICES)
    (figure,) = figures(app)
    told = {row[0]["t"]: [cell["t"] for cell in row] for row in twin(app, "priser")}
    names = [each["text"] for each in figure["layout"]["annotations"] if each["text"].startswith("<b>")]
    assert sorted(re.sub("<.*?>", "", name) for name in names) == sorted(told)
    *_, before, after = figure["data"]
    listed = {name for name, row in told.items() if row[1] != "ingen pris"}
    assert {re.findall("<b>(.*)</b>", each)[0] for each in before["customdata"]} == listed
    for each in after["customdata"]:
        assert told[re.findall("<b>(.*)</b>", each)[0]][4] == "ja"


@pytest.mark.parametrize(
    ("script", "query"),
    [
        *DEVELOPMENTS.values(),
        (INFRASTRUCTURE, PRICES),
        (COMPARE, {"fane": "regn", "regn": "pris"}),
        (COMPARE, {"fane": "side", "sammen": "1.2"}),
        (COMPARE, {"fane": "regn", "regn": "pakke"}),
    ],
)
def test_a_chart_is_told_in_words_and_its_picture_has_title_and_source(
    script: str, query: Mapping[str, str], run: Run
) -> None:
    app = run(script, query)
    stands(app)
    charts = insides.charts(app)
    assert charts
    for chart in charts:
        figure, config = json.loads(chart.spec), json.loads(chart.config)
        assert len(chart.alt) > 40
        assert not chart.theme, "Streamlit's own colours would take the place of ours."
        assert figure["layout"]["title"]["text"]
        below = figure["layout"]["annotations"][0]["text"]
        assert "Kilde: " in below
        assert (RESERVATION in below.replace("<br>", " ")) == (script == COMPARE), "It follows every ranking."
        assert figure["layout"]["template"]["layout"]["separators"] == ",."
        assert config["modeBarButtons"] == [["toImage"]]
        assert config["toImageButtonOptions"]["height"] == figure["layout"]["height"]
        assert figure["layout"]["margin"]["t"] >= template.HEADING
        assert len(chart.spec) + len(chart.config) < 12_000, "A change sends at most 12 kB."
