"""What the mobility pages find, on small catalogues whose answers can be counted by hand."""

from __future__ import annotations

import pytest

from analytics.mobilitet import Bidrag, Katalog, Pakkesum
from analytics.mobilitet.fund import (
    STJERNEAKSE,
    Billigst,
    Effekt,
    Mangler,
    billigst,
    effekt,
    efter_pris,
    mangler,
    over_beloeb,
    pakkeakse,
    uden_pris,
    vaerdi_af,
)
from tests.unit.mobilitet.smaa_kataloger import lille

EQUAL = [1.0] * 6


def test_what_is_not_assessed_and_what_has_no_price_are_counted_of_those_shown() -> None:
    katalog = lille(["?-1+5?", "111111", "??????"], [10, None, None])
    assert mangler(katalog, [1, 2]) == Mangler(vurderinger=12, ikke_vurderet=2, indsatser=2, uden_pris=1)
    assert mangler(katalog, [3]) == Mangler(6, 6, 1, 1)
    with pytest.raises(ValueError, match="ingen indsats 9"):
        mangler(katalog, [9])


def test_the_middle_is_halfway_between_the_ends() -> None:
    found = effekt(lille(["111111", "++++++", "555555"], [10, 30, None]), EQUAL, [2, 3]).set_index("indsats_nr")
    assert list(found.index) == [2, 3]
    assert (found["midt"][2], found["pris"][2], found["midt"][3]) == (3, 45, 5)
    assert found["pris"].isna()[3]


def test_the_cheapest_is_sought_among_the_half_that_is_worth_most() -> None:
    katalog = lille(["111111", "333333", "555555", "444444", "555555"], [1, 20, 30, 25, None])
    assert billigst(effekt(katalog, EQUAL, katalog.indsatser)) == Billigst(4, "Nr. 4", 25, 50)
    assert billigst(effekt(katalog, EQUAL, [1, 2, 3])) == Billigst(2, "Nr. 2", 20, 40), "the middle one is of the half"
    assert billigst(effekt(katalog, EQUAL, [5])) is None


def test_of_equally_cheap_ones_the_first_is_named() -> None:
    assert billigst(effekt(lille(["333333", "333333"], [5, 5]), EQUAL, [2, 1])) == Billigst(1, "Nr. 1", 5, 10)


def test_a_package_is_over_by_the_end_that_is_counted_with() -> None:
    span = Pakkesum(100, 250, ())
    assert [over_beloeb(span, 100, end) for end in ("lav", "hoej")] == [0, 150]
    assert over_beloeb(span, 300, "hoej") == 0
    assert over_beloeb(Pakkesum(None, None, (1,)), 0, "hoej") is None


def test_those_without_a_price_are_named_in_order(katalog: Katalog) -> None:
    small = lille(["111111"] * 3, [None, 5, None])
    assert uden_pris(small) == (1, 3)
    assert uden_pris(small, [3, 2]) == (3,)
    status = katalog.mobilitet_indsats.set_index("indsats_nr")["anlaeg_status"]
    assert uden_pris(katalog) == tuple(sorted(status[status != "oplyst"].index))


def test_a_packages_axis_ends_at_the_most_stars_and_holds_nothing_too() -> None:
    gifts = [Bidrag("a", 0, most, 0, 0, 0, 0, ()) for most in (3, 7, 5)]
    assert [pakkeakse(gifts).at(stars) for stars in (0, 3.5, 7)] == [0, 0.5, 1]
    assert [pakkeakse(of).at(0) for of in ([], [Bidrag("a", 0, 0, 0, 1, 0, 0, ())])] == [0, 0]


def test_a_measures_axis_goes_to_five_stars() -> None:
    assert [STJERNEAKSE.at(value) for value in (0, 2.5, 5)] == [0, 0.5, 1]


def test_the_cheapest_stand_first_equal_ones_by_number_and_those_without_a_price_last() -> None:
    katalog = lille(["111111", "22222?", "333333", "444444"], [30, None, 5, 5])
    found = efter_pris(effekt(katalog, EQUAL, katalog.indsatser))
    assert [each.indsats_nr for each in found] == [3, 4, 1, 2]
    assert found[0] == Effekt(3, 3, 3)
    assert found[-1] == Effekt(2, pytest.approx(10 / 6), pytest.approx(15 / 6))
    assert vaerdi_af(katalog, EQUAL, [4, 2]) == {4: Effekt(4, 4, 4), 2: found[-1]}
