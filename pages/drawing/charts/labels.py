"""Where the words at the marks stand, so that each can be read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

Side = Literal["middle right", "middle left", "top center", "bottom center"]

_SIDES: dict[Side, tuple[int, int]] = {
    "middle right": (13, 0),
    "middle left": (-13, 0),
    "top center": (0, -13),
    "bottom center": (0, 13),
}
"""Where a number may stand beside its dot, as Plotly says it, with pixels right and down, the best place first."""
_ROOM = 14
"""So far from the next dot or number, in pixels, a number can be read."""


def sides(along: pd.Series, value: pd.Series, pixels: Sequence[tuple[float, float]]) -> list[Side]:
    """
    Return for each dot the first side on which its number is clear of other dots and numbers, or the clearest.

    `along` is where each dot stands across, `value` where it stands up; `pixels` are how many one of each takes up, on
    each of the screens that it is to be clear on.
    """
    screens = [list(np.column_stack([along, -value]) * each) for each in pixels]
    found: list[Side] = []
    for dot in range(len(value)):
        room = {side: min(_room(taken, dot, at) for taken in screens) for side, at in _SIDES.items()}
        found.append(max(_SIDES, key=lambda side: room[side]))
        for taken in screens:
            taken.append(taken[dot] + _SIDES[found[-1]])
    return found


def _room(taken: Sequence[np.ndarray], dot: int, at: tuple[int, int]) -> float:
    """How far from the nearest other dot or number a dot's number would stand, in pixels; no more than it needs."""
    others = np.delete(taken, dot, axis=0)
    return float(np.linalg.norm(others - taken[dot] - at, axis=1).min(initial=_ROOM))


def apart(wanted: Sequence[float], gap: float, low: float = -math.inf, high: float = math.inf) -> list[float]:
    """
    Return places in the same order as those wanted, at least `gap` from each other, and moved as little as can be.

    Places that are too near share what they have to move: the squares of the moves add up to the least possible. None
    is below `low` or above `high`; raises ValueError where there is not room for all between them.
    """
    if (len(wanted) - 1) * gap > high - low + 1e-6:
        raise ValueError("There is not room for all.")
    order = sorted(range(len(wanted)), key=lambda each: wanted[each])
    groups: list[tuple[float, int]] = []
    for step, each in enumerate(order):
        middle, count = wanted[each] - step * gap, 1
        while groups and groups[-1][0] > middle:
            before, of = groups.pop()
            middle = (before * of + middle * count) / (of + count)
            count += of
        groups.append((middle, count))
    # With the gaps taken out the places only have to rise: those that would leave the room stand at its ends.
    most = max(low, high - (len(wanted) - 1) * gap)
    levels = [min(max(middle, low), most) for middle, count in groups for _ in range(count)]
    places = [0.0] * len(wanted)
    for step, each in enumerate(order):
        places[each] = levels[step] + step * gap
    return places
