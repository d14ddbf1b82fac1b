"""
Measures of equality between areas: plain functions over arrays, one figure per area.

`borgere` is how many live in each area (weighted or not), `kapacitet` how many capacities it has. An area's figure is
citizens per capacity, where a high one is a low coverage; the Gini coefficient looks at capacity per citizen.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def gini(borgere: Floats, kapacitet: Floats) -> float:
    """
    Return the Gini coefficient of capacity per citizen, each area counted by its citizens (0-1, 0 is equal).

    It is half the mean difference between two citizens drawn at random, over the mean: 0 when every citizen has the
    same capacity. Citizens within an area are taken to have the same. Raises ValueError where there is no capacity.

    >>> gini(np.array([1.0, 1.0]), np.array([3.0, 1.0]))
    0.25
    """
    people, capacity = np.asarray(borgere, dtype=float), np.asarray(kapacitet, dtype=float)
    total = capacity.sum()
    if not total > 0:
        raise ValueError("Der er ingen kapacitet at fordele, så ulighed kan ikke måles.")
    order = worst_first(people, capacity)
    below = np.cumsum(capacity[order]) - capacity[order] / 2
    return float(1 - 2 * (people[order] * below).sum() / (people.sum() * total))


def lorenz(borgere: Floats, kapacitet: Floats) -> tuple[Floats, Floats]:
    """
    Return the Lorenz curve: how large a share of the citizens, worst served first, has how large a share of capacity.

    Both begin at 0 and end at 1. The Gini coefficient is twice the area between the curve and the straight line. Raises
    ValueError where there is no capacity.

    >>> [each.tolist() for each in lorenz(np.array([1.0, 1.0]), np.array([3.0, 1.0]))]
    [[0.0, 0.5, 1.0], [0.0, 0.25, 1.0]]
    """
    people, capacity = np.asarray(borgere, dtype=float), np.asarray(kapacitet, dtype=float)
    if not capacity.sum() > 0:
        raise ValueError("Der er ingen kapacitet at fordele, så ulighed kan ikke måles.")
    order = worst_first(people, capacity)
    shares = (np.cumsum(each[order]) / each.sum() for each in (people, capacity))
    first, second = (np.concatenate(([0.0], share)) for share in shares)
    return first, second


def worst_first(borgere: Floats, kapacitet: Floats) -> NDArray[np.intp]:
    """Return the areas' places, those with least capacity per citizen first."""
    return np.argsort(kapacitet / borgere, kind="stable")


def ratio(borgere_pr_kapacitet: Floats) -> float:
    """
    Return how many times as many citizens per capacity the worst-served area has as the best-served (1 is equal).

    >>> ratio(np.array([2000.0, 8000.0]))
    4.0
    """
    return float(np.max(borgere_pr_kapacitet) / np.min(borgere_pr_kapacitet))


def above(borgere_pr_kapacitet: Floats, graense: float) -> NDArray[np.bool_]:
    """
    Return which areas have more citizens per capacity than the limit; the limit itself is not above.

    >>> above(np.array([9999.0, 10000.0, 10001.0]), 10000).tolist()
    [False, False, True]
    """
    return np.asarray(borgere_pr_kapacitet > graense)
