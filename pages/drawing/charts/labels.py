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
BEYOND = 0.35
"""So far beyond the outermost dots, in steps along, a name may reach."""
_STEP = 10
"""A name is clear when each so many pixels of it are."""


def sides(
    along: pd.Series,
    value: pd.Series,
    pixels: Sequence[tuple[float, float]],
    lengths: Sequence[float] | None = None,
) -> list[Side]:
    """
    Return for each dot the first side on which its number is clear of other dots and numbers, or the clearest.

    `along` is where each dot stands across, `value` where it stands up; `pixels` are how many one of each takes up, on
    each of the screens that it is to be clear on. `lengths` are those of the words in pixels, 0 for a number: the
    longest are placed first, clear on the largest screen, and none reaches much farther out than the outermost dots.
    """
    screens = [list(np.column_stack([along, -value]) * each) for each in pixels]
    ends = [
        (min(of[0] for of in taken) - BEYOND * each[0], max(of[0] for of in taken) + BEYOND * each[0])
        for taken, each in zip(screens, pixels, strict=True)
    ]
    long = [0.0] * len(value) if lengths is None else list(lengths)
    found: dict[int, Side] = {}
    for dot in sorted(range(len(value)), key=lambda each: -long[each]):
        spots = {side: _spots(side, long[dot]) for side in _SIDES}
        # A phone has no room for names among the dots: they are to be clear on the largest screen.
        seen = list(zip(screens, ends, strict=True))[-1 if long[dot] else 0 :]
        room = {side: min(_room(taken, dot, at, within) for taken, within in seen) for side, at in spots.items()}
        found[dot] = max(_SIDES, key=lambda side: room[side])
        for taken in screens:
            taken.extend(taken[dot] + spot for spot in spots[found[dot]])
    return [found[dot] for dot in range(len(value))]


def _spots(side: Side, length: float) -> list[np.ndarray]:
    """Where the words on a side are, from their dot, in pixels: a number is in one place, a name in a row of them."""
    across, down = _SIDES[side]
    first = across - length / 2 if side in ("top center", "bottom center") else across - (length if across < 0 else 0)
    return [np.array((first + step, down)) for step in np.arange(0, length + 1, _STEP)]


def _room(taken: Sequence[np.ndarray], dot: int, spots: Sequence[np.ndarray], within: tuple[float, float]) -> float:
    """How far from the nearest other dot or number a dot's words would stand, in pixels; no more than they need."""
    others = np.delete(taken, dot, axis=0)
    if len(spots) > 1 and not all(within[0] <= (taken[dot] + spot)[0] <= within[1] for spot in spots):
        return -1.0
    return min(float(np.linalg.norm(others - taken[dot] - spot, axis=1).min(initial=_ROOM)) for spot in spots)


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
