"""Commuting (bilag 4): its printed shares and bilag 1 against its cells, and what the text says of it."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import NOEJAGTIGT, Check, Difference, Rule, fast
from analytics.kildekontrol.regnestykker import med_enhed
from dansk.saetning import listed
from dansk.tal import number

_UKENDT = "Patienter med ukendt bopæl er holdt ude; en klinik i et ukendt område er et andet sted, som i bilaget."


def _patients(d: Difference) -> str:
    if d.trykt < d.nedre:
        return f"Alene ét område har behandlet {number(d.nedre)} patienter fra {d.raekke} i bilag 4."
    return (
        f"Bilag 4 har højst {number(d.oevre)} patienter fra {d.raekke}. En patient kan være behandlet i flere områder, "
        "så bilag 4 kan have flere end bilag 1, men ikke færre."
    )


def _together(d: Difference) -> str:
    return (
        f"Bilag 4 giver {d.skrevet('kommuner_pct')} procent behandlet i egen kommune, når København er én, og "
        f"{d.skrevet('omraader_pct')} procent i eget planlægningsområde (speciale {d.speciale}). {_UKENDT}"
    )


def _of_kommune(d: Difference) -> str:
    return f"Af patienterne fra {d.raekke} er {d.genberegnet_som()} procent behandlet i egen kommune. {_together(d)}"


def _elsewhere(d: Difference) -> str:
    ahead = listed(
        [
            f"{name} ({number(pct)} procent)"
            for name, pct in zip(d.led["foran"] or (), d.led["foran_pct"] or (), strict=True)
        ]
    )
    said = (
        f"{d.trykt_som()} procent er den del af klinikkernes patienter, der bor et andet sted. Af patienterne fra "
        f"{d.raekke} er {d.genberegnet_som()} procent behandlet i et andet planlægningsområde"
    )
    return f"{said}{f'; flere er det i {ahead}' if ahead else ''}. {_UKENDT}"


def _of_the_clinics(d: Difference) -> str:
    if d.trykt < d.nedre:
        return f"Alene ét område har sendt {number(d.nedre)} patienter til klinikkerne i {d.raekke} i bilag 4."
    return (
        f"Bilag 4 har højst {number(d.oevre)} patienter hos klinikkerne i {d.raekke}. Det kan have flere end tabel "
        "7, men ikke færre."
    )


CHECKS: Mapping[str, Check] = {
    "pendling": Check(
        "Pendling",
        "Bilag 4's procenter for hver række og kolonne mod cellerne, og bilag 1's patienter mod bilag 4's kolonner.",
        "En halv procent. Den tabte celle kan være alt det, som de trykte procenter og et løst tal tillader. Bilag 4 "
        "må have flere patienter end bilag 1, fordi en patient kan være behandlet i flere områder, men ikke færre.",
        {
            "pendler_pct": Rule(lambda d: f"Rækkens celler giver {d.genberegnet_som(1)} procent."),
            "hjemme_pct": Rule(lambda d: f"Kolonnens celler giver {d.genberegnet_som(1)} procent."),
            "patienter": Rule(_patients),
        },
    ),
    "tekst_pendling": Check(
        "Pendling i teksten",
        "Tekstens ord om, hvor patienterne behandles, mod bilag 4's celler.",
        f"Et flertal er over halvdelen; et tal må afvige med en halv enhed. {_UKENDT}",
        {
            "regionen": Rule(_together, trykt_tekst=fast("langt overvejende flertal i egen kommune")),
            "kommuner": Rule(
                _of_kommune, "andet_grundlag", trykt_tekst=fast("langt overvejende flertal i egen kommune")
            ),
            "andetsteds": Rule(_elsewhere),
        },
    ),
    "pendling_eksempel": Check(
        "Eksemplet under bilag 4",
        "Læsevejledningens eksempel mod cellen i bilag 4.",
        NOEJAGTIGT,
        {
            "eksempel": Rule(
                lambda d: f"Cellen har {d.genberegnet_som()} patienter ({d.sted_2}).", trykt_tekst=med_enhed
            )
        },
    ),
    "tabel_7_bilag_4": Check(
        "Patienter efter klinik",
        "Tabel 7's patienter i hver kommune mod bilag 4's rækker for kommunens klinikker.",
        "Bilag 4 tæller en patient én gang for hvert område, patienten er fra, så det må have flere, men ikke færre.",
        {"patienter": Rule(_of_the_clinics)},
    ),
}
