"""How the projects of a field stand: over, carried on, without a fresh status, and what they rest on."""

from __future__ import annotations

from datetime import date

from analytics.papirer import Tid
from analytics.tabeller import Frames
from analytics.tavler import vipmaal, vipprojekt, vipstilling
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)
ONWARDS = {"videre_i": "Alliancen", "videre_kilde_id": "a", "videre_kilde_linje": 1}
INFRA = {"omraade": "infrastruktur", "rapportering_mdr": 12, "til_aar": None}


def _klima(frames: Frames, on: date) -> vipstilling.Klimastilling:
    return vipstilling.klimastilling(frames, vipmaal.maal(frames, on), on)


def test_a_project_is_over_from_the_year_after_its_last() -> None:
    projects = [{"til_aar": 2022}, {"til_aar": 2021}, {"til_aar": None}]
    stands = _klima(tables(projects=projects), date(2022, 12, 31))
    assert [project.projekt_id for project in stands.afsluttede] == ["p2"]
    stands = _klima(tables(projects=projects), date(2023, 1, 1))
    assert (stands.aar, len(stands.projekter)) == ((2021, 2022), 3)


def test_only_ongoing_projects_can_lack_a_fresh_status() -> None:
    said = [{"dato": "2020-01-01"}, {"projekt_id": "p2", "dato": "2022-11-01", "kilde_id": "b"}]
    frames = tables(projects=[{}, {}, {}, {"til_aar": 2021}], said=said)
    assert _klima(frames, date(2022, 12, 1)).foraeldede == 2, "one is old, one has none"


def test_a_project_is_carried_on_once_for_each_thing_that_does() -> None:
    goals = [
        ONWARDS,
        ONWARDS,
        {**ONWARDS, "videre_i": "Planen"},
        {**ONWARDS, "projekt_id": "p2", "videre_i": "Planen"},
        {"projekt_id": "p3"},
    ]
    frames = tables(projects=[{}, {}, {}], goals=goals)
    stands = _klima(frames, LATER)
    assert (stands.videre, stands.flest) == (2, ("Planen", 2))
    assert vipstilling.videre_i(vipmaal.maal(frames, LATER), "p1") == ("Alliancen", "Planen")
    assert _klima(tables(), LATER).flest is None


def test_a_project_is_mentioned_when_the_list_has_it() -> None:
    frames = tables(projects=[INFRA, INFRA, {}], prices=[{"kilde_id": "b"}])
    assert vipstilling.omtaler(frames, date(2022, 10, 31)) == ()
    [of] = vipstilling.omtaler(frames, date(2022, 11, 1))
    assert (of.projekt.projekt_id, len(of.anlaeg), of.papirer) == ("p1", 1, frozenset({"b"}))


def test_an_age_is_the_statuss_or_else_that_of_the_newest_paper_of_the_project() -> None:
    event = {"omraade": "infrastruktur", "projekt_id": "p1", "kilde_id": "c"}
    shared = {"omraade": "infrastruktur", "kilde_id": "d"}
    frames = tables(projects=[INFRA], prices=[{}], events=[event, shared])
    [of] = vipstilling.omtaler(frames, date(2025, 4, 20))
    assert (of.har_status, of.nyeste) == (False, Tid(date(2024, 4, 19), date(2024, 4, 19)))
    assert (of.alder.tid.fra, of.alder.mindst_mdr, of.alder.foraeldet) == (date(2024, 4, 19), 12, True)
    assert [each.haendelse_id for each in of.begivenheder] == ["h1"]
    told = tables(projects=[INFRA], prices=[{}], events=[event], said=[{"dato": "2025-04-01", "kilde_id": "d"}])
    [of] = vipstilling.omtaler(told, date(2025, 4, 20))
    assert (of.har_status, of.alder.tid.fra, of.alder.foraeldet) == (True, date(2025, 4, 1), False)
    assert of.papirer == {"a", "c", "d"}


def test_a_project_that_is_not_on_the_list_is_not_mentioned() -> None:
    said = [{"dato": "2025-04-01", "kilde_id": "d"}]
    frames = tables(projects=[INFRA, INFRA, INFRA], prices=[{}, {"projekt_id": "p2"}], said=said)
    found = vipstilling.omtaler(frames, date(2025, 4, 20))
    assert [(of.projekt.projekt_id, of.har_status, of.alder.foraeldet) for of in found] == [
        ("p1", True, False),
        ("p2", False, True),
    ]


def test_what_is_said_of_a_project_rests_on_the_papers_known_by_then() -> None:
    settled = {"naaet": "ja", "belaeg": "x", "belaeg_kilde_id": "c", "belaeg_kilde_linje": 1}
    frames = tables(projects=[{}, {}], goals=[settled], said=[{"kilde_id": "b"}, {"projekt_id": "p2", "kilde_id": "d"}])
    assert vipstilling.papirer_bag(frames, LATER, ["p1"]) == {"a", "b", "c"}
    assert vipstilling.papirer_bag(frames, date(2022, 11, 1), ["p1"]) == {"a", "b"}
    assert vipstilling.papirer_bag(frames, LATER, ["p2"]) == {"d"}


def test_projects_stand_in_the_order_of_their_numbers_field_by_field() -> None:
    frames = tables(projects=[{"nr": 2}, {"nr": 1}, {**INFRA, "nr": 1, "gruppe": 7, "navn_i_kataloget": "I kataloget"}])
    assert [project.projekt_id for project in vipprojekt.projekter(frames)] == ["p3", "p2", "p1"]
    [infra] = vipprojekt.projekter(frames, "infrastruktur")
    assert (infra.titel, infra.gruppe, infra.til_aar, infra.navn_i_kataloget) == ("1 Projekt", 7, None, "I kataloget")
    assert infra.rapporteringens_kilde.kilde_linje == 9
    assert not infra.er_afsluttet(LATER)
