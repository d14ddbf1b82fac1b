"""Classes for a map: where a row of figures falls apart by itself, with edges that can be read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import jenkspy
import numpy as np

from analytics.kapacitet.formler import Reference
from analytics.kapacitet.maal import Measure
from dansk.tal import rounded

_WHOLE = 2.5
"""Changes that reach farther than this from the middle have classes with edges in whole numbers."""


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


def changes(values: Iterable[float], middle: float) -> Classes:
    """
    Divide changes into five classes around a middle: near it, some way off, and far off, to both sides.

    Unknown figures (NaN) take no part. Changes that are all the middle are one class.

    >>> changes([-7.0, 0.5, 10.0], 0.4).edges
    (-6.0, -2.0, 2.0, 6.0)
    """
    widest = max((abs(value - middle) for value in values if not math.isnan(value)), default=0.0)
    if widest == 0:
        return Classes(())
    near = widest / 5
    if widest > _WHOLE:
        near, middle = max(rounded(near), 1.0), rounded(middle)
    return Classes((middle - 3 * near, middle - near, middle + near, middle + 3 * near))


def classes_of(measure: Measure, values: Iterable[float], reference: Reference, count: int) -> Classes:
    """Return the classes that a measure's figures are shown in: changes around the reference, others as they fall."""
    if measure.retning == "aendring":
        return changes(values, reference.vaerdi or 0.0)
    return natural_classes(list(values), count)


def _roundest(below: float, above: float) -> float:
    """Return the number in (below, above] with the fewest digits."""
    for digits in range(-math.floor(math.log10(max(abs(below), abs(above)))), 12):
        step = 10.0**-digits
        candidate = rounded(math.floor(above / step + 1e-9) * step, max(digits, 0))
        if below < candidate <= above:
            return candidate
    return above
