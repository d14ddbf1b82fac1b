"""What stands beside the areas' capacity: read from the tables, and each rule with rows of its own."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.kapacitet import omkring
from analytics.tabeller import Frames
from pages.drawing import scales

AT = {"kilde_id": "004", "kilde_linje": 1}


def _regions(figures: list[int]) -> Frames:
    names = list(omkring.REGIONER)
    rows = [
        {"region": name, "speciale": 51, "borgere_pr_kapacitet": figure, "patienter_pr_kapacitet": 1, **AT}
        for name, figure in zip(names, [*figures, 5], strict=True)
    ]
    other = [{**row, "speciale": 62, "borgere_pr_kapacitet": 0} for row in rows]
    return {"fysio_region": pd.DataFrame(rows + other)}


@given(st.lists(st.integers(1, 50), min_size=5, max_size=5, unique=True))
def test_regions_stand_with_the_poorest_covered_first(figures: list[int]) -> None:
    found = omkring.regioner(_regions(figures), 51)
    assert [each.borgere for each in found.regioner] == sorted(figures, reverse=True)
    assert found.vores.region == omkring.HOVEDSTADEN
    assert found.plads == 1 + sum(figure > figures[0] for figure in figures)
    assert found.fra_bunden == 1 + sum(figure < figures[0] for figure in figures)
    assert found.landet.borgere == 5


@pytest.mark.parametrize(("speciale", "plads", "borgere"), [(51, 4, 4770), (62, 1, 6342)])
def test_the_region_among_the_five(frames: Frames, speciale: int, plads: int, borgere: float) -> None:
    found = omkring.regioner(frames, speciale)
    assert (found.plads, found.antal, found.vores.borgere) == (plads, 5, borgere)


def test_therapists_are_those_of_tabel_1(frames: Frames) -> None:
    parts, whole = omkring.terapeuter(frames)
    assert [each.planomraade for each in parts] == ["bornholm", "byen", "midt", "nord", "syd"]
    assert parts[0].antal["ejer_uden_kapacitet"] is None, "that cell is blank"
    for column, count in whole.antal.items():
        assert count == sum(each.antal[column] or 0 for each in parts)
    assert whole.ledige == sum(each.ledige for each in parts) == 12
    assert omkring.flest(whole) == ("lejer", "ansat")
    assert omkring.flest(whole, 1) == ("lejer",)
    assert omkring.ejere_i_teksten(frames) == 162


def test_riding_with_and_without_a_place() -> None:
    rows = [
        {"raekke": 2, "geografi": "B", "omraade_id": None, "timer_pr_uge": 10, "promille": None, **AT},
        {"raekke": 1, "geografi": "A", "omraade_id": "a", "timer_pr_uge": 16, "promille": 0.4, **AT},
        {"raekke": 3, "geografi": "C", "omraade_id": None, "timer_pr_uge": 0, "promille": 0.0, **AT},
    ]
    found = omkring.ridning({"ridefysio": pd.DataFrame(rows)})
    assert [each.sted for each in found.steder] == ["A", "B", "C"]
    assert (found.timer, found.uden_sted) == (16, 10)
    assert [each.promille for each in found.steder] == [0.4, None, 0.0]


def test_riding_home_visits_and_access_of_the_paper(frames: Frames) -> None:
    riding, home, access = omkring.ridning(frames), omkring.hjemme(frames), omkring.god_adgang(frames)
    assert (riding.timer, riding.uden_sted) == (90, 25)
    assert home.kommuner[0][:2] == ("koebenhavn", 4)
    assert sum(count for _, count, _ in home.kommuner) == home.i_alt == 9
    assert (access.tilmeldte, access.for_alle) == ((25, 26), 9)


@given(st.lists(st.floats(0, 1e6), max_size=6))
def test_the_longest_bar_fills_its_track(values: list[float]) -> None:
    length = scales.of_longest(values)
    assert all(0 <= length(value) <= 1 for value in values)
    if any(values):
        assert length(max(values)) == 1
