"""The measures of equality, against a naive double sum and their own properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.scenarie.lighed import above, gini, lorenz, ratio

AREAS = st.lists(st.tuples(st.integers(1, 200_000), st.floats(0.01, 200, allow_nan=False)), min_size=1, max_size=40)


def _naive_gini(people: list[int], capacity: list[float]) -> float:
    per_head = [having / living for living, having in zip(people, capacity, strict=True)]
    total = sum(
        first * second * abs(here - there)
        for first, here in zip(people, per_head, strict=True)
        for second, there in zip(people, per_head, strict=True)
    )
    mean = sum(capacity) / sum(people)
    return total / (2 * sum(people) ** 2 * mean)


@given(AREAS)
def test_gini_is_half_the_mean_difference_over_the_mean(areas):
    people, capacity = map(list, zip(*areas, strict=True))
    assert gini(np.array(people), np.array(capacity)) == pytest.approx(_naive_gini(people, capacity), abs=1e-9)


@given(AREAS, st.floats(0.1, 10), st.integers(2, 5))
def test_gini_does_not_depend_on_the_scale_of_capacity_or_citizens(areas, more, times):
    people, capacity = (np.array(column, dtype=float) for column in zip(*areas, strict=True))
    measured = gini(people, capacity)
    assert 0 <= measured + 1e-12 < 1
    assert gini(people * times, capacity * more) == pytest.approx(measured, abs=1e-9)


@given(AREAS)
def test_dividing_an_area_in_two_with_the_same_coverage_changes_nothing(areas):
    people, capacity = (np.array(column, dtype=float) for column in zip(*areas, strict=True))
    halves = np.append(people[1:], [people[0] / 4, people[0] * 3 / 4])
    split = np.append(capacity[1:], [capacity[0] / 4, capacity[0] * 3 / 4])
    assert gini(halves, split) == pytest.approx(gini(people, capacity), abs=1e-9)


def test_the_same_coverage_everywhere_is_no_inequality():
    assert gini(np.array([10.0, 30.0]), np.array([1.0, 3.0])) == pytest.approx(0)
    assert ratio(np.array([5.0, 5.0])) == 1


def test_no_capacity_at_all_has_no_inequality_to_measure():
    with pytest.raises(ValueError, match="ingen kapacitet"):
        gini(np.array([10.0]), np.array([0.0]))


def test_the_limit_itself_is_not_above_it():
    assert above(np.array([10000.0, 10000.1]), 10000).tolist() == [False, True]


@given(AREAS)
def test_gini_is_twice_the_area_between_the_lorenz_curve_and_the_straight_line(areas):
    people, capacity = (np.array(each, dtype=float) for each in zip(*areas, strict=True))
    living, shared = lorenz(people, capacity)
    below = sum((b - a) * (c + d) / 2 for a, b, c, d in zip(living, living[1:], shared, shared[1:], strict=False))
    assert 1 - 2 * below == pytest.approx(gini(people, capacity), abs=1e-9)
    assert (living[0], shared[0]) == (0, 0)
    assert (living[-1], shared[-1]) == (pytest.approx(1), pytest.approx(1))
    assert (shared <= living + 1e-9).all()


def test_where_there_is_no_capacity_there_is_no_curve():
    with pytest.raises(ValueError, match="ingen kapacitet"):
        lorenz(np.array([10.0]), np.array([0.0]))
