"""A cell of a table: whatever figure it is made with, the browser can read its message."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dansk import tal
from pages.components import Cell
from pages.components.tables import Looks

FIGURES = st.floats()


@given(FIGURES, FIGURES | st.none(), FIGURES, st.none() | st.tuples(FIGURES, FIGURES))
def test_a_message_is_always_json(
    value: float, bar: float | None, start: float, pair: tuple[float, float] | None
) -> None:
    cell = Cell(tal.number(value) if value == value else "", value, bar=bar, start=start, pair=pair)
    json.dumps(cell.message(Looks()), allow_nan=False)


def test_a_figure_that_is_no_number_is_told_as_unknown() -> None:
    for value in (float("nan"), float("inf"), float("-inf")):
        assert Cell("nan", value).message(Looks()) == {"t": "ikke oplyst", "u": True}


def test_a_figure_and_its_bar_reach_the_browser_as_they_are() -> None:
    message = Cell("1,5", 1.5, bar=0.25, start=0.125, pair=(0.0, 1.0)).message(Looks())
    assert message == {"t": "1,5", "v": 1.5, "b": 0.25, "n": 0.125, "p": [0.0, 1.0]}
