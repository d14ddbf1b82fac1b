"""What stands out in a measure's figures, on small made-up ones: who has most, of how many, and how far off."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.kapacitet import fund
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.fund import Akse, Spaend
from analytics.kapacitet.maal import MEASURES
from analytics.kapacitet.rangorden import INGEN_RAEKKE, Tal, i_orden

COVERAGE = MEASURES["borgere-pr-kapacitet"]
GROWTH = MEASURES["befolkningstilvaekst"]
AMOUNT = MEASURES["kapacitet"]
REGION = Reference(20.0, "regionen under ét")
FIGURES = st.dictionaries(
    st.sampled_from("abcdefghij"), st.one_of(st.integers(-5, 5).map(float), st.just(math.nan)), max_size=10
)


def test_the_highest_is_told_with_how_many_times_the_region_it_is() -> None:
    found = fund.hoejest(COVERAGE, i_orden({"a": 10.0, "b": 50.0, "c": 30.0}), REGION)
    assert found is not None
    assert (found.steder, found.vaerdi, found.art, found.gange) == (("b",), 50.0, "foerst", 2.5)


@pytest.mark.parametrize("held", [0.0, -1.0, None])
def test_nothing_is_so_many_times_nought(held: float | None) -> None:
    found = fund.hoejest(COVERAGE, i_orden({"a": 10.0, "b": 50.0}), Reference(held, ""))
    assert found is not None
    assert found.gange is None


def test_only_what_is_worse_the_higher_is_told_in_times() -> None:
    found = fund.hoejest(AMOUNT, i_orden({"a": 10.0, "b": 50.0}), REGION)
    assert found is not None
    assert (found.art, found.gange) == ("foerst", None)


@pytest.mark.parametrize(("sharing", "art"), [(2, "foerst"), (4, "foerst"), (5, "delt"), (6, "delt")])
def test_so_many_that_share_the_highest_are_counted(sharing: int, art: str) -> None:
    figures = {f"s{nr}": 9.0 for nr in range(sharing)} | {"lav": 1.0}
    found = fund.hoejest(COVERAGE, i_orden(figures), REGION)
    assert found is not None
    assert (set(found.steder), found.art, found.gange) == (figures.keys() - {"lav"}, art, None)


def test_places_that_others_are_above_are_told_with_their_place() -> None:
    everyone = i_orden({"a": 10.0, "b": 50.0, "c": 30.0})
    found = fund.hoejest(COVERAGE, {place: everyone[place] for place in ("a", "c")}, REGION)
    assert found is not None
    assert (found.steder, found.art, found.tal.plads, found.tal.antal, found.gange) == (("c",), "plads", 2, 3, None)


def test_one_place_by_itself_is_told_with_its_place_even_if_first() -> None:
    found = fund.hoejest(COVERAGE, {"b": i_orden({"a": 10.0, "b": 50.0})["b"]}, REGION)
    assert found is not None
    assert (found.art, found.tal.plads) == ("plads", 1)


@pytest.mark.parametrize(("most", "art"), [(0.1, "foerst"), (0.0, "ingen_vokser"), (-0.1, "ingen_vokser")])
def test_nobody_is_said_to_grow_most_where_nobody_grows(most: float, art: str) -> None:
    found = fund.hoejest(GROWTH, i_orden({"a": most, "b": -5.0}), REGION)
    assert found is not None
    assert (found.steder, found.art) == (("a",), art)


def test_without_figures_there_is_no_finding() -> None:
    assert fund.hoejest(COVERAGE, {}, REGION) is None
    assert fund.hoejest(COVERAGE, {"a": INGEN_RAEKKE}, REGION) is None
    assert fund.spaend({"a": INGEN_RAEKKE}) is None


def test_the_ends_are_the_lowest_and_the_highest_and_who_has_them() -> None:
    figures = i_orden({"a": 2.0, "b": 9.0, "c": -1.0})
    assert fund.spaend({"x": INGEN_RAEKKE, **figures}) == Spaend(-1.0, "c", 9.0, "b")
    equal = {place: replace(INGEN_RAEKKE, vaerdi=1.0) for place in ("p", "q")}
    assert fund.spaend(equal) == Spaend(1.0, "p", 1.0, "p")


@pytest.mark.parametrize(
    ("figures", "held", "axis"),
    [
        ((5.0, 10.0), 8.0, Akse(0.0, 10.0)),
        ((5.0, 10.0), 12.0, Akse(0.0, 12.0)),
        ((-5.0, 10.0), 2.0, Akse(-5.0, 10.0)),
        ((-5.0, -1.0), -8.0, Akse(-8.0, 0.0)),
        ((5.0,), None, Akse(0.0, 5.0)),
    ],
)
def test_an_axis_holds_the_figures_nought_and_the_region(
    figures: tuple[float, ...], held: float | None, axis: Akse
) -> None:
    tal = [*(replace(INGEN_RAEKKE, vaerdi=figure) for figure in figures), INGEN_RAEKKE]
    assert fund.akse(tal, Reference(held, "")) == axis


def test_a_place_on_an_axis_is_a_share_of_it() -> None:
    axis = Akse(-5.0, 15.0)
    assert [axis.at(figure) for figure in (-5.0, 0.0, 5.0, 15.0)] == [0.0, 0.25, 0.5, 1.0]
    assert Akse(0.0, 0.0).at(0.0) == 0.0


@given(FIGURES)
def test_places_are_given_as_in_a_race(figures: dict[str, float]) -> None:
    found = i_orden(figures)
    known = [value for value in figures.values() if not math.isnan(value)]
    assert found.keys() == figures.keys()
    for place, each in found.items():
        value = figures[place]
        if math.isnan(value):
            assert each == Tal(None, None, None, None, len(known), "beregnet", None, "", None)
        else:
            above = 1 + sum(other > value for other in known)
            assert (each.vaerdi, each.plads, each.antal) == (value, above, len(known))
    order = [each.vaerdi for each in found.values()]
    assert order == sorted(known, reverse=True) + [None] * (len(figures) - len(known))
