"""
Which weights make a measure the best: SMAA's central weights (Lahdelma and Salminen 2001).

All weights are as likely as each other (Dirichlet with every parameter 1), and every unknown is settled at one of the
whole stars that it can be, and stars that belong to one of two places at one of them. In the draws where a measure is
the best, the mean of the weights is its central weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.mobilitet.katalog import Katalog
from analytics.mobilitet.rangorden import FROE, TRAEKNINGER
from analytics.talraekker import Bools, Floats
from dansk.tal import rounded

_DECIMALS = 9


@dataclass(frozen=True)
class Central:
    """
    How often a measure is the best, and under which weights.

    `andel` (0-1) is the share of all weights under which it is, equals all being the best. `vaegte` are the central
    weights, in the order of the pejlemærker, summing to 1. `sikkerhed` (0-1) is how often it is the best with those
    very weights when all that is unknown is drawn (SMAA's confidence factor).
    """

    indsats_nr: int
    andel: float
    vaegte: tuple[float, ...]
    sikkerhed: float

    @property
    def stoerst(self) -> float:
        """The heaviest of the central weights."""
        return max(self.vaegte)


def centrale_vaegte(katalog: Katalog, *, traekninger: int = TRAEKNINGER, froe: int = FROE) -> tuple[Central, ...]:
    """
    Return every measure that is the best under some of the weights drawn, the one that is so most often first.

    The same seed gives the same answer. Raises ValueError, in Danish, for no draws.
    """
    if traekninger < 1:
        raise ValueError("Der skal være mindst én trækning.")
    rng = np.random.default_rng(froe)
    weights = rng.dirichlet(np.ones(len(katalog.pejlemaerker)), traekninger)
    stars = _drawn(katalog, rng, traekninger)
    values = sum(stars[:, column, :] * weights[:, column] for column in range(weights.shape[1]))
    best = _best(np.asarray(values))
    found = []
    for row, nr in enumerate(katalog.indsatser):
        if not best[row].any():
            continue
        central = weights[best[row]].mean(axis=0)
        of_all = _best(np.einsum("icd,c->id", stars, central))
        found.append(Central(nr, float(best[row].mean()), tuple(central.tolist()), float(of_all[row].mean())))
    return tuple(sorted(found, key=lambda each: (-each.andel, each.indsats_nr)))


def _drawn(katalog: Katalog, rng: np.random.Generator, draws: int) -> Floats:
    """Return the stars of each draw, (measures, pejlemærker, draws)."""
    span = (katalog.hoej - katalog.lav + 1)[:, :, None]
    stars = katalog.lav[:, :, None] + np.floor(rng.random((*katalog.lav.shape, draws)) * span)
    for row in np.flatnonzero(katalog.delt):
        places = np.flatnonzero(katalog.uafgjort[row])
        has = rng.integers(len(places), size=draws)
        stars[row, places] = np.where(has == np.arange(len(places))[:, None], katalog.delt[row], 0)
    return np.asarray(stars)


def _best(values: Floats) -> Bools:
    """Return which measures are the best in each draw; values that only differ by their adding up are equal."""
    rounded = np.round(values, _DECIMALS)
    return np.asarray(rounded == rounded.max(axis=0))


def tungest(katalog: Katalog, af: Central) -> str:
    """Return the pejlemærke (id) that weighs most in a measure's central weights; of equals the first."""
    return katalog.pejlemaerker[af.vaegte.index(max(af.vaegte))]


def i_hele_vaegte(af: Central, hoejest: int) -> tuple[int, ...]:
    """Return the central weights as whole numbers, the heaviest of them `hoejest`, each as near as it comes."""
    return tuple(int(rounded(hoejest * weight / max(af.vaegte))) for weight in af.vaegte)
