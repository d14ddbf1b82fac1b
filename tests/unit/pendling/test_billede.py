"""What a picture of the flows shows: the largest first, none too thin, and none lost without being counted."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.pendling import billede
from analytics.pendling.matrix import Interval, Pendling
from analytics.pendling.stroemme import Retning, bevaegelser, stoerste, stroemme
from tests.unit.pendling.smaa_pendlinger import lille, pendlinger


@given(pendlinger(), st.integers(1, 50), st.integers(0, 12), st.booleans())
def test_every_flow_that_is_not_too_thin_is_drawn_or_counted(
    of: Pendling, least: int, most: int, around_one: bool
) -> None:
    place = of.omraader[0] if around_one and of.omraader else None
    found = billede.buer(stroemme(of), least, place, most)
    expected = sorted(
        (
            (of.celle(klinik, hjem).midt, hjem, klinik)
            for klinik in of.omraader
            for hjem in of.omraader
            if klinik != hjem and of.celle(klinik, hjem).hoej >= least and place in (None, klinik, hjem)
        ),
        key=lambda flow: (-flow[0], flow[1], flow[2]),
    )
    drawn = [(bow.hjem, bow.klinik) for bow in found.tegnet]
    assert drawn == [(hjem, klinik) for _, hjem, klinik in expected[:most]]
    assert len(expected) == found.i_alt.hoej
    assert found.alle == (most >= len(expected))
    assert found.i_alt.lav == sum(of.celle(klinik, hjem).lav >= least for _, hjem, klinik in expected)
    assert all(0 < bow.bredde <= 1 for bow in found.tegnet)
    assert all(bow.patienter == of.celle(bow.klinik, bow.hjem) for bow in found.tegnet)


@given(pendlinger(), st.integers(0, 12))
def test_the_flows_of_the_place_that_is_told_of_are_left_out_last(of: Pendling, most: int) -> None:
    flows = stroemme(of)
    place = of.omraader[-1] if of.omraader else "ingen"
    everything = billede.buer(flows, 1, None, len(flows)).tegnet
    found = billede.buer(flows, 1, None, most, fundets=place)
    own = [bow for bow in everything if place in (bow.hjem, bow.klinik)]
    others = [bow for bow in everything if bow not in own]
    drawn = [*own[:most], *others[: max(0, most - len(own))]]
    assert list(found.tegnet) == [bow for bow in everything if bow in drawn]
    assert found.i_alt.hoej == len(everything)


def test_a_bow_of_a_quarter_of_the_patients_is_a_quarter_as_wide() -> None:
    table = pd.DataFrame([[5, 100, 0], [25, 9, 0], [0, 0, 1]]).to_numpy(dtype=float)
    found = billede.buer(stroemme(Pendling(("a", "b", "c"), table)), 1, None, 9)
    assert [(bow.hjem, bow.klinik, bow.bredde) for bow in found.tegnet] == [("b", "a", 1.0), ("a", "b", 0.25)]


def test_who_most_leave_is_who_the_largest_share_leaves_not_the_largest_number() -> None:
    table = pd.DataFrame([[1, 0, 0], [3, 90, 0], [0, 60, 10]]).to_numpy(dtype=float)
    assert billede.mest_rejsende(bevaegelser(Pendling(("a", "b", "c"), table))) == "a"


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1))
def test_an_axis_holds_nought_and_every_figure(figures: list[float]) -> None:
    axis = billede.akse([Interval(each, each) for each in figures])
    assert axis.lav <= 0 <= axis.hoej
    assert all(0 <= axis.at(each) <= 1 or math.isclose(axis.lav, axis.hoej) for each in figures)


@given(pendlinger())
def test_the_longest_bar_is_whole_and_the_others_are_in_proportion(of: Pendling) -> None:
    flows = [flow for place in of.omraader[:1] for way in ("ud", "ind") for flow in stoerste(of, place, way)]
    lengths = billede.laengder(flows)
    assert len(lengths) == len(flows)
    longest = max((flow.patienter.hoej for flow in flows), default=1)
    assert [length * longest for length in lengths] == pytest.approx([flow.patienter.lav for flow in flows])


def test_the_most_uncertain_coverage_comes_first() -> None:
    rows = pd.DataFrame(
        {
            "omraade_id": ["a", "b", "c"],
            "borgere_pr_kapacitet_naaet_lav": [10.0, 10.0, 10.0],
            "borgere_pr_kapacitet_naaet_hoej": [11.0, 14.0, 12.0],
        }
    )
    assert list(billede.mest_usikre(rows, 2)["omraade_id"]) == ["b", "c"]


@given(pendlinger(mindst=2), st.sampled_from(["ud", "ind"]), st.integers(0, 3))
def test_the_parts_of_a_place_are_all_its_patients(of: Pendling, way: Retning, named: int) -> None:
    place = of.omraader[0]
    parts = billede.fordeling(of, place, way, named)
    whole = bevaegelser(of)[place].bor if way == "ud" else bevaegelser(of)[place].behandlet
    assert sum(part.patienter.lav for part in parts) == pytest.approx(whole.lav)
    assert sum(part.patienter.hoej for part in parts) == pytest.approx(whole.hoej)
    if of.tabt is None and whole.lav > 0:
        assert sum(part.andel.lav for part in parts) == pytest.approx(1)
    assert sum(part.slags == "sted" for part in parts) <= named
    assert all(part.sted == place for part in parts if part.slags == "hjemme")


def test_the_parts_stand_with_home_first_then_the_largest_and_the_rest_together() -> None:
    table = lille([[50, 1, 2, 0, 0], [7, 9, 0, 0, 0], [20, 0, 9, 0, 0], [3, 0, 0, 9, 0], [4, 0, 0, 0, 0]], ukendt=True)
    parts = billede.fordeling(table, "a", "ud", 1)
    assert [(part.slags, part.sted, part.patienter.lav) for part in parts] == [
        ("hjemme", "a", 50),
        ("sted", "c", 20),
        ("oevrige", None, 10),
        ("ukendt", None, 4),
    ]
    assert [part.andel.lav for part in parts] == pytest.approx([50 / 84, 20 / 84, 10 / 84, 4 / 84])
    assert [part.slags for part in billede.fordeling(table, "a", "ind", 5)] == ["hjemme", "sted", "sted"]


def test_a_lost_cell_among_the_rest_makes_the_rest_a_range() -> None:
    parts = billede.fordeling(lille([[5, 3, None], [0, 1, 0], [0, 0, 1]], (2, 6)), "a", "ind", 1)
    rest = next(part for part in parts if part.slags == "oevrige")
    assert rest.patienter == Interval(2, 6)
    assert (rest.andel.lav, rest.andel.hoej) == pytest.approx((2 / 10, 6 / 14))
