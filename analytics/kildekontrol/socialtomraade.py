"""The social area: the monitoring of 2020, pregnant women with drug abuse, and secured institutions."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check, Difference, Rule
from analytics.kildekontrol.regnestykker import afsluttet, dele, familie, med_enhed, regnet
from dansk.saetning import listed
from dansk.tal import as_printed, number


def _adults(d: Difference) -> str:
    others = dele(d)
    return (
        f"Andre steder er det {others[0].skrevet} ({listed([part.sted for part in others])}), og det passer med summen."
    )


def _a_year(d: Difference) -> str:
    yearly, start, end = dele(d)
    return afsluttet(
        f"Højst {yearly.skrevet} om året ({yearly.sted}) fra {start.aarstal} til {end.aarstal} bliver {regnet(d, 1)}"
    )


def _overspent(d: Difference) -> str:
    accounts, budget = dele(d)
    return (
        f"Regnskabet på {as_printed(accounts.tal or 0)} minus budgettet på {as_printed(budget.tal or 0)} er "
        f"{afsluttet(regnet(d))} Den trykte procent svarer også til det."
    )


def _above_the_country(d: Difference) -> str:
    here, above = dele(d)
    average = (here.tal or 0) - (above.tal or 0)
    return afsluttet(f"{above.skrevet} over et gennemsnit på {number(average)} {here.enhed} er {regnet(d, 1)}")


def _same_row(d: Difference) -> str:
    other = dele(d)[0]
    return (
        f"Tabellen før har {other.skrevet} i rækken med samme navn ({other.sted}). Den her er om tiden under opholdet, "
        "så «før» ser ud til at være en skrivefejl."
    )


def _sought(d: Difference) -> str:
    most, first, last = dele(d)
    return (
        f"Kommunerne har selv visiteret højst {most.skrevet} om året til døgnbehandling i {first.aar}-{last.aar} "
        f"({most.sted}). Papiret siger ikke, hvor mange år styrelsens tal dækker."
    )


def _estimated(d: Difference) -> str:
    most, first, last = dele(d)
    return (
        f"Kommunerne har selv visiteret højst {most.skrevet} om året i {first.aar}-{last.aar} ({most.sted}). "
        "Danske Regioner skønner, hvor mange der har brug for det."
    )


def _first_round(d: Difference) -> str:
    other = dele(d)[0]
    return (
        f"Senere i punktet hedder den udmeldingen fra «{other.skrevet}» ({other.sted}). Det kan være den dag, "
        "kommunerne svarede."
    )


CHECKS: Mapping[str, Check] = {
    "social": familie(
        "Det specialiserede socialområde",
        "Monitoreringens summer, procenter og gentagelser mod hinanden.",
        ("sum", "samme_tal", "samme_dato", "udregnet", "mellem", "navngivne"),
        {
            "voksne": Rule(_adults, trykt_tekst=med_enhed),
            "vaekst_om_aaret": Rule(_a_year, trykt_tekst=med_enhed),
            "enhed": Rule(
                lambda d: f"Regnskabet ved siden af er i {dele(d)[0].skrevet}; budgettet må være i samme enhed.",
                "trykfejl",
                trykt_tekst=lambda d: f"{d.trykt_tekst} kr.",
            ),
            "merforbrug": Rule(_overspent, trykt_tekst=med_enhed),
            "alder": Rule(
                lambda d: f"Figuren er om {dele(d)[0].skrevet}-årige ({dele(d)[0].sted}).",
                trykt_tekst=lambda d: f"{d.trykt_tekst}-årige",
            ),
            "maalgrupper": Rule(
                lambda d: f"Sætningen efter nævner «{dele(d)[0].skrevet}» ({dele(d)[0].sted}).", "trykfejl"
            ),
            "udmelding": Rule(_first_round, "andet_grundlag"),
            "diagnoser": Rule(
                lambda d: f"Et andet sted er det kun «{dele(d)[0].skrevet}» diagnosegrupper ({dele(d)[0].sted})."
            ),
            "over_landet": Rule(_above_the_country, trykt_tekst=med_enhed),
        },
    ),
    "gravide": familie(
        "Gravide med skadeligt rusmiddelbrug",
        "Rapportens tabeller mod målgruppen, teksten og hinanden.",
        ("samme_tal", "samme_dato", "udregnet", "navngivne", "heraf"),
        {
            "samme_raekke": Rule(_same_row, "trykfejl", trykt_tekst=med_enhed),
            "i_tabellen": Rule(lambda d: f"Tabellen giver {regnet(d)} ({d.sted_2}).", trykt_tekst=med_enhed),
            "maalgruppe": Rule(_sought, "andet_grundlag", trykt_tekst=med_enhed),
            "om_aaret": Rule(_estimated, "andet_grundlag", trykt_tekst=med_enhed),
        },
    ),
    "sikrede_pladser": familie(
        "Sikrede institutioner",
        "Notatets udgifter, priser og takster mod hinanden.",
        ("sum", "udregnet", "samme_tal"),
        {
            "taksten": Rule(
                lambda d: afsluttet(f"Er {dele(d)[0].skrevet} {dele(d)[1].skrevet} af prisen, er den {regnet(d, 2)}"),
                trykt_tekst=med_enhed,
            )
        },
    ),
}
