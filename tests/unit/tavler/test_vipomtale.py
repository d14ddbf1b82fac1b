"""What the papers say of a project by a day, the newest first, and how old that is."""

from __future__ import annotations

from datetime import date

import pytest

from analytics import papirer
from analytics.tabeller import Frames
from analytics.tavler import vipomtale, vipprojekt
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)
B = {"kilde_id": "b", "dato": "2022-11-01", "dato_praecision": "maaned"}
IN_NOVEMBER = papirer.Tid(date(2022, 11, 1), date(2022, 11, 30))
C = {"kilde_id": "c", "dato": "2024-04-19", "kilde_linje": 7}


def test_what_is_said_is_in_printed_order_the_newest_paper_first() -> None:
    said = [{"tekst": "anden", "raekkefoelge": 2}, {"tekst": "første", "raekkefoelge": 1}, {"tekst": "ny", **B}]
    frames = tables(said=said)
    parts = vipomtale.historier(frames, LATER)["p1"]
    assert [[point.tekst for point in part.punkter] for part in parts] == [["ny"], ["første", "anden"]]
    assert (parts[0].tid, parts[0].art) == (IN_NOVEMBER, "status")
    assert len(vipomtale.historier(frames, date(2022, 10, 31))["p1"]) == 1


def test_a_line_of_several_projects_is_shared_and_passed_over_for_its_own() -> None:
    frames = tables(
        projects=[{}, {}],
        said=[{"tekst": "egen"}, {"projekt_id": "p2", "kilde_linje": 2}, C, {**C, "projekt_id": "p2"}],
    )
    told = vipomtale.historier(frames, LATER)["p1"]
    newest, own = vipomtale.seneste(told, "status"), vipomtale.seneste(told, "status", egne=True)
    assert newest is not None and newest.punkter[0].faelles
    assert own is not None and own.punkter[0].tekst == "egen" and not own.punkter[0].faelles
    assert vipomtale.seneste(told, "resultat") is None


def test_a_section_with_anything_of_its_own_is_the_projects_own() -> None:
    frames = tables(projects=[{}, {}], said=[{}, {"kilde_linje": 2}, {"projekt_id": "p2"}])
    told = vipomtale.historier(frames, LATER)["p1"]
    assert [point.faelles for point in told[0].punkter] == [True, False]
    assert vipomtale.seneste(told, "status", egne=True) is told[0]


def test_earlier_is_what_a_newer_paper_replaced_and_never_a_result() -> None:
    said = [
        {"tekst": "gammel status"},
        {"tekst": "egen status", **B},
        {"tekst": "fælles status", **C},
        {"projekt_id": "p2", **C},
        {"art": "naeste_skridt", "tekst": "gammelt skridt"},
        {"art": "naeste_skridt", "tekst": "skridt", **B},
        {"art": "opmaerksomhed", "tekst": "gammelt punkt"},
        {"art": "opmaerksomhed", "tekst": "punkt", **B},
        {"art": "resultat", "tekst": "gammelt resultat"},
        {"art": "resultat", "tekst": "resultat", **B},
    ]
    told = vipomtale.historier(tables(projects=[{}, {}], said=said), LATER)["p1"]
    gone = {part.punkter[0].tekst for part in vipomtale.tidligere(told)}
    assert gone == {"gammel status", "gammelt skridt", "gammelt punkt"}


@pytest.mark.parametrize(
    ("on", "months", "old"),
    [
        (date(2022, 11, 1), 0, False),
        (date(2023, 5, 29), 5, False),
        (date(2023, 5, 30), 6, False),
        (date(2023, 5, 31), 6, True),
    ],
)
def test_a_status_is_too_old_when_a_report_is_overdue_for_certain(on: date, months: int, old: bool) -> None:
    """November 2022 may be its last day, and half a year from then is not yet too old."""
    frames = tables(said=[B])
    [project] = vipprojekt.projekter(frames)
    age = vipomtale.statusalder(project, vipomtale.historier(frames, on)["p1"], on)
    assert age == vipomtale.Alder(IN_NOVEMBER, months, old)


def test_what_has_no_status_has_no_age() -> None:
    frames = tables(said=[{"art": "resultat"}])
    [project] = vipprojekt.projekter(frames)
    assert vipomtale.statusalder(project, vipomtale.historier(frames, LATER)["p1"], LATER) is None


def test_an_age_is_never_less_than_nothing() -> None:
    assert papirer.mindst_gammel(date(2025, 12, 31), date(2025, 3, 1)) == 0


def test_the_newest_status_is_that_of_the_newest_paper_by_then(frames: Frames) -> None:
    def newest(on: date, *, own: bool = False) -> vipomtale.Omtaleafsnit | None:
        return vipomtale.seneste(vipomtale.historier(frames, on)["plastaffald"], "status", egne=own)

    assert newest(date(2020, 12, 31)) is None
    then, later, own = newest(date(2022, 11, 30)), newest(LATER), newest(LATER, own=True)
    assert then is not None and later is not None
    assert (then.tid, len(then.punkter)) == (papirer.Tid(date(2022, 11, 8), date(2022, 11, 30)), 4)
    assert (later.tid.fra, later.punkter[0].faelles) == (date(2024, 4, 19), True)
    assert own == then
