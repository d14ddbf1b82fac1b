"""What the mobility pages find, on small catalogues whose answers can be counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.mobilitet import Bidrag, Katalog, Pakkesum
from analytics.mobilitet.fund import (
    Bedst,
    Billigst,
    Effekt,
    Klods,
    Mangler,
    bedst,
    billigst,
    billigst_at_anlaegge,
    effekt,
    efter_pris,
    hoejeste_rente,
    ikke_overgaaet,
    klodser,
    mangler,
    over_beloeb,
    pakkeakse,
    stjerneakse,
    uden_pris,
    under_stjerner,
    vaerdi_af,
    vejer_mest,
)
from tests.unit.mobilitet.smaa_kataloger import ROWS, ends, lille

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
    worse = [Bidrag("a", -2, 0, 0, 1, 0, 0, (1,)), Bidrag("b", 1, 6, 1, 0, 0, 0, ())]
    assert [pakkeakse(worse).at(stars) for stars in (-2, 2, 6)] == [0, 0.5, 1]


def test_a_measures_axis_goes_to_five_stars() -> None:
    assert [stjerneakse(lille(["1!----"])).at(value) for value in (0, 2.5, 5)] == [0, 0.5, 1]
    counted = stjerneakse(lille(["1!----"], forvaerring_taeller=True))
    assert [counted.at(value) for value in (-1, 2, 5)] == [0, 0.5, 1]
    assert stjerneakse(lille(["1-----"], forvaerring_taeller=True)).at(0) == 0


def test_the_cheapest_stand_first_equal_ones_by_number_and_those_without_a_price_last() -> None:
    katalog = lille(["111111", "22222?", "333333", "444444"], [30, None, 5, 5])
    found = efter_pris(effekt(katalog, EQUAL, katalog.indsatser))
    assert [each.indsats_nr for each in found] == [3, 4, 1, 2]
    assert found[0] == Effekt(3, 3, 3)
    assert found[-1] == Effekt(2, pytest.approx(10 / 6), pytest.approx(15 / 6))
    assert vaerdi_af(katalog, EQUAL, [4, 2]) == {4: Effekt(4, 4, 4), 2: found[-1]}


def test_the_best_on_a_pejlemaerke_are_those_with_most_settled_stars() -> None:
    katalog = lille(["5-----", "5+----", "1oo---", "-uu?--", "5----!"], [None, 20, 1, 1, 10])
    assert bedst(katalog, "relevans", katalog.indsatser) == Bedst(5, (1, 2, 5), billigst=5)
    assert bedst(katalog, "relevans", [1, 3]) == Bedst(5, (1,), billigst=None)
    assert bedst(katalog, "relevans", [3, 4]) == Bedst(1, (3,), billigst=3)
    assert bedst(katalog, "sammenhaeng", katalog.indsatser) is None, "two stars that the text does not settle"
    assert bedst(katalog, "oekonomi", katalog.indsatser) is None


def test_the_printed_catalogues_best_are_those_of_its_overview(katalog: Katalog) -> None:
    assert bedst(katalog, "folkesundhed", katalog.indsatser) == Bedst(5, (19,), billigst=19)
    assert bedst(katalog, "attraktiv-kollektiv-transport", katalog.indsatser) == Bedst(5, (7, 14), billigst=14)
    assert hoejeste_rente(katalog, katalog.indsatser) == 19
    assert hoejeste_rente(katalog, [1, 2, 27]) == 1
    assert hoejeste_rente(katalog, [2, 3]) is None
    assert billigst_at_anlaegge(katalog, katalog.indsatser) == 21
    assert billigst_at_anlaegge(katalog, [8, 33]) is None


@settings(max_examples=50)
@given(
    rows=st.lists(ROWS, min_size=2, max_size=6),
    prices=st.lists(st.sampled_from([None, 1, 2, 3]), min_size=6, max_size=6),
)
def test_nobody_else_is_both_as_cheap_as_and_worth_as_much_as_those_that_are_named(rows, prices) -> None:
    katalog = lille(rows, prices[: len(rows)])
    worth = [ends(row, EQUAL)[0] for row in rows]
    priced = [nr for nr in range(len(rows)) if prices[nr] is not None]
    left = [
        nr
        for nr in priced
        if not any(
            prices[other] <= prices[nr]
            and worth[other] >= worth[nr]
            and (prices[other], worth[other]) != (prices[nr], worth[nr])
            for other in priced
        )
    ]
    found = ikke_overgaaet(effekt(katalog, EQUAL, katalog.indsatser))
    assert sorted(found) == [nr + 1 for nr in left]
    assert [prices[nr - 1] for nr in found] == sorted(prices[nr - 1] for nr in found)


def test_what_weighs_most_may_be_several() -> None:
    katalog = lille(["111111"])
    assert vejer_mest(katalog, (1, 3, 3, 0, 0, 0)) == ("sammenhaeng", "co2e")
    assert vejer_mest(katalog, (0, 0, 0, 0, 0, 2)) == ("oekonomi",)


def test_a_block_can_do_nothing_where_it_has_no_effect_on_all_that_weighs_most() -> None:
    katalog = lille(["1--111", "1-?111", "11-111", "1oo111", "1!!111"], [5, None, 1, 2, 9])
    weights = (1, 3, 3, 1, 1, 1)
    assert klodser(katalog, weights, [3, 1, 2, 4, 5], "hoej") == (
        Klods(5, 18.0, uden_effekt=True),
        Klods(1, 10.0, uden_effekt=True),
        Klods(4, 4.0, uden_effekt=False),
        Klods(3, 2.0, uden_effekt=False),
        Klods(2, None, uden_effekt=False),
    )
    assert [each.pris for each in klodser(katalog, weights, [3, 1], "lav")] == [5.0, 1.0]


def test_a_demand_on_stars_leaves_out_those_not_sure_to_have_them() -> None:
    katalog = lille(["3-----", "2-----", "+-----", "?-----", "uu----", "5-----"])
    assert under_stjerner(katalog, "relevans", 3) == (2, 3, 4, 5)
    assert under_stjerner(katalog, "relevans", 1) == (4, 5)
