"""A kommune's profile: every figure against the printed row that it names, and places against a naive count."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import pairwise

import pandas as pd
import pytest

from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.grundlag import Grundlag
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import INGEN_RAEKKE, Tal
from analytics.kommune import kommuneprofil
from analytics.kommune.kommuneprofil import (
    Kommuneprofil,
    Maalinger,
    Scenariesum,
    Scenarietal,
    Sted,
    faar_nyt,
    hoejest_blandt,
    i_scenarie,
    maalinger,
    profil,
    samlet_i_scenarie,
)
from analytics.kommune.maaltal import Maaltal, Samlet
from analytics.scenarie import Scenarie, forslag, udregn
from analytics.tabeller import Frames
from dansk.tal import number
from tests.project import ROOT


@pytest.fixture(scope="module")
def maalt(frames: Frames) -> Maalinger:
    return maalinger(frames)


@pytest.fixture(scope="module")
def profiler(frames: Frames, maalt: Maalinger) -> dict[str, Kommuneprofil]:
    kommuner = frames["kommune"].query("i_region_hovedstaden")["kommune_id"]
    return {each: profil(frames, maalt, each) for each in kommuner}


@cache
def _csv(path: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _figures(text: str) -> set[float]:
    """The figures of a printed row, as numbers."""
    found = re.findall(r"-?\d[\d.]*(?:,\d+)?", text)
    return {float(figure.replace(".", "").replace(",", ".")) for figure in found}


def test_every_kommune_has_a_profile_with_the_same_measures(profiler: dict[str, Kommuneprofil]) -> None:
    assert len(profiler) == 29
    for one, other in pairwise(profiler.values()):
        assert [of.maal.id for of in one.alle()] == [of.maal.id for of in other.alle()]
    assert sum(len(each.omraader) for each in profiler.values()) == 37


def test_every_printed_figure_stands_in_the_row_that_it_names(
    frames: Frames, profiler: dict[str, Kommuneprofil]
) -> None:
    printed: dict[tuple[str, int], set[float]] = {}
    for row in frames["trykt_raekke"].itertuples():
        printed.setdefault((row.kilde_id, row.kilde_linje), set()).update(_figures(row.tekst))
    checked = 0
    for each in profiler.values():
        for of in each.alle():
            for sted, tal in of.tal.items():
                figure = tal.vaerdi if tal.udeladt is None else tal.udeladt
                if tal.art == "trykt" and figure is not None:
                    assert figure in printed[tal.kilde_id, tal.kilde_linje], (of.maal.id, sted)
                    checked += 1
    assert checked > 1000


@pytest.mark.parametrize(
    ("kommune_id", "kapacitet", "pr", "uger", "tilskud", "pr_1000", "vaekst"),
    [
        ("broendby", (8.76, 3.97), (4587, 10121), (1.0, 8.0), (85, 126), (79.1, 11.0), "7,1"),
        ("gladsaxe", (14.59, 10.5), (4869, 6766), (0.4, 8.4), (78, 163), (77.2, 10.5), "0,2"),
        ("bornholm", (7.16, 7.36), (5465, 5316), (2.8, 20.3), (60, 165), (56.8, 13.8), "−2,4"),
    ],
)
def test_figures_of_physiotherapy_are_those_of_the_paper(
    kommune_id: str,
    kapacitet: tuple[float, float],
    pr: tuple[float, float],
    uger: tuple[float, float],
    tilskud: tuple[float, float],
    pr_1000: tuple[float, float],
    vaekst: str,
    profiler: dict[str, Kommuneprofil],
) -> None:
    of = profiler[kommune_id]
    expected = {
        "kapacitet": kapacitet,
        "borgere-pr-kapacitet": pr,
        "ventetid-gns": uger,
        "tilskud-pr-borger": tilskud,
        "patienter-pr-1000": pr_1000,
    }
    for maal, figures in expected.items():
        assert tuple(next(iter(of.tal(maal, s).tal.values())).vaerdi for s in SPECIALER) == figures
    (growth,) = of.tal("befolkningstilvaekst", 51, LAST_YEAR).tal.values()
    assert growth.vaerdi is not None
    assert number(growth.vaerdi, 1) == vaekst
    assert growth.art == "beregnet"


def test_a_place_is_one_more_than_those_with_a_higher_figure(
    frames: Frames, profiler: dict[str, Kommuneprofil]
) -> None:
    for speciale in SPECIALER:
        rows = frames["fysio_kapacitet"].query("speciale == @speciale")
        for each in profiler.values():
            for sted, tal in each.tal("borgere-pr-kapacitet", speciale).tal.items():
                (own,) = rows.loc[rows["omraade_id"] == sted, "borgere_pr_kapacitet"]
                assert tal.plads == 1 + int((rows["borgere_pr_kapacitet"] > own).sum())
                assert tal.antal == len(rows)


def test_koebenhavn_has_nine_areas_and_a_row_of_money_that_is_not_whole(profiler: dict[str, Kommuneprofil]) -> None:
    of = profiler["koebenhavn"]
    assert len(of.omraader) == 9
    (money,) = of.tal("tilskud-pr-borger", 51).tal.values()
    assert (money.vaerdi, money.udeladt, money.plads) == (None, 29, None)
    assert money.mangler and "hel" in money.mangler
    capacity, citizens = of.tal("kapacitet", 51), of.tal("borgere-pr-kapacitet", 51)
    assert capacity.samlet() == Samlet(pytest.approx(86.57), pytest.approx(86.57), er_sum=True)
    assert citizens.samlet() == Samlet(4188, 14324, er_sum=False)
    with pytest.raises(KeyError):
        of.tal("kapacitet", 51, LAST_YEAR)


def test_the_proposal_is_tabel_10s(profiler: dict[str, Kommuneprofil]) -> None:
    assert profiler["broendby"].faa_nyt == {51: 0.1, 62: 0.9}
    assert profiler["gladsaxe"].faa_nyt == {51: 0, 62: 0}
    assert not profiler["gladsaxe"].forslag
    for speciale in SPECIALER:
        printed = sum(
            float(row["tillaeg"]) for row in _csv("004/fysio_forslag.csv") if row["speciale"] == str(speciale)
        )
        assert sum(each.faa_nyt[speciale] for each in profiler.values()) == pytest.approx(printed)


def test_projects_tell_named_from_not_named_from_no_list(profiler: dict[str, Kommuneprofil]) -> None:
    states = {each.projekt_id: each for each in profiler["albertslund"].projekter}
    assert len(states) == 17
    assert states["klimaplaner"].stilling == "ikke_navngivet"
    assert states["groenne-drivmidler"].stilling == "ikke_naevnt"
    assert [role.rolle for role in states["madspild"].roller] == ["deltager", "tovholder"]
    assert str(states["madspild"].roller[1].fra) == "2022-11-01"
    assert all(each.stilling == "ikke_navngivet" for each in states.values() if each.omraade == "infrastruktur")
    named = {(row["projekt_id"], row["aktoer_id"]) for row in _csv("002/vip_deltager.csv")}
    for kommune_id, each in profiler.items():
        mine = {project.projekt_id for project in each.projekter if project.stilling == "naevnt"}
        assert mine == {project for project, aktoer in named if aktoer == kommune_id}


def test_participation_and_sosu_places_are_as_counted(profiler: dict[str, Kommuneprofil]) -> None:
    assert list(profiler["broendby"].erhverv["I alt"]) == ["Deltagelser 2024", "Pr. 1.000 borgere, 2024"]
    counted = [line["Deltagelser 2024"].eneste.vaerdi for line in profiler["broendby"].erhverv.values()]
    assert counted == [124, 22, 12, 22, 34, 15, 14, 5]
    blank = profiler["bornholm"].erhverv["Ukraine-indsats"]["Deltagelser 2024"].eneste
    assert (blank.vaerdi, blank.plads) == (None, None)
    assert list(profiler["broendby"].sosu["SOSU-lærepladser"]) == [
        *("2022", "2023", "Ændring 2022-2023", "Pr. 1.000 borgere, 2023")
    ]
    places = {of.maal.id: of.eneste.vaerdi for line in profiler["broendby"].sosu.values() for of in line.values()}
    assert (places["sosu-ssh-2022"], places["sosu-ssh-2023"]) == (18, 17)
    assert (places["sosu-ssa-2022"], places["sosu-ssa-2023"]) == (41, 39)
    assert (places["sosu-begge-2023"], places["sosu-begge-aendring-2023"]) == (56, -3)


def test_a_later_year_that_few_have_is_unknown_to_the_others(frames: Frames) -> None:
    places = frames["sosu_laereplads"]
    later = places[(places["kommune_id"] == "koebenhavn") & (places["aar"] == 2023)].assign(aar=2026)
    more = {**frames, "sosu_laereplads": pd.concat([places, later])}
    found = profil(more, maalinger(more), "bornholm")
    unknown = found.sosu["Lærepladser til SOSU-hjælpere"]["2026"].eneste
    assert (unknown.vaerdi, unknown.plads, unknown.art, unknown.kilde_linje) == (None, None, None, None)
    assert unknown.mangler


def test_mobility_measures_name_a_place_or_concern_the_whole_region(profiler: dict[str, Kommuneprofil]) -> None:
    everywhere = {
        int(row["indsats_nr"]) for row in _csv("004/mobilitet_indsats.csv") if row["omfang"] == "hele regionen"
    }
    implied = {"koebenhavn": {30}, "frederiksberg": {30}}
    for kommune_id, each in profiler.items():
        here = {
            (int(row["indsats_nr"]), row["sted"])
            for row in _csv("004/mobilitet_sted.csv")
            if row["kommune_id"] == kommune_id
        }
        assert {(found.indsats_nr, sted) for found in each.indsatser for sted in found.stednavne} == here
        own = everywhere | {nr for nr, _ in here} | implied.get(kommune_id, set())
        assert {found.indsats_nr for found in each.indsatser} == own
        assert not own & set(each.kan_angaa)
        assert ({9, 24, 27, 30, 31} & set(each.kan_angaa) == set()) == (kommune_id == "bornholm")
        assert {found.indsats_nr for found in each.indsatser if found.hele_regionen} == everywhere


def test_a_scenario_is_told_for_the_kommunes_areas_only(grundlag: Grundlag) -> None:
    proposed = udregn(forslag(grundlag), grundlag)
    for each in i_scenarie(proposed, ("valby", "broendby")):
        assert each.efter == each.med_forslaget
    given = i_scenarie(udregn(Scenarie(2027, {("valby", 51): 2.0}), grundlag), ("broendby", "valby"))
    assert [(each.omraade_id, each.speciale) for each in given] == [
        ("broendby", 51),
        ("broendby", 62),
        ("valby", 51),
        ("valby", 62),
    ]
    assert [each.tillaeg for each in given] == [0, 0, 2.0, 0]
    assert given[0].foer == given[0].efter
    assert given[0].med_forslaget < given[0].foer
    assert given[2].aendring_pct == pytest.approx(100 * (given[2].efter / given[2].foer - 1))


def test_two_versions_are_compared_by_name(profiler: dict[str, Kommuneprofil]) -> None:
    series = kommuneprofil.som_serie([profiler["koebenhavn"]])
    assert {series[f"SOSU-lærepladser, {year}, 51, koebenhavn"] for year in (2022, 2023)} == {674, 668}
    assert series[f"Borgere pr. kapacitet, {FIRST_YEAR}, 51, valby"] == 14324


def _numbers(value: object) -> Iterator[float]:
    """Every number in a profile, however deep."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _numbers(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _numbers(each)
    elif is_dataclass(value) and not isinstance(value, Measure):
        for each in fields(value):
            yield from _numbers(getattr(value, each.name))


@pytest.mark.grundig(2)
@pytest.mark.parametrize("entered", [("bornholm",), ("koebenhavn", "ishoej"), ()])
@pytest.mark.parametrize("year", [2025, 2031])
def test_a_new_year_that_is_partly_entered_leaves_no_figure_that_is_none(
    entered: tuple[str, ...], year: int, frames: Frames
) -> None:
    """NaN has no place in JSON: the page would not be drawn."""
    more = dict(frames)
    for table, column in (("sosu_laereplads", "pladser"), ("kommunefordeling", "deltagelser")):
        last = frames[table][frames[table]["aar"] == frames[table]["aar"].max()]
        new = last[last["kommune_id"].isin(["bornholm", "koebenhavn", "ishoej"])].assign(aar=year)
        new[column] = new[column].astype("Float64").mask(~new["kommune_id"].isin(entered))
        more[table] = pd.concat([frames[table], new])
    maalt = maalinger(more)
    for kommune_id in ("bornholm", "gladsaxe", "koebenhavn"):
        found = profil(more, maalt, kommune_id)
        assert all(math.isfinite(number) for number in _numbers(found))
        of = found.sosu["SOSU-lærepladser"][str(year)]
        assert (of.eneste.vaerdi is None) == (kommune_id not in entered)
        if not entered:
            assert of.reference.vaerdi is None
        json.dumps([of.reference.vaerdi, of.eneste.vaerdi], allow_nan=False)


def _tal(**vaerdier: float | None) -> dict[str, Tal]:
    return {sted: replace(INGEN_RAEKKE, vaerdi=vaerdi) for sted, vaerdi in vaerdier.items()}


@pytest.mark.parametrize(
    ("maal", "figures", "together"),
    [
        ("kapacitet", {"a": 1.5, "b": 2.0, "c": 0.25}, Samlet(3.75, 3.75, er_sum=True)),
        ("kapacitet", {"a": 1.5, "b": None}, Samlet(1.5, 1.5, er_sum=False)),
        ("borgere-pr-kapacitet", {"a": 9.0, "b": 4.0, "c": None}, Samlet(4.0, 9.0, er_sum=False)),
        ("tilskud-pr-borger", {"a": 9.0, "b": 4.0}, Samlet(4.0, 9.0, er_sum=False)),
        ("befolkning", {"a": None}, None),
    ],
)
def test_several_areas_are_told_as_a_sum_or_by_their_ends(
    maal: str, figures: dict[str, float | None], together: Samlet | None
) -> None:
    assert Maaltal(MEASURES[maal], FIRST_YEAR, 51, _tal(**figures), Reference(0.0, "")).samlet() == together


def test_the_highest_of_several_kommuner_is_that_of_one_of_their_areas(profiler: dict[str, Kommuneprofil]) -> None:
    chosen = [profiler[each] for each in ("gladsaxe", "koebenhavn", "bornholm")]
    worst = hoejest_blandt(chosen, "borgere-pr-kapacitet", 51)
    assert worst is not None
    assert (worst.profil.kommune_id, worst.sted, worst.vaerdi) == ("koebenhavn", "valby", 14324)
    assert hoejest_blandt([], "borgere-pr-kapacitet", 51) is None
    money = hoejest_blandt([profiler["koebenhavn"]], "tilskud-pr-borger", 51)
    assert money is None


def _given(speciale: int, tillaeg: float, foer: float, efter: float, med_forslaget: float = 0.0) -> Scenarietal:
    return Scenarietal("x", speciale, tillaeg, foer, efter, 0.0, med_forslaget)


def test_what_a_scenario_gives_a_kommune_is_its_areas_together() -> None:
    rows = [_given(51, 0.1, 900.0, 800.0), _given(51, 0.2, 400.0, 300.0), _given(62, 0.0, 5.0, 5.0)]
    assert samlet_i_scenarie(rows) == {
        51: Scenariesum(2, 0.3, (400.0, 900.0), (300.0, 800.0)),
        62: Scenariesum(1, 0.0, (5.0, 5.0), (5.0, 5.0)),
    }
    assert samlet_i_scenarie(rows[:1]).keys() == {51}


@pytest.mark.parametrize(
    ("row", "touched"),
    [
        (_given(51, 0.1, 900.0, 800.0, 900.0), True),
        (_given(51, 0.0, 900.0, 900.0, 850.0), True),
        (_given(51, 0.0, 900.0, 900.0, 950.0), True),
        (_given(51, 0.0, 900.0, 900.0, 900.0), False),
        (_given(51, 0.0, 900.0, 900.0, 900.0 + 1e-12), False),
    ],
)
def test_an_area_is_touched_by_the_scenario_or_by_the_proposal(row: Scenarietal, touched: bool) -> None:
    assert row.beroert == touched


@pytest.mark.parametrize(
    ("given", "something"),
    [
        ({51: 0.0, 62: 0.0}, False),
        ({51: 0.1, 62: 0.0}, True),
        ({51: 0.0, 62: 0.3}, True),
        ({51: 0.09}, False),
        ({}, False),
    ],
)
def test_a_kommune_is_given_something_from_the_smallest_step_on(given: dict[int, float], something: bool) -> None:
    assert faar_nyt(given) == something


def test_each_place_of_a_measure_is_that_of_its_line(profiler: dict[str, Kommuneprofil]) -> None:
    printed = {
        (row["indsats_nr"], row["sted"], int(row["kilde_linje"]))
        for row in _csv("004/mobilitet_sted.csv")
        if row["kommune_id"] == "bornholm" or row["kommune_id"] == "koebenhavn"
    }
    found = {
        (str(each.indsats_nr), sted.navn, sted.kilde_linje)
        for kommune_id in ("bornholm", "koebenhavn")
        for each in profiler[kommune_id].indsatser
        for sted in each.steder
    }
    assert found == printed
    twice = kommuneprofil.Indsats(1, (Sted("A", "004", 1), Sted("B", "004", 2), Sted("A", "004", 3)), False)
    assert twice.stednavne == ("A", "B")


@pytest.mark.parametrize("kommune_id", ["ishoej", "bornholm"])
def test_projects_and_measures_are_counted_by_what_they_say_of_the_kommune(
    frames: Frames, profiler: Mapping[str, Kommuneprofil], kommune_id: str
) -> None:
    found = profiler[kommune_id]
    states = [each.stilling for each in found.projekter]
    assert found.naevnt_i == states.count("naevnt") > 0
    assert found.med_liste == states.count("naevnt") + states.count("ikke_naevnt")
    assert found.uden_liste == states.count("ikke_navngivet") > 0
    places = set(frames["mobilitet_sted"].query("kommune_id == @kommune_id")["indsats_nr"])
    whole = set(frames["mobilitet_indsats"].query("omfang == 'hele regionen'")["indsats_nr"])
    assert (found.med_sted, found.uden_sted) == (len(places), len(whole - places))
