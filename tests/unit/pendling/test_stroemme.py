"""Who travels: figures of a place, of the whole, and the largest flows, against a count patient by patient."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.pendling.matrix import UKENDT, Interval, Pendling
from analytics.pendling.stroemme import TAL, bevaegelser, helhed, stoerste, stroemme, tabel
from tests.omfang import examples
from tests.unit.pendling.smaa_pendlinger import fyldt, lille, pendlinger

COUNTED = ("bor", "hjemme", "ud", "ukendt_klinik", "behandlet", "ind", "ukendt_hjem", "netto")


def _counted(table: Pendling, sted: str) -> Counter[str]:
    """Cell by cell, what it adds to each of a place's figures."""
    found: Counter[str] = Counter()
    for klinik in table.steder:
        for hjem in table.steder:
            patients = table.celle(klinik, hjem).lav
            if hjem == sted:
                found["bor"] += patients
                found["hjemme" if klinik == sted else "ukendt_klinik" if klinik == UKENDT else "ud"] += patients
            if klinik == sted:
                found["behandlet"] += patients
                if hjem != sted:
                    found["ukendt_hjem" if hjem == UKENDT else "ind"] += patients
    found["netto"] = found["ind"] - found["ud"]
    return found


@given(pendlinger(tabt=False))
def test_every_figure_of_a_place_is_what_counting_gives(table):
    found = bevaegelser(table)
    assert list(found) == list(table.omraader)
    for sted, each in found.items():
        counted = _counted(table, sted)
        for name in COUNTED:
            assert getattr(each, name) == Interval(counted[name], counted[name]), name
        known = counted["hjemme"] + counted["ud"]
        shares = {
            "andel_hjemme": (counted["hjemme"], counted["bor"]),
            "andel_hjemme_kendt": (counted["hjemme"], known),
            "andel_ud": (counted["ud"], counted["bor"]),
            "andel_ind": (counted["ind"], counted["behandlet"]),
            "andel_pendlere": (counted["ind"] + counted["ukendt_hjem"], counted["behandlet"]),
        }
        for name, (part, whole) in shares.items():
            if whole:
                assert getattr(each, name).lav == pytest.approx(part / whole), name
                assert getattr(each, name).hoej == pytest.approx(part / whole), name
            else:
                assert np.isnan(getattr(each, name).lav), name
        assert set(COUNTED) | set(shares) == set(TAL)


@settings(max_examples=examples(30))
@given(pendlinger(mindst=2, tabt=True), st.floats(0, 1))
def test_whatever_the_lost_cell_holds_each_figure_is_between_its_ends(table, where):
    true = bevaegelser(fyldt(table, table.tabt.lav + where * (table.tabt.hoej - table.tabt.lav)))
    for sted, each in bevaegelser(table).items():
        for name in TAL:
            ends, figure = getattr(each, name), getattr(true[sted], name).lav
            assert np.isnan(ends.lav) or ends.lav - 1e-9 <= figure <= ends.hoej + 1e-9, name


@given(pendlinger())
def test_no_patient_is_lost(table):
    whole = helhed(table)
    parts = [whole.hjemme, whole.imellem, whole.ukendt_klinik, whole.ukendt_hjem, whole.ukendt_begge]
    for end, total in (("lav", table.ender[0].sum()), ("hoej", table.ender[1].sum())):
        assert getattr(whole.patienter, end) == total
        assert sum(getattr(part, end) for part in parts) == pytest.approx(total)
        assert sum(each.netto.lav for each in bevaegelser(fyldt(table, 7)).values()) == pytest.approx(0)


def test_the_whole_table_with_the_unknown_and_without():
    table = lille([[60, 10, 5], [20, None, 1], [3, 1, 2]], (30, 40), ukendt=True)
    whole = helhed(table)
    assert whole.patienter == Interval(132, 142)
    assert whole.hjemme == Interval(90, 100)
    assert whole.imellem == Interval(30, 30)
    assert (whole.ukendt_klinik.lav, whole.ukendt_hjem.lav, whole.ukendt_begge.lav) == (4, 6, 2)
    assert whole.andel_hjemme == Interval(90 / 132, 100 / 142)
    assert whole.andel_hjemme_kendt == Interval(90 / 120, 100 / 130)


def test_a_table_of_all_places_has_each_figure_with_its_ends():
    table = lille([[60, None], [20, 30]], (10, 20))
    rows = tabel(table).set_index("sted_id")
    assert list(rows.columns) == [f"{name}{end}" for name in TAL for end in ("", "_lav", "_hoej")]
    assert rows.loc["b", ["ud", "ud_lav", "ud_hoej"]].to_list() == [15, 10, 20]
    assert rows.loc["a", ["netto", "netto_lav", "netto_hoej"]].to_list() == [-5, -10, 0]
    assert rows.loc["a", ["bor", "bor_lav", "bor_hoej"]].to_list() == [80, 80, 80]


def test_the_largest_flows_are_to_and_from_other_known_places():
    table = lille([[90, 7, 3, 50], [9, 80, 0, 60], [8, 6, 70, 0], [99, 0, 0, 0]], ukendt=True)
    out = stoerste(table, "a", "ud")
    assert [(flow.hjem, flow.klinik, flow.patienter.lav) for flow in out] == [("a", "b", 9), ("a", "c", 8)]
    assert out[0].andel == Interval(9 / 206, 9 / 206)
    into = stoerste(table, "a", "ind", antal=1)
    assert [(flow.hjem, flow.klinik, flow.patienter.lav) for flow in into] == [("b", "a", 7)]
    assert into[0].andel.lav == pytest.approx(7 / 150)
    assert [flow.klinik for flow in stoerste(table, "c", "ud")] == ["a"]


def test_five_are_the_largest_where_no_other_number_is_asked_for():
    table = lille([[9] * 7] * 7)
    assert [flow.klinik for flow in stoerste(table, "a", "ud")] == ["b", "c", "d", "e", "f"]


def test_a_flow_that_is_lost_and_those_beside_it_say_between_what_they_are():
    table = lille([[50, None, 20], [1, 5, 2], [10, 30, 4]], (10, 40))
    lost, beside = stoerste(table, "b", "ud")[::-1]
    assert (lost.klinik, lost.patienter) == ("a", Interval(10, 40))
    assert lost.andel == Interval(10 / 45, 40 / 75)
    assert (beside.klinik, beside.patienter) == ("c", Interval(30, 30))
    assert beside.andel == Interval(30 / 75, 30 / 45)
    assert [flow.hjem for flow in stoerste(table, "a", "ind")] == ["c", "b"]


@settings(max_examples=examples(30))
@given(pendlinger(mindst=2), st.integers(0, 4000))
def test_the_flows_as_a_table_are_those_between_two_known_places(table, mindst):
    frame = stroemme(table, mindst)
    pairs = {
        (hjem, klinik): (figure.lav, figure.hoej)
        for klinik in table.omraader
        for hjem in table.omraader
        if klinik != hjem and (figure := table.celle(klinik, hjem)).hoej >= max(mindst, 1)
    }
    ends = zip(frame["lav"], frame["hoej"], strict=True)
    assert dict(zip(zip(frame["hjem_id"], frame["klinik_id"], strict=True), ends, strict=True)) == pairs
    assert frame["patienter"].is_monotonic_decreasing
    assert frame.index.to_list() == list(range(len(frame)))
    assert ((frame["lav"] + frame["hoej"]) / 2 == frame["patienter"]).all()


def test_flows_of_as_many_are_by_home_and_then_by_clinic():
    frame = stroemme(lille([[1, 9, 9], [9, 1, 9], [9, 9, 1]]))
    pairs = list(zip(frame["hjem_id"], frame["klinik_id"], strict=True))
    assert pairs == [("a", "b"), ("a", "c"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")]


def test_a_place_that_the_table_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        stoerste(lille([[1.0]]), "x", "ud")
