"""The mixed-integer program of the rules: what the objectives that HiGHS solves begin with."""

from __future__ import annotations

import numpy as np

from analytics.heltal import Program
from analytics.optimering.opgave import Ints, Opgave
from analytics.talraekker import Floats


class Gaver(Program):
    """
    The program that every objective begins with: whole tenths `x[row][area]` within the rules of an `Opgave`.

    `least` (2, n) tenths is what each must have besides the task's own.
    """

    def __init__(self, task: Opgave, least: Ints | None = None) -> None:
        super().__init__()
        self._andele = task.andele
        floor = task.least if least is None else np.maximum(task.least, least)
        top = np.minimum(task.most, task.budget[:, None])
        areas = range(len(task.ids))
        self.x = [[self.variable(floor[s, a], top[s, a], whole=True) for a in areas] for s in range(2)]
        opened = [[self.variable(0, 1, whole=True) for _ in areas] for _ in range(2)]
        for row in range(2):
            self.require(dict.fromkeys(self.x[row], 1), high=float(task.budget[row]))
            for x, is_open, most in zip(self.x[row], opened[row], top[row], strict=True):
                self.require({x: 1, is_open: -task.step}, low=0)
                self.require({x: 1, is_open: -float(most)}, high=0)
        for first, second in zip(*opened, strict=True):
            if task.kobling != "ingen":
                self.require({first: 1, second: -1}, low=0, high=0 if task.kobling == "begge" else 1)
        if task.places < len(task.ids):
            chosen = [self.variable(0, 1) for _ in areas]
            for row in range(2):
                for place, is_open in zip(chosen, opened[row], strict=True):
                    self.require({place: 1, is_open: -1}, low=0)
            self.require(dict.fromkeys(chosen, 1), high=float(task.places))

    def brings(self, row: int, area: int) -> dict[int, float]:
        """Return the tenths that the citizens of an area get of what is given, as terms of a sum."""
        if row or self._andele is None:
            return {self.x[row][area]: 1.0}
        return {x: float(share) for x, share in zip(self.x[row], self._andele[:, area], strict=True) if share}

    def given(self, values: Floats) -> Ints:
        """Return the tenths in a solution's values."""
        return np.asarray(np.round(values[np.array(self.x)]), dtype=np.int64)
