"""What the mobility pages find: how much is not assessed, what is cheapest of the best, and what a package is over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.kapacitet.fund import Akse
from analytics.mobilitet.katalog import FLEST_STJERNER, Katalog
from analytics.mobilitet.pakkeindhold import Bidrag, Pakkesum
from analytics.mobilitet.pakker import Pris
from analytics.mobilitet.vaegtning import vaerdier


@dataclass(frozen=True)
class Mangler:
    """Of so many assessments how many are not made, and of so many measures how many have no price to build."""

    vurderinger: int
    ikke_vurderet: int
    indsatser: int
    uden_pris: int


@dataclass(frozen=True)
class Billigst:
    """The cheapest of the measures that are worth most, with its price to build in mio. kr."""

    indsats_nr: int
    navn: str
    lav: float
    hoej: float


def mangler(katalog: Katalog, numre: Collection[int]) -> Mangler:
    """Return what these measures lack. Raises ValueError, in Danish, for one that is not there."""
    rows = katalog.raekker(numre)
    assessed = katalog.ikke_vurderet[rows]
    return Mangler(assessed.size, int(assessed.sum()), len(rows), int(np.isnan(katalog.pris_hoej[rows]).sum()))


def effekt(katalog: Katalog, vaegte: Sequence[float], numre: Collection[int]) -> pd.DataFrame:
    """
    Return the columns of `vaerdier` for these measures, with the middle of each interval.

    `midt` is that of the value (0-5), and `pris` that of the price to build (mio. kr.), missing where none is given.
    """
    values = vaerdier(katalog, vaegte)
    own = values[values["indsats_nr"].isin(list(numre))]
    return own.assign(
        midt=(own["lavest"] + own["hoejest"]) / 2,
        pris=(own["anlaeg_mio_kr_lav"] + own["anlaeg_mio_kr_hoej"]) / 2,
    )


@dataclass(frozen=True)
class Effekt:
    """What a measure can be worth, from `lavest` to `hoejest` (0-5)."""

    indsats_nr: int
    lavest: float
    hoejest: float


def efter_pris(effekter: pd.DataFrame) -> tuple[Effekt, ...]:
    """Return what measures (rows of `effekt`) can be worth, the cheapest first, those without a price last."""
    rows = effekter.sort_values("pris", kind="stable")[["indsats_nr", "lavest", "hoejest"]]
    return tuple(Effekt(int(nr), float(low), float(high)) for nr, low, high in rows.itertuples(index=False))


def vaerdi_af(katalog: Katalog, vaegte: Sequence[float], numre: Collection[int]) -> Mapping[int, Effekt]:
    """Return what each of these measures can be worth under the weights, by its number."""
    return {each.indsats_nr: each for each in efter_pris(effekt(katalog, vaegte, numre))}


def billigst(effekter: pd.DataFrame) -> Billigst | None:
    """
    Return the cheapest, by its high price, of the half that is worth most; None where none has a price.

    `effekter` are as `effekt` returns them; those with a price count. The half is that whose lowest value is at least
    the middle one's.
    """
    priced = effekter.dropna(subset=["pris"])
    if priced.empty:
        return None
    best = priced[priced["lavest"] >= priced["lavest"].median()]
    row = best.sort_values(["anlaeg_mio_kr_hoej", "indsats_nr"]).iloc[0]
    low, high = float(row["anlaeg_mio_kr_lav"]), float(row["anlaeg_mio_kr_hoej"])
    return Billigst(int(row["indsats_nr"]), str(row["navn"]), low, high)


def over_beloeb(spaend: Pakkesum, beloeb_mio_kr: float, pris: Pris) -> float | None:
    """Return by how much (mio. kr.) the high or the low end is over an amount, 0 where it is not; None without one."""
    known = spaend.hoej if pris == "hoej" else spaend.lav
    return None if known is None else max(0.0, known - beloeb_mio_kr)


def uden_pris(katalog: Katalog, numre: Collection[int] | None = None) -> tuple[int, ...]:
    """Return those of these measures, or of all, that have no price to build, in the order of the catalogue."""
    asked = set(katalog.indsatser if numre is None else numre)
    missing = np.isnan(katalog.pris_lav)
    return tuple(nr for nr, none in zip(katalog.indsatser, missing, strict=True) if none and nr in asked)


STJERNEAKSE = Akse(0.0, float(FLEST_STJERNER))
"""The axis of what one measure can be worth."""


def pakkeakse(pejlemaerker: Collection[Bidrag]) -> Akse:
    """Return the common axis of what a package can come to in stars: from none to the most on any pejlemærke."""
    return Akse(0.0, float(max((gift.stjerner_hoej for gift in pejlemaerker), default=0)))
