"""Which weights make a measure the best: against a naive simulation, and by properties."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog
from analytics.mobilitet.centralevaegte import Central, centrale_vaegte, i_hele_vaegte, tungest
from tests.unit.mobilitet.smaa_kataloger import ROWS, blandet, lille, outcomes

FEW = 500


def _worth(stars: list[tuple[int, ...]], weights: list[float]) -> list[float]:
    return [round(sum(w * s for w, s in zip(weights, row, strict=True)), 9) for row in stars]


def test_it_agrees_with_a_naive_simulation():
    rows, draws, chance = ["41---2", "-5u--u", "2+2-?-", "111111"], 8_000, random.Random(3)
    possible = [outcomes(row) for row in rows]

    def settled() -> list[tuple[int, ...]]:
        return [chance.choice(each) for each in possible]

    firsts: list[list[list[float]]] = [[] for _ in rows]
    for _ in range(draws):
        drawn = [chance.expovariate(1) for _ in range(6)]
        weights = [each / sum(drawn) for each in drawn]
        values = _worth(settled(), weights)
        for row, value in enumerate(values):
            if value == max(values):
                firsts[row].append(weights)
    found = {each.indsats_nr: each for each in centrale_vaegte(lille(rows), traekninger=40_000)}
    for nr, own in enumerate(firsts, start=1):
        assert found[nr].andel == pytest.approx(len(own) / draws, abs=0.02)
        central = [sum(column) / len(own) for column in zip(*own, strict=True)]
        assert found[nr].vaegte == pytest.approx(central, abs=0.03)
        wins = 0
        for _ in range(draws):
            values = _worth(settled(), list(found[nr].vaegte))
            wins += values[nr - 1] == max(values)
        assert found[nr].sikkerhed == pytest.approx(wins / draws, abs=0.02)


@settings(max_examples=30)
@given(rows=st.lists(ROWS, min_size=1, max_size=5), seed=st.integers(0, 99))
def test_shares_are_shares_and_weights_weights(rows: list[str], seed: int):
    katalog = lille(rows)
    found = centrale_vaegte(katalog, traekninger=FEW, froe=seed)
    assert sum(each.andel for each in found) >= 1 - 1e-9
    assert [each.andel for each in found] == sorted((each.andel for each in found), reverse=True)
    for each in found:
        assert 0 < each.andel <= 1
        assert 0 <= each.sikkerhed <= 1
        assert sum(each.vaegte) == pytest.approx(1)
        assert min(each.vaegte) >= 0
    assert found == centrale_vaegte(blandet(katalog, seed), traekninger=FEW, froe=seed)


def test_one_that_is_best_on_one_thing_is_so_when_it_weighs_and_one_that_is_nowhere_best_never():
    katalog = lille(["5-----", "-5----", "44----", "11----"])
    found = {each.indsats_nr: each for each in centrale_vaegte(katalog)}
    assert set(found) == {1, 2, 3}
    assert tungest(katalog, found[1]) == "relevans"
    assert tungest(katalog, found[2]) == "sammenhaeng"
    assert all(each.sikkerhed == 1 for each in found.values()), "nothing is unknown"


def test_equals_are_all_the_best():
    found = centrale_vaegte(lille(["333333", "333333"]), traekninger=FEW)
    assert [(each.indsats_nr, each.andel, each.sikkerhed) for each in found] == [(1, 1.0, 1.0), (2, 1.0, 1.0)]


def test_central_weights_as_whole_ones():
    of = Central(1, 0.5, (0.4, 0.1, 0.2, 0.3, 0.0, 0.0), 1.0)
    assert of.stoerst == 0.4
    assert i_hele_vaegte(of, 10) == (10, 3, 5, 8, 0, 0)


def test_the_printed_catalogue_and_no_draws(katalog: Katalog):
    one, again = (centrale_vaegte(katalog, traekninger=FEW) for _ in range(2))
    assert one == again
    assert one[0].indsats_nr == 7
    with pytest.raises(ValueError, match="mindst én trækning"):
        centrale_vaegte(katalog, traekninger=0)
