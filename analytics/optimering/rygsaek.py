"""
Gifts that leave no more citizens above the limit than so many, exactly, as a knapsack counted out.

A table has, for every number of places and of tenths of each speciale, the most citizens that can be brought below the
limit with so much. An area is put into it one way of giving at a time. For every area there is such a table of all the
others (half of them are put in, then half of the rest, so that few are put in twice): what an area may get is what
leaves the others enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from analytics.heltal import Ur
from analytics.optimering.opgave import Ints, Opgave
from analytics.optimering.planer import Tiendedele, TimeIsUpError
from analytics.talraekker import Bools

_NEVER = -(2**60)


class _Way(NamedTuple):
    """A way to give an area something: tenths of each speciale, whether it takes a place, citizens brought below."""

    tenths: tuple[int, int]
    place: int
    helped: int


_NOTHING = _Way((0, 0), 0, 0)


class Rygsaek:
    """
    The gifts that bring at least `wanted` citizens below the limit, both specialer added.

    `need` (2, n) is how many tenths bring each area below; 0 where it is there already.
    """

    def __init__(self, task: Opgave, need: Ints, wanted: int) -> None:
        self._task, self._need, self._wanted = task, need, wanted

    def holds(self, given: Ints) -> bool:
        """Say whether that is one of the gifts."""
        return self._task.allows(given) and self._helped(given) >= self._wanted

    def ranges(self, ur: Ur) -> Iterator[Tiendedele]:
        """Yield the least and the most that each may get in these gifts, as far as the time allows to prove them."""
        task = self._task
        ways = [self._ways(area, task.least, task.most) for area in range(len(task.ids))]
        known = set[int]()
        try:
            for area, others in _all_but_one(self._empty(), ways, range(len(ways)), ur):
                known.add(area)
                possible = self._possible(area, others)
                for row in range(2):
                    tenths = np.flatnonzero(possible.any(axis=1 - row))
                    yield Tiendedele(row, area, int(tenths.min()), int(tenths.max()))
        except TimeIsUpError:
            for area in set(range(len(ways))) - known:
                yield from (Tiendedele(row, area, None, None) for row in range(2))

    def find(self, least: Ints, most: Ints, ur: Ur) -> Ints | None:
        """Return one of the gifts within the limits, or None when there is none."""
        least, most = np.maximum(least, self._task.least), np.minimum(most, self._task.most)
        tables, every = [self._empty()], list[list[_Way]]()
        for area in range(len(self._task.ids)):
            if not ur.rest():
                raise TimeIsUpError
            every.append(self._ways(area, least, most))
            tables.append(_with(tables[-1], every[-1]))
        place, first, second = (size - 1 for size in tables[0].shape)
        wanted = int(tables[-1][place, first, second])
        if wanted < max(self._wanted, 0):
            return None
        given = np.zeros_like(least)
        for area, ways in reversed(list(enumerate(every))):
            for way in ways:
                left = place - way.place, first - way.tenths[0], second - way.tenths[1]
                if min(left) >= 0 and tables[area][left] + way.helped == wanted:
                    given[:, area] = way.tenths
                    (place, first, second), wanted = left, wanted - way.helped
                    break
        return given

    def _empty(self) -> Ints:
        """Return the table where nothing is given, (places, tenths of 51, tenths of 62)."""
        first, second = (int(tenths) for tenths in self._task.budget)
        limited = self._task.places < len(self._task.ids)
        return np.zeros((self._task.places + 1 if limited else 1, first + 1, second + 1), dtype=np.int64)

    def _ways(self, area: int, least: Ints, most: Ints) -> list[_Way]:
        """Return the ways to give an area as little as brings it below in neither, one or both specialer."""
        ways = dict[tuple[int, int], _Way]()
        for help_first, help_second in np.ndindex(2, 2):
            asked = np.zeros_like(least)
            asked[:, area] = np.maximum(least[:, area], self._need[:, area] * (help_first, help_second))
            given = self._task.complete(asked)
            if given is not None and (given[:, area] <= most[:, area]).all():
                tenths = int(given[0, area]), int(given[1, area])
                ways[tenths] = _Way(tenths, self._place(tenths), self._helped(given, area))
        return list(ways.values())

    def _place(self, tenths: tuple[int, int]) -> int:
        return int(self._task.places < len(self._task.ids) and any(tenths))

    def _possible(self, area: int, others: Ints) -> Bools:
        """Return whether the area may have so many tenths of 51 and of 62: (tenths, tenths)."""
        task = self._task
        tops = np.minimum(task.most[:, area], task.budget)
        first, second = (np.arange(top + 1) for top in tops)
        first, second = first[:, None], second[None, :]
        possible = (first >= task.least[0, area]) & (second >= task.least[1, area])
        possible &= ((first == 0) | (first >= task.step)) & ((second == 0) | (second >= task.step))
        if task.kobling == "begge":
            possible &= (first > 0) == (second > 0)
        elif task.kobling == "kun_62_kraever_51":
            possible &= (first > 0) | (second == 0)
        helped = task.citizens[area] * sum(
            ((tenths >= need) & (need > 0)).astype(np.int64)
            for tenths, need in zip((first, second), self._need[:, area], strict=True)
        )
        left = others[:, ::-1, ::-1][:, : len(first), : second.shape[1]]
        limited, anything = task.places < len(task.ids), (first > 0) | (second > 0)
        full = left[-1]
        if limited:
            full = np.where(anything, left[-2] if task.places else _NEVER, left[-1])
        return np.asarray(possible & (full + helped >= max(self._wanted, 0)))

    def _helped(self, given: Ints, area: int | None = None) -> int:
        below = (given >= self._need) & (self._need > 0)
        return int((self._task.citizens * below)[:, slice(None) if area is None else area].sum())


def _with(table: Ints, ways: Sequence[_Way]) -> Ints:
    """Return the table when an area may be given something in these ways as well."""
    if list(ways) == [_NOTHING]:
        return table
    result = np.full_like(table, _NEVER)
    places, first, second = table.shape
    for (tenths_first, tenths_second), place, helped in ways:
        if place < places and tenths_first < first and tenths_second < second:
            at = result[place:, tenths_first:, tenths_second:]
            np.maximum(at, table[: places - place, : first - tenths_first, : second - tenths_second] + helped, out=at)
    return result


def _all_but_one(
    table: Ints, ways: Sequence[Sequence[_Way]], areas: Sequence[int], ur: Ur
) -> Iterator[tuple[int, Ints]]:
    """Yield each of the areas with the table that has all the others of them too."""
    if not ur.rest():
        raise TimeIsUpError
    if len(areas) == 1:
        yield areas[0], table
        return
    middle = len(areas) // 2
    for stay, go in ((areas[:middle], areas[middle:]), (areas[middle:], areas[:middle])):
        filled = table
        for area in go:
            filled = _with(filled, ways[area])
        yield from _all_but_one(filled, ways, stay, ur)
