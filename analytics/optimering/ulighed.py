"""
The smallest inequality, exactly, as an integer program.

The Gini coefficient of capacity per citizen, each area counted by its citizens, is the sum over all pairs of areas of
|citizens of one x capacity of the other - the reverse|, over all citizens times all capacity. All that the rules let be
given is given, so that the denominator is known and the sum is all there is to minimise; the two specialer's
coefficients are added, since a Gini is already relative to its own mean.

A pair's term is its difference with the sign that it has in the best gift known, and twice what it falls short where
the pair turns. The first is linear. The second is put into the program only for pairs that may turn; where the
program's answer turns another, that pair is put in too, and it is solved again. Leaving a pair out can only make the
sum too small, so that each answer's sum is a bound, and the gift is proved as soon as its own Gini is no greater.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analytics.begreber import TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering import forbundne
from analytics.optimering.blandet import Gaver
from analytics.optimering.forbundne import Ulige, best_served
from analytics.optimering.minimax import minimax
from analytics.optimering.opgave import Ints, Opgave
from analytics.scenarie.lighed import gini
from analytics.talraekker import Floats

_SAME = 1e-9
_PROVED = 1e-7
"""Gini coefficients that are no further apart than the solver's tolerance are the same."""
_NEAR = 0.02
"""Pairs whose coverage is within this of each other are put in before they turn, when one of them gets something."""
_SCALE = 1e5
"""What the program minimises is so many times the Gini coefficients' sum, to stand well above the tolerance."""
_SLACK = 1e-4  # of that: the tolerance must not cut the best gift off


@dataclass(frozen=True)
class Lighed:
    """What is given, (2, n) tenths, the two Gini coefficients added, and a sum that no other gift can be below."""

    given: Ints
    gini: float
    bound: float


def least_unequal(task: Opgave, ur: Ur) -> Lighed:
    """Return the gift of as much as the rules allow that leaves the least inequality. The problem must be possible."""
    best = all_that_may_be_given(task, ur)
    task = replace(task, budget=best.sum(axis=1))
    if task.andele is not None:
        fairest, inequality, floor = forbundne.least(Ulige(task, best), ur, best)
        return Lighed(best if fairest is None else fairest, inequality, floor)
    least, bound = _gini(task, best), 0.0
    have = task.capacity * TIENDEDELE
    share = task.people / task.people.sum() * _SCALE / (have[0].sum() + task.budget[0])
    signs = [_signs(row) for row in (have + best) / share]
    free = _may_turn(share, have, best, signs)
    while ur.rest() and least - bound > _SAME:
        program, offset = _program(task, share, have, signs, free)
        no_worse = {number: cost for number, cost in enumerate(program.cost) if cost}
        program.require(no_worse, high=least * _SCALE - offset + _SLACK)
        solved = program.solve(ur, presolve=False)  # presolving takes longer than what it saves
        if solved is None:
            break
        bound = max(bound, (solved.bound + offset) / _SCALE)
        if solved.values is None:
            break
        given = program.given(solved.values)
        if (found := _gini(task, given)) < least:
            best, least = given, found
        more = [pairs & ~old for pairs, old in zip(_may_turn(share, have, given, signs), free, strict=True)]
        if not any(pairs.any() for pairs in more):
            break
        free = [old | new for old, new in zip(free, more, strict=True)]
    return Lighed(best, least, least if least - bound <= _PROVED else bound)


def all_that_may_be_given(task: Opgave, ur: Ur) -> Ints:
    """Return a good gift that leaves as little as the rules allow: minimax leaves nothing, if that can be."""
    served = minimax(task, ur).given if task.andele is None else best_served(task, ur).given
    if (served.sum(axis=1) == task.budget).all():
        return served
    program = Gaver(task)
    for x in program.x[0] + program.x[1]:
        program.cost[x] = -1.0
    solved = program.solve(ur)
    if solved is None or solved.values is None:
        return served
    most = program.given(solved.values)
    return served if served.sum() >= most.sum() else most


def _program(
    task: Opgave, share: Floats, have: Floats, signs: list[Floats], free: list[NDArray[np.bool_]]
) -> tuple[Gaver, float]:
    """Return the program, and what must be added to its sum to have `_SCALE` times the Gini coefficients' sum."""
    program = Gaver(task)
    total = have.sum(axis=1) + task.budget
    offset = 0.0
    for row, x in enumerate(program.x):
        program.require(dict.fromkeys(x, 1), low=float(task.budget[row]))
        weight = total[0] / total[row]
        slope = weight * (signs[row] @ share)
        offset += float(slope @ have[row])
        for number, cost in zip(x, slope, strict=True):
            program.cost[number] = float(cost)
        for above, below in zip(*np.nonzero(free[row] & (signs[row] > 0)), strict=True):
            short = program.variable(cost=2 * float(weight))
            plus, minus = float(share[below]), float(share[above])
            ahead = plus * have[row, above] - minus * have[row, below]
            program.require({short: 1, x[above]: plus, x[below]: -minus}, low=-float(ahead))
    return program, offset


def _signs(coverage: Floats) -> Floats:
    """Return 1 where the area of the row has at least the coverage of the column's, else -1, antisymmetric: (n, n)."""
    upper = np.triu(np.where(np.subtract.outer(coverage, coverage) >= 0, 1.0, -1.0), 1)
    return np.asarray(upper - upper.T)


def _may_turn(share: Floats, have: Floats, given: Ints, signs: list[Floats]) -> list[NDArray[np.bool_]]:
    """Return the pairs (n, n) that a gift turns, or that it brings near each other and could turn with a tenth more."""
    pairs = []
    for row, sign, tenths in zip((have + given) / share, signs, given, strict=True):
        ahead = np.subtract.outer(row, row) * sign
        near = (ahead < _NEAR * np.maximum.outer(row, row)) & np.logical_or.outer(tenths > 0, tenths > 0)
        pairs.append(((ahead < 0) | near) & (sign != 0))
    return pairs


def _gini(task: Opgave, given: Ints) -> float:
    return sum(gini(task.people, row) for row in task.capacity + given / TIENDEDELE)
