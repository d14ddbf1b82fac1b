"""
What a gift comes to where the patients follow, so that what one area is given reaches the citizens of all.

Then an area has no number of tenths of its own that brings it to a level, but each objective is still convex in what is
given. It is a variable of the integer program (`Gaver`) that no gift's value is below: by straight lines under a curve,
and by pairs of areas. Where the program's answer comes to more than the program says, the answer shows where one more
line is wanted, and it is solved again. So every answer is a bound on all gifts, and a gift that comes to no more than
the bound is proved, to the solver's tolerance.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import replace

import numpy as np

from analytics.begreber import TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.blandet import Gaver
from analytics.optimering.minimax import Fordeling, minimax, worst_first
from analytics.optimering.opgave import Ints, Opgave
from analytics.scenarie.lighed import gini
from analytics.talraekker import Bools, Floats

PROVED = 1e-7
"""Values that are no further apart than this share, the solver's tolerance, are the same."""
_EXACT = 1e-6
"""A sum of the program that is no further from its limit than this, the solver's tolerance, keeps it."""
_LINES = 10
"""Straight lines under the curve of citizens per capacity before any answer asks for more."""
_NEAR = 0.05
"""Pairs of areas whose coverage is within this of each other are counted from the beginning."""
_NEARER = 0.02
"""The same of the pairs that are counted when an answer turns some."""


class Vaerdi(ABC):
    """
    What a gift comes to, as a variable of a program: `scale` times it, and no gift's is below.

    `program` has the rules of `task` and the gifts, and may be given more to keep.
    """

    scale = 1.0
    presolve = True

    def __init__(self, task: Opgave) -> None:
        self.task = task
        self.program = Gaver(task)
        self.variable = self.program.variable()
        self._have = task.capacity * TIENDEDELE

    @abstractmethod
    def of(self, given: Ints) -> float:
        """Return what a gift comes to."""

    @abstractmethod
    def tighten(self, given: Ints) -> bool:
        """Let the program know more of what gifts like that come to, and say whether it did not know it already."""

    def at_most(self, top: float) -> None:
        """Ask of every gift that it comes to that at most."""
        self.program.require({self.variable: 1.0}, high=top * self.scale + _EXACT)


class Ringest(Vaerdi):
    """The worst citizens per capacity over the region's average, the two specialer's added: minimax."""

    scale = 1e3
    presolve = False

    def __init__(self, task: Opgave) -> None:
        super().__init__(task)
        weight = TIENDEDELE * task.people / task.average()[:, None]
        highest = 1 + task.budget / self._have.sum(axis=1)
        self._lines = set[tuple[int, float]]()
        self._coverage = [self.program.variable(0, top) for top in highest]
        self._figures = [self.program.variable() for _ in highest]
        self.program.require({self.variable: 1.0, **dict.fromkeys(self._figures, -1.0)}, low=0)
        for row, coverage in enumerate(self._coverage):
            lowest = min((self._have[row] / weight[row]).min(), highest[row])
            for area, each in enumerate(weight[row]):
                terms = self.program.brings(row, area)
                self.program.require({**terms, coverage: -float(each)}, low=-float(self._have[row, area]))
            for at in np.linspace(max(lowest, highest[row] / _LINES), highest[row], _LINES):
                self._line(row, float(at))

    def _line(self, row: int, at: float) -> None:
        """The figure is 1 / coverage, and lies above the line that touches it there."""
        terms = {self._figures[row]: 1.0, self._coverage[row]: self.scale / at**2}
        self.program.require(terms, low=2 * self.scale / at)

    def of(self, given: Ints) -> float:
        """Return the two worst figures added."""
        return worst_first(self.task, given)[0]

    def tighten(self, given: Ints) -> bool:
        """Let a line touch the curve where this gift is."""
        before = len(self._lines)
        for row, figure in enumerate(self.task.per_capacity(given).max(axis=1) / self.task.average()):
            if math.isfinite(figure) and (row, float(figure)) not in self._lines:
                self._lines.add((row, float(figure)))
                self._line(row, 1 / float(figure))
        return len(self._lines) > before


class Over(Vaerdi):
    """
    The citizens above the limits, both specialer added. `need` (2, n) is the tenths that bring each area below.

    `helped` are the variables that say whether an area is brought below, and `places` the areas, in the same order.
    """

    def __init__(self, task: Opgave, need: Floats) -> None:
        super().__init__(task)
        self._need = need
        can = (need > 0) & (need <= task.budget[:, None])
        self.places = list(zip(*np.nonzero(can), strict=True))
        self.helped = [self.program.variable(0, 1, whole=True) for _ in self.places]
        for (row, area), yes in zip(self.places, self.helped, strict=True):
            self.program.require({**self.program.brings(row, area), yes: -float(need[row, area])}, low=0)
        living = {yes: float(task.citizens[area]) for (_, area), yes in zip(self.places, self.helped, strict=True)}
        self.program.require({self.variable: 1.0, **living}, low=float((task.citizens * (need > 0)).sum()))

    def below(self, given: Ints) -> Bools:
        """Return which areas a gift brings below, or which are there already, (2, n)."""
        return np.asarray(self.task.reached(given) >= self._need - _EXACT)

    def of(self, given: Ints) -> float:
        """Return the citizens in areas that stay above."""
        return float((self.task.citizens * ~self.below(given)).sum())

    def tighten(self, given: Ints) -> bool:
        """The program knows already: an area is below or it is not."""
        return False

    def at_most(self, top: float) -> None:
        """Ask of every gift that it leaves no more above than that: persons are whole."""
        super().at_most(math.floor(top + _EXACT) + 0.25)


class Ulige(Vaerdi):
    """
    The two Gini coefficients added, when all of the budgets is given (`analytics.optimering.ulighed`).

    `known` is a gift that is likely to be near those that are sought.
    """

    scale = 1e5

    def __init__(self, task: Opgave, known: Ints) -> None:
        super().__init__(task)
        total = self._have.sum(axis=1) + task.budget
        self._weight = self.scale / total
        self._share = task.people / task.people.sum()
        for x, budget in zip(self.program.x, task.budget, strict=True):
            self.program.require(dict.fromkeys(x, 1.0), low=float(budget))
        rows = self._rows(known)
        upper = [np.triu(np.where(np.subtract.outer(row, row) >= 0, 1.0, -1.0), 1) for row in rows]
        self._signs = [each - each.T for each in upper]
        self._counted = [np.zeros(sign.shape, dtype=bool) for sign in self._signs]
        self._terms, offset = self._sum()
        self.program.require(self._terms, low=offset)
        self._count(known, _NEAR)

    def _rows(self, given: Ints) -> Floats:
        return np.asarray((self._have + self.task.reached(given)) / self._share)

    def _sum(self) -> tuple[dict[int, float], float]:
        """Return the value less the sum of all pairs' differences with their signs as terms, and what is constant."""
        terms, offset = {self.variable: 1.0}, 0.0
        for row, sign in enumerate(self._signs):
            slope = self._weight[row] * (sign @ self._share)
            offset += float(slope @ self._have[row])
            for area, each in enumerate(slope):
                for x, share in self.program.brings(row, area).items():
                    terms[x] = terms.get(x, 0.0) - float(each) * share
        return terms, offset

    def _count(self, given: Ints, near: float) -> bool:
        """Count twice what the one of a pair falls short, of the pairs that a gift turns or brings so near."""
        before = len(self._terms)
        for row, coverage in enumerate(self._rows(given)):
            ahead = np.subtract.outer(coverage, coverage) * self._signs[row]
            wanted = (ahead < near * np.maximum.outer(coverage, coverage)) & (self._signs[row] > 0)
            for above, below in zip(*np.nonzero(wanted & ~self._counted[row]), strict=True):
                self._terms[self._short(row, int(above), int(below))] = -2 * float(self._weight[row])
            self._counted[row] |= wanted
        return len(self._terms) > before

    def _short(self, row: int, above: int, below: int) -> int:
        """Return a variable of how much the one falls short of the other."""
        short, plus, minus = self.program.variable(), float(self._share[below]), float(self._share[above])
        terms = {short: 1.0}
        for area, times in ((above, plus), (below, -minus)):
            for x, share in self.program.brings(row, area).items():
                terms[x] = terms.get(x, 0.0) + times * share
        self.program.require(terms, low=-float(plus * self._have[row, above] - minus * self._have[row, below]))
        return short

    def of(self, given: Ints) -> float:
        """Return the two coefficients added."""
        return sum(gini(self.task.people, row) for row in self._have + self.task.reached(given))

    def tighten(self, given: Ints) -> bool:
        """Let the program count the pairs that this gift turns too."""
        return self._count(given, _NEARER)


def least(of: Vaerdi, ur: Ur, known: Ints | None = None) -> tuple[Ints | None, float, float]:
    """
    Return the gift that comes to least, what that is, and what none is below.

    `known` is a gift that the program allows, where one is known; None is returned where none is found.
    """
    best, value, bound = known, math.inf if known is None else of.of(known), 0.0
    of.program.cost[of.variable] = 1.0
    while ur.rest() and (best is None or value - bound > PROVED * value):
        solved = of.program.solve(ur, presolve=of.presolve)
        if solved is None:
            break
        bound = max(bound, solved.bound / of.scale)
        if solved.values is None:
            break
        given = of.program.given(solved.values)
        found = of.of(given)
        if found < value:
            best, value = given, found
        if not of.tighten(given):
            break
    return best, value, value if value - bound <= PROVED * value else bound


def best_served(task: Opgave, ur: Ur, need: Floats | None = None) -> Fordeling:
    """
    Return a gift that serves the worst areas best.

    `need` (2, n) tenths is what the citizens of each must reach; it must be possible. Of equal gifts not all are tried:
    what is left over goes where it does most for the worst, and the speciale that nobody follows is shared out by
    `minimax`.
    """
    value = Ringest(task)
    if need is not None:
        for row, area in zip(*np.nonzero(need > 0), strict=True):
            value.program.require(value.program.brings(row, area), low=float(need[row, area]))
    start = task.complete(task.least)
    if start is None:
        raise ValueError("Mindstekravene kan ikke opfyldes.")
    found, worst, bound = least(value, ur, start if need is None else None)
    if found is None:
        return Fordeling(start, value.of(start), proved=False, bound=0.0)
    given = _rest_of_the_other(task, _all_given(task, found), ur, need)
    return Fordeling(given, min(worst, value.of(given)), proved=False, bound=min(bound, value.of(given)))


def _all_given(task: Opgave, given: Ints) -> Ints:
    """Return the gift with what is left of the first speciale given where it does most for the worst."""
    if task.andele is None:
        return given
    while given[0].sum() < task.budget[0]:
        worst = int(task.per_capacity(given)[0].argmax())
        for area in np.argsort(-task.andele[:, worst], kind="stable"):
            more = given.copy()
            more[0, area] += 1
            completed = task.complete(more)
            if completed is not None:
                given = completed
                break
        else:
            break
    return given


def _rest_of_the_other(task: Opgave, given: Ints, ur: Ur, need: Floats | None) -> Ints:
    """Return the gift with the second speciale shared out anew, as what is given of the first lets it be."""
    floor = task.least[1] if need is None else np.maximum(task.least[1], np.ceil(need[1] - _EXACT).astype(np.int64))
    alone = replace(
        task,
        andele=None,
        least=np.stack([given[0], floor]),
        most=np.stack([given[0], task.most[1]]),
    )
    return minimax(alone, ur).given
