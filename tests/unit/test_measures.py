"""The measures: against the printed figures in the CSVs, against a second and naive computation, and by properties."""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.begreber import FIRST_YEAR, KOEBENHAVN, LAST_YEAR, SPECIALER
from analytics.kapacitet.forbehold import forbehold
from analytics.kapacitet.formler import Reference, citizens_per_capacity, population
from analytics.kapacitet.maal import MEASURES, Measure
from analytics.kapacitet.rangorden import omraadetal, pladser, ranked, udvalgte, udvikling
from analytics.tabeller import Frames
from dansk.tal import UNKNOWN
from data import description
from tests.project import ROOT

EVERY_MEASURE = pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
COLUMNS = ["sted_id", "vaerdi", "art", "kilde_id", "kilde_linje", "trykt_aar", "udeladt", "mangler"]


def _rows(table: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / "004" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _naive(measure_id: str, speciale: int, aar: int) -> dict[str, float]:
    """The measure's figures worked out from the CSVs row by row, without the code under test."""
    column = {
        "patienter-pr-kapacitet": ("fysio_kapacitet", "patienter_pr_kapacitet"),
        "kapacitet": ("fysio_kapacitet", "kapacitet"),
        "klinikker": ("fysio_ventetid", "klinikker"),
        "ventetid-gns": ("fysio_ventetid", "uger_gns"),
        "ventetid-min": ("fysio_ventetid", "uger_min"),
        "ventetid-maks": ("fysio_ventetid", "uger_max"),
        "tilskud-pr-borger": ("fysio_tilskud_kommune", "tilskud_pr_borger_kr"),
        "tilskud-pr-patient": ("fysio_tilskud_kommune", "tilskud_pr_patient_kr"),
        "patienter-pr-1000": ("fysio_patienter", "patienter_pr_1000"),
    }
    citizens: dict[int, dict[str, int]] = defaultdict(dict)
    for row in _rows("befolkning"):
        citizens[int(row["aar"])][row["omraade_id"]] = int(row["borgere"])
    if measure_id == "befolkning":
        return {area: float(count) for area, count in citizens[aar].items()}
    if measure_id == "befolkningstilvaekst":
        return {area: (count / citizens[2024][area] - 1) * 100 for area, count in citizens[aar].items()}
    if measure_id == "borgere-pr-kapacitet":
        own = [row for row in _rows("fysio_kapacitet") if row["speciale"] == str(speciale)]
        if aar == 2024:
            return {row["omraade_id"]: float(row["borgere_pr_kapacitet"]) for row in own}
        return {row["omraade_id"]: citizens[aar][row["omraade_id"]] / float(row["kapacitet"]) for row in own}
    assert measure_id in column, f"Regn målet {measure_id} ud på en anden måde her."
    table, field = column[measure_id]
    return {
        row.get("omraade_id") or row["kommune_id"]: float(row[field] or "nan")
        for row in _rows(table)
        if row["speciale"] == str(speciale) and row.get("aar", "2023") == "2023"
    }


@EVERY_MEASURE
@pytest.mark.parametrize("speciale", SPECIALER)
@pytest.mark.parametrize("aar", [2025, 2027, 2030])
def test_a_second_computation_gives_the_same(measure: Measure, speciale: int, aar: int, frames: Frames) -> None:
    found = measure.beregn(frames, speciale, aar).set_index("sted_id")["vaerdi"]
    expected = _naive(measure.id, speciale, aar)
    assert set(found.index) == set(expected)
    for place, value in found.items():
        if measure.id.startswith("tilskud") and place == KOEBENHAVN:
            assert math.isnan(value)
            assert (
                measure.beregn(frames, speciale, aar).set_index("sted_id").loc[place, "udeladt"] == expected[str(place)]
            )
        else:
            assert value == pytest.approx(expected[str(place)], rel=1e-12), place


@pytest.mark.parametrize("speciale", SPECIALER)
def test_2024_is_as_printed(speciale: int, frames: Frames) -> None:
    found = citizens_per_capacity(frames, speciale, FIRST_YEAR)
    assert dict(zip(found["sted_id"], found["vaerdi"], strict=True)) == _naive("borgere-pr-kapacitet", speciale, 2024)
    assert set(found["art"]) == {"trykt"}


def test_valby_is_where_the_paper_has_it(frames: Frames) -> None:
    found = citizens_per_capacity(frames, 51, 2024).set_index("sted_id").loc["valby"]
    printed = next(row for row in _rows("fysio_kapacitet") if row["omraade_id"] == "valby" and row["speciale"] == "51")
    assert (found["vaerdi"], found["kilde_linje"]) == (14324, int(printed["kilde_linje"]))


@EVERY_MEASURE
def test_every_row_says_where_it_comes_from(measure: Measure, frames: Frames, areas: pd.DataFrame) -> None:
    places = set(areas["omraade_id"] if measure.geografi == "omraade" else areas["kommune_id"])
    for speciale in SPECIALER:
        for aar in range(measure.foerste_aar, LAST_YEAR + 1):
            found = measure.beregn(frames, speciale, aar)
            assert list(found.columns) == COLUMNS
            assert set(found["sted_id"]) == places
            assert found["sted_id"].is_unique
            assert set(found["art"]) <= {"trykt", "beregnet"}
            assert (found["kilde_linje"] > 0).all()
            unknown = found["vaerdi"].isna()
            assert found.loc[unknown, "mangler"].map(bool).all()
            assert found.loc[~unknown, "mangler"].isna().all()


@EVERY_MEASURE
def test_the_region_lies_within_its_areas(measure: Measure, frames: Frames) -> None:
    for speciale in SPECIALER:
        for aar in (measure.foerste_aar, 2027, LAST_YEAR):
            values = measure.beregn(frames, speciale, aar)["vaerdi"]
            region = measure.reference(frames, speciale, aar).vaerdi
            assert values.min() <= region <= values.max()


def test_a_printed_total_is_used_unless_the_areas_contradict_it(frames: Frames) -> None:
    printed = {
        int(row["speciale"]): float(row["patienter_pr_kapacitet"])
        for row in _rows("fysio_kapacitet_total")
        if row["niveau"] == "region"
    }
    reference = MEASURES["patienter-pr-kapacitet"].reference
    first, second = (reference(frames, speciale, FIRST_YEAR) for speciale in SPECIALER)
    assert (first.vaerdi, first.tekst) == (printed[51], "regionen under ét (trykt)")
    assert second.vaerdi < printed[62] / 6 and "beregnet" in second.tekst


def test_what_cannot_be_compared_says_what_its_table_says(frames: Frames) -> None:
    (caveat,) = description.table("fysio_tilskud_kommune").caveats
    measure = MEASURES["tilskud-pr-borger"]
    found = measure.beregn(frames, 51, LAST_YEAR).set_index("sted_id")["mangler"]
    assert found.dropna().to_dict() == {KOEBENHAVN: caveat.text}
    assert caveat.text in measure.forudsaetninger(frames)


@EVERY_MEASURE
def test_the_entry_is_complete_and_its_tables_exist(measure: Measure, frames: Frames) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", measure.id)
    assert MEASURES[measure.id] is measure
    for text in (
        measure.navn,
        measure.enhed,
        measure.definition,
        measure.formel,
        measure.tid,
        *measure.forudsaetninger(frames),
    ):
        assert text.strip()
    assert set(measure.tabeller) <= frames.keys()
    assert measure.felt in frames[measure.tabel].columns


def test_a_change_has_no_year_before_its_first() -> None:
    growth = MEASURES["befolkningstilvaekst"]
    assert [growth.year(aar) for aar in (2024, 2025, 2030)] == [LAST_YEAR, 2025, 2030]


def _with(frames: Frames, table: str, column: str, row: int, value: float) -> Frames:
    changed = frames[table].copy()
    changed[column] = changed[column].astype(float)
    changed.loc[row, column] = value
    return {**frames, table: changed}


@settings(max_examples=30)
@given(st.integers(0, 73), st.floats(1.0001, 5), st.sampled_from(range(FIRST_YEAR + 1, LAST_YEAR + 1)))
def test_more_capacity_never_worsens_an_area_and_leaves_the_others(
    frames: Frames, row: int, factor: float, aar: int
) -> None:
    capacity = frames["fysio_kapacitet"]
    area, speciale = capacity.loc[row, "omraade_id"], int(capacity.loc[row, "speciale"])
    more = _with(frames, "fysio_kapacitet", "kapacitet", row, float(capacity.loc[row, "kapacitet"]) * factor)
    before = citizens_per_capacity(frames, speciale, aar).set_index("sted_id")["vaerdi"]
    after = citizens_per_capacity(more, speciale, aar).set_index("sted_id")["vaerdi"]
    assert after[area] < before[area]
    pd.testing.assert_series_equal(after.drop(area), before.drop(area))
    reference = MEASURES["borgere-pr-kapacitet"].reference
    assert reference(more, speciale, aar).vaerdi < reference(frames, speciale, aar).vaerdi


@settings(max_examples=30)
@given(st.integers(0, 258), st.floats(1.01, 3))
def test_more_citizens_never_better_an_area(frames: Frames, row: int, factor: float) -> None:
    citizens = frames["befolkning"]
    area, aar = citizens.loc[row, "omraade_id"], int(citizens.loc[row, "aar"])
    more = _with(frames, "befolkning", "borgere", row, float(citizens.loc[row, "borgere"]) * factor)
    for speciale in SPECIALER:
        before = citizens_per_capacity(frames, speciale, aar).set_index("sted_id")["vaerdi"]
        after = citizens_per_capacity(more, speciale, aar).set_index("sted_id")["vaerdi"]
        assert after[area] >= before[area]


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_regions_figure_is_its_areas_weighted_with_capacity(speciale: int, frames: Frames) -> None:
    capacity = (
        frames["fysio_kapacitet"].query("speciale == @speciale").set_index("omraade_id")["kapacitet"].astype(float)
    )
    per = citizens_per_capacity(frames, speciale, LAST_YEAR).set_index("sted_id")["vaerdi"]
    region = MEASURES["borgere-pr-kapacitet"].reference(frames, speciale, LAST_YEAR).vaerdi
    assert region == pytest.approx((per * capacity).sum() / capacity.sum())
    assert (per * capacity).sum() == pytest.approx(population(frames, LAST_YEAR).sum())


@given(st.lists(st.one_of(st.integers(0, 20).map(float), st.just(math.nan)), min_size=1, max_size=37))
def test_places_are_given_as_in_a_race(values: list[float]) -> None:
    rows = pd.DataFrame({"sted_id": [f"s{number:02}" for number in range(len(values))], "vaerdi": values})
    found = ranked(rows)
    known = [value for value in values if not math.isnan(value)]
    for row in found.itertuples():
        if math.isnan(row.vaerdi):
            assert pd.isna(row.plads)
        else:
            assert row.plads == 1 + sum(value > row.vaerdi for value in known)
    assert found["vaerdi"].tolist()[: len(known)] == sorted(known, reverse=True)
    assert sorted(found["sted_id"]) == sorted(rows["sted_id"])


@EVERY_MEASURE
def test_each_area_gets_its_figure_and_koebenhavn_one_for_all(
    measure: Measure, frames: Frames, areas: pd.DataFrame
) -> None:
    values = measure.beregn(frames, 51, LAST_YEAR)
    found = omraadetal(pladser(values), measure, areas)
    assert set(found) == set(areas["omraade_id"])
    by_place = {row.sted_id: (row.vaerdi, row.kilde_linje) for row in values.itertuples()}
    for row in areas.itertuples():
        value, line = by_place[row.omraade_id if measure.geografi == "omraade" else row.kommune_id]
        each = found[row.omraade_id]
        assert (each.vaerdi, each.kilde_linje) == (None if math.isnan(value) else value, line)
    places = [each.plads for each in found.values() if each.plads is not None]
    assert places == sorted(places)
    assert [each.plads for each in found.values()][len(places) :] == [None] * (len(found) - len(places))


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [
        ("borgere-pr-kapacitet", 14323.5, ("14.324", "14.324", "14.324")),
        ("ventetid-gns", 2.45, ("2,5", "2,5 uger", "2,5")),
        ("ventetid-maks", 1.0, ("1", "1 uge", "1")),
        ("tilskud-pr-borger", 1095.0, ("1.095", "1.095 kr.", "1.095")),
        ("befolkningstilvaekst", 2.45, ("2,5", "2,5 %", "+2,5")),
        ("kapacitet", 8.755, ("8,76", "8,76", "8,76")),
    ],
)
def test_a_measure_writes_its_figures_in_one_way(measure: str, value: float, written: tuple[str, str, str]) -> None:
    of = MEASURES[measure]
    found = of.skrevet(value), of.skrevet(value, enhed=True), of.skrevet(value, fortegn=True)
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in found) == written


@pytest.mark.parametrize(
    ("measure", "reference", "written"),
    [
        ("klinikker", Reference(12.34, "", er_gennemsnit=True), "12,3"),
        ("klinikker", Reference(999.96, "", er_gennemsnit=True), "1.000,0"),
        ("klinikker", Reference(1000.0, "", er_gennemsnit=True), "1.000"),
        ("klinikker", Reference(12.34, ""), "12"),
        ("kapacitet", Reference(12.345, "", er_gennemsnit=True), "12,35"),
        ("klinikker", Reference(None, "", er_gennemsnit=True), UNKNOWN),
    ],
)
def test_a_small_average_of_whole_numbers_has_a_tenth_more(measure: str, reference: Reference, written: str) -> None:
    assert MEASURES[measure].holdt_op_mod(reference) == written


def test_a_change_that_others_are_held_against_has_its_sign_and_unit() -> None:
    growth = MEASURES["befolkningstilvaekst"]
    held = growth.holdt_op_mod(Reference(-1.25, ""), enhed=True, fortegn=True)
    assert held == "−1,3\N{NO-BREAK SPACE}%"
    assert growth.holdt_op_mod(Reference(1.25, "")) == "1,3"


def test_whose_figure_it_is() -> None:
    assert [Reference(1.0, "", er_gennemsnit=each).ejer for each in (True, False)] == ["gennemsnittets", "regionens"]
    averages = {of.id for of in MEASURES.values() if of.retning == "maengde" and of.geografi == "omraade"}
    assert averages == {"kapacitet", "klinikker", "befolkning"}


@EVERY_MEASURE
def test_a_reference_is_called_an_average_where_it_is_one(measure: Measure, frames: Frames) -> None:
    for speciale in SPECIALER:
        found = measure.reference(frames, speciale, LAST_YEAR)
        assert found.er_gennemsnit == ("gennemsnit" in found.tekst or "vægtet" in found.tekst)


def test_areas_are_chosen_by_planomraade_and_kommune(areas: pd.DataFrame) -> None:
    everything = tuple(areas["omraade_id"])
    assert udvalgte(areas, None, None) == everything
    byen = udvalgte(areas, "byen", None)
    assert set(byen) == {row.omraade_id for row in areas.itertuples() if row.planomraade == "byen"}
    assert len(udvalgte(areas, None, KOEBENHAVN)) == 9
    assert udvalgte(areas, "byen", "frederiksberg") == ("frederiksberg",)
    assert udvalgte(areas, "bornholm", "ballerup") == ()


def test_an_areas_years_are_its_citizens_over_the_capacity_of_today(frames: Frames) -> None:
    found = udvikling(frames, "valby")
    assert list(found) == list(SPECIALER)
    for speciale, by_year in found.items():
        (capacity,) = [
            float(row["kapacitet"])
            for row in _rows("fysio_kapacitet")
            if row["omraade_id"] == "valby" and row["speciale"] == str(speciale)
        ]
        citizens = {int(r["aar"]): int(r["borgere"]) for r in _rows("befolkning") if r["omraade_id"] == "valby"}
        assert list(by_year) == sorted(citizens)
        assert by_year == {aar: pytest.approx(people / capacity) for aar, people in citizens.items()}


def _caveats(*rows: tuple[str, int, str, str]) -> Frames:
    return {"forbehold": pd.DataFrame(list(rows), columns=["tabel", "nr", "hvor", "tekst"])}


def test_a_caveat_is_about_the_rows_that_it_names() -> None:
    frames = _caveats(
        ("t", 2, '{"k": "b", "aar": 2024}', "Anden."), ("t", 1, "{}", "Første."), ("u", 1, "{}", "Fremmed.")
    )
    first, second = forbehold(frames, "t")
    assert (first.tekst, second.tekst) == ("Første.", "Anden.")
    rows = pd.DataFrame({"k": ["a", "b", "b", None], "aar": [2024, 2024, 2023, 2024]})
    assert first.gaelder(rows).tolist() == [True] * 4
    assert second.gaelder(rows).tolist() == [False, True, False, False]
    assert [second.af_aaret(aar) for aar in (None, 2024, 2023)] == [True, True, False]
    assert first.af_aaret(2023)


def test_the_databases_caveats_are_those_of_the_descriptions(frames: Frames) -> None:
    described = {
        table.name: [(dict(caveat.where), caveat.text) for caveat in table.caveats]
        for table in description.tables()
        if table.caveats
    }
    assert set(frames["forbehold"]["tabel"]) == set(described)
    for name, caveats in described.items():
        assert [(each.hvor, each.tekst) for each in forbehold(frames, name)] == caveats
