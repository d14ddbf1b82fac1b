"""Squares: each thing once, in its row and block, in the colour and with the sign of how it stands."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.drawing import charts
from pages.drawing.charts import template
from pages.style import theme
from tests import omfang

LOOKS = {
    "god": charts.Look("god", "✓", theme.STATUS["groen"]),
    "ring": charts.Look("ringe", "✕", theme.STATUS["roed"]),
    "ukendt": charts.Look("kan ikke afgøres", "?", theme.UNKNOWN),
}
TWIN = charts.Twin((), ())
POINTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["2024", "2023"]), st.sampled_from(list(LOOKS))),
    min_size=1,
    max_size=20,
)


@pytest.fixture(params=["light", "dark"], autouse=True)
def mode(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(template, "mode", lambda: request.param)
    monkeypatch.setattr(template.view, "on_projector", lambda: False)
    return str(request.param)


def drawn(points: list[tuple[str, str, str]], chosen: str | None = None) -> charts.Chart:
    frame = pd.DataFrame(
        [(row, f"Række {row}", block, look, f"<{at}>") for at, (row, block, look) in enumerate(points)],
        columns=["id", "raekke", "aar", "stand", "fortalt"],
    )
    return charts.squares(
        frame,
        LOOKS,
        id="id",
        row="raekke",
        block="aar",
        look="stand",
        told="fortalt",
        chosen=chosen,
        nothing="ingen",
        alt="Felter",
        twin=TWIN,
    )


def _places(chart: charts.Chart) -> dict[str, tuple[float, float]]:
    """Where each point's square is, by what is said of it."""
    return {
        said: (x, y)
        for trace in chart.figure.data
        if trace.customdata is not None
        for (_, said), x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


@omfang.PICTURES
@given(POINTS)
def test_every_point_is_a_square_in_its_row_and_block(points: list[tuple[str, str, str]]) -> None:
    places = _places(drawn(points))
    assert sorted(places) == sorted(f"&lt;{at}&gt;" for at in range(len(points)))
    assert len(set(places.values())) == len(points)
    at = [places[f"&lt;{place}&gt;"] for place in range(len(points))]
    rows, blocks = list(dict.fromkeys(row for row, *_ in points)), list(dict.fromkeys(of for _, of, _ in points))
    for one, (row, block, _) in enumerate(points):
        for other, (its_row, its_block, _) in enumerate(points[:one]):
            assert (at[one][1] > at[other][1]) == (rows.index(row) > rows.index(its_row))
            assert (at[one][1] == at[other][1]) == (row == its_row)
            if block != its_block:
                assert (at[one][0] > at[other][0]) == (blocks.index(block) > blocks.index(its_block))
            elif row == its_row:
                assert at[one][0] > at[other][0], "in the frame's order"


@omfang.PICTURES
@given(POINTS)
def test_a_square_has_the_sign_of_how_it_stands_and_the_key_says_what_that_is(
    points: list[tuple[str, str, str]],
) -> None:
    figure = drawn(points).figure
    signs = {
        said: text
        for trace in figure.data
        if trace.customdata is not None
        for (_, said), text in zip(trace.customdata, trace.text, strict=True)
    }
    assert signs == {f"&lt;{at}&gt;": f"<b>{LOOKS[look].sign}</b>" for at, (*_, look) in enumerate(points)}
    key = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert key == [f"{look.sign} {look.words}" for name, look in LOOKS.items() if name in {of for *_, of in points}]


def test_rows_that_are_not_chosen_fade() -> None:
    points = [("a", "2024", "god"), ("b", "2024", "god"), ("b", "2024", "god")]
    [squares_of, _] = drawn(points, "b").figure.data
    assert squares_of.marker.opacity[0] < 1
    assert list(squares_of.marker.opacity[1:]) == [1, 1]
    assert set(drawn(points).figure.data[0].marker.opacity) == {1}


def test_a_row_without_points_in_a_block_says_so() -> None:
    words = [each.text for each in drawn([("a", "2024", "god"), ("b", "2023", "god")]).figure.layout.annotations]
    assert words.count("ingen") == 2
    assert {"<b>2024</b>", "<b>2023</b>", "Række a", "Række b"} <= set(words)


def test_a_look_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="middel"):
        drawn([("a", "2024", "middel")])


def test_two_blocks_have_room_on_a_phone() -> None:
    """So many squares and a gap between the blocks, side by side in the width of a phone's page."""
    seven = [("a", block, "god") for block in ("2024", "2023") for _ in range(7)]
    figure = drawn(seven).figure
    across = figure.layout.xaxis.range[1]
    assert figure.data[0].marker.size <= (358 - 16) / across
