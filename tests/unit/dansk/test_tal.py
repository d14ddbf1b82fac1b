"""Figures as a Danish reader expects them."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dansk.dato import day
from dansk.maengde import quantity
from dansk.saetning import inside
from dansk.tal import UNKNOWN, as_printed, number

NO_BREAK = "\N{NO-BREAK SPACE}"


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
    ("value", "unit", "decimals", "text"),
    [
        (2.4, "pct", 1, "2,4 %"),
        (12.8, "mio_kr", 1, "12,8 mio. kr."),
        (1095, "kr", 0, "1.095 kr."),
        (1, "uger", 0, "1 uge"),
        (52, "uger", 0, "52 uger"),
        (3.1, "promille", 1, "3,1 ‰"),
        (14324, "borgere", 0, "14.324"),
    ],
)
def test_a_figure_with_its_unit(value: float | None, unit: str, decimals: int, text: str) -> None:
    # No line may break between the figure and its unit.
    figure, space, rest = text.partition(" ")
    assert quantity(value, unit, decimals) == figure + space.replace(" ", NO_BREAK) + rest


def test_an_unknown_quantity_has_no_unit() -> None:
    assert quantity(None, "kr") == UNKNOWN


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


@pytest.mark.parametrize(("precision", "text"), [("dag", "15. april 2024"), ("maaned", "april 2024"), ("aar", "2024")])
def test_a_date_is_no_more_precise_than_it_is_known(precision: str, text: str) -> None:
    assert day(date(2024, 4, 15), precision) == text


def test_a_name_inside_a_sentence_keeps_its_own_capitals() -> None:
    assert inside("Deltagelser i Virksomhedsprogrammet") == "deltagelser i Virksomhedsprogrammet"
    assert inside("SOSU-lærepladser") == "SOSU-lærepladser"
