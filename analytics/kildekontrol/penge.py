"""Money and patients (Tabel 5 to 8, bilag 1 and 2), growth (bilag 3) and the budget for new capacity."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol import tabelnavne
from analytics.kildekontrol.kontrol import AFRUNDET, NOEJAGTIGT, Check, Difference, Rule, fast
from dansk.saetning import listed
from dansk.tal import number

_TAELLER_FLERE_GANGE = "En patient kan være behandlet i flere kommuner"


def _divided(decimaler: int) -> Rule:
    return Rule(
        lambda d: (
            f"{d.skrevet('tilskud_kr', decimaler)} kr. delt med {d.skrevet('antal')} er "
            f"{d.genberegnet_som(decimaler)} kr."
        )
    )


def _patients_of_kommuner(d: Difference) -> str:
    together = f"Kommunerne i {tabelnavne.tilskud(d).lower()} giver tilsammen"
    if d.trykt < d.nedre:
        return f"Den største kommune i {tabelnavne.tilskud(d).lower()} har alene {number(d.nedre)} patienter."
    return (
        f"{together} {d.genberegnet_som()} patienter, altså {number(d.trykt - d.genberegnet)} færre. "
        f"{_TAELLER_FLERE_GANGE}, så summen kan være større end regionens tal, men ikke mindre. "
        "Københavns række ser ud til at være for lille."
    )


def _kroner_of_kommuner(d: Difference) -> str:
    off = d.trykt - d.genberegnet
    together = f"Kommunerne i {tabelnavne.tilskud(d).lower()} giver tilsammen {d.genberegnet_som()} kr."
    if off < 0:
        return f"{together}, altså {number(-off)} mere."
    return f"{together}, altså {number(off)} mindre. Københavns række ser ud til at være for lille."


def _the_city(d: Difference) -> str:
    return (
        f"Københavns områder i {tabelnavne.kapacitet(d).lower()} svarer til omkring {d.skrevet('byens_patienter')} "
        f"patienter. Rækken passer med de {d.skrevet('byens_omraader')} københavnske områder i planområde Byen alene: "
        f"{tabelnavne.efter_klinik(d)} har {d.skrevet('planomraadets_patienter')} patienter dér. "
        f"{listed(d.led['uden_for'])} ser ud til at mangle; det er udledt, papiret siger det ikke."
    )


def _patients_of_koebenhavn(d: Difference) -> str:
    if d.trykt > d.oevre:
        return f"Tabel 6 har kun {number(d.oevre)} patienter i hele regionen. {_the_city(d)}"
    return (
        f"Tabel 6 lader mindst {d.genberegnet_som()} patienter tilbage til København, når de andre kommuner er trukket "
        f"fra, og flere, hvis nogen er behandlet i flere kommuner. {_the_city(d)}"
    )


def _frame_in_the_proposal(d: Difference) -> str:
    share = f"egionens andel er {d.genberegnet_som(1)} mio. kr."
    if d.trykt == d.tal("ramme_national"):
        return f"{d.trykt_som(1)} mio. kr. er rammen for hele landet; r{share}"
    return f"R{share}"


def _grown(what: str) -> Rule:
    return Rule(lambda d: f"Fra {d.skrevet('fra')} til {d.skrevet('til')} {what} er {d.genberegnet_som(1)} procent.")


def _budget(rule: Rule) -> Rule:
    """Return the rule with its row known by the figure in tenths, as the text prints all of the budget's."""
    return Rule(rule.forklaring, rule.art, raekke=lambda d: f"{number(d.raekke_tal, 1)} {d.enhed}")


CHECKS: Mapping[str, Check] = {
    "tabel_5": Check(
        "Bloktilskud",
        "Beløb og procenter i tabel 5 mod kapacitet, tilskud pr. kapacitet og bloktilskudsnøgle.",
        AFRUNDET,
        {
            "fuld_udnyttelse": Rule(lambda d: f"Kapacitet gange tilskud pr. kapacitet er {d.genberegnet_som()} kr."),
            "afvigelse": Rule(
                lambda d: (
                    f"Tilskuddet ved fuld udnyttelse ligger {d.genberegnet_som(1)} procent fra andelen af "
                    "bloktilskuddet."
                )
            ),
            "noegle": Rule(lambda d: f"Med nøglen fra speciale 51 bliver andelen {d.genberegnet_som()} kr."),
        },
    ),
    "tilskud": Check(
        "Tilskud pr. patient og borger",
        "Tabel 6, 7 og 8 mod tilskud, patienter og borgere.",
        AFRUNDET,
        {"specialer": _divided(1), "kommuner": _divided(0)},
    ),
    "tabel_6": Check(
        "Kommuner mod region",
        "Summen af kommunerne i tabel 7 og 8 mod regionen i tabel 6, og hvad der så er tilbage til København.",
        "Beløb må afvige med en halv krone for hver kommune. Kommunernes patienter må være flere end regionens, fordi "
        "en patient kan være behandlet i flere kommuner, men ikke færre.",
        {
            "patienter": Rule(_patients_of_kommuner),
            "tilskud_kr": Rule(_kroner_of_kommuner),
            "koebenhavns_patienter": Rule(_patients_of_koebenhavn),
            "koebenhavns_tilskud_kr": Rule(
                lambda d: (
                    f"Tabel 6 lader {d.genberegnet_som()} kr. tilbage til København, når de andre kommuner er trukket "
                    f"fra. {_the_city(d)}"
                )
            ),
        },
    ),
    "borgere_2023": Check(
        "Befolkning i 2023",
        "Befolkningen bag tabel 6 mod summen af tabel 7.",
        NOEJAGTIGT,
        {
            "kommuner": Rule(
                lambda d: (
                    f"Tabel 6 deler med befolkningen i december 2023, tabel 7 og 8 med {d.genberegnet_som()} borgere, "
                    "som passer med 4. kvartal i tabel 3 og 4."
                ),
                "andet_grundlag",
            )
        },
    ),
    "patienter_2023": Check(
        "Patienter i 2023",
        "Patienterne i tabel 6 mod bilag 1 og 2.",
        NOEJAGTIGT,
        {
            "behandlede": Rule(
                lambda d: (
                    f"Tabel 6 tæller dem, der er behandlet i regionen; {tabelnavne.patienter(d).lower()} har "
                    f"{d.genberegnet_som()} patienter, og det tal bruger teksten også."
                ),
                "andet_grundlag",
            )
        },
    ),
    "pr_1000": Check(
        "Patienter pr. 1.000",
        "Bilag 1 og 2 mod patienter og borgere.",
        "En halv enhed på første decimal.",
        {
            "patienter": Rule(
                lambda d: (
                    f"{d.skrevet('patienter')} patienter og {d.skrevet('borgere')} borgere giver "
                    f"{d.genberegnet_som(1)} pr. 1.000."
                )
            )
        },
    ),
    "vaekst": Check(
        "Vækst",
        "Ændringer i procent i bilag 1, 2 og 3 mod de to år.",
        "En halv enhed på den sidste trykte decimal.",
        {"patienter": _grown("patienter"), "borgere": _grown("borgere")},
    ),
    "budget": Check(
        "Rammen for nye kapaciteter",
        "Rammer, andele og antal nye kapaciteter i teksten mod hinanden og mod tabel 5 og 10.",
        "Millioner har én decimal og må afvige med en halv enhed; antal kapaciteter skal passe nøjagtigt.",
        {
            name: _budget(rule)
            for name, rule in {
                "ramme_i_forslag": Rule(_frame_in_the_proposal),
                "ramme_regional": Rule(
                    lambda d: (
                        f"Med bloktilskudsnøglen i tabel 5 ({d.skrevet('noegle_pct', 1)} procent, 2023) er andelen "
                        f"{d.genberegnet_som(1)} mio. kr."
                    ),
                    "andet_grundlag",
                ),
                "ramme_national": Rule(
                    lambda d: (
                        f"Teksten siger {d.skrevet('andel_pct')} procent af {d.skrevet('ramme_62', 1)} mio. kr., og "
                        f"det er {d.genberegnet_som(1)} mio. kr.; det trykte er "
                        f"{number(100 * d.trykt / d.tal('ramme_62'))} procent."
                    )
                ),
                "andele": Rule(fast("De to andele giver ikke 100 procent tilsammen.")),
                "forslag_og_reserve": Rule(lambda d: f"Forslag og reserve er tilsammen {d.genberegnet_som(1)}."),
                "tilskud_pr_kapacitet": Rule(
                    lambda d: (
                        f"{d.skrevet('ramme_regional', 1)} mio. kr. er {d.genberegnet_som(1)} kapaciteter à "
                        f"{d.skrevet('tilskud_pr_kapacitet_kr')} kr., som er tabel 5's tilskud fra oktober 2023."
                    ),
                    "andet_grundlag",
                ),
                "tabel_10": Rule(lambda d: f"Tabel 10 har {d.genberegnet_som(1)}."),
            }.items()
        },
    ),
}
