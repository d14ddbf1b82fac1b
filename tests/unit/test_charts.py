"""The charts' kinds: the figure is the frame, the words can be read, and nothing speaks English or leaves the host."""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dansk import tal
from pages.components import Row
from pages.drawing import charts
from pages.drawing.charts import labels, reach, template
from pages.drawing.charts.chart import plain
from pages.server import scripts
from pages.style import theme
from tests.project import ROOT

FIGURES = st.floats(0, 1e6, allow_subnormal=False)
NOTHING = charts.Twin((), ())


@pytest.fixture(params=["light", "dark"], autouse=True)
def mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every chart is drawn in both themes, as on a laptop."""
    monkeypatch.setattr(template, "mode", lambda: request.param)
    monkeypatch.setattr(template.view, "on_projector", lambda: False)
    return str(request.param)


def cells(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


@st.composite
def developments(draw: st.DrawFn) -> pd.DataFrame:
    """Two lines over some years, with holes, but for one figure at least."""
    years = draw(st.lists(st.integers(2000, 2050), min_size=1, max_size=8, unique=True))
    rows = [(year, of, draw(st.none() | FIGURES)) for year in years for of in ("uden", "med")]
    rows[0] = (*rows[0][:2], draw(FIGURES))
    return pd.DataFrame(draw(st.permutations(rows)), columns=["aar", "serie", "vaerdi"])


CURVES = [charts.Curve("uden", "Uden", theme.BEFORE, baseline=True), charts.Curve("med", "Med", theme.SPECIALE[51])]


def drawn(points: pd.DataFrame) -> charts.Chart:
    return charts.curves(points, CURVES, series="serie", what="Borgere", alt="To linjer", height=200)


@given(developments())
def test_curves_are_the_frame_and_so_is_their_twin(points: pd.DataFrame) -> None:
    chart = drawn(points)
    known = {(of, year): value for year, of, value in points.itertuples(index=False) if not tal.is_unknown(value)}
    plotted = {
        (curve.id, year): value
        for curve, trace in zip(CURVES, chart.figure.data, strict=True)
        for year, value in zip(trace.x, trace.y, strict=True)
        if value is not None
    }
    assert plotted == known
    headings = [column.tekst for column in chart.twin.columns]
    assert headings[1:] == sorted(headings[1:])
    for curve, row in zip(CURVES, chart.twin.rows, strict=True):
        assert cells(row) == [curve.name, *(tal.number(known.get((curve.id, int(year)))) for year in headings[1:])]


@given(developments())
def test_the_axis_of_curves_begins_at_zero_and_holds_them_all(points: pd.DataFrame) -> None:
    low, high = drawn(points).figure.layout.yaxis.range
    assert low == 0
    assert points["vaerdi"].max() <= high


def test_curves_are_told_apart_without_colour_and_named_where_they_end() -> None:
    points = pd.DataFrame(
        [(2024, "uden", 100.0), (2030, "uden", 120.4), (2024, "med", 100.0), (2030, "med", 119.6)],
        columns=["aar", "serie", "vaerdi"],
    )
    figure = drawn(points).figure
    assert len({(trace.line.dash, trace.marker.symbol) for trace in figure.data}) == 2
    assert [note.text for note in figure.layout.annotations] == ["<b>Uden</b><br>120", "<b>Med</b><br>120"]
    assert {note.x for note in figure.layout.annotations} == {2030}
    tops = [note.y * 200 / figure.layout.yaxis.range[1] + note.yshift for note in figure.layout.annotations]
    assert tops[0] - tops[1] >= 2 * 14


def test_a_point_of_no_curve_or_one_told_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="no curve"):
        drawn(pd.DataFrame([(2024, "andet", 1.0)], columns=["aar", "serie", "vaerdi"]))
    with pytest.raises(ValueError, match="Two points"):
        drawn(pd.DataFrame([(2024, "med", 1.0)] * 2, columns=["aar", "serie", "vaerdi"]))


@given(st.lists(FIGURES, max_size=9), st.floats(1, 50))
def test_labels_are_moved_apart_in_their_order_and_no_more_than_they_must(wanted: list[float], gap: float) -> None:
    places = labels.apart(wanted, gap)
    order = sorted(range(len(wanted)), key=lambda each: wanted[each])
    steps = [places[b] - places[a] for a, b in pairwise(order)]
    assert all(step >= gap * (1 - 1e-6) - 1e-6 for step in steps)
    assert sum(places) == pytest.approx(sum(wanted), rel=1e-6, abs=1e-3)
    if all(wanted[b] - wanted[a] >= gap for a, b in pairwise(order)):
        assert places == pytest.approx(wanted)


POINTS = st.lists(st.tuples(st.floats(1, 5), st.floats(0, 5)), min_size=1, max_size=12)


def sides(points: list[tuple[float, float]]) -> list[labels.Side]:
    along, value = (pd.Series(each) for each in zip(*points, strict=True))
    return labels.sides(along, value, [(130, 55), (60, 55)])


def test_a_dot_by_itself_has_its_number_to_the_right() -> None:
    assert sides([(1, 1), (3, 4)]) == ["middle right", "middle right"]


def test_dots_on_top_of_each_other_have_their_numbers_on_different_sides() -> None:
    assert len(set(sides([(2, 2)] * 4))) == 4


@given(POINTS)
def test_every_dot_has_its_number_beside_it(points: list[tuple[float, float]]) -> None:
    assert len(sides(points)) == len(points)


UP = charts.Reach("Værdi", "v0", "v", "v1", lambda low, high: f"{tal.number(low)}-{tal.number(high)}", (0.0, 5.0))
ALONG = charts.Reach("Pris", "p0", "p", "p1", lambda low, high: f"{tal.number(low)}-{tal.number(high)}", log=True)


@st.composite
def reaching(draw: st.DrawFn, least: float = 0.5) -> pd.DataFrame:
    count = draw(st.integers(1, 9))
    ends = st.tuples(st.floats(least, 9e4), st.floats(least, 9e4)).map(sorted)
    values = st.tuples(st.floats(0, 5), st.floats(0, 5)).map(sorted)
    return pd.DataFrame(
        [
            (nr, f"Indsats {nr}", v0, (v0 + v1) / 2, v1, p0, (p0 + p1) / 2, p1)
            for nr in range(count)
            for (v0, v1), (p0, p1) in [(draw(values), draw(ends))]
        ],
        columns=["nr", "navn", "v0", "v", "v1", "p0", "p", "p1"],
    )


def reached(points: pd.DataFrame, along: charts.Reach | None = ALONG) -> charts.Chart:
    of = {"id": "nr", "name": "navn", "pixels": [(130, 55)], "alt": "Prikker", "twin": NOTHING, "height": 300}
    return charts.ranges(points, UP, along, lane="Uden pris", **of)


@given(reaching())
def test_ranges_are_the_frame(points: pd.DataFrame) -> None:
    (trace,) = reached(points).figure.data
    assert list(trace.x) == points["p"].tolist()
    assert list(trace.y) == points["v"].tolist()
    for error, middle, ends in ((trace.error_x, "p", ("p0", "p1")), (trace.error_y, "v", ("v0", "v1"))):
        assert list(points[middle] - error.arrayminus) == pytest.approx(points[ends[0]].tolist())
        assert list(points[middle] + error.array) == pytest.approx(points[ends[1]].tolist())
    assert [each[0] for each in trace.customdata] == [str(nr) for nr in points["nr"]]
    for (_, words), row in zip(trace.customdata, points.to_dict("records"), strict=True):
        told = f"<b>{row['nr']} {row['navn']}</b><br>Værdi: {UP.written(row['v0'], row['v1'])}"
        assert words == f"{told}<br>Pris: {ALONG.written(row['p0'], row['p1'])}"


@given(reaching())
def test_the_logarithmic_axis_holds_every_reach_and_is_marked_at_round_figures(points: pd.DataFrame) -> None:
    axis = reached(points).figure.layout.xaxis
    low, high = (10**end for end in axis.range)
    assert low <= points["p0"].min()
    assert points["p1"].max() <= high
    assert axis.type == "log"
    assert all(low <= mark <= high for mark in axis.tickvals)
    assert list(axis.ticktext) == [tal.as_printed(mark) for mark in axis.tickvals]


@given(reaching())
def test_what_has_no_place_on_a_scale_stands_in_a_lane_in_its_order(points: pd.DataFrame) -> None:
    figure = reached(points, None).figure
    assert list(figure.data[0].x) == list(range(len(points)))
    assert figure.layout.xaxis.title.text == "Uden pris"
    assert not figure.layout.xaxis.showticklabels


@pytest.mark.parametrize(("column", "value"), [("v", math.nan), ("p1", math.nan), ("p0", 0.0), ("p0", -1.0)])
def test_a_figure_without_a_place_is_refused(column: str, value: float) -> None:
    points = pd.DataFrame(
        [(1, "En", 1.0, 2.0, 3.0, 1.0, 2.0, 3.0)], columns=["nr", "navn", "v0", "v", "v1", "p0", "p", "p1"]
    )
    with pytest.raises(ValueError, match="place"):
        reached(points.assign(**{column: value}))


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [(30, 600, [50, 100, 200, 500]), (3, 5000, [10, 100, 1000]), (0.04, 0.3, [0.05, 0.1, 0.2]), (10, 10, [10])],
)
def test_a_logarithmic_axis_is_marked_at_1_2_and_5(low: float, high: float, marks: list[float]) -> None:
    assert reach.round_steps(low, high) == marks


STARS = {0.0: "ingen", **{float(stars): f"{stars} ★" for stars in range(1, 6)}}


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted)),
        min_size=1,
        unique_by=str,
    )
)
def test_a_strip_has_every_place_once_and_no_two_in_one_spot(found: list[tuple[str, list[int]]]) -> None:
    places = pd.DataFrame(
        [(of, float(low), float(high), f"{nr}") for nr, (of, (low, high)) in enumerate(found)],
        columns=["maal", "lav", "hoej", "nr"],
    )
    chart = charts.strip(places, STARS, row="maal", low="lav", high="hoej", label="nr", alt="Prikker", twin=NOTHING)
    *lines, dots = chart.figure.data
    unsure = places[places["lav"] < places["hoej"]]
    assert [list(line.x) for line in lines] == unsure[["lav", "hoej"]].to_numpy().tolist()
    assert list(dots.x) == places["hoej"].tolist()
    assert len(set(zip(dots.x, dots.y, strict=True))) == len(places)
    notes = chart.figure.layout.annotations
    rows = places["maal"].nunique()
    names, of_places = notes[:rows], notes[rows:]
    assert [name.text for name in names] == places["maal"].unique().tolist()
    assert [badge.text for badge in of_places] == [f"<b>{nr}</b>" for nr in places["nr"]]
    assert [(badge.x, badge.y) for badge in of_places] == list(zip(dots.x, dots.y, strict=True))
    paper = template.paper()
    filled = [badge.bgcolor is not None and badge.bgcolor != paper for badge in of_places]
    assert filled == ((places["lav"] == places["hoej"]) & (places["hoej"] > 0)).tolist()
    below, above = chart.figure.layout.yaxis.range
    assert all(above < down < below for down in (*dots.y, *(name.y for name in names)))


@pytest.mark.parametrize("text", ["<b>fed</b>", '<a href="https://andre.example">link</a>', "A & B", "1 < 2", "&amp;"])
def test_a_text_of_the_data_is_written_out_and_never_read_as_marks(text: str) -> None:
    assert "<" not in plain(text)
    assert plain(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text
    points = pd.DataFrame(
        [(1, text, 1.0, 2.0, 3.0, 1.0, 2.0, 3.0)], columns=["nr", "navn", "v0", "v", "v1", "p0", "p", "p1"]
    )
    assert plain(text) in reached(points).figure.data[0].customdata[0][1]


def test_the_template_is_danish_quiet_and_in_the_themes_colours(mode: theme.Mode) -> None:
    layout = template.template(mode).layout
    assert layout.separators == ",."
    assert layout.font.family.startswith('"Source Sans"')
    assert layout.font.color == theme.colour("textColor", mode)
    assert layout.paper_bgcolor == layout.plot_bgcolor == theme.colour("backgroundColor", mode)
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert not layout.showlegend
    assert (
        drawn(pd.DataFrame([(2024, "med", 1.0)], columns=["aar", "serie", "vaerdi"])).figure.layout.template.layout
        == layout
    )


def test_the_bar_has_one_button_and_everything_is_in_danish() -> None:
    config = template.config("kkr-prik", 400)
    danish = config["locales"][config["locale"]]
    assert config["modeBarButtons"] == [["toImage"]]
    assert not config["displaylogo"]
    assert config["toImageButtonOptions"]["filename"] == "kkr-prik"
    assert danish["format"]["months"][0::11] == ["januar", "december"]
    assert danish["format"]["shortMonths"][4] == "maj"
    assert "http" not in json.dumps(config)


def test_what_plotly_says_of_its_own_accord_still_stands_in_its_script() -> None:
    """A new version may say it in other words: then those are to be put into Danish."""
    (script,) = (file.read_text("utf-8") for file in scripts.static().joinpath("js").glob("PlotlyChart.*.js"))
    config = template.config("kkr-prik", 400)
    said = config["locales"]["da"]["dictionary"]
    assert [english for english in said if f"`{english}`" not in script] == []


def test_every_colour_of_a_dark_chart_has_another_on_paper(mode: theme.Mode) -> None:
    """On paper the ground is white whatever the page was."""
    paper = template.for_paper()
    pairs = pd.DataFrame(
        [(nr, f"N{nr}", 1.0, 2.0, 3.0, 1.0, 2.0, 3.0) for nr in range(3)],
        columns=["nr", "navn", "v0", "v", "v1", "p0", "p", "p1"],
    )
    development = pd.DataFrame([(2024, "med", 1.0), (2024, "uden", 2.0)], columns=["aar", "serie", "vaerdi"])
    places = pd.DataFrame([("CO2e", 0.0, 3.0, "1"), ("CO2e", 2.0, 2.0, "2")], columns=["maal", "lav", "hoej", "nr"])
    strip = charts.strip(places, STARS, row="maal", low="lav", high="hoej", label="nr", alt="Prikker", twin=NOTHING)
    known = set(paper) if mode == "dark" else set(paper.values())
    for chart in (drawn(development), reached(pairs), strip):
        found = set(re.findall("#[0-9A-Fa-f]{6}|rgba?[(][^)]*[)]", chart.figure.to_json()))
        assert found
        assert {each for each in found if not _is_of(each, known)} == set()
    with pytest.raises(ValueError, match="none of the colours"):
        template.as_now("#123456")


def _is_of(written: str, known: set[str]) -> bool:
    """Whether a colour, whole, seen through or invisible, is one of those."""
    if written.startswith("#"):
        return written.upper() in known
    red, green, blue, through = (float(part) for part in written[5:-1].split(","))
    return through == 0 or f"#{int(red):02X}{int(green):02X}{int(blue):02X}" in known


def test_no_figure_asks_anybody_for_anything(mode: theme.Mode) -> None:
    points = pd.DataFrame([(2024, "med", 1.0)], columns=["aar", "serie", "vaerdi"])
    assert "http" not in drawn(points).figure.to_json()
    assert isinstance(drawn(points).figure, go.Figure)


def test_plotly_and_pydeck_are_the_libraries_that_draw_and_no_other_is_asked_for() -> None:
    asked = set((ROOT / "requirements.in").read_text(encoding="utf-8").split("\n"))
    assert {"plotly", "pydeck"} <= asked
    assert not asked & {"altair", "bokeh", "matplotlib", "seaborn", "echarts", "pyecharts", "folium", "kaleido"}
