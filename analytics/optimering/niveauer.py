"""
Gifts whose worst-served areas come down to a sum of levels, exactly.

For each level of the first speciale there is a highest level of the second that is good enough with it, and every good
gift gives at least what one such pair of levels asks for. `Opgave.complete` has the least gift that does, and
`Opgave.room` how much more each may have: the ranges are the least and the most of those over all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analytics.heltal import Ur
from analytics.optimering.minimax import SAME, Levels, worst_first
from analytics.optimering.opgave import Ints, Opgave
from analytics.optimering.planer import Tiendedele, TimeIsUpError


class Niveauer:
    """The gifts whose two worst relative figures, as `minimax` counts them, add up to `top` at most."""

    def __init__(self, task: Opgave, top: float) -> None:
        self._task, self._top = task, top + SAME
        first, second = (Levels(task, row) for row in range(2))
        highest = np.searchsorted(second.values, self._top - first.values, "right") - 1
        asked = {
            np.stack([first.need[:, one], second.need[:, two]]).tobytes()
            for one, two in enumerate(highest)
            if two >= 0 and first.need[:, one].sum() <= task.budget[0] and second.need[:, two].sum() <= task.budget[1]
        }
        shape = task.least.shape
        needs = (np.frombuffer(each, dtype=np.int64).reshape(shape) for each in sorted(asked))
        self._needs = [need for need in needs if task.complete(np.maximum(need, task.least)) is not None]

    def holds(self, given: Ints) -> bool:
        """Say whether that is one of the gifts."""
        return self._task.allows(given) and worst_first(self._task, given)[0] <= self._top

    def ranges(self, ur: Ur) -> Iterator[Tiendedele]:
        """Yield the least and the most that each may get in these gifts; nothing is proved when the time is up."""
        task = self._task
        low, high = task.most, task.least
        for need in self._needs:
            given = task.complete(np.maximum(need, task.least))
            if not ur.rest() or given is None:
                yield from (Tiendedele(row, area, None, None) for row, area in np.ndindex(low.shape))
                return
            low, high = np.minimum(low, given), np.maximum(high, task.room(given))
        for row, area in np.ndindex(low.shape):
            yield Tiendedele(row, area, int(low[row, area]), int(high[row, area]))

    def find(self, least: Ints, most: Ints, ur: Ur) -> Ints | None:
        """Return one of the gifts within the limits, or None when there is none."""
        for need in self._needs:
            if not ur.rest():
                raise TimeIsUpError
            given = self._task.complete(np.maximum(np.maximum(need, self._task.least), least))
            if given is not None and (given <= most).all():
                return given
        return None
