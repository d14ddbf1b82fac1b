"""The board of goals: every goal once as it stood on a day, with a light only where a rule is printed for its year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.paastand import Kilde
from analytics.papirer import Tid
from analytics.tabeller import Frames
from analytics.tavler import resultatmaal
from analytics.tavler.resultatmaal import Maal
from analytics.trafiklys import ORD, Farve, Lys
from tests.project import ROOT

SOURCES = ROOT / "data" / "kilder"
IN_2022, AT_THE_MEETING, NOW = date(2022, 11, 30), date(2024, 4, 19), date(2026, 11, 20)


def _rows(path: str) -> list[dict[str, str]]:
    with (SOURCES / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _rows("004/resultatmaal.csv")
FIRST_DAY = {row["kilde_id"]: date.fromisoformat(row["dato"]) for row in _rows("register/kilde.csv") if row["dato"]} | {
    row["kilde_id"]: date.fromisoformat(row["dag"])
    for row in _rows("register/papirtid.csv")
    if row["ende"] == "tidligst"
}


def _later(frames: Frames, *rows: dict[str, object], paper: str = "005", on: str = "2026-03-19") -> Frames:
    """The tables with rows of a later document: each is a printed goal's row with other cells."""
    documents, goals = frames["kilde"], frames["resultatmaal"]
    new = documents.iloc[[0]].assign(kilde_id=paper, dato=pd.Timestamp(on), dato_praecision="dag")
    said = []
    for row in rows:
        own = goals[(goals["aar"] == row["aar"]) & (goals["nr"] == row["nr"]) & (goals["del"] == row["del"])]
        said.append(own.assign(kilde_id=paper, resultat_kilde_id=paper, kilde_linje=7, resultat_kilde_linje=8, **row))
    return {**frames, "kilde": pd.concat([documents, new]), "resultatmaal": pd.concat([goals, *said])}


def _stands(frames: Frames, paa: date) -> Iterator[tuple[str, Maal]]:
    for year in resultatmaal.aar(frames, paa):
        for goal in resultatmaal.tavle(frames, year, paa):
            yield f"{year}-{goal.nummer}", goal


@pytest.mark.parametrize("aar", [2023, 2024])
def test_every_part_of_a_goal_stands_once_with_what_is_printed(aar: int, frames: Frames) -> None:
    goals = resultatmaal.tavle(frames, aar, NOW)
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
        assert not goal.tidligere


def test_what_is_blank_is_neither_reached_nor_missed(frames: Frames) -> None:
    goals = {goal.nummer: goal for goal in resultatmaal.tavle(frames, 2024, NOW)}
    assert [goals[number].naaet for number in ("1a", "4e", "1d")] == [True, False, None]
    assert [goals[number].stand for number in ("1a", "4e", "1d")] == ["grøn", "gul", "kan ikke afgøres"]
    verdicts = {goal.nummer: goal for goal in resultatmaal.tavle(frames, 2023, NOW)}
    assert (verdicts["1.1"].naaet, verdicts["5.3a"].naaet) == (False, None)


def test_what_is_settled_or_given_up_is_not_under_way(frames: Frames) -> None:
    goals = dict(_stands(frames, NOW))
    ended = ("2024-1a", "2024-4e", "2024-4a1", "2023-1.1", "2023-2.1", "2023-5.3a")
    assert [number for number in ended if goals[number].i_gang] == []
    assert all(goals[number].i_gang for number in ("2024-1c", "2024-1d", "2024-4d", "2023-1.2"))


def test_a_year_that_an_official_adds_comes_first_and_without_lights(frames: Frames) -> None:
    goals = frames["resultatmaal"]
    later = {**frames, "resultatmaal": pd.concat([goals, goals.query("aar == 2024").assign(aar=2025)])}
    assert resultatmaal.aar(later, NOW) == (2025, 2024, 2023)
    assert {goal.lys for goal in resultatmaal.tavle(later, 2025, NOW)} == {None}


def test_a_later_paper_stands_first_and_the_earlier_beside_it(frames: Frames) -> None:
    later = _later(frames, {"aar": 2024, "nr": 5, "del": "a1", "realiseret_tal": 9.5, "tilstand": None})
    before, after = (dict(_stands(later, day))["2024-5a1"] for day in (date(2026, 3, 18), date(2026, 3, 19)))
    assert (before.stand, before.papir, before.tidligere) == ("kan ikke afgøres", "004", ())
    assert (after.stand, after.papir, after.tid.fra, after.kilde.kilde_linje) == ("gul", "005", date(2026, 3, 19), 7)
    assert after.tidligere == (before,)
    assert len(resultatmaal.tavle(later, 2024, NOW)) == len(resultatmaal.tavle(frames, 2024, NOW))


def test_a_result_without_a_line_is_at_its_page_and_nowhere_where_there_is_none(frames: Frames) -> None:
    nothing = {"realiseret_tal": None, "realiseret_tekst": None, "kommentar": None}
    one, other, third = ({"aar": 2024, "nr": 5, "del": part, "side": 3, **nothing} for part in ("a1", "a2", "a3"))
    later = _later(frames, one | {"realiseret_tal": 9.5}, other | {"kommentar": "Tallet kommer senere."}, third)
    rows = later["resultatmaal"]
    later = {
        **later,
        "resultatmaal": rows.assign(resultat_kilde_linje=rows["resultat_kilde_linje"].mask(rows.side == 3)),
    }
    goals = dict(_stands(later, NOW))
    at_the_page = Kilde("005", None, 3)
    assert [goals[f"2024-5{part}"].resultat for part in ("a1", "a2", "a3")] == [at_the_page, at_the_page, None]


def test_an_older_paper_that_is_added_later_is_history(frames: Frames) -> None:
    older = _later(frames, {"aar": 2023, "nr": 1, "del": "1", "realiseret_tal": 30.0}, on="2023-06-01")
    goal = dict(_stands(older, NOW))["2023-1.1"]
    assert (goal.papir, goal.realiseret_tal) == ("001", 35.0)
    assert [(said.papir, said.realiseret_tal) for said in goal.tidligere] == [("005", 30.0)]
    then = dict(_stands(older, date(2023, 12, 31)))["2023-1.1"]
    assert (then.papir, [said.papir for said in then.tidligere]) == ("005", ["002"])


@pytest.mark.parametrize("on", ["2022-01-01", "2023-06-01", "2026-03-19"])
def test_a_paper_that_is_added_gives_a_printed_goal_no_other_theme_or_name(on: str, frames: Frames) -> None:
    """Whether it is older than the goal, between the goal and its result, or newer than both."""
    other = {"aar": 2023, "nr": 1, "del": "1", "tema": "Et andet tema", "maal": "Et andet mål"}
    added = dict(_stands(_later(frames, other, on=on), NOW))["2023-1.1"]
    printed = dict(_stands(frames, NOW))["2023-1.1"]
    assert (added.tema, added.maal) == (printed.tema, printed.maal)
    assert len(added.tidligere) == 1


def test_a_result_is_blank_until_its_paper_is_there(frames: Frames) -> None:
    then = dict(_stands(frames, IN_2022))
    assert len(then) == 36
    assert {(goal.stand, goal.realiseret_tal, goal.naaet, goal.papir) for goal in then.values()} == {
        ("ikke opgjort", None, None, "002")
    }
    assert all(goal.uafklaret and goal.maal_tal != 0 and goal.kommentar is None for goal in then.values())
    assert dict(_stands(frames, AT_THE_MEETING))["2023-1.1"].realiseret_tal == 35.0


def test_there_is_no_light_before_its_rule_is_printed(frames: Frames) -> None:
    early = _later(frames, {"aar": 2024, "nr": 1, "del": "a"}, on="2024-01-01")
    assert dict(_stands(early, date(2024, 6, 1)))["2024-1a"].lys is None
    assert dict(_stands(early, NOW))["2024-1a"].lys is not None


def test_the_reports_are_yearly(frames: Frames) -> None:
    months, where = resultatmaal.rapportering(frames)
    assert (months, where.kort) == (12, "002, l. 115")


def _naive(on: date) -> dict[str, str]:
    """Each goal that was there on a day and its result then, read row by row from the papers' own table."""
    found = {}
    for row in ROWS:
        if FIRST_DAY[row["kilde_id"]] <= on:
            told = FIRST_DAY[row["resultat_kilde_id"] or row["kilde_id"]] <= on
            found[f"{row['aar']}-{row['nr']}{row['del']}"] = row["realiseret_tal"] if told else ""
    return found


DAYS = st.dates(date(2019, 1, 1), NOW)
SAMPLES = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@SAMPLES
@given(DAYS)
def test_the_board_is_what_the_papers_of_the_day_say(frames: Frames, on: date) -> None:
    stood = {number.replace(".", ""): goal.realiseret_tal for number, goal in _stands(frames, on)}
    assert stood == {number: float(result) if result else None for number, result in _naive(on).items()}


@SAMPLES
@given(DAYS, st.integers(0, 2000))
def test_a_later_day_never_hides_a_goal_or_what_was_said_of_it(frames: Frames, on: date, days: int) -> None:
    later = _later(frames, {"aar": 2023, "nr": 1, "del": "1"}, on="2023-06-01")

    def said(paa: date) -> set[tuple[str, str]]:
        return {(key, each.kilde.kilde_id) for key, goal in _stands(later, paa) for each in (goal, *goal.tidligere)}

    assert said(on) <= said(on + timedelta(days))


def test_the_board_on_the_last_papers_day_is_todays(frames: Frames) -> None:
    last = max(FIRST_DAY.values())
    assert list(_stands(frames, last)) == list(_stands(frames, NOW))


def _goal(stand: str | None, *, tema: str = "A", result: float | None = None, lys: Lys | None = None) -> Maal:
    """A goal of 2023 by a paper of 19 April 2024, with that verdict or that light."""
    at = Kilde("001", 1)
    return Maal(
        "1",
        tema,
        "Et mål.",
        1.0,
        result,
        None,
        None,
        None,
        stand,
        None,
        lys,
        at,
        None,
        "001",
        Tid(AT_THE_MEETING, AT_THE_MEETING),
    )


def _light(farve: Farve | None) -> Lys:
    return Lys(farve, ORD[farve], "", Kilde("004", 1))


def test_the_latest_year_with_goals_is_the_one_that_is_told() -> None:
    boards = {2025: [], 2024: [_goal("opfyldt"), _goal("ikke opgjort")], 2023: [_goal("ikke opfyldt")]}
    found = resultatmaal.seneste_stilling(boards)
    assert found is not None
    assert (found.aar, found.afventer) == (2024, False)
    assert found.stilling == resultatmaal.Stilling(antal=2, naaet=1, taet_paa=0, ikke_naaet=0, uafgjort=1)
    waiting = resultatmaal.seneste_stilling({2024: [_goal("ikke opgjort")] * 2})
    assert waiting is not None and waiting.afventer
    assert resultatmaal.seneste_stilling({2024: []}) is None


GOALS = st.lists(
    st.builds(
        lambda colour, tema: _goal(None, lys=_light(colour), tema=tema),
        st.sampled_from(["groen", "gul", "roed", None]),
        st.sampled_from(["A", "B", "C"]),
    ),
    max_size=8,
)
OUTCOMES = {"groen": "naaet", "gul": "taet_paa", "roed": "ikke_naaet", None: "uafgjort"}


def _colour(goal: Maal) -> Farve | None:
    assert goal.lys is not None
    return goal.lys.farve


@given(GOALS, GOALS)
def test_every_goal_stands_once_under_its_theme_and_year_the_best_first(now: list[Maal], then: list[Maal]) -> None:
    """Against a search through all goals for each theme, year and colour."""
    boards = {2024: now, 2023: then}
    found = resultatmaal.efter_tema(boards)
    naive = {
        theme: {
            year: [goal for colour in OUTCOMES for goal in goals if goal.tema == theme and _colour(goal) == colour]
            for year, goals in boards.items()
        }
        for theme in dict.fromkeys(goal.tema for goal in (*now, *then))
    }
    assert {theme: dict(years) for theme, years in found.items()} == naive
    assert list(found) == list(naive)


@given(GOALS)
def test_what_is_not_reached_begins_with_what_is_missed(goals: list[Maal]) -> None:
    listed = resultatmaal.ikke_naaede(goals)
    assert listed == [goal for colour in ("roed", "gul", None) for goal in goals if _colour(goal) == colour]
    assert len(listed) + resultatmaal.stilling(goals).naaet == len(goals)


@pytest.mark.parametrize("colour", OUTCOMES)
def test_a_goal_turns_out_as_its_light_says(colour: Farve | None) -> None:
    assert _goal(None, lys=_light(colour)).udfald == OUTCOMES[colour]


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [("opfyldt", "naaet"), ("i proces", "ikke_naaet"), ("ikke målt", "uafgjort"), (None, "uafgjort")],
)
def test_a_goal_without_a_light_turns_out_as_the_papers_say(verdict: str | None, outcome: str) -> None:
    assert _goal(verdict).udfald == outcome


def test_goals_that_are_near_missed_and_blank_are_told_apart() -> None:
    goals = [_goal(None, lys=_light(colour)) for colour in ("groen", "gul", "gul", "roed", None)]
    assert resultatmaal.stilling(goals) == resultatmaal.Stilling(antal=5, naaet=1, taet_paa=2, ikke_naaet=1, uafgjort=1)


@pytest.mark.parametrize(("on", "old"), [(date(2025, 4, 19), False), (date(2025, 4, 20), True)])
def test_what_is_under_way_is_too_old_after_the_time_between_reports(on: date, old: bool) -> None:
    assert _goal("i proces").er_for_gammelt(12, on) == old
    assert not _goal("opfyldt").er_for_gammelt(12, on), "nothing more is to come"
    assert not _goal(None, result=1.0).er_for_gammelt(12, on)


def test_every_statement_is_told_with_its_year_the_newest_first() -> None:
    older = _goal("i proces")
    newest = replace(_goal("opfyldt"), tidligere=(older,), papir="004", tid=Tid(date(2025, 5, 31), date(2025, 12, 31)))
    assert list(resultatmaal.udsagn({2024: [newest], 2023: [older]})) == [(2024, newest), (2024, older), (2023, older)]
    assert resultatmaal.papirer([newest, older, older]) == (
        (older.tid, "001"),
        (newest.tid, "004"),
    )


def test_a_theme_that_is_added_stands_after_the_printed_ones(frames: Frames) -> None:
    added = {
        **frames,
        "resultatmaal": pd.concat([frames["resultatmaal"], frames["resultatmaal"].iloc[[0]].assign(tema="Nyt")]),
    }
    assert resultatmaal.temaer(added) == (*resultatmaal.temaer(frames), "Nyt")
    everything = resultatmaal.aarstavler(frames, NOW)
    assert sum(len(goals) for goals in everything.values()) == len(ROWS)
    boards = resultatmaal.af_temaer(everything, {"Kendskabsgrad"})
    assert list(boards) == [2024, 2023]
    assert {goal.tema for goals in boards.values() for goal in goals} == {"Kendskabsgrad"}
