"""The timeline and the reports: what was expected and what had come, and which reports the papers hold."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.tabeller import Frames
from analytics.tavler import viphaendelse
from tests.unit.tavler.smaa_tavler import tables

LATER = date(2026, 6, 1)


def _on(day: str) -> dict[str, object]:
    return {"fra_dato": day, "til_dato": day}


def test_past_and_future_are_told_by_the_papers_that_were_there() -> None:
    events = [_on("2021-01-01"), {**_on("2021-06-01"), "kilde_id": "d"}, _on("2023-01-01")]
    frames = tables(events=[*events, {**_on("2023-02-01"), "kilde_id": "c"}])
    told = viphaendelse.haendelser(frames, "klima", date(2022, 1, 1))
    assert [(event.haendelse_id, event.ventet) for event in told] == [("h1", False), ("h3", True)]
    counted = viphaendelse.optalt(told)
    assert (counted.arter["start"], counted.arter["slut"], counted.ventet) == (2, 0, 1)


def test_events_are_in_order_of_the_field_and_of_the_project() -> None:
    rows = [
        {**_on("2021-02-01"), "projekt_id": "p2"},
        {"fra_dato": "2021-01-01", "til_dato": "2021-12-31", "projekt_id": "p1"},
        _on("2021-01-01"),
        {**_on("2021-01-01"), "omraade": "infrastruktur"},
    ]
    frames = tables(events=rows)
    assert [event.haendelse_id for event in viphaendelse.haendelser(frames, "klima", LATER)] == ["h3", "h2", "h1"]
    assert [event.haendelse_id for event in viphaendelse.haendelser(frames, "klima", LATER, "p1")] == ["h3", "h2"]


@pytest.mark.parametrize(
    ("cells", "on", "form"),
    [
        (_on("2022-01-01"), date(2022, 1, 1), "sikker"),
        (_on("2022-01-02"), date(2022, 1, 1), "ventet"),
        ({"fra_dato": "2021-01-01", "til_dato": "2022-01-02"}, date(2022, 1, 1), "ventet"),
        ({"fra_dato": "2021-01-01", "til_dato": "2022-01-01"}, date(2022, 1, 1), "sikker"),
        ({"fra_dato": "2021-01-01", "til_dato": "2021-12-31", "dato_praecision": "aar"}, date(2021, 6, 1), "usikker"),
    ],
)
def test_a_planned_period_is_not_over_before_its_last_day(cells: dict[str, object], on: date, form: str) -> None:
    [event] = viphaendelse.haendelser(tables(events=[cells]), "klima", on)
    assert event.form(on) == form


def test_a_timeline_runs_from_its_first_event_to_the_newest_paper() -> None:
    frames = tables(events=[_on("2021-05-01"), {**_on("2019-05-01"), "kilde_id": "d"}], said=[{"kilde_id": "c"}])
    assert viphaendelse.tidsrum(frames, viphaendelse.haendelser(frames, "klima", LATER)) == (2019, 2025)


START = {"fra_dato": "2020-09-01", "til_dato": "2020-10-01"}


def test_reports_are_due_after_the_start_to_the_last_years_end() -> None:
    frames = tables(projects=[{"til_aar": 2021}, {"til_aar": 2020}], events=[START])
    assert viphaendelse.rapportperioder(frames, "klima") == (
        (date(2021, 3, 1), date(2021, 4, 30)),
        (date(2021, 10, 1), date(2021, 11, 30)),
    ), "the autumn's of 2020 begins on the very day that the start may be"
    assert viphaendelse.rapportperioder(tables(events=[{**START, "art": "moede"}]), "klima") == ()
    assert viphaendelse.rapportperioder(tables(projects=[{}, {"til_aar": None}], events=[START]), "klima") == ()
    assert viphaendelse.rapportperioder(tables(projects=[{"rapportering": "Hvert år."}], events=[START]), "klima") == ()


def test_a_report_is_held_when_a_status_lies_within_its_days() -> None:
    def held(dato: str, precision: str, paper: str = "a") -> list[bool]:
        frames = tables(
            projects=[{"til_aar": 2022}],
            events=[START],
            said=[{"dato": dato, "dato_praecision": precision, "kilde_id": paper}],
        )
        found = viphaendelse.rapportering(frames, "klima", date(2022, 10, 1))
        return [report.holdt for report in found.forfaldne]

    assert held("2021-04-30", "dag") == [True, False, False, False]
    assert held("2021-03-01", "dag") == [True, False, False, False]
    assert held("2021-05-01", "dag") == [False] * 4
    assert held("2021-10-01", "maaned") == [False, True, False, False]
    assert held("2022-01-01", "aar") == [False] * 4
    assert held("2021-04-30", "dag", "c") == [False] * 4, "that paper was not there yet"


def test_a_report_has_fallen_due_from_its_first_day() -> None:
    frames = tables(events=[START])
    due = [
        len(viphaendelse.rapportering(frames, "klima", on).forfaldne) for on in (date(2021, 2, 28), date(2021, 3, 1))
    ]
    assert due == [0, 1]


def test_the_reporting_counts_the_fields_own_projects_and_statuses() -> None:
    projects = [
        {"fra_aar": 2021, "rapportering_mdr": 12},
        {"rapportering_mdr": 6},
        {"omraade": "infrastruktur", "fra_aar": 2017},
    ]
    said = [{}, {"dato": "2021-01-01"}, {"projekt_id": "p2", "art": "resultat"}, {"projekt_id": "p3"}]
    found = viphaendelse.rapportering(tables(projects=projects, said=said, events=[START]), "klima", LATER)
    assert (found.fra_aar, found.hver_mdr, found.med_status, len(found.projekter)) == (2020, 12, 1, 2)
    assert found.maaneder_kendt
    yearly = tables(projects=[{"rapportering": "Hvert år."}])
    assert not viphaendelse.rapportering(yearly, "klima", LATER).maaneder_kendt


def test_the_half_yearly_reports_are_those_of_the_period(frames: Frames) -> None:
    due = viphaendelse.rapportperioder(frames, "klima")
    assert due[0] == (date(2021, 3, 1), date(2021, 4, 30))
    assert due[-1] == (date(2023, 10, 1), date(2023, 11, 30))
    assert len(due) == 6
    assert viphaendelse.rapportperioder(frames, "infrastruktur") == ()
    assert viphaendelse.rapportering(frames, "klima", LATER).holdt == 1


def test_the_timeline_tells_what_had_happened_and_what_was_expected(frames: Frames) -> None:
    then = {event.haendelse_id: event.ventet for event in viphaendelse.haendelser(frames, "klima", date(2022, 11, 30))}
    assert then["klima-andet-moede"] and not then["klima-foerste-moede"]
    assert "klima-kommissorium" not in then, "told in 2024"
    assert "klimaalliancen-workshop" not in then
    later = viphaendelse.haendelser(frames, "klima", LATER)
    assert not any(event.ventet for event in later)
    assert len(later) == len(frames["vip_haendelse"].query("omraade == 'klima'"))
