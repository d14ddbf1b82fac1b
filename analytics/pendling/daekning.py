"""
Coverage that follows the patients: a clinic area's capacity shared among the home areas as its patients live.

It is use and not need: people travel because they must, or because they want to. Patients whose home is unknown are
taken to live as the clinic's other patients do, so that all capacity is shared among the areas; patients whose clinic
is unknown use none of it. A clinic area that nobody is known to have used keeps its capacity at home.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.pendling.matrix import Pendling
from analytics.talraekker import Floats, laast


@dataclass(frozen=True, eq=False)
class Patientfordeling:
    """
    How each clinic area's capacity is shared among home areas, (areas, areas): a row is a clinic, and sums to one.

    Both are in the order of `omraader`. `lav` and `hoej` are the same with the least and with the most that the lost
    cell can be, and `andele` with the middle of the two. None of the three loses or makes capacity.
    """

    omraader: tuple[str, ...]
    andele: Floats
    lav: Floats
    hoej: Floats

    def naaet(self, kapacitet: Floats) -> Floats:
        """
        Return the capacity that reaches each home area, from that of each clinic area, (..., areas) in and out.

        It is linear: what an addition reaches is what the sum reaches, less what it reached before.
        """
        return np.asarray(kapacitet, dtype=float) @ self.andele

    def naaet_mellem(self, kapacitet: Floats) -> tuple[Floats, Floats]:
        """Return the least and the most that reaches each home area, for capacities of nought or more."""
        low, high = (np.asarray(kapacitet, dtype=float) @ shares for shares in (self.lav, self.hoej))
        return np.minimum(low, high), np.maximum(low, high)


def fordeling(pendling: Pendling, omraader: Sequence[str]) -> Patientfordeling:
    """
    Return how capacity is shared among some areas, in their order.

    Patients to and from other places than these are left out. Raises KeyError for an area that the table does not have.
    """
    at = [pendling.plads[omraade] for omraade in omraader]
    low, high = (end[np.ix_(at, at)] for end in pendling.ender)
    shares = (laast(_andele(table)) for table in (low + high, low, high))  # the ends' sum is shared as their middle is
    return Patientfordeling(tuple(omraader), *shares)


def _andele(table: Floats) -> Floats:
    treated = table.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(table, treated, out=np.eye(len(table)), where=treated > 0)
    return shares


def naaet(kapacitet: Floats, pendling: Pendling, omraader: Sequence[str]) -> Floats:
    """Return the capacity that reaches each of the areas, from that of each, (..., areas), in the areas' order."""
    return fordeling(pendling, omraader).naaet(kapacitet)


def daekning(omraader: Sequence[str], borgere: Floats, kapacitet: Floats, pendling: Pendling) -> pd.DataFrame:
    """
    Return each area's coverage, plain and as it follows the patients; `borgere` and `kapacitet` are one an area.

    Columns: omraade_id, borgere, kapacitet, kapacitet_naaet, borgere_pr_kapacitet, borgere_pr_kapacitet_naaet, and of
    what is reached its ends, `_lav` and `_hoej`, as the lost cell can be. `forandring_pct` is how many per cent more
    citizens share a capacity than by the plain figure. A figure is infinite where there is no capacity.
    """
    people, capacity = (np.asarray(each, dtype=float) for each in (borgere, kapacitet))
    shared = fordeling(pendling, omraader)
    reached = shared.naaet(capacity)
    low, high = shared.naaet_mellem(capacity)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain, per = people / capacity, people / reached
        return pd.DataFrame(
            {
                "omraade_id": list(omraader),
                "borgere": people,
                "kapacitet": capacity,
                "kapacitet_naaet": reached,
                "kapacitet_naaet_lav": low,
                "kapacitet_naaet_hoej": high,
                "borgere_pr_kapacitet": plain,
                "borgere_pr_kapacitet_naaet": per,
                "borgere_pr_kapacitet_naaet_lav": people / high,
                "borgere_pr_kapacitet_naaet_hoej": people / low,
                "forandring_pct": 100 * (per / plain - 1),
            }
        )
