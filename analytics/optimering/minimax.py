"""
The worst-served areas as well served as possible, exactly, without a search tree.

What counts is each area's citizens per capacity over its speciale's regional average. For a level in each speciale, it
is given how many tenths every area needs to come down to it, and `Opgave.complete` adds what the rules ask for besides:
whether two levels can be reached is one sum. The lower levels cost more, so the pairs that can just be reached form a
staircase, and the best of its corners is the optimum: proved, since every other pair is worse or out of reach.

The areas that set those levels are then settled, and the same is done for the others' worst, until all are settled: no
capacity is left that could still make anybody better off. Where several areas are equally bad, each is tried as the
one that stays behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from analytics.begreber import TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.opgave import Ints, Opgave

MOST_TIES = 64
"""Equally good ways that are followed at once; with more, the optimum is not called proved."""
SAME = 1e-11
"""Relative figures' sums that are no further apart are the same."""
_DIGITS = 12


@dataclass(frozen=True)
class Fordeling:
    """
    What is given, (2, n) tenths, the relative figures' sum for the worst areas, and whether the rest is proved too.

    No gift has a sum below `bound`, which is `worst` where that is proved.
    """

    given: Ints
    worst: float
    proved: bool
    bound: float


@dataclass(frozen=True, eq=False)
class _State:
    settled: NDArray[np.bool_]
    least: Ints

    @property
    def key(self) -> tuple[bytes, bytes]:
        return self.settled.tobytes(), self.least.tobytes()


class Levels:
    """
    Every relative figure that an area of a speciale can have, in order, and the tenths it takes to come down to it.

    `values` (levels) ascends, `rank` (n, tenths) is the level of each area with so many tenths, and `need` (n, levels)
    the tenths that bring it to a level, one more than anybody may have where nothing does.
    """

    def __init__(self, task: Opgave, row: int) -> None:
        steps = np.arange(int(task.most[row].max()) + 1)
        with np.errstate(divide="ignore"):
            figures = task.people[:, None] / (task.capacity[row][:, None] + steps / TIENDEDELE)
        relative = np.round(figures / task.average()[row], _DIGITS)
        self.values, rank = np.unique(relative, return_inverse=True)
        self.rank = rank.reshape(relative.shape)
        at = np.zeros((len(task.ids), len(self.values)), dtype=np.int64)
        np.add.at(at, (np.arange(len(task.ids))[:, None], self.rank), 1)
        self.need = len(steps) - at.cumsum(axis=1)

    def of(self, given: Ints) -> Ints:
        """Return each area's level with so many tenths."""
        return np.asarray(self.rank[np.arange(len(given)), given])


def minimax(task: Opgave, ur: Ur, least: Ints | None = None) -> Fordeling:
    """
    Return the gift that serves the worst areas best, and the next worst, and so on.

    `least` (2, n) tenths is what each must have besides `task.least`; together they must be possible. Where the
    patients follow there are no such levels: that is for `forbundne.best_served`.
    """
    floor = task.least if least is None else np.maximum(task.least, least)
    levels = [Levels(task, row) for row in range(2)]
    states = [_State(np.zeros(floor.shape, dtype=bool), floor)]
    worst, proved = 0.0, True
    for stage in range(len(task.ids)):
        if stage and not ur.rest():
            proved = False
            break
        value, states = _next_worst(task, levels, states)
        worst = worst if stage else value
        if len(states) > MOST_TIES:
            states, proved = states[:MOST_TIES], False
    gifts = [_gift(task, state) for state in states]
    return Fordeling(max(gifts, key=lambda given: given.tolist()), worst, proved, worst)


def worst_first(task: Opgave, given: Ints) -> tuple[float, ...]:
    """Return what minimax compares: the two specialer's worst relative figures added, the next worst, and so on."""
    relative = np.round(task.per_capacity(given) / task.average()[:, None], _DIGITS)
    return tuple(np.round(np.sort(relative, axis=1)[:, ::-1].sum(axis=0), _DIGITS - 1).tolist())


def _next_worst(task: Opgave, levels: list[Levels], states: list[_State]) -> tuple[float, list[_State]]:
    """Settle the worst of what is not settled in each speciale; return the sum of the two, and the ways to have it."""
    best, found = np.inf, list[tuple[_State, int, int]]()
    for state in states:
        for value, first, second in _corners(task, levels, state):
            if value < best - SAME:
                best, found = value, []
            if value < best + SAME:
                found.append((state, first, second))
    followed: dict[tuple[bytes, bytes], _State] = {}
    for state, first, second in found:
        for each in _settle(task, levels, state, (first, second)):
            followed.setdefault(each.key, each)
    return best, list(followed.values())


def _corners(task: Opgave, levels: list[Levels], state: _State) -> list[tuple[float, int, int]]:
    """Return the best pairs of levels that the unsettled areas can reach, with their sum."""

    def reaches(first: int, second: int) -> bool:
        return task.complete(_least(levels, state, (first, second))) is not None

    given = _gift(task, state)
    top = [int(levels[row].of(given[row])[~state.settled[row]].max()) for row in range(2)]
    bottom = _lowest(partial(reaches, top[0]), 0, top[1])
    first = _lowest(partial(reaches, second=top[1]), 0, top[0])
    second = _lowest(partial(reaches, first), bottom, top[1])
    corners, best = [], np.inf
    while True:
        value = float(levels[0].values[first] + levels[1].values[second])
        best = min(best, value)
        corners.append((value, first, second))
        if second == bottom:
            break
        first = _lowest(partial(reaches, second=second - 1), first + 1, top[0])
        if levels[0].values[first] + levels[1].values[bottom] > best + SAME:
            break
        second = _lowest(partial(reaches, first), bottom, second - 1)
    return [corner for corner in corners if corner[0] < best + SAME]


def _settle(task: Opgave, levels: list[Levels], state: _State, pair: tuple[int, int]) -> list[_State]:
    """Return the ways to settle one area of each speciale at its level."""
    least = _least(levels, state, pair)
    reached = _State(state.settled, least)
    given = _gift(task, reached)
    choices = []
    for row in range(2):
        at_level = ~state.settled[row] & (levels[row].of(given[row]) == pair[row])
        choices.append(_stay_behind(task, reached, given, row, np.flatnonzero(at_level)))
    ways = []
    for first in choices[0]:
        for second in choices[1]:
            settled = state.settled.copy()
            settled[0, first] = settled[1, second] = True
            ways.append(_State(settled, least))
    return ways


def _stay_behind(task: Opgave, state: _State, given: Ints, row: int, areas: Ints) -> list[int]:
    """Return which of the areas at the level to settle: one that cannot leave it, or else each that differs."""
    unlike: dict[tuple[float, ...], int] = {}
    for area in areas:
        more = state.least.copy()
        more[row, area] = given[row, area] + 1
        if task.complete(more) is None:
            return [int(area)]
        traits = (state.settled, state.least, task.least, task.most, task.capacity)
        look = (float(task.people[area]), *(float(value) for trait in traits for value in trait[:, area]))
        unlike.setdefault(look, int(area))
    return list(unlike.values())


def _least(levels: list[Levels], state: _State, pair: tuple[int, int]) -> Ints:
    """Return what each area must have when those that are not settled come down to the levels."""
    need = np.stack([level.need[:, reached] for level, reached in zip(levels, pair, strict=True)])
    return np.where(state.settled, state.least, np.maximum(state.least, need))


def _gift(task: Opgave, state: _State) -> Ints:
    given = task.complete(state.least)
    if given is None:
        raise ValueError("Mindstekravene kan ikke opfyldes.")
    return given


def _lowest(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the lowest number in [low, high] for which it holds, when it holds for every one above that, and high."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
