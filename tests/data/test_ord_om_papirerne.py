"""What our texts must say as the papers do, and what they must not: each holds in every text of every page."""

from __future__ import annotations

import ast
import json
import re

import pytest

from analytics.kapacitet.maal import MEASURES
from data.description import PACKAGE
from tests.data.transskription import rows
from tests.project import ROOT

ROOMS = ("pages", "analytics")
WRONG = {
    "a ydernummer is the therapist's (004, 4052)": r"klinik\w* (får|har|søger|mister) (et|sit|nyt) ydernummer",
    "a klinik has a number of kapaciteter (004, 4064)": r"kapacitet er (én|en|et) klinik|loft for en klinik",
    "the row per cent of bilag 4 is who comes (004, 6099)": r"har flest, der behandles i en anden",
    "tenths are our reading of Tabel 10": r"kapacitet gives i tiendedele",
    "the traffic of 001, 2252-2258 is lorries": r"Mere trafik på (Sydmotorvejen|Øresundsbroen)",
    "platforms are rebuilt (004, 1177)": r"nye perroner",
    "parking that can later give room (004, 2962)": r"senere give plads",
}
"""What a text must not say, by why."""


def _texts() -> list[str]:
    """Every text in our code, and every cell and description of the data."""
    code = [
        node.value
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    typeset = [file.read_text(encoding="utf-8") for file in (ROOT / "pages").rglob("*.typ")]
    data = [file.read_text(encoding="utf-8") for kind in ("csv", "json") for file in PACKAGE.rglob(f"*.{kind}")]
    return [*code, *typeset, *(text for text in data if not text.startswith("trykt_tabel"))]


@pytest.mark.grundig(2)
@pytest.mark.parametrize("why", WRONG)
def test_no_text_says_what_the_papers_do_not(why: str) -> None:
    found = [match[0] for text in _texts() for match in re.finditer(WRONG[why], text, re.IGNORECASE)]
    assert not found, why


def test_a_kapacitet_is_a_unit_that_a_klinik_has_a_number_of() -> None:
    told = " ".join(MEASURES["borgere-pr-kapacitet"].antagelser)
    assert "En kapacitet er en enhed for omsætning. Den er ikke en person, og en klinik har et antal af dem." in told


def test_the_row_per_cent_is_of_the_clinics_patients() -> None:
    described = json.loads((PACKAGE / "004" / "fysio_pendling_andel.json").read_text(encoding="utf-8"))
    [column] = [field for field in described["fields"] if field["name"] == "pendler_pct"]
    assert column["description"] == "Den del af klinikkernes patienter, som bor et andet sted."


def test_what_was_doubtful_is_said_as_it_stands() -> None:
    measures = {row["indsats_nr"]: row for row in rows("mobilitet_indsats")}
    assert "ombyggede perroner" in measures["1"]["beskrivelse"]
    assert {measures[nr]["obs"] for nr in ("20", "21", "22")} == {
        "Pladserne på terræn kan også være et oplagt sted at bygge ved stationen."
    }
    growth = {
        row["noegletal"]: row["vaerdi"] for row in rows("mobilitet_udvikling") if "lastbiltrafik på" in row["noegletal"]
    }
    assert growth == {"Mere lastbiltrafik på Sydmotorvejen": "37", "Mere lastbiltrafik på Øresundsbroen": "61"}
    roles = {(row["projekt_id"], row["rolle"]) for row in rows("vip_deltager") if row["aktoer_id"] == "fredensborg"}
    assert ("energibesparelser", "pilot") in roles and ("energibesparelser", "deltager") not in roles
