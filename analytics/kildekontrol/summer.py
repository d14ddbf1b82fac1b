"""Sums: what the papers print as a total against the rows that it is the total of."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol import tabelnavne
from analytics.kildekontrol.kontrol import Check, Difference, Rule
from analytics.kildekontrol.slags import Kind
from dansk.tal import number


def _kommuner(d: Difference) -> str:
    missing = d.trykt - d.genberegnet
    together = f"Kommunerne i {tabelnavne.patienter(d).lower()} har tilsammen {d.genberegnet_som()} {d.felt}"
    if missing < 0:
        return f"{together}, {number(-missing)} flere end regionens række."
    return (
        f"{together}, {number(missing)} færre end regionens række. "
        "Det kan være Christiansø, som hører til regionen og ikke til nogen kommune."
    )


def _as_reported(d: Difference) -> bool:
    return d.genberegnet == d.tal("afrapporteringen")


def _across(d: Difference) -> str:
    said = f"Tallene i rækken giver tilsammen {d.genberegnet_som()}."
    if not _as_reported(d):
        return said
    if d.raekke == "Total":
        return f"{said} Fejlen er den samme som i rækken «Andre kommuner»."
    return f"{said} Det er også summen af de tal for andre regioner, som afrapporteringen nævner."


def _misprint_as_reported(d: Difference) -> Kind:
    return "trykfejl" if _as_reported(d) else "modstrid"


CHECKS: Mapping[str, Check] = {
    "sum": Check(
        "Summer",
        "Trykte summer mod de rækker, de er sum af.",
        "Hele tal skal passe nøjagtigt; kapaciteter har to decimaler og må afvige med en halv enhed for hver række.",
        {
            "kapaciteter": Rule(
                lambda d: (
                    f"Områderne i {tabelnavne.kapacitet(d).lower()} har tilsammen {d.genberegnet_som(2)} kapaciteter."
                )
            ),
            "befolkninger": Rule(lambda d: f"Områderne i bilag 3 har tilsammen {d.genberegnet_som()} borgere."),
            "terapeuter": Rule(lambda d: f"Cellerne i Tabel 1 giver tilsammen {d.genberegnet_som()}."),
            "landet": Rule(lambda d: f"Regionerne i Tabel 2 har tilsammen {d.genberegnet_som(2)} kapaciteter."),
            "tabel_5": Rule(lambda d: f"Tabel 2 har {d.genberegnet_som(2)} kapaciteter."),
            "bloktilskud": Rule(lambda d: f"Regionernes andele i Tabel 5 er tilsammen {d.genberegnet_som()} kr."),
            "kommuner": Rule(_kommuner, "andet_grundlag"),
            "forslag": Rule(
                lambda d: f"Områderne i {tabelnavne.effekt(d).lower()} giver tilsammen {d.genberegnet_som(2)}."
            ),
            "tabel_10": Rule(lambda d: f"Områderne i tabel 10 giver {d.genberegnet_som(1)}."),
            "paa_tvaers": Rule(_across, _misprint_as_reported),
            "nedad": Rule(lambda d: f"Tallene i kolonnen giver tilsammen {d.genberegnet_som()}."),
            "laerepladser": Rule(lambda d: f"Kommunerne har tilsammen {d.genberegnet_som()} lærepladser."),
        },
    ),
}
