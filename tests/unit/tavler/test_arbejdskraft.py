"""Recruitment and training: the papers' own goals and figures as they stood on a day, and what is recommended."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.paastand import Kilde
from analytics.tabeller import Frames
from analytics.tavler import arbejdskraft
from analytics.tavler.arbejdskraft import PAPIRER, Anbefaling, Senere
from tests.data.transskription import rows

NOW = date(2026, 11, 20)
FIRST_DAY = {row["kilde_id"]: date.fromisoformat(row["dag"]) for row in rows("papirtid") if row["ende"] == "tidligst"}
ROWS = rows("arbejdskraft_anbefaling")


def _with(frames: Frames, tal_id: str, **cells: object) -> Frames:
    table = frames["arbejdskraft_tal"].copy()
    for column, value in cells.items():
        table.loc[table["tal_id"] == tal_id, column] = value
    return {**frames, "arbejdskraft_tal": table}


def test_the_region_lacks_what_is_between_its_figure_and_the_first_goal_after_it(frames: Frames) -> None:
    found = arbejdskraft.soegning(frames, NOW)
    assert found
    assert (found.hovedstaden.tal, found.landet.tal, found.hovedstaden.aar) == (14.2, 20.1, 2019)
    assert [(goal.aar, goal.tal) for goal in found.maal] == [(2020, 25), (2025, 30)]
    assert found.foerste is found.maal[0]
    assert (found.aar_efter, found.mangler) == (1, 10.8)
    assert [(goal.tal, goal.ord) for goal in found.andre] == [(90, None), (None, "halveret")]


def test_a_later_figure_is_held_against_a_later_goal(frames: Frames) -> None:
    found = arbejdskraft.soegning(_with(frames, "eud-hovedstaden-2019", aar=2020, tal=29.9), NOW)
    assert found
    assert (found.foerste.aar, found.aar_efter, found.mangler) == (2025, 5, 0.1)


def test_goals_are_in_the_order_of_their_years(frames: Frames) -> None:
    turned = {**frames, "arbejdskraft_tal": frames["arbejdskraft_tal"][::-1]}
    found = arbejdskraft.soegning(turned, NOW)
    assert found
    assert [goal.aar for goal in found.maal] == [2020, 2025]


def test_the_kommuner_stand_from_the_least_to_the_most(frames: Frames) -> None:
    for each in (frames, {**frames, "arbejdskraft_tal": frames["arbejdskraft_tal"][::-1]}):
        found = arbejdskraft.rekruttering(each, NOW)
        assert found
        assert [(of.kommune_id, of.tal) for of in found.kommuner] == [("roedovre", 23), ("ishoej", 140)]
        assert sorted((of.tal or 0) for of in found.grupper) == [3, 18, 59]
        assert (found.flere.tal, found.faerre.tal) == (8, 21)
        assert sorted(of.ord or "" for of in found.svar) == ["", "", "samtlige"]


def test_nothing_is_known_before_the_paper(frames: Frames) -> None:
    eve = FIRST_DAY["000"] - timedelta(days=1)
    assert arbejdskraft.soegning(frames, eve) is None
    assert arbejdskraft.rekruttering(frames, eve) is None
    assert arbejdskraft.anbefalinger(frames, eve) == ()
    assert arbejdskraft.soegning(frames, FIRST_DAY["000"])


def test_every_printed_recommendation_is_there_once(frames: Frames) -> None:
    found = arbejdskraft.anbefalinger(frames, NOW)
    assert [(each.papir, str(each.nr), each.hvem, each.tekst) for each in found] == [
        (row["papir"], row["nr"], row["hvem"], row["tekst"]) for row in ROWS
    ]
    assert {(each.papir, str(each.nr)): each.senere.tekst for each in found if each.senere} == {
        (row["papir"], row["nr"]): row["senere"] for row in ROWS if row["senere"]
    }
    assert [len(arbejdskraft.anbefalinger(frames, NOW, paper)) for paper in PAPIRER] == [15, 13, 16]
    assert list(arbejdskraft.efter_papir(found).values()) == [15, 13, 16]
    assert arbejdskraft.naevnt_igen(found) == [each for each in found if each.senere]


@pytest.mark.parametrize(("days", "again", "papers"), [(-1, 0, {"000"}), (0, 3, {"000", "002"})])
def test_what_a_later_paper_says_is_there_from_its_day(days: int, again: int, papers: set[str], frames: Frames) -> None:
    found = arbejdskraft.anbefalinger(frames, FIRST_DAY["002"] + timedelta(days=days))
    assert sum(each.senere is not None for each in found) == again
    assert set[str]().union(*(each.papirer for each in found)) == papers


@given(
    st.lists(
        st.builds(
            Anbefaling,
            papir=st.sampled_from(sorted(PAPIRER)),
            nr=st.integers(1, 99),
            hvem=st.sampled_from(["Kommunerne", "Folkeskolerne", "Erhvervsskolerne"]),
            tekst=st.just("Gør noget."),
            kilde=st.just(Kilde("000", 1)),
            senere=st.sampled_from([None, Senere("Det er gjort.", Kilde("002", 2))]),
        )
    )
)
def test_by_who_is_to_act_all_are_there_those_with_most_first(of: list[Anbefaling]) -> None:
    by = arbejdskraft.efter_hvem(of)
    counts = [len(own) for own in by.values()]
    assert counts == sorted(counts, reverse=True)
    for who, own in by.items():
        mine = [each for each in of if each.hvem == who]
        assert own == [*(each for each in mine if each.senere), *(each for each in mine if not each.senere)]
    assert sum(counts) == len(of)


def test_a_figure_that_the_paper_does_not_date_has_no_year(frames: Frames) -> None:
    [share] = [each for each in arbejdskraft.noegletal(frames, NOW) if each.tal_id == "ansatte-60"]
    assert (share.aar, share.gaelder, share.tal) == (None, None, 13.8)
    assert pd.isna(frames["arbejdskraft_tal"].set_index("tal_id")["aar"]["ansatte-60"])
