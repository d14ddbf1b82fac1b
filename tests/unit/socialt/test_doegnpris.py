"""What days of each kind of placement come to: by hand, by a slow way, and whatever the days and prices are."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.paastand import Kilde
from analytics.socialt.doegnpris import SLAGS, Doegnpris, Slags, doegnpriser, gange, hele_prisen, udgift
from analytics.socialt.paastande import Socialtal
from analytics.tabeller import Frames

DAYS = st.fixed_dictionaries({kind: st.integers(0, 4000) for kind in SLAGS})


def claim(value: float | None, name: str = "pris") -> Socialtal:
    return Socialtal("papirpaastand", name, "Pris", value, "kr.", None, None, 1, Kilde("004", 1))


def price(kind: Slags, low: float, high: float) -> Doegnpris:
    return Doegnpris(kind, claim(low), claim(high))


PRICES: Mapping[Slags, Doegnpris] = {
    "retlig": price("retlig", 4000, 4000),
    "social": price("social", 6000, 9000),
    "solo": price("solo", 9000, 18000),
}


def test_days_come_to_days_times_the_price_of_each_end() -> None:
    found = udgift(PRICES, {"retlig": 2, "social": 10, "solo": 1})
    assert [(each.doegn, each.lav, each.hoej) for each in found.dele] == [
        (2, 8000, 8000),
        (10, 60000, 90000),
        (1, 9000, 18000),
    ]
    assert (found.i_alt.pris, found.i_alt.doegn, found.i_alt.lav, found.i_alt.hoej) == (None, 13, 77000, 116000)


def test_a_kind_that_is_not_named_has_no_days() -> None:
    found = udgift(PRICES, {"social": 1})
    assert [each.doegn for each in found.dele] == [0, 1, 0]
    assert [each.pris.slags for each in found.dele if each.pris] == list(SLAGS)
    assert udgift(PRICES, {}).i_alt.hoej == 0


def test_there_are_no_fewer_than_no_days() -> None:
    with pytest.raises(ValueError):
        udgift(PRICES, {"solo": -1})


def test_one_rate_is_no_range() -> None:
    assert [PRICES[kind].fast for kind in SLAGS] == [True, False, False]
    with pytest.raises(ValueError):
        claim(None).vaerdi  # noqa: B018


def test_a_project_for_one_alone_is_held_against_a_social_placement_end_by_end() -> None:
    assert gange(PRICES) == (1.5, 2.0)


@given(DAYS)
def test_the_sum_is_counted_day_by_day(days: dict[Slags, int]) -> None:
    low = high = 0.0
    for kind, count in days.items():
        for _ in range(count):
            low += PRICES[kind].lav.vaerdi
            high += PRICES[kind].hoej.vaerdi
    found = udgift(PRICES, days).i_alt
    assert (found.lav, found.hoej) == (low, high)


@given(DAYS, st.sampled_from(SLAGS), st.integers(1, 400))
def test_more_days_never_cost_less_and_a_range_never_turns(days: dict[Slags, int], kind: Slags, more: int) -> None:
    before, after = udgift(PRICES, days).i_alt, udgift(PRICES, {**days, kind: days[kind] + more}).i_alt
    assert after.lav - before.lav == more * PRICES[kind].lav.vaerdi
    assert after.hoej - before.hoej == more * PRICES[kind].hoej.vaerdi
    assert before.lav <= before.hoej
    assert after.doegn == before.doegn + more


def test_the_papers_prices_are_read_where_they_stand(frames: Frames) -> None:
    found = doegnpriser(frames)
    assert list(found) == list(SLAGS)
    assert [(each.lav.vaerdi, each.hoej.vaerdi) for each in found.values()] == [
        (4527, 4527),
        (7000, 10000),
        (7500, 20000),
    ]
    assert [(str(each.lav.kilde), str(each.hoej.kilde)) for each in found.values()] == [
        ("004, linje 14416", "004, linje 14416"),
        ("004, linje 14449", "004, linje 14449"),
        ("004, linje 14456", "004, linje 14456"),
    ]


def test_the_rate_is_half_of_the_price(frames: Frames) -> None:
    whole, share = hele_prisen(frames)
    assert (whole, share.vaerdi) == (9054, 50)


def test_a_year_of_days_is_the_printed_year(frames: Frames) -> None:
    """The papers print both; the range of a social placement is rounded to tenths of a million."""
    prices = doegnpriser(frames)
    told = frames["papirpaastand"].set_index("paastand_id")["tal"]
    year = {part.pris.slags: part for part in udgift(prices, dict.fromkeys(SLAGS, 365)).dele if part.pris}
    assert abs(year["retlig"].lav - told["sikret-takst-aar"]) < 365
    assert abs(year["social"].lav / 1e6 - told["social-takst-aar-lav"]) <= 0.05
    assert abs(year["social"].hoej / 1e6 - told["social-takst-aar-hoej"]) <= 0.06
