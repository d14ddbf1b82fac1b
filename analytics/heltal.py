"""A mixed-integer program for HiGHS (by scipy), built a variable and a constraint at a time, and its time limit."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from importlib import import_module
from threading import Thread

import numpy as np
from numpy.typing import NDArray

_ASK_EVERY = 0.05  # seconds between asking whether to stop
_FEASIBLE = {0, 1}  # scipy: solved, or stopped by the time limit


class Ur:
    """A time limit in seconds, and a question that is asked now and then: shall we stop?"""

    def __init__(self, frist: float, stop: Callable[[], bool] | None = None) -> None:
        self._end = time.monotonic() + frist
        self._stop = stop

    @property
    def can_be_told(self) -> bool:
        """Whether anybody can ask to stop."""
        return self._stop is not None

    @property
    def told(self) -> bool:
        """Whether somebody has asked to stop."""
        return self._stop is not None and self._stop()

    def rest(self) -> float:
        """Seconds left; 0 when time is up or somebody has asked to stop."""
        return 0.0 if self.told else max(0.0, self._end - time.monotonic())


@dataclass(frozen=True)
class Loesning:
    """What HiGHS found: the variables' values, or None when it found none in time, and what no sum can be below."""

    values: NDArray[np.float64] | None
    bound: float


_NOTHING = Loesning(None, -math.inf)


def load_solver() -> None:
    """Load HiGHS, which takes a second, before anybody waits for it."""
    import_module("scipy.optimize")


class Program:
    """
    Minimise a sum over variables, within bounds and linear constraints.

    `cost` may be changed between solves, and constraints added.
    """

    def __init__(self) -> None:
        self.cost: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._whole: list[int] = []
        self._rows: list[Mapping[int, float]] = []
        self._row_low: list[float] = []
        self._row_high: list[float] = []

    def variable(self, low: float = 0, high: float = math.inf, *, whole: bool = False, cost: float = 0) -> int:
        """Add a variable and return its number."""
        self.cost.append(cost)
        self._low.append(low)
        self._high.append(high)
        self._whole.append(int(whole))
        return len(self.cost) - 1

    def require(self, terms: Mapping[int, float], low: float = -math.inf, high: float = math.inf) -> None:
        """
        Ask that the sum of the variables times their numbers lies within [low, high].

        Variables may be added to `terms` later.
        """
        self._rows.append(terms)
        self._row_low.append(low)
        self._row_high.append(high)

    def solve(self, ur: Ur, *, presolve: bool = True) -> Loesning | None:
        """
        Solve to optimality, or as far as the time allows; None when nothing is feasible.

        When it is told to stop, it returns at once, and HiGHS ends by itself when the time is up.
        """
        seconds = ur.rest()
        if not seconds:
            return _NOTHING
        if not ur.can_be_told:
            return self._run_highs(seconds, presolve)
        # HiGHS cannot be called back, but lets other threads run. The thread is not a daemon: one that is still in C++
        # when Python ends would take the whole process down with it.
        answer: Future[Loesning | None] = Future()
        Thread(target=lambda: _answer(answer, lambda: self._run_highs(seconds, presolve))).start()
        while not ur.told:
            try:
                return answer.result(timeout=_ASK_EVERY)
            except TimeoutError:
                continue
        return _NOTHING

    def _run_highs(self, seconds: float, presolve: bool) -> Loesning | None:
        # A second to import, and needed by those only who ask for an optimum.
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        starts = np.cumsum([0, *(len(row) for row in self._rows)])
        columns = np.array([column for row in self._rows for column in row], dtype=np.int32)
        numbers = np.array([number for row in self._rows for number in row.values()], dtype=float)
        matrix = csr_array((numbers, columns, starts), shape=(len(self._rows), len(self.cost)))
        result = milp(
            self.cost,
            integrality=self._whole,
            bounds=Bounds(self._low, self._high),
            constraints=LinearConstraint(matrix, self._row_low, self._row_high),
            options={"time_limit": seconds, "mip_rel_gap": 0.0, "presolve": presolve},
        )
        if result.status not in _FEASIBLE:
            return None
        bound = -math.inf if result.mip_dual_bound is None else float(result.mip_dual_bound)
        return Loesning(None if result.x is None else np.asarray(result.x), bound)


def _answer(answer: Future[Loesning | None], work: Callable[[], Loesning | None]) -> None:
    try:
        answer.set_result(work())
    except BaseException as error:  # it belongs to the thread that waits
        answer.set_exception(error)
