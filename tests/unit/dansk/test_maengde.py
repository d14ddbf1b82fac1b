"""Quantities: a figure with its unit, a change, and the word that follows a count."""

from __future__ import annotations

import pytest

from dansk.maengde import change, counted, quantity, share
from dansk.tal import UNKNOWN

NO_BREAK = "\N{NO-BREAK SPACE}"


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


@pytest.mark.parametrize(("value", "text"), [(1.0, "1,0 uge"), (1.04, "1,0 uge"), (1.1, "1,1 uger"), (0, "0,0 uger")])
def test_one_week_is_one(value: float, text: str) -> None:
    assert quantity(value, "uger", 1) == text.replace(" ", NO_BREAK)


@pytest.mark.parametrize(
    ("value", "text"), [(-12.25, "−12,3 %"), (3, "+3,0 %"), (0, "0,0 %"), (-0.04, "0,0 %"), (None, UNKNOWN)]
)
def test_a_change_has_its_sign_and_tenths(value: float | None, text: str) -> None:
    spaced = text if text == UNKNOWN else text.replace(" ", NO_BREAK)
    assert change(value) == spaced
    assert change(value, unit=False) == spaced.removesuffix(f"{NO_BREAK}%")


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (0, "0 %"),
        (1e-9, "under 1 %"),
        (0.00499, "under 1 %"),
        (0.005, "1 %"),
        (0.125, "13 %"),
        (0.995, "100 %"),
        (1, "100 %"),
    ],
)
def test_a_share_that_only_rounds_to_nothing_does_not_look_like_it(part: float, text: str) -> None:
    assert share(part).replace(NO_BREAK, " ") == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 rækker"), (1, "1 række"), (2, "2 rækker"), (11, "11 rækker"), (1200, "1.200 rækker")]
)
def test_one_is_one_and_all_else_is_many(count: int, text: str) -> None:
    assert counted(count, "række", "rækker") == text
