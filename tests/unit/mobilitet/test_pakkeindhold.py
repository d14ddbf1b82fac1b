"""What a package comes to: sums by hand, what is unknown, and what does not fit."""

from __future__ import annotations

import pytest

from analytics.mobilitet import Bidrag, Katalog, Pakkesum, sammensaetning
from tests.unit.mobilitet.smaa_kataloger import lille


def test_sums_are_ranges_over_what_is_known():
    found = sammensaetning(lille(["111111"] * 3, [10, None, 5]), [3, 1, 2, 1])
    assert found.indsatser == (1, 2, 3)
    assert found.anlaeg_mio_kr == Pakkesum(15, 30, (2,))
    assert found.co2_anlaeg_t == Pakkesum(None, None, (1, 2, 3))


def test_an_empty_package_comes_to_nothing_and_has_nothing_unknown():
    found = sammensaetning(lille(["111111"]), [])
    assert found.anlaeg_mio_kr == found.co2_anlaeg_t == Pakkesum(0, 0, ())
    assert found.brud == found.forbehold == ()
    assert {each.stjerner_hoej for each in found.pejlemaerker} == {0}


def test_each_pejlemaerke_gets_its_stars_and_its_counts():
    found = sammensaetning(lille(["3!----", "+!----", "?1----", "-2----", "555555"]), [1, 2, 3, 4])
    assert found.pejlemaerker[0] == Bidrag("relevans", 4, 13, 2, 1, 1, 1, ())
    assert found.pejlemaerker[1] == Bidrag("sammenhaeng", 3, 3, 2, 2, 0, 0, (1, 2))


def test_broken_requirements_and_overlaps_are_told_once(katalog: Katalog):
    found = sammensaetning(katalog, [4, 13])
    assert found.brud == (
        "Indsats 13 (Metro ml. Hvidovre Hospital og Rødovre Centrum) forudsætter "
        "indsats 12 (Metro ml. København Syd og Hvidovre Hospital), som ikke er med.",
        "Indsats 4 (BRT på linje 200S) og indsats 13 (Metro ml. Hvidovre Hospital og Rødovre Centrum) "
        "overlapper hinanden.",
    )
    assert sammensaetning(katalog, [12, 13, 23]).brud == ()


def test_an_amount_that_is_no_estimate_of_construction_is_told_and_added_to_nothing(katalog: Katalog):
    found = sammensaetning(katalog, [8, 32])
    assert [text.partition(" (")[0] for text in found.forbehold] == ["Indsats 8", "Beløbet for indsats 32"]
    assert found.anlaeg_mio_kr == Pakkesum(None, None, (8, 32))


def test_the_whole_catalogue_adds_up(katalog: Katalog):
    table = katalog.mobilitet_indsats
    found = sammensaetning(katalog, katalog.indsatser)
    priced = table[table["anlaeg_status"] == "oplyst"]
    assert found.anlaeg_mio_kr.hoej == pytest.approx(priced["anlaeg_mio_kr_hoej"].sum())
    assert found.co2_anlaeg_t.lav == pytest.approx(table["co2_anlaeg_t_lav"].sum())
    assert len(found.anlaeg_mio_kr.ukendte) == len(table) - len(priced)
    for each in found.pejlemaerker:
        assert each.positive + each.ingen_positiv_effekt + each.ikke_vurderet == len(table)


def test_a_measure_that_is_not_there_is_refused(katalog: Katalog):
    with pytest.raises(ValueError, match="ingen indsats 99"):
        sammensaetning(katalog, [1, 99])
