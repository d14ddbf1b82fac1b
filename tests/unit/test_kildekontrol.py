"""The wording of findings and the look-up of the mark beside a figure, on findings made up for the purpose."""

import pandas as pd
import pytest

from analytics.kildekontrol import CHECKS, KINDS, Finding, Marks, as_findings

FINDING = {
    "afvigelse_id": "x",
    "tabel": "fysio_kapacitet",
    "omraade_id": "valby",
    "kommune_id": None,
    "speciale": 51,
    "aar": None,
    "felt": "kapacitet",
    "trykt": 2.0,
    "genberegnet": 1.0,
    "trykt_tekst": "2,00",
    "forskel_pct": 100.0,
    "art": "modstrid",
    "forklaring": "Tabellen har 1.",
    "kilde_id": "004",
    "kilde_linje": 1,
    "kilde_linje_2": None,
    "raekke": "Valby",
    "kontrol": "sum",
    "hvor": "Tabel 3, Valby, speciale 51 (004, linje 1)",
}


def frame(*changes: dict) -> pd.DataFrame:
    rows = pd.DataFrame([FINDING | change for change in changes])
    return rows.astype(dict.fromkeys(["speciale", "aar", "kilde_linje", "kilde_linje_2"], "Int64"))


def look_up(rows: pd.DataFrame, **keys) -> Finding | None:
    return Marks(rows).mark("fysio_kapacitet", "kapacitet", **{"omraade_id": "valby", "speciale": 51} | keys)


def test_blanks_become_none():
    (finding,) = as_findings(frame({"trykt": None, "genberegnet": None, "forskel_pct": None}))
    assert (finding.aar, finding.kilde_linje_2, finding.kommune_id, finding.trykt) == (None, None, None, None)
    assert (finding.speciale, finding.art) == (51, "modstrid")


@pytest.mark.parametrize("keys", [{"omraade_id": "amager"}, {"speciale": 62}, {"raekke": "Amager"}])
def test_a_mark_does_not_stand_beside_another_figure(keys):
    assert look_up(frame({}), **keys) is None


def test_a_finding_without_a_year_holds_for_every_year_and_one_with_a_year_only_for_that():
    assert look_up(frame({}), aar=2030)
    assert look_up(frame({"aar": 2030}), aar=2030)
    assert look_up(frame({"aar": 2030}), aar=2024) is None


def test_the_gravest_finding_comes_first():
    basis = {"afvigelse_id": "basis", "art": "andet_grundlag", "forskel_pct": 500.0}
    small, large = ({"afvigelse_id": name, "forskel_pct": size} for name, size in (("small", 1.0), ("large", -40.0)))
    assert look_up(frame(basis, small, large)).afvigelse_id == "large"


@pytest.mark.parametrize("art", KINDS)
@pytest.mark.parametrize("size", [0.001, -40.0, None])
def test_every_finding_is_marked_beside_its_figure(art, size):
    assert look_up(frame({"art": art, "forskel_pct": size})) is not None


@pytest.mark.parametrize("text", [*(k.definition for k in KINDS.values()), *(c.tolerance for c in CHECKS.values())])
def test_definitions_and_tolerances_are_sentences(text):
    assert text.endswith(".") and text[0] in "«" + text[0].upper()
