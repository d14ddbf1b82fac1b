"""How each project stands as a row: the newest in few words, officials' light, and the order of the troubled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.papirer import Tid
from analytics.tabeller import Frames
from analytics.tavler import vipmaal, vipomtale, vipprojekt, vipraekke
from analytics.tavler.vipraekke import Projektraekke, Raekkefund
from tests import omfang
from tests.unit.tavler.smaa_tavler import Row, tables

LATER = date(2026, 6, 1)
ONGOING = {"til_aar": None, "rapportering_mdr": 12}


def _rows(frames: Frames, paa: date = LATER) -> tuple[Projektraekke, ...]:
    told, goals = vipomtale.historier(frames, paa), vipmaal.maal(frames, paa)
    return vipraekke.ordnet(
        vipraekke.raekke(project, told.get(project.projekt_id, ()), goals, paa)
        for project in vipprojekt.projekter(frames)
    )


def _one(*said: Row, paa: date = LATER) -> Projektraekke:
    [row] = _rows(tables(projects=[ONGOING], said=said), paa)
    return row


def test_the_newest_is_told_in_its_own_few_words() -> None:
    row = _one(
        {"dato": "2020-01-01", "kort_status": "Ældre"},
        {"dato": "2024-04-19", "kilde_id": "c", "tekst": "Sporene er lagt, og togene kører."},
        {"dato": "2024-04-19", "kilde_id": "c", "kort_status": "Togene kører", "kilde_linje": 7},
    )
    assert row.kort is not None
    assert (row.kort.ord, row.kort.kilde.kort, row.kort.tid.fra) == ("Togene kører", "c, l. 7", date(2024, 4, 19))
    assert row.alder is not None and row.alder.mindst_mdr == 25


def test_a_status_without_few_words_is_told_in_its_first() -> None:
    row = _one({"tekst": "En to tre fire fem seks syv otte ni ti."})
    assert row.kort and row.kort.ord == "En to tre fire fem seks syv otte ni ti"
    row = _one({"tekst": "En to tre fire fem seks syv otte ni, ti, elleve."})
    assert row.kort and row.kort.ord == "En to tre fire fem seks syv otte ni, ti …"


def test_points_of_attention_and_next_steps_are_no_status() -> None:
    row = _one({"art": "opmaerksomhed", "tilstand": "forsinket"}, {"art": "naeste_skridt"})
    assert (row.kort, row.tilstand, row.alder) == (None, None, None)


def test_a_result_is_a_status_too_and_yields_to_one_of_the_same_day() -> None:
    later = {"dato": "2024-04-19", "kilde_id": "c"}
    row = _one({"tekst": "Først."}, {"art": "resultat", "tekst": "Endt.", **later})
    assert row.kort and row.kort.ord == "Endt"
    row = _one({"art": "resultat", "tekst": "Endt.", **later}, {"tekst": "Sådan.", **later})
    assert row.kort and row.kort.ord == "Sådan"


def test_a_light_is_the_newest_status_own() -> None:
    old, new = {"tilstand": "på sporet"}, {"dato": "2024-04-19", "kilde_id": "c"}
    assert _one(old).tilstand == "på sporet"
    assert _one(old, new).tilstand is None, "what is newer has none"
    assert _one(old, {**new, "tilstand": "forsinket"}).tilstand == "forsinket"
    assert _one(old, {**new, "tilstand": "forsinket"}, paa=date(2024, 4, 18)).tilstand == "på sporet"


def test_what_no_paper_tells_of_has_the_age_of_the_newest_paper_with_it() -> None:
    [project] = vipprojekt.projekter(tables(projects=[ONGOING]))
    row = vipraekke.raekke(project, (), (), LATER, Tid(date(2022, 11, 1), date(2022, 11, 30)))
    assert row.alder and (row.alder.mindst_mdr, row.alder.foraeldet, row.kort) == (42, True, None)


def test_the_troubled_come_first() -> None:
    missed = {"frist": "2022-12-31", "maalt": "ja", "naaet": "nej", "belaeg": "Nej."}
    missed |= {"belaeg_kilde_id": "a", "belaeg_kilde_linje": 1}
    unmeasured = {"frist": "2022-12-31"}
    frames = tables(
        projects=[ONGOING] * 9,
        goals=[{"projekt_id": "p5", **missed}, {"projekt_id": "p8", **unmeasured}],
        said=[
            {"projekt_id": "p1", "tilstand": "afsluttet"},
            {"projekt_id": "p2", "tilstand": "på sporet"},
            {"projekt_id": "p3", "tilstand": "forsinket"},
            {"projekt_id": "p4", "tilstand": "i vanskeligheder"},
            {"projekt_id": "p5", "dato": "2024-04-19", "kilde_id": "c"},
            {"projekt_id": "p6"},
            {"projekt_id": "p7", "dato": "2024-04-19", "kilde_id": "c"},
            {"projekt_id": "p8", "dato": "2024-04-19", "kilde_id": "c"},
        ],
    )
    order = [row.projekt.projekt_id for row in _rows(frames)]
    assert order == ["p4", "p3", "p5", "p9", "p6", "p8", "p7", "p2", "p1"]


SAID = st.fixed_dictionaries(
    {
        "projekt_id": st.sampled_from(("p1", "p2", "p3")),
        "dato": st.sampled_from(("2020-01-01", "2024-04-19")),
        "art": st.sampled_from(("status", "resultat", "opmaerksomhed")),
        "tekst": st.sampled_from(("Kort.", " ".join(["ord"] * 12) + ".")),
        "kort_status": st.none() | st.just("Ti ord"),
        "tilstand": st.none() | st.sampled_from(get_args(vipomtale.Tilstand)),
    }
)


def _worse(one: Projektraekke, other: Projektraekke) -> bool:
    """Whether a row stands before another, by the rule said in words."""
    rank = {"i vanskeligheder": 0, "forsinket": 1, None: 2, "ukendt": 3, "på sporet": 4, "afsluttet": 5}
    if one.tilstand != other.tilstand:
        return rank[one.tilstand] < rank[other.tilstand]
    if one.ikke_naaet != other.ikke_naaet:
        return one.ikke_naaet > other.ikke_naaet
    ages = [10**6 if row.alder is None else row.alder.mindst_mdr for row in (one, other)]
    if ages[0] != ages[1]:
        return ages[0] > ages[1]
    return (-one.ikke_maalt, one.projekt.nr) < (-other.ikke_maalt, other.projekt.nr)


@settings(max_examples=omfang.examples(30))
@given(st.lists(SAID, max_size=8))
def test_every_project_has_one_row_in_the_rules_order(said: Sequence[Row]) -> None:
    rows = _rows(tables(projects=[ONGOING] * 3, said=said))
    assert sorted(row.projekt.projekt_id for row in rows) == ["p1", "p2", "p3"]
    assert all(_worse(one, other) for one, other in combinations(rows, 2))
    assert all(len(row.kort.ord.removesuffix(" …").split()) <= vipomtale.ORD for row in rows if row.kort)


@settings(max_examples=omfang.examples(30))
@given(st.lists(SAID, max_size=6), SAID)
def test_what_is_added_newest_is_shown_at_once_and_moves_no_other_project(said: Sequence[Row], new: Row) -> None:
    newest = {**new, "dato": "2025-01-01", "dato_praecision": "aar", "kilde_id": "d", "art": "status"}
    before = {row.projekt.projekt_id: row for row in _rows(tables(projects=[ONGOING] * 3, said=said))}
    after = {row.projekt.projekt_id: row for row in _rows(tables(projects=[ONGOING] * 3, said=[*said, newest]))}
    changed = str(new["projekt_id"])
    assert {name: row for name, row in before.items() if name != changed} == {
        name: row for name, row in after.items() if name != changed
    }
    row = after[changed]
    assert row.kort is not None
    assert row.kort.ord == (new["kort_status"] or vipraekke.forkortet(str(new["tekst"])))
    assert row.tilstand == new["tilstand"]


def test_the_rows_are_counted() -> None:
    frames = tables(
        projects=[{}, ONGOING, ONGOING],
        goals=[
            {"frist": "2021-12-31", "naaet": "nej", "maalt": "ja", "belaeg": "Nej."}
            | {"belaeg_kilde_id": "a", "belaeg_kilde_linje": 1}
        ],
        said=[{"projekt_id": "p2", "dato": "2025-12-01", "kilde_id": "d", "tilstand": "forsinket"}],
    )
    assert vipraekke.fund(_rows(frames)) == Raekkefund(3, {"forsinket": 1}, 2, 1, 1, 1)
