"""The Erhvervshus's results against their parts and the Kommunefordeling, and what two papers say of them."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import NOEJAGTIGT, Check, Difference, Rule
from analytics.kildekontrol.slags import Kind


def _rise(d: Difference) -> str:
    return (
        f"Kilde {d.led['kilde_id']} siger {d.skrevet('procentpoint')} procentpoint (linje {d.led['kilde_linje']}). "
        f"Fra {d.skrevet('fra')} til {d.skrevet('til')} pct. er en stigning på {d.genberegnet_som(1)} procent."
    )


def _percent_for_points(d: Difference) -> Kind:
    return "trykfejl" if d.trykt == d.tal("procentpoint") else "modstrid"


CHECKS: Mapping[str, Check] = {
    "resultat": Check(
        "Erhvervshusets resultater",
        "Mål, resultater og kommentarer i afrapporteringen mod deres dele og mod Kommunefordelingen.",
        NOEJAGTIGT,
        {
            "i_regionen": Rule(lambda d: f"Kommunefordelingen har {d.genberegnet_som()} i regionen."),
            "fra_andre": Rule(lambda d: f"Kommunefordelingen har {d.genberegnet_som()} fra andre kommuner."),
            "af_dele": Rule(lambda d: f"Kommentarens tal giver tilsammen {d.genberegnet_som()}."),
            "ydelser": Rule(lambda d: f"Ydelserne giver tilsammen {d.genberegnet_som()}."),
            "andel": Rule(lambda d: f"{d.skrevet('andel_pct')} procent af {d.skrevet('af')} er {d.genberegnet_som()}."),
        },
    ),
    "resultat_gentagelse": Check(
        "Kendskabet til Erhvervshuset",
        "Dagsordenens tal for 2023 mod kontrakten og den senere afrapportering.",
        "Tal og mål skal passe nøjagtigt; stigningen må afvige, så meget som de hele procenter er afrundet.",
        {
            "kendskab": Rule(
                lambda d: f"Kilde {d.led['kilde_id']} har {d.genberegnet_som()} pct. (linje {d.led['kilde_linje']})."
            ),
            "kontrakt": Rule(lambda d: f"Kontrakten har {d.genberegnet_som()} pct. som mål."),
            "stigning": Rule(_rise, _percent_for_points, trykt_tekst=lambda d: f"{d.trykt_som(d.decimaler)} {d.enhed}"),
        },
    ),
}
