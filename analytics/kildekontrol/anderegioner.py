"""KKR Midtjylland's paper, another region's: held against itself only, and against what holds for the whole country."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check, Rule
from analytics.kildekontrol.regnestykker import afsluttet, dele, familie, med_enhed, regnet

CHECKS: Mapping[str, Check] = {
    "midtjylland": familie(
        "KKR Midtjylland",
        "En anden regions papir mod sig selv: forslag, bevilling, vejledninger og overskrifter.",
        ("samme_tal", "udregnet", "sum", "navngivne"),
        {
            "overskrift": Rule(
                lambda d: f"Et andet sted hedder det «{dele(d)[0].skrevet}» ({dele(d)[0].sted}).", "trykfejl"
            ),
            "bidrag": Rule(lambda d: afsluttet(f"Kommunernes bidrag er tilsammen {regnet(d)}"), trykt_tekst=med_enhed),
        },
    ),
}
