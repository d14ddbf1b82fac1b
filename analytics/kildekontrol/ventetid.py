"""Waits (bilag 6 and 7) within themselves, and ridefysioterapi (Tabel 9) against other populations and patients."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import NOEJAGTIGT, Check, Difference, Rule
from dansk.saetning import listed
from dansk.tal import number


def _whole_areas(d: Difference) -> str:
    said = f"Bilag 1 har {d.genberegnet_som()} borgere i 2023."
    return f"{said} Tabel 9's tal er det samme, som tabel 11 regner med for 2030." if d.led["som_i_forslaget"] else said


def _half(d: Difference) -> str:
    return (
        f"Bilag 6 og 7 har {d.skrevet('faerrest')} og {d.skrevet('flest')} klinikker med en ventetid, mod "
        f"{d.skrevet('ejere')} klinikejere. En ejer kan have flere klinikker."
    )


CHECKS: Mapping[str, Check] = {
    "ventetid": Check(
        "Ventetider",
        "Gennemsnittet mod den laveste og højeste ventetid og antallet af klinikker.",
        "Gennemsnittet har én decimal; det skal være muligt med klinikkernes antal.",
        {
            "klinikker": Rule(
                lambda d: (
                    f"Med {d.skrevet('klinikker')} klinikker fra {d.skrevet('uger_min')} til {d.skrevet('uger_max')} "
                    f"uger må gennemsnittet ligge fra {number(d.nedre, 1)} til {number(d.oevre, 1)}."
                )
            )
        },
    ),
    "ride_befolkning": Check(
        "Befolkning i tabel 9",
        "Tabel 9 mod bilag 1, bilag 3 og tabel 6.",
        NOEJAGTIGT,
        {
            "hele_omraader": Rule(_whole_areas, "andet_grundlag"),
            "delte_omraader": Rule(
                lambda d: (
                    f"Bilag 3 har {d.genberegnet_som()} borgere i 2024, når Amager er flyttet. Er "
                    f"{listed(d.led['bydele'])} også flyttet, er det {d.skrevet('alle_flyttet')}."
                ),
                "andet_grundlag",
            ),
            "hele_regionen": Rule(
                lambda d: (
                    f"Tabel 9's rækker har tilsammen {d.trykt_som()} borgere «2023»; tabel 6 regner med "
                    f"{d.genberegnet_som()} i december 2023."
                )
            ),
        },
    ),
    "ride_patienter": Check(
        "Patienter i ridefysioterapi",
        "Tabel 6 mod teksten.",
        NOEJAGTIGT,
        {
            "patienter": Rule(
                lambda d: (
                    f"{d.trykt_som()} er behandlet i regionen. {d.genberegnet_som()} bor i regionen, og "
                    f"{d.skrevet('i_region_sjaelland')} herfra brugte et tilbud i Region Sjælland."
                ),
                "andet_grundlag",
            )
        },
    ),
    "ventetid_andel": Check(
        "Opdaterede ventetider",
        "Teksten om, hvor mange klinikejere der har opdateret ventetiden, mod klinikkerne i bilag 6 og 7.",
        "«Ca. halvdelen» må være ti procentpoint fra.",
        {"halvdelen": Rule(_half, "andet_grundlag", trykt_tekst=lambda d: f"ca. {d.trykt_tekst}")},
    ),
}
