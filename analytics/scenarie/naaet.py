"""
Capacity where the patients live: what an area has is shared among the areas as its patients are.

The papers tell where the patients of speciale 51 lived and were treated in 2023 (bilag 4); the table of 62 is lost, so
that its capacity stays where it is. How an area's patients are shared is taken to stay as it was, also for capacity
that is new, in every year and whatever citizens count for. It is use, and not need: people travel because they must,
or because they want to (`analytics.pendling.daekning`).
"""

from __future__ import annotations

import numpy as np

from analytics.begreber import RAEKKER
from analytics.grundlag import Grundlag
from analytics.talraekker import Floats

FOELGER = 51
"""The speciale whose patients can be followed."""


def naaet(kapacitet: Floats, grundlag: Grundlag) -> Floats:
    """
    Return the capacity that the citizens of each area reach, (2, areas), of what stands in each, (2, areas).

    Nothing is lost: each speciale has as much as before. Raises ValueError, in Danish, where it is not known how the
    patients of an area are shared.
    """
    row, reached = RAEKKER.index(FOELGER), kapacitet.copy()
    reached[row] = grundlag.fordeling.naaet(kapacitet[row])
    return reached


def usikkerhed_pct(kapacitet: Floats, grundlag: Grundlag) -> float:
    """Return by how many per cent any area's figure can be another, as the lost cell of bilag 4 can be more or less."""
    row, shared = RAEKKER.index(FOELGER), grundlag.fordeling
    low, high = shared.naaet_mellem(kapacitet[row])
    reached = shared.naaet(kapacitet[row])
    return float(100 * np.max(np.maximum(reached / low, high / reached) - 1))
