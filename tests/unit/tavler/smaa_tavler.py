"""
Board tables of a test's own: a few projects and papers, a line each, so that every rule has a row that needs it.

Papers: `a` is of 1 January 2020, `b` of November 2022 (the month alone), `c` of 19 April 2024, `d` of 2025 (the year).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.tabeller import Frames

PAPERS = (
    ("a", "2020-01-01", "dag"),
    ("b", "2022-11-01", "maaned"),
    ("c", "2024-04-19", "dag"),
    ("d", "2025-01-01", "aar"),
)
_NOTHING = pd.NaT

Row = Mapping[str, object]


def tables(
    projects: Sequence[Row] = ({},),
    goals: Sequence[Row] = (),
    said: Sequence[Row] = (),
    named: Sequence[Row] = (),
    events: Sequence[Row] = (),
    prices: Sequence[Row] = (),
    pairs: Sequence[Row] = (),
    measures: Sequence[Row] = (),
    times: Sequence[Row] = (),
) -> Frames:
    """Return the boards' tables with these rows; what a row does not say is as the first of its kind below."""
    return {
        "kilde": _frame(
            [
                {"titel": "Et papir", "moede": None, "udgiver": None}
                | dict(zip(("kilde_id", "dato", "dato_praecision"), row, strict=True))
                for row in PAPERS
            ],
            "dato",
        ),
        "papirtid": _frame([_TIME | row for row in times], "dag", like=_TIME),
        "vip_projekt": _frame(
            [_PROJECT | {"projekt_id": f"p{nr}", "nr": nr} | row for nr, row in enumerate(projects, 1)]
        ),
        "vip_maal": _frame([_GOAL | {"nr": nr} | row for nr, row in enumerate(goals, 1)], "frist", like=_GOAL),
        "vip_status": _frame(
            [_SAID | {"raekkefoelge": nr} | row for nr, row in enumerate(said, 1)], "dato", like=_SAID
        ),
        "vip_deltager": _frame([_NAMED | row for row in named], "fra_dato", like=_NAMED),
        "vip_haendelse": _frame(
            [_EVENT | {"haendelse_id": f"h{nr}"} | row for nr, row in enumerate(events, 1)],
            *("fra_dato", "til_dato"),
            like=_EVENT | {"haendelse_id": ""},
        ),
        "vip_pris": _frame([_PRICE | row for row in prices], like=_PRICE),
        "vip_katalog": _frame([_PAIR | row for row in pairs], like=_PAIR),
        "mobilitet_indsats": _frame([_MEASURE | row for row in measures], like=_MEASURE),
        "aktoer": pd.DataFrame(
            [
                *(
                    {"aktoer_id": name, "navn": name.capitalize(), "art": "kommune", "kommune_id": name}
                    for name in KOMMUNER
                ),
                {"aktoer_id": "region", "navn": "Regionen", "art": "region", "kommune_id": None},
            ]
        ),
        "resultatmaal": pd.DataFrame({"kilde_id": pd.Series(dtype=object)}),
        "moede_opgave": pd.DataFrame({"kilde_id": pd.Series(dtype=object)}),
        "moede_opfoelgning": pd.DataFrame({"kilde_id": pd.Series(dtype=object)}),
    }


KOMMUNER = ("valby", "ishoej", "aarhus")
_AT = {"kilde_id": "a", "kilde_linje": 1}
_TIME: Row = {"ende": "tidligst", "dag": "2020-01-01", "hvorfor": "Det siger det.", **_AT}
_PROJECT: Row = {
    "omraade": "klima",
    "navn": "Projektet",
    "kort_navn": "Projekt",
    "navn_i_kataloget": None,
    "gruppe": None,
    "fra_aar": 2020,
    "til_aar": 2023,
    "periode_kilde_id": "a",
    "rapportering": "Forår (marts-april), efterår (oktober-november).",
    "rapportering_mdr": 6,
    "rapportering_linje": 9,
    **_AT,
}
_GOAL: Row = {
    "projekt_id": "p1",
    "nr": 1,
    "maal": "Et mål.",
    "frist": _NOTHING,
    "frist_trykt": None,
    "maalt": "nej",
    "naaet": None,
    "belaeg": None,
    "belaeg_kilde_id": None,
    "belaeg_kilde_linje": None,
    "videre_i": None,
    "videre_kilde_id": None,
    "videre_kilde_linje": None,
    **_AT,
}
_SAID: Row = {
    "projekt_id": "p1",
    "dato": "2020-01-01",
    "dato_praecision": "dag",
    "art": "status",
    "raekkefoelge": 1,
    "tekst": "Det går.",
    "tilstand": None,
    "kort_status": None,
    **_AT,
}
_NAMED: Row = {
    "projekt_id": "p1",
    "aktoer_id": "valby",
    "rolle": "deltager",
    "fra_dato": _NOTHING,
    "fra_dato_praecision": None,
    **_AT,
}
_EVENT: Row = {
    "omraade": "klima",
    "projekt_id": None,
    "fra_dato": "2020-06-01",
    "til_dato": "2020-06-01",
    "dato_praecision": "dag",
    "art": "start",
    "hvad": "Det begynder.",
    **_AT,
}
_PRICE: Row = {
    "projekt_id": "p1",
    "del": 1,
    "navn": "Vejen",
    "pris_mio_kr_lav": 100.0,
    "pris_mio_kr_hoej": 200.0,
    "pristekst": "100-200",
    **_AT,
}
_PAIR: Row = {"projekt_id": "p1", "del": 1, "indsats_nr": 1, "sammenlignelig": True, "forklaring": "Den samme.", **_AT}
_MEASURE: Row = {
    "indsats_nr": 1,
    "navn": "Vej",
    "anlaeg_status": "oplyst",
    "anlaeg_mio_kr_lav": 250.0,
    "anlaeg_mio_kr_hoej": 300.0,
}


def _frame(rows: Sequence[Row], *dates: str, like: Row | None = None) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=None if rows or like is None else list(like))
    for name in dates:
        frame[name] = pd.to_datetime(frame[name])
    return frame
