"""The climate projects across the papers, and who takes part in them."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol.kontrol import Check, Difference, Rule
from analytics.kildekontrol.regnestykker import afsluttet, dele, familie, med_enhed, regnet
from dansk.saetning import listed
from dansk.tal import as_printed


def _of_the_capital(d: Difference) -> str:
    capital, others = dele(d)
    return (
        f"Hovedstaden har {capital.skrevet} ({capital.sted}). Tallet er kommunerne i Energi på Tværs, hvor "
        f"{others.skrevet} også er med ({others.sted})."
    )


def _left(d: Difference) -> str:
    country, first = dele(d)
    return afsluttet(
        f"Landet har {country.skrevet} ({country.sted}). Uden de {first.skrevet}, der var først, er det {regnet(d)}"
    )


def _hours(d: Difference) -> str:
    period = dele(d)[0]
    return f"Selve projektet er planlagt fra {period.skrevet} ({period.sted}), så det første år er kun halvt."


def _peer_groups(d: Difference) -> str:
    groups, least, most = dele(d)
    return (
        f"{groups.skrevet} med {as_printed(least.tal or 0)} til {most.skrevet} i hver ({groups.sted}) passer ikke med, "
        "at alle er med i én."
    )


CHECKS: Mapping[str, Check] = {
    "klima": familie(
        "Klimaprojekterne",
        "Antal, navne, datoer og procenter om klimaprojekterne på tværs af papirerne.",
        ("samme_tal", "samme_dato", "samme_ord", "navngivne", "udregnet", "mellem"),
        {
            "peergrupper": Rule(_peer_groups, trykt_tekst=med_enhed),
            "hovedstadens_kommuner": Rule(_of_the_capital, "andet_grundlag", trykt_tekst=med_enhed),
            "dk2020": Rule(_left, trykt_tekst=med_enhed),
            "timer": Rule(_hours, "andet_grundlag"),
        },
    ),
    "vip_deltagere": familie(
        "Klimaprojekternes deltagere",
        "Listerne over deltagere mod sig selv og mod teksten.",
        (),
        {
            "gengangere": Rule(
                lambda d: "Listen nævner samme kommune mere end én gang.",
                "trykfejl",
                trykt_tekst=lambda d: f"{listed(d.led['gengangere'])} to gange",
            ),
            "pilot": Rule(
                lambda d: f"Kommunen står ikke på listen over projektets deltagere og følgere ({d.sted_2}).",
                "andet_grundlag",
            ),
        },
    ),
    "vip_antal": familie(
        "Antal VIP-projekter",
        "Papirernes antal mod listerne over projekter.",
        (),
        {"projekter": Rule(lambda d: afsluttet(f"Listen har {regnet(d)}"), trykt_tekst=med_enhed)},
    ),
}
