"""The catalogue as arrays: its shape, and that what is unknown is an interval and never a zero."""

import numpy as np
import pytest

from analytics.mobilitet import Katalog, som_katalog
from analytics.mobilitet.katalog import ANTAGELSER
from analytics.tabeller import Frames
from tests.unit.mobilitet.smaa_kataloger import blandet, lille

EVEN = np.full(6, 1 / 6)


def test_there_are_33_measures_by_six_pejlemaerker(katalog: Katalog):
    assert katalog.indsatser == tuple(range(1, 34))
    assert katalog.pejlemaerker[0] == "tvaergaaende-relevans"
    assert katalog.pejlemaerker[-1] == "samfundsoekonomi"
    for grid in (katalog.vurdering, katalog.stjerner, katalog.lav, katalog.hoej, katalog.forvaerring, katalog.tolket):
        assert grid.shape == (33, 6)


def test_each_kind_of_assessment_has_its_own_interval():
    katalog = lille(["3-!+?1"])
    assert katalog.vurdering[0].tolist() == [
        "positiv", "ingen_positiv_effekt", "ingen_positiv_effekt", "positiv", "ikke_vurderet", "positiv",
    ]  # fmt: skip
    assert katalog.lav[0].tolist() == [3, 0, 0, 1, 0, 1]
    assert katalog.hoej[0].tolist() == [3, 0, 0, 5, 5, 1]
    assert katalog.forvaerring[0].tolist() == [False, False, True, False, False, False]
    assert katalog.ikke_vurderet[0].tolist() == [False] * 4 + [True, False]
    assert katalog.uden_stjerner[0].tolist() == [False] * 3 + [True, False, False]
    assert katalog.antaget("midt", EVEN)[0].tolist() == [3, 0, 0, 3, 2.5, 1]


def test_stars_that_belong_to_one_of_two_places_are_at_one_of_them():
    katalog = lille(["u2-u--", "111111"])
    assert katalog.lav[0].tolist() == [0, 2, 0, 0, 0, 0]
    assert katalog.hoej[0].tolist() == [2, 2, 0, 2, 0, 0]
    assert katalog.uafgjort[0].tolist() == katalog.ukendt[0].tolist() == [True, False, False, True, False, False]
    assert katalog.delt.tolist() == [2, 0]
    shares = np.array([0.2, 0.1, 0.1, 0.3, 0.1, 0.2])
    assert katalog.antaget("lavest", shares)[0].tolist() == [2, 2, 0, 0, 0, 0]
    assert katalog.antaget("midt", shares)[0].tolist() == [1, 2, 0, 1, 0, 0]
    assert katalog.antaget("hoejest", shares)[0].tolist() == [0, 2, 0, 2, 0, 0]
    assert katalog.antaget("lavest", shares)[1].tolist() == [1] * 6


def test_a_worsening_can_count_below_no_effect_and_nothing_else_moves(katalog: Katalog, frames: Frames):
    counted = som_katalog(frames, forvaerring_taeller=True)
    for end in ("lav", "hoej"):
        np.testing.assert_array_equal(getattr(counted, end)[katalog.forvaerring], -1)
        np.testing.assert_array_equal(
            getattr(counted, end)[~katalog.forvaerring], getattr(katalog, end)[~katalog.forvaerring]
        )
    assert katalog.forvaerring.sum() == 8
    assert (katalog.lav >= 0).all()


def test_what_is_unknown_has_no_stars_in_the_papers_either(katalog: Katalog):
    table = katalog.mobilitet_vurdering
    told = table["stjerner"].notna() | (table["vurdering"] == "ingen_positiv_effekt")
    assert (~katalog.ukendt).sum() == (told & table["uafgjort_op_til"].isna()).sum()
    assert np.isnan(katalog.stjerner[katalog.ukendt & ~katalog.uafgjort]).all()
    assert (katalog.lav[~np.isnan(katalog.stjerner) & ~katalog.uafgjort] >= 1).all()
    by_table = set(
        table.loc[table["teksten_siger"] == "forvaerring", ["indsats_nr", "pejlemaerke_id"]].itertuples(index=False)
    )
    rows, columns = np.nonzero(katalog.forvaerring)
    found = {(katalog.indsatser[r], katalog.pejlemaerker[c]) for r, c in zip(rows, columns, strict=True)}
    assert found == {tuple(row) for row in by_table}


def test_prices_and_relations_are_the_papers(katalog: Katalog):
    prices = katalog.mobilitet_indsats.set_index("indsats_nr")["anlaeg_mio_kr_hoej"]
    for nr, price in zip(katalog.indsatser, katalog.pris_hoej, strict=True):
        assert price == pytest.approx(np.nan if nr == 32 else prices[nr], nan_ok=True)
    assert (katalog.pris_lav[~np.isnan(katalog.pris_lav)] > 0).all()
    assert katalog.forudsaetter == ((13, 12), (23, 12))
    assert katalog.overlap == ((4, 13),)


def test_the_order_of_the_tables_rows_changes_nothing(katalog: Katalog):
    other = blandet(katalog, 7)
    assert other.indsatser == katalog.indsatser
    assert other.pejlemaerker == katalog.pejlemaerker
    for name in ("lav", "hoej", "forvaerring", "tolket", "pris_lav", "co2_hoej"):
        np.testing.assert_array_equal(getattr(other, name), getattr(katalog, name))
    assert other.forudsaetter == katalog.forudsaetter


def test_the_arrays_cannot_be_changed(katalog: Katalog):
    for name in ("lav", "hoej", "stjerner", "pris_lav", "ukendt"):
        with pytest.raises(ValueError, match="read-only"):
            getattr(katalog, name)[0] = 1


def test_measures_are_called_by_number_and_name():
    katalog = lille(["111111"] * 3)
    assert katalog.kald(2) == "indsats 2 (Nr. 2)"
    assert katalog.kald(1, 2, 3) == "indsats 1 (Nr. 1), indsats 2 (Nr. 2) og indsats 3 (Nr. 3)"
    assert katalog.kald() == ""


def test_what_is_not_there_is_refused_with_a_sentence(katalog: Katalog):
    with pytest.raises(ValueError, match="Kataloget har ingen indsats 34"):
        katalog.raekker([1, 34])
    with pytest.raises(ValueError, match="Antagelsen «værst» kendes ikke"):
        katalog.antaget("værst", EVEN)
    for antagelse in ANTAGELSER:
        assert katalog.antaget(antagelse, EVEN).shape == (33, 6)
