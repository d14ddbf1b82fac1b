"""Citizens and patients per capacity (Tabel 2, 3 and 4) against capacities, populations and each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analytics.kildekontrol import tabelnavne
from analytics.kildekontrol.kontrol import AFRUNDET, Check, Difference, Gathered, Rule, fast
from analytics.kildekontrol.slags import Kind
from dansk.alfabet import order
from dansk.saetning import listed
from dansk.tal import number, rounded

LILLE_PCT = 1
"""How much a population may be off before the place is named: our choice."""


def _is_the_others(d: Difference) -> bool:
    return rounded(d.tal("det_andets_patienter")) == d.trykt


def _misprint_of_the_others(d: Difference) -> Kind:
    return "trykfejl" if _is_the_others(d) else "modstrid"


def _average(d: Difference) -> str:
    said = f"Områderne i {tabelnavne.kapacitet(d).lower()} giver et gennemsnit på {d.genberegnet_som()}."
    if not _is_the_others(d):
        return said
    return (
        f"{said} {d.trykt_som()} er patienterne på speciale {d.led['andet_speciale']} delt med kapaciteten på "
        f"speciale {d.speciale}."
    )


def _other_population(differences: Sequence[Difference]) -> str:
    """Which population is divided by, and where it is more than a little off."""
    far = {d.raekke or "" for d in differences if abs(d.trykt / d.genberegnet - 1) > LILLE_PCT / 100}
    return (
        "Tabel 3 og 4 regner med befolkningen på et andet tidspunkt end bilag 3. Forskellen er over "
        f"{number(LILLE_PCT)} procent i {listed(sorted(far, key=order))}."
    )


CHECKS: Mapping[str, Check] = {
    "gennemsnit": Check(
        "Gennemsnit",
        "Planområdernes, regionens og landets gennemsnit mod områderne, vægtet med kapaciteten.",
        AFRUNDET,
        {
            "omraader": Rule(_average, _misprint_of_the_others),
            "tabel_2": Rule(
                lambda d: f"{tabelnavne.patienter(d)} har {d.skrevet('antal')} {d.led['hvad']} i {d.led['aar']}."
            ),
            "landet": Rule(lambda d: f"Regionerne i Tabel 2 giver et landsgennemsnit på {d.genberegnet_som()}."),
        },
    ),
    "samme_folketal": Check(
        "Samme folketal",
        "Borgere pr. kapacitet på de to specialer i tabel 2 mod hinanden.",
        AFRUNDET,
        {"regioner": Rule(fast("De to specialer i Tabel 2 svarer til hver sit antal borgere."))},
    ),
    "borgere_bilag_3": Check(
        "Borgere pr. kapacitet",
        "Tabel 3 og 4 mod bilag 3's befolkning i 2024 delt med kapaciteten.",
        "Kapaciteten har to decimaler og resultatet ingen.",
        {
            "bilag_3": Rule(
                lambda d: (
                    f"{tabelnavne.kapacitet(d)} regner med omkring {d.skrevet('regnet_med')} borgere fra 4. kvartal; "
                    f"bilag 3 har {d.skrevet('borgere')} for 2024."
                ),
                "andet_grundlag",
                samlet=Gathered("borgere pr. kapacitet", _other_population),
            )
        },
    ),
    "borgere_kommune": Check(
        "Kommunens borgere",
        "Borgerne i tabel 7 og 8 mod borgere pr. kapacitet gange kapacitet i tabel 3 og 4.",
        AFRUNDET,
        {
            "kommuner": Rule(
                lambda d: (
                    f"{tabelnavne.kapacitet(d)} svarer til omkring {d.genberegnet_som()} borgere i {d.raekke}. "
                    f"{tabelnavne.tilskud(d)} har sit eget tal for hele kommunen."
                ),
                "andet_grundlag",
            )
        },
    ),
    "udtraek": Check(
        "Forskellige udtræk",
        "Tabel 2 mod tabel 3 og 4, som er trukket på andre datoer.",
        AFRUNDET,
        {
            "regionen": Rule(
                lambda d: (
                    f"{tabelnavne.kapacitet(d)} giver {d.genberegnet_som(d.decimaler)} for regionen. "
                    "Tabel 2 gælder 2023, og tabellerne er trukket på hver sin dato."
                ),
                "andet_grundlag",
                samlet=Gathered(
                    "regionens kapacitet, patienter og borgere",
                    lambda all_of_them: (
                        "Tabel 3 og 4 giver andre tal for regionen end tabel 2. Tabel 2 gælder 2023, og tabellerne er "
                        "trukket på hver sin dato."
                    ),
                ),
            )
        },
    ),
}
