"""
How robust a ranking is: over many weights near the user's own, and over all that is not known.

Stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma and Salminen 2001; pairwise winning indices, Leskinen
et al. 2006). In each draw the weights are drawn from a Dirichlet distribution around the user's, every unknown is
settled at one of the whole stars that it can be, each as likely as the others (stars that belong to one of two places
at one of them), and the measures are ranked. Nothing says that they are as likely: it is an assumption, and must be
shown as one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.mobilitet.katalog import Katalog
from analytics.mobilitet.vaegtning import andele, checked_places, vaerdier
from analytics.tabeller import filled
from analytics.talraekker import Floats

KONCENTRATION = 50.0
"""With it, six equal weights of 17 % vary by about 5 percentage points (one standard deviation)."""
TRAEKNINGER = 10_000
FROE = 20250101
DAEKNING = 0.9
"""The share of the draws that a measure's places are given for."""

_Ranks = NDArray[np.uint8]
_Values = NDArray[np.int32]
_UNIT = 1e8
"""Values are compared as whole numbers of 1/_UNIT: in half the time, and sums that are equal are exactly so."""
_HIGHEST_RANK = np.iinfo(np.uint8).max


@dataclass(frozen=True, eq=False)
class Robusthed:
    """
    What the draws came to. Measures are in the order of `indsatser`; measures of equal value share the best place.

    `pladser` (n, n) is the share of the draws in which a measure (row) has a place (column 0 is the first place).
    `pladser_lavest` is the same when all that is unknown is the lowest it can be, and `pladser_selv_lavest` when that
    is so of the measure's own unknown only. `foran` (n, n) is how often the row's measure is worth more than the
    column's: the same draws are used for every pair, so that a measure that is nowhere worse than another, known or
    unknown, never comes out behind it by chance.
    """

    indsatser: tuple[int, ...]
    pladser: Floats
    pladser_lavest: Floats
    pladser_selv_lavest: Floats
    foran: Floats

    def tabel(self, k: int = 5) -> pd.DataFrame:
        """
        Return one row per measure, in the order of `indsatser`. Shares are 0-1. Columns:

        - indsats_nr,
        - blandt_bedste: how often it is among the best k,
        - blandt_bedste_lavest: the same when all that is unknown, of every measure, is the lowest it can be,
        - ukendtes_bidrag: how much of blandt_bedste is lost when the measure's own unknown is the lowest it can be and
          the others' is drawn; never below 0,
        - kun_som_ukendt: whether it is among the best k in more than half of the draws, but would not be without what
          its unknown adds,
        - middelplads: its mean place,
        - plads_fra, plads_til: the places it has in `DAEKNING` of the draws, as much cut off at either end.

        Raises ValueError, in Danish, for a k that is not from 1 to the number of measures.
        """
        checked_places(k, len(self.indsatser))
        best, lowest, own_lowest = (
            places[:, :k].sum(axis=1) for places in (self.pladser, self.pladser_lavest, self.pladser_selv_lavest)
        )
        reached = self.pladser.cumsum(axis=1)
        tail = (1 - DAEKNING) / 2
        return pd.DataFrame(
            {
                "indsats_nr": self.indsatser,
                "blandt_bedste": best,
                "blandt_bedste_lavest": lowest,
                "ukendtes_bidrag": best - own_lowest,
                "kun_som_ukendt": (best > 0.5) & (own_lowest <= 0.5),
                "middelplads": 1 + self.foran.sum(axis=0).round(9),
                "plads_fra": 1 + (reached <= tail).sum(axis=1),
                "plads_til": 1 + (reached < 1 - tail).sum(axis=1),
            }
        )


@dataclass(frozen=True)
class Rangeret:
    """
    A measure in a ranking, as `rangordnet` has it; shares are 0-1.

    `andel_ukendt` is the share of the weight on what is not assessed, positive without stars, or not settled.
    """

    indsats_nr: int
    navn: str
    lavest: float
    hoejest: float
    over_kendte: float | None
    andel_ukendt: float
    blandt_bedste: float
    blandt_bedste_lavest: float
    kun_som_ukendt: bool
    middelplads: float
    plads_fra: int
    plads_til: int
    ringere: bool


def robusthed(
    katalog: Katalog,
    vaegte: Sequence[float],
    *,
    koncentration: float = KONCENTRATION,
    traekninger: int = TRAEKNINGER,
    froe: int = FROE,
) -> Robusthed:
    """
    Rank the measures in so many draws; the same seed gives the same answer.

    `vaegte` are as in `andele`; a weight of 0 stays 0. The higher the `koncentration`, the nearer the weights stay to
    the user's (`math.inf`: they are the user's own); with six equal weights, 6 makes all weights equally likely. Raises
    ValueError, in Danish, for impossible weights, a concentration that is not above 0, or no draws.
    """
    shares = andele(vaegte, katalog)
    if not koncentration > 0:
        raise ValueError("Koncentrationen skal være over nul.")
    if traekninger < 1:
        raise ValueError("Der skal være mindst én trækning.")
    if len(katalog.indsatser) > _HIGHEST_RANK:
        raise ValueError(f"Der kan højst rangordnes {_HIGHEST_RANK} indsatser.")
    rng = np.random.default_rng(froe)
    weights = _weights(rng, shares, koncentration, traekninger)
    drawn = _values(katalog, weights, lambda unknown: rng.random((unknown, traekninger)))
    lowest = _whole(_lowest(katalog, weights))
    one, other = (_values(katalog, weights, lambda _: rng.random((1, traekninger))) for _ in range(2))
    return Robusthed(
        katalog.indsatser,
        pladser=_places(_better(drawn, drawn)),
        pladser_lavest=_places(_better(lowest, lowest)),
        pladser_selv_lavest=_places(_better(drawn, lowest) - (drawn > lowest)),
        foran=np.where(np.eye(len(katalog.indsatser)), 0, (_ahead(one, other) + _ahead(other, one)) / 2),
    )


def rangordnet(katalog: Katalog, vaegte: Sequence[float], trukket: Robusthed, k: int = 5) -> pd.DataFrame:
    """
    Return the columns of `vaerdier` and of `Robusthed.tabel`, the best mean place first.

    A measure whose stars are, at the lowest and at the highest, at least another's on every pejlemærke and more on one
    never comes below it: where the weights leave them equal, the sum of all their stars decides. Raises what the two
    do.
    """
    stars = pd.Series((katalog.lav + katalog.hoej).sum(axis=1), katalog.indsatser)
    return (
        vaerdier(katalog, vaegte)
        .merge(trukket.tabel(k), on="indsats_nr")
        .assign(stjerner=lambda found: found["indsats_nr"].map(stars))
        .sort_values(["middelplads", "stjerner", "indsats_nr"], ascending=[True, False, True], ignore_index=True)
        .drop(columns="stjerner")
    )


def rangerede(fundet: pd.DataFrame) -> tuple[Rangeret, ...]:
    """Return the rows of `rangordnet`, or some of them, in their order."""
    return tuple(_ranked(row) for row in fundet.itertuples(index=False))


def _ranked(row: Any) -> Rangeret:
    known = filled(row.over_kendte)
    return Rangeret(
        indsats_nr=int(row.indsats_nr),
        navn=row.navn,
        lavest=float(row.lavest),
        hoejest=float(row.hoejest),
        over_kendte=None if known is None else float(known),
        andel_ukendt=float(row.andel_ikke_vurderet + row.andel_uden_stjerner + row.andel_uafgjort),
        blandt_bedste=float(row.blandt_bedste),
        blandt_bedste_lavest=float(row.blandt_bedste_lavest),
        kun_som_ukendt=bool(row.kun_som_ukendt),
        middelplads=float(row.middelplads),
        plads_fra=int(row.plads_fra),
        plads_til=int(row.plads_til),
        ringere=bool(row.forvaerring),
    )


def _weights(rng: np.random.Generator, shares: Floats, concentration: float, draws: int) -> Floats:
    """Return (pejlemærker, draws) weights, those of a draw summing to 1."""
    weights = np.zeros((len(shares), draws))
    weighed = shares > 0
    if math.isinf(concentration):
        weights[:] = shares[:, None]
    else:
        weights[weighed] = rng.dirichlet(concentration * shares[weighed], draws).T
    return weights


def _values(katalog: Katalog, weights: Floats, draw: Callable[[int], Floats]) -> _Values:
    """
    Return the weighted values in 1/_UNIT, (measures, draws).

    `draw` is asked, for those that have stars at one of two places and then pejlemærke by pejlemærke, for numbers in
    [0, 1) for so many measures and all draws; a single row or column is for them all.
    """
    values = _without_shared(katalog, weights)
    (shared,) = np.nonzero(katalog.delt)
    for row, drawn in zip(shared, np.broadcast_to(draw(len(shared)), (len(shared), weights.shape[1])), strict=True):
        # Before the others, so that no rounding puts it below the lowest.
        first, second = weights[katalog.uafgjort[row]]
        values[row] += katalog.delt[row] * np.where(drawn < 0.5, first, second)
    for column, weight in enumerate(weights):
        (unknown,) = np.nonzero((katalog.ukendt & ~katalog.uafgjort)[:, column])
        choices = (katalog.hoej - katalog.lav + 1)[unknown, column, None]
        values[unknown] += np.floor(draw(len(unknown)) * choices) * weight
    return _whole(values)


def _lowest(katalog: Katalog, weights: Floats) -> Floats:
    values = _without_shared(katalog, weights)
    for row in np.flatnonzero(katalog.delt):
        values[row] += katalog.delt[row] * weights[katalog.uafgjort[row]].min(axis=0)
    return values


def _without_shared(katalog: Katalog, weights: Floats) -> Floats:
    """Return the lowest values without the stars that belong to one of two places, (measures, draws)."""
    # Not as a matrix product: its many threads would take the processor from whoever else is served.
    return np.asarray(np.einsum("ij,jk->ik", katalog.lav, weights))


def _whole(values: Floats) -> _Values:
    return np.rint(values * _UNIT).astype(np.int32)


def _better(values: _Values, than: _Values) -> _Ranks:
    """Return how many of the `values` in each draw are above the measure's own in `than`, (measures, draws)."""
    return np.array([np.sum(values > own, axis=0, dtype=np.uint8) for own in than])


def _places(better: _Ranks) -> Floats:
    """Return the share of the draws in which each measure has each place, (measures, places)."""
    measures, draws = better.shape
    return np.asarray([np.bincount(row, minlength=measures) / draws for row in better])


def _ahead(values: _Values, of: _Values) -> Floats:
    """Return the share of the draws in which the row's `values` are above the column's `of`, (measures, measures)."""
    return np.column_stack([np.count_nonzero(values > other, axis=1) / values.shape[1] for other in of])
