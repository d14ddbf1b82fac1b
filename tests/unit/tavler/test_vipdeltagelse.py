"""Who is named where: roles, lists, counts, and that nobody who is not named is called absent."""

from __future__ import annotations

from datetime import date

from analytics.tabeller import Frames
from analytics.tavler import vipdeltagelse
from tests.unit.tavler.smaa_tavler import KOMMUNER, tables

IN_2022, LATER = date(2022, 11, 30), date(2026, 6, 1)
LEAD, GROUP = {"rolle": "tovholder"}, {"rolle": "temagruppe"}
ISHOEJ, AARHUS, REGION = ({"aktoer_id": name} for name in ("ishoej", "aarhus", "region"))
P2 = {"projekt_id": "p2"}


def test_somebody_is_named_once_in_a_project_with_all_roles_the_first_role_first() -> None:
    frames = tables(named=[{}, {**LEAD, "kilde_linje": 5}, {**GROUP, **ISHOEJ}])
    first, second = vipdeltagelse.deltagelse(frames, "klima", LATER)
    assert (first.aktoer_id, first.navn, first.roller, first.kilde.kilde_linje) == (
        "valby",
        "Valby",
        ("tovholder", "deltager"),
        5,
    )
    assert (second.aktoer_id, second.roller, second.er_kommune) == ("ishoej", ("temagruppe",), True)


def test_a_role_counts_from_its_date() -> None:
    frames = tables(named=[{**LEAD, "fra_dato": "2022-11-01", "fra_dato_praecision": "maaned"}])
    assert vipdeltagelse.deltagelse(frames, "klima", date(2022, 10, 31)) == ()
    [named] = vipdeltagelse.deltagelse(frames, "klima", date(2022, 11, 1))
    assert (named.fra_dato, named.praecision) == (date(2022, 11, 1), "maaned")


def test_who_is_named_in_another_field_or_a_later_paper_is_not_counted() -> None:
    frames = tables(projects=[{}, {"omraade": "infrastruktur"}], named=[P2, {"kilde_id": "c"}])
    assert vipdeltagelse.deltagelse(frames, "klima", IN_2022) == ()
    assert [each.projekt_id for each in vipdeltagelse.deltagelse(frames, "infrastruktur", IN_2022)] == ["p2"]


def test_only_a_list_of_kommuner_leaves_somebody_out() -> None:
    rows = [LEAD, {**REGION}, {**P2, **GROUP}, {**P2, **ISHOEJ}]
    named = vipdeltagelse.deltagelse(tables(projects=[{}, {}], named=rows), "klima", LATER)
    assert vipdeltagelse.med_liste(named) == {"p2"}


def test_a_projects_list_tells_members_group_leaders_and_others_apart() -> None:
    rows = [AARHUS, {}, {**GROUP}, {**GROUP, **ISHOEJ}, {**LEAD, **AARHUS}, REGION, {**P2, **ISHOEJ}]
    rows += [{"rolle": "pilot"}, {**P2, "rolle": "pilot"}]
    named = vipdeltagelse.deltagelse(tables(projects=[{}, {}, {}], named=rows), "klima", LATER)
    beside = vipdeltagelse.liste(named, "p2")
    assert ([each.navn for each in beside.kun_pilot], beside.alle_kommuner) == (["Valby"], {"ishoej", "valby"})
    own = vipdeltagelse.liste(named, "p1")
    assert [each.navn for each in own.kommuner] == ["Valby", "Aarhus"], "aa is å"
    assert [each.navn for each in own.kun_temagruppe] == ["Ishoej"]
    assert own.kun_pilot == (), "it is on the list"
    assert [each.navn for each in own.tovholdere] == ["Aarhus"]
    assert [each.navn for each in own.andre] == ["Regionen"]
    assert own.alle_kommuner == {"valby", "aarhus", "ishoej"}
    assert own.nogen and not vipdeltagelse.liste(named, "p3").nogen


def test_kommuner_are_counted_in_projects_with_a_list_and_zero_is_told() -> None:
    rows = [{}, ISHOEJ, REGION, {**P2}, {**P2, **REGION}, {"projekt_id": "p3", **LEAD}, {"projekt_id": "p3", **REGION}]
    named = vipdeltagelse.deltagelse(tables(projects=[{}, {}, {}], named=rows), "klima", LATER)
    found = vipdeltagelse.optael(named, KOMMUNER)
    assert found.lister == {"p1", "p2"}
    assert found.kommuner == {"valby": 2, "ishoej": 1, "aarhus": 0}
    assert found.andre == {"region": ("Regionen", 2)}
    assert (found.hoejst, found.flest) == (2, ("valby",))
    assert vipdeltagelse.projekter_med(named, "valby") == {"p1", "p2", "p3"}


def test_where_nobody_is_named_nobody_is_named_most() -> None:
    found = vipdeltagelse.optael((), KOMMUNER)
    assert (found.hoejst, found.flest, found.kommuner["valby"]) == (0, (), 0)


def test_a_projects_kommuner_are_a_share_of_all() -> None:
    named = vipdeltagelse.deltagelse(tables(named=[ISHOEJ, AARHUS, REGION, GROUP]), "klima", LATER)
    own = vipdeltagelse.kommuner_i(named, "p1", ud_af=4)
    assert own is not None
    assert (own.navne, own.ved_siden_af, own.antal, own.andel) == (("Ishoej", "Aarhus"), ("Valby",), 2, 0.5)
    assert vipdeltagelse.kommuner_i(named, "p2", ud_af=4) is None


def test_a_project_that_names_no_kommune_has_no_count() -> None:
    counts = vipdeltagelse.antal_kommuner(
        tables(projects=[{}, {}], named=[{}, ISHOEJ, {**P2, **REGION}, {**AARHUS, **GROUP}]), "klima", LATER
    )
    assert {project.projekt_id: count for project, count in counts.items()} == {"p1": 2, "p2": None}


def test_a_printed_list_is_kommuner_of_one_role_at_one_line() -> None:
    rows = [{}, ISHOEJ, {**AARHUS, "kilde_linje": 2}, {**LEAD}, REGION, {**ISHOEJ, **P2}, {**ISHOEJ, "kilde_id": "c"}]
    lists = vipdeltagelse.trykte_lister(tables(projects=[{}, {}], named=rows), "klima", IN_2022)
    assert [(each.projekt_id, each.rolle, each.kilde.kilde_linje, each.antal) for each in lists] == [
        ("p1", "deltager", 1, 2),
        ("p1", "deltager", 2, 1),
        ("p1", "tovholder", 1, 1),
        ("p2", "deltager", 1, 1),
    ]


def test_nobody_is_named_before_the_lists_are_printed(frames: Frames) -> None:
    assert vipdeltagelse.deltagelse(frames, "klima", date(2020, 12, 31)) == ()
    named = vipdeltagelse.deltagelse(frames, "klima", IN_2022)
    roles = {(each.projekt_id, each.aktoer_id): each.roller for each in named}
    assert len(roles) == len(named)
    assert roles["madspild", "albertslund"] == ("tovholder", "deltager")
    assert roles["plastaffald", "dragoer"] == ("temagruppe",)
    assert roles["energibesparelser", "fredensborg"] == ("pilot",)
    lists = vipdeltagelse.med_liste(named)
    assert len(lists) == 6 and "klimaplaner" not in lists
