"""Classes for a map: where a row of figures falls apart by itself, with edges that can be read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import jenkspy
import numpy as np


@dataclass(frozen=True)
class Classes:
    """Classes from low to high, divided by `edges` (one fewer than classes); an edge belongs to the class above it."""

    edges: tuple[float, ...]

    def of(self, value: float) -> int:
        """
        Return the class of a figure, 0 the lowest.

        >>> Classes((10.0, 20.0)).of(10.0)
        1
        """
        return int(np.searchsorted(self.edges, value, side="right"))


def natural_classes(values: Sequence[float], count: int) -> Classes:
    """
    Divide the figures into at most `count` classes by Fisher and Jenks, with the roundest edges between them.

    Unknown figures (NaN) take no part. Fewer different figures than classes give one class each.

    >>> natural_classes([1, 2, 3, 51, 52, 53, 998, 999], 3).edges
    (50.0, 900.0)
    """
    known = sorted({float(value) for value in values if not math.isnan(value)})
    count = min(count, len(known))
    if count < 2:
        return Classes(())
    tops = jenkspy.jenks_breaks(known, n_classes=count)[1:-1]
    return Classes(tuple(_roundest(top, known[known.index(float(top)) + 1]) for top in tops))


def _roundest(below: float, above: float) -> float:
    """Return the number in (below, above] with the fewest digits."""
    for digits in range(-math.floor(math.log10(max(abs(below), abs(above)))), 12):
        step = 10.0**-digits
        candidate = math.floor(above / step + 1e-9) * step
        if below < candidate <= above:
            return round(candidate, max(digits, 0))
    return above
