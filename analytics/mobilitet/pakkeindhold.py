"""What a package comes to, whoever put it together: sums as ranges, what is not known, and what does not fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from analytics.mobilitet.katalog import Katalog
from analytics.talraekker import Bools, Floats
from dansk.saetning import begun

_RESERVATIONS = {
    "opstart og drift": "Beløbet for {} dækker opstart og drift og er ikke lagt til anlæg.",
    "kun drift": "{} skal ikke anlægges; hvad driften koster, er ikke oplyst.",
}
"""What the state of a price asks to be said, by anlaeg_status."""


@dataclass(frozen=True)
class Pakkesum:
    """
    A sum from `lav` to `hoej` over the measures that have a figure, and the measures that have none (`ukendte`).

    Both are None when no measure has one: that is not a zero.
    """

    lav: float | None
    hoej: float | None
    ukendte: tuple[int, ...]


@dataclass(frozen=True)
class Bidrag:
    """
    What a package gets on a pejlemærke.

    `stjerner_lav` and `stjerner_hoej` are the least and the most stars that it can come to. `positive`,
    `ingen_positiv_effekt` and `ikke_vurderet` count the measures, `uden_stjerner` those of the positive whose stars are
    lost. `forvaerring` are the measures whose sheets say that something gets worse there.
    """

    pejlemaerke_id: str
    stjerner_lav: int
    stjerner_hoej: int
    positive: int
    ingen_positiv_effekt: int
    ikke_vurderet: int
    uden_stjerner: int
    forvaerring: tuple[int, ...]


@dataclass(frozen=True)
class Sammensaetning:
    """
    What a package comes to; measures in order.

    `anlaeg_mio_kr` is at 2024 prices, `co2_anlaeg_t` tonnes from construction. `brud` are the requirements that are not
    met and the overlaps, and `forbehold` what must be said of its prices: Danish sentences.
    """

    indsatser: tuple[int, ...]
    anlaeg_mio_kr: Pakkesum
    co2_anlaeg_t: Pakkesum
    pejlemaerker: tuple[Bidrag, ...]
    brud: tuple[str, ...]
    forbehold: tuple[str, ...]


def sammensaetning(katalog: Katalog, indsatser: Collection[int]) -> Sammensaetning:
    """Return what the measures come to together. Raises ValueError, in Danish, for one that is not there."""
    chosen = tuple(sorted(set(indsatser)))
    rows = katalog.raekker(chosen)
    status = dict(zip(katalog.mobilitet_indsats["indsats_nr"], katalog.mobilitet_indsats["anlaeg_status"], strict=True))
    reservations = [
        text.format(katalog.kald(nr)) for nr in chosen if (text := _RESERVATIONS.get(status[nr])) is not None
    ]
    return Sammensaetning(
        chosen,
        _span(chosen, katalog.pris_lav[rows], katalog.pris_hoej[rows]),
        _span(chosen, katalog.co2_lav[rows], katalog.co2_hoej[rows]),
        tuple(_gets(katalog, chosen, rows, column) for column in range(len(katalog.pejlemaerker))),
        tuple(begun(text) for text in _broken(katalog, chosen)),
        tuple(begun(text) for text in reservations),
    )


def _span(measures: Sequence[int], low: Floats, high: Floats) -> Pakkesum:
    unknown: Bools = np.isnan(low) | np.isnan(high)
    without = tuple(nr for nr, is_unknown in zip(measures, unknown, strict=True) if is_unknown)
    if without and len(without) == len(measures):
        return Pakkesum(None, None, without)
    return Pakkesum(float(low[~unknown].sum()), float(high[~unknown].sum()), without)


def _gets(katalog: Katalog, chosen: Sequence[int], rows: Sequence[int], column: int) -> Bidrag:
    kinds = katalog.vurdering[rows, column].tolist()
    return Bidrag(
        katalog.pejlemaerker[column],
        int(katalog.lav[rows, column].sum()),
        int(katalog.hoej[rows, column].sum()),
        kinds.count("positiv"),
        kinds.count("ingen_positiv_effekt"),
        kinds.count("ikke_vurderet"),
        int(katalog.uden_stjerner[rows, column].sum()),
        tuple(nr for nr, row in zip(chosen, rows, strict=True) if katalog.forvaerring[row, column]),
    )


def _broken(katalog: Katalog, chosen: Collection[int]) -> list[str]:
    missing = [
        f"{katalog.kald(nr)} forudsætter {katalog.kald(other)}, som ikke er med."
        for nr, other in katalog.forudsaetter
        if nr in chosen and other not in chosen
    ]
    overlapping = [
        f"{katalog.kald(*pair)} overlapper hinanden." for pair in katalog.overlap if set(pair) <= set(chosen)
    ]
    return missing + overlapping
