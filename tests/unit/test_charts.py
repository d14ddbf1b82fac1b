"""Where the numbers stand in the charts of the mobility measures."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from pages.drawing import charts

POINTS = st.lists(st.tuples(st.floats(1, 5), st.floats(0, 5)), min_size=1, max_size=12)


def sides(points: list[tuple[float, float]]) -> list[tuple[int, int]]:
    along, value = (pd.Series(each) for each in zip(*points, strict=True))
    return charts.number_sides(along, value).tolist()


def test_a_dot_by_itself_has_its_number_to_the_right():
    assert sides([(1, 1), (3, 4)]) == [(13, 0), (13, 0)]


def test_dots_on_top_of_each_other_have_their_numbers_on_different_sides():
    assert len(set(sides([(2, 2)] * 4))) == 4


def test_measures_with_the_same_stars_share_a_dot_and_the_unknown_is_as_wide_as_it_can_be():
    ratings = pd.DataFrame(
        [(7, "CO2e", 2, 2), (9, "CO2e", 0, 0), (4, "CO2e", 2, 2), (7, "Sundhed", 0, 5), (9, "Sundhed", 0, 5)],
        columns=["indsats_nr", "pejlemaerke", "lav", "hoej"],
    )
    assert charts.sharing_a_place(ratings)[["pejlemaerke", "lav", "bredde", "indsats_nr"]].to_numpy().tolist() == [
        ["CO2e", 2, 0, "7, 4"],
        ["CO2e", 0, 0, "9"],
        ["Sundhed", 0, 5, "7, 9"],
    ]


@given(POINTS)
def test_every_dot_has_its_number_beside_it(points: list[tuple[float, float]]):
    found = sides(points)
    assert len(found) == len(points)
    assert all(abs(right) + abs(down) == 13 for right, down in found)
