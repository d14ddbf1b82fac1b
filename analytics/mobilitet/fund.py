"""What the mobility pages find: who is best and cheapest, what is not assessed, and what a package is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.kapacitet.fund import Akse
from analytics.mobilitet.katalog import FLEST_STJERNER, Katalog
from analytics.mobilitet.pakkeindhold import Bidrag, Pakkesum
from analytics.mobilitet.pakker import Pris
from analytics.mobilitet.vaegtning import andele, vaerdier


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


def pakkeakse(pejlemaerker: Collection[Bidrag]) -> Akse:
    """Return the common axis of what a package can come to in stars: from none, or the least, to the most."""
    least = min((gift.stjerner_lav for gift in pejlemaerker), default=0)
    return Akse(float(min(0, least)), float(max((gift.stjerner_hoej for gift in pejlemaerker), default=0)))


@dataclass(frozen=True)
class Bedst:
    """
    The measures with most stars on a pejlemærke, in the order of the catalogue, and the cheapest of them to build.

    Only stars that are settled count. `billigst` is None where none of them has a price.
    """

    stjerner: int
    indsatser: tuple[int, ...]
    billigst: int | None


def bedst(katalog: Katalog, pejlemaerke_id: str, numre: Collection[int]) -> Bedst | None:
    """Return who of these measures has most stars on a pejlemærke; None where none has any. KeyError where unknown."""
    column = katalog.pejlemaerker.index(pejlemaerke_id)
    rows = katalog.raekker(sorted(numre))
    stars = np.where(katalog.uafgjort, np.nan, katalog.stjerner)[rows, column]
    if np.isnan(stars).all():
        return None
    most = float(np.nanmax(stars))
    measures = tuple(katalog.indsatser[row] for row, own in zip(rows, stars, strict=True) if own == most)
    prices = {nr: float(katalog.pris_hoej[katalog.plads[nr]]) for nr in measures}
    priced = [nr for nr in measures if not np.isnan(prices[nr])]
    return Bedst(int(most), measures, min(priced, key=lambda nr: (prices[nr], nr), default=None))


def hoejeste_rente(katalog: Katalog, numre: Collection[int]) -> int | None:
    """Return who of these measures has the highest rate of return; None where none has any."""
    rates = katalog.mobilitet_indsats.set_index("indsats_nr")["intern_rente_pct"]
    own = rates[rates.index.isin(list(numre))].astype(float).dropna().sort_index()
    return None if own.empty else int(own.index[int(own.to_numpy().argmax())])


def billigst_at_anlaegge(katalog: Katalog, numre: Collection[int]) -> int | None:
    """Return who of these measures costs the least to build, by its high price; None where none has a price."""
    prices = {nr: float(katalog.pris_hoej[katalog.plads[nr]]) for nr in numre}
    return min((nr for nr in prices if not np.isnan(prices[nr])), key=lambda nr: (prices[nr], nr), default=None)


def ikke_overgaaet(effekter: pd.DataFrame) -> tuple[int, ...]:
    """
    Return the measures with a price that no other is both as cheap as and worth as much as, the cheapest first.

    `effekter` are as `effekt` returns them; the high price and the lowest value count. Of equals each is one of them.
    """
    priced = effekter.dropna(subset=["pris"]).sort_values(["anlaeg_mio_kr_hoej", "indsats_nr"])
    price, value = (priced[name].to_numpy(dtype=float) for name in ("anlaeg_mio_kr_hoej", "lavest"))
    as_good = (price[None, :] <= price[:, None]) & (value[None, :] >= value[:, None])
    more = (price[None, :] < price[:, None]) | (value[None, :] > value[:, None])
    beaten = [bool(row.any()) for row in np.asarray(as_good & more)]
    return tuple(int(nr) for nr, is_beaten in zip(priced["indsats_nr"], beaten, strict=True) if not is_beaten)


def vejer_mest(katalog: Katalog, vaegte: Sequence[float]) -> tuple[str, ...]:
    """Return the pejlemærker (ids) that weigh most under these weights, in their order."""
    shares = andele(vaegte, katalog)
    most = float(shares.max())
    return tuple(name for name, share in zip(katalog.pejlemaerker, shares.tolist(), strict=True) if share == most)


@dataclass(frozen=True)
class Klods:
    """A measure in a package: its price (mio. kr.; None where none is given), and whether it can do nothing there."""

    indsats_nr: int
    pris: float | None
    uden_effekt: bool


def klodser(katalog: Katalog, vaegte: Sequence[float], numre: Collection[int], pris: Pris) -> tuple[Klods, ...]:
    """
    Return what a package is made of, the dearest first, those without a price last.

    `uden_effekt`: the measure has no positive effect, whatever is unknown, on any of what weighs most.
    """
    columns = [katalog.pejlemaerker.index(name) for name in vejer_mest(katalog, vaegte)]
    prices = katalog.pris_hoej if pris == "hoej" else katalog.pris_lav
    found = []
    for nr in sorted(numre):
        (row,) = katalog.raekker([nr])
        price = float(prices[row])
        without = bool((katalog.hoej[row, columns] <= 0).all())
        found.append(Klods(nr, None if np.isnan(price) else price, without))
    return tuple(sorted(found, key=lambda each: (each.pris is None, -(each.pris or 0.0), each.indsats_nr)))


def under_stjerner(katalog: Katalog, pejlemaerke_id: str, mindst: int) -> tuple[int, ...]:
    """Return the measures that are not sure to have so many stars on a pejlemærke, in the order of the catalogue."""
    column = katalog.pejlemaerker.index(pejlemaerke_id)
    return katalog.numre(katalog.lav[:, column] < mindst)


def stjerneakse(katalog: Katalog) -> Akse:
    """Return the axis of what one measure can be worth: from the least that anything counts as, to five stars."""
    return Akse(min(0.0, float(katalog.lav.min())), float(FLEST_STJERNER))
