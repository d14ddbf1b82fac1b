"""Where the numbers stand beside the dots of a chart."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pages.drawing import charts

POINTS = st.lists(st.tuples(st.floats(1, 5), st.floats(0, 5)), min_size=1, max_size=12)


def sides(points: list[tuple[float, float]]) -> list[tuple[int, int]]:
    along, value = (pd.Series(each) for each in zip(*points, strict=True))
    return charts.number_sides(along, value, (130, 55)).tolist()


def test_a_dot_by_itself_has_its_number_to_the_right():
    assert sides([(1, 1), (3, 4)]) == [(13, 0), (13, 0)]


def test_dots_on_top_of_each_other_have_their_numbers_on_different_sides():
    assert len(set(sides([(2, 2)] * 4))) == 4


@given(POINTS)
def test_every_dot_has_its_number_beside_it(points: list[tuple[float, float]]):
    found = sides(points)
    assert len(found) == len(points)
    assert all(abs(right) + abs(down) == 13 for right, down in found)
