"""Weights and weighted values: by hand, against a naive reckoning, and by properties."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog, andele, vaerdier
from tests.unit.mobilitet.smaa_kataloger import HIGH, LOW, PLACES, ROWS, WEIGHTS, blandet, ends, lille, with_shared

EVEN = (1,) * 6


def by_nr(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("indsats_nr")


def test_weights_are_shares_of_their_sum():
    katalog = lille(["111111"])
    assert andele((2, 1, 1, 0, 0, 0), katalog).tolist() == [0.5, 0.25, 0.25, 0, 0, 0]
    assert andele((1e300,) * 6, katalog) == pytest.approx([1 / 6] * 6)
    assert andele((1e-300,) * 6, katalog) == pytest.approx([1 / 6] * 6)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ((0,) * 6, "Mindst ét pejlemærke skal have en vægt over nul"),
        ((1,) * 5, "en vægt for hvert af de 6 pejlemærker"),
        ((1, 1, 1, 1, 1, -1), "ikke er under nul"),
        ((1, 1, 1, 1, 1, float("nan")), "skal være et tal"),
        ((1, 1, 1, 1, 1, float("inf")), "skal være et tal"),
    ],
)
def test_impossible_weights_are_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        vaerdier(lille(["111111"]), wrong)


def test_a_value_by_hand():
    (row,) = vaerdier(lille(["4-+?!2"]), (3, 1, 2, 2, 1, 1)).to_dict("records")
    assert row["lavest"] == pytest.approx((12 + 2 + 2) / 10)
    assert row["hoejest"] == pytest.approx((12 + 10 + 10 + 2) / 10)
    assert row["over_kendte"] == pytest.approx((12 + 2) / 6)
    assert row["andel_ikke_vurderet"] == pytest.approx(0.2)
    assert row["andel_uden_stjerner"] == pytest.approx(0.2)
    assert row["andel_tolket"] == 0
    assert row["andel_uafgjort"] == 0
    assert row["forvaerring"] is True


def test_stars_that_belong_to_one_of_two_places_are_at_one_of_them_by_hand():
    (row,) = vaerdier(lille(["4uu---"]), (1, 2, 5, 0, 0, 0)).to_dict("records")
    assert (row["lavest"], row["hoejest"]) == (pytest.approx((4 + 4) / 8), pytest.approx((4 + 10) / 8))
    assert row["over_kendte"] == pytest.approx(4)
    assert (row["andel_uafgjort"], row["andel_tolket"]) == (pytest.approx(7 / 8), pytest.approx(7 / 8))
    (row,) = vaerdier(lille(["4oo---"]), (1, 2, 2, 0, 0, 0)).to_dict("records")
    assert row["lavest"] == row["hoejest"] == pytest.approx(6 / 5), "it is the same wherever the star is"


def test_a_worsening_counts_only_where_it_is_asked_for():
    rows, weights = ["4!----", "4-----"], (1, 3, 0, 0, 0, 0)
    without, counted = (vaerdier(lille(rows, forvaerring_taeller=on), weights) for on in (False, True))
    assert without["lavest"].tolist() == [1, 1]
    assert counted["lavest"].tolist() == counted["hoejest"].tolist() == [0.25, 1]
    assert counted["bedste_plads"].tolist() == [2, 1]
    assert counted["over_kendte"].tolist() == [0.25, 1]


def test_where_nothing_is_known_there_is_no_value_over_what_is():
    (row,) = vaerdier(lille(["1????+"]), (0, 1, 1, 1, 1, 1)).to_dict("records")
    assert np.isnan(row["over_kendte"])
    assert (row["lavest"], row["hoejest"]) == (pytest.approx(0.2), 5)


def test_the_printed_catalogue_has_a_row_a_measure(katalog: Katalog):
    table = vaerdier(katalog, EVEN)
    assert table["indsats_nr"].tolist() == list(katalog.indsatser)
    assert (table["lavest"] <= table["hoejest"]).all()
    assert by_nr(table).loc[33, "andel_ikke_vurderet"] == pytest.approx(5 / 6)
    assert by_nr(table).loc[[25, 27, 28, 29, 30], "forvaerring"].all()
    assert (table["anlaeg_mio_kr_lav"].isna() == (table["anlaeg_status"] != "oplyst")).all()


@given(rows=st.lists(ROWS, min_size=1, max_size=6), weights=WEIGHTS)
@settings(max_examples=30)
def test_values_and_places_are_those_of_a_naive_reckoning(rows: list[str], weights: list[int]):
    table = vaerdier(lille(rows), weights)
    can_be = [[Fraction(end, sum(weights)) for end in ends(row, weights)] for row in rows]
    for place, row in enumerate(table.to_dict("records")):
        low, high = can_be[place]
        assert (row["lavest"], row["hoejest"]) == (pytest.approx(float(low)), pytest.approx(float(high)))
        others = [each for number, each in enumerate(can_be) if number != place]
        assert row["bedste_plads"] == 1 + sum(other_low > high for other_low, _ in others)
        assert row["vaerste_plads"] == 1 + sum(other_high > low for _, other_high in others)


@given(rows=st.lists(ROWS, min_size=1, max_size=8), weights=WEIGHTS, seed=st.integers(0, 99))
@settings(max_examples=30)
def test_values_do_not_depend_on_the_order_of_rows(rows: list[str], weights: list[int], seed: int):
    katalog = lille(rows)
    pd.testing.assert_frame_equal(vaerdier(blandet(katalog, seed), weights), vaerdier(katalog, weights))


@st.composite
def dominance(draw) -> list[str]:
    """Rows of which the first is at least as good as the second on every pejlemærke, whatever the unknown is."""
    signs = sorted(set(LOW) - {"o", "u"})
    pairs = [
        draw(st.sampled_from([(a, b) for a in signs for b in signs if LOW[a] >= LOW[b] and HIGH[a] >= HIGH[b]]))
        for _ in range(6)
    ]
    better, worse = ("".join(row) for row in zip(*pairs, strict=True))
    places = draw(PLACES)
    one, other = draw(st.sampled_from(["oo", "uu", "uo", "o-", "2u", "1o"]))
    return [with_shared(better, places, one), with_shared(worse, places, other), *draw(st.lists(ROWS, max_size=5))]


@given(rows=dominance(), weights=WEIGHTS)
def test_a_measure_that_is_nowhere_worse_is_never_below(rows: list[str], weights: list[int]):
    better, worse = vaerdier(lille(rows), weights).to_dict("records")[:2]
    assert better["lavest"] >= worse["lavest"]
    assert better["hoejest"] >= worse["hoejest"]
    assert better["bedste_plads"] <= worse["bedste_plads"]
    assert better["vaerste_plads"] <= worse["vaerste_plads"]


@given(row=ROWS, wider=st.lists(st.sampled_from("+?."), min_size=6, max_size=6), weights=WEIGHTS)
def test_widening_what_is_unknown_never_narrows_an_interval(row: str, wider: list[str], weights: list[int]):
    widened = "".join(
        new if new != "." and old not in "ou" and LOW[new] <= LOW[old] and HIGH[new] >= HIGH[old] else old
        for old, new in zip(row, wider, strict=True)
    )
    before, after = vaerdier(lille([row, widened]), weights).to_dict("records")
    assert after["lavest"] <= before["lavest"]
    assert after["hoejest"] >= before["hoejest"]
    assert after["andel_ikke_vurderet"] >= before["andel_ikke_vurderet"]
