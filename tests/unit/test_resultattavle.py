"""The board of goals: every row once, with a light only where a rule is printed for its year."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

from analytics import resultattavle
from analytics.measures import Frames
from tests.project import ROOT

with (ROOT / "data" / "kilder" / "004" / "resultatmaal.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("aar", [2023, 2024])
def test_every_part_of_a_goal_stands_once_with_what_is_printed(aar: int, frames: Frames) -> None:
    goals = resultattavle.tavle(frames, aar)
    rows = [row for row in ROWS if row["aar"] == str(aar)]
    assert len({goal.nummer for goal in goals}) == len(goals) == len(rows)
    by_line = {(row["nr"] + row["del"]): row for row in rows}
    for goal in goals:
        row = by_line[goal.nummer.replace(".", "")]
        assert (goal.maal, goal.tema, goal.tilstand or "") == (row["maal"], row["tema"], row["tilstand"])
        assert goal.realiseret_tal == (float(row["realiseret_tal"]) if row["realiseret_tal"] else None)
        assert goal.kilde.kilde_linje == int(row["kilde_linje"])
        assert (goal.lys is not None) == (aar == 2024)
        assert goal.naaet is not None or goal.uafklaret or goal.lys is not None or goal.tilstand


def test_what_is_blank_is_neither_reached_nor_missed(frames: Frames) -> None:
    goals = {goal.nummer: goal for goal in resultattavle.tavle(frames, 2024)}
    assert [goals[number].naaet for number in ("1a", "4e", "1d")] == [True, False, None]
    assert [goals[number].stand for number in ("1a", "4e", "1d")] == ["grøn", "gul", "blank"]
    verdicts = {goal.nummer: goal for goal in resultattavle.tavle(frames, 2023)}
    assert (verdicts["1.1"].naaet, verdicts["5.3a"].naaet) == (False, None)


def test_a_year_that_an_official_adds_comes_first_and_without_lights(frames: Frames) -> None:
    goals = frames["resultatmaal"]
    later = {**frames, "resultatmaal": pd.concat([goals, goals.query("aar == 2024").assign(aar=2025)])}
    assert resultattavle.aar(later) == (2025, 2024, 2023)
    assert {goal.lys for goal in resultattavle.tavle(later, 2025)} == {None}
