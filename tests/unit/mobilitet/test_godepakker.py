"""The packages nearly as good as the best, and what is in all of them: against every package there is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Katalog, pakke, sammensaetning
from analytics.mobilitet.godepakker import FLEST, INDEN_FOR, gode_pakker
from tests.unit.mobilitet.alle_pakker import CASES, alle_pakker
from tests.unit.mobilitet.smaa_kataloger import blandet, lille
from tests.unit.mobilitet.test_vaegtning import EVEN


@settings(max_examples=150)
@given(inden_for=st.sampled_from([0.0, 0.01, 0.1, 0.3]), **CASES)
def test_it_is_what_every_package_says(rows, prices, relations, weights, amount, uden, pris, antagelse, inden_for):
    packages = list(alle_pakker(rows, prices, relations, weights, amount, uden=uden, pris=pris, antagelse=antagelse))
    worth, spent = {each: value for each, value, _ in packages}, {each: price for each, _, price in packages}
    katalog = lille(rows, prices, relations)
    found = gode_pakker(
        katalog, weights, amount, uden=uden, pris=pris, antagelse=antagelse, inden_for=inden_for, flest=FLEST
    )
    best = max(worth.values())
    if best <= 0:
        assert found is None
        return
    assert found is not None
    # Values that only differ by their rounding to nine decimals are the same.
    near = 1e-5 * sum(weights)
    good = [tried for tried, value in worth.items() if value >= best * (1 - inden_for) - near]
    assert found.bedste.vaerdi * sum(weights) == pytest.approx(best, abs=1e-4)
    assert set(found.i_alle) == set.intersection(*map(set, good))
    assert set(found.i_nogle) == set.union(*map(set, good)) - set.intersection(*map(set, good))
    shown = [found.bedste, *found.andre]
    assert len({each.indsatser for each in shown}) == len(shown) <= FLEST + 1
    for each in shown:
        assert frozenset(each.indsatser) in good
        assert each.pris_mio_kr == spent[frozenset(each.indsatser)] <= amount
        assert each.vaerdi * sum(weights) == pytest.approx(worth[frozenset(each.indsatser)], abs=1e-4)
    assert (len(shown) == 1) == (len(good) == 1)


@pytest.mark.parametrize("amount", [1_000, 4_000, 10_000, 30_000, 200_000])
def test_the_printed_catalogues_best_is_the_solvers(katalog: Katalog, amount: int):
    weights = (5, 5, 5, 10, 5, 5)
    solved, found = pakke(katalog, weights, amount, frist=60), gode_pakker(katalog, weights, amount)
    assert found is not None
    assert found.bedste.vaerdi == pytest.approx(solved.vaerdi)
    assert set(found.i_alle) <= set(solved.indsatser) <= {*found.i_alle, *found.i_nogle}
    for each in (found.bedste, *found.andre):
        assert sammensaetning(katalog, each.indsatser).brud == ()
        assert each.pris_mio_kr <= amount
        assert each.vaerdi >= solved.vaerdi * (1 - INDEN_FOR) - 1e-6
    assert found == gode_pakker(blandet(katalog, 3), weights, amount)


def test_the_others_differ_as_much_as_any():
    """Two dear ones can stand in each other's place, and two cheap ones; the farthest has both others."""
    katalog = lille(["5-----", "5-----", "2-----", "2-----"], [5, 5, 2, 2])
    found = gode_pakker(katalog, (1, 0, 0, 0, 0, 0), 14, flest=1)
    assert found is not None
    assert (found.i_alle, found.i_nogle) == ((), (1, 2, 3, 4))
    (other,) = found.andre
    assert len(set(other.indsatser) ^ set(found.bedste.indsatser)) >= 2


def test_nothing_worth_anything_has_no_good_packages(katalog: Katalog):
    assert gode_pakker(lille(["------", "?-----"], [1, 1]), EVEN, 100) is None
    assert gode_pakker(katalog, EVEN, 0) is None
    assert gode_pakker(katalog, EVEN, 1_000, uden=katalog.indsatser) is None


def test_a_worsening_that_counts_is_not_bought_for_the_rest_of_it():
    rows = ["1!----", "1-----"]
    assert gode_pakker(lille(rows, [1, 1]), (1, 2, 0, 0, 0, 0), 4).i_alle == (1, 2)
    counted = gode_pakker(lille(rows, [1, 1], forvaerring_taeller=True), (1, 2, 0, 0, 0, 0), 4)
    assert counted.i_alle == (2,)


def test_impossible_demands_are_refused_with_a_sentence(katalog: Katalog):
    with pytest.raises(ValueError, match="ingen indsats 34"):
        gode_pakker(katalog, EVEN, 1, uden=[34])
    with pytest.raises(ValueError, match="over nul"):
        gode_pakker(katalog, [0] * 6, 1)
