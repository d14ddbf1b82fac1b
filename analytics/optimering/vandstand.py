"""
Gifts that leave no more inequality than so much, by branch and bound over a bound in closed form.

What a tenth does to a Gini coefficient depends only on the rank of the area that gets it, and does most for the lowest.
So could a tenth be divided, the least inequality would be had by filling up the lowest areas to one level, as water
does, within what each must and may have. That is a bound on every gift within the same limits: where it is above what
is sought, none of them will do. Where it is not, a rule that the filling breaks or a number that is not whole is
chosen, and both ways to mend it are tried.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analytics.begreber import TIENDEDELE
from analytics.heltal import Ur
from analytics.optimering.opgave import Ints, Opgave
from analytics.optimering.planer import Tiendedele, TimeIsUpError
from analytics.scenarie.lighed import gini
from analytics.talraekker import Bools, Floats

_WHOLE = 1e-9
"""A number of tenths that is no further from a whole one is that."""

Ramme = tuple[Ints, Ints]
"""The least and the most that each may be given, (2, n) tenths."""


class Vandstand:
    """
    The gifts of all of `task.budget` whose two Gini coefficients add up to `top` at most.

    `known` is one of them.
    """

    def __init__(self, task: Opgave, top: float, known: Ints) -> None:
        self._task, self._top, self._known = task, top, known
        self._have = task.capacity * TIENDEDELE

    def holds(self, given: Ints) -> bool:
        """Say whether that is one of the gifts."""
        spends = (given.sum(axis=1) == self._task.budget).all()
        return bool(spends) and self._task.allows(given) and self._gini(given) <= self._top

    def ranges(self, ur: Ur) -> Iterator[Tiendedele]:
        """Yield the least and the most that each may get in these gifts, as far as the time allows to prove them."""
        low, high = self._known, self._known
        for row, area in np.ndindex(low.shape):
            if not ur.rest():
                yield Tiendedele(row, area, None, None)
                continue
            proved: dict[bool, int | None] = {}
            for up in (False, True):
                try:
                    for given in self._further(row, area, int((high if up else low)[row, area]), up, ur):
                        low, high = np.minimum(low, given), np.maximum(high, given)
                    proved[up] = int((high if up else low)[row, area])
                except TimeIsUpError:
                    proved[up] = None
            yield Tiendedele(row, area, proved[False], proved[True])

    def _further(self, row: int, area: int, reached: int, up: bool, ur: Ur) -> Iterator[Ints]:
        """Yield gifts that give an area ever more (or less) than is reached, until none gives still more."""
        limit = self._outermost(row, area, reached, up)
        step = 1 if up else -1
        while limit != reached:
            given = self.find(*self._at(row, area, limit, up), ur)
            if given is None:
                limit -= step
            else:
                reached = limit
                yield given

    def _outermost(self, row: int, area: int, reached: int, up: bool) -> int:
        """Return the most (or least) that the bound does not rule out for an area: it is known what is reached."""
        near, far = reached, int((self._task.most if up else self._task.least)[row, area])
        while near != far:
            middle = near + (far - near + (1 if up else -1)) // 2 if up else far + (near - far) // 2
            if self._filled(*self._at(row, area, middle, up)) is None:
                far = middle - 1 if up else middle + 1
            else:
                near = middle
        return near

    def _at(self, row: int, area: int, tenths: int, up: bool) -> Ramme:
        least, most = self._task.least.copy(), self._task.most.copy()
        (least if up else most)[row, area] = tenths
        return least, most

    def find(self, least: Ints, most: Ints, ur: Ur) -> Ints | None:
        """
        Return one of the gifts that gives each at least and at most so much, (2, n) tenths; None when there is none.

        Raises TimeIsUpError when the time is up before that is known.
        """
        frames = [(np.maximum(least, self._task.least), np.minimum(most, self._task.most))]
        while frames:
            if not ur.rest():
                raise TimeIsUpError
            filled = self._filled(*frames.pop())
            if filled is None:
                continue
            values, least, most = filled
            given = self._rounded(values, most)
            if self.holds(given):
                return given
            frames.extend(self._branches(values, least, most))
        return None

    def _filled(self, least: Ints, most: Ints) -> tuple[Floats, Ints, Ints] | None:
        """Return what a filling gives, and the limits as the rules make them; None where no gift within can do."""
        limits = self._within_rules(least, most)
        if limits is None:
            return None
        rows = [self._row(row, limits[0][row], limits[1][row]) for row in range(2)]
        if rows[0] is None or rows[1] is None:
            return None
        values = np.stack([rows[0], rows[1]])
        return None if self._gini(values) > self._top else (values, *limits)

    def _within_rules(self, least: Ints, most: Ints) -> Ramme | None:
        """Return the limits that follow from these by the rules, or None where the rules allow nothing within."""
        task, given = self._task, self._task.complete(least)
        if given is None:
            return None
        most = np.where(most < task.step, 0, most)
        if task.kobling == "begge":
            most[:, (most == 0).any(axis=0)] = 0
        elif task.kobling == "kun_62_kraever_51":
            most[1, most[0] == 0] = 0
        if np.count_nonzero(given.any(axis=0)) == task.places:
            most[:, ~given.any(axis=0)] = 0
        return None if (given > most).any() else (given, most)

    def _row(self, row: int, least: Ints, most: Ints) -> Floats | None:
        """Return what a filling of one speciale gives, (n) tenths that need not be whole."""
        people, have, budget = self._task.people, self._have[row], self._task.budget[row]
        if not least.sum() <= budget <= most.sum():
            return None
        levels = np.sort(np.concatenate([(have + least) / people, (have + most) / people]))
        totals = np.clip(np.outer(levels, people) - have, least, most).sum(axis=1)
        level = np.interp(budget, totals, levels)
        return np.asarray(np.clip(level * people - have, least, most))

    def _rounded(self, values: Floats, most: Ints) -> Ints:
        """Return whole tenths near a filling: what is left over when each is rounded down goes to the lowest."""
        given = np.floor(values + _WHOLE).astype(np.int64)
        for row, filled in enumerate(values):
            for _ in range(int(self._task.budget[row] - given[row].sum())):
                coverage = (self._have[row] + given[row]) / self._task.people
                room = given[row] < most[row]
                cut = room & (filled > given[row] + _WHOLE)
                given[row, int(np.where(cut if cut.any() else room, coverage, np.inf).argmin())] += 1
        return given

    def _branches(self, values: Floats, least: Ints, most: Ints) -> list[Ramme]:
        """Return two narrower limits, which hold every gift between them, but not the filling; the last is likelier."""
        if (broken := self._broken(values, least)).any():
            row, area = _largest(np.where(broken, self._task.people, 0.0))
            shut, opened = most.copy(), least.copy()
            shut[row, area], opened[row, area] = 0, self._task.step
            return [(least, shut), (opened, most)]
        off = np.abs(values - np.round(values))
        if (off <= _WHOLE).all():
            return []
        row, area = _largest(off * self._task.people)
        below, above = most.copy(), least.copy()
        below[row, area] = int(np.floor(values[row, area]))
        above[row, area] = below[row, area] + 1
        ways = [(least, below), (above, most)]
        return ways if values[row, area] % 1 > 0.5 else ways[::-1]

    def _broken(self, values: Floats, least: Ints) -> Bools:
        """Return where something is given that the rules do not allow as it stands, and that need not be, (2, n)."""
        task, some = self._task, values > _WHOLE
        broken = values < task.step - _WHOLE
        if task.kobling == "begge":
            broken |= ~some[::-1]
        elif task.kobling == "kun_62_kraever_51":
            broken[1] |= ~some[0]
        if np.count_nonzero(some.any(axis=0)) > task.places:
            broken[:] = True
        return np.asarray(broken & some & (least == 0))

    def _gini(self, given: Floats | Ints) -> float:
        return sum(gini(self._task.people, row) for row in self._have + given)


def _largest(of: Floats) -> tuple[int, int]:
    row, area = np.unravel_index(int(of.argmax()), of.shape)
    return int(row), int(area)
