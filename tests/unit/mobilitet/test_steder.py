"""Where measures are: against the printed places one by one, and on a few made-up ones."""

from __future__ import annotations

import csv
from typing import Any

import pandas as pd
import pytest

from analytics.mobilitet.steder import Prik, steder
from analytics.tabeller import Frames
from tests.project import ROOT

with (ROOT / "data" / "kilder" / "004" / "mobilitet_sted.csv").open(encoding="utf-8", newline="") as file:
    PLACES = list(csv.DictReader(file))


def _frames(*places: tuple[int, str, str | None, float | None, str | None]) -> Frames:
    """Measures 1 (places) and 2 (the whole region), with places as (nr, name, kommune, lon, noejagtighed)."""
    rows: list[dict[str, Any]] = [
        {
            "indsats_nr": nr,
            "sted": name,
            "kommune_id": kommune,
            "lon": lon,
            "lat": None if lon is None else 55.0,
            "noejagtighed": exact,
            "koordinat_kilde": None if lon is None else "geonames",
            "kilde_linje": line,
        }
        for line, (nr, name, kommune, lon, exact) in enumerate(places, 1)
    ]
    return {
        "mobilitet_indsats": pd.DataFrame({"indsats_nr": [1, 2], "omfang": ["steder", "hele regionen"]}),
        "mobilitet_sted": pd.DataFrame(rows),
        "mobilitet_kommune": pd.DataFrame({"indsats_nr": [], "kommune_id": [], "angaar": []}),
        "kommune": pd.DataFrame({"kommune_id": ["a", "b"], "navn": ["A", "B"]}),
    }


@pytest.mark.parametrize("nr", [1, 8, 27, 31])
def test_a_measures_places_are_the_printed_ones(nr: int, frames: Frames) -> None:
    own = [row for row in PLACES if row["indsats_nr"] == str(nr)]
    found = steder(frames, [nr])
    assert [(each.sted, each.kommune_id or "", each.kilde_linje) for each in found.angivelser] == [
        (row["sted"], row["kommune_id"], int(row["kilde_linje"])) for row in own
    ]
    assert set(found.i_kommuner) == {row["kommune_id"] for row in own} - {""}
    assert set(found.uden_punkt) == {row["sted"] for row in own if not row["lon"]}
    assert set(found.kun_kommunen) == {row["sted"] for row in own if row["noejagtighed"] == "kommune"}
    assert {each.punkt for each in found.prikker} == {
        (float(row["lon"]), float(row["lat"])) for row in own if row["lon"]
    }


def test_a_place_outside_the_region_has_its_kommunes_name(frames: Frames) -> None:
    [roskilde] = [each for each in steder(frames, [8]).angivelser if each.sted == "Roskilde St."]
    assert roskilde.kommune == "Roskilde"


def test_places_stand_measure_by_measure_and_those_at_one_point_share_it() -> None:
    frames = _frames(
        (2, "Torvet", "a", 12.0, "sted"),
        (1, "Stationen", "a", 12.0, "sted"),
        (1, "Stationen", "b", 12.5, "kommune"),
        (1, "Vejen", None, None, None),
        (1, "Vejen", None, None, None),
    )
    found = steder(frames, [1, 2])
    assert [each.indsats_nr for each in found.angivelser] == [1, 1, 1, 1, 2]
    assert found.prikker == (Prik("Stationen", (12.0, 55.0), (1, 2)), Prik("Stationen", (12.5, 55.0), (1,)))
    assert found.i_kommuner == {"a": ("Stationen", "Torvet"), "b": ("Stationen",)}
    assert (found.kun_kommunen, found.uden_punkt) == (("Stationen",), ("Vejen",))
    assert found.hele_regionen == (2,)
    assert steder(frames, [1]).hele_regionen == ()
    assert dict(found.angaar) == {"a": "ja", "b": "ja"}
    assert [each.indsats_nr for each in steder(frames, [2, 1]).angivelser] == [2, 1, 1, 1, 1]
