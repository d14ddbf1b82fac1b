"""Mobility across the papers: the catalogue, the VIP lists' prices, the analysis, and the populations that they use."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check, Difference, Rule
from analytics.kildekontrol.regnestykker import afsluttet, dele, familie, med_enhed, regnet
from dansk.tal import number


def _more_passengers(d: Difference) -> str:
    more, in_all = d.tal("flere"), d.tal("potentiale")
    return (
        f"{number(more)} flere end {number(in_all - more)} er {afsluttet(regnet(d, 1))} Sådan er procenten regnet ved "
        "katalogets andre indsatser."
    )


def _phases(d: Difference) -> str:
    other = dele(d)[0]
    return f"Den senere dagsorden deler analysen i {other.skrevet} ({other.sted})."


def _finished(d: Difference) -> str:
    other = dele(d)[0]
    return f"Den senere dagsorden siger «{other.skrevet}» ({other.sted})."


def _catalogue(d: Difference) -> str:
    return (
        f"Mobilitetskataloget har {number(d.genberegnet)} mio. kr. for samme strækning ({d.sted_2}). Listen siger "
        "ikke, hvilket års priser den bruger."
    )


def _fingerplan(d: Difference) -> str:
    return afsluttet(
        f"Faktaarket om Fingerplanen venter {d.skrevet('flere')} flere i {int(d.tal('til'))} ({d.sted_2}). Over lige "
        f"så mange år er det {regnet(d, 1)}"
    )


def _annex_3(d: Difference) -> str:
    return afsluttet(
        f"Bilag 3 har {d.skrevet('pct', 1)} {d.enhed} for regionen fra {int(d.tal('fra'))} til {int(d.tal('til'))} "
        f"({d.sted_2}). Over lige så mange år er det {regnet(d, 1)}"
    )


CHECKS: Mapping[str, Check] = {
    "mobilitet_papirer": familie(
        "Mobilitet på tværs",
        "Mobilitetsanalysen, budgetnotatet, visionen og VIP-listen mod hinanden.",
        ("samme_tal", "samme_dato", "sum", "udregnet", "mellem", "navngivne"),
        {
            "dele": Rule(_phases, "andet_grundlag", trykt_tekst=med_enhed),
            "stavning": Rule(lambda d: f"Listen staver det «{dele(d)[0].skrevet}» ({dele(d)[0].sted}).", "trykfejl"),
            "slut": Rule(_finished, "andet_grundlag"),
            "aarlige": Rule(
                lambda d: (
                    f"Samme linje siger også «{dele(d)[0].skrevet}», og det gør potentialet ({d.sted_2}). Kataloget "
                    "har samme ordvalg flere steder."
                ),
                "trykfejl",
            ),
        },
    ),
    "katalog_passagerer": familie(
        "Passagerer i mobilitetskataloget",
        "Flere passagerer i procent mod antallet og potentialet, og frekvensen mod tiden mellem afgange.",
        (),
        {
            "andel": Rule(_more_passengers, trykt_tekst=med_enhed),
            "frekvens": Rule(
                lambda d: afsluttet(f"Med {d.skrevet('minutter')} minutter mellem afgange er det {regnet(d)}"),
                trykt_tekst=med_enhed,
            ),
        },
    ),
    "vip_pris": familie(
        "VIP-listens priser",
        "VIP-listens priser mod mobilitetskatalogets for de samme strækninger.",
        (),
        {"kataloget": Rule(_catalogue, "andet_grundlag", trykt_tekst=lambda d: f"{d.trykt_som()} mio. kr.")},
    ),
    "befolkning_paa_tvaers": familie(
        "Befolkningens vækst",
        "Mobilitetsanalysens vækst mod Fingerplanens og bilag 3's, over lige så mange år.",
        (),
        {
            "fingerplanen": Rule(_fingerplan, "andet_grundlag", trykt_tekst=med_enhed),
            "bilag_3": Rule(_annex_3, "andet_grundlag", trykt_tekst=med_enhed),
        },
    ),
    "fingerplan": familie(
        "Fingerplanen",
        "Faktaarkets kommuner og indbyggere mod regionens kommuner og landets borgere i tabel 2.",
        ("navngivne", "samme_tal"),
        {
            "kommuner": Rule(lambda d: f"Regnet op er det {regnet(d)} ({d.sted_2}).", trykt_tekst=med_enhed),
            "andel": Rule(
                lambda d: afsluttet(f"Af landets borgere i tabel 2 er det {regnet(d, 1)}"), trykt_tekst=med_enhed
            ),
        },
    ),
}
