"""What stands out: where most of a place's patients are treated, and what it changes that coverage follows them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from analytics.pendling.daekning import daekning
from analytics.pendling.fund import Pendlingsfund, daekningsfund, pendlingsfund, saetning
from analytics.pendling.matrix import Interval
from analytics.pendling.stroemme import bevaegelser
from tests.unit.pendling.smaa_pendlinger import lille, pendlinger


def _of(rows, sted="a", **also):
    return pendlingsfund(bevaegelser(lille(rows, **also))[sted])


def test_most_out_is_told_as_out_and_otherwise_as_home():
    assert _of([[30, 0], [70, 5]]) == Pendlingsfund("a", "ud", Interval(0.7, 0.7), 7)
    assert _of([[70, 0], [30, 5]]) == Pendlingsfund("a", "hjemme", Interval(0.7, 0.7), 7)
    assert _of([[50, 0], [50, 5]]) == Pendlingsfund("a", "hjemme", Interval(0.5, 0.5), 5)


@pytest.mark.parametrize(("hjemme", "af_ti"), [(64, 6), (65, 7), (94, 9), (95, 10), (100, 10)])
def test_out_of_ten_is_rounded_halves_up(hjemme, af_ti):
    assert _of([[hjemme, 0], [100 - hjemme, 5]]).af_ti == af_ti


def test_patients_of_an_unknown_clinic_are_neither_at_home_nor_elsewhere():
    found = _of([[30, 0, 9], [40, 5, 9], [30, 0, 0]], ukendt=True)
    assert found == Pendlingsfund("a", "ud", Interval(0.4, 0.4), 4)


def test_what_the_lost_cell_leaves_open_is_told_as_the_least():
    found = _of([[30, 0], [None, 5]], spaend=(35, 170))
    assert found.vej == "ud"
    assert found.andel == Interval(35 / 65, 170 / 200)
    assert found.af_ti == 5


def test_a_place_without_patients_has_no_finding():
    assert _of([[0, 5], [0, 5]]) is None
    assert _of([[1, 5], [0, 5]]) == Pendlingsfund("a", "hjemme", Interval(1, 1), 10)


@given(pendlinger(mindst=2))
def test_the_share_that_is_told_is_never_more_than_there_is(table):
    for of in bevaegelser(table).values():
        found = pendlingsfund(of)
        if found is not None:
            assert 0 <= found.af_ti <= 10
            assert found.af_ti <= 10 * found.andel.lav + 0.5
            assert found.andel in (of.andel_ud, of.andel_hjemme)


@pytest.mark.parametrize(
    ("vej", "af_ti", "kommune", "told"),
    [
        ("ud", 7, True, "7 af 10 patienter fra Valby behandles i en anden kommune"),
        ("ud", 6, False, "6 af 10 patienter fra Valby behandles i et andet område"),
        ("hjemme", 9, True, "9 af 10 patienter fra Valby behandles i deres egen kommune"),
        ("hjemme", 6, False, "6 af 10 patienter fra Valby behandles i deres eget område"),
        ("hjemme", 10, True, "Næsten alle patienter fra Valby behandles i deres egen kommune"),
        ("ud", 5, False, "Omkring halvdelen af patienterne fra Valby behandles i et andet område"),
    ],
)
def test_the_sentence_fits_the_first_screen(vej, af_ti, kommune, told):
    found = saetning(Pendlingsfund("valby", vej, Interval(af_ti / 10, af_ti / 10), af_ti), "Valby", er_kommune=kommune)
    assert found == told
    assert len(found.split()) <= 12


def test_who_gains_and_who_loses_when_coverage_follows_the_patients():
    table = lille([[50, 50, 0, 0], [0, 40, 0, 0], [0, 0, 30, 10], [0, 0, 0, 60]])
    rows = daekning(table.omraader, np.full(4, 1000.0), np.array([4.0, 2.0, 4.0, 1.0]), table)
    found = daekningsfund(rows)
    # a keeps 2 of its 4 and b has 4; c keeps 3 of its 4 and d has 2.
    assert found.bedre == ("b", "d")
    assert found.ringere == ("a", "c")
    assert (found.ringest, found.ringest_naaet) == ("d", "a")
    assert (found.forhold, found.forhold_naaet) == (4, Interval(2, 2))


def test_what_changes_by_no_more_than_is_counted_as_a_change_is_neither_better_nor_worse():
    rows = pd.DataFrame(
        {
            "omraade_id": ["a", "b", "c", "d", "e"],
            "forandring_pct": [5.0, -5.0, 5.1, -5.1, 20.0],
            "borgere_pr_kapacitet": [100.0] * 5,
        }
    )
    reached = 100 + rows["forandring_pct"]
    rows = rows.assign(**{f"borgere_pr_kapacitet_naaet{end}": reached for end in ("", "_lav", "_hoej")})
    found = daekningsfund(rows, 5.0)
    assert (found.bedre, found.ringere) == (("d",), ("e", "c"))
    assert (found.ringest_naaet, daekningsfund(rows).ringere) == ("e", ("e", "c", "a"))


def test_an_area_that_keeps_what_it_has_is_neither_better_nor_worse():
    table = lille([[7, 0, 0], [0, 5, 0], [0, 5, 9]])
    found = daekningsfund(daekning(table.omraader, np.full(3, 100.0), np.array([1.0, 2.0, 1.0]), table))
    assert (found.bedre, found.ringere) == (("b",), ("c",))


def test_an_area_that_the_lost_cell_leaves_in_doubt_is_neither_better_nor_worse():
    table = lille([[10, None], [5, 15]], (0, 10))
    rows = daekning(table.omraader, np.array([100.0, 100.0]), np.array([8.0, 8.0]), table)
    # Nobody or ten in the lost cell: a has 8 + 2 or 4 + 2, and b the rest.
    found = daekningsfund(rows)
    assert (found.bedre, found.ringere) == ((), ())
    assert found.forhold_naaet.lav <= 1
    assert found.forhold_naaet.hoej == pytest.approx(10 / 6)
