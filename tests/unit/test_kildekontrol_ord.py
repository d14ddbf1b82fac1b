"""What each check says of a difference, its kind and what it tolerates, on differences made up for the purpose."""

from __future__ import annotations

import json
from typing import Any

import pytest

from analytics.kildekontrol.kontrol import Difference
from analytics.kildekontrol.registret import CHECKS, rule
from analytics.kildekontrol.regnestykker import FAELLES

BASIS, MISPRINT, CONFLICT, LOST = "andet_grundlag", "trykfejl", "modstrid", "udtraekket"


def made_up(kontrol: str, regel: str, **changes: Any) -> Difference:
    """A difference of 1.234,5 where 1.000,25 follows, on speciale 51, with these changes; led as a dict."""
    row = {
        "felt": "tal",
        "speciale": 51,
        "trykt": 1234.5,
        "genberegnet": 1000.25,
        "halv": 0.05,
        "nedre": 900.0,
        "oevre": 1100.0,
        "raekke": "Valby",
        "raekke_tal": None,
        "enhed": None,
        "trykt_tekst": None,
    }
    led = json.dumps(changes.pop("led", {}))
    return Difference.af(row | {"kontrol": kontrol, "regel": regel, "led": led} | changes)


OTHERS = {"andet_speciale": 51, "det_andets_patienter": 471.4}
BUDGET = {"ramme_national": 19.6}
PATIENTS = {
    "byens_patienter": 36534.5,
    "byens_omraader": 6,
    "planomraadets_patienter": 23697.5,
    "uden_for": ["Amager", "Valby"],
}
SHORT = (
    "Rækken passer med de 6 københavnske områder i planområde Byen alene: {tabel} har 23.698 patienter dér. Amager og "
    "Valby ser ud til at mangle; det er udledt, papiret siger det ikke."
)
MAJORITY = {"kommuner_pct": 74.7, "omraader_pct": 67.2}
WITHOUT = "Patienter med ukendt bopæl er holdt ude; en klinik i et ukendt område er et andet sted, som i bilaget."
TOGETHER = (
    "Bilag 4 giver 75 procent behandlet i egen kommune, når København er én, og 67 procent i eget planlægningsområde "
    f"(speciale 51). {WITHOUT}"
)
GROWS = {"vaerdi": 8.25, "hoejest": "Brøndby", "stoerst": 12.35}
RANGE = {"mindst": 7628, "stoerst": 9149, "aar": 2024, "mindst_foer": 7478.5, "stoerst_foer": 9107.4}

PARTS = {
    "led": [
        {"hvad": "Et", "tal": 12, "enhed": "kr.", "tekst": None, "aar": 2021, "kilde_id": "004", "kilde_linje": 7},
        {"hvad": "To", "tal": 3.5, "enhed": "kr.", "tekst": None, "aar": 2022, "kilde_id": "001", "kilde_linje": 8},
        {"hvad": "Tre", "tal": 2019, "enhed": None, "tekst": None, "aar": 2023, "kilde_id": "004", "kilde_linje": 9},
    ],
    "ord": "Over",
    "gengangere": ["Valby", "Ishøj"],
}
WORDS = {
    "led": [
        {"hvad": "Et", "tal": None, "enhed": None, "tekst": "mia.", "aar": None, "kilde_id": "001", "kilde_linje": 8}
    ],
    "ord": "mio.",
    "gengangere": [],
}
OF_PARTS = {"led": PARTS, "enhed": "kr.", "kilde_id": "004", "kilde_id_2": "004", "kilde_linje_2": 7}
ELSEWHERE = {"led": PARTS, "enhed": "pct.", "kilde_id": "004", "kilde_id_2": "001", "kilde_linje_2": 8}
OF_WORDS = {"led": WORDS, "trykt_tekst": "mio.", "kilde_id": "004", "kilde_id_2": "001", "kilde_linje_2": 8}
COMMON: dict[str, tuple[dict[str, Any], str]] = {
    "heraf": (OF_PARTS, "De er en del af 12 kr. (linje 7)."),
    "samme_ord": (OF_WORDS, "Et andet sted står der «mia.» (kilde 001, linje 8)."),
    "samme_tal": (OF_PARTS, "Et andet sted er tallet 12 kr. (linje 7)."),
    "samme_dato": (OF_WORDS, "Et andet sted står der «mia.» (kilde 001, linje 8)."),
    "samme_aar": (OF_WORDS, "Et andet sted står der «mia.» (kilde 001, linje 8)."),
    "sum": (OF_PARTS, "12 kr., 3,5 kr. og 2.019 giver tilsammen 1.000,3 kr."),
    "udregnet": (OF_PARTS, "Regnet af 12 kr., 3,5 kr. og 2.019 bliver det 1.000,25 kr."),
    "mellem": (OF_PARTS, "Tallet må ligge fra 12 kr. til 3,5 kr. (linje 7)."),
    "navngivne": (OF_PARTS, "Nævnt ved navn er der 1.000 kr."),
    "flere_end": (OF_PARTS, "Det er ikke flere end tallet: 12 kr. (linje 7)."),
}
"""Rules that several families have: what they are asked about, and what they say."""

SAID: list[tuple[str, str, dict[str, Any], str, str]] = [
    *(
        (name, regel, changes, CONFLICT, words)
        for name, check in CHECKS.items()
        for regel, (changes, words) in COMMON.items()
        if check.regler.get(regel) is FAELLES[regel]
    ),
    ("sum", "kapaciteter", {}, CONFLICT, "Områderne i tabel 3 har tilsammen 1.000,25 kapaciteter."),
    ("sum", "kapaciteter", {"speciale": 62}, CONFLICT, "Områderne i tabel 4 har tilsammen 1.000,25 kapaciteter."),
    ("sum", "befolkninger", {}, CONFLICT, "Områderne i bilag 3 har tilsammen 1.000 borgere."),
    ("sum", "terapeuter", {}, CONFLICT, "Cellerne i Tabel 1 giver tilsammen 1.000."),
    ("sum", "landet", {}, CONFLICT, "Regionerne i Tabel 2 har tilsammen 1.000,25 kapaciteter."),
    ("sum", "tabel_5", {}, CONFLICT, "Tabel 2 har 1.000,25 kapaciteter."),
    ("sum", "bloktilskud", {}, CONFLICT, "Regionernes andele i Tabel 5 er tilsammen 1.000 kr."),
    (
        *("sum", "kommuner", {"felt": "borgere", "trykt": 1090, "genberegnet": 1000}, BASIS),
        "Kommunerne i bilag 1 har tilsammen 1.000 borgere, 90 færre end regionens række. "
        "Det kan være Christiansø, som hører til regionen og ikke til nogen kommune.",
    ),
    (
        *("sum", "kommuner", {"felt": "patienter", "trykt": 990, "genberegnet": 1000, "speciale": 62}, BASIS),
        "Kommunerne i bilag 2 har tilsammen 1.000 patienter, 10 flere end regionens række.",
    ),
    ("sum", "forslag", {}, CONFLICT, "Områderne i tabel 11 giver tilsammen 1.000,25."),
    ("sum", "forslag", {"speciale": 62}, CONFLICT, "Områderne i tabel 12 giver tilsammen 1.000,25."),
    ("sum", "tabel_10", {}, CONFLICT, "Områderne i tabel 10 giver 1.000,3."),
    (
        *("sum", "paa_tvaers", {"led": {"afrapporteringen": 1000.25}}, MISPRINT),
        "Tallene i rækken giver tilsammen 1.000. Det er også summen af de tal for andre regioner, som "
        "afrapporteringen nævner.",
    ),
    (
        *("sum", "paa_tvaers", {"raekke": "Total", "led": {"afrapporteringen": 1000.25}}, MISPRINT),
        "Tallene i rækken giver tilsammen 1.000. Fejlen er den samme som i rækken «Andre kommuner».",
    ),
    ("sum", "paa_tvaers", {"led": {"afrapporteringen": None}}, CONFLICT, "Tallene i rækken giver tilsammen 1.000."),
    ("sum", "nedad", {}, CONFLICT, "Tallene i kolonnen giver tilsammen 1.000."),
    ("sum", "laerepladser", {}, CONFLICT, "Kommunerne har tilsammen 1.000 lærepladser."),
    (
        *("gennemsnit", "omraader", {"speciale": 62, "trykt": 471, "genberegnet": 75.5, "led": OTHERS}, MISPRINT),
        "Områderne i tabel 4 giver et gennemsnit på 76. 471 er patienterne på speciale 51 delt med kapaciteten på "
        "speciale 62.",
    ),
    (
        *("gennemsnit", "omraader", {"trykt": 472, "genberegnet": 75.5, "led": OTHERS}, CONFLICT),
        "Områderne i tabel 3 giver et gennemsnit på 76.",
    ),
    (
        *("gennemsnit", "tabel_2", {"led": {"hvad": "patienter", "antal": 140217, "aar": 2023}}, CONFLICT),
        "Bilag 1 har 140.217 patienter i 2023.",
    ),
    ("gennemsnit", "landet", {}, CONFLICT, "Regionerne i Tabel 2 giver et landsgennemsnit på 1.000."),
    ("samme_folketal", "regioner", {}, CONFLICT, "De to specialer i Tabel 2 svarer til hver sit antal borgere."),
    (
        *("borgere_bilag_3", "bilag_3", {"led": {"borgere": 100000, "regnet_med": 99999.5}}, BASIS),
        "Tabel 3 regner med omkring 100.000 borgere fra 4. kvartal; bilag 3 har 100.000 for 2024.",
    ),
    (
        *("borgere_kommune", "kommuner", {"speciale": 62}, BASIS),
        "Tabel 4 svarer til omkring 1.000 borgere i Valby. Tabel 8 har sit eget tal for hele kommunen.",
    ),
    (
        *("udtraek", "regionen", {"halv": 0.005}, BASIS),
        "Tabel 3 giver 1.000,25 for regionen. Tabel 2 gælder 2023, og tabellerne er trukket på hver sin dato.",
    ),
    ("tabel_5", "fuld_udnyttelse", {}, CONFLICT, "Kapacitet gange tilskud pr. kapacitet er 1.000 kr."),
    (
        *("tabel_5", "afvigelse", {"genberegnet": -4.25}, CONFLICT),
        "Tilskuddet ved fuld udnyttelse ligger −4,3 procent fra andelen af bloktilskuddet.",
    ),
    ("tabel_5", "noegle", {}, CONFLICT, "Med nøglen fra speciale 51 bliver andelen 1.000 kr."),
    (
        *("tilskud", "specialer", {"led": {"tilskud_kr": 2000.5, "antal": 2}}, CONFLICT),
        "2.000,5 kr. delt med 2 er 1.000,3 kr.",
    ),
    (
        *("tilskud", "kommuner", {"led": {"tilskud_kr": 2000.5, "antal": 2}}, CONFLICT),
        "2.001 kr. delt med 2 er 1.000 kr.",
    ),
    (
        *("tabel_6", "patienter", {"trykt": 1010, "genberegnet": 1000, "nedre": 400, "oevre": 1000}, CONFLICT),
        "Kommunerne i tabel 7 giver tilsammen 1.000 patienter, altså 10 færre. En patient kan være behandlet i flere "
        "kommuner, så summen kan være større end regionens tal, men ikke mindre. Københavns række ser ud til at være "
        "for lille.",
    ),
    (
        *("tabel_6", "patienter", {"trykt": 399, "nedre": 400, "speciale": 62}, CONFLICT),
        "Den største kommune i tabel 8 har alene 400 patienter.",
    ),
    (
        *("tabel_6", "tilskud_kr", {"trykt": 1010, "genberegnet": 1000}, CONFLICT),
        "Kommunerne i tabel 7 giver tilsammen 1.000 kr., altså 10 mindre. Københavns række ser ud til at være for "
        "lille.",
    ),
    (
        *("tabel_6", "tilskud_kr", {"trykt": 990, "genberegnet": 1000}, CONFLICT),
        "Kommunerne i tabel 7 giver tilsammen 1.000 kr., altså 10 mere.",
    ),
    (
        *("tabel_6", "koebenhavns_patienter", {"trykt": 900, "genberegnet": 1000, "led": PATIENTS}, CONFLICT),
        "Tabel 6 lader mindst 1.000 patienter tilbage til København, når de andre kommuner er trukket fra, og flere, "
        "hvis nogen er behandlet i flere kommuner. Københavns områder i tabel 3 svarer til omkring 36.535 patienter. "
        + SHORT.format(tabel="bilag 4 (2023)"),
    ),
    (
        *("tabel_6", "koebenhavns_patienter", {"trykt": 1101, "oevre": 1100, "led": PATIENTS}, CONFLICT),
        "Tabel 6 har kun 1.100 patienter i hele regionen. Københavns områder i tabel 3 svarer til omkring 36.535 "
        "patienter. " + SHORT.format(tabel="bilag 4 (2023)"),
    ),
    (
        *("tabel_6", "koebenhavns_tilskud_kr", {"speciale": 62, "led": PATIENTS}, CONFLICT),
        "Tabel 6 lader 1.000 kr. tilbage til København, når de andre kommuner er trukket fra. Københavns områder i "
        "tabel 4 svarer til omkring 36.535 patienter. " + SHORT.format(tabel="tabel 4 (2024)"),
    ),
    (
        *("borgere_2023", "kommuner", {}, BASIS),
        "Tabel 6 deler med befolkningen i december 2023, tabel 7 og 8 med 1.000 borgere, som passer med 4. kvartal i "
        "tabel 3 og 4.",
    ),
    (
        *("patienter_2023", "behandlede", {}, BASIS),
        "Tabel 6 tæller dem, der er behandlet i regionen; bilag 1 har 1.000 patienter, og det tal bruger teksten også.",
    ),
    (
        *("pr_1000", "patienter", {"genberegnet": 50.25, "led": {"patienter": 201, "borgere": 4000}}, CONFLICT),
        "201 patienter og 4.000 borgere giver 50,3 pr. 1.000.",
    ),
    (
        *("vaekst", "patienter", {"genberegnet": -2.25, "led": {"fra": 1000, "til": 977.5}}, CONFLICT),
        "Fra 1.000 til 978 patienter er −2,3 procent.",
    ),
    (
        *("vaekst", "borgere", {"genberegnet": 2.25, "led": {"fra": 1000, "til": 1022}}, CONFLICT),
        "Fra 1.000 til 1.022 borgere er 2,3 procent.",
    ),
    (
        *("budget", "ramme_i_forslag", {"trykt": 19.6, "genberegnet": 6.1, "led": BUDGET}, CONFLICT),
        "19,6 mio. kr. er rammen for hele landet; regionens andel er 6,1 mio. kr.",
    ),
    (
        *("budget", "ramme_i_forslag", {"trykt": 19.5, "genberegnet": 6.1, "led": BUDGET}, CONFLICT),
        "Regionens andel er 6,1 mio. kr.",
    ),
    (
        *("budget", "ramme_regional", {"genberegnet": 6.25, "led": {"noegle_pct": 31.25}}, BASIS),
        "Med bloktilskudsnøglen i tabel 5 (31,3 procent, 2023) er andelen 6,3 mio. kr.",
    ),
    (
        *(
            "budget",
            "ramme_national",
            {"trykt": 20, "genberegnet": 16, "led": {"andel_pct": 40, "ramme_62": 40}},
            CONFLICT,
        ),
        "Teksten siger 40 procent af 40,0 mio. kr., og det er 16,0 mio. kr.; det trykte er 50 procent.",
    ),
    ("budget", "andele", {}, CONFLICT, "De to andele giver ikke 100 procent tilsammen."),
    ("budget", "forslag_og_reserve", {}, CONFLICT, "Forslag og reserve er tilsammen 1.000,3."),
    (
        *("budget", "tilskud_pr_kapacitet", {"led": {"ramme_regional": 6.1, "tilskud_pr_kapacitet_kr": 321000}}, BASIS),
        "6,1 mio. kr. er 1.000,3 kapaciteter à 321.000 kr., som er tabel 5's tilskud fra oktober 2023.",
    ),
    ("budget", "tabel_10", {}, CONFLICT, "Tabel 10 har 1.000,3."),
    ("forslag", "tillaeg", {}, CONFLICT, "Tabel 10 har 1.000,3."),
    (
        *("forslag_kapacitet", "kapacitet", {"led": {"forskellen_ligger_i": ["Amager", "Valby"]}}, CONFLICT),
        "Tabel 3 har 1.000,25; forskellen ligger i Amager og Valby.",
    ),
    (
        *("forslag_kapacitet", "kapacitet", {"led": {"forskellen_ligger_i": None}}, CONFLICT),
        "Tabel 3 har 1.000,25; papiret siger ikke hvorfor.",
    ),
    (
        *("forslag_bilag_3", "befolkning", {"led": {"borgere": 1000, "aar": 2030, "svarer_til": 899.5}}, CONFLICT),
        "Bilag 3 har 1.000 borgere i 2030; det trykte svarer til omkring 900, altså en anden befolkning.",
    ),
    (
        *("forslag_raekke", "med_tillaeg", {"led": {"uden": 1200, "tillaeg": 2.5, "svarer_til": 1.25}}, CONFLICT),
        "Rækkens egne 1.200 uden tillæg giver 1.000; 1.235 svarer til et tillæg på 1,3 i stedet for 2,5.",
    ),
    (
        *("forslag_raekke", "fald", {"genberegnet": 24.25, "led": {"tillaeg": 2.5, "kapacitet_foer": 7.125}}, CONFLICT),
        "2,5 lagt til 7,13 kapaciteter er et fald på 24,3 procent, uanset befolkningen.",
    ),
    (
        *("forslag_fald", "eget_fald", {"genberegnet": 24.25, "led": {"uden": 1000, "med": 757.5}}, CONFLICT),
        "Fra 1.000 til 758 er et fald på 24,3 procent.",
    ),
    (
        "ventetid",
        "klinikker",
        {"nedre": 13.75, "oevre": 39.25, "led": {"klinikker": 4, "uger_min": 1, "uger_max": 52}},
        CONFLICT,
        "Med 4 klinikker fra 1 til 52 uger må gennemsnittet ligge fra 13,8 til 39,3.",
    ),
    (
        *("ride_befolkning", "hele_omraader", {"led": {"som_i_forslaget": True}}, BASIS),
        "Bilag 1 har 1.000 borgere i 2023. Tabel 9's tal er det samme, som tabel 11 regner med for 2030.",
    ),
    (
        *("ride_befolkning", "hele_omraader", {"led": {"som_i_forslaget": False}}, BASIS),
        "Bilag 1 har 1.000 borgere i 2023.",
    ),
    (
        *(
            "ride_befolkning",
            "delte_omraader",
            {"led": {"bydele": ["Valby", "Vesterbro"], "alle_flyttet": 899.5}},
            BASIS,
        ),
        "Bilag 3 har 1.000 borgere i 2024, når Amager er flyttet. Er Valby og Vesterbro også flyttet, er det 900.",
    ),
    (
        *("ride_befolkning", "hele_regionen", {}, CONFLICT),
        "Tabel 9's rækker har tilsammen 1.235 borgere «2023»; tabel 6 regner med 1.000 i december 2023.",
    ),
    (
        *("ride_patienter", "patienter", {"led": {"i_region_sjaelland": 12}}, BASIS),
        "1.235 er behandlet i regionen. 1.000 bor i regionen, og 12 herfra brugte et tilbud i Region Sjælland.",
    ),
    ("pendling", "pendler_pct", {"genberegnet": 18.25}, CONFLICT, "Rækkens celler giver 18,3 procent."),
    ("pendling", "hjemme_pct", {"genberegnet": 18.25}, CONFLICT, "Kolonnens celler giver 18,3 procent."),
    (
        *("pendling", "patienter", {}, CONFLICT),
        "Bilag 4 har højst 1.100 patienter fra Valby. En patient kan være behandlet i flere områder, så bilag 4 kan "
        "have flere end bilag 1, men ikke færre.",
    ),
    (
        *("pendling", "patienter", {"trykt": 899}, CONFLICT),
        "Alene ét område har behandlet 900 patienter fra Valby i bilag 4.",
    ),
    ("tekst_pendling", "regionen", {"led": MAJORITY}, CONFLICT, TOGETHER),
    (
        *("tekst_pendling", "kommuner", {"genberegnet": 29.4, "led": MAJORITY}, BASIS),
        f"Af patienterne fra Valby er 29 procent behandlet i egen kommune. {TOGETHER}",
    ),
    (
        *("tekst_pendling", "andetsteds"),
        {"trykt": 59, "genberegnet": 45.6, "led": {"foran": ["Ishøj", "Dragør"], "foran_pct": [70.6, 60.5]}},
        CONFLICT,
        "59 procent er den del af klinikkernes patienter, der bor et andet sted. Af patienterne fra Valby er 46 "
        "procent behandlet i et andet planlægningsområde; flere er det i Ishøj (71 procent) og Dragør (61 procent). "
        + WITHOUT,
    ),
    (
        *("tekst_pendling", "andetsteds"),
        {"trykt": 59, "genberegnet": 45.6, "led": {"foran": None, "foran_pct": None}},
        CONFLICT,
        "59 procent er den del af klinikkernes patienter, der bor et andet sted. Af patienterne fra Valby er 46 "
        "procent behandlet i et andet planlægningsområde. " + WITHOUT,
    ),
    ("tekst_tal", "tabeller", {}, CONFLICT, "Tabellen giver 1.000,3."),
    (
        *("tekst_tal", "tabeller", {"trykt": 43, "genberegnet": 43.9}, MISPRINT),
        "Tabellen har 43,9; decimalerne er skåret af i stedet for afrundet.",
    ),
    (
        *("tekst_tal", "uger_gns_regionen", {"trykt": 2.8, "genberegnet": 1.25, "led": {"hoejeste_ventetider": 2.86}}),
        *(
            CONFLICT,
            "Områdernes gennemsnitlige ventetider giver 1,3 uger. 2,8 er gennemsnittet af deres højeste "
            "ventetider (2,86).",
        ),
    ),
    (
        *("tekst_tal", "uger_gns_regionen", {"trykt": 2.8, "genberegnet": 1.25, "led": {"hoejeste_ventetider": 2.7}}),
        *(CONFLICT, "Områdernes gennemsnitlige ventetider giver 1,3 uger."),
    ),
    (
        *("tekst_tal", "borgere_pr_kapacitet_tabel_4", {"trykt": 1000}, BASIS),
        "Afsnittet handler om tabel 4, hvor regionens gennemsnit er 1.000. 1.000 er tabel 2's tal for 2023.",
    ),
    ("tekst_tal", "klinikejere", {}, CONFLICT, "Tabel 1 har 1.000 ejere."),
    (
        *("tekst_tal", "fysioterapeuter_med_ydernummer", {}, CONFLICT),
        "Ejere, lejere og ejere uden kapacitet er tilsammen 1.000 i tabel 1.",
    ),
    (
        *("tekst_tal", "over_gennemsnittet_pct", {"trykt": 18, "genberegnet": 5.85}, CONFLICT),
        "Tabel 3 giver 5,9 procent over regionens gennemsnit.",
    ),
    (
        *("tekst_tal", "over_gennemsnittet_pct", {"trykt": 5, "genberegnet": 5.85}, MISPRINT),
        "Tabel 3 giver 5,9 procent over regionens gennemsnit. Decimalerne er skåret af i stedet for afrundet.",
    ),
    ("tekst_plads", "tabeller", {"genberegnet": 3, "led": {"ende": "lavest"}}, CONFLICT, "Tabellen giver plads nr. 3."),
    (
        *("tekst_plads", "vaekst_i_kommune", {"genberegnet": 9, "led": GROWS | {"flest": True}}, CONFLICT),
        "Valby som helhed vokser 8,3 procent og er nr. 9; Brøndby vokser mest med 12,4 procent. Regnet i antal borgere "
        "passer det.",
    ),
    (
        *("tekst_plads", "vaekst_i_kommune", {"genberegnet": 9, "led": GROWS | {"flest": False}}, CONFLICT),
        "Valby som helhed vokser 8,3 procent og er nr. 9; Brøndby vokser mest med 12,4 procent.",
    ),
    (
        *("tekst_plads", "pendlerandel_pct", {"led": {"foran": "Indre By", "foran_vaerdi": 66}}, CONFLICT),
        "I bilag 4 er Indre By højere med 66 procent. «Ukendt» er ikke et område og er holdt ude.",
    ),
    ("tekst_sammenligning", "tabeller", {}, CONFLICT, "Tabellen har 1.000."),
    (
        *("tekst_sammenligning", "taet_paa_landet", {"led": {"egen": 199.6, "landets": 100}}, CONFLICT),
        "Tabel 2 har 200 mod landets 100, 100 procent over, og det er det højeste af alle regioner.",
    ),
    ("tekst_sammenligning", "alle_omraader", {}, CONFLICT, "Det højeste er 1.000."),
    ("tekst_sammenligning", "to_specialer", {}, CONFLICT, "Tabel 12 har 1.000 i alt."),
    ("tekst_sammenligning", "placering", {"led": {"planomraade": "syd"}}, CONFLICT, "Tabel 3 har området under syd."),
    (
        *("tekst_spaend", "omraader", {"speciale": 62, "led": RANGE}, CONFLICT),
        "Områderne går fra 7.628 til 9.149 i tabel 4. Med bilag 3's borgere i 2024 og kapaciteten fra tabel 12, hvor "
        "den findes, går de fra 7.479 til 9.107.",
    ),
    (
        *("tekst_udeladt", "omraader", {}, CONFLICT),
        "Valby har 1.000 borgere pr. kapacitet i tabel 3 og hører til mellem de nævnte, men er sprunget over.",
    ),
    ("tekst_andel", "omraader", {"led": {"rammer": 7, "antal": 37}}, CONFLICT, "7 af 37 områder."),
    (
        *("tekst_henvisning", "bilag", {"genberegnet": 7, "led": {"hvad": "ventetid"}}, MISPRINT),
        "Ventetid på speciale 51 står i bilag 7; bilagenes numre er byttet om.",
    ),
    ("tekst_navn", "speciale", {"led": {"navn": "fysio"}}, MISPRINT, "Tabel 6 kalder speciale 51 fysio."),
    (
        *("tekst_ridefysioterapi", "timer", {"trykt": 30, "led": {"uden_sted": [12.5, 37.0]}}, CONFLICT),
        "Tabel 9 har ingen kapacitet på 30 timer; de to uden sted er på 12,5 og 37 timer.",
    ),
    ("tekst_ridefysioterapi", "intet_tilbud", {}, CONFLICT, "Tabel 9 har et tilbud i planområdet."),
    ("tekst_gentagelse", "foerste", {}, CONFLICT, "Teksten siger 1.000 et andet sted."),
    ("resultat", "i_regionen", {}, CONFLICT, "Kommunefordelingen har 1.000 i regionen."),
    ("resultat", "fra_andre", {}, CONFLICT, "Kommunefordelingen har 1.000 fra andre kommuner."),
    ("resultat", "af_dele", {}, CONFLICT, "Kommentarens tal giver tilsammen 1.000."),
    ("resultat", "ydelser", {}, CONFLICT, "Ydelserne giver tilsammen 1.000."),
    ("resultat", "andel", {"led": {"andel_pct": 40, "af": 2500}}, CONFLICT, "40 procent af 2.500 er 1.000."),
    (
        *("resultat_gentagelse", "kendskab", {"led": {"kilde_id": "002", "kilde_linje": 7}}, CONFLICT),
        "Kilde 002 har 1.000 pct. (linje 7).",
    ),
    ("resultat_gentagelse", "kontrakt", {}, CONFLICT, "Kontrakten har 1.000 pct. som mål."),
    *(
        (
            "resultat_gentagelse",
            "stigning",
            {
                "trykt": printed,
                "genberegnet": 45.85,
                "led": {"kilde_id": "002", "kilde_linje": 7, "procentpoint": 11, "fra": 24, "til": 35},
            },
            kind,
            "Kilde 002 siger 11 procentpoint (linje 7). Fra 24 til 35 pct. er en stigning på 45,9 procent.",
        )
        for printed, kind in ((11, MISPRINT), (12, CONFLICT))
    ),
    (
        "social",
        "voksne",
        OF_PARTS,
        CONFLICT,
        "Andre steder er det 12 kr. (linje 7, kilde 001, linje 8 og linje 9), og det passer med summen.",
    ),
    (
        "social",
        "vaekst_om_aaret",
        OF_PARTS | {"led": PARTS | {"led": [*PARTS["led"][:1], *PARTS["led"][2:], *PARTS["led"][2:]]}},
        CONFLICT,
        "Højst 12 kr. om året (linje 7) fra 2019 til 2019 bliver 1.000,3 kr.",
    ),
    ("social", "enhed", OF_WORDS, MISPRINT, "Regnskabet ved siden af er i mia.; budgettet må være i samme enhed."),
    (
        "social",
        "merforbrug",
        OF_PARTS | {"led": PARTS | {"led": PARTS["led"][:2]}},
        CONFLICT,
        "Regnskabet på 12 minus budgettet på 3,5 er 1.000,3 kr. Den trykte procent svarer også til det.",
    ),
    ("social", "alder", OF_WORDS, CONFLICT, "Figuren er om mia.-årige (kilde 001, linje 8)."),
    (
        *("social", "udmelding", OF_WORDS, BASIS),
        "Senere i punktet hedder den udmeldingen fra «mia.» (kilde 001, linje 8). Det kan være den dag, kommunerne "
        "svarede.",
    ),
    (
        *("klima", "peergrupper", OF_PARTS, CONFLICT),
        "12 kr. med 3,5 til 2.019 i hver (linje 7) passer ikke med, at alle er med i én.",
    ),
    ("mobilitet_papirer", "stavning", OF_WORDS, MISPRINT, "Listen staver det «mia.» (kilde 001, linje 8)."),
    ("social", "maalgrupper", OF_WORDS, MISPRINT, "Sætningen efter nævner «mia.» (kilde 001, linje 8)."),
    (
        "social",
        "diagnoser",
        OF_WORDS,
        CONFLICT,
        "Et andet sted er det kun «mia.» diagnosegrupper (kilde 001, linje 8).",
    ),
    (
        "social",
        "over_landet",
        OF_PARTS | {"led": PARTS | {"led": PARTS["led"][:2]}},
        CONFLICT,
        "3,5 kr. over et gennemsnit på 9 kr. er 1.000,3 kr.",
    ),
    (
        "gravide",
        "samme_raekke",
        OF_PARTS,
        MISPRINT,
        "Tabellen før har 12 kr. i rækken med samme navn (linje 7). Den her er om tiden under opholdet, så «før» "
        "ser ud til "
        "at være en skrivefejl.",
    ),
    ("gravide", "i_tabellen", OF_PARTS, CONFLICT, "Tabellen giver 1.000,3 kr. (linje 7)."),
    (
        "gravide",
        "maalgruppe",
        OF_PARTS,
        BASIS,
        "Kommunerne har selv visiteret højst 12 kr. om året til døgnbehandling i 2022-2023 (linje 7). Papiret siger "
        "ikke, hvor mange år styrelsens tal dækker.",
    ),
    (
        "gravide",
        "om_aaret",
        OF_PARTS,
        BASIS,
        "Kommunerne har selv visiteret højst 12 kr. om året i 2022-2023 (linje 7). Danske Regioner skønner, hvor "
        "mange der har brug for det.",
    ),
    ("sikrede_pladser", "taksten", OF_PARTS, CONFLICT, "Er 12 kr. 3,5 kr. af prisen, er den 1.000,25 kr."),
    (
        "klima",
        "hovedstadens_kommuner",
        OF_PARTS | {"led": PARTS | {"led": [*PARTS["led"][:1], *WORDS["led"]]}},
        BASIS,
        "Hovedstaden har 12 kr. (linje 7). Tallet er kommunerne i Energi på Tværs, hvor mia. også er med (kilde "
        "001, linje "
        "8).",
    ),
    (
        "klima",
        "dk2020",
        OF_PARTS | {"led": PARTS | {"led": PARTS["led"][:2]}},
        CONFLICT,
        "Landet har 12 kr. (linje 7). Uden de 3,5 kr., der var først, er det 1.000,3 kr.",
    ),
    (
        "klima",
        "timer",
        OF_WORDS,
        BASIS,
        "Selve projektet er planlagt fra mia. (kilde 001, linje 8), så det første år er kun halvt.",
    ),
    ("vip_deltagere", "gengangere", OF_PARTS, MISPRINT, "Listen nævner samme kommune mere end én gang."),
    (
        "vip_deltagere",
        "pilot",
        OF_WORDS,
        BASIS,
        "Kommunen står ikke på listen over projektets deltagere og følgere (kilde 001, linje 8).",
    ),
    ("vip_antal", "projekter", OF_PARTS, CONFLICT, "Listen har 1.000,3 kr."),
    ("mobilitet_papirer", "dele", OF_PARTS, BASIS, "Den senere dagsorden deler analysen i 12 kr. (linje 7)."),
    ("mobilitet_papirer", "slut", OF_WORDS, BASIS, "Den senere dagsorden siger «mia.» (kilde 001, linje 8)."),
    (
        "mobilitet_papirer",
        "aarlige",
        OF_WORDS,
        MISPRINT,
        "Samme linje siger også «mia.», og det gør potentialet (kilde 001, linje 8). Kataloget har samme ordvalg flere "
        "steder.",
    ),
    (
        "katalog_passagerer",
        "andel",
        ELSEWHERE | {"led": {"flere": 300, "potentiale": 15000}},
        CONFLICT,
        "300 flere end 14.700 er 1.000,3 pct. Sådan er procenten regnet ved katalogets andre indsatser.",
    ),
    (
        "katalog_passagerer",
        "frekvens",
        {"led": {"minutter": 20}, "enhed": "afgange pr. time"},
        CONFLICT,
        "Med 20 minutter mellem afgange er det 1.000,3 afgange pr. time.",
    ),
    (
        "vip_pris",
        "kataloget",
        ELSEWHERE,
        BASIS,
        "Mobilitetskataloget har 1.000 mio. kr. for samme strækning (kilde 001, linje 8). Listen siger ikke, "
        "hvilket års "
        "priser den bruger.",
    ),
    (
        "befolkning_paa_tvaers",
        "fingerplanen",
        ELSEWHERE | {"led": {"flere": 150000, "til": 2050, "antal_aar": 10}},
        BASIS,
        "Faktaarket om Fingerplanen venter 150.000 flere i 2050 (kilde 001, linje 8). Over lige så mange år er det "
        "1.000,3 "
        "pct.",
    ),
    (
        "befolkning_paa_tvaers",
        "bilag_3",
        ELSEWHERE | {"led": {"pct": 2.37, "fra": 2024, "til": 2030}},
        BASIS,
        "Bilag 3 har 2,4 pct. for regionen fra 2024 til 2030 (kilde 001, linje 8). Over lige så mange år er det "
        "1.000,3 "
        "pct.",
    ),
    ("fingerplan", "kommuner", OF_PARTS, CONFLICT, "Regnet op er det 1.000,3 kr. (linje 7)."),
    ("fingerplan", "andel", ELSEWHERE, CONFLICT, "Af landets borgere i tabel 2 er det 1.000,3 pct."),
    (
        "erhvervspapirer",
        "vejledt",
        OF_WORDS,
        MISPRINT,
        "Målet gælder mia. (kilde 001, linje 8), og de andre mål spørger dem, der er vejledt det år. Årstallet ser "
        "ud til "
        "at være glemt fra en ældre kontrakt.",
    ),
    (
        "erhvervspapirer",
        "foerste_maaling",
        OF_WORDS,
        CONFLICT,
        "Stigningen er regnet fra mio., men den første måling er fra mia. (kilde 001, linje 8).",
    ),
    (
        "erhvervspapirer",
        "lovens_alder",
        OF_PARTS | {"led": PARTS | {"led": PARTS["led"][2:]}, "enhed": "år"},
        CONFLICT,
        "Loven trådte i kraft i 2019 (linje 9), altså 1.000,3 år før mødet.",
    ),
    (
        "erhvervspapirer",
        "kontrakt",
        OF_WORDS,
        BASIS,
        "Dagsordenen siger, at der er «mia.» (kilde 001, linje 8). Afrapporteringen kalder målene en kontrakt.",
    ),
    (
        "erhvervspapirer",
        "early_warning",
        OF_PARTS,
        BASIS,
        "Afrapporteringen har 12 kr. (linje 7); årsberetningen tæller virksomheder.",
    ),
    (
        "erhvervspapirer",
        "abonnenter",
        OF_PARTS,
        BASIS,
        "Afrapporteringen har præcis 12 kr. (linje 7). Årsberetningen siger «over» og kalder dem virksomheder.",
    ),
    (
        "erhvervspapirer",
        "deltagere",
        OF_PARTS | {"led": PARTS | {"led": PARTS["led"][:2]}},
        BASIS,
        "Afrapporteringen har 12 kr. fra regionen (linje 7). Med dem fra andre regioner er det 3,5 (kilde 001, "
        "linje 8).",
    ),
    (
        "erhvervspapirer",
        "ukraine",
        OF_PARTS,
        BASIS,
        "Kommunefordelingen har 1.000 deltagelser (linje 7); her er hver iværksætter talt én gang.",
    ),
    (
        "eu_kontor",
        "naevnte_projekter",
        OF_PARTS,
        BASIS,
        "De projekter, som beretningen nævner beløb for, fik tilsammen 1.000,3 kr. Det største, 12 kr. (linje 7), "
        "er for "
        "hele landet.",
    ),
    ("midtjylland", "overskrift", OF_WORDS, MISPRINT, "Et andet sted hedder det «mia.» (kilde 001, linje 8)."),
    ("midtjylland", "bidrag", OF_PARTS, CONFLICT, "Kommunernes bidrag er tilsammen 1.000,3 kr."),
    ("udtraekket", "tal", {}, LOST, "Tallet er gået tabt i udtrækket; ordene ved siden af er der endnu."),
    (
        "udtraekket",
        "liste",
        OF_PARTS,
        LOST,
        "Kataloget har 1.000,3 kr. (linje 7). Resten af listen er gået tabt i udtrækket.",
    ),
    (
        "udtraekket",
        "celle",
        {"led": {"mindst": 16, "hoejst": 58}},
        LOST,
        "Cellen er gået tabt i udtrækket. De trykte procenter og et løst 16-tal ved sideskiftet giver plads til 16 til "
        "58 patienter.",
    ),
    (
        "udtraekket",
        "bilag",
        {},
        LOST,
        "Bilaget var et billede og er gået tabt, så eksemplet kan ikke holdes op mod det.",
    ),
    ("udtraekket", "oversigt", {}, LOST, "Overskriften er der, men oversigten under den er gået tabt i udtrækket."),
    ("pendling_eksempel", "eksempel", OF_PARTS, CONFLICT, "Cellen har 1.000 patienter (linje 7)."),
    (
        "tabel_7_bilag_4",
        "patienter",
        {},
        CONFLICT,
        "Bilag 4 har højst 1.100 patienter hos klinikkerne i Valby. Det kan have flere end tabel 7, men ikke færre.",
    ),
    (
        "tabel_7_bilag_4",
        "patienter",
        {"trykt": 899},
        CONFLICT,
        "Alene ét område har sendt 900 patienter til klinikkerne i Valby i bilag 4.",
    ),
    (
        "ventetid_andel",
        "halvdelen",
        {"led": {"faerrest": 114, "flest": 116, "ejere": 162}},
        BASIS,
        "Bilag 6 og 7 har 114 og 116 klinikker med en ventetid, mod 162 klinikejere. En ejer kan have flere klinikker.",
    ),
    (
        "fysioterapi_ord",
        "kommunegruppe",
        OF_WORDS,
        CONFLICT,
        "Her er behovet størst i en «mio.» gruppe, i begrundelsen i en «mia.» (kilde 001, linje 8). Papiret siger "
        "ikke, "
        "hvilken vej grupperne tæller.",
    ),
]


@pytest.mark.parametrize(("kontrol", "regel", "changes", "kind", "words"), SAID)
def test_what_a_check_says(kontrol: str, regel: str, changes: dict[str, Any], kind: str, words: str) -> None:
    difference = made_up(kontrol, regel, **changes)
    said = rule(difference).forklaring(difference)
    assert said == words
    assert rule(difference).kind(difference) == kind


def test_every_check_is_tried() -> None:
    assert {(kontrol, regel) for kontrol, regel, *_ in SAID} == {
        (name, regel) for name, check in CHECKS.items() for regel in check.regler
    }


@pytest.mark.parametrize(
    ("kontrol", "regel", "changes", "printed"),
    [
        ("sum", "kapaciteter", {"trykt": 7, "halv": 0.005}, "7,00"),
        ("sum", "kapaciteter", {"trykt": 7, "halv": 0.05}, "7,0"),
        ("sum", "kapaciteter", {"trykt": 1234, "halv": 0.5}, "1.234"),
        ("sum", "tabel_10", {"trykt": 3.25, "halv": 0}, "3,25"),
        ("sum", "tabel_10", {"trykt": 3, "halv": 0}, "3"),
        ("tekst_navn", "speciale", {"trykt_tekst": "fysioterapi"}, "fysioterapi"),
        ("tekst_plads", "tabeller", {"trykt": 2, "led": {"ende": "hoejest"}}, "nr. 2 som højeste"),
        ("tekst_plads", "tabeller", {"trykt": 1, "led": {"ende": "lavest"}}, "nr. 1 som laveste"),
        ("tekst_sammenligning", "tabeller", {"led": {"siger": "under_nul"}}, "under nul"),
        ("tekst_sammenligning", "taet_paa_landet", {}, "tæt på landsgennemsnittet"),
        ("tekst_udeladt", "omraader", {}, "ikke nævnt"),
        ("tekst_pendling", "regionen", {}, "langt overvejende flertal i egen kommune"),
        ("tekst_pendling", "kommuner", {}, "langt overvejende flertal i egen kommune"),
        ("tekst_pendling", "andetsteds", {"trykt": 59, "halv": 0.5}, "59"),
        ("tekst_henvisning", "bilag", {"trykt": 6}, "bilag 6"),
        ("tekst_ridefysioterapi", "timer", {"trykt": 30}, "30 timer"),
        ("tekst_ridefysioterapi", "intet_tilbud", {}, "intet tilbud"),
        ("resultat_gentagelse", "stigning", {"trykt": 11, "halv": 0.5, "enhed": "pct."}, "11 pct."),
        ("social", "sum", {"trykt": 16.4, "enhed": "mia. kr."}, "16,4 mia. kr."),
        ("social", "samme_dato", {"trykt_tekst": "22. november 2023"}, "22. november 2023"),
        ("social", "enhed", {"trykt_tekst": "mio."}, "mio. kr."),
        ("social", "alder", {"trykt_tekst": "18-64"}, "18-64-årige"),
        ("vip_deltagere", "gengangere", OF_PARTS, "Valby og Ishøj to gange"),
        ("vip_pris", "kataloget", {"trykt": 14000, "halv": 500}, "14.000 mio. kr."),
        ("erhvervspapirer", "abonnenter", OF_PARTS | {"trykt": 3096, "halv": 0}, "over 3.096 kr."),
        ("erhvervspapirer", "deltagere", OF_PARTS | {"trykt": 2300, "halv": 0}, "over 2.300 kr."),
        ("ventetid_andel", "halvdelen", {"trykt_tekst": "halvdelen"}, "ca. halvdelen"),
    ],
)
def test_what_is_printed(kontrol: str, regel: str, changes: dict[str, Any], printed: str) -> None:
    difference = made_up(kontrol, regel, **changes)
    assert rule(difference).trykt_tekst(difference) == printed


@pytest.mark.parametrize(
    ("kontrol", "regel", "changes", "row"),
    [
        ("sum", "nedad", {}, "Valby"),
        ("tekst_tal", "tabeller", {"raekke": None, "raekke_tal": 16359, "enhed": "borgere"}, "16.359 borgere"),
        ("tekst_henvisning", "bilag", {"raekke": None, "raekke_tal": 6, "enhed": "bilag"}, "bilag 6"),
        ("budget", "tabel_10", {"raekke": None, "raekke_tal": 31, "enhed": "kapaciteter"}, "31,0 kapaciteter"),
    ],
)
def test_how_the_printed_row_is_known(kontrol: str, regel: str, changes: dict[str, Any], row: str) -> None:
    difference = made_up(kontrol, regel, **changes)
    assert rule(difference).raekke(difference) == row


@pytest.mark.parametrize(
    ("kontrol", "regel", "changes", "tolerated"),
    [
        ("sum", "nedad", {"trykt": 1, "genberegnet": 1.0001}, False),
        ("tekst_spaend", "omraader", {"trykt": 9000, "genberegnet": 9500}, True),
        ("tekst_spaend", "omraader", {"trykt": 9000, "genberegnet": 8500}, True),
        ("tekst_spaend", "omraader", {"trykt": 9000, "genberegnet": 9501}, False),
        ("tekst_spaend", "omraader", {"trykt": 7400, "genberegnet": 7450}, True),
        ("tekst_spaend", "omraader", {"trykt": 7400, "genberegnet": 7451}, False),
        ("tekst_spaend", "omraader", {"trykt": 16359, "genberegnet": 16359.5, "halv": 0.5}, True),
        ("tekst_spaend", "omraader", {"trykt": 16359, "genberegnet": 16360, "halv": 0.5}, False),
        ("tekst_sammenligning", "taet_paa_landet", {"led": {"egen": 105, "landets": 100}}, True),
        ("tekst_sammenligning", "taet_paa_landet", {"led": {"egen": 95, "landets": 100}}, True),
        ("tekst_sammenligning", "taet_paa_landet", {"led": {"egen": 105.1, "landets": 100}}, False),
        ("tekst_sammenligning", "taet_paa_landet", {"led": {"egen": 94.9, "landets": 100}}, False),
        # A fifth is nearer than a sixth from 11/60 and than a fourth to 9/40.
        ("tekst_andel", "omraader", {"trykt": 5, "led": {"rammer": 184, "antal": 1000}}, True),
        ("tekst_andel", "omraader", {"trykt": 5, "led": {"rammer": 183, "antal": 1000}}, False),
        ("tekst_andel", "omraader", {"trykt": 5, "led": {"rammer": 225, "antal": 1000}}, True),
        ("tekst_andel", "omraader", {"trykt": 5, "led": {"rammer": 226, "antal": 1000}}, False),
        ("tekst_andel", "omraader", {"trykt": 1, "led": {"rammer": 750, "antal": 1000}}, True),
        ("tekst_andel", "omraader", {"trykt": 1, "led": {"rammer": 749, "antal": 1000}}, False),
        ("tekst_andel", "omraader", {"trykt": 1, "led": {"rammer": 1000, "antal": 1000}}, True),
    ],
)
def test_what_a_check_tolerates(kontrol: str, regel: str, changes: dict[str, Any], tolerated: bool) -> None:
    difference = made_up(kontrol, regel, **changes)
    assert rule(difference).taaler(difference) is tolerated
