"""The written rule for a goal's state at each of its edges, and the goals as they stood on a day."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.tabeller import Frames
from analytics.tavler import vipmaal
from tests.unit.tavler.smaa_tavler import tables

DUE, PASSED = {"frist": "2022-12-31", "frist_trykt": "Inden udgangen af 2022"}, date(2023, 1, 1)
AFTER = date(2024, 1, 1)
SETTLED = {"belaeg": "Det gik.", "belaeg_kilde_id": "a", "belaeg_kilde_linje": 44}
ONWARDS = {"videre_i": "Alliancen", "videre_kilde_id": "a", "videre_kilde_linje": 126}


@pytest.mark.parametrize(
    ("cells", "on", "art", "words"),
    [
        (DUE, date(2022, 12, 31), "i_gang", "i gang; frist inden udgangen af 2022"),
        (DUE, PASSED, "ikke_maalt", "frist passeret, ikke målt i kilderne"),
        ({"frist": "2029-12-31"}, PASSED, "i_gang", "i gang; frist 2029"),
        ({**DUE, "maalt": "delvist", **SETTLED}, PASSED, "ikke_maalt", "frist passeret, delvist målt (a, l. 44)"),
        ({**DUE, "maalt": "ja", **SETTLED}, PASSED, "ikke_maalt", "frist passeret, ikke målt i kilderne"),
        ({**DUE, "naaet": "nej", **SETTLED}, PASSED, "ikke_naaet", "ikke nået til fristen (a, l. 44)"),
        ({**DUE, "naaet": "nej", **SETTLED}, date(2022, 12, 31), "i_gang", "i gang; frist inden udgangen af 2022"),
        ({**DUE, "naaet": "ja", **SETTLED}, PASSED, "naaet", "nået (a, l. 44)"),
        ({"naaet": "ja", **SETTLED}, date(2020, 1, 1), "naaet", "nået (a, l. 44)"),
        ({"naaet": "ja"}, PASSED, "i_gang", "i gang; målet har ingen frist"),
        (
            {"frist": "2050-12-31", "frist_trykt": "I 2050", **ONWARDS},
            AFTER,
            "videre",
            "videreført i Alliancen (a, l. 126)",
        ),
        (ONWARDS, PASSED, "videre", "videreført i Alliancen (a, l. 126)"),
        ({}, date(2023, 12, 31), "i_gang", "i gang; målet har ingen frist"),
        ({}, AFTER, "afsluttet", "afsluttet 2023; målet har ingen frist"),
        ({"frist": "2050-12-31", "frist_trykt": "I 2050"}, AFTER, "afsluttet", "afsluttet 2023; frist i 2050"),
    ],
)
def test_a_goals_state_follows_the_written_rule(cells: dict[str, object], on: date, art: str, words: str) -> None:
    [goal] = vipmaal.maal(tables(goals=[cells]), on)
    assert (goal.tilstand.art, goal.tilstand.ord) == (art, words)


def test_what_carries_a_goal_on_stands_beside_any_other_state_but_its_own() -> None:
    goals = vipmaal.maal(
        tables(goals=[{**DUE, **ONWARDS}, {**DUE, "naaet": "ja", **SETTLED, **ONWARDS}, ONWARDS]), AFTER
    )
    assert [goal.tilstand.videre for goal in goals] == ["videreført i Alliancen (a, l. 126)"] * 2 + [None]
    assert [goal.videre_i for goal in goals] == ["Alliancen"] * 3


def test_what_no_paper_said_by_then_does_not_count() -> None:
    late = {"belaeg_kilde_id": "c", "videre_kilde_id": "c"}
    frames = tables(goals=[{**DUE, "maalt": "ja", "naaet": "nej", **SETTLED, **ONWARDS, **late}])
    [before] = vipmaal.maal(frames, date(2024, 4, 18))
    [after] = vipmaal.maal(frames, date(2024, 4, 19))
    assert (before.tilstand.art, before.tilstand.videre, before.maalt, before.belaeg) == (
        "ikke_maalt",
        None,
        "nej",
        None,
    )
    assert (after.tilstand.art, after.maalt, after.papirer) == ("ikke_naaet", "ja", frozenset({"a", "c"}))
    assert before.papirer == frozenset({"a"})


def test_a_goal_is_there_from_its_own_paper_and_stands_with_its_project() -> None:
    rows = [{"projekt_id": "p2", "kilde_id": "b"}, {"projekt_id": "p1", "nr": 2}, {"projekt_id": "p1", "nr": 1}]
    frames = tables(projects=[{}, {}], goals=rows)
    assert [goal.projekt.projekt_id for goal in vipmaal.maal(frames, date(2022, 10, 31))] == ["p1", "p1"]
    found = vipmaal.maal(frames, date(2022, 11, 1))
    assert [(goal.projekt.projekt_id, goal.nr) for goal in found] == [("p1", 1), ("p1", 2), ("p2", 1)]


def test_goals_are_counted_by_what_the_papers_settle() -> None:
    met, missed = ({**DUE, "naaet": how, **SETTLED} for how in ("ja", "nej"))
    goals = vipmaal.maal(tables(goals=[met, met, missed, DUE, ONWARDS, {}]), AFTER)
    assert vipmaal.stilling(goals) == vipmaal.Maalstilling(antal=6, afgjort=3, ikke_maalt=1)
    assert vipmaal.stilling([]) == vipmaal.Maalstilling(0, 0, 0)
    assert {art: len(own) for art, own in vipmaal.efter_tilstand(goals).items()} == {
        "naaet": 2,
        "ikke_naaet": 1,
        "ikke_maalt": 1,
        "videre": 1,
        "afsluttet": 1,
    }
    assert list(vipmaal.efter_tilstand(reversed(goals))) == [art for art in vipmaal.ARTER if art != "i_gang"]


def test_goals_are_counted_project_by_project_with_a_zero_where_there_is_none() -> None:
    frames = tables(projects=[{}, {}, {"omraade": "infrastruktur"}], goals=[DUE, DUE, {"projekt_id": "p2"}])
    counts = vipmaal.optalt(frames, "klima", AFTER)
    assert {project.projekt_id: {art: n for art, n in own.items() if n} for project, own in counts.items()} == {
        "p1": {"ikke_maalt": 2},
        "p2": {"afsluttet": 1},
    }
    assert all(list(own) == list(vipmaal.ARTER) for own in counts.values())


def test_every_state_has_its_line_in_the_rule_and_a_name() -> None:
    assert tuple(vipmaal.REGEL) == tuple(vipmaal.NAVNE) == vipmaal.ARTER


def test_the_klima_plans_were_not_there_by_the_deadline(frames: Frames) -> None:
    first = vipmaal.maal(frames, date(2025, 12, 31))[0]
    assert (first.projekt.projekt_id, first.tilstand.ord) == ("klimaplaner", "ikke nået til fristen (004, l. 44)")
    assert (first.maalt, first.kilde.kort) == ("ja", "000, l. 8")
