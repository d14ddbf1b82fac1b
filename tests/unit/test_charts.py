"""The charts' kinds: the figure is the frame, the words can be read, and nothing speaks English or leaves the host."""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise

import numpy as np
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
from tests import omfang
from tests.project import ROOT

pytestmark = pytest.mark.grundig(40)

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


@omfang.PICTURES
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


@omfang.PICTURES
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


def test_the_figures_of_curves_are_written_as_they_are_asked_for() -> None:
    points = pd.DataFrame([(2019, "med", 14.2), (2020, "uden", 25.0)], columns=["aar", "serie", "vaerdi"])
    more = {"alt": "To linjer", "height": 200, "written": tal.as_printed}
    chart = charts.curves(points, CURVES, series="serie", what="Andel", **more)
    assert [note.text for note in chart.figure.layout.annotations] == ["<b>Uden</b><br>25", "<b>Med</b><br>14,2"]
    assert [cell.text for cell in chart.twin.rows[1].cells] == ["Med", "14,2", tal.UNKNOWN]
    assert "14,2" in chart.figure.data[1].text[0]


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


@given(st.lists(FIGURES, min_size=1, max_size=9), st.floats(1, 50), st.floats(1, 3))
def test_labels_stay_within_their_room_and_there_move_as_little_as_can_be(
    wanted: list[float], gap: float, spare: float
) -> None:
    room = (len(wanted) - 1) * gap * spare
    places = labels.apart(wanted, gap, 0, room)
    order = sorted(range(len(wanted)), key=lambda each: wanted[each])
    assert all(-1e-6 <= place <= room + 1e-6 for place in places)
    assert all(places[b] - places[a] >= gap - 1e-6 for a, b in pairwise(order))
    moved = sum((place - want) ** 2 for place, want in zip(places, wanted, strict=True))
    evenly = [place * room / max(1, len(wanted) - 1) for place in range(len(wanted))]
    spread = sum((evenly[step] - wanted[each]) ** 2 for step, each in enumerate(order))
    assert moved <= spread * (1 + 1e-6) + 1e-6


def test_labels_without_room_are_refused() -> None:
    with pytest.raises(ValueError, match="room"):
        labels.apart([1, 2, 3], 10, 0, 19)


POINTS = st.lists(st.tuples(st.floats(1, 5), st.floats(0, 5)), min_size=1, max_size=12)


def sides(points: list[tuple[float, float]]) -> list[labels.Side]:
    along, value = (pd.Series(each) for each in zip(*points, strict=True))
    return labels.sides(along, value, [(130, 55), (60, 55)])


def test_a_dot_by_itself_has_its_number_to_the_right() -> None:
    assert sides([(1, 1), (3, 4)]) == ["middle right", "middle right"]


def test_dots_on_top_of_each_other_have_their_numbers_on_different_sides() -> None:
    assert len(set(sides([(2, 2)] * 4))) == 4


def test_a_name_stands_where_none_of_it_meets_a_dot_and_all_of_it_is_in_the_picture() -> None:
    """Another dot to the right and the edge to the left leave above and below; nothing else leaves the right."""

    def named(points: list[tuple[float, float]]) -> labels.Side:
        along, value = (pd.Series(each, dtype=float) for each in zip(*points, strict=True))
        return labels.sides(along, value, [(60, 55), (130, 55)], [70.0, *[0.0] * (len(points) - 1)])[0]

    assert named([(2, 2), (4, 1), (0, 1)]) == "middle right"
    assert named([(2, 2), (2.5, 2), (0, 1), (4, 1)]) == "middle left"
    assert named([(1, 2), (1.5, 2), (4, 1)]) == "top center"
    assert named([(4, 2), (0, 1)]) == "middle left"


@omfang.PICTURES
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


@omfang.PICTURES
@given(reaching())
def test_ranges_are_the_frame(points: pd.DataFrame) -> None:
    (trace,) = reached(points).figure.data
    assert list(trace.x) == points["p"].tolist()
    assert list(trace.y) == points["v"].tolist()
    for error, middle, ends in ((trace.error_x, "p", ("p0", "p1")), (trace.error_y, "v", ("v0", "v1"))):
        assert list(points[middle] - np.array(error.arrayminus)) == pytest.approx(points[ends[0]].tolist())
        assert list(points[middle] + np.array(error.array)) == pytest.approx(points[ends[1]].tolist())
    assert [each[0] for each in trace.customdata] == [str(nr) for nr in points["nr"]]
    for (_, words), row in zip(trace.customdata, points.to_dict("records"), strict=True):
        told = f"<b>{row['nr']} {row['navn']}</b><br>Værdi: {UP.written(row['v0'], row['v1'])}"
        assert words == f"{told}<br>Pris: {ALONG.written(row['p0'], row['p1'])}"


@omfang.PICTURES
@given(reaching())
def test_the_logarithmic_axis_holds_every_reach_and_is_marked_at_round_figures(points: pd.DataFrame) -> None:
    axis = reached(points).figure.layout.xaxis
    low, high = (10**end for end in axis.range)
    assert low <= points["p0"].min()
    assert points["p1"].max() <= high
    assert axis.type == "log"
    assert all(low <= mark <= high for mark in axis.tickvals)
    assert list(axis.ticktext) == [tal.as_printed(mark) for mark in axis.tickvals]


@omfang.PICTURES
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


@omfang.PICTURES
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
    assert [badge.y for badge in of_places] == list(dots.y)
    for badge, low, high in zip(of_places, places["lav"], places["hoej"], strict=True):
        # A name reaches into the picture from its dot or its short line, and stands on a long one.
        side = None if high - low > 2.5 else "left" if high <= 2.5 else "right"
        assert badge.xanchor == side
        assert badge.x == {None: (low + high) / 2, "left": high, "right": low}[side]
    hollow = [colour == template.paper() for colour in dots.marker.color]
    assert hollow == (places["hoej"] == 0).tolist()
    below, above = chart.figure.layout.yaxis.range
    assert all(above < down < below for down in (*dots.y, *(name.y for name in names)))


BLOCKS = st.lists(st.tuples(st.integers(1, 26_000), st.booleans()), min_size=1, max_size=20)


def stacked(blocks: list[tuple[int, bool]], whole: float) -> charts.Chart:
    return charts.stack(
        [
            charts.Block(f"{nr}", f"<b>{nr}</b>", float(size), f"Indsats {nr}", faint=faint, sign=" ◇" if faint else "")
            for nr, (size, faint) in enumerate(blocks)
        ],
        whole,
        left="Ikke brugt:",
        written=lambda size: f"{tal.number(size)} kr.",
        alt="Pakken som én søjle",
        twin=NOTHING,
    )


@omfang.PICTURES
@given(BLOCKS, st.integers(0, 80_000))
def test_a_bar_has_every_block_on_top_of_the_last_and_names_all_of_them(
    blocks: list[tuple[int, bool]], whole: int
) -> None:
    chart = stacked(blocks, float(whole))
    (bar,) = chart.figure.data
    assert list(bar.y) == [size for size, _ in blocks]
    assert list(bar.base) == [sum(size for size, _ in blocks[:nr]) for nr in range(len(blocks))]
    assert [known[0] for known in bar.customdata] == [str(nr) for nr in range(len(blocks))]
    assert list(bar.marker.pattern.shape) == ["/" if faint else "" for _, faint in blocks]
    used = sum(size for size, _ in blocks)
    notes = chart.figure.layout.annotations
    words = [
        f"<b>&lt;b&gt;{nr}&lt;/b&gt;</b> {tal.number(size)} kr.{' ◇' if faint else ''}"
        for nr, (size, faint) in enumerate(blocks)
    ]
    free = [f"Ikke brugt: {tal.number(whole - used)} kr."] if whole > used else []
    assert [note.text for note in notes] == [*words, *free]
    top = max(used, whole)
    assert chart.figure.layout.yaxis.range == (0, top)
    frame = chart.figure.layout.shapes[-1]
    assert (frame.y0, frame.y1) == (0, whole), "The amount has a frame, whatever is used of it."
    places = [note.y for note in notes]
    assert places == sorted(places)
    line = 1.6 * template.letter() * top / (chart.height - 2 * 8)
    assert all(after - before > 0.97 * line for before, after in pairwise(places))
    assert all(0 < place < top for place in places)


def test_a_block_without_a_size_has_no_place() -> None:
    with pytest.raises(ValueError, match="without a size"):
        charts.stack([charts.Block("1", "A", 0.0, "")], 10, left="", written=str, alt="", twin=NOTHING)


PARTS = st.lists(
    st.tuples(st.sampled_from("ab<"), st.integers(1, 4_000), st.sampled_from("xy")), min_size=1, max_size=20
)
LOOKS = {"x": charts.Look("afskrevet", "", theme.AMOUNT[-1]), "y": charts.Look("udeladt", "/", theme.UNKNOWN)}


def coursed(parts: list[tuple[str, int, str]]) -> charts.Chart:
    frame = pd.DataFrame(
        [(*part, f"Afsnit <{nr}>") for nr, part in enumerate(parts)], columns=["r", "n", "art", "told"]
    )
    return charts.course(
        frame, LOOKS, row="r", size="n", look="art", told="told", written=str, alt="Forløb", twin=NOTHING
    )


@omfang.PICTURES
@given(PARTS)
def test_a_course_has_every_part_where_the_last_one_of_its_row_ended(parts: list[tuple[str, int, str]]) -> None:
    figure = coursed(parts).figure
    whole = {row: sum(size for of, size, _ in parts if of == row) for row, _, _ in parts}
    drawn_parts = {
        bars.customdata[nr][0]: (bars.base[nr], bars.x[nr], bars.y[nr], bars.name)
        for bars in figure.data
        for nr in range(len(bars.x))
    }
    so_far = dict.fromkeys(whole, 0)
    lines = {row: nr for nr, row in enumerate(whole)}
    for nr, (row, size, art) in enumerate(parts):
        base, share, y, name = drawn_parts[f"Afsnit &lt;{nr}&gt;"]
        assert base == pytest.approx(so_far[row] / whole[row], abs=1e-9)
        assert share == pytest.approx(max(size / whole[row], 0.002))
        assert name == {"x": "Afskrevet", "y": "Udeladt"}[art]
        so_far[row] += size
        assert all(
            (y > of[2]) == (lines[row] > lines[parts[other][0]]) for other, of in _by_number(drawn_parts) if of[2] != y
        )
    assert [bars.marker.pattern.shape for bars in figure.data] == [None, "/"]
    assert [note.text.split("  <")[0] for note in figure.layout.annotations] == [plain(row) for row in whole]
    assert all(f">{total}<" in note.text for note, total in zip(figure.layout.annotations, whole.values(), strict=True))


def _by_number(parts: dict[str, tuple[float, float, float, str]]) -> list[tuple[int, tuple[float, float, float, str]]]:
    return [(int(re.findall(r"\d+", name)[0]), of) for name, of in parts.items()]


def test_a_part_without_a_size_has_no_place() -> None:
    with pytest.raises(ValueError, match="without a size"):
        coursed([("a", 0, "x")])


PLACES = ("a", "b", "c", "d")
NAMES = {"a": "Albertslund", "b": "Brønshøj-Husum", "c": "<b>C</b>", "d": "Dragør"}
SIDES = charts.Sides("Klinik i", "Bor i", "patienter")


@st.composite
def tables(draw: st.DrawFn) -> tuple[pd.DataFrame, dict[tuple[str, str], str]]:
    """Amounts between four places, of which one may be unknown."""
    values = draw(st.lists(st.integers(0, 40_000), min_size=16, max_size=16))
    frame = pd.DataFrame([values[i : i + 4] for i in range(0, 16, 4)], PLACES, PLACES).astype(float)
    if draw(st.booleans()):
        frame.loc["b", "c"] = math.nan
        return frame, {("b", "c"): "kendes ikke (21 til 58)"}
    return frame, {}


def heated(frame: pd.DataFrame, unknown: dict[tuple[str, str], str], chosen: str | None = None) -> charts.Chart:
    return charts.heat(frame, NAMES, SIDES, unknown=unknown, nothing="tom", chosen=chosen, alt="Alle mod alle")


@omfang.PICTURES
@given(tables())
def test_a_heat_map_has_every_square_once_in_a_colour_by_its_logarithm(
    of: tuple[pd.DataFrame, dict[tuple[str, str], str]],
) -> None:
    frame, unknown = of
    chart = heated(*of)
    colours, filled, empty, lost = chart.figure.data
    told = {(int(y), int(x)): int(n) for y, x, n in zip(filled.y, filled.x, filled.customdata, strict=True)}
    told |= {(int(y), int(x)): 0 for y, x in zip(empty.y, empty.x, strict=True)}
    at = {(row, to): value for row, line in enumerate(frame.to_numpy()) for to, value in enumerate(line)}
    assert told == {where: value for where, value in at.items() if not math.isnan(value)}
    assert len(filled.x) + len(empty.x) + len(lost.x) == 16
    for (row, to), value in at.items():
        shade = colours.z[row][to]
        assert shade == (1 + round(1000 * math.log10(value)) if value >= 1 else 0)
        assert 0 <= shade <= colours.zmax
    assert list(lost.customdata) == list(unknown.values())
    assert list(lost.text) == ["<b>?</b>"] * len(unknown)


def test_a_heat_map_says_what_its_rows_and_columns_are() -> None:
    chart = heated(pd.DataFrame([[1]], ["a"], ["b"]), {})
    assert [each.text for each in chart.figure.layout.annotations] == [
        f"<b>{SIDES.across} →</b>",
        f"<b>{SIDES.down} ↓</b>",
    ]


@omfang.PICTURES
@given(tables())
def test_the_twin_of_a_heat_map_has_every_cell_and_tells_unknown_from_none(
    of: tuple[pd.DataFrame, dict[tuple[str, str], str]],
) -> None:
    frame, unknown = of
    twin = heated(*of).twin
    assert [column.id for column in twin.columns[1:]] == list(PLACES)
    for row, place in zip(twin.rows, PLACES, strict=True):
        assert row.cells[0].text == NAMES[place]
        for cell, to in zip(row.cells[1:], PLACES, strict=True):
            value = frame.loc[place, to]
            words = unknown.get((place, to), "" if value == 0 else tal.number(value))
            assert (cell.text, cell.unknown) == (words, (place, to) in unknown)


def test_a_square_that_is_clicked_is_known_by_its_column_and_the_chosen_place_is_framed() -> None:
    frame = pd.DataFrame([[1, 0, 3, 0], [0, 2, math.nan, 0], [0, 0, 5, 7], [9, 0, 0, 1]], PLACES, PLACES)
    chart = heated(frame, {("b", "c"): "kendes ikke"}, chosen="c")
    known = [
        chart.chosen_by({"curve_number": curve, "point_index": place})
        for curve in (1, 2, 3)
        for place in range(len(chart.figure.data[curve].x))
    ]
    assert known == [*"acbcdad", *"bdadabbc", *"c"]
    column, row = chart.figure.layout.shapes
    assert (column.x0, column.x1, row.y0, row.y1) == (1.5, 2.5, 1.5, 2.5)
    assert heated(frame, {("b", "c"): "kendes ikke"}, chosen="ukendt").figure.layout.shapes == ()


def test_a_heat_map_of_what_has_no_place_on_its_scale_is_refused() -> None:
    frame = pd.DataFrame(1.0, PLACES, PLACES)
    with pytest.raises(ValueError, match="unknown"):
        heated(frame, {("a", "b"): "kendes ikke"})
    with pytest.raises(ValueError, match="unknown"):
        heated(frame.where(frame.index.to_series() != "a", axis=0), {})
    with pytest.raises(ValueError, match="begins at 1"):
        heated(frame * 0.5, {})


@st.composite
def changes(draw: st.DrawFn) -> pd.DataFrame:
    figures = st.floats(1, 1e5, allow_subnormal=False)
    ends = draw(st.lists(st.tuples(figures, figures), min_size=1, max_size=40))
    rows = [(f"o{place}", f"Område {place}", *each) for place, each in enumerate(ends)]
    return pd.DataFrame(rows, columns=["id", "navn", "a", "b"])


PRICES = pd.DataFrame(
    [
        ("Ring", "6,6 → 8", 6.6, 6.6, 8.0, 8.0),
        ("Bane", "1-1,75 → 2,6", 1.0, 1.75, 2.6, 2.6),
        ("Bro", "20 på listen", 20.9, 20.9, None, None),
        ("Kyst", "ingen pris", None, None, None, None),
    ],
    columns=["navn", "priser", "fra_lav", "fra_hoej", "til_lav", "til_hoej"],
)


def arrowed(points: pd.DataFrame = PRICES) -> charts.Chart:
    twin = charts.Twin((), ())
    return charts.arrows(points, name="navn", label="priser", step=5, written=str, alt="Priser", twin=twin)


def test_an_arrow_goes_from_the_one_figure_to_the_other_where_there_are_two() -> None:
    layout = arrowed().figure.layout
    drawn = [each for each in layout.annotations if each.showarrow]
    assert [(each.ax, each.x) for each in drawn] == [(6.6, 8.0), (1.375, 2.6)]
    assert all(each.y == each.ay for each in drawn)
    said = [each.text for each in layout.annotations if each.text]
    assert said == [
        *("<b>Ring</b>", "6,6 → 8", "<b>Bane</b>", "1-1,75 → 2,6"),
        *("<b>Bro</b>", "20 på listen", "<b>Kyst</b>", "ingen pris"),
    ]
    assert list(layout.xaxis.tickvals) == [0, 5, 10, 15, 20, 25]


def test_every_figure_of_an_arrow_is_a_dot_and_a_range_a_line() -> None:
    ranges, before, after = arrowed().figure.data
    assert list(ranges.x) == [1.0, 1.75, None]
    assert list(before.x) == [6.6, 1.375, 20.9]
    assert list(after.x) == [8.0, 2.6]
    assert all("<b>" in told for told in (*before.customdata, *after.customdata))


def test_figures_far_along_the_scale_stand_before_their_mark() -> None:
    of = {each.text: each.xanchor for each in arrowed().figure.layout.annotations}
    assert (of["6,6 → 8"], of["20 på listen"]) == ("left", "right")


def test_figures_of_an_arrow_that_takes_the_whole_scale_stand_above_its_end() -> None:
    rows = [("Kort", "+3", 0.0, 3.0), ("Lang", "+24", 0.0, 24.0), ("Fra midten", "+15", 9.0, 24.0)]
    points = pd.DataFrame(
        [(name, label, low, low, high, high) for name, label, low, high in rows],
        columns=["navn", "priser", "fra_lav", "fra_hoej", "til_lav", "til_hoej"],
    )
    notes = arrowed(points).figure.layout.annotations
    at = {note.text: (note.x, note.xanchor) for note in notes}
    assert (at["+3"], at["+24"], at["+15"]) == ((3.0, "left"), (24.0, "right"), (9.0, "right"))
    down = {note.text: note.y for note in notes}
    assert down["+24"] == down["<b>Lang</b>"]
    assert down["+15"] > down["<b>Fra midten</b>"]


def test_arrows_without_any_figure_are_a_scale_alone() -> None:
    figure = arrowed(PRICES.tail(1)).figure
    assert list(figure.layout.xaxis.tickvals) == [0, 5]
    assert not any(trace.x for trace in figure.data)


def test_an_arrow_with_half_a_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="both ends"):
        arrowed(PRICES.assign(fra_hoej=None))


def sloped(points: pd.DataFrame, chosen: str | None = None) -> charts.Chart:
    return charts.slope(
        points,
        id="id",
        name="navn",
        before="a",
        after="b",
        titles=("Før", "Efter"),
        written=tal.number,
        changed=lambda value: tal.number(value, 1, sign=True),
        steady=5,
        chosen=chosen,
        alt="Op og ned",
    )


def test_the_labels_of_a_slope_are_in_their_lines_colours_and_the_steady_ones_in_ink() -> None:
    points = pd.DataFrame({"id": ["a", "b", "c"], "navn": ["A", "B", "C"], "a": [10.0, 10, 10], "b": [20.0, 5, 10]})
    left, right = (trace for trace in sloped(points).figure.data if trace.mode == "text")
    ink = left.textfont.color
    assert list(right.textfont.color) == [template.as_now(template.WORSE), template.as_now(template.BETTER), ink]


@omfang.PICTURES
@given(changes())
def test_a_slope_is_the_frame_and_no_label_stands_on_another(points: pd.DataFrame) -> None:
    chart = sloped(points)
    *lines, _, left, right, ends = chart.figure.data
    plotted = [pair for trace in lines for pair in zip(trace.y[::3], trace.y[1::3], strict=True)]
    logs = points[["a", "b"]].map(math.log10)
    assert sorted(plotted) == sorted(map(tuple, logs.round(4).to_numpy()))
    low, high = chart.figure.layout.yaxis.range
    margin = chart.figure.layout.margin
    pixels = (chart.height - margin.t - margin.b) / (high - low)
    for labelled in (left, right):
        at = sorted(labelled.y)
        assert all((b - a) * pixels >= 14 for a, b in pairwise(at))
        assert low <= at[0]
        assert at[-1] <= high
    assert list(left.text) == [tal.number(value) for value in points["a"]]
    names = [f"{tal.number(value)} {name}" for name, value in zip(points["navn"], points["b"], strict=True)]
    assert list(right.text) == names
    clicked = [chart.chosen_by({"curve_number": 9, "point_index": place}) for place in range(len(ends.x))]
    assert clicked == [*points["id"], *points["id"]]
    assert [cells(row)[:3] for row in chart.twin.rows] == [
        [name, tal.number(a), tal.number(b)] for name, a, b in points[["navn", "a", "b"]].itertuples(index=False)
    ]


def test_a_slope_shows_by_colour_and_by_its_way_who_is_worse_off(mode: theme.Mode) -> None:
    points = pd.DataFrame(
        [("x", "X", 100, 120), ("y", "Y", 100, 80), ("z", "Z", 100, 104)], columns=["id", "navn", "a", "b"]
    )
    ends = sloped(points).figure.data[-1]
    worse, better = (theme.as_in(colour, mode) for colour in (theme.AROUND_AVERAGE[-1], theme.AROUND_AVERAGE[0]))
    assert list(ends.marker.color) == [worse, better, template.as_now(theme.BEFORE)] * 2
    chosen = sloped(points, chosen="y").figure.data
    assert [trace.line.width for trace in chosen if trace.mode == "lines"] == [2, 2, 1, 4, 1]
    assert [text for trace in chosen if trace.mode == "text" for text in trace.text if "<b>" in text] == [
        "<b>100</b>",
        "<b>80 Y</b>",
    ]


@pytest.mark.parametrize("figure", [0, math.nan])
def test_a_slope_without_a_figure_is_refused(figure: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        sloped(pd.DataFrame([("x", "X", 100, figure)], columns=["id", "navn", "a", "b"]))


LOOKED = [charts.Looked("a", "Albertslund"), charts.Looked("b", "Brøndby")]


def bone(group: str, name: str, region: float | None = 0.5) -> charts.Bone:
    return charts.Bone(group, name, f"{name} er lang", f"{name} kort", f"bedst: {name}", "ringest", region, "Regionen")


@st.composite
def spines(draw: st.DrawFn) -> tuple[list[charts.Bone], pd.DataFrame]:
    """Some lines in two groups, and points on them of those that are looked at and of others."""
    bones = [bone("51" if nr < 2 else "62", f"Mål {nr}") for nr in range(draw(st.integers(1, 5)))]
    rows = draw(
        st.lists(
            st.tuples(st.integers(0, len(bones) - 1), st.floats(0, 1), st.sampled_from(["", "a", "b"])), min_size=1
        )
    )
    frame = pd.DataFrame([(*row, f"prik {nr}") for nr, row in enumerate(rows)], columns=["line", "at", "whose", "told"])
    return bones, frame


def spined(bones: list[charts.Bone], points: pd.DataFrame, layout: charts.Layout = "bred") -> charts.Chart:
    return charts.spine(
        points, bones, LOOKED, others="de andre", region="regionen", layout=layout, alt="Rygrad", twin=NOTHING
    )


@omfang.PICTURES
@given(spines(), st.sampled_from(["bred", "smal"]))
def test_a_spine_has_every_point_once_on_its_line_told_apart_by_shape_too(
    given_: tuple[list[charts.Bone], pd.DataFrame], layout: charts.Layout
) -> None:
    bones, points = given_
    chart = spined(bones, points, layout)
    others, region, *looked = chart.figure.data
    names = [words.y for words in chart.figure.layout.annotations if words.text in {each.name for each in bones}]
    assert len(names) == len(bones)
    assert sorted(region.y) == list(region.y)
    for trace, whose in zip((others, *looked), ("", "a", "b"), strict=True):
        own = points[points["whose"] == whose]
        assert list(trace.customdata) == list(own["told"])
        assert list(trace.x) == pytest.approx(list(own["at"]), abs=1e-4)
        assert list(trace.y) == [region.y[line] for line in own["line"]]
    assert len({trace.marker.symbol for trace in (others, *looked)} - {"circle"}) == 1
    assert looked[0].marker.size > others.marker.size
    assert all(0 < y < chart.figure.layout.yaxis.range[0] for y in region.y)


def test_a_spine_says_its_groups_names_ends_and_what_those_looked_at_have() -> None:
    points = pd.DataFrame([(0, 0.0, "a", ""), (1, 1.0, "", "")], columns=["line", "at", "whose", "told"])
    bones = [bone("51", "Ventetid"), bone("Andet", "Vækst", None)]
    wide, narrow = (spined(bones, points, layout).figure for layout in ("bred", "smal"))
    for figure, said in ((wide, "er lang"), (narrow, "kort")):
        texts = [re.sub("<.*?>", "", words.text) for words in figure.layout.annotations]
        for each in bones:
            assert {each.group, each.name, f"{each.name} {said}", each.low, each.high} <= set(texts)
        assert all(name in texts[0] for name in ("Albertslund", "Brøndby", "regionen", "de andre"))
        assert len(figure.data[1].x) == 1  # what has no region has no mark of it


@pytest.mark.parametrize("row", [(2, 0.5, ""), (0, 1.5, ""), (0, 0.5, "c")])
def test_a_point_that_has_no_place_in_a_spine_is_refused(row: tuple[int, float, str]) -> None:
    points = pd.DataFrame([(*row, "")], columns=["line", "at", "whose", "told"])
    with pytest.raises(ValueError, match="point"):
        spined([bone("51", "Ventetid")], points)


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
    frame = pd.DataFrame([[1, 2, 3, 0], [4, math.nan, 6, 7], [8, 9, 9, 9], [1, 1, 1, 1]], PLACES, PLACES)
    heat = heated(frame, {("b", "b"): "kendes ikke"}, chosen="a").figure
    heat.data = heat.data[1:]  # the squares are one picture, turned over on paper
    rows = [("x", "X", 1, 2), ("y", "Y", 2, 1), ("z", "Z", 1, 1)]
    slope = sloped(pd.DataFrame(rows, columns=["id", "navn", "a", "b"]), chosen="x").figure
    dots = pd.DataFrame([(0, 0.5, whose, "") for whose in ("", "a", "b")], columns=["line", "at", "whose", "told"])
    spine = spined([bone("51", "Ventetid")], dots)
    course = coursed([("a", 3, "x"), ("a", 2, "y")])
    for figure in (
        *(chart.figure for chart in (drawn(development), reached(pairs), strip, spine, course)),
        heat,
        slope,
    ):
        found = set(re.findall("#[0-9A-Fa-f]{6}|rgba?[(][^)]*[)]", figure.to_json()))
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
