"""The table of patients as a matrix: read from rows, with a lost cell, and gathered into larger places."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.pendling.matrix import UKENDT, Interval, Pendling, Tabt, fra_ramme, kommuneniveau, samlet
from analytics.pendling.tabt import mulige
from tests.unit.pendling.smaa_pendlinger import lille, pendlinger, rows


@given(pendlinger(tabt=False), st.randoms(use_true_random=False))
def test_a_table_is_the_same_whatever_order_its_rows_stand_in(table, random):
    frame = rows(table)
    again = fra_ramme(frame.sample(frac=1, random_state=random.randrange(1000)), table.steder)
    assert again.steder == table.steder
    assert np.array_equal(again.patienter, table.patienter)
    assert again.tabt is None


@given(pendlinger(mindst=2, tabt=False), st.randoms(use_true_random=False))
def test_rows_are_clinics_and_columns_homes_in_the_order_that_is_asked_for(table, random):
    order = random.sample(table.steder, len(table.steder))
    again = fra_ramme(rows(table), order)
    for klinik in table.steder:
        for hjem in table.steder:
            figure = table.patienter[table.plads[klinik], table.plads[hjem]]
            assert again.celle(klinik, hjem) == Interval(figure, figure)


@given(st.integers(1, 4000), st.integers(1, 4000), st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 300))
def test_a_lost_cell_is_every_number_that_gives_the_printed_shares_and_no_other(first, second, row, column, lost):
    def printed(cell: int) -> tuple[int, int]:
        return (200 * (row + cell) + (first + row + cell)) // (2 * (first + row + cell)), (
            200 * second + (second + column + cell)
        ) // (2 * (second + column + cell))

    away, home = printed(lost)
    if away == 100 or home == 0:  # everybody, to a whole per cent, and then there is no most
        return
    low, high = mulige((first, first + row, away), (second, second + column, home))
    assert low <= lost <= high
    assert all(printed(cell) == (away, home) for cell in (low, high, (low + high) // 2))
    assert printed(high + 1) != (away, home)
    assert low == 0 or printed(low - 1) != (away, home)


def test_shares_that_no_number_gives_are_refused():
    with pytest.raises(ValueError, match="ikke være noget tal"):
        mulige((50, 100, 10), (50, 100, 50))


def test_the_lost_cell_is_settled_by_the_shares_that_are_printed():
    table = lille([[80, None, 5], [3, 70, 2], [1, 4, 9]], (0, 0), ukendt=True)
    shares = pd.DataFrame({"sted_id": ["a", "b", UKENDT], "pendler_pct": [20, 7, 40], "hjemme_pct": [95, 79, 60]})
    found = fra_ramme(rows(table), table.steder, shares)
    # 20 % of 85 + x from elsewhere: x = 15 gives 20,0; 14 gives 19,2 and 16 gives 20,8. 70 of 74 + x at home: 79 %.
    assert found.tabt == Tabt("a", "b", 15, 15)
    assert found.celle("a", "b").eksakt
    assert np.isnan(found.patienter[0, 1])
    assert found.patienter[1, 0] == 3


def test_a_lost_cell_that_nothing_settles_is_refused():
    table = lille([[80, None], [3, 70]], (0, 9))
    with pytest.raises(ValueError, match="ikke kan afgrænses"):
        fra_ramme(rows(table), table.steder)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda frame: frame.iloc[1:], "mangler celler"),
        (lambda frame: frame[frame["hjem_id"] != "b"], "ikke de steder"),
        (lambda frame: frame[frame["klinik_id"] != "b"], "ikke de steder"),
        (lambda frame: pd.concat([frame, frame.iloc[:1]]), "duplicate"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(change, told):
    table = lille([[1, 2], [3, 4]])
    with pytest.raises(ValueError, match=told):
        fra_ramme(change(rows(table)), table.steder)


@pytest.mark.parametrize(
    ("places", "table", "lost", "told"),
    [
        (("a", "b"), [[1.0]], None, "én række og én kolonne"),
        (("a", "a"), [[1.0, 1.0], [1.0, 1.0]], None, "én række og én kolonne"),
        (("a",), [[-1.0]], None, "under nul"),
        (("a",), [[np.nan]], None, "uden tal"),
        (("a",), [[1.0]], Tabt("a", "a", 0, 1), "uden tal"),
        (("a", "b"), [[np.nan, 1.0], [1.0, 1.0]], Tabt("a", "b", 0, 1), "uden tal"),
    ],
)
def test_a_table_that_says_too_little_or_too_much_is_refused(places, table, lost, told):
    with pytest.raises(ValueError, match=told):
        Pendling(places, np.array(table), lost)


def test_nobody_can_change_a_table():
    table = lille([[1, None], [3, 4]], (5, 7))
    for array in (table.patienter, *table.ender, table.kendt):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_a_figure_that_the_lost_cell_is_part_of_is_known_to_a_range():
    table = lille([[1, None], [3, 4]], (5, 7))
    low, high = table.mellem(lambda whole: whole.sum(axis=0))
    assert (low.tolist(), high.tolist()) == ([4, 9], [4, 11])
    falling, rising = table.mellem(lambda whole: 1 / whole.sum(axis=0))
    assert (falling.tolist(), rising.tolist()) == ([1 / 4, 1 / 11], [1 / 4, 1 / 9])
    assert table.celle("a", "b") == Interval(5, 7)
    assert (Interval(5, 7).midt, Interval(5, 7).eksakt, Interval(5, 5).eksakt) == (6, False, True)


def test_the_unknown_is_a_place_and_no_area():
    table = lille([[1, 2], [3, 4]], ukendt=True)
    assert table.steder == ("a", UKENDT)
    assert table.omraader == ("a",)
    assert table.kendt.tolist() == [True, False]


@given(pendlinger(mindst=2), st.data())
def test_gathering_places_loses_no_patient(table, data):
    groups = {sted: data.draw(st.sampled_from(["x", "y", sted])) for sted in table.omraader}
    whole = samlet(table, groups)
    for before, after in zip(table.ender, whole.ender, strict=True):
        assert after.sum() == pytest.approx(before.sum())
        for klinik in whole.steder:
            for hjem in whole.steder:
                inside = sum(
                    before[table.plads[a], table.plads[b]]
                    for a in table.steder
                    for b in table.steder
                    if (groups.get(a, a), groups.get(b, b)) == (klinik, hjem)
                )
                assert after[whole.plads[klinik], whole.plads[hjem]] == pytest.approx(inside)


def test_places_that_are_gathered_into_themselves_are_unchanged():
    table = lille([[1, None, 3], [4, 5, 6], [7, 8, 9]], (2, 4), ukendt=True)
    same = samlet(table, {})
    assert same.steder == table.steder
    assert same.tabt == table.tabt
    assert np.array_equal(same.patienter, table.patienter, equal_nan=True)


def test_by_kommune_patients_of_another_part_of_it_are_at_home():
    table = lille([[10, 1, None, 4], [2, 20, 5, 0], [3, 6, 30, 1], [0, 1, 2, 3]], (7, 9), ukendt=True)
    areas = pd.DataFrame({"omraade_id": ["a", "b", "c"], "kommune_id": ["by", "by", "c"]})
    by_kommune = kommuneniveau(table, areas)
    assert by_kommune.steder == ("by", "c", UKENDT)
    assert by_kommune.celle("by", "by") == Interval(33, 33)
    assert by_kommune.celle("by", "c") == Interval(12, 14)
    assert by_kommune.tabt == Tabt("by", "c", 12, 14)
    assert by_kommune.celle("c", "by") == Interval(9, 9)
    assert by_kommune.celle("by", UKENDT) == Interval(4, 4)
