"""
Catalogues of a test's own: a few measures, written a row each.

A row is a sign for each of the six pejlemærker: a figure is so many stars, `-` ingen positiv effekt, `!` the same where
the sheet says that something gets worse, `+` positive with its stars lost, and `?` not assessed. Where the text does
not settle which of two places has one star, or two, both are `o`, or `u`: a row has two of one of them, or none. The
first is where it is placed.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analytics.mobilitet import Katalog
from analytics.mobilitet.katalog import KatalogMedForvaerring

PEJLEMAERKER = ("relevans", "sammenhaeng", "co2e", "sundhed", "kollektiv", "oekonomi")
_KINDS = {**dict.fromkeys("-!ou", "ingen_positiv_effekt"), "?": "ikke_vurderet"}
_UNSETTLED = {"o": 1.0, "u": 2.0}
LOW = dict.fromkeys("-!?ou", 0) | {"+": 1} | {str(stars): stars for stars in range(1, 6)}
HIGH = LOW | {"+": 5, "?": 5, "o": 1, "u": 2}


def with_shared(row: str, places: tuple[int, int] | None, sign: str) -> str:
    """Return a row with the sign at these two places."""
    return row if places is None else "".join(sign if at in places else own for at, own in enumerate(row))


PLACES = st.one_of(st.none(), st.sampled_from(list(itertools.combinations(range(6), 2))))
ROWS = st.builds(with_shared, st.text("12345-!+?", min_size=6, max_size=6), PLACES, st.sampled_from("ou"))
WEIGHTS = st.lists(st.integers(0, 5), min_size=6, max_size=6).filter(any)


def outcomes(row: str) -> list[tuple[int, ...]]:
    """Return all that the stars of a row can be."""
    spans = [(0, HIGH[sign]) if sign in _UNSETTLED else range(LOW[sign], HIGH[sign] + 1) for sign in row]
    both = [at for at, sign in enumerate(row) if sign in _UNSETTLED]
    return [each for each in itertools.product(*spans) if sum(each[at] > 0 for at in both) == len(both) / 2]


def ends(row: str, weights: Sequence[float]) -> tuple[float, float]:
    """Return the least and the most that a row can come to, its weights not divided by their sum."""
    worth = [sum(w * stars for w, stars in zip(weights, each, strict=True)) for each in outcomes(row)]
    return min(worth), max(worth)


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
                "vurdering": "positiv" if placed else _KINDS.get(sign, "positiv"),
                "stjerner": _UNSETTLED[sign] if placed else float(sign) if sign.isdigit() else np.nan,
                "placering": "tolket" if sign in _UNSETTLED else "trykt",
                "uafgjort_op_til": _UNSETTLED.get(sign, np.nan),
                "teksten_siger": "forvaerring" if sign == "!" else None,
                "tekst": "",
            }
            for nr, row in zip(numbers, rows, strict=True)
            for at, (pejlemaerke, sign) in enumerate(zip(PEJLEMAERKER, row, strict=True))
            for placed in [sign in _UNSETTLED and sign not in row[:at]]
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
