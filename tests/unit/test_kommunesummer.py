"""The sums below the figures per kommune: the papers' own as printed, and the others added up by hand."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

from analytics.kommune.kommunesummer import Sum, Summer, summer
from analytics.kommune.kommunetal import AKTIVITETER, BEGGE, I_ALT, deltagelser, laerepladser, pr_1000
from analytics.tabeller import Frames
from tests.project import ROOT

ACTIVITIES = tuple(AKTIVITETER)


def _rows(path: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "kilder" / f"{path}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_papers_own_sums_stand_as_printed_and_in_their_order(frames: Frames) -> None:
    printed = {
        (row["navn"], row["aktivitet"]): float(row["deltagelser"])
        for row in _rows("004/kommunefordeling_total")
        if not row["kommune_id"]
    }
    found = summer(frames, [deltagelser(aktivitet, 2024) for aktivitet in ACTIVITIES])
    assert [each.navn for each in found.raekker] == ["Samlet i regionen", "Andre kommuner", "Total"]
    for each in found.raekker:
        assert each.art == "trykt"
        assert list(each.tal) == [printed[(each.navn, AKTIVITETER[aktivitet])] for aktivitet in ACTIVITIES]
    assert found.trykt
    assert not found.regnet


def test_both_educations_are_worked_out_of_the_printed_sums(frames: Frames) -> None:
    measures = [laerepladser(of, "2023") for of in ("ssa", "ssh", BEGGE)]
    assistants, helpers = (
        sum(float(row["pladser"]) for row in _rows("002/sosu_total") if (row["uddannelse"], row["aar"]) == (of, "2023"))
        for of in ("ssa", "ssh")
    )
    assert summer(frames, measures) == Summer(
        (Sum("trykt", "I alt", (assistants, helpers, assistants + helpers)),), regnet=True
    )
    assert not summer(frames, measures[:2]).regnet


@pytest.mark.parametrize(("aktivitet", "art"), [(I_ALT, "regionen"), ("ukraine-indsats", "kendte")])
def test_shares_are_those_of_the_region_as_one_and_never_added_up(aktivitet: str, art: str, frames: Frames) -> None:
    """Two kommuner have no figure of the help for Ukraine: then it is not the whole region's."""
    measure = pr_1000(deltagelser(aktivitet, 2024))
    reference = measure.reference(frames, 51, 2024).vaerdi
    assert reference is not None
    found = summer(frames, [measure])
    assert found == Summer((Sum(art, "", (reference,)),), regnet=False)  # type: ignore[arg-type]
    assert not found.trykt


def test_a_year_without_printed_sums_has_that_of_the_kommuner_with_a_figure(frames: Frames) -> None:
    """Ishøj and Herlev have ten more of each than in 2024; a kommune whose cell is blank adds nothing."""
    table = frames["kommunefordeling"]
    later = table[table["kommune_id"].isin(["ishoej", "herlev", "bornholm"])].assign(
        aar=2025, deltagelser=lambda rows: rows["deltagelser"] + 10
    )
    of = {**frames, "kommunefordeling": pd.concat([table, later])}
    by_hand = sum(
        float(row["deltagelser"]) + 10
        for row in _rows("004/kommunefordeling")
        if row["kommune_id"] in ("ishoej", "herlev") and row["aktivitet"] == AKTIVITETER["ukraine-indsats"]
    )
    measures = [deltagelser("ukraine-indsats", 2025), deltagelser("ukraine-indsats", 2026)]
    assert summer(of, measures) == Summer((Sum("kendte", "", (by_hand, None)),), regnet=False)


def test_a_printed_sum_beside_a_measure_without_one_does_not_stand_for_it(frames: Frames) -> None:
    total = frames["kommunefordeling_total"]
    without = total[(total["aktivitet"] != AKTIVITETER["driftsforloeb"]) | total["kommune_id"].notna()]
    of = {**frames, "kommunefordeling_total": without}
    *printed, known = summer(of, [deltagelser(each, 2024) for each in ("driftsforloeb", "vaekstforloeb")]).raekker
    assert [(each.navn, each.tal[0]) for each in printed] == [
        ("Samlet i regionen", None),
        ("Andre kommuner", None),
        ("Total", None),
    ]
    assert all(each.tal[1] is not None for each in printed)
    assert known.art == "kendte"
    assert known.tal[0] == sum(
        float(row["deltagelser"])
        for row in _rows("004/kommunefordeling")
        if row["kommune_id"] and row["aktivitet"] == AKTIVITETER["driftsforloeb"]
    )
