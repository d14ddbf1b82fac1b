"""Which kommuner a measure concerns: each rule by itself, and every extent in the catalogue with its reason."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.mobilitet.omfang import angaar
from analytics.tabeller import Frames

CASES = {
    "hele regionen": ("hele regionen", (), None, "ja"),
    "dele": ("dele af regionen", (), None, "kan"),
    "dele, med et sted": ("dele af regionen", ("a",), None, "ja"),
    "dele, med et sted i en anden": ("dele af regionen", ("b",), None, "kan"),
    "dele, følger af ordene": ("dele af regionen", (), "ja", "ja"),
    "dele, udelukket": ("dele af regionen", (), "nej", "nej"),
    "steder": ("steder", ("a",), None, "ja"),
    "steder i en anden": ("steder", ("b",), None, "nej"),
    "en vej": ("steder", ("b", None), None, "kan"),
    "en vej, udelukket": ("steder", ("b", None), "nej", "nej"),
}


@pytest.mark.parametrize("case", CASES)
def test_whether_a_measure_concerns_a_kommune(case: str) -> None:
    extent, places, words, expected = CASES[case]
    stated = [{"indsats_nr": 1, "kommune_id": "a", "angaar": words}] if words else []
    found = angaar(
        pd.DataFrame({"indsats_nr": [1], "omfang": [extent]}),
        pd.DataFrame({"indsats_nr": [1] * len(places), "kommune_id": pd.Series(places, dtype=object)}),
        pd.DataFrame(stated, columns=["indsats_nr", "kommune_id", "angaar"]),
        "a",
    )
    assert found == {1: expected}


def test_only_sheets_that_say_every_kommune_are_for_the_whole_region(frames: Frames) -> None:
    of = frames["mobilitet_indsats"].groupby("omfang")["indsats_nr"].apply(set)
    assert of["hele regionen"] == {19, 26, 28, 29, 32, 33}
    assert of["dele af regionen"] == {9, 18, 24, 30}


def test_trains_and_motorways_do_not_concern_bornholm(frames: Frames) -> None:
    found = angaar(frames["mobilitet_indsats"], frames["mobilitet_sted"], frames["mobilitet_kommune"], "bornholm")
    assert {nr for nr, how in found.items() if how == "ja"} == {19, 26, 28, 29, 32, 33}
    assert {nr for nr, how in found.items() if how == "kan"} == {18}
