"""
Floating catchments: coverage where everybody within so many km of a clinic area may use it, by the two-step method.

It says what people could reach, not what they use. Everybody, and all capacity, is taken to be at the area's point
(`omraade.lon`, `lat`), and the way between two is that of the crow: water is crossed as if it were land, and Bornholm
is out of every reasonable reach. At this scale, where the next area lies 2-16 km away, the size matters most: see
`foelsomhed`. Arrays are in the order of one list of areas, clinics down and homes across, as in `matrix`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.talraekker import Floats, laast

Aftagen = Literal["ingen", "trin", "jaevn"]
"""How a clinic counts for less the farther it is: not at all, in three steps, or evenly (as a bell)."""
Metode = Literal["totrins", "balanceret"]
"""The two-step method, or its balanced variant, where nobody counts at more than one clinic in all."""

_JORD = 6371.0088  # km, the earth's mean radius
TRIN = ((1 / 3, 1.0), (2 / 3, 0.68), (1.0, 0.22))
"""Up to such a share of the catchment, such a weight: the slow decay of Luo and Qi (2009)."""
_BREDDE = 0.5
"""The bell's width (its standard deviation) as a share of the catchment: 61 % halfway, 14 % at the edge."""


def afstande(omraade: pd.DataFrame, omraader: Sequence[str]) -> Floats:
    """
    Return the km between the points of some areas as the crow flies, (areas, areas).

    `omraade` has omraade_id, lon and lat (degrees). Raises KeyError for an area that it does not have.
    """
    points = omraade.set_index("omraade_id").loc[list(omraader), ["lon", "lat"]].to_numpy(dtype=float)
    lon, lat = np.radians(points).T
    half = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * (
        np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return laast(2 * _JORD * np.arcsin(np.sqrt(half)))


def vaegte(afstand: Floats, km: float, aftagen: Aftagen = "ingen") -> Floats:
    """
    Return how much each clinic area counts for each home area, 0-1: 0 beyond `km`, 1 at no distance.

    Raises ValueError, in Danish, for a catchment of less than nothing.

    >>> vaegte(np.array([[0.0, 3.0, 9.0, 10.0]]), 9, "trin").tolist()
    [[1.0, 1.0, 0.22, 0.0]]
    """
    if km < 0:
        raise ValueError("Oplandet skal være mindst 0 km.")
    within = afstand <= km
    if aftagen == "ingen" or km == 0:
        return within.astype(float)
    share = afstand / km
    if aftagen == "jaevn":
        return np.where(within, np.exp(-((share / _BREDDE) ** 2) / 2), 0.0)
    weights = np.zeros_like(share)
    for edge, weight in reversed(TRIN):
        weights[afstand <= edge * km] = weight
    return weights


@dataclass(frozen=True, eq=False)
class Opland:
    """
    What each home area reaches within a catchment.

    `kapacitet_naaet` sums to all capacity, `borgere_pr_kapacitet_naaet` are the area's citizens over it, and `naar` how
    many areas have a clinic area within reach, the own one included.
    """

    kapacitet_naaet: Floats
    borgere_pr_kapacitet_naaet: Floats
    naar: NDArray[np.int64]


def opland(
    borgere: Floats,
    kapacitet: Floats,
    afstand: Floats,
    km: float,
    aftagen: Aftagen = "ingen",
    metode: Metode = "totrins",
) -> Opland:
    """
    Return what each area reaches, where everybody uses what is within `km` of his area.

    First each clinic area's capacity is held against all who may use it, each counted by the weight of the distance;
    then each home area adds up what it may use, by the same weights. A citizen with many clinics in reach then counts
    fully at each of them. The balanced variant counts his weights as shares of one, in both steps. Both hand out
    exactly the capacity there is. Raises ValueError, in Danish, for an area without citizens and for a negative
    catchment.
    """
    people, capacity = np.asarray(borgere, dtype=float), np.asarray(kapacitet, dtype=float)
    if not (people > 0).all():
        raise ValueError("Et område uden borgere har intet opland.")
    weights = vaegte(afstand, km, aftagen)
    counted = weights / weights.sum(axis=0) if metode == "balanceret" else weights
    per_citizen = capacity / (counted @ people)
    reached = people * (per_citizen @ counted)
    with np.errstate(divide="ignore"):
        return Opland(reached, people / reached, np.asarray((weights > 0).sum(axis=0)))


def foelsomhed(
    omraader: Sequence[str],
    borgere: Floats,
    kapacitet: Floats,
    afstand: Floats,
    *,
    stoerrelser: Sequence[float],
    aftagen: Aftagen = "ingen",
    metode: Metode = "totrins",
) -> pd.DataFrame:
    """
    Return each area's figure at each size of the catchment: omraade_id, km, borgere_pr_kapacitet_naaet, plads.

    `plads` is 1 for the area with most citizens per capacity at that size. Rows are by size, then in the areas' order.
    """
    sizes = list(stoerrelser)
    figures = np.array(
        [opland(borgere, kapacitet, afstand, km, aftagen, metode).borgere_pr_kapacitet_naaet for km in sizes]
    )
    worse = (figures[:, None, :] > figures[:, :, None]).sum(axis=2)
    return pd.DataFrame(
        {
            "omraade_id": list(omraader) * len(sizes),
            "km": np.repeat(sizes, len(omraader)),
            "borgere_pr_kapacitet_naaet": figures.ravel(),
            "plads": worse.ravel() + 1,
        }
    )


def spaend_over_stoerrelser(foelsomhed: pd.DataFrame) -> pd.DataFrame:
    """
    Return who is sensitive to the catchment's size, the most sensitive first (of rows as `foelsomhed` returns them).

    Columns: omraade_id, lavest, lavest_km, hoejest, hoejest_km (the first size that gives it), gange (the highest over
    the lowest), bedste_plads and ringeste_plads (1 is the area with most citizens per capacity).
    """
    by_size = foelsomhed.pivot(index="omraade_id", columns="km", values="borgere_pr_kapacitet_naaet")
    places = foelsomhed.groupby("omraade_id")["plads"]
    rows = pd.DataFrame(
        {
            "lavest": by_size.min(axis=1),
            "lavest_km": by_size.idxmin(axis=1),
            "hoejest": by_size.max(axis=1),
            "hoejest_km": by_size.idxmax(axis=1),
            "gange": by_size.max(axis=1) / by_size.min(axis=1),
            "bedste_plads": places.max(),
            "ringeste_plads": places.min(),
        }
    )
    return rows.sort_values(["gange", "omraade_id"], ascending=[False, True]).reset_index()
