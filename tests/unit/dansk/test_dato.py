"""Dates in words, no more precise than they are known."""

from __future__ import annotations

from datetime import date

import pytest

from dansk.dato import day


@pytest.mark.parametrize(("precision", "text"), [("dag", "5. april 2024"), ("maaned", "april 2024"), ("aar", "2024")])
def test_a_date_is_no_more_precise_than_it_is_known(precision: str, text: str) -> None:
    assert day(date(2024, 4, 5), precision) == text


@pytest.mark.parametrize(
    ("month", "season"),
    [
        *((month, "vinteren") for month in (12, 1, 2)),
        *((month, "foråret") for month in (3, 4, 5)),
        *((month, "sommeren") for month in (6, 7, 8)),
        *((month, "efteråret") for month in (9, 10, 11)),
    ],
)
def test_every_month_has_its_season(month: int, season: str) -> None:
    assert day(date(2024, month, 15), "aarstid") == f"{season} 2024"


def test_a_precision_that_is_not_known_is_an_error() -> None:
    with pytest.raises(KeyError):
        day(date(2024, 4, 5), "uge")
