"""Classes of a map: every figure has one, in order, with edges between neighbours."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.begreber import SPECIALER
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.klasser import Classes, changes, classes_of, natural_classes
from analytics.kapacitet.maal import MEASURES
from analytics.tabeller import Frames

FIGURES = st.one_of(
    st.integers(0, 100_000).map(float),
    st.decimals(-1000, 1000, places=2).map(float),
    st.floats(1e-6, 1e9),
)
ROWS = st.lists(FIGURES, min_size=1, max_size=40)
COUNTS = st.integers(1, 7)


@given(ROWS, COUNTS)
def test_every_figure_has_a_class(values: list[float], count: int) -> None:
    classes = natural_classes(values, count)
    used = {classes.of(value) for value in values}
    assert used == set(range(len(classes.edges) + 1))
    assert len(used) == min(count, len(set(values)))


@given(ROWS, COUNTS)
def test_edges_ascend_and_each_lies_between_two_neighbours(values: list[float], count: int) -> None:
    edges = natural_classes(values, count).edges
    assert list(edges) == sorted(set(edges))
    for edge in edges:
        below, above = [v for v in values if v < edge], [v for v in values if v >= edge]
        assert below
        assert above
        assert max(below) < edge <= min(above)


@given(ROWS, COUNTS)
def test_a_higher_figure_is_never_in_a_lower_class(values: list[float], count: int) -> None:
    classes = natural_classes(values, count)
    order = [classes.of(value) for value in sorted(values)]
    assert order == sorted(order)


@given(ROWS, COUNTS)
def test_unknown_and_repeated_figures_change_nothing(values: list[float], count: int) -> None:
    assert natural_classes([*values, math.nan, values[0]], count) == natural_classes(values, count)


@given(st.lists(st.integers(0, 500).map(float), min_size=2, max_size=9, unique=True), st.integers(2, 4))
def test_no_other_division_holds_like_figures_closer_together(values: list[float], count: int) -> None:
    """Fisher and Jenks against trying them all."""
    ordered = sorted(values)

    def spread(groups: list[list[float]]) -> float:
        return sum(sum((v - sum(g) / len(g)) ** 2 for v in g) for g in groups)

    def divisions(row: list[float], parts: int) -> list[list[list[float]]]:
        if parts == 1:
            return [[row]]
        return [
            [row[:cut], *rest] for cut in range(1, len(row) - parts + 2) for rest in divisions(row[cut:], parts - 1)
        ]

    count = min(count, len(ordered))
    classes = natural_classes(values, count)
    groups = [[v for v in ordered if classes.of(v) == number] for number in range(count)]
    assert spread(groups) <= min(map(spread, divisions(ordered, count))) + 1e-6


def test_no_figures_are_one_class() -> None:
    assert natural_classes([math.nan], 5) == Classes(())
    assert natural_classes([], 5) == Classes(())


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_the_edges_of_every_measure_can_be_read(measure, frames: Frames) -> None:  # type: ignore[no-untyped-def]
    for speciale in SPECIALER:
        values = measure.beregn(frames, speciale, 2030)["vaerdi"]
        edges = natural_classes(values.tolist(), 5).edges
        assert len(edges) == min(5, values.nunique()) - 1
        for edge in edges:
            assert len(f"{edge:.10g}".replace(".", "").strip("0")) <= 3


@pytest.mark.parametrize(
    ("values", "middle", "edges"),
    [
        ([-7.0, 10.4], 0.4, (-6.0, -2.0, 2.0, 6.0)),
        ([0.0, 26.0], 1.0, (-14.0, -4.0, 6.0, 16.0)),
        ([0.5, 3.1], 0.5, (-2.0, 0.0, 2.0, 4.0)),
        ([0.0, 2.5], 0.0, (-1.5, -0.5, 0.5, 1.5)),
        ([-1.0, 0.5, math.nan], 0.5, (-0.4, 0.2, 0.8, 1.4)),
        ([4.0, 4.0], 4.0, ()),
        ([math.nan], 4.0, ()),
        ([], 0.0, ()),
    ],
)
def test_changes_are_near_the_middle_some_way_off_or_far(
    values: list[float], middle: float, edges: tuple[float, ...]
) -> None:
    assert changes(values, middle).edges == pytest.approx(edges)


HUNDREDTHS = st.integers(-100_000, 100_000).map(lambda whole: whole / 100)


@given(st.lists(HUNDREDTHS, min_size=1), HUNDREDTHS)
def test_the_middle_itself_is_in_the_middle_class(values: list[float], middle: float) -> None:
    classes = changes(values, middle)
    if not classes.edges:
        assert set(values) == {middle}
        return
    assert len(classes.edges) == 4
    assert list(classes.edges) == sorted(classes.edges)
    below, at, above = (
        classes.of(classes.edges[1] + d * (classes.edges[2] - classes.edges[1])) for d in (-0.5, 0.5, 1.5)
    )
    assert (below, at, above) == (1, 2, 3)
    assert classes.of(middle) == 2


def test_a_change_is_held_against_its_reference_and_all_else_falls_as_it_may() -> None:
    values = [1.0, 2.0, 3.0, 51.0, 52.0, 998.0]
    growth, coverage = MEASURES["befolkningstilvaekst"], MEASURES["borgere-pr-kapacitet"]
    assert classes_of(growth, values, Reference(7.0, ""), 3) == changes(values, 7.0)
    assert classes_of(growth, values, Reference(None, ""), 3) == changes(values, 0.0)
    assert classes_of(coverage, values, Reference(7.0, ""), 3) == natural_classes(values, 3) != changes(values, 7.0)
