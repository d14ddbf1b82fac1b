"""
Catalogues of a test's own: a few measures, written a row each.

A row is a sign for each of the six pejlemærker: a figure is so many stars, `-` ingen positiv effekt, `!` the same where
the sheet says that something gets worse, `+` positive with its stars lost, and `?` not assessed. Where the text does
not settle whether the place is empty, `o` stands for an empty one that may have one star, and `u` for two stars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analytics.mobilitet import Katalog
from analytics.mobilitet.katalog import KatalogMedForvaerring

PEJLEMAERKER = ("relevans", "sammenhaeng", "co2e", "sundhed", "kollektiv", "oekonomi")
_KINDS = {**dict.fromkeys("-!o", "ingen_positiv_effekt"), "?": "ikke_vurderet"}
_UNSETTLED = {"o": 1.0, "u": 2.0}
LOW = dict.fromkeys("-!?ou", 0) | {"+": 1} | {str(stars): stars for stars in range(1, 6)}
HIGH = LOW | {"+": 5, "?": 5, "o": 1, "u": 2}

ROWS = st.text("12345-!+?ou", min_size=6, max_size=6)
WEIGHTS = st.lists(st.integers(0, 5), min_size=6, max_size=6).filter(any)


def lille(
    rows: Sequence[str],
    priser: Sequence[float | None] = (),
    relationer: Sequence[tuple[int, int, str]] = (),
    *,
    forvaerring_taeller: bool = False,
) -> Katalog:
    """
    A catalogue with such rows; measures are numbered from 1.

    `priser` are in mio. kr., None where none is given (all, when left out); `relationer` as in mobilitet_relation.
    """
    numbers = range(1, len(rows) + 1)
    prices = [np.nan if price is None else float(price) for price in (priser or [None] * len(rows))]
    indsats = pd.DataFrame(
        {
            "indsats_nr": numbers,
            "navn": [f"Nr. {nr}" for nr in numbers],
            "kort_navn": [f"Nr. {nr}" for nr in numbers],
            "tema": "Cykel",
            "beskrivelse": "En sti.",
            "omfang": "steder",
            "anlaeg_status": ["kendes ikke" if np.isnan(price) else "oplyst" for price in prices],
            "anlaeg_mio_kr_lav": prices,
            "anlaeg_mio_kr_hoej": [price * 2 for price in prices],
            "co2_anlaeg_t_lav": np.nan,
            "co2_anlaeg_t_hoej": np.nan,
            "obs": None,
            "baseret_paa": "Et notat.",
        }
    )
    vurdering = pd.DataFrame(
        [
            {
                "indsats_nr": nr,
                "pejlemaerke_id": pejlemaerke,
                "vurdering": _KINDS.get(sign, "positiv"),
                "stjerner": 2.0 if sign == "u" else float(sign) if sign.isdigit() else np.nan,
                "placering": "tolket" if sign in _UNSETTLED else "trykt",
                "uafgjort_op_til": _UNSETTLED.get(sign, np.nan),
                "teksten_siger": "forvaerring" if sign == "!" else None,
                "tekst": "",
            }
            for nr, row in zip(numbers, rows, strict=True)
            for pejlemaerke, sign in zip(PEJLEMAERKER, row, strict=True)
        ]
    )
    kind = KatalogMedForvaerring if forvaerring_taeller else Katalog
    return kind(
        pejlemaerke=pd.DataFrame(
            {"pejlemaerke_id": PEJLEMAERKER, "nr": range(1, 7), "navn": [p.capitalize() for p in PEJLEMAERKER]}
        ),
        mobilitet_indsats=indsats,
        mobilitet_vurdering=vurdering,
        mobilitet_relation=pd.DataFrame(relationer, columns=["indsats_nr", "anden_indsats_nr", "art"]),
        mobilitet_fakta=pd.DataFrame(columns=["indsats_nr", "raekke", "hvad", "gaelder", "enhed", "forbehold"]),
        mobilitet_kommune=pd.DataFrame(columns=["indsats_nr", "kommune_id", "angaar"]),
        mobilitet_sted=pd.DataFrame(columns=["indsats_nr", "sted", "kommune_id", "kilde_linje"]),
        kommune=pd.DataFrame({"kommune_id": ["valby"], "navn": ["Valby"]}),
    )


def blandet(katalog: Katalog, seed: int) -> Katalog:
    """The same catalogue with the rows of every table in another order."""
    shuffled = {
        field.name: getattr(katalog, field.name).sample(frac=1, random_state=seed, ignore_index=True)
        for field in fields(katalog)
    }
    return Katalog(**shuffled)
