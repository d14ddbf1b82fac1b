"""Amounts of money as they are written: one unit for both ends, and a change from least to most."""

from __future__ import annotations

import math

import pytest

from dansk import beloeb


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (980, 980, "980 mio. kr."),
        (999, 1200, "999-1.200 mio. kr."),
        (1000, 1000, "1 mia. kr."),
        (1000, 1750, "1-1,75 mia. kr."),
        (0, 0, "0 mio. kr."),
        (None, None, "ikke oplyst"),
        (math.nan, math.nan, "ikke oplyst"),
        (5, None, "ikke oplyst"),
    ],
)
def test_an_amount_has_one_unit(low: float | None, high: float | None, text: str) -> None:
    assert _plain(beloeb.mio_kr(low, high)) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ((1400, 1400, 21.2, 21.2), "+1,4 mia. kr., +21 %"),
        ((850, 1600, 48.6, 160), "+0,85 til +1,6 mia. kr., +49 til +160 %"),
        ((-50, -50, -25, -25), "−50 mio. kr., −25 %"),
        ((-1000, 5, -50, 0.2), "−1 til +0,005 mia. kr., −50 til 0 %"),
        ((0, 0, 0, 0), "0 mio. kr., 0 %"),
    ],
)
def test_a_change_is_told_in_kroner_and_percent(change: tuple[float, float, float, float], text: str) -> None:
    assert _plain(beloeb.aendring(*change)) == text


def test_a_range_of_one_figure_is_that_figure() -> None:
    assert _plain(beloeb.spaend(7, 7, "%")) == "7 %"
    assert _plain(beloeb.spaend(20_000, 30_000, "ton")) == "20.000-30.000 ton"


def test_an_axis_has_its_unit_once() -> None:
    assert [beloeb.paa_akse(at) for at in (0, 5000, 10_000)] == ["0 mia. kr.", "5", "10"]
    assert beloeb.fra_mia(2) == 2000
