"""Figures per kommune beside physiotherapy: against the CSVs row by row, and what is blank stays blank."""

from __future__ import annotations

import csv
import math

import pandas as pd
import pytest

from analytics import kommunetal
from analytics.kommunetal import AKTIVITETER, BEGGE, I_ALT, MAAL, UDDANNELSER, deltagelser, laerepladser, pr_1000
from analytics.measures import FIRST_YEAR, Frames, Measure
from tests.project import ROOT

COLUMNS = ["sted_id", "vaerdi", "art", "kilde_id", "kilde_linje", "trykt_aar", "udeladt", "mangler"]
ACTIVITIES = [aktivitet for aktivitet in AKTIVITETER if aktivitet != I_ALT]


def _rows(path: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / f"{path}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _citizens() -> dict[str, int]:
    kommune = {row["omraade_id"]: row["kommune_id"] for row in _rows("faelles/omraade")}
    found: dict[str, int] = {}
    for row in _rows("004/befolkning"):
        if row["aar"] == str(FIRST_YEAR):
            found[kommune[row["omraade_id"]]] = found.get(kommune[row["omraade_id"]], 0) + int(row["borgere"])
    return found


def _places(uddannelse: str, aar: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in _rows("002/sosu_laereplads"):
        if row["aar"] == aar and uddannelse in (BEGGE, row["uddannelse"]):
            found[row["kommune_id"]] = found.get(row["kommune_id"], 0) + int(row["pladser"])
    return found


def _figures(measure: Measure, frames: Frames) -> pd.Series:
    return measure.beregn(frames, 51, FIRST_YEAR).set_index("sted_id")["vaerdi"]


@pytest.mark.parametrize("aktivitet", AKTIVITETER)
def test_an_activity_is_as_printed_and_per_citizen(aktivitet: str, frames: Frames) -> None:
    table = "kommunefordeling_total" if aktivitet == I_ALT else "kommunefordeling"
    printed = {
        row["kommune_id"]: float(row["deltagelser"] or "nan")
        for row in _rows(f"004/{table}")
        if row["aktivitet"] == AKTIVITETER[aktivitet] and row["kommune_id"]
    }
    counted, shared = deltagelser(aktivitet), pr_1000(deltagelser(aktivitet))
    assert shared.definition == f"{counted.definition.removesuffix('.')}, for hver 1.000 borgere i 2024."
    assert len(printed) == 29
    found, per_citizen, citizens = _figures(counted, frames), _figures(shared, frames), _citizens()
    for kommune, figure in printed.items():
        assert found[kommune] == figure or (math.isnan(found[kommune]) and math.isnan(figure))
        expected = 1000 * figure / citizens[kommune]
        assert per_citizen[kommune] == pytest.approx(expected, rel=1e-12, nan_ok=True)
    region = shared.reference(frames, 51, FIRST_YEAR).vaerdi
    known = sum(figure for figure in printed.values() if not math.isnan(figure))
    assert region == pytest.approx(1000 * known / sum(citizens.values()))


def test_a_blank_cell_is_unknown_and_says_why(frames: Frames) -> None:
    rows = deltagelser("ukraine-indsats").beregn(frames, 51, FIRST_YEAR)
    blank = rows[rows["vaerdi"].isna()]
    assert set(blank["sted_id"]) == {"bornholm", "glostrup"}
    assert blank["mangler"].str.contains("ikke det samme som 0").all()
    assert rows.loc[rows["vaerdi"].notna(), "mangler"].isna().all()


def test_the_activities_add_up_to_the_printed_sum(frames: Frames) -> None:
    parts = pd.concat([_figures(deltagelser(aktivitet), frames) for aktivitet in ACTIVITIES], axis="columns")
    assert (parts.sum(axis="columns") == _figures(deltagelser(I_ALT), frames).reindex(parts.index)).all()


@pytest.mark.parametrize("uddannelse", UDDANNELSER)
def test_places_and_their_change_are_the_tables(uddannelse: str, frames: Frames) -> None:
    before, after = _places(uddannelse, "2022"), _places(uddannelse, "2023")
    assert _figures(laerepladser(uddannelse, "2023"), frames).to_dict() == after
    change = _figures(laerepladser(uddannelse, "aendring-2023"), frames).to_dict()
    assert change == {kommune: after[kommune] - before[kommune] for kommune in after}
    total = _figures(laerepladser(uddannelse, "aendring-2023"), kommunetal.trykte_summer(frames))
    assert total.to_list() == [sum(change.values())]


def test_half_of_both_educations_is_not_both(frames: Frames) -> None:
    torn = frames["sosu_laereplads"].query("not (kommune_id == 'herlev' and aar == 2022)")
    torn = torn[~((torn["kommune_id"] == "ishoej") & (torn["uddannelse"] == "ssh"))]
    of = {**frames, "sosu_laereplads": torn}
    rows = laerepladser(BEGGE, "aendring-2023").beregn(of, 51, FIRST_YEAR).set_index("sted_id")
    assert set(rows.index[rows["vaerdi"].isna()]) == {"ishoej", "herlev"}
    assert rows.loc[["ishoej", "herlev"], "mangler"].map(bool).all()


def test_years_and_changes_follow_the_data(frames: Frames) -> None:
    table = frames["sosu_laereplads"]
    assert list(kommunetal.sosu_tider(frames)) == ["2023", "2022", "aendring-2023"]
    later = {**frames, "sosu_laereplads": pd.concat([table, table.query("aar == 2023").assign(aar=2025)])}
    assert list(kommunetal.sosu_tider(later)) == ["2025", "2023", "2022", "aendring-2023"]


@pytest.mark.parametrize("measure", MAAL, ids=lambda measure: measure.id)
def test_a_measure_has_all_that_pages_read(measure: Measure, frames: Frames, areas: pd.DataFrame) -> None:
    rows = measure.beregn(frames, 51, FIRST_YEAR)
    assert list(rows.columns) == COLUMNS
    assert set(rows["sted_id"]) == set(areas["kommune_id"])
    assert (rows["kilde_linje"] > 0).all()
    assert set(measure.tabeller) <= frames.keys()
    assert measure.felt in frames[measure.tabel].columns
    assert all(text.strip() for text in (measure.navn, measure.definition, measure.formel, *measure.forudsaetninger))
    low, high = rows["vaerdi"].min(), rows["vaerdi"].max()
    assert low <= measure.reference(frames, 51, FIRST_YEAR).vaerdi <= high


def test_the_reports_own_caveats_stand_beside_its_figures() -> None:
    said = " ".join(deltagelser("driftsforloeb").forudsaetninger)
    assert "flere gange" in said and "ikke har oplyst deres kommune" in said
    assert said == " ".join(deltagelser(I_ALT).forudsaetninger)
