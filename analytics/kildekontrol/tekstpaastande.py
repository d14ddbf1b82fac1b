"""Claims of the running text against the tables, and the text against itself."""

from __future__ import annotations

import math
from collections.abc import Mapping

from analytics.kildekontrol import tabelnavne
from analytics.kildekontrol.kontrol import NOEJAGTIGT, Check, Difference, Rule, fast
from analytics.kildekontrol.regnestykker import dele, familie
from analytics.kildekontrol.slags import Kind
from dansk.saetning import begun, listed
from dansk.tal import as_printed, number

TAET_PAA_PCT = 5
"""How near two figures are that a text calls near: our reading, which no paper gives."""
_RUNDT = {1000: 500.0, 100: 50.0}
"""What a round end of a range in prose reaches: 9.000 means about nine thousand, and 16.359 means just that."""
_SKAARET = "ecimalerne er skåret af i stedet for afrundet."


def _cut_off(d: Difference) -> bool:
    return math.trunc(d.genberegnet) == d.trykt


def _misprint_if_cut_off(d: Difference) -> Kind:
    return "trykfejl" if _cut_off(d) else "modstrid"


def _figure(d: Difference) -> str:
    if _cut_off(d):
        return f"Tabellen har {d.genberegnet_som(1)}; d{_SKAARET}"
    return f"Tabellen giver {d.genberegnet_som(d.decimaler)}."


def _above_average(d: Difference) -> str:
    said = f"{tabelnavne.kapacitet(d)} giver {d.genberegnet_som(1)} procent over regionens gennemsnit."
    return f"{said} D{_SKAARET}" if _cut_off(d) else said


def _waits(d: Difference) -> str:
    said = f"Områdernes gennemsnitlige ventetider giver {d.genberegnet_som(1)} uger."
    highest = d.tal("hoejeste_ventetider")
    if math.trunc(10 * highest) != 10 * d.trykt:
        return said
    return f"{said} {d.trykt_som(1)} er gennemsnittet af deres højeste ventetider ({number(highest, 2)})."


def _grows_most(d: Difference) -> str:
    said = (
        f"{d.raekke} som helhed vokser {d.skrevet('vaerdi', 1)} procent og er nr. {d.genberegnet_som()}; "
        f"{d.led['hoejest']} vokser mest med {d.skrevet('stoerst', 1)} procent."
    )
    return f"{said} Regnet i antal borgere passer det." if d.led["flest"] else said


def _rank(d: Difference) -> str:
    return f"nr. {d.trykt_som()} som {'højeste' if d.led['ende'] == 'hoejest' else 'laveste'}"


def _claimed(d: Difference) -> str:
    return str(d.led["siger"]).replace("_", " ")


def _near(d: Difference) -> bool:
    return abs(d.tal("egen") - d.tal("landets")) <= TAET_PAA_PCT / 100 * d.tal("landets")


def _beside_the_country(d: Difference) -> str:
    over = number(100 * (d.tal("egen") / d.tal("landets") - 1))
    return (
        f"Tabel 2 har {d.skrevet('egen')} mod landets {d.skrevet('landets')}, {over} procent over, og det er det "
        "højeste af alle regioner."
    )


def _about(d: Difference) -> bool:
    reach = next((half for unit, half in _RUNDT.items() if d.trykt % unit == 0), d.halv)
    return abs(d.trykt - d.genberegnet) <= reach


def _range(d: Difference) -> str:
    return (
        f"Områderne går fra {d.skrevet('mindst')} til {d.skrevet('stoerst')} i {tabelnavne.kapacitet(d).lower()}. "
        f"Med bilag 3's borgere i {d.led['aar']} og kapaciteten fra {tabelnavne.effekt(d).lower()}, hvor den findes, "
        f"går de fra {d.skrevet('mindst_foer')} til {d.skrevet('stoerst_foer')}."
    )


def _nearest_fraction(d: Difference) -> bool:
    """Say whether the share is nearer to the fraction that the text names than to the ones beside it."""
    part, whole = d.tal("rammer"), d.trykt
    share = part / d.tal("antal")
    above = (1 / whole + 1 / (whole - 1)) / 2 if whole > 1 else 1.0
    return (1 / whole + 1 / (whole + 1)) / 2 <= share <= above


CHECKS: Mapping[str, Check] = {
    "tekst_tal": Check(
        "Tal i teksten",
        "Tal i teksten mod tabellerne.",
        "En halv enhed på det tal, som teksten skriver.",
        {
            "tabeller": Rule(_figure, _misprint_if_cut_off),
            "uger_gns_regionen": Rule(_waits, _misprint_if_cut_off),
            "borgere_pr_kapacitet_tabel_4": Rule(
                lambda d: (
                    f"Afsnittet handler om tabel 4, hvor regionens gennemsnit er {d.genberegnet_som()}. "
                    f"{d.trykt_som()} er tabel 2's tal for 2023."
                ),
                "andet_grundlag",
            ),
            "klinikejere": Rule(lambda d: f"Tabel 1 har {d.genberegnet_som()} ejere.", _misprint_if_cut_off),
            "fysioterapeuter_med_ydernummer": Rule(
                lambda d: f"Ejere, lejere og ejere uden kapacitet er tilsammen {d.genberegnet_som()} i tabel 1.",
                _misprint_if_cut_off,
            ),
            "over_gennemsnittet_pct": Rule(_above_average, _misprint_if_cut_off),
        },
    ),
    "tekst_plads": Check(
        "Højest og lavest",
        "Tekstens rækkefølger mod tabellerne.",
        "Områder med samme tal må bytte plads.",
        {
            "tabeller": Rule(lambda d: f"Tabellen giver plads nr. {d.genberegnet_som()}.", trykt_tekst=_rank),
            "vaekst_i_kommune": Rule(_grows_most, trykt_tekst=_rank),
            "pendlerandel_pct": Rule(
                lambda d: (
                    f"I bilag 4 er {d.led['foran']} højere med {d.skrevet('foran_vaerdi')} procent. «Ukendt» er ikke "
                    "et område og er holdt ude."
                ),
                trykt_tekst=_rank,
            ),
        },
    ),
    "tekst_sammenligning": Check(
        "Sammenligninger i teksten",
        "Over, under og tæt på mod tabellerne.",
        f"«Tæt på» er inden for {TAET_PAA_PCT} procent.",
        {
            "tabeller": Rule(lambda d: f"Tabellen har {d.genberegnet_som()}.", trykt_tekst=_claimed),
            "taet_paa_landet": Rule(_beside_the_country, taaler=_near, trykt_tekst=fast("tæt på landsgennemsnittet")),
            "alle_omraader": Rule(lambda d: f"Det højeste er {d.genberegnet_som()}."),
            "to_specialer": Rule(lambda d: f"Tabel 12 har {d.genberegnet_som()} i alt."),
            "placering": Rule(lambda d: f"Tabel 3 har området under {d.led['planomraade']}."),
        },
    ),
    "tekst_spaend": Check(
        "Spænd i teksten",
        "Tekstens fra og til mod de områder, den nævner.",
        "Et tal, der ender på 000 eller 00, er rundet til det; ellers en halv enhed.",
        {"omraader": Rule(_range, taaler=_about)},
    ),
    "tekst_udeladt": Check(
        "Oversprungne områder",
        "Områder, der hører til i et spænd, men ikke er nævnt.",
        "Tallene er, som de er trykt.",
        {
            "omraader": Rule(
                lambda d: (
                    f"{d.raekke} har {d.genberegnet_som()} borgere pr. kapacitet i "
                    f"{tabelnavne.kapacitet(d).lower()} og hører til mellem de nævnte, men er sprunget over."
                ),
                trykt_tekst=fast("ikke nævnt"),
            )
        },
    ),
    "tekst_andel": Check(
        "Andele i teksten",
        "«Hvert femte» og «en tredjedel» mod tabellerne.",
        "Andelen skal ligge nærmest den brøk, som teksten nævner.",
        {
            "omraader": Rule(
                lambda d: f"{d.skrevet('rammer')} af {d.skrevet('antal')} områder.", taaler=_nearest_fraction
            )
        },
    ),
    "tekst_henvisning": Check(
        "Henvisninger",
        "De bilag, som teksten henviser til, mod bilagenes titler.",
        NOEJAGTIGT,
        {
            "bilag": Rule(
                lambda d: (
                    f"{begun(str(d.led['hvad']))} på speciale {d.speciale} står i bilag {d.genberegnet_som()}; "
                    "bilagenes numre er byttet om."
                ),
                "trykfejl",
                trykt_tekst=lambda d: f"bilag {d.trykt_som()}",
            )
        },
    ),
    "tekst_navn": Check(
        "Navne",
        "Tekstens navn for et speciale mod tabel 6.",
        "Navnene skal være ens.",
        {"speciale": Rule(lambda d: f"Tabel 6 kalder speciale {d.speciale} {d.led['navn']}.", "trykfejl")},
    ),
    "tekst_ridefysioterapi": Check(
        "Kapaciteter i ridefysioterapi",
        "Tekstens timer og steder mod tabel 9.",
        NOEJAGTIGT,
        {
            "timer": Rule(
                lambda d: (
                    f"Tabel 9 har ingen kapacitet på {d.trykt_som()} timer; de to uden sted er på "
                    f"{listed([as_printed(hours) for hours in d.led['uden_sted']])} timer."
                ),
                trykt_tekst=lambda d: f"{d.trykt_som()} timer",
            ),
            "intet_tilbud": Rule(fast("Tabel 9 har et tilbud i planområdet."), trykt_tekst=fast("intet tilbud")),
        },
    ),
    "tekst_gentagelse": Check(
        "Samme tal flere steder",
        "Antal, som teksten nævner mere end én gang.",
        NOEJAGTIGT,
        {"foerste": Rule(lambda d: f"Teksten siger {d.genberegnet_som()} et andet sted.")},
    ),
    "fysioterapi_ord": familie(
        "Praksisplanens ord",
        "Praksisplanens ord og små tal mod hinanden.",
        ("sum", "heraf"),
        {
            "kommunegruppe": Rule(
                lambda d: (
                    f"Her er behovet størst i en «{d.trykt_tekst}» gruppe, i begrundelsen i en «{dele(d)[0].skrevet}» "
                    f"({d.sted_2}). Papiret siger ikke, hvilken vej grupperne tæller."
                ),
            )
        },
    ),
}
