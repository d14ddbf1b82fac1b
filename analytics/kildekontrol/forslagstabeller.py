"""The proposal (Tabel 10) and its effect (Tabel 11 and 12) against Tabel 3-4, bilag 3 and the rows' own figures."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol import tabelnavne
from analytics.kildekontrol.kontrol import Check, Difference, Rule
from dansk.saetning import listed

_DECIMALER = "Kapaciteten før har to decimaler, tillægget er nøjagtigt, og resultatet har ingen decimaler."


def _capacity(d: Difference) -> str:
    where = d.led["forskellen_ligger_i"]
    which = f"forskellen ligger i {listed(where)}" if where else "papiret siger ikke hvorfor"
    return f"{tabelnavne.kapacitet(d)} har {d.genberegnet_som(2)}; {which}."


CHECKS: Mapping[str, Check] = {
    "forslag": Check(
        "Forslagets tillæg",
        "Tabel 11 og 12 mod tabel 10.",
        "Tillæg er tiendedele og skal passe nøjagtigt.",
        {"tillaeg": Rule(lambda d: f"Tabel 10 har {d.genberegnet_som(1)}.")},
    ),
    "forslag_kapacitet": Check(
        "Kapacitet før forslaget",
        "Tabel 11 og 12 mod tabel 3 og 4.",
        "En halv enhed på anden decimal hvert sted.",
        {"kapacitet": Rule(_capacity)},
    ),
    "forslag_bilag_3": Check(
        "Forslagets virkning",
        "Tabel 11 og 12 mod bilag 3's befolkning i 2030 delt med kapaciteten før og efter.",
        _DECIMALER,
        {
            "befolkning": Rule(
                lambda d: (
                    f"Bilag 3 har {d.skrevet('borgere')} borgere i {d.led['aar']}; det trykte svarer til omkring "
                    f"{d.skrevet('svarer_til')}, altså en anden befolkning."
                )
            )
        },
    ),
    "forslag_raekke": Check(
        "Forslagets rækker",
        "Tallet med tillæg og procenten mod rækkens egen kapacitet, tillæg og tal uden tillæg.",
        _DECIMALER,
        {
            "med_tillaeg": Rule(
                lambda d: (
                    f"Rækkens egne {d.skrevet('uden')} uden tillæg giver {d.genberegnet_som()}; {d.trykt_som()} svarer "
                    f"til et tillæg på {d.skrevet('svarer_til', 1)} i stedet for {d.skrevet('tillaeg', 1)}."
                )
            ),
            "fald": Rule(
                lambda d: (
                    f"{d.skrevet('tillaeg', 1)} lagt til {d.skrevet('kapacitet_foer', 2)} kapaciteter er et fald på "
                    f"{d.genberegnet_som(1)} procent, uanset befolkningen."
                )
            ),
        },
    ),
    "forslag_fald": Check(
        "Forslagets fald",
        "Procenten mod rækkens to tal før og efter.",
        "En halv enhed på alle tre tal.",
        {
            "eget_fald": Rule(
                lambda d: (
                    f"Fra {d.skrevet('uden')} til {d.skrevet('med')} er et fald på {d.genberegnet_som(1)} procent."
                )
            )
        },
    ),
}
