"""What the mobility analysis expects: every printed figure, and the years that they span."""

from __future__ import annotations

import csv

import pytest

from analytics.mobilitet.udvikling import udvikling
from analytics.paastand import Kilde
from analytics.tabeller import Frames
from tests.project import ROOT


def test_every_printed_figure_is_there_and_per_cent_is_a_sign(frames: Frames) -> None:
    [path] = (ROOT / "data" / "kilder").glob("*/mobilitet_udvikling.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = udvikling(frames)
    assert [(each.hvad, each.vaerdi, each.fra_aar, each.til_aar, each.kilde) for each in found.tal] == [
        (
            row["noegletal"],
            float(row["vaerdi"]),
            int(row["fra_aar"]),
            int(row["til_aar"]),
            Kilde(row["kilde_id"], int(row["kilde_linje"])),
        )
        for row in rows
    ]
    assert [each.enhed for each in found.tal] == [row["enhed"].replace("pct.", "%") for row in rows]
    assert (found.fra_aar, found.til_aar) == (2025, 2035)


def test_no_figures_span_no_years(frames: Frames) -> None:
    with pytest.raises(ValueError):
        udvikling({**frames, "mobilitet_udvikling": frames["mobilitet_udvikling"][:0]})
