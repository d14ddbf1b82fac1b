"""Figures as a Danish reader expects them."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.tabeller import Frames
from dansk.maengde import quantity
from dansk.tal import MOST_DECIMALS, UNKNOWN, as_printed, capacities, is_unknown, number, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (14324, 0, "14.324"),
        (1234.5, 1, "1.234,5"),
        (0, 0, "0"),
        (0.5, 1, "0,5"),
        (-2.35, 1, "−2,4"),
        (-0.04, 1, "0,0"),
        (999999.996, 2, "1.000.000,00"),
        (None, 0, UNKNOWN),
        (math.nan, 2, UNKNOWN),
    ],
)
def test_a_figure_in_danish(value: float | None, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(3.2, "+3,2"), (-3.2, "−3,2"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0")]
)
def test_a_change_has_a_sign_unless_it_is_none(value: float, text: str) -> None:
    assert number(value, 1, sign=True) == text


@pytest.mark.parametrize(
    ("value", "text"), [(7.16, "7,16"), (22.0, "22"), (9.5, "9,5"), (2024, "2.024"), (None, UNKNOWN)]
)
def test_a_figure_keeps_the_decimals_it_was_printed_with(value: float | None, text: str) -> None:
    assert as_printed(value) == text


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3))
def test_a_reader_gets_the_figure_back(value: float, decimals: int) -> None:
    text = number(float(value), decimals)
    back = float(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(back - float(value)) <= 0.5 * 10**-decimals + 1e-6


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(0, 3))
def test_no_figure_is_written_with_an_english_minus_or_a_negative_nought(value: float, decimals: int) -> None:
    text = number(value, decimals, sign=True)
    assert "-" not in text
    assert text.strip("0,") not in ("+", "−")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(11.65, 1, "11,7"), (0.125, 2, "0,13"), (2.5, 0, "3"), (-2.5, 0, "−3"), (1.005, 2, "1,01"), (0.5, 0, "1")],
)
def test_halves_are_rounded_away_from_nought_as_they_are_written(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


FIGURES = st.one_of(
    st.floats(-1e12, 1e12, allow_nan=False),
    st.decimals(-(10**6), 10**6, places=3).map(float),
    st.integers(-(10**5), 10**5).map(lambda half: half / 2),
    st.integers(-(10**6), 10**6).map(lambda half: half / 200),
)


def _by_hand(value: float, decimals: int) -> Decimal:
    """The figure rounded in whole numbers of its own text, without the decimal module's rounding."""
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    assert isinstance(exponent, int)
    whole = int("".join(map(str, digits)))
    cut = -exponent - decimals
    if cut <= 0:
        kept = whole * 10**-cut
    else:
        kept, rest = divmod(whole, 10**cut)
        kept += 2 * rest >= 10**cut
    return Decimal(-kept if sign else kept).scaleb(-decimals)


@settings(max_examples=500)
@given(FIGURES, st.integers(0, 4))
def test_rounding_is_that_of_the_written_figure(value: float, decimals: int) -> None:
    expected = _by_hand(value, decimals)
    assert rounded(value, decimals) == float(expected)
    text = number(value, decimals)
    assert Decimal(text.replace(".", "").replace(",", ".").replace("−", "-")) == expected


@settings(max_examples=300)
@given(FIGURES, st.integers(0, 4))
def test_a_rounded_figure_is_written_as_the_figure_itself(value: float, decimals: int) -> None:
    assert number(rounded(value, decimals), decimals) == number(value, decimals)


@given(FIGURES)
def test_a_figure_as_printed_has_no_more_decimals_than_it_takes(value: float) -> None:
    text = as_printed(value)
    decimals = len(text.partition(",")[2])
    assert text == number(value, decimals)
    if 0 < decimals < MOST_DECIMALS:
        assert not text.endswith("0")
    assert capacities(value) == (text if decimals else number(value, 1))


@pytest.mark.parametrize(("value", "text"), [(3, "3,0"), (3.6, "3,6"), (0.35, "0,35"), (86.57, "86,57")])
def test_capacities_are_written_in_tenths_or_finer(value: float, text: str) -> None:
    assert capacities(value) == text


@pytest.mark.parametrize("nothing", [None, math.nan, pd.NA, pd.NaT])
def test_what_a_cell_lacks_is_not_told(nothing: Any) -> None:
    assert is_unknown(nothing)
    assert number(nothing) == as_printed(nothing) == UNKNOWN


@pytest.mark.parametrize("value", [0, 0.0, "", False, -1])
def test_nought_is_known(value: object) -> None:
    assert not is_unknown(value)


def test_what_has_no_end_is_written_so() -> None:
    assert (number(math.inf), number(-math.inf)) == ("∞", "−∞")
    assert (rounded(math.inf), rounded(-math.inf)) == (math.inf, -math.inf)


def test_every_figure_of_the_database_is_written_in_one_way(frames: Frames) -> None:
    """At each precision one text, whatever has read the figure, and it is that of the figure as it stands."""
    figures = {
        float(value)
        for frame in frames.values()
        for column in frame.select_dtypes("number")
        for value in frame[column].dropna().unique()
    }
    assert len(figures) > 3000
    for value in figures:
        for decimals in range(MOST_DECIMALS + 1):
            expected = f"{_by_hand(value, decimals):,.{decimals}f}".translate(str.maketrans(",.-", ".,−"))
            if not expected.strip("−0,"):
                expected = expected.lstrip("−")
            texts = {
                number(value, decimals),
                number(np.float64(value), decimals),
                number(Decimal(repr(value)), decimals),
                number(rounded(value, decimals), decimals),
                quantity(value, "borgere", decimals),
            }
            assert texts == {expected}, value
