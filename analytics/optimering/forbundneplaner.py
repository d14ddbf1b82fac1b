"""
Plans that are nearly as good as the best where the patients follow, by the program of `forbundne`.

The program knows a little less than the truth, so that what it says is possible may come to more than is asked: then it
is told so, and asked again. What it says is impossible is so.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

import numpy as np

from analytics.heltal import Ur
from analytics.optimering.forbundne import PROVED, Vaerdi
from analytics.optimering.opgave import Ints, Opgave
from analytics.optimering.planer import Tiendedele, TimeIsUpError

_EXACT = 1e-6
_TRIES = 20
"""So many times the program is told that it was wrong before that is given up."""


class Forbundneplaner:
    """
    The gifts of a task that come to `top` at most, as `of` says it of a task; `known` is one of them.

    With `spends` they give all of the budgets.
    """

    def __init__(
        self, task: Opgave, of: Callable[[Opgave], Vaerdi], top: float, known: Ints, *, spends: bool = False
    ) -> None:
        self._task, self._of, self._top, self._known, self._spends = task, of, top, known, spends
        self._all = self._asked(task)

    def _asked(self, task: Opgave) -> Vaerdi:
        value = self._of(task)
        value.at_most(self._top)
        return value

    def holds(self, given: Ints) -> bool:
        """Say whether that is one of the gifts."""
        spends = not self._spends or bool((given.sum(axis=1) == self._task.budget).all())
        return spends and self._task.allows(given) and self._all.of(given) <= self._top * (1 + PROVED)

    def ranges(self, ur: Ur) -> Iterator[Tiendedele]:
        """Yield the least and the most that each may get in these gifts, as far as the time allows to prove them."""
        low, high = self._known, self._known
        for row, area in np.ndindex(low.shape):
            proved: dict[bool, int | None] = {}
            for up in (True, False):
                try:
                    for given in self._further(row, area, int((high if up else low)[row, area]), ur, up=up):
                        low, high = np.minimum(low, given), np.maximum(high, given)
                    proved[up] = int((high if up else low)[row, area])
                except TimeIsUpError:
                    proved[up] = None
            yield Tiendedele(row, area, proved[False], proved[True])

    def _further(self, row: int, area: int, reached: int, ur: Ur, *, up: bool) -> Iterator[Ints]:
        """Yield gifts that give an area more (or less) than is reached, until it is proved that none does."""
        if reached == (self._task.most if up else self._task.least)[row, area]:
            return
        program, x = self._all.program, self._all.program.x[row][area]
        program.cost[:] = [0.0] * len(program.cost)
        program.cost[x] = -1.0 if up else 1.0
        for _ in _tries(ur):
            solved = program.solve(ur, presolve=self._all.presolve)
            if solved is None:
                return  # what is known is at the very edge of what the solver can tell
            if not math.isfinite(solved.bound):
                raise TimeIsUpError
            bound = math.floor(_EXACT - solved.bound) if up else math.ceil(solved.bound - _EXACT)
            if bound == reached:
                return
            if solved.values is None:
                raise TimeIsUpError
            given = program.given(solved.values)
            if self.holds(given):
                yield given
                if given[row, area] == bound:
                    return
                raise TimeIsUpError
            if not self._all.tighten(given):
                raise TimeIsUpError  # the solver's tolerance lets through what is a little too much
        raise TimeIsUpError

    def find(self, least: Ints, most: Ints, ur: Ur) -> Ints | None:
        """
        Return one of the gifts that gives each at least and at most so much, (2, n) tenths; None when there is none.

        Raises TimeIsUpError when the time is up before that is known.
        """
        least, most = np.maximum(least, self._task.least), np.minimum(most, self._task.most)
        if (least > most).any() or (least > self._task.budget[:, None]).any():
            return None
        value = self._asked(replace(self._task, least=least, most=most))
        for _ in _tries(ur):
            solved = value.program.solve(ur, presolve=value.presolve)
            if solved is None:
                return None
            if solved.values is None:
                raise TimeIsUpError
            given = value.program.given(solved.values)
            if self.holds(given):
                return given
            if not value.tighten(given):
                raise TimeIsUpError
        raise TimeIsUpError


def _tries(ur: Ur) -> Iterator[int]:
    """Yield as long as there is time, and not for ever."""
    return takewhile(lambda _: ur.rest() > 0, range(_TRIES))
