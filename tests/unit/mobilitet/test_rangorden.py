"""Robustness of ranks: against enumeration, against a naive simulation, and by properties."""

from __future__ import annotations

import itertools
import math
import random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog, Robusthed, rangordnet, robusthed
from tests.unit.mobilitet.smaa_kataloger import HIGH, LOW, ROWS, WEIGHTS, blandet, lille, outcomes
from tests.unit.mobilitet.test_vaegtning import EVEN, dominance

FEW = 400
CATALOGUES = st.lists(ROWS, min_size=2, max_size=6)


def ranks(values: list[float]) -> list[int]:
    return [1 + sum(other > own for other in values) for own in values]


def same(one: Robusthed, other: Robusthed) -> bool:
    names = ("pladser", "pladser_lavest", "pladser_selv_lavest", "foran")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


@pytest.mark.parametrize(
    "rows",
    [
        ["3---2?", "2---3+", "4----2", "3---2-"],
        ["5?----", "3-3--?", "2-4---"],
        ["111111", "111111", "2?----"],
        ["3u--u1", "2-o-3o", "4---+-"],
    ],
)
@pytest.mark.parametrize("weights", [EVEN, (3, 1, 2, 0, 1, 4)])
def test_with_the_users_own_weights_it_is_what_every_possible_value_gives(rows: list[str], weights: tuple[int, ...]):
    """All combinations of the unknown, each as likely: how often a measure has a place, and its mean place."""
    places = np.zeros((len(rows), len(rows)))
    own_lowest = np.zeros_like(places)
    combinations = list(itertools.product(*map(outcomes, rows)))
    lowest = [min(sum(w * s for w, s in zip(weights, each, strict=True)) for each in outcomes(row)) for row in rows]
    for stars in combinations:
        values = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in stars]
        for i, rank in enumerate(ranks(values)):
            places[i, rank - 1] += 1 / len(combinations)
            own_lowest[i, ranks([*values[:i], lowest[i], *values[i + 1 :]])[i] - 1] += 1 / len(combinations)
    result = robusthed(lille(rows), weights, koncentration=math.inf, traekninger=40_000)
    assert result.pladser == pytest.approx(places, abs=0.015)
    assert result.pladser_selv_lavest == pytest.approx(own_lowest, abs=0.015)
    mean = places @ np.arange(1, len(rows) + 1)
    assert result.tabel(1)["middelplads"].to_numpy() == pytest.approx(mean, abs=0.03)


@pytest.mark.parametrize(("weights", "concentration"), [(EVEN, 6.0), ((5, 1, 0, 2, 1, 3), 20.0)])
def test_it_agrees_with_a_naive_simulation(weights: tuple[int, ...], concentration: float):
    rows, draws, chance = ["32?1-4", "5-11??", "+33u1u", "2oo2+2", "1-5?!5"], 6_000, random.Random(5)
    possible = [outcomes(row) for row in rows]
    places, lowest = np.zeros((2, len(rows), len(rows)))
    for _ in range(draws):
        drawn = [chance.gammavariate(concentration * w / sum(weights), 1) if w else 0.0 for w in weights]
        shares = [w / sum(drawn) for w in drawn]
        worth = [[sum(w * s for w, s in zip(shares, each, strict=True)) for each in row] for row in possible]
        for counts, pick in ((places, chance.choice), (lowest, min)):
            values = [pick(each) for each in worth]
            for i, rank in enumerate(ranks(values)):
                counts[i, rank - 1] += 1 / draws
    result = robusthed(lille(rows), weights, koncentration=concentration)
    assert result.pladser == pytest.approx(places, abs=0.035)
    assert result.pladser_lavest == pytest.approx(lowest, abs=0.035)
    mean = places @ np.arange(1, len(rows) + 1)
    assert result.tabel(2)["middelplads"].to_numpy() == pytest.approx(mean, abs=0.08)


def test_a_measure_that_wins_only_because_it_is_unknown_is_seen_to_do_so():
    table = robusthed(lille(["4?????", "3-----", "2-----"]), EVEN).tabel(1).set_index("indsats_nr")
    assert table.loc[1, "kun_som_ukendt"] == False  # noqa: E712 it is best even so, by what is known
    table = robusthed(lille(["1?????", "222222", "2-----"]), EVEN).tabel(1).set_index("indsats_nr")
    assert table.loc[1, "blandt_bedste"] > 0.5
    assert table.loc[1, "blandt_bedste_lavest"] == 0
    assert table.loc[1, "ukendtes_bidrag"] == table.loc[1, "blandt_bedste"]
    assert table["kun_som_ukendt"].tolist() == [True, False, False]


def test_the_least_known_measure_of_the_catalogue_is_not_among_the_best_by_what_is_known(katalog: Katalog):
    table = robusthed(katalog, EVEN).tabel(5).set_index("indsats_nr")
    assert table.loc[33, "kun_som_ukendt"]
    assert table.loc[33, "blandt_bedste_lavest"] == 0
    assert table.index[table["kun_som_ukendt"]].tolist() == [33]


def test_places_are_those_of_nine_draws_in_ten():
    result = robusthed(lille(["5-----", "+-----", "1-----"]), EVEN, koncentration=math.inf)
    table = result.tabel(1).set_index("indsats_nr")
    assert table.loc[1, ["plads_fra", "plads_til"]].tolist() == [1, 1]
    assert table.loc[2, ["plads_fra", "plads_til"]].tolist() == [1, 2]
    assert table.loc[3, ["plads_fra", "plads_til"]].tolist() == [2, 3]


def test_the_nearer_the_weights_the_fewer_the_places(katalog: Katalog):
    widths = []
    for concentration in (6, 50, 500, math.inf):
        table = robusthed(katalog, EVEN, koncentration=concentration).tabel()
        widths.append((table["plads_til"] - table["plads_fra"]).sum())
    assert widths == sorted(widths, reverse=True)


def test_a_pejlemaerke_without_weight_stays_without():
    rows = ["1----5", "2----?"]
    result = robusthed(lille(rows), (1, 0, 0, 0, 0, 0), koncentration=2)
    assert result.pladser.tolist() == [[0, 1], [1, 0]]


def test_the_same_seed_gives_the_same_answer_and_another_seed_nearly_so(katalog: Katalog):
    one, again, other = (robusthed(katalog, EVEN, froe=seed) for seed in (1, 1, 2))
    assert same(one, again)
    assert not same(one, other)
    assert one.pladser == pytest.approx(other.pladser, abs=0.04)


@given(rows=CATALOGUES, weights=WEIGHTS, seed=st.integers(0, 99))
@settings(max_examples=30)
def test_ranks_do_not_depend_on_the_order_of_rows(rows: list[str], weights: list[int], seed: int):
    katalog = lille(rows)
    one, other = (robusthed(each, weights, traekninger=FEW) for each in (katalog, blandet(katalog, seed)))
    assert same(one, other)
    pd.testing.assert_frame_equal(one.tabel(1), other.tabel(1))


@given(rows=dominance(), weights=WEIGHTS, concentration=st.sampled_from([1.0, 50.0, math.inf]))
def test_a_measure_that_is_nowhere_worse_never_has_a_worse_mean_place(rows, weights, concentration):
    """Exactly, in any number of draws: chance never puts it below."""
    result = robusthed(lille(rows), weights, koncentration=concentration, traekninger=50)
    mean = result.tabel(1)["middelplads"]
    assert mean[0] <= mean[1]
    assert result.foran[0, 1] >= result.foran[1, 0]
    better, worse = (sum(signs[sign] for signs in (LOW, HIGH) for sign in row) for row in rows[:2])
    order = rangordnet(lille(rows), weights, result, 1)["indsats_nr"].tolist()
    assert better == worse or order.index(1) < order.index(2)


@given(rows=CATALOGUES, weights=WEIGHTS)
@settings(max_examples=40)
def test_shares_are_shares(rows: list[str], weights: list[int]):
    result = robusthed(lille(rows), weights, traekninger=FEW)
    for places in (result.pladser, result.pladser_lavest, result.pladser_selv_lavest):
        assert places.sum(axis=1) == pytest.approx(1)
    assert (result.foran + result.foran.T <= 1 + 1e-9).all()
    for k in range(1, len(rows) + 1):
        table = result.tabel(k)
        assert (table["ukendtes_bidrag"] >= -1e-9).all()
        assert table["blandt_bedste"].sum() >= k - 1e-9
        assert ((table["plads_fra"] >= 1) & (table["plads_fra"] <= table["plads_til"])).all()
        assert (table["plads_til"] <= len(rows)).all()


@given(rows=CATALOGUES, weights=WEIGHTS)
@settings(max_examples=30)
def test_without_unknowns_they_contribute_nothing(rows: list[str], weights: list[int]):
    known = [row.translate(str.maketrans("?+ou", "-1-2")) for row in rows]
    result = robusthed(lille(known), weights, traekninger=FEW)
    assert np.array_equal(result.pladser, result.pladser_lavest)
    assert np.array_equal(result.pladser, result.pladser_selv_lavest)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"koncentration": 0}, "Koncentrationen skal være over nul"),
        ({"koncentration": math.nan}, "Koncentrationen skal være over nul"),
        ({"traekninger": 0}, "mindst én trækning"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_sentence(katalog: Katalog, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        robusthed(katalog, EVEN, **wrong)


@pytest.mark.parametrize("k", [0, 34])
def test_so_many_cannot_be_the_best(katalog: Katalog, k: int):
    with pytest.raises(ValueError, match="fra 1 til 33"):
        robusthed(katalog, EVEN, traekninger=10).tabel(k)
