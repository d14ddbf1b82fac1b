"""The Erhvervshus's contract, report and annual report, and the EU office's, against each other and the agenda."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check, Difference, Rule
from analytics.kildekontrol.regnestykker import afsluttet, dele, familie, med_enhed, regnet
from dansk.tal import as_printed


def _guided(d: Difference) -> str:
    goal = dele(d)[0]
    return (
        f"Målet gælder {goal.skrevet} ({goal.sted}), og de andre mål spørger dem, der er vejledt det år. Årstallet ser "
        "ud til at være glemt fra en ældre kontrakt."
    )


def _age_of_the_law(d: Difference) -> str:
    law = dele(d)[0]
    return f"Loven trådte i kraft i {law.aarstal} ({law.sted}), altså {regnet(d)} før mødet."


def _contract(d: Difference) -> str:
    other = dele(d)[0]
    return f"Dagsordenen siger, at der er «{other.skrevet}» ({other.sted}). Afrapporteringen kalder målene en kontrakt."


def _companies(d: Difference) -> str:
    other = dele(d)[0]
    return f"Afrapporteringen har {other.skrevet} ({other.sted}); årsberetningen tæller virksomheder."


def _subscribers(d: Difference) -> str:
    other = dele(d)[0]
    return (
        f"Afrapporteringen har præcis {other.skrevet} ({other.sted}). Årsberetningen siger "
        f"«{str(d.led['ord']).lower()}» og kalder dem virksomheder."
    )


def _attendants(d: Difference) -> str:
    region, all_of_them = dele(d)
    return (
        f"Afrapporteringen har {region.skrevet} fra regionen ({region.sted}). Med dem fra andre regioner er det "
        f"{as_printed(all_of_them.tal or 0)} ({all_of_them.sted})."
    )


def _ukraine(d: Difference) -> str:
    return (
        f"Kommunefordelingen har {d.genberegnet_som()} deltagelser ({d.sted_2}); her er hver iværksætter talt én gang."
    )


def _named_projects(d: Difference) -> str:
    national = dele(d)[0]
    return (
        f"De projekter, som beretningen nævner beløb for, fik tilsammen {afsluttet(regnet(d, 1))} "
        f"Det største, {national.skrevet} ({national.sted}), er for hele landet."
    )


CHECKS: Mapping[str, Check] = {
    "erhvervspapirer": familie(
        "Erhvervshuset på tværs",
        "Kontrakten for 2023, afrapporteringen og årsberetningen for 2024 og dagsordenen mod hinanden.",
        ("samme_tal", "samme_aar", "sum", "flere_end", "navngivne", "heraf"),
        {
            "vejledt": Rule(_guided, "trykfejl"),
            "foerste_maaling": Rule(
                lambda d: (
                    f"Stigningen er regnet fra {d.trykt_tekst}, men den første måling er fra {dele(d)[0].skrevet} "
                    f"({dele(d)[0].sted})."
                )
            ),
            "lovens_alder": Rule(_age_of_the_law, trykt_tekst=med_enhed),
            "kontrakt": Rule(_contract, "andet_grundlag"),
            "early_warning": Rule(_companies, "andet_grundlag", trykt_tekst=med_enhed),
            "abonnenter": Rule(
                _subscribers, "andet_grundlag", trykt_tekst=lambda d: f"{str(d.led['ord']).lower()} {med_enhed(d)}"
            ),
            "deltagere": Rule(
                _attendants, "andet_grundlag", trykt_tekst=lambda d: f"{str(d.led['ord']).lower()} {med_enhed(d)}"
            ),
            "ukraine": Rule(_ukraine, "andet_grundlag", trykt_tekst=med_enhed),
        },
    ),
    "eu_kontor": familie(
        "EU-kontoret",
        "Årsberetningens beløb, antal og navne mod hinanden.",
        ("samme_tal", "navngivne", "heraf"),
        {"naevnte_projekter": Rule(_named_projects, "andet_grundlag", trykt_tekst=med_enhed)},
    ),
}
