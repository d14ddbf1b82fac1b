"""The annual report: its figures as they stood on a day, and its effects against the goals that they tell of."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from analytics import papirer
from analytics.tabeller import Frames
from analytics.tavler import aarsberetning, resultatmaal
from tests.data.transskription import rows

NOW = date(2026, 11, 20)


def _with(frames: Frames, tal_id: str, tal: float) -> Frames:
    table = frames["erhvervshus_tal"].copy()
    table.loc[table["tal_id"] == tal_id, "tal"] = tal
    return {**frames, "erhvervshus_tal": table}


def test_every_printed_figure_is_there_once(frames: Frames) -> None:
    assert [(each.tal_id, each.tal, each.graense or "") for each in aarsberetning.beretning(frames, NOW)] == [
        (row["tal_id"], float(row["tal"]), row["graense"]) for row in rows("erhvervshus_tal")
    ]


def test_the_effects_stand_against_the_goals_of_the_reports_year(frames: Frames) -> None:
    found = aarsberetning.effekter(frames, NOW)
    assert [(each.procent.tal, each.beloeb.tal, each.maal_tal, each.naaet) for each in found] == [
        (4.4, 578, 10, False),
        (12.8, 959, 5, True),
        (0.3, 41000, None, True),
    ]
    assert {each.maalets_kilde.kilde_linje for each in found} == {10422}


def test_the_effects_settle_no_goal_of_that_year(frames: Frames) -> None:
    """They are of those advised in 2021: the goals' lights stay blank."""
    goals = {goal.nummer: goal for goal in resultatmaal.tavle(frames, 2024, NOW)}
    assert {each.procent.aar for each in aarsberetning.effekter(frames, NOW)} == {2021}
    for number in ("1c", "5a1", "5a2", "5a3"):
        goal = goals[number]
        assert (goal.realiseret_tal, goal.naaet, goal.udfald) == (None, None, "uafgjort")
        assert goal.lys
        assert goal.lys.farve is None


@pytest.mark.parametrize(("tal", "reached"), [(9.99, False), (10, True), (10.01, True)])
def test_a_goal_with_a_figure_is_reached_from_that_figure(tal: float, reached: bool, frames: Frames) -> None:
    assert aarsberetning.effekter(_with(frames, "effekt-omsaetning", tal), NOW)[0].naaet is reached


@pytest.mark.parametrize(("tal", "reached"), [(-0.1, False), (0, False), (0.1, True)])
def test_a_goal_without_a_figure_is_reached_by_anything_more(tal: float, reached: bool, frames: Frames) -> None:
    assert aarsberetning.effekter(_with(frames, "effekt-produktivitet", tal), NOW)[-1].naaet is reached


def test_a_later_papers_goal_is_not_the_reports(frames: Frames) -> None:
    goals = frames["resultatmaal"]
    own = goals[(goals["aar"] == 2024) & (goals["nr"] == 5)].assign(kilde_id="002", maal_tal=99.0)
    later = {**frames, "resultatmaal": pd.concat([goals, own])}
    assert aarsberetning.effekter(later, NOW) == aarsberetning.effekter(frames, NOW)


def test_nothing_is_known_before_the_paper(frames: Frames) -> None:
    eve = papirer.tider(frames)["004"].fra - timedelta(days=1)
    assert aarsberetning.beretning(frames, eve) == ()
    assert aarsberetning.effekter(frames, eve) == ()
    assert aarsberetning.effektstilling(frames, eve) is None


def test_the_standing_counts_what_is_reached_and_names_the_rest(frames: Frames) -> None:
    stands = aarsberetning.effektstilling(frames, NOW)
    assert stands
    assert (stands.antal, stands.naaet, stands.vejledt, stands.beretning) == (3, 2, 2021, 2024)
    assert [each.procent.tal_id for each in stands.ikke_naaet] == ["effekt-omsaetning"]
