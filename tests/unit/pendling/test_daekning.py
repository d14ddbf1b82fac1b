"""Coverage that follows the patients: nothing is lost or made, and worlds that can be seen through."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.pendling.daekning import daekning, fordeling, naaet
from analytics.pendling.matrix import Pendling
from tests.unit.pendling.smaa_pendlinger import NAVNE, fyldt, lille, pendlinger


def _capacity(data: st.DataObject, size: int) -> np.ndarray:
    return np.array(data.draw(st.lists(st.floats(0, 50), min_size=size, max_size=size)))


def _naive(table: Pendling, areas: tuple[str, ...], capacity: np.ndarray) -> list[float]:
    """Patient by patient: each takes an equal share of his clinic area's capacity home."""
    reached = dict.fromkeys(areas, 0.0)
    for klinik, having in zip(areas, capacity, strict=True):
        patients = {hjem: table.celle(klinik, hjem).lav for hjem in areas}
        everybody = sum(patients.values())
        if not everybody:
            reached[klinik] += having
            continue
        for hjem, count in patients.items():
            reached[hjem] += having * count / everybody
    return list(reached.values())


@given(pendlinger(), st.data())
def test_all_capacity_is_handed_out_and_no_more(table, data):
    capacity = _capacity(data, len(table.omraader))
    shared = fordeling(table, table.omraader)
    assert shared.naaet(capacity).sum() == pytest.approx(capacity.sum(), abs=1e-9)
    for shares in (shared.andele, shared.lav, shared.hoej):
        assert shares.sum(axis=1) == pytest.approx(np.ones(len(shares)))
        assert (shares >= 0).all()


@given(pendlinger(tabt=False), st.data())
def test_the_naive_second_way_gives_the_same(table, data):
    capacity = _capacity(data, len(table.omraader))
    assert naaet(capacity, table, table.omraader) == pytest.approx(_naive(table, table.omraader, capacity), abs=1e-9)


@given(pendlinger(tabt=True), st.floats(0, 1), st.data())
def test_whatever_the_lost_cell_holds_the_figure_is_between_the_ends(table, where, data):
    capacity = _capacity(data, len(table.omraader))
    lost = table.tabt.lav + where * (table.tabt.hoej - table.tabt.lav)
    true = naaet(capacity, fyldt(table, lost), table.omraader)
    shared = fordeling(table, table.omraader)
    low, high = shared.naaet_mellem(capacity)
    assert (low <= true + 1e-9).all()
    assert (true <= high + 1e-9).all()
    assert (low <= shared.naaet(capacity) + 1e-9).all()
    assert (shared.naaet(capacity) <= high + 1e-9).all()


@given(pendlinger(), st.data())
def test_capacity_that_is_added_reaches_what_it_reaches_alone(table, data):
    first, second = (_capacity(data, len(table.omraader)) for _ in range(2))
    shared = fordeling(table, table.omraader)
    both = shared.naaet(np.array([first, second]))
    assert both[0] + both[1] == pytest.approx(shared.naaet(first + second), abs=1e-9)
    assert both[0] == pytest.approx(shared.naaet(first))
    assert shared.naaet(3 * first) == pytest.approx(3 * both[0])


@given(st.lists(st.tuples(st.integers(1, 9000), st.integers(1, 90_000), st.floats(0.1, 30)), min_size=1, max_size=8))
def test_where_nobody_travels_coverage_is_the_plain_figure(areas):
    patients, people, capacity = (np.array(column, dtype=float) for column in zip(*areas, strict=True))
    table = Pendling(tuple(NAVNE[: len(areas)]), np.diag(patients))
    found = daekning(table.omraader, people, capacity, table)
    assert found["kapacitet_naaet"].to_list() == pytest.approx(capacity.tolist())
    assert found["borgere_pr_kapacitet_naaet"].to_list() == pytest.approx((people / capacity).tolist())
    assert found["forandring_pct"].to_list() == pytest.approx([0.0] * len(areas), abs=1e-9)


@given(st.lists(st.tuples(st.integers(1, 9000), st.integers(1, 90_000)), min_size=2, max_size=8), st.floats(0.1, 30))
def test_where_all_go_to_one_place_its_capacity_is_shared_by_the_patients(areas, capacity):
    patients, people = (np.array(column, dtype=float) for column in zip(*areas, strict=True))
    cells = np.zeros((len(areas), len(areas)))
    cells[0] = patients
    table = Pendling(tuple(NAVNE[: len(areas)]), cells)
    having = np.zeros(len(areas))
    having[0] = capacity
    found = daekning(table.omraader, people, having, table)
    assert found["kapacitet_naaet"].to_list() == pytest.approx((capacity * patients / patients.sum()).tolist())
    assert found["borgere_pr_kapacitet"].iloc[1:].eq(np.inf).all()
    reached = people * patients.sum() / (capacity * patients)
    assert found["borgere_pr_kapacitet_naaet"].to_list() == pytest.approx(reached.tolist())


def test_capacity_that_nobody_is_known_to_use_stays_where_it_is():
    table = lille([[0, 0, 7], [3, 1, 0], [9, 9, 0]], ukendt=True)
    assert naaet(np.array([4.0, 8.0]), table, table.omraader).tolist() == [4 + 6, 2]


def test_one_patient_is_enough_to_follow():
    shared = fordeling(lille([[0, 1], [0, 5]]), ("a", "b"))
    capacity = np.array([4.0, 8.0])
    assert [each.tolist() for each in (shared.naaet(capacity), *shared.naaet_mellem(capacity))] == [[0, 12]] * 3


def test_patients_of_an_unknown_home_live_as_the_others_and_those_of_an_unknown_clinic_use_none():
    without = lille([[6, 2, 0], [1, 3, 0], [0, 0, 0]], ukendt=True)
    with_unknown = lille([[6, 2, 80], [1, 3, 4], [50, 60, 70]], ukendt=True)
    capacity = np.array([8.0, 4.0])
    assert naaet(capacity, with_unknown, ("a", "b")).tolist() == [7, 5]
    assert naaet(capacity, without, ("a", "b")).tolist() == [7, 5]


def test_the_areas_may_stand_in_another_order():
    table = lille([[6, 2], [1, 3]])
    assert naaet(np.array([4.0, 8.0]), table, ("b", "a")).tolist() == [5, 7]
    found = daekning(("b", "a"), np.array([100.0, 70.0]), np.array([4.0, 8.0]), table)
    assert found["omraade_id"].to_list() == ["b", "a"]
    assert found["borgere_pr_kapacitet"].to_list() == [25, 8.75]
    assert found["borgere_pr_kapacitet_naaet"].to_list() == [20, 10]
    assert found["forandring_pct"].to_list() == pytest.approx([-20, 100 * (10 / 8.75 - 1)])


def test_what_the_lost_cell_leaves_open_stands_beside_the_figure():
    table = lille([[8, None], [0, 5]], (0, 8))
    found = daekning(table.omraader, np.array([100.0, 100.0]), np.array([10.0, 10.0]), table).set_index("omraade_id")
    # With nobody in the lost cell all of a's capacity stays, with 8 half of it; the middle is 4 of 12.
    assert found["kapacitet_naaet_lav"].to_list() == pytest.approx([5, 10])
    assert found["kapacitet_naaet"].to_list() == pytest.approx([10 * 8 / 12, 10 + 10 * 4 / 12])
    assert found["kapacitet_naaet_hoej"].to_list() == pytest.approx([10, 15])
    assert found["borgere_pr_kapacitet_naaet_lav"].to_list() == pytest.approx([10, 100 / 15])
    assert found["borgere_pr_kapacitet_naaet_hoej"].to_list() == pytest.approx([20, 10])


def test_an_area_that_the_table_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        fordeling(lille([[1.0]]), ("x",))
