"""The page and the handout put the same figures in the same classes."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.begreber import SPECIALER
from analytics.grundlag import Grundlag
from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import MEASURES
from analytics.scenarie import beregn, forslag, udregn
from pages.drawing import scales
from pages.fysioterapi.scenarie.moedebilag import build

MEASURE = MEASURES["borgere-pr-kapacitet"]


@pytest.mark.parametrize("speciale", SPECIALER)
def test_the_handout_has_the_pages_classes(speciale: int, grundlag: Grundlag) -> None:
    scenarie = forslag(grundlag)
    result = beregn(scenarie, grundlag).query("speciale == @speciale")
    classes, colours = scales.shades(MEASURE, result["borgere_pr_kapacitet_foer"], Reference(0.0, ""))
    shown = scales.legend(MEASURE, classes, colours, None)
    page = build(udregn(scenarie, grundlag), "Forslaget", "https://eksempel.dk/", date(2025, 6, 13))
    part = next(part for part in page.specialer if part.navn.endswith(str(speciale)))
    for picture in part.kort:
        assert [(entry.farve, entry.tekst) for entry in picture.forklaring][: len(shown)] == shown
    after = dict(zip(result["omraade_id"], result["borgere_pr_kapacitet"], strict=True))
    expected = [colours[classes.of(after[omraade])] for omraade in grundlag.omraader]
    assert [tile.farve for tile in part.kort[1].fliser] == expected
