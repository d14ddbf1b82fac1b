"""Figures per kommune beside physiotherapy: against the CSVs row by row, and what is blank stays blank."""

from __future__ import annotations

import csv
import math

import pandas as pd
import pytest

from analytics.begreber import FIRST_YEAR
from analytics.kapacitet.maal import Measure
from analytics.kommune import kommunetal
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, UDDANNELSER, deltagelser, laerepladser, pr_1000
from analytics.tabeller import Frames
from tests.project import ROOT

COLUMNS = ["sted_id", "vaerdi", "art", "kilde_id", "kilde_linje", "trykt_aar", "udeladt", "mangler"]
ACTIVITIES = [aktivitet for aktivitet in AKTIVITETER if aktivitet != I_ALT]


def _rows(path: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / f"{path}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _citizens() -> dict[str, int]:
    kommune = {row["omraade_id"]: row["kommune_id"] for row in _rows("register/omraade")}
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


def test_what_the_kommuner_are_compared_with_is_called_an_average(frames: Frames) -> None:
    places = laerepladser(BEGGE, "2023")
    reference = places.reference(frames, 51, 2023)
    assert reference.er_gennemsnit
    assert reference.vaerdi == pytest.approx(_figures(places, frames).mean())
    assert deltagelser(I_ALT, 2024).reference(frames, 51, 2024).er_gennemsnit


@pytest.mark.parametrize("aktivitet", AKTIVITETER)
def test_an_activity_is_as_printed_and_per_citizen(aktivitet: str, frames: Frames) -> None:
    table = "kommunefordeling_total" if aktivitet == I_ALT else "kommunefordeling"
    printed = {
        row["kommune_id"]: float(row["deltagelser"] or "nan")
        for row in _rows(f"004/{table}")
        if row["aktivitet"] == AKTIVITETER[aktivitet] and row["kommune_id"]
    }
    counted, shared = deltagelser(aktivitet, 2024), pr_1000(deltagelser(aktivitet, 2024))
    assert shared.definition == f"{counted.definition.removesuffix('.')}, for hver 1.000 borgere."
    assert len(printed) == 29
    found, per_citizen, citizens = _figures(counted, frames), _figures(shared, frames), _citizens()
    for kommune, figure in printed.items():
        assert found[kommune] == figure or (math.isnan(found[kommune]) and math.isnan(figure))
        expected = 1000 * figure / citizens[kommune]
        assert per_citizen[kommune] == pytest.approx(expected, rel=1e-12, nan_ok=True)
    region = shared.reference(frames, 51, FIRST_YEAR)
    known = {kommune: figure for kommune, figure in printed.items() if not math.isnan(figure)}
    assert region.vaerdi == pytest.approx(1000 * sum(known.values()) / sum(citizens[kommune] for kommune in known))
    assert region.tekst.startswith("regionen " if len(known) == 29 else "regionens kommuner med tal")


def test_a_blank_cell_is_unknown_and_says_why(frames: Frames) -> None:
    rows = deltagelser("ukraine-indsats", 2024).beregn(frames, 51, FIRST_YEAR)
    blank = rows[rows["vaerdi"].isna()]
    assert set(blank["sted_id"]) == {"bornholm", "glostrup"}
    assert blank["mangler"].str.contains("ikke det samme som 0").all()
    assert rows.loc[rows["vaerdi"].notna(), "mangler"].isna().all()


def test_the_activities_add_up_to_the_printed_sum(frames: Frames) -> None:
    parts = pd.concat([_figures(deltagelser(aktivitet, 2024), frames) for aktivitet in ACTIVITIES], axis="columns")
    assert (parts.sum(axis="columns") == _figures(deltagelser(I_ALT, 2024), frames).reindex(parts.index)).all()


def _with_2025(frames: Frames, *kommuner: str) -> Frames:
    """The tables with a year of activities for these kommuner, each ten more than in 2024, and no sums."""
    table = frames["kommunefordeling"]
    later = table[table["kommune_id"].isin(kommuner)].assign(
        aar=2025, deltagelser=lambda rows: rows["deltagelser"] + 10
    )
    return {**frames, "kommunefordeling": pd.concat([table, later])}


def test_a_sum_that_a_later_year_lacks_is_worked_out_and_said_to_be(frames: Frames) -> None:
    later = _with_2025(frames, "ishoej", "bornholm")
    rows = deltagelser(I_ALT, 2025).beregn(later, 51, FIRST_YEAR).set_index("sted_id")
    assert rows["art"].to_dict() == {"ishoej": "beregnet", "bornholm": "beregnet"}
    assert rows.at["ishoej", "vaerdi"] == 83 + 70
    assert pd.isna(rows.at["bornholm", "vaerdi"])  # one of its cells is blank
    assert rows.at["bornholm", "mangler"]
    pd.testing.assert_frame_equal(*(deltagelser(I_ALT, 2024).beregn(of, 51, FIRST_YEAR) for of in (frames, later)))


def test_a_sum_that_is_given_is_used_and_the_others_are_worked_out(frames: Frames) -> None:
    later = _with_2025(frames, "ishoej", "herlev")
    total = later["kommunefordeling_total"]
    given = total[(total["kommune_id"] == "herlev")].assign(aar=2025, deltagelser=999)
    rows = deltagelser(I_ALT, 2025).beregn(
        {**later, "kommunefordeling_total": pd.concat([total, given])}, 51, FIRST_YEAR
    )
    assert rows.set_index("sted_id")[["vaerdi", "art"]].T.to_dict("list") == {
        "herlev": [999, "trykt"],
        "ishoej": [153, "beregnet"],
    }


@pytest.mark.parametrize(("aar", "borgere"), [(2024, 2024), (2025, 2025), (2030, 2030), (2031, 2030)])
def test_a_year_is_divided_by_its_own_citizens_or_the_nearest(aar: int, borgere: int, frames: Frames) -> None:
    later = {**frames, "kommunefordeling_total": frames["kommunefordeling_total"].assign(aar=aar)}
    measure = pr_1000(deltagelser(I_ALT, aar))
    people = kommunetal.citizens(frames, borgere)["ishoej"]
    assert _figures(measure, later)["ishoej"] == pytest.approx(1000 * 83 / people)
    assert measure.definition.endswith("borgere." if aar == borgere else f"borgere i {borgere}.")
    assert [f"Borgere i {borgere} efter bilag 3" in text for text in measure.fyldt(frames).antagelser] == [True]


def test_few_kommuner_are_held_against_their_own_citizens(frames: Frames) -> None:
    reference = pr_1000(deltagelser(I_ALT, 2025)).reference(_with_2025(frames, "ishoej"), 51, FIRST_YEAR)
    assert reference.vaerdi == pytest.approx(1000 * 153 / kommunetal.citizens(frames, 2025)["ishoej"])
    assert reference.tekst.startswith("regionens kommuner med tal")


def test_a_year_of_some_activities_has_no_sum_of_all(frames: Frames) -> None:
    table = frames["kommunefordeling"]
    first = table[table["aktivitet"] == table["aktivitet"].iloc[0]].assign(aar=2025)
    later = {**frames, "kommunefordeling": pd.concat([table, first])}
    rows = deltagelser(I_ALT, 2025).beregn(later, 51, FIRST_YEAR)
    assert len(rows) == 29
    assert rows["vaerdi"].isna().all()
    assert rows["mangler"].map(bool).all()


def test_a_kommune_of_another_region_is_no_place(frames: Frames) -> None:
    table = frames["kommunefordeling"]
    other = frames["kommune"].query("not i_region_hovedstaden")["kommune_id"].iloc[0]
    later = {**frames, "kommunefordeling": pd.concat([table, table[:7].assign(kommune_id=other)])}
    assert other not in set(deltagelser(ACTIVITIES[0], 2024).beregn(later, 51, FIRST_YEAR)["sted_id"])


def test_columns_stand_oldest_first_and_hold_what_their_heading_says(frames: Frames) -> None:
    lines = [*kommunetal.sosulinjer(frames).values(), *kommunetal.deltagelseslinjer(_with_2025(frames)).values()]
    assert list(lines[0]) == ["2022", "2023", "Ændring 2022-2023", "Pr. 1.000 borgere, 2023"]
    for line in lines:
        assert all(measure.tid in heading for heading, measure in line.items())
    later = kommunetal.deltagelseslinjer(_with_2025(frames, "ishoej"))
    assert list(later["I alt"]) == ["Deltagelser 2024", "Deltagelser 2025", "Pr. 1.000 borgere, 2025"]


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


def test_a_measure_has_all_that_pages_read(frames: Frames, areas: pd.DataFrame) -> None:
    measures = kommunetal.af_hver_slags(frames)
    assert len(measures) == 5
    for measure in measures:
        rows = measure.beregn(frames, 51, FIRST_YEAR)
        assert list(rows.columns) == COLUMNS
        assert set(rows["sted_id"]) == set(areas["kommune_id"])
        assert (rows["kilde_linje"] > 0).all()
        assert set(measure.tabeller) <= frames.keys()
        assert measure.felt in {*frames[measure.tabel].columns, *frames[measure.tabel].get("aktivitet", ())}
        texts = (measure.navn, measure.definition, measure.formel, *measure.forudsaetninger(frames))
        assert all(text.strip() for text in texts)
        low, high = rows["vaerdi"].min(), rows["vaerdi"].max()
        assert low <= measure.reference(frames, 51, FIRST_YEAR).vaerdi <= high


def test_the_reports_own_caveats_stand_beside_its_figures(frames: Frames) -> None:
    said = " ".join(deltagelser("driftsforloeb", 2024).forudsaetninger(frames))
    assert "flere gange" in said and "ikke har oplyst deres kommune" in said
    assert said == " ".join(deltagelser(I_ALT, 2024).forudsaetninger(frames))
    assert deltagelser(I_ALT, 2025).forudsaetninger(frames) == ()
