"""The agenda: its dates, counts and amounts, and those of its item on telemedicine."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check
from analytics.kildekontrol.regnestykker import familie

CHECKS: Mapping[str, Check] = {
    "telemedicin": familie(
        "Telemedicin", "Dagsordenens årsværk og beløb mod hinanden.", ("udregnet", "sum", "samme_tal")
    ),
    "dagsorden": familie(
        "Dagsordenen",
        "Dagsordenens datoer, antal og beløb mod hinanden og mod det, de er hentet fra.",
        ("samme_tal", "samme_dato", "samme_ord"),
    ),
}
