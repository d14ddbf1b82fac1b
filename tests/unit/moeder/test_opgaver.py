"""How a task stands on a day: what is late, what no paper tells, and what is done are three things."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.moeder import opgaver, punkter
from analytics.moeder.opgaver import AFKLARET, PASSERET, STANDE, Moedeopgave, stand
from analytics.moeder.punkter import Opfoelgning, Udfald
from analytics.paastand import Kilde
from analytics.tabeller import Frames
from analytics.tavler import vipmaal

AT = Kilde("001", 1)
MEETING = date(2024, 4, 19)
AFTER_ALL = date(2026, 11, 27)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
OUTCOMES = st.lists(st.sampled_from(["sket", "delvist", "udskudt", "videre", "naevnt"]), max_size=3)


def told(*outcomes: Udfald) -> tuple[Opfoelgning, ...]:
    return tuple(Opfoelgning("a", outcome, None, None, "Noget.", AT) for outcome in outcomes)


@given(DAYS, OUTCOMES, st.none() | DAYS, DAYS)
def test_every_task_stands_in_one_way_and_the_rule_tells_it(
    due: date, outcomes: list[Udfald], newest: date | None, day: date
) -> None:
    found = stand(due, told(*outcomes), newest, day)
    settling = [each for each in outcomes if each != "naevnt"]
    assert found in opgaver.REGEL
    assert (found in PASSERET) <= (due < day), "nothing is late before its deadline has passed"
    assert (found in AFKLARET) == (settling[-1:] in (["sket"], ["videre"]))
    if not settling:
        silent = "tier" if newest is not None and newest > due else "uden_papir"
        assert found == (silent if due < day else "kommende")


@given(DAYS, st.none() | DAYS, DAYS)
def test_being_mentioned_settles_nothing(due: date, newest: date | None, day: date) -> None:
    assert stand(due, told("naevnt"), newest, day) == stand(due, (), newest, day)


@given(DAYS, OUTCOMES, DAYS)
def test_a_deadline_holds_to_the_end_of_its_day(due: date, outcomes: list[Udfald], newest: date) -> None:
    assert stand(due, told(*outcomes), newest, due) not in PASSERET
    assert stand(due, told(*outcomes), newest, due + timedelta(1)) not in {"kommende", "uden_frist"}


def test_without_a_deadline_nothing_is_late() -> None:
    assert stand(None, (), MEETING, AFTER_ALL) == "uden_frist"
    assert stand(None, told("udskudt"), MEETING, AFTER_ALL) == "uden_frist"
    assert stand(None, told("sket"), MEETING, AFTER_ALL) == "sket"


def _by_id(frames: Frames, day: date) -> dict[str, Moedeopgave]:
    return {task.opgave_id: task for task in opgaver.opgaver(frames, day)}


def test_what_a_paper_did_not_say_yet_is_not_known_on_an_earlier_day(frames: Frames) -> None:
    """The vision's adoption stands in a paper of 2025 alone, and the workshop is on the agenda of April 2024."""
    assert _by_id(frames, MEETING)["vision"].stand == "uden_frist"
    assert _by_id(frames, AFTER_ALL)["vision"].stand == "sket"
    assert _by_id(frames, AFTER_ALL)["vision"].blev_til == date(2023, 2, 8)
    assert "mobilitet-workshop" not in _by_id(frames, date(2024, 4, 18))
    assert _by_id(frames, MEETING)["mobilitet-workshop"].stand == "kommende"
    assert _by_id(frames, date(2024, 5, 15))["mobilitet-workshop"].stand == "kommende"
    assert _by_id(frames, date(2024, 5, 16))["mobilitet-workshop"].stand == "uden_papir"
    assert _by_id(frames, AFTER_ALL)["mobilitet-workshop"].stand == "tier"


def test_the_four_days_of_the_agenda_are_its_tasks_own(frames: Frames) -> None:
    due = {task.frist: task.opgave_id for task in opgaver.opgaver(frames, MEETING) if task.kilde.kilde_id == "001"}
    assert {date(2024, 5, 15), date(2024, 6, 18), date(2024, 10, 31), date(2024, 12, 31)} <= set(due)


def test_a_vip_goal_is_a_task_once_its_deadline_is_passed(frames: Frames) -> None:
    goals = {
        day: {each for each in _by_id(frames, day) if each.startswith("vip-klimaplaner")}
        for day in (date(2022, 12, 31), date(2023, 1, 1))
    }
    assert goals == {date(2022, 12, 31): set(), date(2023, 1, 1): {"vip-klimaplaner-1"}}
    late = _by_id(frames, AFTER_ALL)["vip-klimaplaner-1"]
    assert (late.stand, late.frist, late.alle, late.tabel) == ("ikke_naaet", date(2022, 12, 31), True, "vip_maal")


def test_a_vip_goal_that_officials_have_from_a_paper_of_their_own_is_a_task_of_no_item(frames: Frames) -> None:
    goals, papers = frames["vip_maal"], frames["kilde"]
    paper = papers[papers["kilde_id"] == "001"].assign(kilde_id="900")
    goal = goals[(goals["projekt_id"] == "klimaplaner") & (goals["nr"] == 1)].assign(nr=99, kilde_id="900")
    more = {**frames, "kilde": pd.concat([papers, paper]), "vip_maal": pd.concat([goals, goal])}
    tasks = _by_id(more, AFTER_ALL)
    assert (tasks["vip-klimaplaner-99"].punkt, tasks["vip-klimaplaner-99"].kilde.kilde_id) == (None, "900")
    assert len(tasks) == len(_by_id(frames, AFTER_ALL)) + 1


@pytest.mark.parametrize("reached", ["ja", "nej", None])
@pytest.mark.parametrize("measured", ["ja", "delvist", "nej"])
def test_a_vip_goal_stands_as_its_own_board_has_it(reached: str | None, measured: str, frames: Frames) -> None:
    """That it is not reached is not that it comes later; measured in part is not done in part."""
    own = {"naaet": {"sket"}, "ikke_naaet": {"ikke_naaet"}, "ikke_maalt": {"tier", "uden_papir"}}
    said = {**frames, "vip_maal": frames["vip_maal"].assign(naaet=reached, maalt=measured)}
    states = {f"vip-{goal.projekt.projekt_id}-{goal.nr}": goal for goal in vipmaal.maal(said, AFTER_ALL)}
    tasks = [task for task in opgaver.opgaver(said, AFTER_ALL) if task.tabel == "vip_maal"]
    assert {states[task.opgave_id].tilstand.art for task in tasks} >= ({"ikke_maalt"} if reached is None else set())
    for task in tasks:
        assert task.stand in own[states[task.opgave_id].tilstand.art]
        onwards = [each.hvad for each in task.opfoelgning if each.hvad.startswith("Videreført i")]
        assert bool(onwards) == (states[task.opgave_id].videre_i is not None)


def test_a_newer_paper_tells_nothing_of_a_task_whatever_it_is_about(frames: Frames) -> None:
    """What officials add is a paper too, though it has no items; another region's tells nothing of what is here."""
    papers = frames["kilde"]
    own = papers[papers["kilde_id"] == "001"].assign(kilde_id="900", dato=pd.Timestamp("2026-06-01"), udgiver="Ishøj")
    assert _by_id(frames, AFTER_ALL)["klimaplan-revision"].stand == "uden_papir"
    for publisher, stood in {"Ishøj": "tier", "KKR Midtjylland": "uden_papir"}.items():
        more = {**frames, "kilde": pd.concat([papers, own.assign(udgiver=publisher)])}
        assert _by_id(more, AFTER_ALL)["klimaplan-revision"].stand == stood
        assert _by_id(more, date(2026, 5, 31))["klimaplan-revision"].stand == "uden_papir"


@pytest.mark.parametrize("day", [date(2021, 6, 1), MEETING, AFTER_ALL])
def test_the_late_stand_first_and_of_each_the_longest_due(frames: Frames, day: date) -> None:
    tasks = opgaver.opgaver(frames, day)
    assert [STANDE.index(task.stand) for task in tasks] == sorted(STANDE.index(task.stand) for task in tasks)
    for state in STANDE:
        due = [task.frist for task in tasks if task.stand == state and task.frist]
        assert due == sorted(due)


def test_the_finding_is_what_the_tasks_come_to(frames: Frames) -> None:
    tasks = opgaver.opgaver(frames, AFTER_ALL)
    found = opgaver.fund(tasks)
    assert sum(found.stande.values()) == len(tasks)
    assert found.passeret == sum(task.stand in PASSERET for task in tasks)
    assert found.afklaret == sum(task.stand in AFKLARET for task in tasks)
    assert found.naeste is not None
    assert found.naeste.frist == min(task.frist for task in tasks if task.stand == "kommende" and task.frist)
    nothing = opgaver.fund(())
    assert (nothing.stande, nothing.naeste, nothing.passeret, nothing.afklaret) == ({}, None, 0, 0)


@pytest.mark.parametrize("kommune", ["alle", "hvidovre", "ishoej", "koebenhavn"])
@pytest.mark.parametrize("subject", ["alle", "klima", "moedet"])
def test_the_items_that_concern_a_kommune_are_found_one_by_one(subject: str, kommune: str, frames: Frames) -> None:
    """A naive second way. That an item names a kommune, or that a task of its own concerns it, is enough."""
    items, tasks = punkter.punkter(frames, AFTER_ALL), opgaver.opgaver(frames, AFTER_ALL)
    found, printed = opgaver.udvalg(items.values(), tasks, subject, kommune), set(frames["moede_opgave"]["opgave_id"])
    for punkt_id, item in items.items():
        own = [task for task in tasks if task.punkt == punkt_id and task.opgave_id in printed]
        concerned = kommune == "alle" or kommune in item.navngivne or any(task.angaar(kommune) for task in own)
        shown = [asked for each, asked in found if each == item]
        assert shown == ([tuple(own)] if concerned and subject in ("alle", item.emne) else [])


def test_a_task_concerns_all_or_those_that_its_item_names(frames: Frames) -> None:
    tasks = _by_id(frames, AFTER_ALL)
    assert tasks["laanepulje-ansoegning"].angaar("hvidovre")
    assert tasks["rar-medlem"].angaar("hvidovre")
    assert not tasks["rar-medlem"].angaar("ishoej")
    assert all(task.angaar("alle") for task in tasks.values())


def test_an_item_has_what_became_of_it_by_task(frames: Frames) -> None:
    items = punkter.punkter(frames, AFTER_ALL)
    for item in items.values():
        ids = {each.opgave_id for each in item.opfoelgning}
        assert sorted(map(str, item.opfoelgning)) == sorted(
            str(each) for opgave_id in ids for each in item.om_opgave(opgave_id)
        )


def test_the_agenda_of_april_2024_has_seventeen_items_and_asks_of_all_but_three(frames: Frames) -> None:
    meetings = punkter.moeder(frames, AFTER_ALL)
    assert [paper.kilde_id for paper in meetings] == ["001", "004", "002", "000"]
    items = punkter.paa_moede(frames, "001", AFTER_ALL)
    assert [item.nr for item in items] == [
        *("1.1", "1.2", "2.1"),
        *(f"3.{nr}" for nr in range(1, 12)),
        "4.1",
        "5.1",
        "6.1",
    ]
    assert punkter.bedt_om(items) == {"godkende": 9, "droefte": 4, "efterretning": 1, "intet": 3}
    assert all((item.indstilling is None) == (item.bedes == "intet") for item in items)
    assert punkter.paa_moede(frames, "001", date(2024, 4, 18)) == ()
    assert punkter.flest(items) == ("moedet", 5)


def test_seats_are_those_of_the_newest_paper_first(frames: Frames) -> None:
    seats = punkter.poster(frames, AFTER_ALL)
    papers = [seat.kilde.kilde_id for seat in seats]
    assert papers == sorted(papers, key=["001", "002", "000"].index)
    assert {seat.punkt.kilde.kilde_id for seat in seats} == {seat.kilde.kilde_id for seat in seats}


def test_what_became_of_a_task_stands_by_its_own_item_whichever_was_chosen(frames: Frames) -> None:
    rows = frames["moede_opfoelgning"]
    [row] = rows[rows["opgave_id"] == "gravide-svar"].index
    chosen = {**frames, "moede_opfoelgning": rows.assign(punkt_id=rows["punkt_id"].where(rows.index != row, "001-1-1"))}
    for each in (frames, chosen):
        found = {task.opgave_id: task.stand for task in opgaver.opgaver(each, date(2026, 6, 1))}
        assert found["gravide-svar"] == "sket"
