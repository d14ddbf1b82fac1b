"""What was lost when the papers became text, where something printed shows it."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import NOEJAGTIGT, Check, Rule, fast
from analytics.kildekontrol.regnestykker import med_enhed, regnet

CHECKS: Mapping[str, Check] = {
    "udtraekket": Check(
        "Tabt i tekstudtrækket",
        "Det, der er trykt, mod det, der skulle stå ved siden af.",
        NOEJAGTIGT,
        {
            "tal": Rule(fast("Tallet er gået tabt i udtrækket; ordene ved siden af er der endnu."), "udtraekket"),
            "liste": Rule(
                lambda d: f"Kataloget har {regnet(d)} ({d.sted_2}). Resten af listen er gået tabt i udtrækket.",
                "udtraekket",
                trykt_tekst=med_enhed,
            ),
            "celle": Rule(
                lambda d: (
                    "Cellen er gået tabt i udtrækket. De trykte procenter og et løst "
                    f"{d.skrevet('mindst')}-tal ved sideskiftet giver plads til {d.skrevet('mindst')} til "
                    f"{d.skrevet('hoejst')} patienter."
                ),
                "udtraekket",
            ),
            "bilag": Rule(
                fast("Bilaget var et billede og er gået tabt, så eksemplet kan ikke holdes op mod det."),
                "udtraekket",
                trykt_tekst=med_enhed,
            ),
            "oversigt": Rule(
                fast("Overskriften er der, men oversigten under den er gået tabt i udtrækket."), "udtraekket"
            ),
        },
    ),
}
